import pytest

from engine.language.catalogue import LANGUAGES
from engine.scenario.glossary import concept, concepts


def test_every_concept_is_named_in_every_language_and_explained_with_a_source():
    assert concepts()
    for name in concepts():
        found = concept(name)
        assert found.name.missing(LANGUAGES) == (), name
        assert found.text.in_language("en"), name
        assert found.source, name


def test_an_unknown_concept_is_a_fault():
    with pytest.raises(KeyError):
        concept("no_such_concept")
