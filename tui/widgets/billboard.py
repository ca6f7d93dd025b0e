"""The board's pieces, for a large screen: clock, scores and stories in numbers that are seen from afar."""

from collections.abc import Callable, Sequence

from textual.content import Content

from engine.game.view import FrontPage, Gauge, Letter, Played, Pledge, Poll, Story, View
from engine.language.messages import Message
from engine.text import Text
from tui.gauges import value_of
from tui.posted import body_of, endex_of, hottest, is_seen, latest, mattered, polls_title, stated, truths
from tui.talk import pledge_of
from tui.timing import MINUTE, clock_words
from tui.widgets.multiples import multiple
from tui.widgets.names import BECAME, OUTCOME_STYLE
from tui.widgets.numerals import high, low
from tui.widgets.pages import Piece, Section
from tui.widgets.played import title as order_title
from tui.widgets.public import COURSE, course, course_of, room_for, seals
from tui.widgets.typeset import EMPTY, Cell, columns, cut, listed, meter, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import heat_of, moment_of, stage_of, trend_of, turn_of

Setter = Callable[[int], Piece]
"""Sets a piece at a width."""
NAME, NAMED = 14, 2
"""Cells of a side's name above its score, and its lines."""
BETWEEN = Content(" " * 6)
"""Between two scores: more than between the digits of one."""
HEAT = 12
"""Cells of a story's heat."""
MARK: dict[str, tuple[str, str]] = {
    "binds": ("○ ", "$muted"),
    "broken": ("✗ ", "bold $danger"),
    "kept": ("✓ ", "bold $accent"),
}


def clock(tongue: Tongue, left: int, *, running: bool) -> Content:
    """Return what is left of the round; where the clock stands, it says so below."""
    style = "$danger" if left == 0 else "$accent" if running else "$muted"
    words = clock_words(left, running=running)
    below = tongue.line(words, "$muted") if words and not running else EMPTY
    return stack([*high(f"{left // MINUTE:02}:{left % MINUTE:02}", style), below])


def head(tongue: Tongue, view: View, width: int) -> Content:
    """Return the exercise, and how far it is, as a number that is seen from afar and in words."""
    over = tongue.line(Message.of(endex_of(view)), "bold $accent") if view.ended else EMPTY
    name = tongue.line(view.title, "bold $accent")
    words = [tongue.line(turn_of(view)), tongue.line(moment_of(view.moment)), over]
    if not view.turn:
        return stack([cut(name, width), *words])
    number = low(f"{view.turn}/{view.turns}", "bold")
    cells = ([Cell(left, left.cell_length), Cell(right)] for left, right in zip(number, words, strict=True))
    return stack([cut(name, width), EMPTY, *(columns(width, pair, 3) for pair in cells)])


def scores(tongue: Tongue, view: View) -> Content:
    """Return what each side came to in the end, below its name."""
    result = view.result
    if result is None:
        return EMPTY
    told = []
    lines = max(len(paragraph(tongue.line(name), NAME, most=NAMED)) for name, *_ in result.sides)
    for name, score, _ in result.sides:
        number = high(str(score), "$accent")
        said = paragraph(tongue.line(name, "bold"), NAME, most=NAMED)
        width = max(piece.cell_length for piece in (*said, *number))
        told.append([_wide(piece, width) for piece in (*[EMPTY] * (lines - len(said)), *said, *number)])
    return stack([listed(row, BETWEEN) for row in zip(*told, strict=True)])


def _wide(piece: Content, width: int) -> Content:
    return Content.assemble(piece, " " * (width - piece.cell_length))


def happened(tongue: Tongue, view: View) -> list[Section]:
    """Return what has happened: what is played again, what reached everybody, the press, what was done and stated."""
    news = [_before(tongue, view)] if view.peacetime else [_letter(tongue, each) for each in latest(view)]
    press = [_section(tongue, "front.title", [_headline(tongue, page) for page in view.front])] if view.front else []
    done = [_done(tongue, each) for each in mattered(view)]
    nobody = [_words(tongue.line(Message.of("board.no_positions"), "$muted"))] if view.turn else []
    positions = [_pledge(tongue, each) for each in stated(view)] or nobody
    found = [("board.done", done), ("board.positions", positions)]
    return [*again(tongue, view), *news, *press, *(_section(tongue, code, pieces) for code, pieces in found if pieces)]


def again(tongue: Tongue, view: View) -> list[Section]:
    """Return which turns were taken back, while they are played again."""
    told = [_words(tongue.line(view.retaken, "bold $warning"))] if view.retaken else []
    return [_section(tongue, "board.retaken", told)] if told else []


