"""Invariant 8: a file loads, or is refused with findings; nothing that is written in it brings a traceback."""

import random

from hypothesis import given
from hypothesis import strategies as st

from engine.compiler.book import compile_book
from engine.compiler.findings import proved, unfit
from engine.game.match import begin
from engine.language.catalogue import LANGUAGES, say
from engine.scenario.reader import read_text
from tests.breakers import SHAPE, broken
from tests.breakers_of_meaning import MEANING
from tests.effort import one_in
from tests.game.saved_tables import reading_of, written_out
from tests.game.sittings import people
from tests.strategies import scenario_data

BREAKERS = [*SHAPE, *MEANING]


@one_in(3)
@given(scenario_data())
def test_a_generated_file_is_read_without_errors_and_compiles(data):
    reading = reading_of(data)
    assert [finding for finding in reading.findings if finding.is_error] == []
    compiled = compile_book(reading.scenario)
    assert bool(compiled.faults) == bool(unfit(reading))
    if not compiled.faults:
        assert proved(reading) == reading
        begin(reading.scenario, people(reading.scenario), "full", 0)


@one_in(4)
@given(scenario_data(), st.integers(0, 5))
def test_a_file_with_one_thing_broken_is_refused_with_a_finding_of_its_own(data, sixth):
    sound = {described(finding) for finding in reading_of(data).findings}
    for breaker in BREAKERS[sixth::6]:
        reading = reading_of(broken(data, breaker))
        new = [it for it in reading.findings if it.is_error and described(it) not in sound]
        assert reading.scenario is None, breaker
        assert new, breaker
        for finding in new:
            assert finding.place.line >= 1
            assert finding.place.column >= 1
            assert all(say(lang, finding.message) for lang in LANGUAGES)


def described(finding):
    return finding.code, finding.message


@one_in(4)
@given(scenario_data(), st.integers(0, 2**32))
def test_several_broken_things_are_refused_together(data, luck):
    for breaker in random.Random(luck).sample(BREAKERS, 5):
        try:
            breaker(data)
        except (KeyError, StopIteration, AttributeError, TypeError):
            continue  # an earlier one has taken away what this one breaks
    reading = reading_of(data)
    assert reading.scenario is None
    assert reading.findings


@one_in(4)
@given(scenario_data(), st.integers(0, 2**32))
def test_a_generated_file_cut_or_scratched_anywhere_is_read_or_refused(data, luck):
    dice, source = random.Random(luck), written_out(data)
    for _ in range(8):
        at = dice.randrange(len(source))
        scratched = dice.choice([source[:at], source[:at] + bytes([dice.randrange(256)]) + source[at + 1 :]])
        reading = proved(read_text(scratched, "scratched.yaml"))
        assert (reading.scenario is None) == any(finding.is_error for finding in reading.findings)
