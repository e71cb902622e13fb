"""Filled forms on A4: nothing is lost, cut, or parted from its title."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from common.demo.filled_forms import filled_in
from common.domain.forms import FieldKey, masked, paper_of, sheet_of
from common.domain.text import Language
from common.operations.form_files import read_forms
from common.qt.fonts import register_fonts
from common.qt.form_ink import mm
from common.qt.form_sheet import PAGE, FormSheet, page_picture, pdf_bytes
from common.qt.form_sheet_blocks import Band, Edited, Head

NOW = datetime(2026, 11, 23, 10, 5, tzinfo=ZoneInfo("Asia/Shanghai"))
HEAD = Head("示范市政务服务中心", "7K4MQX", "A012", "2026年11月23日 10:05", "2026年11月23日", "A02")
MOBILE, NAME = FieldKey("applicant.mobile"), FieldKey("applicant.name")


@pytest.fixture(scope="module")
def book():
    return read_forms().book


@pytest.fixture
def family(qapp) -> str:
    return register_fonts()


@pytest.fixture
def sheet_for(book, family):
    def sheet_for(*codes, language=Language.ZH, answers=(), hidden=False, edits=()):
        filled = filled_in(book, codes, NOW)
        papers = [
            paper_of(
                sheet_of(book, [book.forms[code]], filled.services),
                {**filled.answers, **dict(answers)},
                NOW.date(),
                edited=[MOBILE] if edits else (),
                masked=hidden,
            )
            for code in codes
        ]
        return FormSheet(papers, HEAD, family, language, edited=edits)

    return sheet_for


def words_of(sheet, tmp_path) -> list[str]:
    file = tmp_path / "form.pdf"
    file.write_bytes(pdf_bytes(sheet, "7K4MQX"))
    document = QPdfDocument()
    assert document.load(str(file)) is QPdfDocument.Error.None_
    return [plain(document.getAllText(page).text()) for page in range(document.pageCount())]


def plain(words: str) -> str:
    """Some characters share their shape with a radical, which Qt names in the PDF instead."""
    return unicodedata.normalize("NFKC", words).translate({0x2EDA: "页", 0x2EA0: "民"})


def test_the_pdf_says_all_that_was_filled_in(sheet_for, book, tmp_path):
    (page,) = words_of(sheet_for("F01"), tmp_path)
    for part in (
        HEAD.hall,
        book.forms["F01"].name.zh,
        "7K4MQX",
        "A012",
        "测试甲",
        "999999199003070012",
        "1990年3月7日",
        "第 1 页，共 1 页",
    ):
        assert plain(part) in page, part


def test_every_form_fits_its_pages_in_both_languages(sheet_for, book):
    for code in book.forms:
        for language in Language:
            sheet = sheet_for(code, language=language)
            for page in sheet._pages:
                bottoms = [one.top + one.block.height(mm(170)) for one in page.placed]
                assert max(bottoms) <= PAGE[1] - mm(18), (code, language)
                assert not isinstance(page.placed[-1].block, Band), "a title without its rows"


def test_a_long_answer_goes_on_and_pages_are_numbered_through(sheet_for, tmp_path):
    long = {FieldKey("applicant.live_addr"): "某区某街道" * 250}
    assert sheet_for("F01", answers=[*long.items()]).page_count >= 2
    pages = words_of(sheet_for("F01", "F02"), tmp_path)
    assert [
        plain(f"第 {at + 1} 页，共 {len(pages)} 页") in page for at, page in enumerate(pages)
    ] == [True] * len(pages)


def test_what_a_clerk_changed_is_marked_and_waits_for_the_person(sheet_for, book, tmp_path):
    edit = Edited("2026-11-23 10:40", "a02", book.fields[MOBILE].label)
    (page,) = words_of(sheet_for("F01", edits=[edit]), tmp_path)
    assert "13800138000 *" in page
    assert "申请人确认" in page
    (page,) = words_of(sheet_for("F01"), tmp_path)
    assert "申请人确认" not in page


def test_a_masked_sheet_shows_no_answer_and_no_signature(sheet_for, book, tmp_path):
    (page,) = words_of(sheet_for("F01", hidden=True), tmp_path)
    assert "999999199003070012" not in page and "13800138000" not in page
    assert masked("999999199003070012", book.fields[FieldKey("applicant.doc_no")].mask) in page
    plain, covered = (page_picture(sheet_for("F01", hidden=h), 0, 700) for h in (False, True))
    assert ink(plain, 0.63, 0.72) > 3 * ink(covered, 0.63, 0.72)


def ink(picture: QImage, above: float, below: float) -> int:
    """Dark dots where the signature stands."""
    width, height = picture.width(), picture.height()
    area = QRectF(width * 0.27, height * above, width * 0.3, height * (below - above)).toRect()
    part = picture.copy(area)
    return sum(
        part.pixelColor(x, y).lightness() < 100
        for x in range(part.width())
        for y in range(part.height())
    )
