"""Strategies that build whole valid scenarios by construction, and legal orders for them."""

from itertools import combinations

from hypothesis import strategies as st

from engine.compiler.book import compile_book
from engine.scenario.parameters import PARAMETERS
from engine.scenario.scenario import Scenario
from tests.reference_trays import options, pays
from tests.strategies_cards import VOICES, card, taught
from tests.strategies_cast import cast_of
from tests.strategies_draws import Draws, written
from tests.strategies_effects import NOBODY, comments, several_effects
from tests.strategies_lessons import surroundings
from tests.strategies_lines import amount, condition, plain_amount

LEVELS = ("ministry", "embassy", "government", "company", "citizens", "platform", "organisation")
HOURS = (24, 1, 2, 3, 4, 6, 8, 12, 48, 72, 168)
VOICES_OF_THE_CROWD = ("question", "threat", "joke", "rumour", "organised", "bystander", "praise", "news")
WHOLE = ("turns", "orders")
"""Units of parameters that are whole numbers."""
SELDOM = tuple(p for p in PARAMETERS if p.name in {"leak_chance", "leak_exposed", "personal_discord", "delay_clarity"})
"""Numbers of the model that make frequent, when they are high, what is seldom."""


def scenario_of(d):
    """A whole valid scenario, as the data of its YAML."""
    cast = cast_of(d)
    data = {
        "schema_version": 1,
        "id": "generated",
        "title": d.words(),
        "summary": d.words(),
        "clock": clock(d, cast),
        "freedom": d.number(0, 100),
        "sides": sides(d, cast),
        "audiences": {name: audience(d, cast, name) for name in cast.audiences},
        "platforms": {name: {"name": "platform"} for name in cast.platforms},
        "frames": {name: frame(d) for name in cast.frames},
        "narratives": {name: story(d, cast, name) for name in cast.stories},
        "teams": {name: team(d, cast, name) for name in cast.teams},
        "meters": {name: meter(d, cast, name) for name in cast.meters},
        "flags": {name: written(name="flag", text=d.maybe(d.words)) for name in cast.flags},
        "cards": {name: card(d, cast, name) for name in cast.cards},
        "injects": {name: inject(d, cast) for name in cast.injects},
        **crowd(d, cast),
        **written(model=model(d, 6) if d.seldom(2) else None, scored=d.maybe(d.one, ["together", "against"])),
    }
    give_dates(data)
    return data | surroundings(d, cast, data, model)


@st.composite
def scenario_data(draw):
    """Data of whole valid scenarios."""
    return scenario_of(Draws(draw))


def scenarios():
    """Whole valid scenarios."""
    return scenario_data().map(Scenario.model_validate)


def playable_data():
    """Data of a whole valid scenario whose numbers the compiler proves to stay exact, as nearly all do."""
    return scenario_data().filter(lambda data: not compile_book(Scenario.model_validate(data)).faults)


def give_dates(data):
    """An inject without a date must be scheduled by something; give one to those that nothing schedules."""
    mentioned = str([data["cards"], data.get("comments"), [it["effects"] for it in data["injects"].values()]])
    for name, it in data["injects"].items():
        if f"'inject': '{name}'" not in mentioned and "turn" not in it:
            it["turn"] = 1
            it.pop("until", None)


def clock(d, cast):
    turns = range(1, cast.turns + 1)
    return written(
        starts="2031-04-10 08:00",
        hours_per_turn=d.one(HOURS),
        turns=cast.turns,
        short=sorted({1, *d.some(turns, most=cast.turns)}) if d.seldom(2) else None,
        peacetime=d.words() if cast.peacetime else None,
    )


def sides(d, cast):
    data = {name: {"name": d.words()} for name in cast.sides}
    for pair in combinations(cast.sides, 2):
        one, other = d.some(pair, least=2)
        if d.seldom(2):
            data[one].setdefault("relations", {})[other] = d.number(-100, 100)
    return data


def audience(d, cast, name):
    others = [other for other in cast.audiences if other != name]
    return written(
        name=d.words(),
        text=d.maybe(d.words),
        home=d.one([None, *cast.sides]),
        opinion=d.mapping(cast.sides, d.number, -100, 100),
        listens_to={other: n / 1000 for other, n in d.mapping(others, d.whole, 0, 333).items()},
        fit=d.mapping([*cast.platforms, *cast.frames, *VOICES], d.number, 0, 1),
        poll_bias=d.mapping(cast.sides, d.number, -100, 100),
        published_polls={side: [d.whole(1, cast.turns)] for side in d.some(cast.sides)} if d.seldom(3) else None,
        weight=d.maybe(d.number, 0, 10),
    )


def frame(d):
    return written(name=d.words(), text=d.maybe(d.words), light=d.maybe(d.seldom, 2))


