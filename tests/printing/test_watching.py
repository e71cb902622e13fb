"""Watching a printer, and proofs that come after we stopped waiting for them."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest

from common.domain.print_job import PrintState
from common.printing.printer import CLEAR_BUFFER, Patience, Printer
from common.printing.profile import Proof, load_profile
from common.printing.status import PrinterStatus, Trouble
from tests.printing.scripted import SLIP, answers, scripted

QUICK = Patience(reply=0.5, write=1.0, proof=3.0, clear=0.3, poll=0.05, settle=0.03, watch=0.05)
PATIENT = replace(QUICK, watch=60.0)
"""Does not look again by itself within any test."""
READY = b"\x12\x12\x12\x12"
REPORT_CHANGES = b"\x1da\x0e"


class Watching(threading.Thread):
    """One call of `watch`, and what it said."""

    def __init__(self, printer: Printer, seconds: float) -> None:
        super().__init__()
        self._printer, self._seconds = printer, seconds
        self.status: PrinterStatus | None = None
        self.start()

    def run(self) -> None:
        self.status = self._printer.watch(self._seconds)

    def ended(self) -> PrinterStatus | None:
        self.join(10)
        return self.status


def reporting(device) -> bool:
    """True once the printer has executed GS a and told its first automatic status."""
    told = [entry.data for entry in device.log if not entry.received]
    return any(len(data) == 4 and data[0] & 0x93 == 0x10 for data in told)


# -- watching --------------------------------------------------------------------------------------


def test_the_first_watch_tells_at_once_and_the_next_after_its_time(bench):
    hall = bench(patience=QUICK)
    assert hall.printer.watch(60).ready
    started = time.monotonic()
    assert hall.printer.watch(0.3).ready
    assert time.monotonic() - started >= 0.3


@pytest.mark.parametrize("line", ["pty", "tcp"])
def test_a_change_is_seen_by_looking_again(bench, line):
    hall = bench(line, patience=QUICK)
    hall.printer.watch(60)
    watching = Watching(hall.printer, 30)
    hall.device.set_cover(True)
    status = watching.ended()
    assert status is not None and status.trouble is Trouble.COVER_OPEN


def test_a_printer_with_automatic_status_is_heard_without_asking(bench):
    hall = bench(profile="epson-tm-t82", patience=PATIENT)
    hall.printer.watch(60)
    watching = Watching(hall.printer, 30)
    assert hall.device.wait_for(lambda: reporting(hall.device), 30)
    hall.device.set_cover(True)
    status = watching.ended()
    assert status is not None and status.trouble is Trouble.COVER_OPEN


def test_automatic_status_is_switched_on_again_after_each_job(bench):
    """ESC @, with which every slip begins, switches it off."""
    hall = bench(profile="epson-tm-t82", patience=QUICK)

    def times_switched_on() -> int:
        return sum(entry.data == REPORT_CHANGES for entry in hall.device.log if entry.received)

    hall.printer.watch(0.2)
    hall.printer.watch(0.2)
    assert times_switched_on() == 1
    assert hall.printer.print(SLIP).state is PrintState.PRINTED
    hall.printer.watch(0.2)
    assert times_switched_on() == 2


def test_a_printer_that_is_switched_off_is_noticed_while_watching(bench):
    hall = bench(profile="epson-tm-t82", patience=replace(QUICK, reply=0.1))
    hall.printer.watch(60)
    watching = Watching(hall.printer, 30)
    hall.device.set_power(False)
    status = watching.ended()
    assert status is not None and status.trouble is Trouble.UNKNOWN


def test_a_cable_pulled_while_watching_is_noticed(bench):
    hall = bench(profile="epson-tm-t82", patience=QUICK)
    hall.printer.watch(60)
    watching = Watching(hall.printer, 30)
    assert hall.device.wait_for(lambda: reporting(hall.device), 30)
    hall.port.unplug()
    status = watching.ended()
    assert status is not None and status.trouble is Trouble.UNREACHABLE


def test_a_low_roll_and_a_fault_are_told_together(bench):
    hall = bench(paper_mm=2000, patience=QUICK)
    hall.device.set_cutter_stuck(True)
    status = hall.printer.check()
    assert (status.trouble, status.paper_low) == (Trouble.CUTTER, True)


# -- late proofs -----------------------------------------------------------------------------------


def test_a_slip_that_comes_out_with_the_new_roll_is_proven_late(bench):
    hall = bench(profile="epson-tm-t82", paper_mm=40, speed=200, patience=PATIENT)
    assert hall.printer.print(SLIP, 4711).state is PrintState.INTERRUPTED
    assert hall.printer.watch(60).trouble is Trouble.PAPER_OUT
    assert hall.printer.late_proofs() == ()
    hall.device.load_paper(50_000)
    while not (proven := hall.printer.late_proofs()):
        hall.printer.watch(600)  # ends as soon as the proof is heard
    assert proven == (4711,)
    assert hall.printer.late_proofs() == ()  # each is told once


def test_a_proven_job_is_never_told_again_as_late(bench):
    hall = bench(profile="epson-tm-t82", patience=QUICK)
    assert hall.printer.print(SLIP, 1).state is PrintState.PRINTED
    hall.printer.watch(0.1)
    assert hall.printer.late_proofs() == ()


def test_a_late_proof_is_heard_by_the_next_job_too(bench):
    hall = bench(profile="epson-tm-t82", paper_mm=40, patience=QUICK)
    assert hall.printer.print(SLIP, 1).state is PrintState.INTERRUPTED
    hall.device.load_paper(5000)
    assert hall.printer.print(SLIP, 2).state is PrintState.PRINTED
    assert hall.printer.late_proofs() == (1,)


def test_the_proof_of_a_stranger_proves_nothing():
    with scripted(answers(READY)) as device:
        printer = Printer(device.url, load_profile("epson-tm-t82"), QUICK)
        assert printer.check().ready
        device.say(b"\x37\x22abcd\x00")
        assert printer.check().ready
        assert printer.late_proofs() == ()
        printer.close()


def test_a_cleared_slip_is_no_longer_owed_and_the_reprint_says_so(bench):
    hall = bench(profile="epson-tm-t82", paper_mm=40, patience=QUICK)
    assert hall.printer.print(SLIP, 1).state is PrintState.INTERRUPTED
    assert hall.printer.clear()
    hall.device.load_paper(5000)
    result = hall.printer.print(SLIP, 2, clear_first=True)
    assert (result.state, result.cleared) == (PrintState.PRINTED, True)
    assert hall.printer.late_proofs() == ()
    assert [piece.cut for piece in hall.device.slips] == [False, True]


def test_a_model_that_cannot_clear_is_not_asked_to(bench):
    hall = bench(patience=QUICK)
    result = hall.printer.print(SLIP, clear_first=True)
    assert (result.state, result.cleared) == (PrintState.PRINTED, False)
    assert hall.printer.print(SLIP).cleared is None
    assert all(CLEAR_BUFFER not in entry.data for entry in hall.device.log)


# -- weaker proofs ---------------------------------------------------------------------------------


@pytest.mark.parametrize("byte", [b"\x0c", b"\x0f", b"\x04", b"\x01", b"\x0b"])
def test_a_reply_that_tells_of_no_paper_or_of_noise_proves_nothing(byte):
    """Some makes execute GS r after the paper has ended, and say so in its reply."""
    with scripted(answers(READY, buffered=byte)) as device:
        printer = Printer(device.url, load_profile("generic-80"), QUICK)
        assert printer.check().ready
        result = printer.print(b"\x1b@A001\n")
        printer.close()
        assert (result.state, result.trouble) == (PrintState.INTERRUPTED, Trouble.PAPER_OUT)


def test_a_clone_whose_cover_opens_while_it_prints_is_in_doubt(bench):
    hall = bench(profile="masung-ms-80", speed=100, patience=QUICK)
    assert hall.printer.check().ready
    full = hall.device.panel.paper_mm

    def open_it() -> None:
        hall.device.wait_for(lambda: hall.device.panel.paper_mm < full, 30)
        hall.device.set_cover(True)

    hand = threading.Thread(target=open_it)
    hand.start()
    result = hall.printer.print(SLIP)
    hand.join()
    assert (result.state, result.trouble) == (PrintState.INTERRUPTED, Trouble.COVER_OPEN)
    assert result.written == len(SLIP)


def test_answers_that_lag_one_question_behind_are_not_believed():
    """Shifted by one, the answers of a printer without paper look like those of a ready one."""
    talk = answers(b"\x12\x12\x12\x72")
    held: list[bytes] = []
    asked: list[bytes] = []

    def answer(data: bytes) -> bytes:
        if b"\x10\x04" not in data:
            return b""
        held.append(talk(data))
        asked.append(data)
        if len(asked) == 5:  # one in vain, then four
            threading.Timer(0.02, lambda: device.say(held.pop())).start()
        return held.pop(0) if len(held) > 1 else b""

    with scripted(answer) as device:
        patience = Patience(reply=0.1, settle=0.2, bytes_per_second=1e6)
        printer = Printer(device.url, load_profile("masung-ms-80"), patience)
        assert printer.check().trouble is Trouble.UNKNOWN
        assert printer.check().trouble is Trouble.UNKNOWN
        assert len(asked) == 5
        printer.close()


def test_an_answer_that_came_too_late_is_waited_for_before_asking_again():
    talk = answers(READY)
    late = [b"\x12"]

    def answer(data: bytes) -> bytes:
        if b"\x10\x04" in data and late:
            late.clear()
            return b""
        return talk(data)

    with scripted(answer) as device:
        patience = Patience(reply=0.05, settle=1.0, bytes_per_second=1e6)
        printer = Printer(device.url, load_profile("masung-ms-80"), patience)
        assert printer.check().trouble is Trouble.UNKNOWN
        threading.Timer(0.05, lambda: device.say(b"\x12")).start()
        assert printer.check().ready
        printer.close()


def test_bytes_in_the_middle_of_a_proof_do_not_spoil_it(bench):
    """XON/XOFF and real-time answers may fall between the bytes of a process id."""
    talk = answers(READY)

    def answer(data: bytes) -> bytes:
        at = data.find(b"\x1d(H\x06\x0000")
        if at < 0:
            return talk(data)
        token = data[at + 7 : at + 11]
        return b"\x37\x22" + token[:1] + b"\x13\x12\x11" + token[1:] + b"\x00"

    with scripted(answer) as device:
        printer = Printer(device.url, load_profile("epson-tm-t82"), QUICK)
        assert printer.print(b"\x1b@A001\n").state is PrintState.PRINTED
        printer.close()


def test_a_model_that_answers_nothing_is_only_sent_to(bench):
    hall = bench(proof=Proof.NONE)
    mute = replace(load_profile("generic-80"), proof=Proof.NONE)
    printer = Printer(hall.printer.url, mute, QUICK)
    assert not printer.check().told
    assert printer.print(SLIP).state is PrintState.SENT
    printer.close()
