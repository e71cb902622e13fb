"""A test slip on a printer, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from common.domain.print_job import PrintState
from common.printing.discovery import FoundPrinter, Way
from common.printing.looking import Look, look_at
from common.printing.patience import Patience
from common.printing.printer import Printer
from common.printing.profile import Proof, load_profile
from common.printing.status import PrintResult
from common.printing.trial_slip import trial_slip


@dataclass(frozen=True, slots=True)
class Trial:
    """Who the printer is, and how the slip ended."""

    look: Look
    result: PrintResult
    well: bool
    """True when it was printed or, where a printer cannot tell, sent."""


def try_printer(url: str, profile: str | None = None, patience: Patience | None = None) -> Trial:
    """Print a test slip; without a `profile` with the one that the printer's own words fit.

    A printer that acknowledges less than its profile promises gets the slip all the same. Raises
    PrinterUnreachable or PrinterTimeout for a port that cannot be used, BadPrinterAddress,
    UnknownProfile, BadProfile.
    """
    look = look_at(FoundPrinter(url, Way.SERIAL), profile, patience)
    if look.failure is not None:
        raise look.failure
    model = load_profile(look.profile)
    if look.promises_too_much:
        model = replace(model, proof=Proof.STATUS)
    printer = Printer(url, model, patience)
    try:
        result = printer.print(trial_slip(url, model, datetime.now().astimezone()))
    finally:
        printer.close()
    return Trial(look, result, result.state in (PrintState.PRINTED, PrintState.SENT))
