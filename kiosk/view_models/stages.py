"""How far a number has come, and what may happen then."""

from __future__ import annotations

from enum import StrEnum

from common.domain.print_job import PrintState


class Stage(StrEnum):
    """How far a number has come."""

    READY = "ready"
    """Nothing happened yet, or the last try came to nothing."""
    CHECKING = "checking"
    STILL_OPEN = "still_open"
    """This person has a number in this queue already: no new one, but its slip again."""
    NO_PRINTER = "no_printer"
    """The printer cannot print; the citizen decides whether to go on without paper."""
    ISSUING = "issuing"
    PRINTING = "printing"
    """The number exists; paper is on its way."""
    PRINTED = "printed"
    SENT = "sent"
    NOT_PRINTED = "not_printed"
    """Nothing was sent to the printer: there is no paper."""
    UNPROVEN = "unproven"
    """Some of the slip may be on paper; nobody can know."""
    ON_SCREEN = "on_screen"
    """The citizen went on without paper, or this kiosk has no printer."""
    SHOWN = "shown"
    """A number that the person had before is on the screen."""
    CANCELLING = "cancelling"
    KEPT = "kept"
    CANCELLED = "cancelled"


BUSY = (Stage.CHECKING, Stage.ISSUING, Stage.PRINTING, Stage.CANCELLING)
NUMBERLESS = (Stage.READY, Stage.CHECKING, Stage.STILL_OPEN, Stage.NO_PRINTER, Stage.ISSUING)
"""Nothing stands on the slip page."""
UNDECIDED = (Stage.NOT_PRINTED, Stage.UNPROVEN, Stage.ON_SCREEN)
"""The number stands on the screen only: keep it or give it back."""
TO_REMEMBER = (*UNDECIDED, Stage.SHOWN)
"""The citizen needs time: to write the number down, or to photograph it."""
AWAITS_PAPER = (Stage.PRINTING, Stage.UNPROVEN, Stage.KEPT)
"""A slip that comes out now is the citizen's, who stands there."""

AFTER_PRINT = {
    PrintState.PRINTED: Stage.PRINTED,
    PrintState.SENT: Stage.SENT,
    PrintState.FAILED: Stage.NOT_PRINTED,
    PrintState.INTERRUPTED: Stage.UNPROVEN,
}
