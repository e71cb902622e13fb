"""The counter's own printer, on a thread of its own."""

from __future__ import annotations

from common.printing.printer import Patience, Printer
from common.printing.profile import load_profile
from common.qt.task_runner import TaskRunner


class PaperOutlet:
    """A printer and the thread that alone speaks to it."""

    def __init__(self, url: str, profile: str, patience: Patience | None = None) -> None:
        """Raises BadPrinterAddress, UnknownProfile, BadProfile."""
        self.printer = Printer(url, load_profile(profile), patience)
        self.runner = TaskRunner("counter printer")

    def close(self) -> None:
        """End the thread. A job that is under way is found open at the next start."""
        if self.runner.close():
            self.printer.close()
        self.runner.deleteLater()
