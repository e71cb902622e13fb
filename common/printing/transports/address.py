"""Printer URLs: which way, which printer, how the line is set."""

from __future__ import annotations

from urllib.parse import SplitResult, parse_qsl, urlsplit

from common.printing.errors import BadPrinterAddress

_SERIAL_KEYS = {"baud": "19200", "parity": "N", "xonxoff": "1", "rtscts": "0"}


def printer_address(url: str) -> SplitResult:
    """The parts of a printer's address, whether there is a printer or not.

    ``serial:///dev/ttyUSB0?baud=19200`` (also ``serial://COM3``; parity=N|E|O, xonxoff=1|0,
    rtscts=0|1), ``tcp://host:9100`` or ``file:///path``. Raises BadPrinterAddress.
    """
    try:
        parts = urlsplit(url)
        wrong = _WRONG.get(parts.scheme, _wrong_scheme)(parts)
    except ValueError as error:
        raise BadPrinterAddress(url=url, reason=str(error)) from error
    if wrong:
        raise BadPrinterAddress(url=url, reason=wrong)
    return parts


def _wrong_scheme(_parts: SplitResult) -> str:
    return "it must start with serial:, tcp: or file:"


def _wrong_serial(parts: SplitResult) -> str:
    options = serial_options(parts)
    for key in options.keys() - _SERIAL_KEYS.keys():
        return f"unknown option {key}"
    if not options["baud"].isdecimal() or options["parity"] not in ("N", "E", "O"):
        return "baud must be a number and parity N, E or O"
    return "" if parts.netloc or parts.path.strip("/") else "the port is missing"


def _wrong_tcp(parts: SplitResult) -> str:
    if parts.port == 0:
        return "there is no port 0"
    return "" if parts.hostname else "the host is missing"


def _wrong_file(parts: SplitResult) -> str:
    return "" if parts.path.strip("/") else "the path is missing"


_WRONG = {"serial": _wrong_serial, "tcp": _wrong_tcp, "file": _wrong_file}


def serial_options(parts: SplitResult) -> dict[str, str]:
    return {**_SERIAL_KEYS, **dict(parse_qsl(parts.query))}
