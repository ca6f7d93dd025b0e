"""Starts Golden Hour from the command line: `python play.py` or `golden-hour`."""

import sys


def main() -> int:
    """Say that there is nothing to play yet; return exit code 70, the one for a fault of ours."""
    print("Golden Hour cannot be played yet: this version holds its foundations only.", file=sys.stderr)
    return 70


if __name__ == "__main__":
    sys.exit(main())
