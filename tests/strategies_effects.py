"""Effects of generated scenarios: every verb, with all that it can be said of."""

from dataclasses import dataclass

from tests.strategies_draws import written
from tests.strategies_lines import amount, condition, total

OUTCOMES = ("success", "partial", "backfire")
SPREADING = ("shift", "spark", "cool")


@dataclass(frozen=True)
class Setting:
    """Where effects stand: whether a team sends them, which teams could, and what can be chosen with the order."""

    own: bool = False
    senders: tuple[str, ...] = ()
    target: str | None = None  # the kind of target
    chosen: object = None  # ids, or `any`
    outcomes: tuple[str, ...] = OUTCOMES


NOBODY = Setting()


def several_effects(d, cast, setting, most, least=0):
    return d.several(most, effect, d, cast, setting, least=least)


def effect(d, cast, setting):
    known = verbs(cast, setting)
    verb = d.one(["shift", *known, "shift", "spark", "cool"])
    it = {verb: known[verb](d, cast, setting)}
    if setting.own:
        it |= written(on=d.maybe(outcomes, d, setting))
    if d.seldom(4):
        it["when"] = condition(d, cast.names(own=setting.own))
    it |= written(after=d.whole(0, 3) if d.seldom(4) else None)
    if verb in SPREADING:
        it |= written(spread=d.maybe(d.whole, 1, 4))
    return it | written(because=d.words() if d.seldom(6) else None)


def outcomes(d, setting):
    """One outcome, or a list."""
    return d.some(setting.outcomes, least=1) if d.seldom(2) else d.one(setting.outcomes)


def verbs(cast, setting):
    """Each verb with what writes it; some only where there is something to name."""
    known = {
        "shift": shift,
        "spark": heat,
        "cool": heat,
        "block": lambda d, *here: {"narrative": story(d, *here)},
        "retarget": retarget,
        "reveal": reveal,
        "unlock": gate,
        "close": gate,
        "expose": lambda d, *here: {"team": whose(d, *here), "turns": d.whole(0, 3)},
    }
    if cast.flags:
        known |= dict.fromkeys(("raise", "clear"), lambda d, *_: d.one(cast.flags))
    if cast.injects:
        known["schedule"] = schedule
    if cast.platforms:
        known["suspend"] = suspend
    if setting.own:
        known["prepare"] = lambda d, *_: {"card": d.one(cast.held_with(setting.senders))}
        known["share"] = lambda d, *_: {"to": d.one(["mates", *cast.teams, *target(setting, "team")])}
    return known


# Who and what an effect is about.


def target(setting, *kinds):
    """The word for what was chosen, where it is of such a kind."""
    return ["target"] if setting.target in kinds else []


def story(d, cast, setting):
    return d.one([*cast.stories, *target(setting, "narrative")])


def audience(d, cast, setting):
    return d.one([*cast.audiences, "all", *target(setting, "audience")])


def whose(d, cast, setting):
    """One team, the own one, the chosen one, or all."""
    return d.one([*cast.teams, "all", *["own"] * setting.own, *target(setting, "team")])


# What each verb says.


def shift(d, cast, setting):
    what = d.one((of_a_meter, of_opinion, of_a_meter, of_relations))
    moved = what(d, cast, setting) or of_a_meter(d, cast, setting)
    names = cast.names(own=setting.own) if "opinion_of" in moved else cast.read_with(moved.get("meter", "relations"))
    if d.seldom(3):
        return moved | written(to=d.number(-100, 100), by=d.maybe(amount, d, names))
    return moved | {"by": amount(d, names)}


def of_a_meter(d, cast, setting):
    if d.seldom(3):
        return {"meter": d.one(["freedom", *cast.meters])}
    team = d.one([*cast.teams, *["own"] * setting.own, *target(setting, "team")])
    return {"meter": f"{team}.{d.one(cast.of_a_team())}"}


def of_opinion(d, cast, setting):
    sides = [*cast.sides, *["own"] * setting.own, *target(setting, "side", "team")]
    return {"opinion_of": d.one(sides), "among": audience(d, cast, setting)}


def of_relations(d, cast, setting):
    """Two sides; with a chosen other side also the own one. None where there is but one."""
    if setting.target == "side" and setting.chosen == "any" and d.seldom(2):
        return {"relations": d.some(["own", "target"], least=2)}
    return {"relations": d.some(cast.sides, least=2, most=2)} if len(cast.sides) > 1 else None


def heat(d, cast, setting):
    """What `spark` and `cool` say."""
    return {"narrative": story(d, cast, setting), "by": amount(d, cast.open_names(), 40)}


def retarget(d, cast, setting):
    slants = d.mapping(cast.sides, d.number, -4, 4, least=1)
    return written(narrative=story(d, cast, setting), hurts=slants, strength=d.one([None, 1, 2.5]))


def reveal(d, cast, setting):
    """What an audience thinks, by listening or by asking; or who is in the flood."""
    to = d.maybe(d.one, [*cast.teams, "all"])
    if d.seldom(3):
        return written(comments=True, to=to)
    how = d.one([None, "listening", "asking"])
    return written(audience=audience(d, cast, setting), how=how, to=to)


def gate(d, cast, _setting):
    card = d.one(cast.cards)
    return written(card=card, team=d.maybe(d.one, cast.holders[card]))


def schedule(d, cast, _setting):
    return {"inject": d.one(cast.injects), "after": d.whole(1, 3)}


def suspend(d, cast, setting):
    return {"team": whose(d, cast, setting), "platform": d.one([*cast.platforms, "all"]), "turns": d.whole(1, 3)}


# Comments: a class of them has effects of its own, for whoever answers, removes or leaves it.


def comments(d, cast):
    setting = Setting(own=True, senders=tuple(cast.teams))
    return written(
        name=d.words(),
        text=d.maybe(d.words),
        looks_like=d.one(cast.appearances),
        share=total(d, cast.open_names()) if d.seldom(2) else d.number(-5, 100),
        if_answered=several_effects(d, cast, setting, 2, least=1),
        if_removed=several_effects(d, cast, setting, 2, least=1),
        if_left=several_effects(d, cast, setting, 2, least=1),
    )
