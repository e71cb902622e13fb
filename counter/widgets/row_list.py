"""Lists whose rows are drawn: what they share, and the rows of options."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from common.qt.fonts import sized_font
from common.qt.icons import icon_pixmap
from counter.view_models.sheets import Option, OptionRole
from counter.widgets.desk_theme import DeskTheme


class RowPainter(QStyledItemDelegate):
    """What the rows of all lists share: ground, focus, the fonts."""

    def __init__(self, theme: DeskTheme, family: str, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.height = theme, theme.px(height)
        self.number_font = sized_font(family, theme.sizes.label + 1, bold=True, numbers=True)
        self.text_font = sized_font(family, theme.sizes.body)
        self.small_font = sized_font(family, theme.sizes.caption)
        self.time_font = sized_font(family, theme.sizes.body, numbers=True)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_row(painter, option, index)
        painter.restore()

    def paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw it; the painter is as it was afterwards."""
        raise NotImplementedError

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, *, strong: bool) -> None:
        colors = self.theme.colors
        if strong:
            painter.fillRect(option.rect, QColor(colors.primary_soft))
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, QColor(colors.border))
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused:
            painter.setPen(QPen(QColor(colors.focus), 2))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 4, 4)

    def write(
        self,
        painter: QPainter,
        font: QFont,
        color: str,
        place: QRect,
        words: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, shown)


class OptionRowPainter(RowPainter):
    """Key, title and detail of an option."""

    def __init__(
        self, theme: DeskTheme, family: str, height: int, parent: QWidget, key_width: int
    ) -> None:
        super().__init__(theme, family, height, parent)
        self._key_width = theme.px(key_width)

    def paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Option = index.data(OptionRole.OPTION)
        colors, px = self.theme.colors, self.theme.px
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self.ground(painter, option, strong=chosen)
        area = option.rect.adjusted(px(16), 0, -px(12), 0)
        key = QRect(area.left(), area.top(), self._key_width, area.height())
        self.write(painter, self.number_font, colors.text, key, row.key)
        painter.setFont(self.small_font)
        width = min(painter.fontMetrics().horizontalAdvance(row.detail) + 4, area.width() // 2)
        detail = QRect(area.right() - width, area.top(), width, area.height())
        self.write(
            painter,
            self.small_font,
            colors.bad if row.alarm else colors.quiet,
            detail,
            row.detail,
            Qt.AlignmentFlag.AlignRight,
        )
        if row.alarm:
            picture = icon_pixmap("warning", colors.bad, px(14))
            detail = detail.adjusted(-px(20), 0, 0, 0)
            painter.drawPixmap(detail.left(), detail.center().y() - px(6), picture)
        left = key.right() + 4
        title = QRect(left, area.top(), detail.left() - 8 - left, area.height())
        self.write(painter, self.text_font, colors.text, title, row.title)


class PlainList(QListView):
    """A list that takes Enter, and shows its focus only while it has it.

    Signals:
        entered_row(int): Enter or a double click on a row.
    """

    entered_row = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.viewport().setBackgroundRole(QPalette.ColorRole.NoRole)
        self.doubleClicked.connect(lambda index: self.entered_row.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid() and not event.isAutoRepeat():
                self.entered_row.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
