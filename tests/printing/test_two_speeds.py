"""Status, errors and proof at the slowest and the fastest usual speed of a serial line."""

from __future__ import annotations

import threading
import time

import pytest

from common.domain.print_job import PrintState
from common.printing.patience import Patience
from common.printing.printer import CLEAR_BUFFER
from common.printing.profile import Proof
from common.printing.status import Trouble

QUICK = Patience(reply=0.5, write=1.0, proof=2.0, clear=0.3, poll=0.05, settle=0.05, watch=600.0)
SLIP = b"\x1b@\x1c&\x1d!\x11A012\n\x1d!\x00" + "请到3号窗口办理\n".encode("gbk") * 8 + b"\x1dVB\x18"
"""Some 50 mm; 0.16 s at 9600 baud."""
SPEEDS = pytest.mark.parametrize("baud", [9600, 115200])


@pytest.fixture
def at(bench):
    """Makes a printer on a line of this speed."""

    def at(baud: int, profile: str = "epson-tm-t82", **how):
        return bench(profile=profile, baud=baud, patience=QUICK, **how)

    return at


def said(hall, since: int = 0) -> bytes:
    """What the printer has answered."""
    _, entries = hall.device.log_since(since)
    return b"".join(entry.data for entry in entries if not entry.received)


# -- DLE EOT -----------------------------------------------------------------------------------


@SPEEDS
def test_each_status_bit_is_told_and_taken_back(at, baud):
    hall = at(baud)
    assert hall.printer.check().ready
    for fault, trouble in (
        ("cover_open", Trouble.COVER_OPEN),
        ("cutter_stuck", Trouble.CUTTER),
        ("mechanical", Trouble.SERVICE),
        ("head_hot", Trouble.HEAD),
        ("paper_jam", Trouble.ERROR),
    ):
        hall.device.set_faults(**{fault: True})
        status = hall.printer.check()
        assert (status.trouble, status.can_print, status.told) == (trouble, False, True)
        hall.device.set_faults(**{fault: False})
    hall.device.load_paper(2_000)
    assert (hall.printer.check().trouble, hall.printer.check().can_print) == (
        Trouble.PAPER_LOW,
        True,
    )
    hall.device.load_paper(0)
    assert hall.printer.check().trouble is Trouble.PAPER_OUT
    hall.device.load_paper()
    assert hall.printer.check().ready


@SPEEDS
def test_a_jam_is_told_where_the_model_has_a_bit_for_it(at, baud):
    hall = at(baud, "snbc-bt-t080")
    hall.device.set_faults(paper_jam=True)
    assert hall.printer.check().trouble is Trouble.JAM


@SPEEDS
def test_status_is_answered_while_paper_is_out_and_the_buffer_holds_a_slip(at, baud):
    hall = at(baud, paper_mm=20)
    assert hall.printer.print(SLIP).state is PrintState.INTERRUPTED
    assert hall.device.panel.buffered > 0
    assert hall.printer.check().trouble is Trouble.PAPER_OUT


# -- automatic status --------------------------------------------------------------------------


@SPEEDS
def test_a_change_is_told_unasked(at, baud):
    hall = at(baud)
    assert hall.printer.watch(10).ready
    opened = threading.Timer(0.2, hall.device.set_cover, (True,))
    opened.start()
    assert hall.printer.watch(600).trouble is Trouble.COVER_OPEN  # by itself: nobody asks so long
    opened.join()
    assert b"\x38\x00\x00\x0f" in said(hall)


# -- proof -------------------------------------------------------------------------------------


@SPEEDS
@pytest.mark.parametrize(
    ("profile", "proof", "state"),
    [
        ("epson-tm-t82", Proof.PROCESS_ID, PrintState.PRINTED),
        ("generic-80", Proof.GS_R, PrintState.PRINTED),
        ("masung-ms-80", Proof.STATUS, PrintState.SENT),
    ],
)
def test_each_rung_of_proof_ends_a_slip_as_it_can(at, baud, profile, proof, state):
    hall = at(baud, profile)
    assert hall.printer.profile.proof is proof
    began = time.monotonic()
    result = hall.printer.print(SLIP)
    assert result.state is state
    assert time.monotonic() - began > len(SLIP) * 10 / baud
    assert hall.device.slip_count == 1
    assert (b"\x37\x22" in said(hall)) is (proof is Proof.PROCESS_ID)


@SPEEDS
@pytest.mark.parametrize("profile", ["epson-tm-t82", "generic-80"])
def test_without_paper_nothing_is_proven_until_the_slip_has_come_out(at, baud, profile):
    hall = at(baud, profile, paper_mm=20)
    result = hall.printer.print(SLIP)
    assert (result.state, result.trouble) == (PrintState.INTERRUPTED, Trouble.PAPER_OUT)
    assert hall.printer.late_proofs() == ()
    hall.device.load_paper()
    assert hall.device.wait_for(lambda: hall.device.slip_count == 2, 30)
    assert hall.printer.check().ready
    late = (result.job,) if hall.printer.profile.proof is Proof.PROCESS_ID else ()
    assert hall.printer.late_proofs() == late


# -- clearing ----------------------------------------------------------------------------------


@SPEEDS
def test_a_cleared_slip_is_gone_and_its_proof_never_comes(at, baud):
    hall = at(baud, paper_mm=20)
    interrupted = hall.printer.print(SLIP)
    seen = hall.device.log_since(0)[0]
    assert hall.printer.clear()
    assert b"\x37\x25\x00" in said(hall, seen)
    hall.device.load_paper()
    second = hall.printer.print(SLIP)
    assert second.state is PrintState.PRINTED
    assert hall.printer.late_proofs() == ()
    assert interrupted.job != second.job
    assert [SLIP in piece.data for piece in hall.device.slips if piece.cut] == [True]


@SPEEDS
def test_only_the_whole_clear_command_clears(at, baud):
    """Six bytes must follow it, so that no picture clears a slip by chance."""
    hall = at(baud, cover_open=True)
    answered = threading.Event()
    hall.device.receive(b"A\n" + CLEAR_BUFFER[:-1] + b"\x00\x10\x04\x01", lambda _: answered.set())
    assert answered.wait(30)
    assert said(hall) == b"\x1a"
    assert hall.device.panel.buffered > 0


# -- interrupted commands ----------------------------------------------------------------------


@SPEEDS
def test_the_rest_of_a_picture_whose_host_died_does_not_swallow_the_next_slip(at, baud):
    hall = at(baud)
    picture = b"\x1dv0\x00\x48\x00\x0c\x00" + b"\x55" * 300
    hall.device.receive(b"\x1b@" + picture, lambda reply: None)
    assert hall.printer.print(SLIP).state is PrintState.PRINTED
    assert sum(SLIP in piece.data for piece in hall.device.slips) == 1
