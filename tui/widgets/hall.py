"""The board in a hall: one thing below the other, in letters, numbers and bars that are seen from the last row."""

from collections.abc import Callable
from itertools import zip_longest

from textual.content import Content

from engine.game.view import FrontPage, Gauge, Letter, Played, Pledge, Poll, Story, View
from engine.language.messages import Message
from engine.text import Text
from tui.gauges import value_of
from tui.posted import body_of, endex_of, hottest, is_seen, latest, mattered, polls_title, stated, truths
from tui.talk import pledge_of
from tui.widgets import billboard
from tui.widgets.lettering import large
from tui.widgets.multiples import FAR, multiple
from tui.widgets.names import BECAME, OUTCOME_STYLE, brief
from tui.widgets.numerals import high, low
from tui.widgets.pages import Piece, Section
from tui.widgets.public import course, course_of
from tui.widgets.typeset import EMPTY, Cell, columns, cut, listed, meter, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import heat_of, moment_of, stage_of, trend_of, turn_of

Setter = Callable[[int], Piece]
READ = 110
"""Cells of a line of ordinary words: longer ones are hard to read."""
LARGE = 3
"""Stories that are set large."""
HEAT, VALUE = 26, 40
"""Cells of a story's heat, and of a meter's value with its course."""


def clock(tongue: Tongue, left: int, *, running: bool) -> Content:
    """Return what is left of the round, on the lines of the turn's number."""
    return stack([EMPTY, EMPTY, billboard.clock(tongue, left, running=running)])


def head(tongue: Tongue, view: View, width: int) -> Content:
    """Return the exercise, and the turn as a number that is seen from the last row."""
    over = tongue.line(Message.of(endex_of(view)), "bold $accent") if view.ended else EMPTY
    name = cut(tongue.line(view.title, "bold $accent"), width)
    words = [EMPTY, tongue.line(turn_of(view), "bold"), tongue.line(moment_of(view.moment)), over]
    if not view.turn:
        return stack([name, *words])
    number = high(f"{view.turn}/{view.turns}", "bold")
    room = max(line.cell_length for line in number)
    rows = zip_longest(number, words, fillvalue=EMPTY)
    return stack([name, EMPTY, *(columns(width, [Cell(left, room), Cell(right)], 4) for left, right in rows)])


def scores(tongue: Tongue, view: View) -> Content:
    """Return what each side came to."""
    return stack([EMPTY, billboard.scores(tongue, view)]) if view.result else EMPTY


def sections(tongue: Tongue, view: View) -> list[Section]:
    """Return all that is told, what a room waits for first: what is new, then what the crowd says of it."""
    news = [_before(tongue, view)] if view.peacetime else [_letter(tongue, each) for each in latest(view)]
    quiet = [_words(tongue, "board.quiet")]
    nobody = [_words(tongue, "board.no_positions")] if view.turn else []
    told: list[tuple[str, list[Setter]]] = [
        ("board.stories", _stories(tongue, view) or quiet),
        ("front.title", [_headline(tongue, page) for page in view.front]),
        ("board.done", [_done(tongue, each) for each in mattered(view)]),
        ("board.positions", [_pledge(tongue, each) for each in stated(view)] or nobody),
        (polls_title(view), [_poll(tongue, view, each) for each in view.polls]),
        ("board.meters", [_gauge(tongue, view, each) for each in view.gauges if is_seen(each)]),
        ("board.truth", [_gauge(tongue, view, each) for each in truths(view)]),
    ]
    return [*billboard.again(tongue, view), *news, *(_section(tongue, code, pieces) for code, pieces in told if pieces)]


def foot(tongue: Tongue, view: View, file: Text, width: int) -> Content:
    """Return how many have sealed as a number that is seen from the last row, and who beside it."""
    people = [seated for seated in view.table if seated.human]
    if not people or view.ended:
        return billboard.foot(tongue, view, file, width)
    number = low(f"{sum(seated.sealed for seated in people)}/{len(people)}", "bold")
    room = number[0].cell_length
    lines = billboard.foot(tongue, view, file, width - room - 3).split("\n", allow_blank=True)
    rows = zip_longest(number, lines, fillvalue=EMPTY)
    return stack([columns(width, [Cell(left, room), Cell(right)], 3) for left, right in rows])


def _section(tongue: Tongue, code: str, pieces: list[Setter]) -> Section:
    return Section(tongue.line(Message.of(code)), lambda width, _: [piece(width) for piece in pieces])


