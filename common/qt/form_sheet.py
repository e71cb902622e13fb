"""Filled forms on A4: laid out once, then drawn on a printer, into a PDF, or as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from common.domain.forms import FormPaper
from common.domain.text import Language, Text
from common.qt.form_ink import Ink, mm
from common.qt.form_sheet_blocks import GAP, Block, Edited, Head, Heading, Office, blocks_of

PAGE = (mm(210), mm(297))
"""A4 in the units of the drawing."""
_LEFT, _TOP, _BOTTOM = mm(20), mm(14), mm(18)
_WIDTH = PAGE[0] - 2 * _LEFT
_RUNNING_HEAD = mm(10)
_PDF_DOTS = 1200


@dataclass(frozen=True, slots=True)
class _Placed:
    block: Block
    top: float


@dataclass(frozen=True, slots=True)
class _Page:
    paper: FormPaper
    first: bool
    """The first of its form: it has the whole heading."""
    placed: tuple[_Placed, ...]


class FormSheet:
    """The pages of one errand's forms, each form on pages of its own, numbered through.

    It holds what people wrote: let go of it as soon as it is drawn. Needs the bundled fonts; may be
    made and drawn in any thread.
    """

    def __init__(
        self,
        papers: Sequence[FormPaper],
        head: Head,
        family: str,
        language: Language,
        *,
        edited: Sequence[Edited] = (),
        for_counter: bool = True,
    ) -> None:
        """`edited` is what clerks changed; with `for_counter` there is room for what the counter
        writes."""
        self._head, self._ink = head, Ink(family, language)
        self._pages: list[_Page] = []
        for paper in papers:
            self._lay_out(paper, edited, for_counter)

    @property
    def page_count(self) -> int:
        return len(self._pages)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw a page, from 0, in the units of `PAGE`."""
        shown = self._pages[page]
        if not shown.first:
            self._draw_running_head(painter, shown.paper)
        for placed in shown.placed:
            placed.block.draw(painter, _LEFT, placed.top, _WIDTH)
        self._draw_foot(painter, page)

    def _lay_out(self, paper: FormPaper, edited: Sequence[Edited], for_counter: bool) -> None:
        heading: Block = Heading(paper, self._head, self._ink)
        blocks = [heading, *blocks_of(paper, self._head, edited, self._ink, _WIDTH)]
        if for_counter:
            blocks.append(Office(self._head, self._ink))
        limit = PAGE[1] - _BOTTOM
        placed: list[_Placed] = []
        first, top = True, float(_TOP)
        for place, block in enumerate(blocks):
            height = block.height(_WIDTH)
            following = (
                blocks[place + 1].height(_WIDTH) if block.keep and place + 1 < len(blocks) else 0
            )
            if placed and top + height + following > limit:
                self._pages.append(_Page(paper, first, tuple(placed)))
                placed, first, top = [], False, float(_TOP + _RUNNING_HEAD)
                if block is GAP:
                    continue
            placed.append(_Placed(block, top))
            top += height
        self._pages.append(_Page(paper, first, tuple(placed)))

    def _draw_running_head(self, painter: QPainter, paper: FormPaper) -> None:
        ink = self._ink
        place = QRectF(_LEFT, _TOP, _WIDTH, mm(6))
        ink.write(painter, place, paper.name.say(ink.language), ink.small)
        ink.write(painter, place, self._head.code, ink.small, Qt.AlignmentFlag.AlignRight)

    def _draw_foot(self, painter: QPainter, page: int) -> None:
        ink, language = self._ink, self._ink.language
        top = PAGE[1] - mm(12)
        ink.rule(painter, _LEFT, top, _WIDTH)
        place = QRectF(_LEFT, top + mm(1), _WIDTH, mm(5))
        ink.write(painter, place, self._head.hall, ink.small)
        pages = _PAGE_OF.say(language).format(page=page + 1, pages=self.page_count)
        ink.write(painter, place, pages, ink.small, Qt.AlignmentFlag.AlignHCenter)
        ink.write(painter, place, self._head.made, ink.small, Qt.AlignmentFlag.AlignRight)


_PAGE_OF = Text(zh="第 {page} 页，共 {pages} 页", en="Page {page} of {pages}")


def set_page(device: QPagedPaintDevice) -> bool:
    """Ask for A4, upright, to its very edges."""
    whole = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
    )
    return device.setPageLayout(whole)


def draw_on(sheet: FormSheet, device: QPagedPaintDevice) -> bool:
    """Draw every page; False when the device takes none, as a printer that is gone does."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = device.width() / PAGE[0]
    for page in range(sheet.page_count):
        if page and not device.newPage():
            painter.end()
            return False
        painter.save()
        painter.scale(scale, scale)
        sheet.draw(painter, page)
        painter.restore()
    return painter.end()


def pdf_bytes(sheet: FormSheet, title: str) -> bytes:
    """All pages as a PDF with its fonts inside; `title` must tell nothing of a person."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DOTS)
    writer.setTitle(title)
    writer.setCreator("jiaohao")
    set_page(writer)
    draw_on(sheet, writer)
    buffer.close()
    return bytes(content.data())


def page_picture(sheet: FormSheet, page: int, width: int) -> QImage:
    """A page as it will be on paper, `width` dots wide."""
    height = round(width * PAGE[1] / PAGE[0])
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(width / PAGE[0], width / PAGE[0])
    sheet.draw(painter, page)
    painter.end()
    return picture
