"""Small pieces that several pages are built from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from common.qt.icons import icon_pixmap
from counter.view_models.acts import Act
from counter.view_models.message import Message, Tone
from counter.widgets.desk_theme import DeskTheme

ACT_ICONS = {
    Act.CALL_NEXT: "speaker",
    Act.SERVE: "play",
    Act.FINISH: "finish",
    Act.REOPEN: "play",
    Act.RECALL: "recall",
    Act.MISS: "miss",
    Act.HOLD: "hold",
    Act.TRANSFER: "transfer",
    Act.CALL_NUMBER: "ticket",
    Act.RESUME: "back",
    Act.REINSTATE: "progress",
    Act.CANCEL: "close",
    Act.SIGN_OUT: "door",
}
_TONE_ICONS = {Tone.GOOD: "check", Tone.INFO: "info", Tone.CAUTION: "warning"}


def set_part(widget: QWidget, part: str, **more: str) -> None:
    """Tell the style sheet what `widget` is; call again when a property changed."""
    widget.setProperty("part", part)
    for name, value in more.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(part: str = "", text: str = "", name: str = "", **more: str) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(name)
    if part:
        set_part(made, part, **more)
    return made


def practice_band() -> QLabel:
    """Across the top of every window in which nothing counts, in both languages at once."""
    band = label("practice", "练习模式 PRACTICE", "practice_band")
    band.setAlignment(Qt.AlignmentFlag.AlignCenter)
    band.hide()
    return band


def icon_label(name: str, color: str, pixels: int) -> QLabel:
    made = QLabel()
    made.setPixmap(_sharp(name, color, pixels, made))
    made.setFixedSize(pixels, pixels)
    return made


def set_icon(target: QLabel, name: str, color: str, pixels: int) -> None:
    target.setPixmap(_sharp(name, color, pixels, target))


def _sharp(name: str, color: str, pixels: int, on: QWidget) -> QPixmap:
    """The icon with enough dots for the screen's scale."""
    ratio = on.devicePixelRatioF()
    picture = icon_pixmap(name, color, round(pixels * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def announce(on: QWidget, words: str, tone: Tone) -> None:
    """Let a screen reader say `words`; only a caution interrupts what it is saying."""
    if not on.window().isVisible():
        return
    event = QAccessibleAnnouncementEvent(on, words)
    if tone is Tone.CAUTION:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def button(part: str, name: str) -> QPushButton:
    made = QPushButton()
    made.setObjectName(name)
    set_part(made, part)
    return made


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room, with the whole text as its tool tip."""

    def __init__(self, part: str = "", name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""
        if part:
            set_part(self, part)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        self._whole = text
        self.setToolTip("")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 0)
        )
        super().setText(shown)
        self.setAccessibleName(self._whole)
        if shown != self._whole:
            self.setToolTip(self._whole)


class ActButton(QPushButton):
    """A verb with its icon and its key."""

    def __init__(self, theme: DeskTheme, name: str, icon_name: str, on: str = "act") -> None:
        """`on` is "primary" for the one wide button, "strip" for the small window's, else "act"."""
        super().__init__()
        self._theme, self._icon_name, self._wide = theme, icon_name, on != "act"
        self._height = theme.px({"primary": 72, "strip": 48}.get(on, 64))
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_part(self, "main" if self._wide else "act")
        self._icon = QLabel()
        self._verb = label("act", on=on)
        self._key = label("key", on=on)
        self._hint = label("hint", on=on)
        self._layout: QBoxLayout
        self._hint.setParent(self)
        for piece in (self._icon, self._verb, self._key, self._hint):
            piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            piece.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if self._wide:
            self._lay_out_wide()
        else:
            self._lay_out_tall()
        self._draw_icon()

    def _lay_out_wide(self) -> None:
        row = self._layout = QHBoxLayout(self)
        row.setContentsMargins(self._theme.edges(16, 0, 16, 0))
        row.setSpacing(self._theme.px(12))
        # The hint takes as much as the space on the left, so that the verb stays in the middle.
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._icon)
        row.addWidget(self._verb)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._hint, 1)

    def _lay_out_tall(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(6))
        row.addStretch(1)
        row.addWidget(self._icon)
        row.addWidget(self._key)
        row.addStretch(1)
        column = self._layout = QVBoxLayout(self)
        column.setContentsMargins(self._theme.edges(4, 8, 4, 8))
        column.setSpacing(self._theme.px(4))
        column.addWidget(self._verb)
        column.addLayout(row)
        self._hint.hide()

    def say(self, verb: str, key: str, hint: str = "") -> None:
        self._verb.setText(verb)
        self._key.setText(key)
        self._hint.setText(hint)
        self.setAccessibleName(f"{verb}, {key}")

    def count_down(self, words: str) -> None:
        """Show `words` for the verb while time passes; a screen reader keeps the verb."""
        self._verb.setText(words)

    def show_icon(self, name: str) -> None:
        self._icon_name = name
        self._draw_icon()

    def _draw_icon(self) -> None:
        c = self._theme.colors
        usual = c.on_primary if self._wide else c.primary
        off = c.quiet if self._wide else c.border_strong
        pixels = self._theme.px(24 if self._wide else 18)
        set_icon(self._icon, self._icon_name, usual if self.isEnabled() else off, pixels)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._draw_icon()

    def sizeHint(self) -> QSize:
        return QSize(self._layout.sizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:
        least = self._layout.minimumSize().width() if self._wide else self._theme.px(64)
        return QSize(least, self._height)


class MessageLine(QFrame):
    """The calm line; empty, it still takes its place until it is hidden.

    A screen reader says each message once, however often it is shown.
    """

    def __init__(self, theme: DeskTheme, name: str, *, wraps: bool = False) -> None:
        """With `wraps`, on a sheet, a long message takes as many lines as it needs."""
        super().__init__()
        self._theme = theme
        self._said: Message | str = ""
        self.setObjectName(name)
        self._icon = QLabel()
        self._text = label(name=f"{name}_text") if wraps else ElidedLabel(name=f"{name}_text")
        self._text.setWordWrap(wraps)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._theme.edges(12, 0, 12, 0))
        row.setSpacing(self._theme.px(8))
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        if wraps:
            row.setContentsMargins(self._theme.edges(12, 8, 12, 8))
        else:
            self.setFixedHeight(self._theme.px(40))
        self.show_message(None)

    def text(self) -> str:
        return self.accessibleName()

    def show_message(self, message: Message | None) -> None:
        if message is None:
            self.clear()
        else:
            self._show(message.words(), message.tone, _TONE_ICONS[message.tone])
            self._say(message, message.words(), message.tone)

    def show_words(self, words: str, tone: Tone, icon_name: str) -> None:
        self._show(words, tone, icon_name)
        self._say(words, words, tone)

    def _say(self, what: Message | str, words: str, tone: Tone) -> None:
        if what != self._said:
            self._said = what
            announce(self, words, tone)

    def _show(self, words: str, tone: Tone, icon_name: str) -> None:
        colors = {
            Tone.GOOD: self._theme.colors.good,
            Tone.INFO: self._theme.colors.primary,
            Tone.CAUTION: self._theme.colors.caution,
        }
        set_part(self, "message", tone=tone.value)
        set_part(self._text, "words")
        set_icon(self._icon, icon_name, colors[tone], self._theme.px(20))
        self._icon.show()
        self._text.setText(words)
        self.setAccessibleName(words)

    def clear(self) -> None:
        set_part(self, "message", tone="none")
        self._said = ""
        self._icon.hide()
        self._text.setText("")
        self.setAccessibleName("")
