"""Breaks a small scenario in one place and tells where: `¦` marks the place of the finding."""

from pathlib import Path

from engine.language.catalogue import say
from engine.scenario.reader import read_text

ROOT = Path(__file__).parent.parent.parent
FERRY = (ROOT / "scenarios" / "ferry_rumour.yaml").read_text(encoding="utf-8")
NIGHT = (Path(__file__).parent / "long_night.yaml").read_text(encoding="utf-8")
"""All that the Ferry Rumour does without."""
MARK = "¦"
NOT_PLAIN = "This is not a plain file; a scenario or deck is read from nothing else"


def change(old, new, text=FERRY):
    """The text with one piece of it replaced."""
    assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
    return text.replace(old, new)


def expected_place(marked):
    before = marked.partition(MARK)[0].split("\n")
    return f"ferry.yaml:{len(before)}:{len(before[-1]) + 1}"


def read(text):
    return read_text(text.encode() if isinstance(text, str) else text, "ferry.yaml")


def described(reading):
    """Place, code, severity and hint of each finding, as people see them; what tests add may be in English alone."""
    found = [f for f in reading.findings if f.code != "LANG001"]
    return [(str(f.place), f.code, f.severity, say("en", f.hint)) for f in found]
