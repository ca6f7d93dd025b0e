"""The score: sides, teams and their parts, objectives revealed, judgement beside luck, what came too late."""

from collections.abc import Collection, Sequence
from itertools import groupby, zip_longest

from textual.content import Content

from engine.game.ending import Deed, Result, TeamResult
from engine.language.messages import Message, Words
from engine.text import Text
from tui.accounts import FORECASTS, JUDGEMENT, TABLE, TOTAL, deed_key, part_key, side_key
from tui.actions import action
from tui.review import EVEN, became, foreseen_by, luck_of, narrowly
from tui.widgets.documents import aim, red_line
from tui.widgets.names import OUTCOME_STYLE, PART
from tui.widgets.press import piece
from tui.widgets.typeset import EMPTY, Cell, columns, hanging, listed, meter, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import turn_title

ROOMY = 100
NUMBER = 5
POINTS = 6
TEAM = 28
GAP = 3
INDENT, BECAME, WORTH = 2, 24, 11  # cells before an order, of what became of it, and of its worth


def first_talk(tongue: Tongue, width: int) -> Content:
    """Return what all talk about before anybody looks at a score, and the key that leads to it."""
    last = Message.of("result.scores_last", door=Text.of(action("scores").key))
    return stack(
        [
            *paragraph(tongue.line(Message.of("result.first")), width),
            *(piece(line, "scores") for line in paragraph(tongue.line(last, "$muted"), width)),
        ]
    )


def sides(tongue: Tongue, result: Result, width: int) -> Content:
    """Return each side with its score as a bar, and who has won."""
    lines = []
    for n, (name, score, won) in enumerate(result.sides):
        mark = tongue.line(Message.of("screen.result.won"), "bold $accent") if won else EMPTY
        style = "$accent" if won else "$muted"
        cells = [Cell(tongue.line(name, "bold"), 24), Cell(_score(score), NUMBER, right=True)]
        cells += [Cell(meter(score / 100, max(width - 24 - NUMBER - 16, 4), style)), Cell(mark, 10)]
        lines.append(piece(columns(width, cells), "why", side_key(n)))
    if result.together is not None:
        score, grade = result.together
        words = Message.of("result.together", score=score, grade=Text.of(grade))
        told = [piece(line, "why", TABLE) for line in paragraph(tongue.line(words, "bold $accent"), width)]
        lines = [*told, EMPTY, *lines]
    rule = Message.of("screen.result.rule" if result.together is None else "screen.result.rule_together")
    close = narrowly(result)
    for said in (close, rule) if close else (rule,):
        lines += paragraph(tongue.line(said, "$muted"), width)
    return stack(lines)


