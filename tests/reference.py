"""The naive interpreter of docs/MODEL.md: one game in plain Python, to be read beside that page."""

from engine.scenario.parameters import PARAMETERS
from tests import reference_opening as opening
from tests import reference_rules as rules
from tests import reference_score as score
from tests.reference_check import Order
from tests.reference_feedback import feedback
from tests.reference_orders import resolve
from tests.reference_phase import Row
from tests.reference_start import NEVER, STAGES, all_meters
from tests.reference_tables import clip, die, divided, q12, q16
from tests.reference_trays import checked, standing

AMOUNTS = ("points", "points a turn", "hours", "hours a turn", "z", "log rate")
"""Units of the parameters that are amounts; the others are coefficients."""


class Reference:
    """One exercise; `open_turn` and `close_turn` in turn until the clock's last turn is closed."""

    def __init__(self, scenario, seed, game=0, pace="full"):
        self.scenario, self.seed, self.game, self.pace = scenario, seed % 2**64, game, pace
        written = scenario.model.model_dump(exclude_none=True) if scenario.model else {}
        self.model = {p.name: (q12 if p.unit in AMOUNTS else q16)(written.get(p.name, p.default)) for p in PARAMETERS}
        self.turn = scenario.clock.first - 1
        self.meters, self.range = {}, {}
        for meter, start, low, high in all_meters(scenario, self.model):
            self.range[meter] = (low, high)
            self.meters[meter] = clip(start, low, high)
        self.start = dict(self.meters)
        self.opinions = {f"{a}.{s}" for a in scenario.audiences for s in scenario.sides}
        self.heats = {f"{n}.heat": n for n in scenario.narratives}
        self.flags = dict.fromkeys(scenario.flags, False)
        self.ledger: list[Row] = []
        self.after = {(0, "startex"): self.start}  # (turn, phase) -> meters when it had ended
        self._begin_stories()
        self._begin_teams()
        self._begin_orders()
        self._begin_hearing()
        self._begin_injects()

    def _begin_stories(self):
        stories = self.scenario.narratives
        self.slant = {(n, s): q16(it.hurts.get(s, 0)) for n, it in stories.items() for s in self.scenario.sides}
        self.stage = {n: STAGES.index(it.stage) for n, it in stories.items()}
        self.turns_above = dict.fromkeys(stories, 0)
        self.block_age = dict.fromkeys(stories, 0)
        self.cut = dict.fromkeys(stories, 0.0)
        self.answered: set[tuple[str, str]] = set()  # (team, story), at the last decision or since
        self.treated: set[tuple[str, str]] = set()  # (team, class of comments), likewise

    def _begin_teams(self):
        teams = self.scenario.teams
        held = [(team, card) for team, it in teams.items() for card in it.holds]
        self.repeats = dict.fromkeys(held, 0)
        self.open = {(team, card): not self.scenario.cards[card].locked for team, card in held}
        self.spent: set[tuple[str, str]] = set()
        self.prepared: set[tuple[str, str]] = set()
        self.tended = dict.fromkeys(held, NEVER)  # turn in which it last took effect, or was maintained
        self.suspended = {(team, platform): NEVER for team in teams for platform in self.scenario.platforms}
        self.exposed = dict.fromkeys(teams, NEVER)
        self.crossed: set[tuple[str, str]] = set()
        self.risk_sum = dict.fromkeys(teams, 0)

    def _begin_orders(self):
        self.laid = {team: [] for team in self.scenario.teams}  # (card, target, voice) of this turn
        self.waiting: list[Order] = []  # laid last turn, to take effect in this
        self.in_effect: list[Order] = []  # of this turn
        self.spoken_out: list[Order] = []  # personal voices that brought discord this turn
        self.discordant: set[str] = set()  # sides
        self.z: dict[tuple[int, Order], float] = {}
        self.outcomes: dict[tuple[int, Order], str] = {}
        self.leaked: list[Order] = []  # this turn
        self.bound: dict[Order, int] = {}  # position -> last turn for which it binds

    def _begin_hearing(self):
        pairs = [(team, audience) for team in self.scenario.teams for audience in self.scenario.audiences]
        self.revealed: dict[tuple[str, str], str] = {}  # (team, audience) -> how, not known yet
        self.sorting: set[str] = set()  # teams
        self.sharing: set[tuple[str, str]] = set()  # (from, to)
        self.heard, self.polled, self.depth = (dict.fromkeys(pairs, 0) for _ in range(3))
        self.sorted = dict.fromkeys(self.scenario.teams, 0)
        polls = [(team, opinion) for team in self.scenario.teams for opinion in self.opinions]
        self.polls = {(team, opinion): self.meters[opinion] for team, opinion in polls}

    def _begin_injects(self):
        self.fired: dict[str, int] = {}
        self.date: dict[str, int] = {}
        self.met: set[str] = set()
        self.under_way = {}  # (due turn, effect's sender) -> effect and scale

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

    def fresh(self, turn):
        """Whether what was learned at this turn is of use yet."""
        return turn > 0 and self.turn - turn < self.model["listening_lasts"]

    def die(self, purpose, team, thing=0):
        return die((self.seed, self.game, self.turn), purpose, team, thing)

    def happens(self, chance, purpose, team, thing):
        """Whether the die's lowest 16 bits fall below the chance."""
        return self.die(purpose, team, thing) & 65535 < min(65536, round(65536 * chance))

    def decides(self, turn=None):
        """Whether the turn, by default the present one, is a round."""
        short, turn = self.scenario.clock.short, self.turn if turn is None else turn
        return self.pace == "full" or not short or turn in short or turn == 0

    def book(self, phase, cause, meter, amount):
        if amount:
            self.ledger.append(Row(self.turn, phase, cause, meter, amount))

    # A turn.

    def open_turn(self):
        self.turn += 1
        opening.sitrep(self)
        if self.turn > 0:
            opening.arrivals(self)
            opening.injects(self)
            opening.assess(self)

    def close_turn(self, orders):
        """Resolve `orders`, team -> tray; a turn without a decision has its standing orders instead."""
        for team in self.scenario.teams:
            self.laid[team] = checked(self, team, orders.get(team, [])) if self.decides() else standing(self, team)
        resolve(self, [Order(team, *option) for team, tray in self.laid.items() for option in tray])
        if self.turn > 0:
            rules.spread(self)
            rules.control(self)
            feedback(self)

    def scores(self):
        """Raw scores by team and by side, the sides that win, and the score of the whole table."""
        return score.scores(self)
