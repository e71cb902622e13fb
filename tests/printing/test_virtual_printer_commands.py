"""The virtual printer's language: everything python-escpos sends, and any other bytes at all."""

from __future__ import annotations

import time
import tracemalloc
from dataclasses import replace
from itertools import pairwise

import barcode as python_barcode
import pytest
from escpos.printer import Dummy
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from common.printing.profile import load_profile
from common.printing.virtual.barcode import bars
from common.printing.virtual.build import Build, Rom
from common.printing.virtual.commands import FIXED
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.head import Head
from common.printing.virtual.parser import Command, Parser
from common.printing.virtual.picture import slip_png

WIDE = load_profile("generic-80")


def parse(data: bytes) -> tuple[list[Command], Parser]:
    parser, found = Parser(), []
    parser.feed(data)
    while command := parser.next():
        found.append(command)
    return found, parser


def ink(data: bytes, build: Build | None = None, dots: int = 576) -> Image.Image:
    """What one run of commands prints, ink set, without the blank paper before it."""
    head = Head(replace(WIDE, dots=dots), build)
    bands = [band for command in parse(data)[0] for band in head.execute(command)]
    whole = Image.new("1", (dots, max(1, sum(band.height for band in bands))), 0)
    row = 0
    for band in bands:
        whole.paste(band, (0, row))
        row += band.height
    return whole


