"""Which devices there may be, without a byte being sent to any of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from common.devices.address import KEYBOARD, DeviceKind, device_address
from common.devices.id_reader import IdReader, ReaderPatience
from common.domain.text import Text
from common.ports.errors import PortTimeout, PortUnreachable
from common.ports.known import KnownPort, known_ports

KEYBOARDS = Path("/dev/input/by-id")
"""Where Linux names keyboards by their maker."""

_SCANNER_WORDS = re.compile(r"scan|bar.?code|imager|条码|扫码|扫描", re.IGNORECASE)
_READER_WORDS = re.compile(r"id.?card|身份证|\bsdt\b|\bcvr\b|\bidr\b", re.IGNORECASE)
_SCANNER_MAKERS = (
    0x0536,  # Hand Held Products
    0x05E0,  # Symbol, Zebra
    0x05F9,  # Datalogic
    0x065A,  # Opticon
    0x0C2E,  # Honeywell, Metrologic
    0x1EAB,  # Newland
)
_QUICK = ReaderPatience(connect=2.0, answer=0.5)


@dataclass(frozen=True, slots=True)
class FoundDevice:
    """A device, or a port on which there may be one."""

    url: str
    """The address to use; without a kind in front while nobody knows what it is."""
    kind: DeviceKind | None
    """What it probably is."""
    says: str
    also: tuple[str, ...] = ()
    """Other addresses of it; where the kind is open, one for each kind."""
    asked: bool = False
    answers: bool = False
    """True for a reader that was asked and answered."""
    why_not: Text | None = None
    """Why its port could not be used."""


def find_devices() -> list[FoundDevice]:
    """Serial ports with what is probably on them, and scanners that type."""
    return [*map(_on_port, known_ports()), *_keyboards()]


def _on_port(port: KnownPort) -> FoundDevice:
    kind = _probable_kind(port)
    url, *others = port.urls()
    if kind is None:
        return FoundDevice(url, None, port.says, tuple(f"{one}:{url}" for one in DeviceKind))
    return FoundDevice(f"{kind}:{url}", kind, port.says, tuple(f"{kind}:{one}" for one in others))


def _probable_kind(port: KnownPort) -> DeviceKind | None:
    if _READER_WORDS.search(port.says):
        return DeviceKind.ID_READER
    made_by_scanner_maker = port.usb is not None and port.usb.vendor in _SCANNER_MAKERS
    if made_by_scanner_maker or _SCANNER_WORDS.search(port.says):
        return DeviceKind.SCANNER
    return None


def _keyboards() -> Iterator[FoundDevice]:
    try:
        names = sorted(path.name for path in KEYBOARDS.iterdir())
    except OSError:
        return
    for name in names:
        typed = re.fullmatch(r"usb-(.+)-event-kbd", name)
        if typed is not None and _SCANNER_WORDS.search(typed[1]):
            says = re.sub(r"(-if\d+)?$", "", typed[1]).replace("_", " ")
            yield FoundDevice(f"{DeviceKind.SCANNER}:{KEYBOARD}", DeviceKind.SCANNER, says)


def probed(found: FoundDevice) -> FoundDevice:
    """The same after asking on its port whether a card reader is there.

    Bytes are sent, which anything but a reader may take for something else: only when somebody
    says so.
    """
    if found.kind is DeviceKind.SCANNER:
        return found
    port = found.url.removeprefix(f"{DeviceKind.ID_READER}:")
    url = f"{DeviceKind.ID_READER}:{port}"
    reader = IdReader(url, device_address(url), date.today, _QUICK)
    try:
        module = reader.sam_id()
    except (PortUnreachable, PortTimeout) as error:
        why = error.facts["reason"] if isinstance(error, PortUnreachable) else None
        return replace(found, asked=True, why_not=why if isinstance(why, Text) else None)
    finally:
        reader.close()
    says = " ".join(filter(None, (found.says, f"SAM {module}")))
    return FoundDevice(url, DeviceKind.ID_READER, says, asked=True, answers=True)
