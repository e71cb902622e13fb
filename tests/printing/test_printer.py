"""The printer against a virtual one, over a real pseudo-terminal and a real TCP connection."""

from __future__ import annotations

import os
import threading
import tty
from dataclasses import replace
from pathlib import Path

import pytest

from common.domain.print_job import PrintState
from common.domain.slip import SlipFacts
from common.domain.text import Language
from common.printing.errors import BadPrinterAddress
from common.printing.printer import Patience, Printer
from common.printing.profile import Cutter, Proof, load_profile, profile_codes
from common.printing.slip import slip_bytes
from common.printing.status import Trouble
from tests.printing.conftest import QUICK
from tests.printing.scripted import SLIP

LINES = pytest.mark.parametrize("line", ["pty", "tcp"])


@pytest.fixture
def slip(facts: SlipFacts) -> bytes:
    return slip_bytes(facts, load_profile("generic-80"), Language.ZH)


@LINES
@pytest.mark.parametrize("profile", ["generic-80", "epson-tm-t82"])
def test_a_slip_is_printed_when_the_printer_says_so(bench, slip, line, profile):
    hall = bench(line, profile)
    result = hall.printer.print(slip)
    assert result.state is PrintState.PRINTED
    assert (result.written, result.trouble) == (len(slip), Trouble.NONE)
    assert [piece.cut for piece in hall.device.slips] == [True]


@LINES
def test_several_slips_are_each_proven_by_their_own_number(bench, slip, line):
    hall = bench(line, "epson-tm-t82")
    results = [hall.printer.print(slip, job) for job in (1, 94, 95, 95**4 - 1)]
    assert {result.state for result in results} == {PrintState.PRINTED}
    assert len(hall.device.slips) == 4


@LINES
def test_a_slip_of_dots_larger_than_the_buffer_is_held_back_and_printed(bench, facts, line):
    """14 kB at 80 mm/s: XOFF stops our status questions too, which is no reason to give up."""
    patience = Patience(reply=0.2, poll=0.02, settle=0.05)
    hall = bench(line, "epson-tm-t88-latin", speed=80, patience=patience)
    data = slip_bytes(facts, hall.printer.profile, Language.ZH)
    assert len(data) > 12_000
    assert hall.printer.print(data).state is PrintState.PRINTED


def test_a_58_mm_slip_is_torn_off_and_proven(bench, facts):
    hall = bench(profile="generic-58")
    data = slip_bytes(facts, load_profile("generic-58"), Language.EN)
    assert hall.printer.print(data).state is PrintState.PRINTED
    assert len(hall.device.slips) == 1


@LINES
def test_paper_that_ends_in_the_middle_interrupts_the_slip(bench, slip, line):
    hall = bench(line, paper_mm=40)
    result = hall.printer.print(slip)
    assert (result.state, result.trouble) == (PrintState.INTERRUPTED, Trouble.PAPER_OUT)
    assert result.written == len(slip)


@pytest.mark.parametrize("profile", ["generic-80", "epson-tm-t82"])
def test_the_next_slip_is_not_proven_by_the_late_reply_to_an_interrupted_one(bench, slip, profile):
    hall = bench("pty", profile, paper_mm=40, speed=400)
    assert hall.printer.print(slip).state is PrintState.INTERRUPTED
    hall.device.load_paper(1000)  # the first slip finishes now, and its acknowledgement is late
    assert hall.printer.print(slip).state is PrintState.PRINTED
    assert [piece.cut for piece in hall.device.slips] == [False, True, True]


def test_after_new_paper_an_interrupted_slip_finishes_by_itself(bench, slip):
    hall = bench(paper_mm=40)
    hall.printer.print(slip)
    hall.device.load_paper(1000)
    assert hall.device.wait_for(lambda: len(hall.device.slips) == 2, 30)
    assert [piece.cut for piece in hall.device.slips] == [False, True]


def test_a_cleared_slip_never_comes_out(bench, slip):
    hall = bench(profile="epson-tm-t82", paper_mm=40)
    hall.printer.print(slip)
    assert hall.printer.clear()
    hall.device.load_paper(1000)
    assert hall.printer.print(slip).state is PrintState.PRINTED
    assert [piece.cut for piece in hall.device.slips] == [False, True]


def test_a_printer_that_cannot_confirm_clearing_says_so(bench, slip):
    hall = bench(proof=Proof.GS_R, paper_mm=40)
    hall.printer.print(slip)
    assert not hall.printer.clear()


def test_paper_that_ends_while_the_buffer_is_full_is_told_as_such(bench):
    """XOFF holds back our questions too, until the port is opened anew."""
    patience = Patience(write=0.4, reply=0.4, proof=0.6, settle=0.05, bytes_per_second=1e6)
    hall = bench("pty", "epson-tm-t88-latin", paper_mm=40, patience=patience)
    data = b"\x1b@" + (b"\x1dv0\x00\x40\x00\x40\x00" + b"\x55" * 4096) * 5
    result = hall.printer.print(data)
    assert (result.state, result.trouble) == (PrintState.INTERRUPTED, Trouble.PAPER_OUT)
    assert 0 < result.written <= len(data)


