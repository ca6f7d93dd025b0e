"""Invariant 5 at the keyboard: what another team keeps to itself changes no cell of a screen; what is told, does.

Two exercises are alike but for what one team has sealed, written and locked; the next team presses the same keys.
"""

import asyncio
import json
import re
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from importlib.resources import files
from itertools import pairwise

import pytest

from engine.game import pins
from engine.game.conduct import Accepted
from engine.game.directing import Fire
from engine.game.intents import FACILITATOR, Because, Clock, Foresee, Lay, Name, Note, PassSeat, Seal, SetPin
from engine.game.seats import Seat
from engine.scenario.nodes import build, plain
from engine.scenario.reader import read_text
from engine.scenario.shelf import Shipped
from engine.text import Text
from tests.in_tmux import PATIENCE, Window
from tests.tui.chairs import play, press
from tests.tui.keyboard import Keyboard
from tests.tui.screens import SMALL, WIDE, another, shipped, table_of, teams_of
from tui.app import GoldenHour
from tui.quiet import LONG

KARATH = "last_bus_from_karath"
OTHER, ME, THIRD, _ = teams_of(KARATH)
OURS = "1234"
WALK = (
    *("escape", "b", "escape", "o", "escape", "1", "enter", "escape", "2", "w", "c", "escape", "3", "down", "w"),
    *("escape", "4", "c", "d", "escape", "e", "escape", "enter", "enter", "5", "c", "r", "s", "o", "enter", "u", "u"),
    *("4", "f", "f", "slash", *"bus", "enter", "escape", "v", "escape", "n", "escape", "t", "escape"),
    *("question_mark", "escape", "g", *"99", "enter", "escape", "f5", *"9999", "enter", "escape", "space", "k"),
    *("escape", "f2", "f2", "ctrl+p", *"bus", "escape", "ctrl+p", *"pledge", "escape", "q", "n", "s", "escape"),
    *("escape", "d", "escape"),
)
"""Keys of the team at the screen: it looks at everything, tries what is not its own, and takes back what it laid."""


def secretly(table, which, orders=None):
    """Let the other team lay, write, foresee, lock and seal in one of two ways, and the facilitator note and lock.

    `orders` says in which of the ways it lays, where that is not the same.
    """
    laid_so = which if orders is None else orders
    choices = [choice for choice in table.view(OTHER).choices if choice.why_not is None]
    private = [choice for choice in choices if choice.card in PRIVATE][laid_so::2]
    for choice in (*private, *choices[laid_so::2]):
        table.apply(OTHER, Lay(OTHER, choice.card, choice.target, choice.voice))
    laid = [order.card for order in table.view(OTHER).tray]
    assert len(laid) > 1
    said = ("Because the capitals wait.", "Since nobody else will do it before dawn.")[which]
    for intent in (
        *(Because(OTHER, card, Text.of(said)) for card in laid),
        Foresee(OTHER, (10, 90)[which]),
        SetPin(OTHER, pins.lock_of(("2222", "8642531")[which])),
        Seal(OTHER),
    ):
        assert isinstance(table.apply(OTHER, intent), Accepted)
    for intent in (
        Note(Text.of(("They hesitate.", "They trust nobody, and say so.")[which]), OTHER, hot_wash=which == 0),
        Note(Text.of(("Watch them.", "Ask them why.")[which]), ME),
        SetPin(FACILITATOR, pins.lock_of(("1111", "777777")[which])),
    ):
        assert isinstance(table.apply(FACILITATOR, intent), Accepted)
    return laid


PRIVATE = {"slip_the_route", "call_them_authorities", "pledge_no_recognition", "send_envoy", "receive_envoy"}


def data_of(file):
    """What stands in a shipped file."""
    return plain(build((files("scenarios") / file).read_text(encoding="utf-8"), file).root)


