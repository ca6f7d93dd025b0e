"""Where exercises are kept when nobody names a file, what their files are called, where own scenarios lie."""

import re
from datetime import datetime
from pathlib import Path

import platformdirs

SUFFIX = ".ghx"
NAME = re.compile("[a-z0-9][a-z0-9_-]{0,47}")
_LONGEST = 48


def default_folder() -> Path:
    """Return the folder for exercises; `SaveFile.create` makes it."""
    return _own() / "exercises"


def scenario_folder() -> Path:
    """Return the folder where somebody may put scenarios of their own; we never make it."""
    return _own() / "scenarios"


def heads_file() -> Path:
    """Return the file that remembers what libraries say of scenarios; whoever deletes it loses nothing."""
    return platformdirs.user_cache_path("golden-hour", appauthor=False) / "heads.json"


def _own() -> Path:
    return platformdirs.user_data_path("golden-hour", appauthor=False)


def default_path(scenario_id: str, moment: datetime) -> Path:
    """Return a free path for an exercise of the scenario that begins at `moment`.

    Only small letters, digits, `_` and `-` of the id come into the name, and the date keeps it from being one
    that the system reserves.
    """
    stamp = moment.strftime("-%Y%m%d-%H%M%S")
    number = 1
    while (path := default_folder() / _name(scenario_id, stamp, number)).exists():
        number += 1
    return path


def _name(scenario_id: str, stamp: str, number: int) -> str:
    ending = stamp if number == 1 else f"{stamp}-{number}"
    start = re.sub("[^a-z0-9_-]", "", scenario_id).lstrip("_-") or "exercise"
    return start[: _LONGEST - len(ending)] + ending + SUFFIX
