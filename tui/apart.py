"""Does what takes seconds in a thread of its own, so that keys are heard meanwhile; whoever leaves waits for nothing.

The loop's own threads will not do: a program that ends waits for them.
"""

import asyncio
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


async def apart(work: Callable[[], Result], unwanted: Callable[[Result], None]) -> Result:
    """Return what the work returns, or raise what it raises; what nobody waits for any more is `unwanted`."""
    loop = asyncio.get_running_loop()
    awaited: asyncio.Future[Result] = loop.create_future()

    def hand_over(result: Result) -> None:
        if awaited.done():
            unwanted(result)
        else:
            awaited.set_result(result)

    def fail(fault: BaseException) -> None:
        if not awaited.done():
            awaited.set_exception(fault)

    def run() -> None:
        try:
            result = work()
        except BaseException as fault:  # noqa: BLE001 - it is raised where it is waited for
            _tell(loop, fail, fault)
        else:
            if not _tell(loop, hand_over, result):
                unwanted(result)

    Thread(target=run, daemon=True).start()
    return await _waited_for(awaited, unwanted)


async def _waited_for(awaited: asyncio.Future[Result], unwanted: Callable[[Result], None]) -> Result:
    """Return what is awaited; what came in the very round in which whoever waited was called away is `unwanted`."""
    try:
        return await awaited
    except asyncio.CancelledError:
        if awaited.done() and not awaited.cancelled() and awaited.exception() is None:
            unwanted(awaited.result())
        raise


Told = TypeVar("Told")


def _tell(loop: asyncio.AbstractEventLoop, tell: Callable[[Told], None], told: Told) -> bool:
    """Have a loop be told of it; return False where it has ended."""
    try:
        loop.call_soon_threadsafe(tell, told)
    except RuntimeError:
        return False
    return True
