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
import sys
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from common.domain.text import Text
from common.printing.errors import BadPrinterAddress


@dataclass(frozen=True, slots=True)
class UsbId:
    """A USB device by what it says of itself, wherever it is plugged in."""

    vendor: int
    product: int
    serial: str = ""
    """Tells equal devices apart; empty when any will do."""

    def __str__(self) -> str:
        return f"{self.vendor:04x}:{self.product:04x}"


@dataclass(frozen=True, slots=True)
class LineSettings:
    """How a serial line is set. pyserial has no DTR/DSR flow control outside Windows."""

    baud: int = 19200
    parity: str = "N"
    xonxoff: bool = True
    rtscts: bool = False
    dsrdtr: bool = False


@dataclass(frozen=True, slots=True)
class SerialAddress:
    port: str | UsbId
    """``/dev/ttyUSB0`` or ``COM3``, or the USB adapter to look for."""
    line: LineSettings


@dataclass(frozen=True, slots=True)
class DeviceServerAddress:
    host: str
    port: int
    line: LineSettings


@dataclass(frozen=True, slots=True)
class TcpAddress:
    host: str
    port: int


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
    try:
        parts = urlsplit(url, allow_fragments=False)
    except ValueError:
        parts = SplitResult(url.partition(":")[0].lower(), "", "", "", "")
    read = _READERS.get(parts.scheme)
    try:
        if read is None:
            raise _Wrong("不认识这种连接方式", "it names no way to a printer")
        return read(parts, url)
    except _Wrong as wrong:
        example = wrong.example or _nearest(url, parts.scheme)
        raise BadPrinterAddress(url=url, reason=wrong.reason, example=example) from None


class _Wrong(Exception):
    """What is wrong in a URL, and where it is known, the URL that was meant."""

    def __init__(self, zh: str, en: str, example: str = "") -> None:
        super().__init__(en)
        self.reason = Text(zh, en)
        self.example = example


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
    options = _options(parts, {*_LINE_OPTIONS, "serial"})
    name = unquote(parts.netloc)
    if not name:
        if len(parts.path) < 2:
            raise _Wrong("没有写串口", "the port is missing")
        return SerialAddress(unquote(parts.path), _line(options))
    if parts.path.strip("/"):
        example = f"serial:///{name}{parts.path}"
        raise _Wrong("serial: 后面应有三条斜线", "serial: takes three slashes", example)
    if re.fullmatch(r"(?i)com\d+", name):
        return SerialAddress(name, _line(options))
    return SerialAddress(_usb_id(name, options.get("serial", "")), _line(options))


def _device_server(parts: SplitResult, _url: str) -> DeviceServerAddress:
    line = _line(_options(parts, _LINE_OPTIONS))
    if line.xonxoff and line.rtscts:
        raise _Wrong(
            "串口服务器只能使用一种流控，xonxoff 与 rtscts 请二选一",
            "a device server takes xonxoff or rtscts, not both",
        )
    host, port = _host_and_port(parts)
    if port is None:
        raise _Wrong("没有写端口号", "the port number is missing")
    return DeviceServerAddress(host, port, line)


def _tcp(parts: SplitResult, _url: str) -> TcpAddress:
    _options(parts, ())
    host, port = _host_and_port(parts)
    return TcpAddress(host, RAW_PORT if port is None else port)


def _usb(parts: SplitResult, _url: str) -> UsbId:
    if parts.path.startswith("/dev/"):
        raise _Wrong(
            "usb: 后面是设备编号，不是设备文件",
            "usb: takes the device's numbers, not its file",
            f"lp://{parts.path}",
        )
    options = _options(parts, ("serial",))
    return _usb_id(parts.netloc, options.get("serial", ""))


def _line_printer(parts: SplitResult, _url: str) -> LinePrinterAddress:
    _options(parts, ())
    return LinePrinterAddress(_path(parts))


def _cups(_parts: SplitResult, url: str) -> CupsAddress:
    name = _rest(url)
    if re.search(r"[\s/#?]", name):
        raise _Wrong("CUPS 队列名不能含空格、/、# 或 ?", "no CUPS queue has a space, /, # or ?")
    return CupsAddress(name)


