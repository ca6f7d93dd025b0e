"""A card that is not open names its whole condition, with what of it is met marked as far as its team can tell."""

import sys
from collections import Counter
from importlib.resources import files
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.compiler.book import compile_book
from engine.game.conduct import Accepted
from engine.game.intents import Lay, Order, Seal
from engine.game.knowledge import Knowledge
from engine.game.needs import in_words, unmarked
from engine.game.seats import HUMAN
from engine.game.table import Table
from engine.game.untold import as_told
from engine.kernel.options import Obstacle
from engine.language.catalogue import say
from engine.scenario.conditions import parse
from engine.scenario.expressions import Binary, names_in
from engine.scenario.names import known, resolve
from engine.scenario.reader import read_shipped, read_text
from tests.effort import one_in
from tests.game.sittings import Sitting, dice_of, people, read, traceable_data
from tests.game.tampering import is_flag_known, tampered
from tests.game.test_what_a_team_sees import SEEDS, sittings
from tests.reference_expressions import Sender, value
from tests.strategies_draws import Draws
from tests.strategies_lines import comparison

FERRY = (files("scenarios") / "ferry_rumour.yaml").read_text(encoding="utf-8")
CODES = ("refused.needs", "refused.lapsed")


@st.composite
def demanding(draw):
    """Data of a scenario in which every card asks for several things at once, most of which may hold."""
    data, d = draw(traceable_data()), Draws(draw)
    names = [name for name in known(read(data), own=True) if "channel" not in name]
    open_ones = ["turn > 1", "freedom > 50", "own.credibility > 40", *data.get("flags", {}), "turn < 3"]
    for card in data["cards"].values():
        first, second, third = (d.one(open_ones) if d.seldom(2) else comparison(d, names) for _ in range(3))
        card["needs"] = d.one(
            (f"{first} and {second}", f"({first} or {second}) and {third}", f"not ({first}) and turn")
        )
        card.pop("locked", None)
    return data


def playable(data):
    return not compile_book(read(data)).faults


def test_what_is_marked_holds_and_what_is_not_does_not_or_is_not_for_the_team_to_know():
    seen = Counter()

    @one_in(4)
    @given(demanding().filter(playable), SEEDS)
    def are_marked(data, seeds):
        for at, dice in sittings(data, seeds):
            while not at.match.ended:
                for me in at.scenario.teams:
                    seen.update(looked_at(at, me))
                at.go(dice, 1)

    are_marked()
    sys.stdout.write(f"seen: {dict(seen)}\n")  # shown with -s
    assert seen[True, True]
    assert seen[False, True]
    assert seen[True, False]


def looked_at(at, me):
    """Each part of what a team's cards need, whether it holds and whether the team can tell; it is marked as both."""
    match, scenario = at.match, as_told(at.scenario, at.match.told())
    for choice in at.view(me).choices:
        if choice.why_not is None or choice.why_not.code not in CODES:
            continue
        needs, said = at.scenario.cards[choice.card].needs, choice.why_not.get("needs")
        assert unmarked(said) == in_words(scenario, needs, me, match.told())
        for part, marked in zip(written_in(needs.tree), marks(said), strict=True):
            holds, tells = value(as_reference(match), part, Sender("", me)) != 0, can_tell(at, me, part)
            assert marked == (holds and tells)
            yield holds, tells


def written_in(node):
    """The parts of a condition, from left to right."""
    if isinstance(node, Binary) and node.operator in {"and", "or"}:
        return [*written_in(node.left), *written_in(node.right)]
    return [node]


def marks(said):
    """Whether each part of a condition is marked, from left to right."""
    match said.code:
        case "need.and" | "need.or":
            return [*marks(said.get("left")), *marks(said.get("right"))]
        case "need.bracketed":
            return marks(said.get("what"))
        case code:
            return [code == "need.met"]


def as_reference(match):
    """A match as the naive interpreter reads it."""
    book, state = match.book, match.state
    return SimpleNamespace(
        turn=state.turn,
        meters=dict(zip(book.meters, state.meters[0].tolist(), strict=True)),
        flags=dict(zip(book.flags, state.flags[0].tolist(), strict=True)),
        stage=dict(zip(book.narratives, state.stage[0].tolist(), strict=True)),
    )


def can_tell(at, me, part):
    addresses = [resolve(at.scenario, name.parts, me) for name in names_in(part)]
    knows = Knowledge(at.match, me)
    stories = {address.name for address in addresses if address.kind == "stage"}
    meters = {address.name for address in addresses if address.kind == "meter"}
    flags = {address.name for address in addresses if address.kind == "flag"}
    open_to_me = all(map(knows.reads, meters)) and all(is_flag_known(at.match, me, flag) for flag in flags)
    return at.match.turn > 0 and stories <= at.match.told() and open_to_me


def test_what_is_marked_depends_on_nothing_that_the_team_may_not_read():
    seen = Counter()

    @one_in(4)
    @given(demanding().filter(playable), SEEDS)
    def are_alike(data, seeds):
        scenario = read(data)
        for seed in seeds:
            dice = dice_of(seed)
            at = Sitting(scenario, people(scenario), seed)
            while not at.match.ended:
                me = dice.choice(sorted(scenario.teams))
                before, state = said_of_needs(at, me), at.match.state
                at.match.state = tampered(at.match, me, dice)
                after = said_of_needs(at, me)
                at.match.state = state
                for option in before.keys() & after.keys():
                    assert before[option] == after[option]
                    seen[any(marks(before[option].get("needs")))] += 1
                at.go(dice, 1)

    are_alike()
    assert seen[True]
    assert seen[False]


