"""URLs of ports: which way, which device, how the line is set.

==========================================================  ======================================
``serial:///dev/ttyUSB0?baud=19200``, ``serial://COM3``     a serial port
``serial://04b8:0202?serial=J7QF``                          the same, wherever that adapter is
``rfc2217://10.0.0.9:4001?baud=19200``                      a serial port of a device server
``tcp://10.0.0.9:9100``                                     a port of the network
==========================================================  ======================================
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from common.domain.text import Text


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
    """How a serial line is set.

    XON/XOFF is on unless told otherwise: pyserial has no DTR/DSR flow control outside Windows.
    """

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


PortAddress = SerialAddress | DeviceServerAddress | TcpAddress


class WrongUrl(Exception):
    """What is wrong in a URL, and where it is known, the URL that was meant."""

    def __init__(self, zh: str, en: str, example: str = "") -> None:
        super().__init__(en)
        self.reason = Text(zh, en)
        self.example = example


def split_url(url: str) -> SplitResult:
    """The parts of a URL; of one that is none, only its scheme."""
    try:
        return urlsplit(url, allow_fragments=False)
    except ValueError:
        return SplitResult(url.partition(":")[0].lower(), "", "", "", "")


# -- the kinds -------------------------------------------------------------------------------------


def read_serial(parts: SplitResult, usual: LineSettings) -> SerialAddress:
    """``serial:``; how the line is set where the URL says nothing, is as `usual`."""
    options = options_of(parts, {*_LINE_OPTIONS, "serial"})
    name = unquote(parts.netloc)
    if not name:
        if len(parts.path) < 2:
            raise WrongUrl("没有写串口", "the port is missing")
        return SerialAddress(unquote(parts.path), _line(options, usual))
    if parts.path.strip("/"):
        example = f"serial:///{name}{parts.path}"
        raise WrongUrl("serial: 后面应有三条斜线", "serial: takes three slashes", example)
    if re.fullmatch(r"(?i)com\d+", name):
        return SerialAddress(name, _line(options, usual))
    return SerialAddress(usb_id(name, options.get("serial", "")), _line(options, usual))


def read_device_server(parts: SplitResult, usual: LineSettings) -> DeviceServerAddress:
    """``rfc2217:``."""
    line = _line(options_of(parts, _LINE_OPTIONS), usual)
    if line.xonxoff and line.rtscts:
        raise WrongUrl(
            "串口服务器只能使用一种流控，xonxoff 与 rtscts 请二选一",
            "a device server takes xonxoff or rtscts, not both",
        )
    host, port = _host_and_port(parts)
    if port is None:
        raise WrongUrl("没有写端口号", "the port number is missing")
    return DeviceServerAddress(host, port, line)


def read_tcp(parts: SplitResult, usual_port: int | None = None) -> TcpAddress:
    """``tcp:``; the port must be in the URL where there is no usual one."""
    options_of(parts, ())
    host, port = _host_and_port(parts)
    port = usual_port if port is None else port
    if port is None:
        raise WrongUrl("没有写端口号", "the port number is missing")
    return TcpAddress(host, port)


# -- their parts -----------------------------------------------------------------------------------

_LINE_OPTIONS = ("baud", "parity", "xonxoff", "rtscts", "dsrdtr")


def options_of(parts: SplitResult, known: set[str] | tuple[str, ...]) -> dict[str, str]:
    """What stands behind the question mark, each option known and given once."""
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    options = dict(pairs)
    for key in options:
        if key not in known:
            raise WrongUrl(f"没有选项 {key}", f"there is no option {key}")
    if len(options) < len(pairs):
        raise WrongUrl("同一选项写了两次", "an option is given twice")
    return options


def _line(options: dict[str, str], usual: LineSettings) -> LineSettings:
    baud, parity = options.get("baud", str(usual.baud)), options.get("parity", usual.parity).upper()
    if not re.fullmatch(r"[1-9][0-9]{2,6}", baud):
        raise WrongUrl("baud 应为波特率，例如 19200", "baud must be a speed such as 19200")
    if parity not in ("N", "E", "O"):
        raise WrongUrl("parity 应为 N、E 或 O", "parity must be N, E or O")
    rtscts = _switch(options, "rtscts", False)
    dsrdtr = _switch(options, "dsrdtr", False)
    if dsrdtr and sys.platform != "win32":
        raise WrongUrl(
            "Linux 和 macOS 的串口没有 DSR/DTR 流控；"
            "请把设备的 DTR 接到电脑的 CTS 并写 rtscts=1，或写 xonxoff=1",
            "serial ports of Linux and macOS have no DSR/DTR flow control; "
            "wire the device's DTR to the computer's CTS and write rtscts=1, or write xonxoff=1",
            f"serial:///dev/ttyUSB0?baud={usual.baud}&rtscts=1",
        )
    # Where wires hold the data back, the device sends no XOFF.
    xonxoff = _switch(options, "xonxoff", usual.xonxoff and not (rtscts or dsrdtr))
    return LineSettings(int(baud), parity, xonxoff, rtscts, dsrdtr)


def _switch(options: dict[str, str], key: str, default: bool) -> bool:
    given = options.get(key, "01"[default])
    if given not in ("0", "1"):
        raise WrongUrl(f"{key} 应为 0 或 1", f"{key} must be 0 or 1")
    return given == "1"


def _host_and_port(parts: SplitResult) -> tuple[str, int | None]:
    if parts.path.strip("/"):
        raise WrongUrl("端口号后面不能再有内容", "nothing may follow the port number")
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise WrongUrl("端口号应为 1 至 65535", "the port must be a number from 1 to 65535")
    if not parts.hostname:
        raise WrongUrl("没有写主机", "the host is missing")
    return parts.hostname, port


def usb_id(written: str, serial: str) -> UsbId:
    """``04b8:0e15`` and a serial number, which may be empty."""
    match = re.fullmatch(r"(?i)([0-9a-f]{4}):([0-9a-f]{4})", written)
    if match is None:
        raise WrongUrl(
            "设备编号应为 厂商:产品，各四位十六进制数",
            "a device is named by vendor:product, four hexadecimal digits each",
        )
    return UsbId(int(match[1], 16), int(match[2], 16), serial)
