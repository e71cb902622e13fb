"""Printer URLs: which way, which printer, how the line is set.

==========================================================  ======================================
``serial:///dev/ttyUSB0?baud=19200``, ``serial://COM3``     a serial port
``serial://04b8:0202?serial=J7QF``                          the same, wherever that adapter is
``rfc2217://10.0.0.9:4001?baud=19200``                      a serial port of a device server
``tcp://10.0.0.9:9100``                                     a network printer's raw port
``usb://04b8:0e15?serial=J7QF``                             a USB printer, through libusb
``lp:///dev/usb/lp0``                                       a USB printer, through Linux's usblp
``cups://NAME``, ``win://NAME``                             a queue of CUPS or of Windows
``file:///path``                                            a file
==========================================================  ======================================
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote

from common.ports.address import (
    DeviceServerAddress,
    LineSettings,
    SerialAddress,
    TcpAddress,
    UsbId,
    WrongUrl,
    options_of,
    read_device_server,
    read_serial,
    read_tcp,
    split_url,
    usb_id,
)
from common.printing.errors import BadPrinterAddress


@dataclass(frozen=True, slots=True)
class LinePrinterAddress:
    path: str


@dataclass(frozen=True, slots=True)
class CupsAddress:
    queue: str


@dataclass(frozen=True, slots=True)
class SpoolerAddress:
    printer: str


@dataclass(frozen=True, slots=True)
class FileAddress:
    path: str


PrinterAddress = (
    SerialAddress
    | DeviceServerAddress
    | TcpAddress
    | UsbId
    | LinePrinterAddress
    | CupsAddress
    | SpoolerAddress
    | FileAddress
)

RAW_PORT = 9100
USUAL_LINE = LineSettings()
EXAMPLES = {
    "serial": "serial:///dev/ttyUSB0?baud=19200",
    "rfc2217": "rfc2217://192.168.1.50:4001?baud=19200",
    "tcp": "tcp://192.168.1.50:9100",
    "usb": "usb://04b8:0e15",
    "lp": "lp:///dev/usb/lp0",
    "cups": "cups://NAME",
    "win": "win://NAME",
    "file": "file:///path",
}


def printer_address(url: str) -> PrinterAddress:
    """What a printer's URL means, whether there is a printer or not. Raises BadPrinterAddress."""
    parts = split_url(url)
    read = _READERS.get(parts.scheme)
    try:
        if read is None:
            raise WrongUrl("不认识这种连接方式", "it names no way to a printer")
        return read(parts, url)
    except WrongUrl as wrong:
        example = wrong.example or _nearest(url, parts.scheme)
        raise BadPrinterAddress(url=url, reason=wrong.reason, example=example) from None


def _nearest(url: str, scheme: str) -> str:
    """A right address that looks most like `url`."""
    if scheme in EXAMPLES:
        return EXAMPLES[scheme]
    bare = url.rpartition("://")[2].strip()
    if re.fullmatch(r"(?i)com\d+", bare):
        return f"serial://{bare}?baud=19200"
    if re.fullmatch(r"/dev/(usb/)?lp\d+", bare):
        return f"lp://{bare}"
    if bare.startswith("/dev/"):
        return f"serial://{bare}?baud=19200"
    if re.fullmatch(r"(?i)[0-9a-f]{4}:[0-9a-f]{4}", bare):
        return f"usb://{bare}"
    if re.fullmatch(r"[\w.-]+(:\d+)?", bare, re.ASCII) and "." in bare:
        return f"tcp://{bare}" if ":" in bare else f"tcp://{bare}:{RAW_PORT}"
    return EXAMPLES["tcp"]


# -- the kinds -------------------------------------------------------------------------------------


def _serial(parts: SplitResult, _url: str) -> SerialAddress:
    return read_serial(parts, USUAL_LINE)


def _device_server(parts: SplitResult, _url: str) -> DeviceServerAddress:
    return read_device_server(parts, USUAL_LINE)


def _tcp(parts: SplitResult, _url: str) -> TcpAddress:
    return read_tcp(parts, RAW_PORT)


def _usb(parts: SplitResult, _url: str) -> UsbId:
    if parts.path.startswith("/dev/"):
        raise WrongUrl(
            "usb: 后面是设备编号，不是设备文件",
            "usb: takes the device's numbers, not its file",
            f"lp://{parts.path}",
        )
    options = options_of(parts, ("serial",))
    return usb_id(parts.netloc, options.get("serial", ""))


def _line_printer(parts: SplitResult, _url: str) -> LinePrinterAddress:
    options_of(parts, ())
    return LinePrinterAddress(_path(parts))


def _cups(_parts: SplitResult, url: str) -> CupsAddress:
    name = _rest(url)
    if re.search(r"[\s/#?]", name):
        raise WrongUrl("CUPS 队列名不能含空格、/、# 或 ?", "no CUPS queue has a space, /, # or ?")
    return CupsAddress(name)


def _spooler(_parts: SplitResult, url: str) -> SpoolerAddress:
    return SpoolerAddress(_rest(url))


def _file(parts: SplitResult, _url: str) -> FileAddress:
    from urllib.request import url2pathname  # loads all of HTTP

    options_of(parts, ())
    _path(parts)
    return FileAddress(url2pathname(parts.path))


_READERS: dict[str, Callable[[SplitResult, str], PrinterAddress]] = {
    "serial": _serial,
    "rfc2217": _device_server,
    "tcp": _tcp,
    "usb": _usb,
    "lp": _line_printer,
    "cups": _cups,
    "win": _spooler,
    "file": _file,
}


def _path(parts: SplitResult) -> str:
    if parts.netloc not in ("", "localhost"):
        example = f"{parts.scheme}:///{parts.netloc}{parts.path}"
        zh = f"{parts.scheme}: 后面应有三条斜线"
        raise WrongUrl(zh, f"{parts.scheme}: takes three slashes", example)
    if not parts.path.strip("/"):
        raise WrongUrl("没有写路径", "the path is missing")
    return unquote(parts.path)


def _rest(url: str) -> str:
    """All behind the scheme: the names of queues may hold any sign."""
    name = unquote(url.partition("://")[2])
    if not name.strip():
        raise WrongUrl("没有写打印机名称", "the name is missing")
    return name
