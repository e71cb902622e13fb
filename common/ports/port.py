"""What every open way to a device can do."""

from __future__ import annotations

import errno
from abc import ABC, abstractmethod
from dataclasses import dataclass

from common.domain.text import Text
from common.ports.errors import PortTimeout, PortUnreachable


@dataclass(frozen=True, slots=True)
class PortErrors:
    """What a port raises: errors that name the kind of device it leads to."""

    unreachable: type[PortUnreachable] = PortUnreachable
    late: type[PortTimeout] = PortTimeout


ANY_DEVICE = PortErrors()


class Port(ABC):
    """An open way to one device."""

    answers = True
    """False when nothing can ever be read back."""
    stays_open = True
    """False when others may need the way between two jobs."""

    def __init__(self, url: str, errors: PortErrors = ANY_DEVICE) -> None:
        self.url = url
        self._errors = errors

    @abstractmethod
    def write(self, data: bytes, seconds: float) -> None:
        """Hand over all of `data` within `seconds`.

        Raises PortTimeout or PortUnreachable; their fact `written` is how many bytes the device
        may have taken, 0 only when it certainly took none.
        """

    @abstractmethod
    def read(self, seconds: float) -> bytes:
        """What has arrived, waiting up to `seconds` for the first byte; empty when nothing came.

        Raises PortUnreachable when the other end went away.
        """

    @abstractmethod
    def close(self) -> None:
        """Close for good and at once; what the device has not taken is dropped."""

    @abstractmethod
    def drop_unsent(self) -> None:
        """Forget bytes that the operating system holds and the device has not taken, if it can."""

    def _gone(self, cause: Exception | Text, written: int = 0) -> PortUnreachable:
        reason = cause if isinstance(cause, Text) else reason_of(cause)
        return self._errors.unreachable(url=self.url, reason=reason, written=written)

    def _late(self, seconds: float, written: int) -> PortTimeout:
        return self._errors.late(url=self.url, seconds=seconds, written=written)


IN_USE = Text("被其他程序占用", "another program uses it")
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
    errno.EBUSY: IN_USE,
    errno.EAGAIN: IN_USE,
    errno.ECONNREFUSED: Text(
        "对方拒绝连接，请检查端口号", "the connection was refused: check the port number"
    ),
    errno.ECONNRESET: Text("连接被对方断开", "the other end broke the connection"),
    errno.EPIPE: Text("连接被对方断开", "the other end broke the connection"),
    errno.EHOSTUNREACH: Text("网络不通", "there is no way to that address"),
    errno.ENETUNREACH: Text("网络不通", "there is no way to that address"),
    errno.ENOSPC: Text("磁盘已满", "the disk is full"),
}


def reason_of(error: Exception) -> Text | str:
    """Why a port failed, in the words of people, whatever library or system call found it."""
    # pyserial wraps what the system said, and keeps its number only now and then.
    for cause in (error, error.__context__):
        if isinstance(cause, TimeoutError):
            return Text("没有在规定时间内应答", "no answer in time")
        number = cause.args[0] if cause is not None and cause.args else None
        if isinstance(number, int) and number in _REASONS:
            return _REASONS[number]
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
