"""The bulletin: what was done, one order at a time, what came of it, and a table of every meter with its reasons."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from engine.game.view import Bulletin, Change, Played, View
from engine.language.messages import Message
from tui.joined import THREE, also_of, in_turn, together
from tui.screens.breadth import roomy
from tui.screens.concepts import Concepts
from tui.screens.finds import Found
from tui.screens.panels.reading import Reading, show_paper
from tui.screens.place import Place
from tui.screens.seeking import found_concepts
from tui.widgets.agenda import agenda
from tui.widgets.banner import Banner, clock
from tui.widgets.front import front_pages
from tui.widgets.moved import (
    Numbers,
    change_head,
    change_row,
    crossings,
    nothing,
    numbers_of,
    passings,
    ranked,
    reaction,
)
from tui.widgets.papers import Written, concepts_paper
from tui.widgets.played import PlayedOrder
from tui.widgets.played_papers import order_paper, reasons_paper
from tui.widgets.press import Press
from tui.widgets.rows import Row, Rows
from tui.widgets.typeset import COPIED, Fitted, Lay, cut, listed, stack
from tui.widgets.wording import Said, Tongue
from tui.words import goes_on, listeners, span_of, turn_name, turn_of

MOST_DOTS = 10
"""With more pages than these, a number says where one is."""


class BulletinScreen(Place[None]):
    """Pages to turn: orders, the reaction, the front pages, the table. It is handed a view with bulletins."""

    place = "bulletin"

    @dataclass
    class Read(Place.Asked):
        """The bulletin has been read by a team, or by everybody (None)."""

        team: str | None

    def __init__(self, tongue: Tongue, view: View, concepts: Concepts, *, moving: bool) -> None:
        super().__init__(tongue)
        self._view, self._concepts, self._moving, self.reader = view, concepts, moving, view.team or ""
        orders, few = in_turn(view)
        self._orders = tuple(order for _, order in orders)
        self._turns = tuple(bulletin for bulletin, _ in orders)
        self._told = self._orders[:few]
        self._more = len(self._orders) > few
        self._read_on = 0  # the first order that has not been shown
        self._changes = ranked(together(view.bulletins))
        self._page = 0

    def compose(self) -> ComposeResult:
        """Head, page, foot."""
        tongue, view = self.tongue, self._view
        title = Message.of("screen.bulletin.title")
        last = view.bulletins[-1]
        yield Banner(tongue, title, view.team_name, *clock(tongue, turn_of(view, last.turn), last.moment))
        yield Said(id="progress")
        with Horizontal(id="told"):
            with VerticalScroll(id="page"):
                yield PlayedOrder(tongue, listeners(view))
                yield Press("why", id="reaction")
                yield Said(id="front")
            yield Said(id="agenda")
        yield Rows("why", at_once=True, id="moved")
        yield from self.foot(but=() if self._more else ("all",))  # the pages tell of every order by themselves

    def fill(self) -> None:
        """Begin with the order that mattered most."""
        tongue = self.tongue
        numbers = numbers_of(tongue, self._changes)
        head = Row("head", lambda width: change_head(tongue, width, numbers), stop=False)
        none = Row("none", lambda width: stack(nothing(tongue, width)), stop=False)
        rows = [Row(each.meter, self._row(each, numbers)) for each in self._changes]
        self.query_one("#moved", Rows).show([head, *rows] if rows else [none])
        span = span_of(self._view.bulletins)
        struck = [each for bulletin in self._view.bulletins for each in bulletin.struck]
        crossed = [line for bulletin in self._view.bulletins for line in bulletin.crossed]
        self.query_one("#reaction", Said).update(
            Fitted(
                lambda width: stack(
                    [
                        *passings(tongue, self._view, width),
                        *crossings(tongue, crossed, width),
                        reaction(tongue, self._changes, struck, span, width),
                    ]
                )
            )
        )
        pages = self._view.front
        self.query_one("#front", Said).update(Fitted(lambda width: front_pages(tongue, pages, width)))
        self._turn_to(self._page)

    def on_resize(self, event: events.Resize) -> None:
        """Where there is room, say beside a page what else is told."""
        self.set_class(roomy(event.size), "-roomy")

    def _row(self, change: Change, numbers: Numbers) -> Lay:
        return lambda width: change_row(self.tongue, change, width, numbers)

    @property
    def _order(self) -> Played | None:
        return self._told[self._page] if self._page < len(self._told) else None

    @property
    def _last(self) -> int:
        return len(self._told) + 2

    def _turn_to(self, page: int) -> None:
        self._page = page
        self.tell(None)
        order = self._order
        self.query_one("#order").display = order is not None
        self.query_one("#reaction").display = page == len(self._told)
        self.query_one("#front").display = page == self._last - 1
        self.query_one("#told").display = page < self._last
        table = self.query_one("#moved", Rows)
        table.display = page == self._last
        (table if table.display else self.query_one("#page")).focus()
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        if order:
            self.query_one(PlayedOrder).show(order, moving=self._moving)
            self._read_on = max(self._read_on, page + 1)
        self.query_one("#progress", Said).update(Fitted(self._progress))
        told, after, place = self._told, self._after, (page, self._read_on)
        self.query_one("#agenda", Said).update(Fitted(lambda width: agenda(self.tongue, told, after, place, width)))

    @property
    def _after(self) -> tuple[Message, ...]:
        """What is told after the orders."""
        table = Message.of("screen.bulletin.table", span=span_of(self._view.bulletins))
        return Message.of("screen.bulletin.reaction"), Message.of("front.title"), table

    def _progress(self, width: int) -> Content:
        tongue, page = self.tongue, self._page
        dots = listed(
            [
                Content.styled("●" if at == page else "○", "$accent" if at == page else "$muted")
                for at in range(self._last + 1)
            ],
            Content(" "),
        )
        turned = Message.of("screen.bulletin.page", n=page + 1, all=self._last + 1)
        order = Message.of("screen.bulletin.order", n=page + 1, all=len(self._told))
        name = order if self._order else self._after[page - len(self._told)]
        words = [tongue.line(turned, "$muted"), tongue.line(name, "$muted")]
        if self._last >= MOST_DOTS:
            dots = words.pop(0)  # a long row of dots says less than its number
        if self._order and len(self._view.bulletins) > 1:
            words += [self._when(self._turns[page]), *self._also(page)]
        if self._last < MOST_DOTS and sum(part.cell_length + 3 for part in (dots, *words)) > width:
            del words[0]  # the dots say it too
        return cut(listed([dots, listed(words)], Content("   ")), width)

    def _when(self, at: Bulletin) -> Content:
        stands = goes_on(at)
        return self.tongue.line(stands, "$accent") if stands else self.tongue.line(turn_name(at.turn))

    def _also(self, page: int) -> list[Content]:
        """Say what became of the same order in turns that have no page of their own."""
        count = len(self._told)
        untold = zip(self._turns[count:], self._orders[count:], strict=True)
        also = also_of(self._told[page], untold)
        return [self.tongue.line(also)] if also else []

    def marked_words(self) -> Content:
        """Return the marked meter, the front pages, or the order."""
        order = self._order
        if self._page == self._last - 1:
            return front_pages(self.tongue, self._view.front, COPIED)
        if order:
            return listed([self.tongue.line(order.team_name), self.tongue.line(order.card_name)])
        return self.query_one("#moved", Rows).read()

    def action_next(self) -> None:
        """Let the draw land; then the next page; after the last, go on."""
        told = self.query_one(PlayedOrder)
        if self._order and not told.landed:
            told.land()
        elif self._page < self._last:
            self._turn_to(self._page + 1)
        else:
            self._done()

    def action_all(self) -> None:
        """Go on with every order that has not been told yet, not only with those that mattered most."""
        at, table = self._page, self._page >= len(self._told)
        self._told = self._orders
        told = self.query_one(PlayedOrder)
        if not table and not told.landed:
            told.land()
            self.query_one("#progress", Said).update(Fitted(self._progress))
        elif self._read_on < len(self._orders):
            self._turn_to(self._read_on)
        elif not table:
            self._turn_to(at)
        if not self._more:
            self.tell(Message.of("screen.bulletin.all_told"), grave=False)

    def _done(self) -> None:
        self.post_message(self.Read(self._view.team))

    def action_skip(self) -> None:
        """Go to the table; from there, go on."""
        if self._page == self._last:
            self._done()
        else:
            self._turn_to(self._last)

    def action_why(self) -> None:
        """Tell why the marked meter moved; on an order's page its odds first, then why those that moved most did."""
        order, view = self._order, self._view
        if order:
            turn, most, span = self._turns[self._page].turn, self._changes[:THREE], span_of(view.bulletins)
            self.query_one(PlayedOrder).land()
            self._read(lambda tongue: order_paper(tongue, order, turn, most, span))
            return
        marked = self.query_one("#moved", Rows).marked
        chosen = (
            [each for each in self._changes if each.meter == marked]
            if self._page == self._last
            else list(self._changes[:THREE])
        )
        self._read(lambda tongue: reasons_paper(tongue, chosen))

    def finds(self) -> Iterable[Found]:
        """Let concepts be found: those that this screen was handed."""
        return found_concepts(self._concepts, self._read)

    def action_concept(self) -> None:
        """Explain the concepts that the exercise teaches."""
        if not self._concepts:  # nothing was taught here, or nobody was there to see it
            self.action_glossary()
            return
        concepts = self._concepts
        self._read(lambda tongue: concepts_paper(tongue, concepts, tuple(concepts)))

    def _read(self, written: Written) -> None:
        show_paper(self.app, Reading(self.tongue, written))
