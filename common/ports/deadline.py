"""Deadlines for calls of the operating system that know none."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from typing import Any, TypeVar

from common.ports.awake import NAP, now

Result = TypeVar("Result")

_USUAL_END = 0.2


def within(
    seconds: float, act: Callable[[], Result], too_late: Callable[[Result], Any] | None = None
) -> Result:
    """What `act` returns or raises; TimeoutError when it takes longer than `seconds`.

    It then goes on in a thread that nobody waits for, not even the end of the process; `too_late`
    gets what it returns after all, to close it.
    """
    deadline = now() + seconds
    running = start(act)
    while True:
        left = deadline - now()
        done, _ = wait([running], min(max(0.0, left), NAP))
        if done:
            return running.result()
        if left <= 0:
            break
    if too_late is not None:
        running.add_done_callback(lambda late: late.exception() or too_late(late.result()))
    raise TimeoutError


def start(act: Callable[[], Result]) -> Future[Result]:
    """Run `act` in a thread of its own, which never keeps the process from ending."""
    future: Future[Result] = Future()

    def run() -> None:
        try:
            result = act()
        except BaseException as error:  # noqa: BLE001 - handed over to whoever waits
            future.set_exception(error)
        else:
            future.set_result(result)

    threading.Thread(target=run, name="port", daemon=True).start()
    return future


def leave(act: Callable[[], None]) -> None:
    """Close something: done on return as a rule, in the background when the system makes it wait.

    What the closing raises does not matter to anyone any more.
    """
    with suppress(Exception):
        start(act).result(_USUAL_END)
