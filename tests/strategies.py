"""Strategies that build whole valid scenarios by construction, and legal orders for them."""

from itertools import combinations

from hypothesis import strategies as st

from engine.compiler.book import compile_book
from engine.scenario.cards import CHANCE_WORDS
from engine.scenario.parameters import PARAMETERS
from engine.scenario.scenario import Scenario
from tests.reference_trays import options, pays
from tests.strategies_cast import casts, some
from tests.strategies_effects import (
    Setting,
    amounts,
    conditions,
    effects,
    mapping,
    maybe,
    numbers,
    plain_amounts,
    written,
)

WORDS = st.sampled_from(["words", {"en": "words", "id": "kata"}, {"id": "kata"}])
LEVELS = ("ministry", "embassy", "government", "company", "citizens", "platform", "organisation")
WHOLE = ("turns", "orders")
"""Units of parameters that are whole numbers."""

FORMS = ("listen", "guidance", "post", "reply", "correction", "statement", "aid", "meet", "kopi_darat", "measure")


@st.composite
def scenario_data(draw):
    """A whole valid scenario, as the data of its YAML."""
    cast = draw(casts())
    turns = draw(st.integers(1, 6))
    data = {
        "schema_version": 1,
        "id": "generated",
        "title": draw(WORDS),
        "summary": draw(WORDS),
        "clock": draw(clocks(turns)),
        "freedom": draw(numbers(0, 100)),
        "sides": draw(sides(cast)),
        "audiences": {audience: draw(audiences(cast, audience)) for audience in cast.audiences},
        "platforms": {platform: {"name": "platform"} for platform in cast.platforms},
        "frames": {frame: {"name": "frame"} for frame in cast.frames},
        "narratives": {story: draw(stories(cast, story)) for story in cast.stories},
        "teams": {team: draw(teams(cast, team)) for team in cast.teams},
        "meters": {meter: draw(meters(cast)) for meter in cast.meters},
        "flags": {flag: {"name": "flag"} for flag in cast.flags},
        "cards": {card: draw(cards(cast, card)) for card in cast.cards},
        "injects": {inject: draw(injects(cast, turns)) for inject in cast.injects},
        **written(model=draw(maybe(models()))),
    }
    give_dates(data)
    return data


def scenarios():
    """Whole valid scenarios."""
    return scenario_data().map(Scenario.model_validate)


def playable_data():
    """Data of a whole valid scenario whose numbers the compiler proves to stay exact, as nearly all do."""
    return scenario_data().filter(lambda data: not compile_book(Scenario.model_validate(data)).faults)


def give_dates(data):
    """An inject without a date must be scheduled by something; give one to those that nothing schedules."""
    mentioned = str([data["cards"], [it["effects"] for it in data["injects"].values()]])
    for inject, it in data["injects"].items():
        if f"'inject': '{inject}'" not in mentioned and "turn" not in it:
            it["turn"] = 1
            it.pop("until", None)


@st.composite
def clocks(draw, turns):
    hours = draw(st.sampled_from([1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 168]))
    short = draw(maybe(st.sets(st.integers(1, turns)).map(lambda days: sorted({1, *days}))))
    return written(starts="2031-04-10 08:00", hours_per_turn=hours, turns=turns, short=short)


@st.composite
def sides(draw, cast):
    data = {side: {"name": draw(WORDS)} for side in cast.sides}
    for pair in combinations(cast.sides, 2):
        one, other = draw(st.permutations(pair))
        relations = draw(maybe(numbers(-100, 100)))
        if relations is not None:
            data[one].setdefault("relations", {})[other] = relations
    return data


@st.composite
def audiences(draw, cast, audience):
    others = [other for other in cast.audiences if other != audience]
    listens_to = draw(mapping(others, st.integers(0, 333).map(lambda n: n / 1000)))
    return written(
        name=draw(WORDS),
        home=draw(maybe(st.sampled_from(cast.sides))),
        opinion=draw(mapping(cast.sides, numbers(-100, 100))),
        listens_to=listens_to,
        fit=draw(mapping([*cast.platforms, *cast.frames], numbers(0, 1))),
        weight=draw(maybe(numbers(0, 10))),
    )


@st.composite
def stories(draw, cast, story):
    others = [other for other in cast.stories if other != story]
    return written(
        name=draw(WORDS),
        heat=draw(numbers(0, 100)),
        stage=draw(maybe(st.sampled_from(["cyber", "grassroots", "public"]))),
        hurts=draw(mapping(cast.sides, numbers(-4, 4))),
        among=draw(mapping(cast.audiences, numbers(0, 1))),
        feeds=draw(mapping(others, numbers(0, 1))),
        truth=draw(maybe(st.sampled_from(["true", "false", "contested"]))),
    )


