"""Exit codes: whose fault it is that the game ended, as the command line tells it."""

FINE = 0
INPUT = 1
"""A file is at fault: a scenario with errors, a save that cannot be trusted."""
USAGE = 2
"""The command line is at fault."""
MACHINE = 3
"""The machine is: a disk, a lock, a missing package."""
FAULT = 70
"""We are."""
BY_SIGNAL = 128
"""Added to a signal's number it is the exit code, as shells have it."""
