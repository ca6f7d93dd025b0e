"""Before the exercise, line by line: who sits where, at what pace, with which dice."""

from dataclasses import replace

from engine.game.seats import Seat
from engine.language.messages import Message
from engine.scenario.scenario import Scenario
from engine.text import Text
from tui.launch import Setup, minutes_of, next_seat, seed_of
from tui.learning import goals, seating
from tui.plain.asks import command
from tui.plain.naming import called
from tui.plain.page import wrap
from tui.plain.sitting import UNKNOWN, read_seat, who_may_sit
from tui.plain.terminal import Terminal
from tui.settings import SECONDS
from tui.words import sits_of, told

_DEEP = "     "


def arrange(terminal: Terminal, setup: Setup) -> Setup:
    """Ask who sits where, until somebody starts the exercise.

    Raises LeaveError when somebody leaves, EOFError at the end of input.
    """
    scenario = setup.scenario
    terminal.heading(Message.of("lobby.title", title=scenario.title))
    terminal.lines(wrap(scenario.summary.in_language(terminal.lang)))
    if scenario.content_note:
        terminal.say(Message.of("plain.content_note", note=scenario.content_note))
    _show(terminal, setup)
    _about(terminal, setup.scenario)
    while True:
        typed = command(terminal, "lobby", Message.of("lobby.prompt"))
        if typed.action.id == "begin":
            return setup
        if typed.action.id == "learn":
            _about(terminal, scenario)
            continue
        changed = _changed(setup, typed.action.id, typed.rest, terminal.lang)
        if isinstance(changed, Message):
            terminal.say(changed)
            if changed.code == UNKNOWN:
                terminal.lines(who_may_sit(terminal.lang))
        else:
            setup = changed
            _show(terminal, setup)


def _about(terminal: Terminal, scenario: Scenario) -> None:
    """Say what one can learn, which seats one person may take together, and which to leave to bots first."""
    aims = goals(scenario)
    if aims:
        terminal.say(Message.of("lobby.learn"))
    for goal in aims:
        terminal.lines(wrap(told(terminal.lang, goal), first="  - ", rest=_DEEP))
    terminal.say(*seating(scenario))


def _show(terminal: Terminal, setup: Setup) -> None:
    for number, (team, seat) in enumerate(setup.seats.items(), 1):
        name = setup.scenario.teams[team].name
        terminal.say(Message.of("lobby.seat", number=number, team=name, seat=sits_of(str(seat))), first="  ")
        people = setup.people_at(team)
        if people:
            terminal.say(Message.of("lobby.names", team=name, people=people), first="  ")
    clock = Message.of("lobby.clock", n=setup.minutes) if setup.minutes else Message.of("lobby.no_clock")
    terminal.say(Message.of(f"lobby.pace.{setup.pace}"), Message.of("lobby.seed", seed=setup.seed), clock, first="  ")
    shows, about = (Message.of(f"lobby.screen.{setup.screen}{code}") for code in ("", "_about"))
    terminal.say(Message.of("lobby.second", shows=shows, about=about), first="  ")


def _changed(setup: Setup, what: str, typed: str, lang: str) -> Setup | Message:
    """Return the setup with one thing changed, or what is wrong."""
    if what == "seat":
        return _seated(setup, typed, lang)
    if what == "seed":
        seed = seed_of(typed)
        return seed if isinstance(seed, Message) else replace(setup, seed=seed)
    if what == "minutes":
        minutes = minutes_of(typed)
        return minutes if isinstance(minutes, Message) else replace(setup, minutes=minutes)
    if what == "screen":
        return replace(setup, screen=SECONDS[(SECONDS.index(setup.screen) + 1) % len(SECONDS)])
    if what == "name":
        return _named(setup, typed, lang)
    if what == "pace" and setup.scenario.clock.short:
        return setup.paced()
    return Message.of("lobby.one_pace") if what == "pace" else Message.of("lobby.no_way_back")


def _seated(setup: Setup, typed: str, lang: str) -> Setup | Message:
    words = typed.split()
    if not words:
        return Message.of("lobby.which_team")
    team = _team(setup, words[0], lang)
    if team is None:
        return Message.of("lobby.no_team", typed=Text.said_back(words[0]))
    seat: Seat | Message = read_seat(words[1].casefold()) if len(words) > 1 else next_seat(setup.seats[team])
    return seat if isinstance(seat, Message) else setup.seated(team, seat)


def _named(setup: Setup, typed: str, lang: str) -> Setup | Message:
    """Return the setup with people at a team who are named so; nothing after the team takes their name away."""
    first, _, people = typed.strip().partition(" ")
    if not first:
        return Message.of("lobby.which_team")
    team = _team(setup, first, lang)
    if team is None:
        return Message.of("lobby.no_team", typed=Text.said_back(first))
    return setup.named(team, people)


def _team(setup: Setup, typed: str, lang: str) -> str | None:
    teams = list(setup.seats)
    if typed.isdecimal():
        return teams[int(typed) - 1] if 1 <= int(typed) <= len(teams) else None
    found = called(typed, lang, ((team, setup.scenario.teams[team].name) for team in teams))
    return found[0] if len(found) == 1 else None
