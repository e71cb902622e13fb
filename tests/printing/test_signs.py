"""What each model's status bits mean: rows of the makers' tables, bit by bit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.printing.printer import Patience, Printer
from common.printing.profile import Profile, load_profile, profile_codes
from common.printing.status import PrinterStatus, Trouble
from tests.printing.scripted import answers, scripted

READY = b"\x12\x12\x12\x12"


def read(profile: Profile, status: bytes, full: bytes = bytes(4)) -> PrinterStatus:
    replies = {n: status[n - 1 : n] for n in (1, 2, 3, 4)}
    return profile.status.read({**replies, 20: full})


@pytest.mark.parametrize(
    ("profile", "status", "trouble", "low"),
    [
        ("epson-tm-t88", READY, Trouble.NONE, False),
        ("epson-tm-t88", b"\x16\x12\x12\x12", Trouble.NONE, False),  # the drawer's pin
        ("epson-tm-t88", b"\x72\x12\x12\x12", Trouble.NONE, False),  # FEED pressed
        ("epson-tm-t88", b"\x1a\x12\x12\x12", Trouble.OFFLINE, False),
        ("epson-tm-t88", b"\x1a\x16\x12\x12", Trouble.COVER_OPEN, False),
        ("epson-tm-t88", b"\x12\x1a\x12\x12", Trouble.NONE, False),  # FEED button feeds
        ("epson-tm-t88", b"\x1a\x32\x12\x12", Trouble.PAPER_OUT, False),
        ("epson-tm-t88", b"\x1a\x52\x12\x12", Trouble.ERROR, False),
        ("epson-tm-t88", b"\x1a\x52\x16\x12", Trouble.ERROR, False),  # mechanical
        ("epson-tm-t88", b"\x1a\x52\x1a\x12", Trouble.CUTTER, False),
        ("epson-tm-t88", b"\x1a\x52\x32\x12", Trouble.SERVICE, False),
        ("epson-tm-t88", b"\x1a\x52\x52\x12", Trouble.HEAD, False),
        ("epson-tm-t88", b"\x12\x12\x12\x1e", Trouble.PAPER_LOW, True),
        ("epson-tm-t88", b"\x1a\x12\x12\x72", Trouble.PAPER_OUT, False),
        ("epson-tm-t88", b"\x1a\x32\x12\x7e", Trouble.PAPER_OUT, True),
        ("epson-tm-t88", b"\x1a\x52\x1a\x1e", Trouble.CUTTER, True),  # two things at once
        ("epson-tm-t88", b"\x12\x12\x12\x16", Trouble.UNKNOWN, False),  # half a pair
        ("epson-tm-t88", b"\x12\x12\x12\x32", Trouble.UNKNOWN, False),
        ("generic-58", b"\x12\x12\x12\x1e", Trouble.NONE, False),  # it has no such sensor
        ("generic-58", b"\x1a\x32\x12\x72", Trouble.PAPER_OUT, False),
        ("snbc-bt-t080", b"\x1a\x52\x16\x12", Trouble.JAM, False),
        ("snbc-bt-t080", b"\x12\x12\x16\x1e", Trouble.JAM, True),
        ("snbc-bt-t080", b"\x1a\x52\x52\x12", Trouble.HEAD, False),
        ("snbc-btp-m300", b"\x1a\x52\x16\x12", Trouble.ERROR, False),  # the carriage
    ],
)
def test_a_status_means_what_the_maker_says(profile, status, trouble, low):
    told = read(load_profile(profile), status)
    assert (told.trouble, told.paper_low) == (trouble, low)
    assert told.can_print == (trouble in (Trouble.NONE, Trouble.PAPER_LOW))
    assert told.told == (trouble is not Trouble.UNKNOWN)


@pytest.mark.parametrize(
    ("full", "trouble"),
    [
        (b"\x00\x00\x00\x00", Trouble.NONE),
        (b"\x20\x0c\x00\x00", Trouble.NONE),  # a slip in the mouth, spooling, motor on
        (b"\x04\x00\x00\x00", Trouble.PAPER_LOW),
        (b"\x05\x00\x00\x00", Trouble.PAPER_OUT),
        (b"\x00\x01\x00\x00", Trouble.COVER_OPEN),
        (b"\x00\x02\x00\x00", Trouble.COVER_OPEN),
        (b"\x00\x00\x01\x00", Trouble.HEAD),
        (b"\x00\x00\x40\x00", Trouble.JAM),
        (b"\x00\x00\x00\x01", Trouble.CUTTER),
        (b"\x00\x00\x00\x04", Trouble.SERVICE),
    ],
)
def test_a_custom_printer_tells_in_its_full_status(full, trouble):
    profile = load_profile("custom-vkp80")
    with scripted(answers(READY, full=full)) as device:
        printer = Printer(device.url, profile, Patience(reply=1.0, settle=0.02))
        assert printer.check().trouble is trouble
        printer.close()


def test_a_custom_printer_without_its_full_status_is_unknown():
    with scripted(answers(READY)) as device:
        patience = Patience(reply=0.05, settle=0.02, bytes_per_second=1e6)
        printer = Printer(device.url, load_profile("custom-vkp80"), patience)
        assert printer.check().trouble is Trouble.UNKNOWN
        printer.close()


@given(st.sampled_from(profile_codes()), st.binary(min_size=4, max_size=4), st.binary(min_size=4))
def test_no_model_is_ready_with_any_bit_of_trouble_set(code, status, full):
    profile = load_profile(code)
    status = bytes(byte & 0x6C | 0x12 for byte in status)
    told = read(profile, status, full[:4])
    if told.can_print:
        offline, cause, error, roll = status
        assert not offline & 0x08
        assert not cause & 0x64
        assert not error & (0x68 if code.startswith("custom") else 0x6C)
        assert not roll & 0x60
        assert not told.ready or profile.near_end_mm == 0 or not roll & 0x0C
