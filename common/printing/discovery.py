"""Which printers this computer could print on, without sending a byte to any of them."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Network, ip_network
from pathlib import Path
from urllib.parse import quote

from common.ports.known import known_ports
from common.printing.errors import BadScan
from common.printing.profile import profile_codes
from common.printing.transports.address import RAW_PORT

LINE_PRINTERS = Path("/dev/usb")
USB_CLASS = Path("/sys/class/usbmisc")
_LPSTAT_SECONDS = 5.0
_SCAN_SECONDS = 0.4
_SCAN_AT_ONCE = 64
_LARGEST_SCAN = 1024


class Way(StrEnum):
    """How a printer is connected."""

    SERIAL = "serial"
    USB = "usb"
    CUPS = "cups"
    WINDOWS = "windows"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """A printer, or a port on which there may be one."""

    url: str
    """The address to use: of several, the one that stays the same."""
    way: Way
    says: str = ""
    """Maker and model, as the device or the system puts it."""
    also: tuple[str, ...] = ()
    """Other addresses of the same device."""
    profile: str | None = None
    """The profile that its words fit, where they fit one."""
    slip_printer: bool = False
    """True when it is certainly a slip printer, so that asking it disturbs nothing else."""


def find_printers() -> list[FoundPrinter]:
    """All that the system knows of: ports, USB printers, and the queues of its spooler."""
    return [*serial_ports(), *usb_printers(), *cups_queues(), *windows_printers()]


def guess_profile(says: str) -> str | None:
    """The profile whose model is named in these words, the longest name first."""
    words = _squeezed(says)
    models = {code: _squeezed(code.partition("-")[2]) for code in profile_codes()}
    fitting = [
        code
        for code, model in models.items()
        if len(model) > 3 and model in words and not code.startswith("generic-")
    ]
    return max(fitting, key=lambda code: len(models[code]), default=None)


def _squeezed(words: str) -> str:
    return re.sub(r"[^0-9a-z]", "", words.lower())


# -- serial ports ----------------------------------------------------------------------------------


def serial_ports() -> list[FoundPrinter]:
    """Every serial port; on which of them there is a printer, only people know."""
    found = []
    for port in known_ports():
        url, *also = port.urls("baud=19200")
        found.append(
            FoundPrinter(url, Way.SERIAL, port.says, tuple(also), guess_profile(port.says))
        )
    return found


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


# -- USB -------------------------------------------------------------------------------------------

_SLIP_PRINTERS = {
    0x04B8: (0x0202, *range(0x0E00, 0x0F00)),  # Epson TM
    0x0416: (0x5011,),  # many makes of 58 and 80 mm
    0x0FE6: (0x811E,),  # likewise
    0x0DD4: range(0x10000),  # Custom
    0x154F: range(0x10000),  # SNBC
}


def usb_printers() -> list[FoundPrinter]:
    """USB devices of the printer class, as libusb and as Linux's own driver see them."""
    by_place = {place: (path, words) for place, path, words in _line_printers()}
    found = []
    for place, device, says in _usb_devices():
        path, words = by_place.pop(place, (None, ""))
        says = _model(words) or says
        known = device.product in _SLIP_PRINTERS.get(device.vendor, ())
        urls = [device.url] if path is None else [device.url, f"lp://{path}"]
        if path is not None and not _may_open(place):
            urls.reverse()
        found.append(_usb_printer(urls, says, known or _speaks_escpos(words)))
    for path, words in by_place.values():
        found.append(_usb_printer([f"lp://{path}"], _model(words), _speaks_escpos(words)))
    return found


def _usb_printer(urls: list[str], says: str, slip_printer: bool) -> FoundPrinter:
    profile = guess_profile(says)
    certain = slip_printer or profile is not None
    return FoundPrinter(urls[0], Way.USB, says, tuple(urls[1:]), profile, certain)


Place = tuple[int, int]
"""Bus and address."""


@dataclass(frozen=True, slots=True)
class _UsbDevice:
    vendor: int
    product: int
    serial: str

    @property
    def url(self) -> str:
        serial = f"?serial={quote(self.serial, safe='')}" if self.serial else ""
        return f"usb://{self.vendor:04x}:{self.product:04x}{serial}"


def _usb_devices() -> Iterator[tuple[Place, _UsbDevice, str]]:
    from common.printing.transports import usb_printer

    with suppress(OSError, ValueError):  # no libusb on this system, or no bus
        for device, _ in usb_printer.usb_printers():
            serial = usb_printer.serial_of(device)
            found = _UsbDevice(device.idVendor, device.idProduct, serial)
            yield (device.bus, device.address), found, usb_printer.product_of(device)