def stands(tongue: Tongue, view: View) -> list[Section]:
    """Return how it stands: the hottest stories, what an institute has published, and what all can see."""
    told = [_story(tongue, view, story) for story in hottest(view)]
    quiet = [_words(tongue.line(Message.of("board.quiet"), "$muted"))]
    polls = [_poll(tongue, view, poll) for poll in view.polls]
    seen = _gauges(tongue, view, [gauge for gauge in view.gauges if is_seen(gauge)])
    truth = _gauges(tongue, view, truths(view))
    stories = _section(tongue, "board.stories", told or quiet)
    found = [(polls_title(view), polls), ("board.meters", seen), ("board.truth", truth)]
    return [stories, *(_section(tongue, code, pieces) for code, pieces in found if pieces)]


def foot(tongue: Tongue, view: View, file: Text, width: int) -> Content:
    """Return who has sealed, and which save is shown, beside that where there is room."""
    *lines, last = seals(tongue, view, width).split("\n", allow_blank=True)
    named = cut(tongue.line(file, "$muted"), width)
    if last and last.cell_length + named.cell_length + 2 > width:
        lines, last = [*lines, last], EMPTY
    return stack([*lines, columns(width, [Cell(last), Cell(named, named.cell_length, right=True)])])


def _section(tongue: Tongue, code: str, pieces: list[Setter]) -> Section:
    return Section(tongue.line(Message.of(code)), lambda width, _: [piece(width) for piece in pieces])


def _words(words: Content) -> Setter:
    return lambda width: paragraph(words, width)


def _before(tongue: Tongue, view: View) -> Section:
    told = tongue.line(view.peacetime or view.summary)
    return Section(tongue.line(Message.of("board.before")), lambda width, high: [paragraph(told, width, most=high)])


def _letter(tongue: Tongue, letter: Letter) -> Section:
    """Return what reached everybody, below who sent it."""
    sender = tongue.line(letter.sender, "$muted") if letter.sender else EMPTY
    name, body = tongue.line(letter.name), body_of(letter)

    def pieces(width: int, high: int) -> list[Piece]:
        below = paragraph(sender, width, most=1) if sender else []
        return [[*below, *(paragraph(tongue.line(body), width, most=high - len(below)) if body else [])]]

    return Section(name, pieces)


def _headline(tongue: Tongue, page: FrontPage) -> Setter:
    """Return how to set a headline, below whose press it is."""

    def lay(width: int) -> Piece:
        return [tongue.line(page.paper, "$muted"), *paragraph(tongue.line(page.headline, "bold"), width)]

    return lay


def _done(tongue: Tongue, order: Played) -> Setter:
    """Return how to set an order: what was done, by whom, and what came of it."""
    who = tongue.line(order.team_name, "$muted")
    came = tongue.line(BECAME[order.outcome], OUTCOME_STYLE[order.outcome])
    return lambda width: [*paragraph(order_title(tongue, order), width), *paragraph(listed([who, came]), width)]


def _pledge(tongue: Tongue, pledge: Pledge) -> Setter:
    """Return how to set a position, with a sign that says whether it was kept."""

    def lay(width: int) -> Piece:
        sign, style = MARK[pledge.state]
        said = paragraph(tongue.line(pledge_of(pledge)), width, indent=2)
        return [Content.assemble((sign, style), said[0][2:]), *said[1:]]

    return lay


def _story(tongue: Tongue, view: View, story: Story) -> Setter:
    """Return how to set a story: its heat as a number that is seen from afar, and its course beside it."""
    number = low(str(story.heat), "$accent")
    said = [tongue.line(each) for each in (heat_of(story.heat), stage_of(story.stage), trend_of(story.trend))]

    def lay(width: int) -> Piece:
        bar = meter(story.heat / 100, max(width // 3, 6), "$accent")
        drawn = Content.assemble(bar, "  ", course_of(view, story))
        beside = [tongue.line(story.name, "bold"), drawn, listed(said).stylize("$muted")]
        lines = [columns(width, [Cell(left, HEAT), Cell(right)], 1) for left, right in zip(number, beside, strict=True)]
        return [*lines, EMPTY]

    return lay


def _poll(tongue: Tongue, view: View, poll: Poll) -> Setter:
    return lambda width: multiple(tongue, poll, view.turns, width)


def _gauges(tongue: Tongue, view: View, gauges: Sequence[Gauge]) -> list[Setter]:
    """Return how to set meters; a column shows their course over the turns, where any has one."""
    plotted = any(course(view, gauge) for gauge in gauges)
    value = room_for(tongue, gauges)
    return [_gauge(tongue, view, gauge, value, plotted=plotted) for gauge in gauges]


def _gauge(tongue: Tongue, view: View, gauge: Gauge, value: int, *, plotted: bool) -> Setter:
    cells = [Cell(tongue.line(value_of(gauge), "bold"), value, right=True)]
    cells += [Cell(course(view, gauge), COURSE)] if plotted else []

    def lay(width: int) -> Piece:
        room = width - sum(cell.width + 2 for cell in cells)
        first, *more = paragraph(tongue.line(gauge.name), max(room, 1), most=2)
        return [columns(width, [Cell(first), *cells]), *more]

    return lay
