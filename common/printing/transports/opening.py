"""From a printer's URL to an open way."""

from __future__ import annotations

from common.ports.address import UsbId
from common.ports.opening import open_port
from common.ports.port import Port
from common.printing.transports.address import (
    CupsAddress,
    FileAddress,
    LinePrinterAddress,
    SpoolerAddress,
    printer_address,
)
from common.printing.transports.transport import PRINTER


def open_transport(url: str, connect_seconds: float = 3.0) -> Port:
    """Open the printer at `url` within `connect_seconds`.

    Raises BadPrinterAddress or PrinterUnreachable. Each kind loads its libraries when it is opened.
    """
    match printer_address(url):
        case UsbId() as address:
            from common.printing.transports.usb_printer import UsbTransport

            return UsbTransport(url, address)
        case LinePrinterAddress(path):
            from common.printing.transports.line_printer import LinePrinterTransport

            return LinePrinterTransport(url, path)
        case CupsAddress(queue):
            from common.printing.transports.cups import CupsTransport

            return CupsTransport(url, queue, connect_seconds)
        case SpoolerAddress(printer):
            from common.printing.transports.windows_spooler import SpoolerTransport

            return SpoolerTransport(url, printer, connect_seconds)
        case FileAddress(path):
            from common.printing.transports.file import FileTransport

            return FileTransport(url, path)
        case port:
            return open_port(url, port, connect_seconds, PRINTER)