def _line_printers() -> Iterator[tuple[Place, str, str]]:
    """Place, path and IEEE 1284 words of what usblp drives; nothing is opened."""
    for path in _entries(LINE_PRINTERS):
        if re.fullmatch(r"lp\d+", path.name):
            device = USB_CLASS / path.name / "device"
            number = [_content(device / ".." / name) for name in ("busnum", "devnum")]
            place = (int(number[0] or 0), int(number[1] or -int(path.name[2:])))
            yield place, str(path), _content(device / "ieee1284_id")


def _content(file: Path) -> str:
    try:
        return Path(os.path.realpath(file)).read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def _may_open(place: Place) -> bool:
    node = f"/dev/bus/usb/{place[0]:03}/{place[1]:03}"
    return not Path(node).exists() or os.access(node, os.R_OK | os.W_OK)


def _fields(words: str) -> dict[str, str]:
    pairs = (field.partition(":") for field in words.split(";"))
    return {key.strip().upper(): value.strip() for key, _, value in pairs if value}


def _model(words: str) -> str:
    """Maker and model out of ``MFG:EPSON;CMD:ESC/POS;MDL:TM-T82;``."""
    fields = _fields(words)
    maker = fields.get("MFG") or fields.get("MANUFACTURER", "")
    model = fields.get("MDL") or fields.get("MODEL", "")
    return model if model.startswith(maker) else f"{maker} {model}".strip()


def _speaks_escpos(words: str) -> bool:
    fields = _fields(words)
    commands = fields.get("CMD") or fields.get("COMMAND SET", "")
    return "ESC/POS" in commands.upper()


# -- spoolers --------------------------------------------------------------------------------------


def cups_queues() -> list[FoundPrinter]:
    """The queues of CUPS with the device behind each; none where CUPS is not installed."""
    from common.printing.transports.cups import run_cups

    try:
        told = run_cups(["lpstat", "-v"], _LPSTAT_SECONDS).stdout
    except (OSError, subprocess.TimeoutExpired):
        return []
    found = []
    for name, device in re.findall(r"^device for (\S+): (.*)$", told, re.MULTILINE):
        says = re.sub(r"[%/?=+]", " ", device)
        found.append(FoundPrinter(f"cups://{name}", Way.CUPS, device, (), guess_profile(says)))
    return found


def windows_printers() -> list[FoundPrinter]:
    """The printers of Windows; none elsewhere."""
    if sys.platform == "win32":
        from common.printing.transports.windows_spooler import Winspool

        with suppress(OSError):
            return [
                FoundPrinter(f"win://{quote(name)}", Way.WINDOWS, name, (), guess_profile(name))
                for name in Winspool().names()
            ]
    return []


# -- the network -----------------------------------------------------------------------------------


def printer_at(host: str) -> FoundPrinter:
    """The printer that somebody names by its host, with or without a port."""
    place = host.removeprefix("tcp://")
    if place.count(":") > 1 and "]" not in place:
        place = f"[{place}]"  # IPv6
    named = place.count(":") == 1 or "]:" in place
    return FoundPrinter(
        f"tcp://{place if named else f'{place}:{RAW_PORT}'}", Way.NETWORK, slip_printer=True
    )


def scan(network: str, port: int = RAW_PORT) -> list[FoundPrinter]:
    """What takes connections on this port in a private network; nothing is sent to it.

    Raises BadScan for networks that are public or larger than 1024 addresses.
    """
    hosts = [str(address) for address in _private(network).hosts()]
    with ThreadPoolExecutor(_SCAN_AT_ONCE, thread_name_prefix="printer-scan") as pool:
        answers = pool.map(lambda host: _listens(host, port), hosts)
        listening = [host for host, answer in zip(hosts, answers, strict=True) if answer]
    return [FoundPrinter(f"tcp://{host}:{port}", Way.NETWORK) for host in listening]


def _private(network: str) -> IPv4Network:
    try:
        found = ip_network(network, strict=False)
    except ValueError:
        raise BadScan(network=network) from None
    small = found.num_addresses <= _LARGEST_SCAN
    if isinstance(found, IPv4Network) and found.is_private and small:
        return found
    raise BadScan(network=network)


def _listens(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), _SCAN_SECONDS).close()
    except OSError:
        return False
    return True


def without_doubles(found: Sequence[FoundPrinter]) -> list[FoundPrinter]:
    """Each address once."""
    return list({printer.url: printer for printer in reversed(found)}.values())[::-1]
