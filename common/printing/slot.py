"""What hangs out of a printer of a paper that it forgot, and how the next begins on new paper."""

from __future__ import annotations

from common.domain.print_job import PrintState
from common.domain.slip_template import Align
from common.printing.document import Cut, Document, Line
from common.printing.escpos import to_escpos
from common.printing.profile import Profile
from common.printing.status import PrinterStatus, PrintResult, Trouble

_NOT_WHOLE = "(↑ 不完整 INCOMPLETE)"
_TOLD_NOTHING = (Trouble.UNKNOWN, Trouble.UNREACHABLE)
"""With any other trouble the printer keeps the rest of a paper, and prints it when it is well."""


class Slot:
    """The slot of one printer, as far as its user knows; used from the printer's thread."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._rest_waits = False
        """The printer has the rest of the last paper."""
        self._piece_hangs = False
        """The head of a forgotten paper may be in the slot."""

    def before(self) -> bytes:
        """What to send before the next paper: it marks and cuts off what hangs there, if any."""
        if not self._piece_hangs:
            return b""
        line = Line(_NOT_WHOLE, Align.CENTER, height=2, bold=True)
        return to_escpos(Document(self._profile.columns, (line, Cut())), self._profile)

    def after(self, result: PrintResult) -> None:
        """How the paper ended that was sent behind `before`."""
        if result.written:  # whatever was left of earlier ones stands before it
            self._rest_waits = self._piece_hangs = False
        if result.state is PrintState.INTERRUPTED:
            self._piece_hangs = result.trouble in _TOLD_NOTHING
            self._rest_waits = not self._piece_hangs

    def seen(self, status: PrinterStatus) -> None:
        """A printer that fell silent was switched off, for a new roll perhaps: that forgets."""
        if self._rest_waits and not (status.told or status.can_print):
            self._piece_hangs = True

    def forgot(self) -> None:
        """The printer was made to forget, or a run of its user died inside a paper."""
        self._rest_waits, self._piece_hangs = False, True

    def came_out(self) -> None:
        """The last paper was proven late."""
        self._rest_waits = self._piece_hangs = False
