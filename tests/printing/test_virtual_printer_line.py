"""The virtual printer's line: its pace, who holds it, what it loses, and its kinds of port."""

from __future__ import annotations

import socket
import threading
import time
import warnings
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
import serial

from common.printing.profile import Proof, load_profile
from common.printing.virtual.build import Build
from common.printing.virtual.condition import Faults
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.line import ON_THE_LINE, Flow, Line, PortKind
from common.printing.virtual.ports import PtyPort, TcpPort
from common.printing.virtual.rfc2217_port import Rfc2217Port

WIDE = load_profile("generic-80")
ASK = b"\x10\x04\x01"


class Ear:
    """A host that only listens; it can be waited for."""

    def __init__(self) -> None:
        self.heard = bytearray()
        self._came = threading.Condition()

    def __call__(self, data: bytes) -> None:
        with self._came:
            self.heard += data
            self._came.notify_all()

    def wait(self, count: int, seconds: float = 30) -> bytes:
        with self._came:
            assert self._came.wait_for(lambda: len(self.heard) >= count, seconds), self.heard
        return bytes(self.heard)


@pytest.fixture
def make():
    with ExitStack() as stack:

        def make(faults: Faults | None = None, port=None, proof=Proof.PROCESS_ID, **line):
            device = VirtualPrinter(
                WIDE, speed=10_000, proof=proof, line=Line(**line), faults=faults
            )
            stack.callback(device.stop)
            if port is None:
                return device
            opened = port(device) if port is not TcpPort else port(device, 0)
            stack.callback(opened.close)
            return device, opened

        yield make