@pytest.mark.parametrize("code", profile_codes())
def test_every_model_prints_a_slip_and_says_what_it_can(bench, code):
    hall = bench(profile=code, patience=replace(QUICK, proof=1.0))
    result = hall.printer.print(SLIP)
    proves = hall.printer.profile.proof in (Proof.PROCESS_ID, Proof.GS_R)
    assert result.state is (PrintState.PRINTED if proves else PrintState.SENT)
    assert hall.printer.check().ready
    assert len(hall.device.slips) == (0 if hall.printer.profile.cutter is Cutter.NONE else 1)


@LINES
def test_an_open_cover_fails_the_slip_with_nothing_sent(bench, slip, line):
    hall = bench(line, cover_open=True)
    result = hall.printer.print(slip)
    assert (result.state, result.written) == (PrintState.FAILED, 0)
    assert result.trouble is Trouble.COVER_OPEN
    assert all(slip not in entry.data for entry in hall.device.log)


def test_status_names_the_trouble(bench):
    hall = bench(paper_mm=50_000)
    assert hall.printer.check().ready
    hall.device.load_paper(2_000)
    low = hall.printer.check()
    assert (low.trouble, low.can_print, low.paper_low) == (Trouble.PAPER_LOW, True, True)
    hall.device.load_paper(0)
    assert hall.printer.check().trouble is Trouble.PAPER_OUT
    hall.device.set_cover(True)
    assert hall.printer.check().trouble is Trouble.COVER_OPEN
    hall.device.set_cover(False)
    hall.device.load_paper()
    hall.device.set_cutter_stuck(True)
    stuck = hall.printer.check()
    assert (stuck.trouble, stuck.can_print, stuck.told) == (Trouble.CUTTER, False, True)
    hall.device.set_cutter_stuck(False)
    assert hall.printer.check().ready


@pytest.mark.parametrize(
    ("fault", "code", "trouble"),
    [
        ("paper_jam", "snbc-bt-t080", Trouble.JAM),
        ("paper_jam", "custom-vkp80", Trouble.JAM),
        ("paper_jam", "epson-tm-t82", Trouble.ERROR),  # it has no bit for a jam
        ("head_hot", "epson-tm-t82", Trouble.HEAD),
        ("mechanical", "epson-tm-t82", Trouble.SERVICE),
        ("cutter_stuck", "custom-vkp80", Trouble.CUTTER),
        ("babbling", "epson-tm-t82", Trouble.UNKNOWN),
        ("dead", "epson-tm-t82", Trouble.UNKNOWN),
    ],
)
def test_each_fault_is_named_as_far_as_the_model_can_and_ends(bench, fault, code, trouble):
    hall = bench(profile=code, patience=replace(QUICK, reply=0.2))
    assert hall.printer.check().ready
    hall.device.set_faults(**{fault: True})
    status = hall.printer.check()
    for _ in range(5):
        if status.trouble is Trouble.NONE and fault == "babbling":  # it had not begun yet
            status = hall.printer.check()
    assert (status.trouble, status.can_print) == (trouble, False)
    assert hall.printer.print(SLIP).state is PrintState.FAILED
    hall.device.set_faults(**{fault: False})
    hall.printer.check()  # what is still on the line from before
    assert hall.printer.check().ready


def test_every_trouble_has_words_in_both_languages():
    for trouble in Trouble:
        assert trouble.words.zh and trouble.words.en


@LINES
def test_a_silent_printer_is_unknown_and_never_has_paper(bench, slip, line):
    hall = bench(line, proof=Proof.NONE, patience=replace(QUICK, reply=0.2))
    status = hall.printer.check()
    assert (status.trouble, status.can_print, status.told) == (Trouble.UNKNOWN, False, False)
    assert hall.printer.print(slip).state is PrintState.FAILED


def test_a_printer_that_is_switched_off_is_unknown_and_comes_back(bench, slip):
    hall = bench(patience=replace(QUICK, reply=0.3))
    hall.device.set_power(False)
    assert hall.printer.check().trouble is Trouble.UNKNOWN
    hall.device.set_power(True)
    assert hall.printer.print(slip).state is PrintState.PRINTED


def test_a_babbling_device_is_unknown(slip):
    master, slave = os.openpty()
    tty.setraw(slave)
    printer = Printer(
        f"serial://{os.ttyname(slave)}",
        load_profile("generic-80"),
        Patience(reply=0.2, settle=0.05),
    )
    try:
        # What 12 12 12 looks like at a wrong speed, some of it by chance like a valid reply.
        os.set_blocking(master, False)
        printer.check()
        os.write(master, bytes((0x9C, 0x12, 0xFF, 0xE0, 0x12, 0x98, 0xFE, 0x12, 0x80)) * 400)
        assert printer.check().trouble is Trouble.UNKNOWN
        assert printer.print(slip).state is PrintState.FAILED
    finally:
        printer.close()
        os.close(master)
        os.close(slave)


