import pytest

from engine.language.catalogue import LANGUAGES
from engine.scenario.glossary import concept, concepts, explained, words
from engine.scenario.reader import read_shipped, shipped_ids


@pytest.mark.parametrize("name", sorted({*concepts(), *words()}))
def test_a_concept_is_named_explained_and_shown_in_every_language_with_a_source(name):
    found = explained(name)
    assert [text.missing(LANGUAGES) for text in (found.name, found.text, found.shown)] == [(), (), ()]
    assert found.source.in_language("en")


def test_every_concept_is_taught_by_a_card_or_an_inject():
    shipped = [read_shipped(name).scenario for name in shipped_ids()]
    taught = {name for each in shipped for it in (*each.cards.values(), *each.injects.values()) for name in it.teaches}
    assert taught == concepts()


def test_the_words_of_the_exercise_are_explained_beside_what_it_teaches():
    assert words().keys() >= {"startex", "endex", "inject", "msel", "turn", "round", "tray", "frame", "hot_wash"}
    assert not words().keys() & concepts()


def test_an_unknown_concept_is_a_fault():
    with pytest.raises(KeyError):
        concept("no_such_concept")
