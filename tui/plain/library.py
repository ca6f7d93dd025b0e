"""The library line by line: what can be begun, sorted out by what one looks for, and what can be resumed."""

from pathlib import Path

from engine.game.view import Words
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.glossary import concept, concepts
from engine.tools.check import line
from tui.filters import CHOICES, EVERYTHING, Filter
from tui.launch import Setup, opened
from tui.offers import Library, Offer, Saved
from tui.plain.asks import command
from tui.plain.naming import called
from tui.plain.page import said, wrap
from tui.plain.terminal import Terminal
from tui.words import moment_of, told

_DEEP = "     "


def choose(terminal: Terminal) -> Setup | Path:
    """Ask which exercise to play; return it with the usual seats, or the file of one to go on with.

    Raises LeaveError when somebody leaves, EOFError at the end of input.
    """
    library, filtered = Library.found(), EVERYTHING
    while library.read_on():
        pass
    _show(terminal, library, filtered)
    while True:
        typed = command(terminal, "start", Message.of("start.prompt"))
        if typed.action.id == "resume":
            found: Path | Message = _resumed(library, typed.rest)
            if isinstance(found, Path):
                return found
            terminal.say(found)
        elif typed.action.id == "about":
            _about(terminal, typed.rest, library)
        elif typed.action.id == "choose":
            setup = _chosen(terminal, typed.rest, library)
            if setup is not None:
                return setup
        else:
            changed = _filtered(filtered, typed.action.id, typed.rest, terminal.lang)
            if isinstance(changed, Message):
                terminal.say(changed)
            else:
                filtered = changed
                _show(terminal, library, filtered)


def _show(terminal: Terminal, library: Library, filtered: Filter) -> None:
    terminal.heading(Message.of("start.title"))
    shown = [(number, each) for number, each in enumerate(library.offers, 1) if filtered.lets(each)]
    for number, each in shown:
        terminal.lines(["", *_offer(number, _proved(library, each), terminal.lang)])
    if not shown:
        terminal.say(Message.of("start.none"))
    if library.saves:
        terminal.heading(Message.of("screen.start.kept"))
    for number, saved in enumerate(library.saves, 1):
        terminal.lines(_saved(number, saved, terminal.lang))
    terminal.lines([""])


def _proved(library: Library, offer: Offer) -> Offer:
    """Return an exercise with what keeps it from being played: of one's own, all is read once, when it is listed."""
    if offer.name not in library.unproved:
        return offer
    found = opened(offer.name)
    if isinstance(found, Setup):
        library.accept(offer.name)
        return offer
    library.refuse(offer.name, found)
    return offer._replace(findings=found)


def _offer(number: int, offer: Offer, lang: str) -> list[str]:
    head, name = offer.head, Message.of("start.first", title=offer.title) if offer.first else offer.title
    title = wrap(told(lang, name), first=f"{number:>3}  ", rest=_DEEP)
    if head is None or offer.findings:
        wrong = Message.of("start.unplayable" if head else "start.unread", n=number)
        first = next((each for each in offer.findings if each.is_error), offer.findings[0])
        return [*title, *said(lang, wrong, indent=_DEEP), *wrap(line(first, lang), first=_DEEP, rest=_DEEP)]
    summary = wrap(head.summary.in_language(lang), first=_DEEP, rest=_DEEP)
    facts = Message.of(
        "start.facts",
        difficulty=Message.of(f"difficulty.{head.difficulty}"),
        minutes=offer.lasting,
        turns=Message.of("screen.start.turns", n=head.turns),
        seats=Message.of("screen.start.seats", n=head.seats),
        concepts=Message.of("screen.start.concepts", n=len(head.teaches)),
    )
    return [*title, *summary, *said(lang, facts, indent=_DEEP)]


def _about(terminal: Terminal, typed: str, library: Library) -> None:
    """Say what an exercise of the list teaches, by name."""
    offers = library.offers
    at = int(typed) if typed.isdecimal() else 0
    if not 1 <= at <= len(offers):
        terminal.say(Message.of("start.which_about", last=len(offers)))
        return
    offer, lang = _proved(library, offers[at - 1]), terminal.lang
    terminal.lines(["", *_offer(at, offer, lang)])
    if offer.head is not None:
        terminal.lines(said(lang, offer.reckoned, indent=_DEEP))
    taught = (offer.head.teaches if offer.head else frozenset()) & concepts()
    names = sorted((told(lang, concept(each).name) for each in taught), key=str.casefold)
    if names:
        terminal.say(Message.of("screen.start.teaches"))
        terminal.lines(text for name in names for text in wrap(name, first=_DEEP, rest=_DEEP))


def _saved(number: int, saved: Saved, lang: str) -> list[str]:
    words = Message.of("start.saved", title=saved.title, far=saved.far, moment=moment_of(saved.moment))
    return wrap(say(lang, words), first=f"{number:>3}  ", rest=_DEEP)


def _chosen(terminal: Terminal, typed: str, library: Library) -> Setup | None:
    """Return the exercise of the list by its number, or that of a file; say what is wrong with it."""
    offers = library.offers
    if not typed or (typed.isdecimal() and not 1 <= int(typed) <= len(offers)):
        terminal.say(Message.of("start.which", last=len(offers)))
        return None
    setup = opened(offers[int(typed) - 1].name if typed.isdecimal() else typed)
    if isinstance(setup, Setup):
        return setup
    if typed.isdecimal():
        library.refuse(offers[int(typed) - 1].name, setup)
    terminal.lines(line(finding, terminal.lang) for finding in setup)
    return None


def _resumed(library: Library, typed: str) -> Path | Message:
    """Return the file of a saved exercise: by its number or its name, or without either the latest that is open."""
    if not typed:
        latest = next((each.path for each in library.saves if not each.over), None)
        return latest or Message.of("start.none_open" if library.saves else "screen.start.none_kept")
    if not typed.isdecimal():
        return Path(typed)
    if not 1 <= int(typed) <= len(library.saves):
        return Message.of("start.which_saved", n=len(library.saves))
    chosen = library.saves[int(typed) - 1]
    return chosen.trouble or chosen.path


def _filtered(filtered: Filter, what: str, typed: str, lang: str) -> Filter | Message:
    """Return the filter as it was asked for; nothing typed lets everything through again, as far as this goes."""
    if what == "everything":
        return EVERYTHING
    if what == "teaching":
        known: list[tuple[str, Words]] = [(each, concept(each).name) for each in sorted(concepts())]
    else:
        known = [(each, Message.of(f"filter.{what}.{each}")) for each in CHOICES[what]]
    found = called(typed, lang, known)
    if typed and len(found) != 1:
        names = tuple(name for key, name in known if key in found or what != "teaching")
        return Message.of("start.which_kind", names=names) if names else Message.of("start.no_concept")
    return filtered._replace(**{what: found[0] if found else None})
