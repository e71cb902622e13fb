"""Which slip printer a PC has: what is found, and a test slip on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from common.domain.print_job import PrintState
from common.domain.text import Text
from common.printing.discovery import FoundPrinter, Way, find_printers, without_doubles
from common.printing.looking import Look, look_at
from common.printing.patience import Patience
from common.printing.printer import Printer
from common.printing.profile import load_profile
from common.printing.trial_slip import trial_slip


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
    look = look_at(FoundPrinter(url, Way.SERIAL), profile or None, patience)
    if look.failure is not None:
        failure = look.failure
        return Tried(look.profile, False, Text(zh=failure.text("zh"), en=failure.text("en")))
    model = load_profile(look.profile)
    printer = Printer(url, model, patience or Patience())
    try:
        result = printer.print(trial_slip(url, model, datetime.now().astimezone()))
    finally:
        printer.close()
    well = result.state in (PrintState.PRINTED, PrintState.SENT)
    state, trouble = result.state.words, result.trouble.words
    told = state if well else Text(zh=f"{state.zh} · {trouble.zh}", en=f"{state.en} · {trouble.en}")
    return Tried(look.profile, well, _with_model(told, look))


def _with_model(told: Text, look: Look) -> Text:
    says = look.says or look.profile
    return Text(zh=f"{told.zh} · {says}", en=f"{told.en} · {says}")
