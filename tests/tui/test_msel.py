"""The timeline of injects: whatever a column's width, the whole name of each inject can be read."""

import textwrap
from dataclasses import replace
from itertools import product

import pytest

from engine.language.catalogue import LANGUAGES, say
from tests.tui.screens import table_of
from tui.facilitator.words import became_of
from tui.widgets.msel import inject_row
from tui.widgets.wording import Tongue


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_of_an_inject_is_cut_in_a_narrow_column(lang):
    for scenario in ("ferry_rumour", "comment_storm"):
        for entry in table_of(scenario=scenario).console().msel:
            for state in ("fired", "unscheduled", "held"):
                for width in (29, 34, 60):
                    shown = replace(entry, state=state)
                    row = inject_row(Tongue(lang), shown, width).plain
                    named = run_on(row).replace(run_on(say(lang, became_of(shown))), "", 1)
                    assert run_on(entry.name.in_language(lang)) in named


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_long_name_of_an_inject_takes_the_whole_width_before_it_takes_a_third_line_and_a_fourth(lang):
    for scenario in ("ferry_rumour", "comment_storm", "torch_and_supermarket"):
        for entry in table_of(scenario=scenario).console().msel:
            for state, width in product(("fired", "unscheduled", "held"), (28, 34)):
                row = inject_row(Tongue(lang), replace(entry, state=state), width).plain
                least = len(textwrap.wrap(entry.name.in_language(lang), width - 2))
                assert row.count("\n") + 1 <= max(2, least + 1), row


def run_on(words):
    return "".join(words.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_that_an_inject_has_no_date_is_said_by_its_heading_alone(lang):
    undated = [entry for entry in table_of().console().msel if entry.turn is None]
    assert {entry.state for entry in undated} == {"unscheduled"}
    for entry in undated:
        assert inject_row(Tongue(lang), entry, 60).plain.split() == ["◇", *entry.name.in_language(lang).split()]
