"""The counter's own printer, on a thread of its own."""

from __future__ import annotations

from common.printing.printer import Patience, Printer
from common.printing.profile import load_profile
from common.printing.slot import Slot
from common.printing.status import PrintResult
from common.qt.task_runner import TaskRunner


class PaperOutlet:
    """A printer and the thread that alone speaks to it."""

    def __init__(self, url: str, profile: str, patience: Patience | None = None) -> None:
        """Raises BadPrinterAddress, UnknownProfile, BadProfile."""
        self.printer = Printer(url, load_profile(profile), patience)
        self.runner = TaskRunner("counter printer")
        self._slot = Slot(self.printer.profile)

    def print(self, data: bytes, *, clear_first: bool) -> PrintResult:
        """`Printer.print` on the thread; what a forgotten paper left in the slot is cut off first.

        A printer that forgets earlier jobs when it is told to may have begun one of them.
        """
        if clear_first and self.printer.profile.clears:
            self._slot.forgot()
        result = self.printer.print(self._slot.before() + data, clear_first=clear_first)
        self._slot.after(result)
        return result

    def close(self) -> None:
        """End the thread. A job that is under way is found open at the next start."""
        if self.runner.close():
            self.printer.close()
        self.runner.deleteLater()
