"""The bulletin of a turn as one team may read it: orders, what struck, and every meter with its reasons."""

from dataclasses import dataclass

from engine.game.aims import newly_crossed
from engine.game.causes import cause_name, written_at
from engine.game.course import Turn
from engine.game.incidents import incidents
from engine.game.knowledge import Knowledge, Ordered, orders_of
from engine.game.odds import Weighed, landed, percents, reasons, weigh
from engine.game.telling import told
from engine.game.view import Bulletin, Change, Played, Reason, Term, Words
from engine.game.words import MISREAD, UNKNOWN, choice_name, meter_name
from engine.kernel.checks import fresh_hearing
from engine.kernel.kinds import KEPT_WAITING, NONE, OUTCOMES, PARTIAL, SUCCESS
from engine.kernel.ledger import LIMIT, Entry
from engine.kernel.state import State
from engine.language.messages import Message
from engine.scenario.cards import Card
from engine.scenario.lines import Line, in_order
from engine.text import Text

ASKED = Message("cause.poll")


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """Reads the turns of a match for one team, or for the public."""

    knows: Knowledge

    def bulletin(self, turn: Turn, entries: list[Entry]) -> Bulletin:
        """What became known of a turn that is closed."""
        match = self.knows.match
        entries = told(self.knows, entries)
        orders = sorted(
            self._orders(turn, entries), key=lambda played: (played.team != self.knows.team, -played.weight)
        )
        return Bulletin(
            turn=turn.turn,
            moment=match.scenario.clock.moment(turn.turn),
            orders=tuple(orders),
            struck=incidents(self.knows, turn),
            crossed=tuple(line.text for line in newly_crossed(self.knows, turn.opened, turn.after)),
            changes=self._changes(turn, entries, turn.before, turn.after),
            decided=turn.decided,
        )

    def opening(self, turn: Turn, entries: list[Entry]) -> tuple[Change, ...]:
        """What the opening of a turn moved."""
        return self._changes(turn, told(self.knows, entries), turn.before, turn.opened)

    def _changes(self, turn: Turn, entries: list[Entry], before: State, after: State) -> tuple[Change, ...]:
        """Every meter that moved and that may be read, with its reasons."""
        by_meter: dict[str, list[Entry]] = {}
        for entry in entries:
            by_meter.setdefault(entry.meter, []).append(entry)
        found = []
        for meter in by_meter.keys() | self.knows.polled(before, after):
            change = self._change(turn, meter, by_meter.get(meter, []), (before, after))
            if change is not None:
                found.append(change)
        return tuple(sorted(found, key=lambda change: change.meter))

    def _change(self, turn: Turn, meter: str, rows: list[Entry], span: tuple[State, State]) -> Change | None:
        match, (before, after) = self.knows.match, span
        place, rest = match.book.meters.index(meter), UNKNOWN
        if self.knows.reads(meter):
            first, last = float(before.meters[0, place]), float(after.meters[0, place])
        elif meter in self.knows.polled(before, after):
            team = match.book.teams.index(self.knows.team or "")
            column = place - match.book.at.opinion.start
            first, last = float(before.polls[0, team, column]), float(after.polls[0, team, column])
            rest = MISREAD
            if not self.knows.hears(meter, after):  # it was asked for: the number is known, and no reason
                return Change(meter, meter_name(match.scenario, meter), first, last, (Reason(ASKED, last - first),))
        else:
            return None
        reasons = self._reasons(turn, rows, last - first, rest)
        if not reasons and first == last:
            return None
        return Change(meter, meter_name(match.scenario, meter), first, last, reasons)

    def _reasons(self, turn: Turn, rows: list[Entry], moved: float, unexplained: Message) -> tuple[Reason, ...]:
        """Known causes with their amounts; what they leave is one row, `unexplained`, so that all add up to `moved`."""
        sums: dict[Message, float] = {}
        written: dict[Message, set[Line]] = {}
        for row in rows:
            if row.amount and self.knows.understands(turn, row):
                name = cause_name(
                    self.knows.match.scenario, row.cause, self.knows.became(turn, row), falls=row.amount < 0
                )
                sums[name] = sums.get(name, 0.0) + row.amount
                written.setdefault(name, set()).update(self._line(row.cause))
        rest = moved - sum(sums.values())
        if rest:
            sums[unexplained] = rest
        reasons = [Reason(name, amount, in_order(written.get(name, ()))) for name, amount in sums.items() if amount]
        return tuple(sorted(reasons, key=lambda reason: (-abs(reason.amount), reason.cause.code)))

    def _line(self, cause: str) -> list[Line]:
        path = written_at(cause)
        line = self.knows.match.edition.lines.of(path) if path else None
        return [line] if line else []

    def _orders(self, turn: Turn, entries: list[Entry]) -> list[Played]:
        match = self.knows.match
        options = sorted(turn.orders[turn.orders >= 0].tolist())
        weighed = weigh(match.book, turn.opened, options, turn.after.discord)
        outcomes = turn.outcomes()
        mine_or_over = [option for option in turn.waiting() if match.ended or self._is_ours(option)]
        found = [self._waiting(turn, option) for option in mine_or_over]
        for place, (option, order) in enumerate(zip(options, orders_of(match, turn), strict=True)):
            team, card, target, voice, leaked = order
            if not self.knows.sees(order):
                continue
            mine = team == self.knows.team or match.ended
            written = match.scenario.cards[card]
            open_odds = mine or written.judged  # on those of a judged order the room has agreed
            checked = not match.book.options.certain[option] and outcomes[option] != KEPT_WAITING
            chances = percents(float(weighed.z[place]), float(weighed.partial_from[place])) if open_odds else (0, 0, 0)
            effects = self._own(turn, entries, option, options.count(option))
            found.append(
                Played(
                    team=team,
                    team_name=match.scenario.teams[team].name,
                    card=card,
                    card_name=written.name,
                    target_name=choice_name(match.scenario, card, self._as_it_looked(team, target, turn), voice),
                    voice=voice,
                    leaked=leaked,
                    outcome=OUTCOMES[outcomes[option]],
                    success=chances[0] if checked else 100 * (outcomes[option] != KEPT_WAITING),
                    partial=chances[1] if checked else 0,
                    backfire=chances[2] if checked else 0,
                    roll=landed(match.book, match.key(turn.turn), option) if open_odds and checked else None,
                    changes=self._effects(effects, turn.after),
                    beyond=self._beyond(turn, entries, effects),
                    weight=self._weight(effects, turn.after),
                    terms=self._terms(turn, weighed, place, mine=mine and checked),
                    asks=team == self.knows.team and _asks(written) and outcomes[option] in {SUCCESS, PARTIAL},
                    crossed=self._crossed(turn, option),
                )
            )
        return found

    def _terms(self, turn: Turn, weighed: Weighed, place: int, *, mine: bool) -> tuple[Term, ...]:
        """What made the odds of an order; how well it suited an audience that was not heard is not told."""
        match, team = self.knows.match, self.knows.team
        audience = int(match.book.options.audience[weighed.options[place]])
        heard = match.ended
        if team is not None and audience != NONE and not heard:
            heard = bool(fresh_hearing(match.book, turn.opened)[0, match.book.teams.index(team), audience])
        return reasons(weighed, place, heard=heard, certain=not mine)

    def _as_it_looked(self, team: str, target: str | None, turn: Turn) -> str | None:
        """A class of comments as those see it who have not sorted the flood: by its appearance."""
        written = self.knows.match.scenario.comments.get(target or "")
        known = team == self.knows.team or self.knows.match.ended or self.knows.sorts(turn.after)
        return target if written is None or known else written.looks_like

    def _is_ours(self, option: int) -> bool:
        return self.knows.match.book.laid[option][0] == self.knows.team

    def _own(self, turn: Turn, entries: list[Entry], option: int, times: int) -> list[Entry]:
        """What an order did this turn, as far as it may be read; what earlier orders sent is not of it.

        Where one that had waited and one that had not are the same option, one die decided and each did half.
        """
        own = (entry for entry in entries if entry.phase == "resolve" and entry.option == option)
        return [entry._replace(amount=entry.amount / times) for entry in own if self.knows.understands(turn, entry)]

    def _crossed(self, turn: Turn, option: int) -> tuple[Text, ...]:
        """The red lines of its own that the team crossed by laying an order; one that had waited was laid before."""
        team, card, _, _ = self.knows.match.book.laid[option]
        if team != self.knows.team or option not in turn.after.laid:
            return ()
        return tuple(line.text for line in newly_crossed(self.knows, turn.opened, turn.after) if card in line.cards)

    def _waiting(self, turn: Turn, option: int) -> Played:
        """An order of the team's own that takes effect a turn later, since its policy is not clear."""
        scenario, (team, card, target, voice) = self.knows.match.scenario, self.knows.match.book.laid[option]
        return Played(
            team=team,
            team_name=scenario.teams[team].name,
            card=card,
            card_name=scenario.cards[card].name,
            target_name=choice_name(scenario, card, target, voice),
            voice=voice,
            leaked=False,
            outcome="waiting",
            success=0,
            partial=0,
            backfire=0,
            roll=None,
            changes=(),
            beyond=(),
            weight=0.0,
            terms=(),
            asks=False,
            crossed=self._crossed(turn, option),
        )

    def _effects(self, effects: list[Entry], after: State) -> tuple[tuple[Words, float], ...]:
        sums: dict[str, float] = {}
        for entry in effects:
            known = self.knows.reads(entry.meter) or self.knows.hears(entry.meter, after)
            if known and not entry.cause.endswith("/cost"):
                sums[entry.meter] = sums.get(entry.meter, 0.0) + entry.amount
        scenario = self.knows.match.scenario
        return tuple((meter_name(scenario, meter), amount) for meter, amount in sums.items() if amount)

    def _beyond(self, turn: Turn, entries: list[Entry], effects: list[Entry]) -> tuple[tuple[Words, float], ...]:
        """What the end of a scale took, as orders took effect, of all that moved a meter the way that an order did."""
        sums: dict[str, float] = {}
        for entry in effects:
            if not entry.cause.endswith("/cost"):
                sums[entry.meter] = sums.get(entry.meter, 0.0) + entry.amount
        cut = (each for each in entries if each.phase == "resolve" and each.cause == LIMIT)
        return tuple(
            (meter_name(self.knows.match.scenario, each.meter), abs(each.amount))
            for each in cut
            if each.amount * sums.get(each.meter, 0.0) < 0 and self.knows.understands(turn, each)
        )

    def _weight(self, effects: list[Entry], after: State) -> float:
        return sum(
            abs(entry.amount)
            for entry in effects
            if not entry.cause.endswith(("/cost", "/price", "/trace", "/reply", "/relief"))
            and (self.knows.reads(entry.meter) or self.knows.hears(entry.meter, after))
        )


def _asks(card: Card) -> bool:
    """Whether a card buys a poll."""
    shown = (effect.reveal for effect in card.effects)
    return any(reveal is not None and reveal.how == "asking" for reveal in shown)


def known_orders(knows: Knowledge, turn: Turn) -> list[Ordered]:
    """Orders that took effect in a turn and are known."""
    return [order for order in orders_of(knows.match, turn) if knows.sees(order)]
