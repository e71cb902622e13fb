"""Bytes, compared with python-escpos where it has the command, and with the standards elsewhere."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from escpos.printer import Dummy
from PIL import Image

from common.domain.slip_template import Align
from common.domain.text import Text
from common.printing.document import Document, Line, QrCode
from common.printing.escpos import native_qr, raster, to_escpos
from common.printing.profile import load_profile
from common.printing.raster import draw_line, draw_qr
from common.printing.slip import slip_bytes
from common.printing.trial_slip import trial_slip
from common.printing.virtual.picture import slip_png

WIDE = load_profile("generic-80")


def document(*blocks) -> bytes:
    return to_escpos(Document(48, blocks), WIDE)


def test_size_bold_and_align_are_those_of_python_escpos():
    other = Dummy()
    other.set(custom_size=True, width=4, height=4, bold=True, align="center")
    ours = document(Line("A", Align.CENTER, 4, 4, True))
    for command in (b"\x1d!\x33", b"\x1bE\x01", b"\x1ba\x01"):
        assert command in other.output and command in ours


def test_the_native_qr_code_is_that_of_python_escpos():
    other = Dummy(profile="TM-T88V")
    other.qr("FA006-7K3M9P", size=6, native=True)
    ours = native_qr(b"FA006-7K3M9P", 6)
    commands = other.output.split(b"\x1d(k")
    for command in ours.split(b"\x1d(k"):
        assert command in commands


def test_a_raster_picture_is_that_of_python_escpos():
    picture = Image.new("1", (48, 20), 0)
    picture.paste(255, (3, 4, 30, 15))
    other = Dummy(profile="TM-T88V")
    other.image(picture.point(lambda ink: 0 if ink else 255), impl="bitImageRaster")
    assert raster(picture) == other.output


def test_the_test_slip_beeps_where_the_profile_has_a_buzzer_and_nowhere_else():
    other = Dummy()
    other.buzzer(2, 2)
    beeping, mute = load_profile("xprinter-xp-80"), WIDE
    at = datetime(2026, 11, 23, 9, 41, 7, tzinfo=UTC)
    assert trial_slip("tcp://10.0.0.9", beeping, at).count(other.output) == 1
    assert other.output not in trial_slip("tcp://10.0.0.9", mute, at)


def test_chinese_mode_is_on_before_any_character():
    assert document(Line("好")).startswith(b"\x1b@\x1c&\x1cS\x00\x00\xba\xc3\n")


@pytest.mark.parametrize("rare", ["𠮷野家", "㐂", "¥30", "€5", "䶮", "鿏"])
def test_a_line_that_gbk_cannot_hold_is_drawn_and_never_a_question_mark(facts, rare, read):
    data = slip_bytes(replace(facts, services=(Text(rare, rare),)), WIDE, "zh")
    reading = read(data)
    assert "?" not in reading.text
    assert rare not in reading.text
    line = draw_line(Line(f"业务 {rare}"), 576)
    _, _, right, bottom = line.getbbox()
    assert raster(line.crop((0, 0, right, bottom))) + bytes((0x1B, 0x4A, 30 - bottom)) in data
    assert [height for _, height in reading.rasters] == [bottom]


def test_only_the_line_itself_is_drawn(facts):
    plain = slip_bytes(facts, WIDE, "zh")
    with_name = slip_bytes(replace(facts, bring=(Text("𠮷", "𠮷"),)), WIDE, "zh")
    assert len(with_name) < len(plain) + 72 * 30 + 20


def test_a_drawn_line_stands_where_a_printed_one_would():
    printed = document(Line("一二三A", Align.CENTER, 2, 2))
    native = slip_png(printed, WIDE).getbbox()
    for align in Align:
        line = draw_line(Line("国𠮷国", align, 2, 2), 576)
        left, _, right, _ = line.getbbox()
        start = {Align.LEFT: 0, Align.CENTER: 216, Align.RIGHT: 432}[align]
        assert start <= left < start + 16
        assert start + 128 < right <= start + 144
        assert line.height == 48
    assert native is not None


def test_a_printer_without_chinese_gets_chinese_as_dots(facts, read):
    latin = load_profile("epson-tm-t88-latin")
    reading = read(slip_bytes(facts, latin, "zh"))
    assert reading.text.isascii()
    assert len(reading.rasters) >= 9
    assert all(width <= 512 for width, _ in reading.rasters)


def test_a_printer_without_qr_gets_the_same_code_as_dots():
    narrow = load_profile("generic-58")
    data = to_escpos(Document(32, (QrCode("FA006-7K3M9P"),)), narrow)
    drawn = slip_png(data, narrow)
    ink = drawn.point(lambda white: 0 if white else 255)
    left, top, right, bottom = ink.getbbox()
    assert (right - left, bottom - top) == (21 * 6, 21 * 6)
    code = draw_qr("FA006-7K3M9P").resize((126, 126), Image.Resampling.NEAREST)
    assert ink.crop((left, top, right, bottom)).tobytes() == code.tobytes()
    assert abs((left + right) - 384) <= 8  # GS v 0 rounds the width up to whole bytes


def test_the_bytes_are_made_without_slow_imports():
    code = (
        "import sys, common.printing.slip, common.printing.printer;"
        "print([m for m in ('PIL', 'qrcode', 'escpos', 'PySide6', 'serial') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_printer_without_pictures_gets_words_instead(facts, read):
    needles = load_profile("snbc-btp-m300")
    odd = replace(facts, services=(Text("𠮷野家登记", "Registration of 𠮷野家"),))
    for language in ("zh", "en"):
        data = slip_bytes(odd, needles, language)
        assert b"\x1dv0" not in data and b"\x1d(k" not in data
        printed = read(data).text
        assert "[U+20BB7]" in printed and odd.code in printed and "?" not in printed
