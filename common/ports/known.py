"""Which serial ports this computer has; nothing is opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from common.ports.address import UsbId

STABLE_PORTS = Path("/dev/serial/by-id")


@dataclass(frozen=True, slots=True)
class KnownPort:
    """One serial port."""

    names: tuple[str, ...]
    """What it may be called, the name that stays the same first."""
    says: str
    """Maker and model of its adapter, as that puts it."""
    usb: UsbId | None
    """Its adapter, where it is one that can be told from others."""

    def urls(self, options: str = "") -> Iterator[str]:
        """Its addresses, each with the same `options`: ``baud=19200``."""
        for name in self.names:
            yield f"serial://{quote(name, safe='/:')}" + (f"?{options}" if options else "")
        if self.usb is not None and self.usb.serial:
            serial = quote(self.usb.serial, safe="")
            yield f"serial://{self.usb}?serial={serial}" + (f"&{options}" if options else "")


def known_ports() -> list[KnownPort]:
    """Every serial port; what is connected to it, only people know."""
    from serial.tools import list_ports

    stable = {os.path.realpath(link): str(link) for link in _entries(STABLE_PORTS)}
    found = []
    for port in sorted(list_ports.comports()):
        names = (stable.get(os.path.realpath(port.device)), port.device)
        described = port.description if port.description != "n/a" else ""
        parts = [port.manufacturer, port.product] if port.product else [described]
        usb = None if port.vid is None else UsbId(port.vid, port.pid or 0, port.serial_number or "")
        says = " ".join(part for part in parts if part)
        found.append(KnownPort(tuple(name for name in names if name), says, usb))
    return found


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
