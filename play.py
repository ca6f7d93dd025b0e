"""The command line of Golden Hour, `python play.py` or `golden-hour`: opens a screen or a tool, nothing else."""

import errno
import os
import sys

from tui import memory

memory.hold()

from engine.exits import BY_SIGNAL, FAULT, MACHINE
from engine.language.catalogue import say
from engine.language.messages import Message
from engine.text import Text
from tui import signals
from tui.beginning import asked_language, begin, beginning
from tui.language import usual_language
from tui.streams import complain, let_go, stand_in

INTERRUPTED = BY_SIGNAL + 2
LANG = asked_language(sys.argv[1:], usual_language(os.environ))
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def main() -> int:
    """Run the command line and return its exit code.

    An output that fails is the machine's fault and exit code 3, what we did not expect is one line and 70.
    """
    for name in THREADS:  # many threads slow small matrices down; numpy reads this when it is imported
        os.environ.setdefault(name, "1")
    if not stand_in():
        return _blame(OSError(errno.EBADF, os.strerror(errno.EBADF)))
    signals.heed()
    try:
        code = _commanded()
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as fault:
        return _blame(fault)
    except Exception as fault:  # noqa: BLE001 - the last resort
        return _own_up(fault)
    if code == INTERRUPTED:
        complain(say(LANG, Message.of("cli.interrupted")))
    return code


def _commanded() -> int:
    """Run the command, and return its exit code."""
    short = beginning(sys.argv[1:], LANG)
    if short is not None:
        return begin(short)
    memory.settle()
    from tui.commands import obey

    return obey(sys.argv[1:], LANG)


def _blame(fault: OSError) -> int:
    """Say that the machine is at fault; nothing where a reader has only read enough, as `head` does."""
    if fault.errno != errno.EPIPE:
        # Whatever opens a file names it, and saves answer for themselves: what names none is an output.
        code = "cli.no_output" if fault.filename is None else "cli.machine"
        complain(say(LANG, Message.of(code, reason=Text.of(fault.strerror or str(fault)))))
    let_go()
    return MACHINE


def _own_up(fault: Exception) -> int:
    """Say that the fault is ours and where it lies, but nothing that was at hand there: that may be secret."""
    import traceback

    from tui.farewell import our_fault

    if os.environ.get("GOLDEN_HOUR_DEBUG") == "1":
        traceback.print_exception(fault)
        return FAULT
    complain(say(LANG, our_fault(type(fault), fault.__traceback__)))
    return FAULT


if __name__ == "__main__":
    sys.exit(main())
