"""What the library offers: the exercises that can be begun, and those that were saved. Each is read when asked for."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from engine.game.folder import SUFFIX, default_folder, heads_file, scenario_folder
from engine.language.messages import Message, Words
from engine.scenario.contents import bytes_of
from engine.scenario.head import Head
from engine.scenario.remembered import Heads, Read, shipped_heads
from engine.scenario.shelf import Beside, Shelf, Shipped, shipped_file, shipped_ids
from engine.text import Text, one_line

if TYPE_CHECKING:  # the library is shown before saves are read
    from engine.game.progress import Progress
    from engine.scenario.findings import Finding

FIRST = "first_hour"
"""The shipped tutorial. It is read first, so that it stands where it will while the others are still read."""
MINUTES = 4
"""What a decision takes one person, as in the tutorial: three rounds in about twelve minutes."""
MANY = 4
"""Seats from which several teams sit down to it."""
_MOST = 20
_ENDING = "*.yaml"


class Offer(NamedTuple):
    """An exercise that can be started: `name` is what opens it, a shipped id or a path.

    `findings` say what keeps it from being played, as far as it was read; without a head nothing else is known of it.
    """

    name: str
    head: Head | None
    findings: "tuple[Finding, ...]" = ()

    @property
    def title(self) -> Text:
        """Its title, or the name of its file."""
        return self.head.title if self.head else Text.of(Path(self.name).name)

    @property
    def first(self) -> bool:
        """Whether to begin with it: the table itself is learnt in it."""
        return self.head is not None and self.head.coached

    @property
    def minutes(self) -> int:
        """About how long it takes one person at full pace."""
        return self.head.rounds("full") * MINUTES if self.head else 0

    @property
    def reckoned(self) -> Message:
        """Say for whom its length is reckoned, how long it takes at another pace, and with several teams."""
        if self.head is None or not self.head.short:
            return Message.of("screen.start.reckoned")
        code = "screen.start.reckoned_teams" if self.head.seats >= MANY else "screen.start.reckoned_paces"
        return Message.of(code, short=self.head.rounds("short") * MINUTES, full=self.minutes)

    @property
    def lasting(self) -> Message:
        """About how long it takes one person, in words."""
        return Message.of("screen.start.minutes", n=self.minutes)


class Saved(NamedTuple):
    """An exercise that was saved, last at `moment`. `trouble` says why it cannot be read, where that is so."""

    path: Path
    moment: datetime
    progress: "Progress | None" = None
    trouble: Message | None = None

    @property
    def title(self) -> Words:
        """The title of its scenario, with what it is a branch from; or the name of its file."""
        return self.progress.name if self.progress else Text.of(self.path.stem)

    @property
    def over(self) -> bool:
        """Whether it cannot go on: it has ended, or cannot be read."""
        return self.trouble is not None or (self.progress is not None and self.progress.ended)

    @property
    def far(self) -> Message:
        """How far it has come, at what pace, and whether it can go on."""
        at = self.progress
        if at is None:
            return self.trouble or Message.of("kept.unread")
        pace = Message.of(f"kept.pace_{at.pace}")
        if at.ended:
            return Message.of("kept.ended", n=at.turns, pace=pace)
        return Message.of("kept.open" if at.turn else "kept.before", turn=at.turn, n=at.turns, pace=pace)


def names(folder: Path | None = None) -> tuple[str, ...]:
    """Return what can be offered, in the order in which it is read: the shipped scenarios, then one's own."""
    shipped = sorted(shipped_ids(), key=lambda name: (name != FIRST, name))
    try:
        own = sorted(str(path) for path in (folder or scenario_folder()).glob(_ENDING))
    except OSError:
        own = []
    return *shipped, *own


def offer(name: str, heads: Heads) -> Offer:
    """Read what is said of a scenario before it is chosen, or what keeps its file from being read."""
    source, file, shelf = _file(name)
    if isinstance(source, Message):
        from engine.scenario.sources import at_start  # noqa: PLC0415 - needed where something is wrong

        return Offer(name, None, (at_start(file, "FILE001", source, Message.of("file.unreadable_hint")),))
    head = heads.of(source, file, shelf)
    return Offer(name, head) if isinstance(head, Head) else Offer(name, None, head)


def known_offer(name: str, heads: Heads) -> Offer | None:
    """Return what is said of a scenario if it was read before; None if it must be read."""
    source, _, shelf = _file(name)
    head = None if isinstance(source, Message) else heads.known(source, shelf)
    return Offer(name, head) if head else None


