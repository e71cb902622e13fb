"""Whatever is in a name gets on paper: by the printer's font, else as dots, and never as a `?`."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.slip_template import Align
from common.printing.document import Document, Line, columns_of, in_gbk, printable
from common.printing.escpos import to_escpos
from common.printing.glyphs import code_box, font_for
from common.printing.layout import Page
from common.printing.profile import load_profile
from common.printing.raster import CELL, draw_cell, draw_line
from common.printing.right_to_left import in_visual_order
from common.printing.virtual.parser import Parser

WIDE = load_profile("generic-80")
ANY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(
            "𠮷㐂¥€😀ﷺ العربئۇשלום\u0301\u0323\ue000\u2800\u3164éＡ，。12AB -\x1b\x1d\n"
        ),
    ),
    max_size=60,
)


def everywhere(_: str) -> bool:
    return True


def test_gbk_is_what_fonts_in_printers_hold():
    """Every pair lies outside the user-defined areas, and the euro is not the one byte 80."""
    beyond = "".join(map(chr, range(0x10000, 0x110000)))
    assert beyond.encode("gbk", "ignore") == b""
    for code in range(0x80, 0x10000):
        character = chr(code)
        if 0xD800 <= code < 0xE000 or not in_gbk(character):
            continue
        lead, trail = character.encode("gbk")
        assert 0x81 <= lead <= 0xFE
        assert 0x40 <= trail <= 0xFE
        assert trail != 0x7F
        assert not (0xAA <= lead <= 0xAF and trail >= 0xA1), hex(code)
        assert not (lead >= 0xF8 and trail >= 0xA1), hex(code)
        assert not (0xA1 <= lead <= 0xA7 and trail <= 0xA0), hex(code)
    assert not any(in_gbk(character) for character in ("€", *beyond[::997]))


@given(
    ANY_TEXT, st.sampled_from(["generic-80", "generic-58", "epson-tm-t88", "epson-tm-t88-latin"])
)
def test_any_text_becomes_bytes_that_a_printer_understands_to_the_last_one(text, code):
    profile = load_profile(code)
    lines = tuple(Page(profile.columns, "zh").paragraph(printable(text)))
    data = to_escpos(Document(profile.columns, lines), profile)
    parser = Parser()
    parser.feed(data)
    read = b""
    shown = []
    while command := parser.next():
        assert command.name != "unknown"
        read += command.raw
        shown.append(command)
    assert read == data
    asked = sum(command.name == "text" and command.raw == b"?" for command in shown)
    assert asked <= sum(line.text.count("?") for line in lines)
    for line in lines:
        assert line.columns <= profile.columns


@given(ANY_TEXT)
def test_every_visible_character_of_a_drawn_line_has_ink(text):
    words = printable(text)[:40]
    line = draw_line(Line(words), 4000)
    column = 0
    for cluster in in_visual_order(words, everywhere):
        width = columns_of(cluster) * CELL // 2
        if cluster.strip() and width:
            assert line.crop((column, 0, column + width, CELL)).getbbox(), hex(ord(cluster[0]))
        column += width


@pytest.mark.parametrize("character", ["\ue123", "\U0003fffd", "\U0010fffd"])
def test_what_no_font_has_is_a_box_with_its_code(character):
    assert font_for(character) is None
    for width in (12, 24):
        cell = draw_cell(character, width, 24)
        assert cell.tobytes() == code_box(character, width, 24).tobytes()
        assert cell.getpixel((0, 0)) == cell.getpixel((width - 1, 23)) == 255
    assert code_box("\ue123", 24, 24).tobytes() != code_box("\ue124", 24, 24).tobytes()


def test_a_rare_name_is_drawn_by_the_fonts_that_are_shipped():
    for character in "𠮷㐂䶮鿏¥€":
        assert "Noto" in font_for(character).getname()[0]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("FA006 号", "FA006 号"),
        ("שלום", "םולש"),
        ("A שלום B", "A םולש B"),
        ("שלום FA006", "FA006 םולש"),
        ("שלום 12:30", "12:30 םולש"),
        ("(שלום)", "(םולש)"),
        ("号 שלום עולם 3", "号 3 םלוע םולש"),
    ],
)
def test_words_from_right_to_left_stand_as_eyes_meet_them(text, seen):
    assert "".join(in_visual_order(text, everywhere)) == seen


def test_arabic_letters_are_joined_where_a_font_can_and_left_apart_where_not():
    joined = in_visual_order("عمر", everywhere)
    assert [unicodedata.name(c) for c in reversed(joined)] == [
        "ARABIC LETTER AIN INITIAL FORM",
        "ARABIC LETTER MEEM MEDIAL FORM",
        "ARABIC LETTER REH FINAL FORM",
    ]
    assert "".join(reversed(in_visual_order("عمر", lambda _: False))) == "عمر"


def test_a_mark_stays_on_its_letter():
    assert in_visual_order("x\u0323\u0302y", everywhere) == ["x\u0323\u0302", "y"]
    plain, marked = draw_line(Line("国"), 48), draw_line(Line("国\u0301"), 48)
    assert plain.tobytes() != marked.tobytes()
    assert columns_of("国\u0301") == 2


def test_white_right_of_and_below_a_drawn_line_is_not_sent():
    left = to_escpos(Document(48, (Line("¥"),)), WIDE)
    right = to_escpos(Document(48, (Line("¥", Align.RIGHT),)), WIDE)
    assert len(left) < 80 < 1_300 < len(right)
