"""A whole workshop as a room would play it: `python -m tests.in_tmux [SCENARIO]` drives the game inside tmux.

`six_seats` is a crisis of our own with six of them.

Every seat is a person's, at the short pace. The facilitator steps in, the board follows in a second window, and it goes
on to ENDEX. It needs tmux, and is therefore no part of pytest; .ci/run runs it where there is one.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from engine.language.catalogue import say
from engine.language.messages import Message
from engine.scenario.reader import find
from engine.text import Text
from tests.homes import HOMES
from tests.six_seats import write_six_seats
from tui.actions import action
from tui.quiet import LONG

ROOT = Path(__file__).parent.parent
PATIENCE, SOON = 60, 3  # seconds
NOBODY = 77
SIX = "six_seats"
SIZES = ((80, 24), (120, 36))
FACILITATOR = "facilitator"
PIN_PLACES = {"pin", "new pin", "chair pin", "pin again"}
LANG = "en"
DOORS = {"door": Text.of(action("msel").key), "compose": Text.of(action("compose").key)}
REFUSED = ("refused.fired", "refused.before", "console.no_inject")
"""What the console says where the marked inject cannot be fired."""
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


class Window:
    """A window of tmux in which one command runs."""

    def __init__(self, socket, size, command, home):
        self._tmux = ["tmux", "-S", str(socket), "-f", "/dev/null"]
        self.pressed = 0
        columns, lines = size
        environment = {**os.environ, **dict.fromkeys(HOMES, str(home))}
        environment.pop("TMUX", None)
        environment |= {"COLUMNS": str(columns), "LINES": str(lines)}  # as some shells export it
        start = ["new-session", "-d", "-x", str(columns), "-y", str(lines), "--", *command]
        subprocess.run([*self._tmux, *start], cwd=ROOT, env=environment, check=True)

    def shown(self, back=""):
        """What stands on the screen; with `back` also what has scrolled away."""
        more = ["-S", back] if back else []
        asked = [*self._tmux, "capture-pane", "-p", *more]
        return subprocess.run(asked, capture_output=True, check=True, text=True).stdout

    def press(self, *keys):
        """Press keys, each as tmux names it."""
        self.pressed += len(keys)
        subprocess.run([*self._tmux, "send-keys", *keys], check=True)

    def write(self, words):
        """Type words."""
        self.pressed += len(words)
        subprocess.run([*self._tmux, "send-keys", "-l", words], check=True)

    def until(self, words):
        """Wait until these words are shown."""
        began = time.monotonic()
        while words not in flat(self.shown()):
            assert time.monotonic() - began < PATIENCE, f"{words} never came; there stood:\n{self.shown()}"
            time.sleep(0.1)

    def changed(self, before, soon=SOON):
        """Wait until something else is shown; a key that changes nothing is waited for in vain."""
        began = time.monotonic()
        while self.shown() == before and time.monotonic() - began < soon:
            time.sleep(0.03)

    def resize(self, columns, lines):
        """Give the window another size."""
        subprocess.run([*self._tmux, "resize-window", "-x", str(columns), "-y", str(lines)], check=True)

    def close(self):
        """End the server of this window, and what runs in it."""
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)


def word(code, **values):
    """What the game says for a code, as it stands on one line."""
    return flat(say(LANG, Message.of(code, **values)))


def flat(words):
    """Words in one line."""
    return " ".join(words.split())


PLACES = {
    "pin": (word("pin.enter"),),
    "new pin": (word("pin.choose"),),
    "chair pin": (word("pin.choose_chair"),),
    "pin again": (word("pin.again"),),
    "forecast": (word("screen.forecast.about")[:20],),
    "seal": (word("screen.seal.title"),),
    "confirm": (f"y {word('action.yes')} n {word('action.no')}",),
    "target": (word("action.pick"), word("action.back")),
    "asking": (word("screen.because.about"),),
    "form": (word("action.send"), word("action.back")),
    "brief": (word("screen.brief.side", side=Text.of("|")).rpartition("|")[2],),
    "bulletin": (word("action.next"), word("action.skip")),
    "result": (word("result.hot_wash"),),
    "gate": (word("screen.handover.ready"),),
    **{code: (word(code, action=Message.of("action.fire"), **DOORS), word("action.umpire")) for code in REFUSED},
    "console": (word("action.fire"), word("action.umpire")),
    "room": (word("action.seal"), word("action.why")),
    "opening": (word("action.read"),),
    "reading": (word("action.back"),),
}
"""What stands on the screen at each place; the first that fits is the uppermost."""
ON = {
    **dict.fromkeys(("brief", "reading", "form"), ("Escape",)),
    **dict.fromkeys(("target", "opening"), ("Enter",)),
    **dict.fromkeys(("bulletin", "room"), ("s",)),
    "forecast": ("Enter", "y"),
    "seal": ("y",),
}
"""What leads on from a place."""


class Workshop:
    """Everybody in the room: the people at the seats, the facilitator, and the projector."""

    def __init__(self, scenario, home):
        played = str(write_six_seats(home)) if scenario == SIX else scenario
        self.teams = find(played).scenario.teams
        command = [sys.executable, "play.py", "play", played, "--lang", LANG, "--pace", "short"]
        command += ["--seats", "*=human", "--seed", "7"]
        self.home = home
        self.table = Window(home / "table", SIZES[1], command, home)
        self.board = None
        self.sat, self.last = 0, ""

    def close(self):
        """Everybody goes home."""
        for window in (self.table, self.board):
            if window:
                window.close()

    def press(self, *keys, words=""):
        """Type words and press keys at the table; return the place that is then shown."""
        if keys and keys[0] == self.last:  # a key that comes again too soon was held down
            time.sleep(LONG)
        self.last = keys[-1] if keys else ""
        before = self.table.shown()
        if words:
            self.table.write(words)
            self.table.changed(before)
            self.place()
            before = self.table.shown()
        self.table.press(*keys)
        self.table.changed(before if keys else "")
        return self.place()

    def reach(self, place, *keys, words=""):
        """Press keys that lead to a place, and wait for it: what is computed beside may change the screen first."""
        self.reach_one({place}, *keys, words=words)

    def reach_one(self, places, *keys, words=""):
        """Press keys that lead to one of several places, wait for it, and return which it is."""
        began, found = time.monotonic(), self.press(*keys, words=words)
        while found not in places:
            assert time.monotonic() - began < PATIENCE, f"none of {places}:\n{self.table.shown()}"
            found = self.place()
        return found

    def place(self):
        """Wait until nothing moves, and say where the table stands: a key of PLACES."""
        began, before = time.monotonic(), ""
        while time.monotonic() - began < PATIENCE:
            screen = self.table.shown()
            if screen == before:
                assert not CONTROL.search(screen), "a control byte is on the screen"
                line = flat(screen)
                found = next((place for place, marks in PLACES.items() if all(mark in line for mark in marks)), None)
                if found:
                    return found
            before = screen
            time.sleep(0.08)
        raise TimeoutError(f"no place that is known:\n{before}")

    def project(self):
        """Open the public board of the exercise that has just begun."""
        (save,) = self.home.rglob("*.ghx")
        command = [sys.executable, "play.py", "board", str(save), "--lang", LANG]
        self.board = Window(self.home / "board", SIZES[1], command, self.home)

    def hides(self, teams, *windows):
        """Hold that no objective of these teams stands in a window, or has scrolled out of it."""
        for window in windows:
            seen = "".join(window.shown(back="-").split())
            for team in teams:
                for objective in self.teams[team].objectives.values():
                    words = "".join(objective.text.in_language(LANG).split())[:24]
                    assert words not in seen, f"what {team} wants can be read: {words}"

    def pin(self, who):
        """Type a PIN: the same when it is chosen, when it is said again, and when it is asked."""
        return self.press("Enter", words=str(10_000 + 7 * (len(who) + ord(who[0]))))

    def direct(self):
        """The facilitator sits down: fires an inject, and notes something for the hot wash."""
        place = self.press("F5")
        while place in PIN_PLACES:
            place = self.pin(FACILITATOR)
        assert place == "console", self.table.shown()
        if self.reach_one({"confirm", *REFUSED}, "f") == "confirm":
            time.sleep(LONG)  # no key that comes at once answers a question
            self.reach("console", "y")
        self.reach("form", "n")
        self.reach("console", "C-s", words="They waited for one another.")
        self.reach("gate", "Escape")

    def sit(self, team):
        """A team takes its seat, reads, decides and seals."""
        others = [other for other in self.teams if other != team]
        decided, place = False, self.press("Enter")
        while place not in {"gate", "result"}:
            self.hides(others, self.table)
            if place in PIN_PLACES:
                place = self.pin(team)
            elif place == "room" and not decided:
                decided, place = True, self.decide()
            else:
                place = self.press(*ON[place], words="60" if place == "forecast" else "")
        self.sat += 1

    def decide(self):
        """Lay what can be laid of the first cards, and give a reason for the last of them."""
        for _ in range(4):
            if self.press("Enter") == "target":
                self.press("Enter")
            self.press("Down")
        self.press("Up")
        if self.press("r") == "asking":
            self.press("Enter", words="Nobody else can say it.")
        return self.place()

    def play(self):
        """From the first hand-over to ENDEX."""
        order, rounds, place = list(self.teams), 0, self.place()
        while place != "result":
            if place != "gate":
                place = self.press(*ON[place])
                continue
            if self.board is None:
                self.project()
            self.hides(self.teams, self.table, self.board)
            if self.sat == rounds * len(order):
                rounds += 1
                self.table.resize(*SIZES[rounds % 2])
                self.reach("gate")
                self.direct()
            self.sit(order[self.sat % len(order)])
            place = self.place()
        self.board.until(word("board.ended"))


def main():
    """Play a workshop; 0 where all went well, 77 where there is no tmux."""
    if shutil.which("tmux") is None:
        print("no tmux on this machine: no workshop was played")
        return NOBODY
    scenario = sys.argv[1] if len(sys.argv) > 1 else "torch_and_supermarket"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        workshop = Workshop(scenario, Path(folder))
        began = time.monotonic()
        try:
            workshop.play()
        finally:
            workshop.close()
    spent = time.monotonic() - began
    print(f"{scenario}: {workshop.sat} sittings to ENDEX, {workshop.table.pressed} keys, {spent:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
