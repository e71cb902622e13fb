"""What the pages of the set-up window are built from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from common.qt.icons import icon_pixmap
from common.qt.setup_view_model import Told
from common.qt.theme import Theme

_DISC, _ICON = 56, 30
_SIGN = 22


def part(widget: QWidget, name: str) -> QWidget:
    """Name the part of the style sheet that dresses a widget."""
    widget.setProperty("part", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def label(name: str, *, wrap: bool = True) -> QLabel:
    made = QLabel()
    part(made, name)
    made.setWordWrap(wrap)
    return made


def button(name: str) -> QPushButton:
    made = QPushButton()
    part(made, name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def restyle(widget: QWidget) -> None:
    """Dress a widget anew after one of its properties has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Card(QPushButton):
    """A choice with an icon, a name, and what it means."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        part(self, "card")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(104)
        self._disc = QLabel(self)
        self._disc.setFixedSize(_DISC, _DISC)
        self._disc.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name, self._means = label("heading"), label("quiet")
        for inner in (self._disc, self._name, self._means):
            inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        part(self._disc, "disc")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self._name)
        words.addWidget(self._means)
        words.addStretch()
        layout = self._content = QHBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(16)
        layout.addWidget(self._disc)
        layout.addLayout(words, 1)
        self.toggled.connect(self._show)
        self._show()

    def say(self, name: str, means: str) -> None:
        self._name.setText(name)
        self._means.setText(means)
        self.setAccessibleName(f"{name}. {means}")

    def sizeHint(self) -> QSize:
        """That of a button knows nothing of what was laid out in it."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._content.minimumSize()

    def _show(self) -> None:
        colors = self._theme.colors
        ink = colors.on_primary if self.isChecked() else colors.primary
        self._disc.setPixmap(icon_pixmap(self._icon, ink, _ICON))
        self._disc.setProperty("chosen", self.isChecked())
        restyle(self._disc)


class Result(QFrame):
    """What came of a test: a sign and words, green or red; blue while it goes on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        part(self, "told")
        self._sign, self._words = QLabel(), QLabel()
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 11, 14, 11)
        layout.setSpacing(12)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    def tell(self, told: Told | None, language: str, waiting: str = "") -> None:
        """A result, or words while one is waited for; nothing of both hides it."""
        self.setVisible(told is not None or bool(waiting))
        colors = self._theme.colors
        if told is None:
            tone, sign, color, words = "busy", "clock", colors.primary, waiting
        elif told.well:
            tone, sign, color, words = "good", "check", colors.good, told.words.say(language)
        else:
            tone, sign, color, words = "bad", "warning", colors.bad, told.words.say(language)
        self.setProperty("tone", tone)
        self._sign.setPixmap(icon_pixmap(sign, color, _SIGN))
        self._words.setText(words)
        restyle(self)
        restyle(self._words)


class Choice(QComboBox):
    """A list to choose from, or to type into, with an arrow in the theme's colour."""

    def __init__(self, theme: Theme, *, typed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setEditable(typed)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("quiet"), 1.8))
        middle = QPointF(self.width() - 18, self.height() / 2)
        arms = (QPointF(-5, -2.5), QPointF(0, 2.5), QPointF(5, -2.5))
        painter.drawPolyline([middle + arm for arm in arms])


class Tick(QCheckBox):
    """A check box with a tick in the theme's colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        size = min(box.width(), box.height()) - 6
        painter.drawPixmap(
            box.center().x() - size // 2 + 1,
            box.center().y() - size // 2 + 1,
            icon_pixmap("check", self._theme.colors.on_primary, size),
        )
