"""What happened: the red lines that the team has just crossed, and the letters that reached it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message as Event

from engine.game.view import Letter, View
from engine.language.messages import Message
from tui.matters import by_urgency, chances_of, crossed_lately, first_round
from tui.posted import body_of
from tui.widgets.region import Region, numbered
from tui.widgets.rows import Row, Rows, gap
from tui.widgets.typeset import EMPTY, Lay, apart, hanging, listed, paragraph, stack
from tui.widgets.wording import Tongue
from tui.words import awaited, moment_of, turn_name

CROSSED = "crossed:"  # how the key of a row begins that is no letter
FOLLOWING = 4  # lines that are left for the next letter, with the gap before it
LINES, ALONE = 3, 8  # of a new letter's text, before it is opened; of the only one that is new


class Inbox(Region):
    """Letters: first those that wait for an answer, which say until when, the soonest due first; then the newest."""

    @dataclass
    class Read(Event):
        """A new letter was opened, or the mark went on from it: it counts as read."""

        inject: str

    def __init__(self, tongue: Tongue, read: set[str]) -> None:
        """Count as new what is not among the letters that were `read`, which is added to."""
        self._tongue, self._read = tongue, read
        self._letters: tuple[Letter, ...] = ()
        self.rows = Rows("lay", at_once=True, id="letters")
        super().__init__(numbered(tongue, "inbox"), self.rows, does="inbox", id="inbox")

    def show(self, view: View) -> None:
        """Show the letters of a view; as long as there are none, how things stand, and where to look."""
        letters, turn = view.inbox, view.turn
        self._letters = by_urgency(letters, turn)
        rows = [*self._crossed(view), *([] if letters else self._before(view))]
        news = sum(letter.new for letter in letters)
        read_first = [each for each in self._letters if each.new]
        for index, letter in enumerate(self._letters):
            most = ALONE if news == 1 else LINES
            rows.append(Row(str(index), self._set(letter, turn, most, fills=letter in read_first[:1])))
            if letter.new:
                rows.append(gap(str(index)))
        if not letters or first_round(view):
            later = self._tongue.line(Message.of("screen.inbox.later"), "$muted")
            rows.append(Row("later", lambda width: stack(paragraph(later, width)), stop=False))
        self.rows.show(rows)
        self._count()

    def _count(self) -> None:
        """Say beside the heading how many letters are still to be read."""
        told = unread(self._letters, self._read)
        self.say(self._tongue.line(Message.of("screen.inbox.new", n=told), "$accent") if told else EMPTY)

    def on_mount(self) -> None:
        """Count a letter as read when the mark goes on from it; a list that is filled anew passes through no mark."""
        self.watch(self.rows, "highlighted", self._go_on, init=False)

    def _go_on(self, before: int | None, now: int | None) -> None:
        if before is not None and now is not None and self.rows.has_focus:
            self._have_read(self.rows.named(before))

    def on_descendant_blur(self) -> None:
        """Whoever goes on to another region has read what was marked; who has it said in another language, has not."""
        super().on_descendant_blur()
        if not self._pruning:
            self.read_marked()

    def read_marked(self) -> None:
        """Count the marked letter as read."""
        self._have_read(self.rows.marked)

    def _have_read(self, key: str | None) -> None:
        letter = self._letters[int(key)] if key is not None and key.isdecimal() else None
        if key is not None and letter and unread([letter], self._read):
            self._read.add(letter.inject)
            self.rows.draw(key)
            self._count()
            self.post_message(self.Read(letter.inject))

    def _crossed(self, view: View) -> list[Row]:
        """Return above all letters what the team has done to itself: nobody writes to it about that."""
        rows: list[Row] = []
        for index, said in enumerate(crossed_lately(view)):
            rows += [Row(f"{CROSSED}{index}", self._grave(said)), gap(f"{CROSSED}{index}")]
        return rows

    def _grave(self, said: Message) -> Lay:
        words = self._tongue.line(said, "bold $danger")
        return lambda width: stack(hanging(Content.styled("! ", "bold $danger"), words, width))

    def _before(self, view: View) -> list[Row]:
        """Return what stands here before anything has reached the team."""
        words = self._tongue.line(view.peacetime or Message.of("plain.no_letters"))
        return [Row("before", lambda width: stack(paragraph(words, width)), stop=False), gap("before")]

    @property
    def marked(self) -> Letter | None:
        """The letter that is marked."""
        at = self.rows.marked
        return None if at is None or self.at_crossed else self._letters[int(at)]

    @property
    def at_crossed(self) -> bool:
        """Whether a red line that was crossed is marked."""
        return (self.rows.marked or "").startswith(CROSSED)

    def _set(self, letter: Letter, turn: int, most: int, *, fills: bool) -> Lay:
        def lay(width: int) -> Content:
            below = FOLLOWING if len(self._letters) > 1 else 0
            whole = self.rows.scrollable_content_region.height if fills else 0
            fresh = bool(unread([letter], self._read))
            return letter_brief(self._tongue, letter, turn, width, (most, whole - below), whole=whole, fresh=fresh)

        return lay


def unread(letters: Iterable[Letter], read: Collection[str]) -> int:
    """Return how many letters have come since the last decision and were not read yet."""
    return sum(letter.new and letter.inject not in read for letter in letters)


def letter_brief(  # noqa: PLR0913 - each is a part of the room that it has
    tongue: Tongue,
    letter: Letter,
    turn: int,
    width: int,
    space: tuple[int, int],
    *,
    whole: int = 0,
    fresh: bool = False,
) -> Content:
    """Return a letter as it lies in the inbox: head, sender, what it says, the deadline; a sign where it is `fresh`.

    `space` is how many lines of what it says are told at least, and how many the whole letter may take beyond that.
    Where `whole`, the lines of all that is seen, are fewer, the text is shortened for the deadline and what answers it.
    """
    most, high = space
    due = deadline(tongue, letter, turn)
    sign = ("! ", "bold $danger") if awaited(letter, turn) else ("● ", "$accent") if fresh else ("  ", "")
    when = tongue.line(turn_name(letter.turn), "$muted")
    lines = [apart(width, tongue.line(letter.name, "bold" if fresh else ""), when, Content.styled(*sign))]
    sender = tongue.line(letter.sender, "$muted") if letter.sender else EMPTY
    if due and not letter.new and not awaited(letter, turn):  # nothing is to be done about it
        return stack([*lines, *_settled(sender, due, width)])
    lines += paragraph(sender, width, indent=2, most=2) if sender else []
    below = (
        [*paragraph(due, width, indent=2), *paragraph(answering(tongue, letter, turn), width, indent=2)] if due else []
    )
    body = body_of(letter)
    if letter.new and body:
        beside = len(lines) + len(below)
        told = max(most, high - beside)
        if below and whole:
            told = max(min(told, whole - beside), 1)
        lines += paragraph(tongue.line(body), width, indent=2, most=told)
    return stack([*lines, *below])


def _settled(sender: Content, due: Content, width: int) -> list[Content]:
    """Return who sent a letter and what became of it, on one line where both have room; else the latter."""
    both = listed([sender, due])
    return paragraph(both if both.cell_length + 2 <= width else due, width, indent=2, most=1)


def deadline(tongue: Tongue, letter: Letter, turn: int) -> Content:
    """Return what is said about an answer that is expected, or nothing."""
    if letter.answer_by is None:
        return EMPTY
    if letter.answered:
        return tongue.line(letter.answered_by or Message.of("screen.inbox.answered"), "$muted")
    if not letter.answers:
        return tongue.line(Message.of("letter.not_ours"), "$muted")
    if letter.answer_by < turn:
        return tongue.line(Message.of("screen.inbox.missed"), "$danger")
    if letter.answer_by == turn:
        return tongue.line(Message.of("screen.inbox.due_now"), "bold $danger")
    due, chances = tongue.line(Message.of("screen.inbox.due", turn=letter.answer_by), "$danger"), chances_of(letter)
    return Content(" ").join([due, tongue.line(chances, "$muted")]) if chances else due


def answering(tongue: Tongue, letter: Letter, turn: int) -> Content:
    """Return which cards answer a letter that waits, or that one of them is on the tray."""
    if not awaited(letter, turn):
        return EMPTY
    if letter.on_tray:
        return tongue.line(Message.of("letter.on_tray"), "$accent")
    return tongue.line(Message.of("letter.answers", cards=letter.answers), "$muted")


def letter_whole(tongue: Tongue, letter: Letter, turn: int, width: int) -> Content:
    """Return a letter as it is read."""
    sender = tongue.line(letter.sender) if letter.sender else EMPTY
    head = listed([sender, tongue.line(moment_of(letter.moment)), tongue.line(turn_name(letter.turn))])
    due = deadline(tongue, letter, turn)
    body = paragraph(tongue.whole(letter.text), width)
    answers = paragraph(answering(tongue, letter, turn), width)
    return stack([head.stylize("$muted"), EMPTY, *body, *([EMPTY, due, *answers] if due else [])])
