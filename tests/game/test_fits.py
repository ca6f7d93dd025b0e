"""What suits an audience is said in words once the team has listened to it, and not before."""

import pytest
from hypothesis import given

from engine.compiler.odds import fitting
from engine.game.conduct import apply
from engine.game.intents import Lay, Seal
from engine.game.match import begin
from engine.game.seats import HUMAN
from engine.game.viewing import Viewing
from engine.kernel.checks import fresh_hearing
from engine.language.catalogue import LANGUAGES, say
from engine.scenario.reader import read_shipped
from tests.effort import one_in
from tests.game.sittings import traceable_data
from tests.game.test_what_a_team_sees import SEEDS, sittings
from tui.plain import detail
from tui.plain.cards import listed
from tui.widgets.card_text import card_whole
from tui.widgets.deck import entries
from tui.widgets.wording import Tongue

TEAM, CARD = "ministry", "brief_the_nation"


@pytest.fixture(scope="module")
def view():
    """After the Wave, where the ministry has listened to the nation and to nobody else."""
    scenario = read_shipped("after_the_wave").scenario
    match = begin(scenario, dict.fromkeys(scenario.teams, HUMAN), "full", 1)
    for wish in ((), (Lay(TEAM, "listen_to_people", "nation"),)):
        for intent in wish:
            apply(match, TEAM, intent)
        for team in scenario.teams:
            apply(match, team, Seal(team))
        match.close({})
    return Viewing(match).view(TEAM)


def test_platform_frame_and_voice_are_told_of_an_audience_that_was_heard(view):
    for choice in view.choices:
        if choice.card == CARD:
            codes = [term.reason.code for term in choice.fits]
            assert ("fit.unheard" in codes) == (choice.target != "nation")
            assert len(codes) == (3 if choice.target == "nation" else 1)
    (official,) = (it for it in view.choices if (it.card, it.target, it.voice) == (CARD, "nation", "institution"))
    assert [term.weight for term in official.fits] == [0, 1, 0]  # papers 0.55, care 0.7, the institution 0.5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_screens_and_the_lines_say_which_parts_are_known(view, lang):
    (entry,) = (each for each in entries(view.choices) if each.card == CARD)
    (card,) = (each for each in listed(view) if each.first.card == CARD)
    screen = " ".join(card_whole(Tongue(lang), entry, (), 76).plain.split())
    lines = " ".join(" ".join(detail.card(card, lang, None)).split())
    for choice in entry.choices:
        for term in choice.fits:
            assert say(lang, term.reason) in screen
            assert say(lang, term.reason) in lines


@one_in(6)
@given(traceable_data(), SEEDS)
def test_no_part_of_a_fit_is_told_before_the_audience_was_heard_and_every_part_after(data, seeds):
    for at, dice in sittings(data, seeds):
        at.go(dice, 1)
        while not at.match.ended:
            fresh = fresh_hearing(at.match.book, at.match.state)[0]
            for place, me in enumerate(at.match.book.teams):
                for choice in at.view(me).choices:
                    codes = [term.reason.code for term in choice.fits]
                    card = at.scenario.cards[choice.card]
                    if choice.target in at.match.book.audiences and not choice.odds.certain and not card.judged:
                        heard = fresh[place, at.match.book.audiences.index(choice.target)]
                        parts = [part for part in fitting(card, choice.voice) if part is not None]
                        assert len(codes) == (len(parts) if heard else min(len(parts), 1))
                        assert all((code == "fit.unheard") != heard for code in codes)
                    else:
                        assert codes == []
            at.go(dice, 1)
