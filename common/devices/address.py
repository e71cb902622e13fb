"""URLs of devices: what it is, and the port it is on.

==================================================  ==============================================
``idreader:serial:///dev/ttyUSB1``                  an identity-card reader, 115200 baud
``idreader:serial:///dev/ttyUSB1?baud=9600``        the same, set to another speed
``scanner:serial:///dev/ttyACM0``                   a code scanner with a serial line, 9600 baud
``scanner:rfc2217://10.0.0.9:4001``                 the same behind a device server
``scanner:keyboard``                                a scanner that types like a keyboard
==================================================  ==============================================

The port is named as printers' ports are; ``tcp://HOST:PORT`` serves simulators.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from common.domain.errors import JiaohaoError
from common.ports.address import (
    LineSettings,
    PortAddress,
    WrongUrl,
    read_device_server,
    read_serial,
    read_tcp,
    split_url,
)


class DeviceKind(StrEnum):
    ID_READER = "idreader"
    SCANNER = "scanner"


class BadDeviceAddress(JiaohaoError):
    """A URL that names no device. Facts: url, reason (a Text), example."""

    code = "bad_device_address"
    en = "Device address {url} is not usable: {reason}. Write for example {example}."
    zh = "设备地址 {url} 无法使用：{reason}。请写成例如 {example}。"


USUAL_LINES = {
    DeviceKind.ID_READER: LineSettings(baud=115200, xonxoff=False),
    DeviceKind.SCANNER: LineSettings(baud=9600, xonxoff=False),
}
"""8 data bits, 1 stop bit, no parity; no flow control, since readers speak in all 256 bytes."""
EXAMPLES = {
    DeviceKind.ID_READER: "idreader:serial:///dev/ttyUSB1",
    DeviceKind.SCANNER: "scanner:serial:///dev/ttyACM0",
}
KEYBOARD = "keyboard"


@dataclass(frozen=True, slots=True)
class DeviceAddress:
    kind: DeviceKind
    port: PortAddress | None
    """None for a scanner that types: its keys come through the window system."""


def device_address(url: str) -> DeviceAddress:
    """What a device's URL means, whether it is there or not. Raises BadDeviceAddress."""
    named, _, rest = url.strip().partition(":")
    try:
        try:
            kind = DeviceKind(named.lower())
        except ValueError:
            known = " / ".join(f"{one}:" for one in DeviceKind)
            raise WrongUrl(
                f"开头应写明设备种类 {known}", f"it must begin with the kind, {known}", _meant(url)
            ) from None
        if rest == KEYBOARD and kind is DeviceKind.SCANNER:
            return DeviceAddress(kind, None)
        return DeviceAddress(kind, _port(rest, kind))
    except WrongUrl as wrong:
        example = wrong.example
        if example and not example.startswith(tuple(DeviceKind)):
            example = f"{named.lower()}:{example}"
        raise BadDeviceAddress(
            url=url, reason=wrong.reason, example=example or EXAMPLES[_kind_meant(url)]
        ) from None


def with_kind(kind: DeviceKind, url: str) -> str:
    """A device's URL, in which its kind may be left out where an option's name tells it."""
    return url if url.startswith(f"{kind}:") else f"{kind}:{url}"


def _port(url: str, kind: DeviceKind) -> PortAddress:
    parts, usual = split_url(url), USUAL_LINES[kind]
    match parts.scheme:
        case "serial":
            return read_serial(parts, usual)
        case "rfc2217":
            return read_device_server(parts, usual)
        case "tcp":
            return read_tcp(parts)
    raise WrongUrl("没有写明串口", "it names no port")


def _kind_meant(url: str) -> DeviceKind:
    return DeviceKind.SCANNER if url.lower().startswith("sc") else DeviceKind.ID_READER


def _meant(url: str) -> str:
    """The address that was meant where only the kind is missing."""
    if url.startswith(("serial://", "rfc2217://", "tcp://")):
        example = f"{DeviceKind.ID_READER}:{url}"
        try:
            device_address(example)
        except BadDeviceAddress:
            return ""
        return example
    return ""
