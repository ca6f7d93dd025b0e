"""How the parts of a team's score at ENDEX are reckoned, line by line, so that the figures come to what is shown."""

from collections.abc import Iterator, Mapping, Sequence

from engine.game.ending import Step
from engine.game.faced import Faced
from engine.game.grounds import relations_of
from engine.game.incidents import incident
from engine.game.match import Match
from engine.game.needs import in_words, number, of_story
from engine.game.words import meter_name
from engine.kernel.expressions import evaluate
from engine.kernel.score import Scores, mean_risk
from engine.language.messages import Message, Words
from engine.scenario.names import Address, resolve

MOST = 100


def figure(value: float) -> Message:
    """A number of a reckoning."""
    return Message.of("reckon.figure", n=value)


def step(words: Words, value: float) -> Step:
    """A line with a number."""
    return Step((words,), (figure(value),))


def total(code: str, value: float, **values: Message | int) -> Step:
    """What the lines before come to, and how."""
    return Step((Message.of(code, **values),), (figure(value),), "sum")


def by_part(match: Match, scored: Scores, team: str, ran: Sequence[Faced]) -> Mapping[str, tuple[Step, ...]]:
    """Return how each part of a team's score is reckoned; `ran` are the risks that it ran."""
    place = match.book.teams.index(team)
    value = {part: float(of[0, place]) for part, of in scored.parts.items()}
    made = {
        "opinion": _opinion(match, team, value["opinion"]),
        "control": _control(match, team, value["control"], ran),
        "relations": _relations(match, team, value["relations"]),
        "integrity": _integrity(match, team, value["integrity"]),
        "mission": _mission(match, team, place, value["mission"]),
        "objectives": _objectives(match, scored, place),
    }
    return {part: tuple(steps) for part, steps in made.items()}


def _opinion(match: Match, team: str, value: float) -> Iterator[Step]:
    by, mean = match.book.number["score_opinion"], 0.0
    for place, audience in enumerate(match.book.audiences):
        meter = f"{audience}.{match.scenario.teams[team].side}"
        share, moved = float(match.book.scoring.weight[place]), _now(match, meter) - _start(match, meter)
        mean += share * moved
        name = meter_name(match.scenario, meter)
        said = Message.of("reckon.audience", name=name, moved=moved, share=round(100 * share))
        yield Step((said,), (Message.of("reckon.signed", n=share * moved + 0.0),))
    yield total("reckon.together", mean)
    yield from _within("reckon.from_fifty", 50 + by * mean, value, by=number(by))


def _control(match: Match, team: str, value: float, ran: Sequence[Faced]) -> Iterator[Step]:
    place, by = match.book.teams.index(team), match.book.number["score_control"]
    mean = MOST * float(mean_risk(match.state)[0, place])
    yield Step((Message.of("reckon.risk_head"),), (), "head")
    for each in ran:
        turn = Message.of("screen.turn_title", n=each.turn)
        yield Step((turn, *each.reasons), (Message.of("reckon.percent", n=each.percent),))
        if each.struck:
            happened = incident(match, next(played for played in match.history if played.turn == each.turn), team)
            yield Step((Message.of("reckon.struck", what=happened),), (), "note")
            yield from (
                Step((Message.of("reckon.without", reason=reason, n=percent),), (), "note")
                for reason, percent in each.without
            )
    if not ran:
        yield Step((Message.of("risk.none"),), (), "note")
    yield Step((Message.of("reckon.risk_mean", n=match.state.turn),), (Message.of("reckon.percent", n=mean),), "sum")
    yield from _within("reckon.from_hundred", MOST - by * mean, value, by=number(by))


def _relations(match: Match, team: str, value: float) -> Iterator[Step]:
    meters = relations_of(match, match.scenario.teams[team].side)
    yield from (step(meter_name(match.scenario, each), _now(match, each)) for each in meters)
    mean = sum(_now(match, each) for each in meters) / max(len(meters), 1)
    yield total("reckon.mean", mean)
    yield from _within("reckon.half_from_fifty", 50 + mean / 2, value)


def _integrity(match: Match, team: str, value: float) -> Iterator[Step]:
    own, moved = _now(match, f"{team}.credibility"), _now(match, "freedom") - _start(match, "freedom")
    yield step(meter_name(match.scenario, f"{team}.credibility"), own)
    freed = Message.of("reckon.moved", name=meter_name(match.scenario, "freedom"))
    yield Step((freed,), (Message.of("reckon.signed", n=moved + 0.0),))
    yield from _within("reckon.together", own + moved, value)


def _mission(match: Match, team: str, place: int, value: float) -> Iterator[Step]:
    mission = match.scenario.teams[team].mission
    if mission is None:
        return
    addresses = dict.fromkeys(resolve(match.scenario, name.parts, team) for name in mission.names())
    yield from (_named(match, address) for address in addresses if address is not None)
    raw = float(evaluate(match.book.expressions[match.book.scoring.mission[place]], match.state)[0])
    yield from _within("reckon.mission", raw, value, measure=in_words(match.scenario, mission, team, match.told()))


def _named(match: Match, address: Address) -> Step:
    """What a name in a mission stands at; a flag counts 1 when it is raised."""
    scenario, state, name = match.scenario, match.state, address.name
    match address.kind:
        case "flag":
            return step(scenario.flags[name].name, float(state.flags[0, sorted(scenario.flags).index(name)]))
        case "stage":
            story = of_story(scenario, "need.stage_of", name, match.told())
            return step(story, float(state.stage[0, match.book.narratives.index(name)]))
        case "turn":
            return step(Message.of("need.turn"), state.turn)
        case "meter":
            return step(meter_name(scenario, name), _now(match, name))


def _objectives(match: Match, scored: Scores, place: int) -> Iterator[Step]:
    own = [(n, points) for n, (team, _, _, points) in enumerate(match.book.scoring.objectives) if team == place]
    gained, every = sum(points for n, points in own if scored.reached[0, n]), sum(points for _, points in own)
    yield step(Message.of("reckon.points"), gained)
    yield total("reckon.of_points", MOST * gained / (every or 1), n=round(every))


def _within(code: str, value: float, shown: float, **values: Message) -> Iterator[Step]:
    """What the lines before come to; where the score keeps within its bounds, that too."""
    yield total(code, value, **values)
    if not 0 <= value <= MOST:
        yield total("reckon.within", shown)


def _now(match: Match, meter: str) -> float:
    return float(match.state.meters[0, match.book.meters.index(meter)])


def _start(match: Match, meter: str) -> float:
    return float(match.book.start[match.book.meters.index(meter)])
