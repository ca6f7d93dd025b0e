"""What comes from a keyboard: nothing that is typed ends the game, and nothing that is pasted acts."""

import asyncio
import json
import os
import re
import subprocess
import sys
from threading import Thread

import pytest
from rich.traceback import Traceback
from textual import constants
from textual.events import Key, MouseDown, Paste

from engine.exits import FAULT
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import printable
from tests.hostile import HOSTILE
from tests.tui.keyboard import PATIENCE, ROOT, Keyboard
from tui.app import GoldenHour
from tui.farewell import our_fault
from tui.typed.browser import MOST, Tab
from tui.typed.parser import LONGEST, PAUSE, SafeParser

START, END = "\x1b[200~", "\x1b[201~"
PASTED = [raw.encode(errors="replace").decode() for raw in HOSTILE if len(raw) < 1000]
UNREADABLE = [
    "\x1b[1114112u",  # no character
    "\x1b[97;1;1114112u",
    "\x1b[99999999999999999999u",
    "\x1b[1:2u",  # no number
    "\x1b[97;1:3u",
    "\x1b[:;:u",
]
BAD = [b"\xe9", b"\xff", b"\xc3", b"\xc3\x28", b"\xed\xa0\x80", b"\xf0\x9f", *(raw.encode() for raw in UNREADABLE)]


def read(*parts, now=lambda: 0.0):
    """What a parser makes of what comes part by part: the words of pastes, and the names of keys in brackets."""
    parser = SafeParser(now)
    return told([message for part in parts for message in parser.feed(part)])


def told(messages):
    messages = list(messages)
    assert all(isinstance(message, Key | Paste) for message in messages)
    return [message.text if isinstance(message, Paste) else f"<{message.key}>" for message in messages]


@pytest.mark.parametrize("raw", UNREADABLE)
def test_a_sequence_that_cannot_be_read_is_dropped_whole(raw):
    assert read("a" + raw + "b") == ["<a>", "<b>"]
    assert read("a", *raw, "b") == ["<a>", "<b>"]


def test_what_can_be_read_means_what_it_did():
    assert read("q\r\x1b[A\x1bOP\x1b[5~\x10\u00e9\x1b[97u") == [
        *("<q>", "<enter>", "<up>", "<f1>", "<pageup>", "<ctrl+p>"),
        *("<\u00e9>", "<a>"),
    ]
    (pressed,) = SafeParser().feed("\x1b[<0;5;7M")
    assert isinstance(pressed, MouseDown)
    assert (pressed.x, pressed.y) == (4, 6)


@pytest.mark.parametrize("raw", [*PASTED, *(raw for raw in UNREADABLE), "a\x1b[2", "\x1b", f"x{END}zq", START])
def test_a_paste_is_one_paste_whatever_stands_in_it(raw):
    whole = START + raw + END
    clean = printable(raw)
    assert read(f"a{whole}b") == ["<a>", clean, "<b>"]
    for cut in range(len(whole)) if END not in raw else ():
        assert read(f"a{whole[:cut]}", f"{whole[cut:]}b") == ["<a>", clean, "<b>"], cut


def test_marks_that_are_typed_do_not_stack():
    assert read("Z" + "\u0301" * 9 + "a\u0301") == [
        "<Z>",
        *["<combining_acute_accent>"] * 4,
        "<a>",
        "<combining_acute_accent>",
    ]
    assert len(read("\x1b[769;1;769u" * 9)) == 4


def test_two_pastes_that_come_together_stay_two():
    assert read(f"{START}one{END}k{START}two{END}") == ["one", "<k>", "two"]


def test_a_paste_without_end_takes_the_keyboard_for_a_moment_only():
    seconds = 0.0
    parser = SafeParser(lambda: seconds)
    assert told([*parser.feed(f"{START}some\x1bwords"), *parser.tick()]) == []
    seconds = PAUSE
    assert told(parser.tick()) == ["somewords"]
    assert told(parser.feed("q")) == ["<q>"]


