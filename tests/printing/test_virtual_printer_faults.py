"""What goes wrong inside the virtual printer: paper, head, cutter, power, and slips left behind."""

from __future__ import annotations

import gc
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from common.printing.profile import Cutter, Proof, load_profile
from common.printing.signs import FULL_STATUS, Mark, Signs
from common.printing.status import Trouble
from common.printing.virtual.build import Build
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.heat import COOL_ENOUGH, TOO_HOT
from common.printing.virtual.ports import PtyPort

WIDE = load_profile("generic-80")
ASK_ALL = b"\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04"
SLIP = b"A012\n\x1dVB\x00"
BLACK = b"\x1dv0\x00\x48\x00\x40\x00" + b"\xff" * 72 * 64
SECONDS = 60


@pytest.fixture
def make():
    made = []

    def make(profile=WIDE, speed=10_000, **given):
        made.append(VirtualPrinter(profile, speed=speed, **given))
        return made[-1]

    yield make
    for device in made:
        device.stop()


class Host(bytearray):
    """Keeps what it hears."""

    def __call__(self, data: bytes) -> None:
        self.extend(data)


def answers(device: VirtualPrinter, ask: bytes = ASK_ALL) -> str:
    host = Host()
    device.receive(ask, host)
    return host.hex(" ")


def prints(device: VirtualPrinter, data: bytes = SLIP) -> None:
    """Send a slip and wait until it has left the printer."""
    wanted = device.slip_count + 1
    device.receive(data, Host())
    assert device.wait_for(lambda: device.slip_count == wanted, SECONDS)


# -- status ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("cover_open", "1a 16 12 12"),
        ("paper_jam", "1a 52 16 12"),
        ("cutter_stuck", "1a 52 1a 12"),
        ("mechanical", "1a 52 32 12"),
        ("head_hot", "1a 52 52 12"),
    ],
)
def test_each_fault_stops_printing_is_told_by_its_own_bits_and_ends_with_its_cause(
    make, fault, told
):
    device = make()
    device.set_faults(**{fault: True})
    device.receive(SLIP, Host())
    assert answers(device) == told
    assert device.panel.error and device.slip_count == 0
    device.set_faults(**{fault: False})
    assert device.wait_for(lambda: device.slip_count == 1, SECONDS)
    assert answers(device) == "12 12 12 12"


def test_a_model_tells_its_faults_by_the_bits_of_its_own_profile(make):
    """What the device says is read back by the same profile, so both must mean the same."""
    jam = Signs(jam=(Mark(3, 0x04),), error=(Mark(2, 0x40),))
    full = Signs(cover=(Mark(FULL_STATUS, 0x02, 1),), jam=(Mark(FULL_STATUS, 0x40, 2),))
    for signs in (Signs(), jam, full):
        device = make(replace(WIDE, status=signs))
        for fault, trouble in (("cover_open", Trouble.COVER_OPEN), ("paper_jam", Trouble.JAM)):
            device.set_faults(**{fault: True})
            heard = {n: bytes.fromhex(answers(device, bytes((0x10, 4, n)))) for n in signs.requests}
            if FULL_STATUS in heard:
                assert heard[FULL_STATUS][:2] == b"\x10\x0f"
                heard[FULL_STATUS] = heard[FULL_STATUS][2:]
            known = trouble if fault == "cover_open" or signs.jam else Trouble.ERROR
            assert signs.read(heard).trouble is known
            device.set_faults(**{fault: False})


def test_a_printer_without_a_near_end_sensor_says_nothing_until_the_end(make):
    device = make(replace(WIDE, near_end_mm=0), paper_mm=5)
    assert answers(device, b"\x10\x04\x04") == "12"
    device.load_paper(0)
    assert answers(device, b"\x10\x04\x04") == "72"


# -- paper -------------------------------------------------------------------------------------


def test_paper_that_ends_in_a_slip_leaves_a_torn_piece_and_the_rest_follows_on_the_new_roll(make):
    device, host = make(paper_mm=20), Host()
    device.receive(b"A\n" * 12 + b"\x1dVB\x00\x1dr\x01", host)
    assert device.wait_for(lambda: device.panel.paper_end, SECONDS)
    assert host == b"" and device.slip_count == 0
    device.load_paper()
    assert device.wait_for(lambda: host == b"\x00", SECONDS)
    torn, rest = device.slips
    assert (torn.cut, rest.cut) == (False, True)
    assert device.panel.paper_mm < WIDE.roll_mm


def test_the_last_metres_of_a_roll_have_a_coloured_edge(make):
    device = make(paper_mm=1520)
    prints(device)
    assert device.slips[-1].stripe_rows == 0
    device.load_paper(1400)
    prints(device)
    assert device.slips[-1].stripe_rows == device.slips[-1].picture.height


def test_a_roll_is_as_long_as_it_is_said_to_be(make):
    device = make(roll_mm=500)
    assert device.panel.paper_mm == 500
    device.load_paper(3)
    device.load_paper()
    assert device.panel.paper_mm == 500
    assert make().panel.paper_mm == WIDE.roll_mm


def test_paper_that_nobody_cuts_is_not_kept_for_ever(make):
    device, host = make(speed=1_000_000), Host()
    device.receive(b"\x1bd\xff" * 12 + b"\x1dr\x01", host)
    assert device.wait_for(lambda: bool(host), SECONDS)
    strip = device.strip
    assert strip.dropped > 0
    assert sum(band.height for band in strip.bands) <= 60_000
    device.tear_off()
    assert device.slips[-1].picture.height <= 60_000 + 200


# -- head --------------------------------------------------------------------------------------


