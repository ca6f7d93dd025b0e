"""Plays one game in the kernel and in the reference side by side, and compares everything after every step."""

from itertools import product

import numpy as np

from engine.compiler.book import compile_book
from engine.kernel import chance
from engine.kernel.ledger import Recording
from engine.kernel.options import legal, no_orders
from engine.kernel.score import scores
from engine.kernel.start import start_state
from engine.kernel.turn import Batch, close_turn, open_turn
from tests.reference import Reference
from tests.reference_start import NEVER
from tests.reference_trays import options

OUTCOMES = ("success", "partial", "backfire", "kept_waiting")


class Both:
    """The same game twice. `state` is the kernel's, `reference` the other."""

    def __init__(self, scenario, seed=0, game=0, pace="full"):
        self.book = compile_book(scenario).book
        self.ledger = Recording()
        self.batch = Batch(self.book, chance.games(seed, game, 1), pace, self.ledger)
        self.state = start_state(self.book, 1)
        self.reference = Reference(scenario, seed, game, pace)

    def open(self):
        """Open a turn in both."""
        self.state = open_turn(self.batch, self.state)
        self.reference.open_turn()
        self.compare()

    def close(self, orders):
        """Close the turn in both with orders {team: [(card, target, voice)]}."""
        laid = no_orders(self.book, 1)
        for team, tray in orders.items():
            places = [self.book.laid.index((team, *option)) for option in tray]
            laid[0, self.book.teams.index(team), : len(places)] = places
        self.state = close_turn(self.batch, self.state, laid)
        self.reference.close_turn(orders)
        self.compare()
        self.compare_orders()

    def compare(self):
        """Everything that both know must be equal, to the last bit."""
        book, state, reference = self.book, self.state, self.reference
        mine_rows, their_rows = self.rows(), reference_rows(reference)
        assert mine_rows == their_rows, set(mine_rows.items()) ^ set(their_rows.items())
        mine = dict(zip(book.meters, state.meters[0].tolist(), strict=True))
        assert {name: mine[name] for name in reference.meters} == reference.meters
        assert np.array_equal(state.meters * 4096, np.rint(state.meters * 4096)), "off the lattice"
        assert dict(zip(book.flags, state.flags[0].tolist(), strict=True)) == dict(reference.flags)
        assert dict(zip(book.narratives, state.stage[0].tolist(), strict=True)) == dict(reference.stage)
        assert fired(book, state) == {name: turn for name, turn in reference.fired.items() if turn}
        slant = {
            (story, side): state.slant[0, n, s]
            for n, story in enumerate(book.narratives)
            for s, side in enumerate(book.sides)
        }
        assert {key: value for key, value in slant.items() if value} == {
            key: value for key, value in reference.slant.items() if value
        }
        self.compare_knowledge()
        crossed = {name for name, is_so in zip(book.scoring.red_lines.names, state.crossed[0], strict=True) if is_so}
        assert crossed == set(reference.crossed)
        risks = dict(zip(book.teams, state.risk[0].tolist(), strict=True))
        assert risks == dict(reference.risk_sum), (risks, reference.risk_sum)
        self.compare_means()

    def compare_knowledge(self):
        """What the teams have heard, and since when."""
        book, state, reference = self.book, self.state, self.reference
        assert polls(book, state) == dict(reference.polls)
        for name in ("heard", "depth", "polled"):
            mine = by_name(getattr(state, name)[0], book.teams, book.audiences)
            assert mine == getattr(reference, name), name
        assert dict(zip(book.teams, state.sorted[0].tolist(), strict=True)) == reference.sorted

    def compare_means(self):
        """What the teams may play and have ready, who is kept off a platform or exposed, and what binds them."""
        book, state, reference = self.book, self.state, self.reference
        for name in ("open", "spent", "prepared"):
            theirs = getattr(reference, name)
            assert set(zip_true(book.held, getattr(state, name)[0])) == {
                it for it in book.held if it in by_truth(theirs)
            }
        tended = dict(zip(book.held, (state.tended[0] - 1).tolist(), strict=True))
        assert {card: turn for card, turn in tended.items() if turn >= 0} == dated(reference.tended)
        suspended = by_name(state.suspended[0], book.teams, book.platforms)
        assert {place: turn for place, turn in suspended.items() if turn} == dated(reference.suspended)
        exposed = dict(zip(book.teams, state.exposed[0].tolist(), strict=True))
        assert {team: turn for team, turn in exposed.items() if turn} == dated(reference.exposed)
        bound = {
            book.laid[option]: int(stated) - 1 + int(lasts) - 1
            for option, lasts, stated in zip(book.positions.option, book.positions.lasts, state.stated[0], strict=True)
            if stated
        }
        assert bound == {tuple(order): last for order, last in reference.bound.items()}

    def compare_orders(self):
        """What took effect and what came of it, what waits, what is prepared, and which positions bind."""
        book, state, reference = self.book, self.state, self.reference
        played = [(book.laid[place], what) for place, what in self.slots(state.played, state.outcome)]
        theirs = [(order, OUTCOMES.index(reference.outcomes[reference.turn, order])) for order in reference.in_effect]
        assert sorted(played, key=str) == sorted(((tuple(order), what) for order, what in theirs), key=str)
        leaked = [book.laid[place] for place, so in self.slots(state.played, state.leaked) if so]
        assert sorted(leaked, key=str) == sorted(map(tuple, reference.leaked), key=str)
        waiting = [book.laid[place] for place in state.waiting.ravel().tolist() if place >= 0]
        assert sorted(waiting, key=str) == sorted(map(tuple, reference.waiting), key=str)
        assert set(zip_true(book.sides, state.discord[0])) == reference.discordant
        assert {name for name, uses in zip(book.held, state.repeats[0], strict=True) if uses} == {
            name for name, uses in reference.repeats.items() if uses
        }

    def slots(self, *arrays):
        """What stands in the slots of the first game: option and other values, without the empty ones."""
        found = zip(*(array[0].ravel().tolist() for array in arrays), strict=True)
        return [values for values in found if values[0] >= 0]

    def compare_options(self):
        """Both must call the same options legal."""
        mask = legal(self.book, self.state)[0]
        for team in self.book.teams:
            mine = sorted(
                (laid[1:] for laid, may in zip(self.book.laid, mask, strict=True) if may and laid[0] == team),
                key=lambda option: (option[0], option[1] or "", option[2]),
            )
            theirs = options(self.reference, team)
            assert mine == theirs, set(mine) ^ set(theirs)

    def compare_scores(self):
        """Both must score the end alike."""
        mine, theirs = scores(self.book, self.state), self.reference.scores()
        assert dict(zip(self.book.teams, mine.team[0].tolist(), strict=True)) == dict(theirs.teams)
        sides = dict(zip(self.book.sides, mine.side[0].tolist(), strict=True))
        assert {side: sides[side] for side in theirs.sides} == dict(theirs.sides)
        assert {side for side, won in zip(self.book.sides, mine.won[0], strict=True) if won} == set(theirs.winners)
        assert mine.table[0] == theirs.together

    def rows(self):
        """The kernel's ledger, amounts of one cause on one meter in one phase added up."""
        return added(self.ledger.entries(self.book))


def by_truth(known):
    """The names of a set, or those that are true in a mapping."""
    return {name for name, so in known.items() if so} if isinstance(known, dict) else known


def dated(turns):
    """What ever was, with its turn."""
    return {name: turn for name, turn in turns.items() if turn != NEVER}


def zip_true(names, flags):
    return [name for name, so in zip(names, flags.tolist(), strict=True) if so]


def by_name(array, rows, columns):
    return dict(zip(product(rows, columns), array.ravel().tolist(), strict=True))


def reference_rows(reference):
    """The reference's ledger, added up likewise."""
    return added(reference.ledger)


def added(entries):
    total = {}
    for turn, phase, cause, meter, amount, *_ in entries:
        key = (turn, phase, cause, meter)
        total[key] = total.get(key, 0.0) + amount
    return {key: amount for key, amount in total.items() if amount}


def fired(book, state):
    return {name: turn for name, turn in zip(book.msel, state.fired[0].tolist(), strict=True) if turn}


def polls(book, state):
    opinions = book.meters[book.at.opinion]
    return {
        (team, opinion): state.polls[0, t, o] for t, team in enumerate(book.teams) for o, opinion in enumerate(opinions)
    }
