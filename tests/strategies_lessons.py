"""What surrounds a generated crisis: notes and questions, seats, a precedent with its counter-line, and claims."""

from typing import get_args

from engine.scenario.coach import Region
from engine.scenario.names import TEAM_METERS
from engine.scenario.precedent import MOST_OVERRIDES, Bot
from tests.strategies_draws import written

BOTS = get_args(Bot)
AT = ("peak", "trough", "end")


def surroundings(d, cast, data, model):
    """All that moves nothing; `data` is the scenario so far, and `model` draws so many of the model's numbers."""
    mates = cast.mates()
    return written(
        content_note=d.maybe(d.words),
        difficulty=d.maybe(d.one, ["introductory", "intermediate", "advanced"]),
        learning_objectives=d.maybe(d.several, 2, d.words),
        discussion=d.maybe(d.several, 2, d.words),
        notes=d.maybe(d.several, 2, note, d),
        advice=d.maybe(d.several, 2, d.words),
        merges=[d.some(d.one(mates), least=2, most=2)] if mates and d.seldom(2) else None,
        drop_first=d.maybe(d.some, cast.teams[1:]),
        coach=d.several(4, mark, d, cast),
        precedent=precedent(d, cast, data, model) if d.seldom(3) else None,
        claims=d.several(3, claim, d, cast),
    )


def mark(d, cast):
    to = d.one([None, "all", d.some(cast.teams, least=1)])
    return written(at=d.one(get_args(Region)), turn=d.maybe(d.whole, 0, cast.turns), to=to, text=d.words())


def note(d):
    return {"text": d.words(), "source": d.words()}


def claim(d, cast):
    better, worse = d.some(BOTS, least=2, most=2)
    return {"text": d.words(), "team": d.one(cast.teams), "better": better, "worse": worse}


def precedent(d, cast, data, model):
    pace, first = d.one(("full", "short")), 0 if cast.peacetime else 1
    rounds = {first, *(data["clock"].get("short") or range(1, cast.turns + 1))} if pace == "short" else None
    turns = sorted(rounds or range(first, cast.turns + 1))
    bands = d.several(3, band, d, cast, first, least=1)
    outside = d.some(range(len(bands)), least=1)
    return written(
        title=d.words(),
        source=d.words(),
        pace=pace,
        model=d.maybe(model, d, MOST_OVERRIDES),
        orders=line(d, data, turns),
        bands=bands,
        counter={"text": d.words(), "orders": line(d, data, turns), "outside": outside},
    )


def band(d, cast, first):
    low = d.number(-100, 100)
    meter = d.one(["freedom", f"{d.one(cast.teams)}.{d.one(TEAM_METERS)}", f"{d.one(cast.stories)}.heat"])
    at = d.one([*AT, d.whole(first, cast.turns)])
    return {"meter": meter, "at": at, "low": low, "high": low + d.whole(0, 15), "text": d.words()}


def line(d, data, turns):
    """Turn -> team -> orders."""
    return {str(turn): trays(d, data) for turn in d.some(turns)}


def trays(d, data):
    return {team: d.several(2, order, d, data, team) for team in d.some(data["teams"]) if orderable(data, team)}


def order(d, data, team):
    """An order as it is written: `card`, `card > target`, `card > target as voice`."""
    card = d.one(orderable(data, team))
    targets, voices = choices(data, team, card), data["cards"][card].get("voices") or ["institution"]
    spoken = d.one(["", *(f" as {voice}" for voice in voices)])
    return f"{card}{f' > {d.one(targets)}' if targets else ''}{spoken}"


def orderable(data, team):
    """Cards that a team holds and has something to choose for."""
    held = data["teams"][team]["holds"]
    return [card for card in held if "target" not in data["cards"][card] or choices(data, team, card)]


def choices(data, team, card):
    """What may be chosen with a card; nothing where it chooses nothing."""
    [(kind, chosen)] = data["cards"][card].get("target", {None: []}).items()
    if chosen != "any":
        return chosen
    if kind == "comments":
        return [*data.get("appearances", {}), *data.get("comments", {})]
    own = {"team": team, "side": data["teams"][team]["side"]}.get(kind)
    return [one for one in data[f"{kind}s"] if one != own]
