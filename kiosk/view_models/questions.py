"""What one citizen asks the database, whose answers are none of the next one's business."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from common.qt.task_runner import TaskRunner

_Answer = TypeVar("_Answer")


class Questions:
    """Asked for `owner`. After `drop`, an answer that is still under way is never heard."""

    def __init__(self, worker: TaskRunner, owner: QObject) -> None:
        self._worker = worker
        self._owner = owner
        self._dropped = 0

    def ask(
        self,
        question: Callable[[], _Answer],
        answered: Callable[[_Answer], None],
        refused: Callable[[Exception], None],
    ) -> None:
        """Run `question` on the worker; one of the others is called with what came of it."""
        before = self._dropped
        self._worker.submit(
            question,
            lambda answer: answered(answer) if before == self._dropped else None,
            lambda error: refused(error) if before == self._dropped else None,
            self._owner,
        )

    def drop(self) -> None:
        """Whoever asked has gone."""
        self._dropped += 1