@contextmanager
def lasts(least: float):
    """The block takes at least so many seconds; a busy machine may take longer."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began >= least


# -- pace --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("baud", "count"), [(9600, 96), (115200, 1152)])
def test_bytes_take_a_tenth_of_a_second_for_a_hundredth_of_the_baud_rate(make, baud, count):
    device, ear = make(baud=baud), Ear()
    with lasts(0.095):
        device.receive(b"A" * (count - 3) + ASK, ear)
        ear.wait(1)
    assert device.panel.lost_bytes == 0


def test_replies_are_as_slow_as_the_line_and_come_after_their_latency(make):
    device, ear = make(baud=1200, latency_ms=60), Ear()
    with lasts(0.06 + 4 * 10 / 1200):
        device.receive(ASK, ear)
        ear.wait(1)


def test_the_host_waits_for_a_slow_line(make):
    """10 kB at 115200 baud are 0.87 s; what is written is not yet printed."""
    device, port = make(port=PtyPort, baud=115_200, flow=Flow.NONE)
    with serial.Serial(port.path, write_timeout=30) as host, lasts(0.55):
        host.write(b"\x1b@" * 3300)
        host.write(ASK)
        host.timeout = 30
        assert host.read(1) == b"\x12"
    assert device.panel.lost_bytes == 0


# -- flow control ------------------------------------------------------------------------------


def test_xon_xoff_stops_and_releases_a_host_that_listens(make):
    device, port = make(port=PtyPort, buffer_bytes=1024)
    device.set_cover(True)
    slip = b"A" * 47 + b"\n"
    with serial.Serial(port.path, xonxoff=True, write_timeout=30) as host:
        host.write(slip * 16)  # less than half of it: the line is free
        host.write_timeout = 0.2
        with suppress(serial.SerialTimeoutException):  # it asks for room after the last byte too
            host.write(slip)
        assert device.wait_for(lambda: device.panel.held, 30)
        with pytest.raises(serial.SerialTimeoutException):
            while True:
                host.write(slip)
        device.set_cover(False)
        assert device.wait_for(lambda: not device.panel.held, 30)
        host.write_timeout = 30
        host.write(b"\x1dr\x01")
        host.timeout = 30
        assert host.read(1) == b"\x00"
    assert device.panel.lost_bytes == 0


def test_what_comes_after_xoff_from_a_pseudo_terminal_is_on_the_line_and_not_lost(make):
    device, ear = make(), Ear()
    device.set_cover(True)
    device.receive(b"\x1b@" * (4096 // 2 + ON_THE_LINE // 2 - 10), ear, PortKind.SERIAL)
    assert device.has_room(PortKind.SERIAL)
    device.receive(b"\x1b@" * 10 + ASK, ear, PortKind.SERIAL)
    assert not device.has_room(PortKind.SERIAL)
    assert ear.heard == b"\x13\x1a"
    device.set_cover(False)
    ear.wait(3)
    assert device.panel.lost_bytes == 0


def test_without_flow_control_bytes_get_lost_but_status_is_answered(make):
    device, ear = make(flow=Flow.NONE), Ear()
    device.set_cover(True)
    device.receive(b"A" * 5000 + ASK, ear)
    assert device.panel.lost_bytes == 5000 + 3 - 4096
    assert ear.heard == b"\x1a"


def test_a_host_that_does_not_listen_to_xoff_overruns_a_paced_printer(make):
    device, port = make(port=PtyPort, baud=1_000_000)
    device.set_cover(True)
    with serial.Serial(port.path, write_timeout=30) as host:
        host.write(b"A" * 6000)
        assert device.wait_for(lambda: device.panel.lost_bytes == 6000 - 4096, 30)
        host.timeout = 30
        assert host.read(1) == b"\x13"


def test_rts_cts_makes_the_port_wait_and_says_nothing(make):
    device, port = make(port=PtyPort, flow=Flow.RTSCTS)
    device.set_cover(True)
    with serial.Serial(port.path, write_timeout=0.1, timeout=0.05) as host:
        with pytest.raises(serial.SerialTimeoutException):
            while True:
                host.write(b"A" * 512)
        assert not device.clear_to_send
        assert host.read(1) == b""
    assert device.panel.lost_bytes == 0


def test_a_network_port_stops_reading_and_sends_no_flow_control(make):
    device, port = make(port=TcpPort)
    device.set_cover(True)
    with socket.create_connection(("127.0.0.1", port.number), 5) as host:
        host.sendall(b"\x1b@" * 20_000)
        assert device.wait_for(lambda: not device.has_room(), 30)
        device.set_cover(False)
        host.sendall(b"\x1dr\x01")
        host.settimeout(30)
        assert host.recv(1) == b"\x00"


def test_some_printers_hold_the_line_as_soon_as_they_are_off_line(make):
    device, ear = make(busy_offline=True), Ear()
    device.receive(b"\x1b@", ear)
    device.set_cover(True)
    device.set_cover(False)
    assert ear.heard == b"\x13\x11"


def test_a_host_that_was_held_is_released_when_the_power_comes_back(make):
    device, ear = make(), Ear()
    device.set_cover(True)
    device.receive(b"A" * 4000, ear)
    device.set_power(False)
    device.set_cover(False)
    assert ear.heard == b"\x13"
    device.set_power(True)
    assert ear.heard == b"\x13\x11"


# -- RFC 2217 ----------------------------------------------------------------------------------


@pytest.fixture
def served(make):
    device, port = make(port=Rfc2217Port, flow=Flow.RTSCTS)
    url = f"rfc2217://127.0.0.1:{port.number}"
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "set(Daemon|Name)")  # pyserial's own, harmless
        host = serial.serial_for_url(url, baudrate=19200, timeout=30)
    with host:
        yield device, port, host


def until(met, seconds: float = 30) -> None:
    """For what a foreign library tells nobody about."""
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end
        threading.Event().wait(0.01)


def test_a_device_server_shows_settings_and_carries_every_byte(served):
    device, port, host = served
    assert port.settings.baudrate == 19200
    host.write(bytes(range(256)))
    assert device.wait_for(
        lambda: b"".join(e.data for e in device.log if e.received) == bytes(range(256)), 5
    )
    host.write(b"\x1b@" + ASK)
    assert host.read(1) == b"\x12"


def test_cts_falls_while_the_printer_is_full_and_dsr_with_its_power(served):
    device, port, host = served
    until(lambda: host.cts and host.dsr)
    device.set_cover(True)
    host.write(b"A" * 4000)
    until(lambda: not host.cts)
    device.set_power(False)
    until(lambda: not host.dsr)
    device.set_power(True)
    device.set_cover(False)
    until(lambda: host.cts and host.dsr)
    port.set_lines(cts=False, dsr=False)
    until(lambda: not host.cts and not host.dsr)


# -- replies that suffer -----------------------------------------------------------------------


def replies(device: VirtualPrinter, asked: int = 200) -> bytes:
    ear = Ear()
    for _ in range(asked):
        device.receive(ASK, ear)
    return bytes(ear.heard)


def test_the_same_seed_loses_the_same_replies(make):
    first, second, other = (replies(make(reply_loss=30, noise=20, seed=s)) for s in (1, 1, 2))
    assert first == second != other
    assert 100 < replies(make(reply_loss=30)).count(b"\x12") < 180
    assert replies(make(reply_loss=100)) == b""
    assert len(replies(make(noise=100))) > 400


def test_lost_replies_are_marked_in_the_log(make):
    device = make(reply_loss=100)
    replies(device, 1)
    assert [entry.lost for entry in device.log] == [False, True]


def test_a_babbling_printer_sends_without_being_asked(make):
    device, ear = make(Faults(babbling=True)), Ear()
    device.receive(b"\x1b@", ear)
    ear.wait(40)
    device.set_faults(babbling=False)
    device.receive(ASK, ear)
    assert b"\x12" in ear.wait(41)


def test_a_dead_printer_swallows_everything_in_silence(make):
    device, ear = make(Faults(dead=True)), Ear()
    device.receive(b"A\n\x1dVB\x00" + ASK, ear)
    assert ear.heard == b"" and device.panel.power
    device.set_faults(dead=False)
    device.receive(b"\x1dr\x01", ear)
    assert ear.wait(1) == b"\x00"
    assert device.slip_count == 0


@pytest.mark.parametrize(
    ("proof", "answers"),
    [
        (Proof.PROCESS_ID, b"\x12\x00\x10\x00\x00\x0f\x37\x22abcd\x00"),
        (Proof.GS_R, b"\x12\x00\x10\x00\x00\x0f"),
        (Proof.STATUS, b"\x12"),
        (Proof.NONE, b""),
    ],
)
def test_a_printer_answers_what_its_capability_says(make, proof, answers):
    device, ear = make(proof=proof), Ear()
    device.receive(ASK + b"\x1dr\x01\x1da\xff\x1d(H\x06\x0000abcdA\n\x1dVB\x00", ear)
    assert device.wait_for(lambda: device.slip_count == 1, 30)
    assert ear.heard == answers


def test_automatic_status_can_be_missing(make):
    device, ear = VirtualPrinter(WIDE, build=Build.of(WIDE, asb=False)), Ear()
    try:
        device.receive(b"\x1da\xff\x1dr\x01", ear)
        assert ear.wait(1) == b"\x00"
    finally:
        device.stop()


def test_automatic_status_tells_only_what_was_asked_for(make):
    device, ear = make(), Ear()
    device.receive(b"\x1da\x08\x1dr\x01", ear)
    before = ear.wait(5)
    device.set_faults(cutter_stuck=True)
    device.set_faults(cutter_stuck=False)
    assert ear.heard == before
    device.load_paper(1000)
    assert ear.heard[len(before) :] == b"\x10\x00\x03\x0f"


# -- cables that are pulled --------------------------------------------------------------------


def test_switching_off_is_silence_on_a_serial_line_and_the_end_of_a_usb_one(make, tmp_path):
    device, port = make(port=PtyPort)
    with serial.Serial(port.path, timeout=0.05) as host:
        device.set_power(False)
        host.write(ASK)
        assert host.read(1) == b""
    link = tmp_path / "ttyACM0"
    usb, virtual = make(port=lambda device: PtyPort(device, link, usb=True))
    with serial.Serial(str(link), timeout=30) as host:
        host.write(ASK)
        assert host.read(1) == b"\x12"
        usb.set_power(False)
        with pytest.raises((serial.SerialException, OSError)):
            host.read(1)
        assert not link.is_symlink()
    usb.set_power(True)
    until(link.is_symlink)
    with serial.Serial(str(link), timeout=30) as host:
        host.write(ASK)
        assert host.read(1) == b"\x12"
    assert link.readlink() == Path(virtual.path)


def test_a_pulled_cable_can_be_put_back(make, tmp_path):
    link = tmp_path / "printer"
    _, port = make(port=lambda device: PtyPort(device, link))
    port.unplug()
    assert not link.exists()
    port.plug()
    with serial.Serial(str(link), timeout=30) as host:
        host.write(ASK)
        assert host.read(1) == b"\x12"
