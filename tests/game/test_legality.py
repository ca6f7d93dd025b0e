"""What a team is told of its cards is what the kernel judges: one set of rules."""

from hypothesis import given

from engine.game.intents import Order
from engine.game.legality import left
from engine.kernel.options import hours, legal
from tests.effort import one_in
from tests.game.sittings import traceable_data
from tests.game.test_what_a_team_sees import SEEDS, sittings


@one_in(3)
@given(traceable_data(), SEEDS)
def test_before_anything_is_laid_a_card_may_be_laid_where_the_mask_says_so(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            mask = legal(at.match.book, at.match.state)[0]
            for me in at.scenario.teams:
                for choice in at.view(me).choices:
                    option = at.match.book.option_of[me, choice.card, choice.target, choice.voice]
                    assert (choice.why_not is None) == mask[option]
            at.go(dice, 1)


@one_in(3)
@given(traceable_data(), SEEDS)
def test_beside_a_tray_a_card_may_be_laid_where_the_mask_says_so_and_there_is_room(data, seeds):
    for at, dice in sittings(data, seeds):
        while not at.match.ended:
            book, state = at.match.book, at.match.state
            mask, takes = legal(book, state)[0], hours(book, state)[0]
            for me in at.scenario.teams:
                at.fiddle(dice, me)
                tray = at.match.tray(me)
                at_hand, budget = left(book, state, me, tray)
                for choice in at.view(me).choices:
                    order = Order(choice.card, choice.target, choice.voice)
                    option = book.option_of[me, *order]
                    fits = takes[option] <= at_hand and book.options.budget[option] <= budget
                    room = len(tray) < book.slots and choice.card not in {laid.card for laid in tray}
                    assert (choice.why_not is None) == (mask[option] and fits and room)
                    assert at.match.why_not(me, order) == choice.why_not
            at.close()
