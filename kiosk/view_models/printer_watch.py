"""The printer on its own thread: citizens' jobs first, and looks at it in between."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from common.domain.papers import PaperFacts
from common.domain.print_job import PrintJob
from common.domain.slip import SlipFacts
from common.domain.text import Language
from common.printing.profile import Profile
from common.printing.status import PrinterStatus, Trouble
from common.qt.task_runner import TaskRunner
from kiosk.slip_printer import Look, Printed

log = logging.getLogger(__name__)
T = TypeVar("T")

LOOK_SECONDS = 0.4
"""Between two looks at a printer whose port stays open."""
_OTHER_PAUSES = {"tcp": 0.8, "rfc2217": 0.8, "cups": 5.0, "win": 5.0, "file": 5.0}
"""The same where each look is a connection of its own, or a question to a spooler."""
_AFTER_A_BUG_MILLISECONDS = 5_000


class Paper(Protocol):
    """What takes slips and lists: `kiosk.slip_printer.SlipPrinter`."""

    @property
    def url(self) -> str: ...

    @property
    def profile(self) -> Profile: ...

    def check(self) -> PrinterStatus: ...

    def look(self) -> Look: ...

    def forget(self, jobs: tuple[str, ...]) -> None: ...

    def print_slip(self, job: PrintJob, facts: SlipFacts, language: Language) -> Printed: ...

    def print_paper(self, job: PrintJob, facts: PaperFacts, language: Language) -> Printed: ...

    def print_trial(self, job: PrintJob, at: datetime) -> Printed: ...

    def retire(self) -> None: ...

    def close(self) -> None: ...


class PrinterWatch(QObject):
    """How the printer is, told within a second of each change.

    A look in progress ends at once when somebody wants the printer; it asks a healthy printer for a
    few milliseconds. Of a printer that does not answer, a look that ended after the wish is answer
    enough, so that nobody waits for it twice.

    Signals:
        changed: `status` is another.
        proven: a job that was interrupted came out after all; with its `PrintJob`.
        cleared: the printer forgot jobs; with their ids.
    """

    changed = Signal()
    proven = Signal(object)
    cleared = Signal(object)

    def __init__(
        self, printer: Paper | None, worker: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._worker = worker
        self._status: PrinterStatus | None = None
        self._jobs = 0
        self._reserved = False
        self._looking = False
        self._wanted = threading.Event()
        scheme = printer.url.partition(":")[0] if printer else ""
        self._pause = _OTHER_PAUSES.get(scheme, LOOK_SECONDS)
        self._ended_at = 0.0
        self._last: PrinterStatus | None = None
        """Of the printer's thread: the latest look and when it ended."""

    @property
    def printer(self) -> Paper | None:
        """None: numbers stand on the screen only."""
        return self._printer

    @property
    def status(self) -> PrinterStatus | None:
        """As last seen; None before the first look and without a printer."""
        return self._status

    def start(self) -> None:
        self._look_soon()

    def close(self) -> None:
        """Let the look or job in progress end; nothing is looked at or printed any more."""
        self._reserved = True
        self._wanted.set()
        if self._printer is not None:
            self._printer.retire()

    def reserve(self, reserved: bool) -> None:
        """Keep the printer free for a citizen whose slip comes soon."""
        self._reserved = reserved
        if reserved:
            self._wanted.set()
        self._look_soon()

    def check(
        self, on_done: Callable[[PrinterStatus], None], on_error: Callable[[Exception], None]
    ) -> None:
        """Ask how the printer is now."""
        printer, wished_at = self._printer, time.monotonic()
        assert printer is not None

        def ask() -> PrinterStatus:
            last = self._last
            if last is not None and self._ended_at >= wished_at and not _answers(last):
                return last
            return printer.check()

        self.submit(ask, on_done, on_error)

    def forget(self, *jobs: str) -> None:
        """Let nothing of these jobs come out any more."""
        printer = self._printer
        if printer is not None and jobs:
            self.submit(lambda: printer.forget(jobs), lambda _done: None, _note_fault)

    def tell_cleared(self, jobs: tuple[str, ...]) -> None:
        """A paper came out, before which the printer forgot these jobs."""
        if jobs:
            self.cleared.emit(jobs)

    def submit(
        self,
        job: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Run a job on the printer's thread as soon as that is free."""
        self._jobs += 1
        self._wanted.set()

        def done(result: T) -> None:
            self._job_ended()
            on_done(result)

        def failed(error: Exception) -> None:
            self._job_ended()
            on_error(error)

        self._worker.submit(job, done, failed, self)

    def _job_ended(self) -> None:
        self._jobs -= 1
        self._look_soon()

    def _look_soon(self) -> None:
        printer = self._printer
        if printer is None or self._looking or self._jobs or self._reserved:
            return
        self._looking = True
        self._wanted.clear()
        self._worker.submit(lambda: self._look(printer), self._looked, self._not_looked, self)

    def _look(self, printer: Paper) -> Look | None:
        """On the printer's thread: until there is news, or somebody wants the printer."""
        while not self._wanted.is_set():
            look = printer.look()
            news = look.status != self._last or look.proven or look.cleared
            self._last, self._ended_at = look.status, time.monotonic()
            if news:
                return look
            self._wanted.wait(self._pause)
        return None

    def _looked(self, look: Look | None) -> None:
        self._looking = False
        if look is not None:
            for job in look.proven:
                self.proven.emit(job)
            if look.cleared:
                self.cleared.emit(look.cleared)
            self._see(look.status)
        self._look_soon()

    def _not_looked(self, error: Exception) -> None:
        """A bug, which is logged; a printer that cannot be looked at cannot be used either."""
        _note_fault(error)
        self._looking = False
        self._see(PrinterStatus.untold(Trouble.UNKNOWN))
        QTimer.singleShot(_AFTER_A_BUG_MILLISECONDS, self, self._look_soon)

    def _see(self, status: PrinterStatus) -> None:
        if status != self._status:
            log.info("the printer says: %s", status.trouble)
            self._status = status
            self.changed.emit()


def _answers(status: PrinterStatus) -> bool:
    return status.told or status.can_print


def _note_fault(error: Exception) -> None:
    log.warning("the printer cannot be used: %s", error)
