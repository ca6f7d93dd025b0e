from collections import Counter

import pytest

from engine.language.catalogue import say
from tui.actions import ACTIONS, action, actions_at
from tui.registry.action import FOOTER, GROUPS, PLACES, TOO_SMALL


def test_an_id_names_one_action():
    assert [name for name, count in Counter(each.id for each in ACTIONS).items() if count > 1] == []
    assert all(action(each.id) is each for each in ACTIONS)
    with pytest.raises(KeyError):
        action("no_such")


def test_actions_are_offered_at_places_that_exist():
    for each in ACTIONS:
        assert each.where, each.id
        assert each.where <= set(PLACES), each.id
        assert each.shown <= each.where, each.id
        assert each.key or each.word, each.id
        assert each.group in GROUPS, each.id
        assert each.word or not each.takes, each.id


@pytest.mark.parametrize("place", PLACES)
def test_a_key_does_one_thing_in_a_place(place):
    keys = Counter(key for each in actions_at(place) for key in each.key.split(",") if key)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("place", PLACES)
def test_a_word_does_one_thing_in_a_place(place):
    words = Counter(say("en", word) for each in actions_at(place) for word in (each.word, each.also) if word)
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize("place", PLACES)
def test_a_footer_has_room_for_what_is_shown(place):
    shown = [each for each in actions_at(place) if place in each.shown]
    assert 1 <= len(shown) <= FOOTER
    assert all(each.key for each in shown)


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_action_has_its_words(lang):
    for each in ACTIONS:
        for message in (each.name, each.help, each.word, each.also, each.takes):
            assert message is None or say(lang, message)


@pytest.mark.parametrize("place", PLACES)
def test_help_and_a_way_out_are_everywhere(place):
    ids = {each.id for each in actions_at(place)}
    assert ids & {"quit", "no", "back"}
    assert "help" in ids or place == TOO_SMALL