def said_of_needs(at, me):
    """What is said of a team's options that are shut for what they need."""
    judge, laid = at.match.judge(me), at.match.book.laid
    shut = [option for option, against in enumerate(judge.obstacles) if against == Obstacle.NEEDS]
    return {option: judge.why_not(Order(*laid[option][1:])) for option in shut if laid[option][0] == me}


@pytest.mark.parametrize(
    ("written", "read_aloud"),
    [
        ("turn > 2 and turn < 4 or turn > 6", "(the turn above 2; the turn below 4), or the turn above 6"),
        ("(turn > 2 or turn < 4) and turn > 6", "(the turn above 2, or the turn below 4); the turn above 6"),
        ("not (turn > 2 and turn < 4)", "not so, or not any more: (the turn above 2; the turn below 4)"),
    ],
)
def test_what_is_joined_cannot_be_read_in_two_ways(written, read_aloud):
    scenario = read_shipped("ferry_rumour").scenario
    assert say("en", in_words(scenario, parse(written), None, scenario.narratives)) == read_aloud


@pytest.mark.parametrize(
    ("lang", "open_still", "met"),
    [
        ("en", "“The cargo list is public”; ", "Policy clarity: Embassy of Samudra at least 45 (met)"),
        (
            "id",
            "“Daftar muatan sudah diumumkan”; ",
            "Kejelasan kebijakan: Kedubes Samudra paling sedikit 45 (terpenuhi)",
        ),
    ],
)
def test_a_team_reads_what_its_card_still_needs_beside_what_is_met(lang, open_still, met):
    at = clear_words()
    (why,) = {choice.why_not for choice in at.view("embassy").choices if choice.card == "joint_inspection"}
    assert say(lang, why.get("needs")) == open_still + met


def clear_words():
    """A table at which the embassy has agreed on what may be said, and has not published its list."""
    reading = read_shipped("ferry_rumour")
    at = Table.start(reading, dict.fromkeys(reading.scenario.teams, HUMAN), seed=1)
    for intent in (Lay("embassy", "agree_on_words"), *map(Seal, reading.scenario.teams)):
        assert isinstance(at.apply(intent.team, intent), Accepted)
    return at


RARELY, SOON = "chance: likely, once: true", "own.clarity >= 45, teaches"
GOAL = "harbour_open and own.credibility >= 50"


@pytest.mark.parametrize(
    ("way", "team", "told"), [("covert", "harbour", False), ("covert", "embassy", True), ("public", "harbour", True)]
)
def test_a_flag_that_was_raised_in_secret_is_told_to_those_alone_who_raised_it(way, team, told):
    at = with_list_published(way)
    (why,) = (each.why_not for each in at.view(team).choices if each.card == "joint_inspection")
    assert marks(why.get("needs")) == [told, False]
    assert Knowledge(at.match, team).judges(parse("list_published"), team) == told
    if team == "harbour":
        (aim,) = at.view(team).objectives
        assert ("aim.so" in {line.code for line in aim.now}) == told
        assert aim.met == told


def with_list_published(way):
    """A table at which the embassy has published its list in a way, which the harbour wants and needs."""
    text = FERRY
    for written, instead in (
        (RARELY, f"chance: certain, once: true, visible: {way}"),
        (SOON, "own.clarity >= 95, teaches"),
        (GOAL, "list_published and own.credibility >= 5"),
    ):
        assert written in text
        text = text.replace(written, instead)
    reading = read_text(text.encode(), "ferry.yaml")
    at = Table.start(reading, dict.fromkeys(reading.scenario.teams, HUMAN), seed=1)
    for intent in (Lay("embassy", "cargo_list", "spies_aboard"), *map(Seal, reading.scenario.teams)):
        assert isinstance(at.apply(intent.team, intent), Accepted)
    assert at.match.state.flags[0, at.match.book.flags.index("list_published")]
    return at


@pytest.mark.parametrize(
    ("lang", "told", "untold"),
    [
        (
            "en",
            "heat of “There are spies aboard” below 30; the story “Help comes too late” online",
            "heat of a story not yet told below 30; a story not yet told online",
        ),
        (
            "id",
            "panas narasi “Ada mata-mata di kapal” di bawah 30; narasi “Bantuan terlambat” daring",
            "panas narasi yang belum beredar di bawah 30; narasi yang belum beredar daring",
        ),
    ],
)
def test_a_story_without_a_name_is_spoken_of_without_the_quotes_of_a_title(lang, told, untold):
    scenario, needs = read_shipped("ferry_rumour").scenario, parse("spies_aboard.heat < 30 and help_is_late.stage == 0")
    assert say(lang, in_words(as_told(scenario, ()), needs, None, ())) == untold
    assert say(lang, in_words(scenario, needs, None, scenario.narratives)) == told
    stage = parse("help_is_late.stage + 1 > spies_aboard.stage")
    assert "“" not in say(lang, in_words(scenario, stage, None, ()))
