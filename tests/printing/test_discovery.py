"""Which printers a computer has, found without a byte being sent to any of them."""

from __future__ import annotations

import socket

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from common.ports import known
from common.printing import discovery
from common.printing.discovery import Way, guess_profile
from common.printing.errors import BadScan
from common.printing.transports import printer_address, usb_printer


class UsbThing:
    """A device of the printer class as pyusb shows it, unopened."""

    def __init__(self, vendor: int, product: int, address: int) -> None:
        self.idVendor, self.idProduct, self.bus, self.address = vendor, product, 1, address
        self.iManufacturer, self.iProduct, self.iSerialNumber = 1, 2, 3


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A computer with nothing on it yet; gives the folder that is its root."""
    monkeypatch.setattr(list_ports, "comports", list)
    monkeypatch.setattr(usb_printer, "usb_printers", lambda: iter(()))
    monkeypatch.setattr(usb_printer, "_string", lambda device, index: "")
    monkeypatch.setattr(discovery, "LINE_PRINTERS", tmp_path / "dev")
    monkeypatch.setattr(discovery, "USB_CLASS", tmp_path / "class")
    monkeypatch.setattr(known, "STABLE_PORTS", tmp_path / "by-id")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    for folder in ("dev", "class", "by-id"):
        (tmp_path / folder).mkdir()
    return tmp_path


def line_printer(machine, name: str, words: str, address: int) -> None:
    (machine / "dev" / name).touch()
    interface = machine / f"usb-{name}" / "interface"
    interface.mkdir(parents=True)
    (interface / "ieee1284_id").write_text(words)
    (machine / f"usb-{name}" / "busnum").write_text("1\n")
    (machine / f"usb-{name}" / "devnum").write_text(f"{address}\n")
    (machine / "class" / name).mkdir()
    (machine / "class" / name / "device").symlink_to(interface)


def test_a_bare_computer_has_no_printers(machine):
    assert discovery.find_printers() == []


def test_a_serial_port_is_named_so_that_it_stays_the_same(machine, monkeypatch):
    node = machine / "ttyUSB0"
    node.touch()
    (machine / "by-id" / "usb-EPSON_TM-T82-if00-port0").symlink_to(node)
    info = ListPortInfo(str(node))
    info.vid, info.pid, info.serial_number = 0x04B8, 0x0202, "J7/1"
    info.manufacturer, info.product = "EPSON", "TM-T82"
    monkeypatch.setattr(list_ports, "comports", lambda: [info])
    (found,) = discovery.find_printers()
    assert found.url == f"serial://{machine}/by-id/usb-EPSON_TM-T82-if00-port0?baud=19200"
    assert found.also == (
        f"serial://{node}?baud=19200",
        "serial://04b8:0202?serial=J7%2F1&baud=19200",
    )
    assert (found.says, found.profile) == ("EPSON TM-T82", "epson-tm-t82")
    assert not found.slip_printer  # an adapter's words are not the printer's
    assert printer_address(found.also[1]).port.serial == "J7/1"


def test_a_usb_printer_that_linux_drives_is_one_printer_with_two_addresses(machine, monkeypatch):
    line_printer(machine, "lp0", "MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;", 7)
    thing = (UsbThing(0x04B8, 0x0E15, 7), None)
    monkeypatch.setattr(usb_printer, "usb_printers", lambda: iter((thing,)))
    (found,) = discovery.find_printers()
    assert (found.url, found.also) == ("usb://04b8:0e15", (f"lp://{machine}/dev/lp0",))
    assert (found.says, found.profile) == ("EPSON TM-T88V", "epson-tm-t88")
    assert found.slip_printer


def test_an_address_that_this_user_may_not_open_comes_second(machine, monkeypatch):
    line_printer(machine, "lp0", "MFG:EPSON;MDL:TM-T88V;", 7)
    thing = (UsbThing(0x04B8, 0x0E15, 7), None)
    monkeypatch.setattr(usb_printer, "usb_printers", lambda: iter((thing,)))
    monkeypatch.setattr(discovery, "_may_open", lambda place: False)
    (found,) = discovery.find_printers()
    assert (found.url, found.also) == (f"lp://{machine}/dev/lp0", ("usb://04b8:0e15",))


def test_an_office_printer_is_listed_and_not_taken_for_a_slip_printer(machine):
    line_printer(machine, "lp0", "MANUFACTURER:Acme;MODEL:Laser 100;COMMAND SET:PJL,PCL;", 4)
    line_printer(machine, "lp1", "MFG:Nobody;MDL:POS80;CMD:ESC/POS;", 5)
    laser, slips = discovery.find_printers()
    assert (laser.says, laser.slip_printer, laser.profile) == ("Acme Laser 100", False, None)
    assert (slips.says, slips.slip_printer, slips.profile) == ("Nobody POS80", True, None)


def test_queues_are_listed_with_the_device_behind_them(machine):
    lpstat = machine / "lpstat"
    lpstat.write_text(
        "#!/bin/sh\necho 'device for slips: usb://EPSON/TM-T20II?serial=J7'\n"
        "echo 'device for office: ipp://10.0.0.3/ipp/print'\n"
    )
    lpstat.chmod(0o755)
    slips, office = discovery.find_printers()
    assert (slips.url, slips.way, slips.profile) == ("cups://slips", Way.CUPS, "epson-tm-t20")
    assert (office.url, office.profile) == ("cups://office", None)


@pytest.mark.parametrize(
    ("says", "profile"),
    [
        ("EPSON TM-T88III", "epson-tm-t88iii"),
        ("EPSON TM-T88VII", "epson-tm-t88"),
        ("SNBC BTP-M300(U) 1", "snbc-btp-m300"),
        ("Custom VKP80II", "custom-vkp80"),
        ("Hewlett-Packard LaserJet 80", None),
        ("80 mm", None),
        ("", None),
    ],
)
def test_the_profile_is_guessed_from_the_model_and_else_not(says, profile):
    assert guess_profile(says) == profile


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("10.0.0.9", "tcp://10.0.0.9:9100"),
        ("printer.hall:4000", "tcp://printer.hall:4000"),
        ("fe80::1", "tcp://[fe80::1]:9100"),
        ("[fe80::1]:4000", "tcp://[fe80::1]:4000"),
        ("tcp://10.0.0.9:9100", "tcp://10.0.0.9:9100"),
    ],
)
def test_a_host_is_named_as_people_write_it(host, url):
    assert discovery.printer_at(host).url == url


def test_a_scan_finds_what_listens_and_sends_it_nothing():
    with socket.create_server(("127.0.0.5", 0)) as server:
        number = server.getsockname()[1]
        (found,) = discovery.scan("127.0.0.0/29", number)
        assert (found.url, found.slip_printer) == (f"tcp://127.0.0.5:{number}", False)
        client, _ = server.accept()
        with client:
            client.settimeout(2)
            assert client.recv(1) == b""


@pytest.mark.parametrize("network", ["8.8.8.0/24", "10.0.0.0/8", "fd00::/120", "all", ""])
def test_public_large_and_senseless_networks_are_not_searched(network):
    with pytest.raises(BadScan, match=r"192\.168\.1\.0/24"):
        discovery.scan(network)