def box(picture: Image.Image) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of the ink."""
    found = picture.getbbox()
    assert found is not None, "something is printed"
    return found


# -- what python-escpos sends ------------------------------------------------------------------


def escpos(act) -> bytes:
    dummy = Dummy(profile="TM-T88V")
    act(dummy)
    return dummy.output


PICTURE = Image.new("1", (64, 30), 0)

ESCPOS_CALLS = {
    "text": lambda p: p.text("Hall 1\n"),
    "text in code pages": lambda p: p.text("Grüße, Москва, Ελλάδα, ñ, €, Ł\n"),
    "chinese": lambda p: p.text("请到3号窗口\n"),
    "set": lambda p: p.set(align="center", font="b", bold=True, underline=2, invert=True),
    "set sizes": lambda p: p.set(custom_size=True, width=4, height=4, smooth=True, flip=True),
    "set densities": lambda p: p.set(density=3, double_height=True, double_width=True),
    "set normal": lambda p: p.set_with_default(),
    "line spacing": lambda p: (p.line_spacing(40), p.line_spacing(30, 60), p.line_spacing()),
    "native qr": lambda p: p.qr("https://hall/A012", native=True, size=6, ec=3),
    "drawn qr": lambda p: p.qr("https://hall/A012"),
    "raster": lambda p: p.image(PICTURE, impl="bitImageRaster"),
    "graphics": lambda p: p.image(PICTURE, impl="graphics"),
    "columns": lambda p: p.image(PICTURE, impl="bitImageColumn"),
    "low density": lambda p: p.image(
        PICTURE, impl="bitImageRaster", high_density_vertical=False, high_density_horizontal=False
    ),
    "ean13": lambda p: p.barcode("690123456789", "EAN13", 64, 2),
    "ean8": lambda p: p.barcode("1234567", "EAN8", function_type="A"),
    "code39": lambda p: p.barcode("HALL-1", "CODE39", 80, 2, "BOTH", "B"),
    "code128": lambda p: p.barcode("{BHall", "CODE128", function_type="B"),
    "itf": lambda p: p.barcode("123456", "ITF"),
    "upc": lambda p: p.barcode("01234567890", "UPC-A", align_ct=False),
    "upc e": lambda p: p.barcode("01234565", "UPC-E"),
    "codabar": lambda p: p.barcode("A12-3B", "NW7"),
    "code93": lambda p: p.barcode("HALL", "CODE93", function_type="B"),
    "gs1-128": lambda p: p.barcode("{B0104006381333931", "GS1-128", function_type="B"),
    "soft barcode": lambda p: p.barcode("HALL-1", "CODE39", force_software="bitImageRaster"),
    "cut": lambda p: p.cut(),
    "partial cut": lambda p: p.cut("PART"),
    "cut without feed": lambda p: p.cut(feed=False),
    "drawer": lambda p: p.cashdraw(2),
    "drawer by hand": lambda p: p.cashdraw([27, 112, 0, 50, 50]),
    "buzzer": lambda p: p.buzzer(2, 4),
    "feed": lambda p: p.print_and_feed(3),
    "tabs": lambda p: (p.control("HT", count=3, tab_size=8), p.control("VT"), p.text("x")),
    "controls": lambda p: (p.control("LF"), p.control("CR"), p.control("FF")),
    "hardware": lambda p: (p.hw("INIT"), p.hw("SELECT")),
    "panel": lambda p: (p.panel_buttons(False), p.panel_buttons(True)),
    "line display": lambda p: (p.linedisplay_select(True), p.linedisplay_clear()),
    "block": lambda p: p.block_text("Please wait for your number", columns=12),
    "code page": lambda p: p.charcode("CP852"),
}
PRINTS = ("text", "qr", "chinese", "ean", "code", "itf", "upc", "codabar", "gs1", "soft")


@pytest.mark.parametrize("call", ESCPOS_CALLS)
def test_nothing_that_python_escpos_sends_brings_the_parser_out_of_step(call, capsys):
    PICTURE.paste(255, (10, 5, 50, 20))
    data = escpos(ESCPOS_CALLS[call])
    commands, parser = parse(data + b"\x1b@END\n")
    assert b"".join(command.raw for command in commands) == data + b"\x1b@END\n"
    assert [c.name for c in commands[-5:]] == ["ESC @", "text", "text", "text", "LF"]
    stray = [c for c in commands if c.name == "unknown" and c.raw not in (b"\x0b", b"\x00")]
    assert not stray and not len(parser)
    if call.startswith(PRINTS) and call != "code page":
        left, top, right, bottom = box(ink(data + b"\n"))
        assert 0 < right - left <= 576 and bottom - top >= 10


def test_the_three_ways_to_send_a_picture_print_the_same_dots():
    picture = Image.new("1", (64, 48), 1)
    picture.paste(0, (8, 3, 40, 44))
    picture.paste(1, (20, 10, 30, 30))
    ways = ("bitImageRaster", "graphics", "bitImageColumn")
    prints = [ink(escpos(lambda p, way=way: p.image(picture, impl=way))) for way in ways]
    shapes = [printed.crop(box(printed)) for printed in prints]
    assert shapes[0].size == (32, 41)
    assert [shape.tobytes() for shape in shapes] == [shapes[0].tobytes()] * 3


def test_a_native_qr_code_keeps_its_error_correction():
    def side(level: int) -> int:
        left, _, right, _ = box(
            ink(escpos(lambda p: p.qr("H" * 60, native=True, size=4, ec=level)))
        )
        return right - left

    assert side(0) < side(3)


# -- characters --------------------------------------------------------------------------------


def test_code_pages_and_national_sets_show_their_own_characters():
    pound = ink(b"\x1c.\x1bt\x02\x9c\n")  # code page 850
    assert pound.tobytes() == ink(b"\x1c.\x1bt\x10\xa3\n").tobytes()  # Windows-1252
    assert pound.tobytes() == ink(b"\x1bR\x03#\n").tobytes()  # the British set
    assert pound.tobytes() != ink(b"#\n").tobytes()


def test_fonts_differ_in_what_chinese_they_hold():
    rare, common = "𠮷".encode("gb18030"), "好".encode("gbk")
    build = {rom: Build.of(WIDE, rom=rom) for rom in Rom}
    assert box(ink(rare + b"\n", build[Rom.GB18030]))[2] <= 24
    assert box(ink(rare + b"\n", build[Rom.GBK]))[2] > 24  # rubbish and two digits
    assert (
        ink(common + b"\n", build[Rom.NONE]).tobytes() == ink(b"\x1c." + common + b"\n").tobytes()
    )
    late = Build.of(WIDE, chinese_at_start=False)
    assert ink(common + b"\n", late).tobytes() != ink(common + b"\n").tobytes()
    assert ink(b"\x1c&" + common + b"\n", late).tobytes() == ink(common + b"\n").tobytes()


def test_a_small_font_an_underline_and_spaces_are_drawn():
    assert box(ink(b"\x1bM\x01" + b"M" * 64 + b"\n"))[3] < 30  # 64 x 9 dots are one line
    assert box(ink(b"M" * 49 + b"\n"))[3] > 30  # 49 x 12 are two
    underlined = ink(b"\x1b-\x02M M\n")
    assert underlined.crop((0, 22, 36, 24)).getextrema() == (255, 255)
    wide = box(ink(b"\x1b \x0aMM\n"))
    assert wide[2] - box(ink(b"MM\n"))[2] == 10


def test_margins_tabs_and_positions_place_what_follows():
    assert box(ink(b"\x1dL\x64\x00\x1bt\x10\xb1\n"))[0] >= 100
    assert box(ink(b"\x1dL\x64\x00\x1dW\x30\x00MMMMM\n"))[2] <= 148
    tabbed, moved = box(ink(b"\tM\n")), box(ink(b"\x1b$\x60\x00M\n"))
    assert tabbed == moved and tabbed[0] >= 96
    assert box(ink(b"\x1bD\x04\x10\x00\t\tM\n"))[0] >= 16 * 12
    right = box(ink(b"\x1ba\x02M\n"))
    assert right[0] >= 576 - 12


def test_a_line_upside_down_is_turned_as_a_whole():
    upright = ink(b"\x1ba\x02Hall 1\n").crop((0, 0, 576, 24))
    turned = ink(b"\x1b{\x01\x1ba\x02Hall 1\n").crop((0, 0, 576, 24))
    assert turned.tobytes() == upright.transpose(Image.Transpose.ROTATE_180).tobytes()
    assert ink(b"\x1b{\x01\x1b{\x00A\n").tobytes() == ink(b"A\n").tobytes()


# -- bar codes ---------------------------------------------------------------------------------


def shape(pattern: str) -> list[bool]:
    """Wide or narrow, bar by bar and gap by gap."""
    runs, last = [], ""
    for module in pattern.strip("0"):
        runs = [*runs[:-1], runs[-1] + 1] if module == last else [*runs, 1]
        last = module
    return [run > min(runs) for run in runs]


@pytest.mark.parametrize(
    ("m", "name", "data"),
    [
        (67, "ean13", b"690123456789"),
        (2, "ean13", b"6901234567892"),
        (68, "ean8", b"1234567"),
        (65, "upca", b"01234567890"),
    ],
)
def test_retail_codes_are_those_of_an_independent_encoder(m, name, data):
    expected = python_barcode.get(name, data.decode()).build()[0]
    assert bars(m, data)[0] == expected.strip("0")


def test_the_other_codes_are_those_of_an_independent_encoder():
    code39 = python_barcode.codex.Code39("ABC-1 $/+%Z90", add_checksum=False)
    assert bars(69, b"ABC-1 $/+%Z90")[0] == code39.build()[0]
    code128 = python_barcode.codex.Code128("Hall-F02a")
    assert bars(73, b"{BHall-F02a")[0] == code128.build()[0]
    digits = python_barcode.codex.Code128("123456")
    assert bars(73, b"{C\x0c\x22\x38")[0] == digits.build()[0]
    itf, codabar = python_barcode.get("itf", "123456"), python_barcode.get("codabar", "A12-3B")
    assert shape(bars(70, b"123456")[0]) == shape(itf.build()[0])
    assert shape(bars(71, b"A12-3B")[0]) == shape(codabar.build()[0])


@pytest.mark.parametrize("given", [b"1234567", b"12345670", b"12345600007", b"123456000070"])
def test_a_short_retail_code_is_that_of_the_long_one(given):
    """Drawn as zint does it."""
    drawn = "101001001101111010100011011100100001010010001010101"
    assert bars(66, given) == (drawn, "12345670")


@pytest.mark.parametrize("given", [b"123456", b"0123456", b"01234565", b"01234500006"])
def test_a_short_retail_code_may_leave_out_what_can_be_reckoned(given):
    assert bars(66, given)[1] == "01234565"


def test_code93_has_the_check_characters_of_other_encoders():
    drawn = "1010111101101010001101001001010010001010001001100101101110101001010111101"
    assert bars(72, b"AB12")[0] == drawn
    every = bytes(range(128))
    assert all(len(bars(72, bytes((sign,)))[0]) in (46, 55) for sign in every)
    patterns = {bars(72, bytes((sign,)))[0] for sign in every}
    assert len(patterns) == 128


def test_gs1_128_begins_with_its_sign_and_chooses_the_shortest_sets():
    for data in ("0104006381333931", "010400638133393110ABC123"):
        assert bars(74, data.encode())[0] == python_barcode.codex.Gs1_128(data).build()[0]
    shown = bars(74, b"{B(01)04006381333931")
    assert shown == (bars(74, b"0104006381333931")[0], "(01)04006381333931")


@pytest.mark.parametrize(
    "data",
    [b"\x1dkC\x03abc", b"\x1dkE\x01\xff", b"\x1dkI\x02{Z", b"\x1dkI\x00", b"\x1dkB\x0812345671"],
)
def test_data_that_a_code_cannot_hold_prints_nothing(data):
    assert ink(data).getbbox() is None


def test_a_code_that_is_too_wide_for_the_paper_is_not_printed():
    assert ink(b"\x1dw\x06\x1dkE\x14" + b"A" * 20).getbbox() is None


# -- any bytes ---------------------------------------------------------------------------------

KNOWN = [bytes((prefix, ord(letter))) for prefix, letters in FIXED.items() for letter in letters]
SIZED = [
    b"\x1b*",
    b"\x1bD",
    b"\x1b&",
    b"\x1cg",
    b"\x1cq",
    b"\x1dv",
    b"\x1dQ",
    b"\x1d8",
    b"\x1dD",
    b"\x1d*",
]
SIZED += [b"\x1dV", b"\x1dk", b"\x1dC", b"\x1d(k", b"\x1d(L", b"\x1d(H"]
commands_by_chance = st.builds(
    lambda head, rest: head + rest,
    st.sampled_from(KNOWN) | st.sampled_from(SIZED),
    st.binary(max_size=12) | st.lists(st.integers(0, 3), max_size=40).map(bytes),
)
pictures = st.builds(
    lambda across, down, part: (
        b"\x1dv0\x00" + bytes((across, 0, down, 0)) + bytes(across * down * part // 4)
    ),
    st.integers(0, 3),
    st.integers(0, 20),
    st.integers(0, 4),
)
STREAMS = st.lists(commands_by_chance | pictures | st.binary(max_size=30), max_size=12).map(
    b"".join
)


@given(STREAMS, st.lists(st.integers(0, 400), max_size=5))
def test_commands_do_not_depend_on_how_bytes_arrive(data, cuts):
    whole, rest = parse(data)
    some = [0, *sorted(min(cut, len(data)) for cut in cuts), len(data)]
    for edges in (some, range(len(data) + 1)):
        parser, found = Parser(), []
        for start, end in pairwise(edges):
            parser.feed(data[start:end])
            while command := parser.next():
                found.append(command)
        assert found == whole
        assert len(parser) == len(rest)


@pytest.fixture(scope="module")
def hardy():
    device = VirtualPrinter(WIDE, speed=1e6)
    yield device
    device.stop()


def executed(device: VirtualPrinter, data: bytes) -> None:
    """Everything that is whole in `data`; its rest is forgotten."""
    device.receive(data, lambda reply: None)
    half, deadline = len(parse(data)[1]), time.monotonic() + 5
    while device.panel.buffered != half or device.panel.printing:
        assert time.monotonic() < deadline, data
        time.sleep(0.0005)
    device.set_power(False)
    device.set_power(True)


def prints_and_answers(device: VirtualPrinter) -> bool:
    heard = bytearray()
    device.receive(b"\x1b@A\n\x1dr\x01", heard.extend)
    return device.wait_for(lambda: heard == b"\x00", 30)


@settings(max_examples=60)
@given(STREAMS)
def test_no_bytes_at_all_can_stop_the_printer(hardy, data):
    executed(hardy, data)
    assert prints_and_answers(hardy)


def test_no_command_of_the_table_can_stop_the_printer(hardy):
    for command in KNOWN:
        size = FIXED[command[0]][chr(command[1])]
        for value in (0, 1, 255):
            executed(hardy, command + bytes((value,)) * size)
    assert prints_and_answers(hardy)


@given(STREAMS)
def test_no_commands_at_all_can_stop_the_head(data):
    assert slip_png(data + bytes(600), WIDE).width == 576
    commands, parser = parse(data)
    kept = b"".join(command.raw for command in commands)
    assert kept + data[len(kept) :] == data
    assert len(parser) <= len(data)


def test_every_command_of_the_table_can_be_executed_whatever_its_parameters():
    for value in (0, 1, 48, 255):
        for prefix, letters in FIXED.items():
            for letter, size in letters.items():
                data = bytes((prefix, ord(letter))) + bytes((value,)) * size
                (command,) = parse(data)[0][:1]
                list(Head(WIDE).execute(command))


@pytest.mark.parametrize(
    ("announced", "blocks"),
    [
        (b"\x1dv0\x00\xff\xff\xff\xff", 40),
        (b"\x1d8L\xff\xff\xff\xff0p", 40),
        (b"\x1cq\xff\xff\xff\xff\xff", 40),
        (b"\x1b*\x21\xff\xff", 2),
        (b"\x1d*\xff\xff", 7),
    ],
)
def test_a_huge_announcement_is_swallowed_in_little_memory(announced, blocks):
    parser, head = Parser(), Head(WIDE)
    tracemalloc.start()
    try:
        parser.feed(announced)
        for _ in range(blocks):
            parser.feed(bytes(65536))
            while command := parser.next():
                for band in head.execute(command):
                    assert band.width == 576
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8_000_000


def test_status_is_answered_in_the_middle_of_a_picture_without_end():
    heard = bytearray()
    device = VirtualPrinter(WIDE, speed=100_000)
    try:
        device.receive(b"\x1dv0\x00\xff\xff\xff\xff" + bytes(500), heard.extend)
        device.receive(b"\x10\x04\x01", heard.extend)
        assert heard == b"\x12"
    finally:
        device.stop()
