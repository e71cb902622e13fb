"""What goes wrong with slip printers elsewhere, each trap sprung at ours."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from escpos.printer import Dummy
from PIL import Image, ImageChops

from common.domain.print_job import PrintState
from common.domain.slip_template import Align
from common.printing.document import Cut, Document, Line, Picture
from common.printing.escpos import to_escpos
from common.printing.patience import Patience
from common.printing.printer import Printer
from common.printing.profile import Cutter, load_profile, profile_codes
from common.printing.status import Trouble
from common.printing.virtual.build import Rom
from common.printing.virtual.picture import slip_png
from common.printing.virtual.ports import PtyPort
from common.printing.virtual.text import TextDecoder
from tests.printing.scripted import SLIP, answers, scripted

WIDE = load_profile("generic-80")
QUICK = Patience(reply=0.4, write=1.0, proof=3.0, clear=0.3, poll=0.05, settle=0.03, freeing=8.0)
NATIVE = (
    *("请到3号窗口", "（：）￥，。", "１２３ＡＢ", "〇", "————", "────", "请é到", "a\u3000b"),
    *("镕喆堃玥㎡", "“免费”…·"),
)
DRAWN = ("𠮷野家", "鿏", "㐂", "䶮", "¥0.00", "€", "ñ", "🎫")


def written(text: str) -> bytes:
    """One line of a slip as bytes."""
    return to_escpos(Document(48, (Line(text), Cut())), WIDE)


def as_printed(data: bytes) -> str:
    """What a printer with a GBK font in Chinese mode makes of text bytes."""
    decoder = TextDecoder(Rom.GBK)
    decoder.chinese = True
    typed = (character for byte in data for character, _ in decoder.feed(byte))
    return "".join("\ufffd" if character is None else character for character in typed)


# -- characters --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["————", "𠮷野家", "请付¥5", "（：）￥，。"])
def test_the_trap_is_real_for_a_library_that_others_use(text):
    library = Dummy(profile="TM-T88V")
    library.text(text)
    assert as_printed(library.output) != text


@pytest.mark.parametrize("text", NATIVE)
def test_what_gbk_holds_is_read_back_from_two_byte_characters(text, read):
    reading = read(written(text))
    assert (reading.text, reading.rasters) == (text, [])
    assert as_printed(text.encode("gbk")) == text


@pytest.mark.parametrize("text", DRAWN)
def test_what_gbk_lacks_is_dots_and_no_four_byte_character_or_question_mark(text, read):
    data = written(text)
    reading = read(data)
    assert reading.text == "" and len(reading.rasters) == 1
    ink = slip_png(data, WIDE).convert("L")
    assert ImageChops.invert(ink).getbbox() is not None


# -- status ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said", [b"", b"\x00", b"\xff", b"\x14\x00\x00\x0f", b"\x11", b"\x13", b"\x0f", b"\x92"]
)
def test_what_is_no_status_is_neither_paper_nor_its_end(said):
    """A library takes 00, FF and even silence for words about paper."""
    with scripted(lambda data: said * data.count(b"\x10\x04")) as device:
        printer = Printer(device.url, WIDE, Patience(reply=0.02, settle=0.01, freeing=0.1))
        status = printer.check()
        printer.close()
    assert (status.trouble, status.can_print, status.told) == (Trouble.UNKNOWN, False, False)


def test_an_answer_that_is_there_is_not_waited_for(bench):
    """Reading "up to 16 bytes within a second" takes the whole second."""
    hall = bench(patience=replace(QUICK, reply=600.0))
    assert hall.printer.check().ready
    assert hall.printer.check().ready


def test_a_printer_that_is_only_alive_is_not_ready(bench):
    """It answers DLE EOT in the middle of a picture whose host has died, and prints nothing."""
    hall = bench(patience=replace(QUICK, freeing=0.2))
    hall.device.receive(b"\x1dv0\x00\x48\x00\xff\xff", lambda reply: None)
    status = hall.printer.check()
    assert (status.trouble, status.can_print) == (Trouble.UNKNOWN, False)


def test_a_roll_near_its_end_prints_on(bench):
    hall = bench(paper_mm=2_500)
    assert hall.printer.print(SLIP).state is PrintState.PRINTED
    assert hall.printer.check().trouble is Trouble.PAPER_LOW


# -- the stream --------------------------------------------------------------------------------

ORDERS = b"\x10\x04\x01\x10\x04\x04\x10\x05\x02\x10\x14\x08"


def test_a_picture_that_looks_like_questions_asks_none(bench):
    """Printers execute DLE EOT, ENQ and DC4 also in the middle of a picture."""
    hall = bench("pty", "epson-tm-t82", patience=QUICK)
    dots = ORDERS * 40
    logo = Picture(96, 40, dots, Align.LEFT)
    data = to_escpos(Document(48, (logo, Line("A012"), Cut())), hall.printer.profile)
    heard = bytearray()
    hall.device.receive(data, heard.extend)
    assert hall.device.wait_for(lambda: hall.device.slip_count == 1, 30)
    assert heard == b""
    assert hall.printer.print(data).state is PrintState.PRINTED
    asked, printed = (Image.frombytes("1", (96, 40), d) for d in (dots, rest(data)))
    changed = ImageChops.logical_xor(asked, printed).histogram()[255]
    assert 0 < changed <= dots.count(b"\x10")  # not more than a dot for each


def rest(data: bytes) -> bytes:
    """From the picture's first dot on."""
    return data[data.index(b"\x1dv0") + 8 :]


