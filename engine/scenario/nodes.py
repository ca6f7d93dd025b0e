"""Builds a tree of nodes from YAML, each with its place, and refuses what can hide, grow or surprise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from engine.language.messages import Message
from engine.scenario.findings import Finding, Place, quote
from engine.scenario.open_quotes import open_quote
from engine.scenario.parsers import PARSER, Parser
from engine.scenario.scalars import Value, meaning
from engine.scenario.syntax import syntax_finding

TURN = re.compile("0|[1-9][0-9]?")
"""A key that is the number of a turn may stand without quotes."""
DEEPEST = 24
MOST_NODES = 50_000
MOST_FINDINGS = 100


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `text_column` is that of its first character, where its text stands on one line as it is."""

    place: Place
    value: Value
    text_column: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of nodes."""

    place: Place
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its place, and the node under it."""

    place: Place
    node: "Node"


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keys and the nodes under them, in the order of the file."""

    place: Place
    entries: dict[str, Entry]


Node: TypeAlias = Scalar | Listing | Keyed
Plain: TypeAlias = "Value | list[Plain] | dict[str, Plain]"


def plain(node: Node) -> Plain:
    """Return the node as dicts, lists and values."""
    match node:
        case Scalar(value=value):
            return value
        case Listing(items=items):
            return [plain(item) for item in items]
        case Keyed(entries=entries):
            return {key: plain(entry.node) for key, entry in entries.items()}


@dataclass(frozen=True, slots=True)
class Tree:
    """What was read: the topmost node, if there is one, and what is wrong with the YAML."""

    root: Node | None
    findings: tuple[Finding, ...]


class _Stopped(Exception):  # noqa: N818 - control flow inside this module, never seen outside
    """Nothing after this finding can be read."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


@dataclass
class _Builder:
    file: str
    lines: list[str]
    findings: list[Finding] = field(default_factory=list)
    count: int = 0

    def place(self, event: yaml.Event) -> Place:
        line, column = _start(event)
        return Place(self.file, line + 1, column + 1)

    def refuse(self, code: str, place: Place, message: Message, hint: Message) -> None:
        finding = Finding(code, "error", place, message, hint)
        self.findings.append(finding)
        if len(self.findings) >= MOST_FINDINGS:
            raise _Stopped(finding)

    def stop(self, code: str, event: yaml.Event, message: Message, hint: Message) -> None:
        finding = Finding(code, "error", self.place(event), message, hint)
        self.findings.append(finding)
        raise _Stopped(finding)

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self.stop("YAML008", event, Message.of("yaml.documents"), Message.of("yaml.documents_hint"))
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, events, 1)
        return root

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self.count += 1
        if self.count > MOST_NODES:
            self.stop(
                "YAML006", event, Message.of("yaml.too_many", limit=MOST_NODES), Message.of("yaml.too_large_hint")
            )
        if depth > DEEPEST:
            self.stop("YAML005", event, Message.of("yaml.too_deep", limit=DEEPEST), Message.of("yaml.too_deep_hint"))
        self.no_tricks(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.listing(event, events, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self.keyed(event, events, depth)
        return self.scalar(event)

    def no_tricks(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.refuse("YAML007", self.place(event), Message.of("yaml.alias"), Message.of("yaml.alias_hint"))
        elif isinstance(event, yaml.NodeEvent):
            if event.anchor is not None:
                self.refuse("YAML007", self.place(event), Message.of("yaml.anchor"), Message.of("yaml.alias_hint"))
            if getattr(event, "tag", None) is not None:
                self.refuse("YAML007", self.place(event), Message.of("yaml.tag"), Message.of("yaml.quote_hint"))

    def scalar(self, event: yaml.Event) -> Scalar:
        place = self.place(event)
        if not isinstance(event, yaml.ScalarEvent):
            return Scalar(place, None)
        written = meaning(event.value) if not event.style else event.value
        if isinstance(written, Message):
            self.refuse("YAML010", place, written, Message.of("yaml.number_hint"))
            return Scalar(place, None)
        return Scalar(place, written, self.text_column(event))

    def text_column(self, event: yaml.ScalarEvent) -> int | None:
        """Return the column of the text's first character, unless it is folded, escaped or in a block."""
        number, column = _start(event)
        start = column + (1 if event.style in {"'", '"'} else 0)
        line = self.lines[number] if number < len(self.lines) else ""
        return start + 1 if line.startswith(event.value, start) else None

    def listing(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Listing:
        items: list[Node] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(self.node(inner, events, depth + 1))
        return Listing(self.place(event), tuple(items))

    def keyed(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Keyed:
        entries: dict[str, Entry] = {}
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            place = self.place(inner)
            key = self.key(inner, events, depth)
            node = self.node(next(events), events, depth + 1)
            if key in entries:
                first = entries[key].place.line
                message = Message.of("key.twice", key=quote(key), line=first)
                self.refuse("KEY003", place, message, Message.of("key.one_of_two_hint"))
            elif key is not None:
                entries[key] = Entry(place, node)
        return Keyed(self.place(event), entries)

    def key(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> str | None:
        """Return the key as text; one that reads as something else is a finding, and kept as written."""
        if not isinstance(event, yaml.ScalarEvent):
            self.node(event, events, depth + 1)
            self.refuse("KEY004", self.place(event), Message.of("key.no_text"), Message.of("key.no_text_hint"))
            return None
        self.no_tricks(event)
        if event.style:
            return event.value
        if event.value == "<<":
            self.refuse("YAML007", self.place(event), Message.of("yaml.merge"), Message.of("yaml.alias_hint"))
            return None
        if not isinstance(meaning(event.value), str) and not TURN.fullmatch(event.value):
            message = Message.of("key.not_text", key=quote(event.value))
            self.refuse("KEY004", self.place(event), message, Message.of("key.not_text_hint"))
        return event.value


def _start(event: yaml.Event) -> tuple[int, int]:
    """Return the line and column at which an event starts, counted from 0."""
    return (event.start_mark.line, event.start_mark.column) if event.start_mark else (0, 0)


def _reached(error: yaml.YAMLError) -> int:
    """Return the line, counted from 0, at which the parser gave up."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return mark.line if mark else 0


def build(source: str, file: str, parser: type[Parser] = PARSER) -> Tree:
    """Build the tree of a text that holds printable characters only. Never raises on input."""
    builder = _Builder(file, source.splitlines())
    try:
        # As yaml.parse does, without a look ahead at each event.
        root = builder.document(iter(parser(source).get_event, None))
    except yaml.YAMLError as error:
        found = syntax_finding(error, builder.lines, file)
        return Tree(None, (*builder.findings, open_quote(source, file, parser, _reached(error)) or found))
    except _Stopped:
        return Tree(None, tuple(builder.findings))
    return Tree(root, tuple(builder.findings))
