"""Cards are found by what they do and what they teach, on the screens and in plain mode; concepts lead to them."""

import re

import pytest

from engine.game.hand import GROUPS
from engine.language.catalogue import LANGUAGES, say
from engine.language.messages import Message
from engine.scenario.glossary import concept
from engine.scenario.reader import read_shipped
from tests.tui.screens import FERRY, SMALL, played, table_of, teams_of
from tests.tui.test_plain import play as typed_in
from tests.tui.test_plain import table as plain_table
from tests.tui.test_screens_room import play, press
from tui.actions import action
from tui.card_words import gone, order, rank
from tui.plain import bulletin, reasons, room
from tui.plain.cards import listed
from tui.plain.commands import understand
from tui.plain.searching import found as searched
from tui.screens.palette import lines_of
from tui.screens.panels.reading import Reading
from tui.sought import readable
from tui.widgets.deck import entries, sorted_out
from tui.widgets.shelf import Shelf
from tui.widgets.wording import Tongue
from tui.words import told

TORCH = "torch_and_supermarket"
TORCH_CARDS = read_shipped(TORCH).scenario.cards
EMBASSY = "embassy"
NUMBER = re.compile(r"^ {1,5}(\d+)[a-z]? ")


def found(view, lang, word):
    """The cards of a view that a word finds."""
    return {entry.card for entry in sorted_out(entries(view.choices), "all", word, Tongue(lang))}


def every_view():
    return [table_of(team, scenario=TORCH).view(team) for team in teams_of(TORCH)]


@pytest.mark.parametrize(
    ("lang", "word", "form"),
    [
        *(("en", "reply", "reply"), ("en", "listening", "listen"), ("en", "guidance", "guidance")),
        *(("id", "menyimak", "listen"), ("id", "balasan", "reply"), ("id", "reply", "reply")),
    ],
)
def test_a_card_is_found_by_what_it_does_in_the_language_shown_and_in_english(lang, word, form):
    for view in every_view():
        assert {each.card for each in view.choices if each.form == form} <= found(view, lang, word)
    assert any(found(view, lang, word) for view in every_view())


def test_the_same_cards_are_of_a_kind_on_the_screens_and_line_by_line():
    both = 0
    for view in every_view():
        kinds = {kind: sorted_out(entries(view.choices), kind, "", Tongue("en")) for kind in GROUPS}
        for kind, shown in kinds.items():
            lines = room.cards(view, "en", kind)
            assert {int(it[1]) for it in map(NUMBER.match, lines) if it} == {each.face.number for each in shown}
        both += len(set(kinds["soft"]) & set(kinds["social"]))
    assert both


@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_card_is_found_by_each_concept_that_it_teaches_and_by_its_platform(lang):
    view = table_of(EMBASSY, scenario=TORCH).view(EMBASSY)
    for choice in view.choices:
        for word in choice.teaches:
            for spoken in (lang, "en"):
                assert choice.card in found(view, lang, concept(word).name.in_language(spoken))
        if choice.platform:
            assert choice.card in found(view, lang, choice.platform.in_language(lang))


def test_a_word_that_is_said_of_no_card_finds_none():
    for view in every_view():
        assert not found(view, "en", "zzq")
        assert found(view, "en", "reply") < {each.card for each in view.choices}


def test_the_search_of_the_room_finds_replies():
    async def steps(app, pilot):
        await press(pilot, "escape", "4", "slash", *"reply", "enter")
        shelf = app.screen.query_one(Shelf)
        assert shelf.marked is not None
        assert "reply" in app.tongue.plain(shelf.marked.face.name).casefold() or shelf.marked.face.form == "reply"

    play(table_of(EMBASSY, scenario=TORCH), steps)


def test_plain_search_finds_what_the_screens_find():
    at = plain_table(seats="embassy=human")
    view = at.view("embassy")
    wanted = found(view, "en", "listening")
    assert wanted < {choice.card for choice in view.choices}
    _, printed = typed_in(at, ["search listening", "quit"])
    answer = " ".join(printed.partition("> search listening")[2].split())
    for card in listed(view):
        assert (card.first.name.in_language("en").split(",")[0] in answer) == (card.first.card in wanted)


