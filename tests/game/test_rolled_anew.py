"""After turns were taken back and rolled anew, what is told of a die is told of the one that was rolled."""

from engine.game.conduct import apply
from engine.game.directing import Rewind
from engine.game.intents import FACILITATOR
from engine.game.match import begin
from engine.game.seats import Seat
from engine.game.viewing import Viewing
from engine.scenario.reader import read_shipped

ROUNDING = 2


def test_where_a_die_landed_agrees_with_what_came_of_the_order():
    scenario = read_shipped("after_the_wave").scenario
    match = begin(scenario, dict.fromkeys(scenario.teams, Seat("bot", "random")), "full", 1)
    for take in range(2):
        while not match.ended:
            match.close(match.bots())
        orders = [order for bulletin in Viewing(match).story(None) for order in bulletin.orders]
        rolled = [order for order in orders if order.roll is not None]
        assert len(rolled) > 20
        for order in rolled:
            over = order.roll + order.success - 100
            assert over >= -ROUNDING if order.outcome == "success" else over <= ROUNDING
        if take == 0:
            apply(match, FACILITATOR, Rewind(1, fresh=True))
