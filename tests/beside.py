"""Processes beside the one that runs the tests: one that nothing may end, and how others ended."""

import time
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


def how_it_ended(process):
    """The exit code of another process, which is below zero if a signal ended it in the middle of its work."""
    while process.is_alive():  # not joined: the pool's own thread waits for it too, and one of two is told nothing
        time.sleep(0.01)
    return process.exitcode