def other(lang):
    return next(each for each in LANGUAGES if each != lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_card_is_found_first_by_its_name_in_either_language(lang):
    for view in every_view():
        deck = entries(view.choices)
        names = [entry.face.name.in_language(other(lang)) for entry in deck]
        for entry in deck:
            name = entry.face.name.in_language(other(lang))
            if names.count(name) == 1:
                first = sorted_out(deck, "all", name, Tongue(lang))[0]
                assert name.casefold() in first.face.name.in_language(other(lang)).casefold()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plain_search_lists_the_cards_that_the_screens_list_by_their_names_in_either_language(lang):
    view = table_of(EMBASSY, scenario=TORCH).view(EMBASSY)
    for card in listed(view):
        name = card.first.name.in_language(other(lang))
        shown = " ".join(" ".join(searched(view, lang, name)).split())
        assert f" {card.mark(card.first).rstrip('a')} " in f" {shown}"
        called = f"{say(lang, Message.of('plain.also_called', name=card.first.name)).partition(':')[0]}: {name}"
        assert (called in shown) == (name.casefold() not in card.first.name.in_language(lang).casefold())


@pytest.mark.parametrize("turns", [0, 3])
@pytest.mark.parametrize("scenario", [TORCH, FERRY])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_plain_search_leads_to_whatever_the_palette_finds_and_what_it_says_can_be_typed(lang, scenario, turns):
    view = played(turns, EMBASSY, scenario=scenario).view(EMBASSY)
    for each in readable(view):
        command = f"{say(lang, action('why').word)} {told(lang, each.name)}"
        for spoken in LANGUAGES:
            printed = " ".join(" ".join(searched(view, lang, told(spoken, each.name))).split())
            assert f"- {say(lang, each.sort)}: {command}" in printed
        typed = understand(lang, "room", command)
        assert typed.action.id == "why"
        answer = reasons.explained(view, lang, typed.rest) or bulletin.why(view, lang, typed.rest)
        assert answered(view, lang, each, answer), (each.name, answer)


def answered(view, lang, sought, answer):
    """Whether an answer is the one to what was looked for: to no other name, and no question back."""
    if sought.kind in {"letter", "means"}:
        return bool(answer) and answer == reasons.explained(view, lang, told(lang, sought.name))
    meter = f"{sought.key}.heat" if sought.kind == "story" else sought.key
    return meter in dict(bulletin.meters(view)) and answer == bulletin.why(view, lang, meter)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_front_ends_list_what_is_found_in_one_order_and_what_has_had_its_time_below(lang):
    view = played(3, EMBASSY, scenario=TORCH).view(EMBASSY)
    deck = entries(view.choices)
    mixed = False
    for word in sorted({part[:3] for entry in deck for part in told(lang, entry.face.name).split()}):
        there = sorted_out(deck, "all", word, Tongue(lang))
        here = [int(number) for line in searched(view, lang, word) for number in NUMBER.findall(line)]
        assert list(dict.fromkeys(here)) == [entry.face.number for entry in there]
        named = [entry for entry in there if not order(entry.choices, rank(lang, entry.choices, word))[0]]
        had = [gone(entry.choices) for entry in named]
        assert had == sorted(had)
        mixed |= had != sorted(had, reverse=True)
    assert mixed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plain_search_tells_letters_stories_and_commands_that_are_called_nearly_so(lang):
    view = played(3, EMBASSY, scenario=TORCH).view(EMBASSY)
    commands = [("command", told(lang, action(each).word)) for each in ("objectives", "bulletin")]
    near = set()
    for kind, name in [*commands, *((each.kind, told(lang, each.name)) for each in readable(view))]:
        word = max(name.split(), key=len)
        printed = " ".join(" ".join(searched(view, lang, word[:2] + word[3:])).split())
        if say(lang, Message("plain.found_near")) in printed and kind != "meter":  # there are too many to list all
            assert name in printed
            near.add(kind)
    assert near >= {"letter", "story", "command"}


def test_plain_search_tells_what_is_called_nearly_so_and_says_that_nothing_is():
    view = table_of(EMBASSY, scenario=TORCH).view(EMBASSY)
    card = next(each for each in listed(view) if max(map(len, each.first.name.in_language("en").split())) > 7)
    word = max(card.first.name.in_language("en").split(), key=len)
    near = " ".join(" ".join(searched(view, "en", word[:2] + word[3:])).split())
    assert "Called nearly so:" in near
    assert f" {card.number} " in near or f" {card.number}a " in near
    assert "Nothing here" in " ".join(searched(view, "en", "zzq"))
    assert "Type a word" in " ".join(searched(view, "en", " "))


def test_a_concept_of_the_palette_lists_the_cards_of_ones_own_hand_that_teach_it():
    view = table_of(EMBASSY, scenario=TORCH).view(EMBASSY)
    taught = next(each for each in view.choices if each.teaches)
    name = concept(taught.teaches[0]).name.in_language("en")
    own = {each.name.in_language("en") for each in view.choices if taught.teaches[0] in each.teaches}
    every = {each.name.in_language("en") for other in every_view() for each in other.choices}
    others = every - {each.name.in_language("en") for each in view.choices}

    async def steps(app, pilot):
        await press(pilot, "escape")
        line = next(each for each in lines_of(app.screen) if name in each.names)
        line.run()
        await pilot.pause()
        assert isinstance(app.screen, Reading)
        read = app.screen.marked_words().plain
        assert "Your cards that teach it" in read
        listed_there = read.partition("Your cards that teach it: ")[2]
        assert all(each in listed_there for each in own)
        assert not any(each in listed_there for each in others)

    play(table_of(view.team, scenario=TORCH), steps)


def test_plain_mode_lists_the_cards_that_teach_a_concept():
    at = plain_table(seats="embassy=human")
    taught = next(each for each in at.view("embassy").choices if each.teaches)
    _, printed = typed_in(at, [f"explain {concept(taught.teaches[0]).name.in_language('en')}", "quit"])
    assert "Your cards that teach it" in " ".join(printed.split())


def test_every_list_of_the_room_stays_where_it_is_marked_in_another_language():
    table = table_of(EMBASSY, scenario=TORCH)

    async def steps(app, pilot):
        await press(pilot, "escape")
        shelf = app.screen.query_one(Shelf)
        shelf.unfold()
        await press(pilot, "end", "up", "up")
        card = shelf.rows.marked
        assert card != entries(table.view(EMBASSY).choices)[0].card
        await press(pilot, "f2")
        assert app.screen.query_one(Shelf).rows.marked == card
        assert app.screen.query_one(Shelf).rows.has_focus
        await press(pilot, "f2", "1")
        there = app.screen.query_one("#letters").marked
        await press(pilot, "f2")
        assert app.screen.query_one("#letters").has_focus
        assert app.screen.query_one("#letters").marked == there

    play(table, steps)


@pytest.mark.parametrize(("lang", "words"), [("en", "function: {}"), ("id", "fungsi:")])
def test_a_card_is_found_by_the_function_of_diplomacy_that_it_serves(lang, words):
    for view in every_view():
        for choice in view.choices:
            function = TORCH_CARDS[choice.card].function
            if function:
                assert function in choice.teaches
                assert choice.card in found(view, lang, words.format(function))
    assert any(card.function == "advance" for card in TORCH_CARDS.values())


@pytest.mark.parametrize("asking", [True, False])
def test_what_was_looked_for_stands_in_another_language_with_the_marked_card_in_sight(asking):
    table = table_of(EMBASSY, scenario=TORCH)

    async def steps(app, pilot):
        await press(pilot, "escape", "slash", *"listen", *([] if asking else ["enter", "down"]))
        room = app.screen_stack[-2] if asking else app.screen
        before = room.query_one(Shelf)
        assert before.word == "listen"
        found, marked = before.rows.option_count, before.rows.marked
        await press(pilot, "f2", "f2")
        after = room.query_one(Shelf)
        assert after is not before
        assert (after.word, after.rows.option_count, after.rows.marked) == ("listen", found, marked)

    play(table, steps)


def test_a_word_by_which_nothing_is_found_in_the_other_language_is_forgotten_and_the_card_stays_marked():
    table = table_of(EMBASSY, scenario=TORCH)

    async def steps(app, pilot):
        await press(pilot, "escape")
        shelf = app.screen.query_one(Shelf)
        shelf.unfold()
        shelf._word = "zzq"
        await press(pilot, "end")
        marked = shelf.rows.marked
        await press(pilot, "f2")
        shelf = app.screen.query_one(Shelf)
        assert (shelf.word, shelf.rows.marked) == ("", marked)
        at = shelf.rows._index_to_line[shelf.rows.highlighted] - shelf.rows.scroll_offset.y
        assert 0 <= at < shelf.rows.size.height

    play(table, steps, size=SMALL)