@pytest.mark.parametrize("baud", [9600, 115200])
def test_no_question_is_asked_in_the_middle_of_a_slip(bench, baud):
    """Within a command it would be taken for its parameters."""
    hall = bench(profile="epson-tm-t82", baud=baud, patience=replace(QUICK, poll=0.01))
    assert hall.printer.print(SLIP[-250:]).state is PrintState.PRINTED
    heard = b"".join(entry.data for entry in hall.device.log if entry.received)
    assert SLIP[-250:] + b"\x1d(H\x06\x0000" in heard


@pytest.mark.parametrize("inside", [1, 2, 3])
def test_flow_control_in_the_middle_of_an_automatic_status_is_not_part_of_it(inside):
    """The printer's words "stop" and "go on" may fall between any two of its bytes."""
    told = b"\x38\x00\x00\x0f"
    says = [answers(b"\x12\x12\x12\x12")]

    def answer(data: bytes) -> bytes:
        if b"\x1da" not in data:
            return says[-1](data)
        says.append(answers(b"\x1a\x16\x12\x12"))  # somebody opens the cover
        return told[:inside] + b"\x13\x11" + told[inside:]

    with scripted(answer) as device:
        printer = Printer(device.url, load_profile("epson-tm-t88iii"), replace(QUICK, watch=600.0))
        assert printer.watch(10).ready
        assert printer.watch(600).trouble is Trouble.COVER_OPEN
        printer.close()


def cuts(code: str) -> bool:
    return load_profile(code).cutter is not Cutter.NONE


# -- paper -------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [c for c in profile_codes() if cuts(c)])
def test_the_last_line_of_a_slip_leaves_the_printer_with_it(bench, code):
    """GS V 0 cuts where the cutter stands: the last 14 mm stay inside, for the next citizen."""
    hall = bench(profile=code, patience=QUICK)
    profile = hall.printer.profile
    ends = to_escpos(Document(profile.columns, (Line("A012"), Line("LAST"), Cut())), profile)
    hall.printer.print(ends)
    assert hall.device.wait_for(lambda: hall.device.slip_count == 1, 30)
    inside = hall.device.strip.bands
    assert not any(band.getbbox() for band in inside)
    (slip,) = hall.device.slips
    assert dots_of(slip.picture) == dots_of(slip_png(ends, profile))


def dots_of(picture: Image.Image) -> int:
    return picture.convert("L").histogram()[0]


def test_a_slip_that_ended_in_the_middle_does_not_come_out_beside_its_second(bench):
    """Printers keep what they were sent, and finish it when new paper is in."""
    hall = bench(profile="epson-tm-t82", paper_mm=40, patience=QUICK)
    assert hall.printer.print(SLIP).state is PrintState.INTERRUPTED
    second = hall.printer.print(SLIP, clear_first=True)
    assert (second.state, second.cleared) == (PrintState.FAILED, True)
    hall.device.load_paper(5_000)
    assert hall.printer.print(SLIP, clear_first=True).state is PrintState.PRINTED
    torn, whole = hall.device.slips
    assert (torn.cut, whole.cut, SLIP in whole.data) == (False, True, True)


# -- lines -------------------------------------------------------------------------------------


@pytest.mark.parametrize("flow", ["", "&xonxoff=1", "&rtscts=1"])
def test_a_line_without_modem_wires_serves(bench, flow):
    """A pseudo-terminal, as many USB adapters, has no CTS, DSR, RTS or DTR to look at or set."""
    hall = bench()
    printer = Printer(hall.printer.url + flow, WIDE, QUICK)
    assert printer.print(SLIP).state is PrintState.PRINTED
    printer.close()


def test_a_printer_on_usb_that_is_switched_off_and_on_is_found_under_its_name(bench, tmp_path):
    """On RS-232 that is silence; on USB the device and its path are gone, and come back."""
    hall, name = bench(), tmp_path / "ttyACM0"
    port = PtyPort(hall.device, name, usb=True)
    printer = Printer(f"serial://{name}", WIDE, QUICK)

    def switch(on: bool) -> None:
        hall.device.set_power(on)
        deadline = time.monotonic() + 5
        while name.exists() is not on:
            assert time.monotonic() < deadline
            time.sleep(0.005)

    try:
        assert printer.check().ready
        switch(False)
        assert printer.print(SLIP).trouble is Trouble.UNREACHABLE
        switch(True)
        assert printer.print(SLIP).state is PrintState.PRINTED
    finally:
        printer.close()
        port.close()
