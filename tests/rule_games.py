"""Plays a rule case in the kernel and in the reference, and tells what each saw, by the same paths."""

from collections import Counter
from itertools import count

import numpy as np

from engine.compiler.book import compile_book
from engine.game.intents import Order
from engine.game.legality import may_lay
from engine.kernel import chance, checks
from engine.kernel.ledger import Recording
from engine.kernel.options import legal, no_orders
from engine.kernel.score import PARTS, grade, scores
from engine.kernel.start import start_state
from engine.kernel.turn import Batch, close_turn, open_turn
from tests import reference_score, reference_tables
from tests.reference import Reference
from tests.reference_start import STAGES
from tests.reference_trays import checked
from tests.rule_cases import fits, option

OUTCOMES = ("success", "partial", "backfire", "kept_waiting")
ACCIDENTS = ("lost", "leaks", "speaks_out")
MOST_SEEDS = 100_000


class Kernel:
    """A case in the kernel, as a batch of one. `seen` is path -> value."""

    def __init__(self, case, scenario, seed):
        self.case, self.scenario, self.seen = case, scenario, {}
        self.book = compile_book(scenario).book
        self.ledger = Recording()
        self.batch = Batch(self.book, chance.games(seed, 0, 1), case.pace, self.ledger)
        self.state = start_state(self.book, 1)

    def open(self):
        self.state = open_turn(self.batch, self.state)
        turn, book = str(self.state.turn), self.book
        for t, team in enumerate(book.teams):
            polls = zip(book.meters[book.at.opinion], self.state.polls[0, t].tolist(), strict=True)
            self.seen |= {("polls", turn, team, meter): poll for meter, poll in polls}
            heard = zip(book.audiences, self.state.heard[0, t].tolist(), strict=True)
            self.seen |= {("heard", turn, team, audience): last or "never" for audience, last in heard}
            for tray in self.case.asked(self.state.turn, team):
                self.seen["legal", turn, team, tray] = self._may(team, tray)

    def _may(self, team, tray):
        """Whether the table lets the tray be laid; of one order, whether the kernel's mask says so too."""
        options = trays(tray, self.scenario)
        may = may_lay(self.scenario, self.book, self.state, team, tuple(Order(*it) for it in options))
        if len(options) > 1:
            return may
        mask = zip(self.book.laid, legal(self.book, self.state)[0].tolist(), strict=True)
        open_to_it = (team, *options[0]) in {laid for laid, is_legal in mask if is_legal}
        return may if may == open_to_it else f"{may} at the table, {open_to_it} in the kernel"

    def close(self, orders):
        laid = no_orders(self.book, 1)
        for team, tray in orders.items():
            places = [self.book.laid.index((team, *it)) for it in tray]
            laid[0, self.book.teams.index(team), : len(places)] = places
        before, self.state = self.state, close_turn(self.batch, self.state, laid)
        self._orders(before)
        self._world()

    def _orders(self, before):
        """What was laid, with what chance and luck; `before` is the state in which it was resolved."""
        turn, book, state = str(self.state.turn), self.book, self.state
        laid = checks.lay(book, before, state.played.astype(np.int64))
        terms = checks.terms(book, before, laid, state.discord)
        outcome, leaked = (array.ravel()[laid.cell].tolist() for array in (state.outcome, state.leaked))
        for place, z, came, leaks in zip(laid.option.tolist(), terms.z.tolist(), outcome, leaked, strict=True):
            team, card, *_ = book.laid[place]
            self.seen["z", turn, f"{team}/{card}"] = z
            self.seen["outcomes", turn, f"{team}/{card}"] = OUTCOMES[came]
            self.seen["leaked", turn, f"{team}/{card}"] = leaks
        for team in book.teams:
            mine = [book.laid[place] for place in state.laid[state.laid >= 0].tolist()]
            self.seen["laid", turn, team] = listed(option for other, *option in mine if other == team)

    def _world(self):
        turn, book, state = str(self.state.turn), self.book, self.state
        meters = zip(book.meters, state.meters[0].tolist(), strict=True)
        self.seen |= {("meters", turn, meter): value for meter, value in meters}
        for flag, up in zip(book.flags, state.flags[0].tolist(), strict=True):
            self.seen["flags", turn, flag] = up
        for story, stage, slants in zip(book.narratives, state.stage[0], state.slant[0].tolist(), strict=True):
            self.seen["stages", turn, story] = STAGES[stage]
            self.seen |= {("slants", turn, story, side): x for side, x in zip(book.sides, slants, strict=True)}
        for team, risk in zip(book.teams, state.risk[0].tolist(), strict=True):
            self.seen["risks", turn, team] = risk

    def end(self):
        """Everything that was seen, rows and scores too."""
        book, found = self.book, scores(self.book, self.state)
        for inject, turn in zip(book.msel, self.state.fired[0].tolist(), strict=True):
            self.seen["fired", inject] = turn or "never"
        for t, team in enumerate(book.teams):
            self.seen["scores", "teams", team] = float(found.team[0, t])
            for part in PARTS:
                self.seen["scores", "parts", team, part] = float(found.parts[part][0, t])
        table = float(found.table[0])
        self.seen |= {("scores", "together"): table, ("scores", "grade"): grade(table)}
        for side, score, won in zip(book.sides, found.side[0].tolist(), found.won[0].tolist(), strict=True):
            self.seen["scores", "sides", side] = score
            self.seen["scores", "winners", side] = bool(won)
        return self.seen | summed(self.ledger.entries(book))


