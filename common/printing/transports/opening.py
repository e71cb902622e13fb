"""From a printer's URL to an open way."""

from __future__ import annotations

from common.printing.transports.address import printer_address
from common.printing.transports.transport import Transport


def open_transport(url: str, connect_seconds: float = 3.0) -> Transport:
    """Open the printer at `url`. Raises BadPrinterAddress or PrinterUnreachable."""
    parts = printer_address(url)
    if parts.scheme == "serial":
        from common.printing.transports.serial_port import SerialTransport

        return SerialTransport(url, parts)
    if parts.scheme == "tcp":
        from common.printing.transports.tcp import TcpTransport

        return TcpTransport(url, parts.hostname or "", parts.port or 9100, connect_seconds)
    from urllib.request import url2pathname  # loads all of HTTP

    from common.printing.transports.file import FileTransport

    return FileTransport(url, url2pathname(parts.path))