def test_much_black_makes_the_head_too_hot_and_it_goes_on_when_it_has_cooled(make):
    device, host = make(speed=1500), Host()
    device.receive(b"\x1da\x04" + BLACK * 110 + b"\x1dr\x01", host)
    assert device.wait_for(lambda: device.panel.too_hot, SECONDS)
    assert COOL_ENOUGH < device.panel.temperature < TOO_HOT + 5
    assert device.wait_for(lambda: host[-1:] == b"\x00", SECONDS)
    assert b"\x10\x00\x00\x0f\x18\x40\x00\x0f\x10\x00\x00\x0f" in host


def test_an_ordinary_day_never_makes_it_too_hot(make):
    device = make()
    for _ in range(60):
        prints(device, b"\x1d!\x33A012\n" + b"\x1d!\x00" + b"Please wait\n" * 8 + SLIP)
        assert not device.panel.too_hot


# -- cutter ------------------------------------------------------------------------------------


def test_a_cutter_that_catches_is_freed_by_dle_enq(make):
    device, host = make(), Host()
    device.jam_next_cut()
    device.receive(SLIP + b"\x1dr\x01", host)
    assert device.wait_for(lambda: device.panel.cutter_stuck, SECONDS)
    assert host == b"" and device.slip_count == 0
    device.receive(b"\x10\x05\x01", host)
    assert device.wait_for(lambda: host == b"\x00", SECONDS)
    assert device.slip_count == 1


def test_dle_enq_2_forgets_what_waits(make):
    device = make()
    device.set_cutter_stuck(True)
    device.receive(SLIP + b"\x10\x05\x02", Host())
    device.set_cutter_stuck(False)
    prints(device, b"B\n" + SLIP)
    assert device.slips[0].data.startswith(b"B\n")


def test_old_cut_commands_cut_and_a_printer_without_a_cutter_ignores_all(make):
    device = make()
    prints(device, b"A\n" * 5 + b"\x1bi")
    prints(device, b"A\n" * 5 + b"\x1bm")
    blunt, host = make(build=Build.of(WIDE, cutter=Cutter.NONE)), Host()
    blunt.receive(SLIP + b"\x1dr\x01", host)
    assert blunt.wait_for(lambda: host == b"\x00", SECONDS)
    assert blunt.slip_count == 0
    blunt.tear_off()
    assert not blunt.slips[0].cut


# -- power and clearing ------------------------------------------------------------------------


def test_after_a_power_loss_half_a_slip_is_on_the_roll_and_everything_else_is_forgotten(make):
    device, host = make(speed=300), Host()
    device.receive(b"\x1da\xff\x1d!\x77" + b"A\n" * 40, host)
    assert device.wait_for(lambda: device.strip.bands[1:] != (), SECONDS)
    device.set_power(False)
    heard = len(host)
    device.set_cover(True)
    device.receive(ASK_ALL, host)
    device.set_cover(False)
    device.set_power(True)
    device.set_speed(10_000)
    assert len(host) == heard, "automatic status is forgotten, and nobody is there to answer"
    prints(device)
    prints(device)
    half, whole = device.slips
    assert half.picture.height > whole.picture.height
    assert half.data.endswith(b"A\n" + SLIP) and half.data.count(b"A\n") == 1


def test_clearing_keeps_what_comes_right_behind_it(make):
    clear = bytes((0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08))
    device, host = make(proof=Proof.PROCESS_ID), Host()
    device.set_cover(True)
    device.receive(b"old\n" + clear + SLIP, host)
    assert host == b"\x37\x25\x00"
    device.set_cover(False)
    assert device.wait_for(lambda: device.slip_count == 1, SECONDS)
    assert device.slips[0].data == SLIP


def test_a_printer_that_cannot_clear_prints_what_it_has(make):
    clear = bytes((0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08))
    device, host = make(build=Build.of(WIDE, clears=False)), Host()
    device.set_cover(True)
    device.receive(SLIP + clear, host)
    device.set_cover(False)
    assert device.wait_for(lambda: device.slip_count == 1, SECONDS)
    assert host == b""


# -- presenter ---------------------------------------------------------------------------------


def test_a_presenter_tells_whether_the_slip_was_taken_and_drops_it_for_the_next(make):
    device = make(build=Build.of(WIDE, presenter=True))
    ask = b"\x10\x04\x14"
    assert answers(device, ask) == "10 0f 00 00 00 00"
    prints(device)
    assert device.panel.slip_waits
    assert answers(device, ask) == "10 0f 20 00 00 00"
    device.take_slip()
    assert answers(device, ask) == "10 0f 00 00 00 00"
    prints(device)
    device.receive(b"next\n", Host())
    assert device.wait_for(lambda: not device.panel.slip_waits, SECONDS)
    assert answers(make(), ask) == ""


# -- a long life -------------------------------------------------------------------------------


def objects() -> int:
    gc.collect()
    return len(gc.get_objects())


def test_many_slips_leave_neither_memory_nor_files_behind(make):
    device, host = make(speed=1_000_000, keep_slips=20), Host()
    port = PtyPort(device)
    try:

        def print_slips(count: int) -> None:
            wanted = device.slip_count + count
            for _ in range(count):
                device.receive(SLIP, host)
            assert device.wait_for(lambda: device.slip_count == wanted, 60)

        print_slips(50)
        files, before = len(list(Path("/proc/self/fd").iterdir())), objects()
        threads = threading.active_count()
        print_slips(500)
        assert objects() - before < 1_000
        assert len(list(Path("/proc/self/fd").iterdir())) <= files
        assert threading.active_count() == threads
        assert [slip.number for slip in device.slips] == list(range(531, 551))
    finally:
        port.close()


def test_an_idle_printer_uses_no_time(make):
    device = make(line=None)
    prints(device)
    waiting = threading.Event()
    began = sum(os.times()[:2])
    waiting.wait(0.5)
    assert sum(os.times()[:2]) - began < 0.25
