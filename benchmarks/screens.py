"""How soon the screens answer, in a real terminal, side by side with the smallest Textual app.

`python -m benchmarks.screens` starts both in pseudo-terminals of 120x36, in turn, and prints the time to the first
paint, until the list is drawn, until a key that is pressed then has moved the mark in it, and from a key to the end of
the repaint in a full room, also while a forecast computes beside it; as medians, as ratios, and as the ratio of the
best of each. The library remembers what it has read of the scenarios, so its first start of all has a line of its own.
Each in turn, so that a busy machine shows in both. Unix only. Whole-process figures, in a home of their own. Where
Python may keep no bytecode, each start of the game compiles its modules, and not those of the libraries: it is said.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
SIZE = struct.pack("HHHH", 36, 120, 0, 0)
QUIET = 0.12  # seconds without output after which a screen stands still
SCENARIO = "torch_and_supermarket"
MARKED = r"▸(\x1b\[[0-9;]*m)* *(\x1b\[[0-9;]*m)*{}"  # the mark, and a title
FIRST, SECOND = "The First Hour", "After the Wave"
DOWN, UP = b"\x1b[B", b"\x1b[A"
LOOKING = (
    "import sys\nfrom pathlib import Path\nfrom engine.tools.forecast import give_way, look_ahead\n"
    "give_way()\nwhile True:\n    look_ahead(Path(sys.argv[1]))\n"
)


class Screen:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, *command: str, home: Path, shown: Sequence[str]) -> None:
        """Start it, and wait until each of these words is shown; `painted` are the seconds until each of them was."""
        self.painted: list[float] = []
        self._began = time.perf_counter()
        self._pid, self._line = pty.fork()
        if self._pid == 0:
            environment = {
                **os.environ,
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "TEXTUAL_ANIMATIONS": "none",
                **dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(home)),
            }
            os.chdir(ROOT)
            os.execve(command[0], command, environment)
        fcntl.ioctl(self._line, termios.TIOCSWINSZ, SIZE)
        seen = b""
        for words in shown:
            while not re.search(words.encode(), seen):
                seen += os.read(self._line, 65536)
            self.painted.append(time.perf_counter() - self._began)

    def move(self, to: str) -> None:
        """Press down, and wait until this is shown; `painted` gets the seconds from the start until it was."""
        os.write(self._line, DOWN)
        seen = b""
        while not re.search(to.encode(), seen):
            seen += os.read(self._line, 65536)
        self.painted.append(time.perf_counter() - self._began)

    def rest(self) -> float:
        """Read until nothing more comes; return when the last of it came."""
        last = time.perf_counter()
        while select.select([self._line], [], [], QUIET)[0]:
            os.read(self._line, 65536)
            last = time.perf_counter()
        return last

    def press(self, key: bytes) -> float:
        """Press a key; return the seconds until the screen had answered whole."""
        began = time.perf_counter()
        os.write(self._line, key)
        if not select.select([self._line], [], [], 5)[0]:
            raise TimeoutError("the screen did not answer")
        return self.rest() - began

    def close(self) -> None:
        """End it."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._line)


def minimal(home: Path) -> Screen:
    """Start the smallest app."""
    return Screen(sys.executable, "-m", "benchmarks.minimal", home=home, shown=["line 11"])


def start(home: Path) -> Screen:
    """Start the game at its first screen."""
    command = [sys.executable, "play.py", "--lang", "en"]
    return Screen(*command, home=home, shown=["GOLDEN HOUR", FIRST, SECOND])


def room(home: Path, save: Path) -> Screen:
    """Start the game in a full team room: some turns in, every region filled."""
    return Screen(sys.executable, "play.py", "resume", str(save), "--lang", "en", home=home, shown=["Seal"])


def saved(folder: Path) -> Path:
    """Play some turns by script, and leave the exercise for a person to go on with."""
    save = folder / "bench.ghx"
    command = [sys.executable, "play.py", "play", SCENARIO, "--plain", "--seats", "embassy=human,*=bot:prudent"]
    typed = "\n".join(["seal", "yes", ""] * 5) + "\n"
    subprocess.run(
        [*command, "--seed", "1", "--save", str(save)],
        input=typed,
        text=True,
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return save


def answers(screens: Sequence[Screen], presses: int) -> list[list[float]]:
    """Return the seconds from a key to the end of the repaint, going down and up a list, of each screen in turn."""
    keys = [DOWN, DOWN, DOWN, UP, UP, UP]
    took = [[screen.press(keys[n % len(keys)]) for screen in screens] for n in range(presses)]
    return [list(times) for times in zip(*took, strict=True)]


def starts(home: Path, runs: int) -> dict[str, list[list[float]]]:
    """Return the seconds to each of a program's paints, of the two in turn, and of the game's first start of all."""
    paints: dict[str, list[list[float]]] = {"minimal": [], "first": [], "later": []}
    for number in range(runs):
        for name, begin, at, moved in (
            ("minimal", minimal, home, r"\x1b\[1;[0-9;]*mline 1[^0-9]"),  # the marked line is bold
            ("first", start, home / f"first-{number}", MARKED.format(SECOND)),
            ("later", start, home, MARKED.format(SECOND)),
        ):
            screen = begin(at)
            screen.move(moved)
            paints[name].append(screen.painted)
            screen.close()
    return paints


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--presses", type=int, default=60)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        save = saved(home)
        known = start(home)  # from now on the library is remembered
        time.sleep(3)
        known.close()
        if sys.dont_write_bytecode:
            print("Python keeps no bytecode here (PYTHONDONTWRITEBYTECODE): the game is compiled at each start.")
        paints = starts(home, asked.runs)
        small_list, small_moved = zip(*paints["minimal"], strict=True)
        _, first_list, _, first_moved = zip(*paints["first"], strict=True)
        name, _, later_list, later_moved = zip(*paints["later"], strict=True)
        row("first paint: the name", name, small_list)
        row("the library is listed", later_list, small_list)
        row("a key has moved the mark in it", later_moved, small_moved)
        row("listed, at the first start of all", first_list, small_list)
        row("moved, at the first start of all", first_moved, small_moved)
        small, full = minimal(home), room(home, save)
        small.rest()
        full.rest()
        row("key to repaint, team room", *answers([full, small], asked.presses))
        process = subprocess.Popen([sys.executable, "-c", LOOKING, str(save)], cwd=ROOT)
        try:
            time.sleep(2)
            row("the same, a forecast computing", *answers([full, small], asked.presses))
        finally:
            process.kill()
            process.wait()
        small.close()
        full.close()


def row(what: str, ours: Sequence[float], theirs: Sequence[float]) -> None:
    """Print the medians in milliseconds, their ratio, and that of the best."""
    half, other = statistics.median(ours), statistics.median(theirs)
    ratios = f"ratio {half / other:5.2f}   best {min(ours) / min(theirs):5.2f}"
    print(f"{what:34} {half * 1000:7.1f} ms   minimal {other * 1000:7.1f} ms   {ratios}")


if __name__ == "__main__":
    main()
