"""Whatever the host left behind when it died, the next slip is whole or certainly not sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from common.domain.print_job import PrintState
from common.printing.printer import Patience, Printer
from common.printing.profile import load_profile
from common.printing.status import Trouble
from common.printing.virtual.ports import PtyPort
from tests.printing.scripted import SLIP, answers, scripted

QUICK = Patience(reply=0.3, write=1.0, proof=5.0, clear=0.5, poll=0.05, settle=0.03, watch=0.05)
READY = b"\x12\x12\x12\x12"


@pytest.mark.parametrize(
    "left",
    [
        pytest.param(b"\x1dv0\x00\x48\x00\x40\x00" + bytes(2000), id="GS v 0, a picture"),
        pytest.param(b"\x1dv0", id="GS v 0 without its size"),
        pytest.param(b"\x1b*\x21\x40\x02" + b"\xff" * 700, id="ESC *, a picture"),
        pytest.param(b"\x1b*\x21\x40", id="ESC * without its size"),
        pytest.param(b"\x1d(k", id="GS ( k without its length"),
        pytest.param(b"\x1d(k\x2c\x001P0https://", id="GS ( k, within the code"),
        pytest.param(b"\x1d(L\x00\x04\x30\x70", id="GS ( L, graphics"),
        pytest.param("请到".encode("gbk") + b"\xc8", id="half a character"),
        pytest.param(b"\x1b", id="ESC alone"),
        pytest.param(b"\x1d", id="GS alone"),
        pytest.param(b"\x1d!", id="GS ! without its size"),
        pytest.param(b"\x10\x04", id="half a real-time question"),
        pytest.param(b"\x10\x14\x08\x01\x03", id="half a clear"),
    ],
)
def test_what_a_dead_host_left_does_not_swallow_the_next_slip(bench, left):
    hall = bench(patience=QUICK)
    hall.device.receive(b"\x1b@" + left, lambda reply: None)
    assert hall.printer.print(SLIP).state is PrintState.PRINTED
    whole = [piece for piece in hall.device.slips if piece.data.endswith(SLIP)]
    assert len(whole) == 1 and whole[0].cut


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(b"\x1dv0", id="GS v 0 without mode and size"),
        pytest.param(b"\x1dv0\x00\x48", id="GS v 0 within its width"),
        pytest.param(b"\x1dv0\x00\x48\x00", id="GS v 0 without its height"),
        pytest.param(b"\x1b*\x21\x40", id="ESC * within its width"),
        pytest.param(b"\x1d(k\x2c", id="GS ( k within its length"),
        pytest.param(b"\x1d8L", id="GS 8 L without its length"),
    ],
)
def test_our_questions_are_not_the_measures_of_a_picture_whose_rest_the_line_lost(bench, kept):
    """10 04 01 10 where a width and a height should be are four megabytes of picture."""
    hall = bench(patience=replace(QUICK, proof=0.1, freeing=3.0))
    lose_behind(hall.device, kept)
    slip = b"\x1b@A012\n" + kept + bytes(1152) + b"\n\x1dVB\x18"
    assert hall.printer.print(slip).state is PrintState.INTERRUPTED
    assert hall.printer.check().ready


def lose_behind(device, kept: bytes) -> None:
    """Of what is written at once, let nothing through behind these bytes."""
    take = device.receive

    def receive(data: bytes, *way) -> None:
        before, found, _ = data.partition(kept)
        take(before + found, *way)

    device.receive = receive


def test_a_printer_that_never_comes_back_into_step_gets_no_slip():
    """It answers DLE EOT for ever and takes every command for a picture."""
    with scripted(answers(READY, buffered=b"")) as device:
        patience = Patience(reply=0.03, settle=0.02, freeing=4.0)
        printer = Printer(device.url, load_profile("generic-80"), patience)
        result = printer.print(SLIP)
        printer.close()
        assert (result.state, result.written) == (PrintState.FAILED, 0)
        assert result.trouble is Trouble.UNKNOWN
        assert SLIP[:40] not in device.heard


def test_looking_at_a_printer_without_paper_does_not_fill_its_buffer(bench):
    hall = bench(patience=QUICK, paper_mm=40)
    assert hall.printer.print(SLIP).state is PrintState.INTERRUPTED
    seen = hall.device.log_since(0)[0]
    for _ in range(5):
        assert hall.printer.check().trouble is Trouble.PAPER_OUT
    _, entries = hall.device.log_since(seen)
    sent = b"".join(entry.data for entry in entries if entry.received)
    assert len(sent) < 200 + 5 * 4 * 3


def test_a_printer_plugged_in_again_is_found_by_the_next_call(bench, tmp_path):
    hall = bench()
    link = tmp_path / "printer"
    port = PtyPort(hall.device, link)
    printer = Printer(f"serial://{link}", hall.printer.profile, QUICK)
    try:
        assert printer.print(SLIP).state is PrintState.PRINTED
        port.unplug()
        assert printer.check().trouble is Trouble.UNREACHABLE
        assert printer.print(SLIP).state is PrintState.FAILED
        port = PtyPort(hall.device, link)
        assert printer.check().ready
        assert printer.print(SLIP).state is PrintState.PRINTED
    finally:
        printer.close()
        port.close()
