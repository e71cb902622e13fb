"""The estimate of what is left on the roll never promises more than there can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from common.printing.profile import load_profile
from common.printing.roll import RollEstimate
from common.printing.status import PrinterStatus, Trouble

WIDE = load_profile("generic-80")
NARROW = load_profile("generic-58")
READY = PrinterStatus(Trouble.NONE, can_print=True, told=True)
LOW = PrinterStatus(Trouble.PAPER_LOW, can_print=True, told=True, paper_low=True)
OUT = PrinterStatus(Trouble.PAPER_OUT, can_print=False, told=True, paper_low=True)
COVER = PrinterStatus(Trouble.COVER_OPEN, can_print=False, told=True)
SILENT = PrinterStatus.untold(Trouble.UNKNOWN)

STATUSES = st.sampled_from([READY, LOW, OUT, COVER, SILENT])
EVENTS = st.lists(STATUSES | st.floats(0, 5000), max_size=40)


def after(*events: PrinterStatus | float, start: RollEstimate | None = None) -> RollEstimate:
    roll = start or RollEstimate.unknown(WIDE)
    for event in events:
        roll = roll.seen(event) if isinstance(event, PrinterStatus) else roll.printed(event)
    return roll


def test_a_roll_of_which_nothing_is_known_stays_unknown():
    assert after(READY, 100.0, SILENT).mm_left is None
    assert after(READY).slips_left(80) is None


def test_each_slip_shortens_a_new_roll():
    roll = after(80.0, 80.0, start=RollEstimate.unknown(WIDE).new_roll())
    assert roll.mm_left == WIDE.roll_mm - 160
    assert roll.slips_left(80) == WIDE.roll_mm // 80 - 2


def test_the_first_word_of_the_near_end_bounds_the_estimate():
    assert after(READY, LOW).mm_left == WIDE.near_end_mm
    assert after(LOW, 100.0, LOW, 100.0).mm_left == WIDE.near_end_mm - 200
    almost = RollEstimate.unknown(WIDE).new_roll().printed(WIDE.roll_mm - 50)
    assert after(LOW, start=almost).mm_left == 50


def test_the_end_of_the_paper_is_the_end():
    assert after(LOW, 50.0, OUT).mm_left == 0


def test_paper_that_is_there_again_is_a_new_roll():
    assert after(OUT, COVER, READY).mm_left == WIDE.roll_mm
    assert after(LOW, 500.0, COVER, READY).mm_left == WIDE.roll_mm
    assert after(OUT, COVER, SILENT, LOW).mm_left == WIDE.near_end_mm
    narrow = after(OUT, READY, start=RollEstimate.unknown(NARROW))
    assert narrow.mm_left == NARROW.roll_mm


def test_an_open_cover_and_silence_say_nothing_about_the_roll():
    assert after(LOW, 500.0, COVER, SILENT, LOW).mm_left == WIDE.near_end_mm - 500


@given(EVENTS)
def test_what_is_left_is_never_less_than_nothing_nor_more_than_a_roll(events):
    roll = after(*events)
    if roll.mm_left is not None:
        assert 0 <= roll.mm_left <= WIDE.roll_mm
    last = [event for event in events if isinstance(event, PrinterStatus) and event.told]
    if last and last[-1] is LOW:
        assert roll.mm_left is not None and roll.mm_left <= WIDE.near_end_mm


@given(EVENTS, st.floats(0, 5000))
def test_printing_never_lengthens_the_roll(events, millimetres):
    roll = after(*events)
    shorter = roll.printed(millimetres)
    if roll.mm_left is None:
        assert shorter.mm_left is None
    else:
        assert shorter.mm_left is not None and shorter.mm_left <= roll.mm_left
