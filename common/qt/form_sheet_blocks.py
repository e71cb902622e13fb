"""What a printed form is made of, from top to bottom. Each block knows its height and draws itself.

All lengths are what `common.qt.form_ink.mm` makes of millimetres.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from common.domain.forms import FormPaper
from common.domain.forms.paper import Cell, Consent
from common.domain.forms.signature import Signature
from common.domain.text import Language, Text
from common.qt.form_ink import Ink, draw_qr, draw_signature, mm

_PAD = mm(1.6)
_ROW = mm(9)
_BAND = mm(7)
_QR = mm(22)
_BOX = mm(3.4)
_SIGNATURE = (mm(66), mm(22))
"""Three to one, as the pad is."""
_LONG_VALUE = 0.96
"""Of the room of a half row; what is longer gets the whole width."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around the forms; nothing of it is personal."""

    hall: str
    code: str
    number: str = ""
    filled: str = ""
    """When it was filled in, as people read it."""
    signed: str = ""
    """The day of the signature."""
    made: str = ""
    """When the paper was made, and by whom."""
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """A change after the signature, for the person to confirm on paper."""

    at: str
    by: str
    field: Text


class Block(Protocol):
    @property
    def keep(self) -> bool:
        """Not to be parted from the next one by the end of a page."""

    def height(self, width: float) -> float: ...

    def draw(self, painter: QPainter, left: float, top: float, width: float) -> None: ...


class _Gap:
    keep = False

    def height(self, width: float) -> float:
        return mm(4)

    def draw(self, painter: QPainter, left: float, top: float, width: float) -> None:
        """White."""


GAP = _Gap()


class Heading:
    """Hall, title, number, and the QR that holds the code and nothing else."""

    keep = True

    def __init__(self, paper: FormPaper, head: Head, ink: Ink) -> None:
        self._paper, self._head, self._ink = paper, head, ink

    def height(self, width: float) -> float:
        return _QR + mm(13)

    def draw(self, painter: QPainter, left: float, top: float, width: float) -> None:
        ink, head, language = self._ink, self._head, self._ink.language
        centre, beside = Qt.AlignmentFlag.AlignHCenter, _QR + mm(4)
        middle = QRectF(left + beside, top + mm(1), width - 2 * beside, mm(6))
        ink.write(painter, middle, head.hall, ink.hall, centre)
        name = self._paper.name.say(language)
        title = QRectF(middle.left(), top + mm(7), middle.width(), mm(17))
        fits = ink.width(name, ink.title) <= title.width()
        ink.write(painter, title, name, ink.title if fits else ink.long_title, centre)
        draw_qr(painter, head.code, QRectF(left + width - _QR, top, _QR, _QR))
        under = QRectF(left + width - _QR - mm(4), top + _QR + mm(0.5), _QR + mm(8), mm(6))
        ink.write(painter, under, head.code, ink.code, centre)
        facts = [
            (_NUMBER, head.number),
            (_FILLED, head.filled),
            (_FORM, self._paper.code),
        ]
        line = "     ".join(f"{name.say(language)} {words}" for name, words in facts if words)
        below = QRectF(left, top + _QR + mm(2), width - _QR - mm(8), mm(6))
        ink.write(painter, below, line, ink.label)


class Band:
    """The title of a section."""

    keep = True

    def __init__(self, words: str, ink: Ink) -> None:
        self._words, self._ink = words, ink

    def height(self, width: float) -> float:
        return _BAND

    def draw(self, painter: QPainter, left: float, top: float, width: float) -> None:
        place = QRectF(left, top, width, _BAND)
        self._ink.frame(painter, place, shaded=True)
        self._ink.write(painter, place.adjusted(_PAD, 0, -_PAD, 0), self._words, self._ink.band)


