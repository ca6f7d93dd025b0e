"""Papers that answer why at ENDEX, drawn: a part of a score down to the numbers in it, an order and its worth."""

from functools import partial

from textual.content import Content

from engine.game.ending import Aim, Result, Step
from engine.game.view import Term, View
from tui.accounts import METER, SCORE, Account, Block, Doing, Number, Question, Sentence, account, questions
from tui.widgets.card_text import sign
from tui.widgets.documents import aim, ledger
from tui.widgets.names import OUTCOME_STYLE
from tui.widgets.papers import Paper, Written, moved_paper, why_paper
from tui.widgets.played import effects
from tui.widgets.rows import Row
from tui.widgets.typeset import EMPTY, Cell, Lay, apart, columns, hanging, listed, paragraph, stack, wide_enough
from tui.widgets.wording import Tongue

VALUE, FIGURE = 6, 8
STEP = {"line": "", "head": "bold", "sum": "bold", "note": "$muted"}
TONE = {"text": "", "quiet": "$muted", "head": "bold", "under": "", **OUTCOME_STYLE}
BELOW = 2  # cells by which what stands below a head stands in


def number_rows(tongue: Tongue, view: View, result: Result) -> list[Row]:
    """Return a row for each number of the result that can be explained, under its heading."""
    rows: list[Row] = []
    for n, (head, asked) in enumerate(questions(view, result)):
        if head is not None:
            name = tongue.line(head, "bold $accent")
            rows.append(Row(f"head/{n}", _named(name, EMPTY), stop=False, heads=True))
        rows += [_row(tongue, each) for each in asked]
    return rows


def _row(tongue: Tongue, asked: Question) -> Row:
    name = listed([tongue.line(asked.name[0]), *(tongue.line(each, "$muted") for each in asked.name[1:])])
    return Row(asked.key, _named(name, EMPTY if asked.number is None else tongue.line(asked.number)))


def _named(name: Content, number: Content) -> Lay:
    return lambda width: apart(width, name, number)


def number_paper(view: View, result: Result, key: str) -> Written:
    """Return the paper about the number that a key stands for; about the score as such for any other."""
    kind, _, meter = key.partition("/")
    if kind != METER:
        return partial(account_paper, told=account(view, result, key))
    if any(each.meter == meter for each in view.gauges):
        return partial(why_paper, view=view, story=None, meter=meter)
    rows = view.history.get(meter, ())
    return partial(moved_paper, name=rows[-1][1].name, rows=rows) if rows else number_paper(view, result, SCORE)


def account_paper(tongue: Tongue, told: Account) -> Paper:
    """Return how a number came about."""

    def lay(width: int) -> Content:
        lines = [line for block in told.blocks for line in (*_block(tongue, block, width), EMPTY)]
        return stack(lines[:-1])

    return listed(tongue.line(each) for each in told.title), lay


def _block(tongue: Tongue, block: Block, width: int) -> list[Content]:
    lines: list[Content] = []
    for each in block:
        match each:
            case Sentence(words, tone):
                said = listed(tongue.line(part) for part in words).stylize(TONE[tone])
                lines += paragraph(said, width, indent=BELOW if tone == "under" else 0)
            case Step():
                lines += _step(tongue, each, width)
            case Aim():
                lines += aim(tongue, each, width)
            case Term():
                lines += hanging(Content.assemble(sign(each), " "), tongue.line(each.reason), width)
            case Doing(order):
                lines += effects(tongue, order, width)
            case Number():
                lines += _number(tongue, each, width)
    return lines


def _step(tongue: Tongue, step: Step, width: int) -> list[Content]:
    """Return a line of a reckoning, its figures at the right; what lines come to stands out."""
    words, style = listed(tongue.line(each) for each in step.words), STEP[step.kind]
    if step.kind == "note":
        return paragraph(words.stylize(style), width, indent=BELOW)
    said = [tongue.line(each, "$muted" if step.kind == "head" else style) for each in step.figures]
    figures = [Cell(each, wide_enough(FIGURE, [each]), right=True) for each in said]
    room = width - sum(each.width + 2 for each in figures)
    first, *rest = hanging(Content(" " * BELOW), words.stylize(style), room + BELOW)
    return [columns(width, [Cell(first[BELOW:], room), *figures]), *rest]


def _number(tongue: Tongue, made_of: Number, width: int) -> list[Content]:
    value = tongue.line(made_of.value, "bold")
    number = Cell(value, wide_enough(VALUE, [value]), right=True)
    head = columns(width, [Cell(tongue.line(made_of.name, "bold $accent")), number])
    starts = [line for at in made_of.starts for line in paragraph(tongue.line(at, "$muted"), width)]
    return [head, *starts, ledger(tongue, made_of.rows, width)]