def _spooler(_parts: SplitResult, url: str) -> SpoolerAddress:
    return SpoolerAddress(_rest(url))


def _file(parts: SplitResult, _url: str) -> FileAddress:
    from urllib.request import url2pathname  # loads all of HTTP

    _options(parts, ())
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

# -- their parts -----------------------------------------------------------------------------------

_LINE_OPTIONS = ("baud", "parity", "xonxoff", "rtscts", "dsrdtr")


def _options(parts: SplitResult, known: set[str] | tuple[str, ...]) -> dict[str, str]:
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    options = dict(pairs)
    for key in options:
        if key not in known:
            raise _Wrong(f"没有选项 {key}", f"there is no option {key}")
    if len(options) < len(pairs):
        raise _Wrong("同一选项写了两次", "an option is given twice")
    return options


def _line(options: dict[str, str]) -> LineSettings:
    baud, parity = options.get("baud", "19200"), options.get("parity", "N").upper()
    if not re.fullmatch(r"[1-9][0-9]{2,6}", baud):
        raise _Wrong("baud 应为波特率，例如 19200", "baud must be a speed such as 19200")
    if parity not in ("N", "E", "O"):
        raise _Wrong("parity 应为 N、E 或 O", "parity must be N, E or O")
    rtscts = _switch(options, "rtscts", False)
    dsrdtr = _switch(options, "dsrdtr", False)
    if dsrdtr and sys.platform != "win32":
        raise _Wrong(
            "Linux 和 macOS 的串口没有 DSR/DTR 流控；"
            "请把打印机的 DTR 接到电脑的 CTS 并写 rtscts=1，或写 xonxoff=1",
            "serial ports of Linux and macOS have no DSR/DTR flow control; "
            "wire the printer's DTR to the computer's CTS and write rtscts=1, or write xonxoff=1",
            f"{EXAMPLES['serial']}&rtscts=1",
        )
    # Where wires hold the data back, the printer sends no XOFF.
    xonxoff = _switch(options, "xonxoff", not (rtscts or dsrdtr))
    return LineSettings(int(baud), parity, xonxoff, rtscts, dsrdtr)


def _switch(options: dict[str, str], key: str, default: bool) -> bool:
    given = options.get(key, "01"[default])
    if given not in ("0", "1"):
        raise _Wrong(f"{key} 应为 0 或 1", f"{key} must be 0 or 1")
    return given == "1"


def _host_and_port(parts: SplitResult) -> tuple[str, int | None]:
    if parts.path.strip("/"):
        raise _Wrong("端口号后面不能再有内容", "nothing may follow the port number")
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise _Wrong("端口号应为 1 至 65535", "the port must be a number from 1 to 65535")
    if not parts.hostname:
        raise _Wrong("没有写主机", "the host is missing")
    return parts.hostname, port


def _usb_id(written: str, serial: str) -> UsbId:
    match = re.fullmatch(r"(?i)([0-9a-f]{4}):([0-9a-f]{4})", written)
    if match is None:
        raise _Wrong(
            "设备编号应为 厂商:产品，各四位十六进制数",
            "a device is named by vendor:product, four hexadecimal digits each",
        )
    return UsbId(int(match[1], 16), int(match[2], 16), serial)


def _path(parts: SplitResult) -> str:
    if parts.netloc not in ("", "localhost"):
        example = f"{parts.scheme}:///{parts.netloc}{parts.path}"
        zh = f"{parts.scheme}: 后面应有三条斜线"
        raise _Wrong(zh, f"{parts.scheme}: takes three slashes", example)
    if not parts.path.strip("/"):
        raise _Wrong("没有写路径", "the path is missing")
    return unquote(parts.path)


def _rest(url: str) -> str:
    """All behind the scheme: the names of queues may hold any sign."""
    name = unquote(url.partition("://")[2])
    if not name.strip():
        raise _Wrong("没有写打印机名称", "the name is missing")
    return name
