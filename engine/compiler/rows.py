"""Effects compiled to rows: one cause, one meter or thing to set, one line of the scenario."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from engine.compiler.index import Index
from engine.compiler.lines import Lines, Path, meters_of, percentage, plain_number
from engine.compiler.row import Row, Source, later, picked, picked_audiences, picked_side
from engine.compiler.settings import settings
from engine.kernel.expressions import Constant, Operation, Reading
from engine.kernel.kinds import NONE, OUTCOMES, Kind, Scale, Verb
from engine.kernel.lattice import Indices, amount, coefficient
from engine.kernel.tables import Retargets, Rows, Ways
from engine.language.messages import Message
from engine.scenario.effects import Effect, Shift
from engine.scenario.fields import Amount
from engine.scenario.findings import quote
from engine.scenario.names import relations, resolve
from engine.scenario.openness import may_read
from engine.scenario.scenario import Scenario


@dataclass(slots=True)
class Tables:
    """Collects rows, causes and re-targets while a scenario is compiled."""

    scenario: Scenario
    index: Index
    lines: Lines
    number: dict[str, float]
    rows: list[Row] = field(default_factory=list)
    sources: list[list[int]] = field(default_factory=list)
    causes: dict[tuple[str, int], int] = field(default_factory=dict)
    retargets: dict[tuple[int, tuple[float | None, ...]], int] = field(default_factory=dict)
    leaks: list[tuple[Path, Message]] = field(default_factory=list)

    def cause(self, name: str, option: int = NONE) -> int:
        """Place of a cause among all; orders of one card at two targets are two causes of one name."""
        return self.causes.setdefault((name, option), len(self.causes))

    def source(self, rows: Iterable[Row]) -> int:
        """Add a source with its rows; returns its place."""
        first = len(self.rows)
        self.rows.extend(rows)
        self.sources.append(list(range(first, len(self.rows))))
        return len(self.sources) - 1

    def effect(self, effect: Effect, source: Source) -> Iterator[Row]:
        """Rows of one effect."""
        adds = effect.adds
        outcomes = tuple(effect.happens_on(name) for name in OUTCOMES)
        row = Row(
            verb=Verb.NUMBER,
            cause=self.cause(source.cause, source.option),
            scaled=adds and effect.outcomes is None,
            plain=not adds,
            outcomes=(outcomes[0], outcomes[1], outcomes[2], outcomes[3]),
            when=self.lines.add(effect.when, source.team, (*source.path, "when")),
            after=effect.after,
            parts=effect.spread,
            post=source.post if effect.spread > 1 else NONE,
        )
        yield from self._moves(effect, source, row) if adds else settings(self, effect, source, row)

    def _moves(self, effect: Effect, source: Source, row: Row) -> Iterator[Row]:
        story = effect.spark or effect.cool
        if story is not None:
            narrative = picked(story.narrative, source)
            row = replace(row, sign=-1.0 if effect.cool else 1.0, meter=self.index.meter(f"{narrative}.heat"))
            yield self.amount(row, story.by, source, (*source.path, effect.verb, "by"))
        elif effect.shift is not None:
            for meter in self._meters(effect.shift, source):
                after = later(self.scenario, row.after, source, meter.partition(".")[0])
                moved = replace(row, meter=self.index.meter(meter), after=after)
                path = (*source.path, "shift", "by")
                if effect.shift.to is None:
                    assert effect.shift.by is not None  # noqa: S101 - the model refuses a shift without either
                    yield self.amount(moved, effect.shift.by, source, path)
                else:
                    yield self._toward(moved, effect.shift.to, effect.shift.by, source, path)

    def retarget(self, narrative: int, slants: Mapping[str, float]) -> int:
        """Place of a re-target among all; sides that it does not name keep their slant."""
        new = tuple(coefficient(slants[side]) if side in slants else None for side in self.index.sides)
        return self.retargets.setdefault((narrative, new), len(self.retargets))

    def amount(self, row: Row, by: Amount, source: Source, path: Path) -> Row:
        """The row with its amount: a number, a percentage or an expression."""
        number, share = plain_number(by), percentage(by)
        if number is not None:
            return replace(row, verb=Verb.NUMBER, number=number)
        if share is not None:
            self.lines.prove(Operation("*", Reading("meter", row.meter), Constant(share)), path)
            return replace(row, verb=Verb.PERCENT, number=share, base=row.meter)
        return self._open(replace(row, verb=Verb.VALUE, value=self.lines.add(by, source.team, path)), path)

    def _toward(self, row: Row, to: float, by: Amount | None, source: Source, path: Path) -> Row:
        row = replace(row, number=amount(to))
        if by is None:
            return replace(row, verb=Verb.TOWARD)
        number, share = plain_number(by), percentage(by)
        if number is not None:
            value = self.lines.place(Constant(number), path)
        elif share is not None:
            value = self.lines.place(Operation("*", Reading("meter", row.meter), Constant(share)), path)
        else:
            value = self.lines.add(by, source.team, path)
        return self._open(replace(row, verb=Verb.TOWARD_BY, value=value), path)

    def _open(self, row: Row, path: Path) -> Row:
        """Note a leak where somebody who reads the moved meter could work out from its amount what he may not know."""
        scenario, meters = self.scenario, self.index.meters
        moved, onlookers = meters[row.meter], (None, *self.index.teams)
        for read in sorted(meters[place] for place in meters_of(self.lines.trees[row.value])):
            if any(may_read(scenario, moved, one) and not may_read(scenario, read, one) for one in onlookers):
                self.leaks.append((path, Message.of("compile.leak", moved=quote(moved), read=quote(read))))
        return row

    def reads(self) -> dict[tuple[str, int], frozenset[int]]:
        """Meters that the amounts and conditions of each cause read."""
        found: list[frozenset[int]] = [frozenset() for _ in self.causes]
        for row in self.rows:
            lines = (self.lines.trees[place] for place in (row.value, row.when) if place != NONE)
            itself = {row.meter} if row.verb in {Verb.PERCENT, Verb.TOWARD, Verb.TOWARD_BY} else set()
            found[row.cause] = found[row.cause].union(itself, *map(meters_of, lines))
        return {cause: found[place] for cause, place in self.causes.items()}

    def _meters(self, shift: Shift, source: Source) -> Iterator[str]:
        if shift.relations is not None:
            first, second = (picked_side(self.scenario, side, source) for side in shift.relations)
            yield relations(first, second)
        elif shift.opinion_of is not None:
            side = picked_side(self.scenario, shift.opinion_of, source)
            for audience in picked_audiences(self.scenario, shift.among or "all", source):
                yield f"{audience}.{side}"
        elif shift.meter is not None:
            parts = tuple(shift.meter.split("."))
            if parts[0] == "target":
                parts = (source.target or "", *parts[1:])
            address = resolve(self.scenario, parts, source.team)
            if address is None:
                raise KeyError(f"a meter that was not checked: {shift.meter}")
            yield address.name

    def ways(self) -> Ways:
        """The table of what travels."""
        rows = self._travelling()
        ahead = max((self.rows[place].after + self.rows[place].parts - 1 for place in rows), default=1)
        post = np.array([self.rows[place].post for place in rows], dtype=np.int64)
        return Ways(row=rows, post=post, ahead=max(ahead, 1))

    def whom_to_hurt(self) -> Retargets:
        """The table of re-targets."""
        story = np.array([story for story, _ in self.retargets], dtype=np.int64)
        slant = np.array([new for _, new in self.retargets], dtype=np.float64)
        return Retargets(story=story, slant=slant.reshape(-1, len(self.index.sides)))

    def _travelling(self) -> Indices:
        """Rows of what travels, source by source; those of one source by what they do, not as they are listed."""
        late = [[place for place in source if _travels(self.rows[place])] for source in self.sources]
        places = [place for source in late for place in sorted(source, key=lambda place: self._said(self.rows[place]))]
        return np.array(places, dtype=np.int64)

    def _said(self, row: Row) -> str:
        """All that a row says, in words that depend on nothing else that is written."""
        lines = [self.lines.trees[place] if place != NONE else None for place in (row.value, row.when)]
        new = list(self.retargets)[row.thing] if row.verb == Verb.RETARGET else None
        thing = NONE if new else row.thing
        return repr((replace(row, cause=NONE, value=NONE, when=NONE, thing=thing), lines, new))

    def tables(self) -> Rows:
        """The collected rows as arrays."""
        rows, blocks, ways = self.rows, self.index.blocks, self._travelling()
        way = np.full(len(rows), NONE, dtype=np.int64)
        way[ways] = np.arange(len(ways))
        whole = {
            name: np.array([getattr(row, name) for row in rows], dtype=np.int64)
            for name in ("verb", "cause", "meter", "base", "value", "when", "after", "parts", "thing", "team", "dated")
        }
        meter = whole["meter"]
        heat = (meter >= blocks.heat.start) & (meter < blocks.heat.stop)
        order, first, count = self._side_by_side()
        return Rows(
            **whole,
            number=np.array([row.number for row in rows], dtype=np.float64),
            sign=np.array([row.sign for row in rows], dtype=np.float64),
            scale=np.array([_scale(row) for row in rows], dtype=np.int64),
            way=way,
            opinion=(meter >= blocks.opinion.start) & (meter < blocks.opinion.stop),
            heat=np.where(heat, meter - blocks.heat.start, NONE),
            order=order,
            first=first,
            count=count,
        )

    def _side_by_side(self) -> tuple[Indices, Indices, Indices]:
        """Rows of each kind, source and outcome side by side; where they begin, and how many they are."""
        order: list[int] = []
        first = np.zeros((len(Kind), len(self.sources), len(OUTCOMES)), dtype=np.int64)
        count = np.zeros_like(first)
        for kind, source, outcome in np.ndindex(first.shape):
            rows = [place for place in self.sources[source] if self._kind(self.rows[place]) == kind]
            counting = [place for place in rows if self.rows[place].outcomes[outcome]]
            first[kind, source, outcome], count[kind, source, outcome] = len(order), len(counting)
            order.extend(counting)
        return np.array(order, dtype=np.int64), first, count

    def _kind(self, row: Row) -> Kind:
        if row.verb != Verb.NUMBER or row.when != NONE or row.after or row.parts > 1:
            return Kind.OTHER
        damps = (self.index.blocks.opinion, self.index.blocks.heat)
        return Kind.DAMPED if any(at.start <= row.meter < at.stop for at in damps) else Kind.NUMBER


def _travels(row: Row) -> bool:
    return row.after > 0 or row.parts > 1


def _scale(row: Row) -> Scale:
    if row.plain:
        return Scale.FULL
    return Scale.OUTCOME if row.scaled else Scale.NAMED
