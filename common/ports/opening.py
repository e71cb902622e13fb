"""From a port's address to an open way."""

from __future__ import annotations

from common.ports.address import DeviceServerAddress, PortAddress, SerialAddress, TcpAddress
from common.ports.port import ANY_DEVICE, Port, PortErrors


def open_port(
    url: str, address: PortAddress, connect_seconds: float = 3.0, errors: PortErrors = ANY_DEVICE
) -> Port:
    """Open `address` within `connect_seconds`; its errors name it as `url`.

    Raises what `errors` says. Each kind loads its libraries when it is opened.
    """
    match address:
        case SerialAddress():
            from common.ports.serial_port import SerialPort

            return SerialPort(url, address, connect_seconds, errors)
        case DeviceServerAddress():
            from common.ports.device_server import DeviceServerPort

            return DeviceServerPort(url, address, connect_seconds, errors)
        case TcpAddress():
            from common.ports.tcp import TcpPort

            return TcpPort(url, address, connect_seconds, errors)
