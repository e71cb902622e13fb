"""Who waits, who is on hold, who was missed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from common.qt.icons import icon_pixmap
from counter.view_models.acts import KEYS, Act
from counter.view_models.desk import DeskViewModel
from counter.view_models.waiting_list import Urgency, WaitingRole, WaitingRow
from counter.widgets.alarm_panel import AlarmPanel
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.extra_line import ExtraLine
from counter.widgets.parts import label, set_part
from counter.widgets.row_list import OptionRowPainter, PlainList, RowPainter
from counter.widgets.scanner_line import ScannerLine

ROW_HEIGHT = 48
PARKED_ROW_HEIGHT = 36
_BAR_WIDTH = 128
_NUMBER_WIDTH = 84


class WaitingRowPainter(RowPainter):
    """Number, mark and service, and a bar of the time waited with a word once it is long."""

    def paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: WaitingRow = index.data(WaitingRole.ROW)
        colors, px = self.theme.colors, self.theme.px
        self.ground(painter, option, strong=row.fresh)
        if row.fresh:
            stripe = QRect(option.rect.left(), option.rect.top(), px(4), option.rect.height() - 1)
            painter.fillRect(stripe, QColor(colors.primary))
        area = option.rect.adjusted(px(16), 4, -px(16), -4)
        number = QRect(area.left(), area.top(), px(_NUMBER_WIDTH), area.height())
        self.write(painter, self.number_font, colors.text, number, row.number)
        self._paint_wait(painter, area, row)
        left = number.right() + 4
        width = area.right() - px(_BAR_WIDTH + 16) - left
        middle = QRect(left, area.top(), width, area.height())
        if row.priority or row.wish:
            upper = QRect(middle.left(), middle.top(), middle.width(), middle.height() // 2)
            self._paint_mark(painter, upper, "star" if row.priority else "counter")
            mark = upper.adjusted(px(18), 0, 0, 0)
            self.write(painter, self.small_font, colors.primary, mark, row.priority or row.wish)
            middle = QRect(middle.left(), upper.bottom(), middle.width(), middle.height() // 2)
            if row.priority and row.wish:  # both in words would hide each other
                self._paint_mark(painter, middle, "counter")
                middle = middle.adjusted(px(18), 0, 0, 0)
            self.write(painter, self.small_font, colors.quiet, middle, row.services)
        else:
            self.write(painter, self.text_font, colors.quiet, middle, row.services)

    def _paint_mark(self, painter: QPainter, line: QRect, name: str) -> None:
        px = self.theme.px
        picture = icon_pixmap(name, self.theme.colors.primary, px(14))
        painter.drawPixmap(line.left(), line.center().y() - px(6), picture)

    def _paint_wait(self, painter: QPainter, area: QRect, row: WaitingRow) -> None:
        colors, px = self.theme.colors, self.theme.px
        ink = {
            Urgency.CALM: colors.good,
            Urgency.CAUTION: colors.caution,
            Urgency.ALARM: colors.bad,
        }[row.urgency]
        width = px(_BAR_WIDTH)
        place = QRect(area.right() - width, area.top(), width, area.height())
        words = place.adjusted(0, 0, 0, -px(12))
        calm = row.urgency is Urgency.CALM
        self.write(
            painter,
            self.time_font,
            colors.text if calm else ink,
            words,
            row.waited,
            Qt.AlignmentFlag.AlignRight,
        )
        if not calm:
            picture = icon_pixmap("warning", ink, px(14))
            painter.drawPixmap(place.left(), words.center().y() - px(6), picture)
            painter.setFont(self.time_font)
            taken = painter.fontMetrics().horizontalAdvance(row.waited)
            word = words.adjusted(px(18), 0, -(taken + px(6)), 0)
            painter.setFont(self.small_font)
            # After an hour the time takes the place of the word; the sign stays.
            if painter.fontMetrics().horizontalAdvance(row.urgency_word) <= word.width():
                self.write(painter, self.small_font, ink, word, row.urgency_word)
        bar = QRect(place.left(), place.bottom() - px(8), place.width(), px(6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.border))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(QColor(ink))
        full = max(bar.height(), round(bar.width() * row.fraction))
        painter.drawRoundedRect(QRect(bar.left(), bar.top(), full, bar.height()), 3, 3)


class ListCard(QWidget):
    """A heading with a count, a list, and words for when it is empty."""

    def __init__(self, theme: DeskTheme, listing: PlainList, name: str, key: str = "") -> None:
        super().__init__()
        self.list = listing
        self._heading = label("heading")
        self._count = label("count", name=f"{name}_count")
        self.extra = label("chip", name=f"{name}_extra")
        self.extra.hide()
        self._empty = label("empty", name=f"{name}_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)

        top = QHBoxLayout()
        top.setContentsMargins(theme.edges(16, 10, 16, 6))
        top.setSpacing(theme.px(8))
        top.addWidget(self._heading)
        top.addWidget(self._count)
        top.addStretch(1)
        top.addWidget(self.extra)
        if key:
            top.addWidget(label("key", key), 0, Qt.AlignmentFlag.AlignVCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(listing)
        self._stack.addWidget(self._empty)
        frame = QFrame()
        set_part(frame, "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(theme.edges(1, 1, 1, 8))
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def say(self, heading: str, empty: str) -> None:
        self._heading.setText(heading)
        self._empty.setText(empty)
        self.list.setAccessibleName(heading)

    def show_count(self, count: int) -> None:
        self._count.setText(str(count))
        self._stack.setCurrentIndex(0 if count else 1)


class WaitingPanel(QWidget):
    """The right side of the desk."""

    def __init__(self, model: DeskViewModel, theme: DeskTheme, family: str) -> None:
        super().__init__()
        self.setObjectName("waiting_panel")
        self._model = model
        self.waiting = PlainList("waiting_list")
        self.waiting.setModel(model.waiting)
        self.waiting.setMinimumHeight(theme.px(ROW_HEIGHT))
        self.waiting.setItemDelegate(WaitingRowPainter(theme, family, ROW_HEIGHT, self.waiting))
        self.held = self._parked("held_list", theme, family)
        self.held.setModel(model.held)
        self.missed = self._parked("missed_list", theme, family)
        self.missed.setModel(model.missed)
        self._waiting_card = ListCard(theme, self.waiting, "waiting")
        self._held_card = ListCard(theme, self.held, "held", KEYS[Act.RESUME])
        self._missed_card = ListCard(theme, self.missed, "missed", KEYS[Act.REINSTATE])
        parked = QHBoxLayout()
        parked.setSpacing(theme.px(8))
        parked.addWidget(self._held_card, 1)
        parked.addWidget(self._missed_card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(AlarmPanel(model, theme))
        self._extra_line = ExtraLine(model, theme)
        self._scanner_line = ScannerLine(model, theme)
        column.addWidget(self._extra_line)
        column.addWidget(self._scanner_line)
        column.addWidget(self._waiting_card, 1)
        column.addLayout(parked)
        for card in (self._held_card, self._missed_card):
            card.setFixedHeight(theme.px(168))
        self._connect()
        self._retranslate()

    def _parked(self, name: str, theme: DeskTheme, family: str) -> PlainList:
        listing = PlainList(name)
        painter = OptionRowPainter(theme, family, PARKED_ROW_HEIGHT, listing, 64)
        listing.setItemDelegate(painter)
        return listing

    def _connect(self) -> None:
        model = self._model
        self.waiting.entered_row.connect(
            lambda row: model.press(Act.CALL_NUMBER, model.waiting.number_at(row))
        )
        self.held.entered_row.connect(
            lambda row: model.press(Act.RESUME, model.held.shown[row].key)
        )
        self.missed.entered_row.connect(
            lambda row: model.press(Act.REINSTATE, model.missed.shown[row].key)
        )

    def refresh(self) -> None:
        model = self._model
        self._waiting_card.show_count(model.waiting_count)
        self._held_card.show_count(len(model.held.shown))
        self._missed_card.show_count(len(model.missed.shown))
        self._extra_line.refresh()
        self._scanner_line.refresh()
        overdue = self._held_card.extra
        overdue.setText(self.tr("%n late", "people on hold", model.overdue_count))
        set_part(overdue, "chip", tone="alarm")
        overdue.setVisible(bool(model.overdue_count))
        extra = self._waiting_card.extra
        if model.fresh_count and model.idle:
            extra.setText(self.tr("%n new", "people", model.fresh_count))
            set_part(extra, "chip", tone="fresh")
        else:
            extra.setText(self.tr("longest {time}").format(time=model.longest_wait))
            set_part(extra, "chip", tone=model.longest_urgency.value)
        extra.setVisible(bool(model.waiting_count))

    def _retranslate(self) -> None:
        self._waiting_card.say(self.tr("Waiting"), self.tr("Nobody is waiting now"))
        self._held_card.say(self.tr("On hold"), self.tr("None"))
        self._missed_card.say(self.tr("Missed"), self.tr("None"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