class CellRow:
    """One field across the paper, or two beside each other."""

    keep = False

    def __init__(self, cells: Sequence[Cell], ink: Ink) -> None:
        self._cells, self._ink = tuple(cells), ink

    def height(self, width: float) -> float:
        return max(_ROW, *(self._needs(cell, width) for cell in self._cells))

    def _room(self, width: float) -> float:
        return width / len(self._cells) - self._ink.label_width

    def _needs(self, cell: Cell, width: float) -> float:
        ink = self._ink
        label = ink.needs(cell.label.say(ink.language), ink.label, ink.label_width - 2 * _PAD)
        value = ink.needs(_value(cell, ink.language), ink.value, self._room(width) - 2 * _PAD)
        return max(label, value) + 2 * _PAD

    def draw(self, painter: QPainter, left: float, top: float, width: float) -> None:
        ink, height, room = self._ink, self.height(width), self._room(width)
        for cell in self._cells:
            label = QRectF(left, top, ink.label_width, height)
            value = QRectF(left + ink.label_width, top, room, height)
            ink.frame(painter, label, shaded=True)
            ink.frame(painter, value)
            inner = (_PAD, 0, -_PAD, 0)
            ink.write(painter, label.adjusted(*inner), cell.label.say(ink.language), ink.label)
            words = _value(cell, ink.language)
            ink.write(painter, value.adjusted(*inner), words, ink.value)
            left += ink.label_width + room


def _value(cell: Cell, language: Language) -> str:
    words = cell.value.say(language)
    return f"{words} *" if cell.edited else words


class ConsentRow:
    """A box that was ticked, and the sentence beside it."""

    keep = False

    def __init__(self, consent: Consent, ink: Ink) -> None:
        self._consent, self._ink = consent, ink
        language = ink.language
        version = consent.version
        read = _VERSION.say(language).format(version=version) if version else ""
        self._words = f"{consent.tick.say(language)}　{consent.title.say(language)}{read}"

    def height(self, width: float) -> float:
        return max(
            mm(8), self._ink.needs(self._words, self._ink.label, self._room(width)) + 2 * _PAD
        )

    @staticmethod
    def _room(width: float) -> float:
        return width - _BOX - 4 * _PAD

    def draw(self, painter: QPainter, left: float, top: float, width: float) -> None:
        ink, height = self._ink, self.height(width)
        ink.frame(painter, QRectF(left, top, width, height))
        box = QRectF(left + _PAD, top + (height - _BOX) / 2, _BOX, _BOX)
        ink.frame(painter, box)
        if self._consent.version:
            painter.setPen(QPen(QColor(Qt.GlobalColor.black), mm(0.5)))
            at = (QPointF(0.18, 0.55), QPointF(0.42, 0.8), QPointF(0.85, 0.2))
            painter.drawPolyline(QPolygonF([box.topLeft() + point * _BOX for point in at]))
        place = QRectF(left + _BOX + 2.5 * _PAD, top, self._room(width), height)
        ink.write(painter, place, self._words, ink.label)


class SignatureRow:
    """The signature as it was drawn, and its day."""

    keep = False

    def __init__(self, signature: Signature | None, day: str, ink: Ink) -> None:
        self._signature, self._day, self._ink = signature, day, ink

    def height(self, width: float) -> float:
        return _SIGNATURE[1] + mm(4)

    def draw(self, painter: QPainter, left: float, top: float, width: float) -> None:
        ink, language, height = self._ink, self._ink.language, self.height(width)
        ink.frame(painter, QRectF(left, top, width, height))
        words = QRectF(left + _PAD, top, ink.label_width, height)
        ink.write(painter, words, _SIGNED.say(language), ink.label)
        pad = QRectF(left + ink.label_width, top + mm(2), *_SIGNATURE)
        if self._signature is not None:
            draw_signature(painter, self._signature, pad)
        day = QRectF(pad.right() + mm(8), top, width - (pad.right() - left) - mm(8) - _PAD, height)
        ink.write(painter, day, f"{_DAY.say(language)}  {self._day}", ink.label)


class EditRow:
    """One change by a clerk, with room for the person to confirm it."""

    keep = False

    def __init__(self, edit: Edited, ink: Ink) -> None:
        self._edit, self._ink = edit, ink

    def height(self, width: float) -> float:
        return mm(8)

    def draw(self, painter: QPainter, left: float, top: float, width: float) -> None:
        ink, language = self._ink, self._ink.language
        place = QRectF(left, top, width, self.height(width))
        ink.frame(painter, place)
        told = _EDITED_BY.say(language).format(
            field=self._edit.field.say(language), by=self._edit.by, at=self._edit.at
        )
        half = width * 0.62
        ink.write(painter, place.adjusted(_PAD, 0, half - width, 0), f"*  {told}", ink.label)
        confirm = place.adjusted(half, 0, 0, 0)
        ink.frame(painter, confirm)
        ink.write(painter, confirm.adjusted(_PAD, 0, 0, 0), _CONFIRMED.say(language), ink.label)