def story(d, cast, name):
    others = [other for other in cast.stories if other != name]
    return written(
        name=d.words(),
        text=d.maybe(d.words),
        heat=d.number(0, 100),
        stage=d.one([None, "cyber", "grassroots", "public"]),
        hurts=d.mapping(cast.sides, d.number, -4, 4),
        among=d.mapping(cast.audiences, d.number, 0, 1),
        feeds=d.mapping(others, d.number, 0, 1),
        truth=d.one([None, "true", "false", "contested"]),
        grievance=d.maybe(d.one, ["real", "none"]),
    )


def team(d, cast, name):
    names, holds = cast.names(own=True), [card for card in cast.cards if name in cast.holders[card]]
    return written(
        name=d.words(),
        side=cast.side_of[name],
        level=d.one(LEVELS),
        brief=d.words(),
        hours=d.one([d.number(20, 60)] * 3 + [0, 1000]),
        budget=d.maybe(d.number, 0, 10),
        credibility=d.maybe(d.number, 0, 100),
        clarity=d.maybe(d.number, 0, 100),
        network=d.maybe(d.number, 0, 100),
        backlog=d.maybe(d.number, 0, 200),
        file=d.maybe(d.number, 0, 100),
        channels=d.maybe(d.mapping, cast.platforms, d.number, 1, 100),
        holds=holds,
        mission=d.maybe(plain_amount, d, names, 100),
        objectives={goal: objective(d, names) for goal in d.some(["z_goal", "a_goal"])},
        red_lines={line: red_line(d, names, holds) for line in d.some(["z_line", "a_line"])} if holds else None,
    )


def objective(d, names):
    return {"text": d.words(), "when": condition(d, names), "points": d.one([1, 2.5, 10, 0.1])}


def red_line(d, names, holds):
    when, cap = d.maybe(condition, d, names), d.maybe(d.number, 0, 100)
    return written(text=d.words(), cards=d.some(holds, least=1), when=when, cap=cap)


def meter(d, cast, name):
    low, high = d.number(-100, 0), d.number(1, 1000)
    return written(
        name=d.words(),
        text=d.maybe(d.words),
        unit=d.maybe(d.words),
        start=d.one([low, high, d.number(0, 1)]),
        range=[low, high],
        each_turn=d.several(2, drift, d, cast, name),
        known_to=d.one(["public", None]) if cast.known_to[name] is None else cast.known_to[name],
    )


def drift(d, cast, moved):
    by, when = amount(d, cast.read_with(moved), 10), d.maybe(condition, d, cast.names(own=False))
    return written(by=by, when=when, because=d.words())


def inject(d, cast):
    turn = d.whole(1, cast.turns) if not d.seldom(3) else None
    return written(
        name=d.words(),
        text=d.words(),
        sender=d.maybe(d.words),
        headline=d.maybe(d.words),
        turn=turn,
        until=d.maybe(d.whole, turn, cast.turns) if turn else None,
        when=d.maybe(condition, d, cast.names(own=False)),
        to=d.one(["all", d.some(cast.teams, least=1), "nobody", None]),
        expects=expected(d, cast) if d.seldom(2) else None,
        effects=several_effects(d, cast, NOBODY, 2),
        teaches=taught(d),
    )


def expected(d, cast):
    missed = several_effects(d, cast, NOBODY, 2, least=1)
    return {"any": d.some(cast.cards, least=1), "within": d.whole(1, 3), "if_missed": missed}


def crowd(d, cast):
    """A flood of comments, voices, and those who mourn: all of it speaks of what is in the open."""
    names = cast.open_names()
    return written(
        casualties=d.maybe(condition, d, names),
        appearances={name: written(name=d.words(), text=d.maybe(d.words)) for name in cast.appearances} or None,
        comments={name: comments(d, cast) for name in cast.comments} or None,
        feed={name: voice(d, cast, names) for name in cast.feed} or None,
    )


def voice(d, cast, names):
    return written(
        who=d.words(),
        text=d.words(),
        kind=d.one(VOICES_OF_THE_CROWD),
        about=d.maybe(d.one, cast.stories),
        when=d.maybe(condition, d, names),
    )


def model(d, most):
    """A few numbers of the model, anywhere within their bounds."""
    chosen = [*d.some(SELDOM, most=2), *d.some(PARAMETERS, most=4)]
    return {p.name: value(d, p) for p in chosen[:most]}


def value(d, parameter):
    low, high = parameter.low, parameter.high
    if parameter.unit in WHOLE:
        return d.whole(round(low), round(high))
    return min(high, max(low, low + (high - low) * d.whole(0, 1000) / 1000))


@st.composite
def orders(draw, game):
    """Legal trays for the present turn of a game (of the interpreter), team -> [(card, target, voice), ...]."""
    return {team: tray(Draws(draw), game, team) for team in game.scenario.teams}


def tray(d, game, team):
    """Options that are wanted, as far as there is room and they can be paid."""
    laid, most = [], min(int(game.model["orders_per_round"]), 4)
    for option in d.some(options(game, team), most=2 * most):
        cards = [card for card, *_ in [*laid, option]]
        if len(set(cards)) == len(cards) <= most and pays(game, team, cards):
            laid.append(option)
    return laid
