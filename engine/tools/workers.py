"""Processes beside this one, and how they play whole leaves: one map over leaves, one merge in their order."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread

from engine.game.seats import Seat
from engine.scenario.rounds import Pace
from engine.scenario.scenario import Scenario
from engine.tools.leaves import Run, play_leaf, prepare
from engine.tools.tally import Tally

Settings = tuple[Scenario, Mapping[str, Seat], Pace, int, int]
AHEAD = 2
"""Leaves each process has waiting: enough to keep it busy, few enough that memory does not grow with the run."""

_run: Run | None = None


def tallies(settings: Settings, workers: int) -> Iterator[Tally]:
    """Play a run and yield the tally of each leaf, in order. With one worker everything stays in this process."""
    if workers <= 1:
        run = prepare(*settings)
        yield from (play_leaf(run, leaf) for leaf in range(run.leaves))
        return
    leaves = prepare(*settings).leaves
    with Pool(min(workers, leaves), _begin, (settings,)) as pool:

        def submit(leaf: int) -> Future[Tally]:
            with deaf():  # processes are started as they are needed
                return pool.submit(_leaf, leaf)

        try:
            yield from _in_order(submit, leaves, AHEAD * workers)
        except BaseException:
            pool.end()
            raise


class Pool(ProcessPoolExecutor):
    """Processes that can be ended in the middle of their work, and that end when this one does, however it does.

    Each of them begins with `begin`.
    """

    def __init__(self, workers: int, begin: Callable[..., None], given: tuple[object, ...] = ()) -> None:
        super().__init__(workers, get_context("spawn"), _start, (begin, given))

    def end(self) -> None:
        """End the processes of this pool, and no others. From Python 3.14 on it could be `terminate_workers`."""
        for process in list((self._processes or {}).values()):
            process.terminate()


@contextmanager
def deaf() -> Iterator[None]:
    """Start processes in here that do not hear an interrupt: it is this one that hears it, and ends them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_order(submit: Callable[[int], Future[Tally]], leaves: int, ahead: int) -> Iterator[Tally]:
    waiting: deque[Future[Tally]] = deque()
    for leaf in range(leaves):
        waiting.append(submit(leaf))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _start(begin: Callable[..., None], given: tuple[object, ...]) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    begin(*given)


def _end_with_parent() -> None:
    """End this process with the one that started it: that one, if killed, can stop nobody, and this would wait on."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _begin(settings: Settings) -> None:
    global _run  # noqa: PLW0603 - a process prepares its run once, before its first leaf
    _run = prepare(*settings)


def _leaf(leaf: int) -> Tally:
    if _run is None:
        raise RuntimeError("the process has not been prepared")
    return play_leaf(_run, leaf)
