"""Builds views: what one team may know of a match now, as plain frozen data."""

from collections.abc import Mapping

from engine.game.aims import objectives, red_lines
from engine.game.bulletins import Reader
from engine.game.course import Turn
from engine.game.curves import curves, polls
from engine.game.feed import Feed
from engine.game.flood_view import comments, pledges
from engine.game.front_pages import front_pages
from engine.game.gauges import gauges
from engine.game.inbox import due, inbox
from engine.game.intents import Order
from engine.game.kin import titled
from engine.game.knowledge import Knowledge
from engine.game.match import Match
from engine.game.offered import offered
from engine.game.options_view import choices
from engine.game.purse import purse
from engine.game.questions import asked_now, forecasts, words
from engine.game.results import result
from engine.game.retaken import branched, retaken
from engine.game.risk_view import risk_now
from engine.game.seats import Seat
from engine.game.standing_view import situation, stories
from engine.game.view import NOTHING, Bulletin, Change, Choice, FrontPage, Hint, Passed, Round, SeatLine, View
from engine.kernel.ledger import Entry
from engine.language.messages import Message
from engine.text import Text


class Viewing:
    """Makes the views of one match, and remembers what cannot change any more while it runs its course."""

    def __init__(self, match: Match) -> None:
        """Look at a match; call `refresh` whenever it has changed."""
        self._match = match
        self._begin()

    def _begin(self) -> None:
        self._course = self._match.ledger
        self._views: dict[str | None, View] = {}
        self._entries: dict[int, list[Entry]] = {}
        self._feed = Feed(self._match)
        self._bulletins: dict[tuple[str | None, int, frozenset[str]], Bulletin] = {}

    def refresh(self) -> None:
        """Forget what may have changed: all of it where a ruling or a rewind has put another course in its place.

        A course has a ledger of its own; by its turns alone it could not be told from the one before.
        """
        if self._match.ledger is not self._course:
            self._begin()
        self._views.clear()
        if self._match.ended:
            self._bulletins.clear()

    def view(self, team: str | None) -> View:
        """What a team may know now; None for the public."""
        if team not in self._views:
            self._views[team] = self._built(team)
        return self._views[team]

    def story(self, team: str | None) -> tuple[Bulletin, ...]:
        """Return the bulletin of every turn that is over, as a team may read it; None for the public."""
        knows = Knowledge(self._match.as_told(), team)
        return tuple(self._bulletin(knows, played) for played in self._match.history)

    def _built(self, team: str | None) -> View:
        match = self._match.as_told()
        scenario, knows = match.scenario, Knowledge(match, team)
        seat = scenario.teams[team] if team else None
        letters = inbox(knows)
        hand = offered(match, team) if team and not match.ended else None
        laid = choices(hand, due(match, letters)) if hand else ()
        known, told = gauges(knows), stories(match, team)
        decided = sum(played.decided for played in match.history)
        return View(
            scenario=scenario.id,
            title=titled(scenario.title, branched(match)),
            summary=scenario.summary,
            team=team,
            team_name=seat.name if seat else None,
            side_name=scenario.sides[seat.side].name if seat else None,
            brief=seat.brief if seat else None,
            peacetime=scenario.clock.peacetime if match.turn == 0 else None,
            turn=match.turn,
            turns=match.book.turns,
            round=decided + match.decides,
            rounds=decided + (0 if match.ended else match.decisions_left),
            moment=scenario.clock.moment(match.turn),
            hours_per_turn=scenario.clock.hours_per_turn,
            ended=match.ended,
            sealed=team in match.sealed,
            situation=situation(match, team, letters),
            inbox=letters,
            stories=told,
            feed=self._feed.now(),
            comments=comments(knows),
            pledges=pledges(knows),
            risk=risk_now(match, team),
            gauges=known,
            choices=laid,
            unheard=hand.unheard if hand else (),
            unsorted=hand.unsorted if hand else (),
            tray=tuple(choice for order in (match.tray(team) if team else ()) for choice in laid if _is(choice, order)),
            purse=purse(match, team) if team else NOTHING,
            table=self._table(),
            passed=self._passed(),
            reopened=any(turn >= self._since() for turn in match.papers.reopened),
            retaken=retaken(match),
            returned=tuple(scenario.cards[order.card].name for order in match.returned.get(team or "", ())),
            rationales=self._said(match.papers.reasons, team),
            slips=self._said(match.papers.slips, team),
            question=self._question(team),
            foreseen=match.papers.foresights.get((match.turn, team or "")),
            forecasts=forecasts(match, team) if team else (),
            clock=_clock(match),
            objectives=objectives(knows, team, {}, {each.meter: each for each in known}) if team else (),
            red_lines=red_lines(knows, team) if team else (),
            bulletins=tuple(self._bulletin(knows, played) for played in self._news()),
            front=self._front(match),
            past=self._past(knows) if match.ended else (),
            hints=self._hints(team),
            history=self._history(knows),
            curves=curves(knows, known, told),
            polls=() if team else polls(match),
            result=result(match, team) if match.ended else None,
        )

    def _table(self) -> tuple[SeatLine, ...]:
        match, scenario = self._match, self._match.scenario
        return tuple(
            SeatLine(
                team=team,
                name=seat.name,
                side=scenario.sides[seat.side].name,
                seat=str(match.seats[team]),
                sealed=team in match.sealed,
                people=match.papers.names.get(team) if match.seats[team].human else None,
                locked=team in match.papers.locks,
            )
            for team, seat in scenario.teams.items()
        )

    def _passed(self) -> tuple[Passed, ...]:
        """Seats at which another sits than before the last decision, each once, however often it was passed."""
        since, before = self._since(), dict[str, Seat]()
        for each in self._match.passed:
            if each.turn >= since:
                before.setdefault(each.team, each.before)
        return tuple(
            Passed(line, str(before[line.team]), line.seat)
            for line in self._table()
            if line.team in before and str(before[line.team]) != line.seat
        )

    def _since(self) -> int:
        """Return the turn from which on things are news."""
        return min((played.turn for played in self._news()), default=0)

    def _hints(self, team: str | None) -> tuple[Hint, ...]:
        match = self._match
        marks = enumerate(match.scenario.coach, 1)
        return tuple(Hint(number, mark.at, mark.text) for number, mark in marks if mark.reaches(team, match.turn))

    def _said(self, texts: Mapping[tuple[int, str, str], Text], team: str | None) -> Mapping[str, Text]:
        """What a team wrote of what lies on its tray, by card: its reasons, or what its private notes say."""
        match = self._match
        written = {order.card: texts.get((match.turn, team or "", order.card)) for order in match.tray(team or "")}
        return {card: text for card, text in written.items() if text is not None}

    def _question(self, team: str | None) -> Message | None:
        match = self._match
        asked = asked_now(match, team) if team and match.decides and not match.ended else None
        return words(match, asked, last=match.decisions_left == 1) if asked else None

    def _front(self, match: Match) -> tuple[FrontPage, ...]:
        """Return the front pages: the same for every reader."""
        public, news = Knowledge(match, None), self._news()
        return front_pages(public, news, [self._bulletin(public, played) for played in news])

    def _past(self, knows: Knowledge) -> tuple[Round, ...]:
        """Return what was told after each decision, with all that may be known at ENDEX."""
        history, public = self._match.history, Knowledge(knows.match, None)
        begins = [0, *(place for place, played in enumerate(history) if played.decided and place)]
        rounds = []
        for first, end in zip(begins, [*begins[1:], len(history)], strict=True):
            turns = history[first:end]
            pages = front_pages(public, turns, [self._bulletin(public, played) for played in turns])
            rounds.append(Round(tuple(self._bulletin(knows, played) for played in turns), pages))
        return tuple(rounds) if history else ()

    def _news(self) -> list[Turn]:
        """Turns since the last decision, that one counted; without people at the table, the last turn."""
        history = self._match.history
        decided = [place for place, played in enumerate(history) if played.decided]
        if not any(seat.human for seat in self._match.seats.values()):
            return history[-1:]
        return history[decided[-1] :] if decided else history

    def _bulletin(self, knows: Knowledge, played: Turn) -> Bulletin:
        key = (knows.team, played.turn, knows.stories)
        if key not in self._bulletins:
            self._bulletins[key] = Reader(knows).bulletin(played, self._rows(played))
        return self._bulletins[key]

    def _rows(self, played: Turn) -> list[Entry]:
        if played.turn not in self._entries:
            match = self._match
            self._entries[played.turn] = list(match.ledger.entries(match.book, records=played.records))
        return self._entries[played.turn]

    def _history(self, knows: Knowledge) -> Mapping[str, tuple[tuple[int, Change], ...]]:
        match = self._match
        found: dict[str, list[tuple[int, Change]]] = {}
        turns = [(played.turn, self._bulletin(knows, played).changes) for played in match.history]
        if not match.ended:
            turns.append((match.turn, self._opening(knows)))
        for turn, changes in turns:
            for change in changes:
                found.setdefault(change.meter, []).append((turn, change))
        return {meter: tuple(changes) for meter, changes in found.items()}

    def _opening(self, knows: Knowledge) -> tuple[Change, ...]:
        """What the opening of the present turn changed."""
        match = self._match
        present = match.present()
        rows = list(match.ledger.entries(match.book, records=present.records))
        return Reader(knows).opening(present, rows)


def _clock(match: Match) -> tuple[int, bool] | None:
    """What was last written down of the clock; at ENDEX there is none."""
    clock = match.papers.clock
    return (clock.seconds, clock.running) if clock and not match.ended else None


def _is(choice: Choice, order: Order) -> bool:
    return (choice.card, choice.target, choice.voice) == order
