"""The rows of an open form, and the signature as it was drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from common.domain.forms import Level
from common.domain.forms.signature import Signature
from common.qt.fonts import sized_font
from common.qt.form_ink import draw_signature
from common.qt.icons import icon_pixmap
from counter.view_models.form_rows import FormRow, RowKind, RowRole
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import set_part
from counter.widgets.row_list import PlainList, RowPainter

_ROW = 34
_LABEL_SHARE = 0.36
_MARK = 16


class FormRowPainter(RowPainter):
    """Label, answer, and what there is to know of it: covered, changed, wrong."""

    def __init__(self, theme: DeskTheme, family: str, parent: QWidget) -> None:
        super().__init__(theme, family, _ROW, parent)
        self._title_font = sized_font(family, theme.sizes.caption, bold=True)
        self._value_font = sized_font(family, theme.sizes.body, bold=True, numbers=True)
        self.changed_word = ""

    def paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: FormRow = index.data(RowRole.ROW)
        colors, px = self.theme.colors, self.theme.px
        area = option.rect.adjusted(px(12), 0, -px(12), 0)
        if row.kind is RowKind.TITLE:
            painter.fillRect(option.rect, QColor(colors.surface_sunken))
            self.write(painter, self._title_font, colors.quiet, area, row.label)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self.ground(painter, option, strong=chosen)
        room = round(area.width() * _LABEL_SHARE)
        label = QRect(area.left(), area.top(), room - px(8), area.height())
        self.write(painter, self.text_font, colors.quiet, label, row.label)
        right = self._paint_marks(painter, area, row)
        value = QRect(area.left() + room, area.top(), right - area.left() - room, area.height())
        ink = colors.quiet if row.covered else colors.text
        font = self.text_font if row.covered else self._value_font
        self.write(painter, font, ink, value, row.value)

    def _paint_marks(self, painter: QPainter, area: QRect, row: FormRow) -> int:
        """From the right edge; returns where the answer has to end."""
        colors, px = self.theme.colors, self.theme.px
        right = area.right()

        def picture(name: str, color: str) -> None:
            nonlocal right
            side = px(_MARK)
            right -= side
            painter.drawPixmap(right, area.center().y() - side // 2, icon_pixmap(name, color, side))
            right -= px(8)

        if row.level is not None:
            name, ink = {
                Level.FAULT: ("warning", colors.bad),
                Level.WARNING: ("warning", colors.caution),
                Level.CLERK: ("info", colors.primary),
            }[row.level]
            picture(name, ink)
        if row.covered:
            picture("lock", colors.quiet)
        if row.edited:
            painter.setFont(self.small_font)
            width = painter.fontMetrics().horizontalAdvance(self.changed_word)
            right -= width
            place = QRect(right, area.top(), width + 2, area.height())
            self.write(painter, self.small_font, colors.primary, place, self.changed_word)
            right -= px(8)
        return right


class FormList(PlainList):
    """Arrows move, Space shows what is covered, Enter changes.

    Signals:
        reveal_asked(): Space.
    """

    reveal_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        set_part(self, "boxed")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.reveal_asked.emit()
            return
        super().keyPressEvent(event)


class SignatureView(QWidget):
    """What the finger drew, three times as wide as high."""

    def __init__(self, theme: DeskTheme) -> None:
        super().__init__()
        self.setObjectName("signature_view")
        self._theme = theme
        self._signature: Signature | None = None
        self.setFixedHeight(theme.px(120))

    def show_signature(self, signature: Signature | None) -> None:
        self._signature = signature
        self.setVisible(signature is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._signature is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = self.height() - 2
        pad = QRectF(1, 1, min(high * 3, self.width() - 2), high)
        painter.fillRect(pad, QColor(self._theme.colors.surface))
        painter.setPen(QColor(self._theme.colors.border_strong))
        painter.drawRect(pad)
        draw_signature(painter, self._signature, pad)
        painter.end()
