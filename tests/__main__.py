"""Runs every check of the project in order, and stops at the first that fails: `python -m tests`."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

WORKERS = str((os.cpu_count() or 1) + 1)
"""One more than there are processors: many a test waits for a terminal."""
STEPS = {
    "ruff check": [PYTHON, "-m", "ruff", "check", "."],
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check", "."],
    "mypy": [PYTHON, "-m", "mypy"],
    "lint-imports": [PYTHON, "-c", LINT_IMPORTS, "--no-logo"],
    "pytest": [PYTHON, "-m", "pytest", "-n", WORKERS, "--dist", "worksteal"],
}


def main() -> int:
    """Run the steps; return the exit code of the first that fails, or 0."""
    for name, command in STEPS.items():
        print(f"== {name}", flush=True)
        started = time.monotonic()
        code = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=False).returncode
        if code != 0:
            print(f"== {name} failed (exit code {code})", flush=True)
            return code if code > 0 else 1
        print(f"== {name} passed in {time.monotonic() - started:.1f} s", flush=True)
    print("== all passed", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