def line_by_line_of(data):
    """YAML with each text on one line, however long it is."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


@cache
def same_aims(scenario):
    """The crisis, written as `other_aims` writes it, so that each thing stands on the same line."""
    file = f"{scenario}.yaml"
    return read_text(line_by_line_of(data_of(file)), file, Shipped())


@cache
def other_aims(scenario):
    """The same crisis, in which the other team was told something else, wants something else, and must not do it."""
    file = f"{scenario}.yaml"
    data = data_of(file)
    team = data["teams"][OTHER]
    aims = list(team["objectives"].values())
    conditions = [aim["when"] for aim in aims]
    for at, aim in enumerate(aims):
        aim |= {"text": {"en": f"Aim {at}.", "id": f"Tujuan {at}."}, "when": conditions[at - 1]}
    for line in team["red_lines"].values():
        line |= {"text": {"en": "Never do it.", "id": "Jangan pernah."}, "cap": 20}
    team["brief"] = {"en": "Let them believe that you are on their side.", "id": "Biarkan mereka percaya."}
    reading = read_text(line_by_line_of(data), file, Shipped())
    assert reading.scenario, reading.findings
    return reading


WAYS = (same_aims, other_aims)
"""Two ways in which the crisis is told: they differ in what concerns the other team alone."""


def begun(save=None, read=shipped):
    """Three people and a bot, some turns into a crisis; the team that will look has a PIN."""
    sitting = partial(table_of, OTHER, ME, THIRD, scenario=KARATH, read=read)
    table = play(sitting(save=save), 2) if save else another(_begun(read))
    table.apply(ME, SetPin(ME, pins.lock_of(OURS)))
    return table


@cache
def _begun(read):
    return play(table_of(OTHER, ME, THIRD, scenario=KARATH, read=read), 2)


def with_secrets(which):
    table = begun(read=WAYS[which])
    secretly(table, which)
    return table


def with_the_same_done(which):
    """The other team does the same for all to see, for other reasons; the third has sealed too."""
    table = begun(read=WAYS[which])
    secretly(table, which, orders=0)
    assert isinstance(table.apply(THIRD, Seal(THIRD)), Accepted)
    return table


def cells(app):
    """Every cell of the screen with its colours, and what would be pasted."""
    strips = app.screen._compositor.render_strips()
    return [[(segment.text, str(segment.style)) for segment in strip] for strip in strips], app.clipboard


async def drawn(app, pilot):
    """The same, once nothing more is drawn: two exercises are compared, not how fast they are."""
    before, now = None, cells(app)
    while now != before:
        await pilot.pause(0.03)
        before, now = now, cells(app)
    return now


def seen(table, size, keys=WALK):
    """Everything that one person sees who comes in and presses these keys; at the end the game crashes."""
    screens = []

    async def go():
        app = GoldenHour(table, "en", now=lambda: 0.0)
        app.animation_level = "none"
        try:
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                screens.append(await drawn(app, pilot))
                for key in ("enter", *OURS, "enter", "s", "s", *keys):
                    await press(pilot, key)
                    await app.workers.wait_for_complete()
                    screens.append(await drawn(app, pilot))
                for other in (WIDE, SMALL, (100, 30)):
                    await pilot.resize_terminal(*other)
                    screens.append(await drawn(app, pilot))
                app.call_later(lambda: 1 // 0)
                await pilot.pause()
        except ZeroDivisionError:
            screens.append([app.tongue.plain(words) for words in app.return_value.words])
        return screens

    try:
        return asyncio.run(go())
    finally:
        table.close()


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_no_cell_of_a_screen_depends_on_what_another_team_keeps_to_itself(size):
    one, two = (seen(with_secrets(which), size) for which in (0, 1))
    assert len(one) == len(two) > len(WALK)
    assert "Wrong PIN" in told(one)
    assert "Leave the exercise?" in told(one)
    assert apart(one, two) == []


LOOKING = (
    *("escape", "b", "escape", "o", "escape", "v", "escape", "n", "escape", "1", "enter", "escape", "2", "w", "escape"),
    *("3", "down", "w", "escape", "4", "d", "escape", "enter", "enter", "5", "w", "escape", "s", "escape"),
)
"""Looks at everything once, and at what sealing would ask."""
CLOSING = ("escape", "s", "y", *["enter", "w", "escape"] * 3, "a", *["enter"] * 5)
"""Seals, and so closes the turn, and reads what came of it."""


def test_nor_does_what_came_of_a_turn_depend_on_why_another_team_did_the_same():
    one, two = (seen(with_the_same_done(which), WIDE, CLOSING) for which in (0, 1))
    assert "Front pages" in told(one)
    assert apart(one, two) == []


def test_nor_does_the_turn_after_it():
    tables = [with_the_same_done(which) for which in (0, 1)]
    for table in tables:
        assert isinstance(table.apply(ME, Seal(ME)), Accepted)
        assert isinstance(table.apply(OTHER, Seal(OTHER)), Accepted)
    one, two = (seen(table, WIDE, LOOKING) for table in tables)
    assert "turn 3 of 12" in told(one)
    assert apart(one, two) == []


def told(screens):
    """All words of these screens."""
    return " ".join(text for screen in screens[:-1] for strip in screen[0] for text, _ in strip)


def apart(one, two):
    """Which screens of two walks are not the same."""
    return [number for number, (this, that) in enumerate(zip(one, two, strict=True)) if this != that]


def quiet():
    table = begun()
    table.apply(OTHER, Seal(OTHER))
    return table


def changed(*intents, by=FACILITATOR):
    table = quiet()
    for intent in intents:
        assert isinstance(table.apply(by, intent), Accepted)
    return table


def played_openly():
    """The same, but the other team laid something in the turn that is over."""
    table = play(table_of(OTHER, ME, THIRD, scenario=KARATH), 1)
    for choice in table.view(OTHER).choices:
        table.apply(OTHER, Lay(OTHER, choice.card, choice.target, choice.voice))
    table = play(table)
    table.apply(ME, SetPin(ME, pins.lock_of(OURS)))
    table.apply(OTHER, Seal(OTHER))
    return table


def addressed(table):
    """An inject that reaches the team at the screen and has not come yet."""
    name = table.match.scenario.teams[ME].name
    return next(each.inject for each in table.console().msel if each.state == "later" and name in each.to)


@pytest.mark.parametrize(
    "other",
    [
        lambda: changed(Name(OTHER, Text.of("Dewi and Arif"))),
        lambda: changed(PassSeat(THIRD, Seat("bot", "hawk"))),
        lambda: changed(Clock(300, running=False)),
        lambda: changed(Fire(addressed(quiet()))),
        lambda: changed(Foresee(ME, 40), by=ME),
        lambda: changed(Lay(ME, "settle_the_line", None, "institution"), by=ME),
        lambda: changed(Seal(THIRD), by=THIRD),
        played_openly,
    ],
    ids=["names", "a seat", "the clock", "an inject", "its forecast", "its order", "who has sealed", "what was public"],
)
def test_what_a_team_may_know_changes_its_screens(other):
    assert seen_quietly() != seen(other(), WIDE, ("escape", "p", "escape"))


@cache
def seen_quietly():
    return seen(quiet(), WIDE, ("escape", "p", "escape"))


# In real terminals.

LINES = (
    *("help", "brief", "inbox", "stories", "standing", "cards", "card 4", "why credibility", "objectives", "4a"),
    *("because 4 we can", "forecast 30", "tray", "undo", "search bus", "bulletin", "newcomer", "give ministry dragon"),
)
KEYS = (
    *("Enter", *OURS, "Enter", "s", "s", "Escape", "b", "Escape", "2", "w", "Escape", "4", "d", "c", "Escape", "Enter"),
    *("Enter", "u", "F5", "9", "9", "Enter", "Escape", "C-p", "p", "l", "e", "Escape", "n", "Escape", "s", "Escape"),
)
STILL = 0.4  # seconds in which nothing moves
CODE = re.compile(r"\b[0-9a-f]{8}\b")


def saved(folder, which):
    """One of two exercises, each in a folder of its own; the mark of the record differs in any two of them."""
    path = folder / str(which) / "evening.ghx"
    path.parent.mkdir()
    table = begun(path, WAYS[which])
    secretly(table, which)
    table.close()
    return path


def line_by_line(folder, which):
    path = saved(folder, which)
    keyboard = Keyboard(["resume", path.name, "--plain", "--lang", "en"], path.parent)
    keyboard.read_until("can see this")
    keyboard.type("", "PIN of")
    keyboard.type(OURS, "left>")
    for line in LINES:
        keyboard.type(line, "left>")
    keyboard.type("facilitator", "PIN of")
    keyboard.type("9999", "can see this")
    assert keyboard.end() == 0
    return CODE.sub("", keyboard.shown)


def on_the_screens(folder, which):
    path = saved(folder, which)
    command = [sys.executable, "play.py", "resume", str(path), "--lang", "en"]
    window = Window(path.parent / "socket", SMALL, command, path.parent)
    try:
        window.until("Alone at the screen?")
        pages = [still(window)]
        for last, key in pairwise(("", *KEYS)):
            if key == last:  # else it would be a key that is held down
                time.sleep(LONG)
            before = window.shown()
            window.press(key)
            window.changed(before, soon=1)
            pages.append(still(window))
        window.resize(*WIDE)
        began = time.monotonic()
        while not window.shown().splitlines()[-1].strip():  # its keys stand at the bottom of the larger window
            assert time.monotonic() - began < PATIENCE, "the game does not see that its window has grown"
            time.sleep(STILL)
        return [CODE.sub("", page) for page in (*pages, still(window))]
    finally:
        window.close()


def at_once(shown, folder):
    """What both exercises show, side by side: most of the time is spent waiting."""
    with ThreadPoolExecutor(2) as pool:
        return pool.map(partial(shown, folder), (0, 1))


def still(window):
    """What stands there and what has scrolled away, once nothing moves."""
    before, page = "", window.shown(back="-")
    while page != before:
        time.sleep(STILL)
        before, page = page, window.shown(back="-")
    return page


if sys.platform != "win32":

    def test_no_byte_of_plain_mode_in_a_terminal_depends_on_them_either(tmp_path):
        one, two = at_once(line_by_line, tmp_path)
        assert one == two
        assert "Wrong PIN" in one


if shutil.which("tmux"):

    def test_nor_does_a_screen_in_a_terminal_with_what_has_scrolled_away(tmp_path):
        one, two = at_once(on_the_screens, tmp_path)
        assert [number for number, (this, that) in enumerate(zip(one, two, strict=True)) if this != that] == []
        assert any("Wrong PIN" in page for page in one)
