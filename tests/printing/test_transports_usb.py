"""A USB printer behind libusb: pyusb itself, on a bus of ours with a virtual printer on it."""

from __future__ import annotations

import queue
import time
from array import array
from collections.abc import Callable
from types import SimpleNamespace

import pytest
import usb.core
from usb.backend import IBackend

from common.domain.print_job import PrintState
from common.domain.slip import SlipFacts
from common.domain.text import Language
from common.printing.errors import PrinterTimeout, PrinterUnreachable
from common.printing.printer import Patience, Printer
from common.printing.profile import load_profile
from common.printing.slip import slip_bytes
from common.printing.transports import open_transport, usb_printer
from common.printing.virtual.device import VirtualPrinter

QUICK = Patience(connect=1, reply=0.5, write=1, proof=3, clear=0.5, poll=0.05, settle=0.05)
PROFILE = load_profile("epson-tm-t82")
URL = "usb://04b8:0e15"
DEVICE_ID = b"MFG:EPSON;CMD:ESC/POS;MDL:TM-T82;"


class UsbPlug:
    """One device on the bus: a printer's interface before a virtual printer."""

    def __init__(self, device: VirtualPrinter, serial: str, interface_class: int = 7) -> None:
        self.device = device
        self.strings = ["", "EPSON", "TM-T82", serial]
        self.interface_class = interface_class
        self.driver_active = True
        self.claimed = False
        self.plugged = True
        self.room: int | None = None
        """Bytes that it takes before it stalls; None when it never does."""
        self.lasts: int | None = None
        """Bytes until the cable is pulled; None when it stays."""
        self.port_status = 0x18
        self.replies: queue.Queue[bytes] = queue.Queue()


class Bus(IBackend):
    """What libusb would do, as far as pyusb asks."""

    def __init__(self) -> None:
        self.plugs: list[UsbPlug] = []

    def enumerate_devices(self):
        return [plug for plug in self.plugs if plug.plugged]

    def get_device_descriptor(self, plug):
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x200, bDeviceClass=0, bDeviceSubClass=0,
            bDeviceProtocol=0, bMaxPacketSize0=64, idVendor=0x04B8, idProduct=0x0E15,
            bcdDevice=0x100, iManufacturer=1, iProduct=2, iSerialNumber=3, bNumConfigurations=1,
            bus=1, address=1 + self.plugs.index(plug), port_number=1, port_numbers=(1,), speed=2,
        )  # fmt: skip

    def get_configuration_descriptor(self, plug, config):
        if config:
            raise IndexError
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1, bConfigurationValue=1,
            iConfiguration=0, bmAttributes=0xC0, bMaxPower=1, extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, plug, intf, alt, config):
        if intf or alt:
            raise IndexError
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=2,
            bInterfaceClass=plug.interface_class, bInterfaceSubClass=1, bInterfaceProtocol=2,
            iInterface=0, extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(self, plug, ep, intf, alt, config):
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=(0x01, 0x82)[ep], bmAttributes=2,
            wMaxPacketSize=64, bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, plug):
        return plug

    def close_device(self, plug):
        pass

    def get_configuration(self, plug):
        return 1

    def is_kernel_driver_active(self, plug, intf):
        return plug.driver_active

    def detach_kernel_driver(self, plug, intf):
        plug.driver_active = False

    def attach_kernel_driver(self, plug, intf):
        assert not plug.claimed
        plug.driver_active = True

    def claim_interface(self, plug, intf):
        if plug.driver_active or plug.claimed:
            raise usb.core.USBError("Resource busy", -6, 16)
        plug.claimed = True

    def release_interface(self, plug, intf):
        plug.claimed = False

    def ctrl_transfer(self, plug, request_type, request, value, index, data, timeout):
        self._must_be_plugged(plug)
        if (request_type, request) == (0x80, 6):  # a string
            number = value & 0xFF
            words = plug.strings[number].encode("utf-16-le") if number else b"\x09\x04"
            reply = bytes((2 + len(words), 3)) + words
        else:
            status = bytes((plug.port_status,))
            reply = {0: b"\0\x24" + DEVICE_ID, 1: status}[request]
        reply = reply[: len(data)]
        data[: len(reply)] = array("B", reply)
        return len(reply)

    def bulk_write(self, plug, ep, intf, data, timeout):
        self._must_be_plugged(plug)
        taken = bytes(data)
        if plug.lasts is not None:
            taken = taken[: plug.lasts]
            plug.lasts -= len(taken)
            plug.plugged = plug.lasts > 0
        if plug.room is not None:
            taken = taken[: plug.room]
            plug.room -= len(taken)
        if not taken or not plug.device.wait_for(plug.device.has_room, timeout / 1000):
            raise usb.core.USBTimeoutError("Operation timed out", -7, 110)
        plug.device.receive(taken, plug.replies.put)
        return len(taken)

    def bulk_read(self, plug, ep, intf, buffer, timeout):
        self._must_be_plugged(plug)
        try:
            data = plug.replies.get(timeout=timeout / 1000)
        except queue.Empty:
            raise usb.core.USBTimeoutError("Operation timed out", -7, 110) from None
        buffer[: len(data)] = array("B", data)
        return len(data)

    def clear_halt(self, plug, ep):
        pass

    def _must_be_plugged(self, plug):
        if not plug.plugged:
            raise usb.core.USBError("No such device (it may have been disconnected)", -4, 19)


