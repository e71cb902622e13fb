"""The slip as the hall file describes it: read, kept, and refused where it cannot be printed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from common import operations
from common.domain.ids import ClassCode, TicketId
from common.domain.slip_template import DEFAULT_TEMPLATE, Align, Block, Shows, Style
from common.domain.text import Language, Text
from common.operations.hall_changes import apply_hall, differences
from common.operations.hall_file import HallFile, HallFileWrong, read_hall_file
from common.resources import resource
from tests.quick_reading import read_quickly

DEMO = resource("demo", "hall.yaml").read_text("utf-8")
SMALL = """\
hall: {code: SMALL, name: &n {zh: 小厅, en: Small}, address: *n, time_zone: UTC, phone: "0"}
calendar: {days: {monday: [{from: "09:00", to: "12:00"}]}}
zones: [{code: A, floor: 1, name: *n}]
departments: [{code: D1, name: *n}]
queues: [{code: QA, zone: A, name: *n}]
priority_classes: [{code: P0, head_start_minutes: 0, name: *n}]
services: [{code: S1, queue: QA, department: D1, service_minutes: 5, promised_days: 0, name: *n}]
counters: [{code: A01, zone: A, kind: department, queues: [QA], name: *n}]
"""
BEGIN = len(SMALL.splitlines()) + 1
"""The line on which the section stands."""

Read = Callable[..., HallFile]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """A small hall with this slip section, or the demonstration hall with it."""
    read_quickly(monkeypatch)

    def read(section: str, hall: str = SMALL) -> HallFile:
        file = tmp_path / "hall.yaml"
        file.write_text(f"{hall}slip:\n{section}", "utf-8")
        return read_hall_file(file)

    return read


@pytest.fixture
def faults(read: Read) -> Callable[[str], dict[int, str]]:
    """What is said, in English, about each line of the section, counted from 1."""

    def faults(section: str) -> dict[int, str]:
        with pytest.raises(HallFileWrong) as caught:
            read(section)
        problems = caught.value.facts["problems"]
        assert all(problem.message.zh for problem in problems)
        return {problem.line - BEGIN: problem.message.en for problem in problems}

    return faults


def draw_logo(file: Path, size: tuple[int, int] = (120, 80)) -> None:
    """A dark disc on nothing, with air around it."""
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    edge = ((10, 10), (size[0] - 11, size[1] - 11))
    ImageDraw.Draw(picture).ellipse(edge, fill=(20, 30, 90, 255))
    picture.save(file)


FULL = """\
  logo: logo.png
  printers: [generic-80, generic-58]
  blocks:
    - logo
    - number
    - {show: place, size: 2x1, bold: true, align: right}
    - {row: [ahead, wait]}
    - {show: bring, label: {zh: 请带, en: You need}}
    - {show: text, text: {zh: 请安静, en: Quiet please}}
    - marks
  variants:
    - {paper: narrow, language: en, blocks: [number, marks]}
