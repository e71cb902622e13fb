"""A printer that comes back, under the same name or another, is used again by itself."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from common.domain.print_job import PrintState
from common.domain.slip import SlipFacts
from common.domain.text import Language
from common.printing.errors import PrinterUnreachable
from common.printing.printer import Patience, Printer
from common.printing.profile import load_profile
from common.printing.slip import slip_bytes
from common.printing.transports import open_transport
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import PtyPort, TcpPort

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")

PROFILE = load_profile("generic-80")
QUICK = Patience(connect=1, reply=0.5, write=1, proof=3, clear=0.5, poll=0.05, settle=0.05)


@pytest.fixture
def device():
    device = VirtualPrinter(PROFILE, speed=10_000)
    yield device
    device.stop()


@pytest.fixture
def plug_in(device):
    """Plugs the printer in and gives the port, whose path is another each time."""
    ports: list[PtyPort] = []

    def plug_in(link: Path | None = None) -> PtyPort:
        ports.append(PtyPort(device, link))
        return ports[-1]

    yield plug_in
    for port in ports:
        port.unplug()


@pytest.fixture
def printers():
    made: list[Printer] = []

    def printer(url: str) -> Printer:
        made.append(Printer(url, PROFILE, QUICK))
        return made[-1]

    yield printer
    for printer in made:
        printer.close()


@pytest.fixture
def slip(facts: SlipFacts) -> bytes:
    return slip_bytes(facts, PROFILE, Language.ZH)


@pytest.fixture
def adapters(monkeypatch) -> Callable[..., None]:
    """Says which USB adapters the system has: ``adapters((path, serial), …)``."""

    def adapters(*found: tuple[str, str]) -> None:
        infos = []
        for path, serial in found:
            info = ListPortInfo(path)
            info.vid, info.pid, info.serial_number = 0x04B8, 0x0202, serial
            infos.append(info)
        monkeypatch.setattr(list_ports, "comports", lambda: infos)

    return adapters


def test_a_printer_named_by_id_is_followed_to_its_new_port(
    plug_in, printers, slip, tmp_path, device
):
    link = tmp_path / "usb-EPSON_TM-T82-if00"
    first = plug_in(link)
    first_path = first.path
    printer = printers(f"serial://{link}")
    assert printer.print(slip).state is PrintState.PRINTED
    first.unplug()
    assert printer.print(slip).state is PrintState.FAILED
    assert not printer.check().can_print
    plug_in(), plug_in(link)  # something else got the old number
    assert link.resolve() != Path(first_path)
    assert printer.print(slip).state is PrintState.PRINTED
    assert [piece.cut for piece in device.slips] == [True, True]


def test_an_adapter_named_by_its_usb_numbers_is_found_wherever_it_is(
    plug_in, printers, slip, adapters
):
    first = plug_in()
    adapters((first.path, "A1"))
    printer = printers("serial://04b8:0202?serial=A1")
    assert printer.print(slip).state is PrintState.PRINTED
    first.unplug()
    adapters()
    assert printer.print(slip).state is PrintState.FAILED
    stranger, again = plug_in(), plug_in()
    adapters((stranger.path, "B2"), (again.path, "A1"))
    assert printer.print(slip).state is PrintState.PRINTED


def test_two_equal_adapters_need_a_serial_number(adapters):
    adapters(("/dev/ttyUSB0", ""), ("/dev/ttyUSB1", ""))
    with pytest.raises(PrinterUnreachable) as failed:
        open_transport("serial://04b8:0202")
    assert "ttyUSB0, /dev/ttyUSB1" in failed.value.text("en")
    assert "/dev/serial/by-id" in failed.value.text("zh")


def test_a_missing_adapter_is_named(adapters):
    adapters()
    with pytest.raises(PrinterUnreachable, match="no USB device 04b8:0202 is plugged in"):
        open_transport("serial://04b8:0202")


def test_a_network_printer_that_was_off_is_used_again(printers, slip, device):
    port = TcpPort(device, 0)
    printer = printers(f"tcp://127.0.0.1:{port.number}")
    assert printer.print(slip).state is PrintState.PRINTED
    port.close()
    assert printer.print(slip).state is PrintState.FAILED
    port = TcpPort(device, port.number)
    assert printer.print(slip).state is PrintState.PRINTED
    port.close()


def test_the_kernels_usb_printer_is_used_again_under_its_name(plug_in, printers, slip, tmp_path):
    link = tmp_path / "lp0"
    first = plug_in(link)
    printer = printers(f"lp://{link}")
    assert printer.print(slip).state is PrintState.PRINTED
    first.unplug()
    assert printer.print(slip).state is PrintState.FAILED
    plug_in(link)
    assert printer.print(slip).state is PrintState.PRINTED


@pytest.mark.parametrize("kind", ["serial", "lp"])
def test_a_cable_pulled_while_the_port_is_open_is_noticed_both_ways(plug_in, kind):
    port = plug_in()
    transport = open_transport(f"{kind}://{port.path}")
    port.unplug()
    with pytest.raises(PrinterUnreachable, match="unplugged"):
        transport.write(b"slip", 0.5)
    if kind == "serial":  # a terminal's end looks like usblp's empty packet
        with pytest.raises(PrinterUnreachable, match="unplugged"):
            transport.read(0.5)
    transport.close()