@st.composite
def teams(draw, cast, team):
    names, holds = cast.names(own=True), [card for card in cast.cards if team in cast.holders[card]]
    objective = st.fixed_dictionaries(
        {"text": WORDS, "when": conditions(names), "points": st.sampled_from([1, 2.5, 10, 0.1])}
    )
    line = st.builds(
        written,
        text=WORDS,
        cards=some(holds, least=1),
        when=maybe(conditions(names)),
        cap=maybe(numbers(0, 100)),
    )
    return written(
        name=draw(WORDS),
        side=cast.side_of[team],
        level=draw(st.sampled_from(LEVELS)),
        brief=draw(WORDS),
        hours=draw(st.one_of(numbers(20, 60), st.sampled_from([0, 1000]))),
        budget=draw(maybe(numbers(0, 10))),
        credibility=draw(maybe(numbers(0, 100))),
        clarity=draw(maybe(numbers(0, 100))),
        network=draw(maybe(numbers(0, 100))),
        backlog=draw(maybe(numbers(0, 200))),
        holds=holds,
        mission=draw(maybe(plain_amounts(names, 100))),
        objectives=draw(mapping(["z_goal", "a_goal"], objective)),
        red_lines=draw(mapping(["z_line", "a_line"], line)) if holds else None,
    )


@st.composite
def meters(draw, cast):
    low = draw(numbers(-100, 0))
    high = draw(numbers(1, 1000))
    start = draw(st.one_of(st.just(low), st.just(high), numbers(0, 1)))
    names = cast.names(own=False)
    drift = st.builds(written, by=amounts(names, 10), when=maybe(conditions(names)), because=WORDS)
    each_turn = draw(st.lists(drift, max_size=2))
    known_to = draw(maybe(some(cast.teams)))
    return written(name=draw(WORDS), start=start, range=[low, high], each_turn=each_turn, known_to=known_to)


@st.composite
def targets(draw, cast):
    known = {"audience": cast.audiences, "narrative": cast.stories, "team": cast.teams, "side": cast.sides}
    kind = draw(st.sampled_from(list(known)))
    return {kind: draw(st.one_of(st.just("any"), some(known[kind], least=1, most=4)))}


@st.composite
def cards(draw, cast, card):
    kind = draw(st.sampled_from(["move", "social_media"]))
    power = draw(st.sampled_from(["hard", "soft", "smart", *[None] * (kind == "social_media")]))
    own_sides = {cast.side_of[team] for team in cast.holders[card]}
    aims = [side for side in cast.sides if side not in own_sides]
    target = draw(st.one_of(st.none(), targets(cast)))
    setting = Setting(own=True, target=next(iter(target or []), None))
    chances = st.sampled_from(["certain", *CHANCE_WORDS]), st.integers(1, 99).map(lambda p: p / 100)
    flips = {"once": draw(maybe(st.booleans())), "locked": draw(maybe(st.booleans()))}
    prices = mapping(["credibility", "clarity", "network"], numbers(-10, 10))
    return written(
        name=draw(WORDS),
        kind=kind,
        power=power,
        form=draw(st.sampled_from(FORMS)),
        frame=draw(maybe(st.sampled_from(cast.frames))) if cast.frames else None,
        platform=draw(maybe(st.sampled_from(cast.platforms))) if cast.platforms else None,
        visible=draw(maybe(st.sampled_from(["public", "parties", "covert"]))),
        target=target,
        about=draw(maybe(st.sampled_from(cast.stories))),
        aim=draw(st.one_of(st.none(), st.sampled_from(aims))) if aims else None,
        cost=draw(maybe(st.fixed_dictionaries({"hours": numbers(0, 20), "budget": numbers(0, 2)}))),
        price=draw(maybe(prices)),
        chance=draw(maybe(st.one_of(*chances))),
        needs=draw(maybe(conditions(cast.names(own=True)))),
        stands=draw(st.booleans()),
        effects=draw(st.lists(effects(cast, setting), max_size=3)),
        **flips,
    )


@st.composite
def injects(draw, cast, turns):
    turn = draw(st.one_of(st.none(), st.integers(1, turns)))
    until = draw(maybe(st.integers(turn, turns))) if turn else None
    sent = st.lists(effects(cast, Setting()), max_size=2)
    answers = st.builds(written, any=some(cast.cards, least=1), within=st.integers(1, 3), if_missed=sent)
    return written(
        name=draw(WORDS),
        text=draw(WORDS),
        turn=turn,
        until=until,
        when=draw(maybe(conditions(cast.names(own=False)))),
        to=draw(maybe(some(cast.teams, least=1))),
        expects=draw(st.one_of(st.none(), answers)),
        effects=draw(sent),
    )


@st.composite
def models(draw):
    """A few numbers of the model, anywhere within their bounds."""
    chosen = draw(st.lists(st.sampled_from(PARAMETERS), max_size=6, unique=True))
    return {p.name: draw(values(p)) for p in chosen}


def values(parameter):
    low, high = parameter.low, parameter.high
    if parameter.unit in WHOLE:
        return st.integers(round(low), round(high))
    return st.integers(0, 1000).map(lambda n: min(high, max(low, low + (high - low) * n / 1000)))


@st.composite
def orders(draw, game):
    """Legal trays for the present turn of a game (of the interpreter), team -> [(card, target, voice), ...]."""
    return {team: draw(trays(game, team)) for team in game.scenario.teams}


@st.composite
def trays(draw, game, team):
    legal, tray = options(game, team), []
    if not legal:
        return tray
    most = int(game.model["orders_per_round"])
    wanted = st.lists(st.sampled_from(legal), max_size=min(most, 4), unique_by=lambda option: option[0])
    for option in draw(wanted):
        if pays(game, team, [card for card, *_ in [*tray, option]]):
            tray.append(option)
    return tray
