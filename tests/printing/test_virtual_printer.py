"""The virtual printer behaves as the real ones do that it stands for."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import termios
import time
import tty
from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from common.ports.errors import PlaceRefused
from common.printing.profile import Proof, load_profile
from common.printing.virtual import serve
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.line import Line
from common.printing.virtual.parser import Parser
from common.printing.virtual.picture import slip_png
from common.printing.virtual.realtime import RealTimeScanner, Request
from common.printing.virtual.serve import PrinterOrder

WIDE = load_profile("generic-80")
CLEAR = bytes((0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08))


class Wire:
    """A host that only writes and listens."""

    def __init__(self) -> None:
        self.heard = bytearray()

    def __call__(self, data: bytes) -> None:
        self.heard += data


@pytest.fixture
def printer():
    device = VirtualPrinter(WIDE, speed=10_000, proof=Proof.PROCESS_ID)
    yield device
    device.stop()


def names(data: bytes) -> list[str]:
    parser = Parser()
    parser.feed(data)
    found = []
    while command := parser.next():
        found.append(command.name)
    return found


@pytest.mark.parametrize(
    ("data", "commands"),
    [
        (b"\x1b@\x1c&A\n", ["ESC @", "FS &", "text", "LF"]),
        (b"\x1dV\x00\x1dVB\x10\x1dV1", ["GS V"] * 3),
        (b"\x1d(k\x03\x00121\x1d(H\x06\x0000abcd", ["GS (", "GS ("]),
        (b"\x1dv0\x00\x01\x00\x02\x00\x1b\x40\x1b@", ["GS v", "raster", "ESC @"]),
        (b"\x1dk\x04ABC\x00\x1dkI\x02AB\n", ["GS k", "GS k", "LF"]),
        (b"\x1b*\x21\x02\x00abcdef\n", ["ESC *", "LF"]),
        (b"\x1bD\x08\x10\x00\x1bp\x00\x19\xfa", ["ESC D", "ESC p"]),
        (b"\x10\x04\x01" + CLEAR + b"A", ["real time", "real time", "text"]),
        (b"\x1b\x01\x1f\x07A", ["unknown", "unknown", "unknown", "text"]),
        (b"\x1dv0\x00\x01\x00\x02\x00\x1b", ["GS v"]),
        (b"\x1b", []),
    ],
)
def test_commands_are_parted_as_a_printer_parts_them(data, commands):
    assert names(data) == commands


@given(st.binary(max_size=200))
def test_no_bytes_at_all_can_stop_the_drawing(data):
    assert slip_png(data, WIDE).width == 576


@given(st.lists(st.sampled_from([b"\x10\x04\x01", b"\x10\x04\x04", CLEAR, b"A", b"\x10", b"\x1b"])))
def test_real_time_commands_are_found_wherever_the_stream_is_cut(pieces):
    stream = b"".join(pieces)
    whole = RealTimeScanner().feed(stream)
    bytewise, scanner = [], RealTimeScanner()
    for byte in stream:
        bytewise += scanner.feed(bytes((byte,)))
    assert whole == bytewise


def test_status_is_answered_at_once_also_inside_a_picture(printer):
    wire = Wire()
    printer.receive(b"\x1dv0\x00\x48\x00\x40\x00\x00\x00\x10\x04\x01\x00", wire)
    assert wire.heard == b"\x12"
    assert RealTimeScanner().feed(b"\x00\x10\x04\x01") == [Request("DLE EOT", 1)]


def test_status_bits_are_those_of_the_command_reference(printer):
    wire = Wire()
    ask = b"\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04"
    printer.receive(ask, wire)
    printer.load_paper(2000)
    printer.set_cover(True)
    printer.receive(ask, wire)
    printer.set_cover(False)
    printer.load_paper(0)
    printer.receive(ask, wire)
    assert wire.heard.hex(" ") == "12 12 12 12 1a 16 12 1e 1a 32 12 7e"


def test_the_process_id_comes_when_the_slip_is_on_paper(printer):
    wire = Wire()
    printer.receive(b"\x1b@A\n\x1dVB\x00\x1d(H\x06\x0000a b!", wire)
    assert printer.wait_for(lambda: bool(wire.heard), 30)
    assert wire.heard == b"\x37\x22a b!\x00"
    assert len(printer.slips) == 1


def test_gs_r_is_not_executed_without_paper(printer):
    wire = Wire()
    printer.load_paper(5)
    printer.receive(b"A\n" * 20 + b"\x1dr\x01", wire)
    assert printer.wait_for(lambda: printer.panel.paper_end, 30)
    assert wire.heard == b""
    printer.load_paper(50_000)
    assert printer.wait_for(lambda: bool(wire.heard), 30)
    assert wire.heard == b"\x00"


def test_automatic_status_tells_of_every_change(printer):
    wire = Wire()
    printer.receive(b"\x1da\xff", wire)
    assert printer.wait_for(lambda: len(wire.heard) == 4, 30)
    printer.set_cover(True)
    printer.set_cover(False)
    assert wire.heard.hex(" ") == "10 00 00 0f 38 00 00 0f 10 00 00 0f"


def test_clearing_forgets_what_is_not_printed(printer):
    wire = Wire()
    printer.set_cover(True)
    printer.receive(b"A\n\x1dVB\x00", wire)
    printer.receive(CLEAR, wire)
    assert wire.heard == b"\x37\x25\x00"
    printer.set_cover(False)
    printer.receive(b"\x1dr\x01", wire)
    assert printer.wait_for(lambda: wire.heard[3:] == b"\x00", 30)
    assert printer.slips == ()


def test_a_full_buffer_holds_the_line_and_releases_it(printer):
    wire = Wire()
    printer.set_cover(True)
    printer.receive(b"A" * 5000, wire)
    assert wire.heard == b"\x13"
    assert not printer.has_room()
    printer.set_cover(False)
    assert printer.wait_for(lambda: wire.heard == b"\x13\x11", 10)


def test_paper_is_used_up_and_the_cut_leaves_what_lies_behind_the_cutter(printer):
    before = printer.panel.paper_mm
    printer.receive(b"A\n\x1dV\x00", Wire())
    assert printer.wait_for(lambda: len(printer.slips) == 1, 30)
    assert before - printer.panel.paper_mm == pytest.approx(30 / WIDE.dots_per_mm)
    # Without a feed the line is still inside: the slip is blank.
    assert printer.slips[0].picture.getextrema() == (255, 255)
    assert printer.strip.bands[-1].getbbox() is not None


def text_picture(data: bytes) -> Image.Image:
    return slip_png(b"\x1b@\x1c&" + data + b"\n", WIDE)


def test_a_gbk_font_prints_rubbish_for_a_gb18030_character():
    """GB18030 writes 𠮷 in four bytes, 95 34 B2 35."""
    assert "𠮷".encode("gb18030") == b"\x95\x34\xb2\x35"
    good, rubbish = text_picture("好".encode("gbk")), text_picture(b"\x95\x34\xb2\x35")
    assert good.tobytes() != rubbish.tobytes()
    assert rubbish.getextrema() == (0, 255)


def test_sizes_are_doubled_dots():
    small, large = text_picture(b"A"), text_picture(b"\x1d!\x11A")
    ink = small.point(lambda white: 0 if white else 255).getbbox()
    grown = large.point(lambda white: 0 if white else 255).getbbox()
    assert (grown[2] - grown[0], grown[3] - grown[1]) == (
        2 * (ink[2] - ink[0]),
        2 * (ink[3] - ink[1]),
    )


def test_a_line_that_is_too_long_goes_on_below_as_on_paper():
    one, two = text_picture(b"A" * 48), text_picture(b"A" * 49)
    assert two.height - one.height == 30


def test_a_second_connection_waits_for_the_first(bench):
    hall = bench("tcp")
    with socket.create_connection(("127.0.0.1", hall.port.number), 2) as first:
        first.sendall(b"\x10\x04\x01")
        assert first.recv(1) == b"\x12"
        second = socket.create_connection(("127.0.0.1", hall.port.number), 2)
        second.sendall(b"\x10\x04\x01")
    with second:
        second.settimeout(30)
        assert second.recv(1) == b"\x12"


def test_a_serial_line_carries_every_byte_unchanged(bench):
    hall = bench("pty")
    line = os.open(hall.port.path, os.O_RDWR | os.O_NOCTTY)
    try:
        tty.setraw(line, termios.TCSANOW)
        every = bytes(range(256)) * 8
        os.write(line, every)
        assert hall.device.wait_for(
            lambda: b"".join(e.data for e in hall.device.log if e.received) == every, 5
        )
    finally:
        os.close(line)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_headless_printer_says_where_it_is_and_keeps_slips(tmp_path, end):
    code = (
        "import sys; from pathlib import Path;"
        "from common.printing.virtual.serve import PrinterOrder, run_headless;"
        "link, out = (Path(name) for name in sys.argv[1:]);"
        "sys.exit(run_headless(PrinterOrder(tcp_port=0, link=link, out_dir=out)))"
    )
    link, folder = tmp_path / "printer", tmp_path / "slips"
    arguments = [sys.executable, "-c", code, str(link), str(folder)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            tcp, serial = process.stdout.readline().strip(), process.stdout.readline().strip()
            assert tcp.startswith("tcp://127.0.0.1:")
            assert serial == f"serial://{link}"
            with socket.create_connection(("127.0.0.1", int(tcp.rpartition(":")[2])), 5) as host:
                host.settimeout(30)
                host.sendall(b"\x1b@\x1c&\xba\xc3\n\x1dVB\x00\x1dr\x01")
                assert host.recv(1) == b"\x00"
            process.send_signal(end)
            assert process.wait(10) == 0
        finally:
            process.kill()
    assert (folder / "slip-0001.bin").read_bytes() == b"\x1b@\x1c&\xba\xc3\n\x1dVB\x00"
    with Image.open(folder / "slip-0001.png") as picture:
        assert picture.width == 576
    assert not link.is_symlink()


@pytest.mark.parametrize(
    "data", [b"A\n" * 10, b"\x1dv0\x00\x48\x00\x2c\x01" + bytes(72 * 300)], ids=["lines", "dots"]
)
def test_paper_moves_at_the_printers_speed(data):
    """300 rows of 203 dpi at 300 mm/s."""
    device, wire = VirtualPrinter(WIDE, speed=300, line=Line(buffer_bytes=60_000)), Wire()
    try:
        began = time.monotonic()
        device.receive(data + b"\x1dr\x01", wire)
        assert device.wait_for(lambda: wire.heard == b"\x00", 30)
        assert time.monotonic() - began > 0.1
    finally:
        device.stop()


def test_a_taken_port_is_named():
    with ExitStack() as stack:
        taken = stack.enter_context(socket.create_server(("127.0.0.1", 0))).getsockname()[1]
        for order in (PrinterOrder(tcp_port=taken), PrinterOrder(rfc2217_port=taken)):
            with pytest.raises(PlaceRefused, match=str(taken)):
                serve.start_printer(stack, order)
