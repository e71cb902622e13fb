"""A USB printer through libusb, without the system's printer driver."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any

from common.domain.text import Text
from common.ports.address import UsbId
from common.printing.transports.transport import PortStatus, Transport

PRINTER_CLASS = 7
_IPP_OVER_USB = 4
_GET_PORT_STATUS = 1
_FROM_INTERFACE = 0xA1
_CONTROL_MS = 1000
_PIECE = 4096
_EMPTY_POLL = 0.005


@cache
def usb_backend() -> Any:
    """libusb: the one that comes with us, else the system's."""
    import libusb_package

    return libusb_package.get_libusb1_backend()


def usb_printers() -> Iterator[tuple[Any, Any]]:
    """Every USB device with a printer's interface, and that interface."""
    import usb.core

    for device in usb.core.find(find_all=True, backend=usb_backend()):
        with suppress(usb.core.USBError, NotImplementedError):
            interface = _printer_interface(device)
            if interface is not None:
                yield device, interface


def serial_of(device: Any) -> str:
    """The device's serial number; empty when it has none or may not be asked."""
    return _string(device, device.iSerialNumber)


def product_of(device: Any) -> str:
    """Maker and product in the device's own words; empty when it may not be asked."""
    words = (_string(device, device.iManufacturer), _string(device, device.iProduct))
    return " ".join(filter(None, words))


def _string(device: Any, index: int) -> str:
    import usb.core
    import usb.util

    try:
        told = usb.util.get_string(device, index) if index else ""
    except (usb.core.USBError, NotImplementedError, ValueError):
        return ""
    return (told or "").strip().strip("\0")


def _printer_interface(device: Any) -> Any:
    """The interface of printer class, two-way rather than one-way; None when there is none."""
    found = [
        interface
        for configuration in device
        for interface in configuration
        if interface.bInterfaceClass == PRINTER_CLASS
        and interface.bInterfaceProtocol != _IPP_OVER_USB
    ]
    return max(found, key=lambda interface: interface.bInterfaceProtocol == 2, default=None)


class UsbTransport(Transport):
    """The printer class of USB; the kernel's driver is put aside as long as this is open."""

    def __init__(self, url: str, wanted: UsbId) -> None:
        super().__init__(url)
        import usb.core

        self._driver_waits = False
        self._device, self._interface = self._find(wanted)
        try:
            self._claim()
        except (usb.core.USBError, NotImplementedError) as error:
            self.close()
            raise self._gone(_why(error)) from error
        self._out, self._in = self._endpoints()
        self.answers = self._in is not None

    def _find(self, wanted: UsbId) -> tuple[Any, Any]:
        found = [
            (device, interface)
            for device, interface in usb_printers()
            if (device.idVendor, device.idProduct) == (wanted.vendor, wanted.product)
            and wanted.serial in ("", serial_of(device))
        ]
        if not found:
            zh = f"没有插入 USB 打印机 {wanted}，或它不在打印机模式"
            en = f"no USB printer {wanted} is plugged in, or it is not in printer class mode"
            raise self._gone(Text(zh, en))
        if len(found) > 1:
            zh = f"有 {len(found)} 台 {wanted}，请加 ?serial=序列号"
            en = f"there are {len(found)} printers {wanted}: add ?serial=NUMBER"
            raise self._gone(Text(zh, en))
        return found[0]

    def _claim(self) -> None:
        import usb.core
        import usb.util

        device, number = self._device, self._interface.bInterfaceNumber
        device.default_timeout = _CONTROL_MS
        with suppress(NotImplementedError):  # only Linux has a driver to put aside
            if device.is_kernel_driver_active(number):
                device.detach_kernel_driver(number)
                self._driver_waits = True
        try:
            active = device.get_active_configuration().bConfigurationValue
        except usb.core.USBError:
            active = None
        configuration = device[self._interface.configuration].bConfigurationValue
        if active != configuration:
            device.set_configuration(configuration)
        usb.util.claim_interface(device, number)
        if self._interface.bAlternateSetting:
            device.set_interface_altsetting(number, self._interface.bAlternateSetting)

    def _endpoints(self) -> tuple[Any, Any]:
        import usb.util

        ways: dict[int, Any] = {}
        for endpoint in self._interface:
            if usb.util.endpoint_type(endpoint.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK:
                direction = usb.util.endpoint_direction(endpoint.bEndpointAddress)
                ways.setdefault(direction, endpoint)
        out = ways.get(usb.util.ENDPOINT_OUT)
        if out is None:
            self.close()
            raise self._gone(Text("该 USB 设备不收数据", "this USB device takes no data"))
        return out, ways.get(usb.util.ENDPOINT_IN)

    def write(self, data: bytes, seconds: float) -> None:
        import usb.core

        deadline = time.monotonic() + seconds
        written = 0
        while written < len(data):
            left = deadline - time.monotonic()
            if left <= 0:
                raise self._late(seconds, written)
            try:
                written += self._out.write(data[written : written + _PIECE], _ms(left))
            except usb.core.USBTimeoutError as error:
                raise self._late(seconds, written) from error
            except usb.core.USBError as error:
                raise self._lost(error, self._out, written) from error

    def read(self, seconds: float) -> bytes:
        import usb.core

        if self._in is None:
            return b""
        deadline = time.monotonic() + seconds
        while True:
            left = max(0.0, deadline - time.monotonic())
            try:
                data = bytes(self._in.read(8 * self._in.wMaxPacketSize, _ms(left)))
            except usb.core.USBTimeoutError:
                return b""
            except usb.core.USBError as error:
                raise self._lost(error, self._in) from error
            if data or left <= 0:
                return data
            time.sleep(min(_EMPTY_POLL, left))  # some printers answer with empty packets

    def _lost(self, error: Any, endpoint: Any, written: int = 0) -> Exception:
        import usb.core

        if error.errno == errno.EPIPE:  # stalled: the next opening finds it free
            with suppress(usb.core.USBError):
                endpoint.clear_halt()
        return self._gone(_why(error), written)

    def port_status(self) -> PortStatus | None:
        import usb.core

        number = self._interface.bInterfaceNumber
        try:
            reply = self._device.ctrl_transfer(_FROM_INTERFACE, _GET_PORT_STATUS, 0, number, 1)
        except (usb.core.USBError, NotImplementedError):
            return None
        return PortStatus.from_byte(reply[0]) if len(reply) else None

    def drop_unsent(self) -> None:
        return  # libusb holds none: a transfer that is late was taken back

    def close(self) -> None:
        import usb.core
        import usb.util

        number = self._interface.bInterfaceNumber
        with suppress(usb.core.USBError, NotImplementedError):
            usb.util.release_interface(self._device, number)
        if self._driver_waits:
            self._driver_waits = False
            with suppress(usb.core.USBError, NotImplementedError):
                self._device.attach_kernel_driver(number)
        usb.util.dispose_resources(self._device)


def _ms(seconds: float) -> int:
    """libusb takes 0 for no limit."""
    return max(1, int(seconds * 1000))


def _why(error: Exception) -> Exception | Text:
    if sys.platform == "win32" and (
        isinstance(error, NotImplementedError) or getattr(error, "errno", None) == errno.ENOENT
    ):
        return Text(
            "Windows 没有为它安装 WinUSB 驱动；请改用 win://打印机名称，或用 Zadig 安装",
            "Windows has no WinUSB driver for it: use win://NAME, or install one with Zadig",
        )
    if getattr(error, "errno", None) == errno.EACCES:
        return Text(
            "没有权限，请为它添加 udev 规则（见 IT 指南）",
            "no permission: add a udev rule for it (see the guide for IT)",
        )
    return error
