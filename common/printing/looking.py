"""How a found printer is: what it says of itself, which profile fits, whether it is ready."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

from common.domain.text import Text
from common.ports.awake import NAP, now
from common.ports.port import Port
from common.printing.discovery import FoundPrinter, guess_profile
from common.printing.errors import PrinterTimeout, PrinterUnreachable
from common.printing.patience import Patience
from common.printing.printer import Printer
from common.printing.profile import DEFAULT_PROFILE, Profile, Proof, load_profile
from common.printing.status import PrinterStatus, Trouble
from common.printing.transports import open_transport, printer_address
from common.printing.transports.address import LinePrinterAddress
from common.printing.transports.transport import PortStatus, port_status

PROMISES_TOO_MUCH = Text(
    '能报告状态，但不确认打印：请用 proof = "status" 的型号，如 masung-ms-80；'
    "如只是卡住，请先关机重开",
    'it tells its state but acknowledges no slip: use a profile with proof = "status", such as '
    "masung-ms-80; if it was only stuck, switch it off and on first",
)
_MAKER, _MODEL = b"\x1dIB", b"\x1dIC"
_BLOCK_START, _BLOCK_END = 0x5F, 0x00


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a printer."""

    says: str
    """Maker and model in its own words; empty when it did not tell."""
    profile: str
    """The one that fits, else the most careful one."""
    guessed: bool
    """False when nothing but caution chose the profile."""
    status: PrinterStatus
    port: PortStatus | None
    """What its USB port tells beside."""
    failure: PrinterUnreachable | PrinterTimeout | None = None
    """Why its port could not be used, with what to do."""
    promises_too_much: bool = False
    """True when it tells its state and does not execute what would acknowledge a slip: the profile
    is of another model, or the printer stuck."""


def look_at(
    found: FoundPrinter, profile: str | None = None, patience: Patience | None = None
) -> Look:
    """Ask a printer who and how it is. Never raises what is expected: trouble is in the status.

    Bytes are sent: only for what certainly is a slip printer, or when somebody says so. Raises
    UnknownProfile and BadProfile for a wrong `profile`, BadPrinterAddress for a wrong address.
    """
    patience, url = patience or Patience(), _gentlest(found)
    says, port = "", None
    failure: PrinterUnreachable | PrinterTimeout | None = None
    try:
        transport = open_transport(url, patience.connect)
        try:
            port = port_status(transport)
            if transport.answers:
                says = _who(transport, patience.reply)
        finally:
            transport.close()
    except (PrinterUnreachable, PrinterTimeout) as error:
        failure = error
    guess = guess_profile(says) or found.profile
    chosen = profile or guess or DEFAULT_PROFILE
    model = load_profile(chosen)
    status = _checked(url, model, patience)
    only_alive = False
    if status.trouble is Trouble.UNKNOWN and model.proof in (Proof.PROCESS_ID, Proof.GS_R):
        only_alive = _checked(url, replace(model, proof=Proof.STATUS), patience).told
    guessed = (profile or guess) is not None
    return Look(says or found.says, chosen, guessed, status, port, failure, only_alive)


def _checked(url: str, model: Profile, patience: Patience) -> PrinterStatus:
    printer = Printer(url, model, patience)
    try:
        return printer.check()
    finally:
        printer.close()


def _gentlest(found: FoundPrinter) -> str:
    """The address whose opening takes the printer from nobody.

    libusb puts the system's driver aside, also under a program that prints through it.
    """
    for url in found.also:
        match printer_address(url):
            case LinePrinterAddress(path) if os.access(path, os.R_OK | os.W_OK):
                return url
    return found.url


def _who(transport: Port, seconds: float) -> str:
    """Maker and model (``GS I`` 66 and 67); empty when the printer does not tell."""
    transport.write(_MAKER + _MODEL, seconds)
    deadline = now() + seconds
    heard = b""
    while heard.count(_BLOCK_END) < 2 and (left := deadline - now()) > 0:
        heard += transport.read(min(left, NAP))
    blocks = [part.partition(bytes((_BLOCK_START,))) for part in heard.split(b"\0")[:-1]]
    words = [block.decode("ascii", "replace").strip() for _, start, block in blocks if start]
    return " ".join(dict.fromkeys(word for word in words if word.isprintable()))
