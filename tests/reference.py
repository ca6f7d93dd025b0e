"""The naive interpreter of docs/MODEL.md: one game in plain Python, to be read beside that page."""

from itertools import combinations

from engine.scenario.parameters import PARAMETERS
from tests import reference_rules as rules
from tests import reference_score as score
from tests.reference_effects import Phase, Row, act, finish, send
from tests.reference_expressions import Sender, holds
from tests.reference_orders import Order, resolve
from tests.reference_tables import clip, die, divided, name, q12, q16

AMOUNTS = ("points", "points a turn", "hours", "hours a turn", "z", "log rate")
"""Units of the parameters that are amounts; the others are coefficients."""

STAGES = ("cyber", "grassroots", "public")


class Reference:
    """One exercise; `open_turn` and `close_turn` in turn until the clock's last turn is closed."""

    def __init__(self, scenario, seed, game=0, pace="full"):
        self.scenario, self.seed, self.game, self.pace = scenario, seed % 2**64, game, pace
        written = scenario.model.model_dump(exclude_none=True) if scenario.model else {}
        self.model = {p.name: (q12 if p.unit in AMOUNTS else q16)(written.get(p.name, p.default)) for p in PARAMETERS}
        self.turn = 0
        self.meters, self.range = {}, {}
        for meter, start, low, high in self._all_meters():
            self.range[meter] = (low, high)
            self.meters[meter] = clip(start, low, high)
        self.start = dict(self.meters)
        self.opinions = {f"{a}.{s}" for a in scenario.audiences for s in scenario.sides}
        self.heats = {f"{n}.heat": n for n in scenario.narratives}
        self.flags = dict.fromkeys(scenario.flags, False)
        self.ledger: list[Row] = []
        self.after = {(0, "startex"): self.start}  # (turn, phase) -> meters when it had ended
        self.outcomes: dict[tuple[int, str, str], str] = {}
        self._begin_stories()
        self._begin_teams()
        self._begin_injects()

    def _all_meters(self):
        """Name, start, least and largest value of every meter."""
        written = self.scenario
        for audience, it in written.audiences.items():
            for side in written.sides:
                yield f"{audience}.{side}", q12(it.opinion.get(side, 0)), -100.0, 100.0
        for story, it in written.narratives.items():
            yield f"{story}.heat", q12(it.heat), 0.0, 100.0
        for team, it in written.teams.items():
            for own in ("credibility", "clarity", "network"):
                yield f"{team}.{own}", q12(getattr(it, own)), 0.0, 100.0
            yield f"{team}.backlog", q12(it.backlog), 0.0, q12(self.model["backlog_cap"] * q12(it.hours))
            yield f"{team}.hours", q12(it.hours), 0.0, 1000.0
            yield f"{team}.budget", q12(it.budget), 0.0, 1000.0
        for one, other in combinations(sorted(written.sides), 2):
            for trace in (f"{one}.{other}", f"{other}.{one}"):
                yield f"hard.{trace}", 0.0, 0.0, 3.0
                yield f"soft.{trace}", 0.0, 0.0, 3.0
            relations = written.sides[one].relations.get(other, written.sides[other].relations.get(one, 0))
            yield f"relations.{one}.{other}", q12(relations), -100.0, 100.0
        yield "freedom", q12(written.freedom), 0.0, 100.0
        for meter, it in written.meters.items():
            yield meter, q12(it.start), q12(it.range[0]), q12(it.range[1])

    def _begin_stories(self):
        stories = self.scenario.narratives
        self.slant = {(n, s): q16(it.hurts.get(s, 0)) for n, it in stories.items() for s in self.scenario.sides}
        self.stage = {n: STAGES.index(it.stage) for n, it in stories.items()}
        self.turns_above = dict.fromkeys(stories, 0)
        self.block_age = dict.fromkeys(stories, 0)
        self.cut = dict.fromkeys(stories, 0.0)
        self.answered: set[tuple[str, str]] = set()  # (team, story)
        self.answered_at_decision: set[tuple[str, str]] = set()

    def _begin_teams(self):
        teams = self.scenario.teams
        held = [(team, card) for team, it in teams.items() for card in it.holds]
        self.repeats = dict.fromkeys(held, 0)
        self.open = {(team, card): not self.scenario.cards[card].locked for team, card in held}
        self.spent: set[tuple[str, str]] = set()
        self.laid = {team: [] for team in teams}
        self.discordant: set[str] = set()  # sides
        self.listening: set[tuple[str, str]] = set()  # (team, audience), heard but not known yet
        self.heard = {(team, audience): 0 for team in teams for audience in self.scenario.audiences}
        self.polls = {(team, opinion): self.meters[opinion] for team in teams for opinion in self.opinions}
        self.crossed: set[tuple[str, str]] = set()
        self.risk_sum = dict.fromkeys(teams, 0)

    def _begin_injects(self):
        self.fired: dict[str, int] = {}
        self.date: dict[str, int] = {}
        self.met: set[str] = set()
        self.under_way = {}  # (due turn, sender) -> effect and scale

    # What the rules speak of.

    def side(self, team):
        return self.scenario.teams[team].side

    def heat(self, story):
        return self.meters[f"{story}.heat"] if story else 0.0

    def room(self, story):
        return 1 - q12(self.heat(story) * q16(0.01))

    def free(self):
        return q12(self.meters["freedom"] * q16(0.01))

    def hottest(self, side):
        """The hottest story that hurts the side, or None."""
        hurting = [story for story in sorted(self.scenario.narratives) if self.slant[story, side] > 0]
        return max(hurting, key=self.heat, default=None)

    def load(self, team):
        """B / K: the backlog in turns of hours."""
        return divided(self.meters[f"{team}.backlog"], q12(self.scenario.teams[team].hours))

    def die(self, purpose, team, thing=0):
        return die((self.seed, self.game, self.turn), purpose, team, thing)

    def decides(self, turn=None):
        """Whether the turn, by default the present one, is a round."""
        short = self.scenario.clock.short
        return self.pace == "full" or not short or (turn or self.turn) in short

    def book(self, phase, cause, meter, amount):
        if amount:
            self.ledger.append(Row(self.turn, phase, cause, meter, amount))

    # A turn opens.

    def open_turn(self):
        self.turn += 1
        self._sitrep()
        self._arrivals()
        self._injects()
        self._assess()

    def _sitrep(self):
        phase = Phase("sitrep")
        for team, it in self.scenario.teams.items():
            hours = f"{team}.hours"
            phase.add("rule/hours_renewed", hours, q12(it.hours) - self.meters[hours])
        finish(self, phase)

    def _arrivals(self):
        phase = Phase("arrivals")
        for due, sender in [key for key in self.under_way if key[0] == self.turn]:
            effect, scale = self.under_way.pop((due, sender))
            act(self, phase, effect, sender, scale)
        finish(self, phase)

    def _injects(self):
        phase = Phase("injects")
        for inject, it in self.scenario.injects.items():
            if inject not in self.fired and self._due(inject) and holds(self, it.when):
                self.fired[inject] = self.turn
                for i, effect in enumerate(it.effects):
                    send(self, phase, effect, Sender(f"inject/{inject}/effects.{i}"), 1)
        finish(self, phase)

    def _due(self, inject):
        it, date = self.scenario.injects[inject], self.date.get(inject)
        lasts = 0 if it.turn is None or it.until is None else it.until - it.turn
        first_days = [day for day in (it.turn, date) if day is not None]
        return any(day <= self.turn <= day + lasts for day in first_days)

    def _assess(self):
        """What was revealed since the last assessment becomes known."""
        for team, audience in self.listening:
            self.heard[team, audience] = self.turn
            for side in self.scenario.sides:
                opinion = f"{audience}.{side}"
                roll = self.die("poll", team, name("meter", opinion))
                error = q12(((roll & 4095) - (roll >> 12 & 4095)) / 4096)
                poll = self.meters[opinion] + q12(self.model["poll_error"] * error)
                self.polls[team, opinion] = clip(poll, -100.0, 100.0)
        self.listening = set()

    # The table decides.

    def options(self, team):
        """Legal (card, target), each taken alone, in alphabetical order."""
        cards = [card for card in set(self.scenario.teams[team].holds) if self._may_play(team, card)]
        return sorted((card, target) for card in cards for target in self._targets(team, card))

    def _may_play(self, team, card):
        ready = self.open[team, card] and (team, card) not in self.spent and self.pays(team, [card])
        return ready and holds(self, self.scenario.cards[card].needs, Sender("", team))

    def pays(self, team, cards):
        costs = [self.scenario.cards[card].cost for card in cards]
        hours, budget = sum(q12(cost.hours) for cost in costs), sum(q12(cost.budget) for cost in costs)
        return hours <= self.meters[f"{team}.hours"] and budget <= self.meters[f"{team}.budget"]

    def _targets(self, team, card):
        target, written = self.scenario.cards[card].target, self.scenario
        if target is None:
            return {None}
        if target.chosen != "any":
            return set(target.chosen)
        match target.kind:
            case "audience":
                return set(written.audiences)
            case "narrative":
                return set(written.narratives)
            case "team":
                return set(written.teams) - {team}
            case "side":
                return set(written.sides) - {self.side(team)}

    def _checked(self, team, tray):
        cards = [card for card, _ in tray]
        once = len(set(cards)) == len(cards) <= self.model["orders_per_round"]
        if not (once and self.pays(team, cards) and set(tray) <= set(self.options(team))):
            raise ValueError(f"not a legal tray of {team}: {tray}")
        return sorted(tray)

    def _standing(self, team):
        """The orders of the last turn that go on of themselves."""
        options, tray = self.options(team), []
        for card, target in self.laid[team]:
            going_on = [other for other, _ in tray]
            stands = self.scenario.cards[card].stands and (card, target) in options
            if stands and self.pays(team, [*going_on, card]):
                tray.append((card, target))
        return tray

    # A turn closes.

    def close_turn(self, orders):
        """Resolve `orders`, team -> tray; a turn without a decision has its standing orders instead."""
        for team in self.scenario.teams:
            tray = orders.get(team, [])
            self.laid[team] = self._checked(team, tray) if self.decides() else self._standing(team)
        resolve(self, [Order(team, *option) for team, tray in self.laid.items() for option in tray])
        rules.spread(self)
        rules.control(self)
        rules.feedback(self)

    def scores(self):
        """Raw scores by team and by side, and the sides that win."""
        return score.scores(self)
