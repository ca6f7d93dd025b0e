"""A crisis whose every word is hostile, on the screens of a real terminal, into which all that is hostile is pasted."""

import os
import re
import select
import sys
from itertools import cycle
from pathlib import Path

from engine.game.folder import scenario_folder
from engine.language.catalogue import say
from engine.language.messages import Message
from tests.hostile import HOSTILE
from tests.tui.keyboard import PATIENCE, Keyboard
from tests.tui.screens import FERRY
from tests.tui.test_hostile_scenes import read_poisoned
from tui.settings import THEMES

SENT = re.compile(r"\x1b\[[0-9;?<>]*\$?[A-Za-z]|\x1b\]22;[a-z]*\x07")
"""What Textual sends to a terminal: colours, places, modes, and the shape of the mouse's pointer."""
CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]")
WIPES = re.compile(r"\x1b\[[0-9]*J")
F3, F5, END, ENTER = "\x1bOR", "\x1b[15~", "\x1b[F", "\r"

if sys.platform != "win32":

    def test_hostile_words_and_pastes_leave_a_real_terminal_alone():
        home = Path(os.environ["XDG_DATA_HOME"])
        scenario_folder().mkdir(parents=True)
        (scenario_folder() / f"{FERRY}.yaml").write_text(read_poisoned(FERRY).source, encoding="utf-8")
        keyboard = Keyboard(["--lang", "en"], home)
        title = str(read_poisoned(FERRY).scenario.title).split()[0]
        colours = cycle([*THEMES[1:], THEMES[0]])

        def keep_pressing(key, words):
            """Press a key until it is heard: it does nothing while nobody could see what it would do."""
            began = len(keyboard.shown)
            for _ in range(PATIENCE):
                os.write(keyboard._own, key.encode())
                while select.select([keyboard._own], [], [], 1)[0]:
                    keyboard._read()
                    if words in SENT.sub("", keyboard.shown[began:]):
                        return
            raise TimeoutError(words)

        def goes_on():
            """Paste everything; the next key does what it does."""
            for raw in HOSTILE:
                os.write(keyboard._own, f"\x1b[200~{raw}\x1b[201~".encode(errors="replace"))
            told = Message.of("settings.theme", name=Message.of(f"theme.{next(colours)}"))
            keep_pressing(F3, say("en", told))

        keyboard.read_until(say("en", Message.of("action.choose")))
        keep_pressing(END, title)
        goes_on()
        keyboard.press(ENTER, say("en", Message.of("action.begin")))
        goes_on()
        keyboard.press("s", say("en", Message.of("action.read")))
        keyboard.press(ENTER, say("en", Message.of("action.seal")))
        goes_on()
        keyboard.press(F5, say("en", Message.of("action.fire")))
        goes_on()
        keyboard.press("q", say("en", Message.of("action.yes")))
        keyboard.press("y", "\x1b[?1049l")
        assert keyboard.rest() == 0
        plain = SENT.sub("", keyboard.shown)
        assert CONTROL.findall(plain) == []
        assert len(WIPES.findall(keyboard.shown)) <= 1
