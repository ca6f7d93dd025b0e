"""Strategies for the small parts of a scenario: numbers, names, one-line expressions and effects."""

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.strategies_cast import OWN_OF_A_TEAM, some

OUTCOMES = ("success", "partial", "backfire")


def numbers(low, high):
    """Whole numbers, thousandths (off the lattice), and halves between two points of the lattice."""
    return st.one_of(
        st.integers(low, high),
        st.integers(low * 1000, high * 1000).map(lambda n: n / 1000),
        st.integers(low * 8192, high * 8192).map(lambda n: n / 8192),
    )


def maybe(strategy):
    """None, or a value: more often None."""
    return st.one_of(st.none(), st.none(), strategy)


def mapping(keys, values, *, least=0):
    """Some of the keys, each with a value."""
    return st.dictionaries(st.sampled_from(keys), values, min_size=least, max_size=3) if keys else st.just({})


def written(**values):
    """A mapping without the keys that are None."""
    return {key.rstrip("_"): value for key, value in values.items() if value is not None}


# Expressions: a product has two factors at most, so that every sum stays small.


def literals():
    return numbers(-100, 100).map(lambda n: f"({n!r})" if n < 0 else repr(n))


@st.composite
def terms(draw, names):
    left = draw(st.sampled_from(names))
    match draw(st.integers(0, 5)):
        case 0:
            return draw(literals())
        case 1:
            return f"{left} * {draw(st.one_of(st.sampled_from(names), literals()))}"
        case 2:
            return draw(quotients(names, left))
        case 3:
            return f"-{left}"
    return left


def quotients(names, left):
    """What the compiler can prove: a small thing by any meter, which may be 0, or any meter by a fixed number."""
    small = st.one_of(numbers(0, 1).map(repr), st.sampled_from([name for name in names if name.endswith(".stage")]))
    divisors = st.integers(125, 100_000).map(lambda n: f"{n / 1000}")
    return st.one_of(
        st.tuples(small, st.sampled_from(names)).map(" / ".join),
        divisors.map(lambda divisor: f"{left} / {divisor}"),
    )


@st.composite
def sums(draw, names):
    parts = draw(st.lists(terms(names), min_size=1, max_size=2))
    return f" {draw(st.sampled_from('+-'))} ".join(parts)


@st.composite
def comparisons(draw, names):
    sign = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
    line = f"{draw(sums(names))} {draw(sign)} {draw(sums(names))}"
    return f"{line} {draw(sign)} {draw(literals())}" if draw(st.integers(0, 7)) == 0 else line


@st.composite
def conditions(draw, names):
    """A line that says whether something holds; now and then a bare number or truth value."""
    match draw(st.integers(0, 9)):
        case 0:
            return draw(st.sampled_from([True, False, 1, 0.0, "true", "not false"]))
        case 1:
            return f"not ({draw(comparisons(names))})"
        case 2 | 3:
            join = draw(st.sampled_from(["and", "or"]))
            return f"{draw(comparisons(names))} {join} {draw(comparisons(names))}"
        case 4:
            return draw(sums(names))
    return draw(comparisons(names))


def amounts(names, most=20):
    """A number, a percentage, or an expression."""
    percent = numbers(-100, 100).map(lambda p: f"{p:.4f}%")
    return st.one_of(plain_amounts(names, most), percent)


def plain_amounts(names, most):
    """A number or an expression: a percentage of nothing would have no meaning."""
    return st.one_of(numbers(-most, most), sums(names), comparisons(names).map(lambda line: f"5 * ({line})"))


# Effects. A `setting` says who sends them: a card with the kind of its target, or nobody.


@dataclass(frozen=True)
class Setting:
    """Where an effect stands: `own` when a team sends it, and the kind of target that was chosen."""

    own: bool = False
    target: str | None = None


def ids(known, setting, kind):
    """Ids of a kind, and `target` where such a one was chosen."""
    return st.sampled_from([*known, *["target"] * (setting.target == kind)])


@st.composite
def shifts(draw, cast, setting):
    names = cast.names(own=setting.own)
    by, to = draw(amounts(names)), None
    if draw(st.integers(0, 2)) == 0:
        to, by = draw(numbers(-100, 100)), draw(st.one_of(st.none(), st.just(by)))
    match draw(st.integers(0, 5 if len(cast.sides) > 1 else 4)):
        case 0 | 1:
            teams = ids([*cast.teams, *["own"] * setting.own], setting, "team")
            own = st.tuples(teams, st.sampled_from(OWN_OF_A_TEAM)).map(".".join)
            return written(meter=draw(st.one_of(own, st.sampled_from(["freedom", *cast.meters]))), by=by, to=to)
        case 5:
            return written(relations=draw(some(cast.sides, least=2, most=2)), by=by, to=to)
    side = draw(st.sampled_from([*cast.sides, *["own"] * setting.own]))
    among = draw(ids([*cast.audiences, "all"], setting, "audience"))
    return written(opinion_of=side, among=among, by=by, to=to)


@st.composite
def heats(draw, cast, setting):
    """What `spark` and `cool` say."""
    story = draw(ids(cast.stories, setting, "narrative"))
    return {"narrative": story, "by": draw(amounts(cast.names(own=setting.own), 40))}


@st.composite
def retargets(draw, cast, setting):
    slants = draw(mapping(cast.sides, numbers(-4, 4), least=1))
    strength = draw(st.sampled_from([None, 1, 2.5]))
    return written(narrative=draw(ids(cast.stories, setting, "narrative")), hurts=slants, strength=strength)


@st.composite
def gates(draw, cast):
    card = draw(st.sampled_from(cast.cards))
    holders = cast.holders[card]
    return written(card=card, team=draw(maybe(st.sampled_from(holders))) if holders else None)


def verbs(cast, setting):
    """Each verb with what it says; `raise` and `schedule` only where there is something to name."""
    shift, story = shifts(cast, setting), ids(cast.stories, setting, "narrative")
    known = {
        "shift": shift,
        "spark": heats(cast, setting),
        "cool": heats(cast, setting),
        "block": st.fixed_dictionaries({"narrative": story}),
        "retarget": retargets(cast, setting),
        "reveal": st.builds(
            written,
            audience=ids([*cast.audiences, "all"], setting, "audience"),
            to=maybe(st.sampled_from([*cast.teams, "all"])),
        ),
        "unlock": gates(cast),
        "close": gates(cast),
    }
    if cast.flags:
        known |= {"raise": st.sampled_from(cast.flags), "clear": st.sampled_from(cast.flags)}
    if cast.injects:
        dated = {"inject": st.sampled_from(cast.injects), "after": st.integers(1, 3)}
        known["schedule"] = st.fixed_dictionaries(dated)
    return known


@st.composite
def effects(draw, cast, setting):
    known = verbs(cast, setting)
    verb = draw(st.sampled_from([*known, "shift", "shift", "spark", "cool"]))
    effect = {verb: draw(known[verb])}
    if setting.own:
        one, several = st.sampled_from(OUTCOMES), some(OUTCOMES, least=1)
        effect |= written(on=draw(maybe(st.one_of(one, several))))
    effect |= written(when=draw(maybe(conditions(cast.names(own=setting.own)))))
    effect |= written(after=draw(maybe(st.integers(0, 3))))
    if verb in {"shift", "spark", "cool"}:
        effect |= written(spread=draw(maybe(st.integers(1, 4))))
    return effect