"""


def test_a_section_becomes_the_halls_template(read, tmp_path):
    draw_logo(tmp_path / "logo.png")
    slip = read(FULL).hall.slip
    assert slip.blocks == (
        Block((Shows.LOGO,), Style(align=Align.CENTER)),
        Block((Shows.NUMBER,), Style(4, 4, bold=True, align=Align.CENTER)),
        Block((Shows.PLACE,), Style(2, 1, bold=True, align=Align.RIGHT)),
        Block((Shows.AHEAD, Shows.WAIT)),
        Block((Shows.BRING,), label=Text("请带", "You need")),
        Block((Shows.TEXT,), text=Text("请安静", "Quiet please")),
        Block((Shows.MARKS,), Style(bold=True)),
    )
    (variant,) = slip.variants
    assert (variant.narrow, variant.language) == (True, Language.EN)
    assert slip.printers == ("generic-80", "generic-58")
    assert (slip.logo.width, slip.logo.height) == (104, 60)
    assert read("  blocks: [number, marks]\n").hall.slip.logo is None


def test_a_hall_that_says_nothing_has_the_usual_slip(demo_file):
    assert demo_file.hall.slip == DEFAULT_TEMPLATE


def test_what_is_applied_is_what_the_slip_of_the_next_number_looks_like(hall_store, read, tmp_path):
    draw_logo(tmp_path / "logo.png")
    file = read(FULL, DEMO)
    told = [(change.section, change.code) for change in apply_hall(hall_store, file)]
    assert told == [("slip", part) for part in ("blocks", "variants", "printers", "logo")]
    assert operations.hall(hall_store).slip == file.hall.slip
    assert differences(hall_store, file) == ()
    number = operations.issue(
        hall_store, ["FA002"], ticket=TicketId(operations.new_id()), priority=ClassCode("P0")
    ).number
    assert operations.slip_facts(hall_store, number).template == file.hall.slip
    plain = replace(file, hall=replace(file.hall, slip=DEFAULT_TEMPLATE))
    apply_hall(hall_store, plain)
    assert operations.hall(hall_store).slip == DEFAULT_TEMPLATE


def test_a_logo_says_what_it_costs(hall_store, read, tmp_path):
    draw_logo(tmp_path / "logo.png")
    (logo,) = [
        change for change in differences(hall_store, read(FULL, DEMO)) if change.code == "logo"
    ]
    assert logo.details == (
        "104 x 60 dots",
        "780 bytes",
        "0.8 s at 9600 baud",
        "0.1 s at 115200 baud",
    )


FAULTS = {
    "no such thing": ("- nmber", "choose from 'hall', 'number'"),
    "neither thing nor row": ("- {size: 2}", "give it either show"),
    "both": ("- {show: qr, row: [zone, wait]}", "give it either show"),
    "a row of one": ("- {row: [zone]}", "needs 2 or more"),
    "a row with a picture": ("- {row: [zone, qr]}", "choose from 'hall'"),
    "size nine": ("- {show: phone, size: 9}", "from 1 to 8"),
    "size of words": ("- {show: phone, size: large}", "from 1 to 8"),
    "words of nothing": ("- {show: text}", "text: {zh, en} belong together"),
    "words elsewhere": ("- {show: qr, text: {zh: 甲, en: A}}", "belong together"),
    "label of a picture": ("- {show: qr, label: {zh: 甲, en: A}}", "this has no label"),
    "logo without a file": ("- logo", "add logo: NAME.png under slip"),
    "number too large": ("- {show: number, size: 8}", "use size: 5 or smaller"),
    "label too wide": ("- {show: bring, size: 4, label: {zh: 甲, en: A}}", "size: 2 or smaller"),
    "word too wide": (
        "- {show: text, size: 4, text: {zh: 甲, en: Administration}}",
        "'Administration' at 4 times the width takes 56 columns",
    ),
    "word too wide at any size": (
        "- {show: text, text: {zh: 甲, en: " + "Donau" * 8 + "}}",
        "make it shorter",
    ),
}


@pytest.mark.parametrize(("block", "words"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_is_told_with_its_line(faults, block, words):
    told = faults(f"  blocks:\n    - number\n    - marks\n    {block}\n")
    assert list(told) == [4]
    assert words in told[4]


def test_what_fits_the_printers_in_use_is_no_fault(read, faults):
    section = "  blocks: [{show: number, size: 6}, marks]\n"
    assert "QA9999" in faults(section)[1]
    assert read("  printers: [generic-80, epson-tm-t88]\n" + section).hall.slip.printers
    assert "did you mean generic-80?" in faults("  printers: [generic-8]\n" + section)[1]


def test_a_name_with_a_word_wider_than_the_paper_is_refused(read):
    long = SMALL.replace("en: Small}", "en: " + "Donau" * 7 + "}")
    with pytest.raises(HallFileWrong) as caught:
        read("  printers: []\n", long)
    assert "part it with a space" in caught.value.facts["problems"][0].message.en
    assert read("  printers: [generic-80]\n", long)


def test_a_variant_for_narrow_paper_frees_the_wide_one(read):
    read(
        "  blocks: [{show: number, size: 6}, marks]\n"
        "  variants:\n    - {paper: narrow, blocks: [{show: number, size: 5}, marks]}\n"
    )


def test_a_slip_without_its_number_or_its_marks_is_refused_in_every_variant(faults):
    told = faults("  blocks: [qr, marks]\n  variants:\n    - {paper: wide, blocks: [number]}\n")
    assert "number is missing" in told[1]
    assert "marks is missing" in told[3]


def test_variants_need_conditions_and_different_ones(faults):
    one = "    - {language: en, blocks: [number, marks]}\n"
    told = faults(f"  variants:\n{one}{one}    - {{blocks: [number, marks]}}\n")
    assert "the same conditions" in told[3]
    assert "say for which paper" in told[4]


def test_a_logo_that_cannot_be_printed_says_why(faults, tmp_path):
    section = "  logo: logo.png\n  blocks: [logo, number, marks]\n"
    file = tmp_path / "logo.png"
    assert "cannot be read" in faults(section)[1]
    file.write_text("no picture")
    assert "is no PNG picture" in faults(section)[1]
    Image.new("RGB", (50, 50), "white").save(file)
    assert "nothing dark" in faults(section)[1]
    draw_logo(file, (320, 240))
    assert "8360 bytes: 8.7 s more for each slip" in faults(section)[1]
    draw_logo(file, (470, 80))
    assert "the logo is 456 dots wide" in faults(section)[2]
    draw_logo(file, (4100, 30))
    assert "too large" in faults(section)[1]
    draw_logo(file)
    file.write_bytes(file.read_bytes()[:80])
    assert "logo.png" in faults(section)[1]
    assert "without folder" in faults(section.replace("logo.png", "../logo.png"))[1]
    draw_logo(file)
    assert "nothing shows the logo" in faults("  logo: logo.png\n")[1]


def test_a_damaged_picture_is_a_fault_and_never_a_crash(faults, read, tmp_path):
    """The file may come from anywhere: three bytes of it are changed, 40 times."""
    section = "  logo: logo.png\n  blocks: [logo, number, marks]\n"
    file = tmp_path / "logo.png"
    draw_logo(file)
    good, chance = file.read_bytes(), random.Random(7)
    for _ in range(40):
        bad = bytearray(good)
        for _ in range(3):
            bad[chance.randrange(8, len(bad))] = chance.randrange(256)
        file.write_bytes(bad)
        try:
            assert read(section).hall.slip.logo
        except HallFileWrong as error:
            assert "logo.png" in error.facts["problems"][0].message.en
