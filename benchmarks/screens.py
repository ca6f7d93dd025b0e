"""How soon the screens answer, in a real terminal, side by side with the smallest Textual app.

`python -m benchmarks.screens` starts both in pseudo-terminals of 120x36, in turn, and prints the time to the first
paint and from a key to the repaint, as medians and as ratios, and the ratio of the best of each; the latter also while
a forecast computes beside it. Each in turn, so that a busy machine shows in both. Unix only. Whole-process figures.
"""

import argparse
import fcntl
import os
import pty
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
DOWN, UP = b"\x1b[B", b"\x1b[A"
LOOKING = (
    "import sys\nfrom pathlib import Path\nfrom engine.tools.forecast import give_way, look_ahead\n"
    "give_way()\nwhile True:\n    look_ahead(Path(sys.argv[1]))\n"
)


class Screen:
    """A program in a pseudo-terminal of its own."""

    def __init__(self, *command: str, shown: Sequence[str] = ()) -> None:
        """Start it, and wait until each of these words is shown; `painted` are the seconds until each of them was."""
        self.painted: list[float] = []
        began = time.perf_counter()
        self._pid, self._line = pty.fork()
        if self._pid == 0:
            environment = {
                **os.environ,
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "TEXTUAL_ANIMATIONS": "none",
            }
            os.chdir(ROOT)
            os.execve(command[0], command, environment)
        fcntl.ioctl(self._line, termios.TIOCSWINSZ, SIZE)
        seen = b""
        for words in shown:
            while words.encode() not in seen:
                seen += os.read(self._line, 65536)
            self.painted.append(time.perf_counter() - began)
        self.rest()

    def rest(self) -> None:
        """Read until nothing more comes."""
        while select.select([self._line], [], [], QUIET)[0]:
            os.read(self._line, 65536)

    def press(self, key: bytes) -> float:
        """Press a key; return the seconds until the screen answered."""
        began = time.perf_counter()
        os.write(self._line, key)
        if not select.select([self._line], [], [], 5)[0]:
            raise TimeoutError("the screen did not answer")
        answered = time.perf_counter() - began
        self.rest()
        return answered

    def close(self) -> None:
        """End it."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._line)


def minimal() -> Screen:
    """Start the smallest app."""
    return Screen(sys.executable, "-m", "benchmarks.minimal", shown=["line"])


def start() -> Screen:
    """Start the game at its first screen."""
    return Screen(sys.executable, "play.py", "--lang", "en", shown=["GOLDEN HOUR", "Begin"])


def room(save: Path) -> Screen:
    """Start the game in a full team room: some turns in, every region filled."""
    return Screen(sys.executable, "play.py", "resume", str(save), "--lang", "en", shown=["Seal"])


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
    """Return the times from a key to the repaint, in seconds, going down and up a list, of each screen in turn."""
    keys = [DOWN, DOWN, DOWN, UP, UP, UP]
    took = [[screen.press(keys[n % len(keys)]) for screen in screens] for n in range(presses)]
    return [list(times) for times in zip(*took, strict=True)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--presses", type=int, default=60)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        save = saved(Path(folder))
        paints: dict[str, list[list[float]]] = {"minimal": [], "start": []}
        for _ in range(asked.runs):
            for name, begin in (("minimal", minimal), ("start", start)):
                screen = begin()
                paints[name].append(screen.painted)
                screen.close()
        first, usable = zip(*paints["start"], strict=True)
        beside = [times[0] for times in paints["minimal"]]
        row("first paint: the name", first, beside)
        row("the library can be used", usable, beside)
        small, full = minimal(), room(save)
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
