"""A process that has nothing to do with what is tested, and that nothing may end."""

from contextlib import contextmanager
from multiprocessing import get_context


@contextmanager
def beside():
    """Hold that a process which runs beside what happens in here ends only when it is told to."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=there.recv)
    process.start()
    try:
        yield
    finally:
        here.send(None)
        process.join()
    assert process.exitcode == 0
