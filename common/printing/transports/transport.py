"""What every open way to a printer can do."""

from __future__ import annotations

import errno
from abc import ABC, abstractmethod
from dataclasses import dataclass

from common.domain.text import Text
from common.printing.errors import PrinterTimeout, PrinterUnreachable


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


class Transport(ABC):
    """An open way to one printer."""

    answers = True
    """False when nothing can ever be read back."""
    stays_open = True
    """False when others may need the way between two jobs."""

    def __init__(self, url: str) -> None:
        self.url = url

    @abstractmethod
    def write(self, data: bytes, seconds: float) -> None:
        """Hand over all of `data` within `seconds`.

        Raises PrinterTimeout or PrinterUnreachable; their fact `written` is how many bytes the
        printer may have taken, 0 only when it certainly took none.
        """

    @abstractmethod
    def read(self, seconds: float) -> bytes:
        """What has arrived, waiting up to `seconds` for the first byte; empty when nothing came.

        Raises PrinterUnreachable when the other end went away.
        """

    @abstractmethod
    def close(self) -> None:
        """Close for good and at once; what the printer has not taken is dropped."""

    @abstractmethod
    def drop_unsent(self) -> None:
        """Forget bytes that the operating system holds and the printer has not taken, if it can."""

    def port_status(self) -> PortStatus | None:
        """What the port itself tells, aside from the printer's replies; None where it cannot."""
        return None

    def _gone(self, cause: Exception | Text, written: int = 0) -> PrinterUnreachable:
        return unreachable(self.url, cause, written)

    def _late(self, seconds: float, written: int) -> PrinterTimeout:
        return PrinterTimeout(url=self.url, seconds=seconds, written=written)


def unreachable(url: str, cause: Exception | Text, written: int = 0) -> PrinterUnreachable:
    """The error for people, whatever library or system call found it."""
    reason = cause if isinstance(cause, Text) else _reason(cause)
    return PrinterUnreachable(url=url, reason=reason, written=written)


_REASONS = {
    errno.ENOENT: Text("没有这个设备或路径", "there is no such device or path"),
    errno.ENODEV: Text("设备已断开", "it was unplugged"),
    errno.ENOTTY: Text("这不是串口", "this is no serial port"),
    errno.ENXIO: Text("没有这个设备", "there is no such device"),
    errno.EIO: Text("设备已断开", "it was unplugged"),
    errno.EACCES: Text(
        "没有权限，请把运行本程序的用户加入 dialout 和 lp 组",
        "no permission: add this user to the groups dialout and lp",
    ),
    errno.EBUSY: Text("被其他程序占用", "another program uses it"),
    errno.EAGAIN: Text("被其他程序占用", "another program uses it"),
    errno.ECONNREFUSED: Text(
        "对方拒绝连接，请检查端口号", "the connection was refused: check the port number"
    ),
    errno.ECONNRESET: Text("连接被对方断开", "the other end broke the connection"),
    errno.EPIPE: Text("连接被对方断开", "the other end broke the connection"),
    errno.EHOSTUNREACH: Text("网络不通", "there is no way to that address"),
    errno.ENETUNREACH: Text("网络不通", "there is no way to that address"),
    errno.ENOSPC: Text("磁盘已满", "the disk is full"),
}


def _reason(error: Exception) -> Text | str:
    # pyserial wraps what the system said, and keeps its number only now and then.
    for cause in (error, error.__context__):
        if isinstance(cause, TimeoutError):
            return Text("没有在规定时间内应答", "no answer in time")
        number = cause.args[0] if cause is not None and cause.args else None
        if isinstance(number, int) and number in _REASONS:
            return _REASONS[number]
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
