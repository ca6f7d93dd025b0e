"""Whole exercises between bots as text, turn by turn: what was laid, what came of it, what moved, and the hash.

Each names the rules and the numbers of the scenario under which it was played. So a change of results is one of three
things: other rules, which saves must be told of (`RULES`); another scenario; or bots that choose otherwise.
"""

from dataclasses import dataclass
from hashlib import sha256
from itertools import cycle, zip_longest
from pathlib import Path

from pydantic import BaseModel

from engine.game.intents import INSTITUTION
from engine.game.match import begin
from engine.game.records import rules_hash
from engine.game.seats import Seat
from engine.kernel.kinds import OUTCOMES
from engine.kernel.score import scores
from engine.kernel.state import leaf_hash
from engine.scenario.reader import read_shipped, shipped_ids
from engine.text import Text

RAISE = (
    "the same orders in the same scenario come to other states under the same version of the rules. "
    "Undo what changed them, or raise RULES in engine/game/records.py, so that saves of before can only be looked at, "
    "and write the playthroughs anew with `python -m tests.playthroughs`"
)
ANEW = "results changed; if they are meant to, write the playthroughs anew with `python -m tests.playthroughs`"
FOLDER = Path(__file__).parent
HEAD = 3
"""Lines that say what is played: rules, scenario and seats."""
LAYS = "  lays "
MIXED = ("smart", "random", "prudent", "hawk", "charmer", "loud")


@dataclass(frozen=True)
class Golden:
    """One exercise: the bots sit at the teams in alphabetical order, again from the first when they run out."""

    scenario: str
    bots: tuple[str, ...]
    pace: str
    seed: int


GOLDEN = [
    golden
    for name in shipped_ids()
    for golden in (Golden(name, MIXED, "full", 1), Golden(name, ("random",), "short", 2))
]


def path_of(golden):
    """The file of an exercise."""
    return FOLDER / f"{golden.scenario}_{golden.pace}.txt"


def told(golden):
    """The lines of an exercise, played now."""
    scenario = read_shipped(golden.scenario).scenario
    seats = {team: Seat("bot", bot) for team, bot in zip(sorted(scenario.teams), cycle(golden.bots), strict=False)}
    match = begin(scenario, seats, golden.pace, golden.seed)
    yield f"rules {rules_hash()}"
    yield f"scenario {golden.scenario}, pace {golden.pace}, seed {golden.seed}, numbers {numbers(scenario)}"
    yield "seats " + ", ".join(f"{team} {seat.bot}" for team, seat in seats.items())
    while not match.ended:
        yield from turn_told(match, match.close(match.bots()))
    scored = scores(match.book, match.state)
    yield "scores " + ", ".join(f"{team} {scored.team[0, t]}" for t, team in enumerate(match.book.teams))
    yield f"digest {match.digest}"


def turn_told(match, played):
    """The lines of one turn."""
    book = match.book
    yield f"turn {played.turn}"
    yield f"  opens {leaf_hash(played.opened).hex()}"
    fired = zip(book.msel, played.after.fired[0].tolist(), strict=True)
    yield from (f"  inject {name}" for name, turn in fired if turn == played.turn)
    laid = played.after.laid
    yield from (f"{LAYS}{order_told(book, option)}" for option in sorted(laid[laid >= 0].tolist()))
    for option, outcome in sorted(played.outcomes().items()):
        yield f"  {order_told(book, option)}: {OUTCOMES[outcome]}"
    meters = zip(book.meters, played.before.meters[0].tolist(), played.after.meters[0].tolist(), strict=True)
    yield from (f"  {name} {after!r}" for name, before, after in meters if after != before)
    yield f"  state {played.hash}"


def order_told(book, option):
    """An order in words: who, what, at what, in whose voice."""
    team, card, target, voice = book.laid[option]
    return f"{team}: {card}{f' -> {target}' if target else ''}{'' if voice == INSTITUTION else f' as {voice}'}"


UNREAD = {"published_polls"}
"""Keys that no rule reads: they are for the board (tests/game/test_published_polls.py)."""


def numbers(scenario):
    """Hash of all that is written in a scenario, words aside, and UNREAD; a new key that it lacks changes nothing."""
    return sha256(repr(_without_words(scenario)).encode()).hexdigest()


def _without_words(value):
    match value:
        case BaseModel():
            written = ((name, each) for name, each in value if name in value.model_fields_set - UNREAD)
            return {name: _without_words(each) for name, each in written if not isinstance(each, Text)}
        case dict():
            return {name: _without_words(each) for name, each in sorted(value.items()) if not isinstance(each, Text)}
        case list():
            return [_without_words(each) for each in value if not isinstance(each, Text)]
    return value


def why_other(kept, now):
    """What to do about lines that are not as they were, in plain words; None where they are."""
    pairs = list(zip_longest(kept, now, fillvalue=""))
    number = next((number for number, (was, line) in enumerate(pairs) if was != line), None)
    if number is None:
        return None
    same_game = kept[:HEAD] == now[:HEAD]
    others_laid = any(line.startswith(LAYS) for line in pairs[number])
    return f"line {number + 1}: {RAISE if same_game and not others_laid else ANEW}"
