"""What every device can do: be looked at, for a bounded time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from common.devices.address import DeviceAddress
from common.domain.text import Text
from common.ports.errors import PortTimeout, PortUnreachable
from common.ports.opening import open_port
from common.ports.port import Port

Found = TypeVar("Found")


class DeviceFault(PortUnreachable):
    """The port is there, and what is on it does not work. Facts: url, reason (a Text)."""

    code = "device_fault"
    en = "The device at {url} does not work ({reason})."
    zh = "设备 {url} 不能使用（{reason}）。"


class PortDevice(ABC, Generic[Found]):
    """A device on a port, which is opened when it is needed and again after it went away.

    Used from one thread.
    """

    def __init__(self, url: str, address: DeviceAddress, connect_seconds: float) -> None:
        if address.port is None:
            raise ValueError(f"{url} is on no port")
        self.url = url
        self._address = address.port
        self._connect_seconds = connect_seconds
        self._port: Port | None = None

    @abstractmethod
    def look(self, seconds: float) -> Found | None:
        """What came within about `seconds`, at once when it comes; None when nothing did.

        Raises PortUnreachable, DeviceFault or PortTimeout; the next look begins anew.
        """

    def port(self) -> Port:
        """The open port. Raises PortUnreachable."""
        if self._port is None:
            self._port = open_port(self.url, self._address, self._connect_seconds)
        return self._port

    def close(self) -> None:
        """Give the port back. A later look opens it again."""
        if self._port is not None:
            port, self._port = self._port, None
            port.close()


def words_of(error: PortUnreachable | PortTimeout) -> Text:
    """Why a device is not there, with what to do."""
    return Text(zh=error.text("zh"), en=error.text("en"))
