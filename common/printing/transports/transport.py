"""What ways to a printer have beyond other ports."""

from __future__ import annotations

from dataclasses import dataclass

from common.ports.port import Port, PortErrors
from common.printing.errors import PrinterTimeout, PrinterUnreachable

PRINTER = PortErrors(PrinterUnreachable, PrinterTimeout)


@dataclass(frozen=True, slots=True)
class PortStatus:
    """What a USB printer's port tells without a byte being sent; cheap printers keep it at rest."""

    paper_out: bool
    selected: bool
    error: bool

    @classmethod
    def from_byte(cls, byte: int) -> PortStatus:
        """The reply to GET_PORT_STATUS (USB printer class 1.1, table 4)."""
        return cls(bool(byte & 0x20), bool(byte & 0x10), not byte & 0x08)


class Transport(Port):
    """A way that only printers have. What it raises is PrinterUnreachable or PrinterTimeout."""

    def __init__(self, url: str) -> None:
        super().__init__(url, PRINTER)

    def port_status(self) -> PortStatus | None:
        """What the port itself tells, aside from the printer's replies; None where it cannot."""
        return None


def port_status(port: Port) -> PortStatus | None:
    """What a port itself tells, where it is of a kind that can."""
    return port.port_status() if isinstance(port, Transport) else None