def test_a_paste_without_measure_is_cut():
    parser = SafeParser(lambda: 0.0)
    for _ in range(50):
        assert list(parser.feed("x" * 10_000 if parser._pasted is not None else START)) == []
        assert len(parser._pasted) <= LONGEST + len(START)
    (pasted,) = told(parser.feed(END))
    assert pasted.startswith("x" * LONGEST)


def test_a_fault_in_another_thread_is_named_with_its_place():
    async def go():
        app = GoldenHour(None, "en")
        async with app.run_test():
            fails = Thread(target=fail, args=(app,))
            fails.start()
            fails.join()
            done = asyncio.Event()
            app.call_later(done.set)
            await done.wait()
        return app.tongue.plain(app.return_value.words[0]), app.return_code

    def fail(app):
        secret = "what the rebels know"
        try:
            {}[secret]
        except KeyError:  # as the thread of Textual's driver does
            app.call_later(app.panic, Traceback())

    said, code = asyncio.run(go())
    assert code == FAULT
    assert "KeyError" in said
    assert "test_typed.py:" in said
    assert "rebels" not in said


def test_a_browser_has_a_keyboard_of_ours_too(monkeypatch):
    monkeypatch.setattr(constants, "DRIVER", "textual.drivers.web_driver:WebDriver")
    assert GoldenHour(None, "en").driver_class is Tab


def packet(kind, payload):
    return kind + len(payload).to_bytes(4, "big") + payload


SIZES = [{"width": 3000, "height": 3000}, {"width": "3000", "height": None}, {"width": -1, "height": 1e9}, {}]


def test_nothing_that_is_typed_in_a_browser_ends_the_game_and_no_size_that_is_asked_for(tmp_path):
    environment = {**os.environ, "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}
    environment |= {"COLUMNS": "3000", "ROWS": "3000"}
    game = subprocess.Popen(
        [sys.executable, "-m", "play", "--lang", "en"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env={**environment, "PYTHONPATH": str(ROOT)},
    )
    try:
        for raw in BAD:
            game.stdin.write(packet(b"D", raw))
        for size in SIZES:
            game.stdin.write(packet(b"M", json.dumps({"type": "resize", **size}).encode()))
        game.stdin.flush()
        shown = b""
        while b"Choose" not in shown:
            shown += game.stdout.read1()
        game.stdin.write(packet(b"D", b"q"))
        game.stdin.flush()
        rest, _ = game.communicate(timeout=PATIENCE)
    finally:
        game.kill()
        game.wait()
    assert game.returncode == 0
    assert b'"exit"' in rest
    assert max(map(int, re.findall(rb"\x1b\[(\d+);\d+H", shown + rest))) == MOST.height


if sys.platform != "win32":

    def test_nothing_that_is_typed_at_a_terminal_ends_the_game(tmp_path):
        keyboard = Keyboard(["--lang", "en"], tmp_path)
        keyboard.read_until("Choose")
        for raw in BAD:
            os.write(keyboard._own, raw + b"\x1b[97;5u")  # a key that means nothing here
        keyboard.press(f"{START}\x1b]52;c;ZWNobyBib28=\x07{END}", "")
        keyboard.press("\x1bOQ", say("id", Message.of("action.choose")))
        keyboard.press("q", "\x1b[?1049l")
        assert "\x1b]52;c" not in keyboard.shown
        assert keyboard.rest() == 0


@pytest.mark.parametrize(("debug", "named"), [("0", 3), ("1", 7)])
def test_all_calls_that_led_to_a_fault_are_named_where_somebody_looks_for_it(debug, named, monkeypatch):
    def fall(depth):
        return 1 / 0 if depth == 0 else fall(depth - 1)

    monkeypatch.setenv("GOLDEN_HOUR_DEBUG", debug)
    with pytest.raises(ZeroDivisionError) as fault:
        fall(5)
    assert len(our_fault(fault.type, fault.value.__traceback__).get("where")) == named
