"""What the crowd says: the stories, how hot they are and how far they have come."""

from collections.abc import Sequence

from textual.content import Content

from engine.game.view import Story, View
from engine.language.messages import Message
from tui.talk import said_in
from tui.widgets.region import Region, numbered
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import EMPTY, Lay, apart, cut, hanging, listed, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import stage_of, trend_of

EIGHTHS = " ▏▎▍▌▋▊▉"  # none to seven eighths of a cell
WARM = 20  # below this a story needs no answer yet
HOT = 45  # from here a story climbs to the next stage
BAR, SHORT, LONG = 6, 4, 30  # cells of a bar, of the shortest and of the longest
CLOSE = 34  # a row of fewer cells has the shortest


class Crowd(Region):
    """Stories, those that hurt us first, each by its heat."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._stories: tuple[Story, ...] = ()
        self._told: dict[str, tuple[Message, Message]] = {}
        self.rows = Rows("why", at_once=True, id="stories")
        super().__init__(numbered(tongue, "stories"), self.rows, does="stories", id="crowd")

    def show(self, view: View) -> None:
        """Show the stories, the flood of comments, positions that bind, and some voices of the crowd."""
        self._stories = tuple(sorted(view.stories, key=lambda story: (not story.hurts_us, -story.heat)))
        rows: list[Row] = []
        for title, members in grouped(self._stories):
            rows.append(Row(title.code, self._group(title, first=not rows), stop=False))
            rows += [Row(story.narrative, self._set(story)) for story in members]
        silent = tuple(story.name for story in self._stories if not story.heat)
        if silent:
            rows.append(Row("silent", self._silent(Message.of("plain.silent", names=silent)), stop=False))
        self._told = {}
        for head, parts in said_in(view):
            rows.append(Row(head.code, self._group(head, first=not rows), stop=False))
            for n, part in enumerate(parts):
                self._told[f"{head.code} {n}"] = head, part
                rows.append(Row(f"{head.code} {n}", self._said(part)))
        self.rows.show(rows)

    @property
    def marked(self) -> Story | None:
        """The story that is marked."""
        return next((story for story in self._stories if story.narrative == self.rows.marked), None)

    @property
    def told(self) -> tuple[Message, Message] | None:
        """What is said beside the stories, if that is marked: what it stands under, and its words."""
        return self._told.get(self.rows.marked or "")

    def _said(self, words: Message) -> Lay:
        line = self._tongue.line(words)
        return lambda width: stack(paragraph(line, width))

    def _silent(self, words: Message) -> Lay:
        line = self._tongue.line(words, "$muted")
        return lambda width: stack([EMPTY, *paragraph(line, width)])

    def _group(self, title: Message, *, first: bool) -> Lay:
        words = self._tongue.line(title, "$muted")
        return lambda width: stack([*([] if first else [EMPTY]), cut(words, width)])

    def _set(self, story: Story) -> Lay:
        said = max(standing(self._tongue, each).cell_length for each in self._stories if each.heat)
        return lambda width: story_row(self._tongue, story, width, said)


def grouped(stories: Sequence[Story]) -> list[tuple[Message, list[Story]]]:
    """Return the stories that are told: those that hurt us, those that help us, the others, each with a title."""
    told = [story for story in stories if story.heat]
    hurting = [story for story in told if story.hurts_us]
    helping = [story for story in told if story.helps_us and not story.hurts_us]
    others = [story for story in told if not story.hurts_us and not story.helps_us]
    groups = (
        (Message.of("screen.story.against"), hurting),
        (Message.of("screen.story.for"), helping),
        (Message.of("screen.story.about"), others),
    )
    return [(title, members) for title, members in groups if members]


def story_row(tongue: Tongue, story: Story, width: int, said: int) -> Content:
    """Return a story: its name and where it is going; its heat as a bar, how far it has come, who answers it.

    The bar takes what `said` cells beside it leave, so that it is as long for each story.
    """
    head = apart(width, tongue.line(story.name, "bold"), tongue.line(trend_of(story.trend)))
    words = standing(tongue, story).stylize_before("$muted")
    number = f"{story.heat:>3} " if width < CLOSE else f"{story.heat:>4}  "
    bar = max(SHORT if width < CLOSE else BAR, min(width - len(number) - said, LONG))
    heat = Content.assemble(heat_bar(story, bar), number)
    hurt = [] if story.hurts_us or story.helps_us or not story.hurts else [hurting(tongue, story)]
    below = [line for each in hurt for line in paragraph(each, width)]
    return stack([head, *hanging(heat, words, width), *below])


def hurting(tongue: Tongue, story: Story) -> Content:
    """Return whom a story hurts, the team's own side first, or nothing."""
    if story.hurts_us:
        also = Message.of("story.hurts_us_also", sides=story.hurts) if story.hurts else Message.of("story.hurts_us")
        return tongue.line(also, "$muted")
    return tongue.line(Message.of("story.hurts", sides=story.hurts), "$muted") if story.hurts else EMPTY


def standing(tongue: Tongue, story: Story) -> Content:
    """Return whether somebody answers a story, and how far it has come."""
    parts: list[Content] = []
    if story.hurts_us:
        answered = Message.of("story.answered") if story.answered else Message.of("screen.story.unanswered")
        parts.append(tongue.line(answered, "$danger" if not story.answered and story.heat >= WARM else ""))
    if story.hurts_us and story.helps_us:
        parts.append(tongue.line(Message.of("story.helps_us")))
    if story.blocked:
        parts.append(tongue.line(Message.of("story.blocked")))
    parts.append(tongue.line(stage_of(story.stage)))
    return listed(parts)


def heat_bar(story: Story, width: int) -> Content:
    """Return a story's heat as a bar, drawn to the eighth of a cell: that of a calm one is but a few of these."""
    eighths = max(round(story.heat * width * len(EIGHTHS) / 100), 1)
    full, part = divmod(min(eighths, width * len(EIGHTHS)), len(EIGHTHS))
    lit = "█" * full + EIGHTHS[part].strip()
    return Content.assemble((lit, heat_style(story)), ("░" * (width - len(lit)), "$faint"))


def heat_style(story: Story) -> str:
    """Return the colour of a story's heat: danger only where it hurts and climbs."""
    if story.hurts_us:
        return "$danger" if story.heat >= HOT else "$foreground"
    return "$accent" if story.helps_us else "$muted"
