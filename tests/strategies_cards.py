"""Cards of generated scenarios: plain ones, halves of pairs, positions, promises, slips, and what treats a flood."""

from typing import get_args

from engine.scenario.cards import CHANCE_WORDS, FORMS, TARGETS, Voice
from engine.scenario.glossary import concepts
from tests.strategies_draws import written
from tests.strategies_effects import OUTCOMES, Setting, several_effects
from tests.strategies_lines import condition

VOICES = get_args(Voice)
FUNCTIONS = ("represent", "negotiate", "protect", "advance")
POWERS = ("hard", "soft", "smart")
ANY_FORM = [form for form in FORMS if form != "slip"]


def card(d, cast, name):
    special = d.one(kinds(cast, name))(d, cast, name)
    setting = setting_of(cast, name, special.get("target"))
    effects = [*special.pop("effects", []), *several_effects(d, cast, setting, 3)]
    return written(
        name=d.words(),
        text=d.maybe(d.words),
        **special,
        **kind_and_power(d),
        **manner(d, cast, name),
        **when_it_may_be_played(d, cast, special),
        cost=cost(d) if d.seldom(2) else None,
        price=d.maybe(d.mapping, ["credibility", "clarity", "network"], d.number, -10, 10),
        chance=d.maybe(chance, d),
        judged=d.seldom(2) if d.seldom(4) else None,
        stands=d.seldom(2),
        effects=effects,
        teaches=taught(d),
    )


def setting_of(cast, name, target):
    kind, chosen = next(iter((target or {None: None}).items()))
    waits = ("kept_waiting",) * (name in cast.pairs)
    return Setting(
        own=True,
        senders=tuple(cast.holders[name]),
        target=kind,
        chosen=chosen,
        outcomes=(*OUTCOMES, *waits),
    )


def kinds(cast, name):
    """What sorts of card it may become."""
    if name in cast.pairs:
        return [half]
    known = [plain] * 5 + [listening] * 2 + [stated]
    if len(cast.teams) > 1:
        known += [slip, promised]
    if cast.comments:
        known += [treating] * 2
    return known


# Sorts of card: each says its form, target and who sees it, and what goes with that.


def plain(d, cast, _name):
    return written(form=d.one(ANY_FORM), target=d.maybe(plain_target, d, cast), visible=visible(d))


def listening(d, cast, _name):
    """What lets a team hear an audience, or sort the flood."""
    what = {"comments": True} if cast.comments and d.seldom(2) else {"audience": "target"}
    return {"form": "listen", "target": {"audience": choice(d, cast.audiences)}, "effects": [{"reveal": what}]}


def half(d, cast, name):
    """The half of a pair: where it chooses a team or a side, it can choose the one that holds the other half."""
    partner, mine = cast.partner[name], cast.partner[cast.pairs[name]]
    side, own = cast.side_of[partner], cast.side_of[mine]
    meant = [None, {"team": "any"}, {"team": [partner]}, {"side": [side]}, *[{"side": "any"}] * (side != own)]
    sort = d.one([plain, stated, plain, *[treating] * bool(cast.comments)])(d, cast, name)
    if not {"audience", "narrative", "comments"} & set(sort.get("target", {})):
        sort["target"] = d.one(meant)
    return written(**sort, pair=cast.pairs[name])


def stated(d, cast, name):
    """A public statement of position."""
    target = d.maybe(plain_target, d, cast)
    public = d.maybe(d.one, ["public"])
    return written(form="statement", target=target, visible=public, position=position(d, cast, name))


def promised(d, cast, name):
    """A promise that only two teams know of."""
    return {
        "form": d.one(["slip", *ANY_FORM]),
        "target": {"team": choice(d, cast.teams)},
        "visible": "parties",
        "position": position(d, cast, name),
    }


def slip(d, cast, _name):
    return {"form": "slip", "target": {"team": choice(d, cast.teams)}, "visible": "parties"}


def treating(d, cast, _name):
    """What answers or removes comments."""
    target = {"comments": choice(d, [*cast.appearances, *cast.comments])}
    return written(form=d.one(ANY_FORM), target=target, visible=visible(d), treats=d.one(("answer", "remove")))


def visible(d):
    return d.one((None, "public", "parties", "covert"))


def position(d, cast, name):
    lasts, when = d.whole(1, cast.turns), d.maybe(condition, d, cast.names(own=True))
    breaking = d.some(cast.held_with(cast.holders[name]), least=1 if when is None else 0)
    return written(lasts=lasts, broken_by=breaking, broken_when=when)


# What may be chosen.


def plain_target(d, cast):
    known = {"audience": cast.audiences, "narrative": cast.stories, "team": cast.teams, "side": cast.sides}
    kind = d.one([kind for kind in TARGETS if kind in known])
    return {kind: choice(d, known[kind])}


def choice(d, ids):
    """All that there is, or some."""
    return d.some(ids, least=1, most=4) if d.seldom(2) else "any"


# The rest.


def kind_and_power(d):
    kind = d.one(("move", "social_media"))
    return written(kind=kind, power=d.one([*POWERS, *[None] * (kind == "social_media")]))


def manner(d, cast, name):
    """Who says it, how and where, what about and at whom."""
    aims = [side for side in cast.sides if any(cast.side_of[team] != side for team in cast.holders[name])]
    return {
        "voices": d.maybe(d.some, VOICES, least=1),
        "function": d.one(FUNCTIONS) if d.seldom(6) else None,
        "frame": d.one([None, *cast.frames]),
        "platform": d.one([None, *cast.platforms]),
        "about": d.maybe(d.one, cast.stories),
        "aim": d.one([None, *aims]),
    }


def when_it_may_be_played(d, cast, special):
    """In which season, after what, and how often."""
    seasons = ["also", "also", None, "no", *["only"] * ("position" not in special)] if cast.peacetime else [None]
    listened = ["target"] if "audience" in special.get("target", {}) else []
    return {
        "peacetime": d.one(seasons),
        "after_listening": d.one([*listened, *cast.audiences]) if d.seldom(10) else None,
        "needs": condition(d, cast.names(own=True)) if d.seldom(6) else None,
        "once": d.seldom(2) if d.seldom(6) else None,
        "locked": d.seldom(2) if d.seldom(6) else None,
    }


def taught(d):
    return d.some(sorted(concepts()), most=2) if d.seldom(6) else None


def cost(d):
    return {"hours": d.number(0, 20), "budget": d.number(0, 2)}


def chance(d):
    match d.whole(0, 3):
        case 0:
            return d.one(list(CHANCE_WORDS))
        case 1:
            return "certain"
    return d.whole(1, 99) / 100