@pytest.fixture
def bus(monkeypatch):
    bus = Bus()
    monkeypatch.setattr(usb_printer, "usb_backend", lambda: bus)
    return bus


@pytest.fixture
def plug_in(bus) -> Callable[..., UsbPlug]:
    devices = []

    def plug_in(serial: str = "J7QF", **knobs) -> UsbPlug:
        device = VirtualPrinter(PROFILE, speed=10_000, paper_mm=5_000)
        devices.append(device)
        bus.plugs.append(UsbPlug(device, serial, **knobs))
        return bus.plugs[-1]

    yield plug_in
    for device in devices:
        device.stop()


@pytest.fixture
def printer():
    printer = Printer(URL, PROFILE, QUICK)
    yield printer
    printer.close()


@pytest.fixture
def slip(facts: SlipFacts) -> bytes:
    return slip_bytes(facts, PROFILE, Language.ZH)


def test_a_slip_is_printed_and_proven_over_usb(plug_in, printer, slip):
    plug = plug_in()
    assert printer.print(slip).state is PrintState.PRINTED
    assert [piece.cut for piece in plug.device.slips] == [True]


def test_the_system_driver_is_put_aside_and_given_back(plug_in):
    plug = plug_in()
    transport = open_transport(URL)
    assert (plug.driver_active, plug.claimed) == (False, True)
    transport.close()
    assert (plug.driver_active, plug.claimed) == (True, False)


def test_a_printer_that_another_program_holds_keeps_its_driver(plug_in):
    plug = plug_in()
    holder = open_transport(URL)
    with pytest.raises(PrinterUnreachable, match="another program"):
        open_transport(URL)
    assert plug.claimed
    holder.close()


def test_one_of_two_equal_printers_is_named_by_its_serial_number(plug_in):
    first, second = plug_in("A1"), plug_in("B2")
    with pytest.raises(PrinterUnreachable, match="2 printers"):
        open_transport(URL)
    transport = open_transport(f"{URL}?serial=B2")
    assert (first.claimed, second.claimed) == (False, True)
    transport.close()


def test_a_device_that_is_no_printer_is_not_touched(plug_in):
    plug = plug_in(interface_class=3)
    with pytest.raises(PrinterUnreachable, match="not in printer class mode"):
        open_transport(URL)
    assert plug.driver_active


def test_a_printer_that_stops_in_the_middle_is_late_with_an_exact_count(plug_in):
    plug = plug_in()
    transport = open_transport(URL)
    plug.room = 1500
    with pytest.raises(PrinterTimeout) as late:
        transport.write(bytes(20_000), 0.2)
    assert late.value.facts["written"] == 1500
    transport.close()


def test_a_cable_pulled_in_the_middle_tells_what_went_out_and_closes_quietly(plug_in):
    plug = plug_in()
    transport = open_transport(URL)
    plug.lasts = 1500
    with pytest.raises(PrinterUnreachable, match="unplugged") as gone:
        transport.write(bytes(20_000), 1)
    assert gone.value.facts["written"] == 1500
    with pytest.raises(PrinterUnreachable, match="unplugged"):
        transport.read(0.1)
    transport.close()


def test_an_unplugged_printer_is_unreachable_and_found_again_by_itself(plug_in, printer, slip):
    plug = plug_in()
    assert printer.check().ready
    plug.plugged = False
    assert printer.print(slip).state is PrintState.FAILED
    assert not printer.check().can_print
    plug_in("J7QF")  # the same device at another address of the bus
    assert printer.print(slip).state is PrintState.PRINTED


def test_the_port_tells_of_paper_and_error_without_a_byte_being_sent(plug_in):
    plug = plug_in()
    transport = open_transport(URL)
    plug.port_status = 0x20
    status = transport.port_status()
    transport.close()
    assert (status.paper_out, status.selected, status.error) == (True, False, True)
    assert not plug.device.log


def test_silence_is_read_as_silence_in_time(plug_in):
    plug_in()
    transport = open_transport(URL)
    began = time.monotonic()
    assert transport.read(0.1) == b""
    assert time.monotonic() - began > 0.05
    transport.close()