def _file(name: str) -> tuple[bytes | Message, str, Shelf]:
    """Return the bytes of a scenario's file, its name to show in places, and where its decks are."""
    if name in shipped_ids():
        return *shipped_file(name), Shipped()
    return bytes_of(Path(name)), one_line(name), Beside(Path(name))


def files(folder: Path | None = None) -> tuple[tuple[Path, datetime], ...]:
    """Return the files of saved exercises, the latest first; none where the folder cannot be read."""
    try:
        found = list((folder or default_folder()).glob(f"*{SUFFIX}"))
    except OSError:
        return ()
    dated = [(at, path) for path in found if (at := _dated(path)) is not None]
    latest = sorted(dated, key=lambda pair: (-pair[0], pair[1].name))[:_MOST]
    return tuple((path, datetime.fromtimestamp(at)) for at, path in latest)  # noqa: DTZ006 - the hour on the wall


def _dated(path: Path) -> float | None:
    """Return when a file was last written; None where it is gone, as what a dangling link names."""
    try:
        return path.stat().st_mtime
    except OSError:
        return None


def saved(path: Path, moment: datetime, read: Read) -> Saved:
    """Look how far a saved exercise has come; `read` reads the head of its scenario."""
    from engine.game.load import SaveError  # noqa: PLC0415 - the library is shown before saves are read
    from engine.game.progress import progress  # noqa: PLC0415

    try:
        return Saved(path, moment, progress(path, read))
    except SaveError as error:
        return Saved(path, moment, trouble=error.message)


class Library:
    """Everything there is to choose, read one by one, so that a screen can be used before it has seen all of it.

    What is shipped or was read before is remembered in `heads`.
    """

    def __init__(self, names: Sequence[str], files: Sequence[tuple[Path, datetime]], heads: Heads) -> None:
        self._names, self._files, self._heads = tuple(names), tuple(files), heads
        self._offers: dict[str, Offer] = {}
        self._saves: dict[Path, Saved] = {}
        self._proved: set[str] = set()

    @classmethod
    def found(cls) -> "Library":
        """Look what there is now."""
        return cls(names(), files(), Heads(heads_file(), shipped_heads()))

    @classmethod
    def of(cls, offers: Sequence[Offer], several: Sequence[Saved]) -> "Library":
        """Return a library that has been read."""
        library = cls([each.name for each in offers], [(each.path, each.moment) for each in several], Heads())
        library._offers = {each.name: each for each in offers}
        library._saves = {each.path: each for each in several}
        return library

    def begin(self) -> None:
        """Take at once what is remembered, and read what stands first if it is not."""
        for name in self._names:
            known = known_offer(name, self._heads)
            if known:
                self._offers[name] = known
        if self._names and self._names[0] not in self._offers:
            self.read_on()

    def read_on(self) -> bool:
        """Read one more, first what can be started; return whether there was one."""
        for name in self._names:
            if name not in self._offers:
                self._offers[name] = offer(name, self._heads)
                if len(self._offers) == len(self._names):
                    self._heads.keep()  # now: whoever begins at once does not wait for the saves
                return True
        for path, moment in self._files:
            if path not in self._saves:
                self._saves[path] = saved(path, moment, self._heads.of)
                return True
        self._heads.keep()
        return False

    @property
    def unproved(self) -> tuple[str, ...]:
        """What is one's own and has a head: whether it can be played, nobody has looked yet."""
        others = {*shipped_ids(), *self._proved}
        known = (self._offers[name] for name in self._names if name in self._offers and name not in others)
        return tuple(each.name for each in known if each.head and not each.findings)

    def accept(self, name: str) -> None:
        """Keep in mind that all of a scenario was read, and that it can be played."""
        self._proved.add(name)

    def refuse(self, name: str, findings: "tuple[Finding, ...]") -> None:
        """Tell from now on what keeps a scenario from being played: all of it was read, and not its head alone."""
        head = self._offers[name].head if name in self._offers else None
        self._offers[name] = Offer(name, head, findings)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be started, as far as it has been read: what to begin with, the shipped ones, one's own."""
        known = [self._offers[name] for name in self._names if name in self._offers]
        return tuple(sorted(known, key=lambda each: not each.first))

    @property
    def saves(self) -> tuple[Saved, ...]:
        """What was saved: the open ones first, then the others, each with the latest first; what is unread is open."""
        known = [self._saves.get(path) or Saved(path, moment) for path, moment in self._files]
        return tuple(sorted(known, key=lambda each: (each.over, -each.moment.timestamp())))

    @property
    def latest(self) -> Saved | None:
        """The saved exercise that was left last and can go on."""
        return next((each for each in self.saves if each.progress and not each.over), None)
