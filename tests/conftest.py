"""An empty home, few searches for rubbish, and Hypothesis profiles: dev by default, ci always the same, long."""

import atexit
import gc
import os
import shutil
import tempfile

from hypothesis import settings
from hypothesis.internal.conjecture import providers

from tests.homes import HOMES

settings.register_profile("dev", max_examples=20, deadline=None)
settings.register_profile("ci", max_examples=30, deadline=None, derandomize=True, database=None)
settings.register_profile("long", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") == "true" else "dev"))

# Hypothesis would also draw numbers and words that stand in those of our modules that happen to be loaded: what a run
# tries would depend on which tests came before it, and with any change of a module on a change of chance.
providers.is_local_module_file = lambda _path: False

# Set before anything is imported: what is kept in the home of whoever runs the tests is neither read nor written.
HOME = tempfile.mkdtemp(prefix="golden-hour-home-")
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
os.environ.update(dict.fromkeys(HOMES, HOME))

# A test leaves an app behind that is one great circle: looking through all that lives for it took a fifth of the time.
gc.set_threshold(20_000, 10, 10)


def pytest_collection_finish():
    """What is loaded by now stays: no search for rubbish need look through it."""
    gc.freeze()