@LINES
def test_a_stalled_printer_is_given_up_at_the_deadline(bench, slip, line):
    hall = bench(line)
    assert hall.printer.check().ready
    hall.port.stall()
    result = hall.printer.print(slip)
    assert (result.state, result.trouble) == (PrintState.FAILED, Trouble.UNKNOWN)


def test_a_printer_that_stops_taking_bytes_interrupts_a_long_job(bench):
    hall = bench()
    hall.port.stall()
    deaf = replace(hall.printer.profile, proof=Proof.NONE)
    printer = Printer(hall.printer.url, deaf, Patience(write=0.2, bytes_per_second=1e6))
    result = printer.print(bytes(100) * 200)
    printer.close()
    assert (result.state, result.trouble) == (PrintState.INTERRUPTED, Trouble.UNKNOWN)
    assert 0 < result.written < 20_000


@pytest.mark.parametrize("name", ["a pipe that nobody reads", "a pipe without a reader"])
def test_a_pipe_is_given_up_at_the_deadline(tmp_path, name):
    pipe = tmp_path / "printer"
    os.mkfifo(pipe)
    printer = Printer(pipe.as_uri(), load_profile("generic-80"), Patience(write=0.1))
    if name == "a pipe without a reader":
        assert printer.print(b"slip").state is PrintState.FAILED
        return
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        filler = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        full = os.write(filler, bytes(1 << 20))
        os.close(filler)
        assert printer.print(b"slip").state is PrintState.FAILED
        os.read(reader, full)
        assert printer.print(b"slip").state is PrintState.SENT
    finally:
        os.close(reader)


@pytest.mark.parametrize("when", ["before", "open"])
def test_an_unplugged_cable_is_unreachable(bench, slip, when):
    hall = bench()
    if when == "open":
        assert hall.printer.check().ready
    hall.port.unplug()
    assert hall.printer.check().trouble is Trouble.UNREACHABLE
    result = hall.printer.print(slip)
    assert (result.state, result.trouble) == (PrintState.FAILED, Trouble.UNREACHABLE)


def test_nobody_listening_is_unreachable():
    printer = Printer("tcp://127.0.0.1:9", load_profile("generic-80"))
    assert printer.check().trouble is Trouble.UNREACHABLE


def test_a_printer_switched_off_while_it_prints_interrupts_the_slip(bench, slip):
    hall = bench(speed=100, patience=Patience(reply=0.2, proof=0.2, poll=0.05, settle=0.05))
    assert hall.printer.check().ready

    def switch_off() -> None:
        hall.device.wait_for(lambda: hall.device.panel.printing, 30)
        hall.device.set_power(False)

    hand = threading.Thread(target=switch_off)
    hand.start()
    outcome = hall.printer.print(slip)
    hand.join()
    assert (outcome.state, outcome.written) == (PrintState.INTERRUPTED, len(slip))


def test_a_cable_pulled_while_the_proof_is_awaited_interrupts_the_slip(bench, slip):
    hall = bench(speed=100)
    assert hall.printer.check().ready

    def pull() -> None:
        hall.device.wait_for(lambda: hall.device.panel.printing, 30)
        hall.port.unplug()

    hand = threading.Thread(target=pull)
    hand.start()
    outcome = hall.printer.print(slip)
    hand.join()
    assert (outcome.state, outcome.trouble) == (PrintState.INTERRUPTED, Trouble.UNREACHABLE)


def test_a_clone_that_only_tells_its_health_gets_the_slip_sent(bench, slip):
    hall = bench(proof=Proof.STATUS)
    clone = replace(load_profile("generic-80"), proof=Proof.STATUS)
    printer = Printer(hall.printer.url, clone, Patience(reply=0.3))
    try:
        assert printer.check().ready
        assert printer.print(slip).state is PrintState.SENT
    finally:
        printer.close()


def test_a_file_takes_each_slip_and_the_job_is_only_sent(tmp_path: Path, slip):
    target = tmp_path / "打印 机.bin"
    printer = Printer(target.as_uri(), load_profile("generic-80"))
    assert printer.check().can_print and not printer.check().told
    first, second = printer.print(slip), printer.print(slip)
    assert (first.state, second.state) == (PrintState.SENT, PrintState.SENT)
    assert target.read_bytes() == slip * 2


def test_a_file_that_cannot_be_written_is_unreachable(tmp_path: Path, slip):
    printer = Printer((tmp_path / "absent" / "x").as_uri(), load_profile("generic-80"))
    result = printer.print(slip)
    assert (result.state, result.trouble) == (PrintState.FAILED, Trouble.UNREACHABLE)


@pytest.mark.parametrize(
    "url",
    ["/dev/ttyS0", "usb://1", "tcp://:9100", "tcp://h:x", "tcp://h:0", "tcp://[::1",
     "serial:///dev/x?baud=fast", "serial:///dev/x?speed=1", "serial://?baud=9600", "file://"],
)  # fmt: skip
def test_a_wrong_address_is_refused_in_plain_words(url):
    with pytest.raises(BadPrinterAddress) as error:
        Printer(url, load_profile("generic-80"))
    assert url in error.value.text(Language.EN)
    assert url in error.value.text(Language.ZH)