def _words(tongue: Tongue, code: str) -> Setter:
    return lambda width: large(tongue.line(Message.of(code), "$muted"), width, "$muted")


def _before(tongue: Tongue, view: View) -> Section:
    told = tongue.line(view.peacetime or view.summary)
    return Section(
        tongue.line(Message.of("board.before")), lambda width, most: [paragraph(told, min(width, READ), most=most)]
    )


def _letter(tongue: Tongue, letter: Letter) -> Section:
    """Return what reached everybody, below who sent it."""
    body = body_of(letter)

    def pieces(width: int, most: int) -> list[Piece]:
        name = [*large(tongue.line(letter.name), width, "$accent"), EMPTY]
        return [[*name, *(paragraph(tongue.line(body), min(width, READ), most=most - len(name)) if body else [])]]

    return Section(tongue.line(letter.sender or Message.of("plain.board.news")), pieces)


def _headline(tongue: Tongue, page: FrontPage) -> Setter:
    """Return how to set a headline, below whose press it is."""
    return lambda width: [tongue.line(page.paper, "$muted"), *large(tongue.line(page.headline), width), EMPTY]


def _done(tongue: Tongue, order: Played) -> Setter:
    """Return how to set an order: what was done, by whom, and what came of it."""
    style, became = OUTCOME_STYLE[order.outcome], tongue.line(BECAME[order.outcome])
    who = tongue.line(order.team_name, "$muted")
    return lambda width: [who, *large(tongue.line(order.card_name), width), *large(became, width, style), EMPTY]


def _pledge(tongue: Tongue, pledge: Pledge) -> Setter:
    """Return how to set a position, with a sign that says whether it was kept."""
    sign, style = billboard.MARK[pledge.state]
    style = "" if pledge.state == "binds" else style
    said = Content.assemble(sign, tongue.line(pledge_of(pledge)))
    return lambda width: [*large(said, width, style), EMPTY]


def _stories(tongue: Tongue, view: View) -> list[Setter]:
    """Return how to set the hottest stories, and below them the others, a line each."""
    told = hottest(view)
    return [*(_story(tongue, view, each) for each in told[:LARGE]), *(_cool(tongue, each) for each in told[LARGE:])]


def _stands(tongue: Tongue, story: Story) -> Content:
    """Say how hot a story is, how far it has come, and where it goes."""
    said = (heat_of(story.heat), stage_of(story.stage), trend_of(story.trend))
    return listed([tongue.line(each) for each in said]).stylize("$muted")


def _cool(tongue: Tongue, story: Story) -> Setter:
    """Return how to set a story that is not among the hottest."""
    number, name = Content.styled(str(story.heat), "bold $accent"), tongue.line(story.name, "bold")
    return lambda width: [columns(width, [Cell(number, HEAT), Cell(listed([name, _stands(tongue, story)]))], 0)]


def _story(tongue: Tongue, view: View, story: Story) -> Setter:
    """Return how to set a story: its heat as a number, its name, and a thick bar with its course."""
    number = high(str(story.heat), "$accent")
    beside = [_stands(tongue, story), course_of(view, story)]

    def lay(width: int) -> Piece:
        room = max(width - HEAT, 1)
        bar = meter(story.heat / 100, room // 2, "$accent")
        name = large(tongue.line(story.name), room)
        below = [Content.assemble(bar, "  ", words) for words in beside]
        rows = zip_longest(number, [*name, *below], fillvalue=EMPTY)
        return [*(columns(width, [Cell(left, HEAT), Cell(right)], 0) for left, right in rows), EMPTY]

    return lay


def _poll(tongue: Tongue, view: View, poll: Poll) -> Setter:
    return lambda width: multiple(tongue, poll, view.turns, width, FAR)


def _gauge(tongue: Tongue, view: View, gauge: Gauge) -> Setter:
    """Return how to set a meter that all can see: its name, its value, and its course over the turns."""
    value = large(tongue.line(value_of(gauge)), VALUE, "$accent")

    def lay(width: int) -> Piece:
        name = large(tongue.line(brief(gauge.name)), max(width - VALUE - 2, 1))
        rows = zip_longest(name, [*value, course(view, gauge)], fillvalue=EMPTY)
        return [*(columns(width, [Cell(left), Cell(right, VALUE)]) for left, right in rows), EMPTY]

    return lay
