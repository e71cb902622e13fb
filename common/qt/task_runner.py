"""One worker thread for the process's slow work, answers on the GUI thread.

The only broad `except` besides the top of a process stands here: an unexpected exception of a job
is logged as a bug and handed to its `on_error`, so that the screen can say something calm.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QMetaObject, QObject, Qt, Slot
from shiboken6 import isValid

from common.domain.errors import JiaohaoError

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Task(Generic[T]):
    job: Callable[[], T]
    on_done: Callable[[T], None]
    on_error: Callable[[Exception], None]
    owner: QObject | None


class TaskRunner(QObject):
    """Runs jobs one after the other in the order of `submit`; answers arrive in that order.

    Lives on the thread that makes it, and calls back there. A job must return a value that no
    thread changes.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: queue.SimpleQueue[_Task[Any] | None] = queue.SimpleQueue()
        self._answers: deque[Callable[[], None]] = deque()
        self._closed = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def submit(
        self,
        job: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        owner: QObject | None = None,
    ) -> None:
        """Run `job` on the worker, then `on_done(result)` or `on_error(exception)` over here.

        Nothing is called back after `close`, nor once `owner` is gone. After `close` a submit is
        ignored.
        """
        if not self._closed:
            self._tasks.put(_Task(job, on_done, on_error, owner))

    def close(self, timeout: float = 2.0) -> bool:
        """Take no more work and forget the answers that are still to come.

        Waits at most `timeout` seconds for the job at hand; False when it is still running, which
        the process's exit then cuts short (the thread is a daemon).
        """
        with self._lock:
            self._closed = True
            self._answers.clear()
        self._tasks.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            if self._closed:
                continue
            try:
                result = task.job()
            except JiaohaoError as error:
                self._answer(task.owner, task.on_error, error)
            except Exception as bug:
                log.exception("unexpected failure of %s", task.job)
                self._answer(task.owner, task.on_error, bug)
            else:
                self._answer(task.owner, task.on_done, result)

    def _answer(
        self, owner: QObject | None, callback: Callable[[Any], None], value: object
    ) -> None:
        def deliver() -> None:
            if owner is None or isValid(owner):
                callback(value)

        with self._lock:
            if self._closed:
                return
            self._answers.append(deliver)
            # Not a signal of an object on the worker: those crash when the thread ends before the
            # event is handled.
            QMetaObject.invokeMethod(self, "_deliver", Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _deliver(self) -> None:
        if self._answers:
            self._answers.popleft()()