class Office:
    """What the counter writes by hand."""

    keep = False

    def __init__(self, head: Head, ink: Ink) -> None:
        self._head, self._ink = head, ink

    def height(self, width: float) -> float:
        return mm(4) + _BAND + 2 * mm(10)

    def draw(self, painter: QPainter, left: float, top: float, width: float) -> None:
        ink, language = self._ink, self._ink.language
        Band(_OFFICE.say(language), ink).draw(painter, left, top + mm(4), width)
        blank = Text(zh="", en="")
        counter = Text(zh=self._head.counter, en=self._head.counter)
        rows = (
            (Cell(_COUNTER, counter), Cell(_HANDLED, blank)),
            (Cell(_RECEIVED, blank), Cell(_REMARK, blank)),
        )
        top += mm(4) + _BAND
        for row in rows:
            for place, cell in enumerate(row):
                half = width / 2
                label = QRectF(left + place * half, top, ink.label_width, mm(10))
                value = QRectF(label.right(), top, half - ink.label_width, mm(10))
                ink.frame(painter, label, shaded=True)
                ink.frame(painter, value)
                words = label.adjusted(_PAD, 0, -_PAD, 0)
                ink.write(painter, words, cell.label.say(language), ink.label)
                inner = value.adjusted(_PAD, 0, -_PAD, 0)
                ink.write(painter, inner, cell.value.say(language), ink.value)
            top += mm(10)


def blocks_of(
    paper: FormPaper, head: Head, edited: Sequence[Edited], ink: Ink, width: float
) -> Iterator[Block]:
    """Everything below the heading and above what the counter writes."""
    language = ink.language
    for section in paper.sections:
        yield Band(section.title.say(language), ink)
        yield from _rows(section.cells, ink, width)
    if paper.consents:
        yield Band(_CONSENTS.say(language), ink)
        for consent in paper.consents:
            yield ConsentRow(consent, ink)
    if paper.signed:
        yield SignatureRow(paper.signature, head.signed, ink)
    labels = {cell.label for section in paper.sections for cell in section.cells}
    here = [edit for edit in edited if edit.field in labels]
    if here:
        yield GAP
        yield Band(_EDITS.say(language), ink)
        for edit in here:
            yield EditRow(edit, ink)


def _rows(cells: Sequence[Cell], ink: Ink, width: float) -> Iterator[CellRow]:
    """Two short ones beside each other; a long one, or the last by itself, takes the width."""
    waiting: Cell | None = None
    room = (width / 2 - ink.label_width - 2 * _PAD) * _LONG_VALUE
    for cell in cells:
        if cell.wide or ink.width(_value(cell, ink.language), ink.value) > room:
            if waiting is not None:
                yield CellRow((waiting,), ink)
                waiting = None
            yield CellRow((cell,), ink)
        elif waiting is None:
            waiting = cell
        else:
            yield CellRow((waiting, cell), ink)
            waiting = None
    if waiting is not None:
        yield CellRow((waiting,), ink)


_NUMBER = Text(zh="号码", en="Number")
_FILLED = Text(zh="填写时间", en="Filled in")
_FORM = Text(zh="表单", en="Form")
_VERSION = Text(zh="（第 {version} 版）", en=" (version {version})")
_CONSENTS = Text(zh="告知与承诺", en="Notices and statements")
_SIGNED = Text(zh="申请人签名", en="Signature")
_DAY = Text(zh="日期", en="Date")
_EDITS = Text(zh="窗口修改（请申请人确认）", en="Changed at the counter (please confirm)")
_EDITED_BY = Text(zh="{field}　{at}　{by}", en="{field}, {at}, {by}")
_CONFIRMED = Text(zh="申请人确认：", en="Confirmed:")
_OFFICE = Text(zh="以下由窗口填写", en="For the counter")
_COUNTER = Text(zh="受理窗口", en="Counter")
_HANDLED = Text(zh="经办人", en="Handled by")
_RECEIVED = Text(zh="受理日期", en="Date")
_REMARK = Text(zh="备注", en="Remark")
