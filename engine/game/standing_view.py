"""How a team stands: the situation in a line, and stories, as it may know them."""

from engine.game.match import Match
from engine.game.retaken import retaken
from engine.game.starts import start_of
from engine.game.view import Letter, Story
from engine.game.words import STAGES
from engine.kernel.kinds import NONE
from engine.kernel.rulebook import Rulebook
from engine.kernel.standing import hottest
from engine.kernel.state import State
from engine.language.messages import Message

BLOCKED = range(1, 4)
MOVES = 1.0


def former(match: Match) -> State:
    """Return the state to which trends compare: the last turn in which the table decided, as it stood for that."""
    return next((played.opened for played in reversed(match.history) if played.decided), match.before)


def trend(now: float, before: float, least: float = MOVES) -> int:
    """Return where a number is going: -1, 0 or 1."""
    return 0 if abs(now - before) < least else 1 if now > before else -1


def stories(match: Match, team: str | None) -> tuple[Story, ...]:
    """Every story that has been told, the hottest first."""
    told = match.told()
    book, state, then = match.book, match.state, former(match)
    side = book.sides.index(match.scenario.teams[team].side) if team else None
    mates = [place for place in range(len(book.teams)) if book.team_side[place] == side]
    found = []
    for place, name in enumerate(book.narratives):
        if name not in told:
            continue
        written, at = match.scenario.narratives[name], book.at.heat.start + place
        heat = float(state.meters[0, at])
        slant = float(state.slant[0, place, side]) if side is not None else 0.0
        found.append(
            Story(
                narrative=name,
                name=written.name,
                text=written.text,
                heat=round(heat),
                trend=trend(heat, float(then.meters[0, at])),
                stage=int(state.stage[0, place]),
                blocked=int(state.block[0, place]) in BLOCKED,
                hurts_us=slant > 0,
                helps_us=slant < 0,
                hurts=tuple(
                    match.scenario.sides[hurt].name
                    for at_side, hurt in enumerate(book.sides)
                    if at_side != side and state.slant[0, place, at_side] > 0
                ),
                answered=any(state.answered[0, mate, place] for mate in mates),
                about=_stages(book, int(state.stage[0, place])),
                starts_at=start_of(match, f"{name}.heat"),
                hurts_at=start_of(match, f"{name}.hurts"),
                by_us=team is not None and bool(state.answered[0, book.teams.index(team), place]),
            )
        )
    return tuple(sorted(found, key=lambda story: -story.heat))


def _stages(book: Rulebook, stage: int) -> Message:
    number = book.number
    return Message.of(
        "about.stages",
        stage=STAGES[stage],
        grassroots=number["stage_up_grassroots"],
        public=number["stage_up_public"],
        down=number["stage_down"],
        n=int(number["stage_turns"]),
    )


def situation(match: Match, team: str | None, inbox: tuple[Letter, ...]) -> tuple[Message, ...]:
    """What matters now, in a line: what was taken back, what is due, what hurts most; never nothing for a team."""
    back = retaken(match) if team is not None else None
    found = [*([back] if back else []), *([Message.of("situation.peacetime")] if match.turn == 0 else [])]
    if match.next_pace and match.next_pace != match.pace:
        found.append(Message.of(f"situation.then_{match.next_pace}"))
    if match.decides and match.decisions_left == 1:
        found.append(Message.of("situation.last_round"))
    returned = match.returned.get(team or "", ())
    if returned:
        cards = tuple(match.scenario.cards[order.card].name for order in returned)
        found.insert(0, Message.of("tray.returned", cards=cards))
    if team is not None:
        due = sum(
            letter.answer_by is not None
            and letter.answer_by >= match.turn
            and not letter.answered
            and bool(letter.answers)
            for letter in inbox
        )
        if due:
            found.append(Message.of("situation.due", n=due))
        side = match.book.sides.index(match.scenario.teams[team].side)
        story = int(hottest(match.book, match.state).story[0, side])
        if story != NONE and match.book.narratives[story] in match.told():
            written = match.scenario.narratives[match.book.narratives[story]]
            stage = STAGES[int(match.state.stage[0, story])]
            found.append(Message.of("situation.story", story=written.name, stage=stage))
    return tuple(found or ([_calm(match, team)] if team is not None else []))


def _calm(match: Match, team: str) -> Message:
    """Say what is the most talked of where nothing is due and no story hurts, or that nothing presses."""
    hottest_of_all = next(iter(stories(match, team)), None)
    if hottest_of_all is None or not hottest_of_all.heat:
        return Message.of("situation.calm")
    code = "situation.story_helps" if hottest_of_all.helps_us else "situation.story_other"
    return Message.of(code, story=hottest_of_all.name, stage=STAGES[hottest_of_all.stage])