def teams(tongue: Tongue, results: Sequence[TeamResult], own: Collection[str], width: int) -> Content:
    """Return a table: teams down, parts across where there is room, else below each team; `own` ones are marked."""
    parts = [part for part in PART if any(part in result.parts for result in results)]
    whose = Message.of("screen.result.own" if len(own) == 1 else "screen.result.people")
    mark = tongue.line(whose, "$accent") if own else EMPTY
    total = Cell(tongue.line(Message.of("screen.result.total"), "$muted"), POINTS, right=True)
    if width < ROOMY:
        told = [line for result in results for line in _team(tongue, result, result.team in own, parts, width)]
        return stack([columns(width, [Cell(mark), total]), *told])
    wide = max(10, (width - TEAM - POINTS - 2) // max(len(parts), 1) - 2)
    heads = [Cell(mark, TEAM), total]
    heads += [Cell(tongue.line(PART[part], "$muted"), wide, right=True) for part in parts]
    lines = [columns(width, heads)]
    for result in results:
        cells = [Cell(_named(tongue, result, result.team in own), TEAM), _total(result)]
        cells += [
            Cell(
                _part(result, part, str(result.parts[part])) if part in result.parts else Content("·"), wide, right=True
            )
            for part in parts
        ]
        lines.append(columns(width, cells))
    return stack(lines)


def _named(tongue: Tongue, result: TeamResult, mine: bool) -> Content:  # noqa: FBT001 - it is so or not
    name = tongue.line(result.name, "bold")
    return Content.assemble(("▸ ", "bold $accent"), name) if mine else name


def _team(tongue: Tongue, result: TeamResult, mine: bool, parts: Sequence[str], width: int) -> list[Content]:  # noqa: FBT001 - as above
    numbers = [
        _part(result, part, tongue.line(PART[part]), f" {result.parts[part]}") for part in parts if part in result.parts
    ]
    head = columns(width, [Cell(_named(tongue, result, mine)), _total(result)])
    return [head, *paragraph(listed(numbers).stylize("$muted"), width, indent=2)]


def _part(result: TeamResult, part: str, *words: Content | str) -> Content:
    """Return what is said of a part of a score: a click asks why it is so."""
    return piece(Content.assemble(*words), "why", part_key(result, part))


def _total(result: TeamResult) -> Cell:
    return Cell(_part(result, TOTAL, _score(result.score)), POINTS, right=True)


def _score(score: int) -> Content:
    return Content.styled(str(score), "bold")


def judgement(tongue: Tongue, results: Sequence[TeamResult], width: int) -> Content:
    """Return for each team what its decisions were worth by the odds, and what the draws made of them."""
    heads = (Message.of("screen.result.checks"), Message.of("screen.result.by_odds"), Message.of("screen.result.drawn"))
    head = [Cell(EMPTY, TEAM), *(Cell(tongue.line(each, "$muted"), 12, right=True) for each in heads)]
    lines = [columns(width, head)]
    for result in results:
        numbers = (
            Content(str(result.checks)),
            tongue.line(Message.of("plain.number", number=result.expected), "bold"),
            tongue.line(Message.of("plain.number", number=result.realised)),
        )
        cells = [Cell(tongue.line(result.name, "bold"), TEAM), *(Cell(each, 12, right=True) for each in numbers)]
        luck = _luck(tongue, result)
        if width >= ROOMY:
            told = [columns(width, [*cells, Cell(luck)])]
        else:
            told = [columns(width, cells), Content.assemble("  ", luck)]
        lines += [_part(result, JUDGEMENT, line) for line in told]
    about = paragraph(tongue.line(Message.of("plain.luck_legend"), "$muted"), width)
    return stack([*lines, EMPTY, *about])


def _luck(tongue: Tongue, result: TeamResult) -> Content:
    luck, word = luck_of(result)
    return tongue.line(word, "$muted" if abs(luck) < EVEN else "$accent" if luck > 0 else "$danger")


def revealed(tongue: Tongue, result: TeamResult, width: int) -> Content:
    """Return what a team wanted, and whether it was reached."""
    side = tongue.line(result.side, "$muted")
    head = listed([tongue.line(result.name, "bold $accent"), side], Content("  "))
    wanted = [_part(result, "objectives", line) for each in result.objectives for line in aim(tongue, each, width)]
    lines = [_part(result, TOTAL, line) for each in result.red_lines for line in red_line(tongue, each, width)]
    none = [] if wanted or lines else [tongue.line(Message.of("screen.objectives.none"), "$muted")]
    return stack([head, *none, *wanted, *lines])


def all_revealed(tongue: Tongue, results: Sequence[TeamResult], width: int) -> Content:
    """Return what every team wanted: in two columns where there is room, each as long as it needs."""
    if width < ROOMY:
        return stack([each for result in results for each in (revealed(tongue, result, width), EMPTY)][:-1])
    half = (width - GAP) // 2
    lines: list[Content] = []
    for pair in (results[at : at + 2] for at in range(0, len(results), 2)):
        told = [revealed(tongue, result, half).split("\n", allow_blank=True) for result in pair]
        rows = zip_longest(*told, fillvalue=EMPTY)
        lines += [columns(width, [Cell(cell, half) for cell in row], GAP) for row in rows]
        lines.append(EMPTY)
    return stack(lines[:-1])


def too_late(tongue: Tongue, lost: Sequence[Message], width: int) -> Content:
    """Return what was under way when the exercise ended."""
    if not lost:
        return tongue.line(Message.of("screen.result.nothing_lost"), "$muted")
    dash = Content.styled("· ", "$muted")
    return stack([line for each in lost for line in hanging(dash, tongue.line(each), width)])


def deeds(tongue: Tongue, results: Sequence[TeamResult], width: int) -> Content:
    """Return every order of these teams: what became of it, its worth by the odds and as drawn, why it was laid."""
    lines: list[Content] = []
    for result in results:
        lines += [EMPTY] if lines else []
        worth = [tongue.line(Message.of(f"screen.result.{name}"), "$muted") for name in ("by_odds", "drawn")]
        heads = [Cell(each if result.deeds else EMPTY, WORTH, right=True) for each in worth]
        lines.append(columns(width, [Cell(tongue.line(result.name, "bold $accent")), *heads]))
        for turn, done in groupby(enumerate(result.deeds), lambda pair: pair[1].turn):
            lines.append(tongue.line(turn_title(turn), "$muted"))
            for n, each in done:
                lines += [piece(line, "why", deed_key(result, n)) for line in _deed(tongue, each, width)]
        lines += [] if result.deeds else [tongue.line(Message.of("result.no_deeds"), "$muted")]
    return stack([*lines, EMPTY, *paragraph(tongue.line(Message.of("result.deeds_about"), "$muted"), width)])


def _deed(tongue: Tongue, deed: Deed, width: int) -> list[Content]:
    target = tongue.line(deed.target_name, "$muted") if deed.target_name is not None else EMPTY
    name = listed([tongue.line(deed.card_name, "bold"), target])
    outcome = tongue.line(became(deed), OUTCOME_STYLE[deed.outcome])
    worth = [
        tongue.line(Message.of("plain.number", number=round(each, 1) or 0.0))
        if each is not None
        else Content.styled("·", "$muted")
        for each in (deed.expected, deed.drawn)
    ]
    beside = [Cell(outcome, BECAME)] if width >= ROOMY else []
    room = width - INDENT - 2 * (WORTH + 2) - sum(cell.width + 2 for cell in beside)
    first, *rest = paragraph(name, room)
    row = columns(width - INDENT, [Cell(first, room), *beside, *(Cell(each, WORTH, right=True) for each in worth)])
    reason = tongue.line(Message.of("result.reason", text=deed.reason), "$muted") if deed.reason else EMPTY
    note = tongue.line(Message.of("result.private", text=deed.note), "$muted") if deed.note else EMPTY
    below = listed([reason, note] if beside else [outcome, reason, note])
    further = [*rest, *(paragraph(below, width - INDENT) if below else [])]
    return [Content.assemble(" " * INDENT, line) for line in (row, *further)]


def written(tongue: Tongue, results: Sequence[TeamResult], width: int) -> Content:
    """Return what each team foresaw while it decided, with what came."""
    dash = Content.styled("· ", "$muted")
    lines: list[Content] = []
    for result in results:
        quotes = foreseen_by(result)
        lines += [tongue.line(result.name, "bold $accent")] if quotes else []
        told = [line for each in quotes for line in hanging(dash, tongue.line(each), width)]
        lines += [_part(result, FORECASTS, line) for line in told]
        lines += [EMPTY] if quotes else []
    return (
        stack(lines[:-1]) if lines else stack(paragraph(tongue.line(Message.of("result.unwritten"), "$muted"), width))
    )


def debrief(tongue: Tongue, result: Result, width: int) -> Content:
    """Return the questions for the debrief, the real cases with their sources, and advice for the facilitator."""
    dash = Content.styled("· ", "$muted")
    lines = [line for each in result.discussion for line in hanging(dash, tongue.line(each), width)]
    if result.notes:
        lines += [EMPTY, tongue.line(Message.of("result.notes"), "bold")]
    for text, source in result.notes:
        lines += hanging(dash, tongue.line(Message.of("result.note", text=text, source=source)), width)
    if result.advice:
        lines += [EMPTY, tongue.line(Message.of("result.advice"), "bold")]
        lines += [line for each in result.advice for line in hanging(dash, tongue.line(each), width)]
    return stack(lines)


def summary_line(tongue: Tongue, title: Words, result: Result) -> Content:
    """Return the result in a line, for copying."""
    scores = [Content.assemble(tongue.line(name), f" {score}") for name, score, _ in result.sides]
    return listed([tongue.line(title), *scores])
