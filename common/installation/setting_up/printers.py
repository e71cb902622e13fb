"""Which slip printer a PC has: what is found, and a test slip on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from common.domain.text import Text
from common.printing.discovery import FoundPrinter, find_printers, without_doubles
from common.printing.errors import PrinterTimeout, PrinterUnreachable
from common.printing.looking import PROMISES_TOO_MUCH
from common.printing.patience import Patience
from common.printing.profile import DEFAULT_PROFILE
from common.printing.trying import try_printer


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a test slip."""

    profile: str
    well: bool
    told: Text


def printers_here() -> Sequence[FoundPrinter]:
    """All that the system knows of, those first that certainly are slip printers."""
    found = without_doubles(find_printers())
    return sorted(found, key=lambda printer: not printer.slip_printer)


def print_test_slip(url: str, profile: str = "", patience: Patience | None = None) -> Tried:
    """Print a test slip; without a `profile` with the one that the printer's own words fit.

    Raises BadPrinterAddress, UnknownProfile, BadProfile.
    """
    try:
        trial = try_printer(url, profile or None, patience)
    except (PrinterUnreachable, PrinterTimeout) as failure:
        return Tried(
            profile or DEFAULT_PROFILE, False, Text(zh=failure.text("zh"), en=failure.text("en"))
        )
    look = trial.look
    told = [trial.result.state.words]
    if not trial.well:
        told.append(trial.result.trouble.words)
    if look.promises_too_much:
        told.append(PROMISES_TOO_MUCH)
    says = look.says or look.profile
    told.append(Text(zh=says, en=says))
    return Tried(
        look.profile,
        trial.well and not look.promises_too_much,
        Text(zh=" · ".join(part.zh for part in told), en=" · ".join(part.en for part in told)),
    )