class Naive:
    """A case in the reference, seen by the same paths."""

    def __init__(self, case, scenario, seed):
        self.case, self.scenario, self.seen = case, scenario, {}
        self.game = Reference(scenario, seed, pace=case.pace)

    def open(self):
        game = self.game
        game.open_turn()
        self.seen |= {("polls", str(game.turn), *key): poll for key, poll in game.polls.items()}
        self.seen |= {("heard", str(game.turn), *key): turn or "never" for key, turn in game.heard.items()}
        for team in game.scenario.teams:
            for tray in self.case.asked(game.turn, team):
                self.seen["legal", str(game.turn), team, tray] = self._may(team, tray)

    def _may(self, team, tray):
        try:
            checked(self.game, team, trays(tray, self.game.scenario))
        except ValueError:
            return False
        return True

    def close(self, orders):
        game, turn = self.game, str(self.game.turn)
        game.close_turn(orders)
        for order in game.in_effect:
            self.seen["outcomes", turn, f"{order.team}/{order.card}"] = game.outcomes[game.turn, order]
            self.seen["leaked", turn, f"{order.team}/{order.card}"] = order in game.leaked
            if (game.turn, order) in game.z:
                self.seen["z", turn, f"{order.team}/{order.card}"] = game.z[game.turn, order]
        self.seen |= {("laid", turn, team): listed(tray) for team, tray in game.laid.items()}
        self.seen |= {("meters", turn, meter): value for meter, value in game.meters.items()}
        self.seen |= {("flags", turn, flag): up for flag, up in game.flags.items()}
        self.seen |= {("stages", turn, story): STAGES[stage] for story, stage in game.stage.items()}
        self.seen |= {("slants", turn, *key): slant for key, slant in game.slant.items()}
        self.seen |= {("risks", turn, team): risk for team, risk in game.risk_sum.items()}

    def end(self):
        game, found = self.game, self.game.scores()
        for inject in game.scenario.injects:
            self.seen["fired", inject] = game.fired.get(inject, "never")
        self.seen |= {("scores", "teams", team): score for team, score in found.teams.items()}
        self.seen |= {("scores", "sides", side): score for side, score in found.sides.items()}
        self.seen |= {("scores", "winners", side): side in found.winners for side in game.scenario.sides}
        self.seen |= {("scores", "together"): found.together, ("scores", "grade"): found.grade}
        for team in game.scenario.teams:
            parts = reference_score.parts(game, team)
            self.seen |= {("scores", "parts", team, part): value for part, value in parts.items()}
        return self.seen | summed(game.ledger)


def trays(written, scenario):
    """The tray of `card>target as voice + card`."""
    return tuple(option(one, scenario) for one in written.split(" + "))


def listed(options):
    """Options as a case writes them, in alphabetical order; the institution need not be named."""
    return ", ".join(
        sorted(
            card + (f">{target}" if target else "") + (f" as {voice}" if voice != "institution" else "")
            for card, target, voice in options
        )
    )


def summed(entries):
    """Rows of a ledger by turn, phase, cause and meter; amounts of one cause on one meter in one phase added up."""
    total = Counter()
    for turn, phase, cause, meter, amount, *_ in entries:
        total["rows", str(turn), phase, cause, meter] += amount
    return {path: amount for path, amount in total.items() if amount}


def play(game, case, turns):
    """Play a case to its last turn; what was seen."""
    for turn in range(game.scenario.clock.first, case.last_turn(turns) + 1):
        game.open()
        game.close(case.trays(turn, game.scenario))
    return game.end()


def find_seed(case, scenario):
    """The first seed, from that of the case, whose dice are those that the case wants."""
    for seed in count(case.seed):
        assert seed < case.seed + MOST_SEEDS, f"{case.id}: no seed gives these dice"
        if gives(case, scenario, seed):
            return seed
    raise AssertionError


def gives(case, scenario, seed):
    """Whether the game of this seed has the dice that the case wants; nobody loses control unless it says so."""
    if not all(fits(luck, _luck(seed, turn, key)) for turn, key, luck in _lucks(case)):
        return False
    game = Reference(scenario, seed, pace=case.pace)
    for turn in range(scenario.clock.first, case.last_turn(scenario.clock.turns) + 1):
        game.open_turn()
        game.close_turn(case.trays(turn, scenario))
        wanted = case.dice.get(str(turn), {})
        if _accidents(game) != {
            (key, what) for key, what in wanted.items() if isinstance(what, str) and what in ACCIDENTS
        }:
            return False
        outcomes = {f"{order.team}/{order.card}": game.outcomes[turn, order] for order in game.in_effect}
        if any(isinstance(what, str) and what in OUTCOMES and outcomes[key] != what for key, what in wanted.items()):
            return False
    return True


def _accidents(game):
    """What happened this turn that happens in no case that does not say so."""
    causes = [row.cause.split("/") for row in game.ledger if row.turn == game.turn]
    lost = {(cause[2], "lost") for cause in causes if cause[:2] == ["rule", "control_lost"]}
    leaked = {(f"{order.team}/{order.card}", "leaks") for order in game.leaked}
    return lost | leaked | {(f"{order.team}/{order.card}", "speaks_out") for order in game.spoken_out}


def _lucks(case):
    for turn, wanted in case.dice.items():
        yield from ((int(turn), key, what) for key, what in wanted.items() if isinstance(what, list))


def _luck(seed, turn, key):
    """The luck u of an order, `team/card`, as its die gives it."""
    team, card = key.split("/")
    roll = reference_tables.die((seed, 0, turn), "check", team, reference_tables.name("card", card))
    return reference_tables.luck()[roll & 4095]
