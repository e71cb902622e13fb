"""Printers and readers that the settings of a PC name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from common.devices.address import DeviceKind, device_address, with_kind
from common.domain.errors import JiaohaoError
from common.installation.examination.finding import Finding, notable, told, well, wrong
from common.machine import CounterSettings, KioskSettings, Machine
from common.ports.address import PortAddress, SerialAddress
from common.ports.port import IN_USE


def examine_devices(machine: Machine) -> Iterator[Finding]:
    """Those of the front ends that this PC runs."""
    sections: dict[str, KioskSettings | CounterSettings] = {
        "kiosk": machine.kiosk,
        "counter": machine.counter,
    }
    for name, section in sections.items():
        if name not in machine.role.front_ends:
            continue
        if section.printer:
            yield examine_printer(f"{name} printer", section.printer, section.printer_profile)
        for url in section.scanner:
            yield _device(DeviceKind.SCANNER, url)
    for url in machine.kiosk.id_reader if "kiosk" in machine.role.front_ends else ():
        yield _device(DeviceKind.ID_READER, url)


def examine_printer(name: str, url: str, profile: str) -> Finding:
    """Ask a printer how it is. One that a front end holds is that front end's to tell of."""
    from common.printing.printer import Printer
    from common.printing.profile import load_profile
    from common.printing.status import Trouble
    from common.printing.transports import open_transport

    try:
        printer = Printer(url, load_profile(profile))
        status = printer.check()
        printer.close()
        if status.trouble is Trouble.UNREACHABLE:
            open_transport(url).close()  # tells why
    except JiaohaoError as error:
        if error.facts.get("reason") == IN_USE:
            return notable(
                name,
                f"{url} 正由取号机或窗口程序使用，状态见 `jiaohao kiosks`",
                f"a front end uses {url} now; `jiaohao kiosks` tells how it is",
            )
        return told(name, error)
    return Finding(name, status.can_print, status.trouble.words)


def _device(kind: DeviceKind, given: str) -> Finding:
    """Whether it is connected; nothing is sent to it."""
    url = with_kind(kind, given)
    try:
        port = device_address(url).port
    except JiaohaoError as error:
        return told(str(kind), error)
    if port is None:
        return notable(
            str(kind),
            "模拟键盘的扫码器：请扫一次来确认",
            "it types like a keyboard: scan once to see that it does",
        )
    if _is_there(port):
        return well(str(kind), f"{url} 已连接", f"{url} is connected")
    return wrong(
        str(kind),
        f"没有找到 {url}，请检查连接线和电源；`jiaohao devices` 列出现有设备",
        f"{url} is not there: check its cable and power; `jiaohao devices` lists what is",
    )


def _is_there(port: PortAddress) -> bool:
    """Of a device behind the network only using it tells."""
    if not isinstance(port, SerialAddress):
        return True
    if isinstance(port.port, str) and Path(port.port).exists():
        return True
    from common.ports.known import known_ports

    return any(port.port in (*one.names, one.usb) for one in known_ports())
