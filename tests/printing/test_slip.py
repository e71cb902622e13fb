"""What a slip says and how it stands on the paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from common.domain.slip import SlipFacts
from common.domain.slip_template import Align
from common.domain.text import Language, Text
from common.printing.document import Line
from common.printing.profile import load_profile
from common.printing.slip import counter_ranges, lay_out_slip, slip_bytes
from common.printing.virtual.picture import slip_png

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = pytest.mark.parametrize("language", list(Language))
PAPERS = pytest.mark.parametrize("profile", ["generic-80", "generic-58", "epson-tm-t88"])


@LANGUAGES
@PAPERS
def test_the_slip_is_byte_for_byte_the_reviewed_one(facts, profile, language):
    """After a wanted change: look at the new pictures, then keep them (tests/printing/golden)."""
    model = load_profile(profile)
    data = slip_bytes(facts, model, language)
    stem = GOLDEN / f"{profile}-{language}"
    assert data == stem.with_suffix(".bin").read_bytes()
    with Image.open(stem.with_suffix(".png")) as picture:
        reviewed = picture.convert("1")
    drawn = slip_png(data, model)
    assert drawn.size == reviewed.size
    difference = ImageChops.logical_xor(drawn, reviewed)
    # Another FreeType may round a few edges differently; a changed word is thousands of dots.
    assert difference.histogram()[255] < 400


def test_a_chinese_slip_says_everything(facts, read):
    reading = read(slip_bytes(replace(facts, reprint=True), load_profile("generic-80"), "zh"))
    said = [line[0] for line in reading.lines]
    for words in (
        "示范区政务服务中心",
        "二楼 F区  窗口 F01-F04",
        "业务 养老保险关系转移接续",
        "前面等候 7人  约12-18分钟",
        "取号 2026-11-23 09:41:07",
        "[绿色通道] [预约 09:30-10:00] [补打]",
        "需带 身份证；缴费凭证",
        "请在等候区留意屏幕与语音",
        "叫号3次未到按过号处理，可在导办台恢复一次",
        "监督电话 000-12345678",
    ):
        assert words in said
    assert ("FA006", 1, 4, 4, True) in reading.lines
    assert reading.qr == "FA006-7K3M9P"
    assert reading.cut == b"\x1dVB\x18"


def test_an_english_slip_reads_as_english(facts, read):
    reading = read(slip_bytes(facts, load_profile("generic-80"), "en"))
    for words in (
        "Service: Transfer of pension insurance",
        "Floor 2, Zone F",
        "Windows F01-F04",
        "7 people ahead of you  about 12-18 min",
        "Issued: 23 Nov 2026 09:41:07",
        "[Green channel] [Appointment 09:30-10:00]",
        "Bring: ID card; Proof of payment",
        "Complaints: 000-12345678",
    ):
        assert words in [line[0] for line in reading.lines]
    assert reading.text.isascii()


@pytest.mark.parametrize(
    ("ahead", "zh", "en"),
    [
        (0, "前面无人等候", "No one ahead of you"),
        (1, "前面等候 1人", "1 person ahead of you"),
        (12, "前面等候 12人", "12 people ahead of you"),
    ],
)
def test_people_ahead_are_counted_in_good_language(facts, ahead, zh, en, read):
    alone = replace(facts, ahead=ahead, wait_minutes=None)
    for language, words in (("zh", zh), ("en", en)):
        reading = read(slip_bytes(alone, load_profile("generic-80"), language))
        assert words in [line[0] for line in reading.lines]
        assert "分钟" not in reading.text and "min" not in reading.text


def test_a_hall_without_lettered_zones_names_the_zone(facts, read):
    for language, words in (("zh", "二楼 人社社保区"), ("en", "Floor 2, Human")):
        data = slip_bytes(replace(facts, zone_code=""), load_profile("generic-80"), language)
        assert words in read(data).text


def test_a_wait_without_spread_is_one_number(facts, read):
    said = read(slip_bytes(replace(facts, wait_minutes=(5, 5)), load_profile("generic-80"), "zh"))
    assert "约5分钟" in said.text


@pytest.mark.parametrize(
    ("counters", "drawn"),
    [
        ((), []),
        (("F01",), ["F01"]),
        (("F01", "F02"), ["F01", "F02"]),
        (("F01", "F02", "F03", "F07", "F09", "F10", "F11"), ["F01-F03", "F07", "F09-F11"]),
        (("A9", "A10", "大厅"), ["A9", "A10", "大厅"]),
    ],
)
def test_neighbouring_counters_are_drawn_together(counters, drawn):
    assert counter_ranges(counters) == drawn


@pytest.mark.parametrize(("number", "size"), [("FA006", 4), ("FA1000", 4), ("FAB100000", 3)])
def test_the_number_is_as_large_as_the_paper_allows(facts, number, size):
    lines = lay_out_slip(replace(facts, number=number), 32, Language.ZH).blocks
    assert Line(number, Align.CENTER, size, size, True) in lines


def test_the_default_slip_is_short_on_a_9600_baud_line(facts):
    plain = replace(facts, marks=())
    data = slip_bytes(plain, load_profile("generic-80"), Language.ZH)
    assert len(data) <= 345  # 0.36 s


WORDS = st.builds(Text, zh=st.text(max_size=80), en=st.text(max_size=80))
FACTS = st.builds(
    SlipFacts,
    hall=WORDS,
    number=st.text(max_size=20),
    services=st.lists(WORDS, max_size=4).map(tuple),
    queue=WORDS,
    zone_code=st.text(max_size=3),
    zone=WORDS,
    floor=st.integers(-3, 120),
    counters=st.lists(st.text(max_size=6), max_size=30).map(tuple),
    ahead=st.integers(0, 5000),
    wait_minutes=st.none() | st.tuples(st.integers(0, 99), st.integers(0, 999)),
    issued_at=st.datetimes(timezones=st.timezones()),
    marks=st.lists(WORDS, max_size=4).map(tuple),
    bring=st.lists(WORDS, max_size=6).map(tuple),
    rules=st.lists(WORDS, max_size=4).map(tuple),
    code=st.text("ABCDEFGH0123456789-", min_size=1, max_size=40),
    phone=st.text(max_size=30),
    reprint=st.booleans(),
)


@given(FACTS, st.sampled_from((32, 42, 48)), st.sampled_from(list(Language)))
def test_no_line_of_any_slip_overflows_the_paper(facts, columns, language):
    for block in lay_out_slip(facts, columns, language).blocks:
        if isinstance(block, Line):
            assert block.columns <= columns
            assert not [c for c in block.text if category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")]


@pytest.mark.parametrize("profile", ["generic-80", "generic-58"])
@settings(max_examples=25)
@given(facts=FACTS)
def test_any_slip_is_understood_by_another_reader(profile, facts, read):
    reading = read(slip_bytes(facts, load_profile(profile), Language.EN))
    dots = load_profile(profile).dots
    assert all(width <= dots for width, _ in reading.rasters)
    assert reading.cut is not None
