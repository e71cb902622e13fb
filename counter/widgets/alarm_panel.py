"""People and kiosks that need somebody, above the line: in the way of nothing, until it is over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counter.view_models.acts import ALARM_KEY
from counter.view_models.desk import DeskViewModel
from counter.view_models.kiosk_alarms import KioskAlarm
from counter.view_models.message import Tone
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.help_panel import HelpPanel
from counter.widgets.parts import ElidedLabel, announce, button, icon_label, label, set_part

_LEAST_HEIGHT = 96
_SHOWN_WHOLE, _LINES_SHOWN = 2, 3
"""More at once are one line each, then a count: the line of people keeps its place."""


class AlarmPanel(QScrollArea):
    """Who asks for help; then a card for each alarm that nobody has seen, a line for the others.

    It takes the height that it needs as long as the line below keeps a row, and then scrolls.
    """

    def __init__(self, model: DeskViewModel, theme: DeskTheme) -> None:
        super().__init__()
        self.setObjectName("alarm_panel")
        self._alarms, self._theme = model.alarms, theme
        self._shown: tuple[KioskAlarm, ...] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self._content = QWidget()
        self.setWidget(self._content)
        self._help = HelpPanel(model, theme)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(8))
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self._help)
        self._column.addLayout(self._rows)
        self._help.changed.connect(self._fit)
        self._alarms.changed.connect(self.refresh)
        self._alarms.raised.connect(self._announce)
        self.refresh()

    def refresh(self) -> None:
        alarms = self._alarms.alarms
        if alarms == self._shown:
            return
        self._shown = alarms
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        whole = self._alarms.unseen[:_SHOWN_WHOLE]
        for alarm in whole:
            self._rows.addWidget(self._card(alarm))
        lines = alarms[len(whole) :]
        for alarm in lines[:_LINES_SHOWN]:
            self._rows.addWidget(self._line(alarm))
        if further := len(lines[_LINES_SHOWN:]):
            words = self.tr("and %n more kiosk(s)", "", further)
            self._rows.addWidget(label("quiet", words, "alarms_further"))
        self._fit()

    def _fit(self) -> None:
        self.setVisible(bool(self._alarms.alarms) or not self._help.empty)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self._column.totalHeightForWidth(self.viewport().width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), self._theme.px(_LEAST_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _card(self, alarm: KioskAlarm) -> QFrame:
        theme, tone = self._theme, "alarm" if alarm.severe else "caution"
        card = QFrame()
        card.setObjectName(f"alarm_{alarm.kiosk}")
        card.setAccessibleName(_whole(alarm))
        set_part(card, "alarm", tone=tone)
        name = ElidedLabel("alarm_name", "alarm_name")
        name.setText(alarm.name)
        seen = button("alarm", f"alarm_seen_{alarm.kiosk}")
        seen.setText(self.tr("Got it {key}").format(key=ALARM_KEY))
        seen.setAccessibleName(self.tr("Got it: {kiosk}").format(kiosk=alarm.name))
        seen.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        seen.clicked.connect(lambda: self._alarms.acknowledge(alarm.kiosk))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(name)
        for said, part in (
            (alarm.what, ""),
            (alarm.unproven, ""),
            (" · ".join(filter(None, (alarm.paper, alarm.since))), "quiet"),
        ):
            if said:
                words.addWidget(_wrapped(said, part))
        row = QHBoxLayout(card)
        row.setContentsMargins(theme.edges(12, 10, 10, 10))
        row.setSpacing(theme.px(12))
        row.addWidget(self._icon(alarm, tone, 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(seen, 0, Qt.AlignmentFlag.AlignVCenter)
        return card

    def _line(self, alarm: KioskAlarm) -> QFrame:
        theme = self._theme
        line = QFrame()
        line.setObjectName(f"alarm_{alarm.kiosk}")
        set_part(line, "alarm", tone="quiet")
        words = ElidedLabel(name="alarm_words")
        words.setText(" · ".join(filter(None, (alarm.name, alarm.what))))
        line.setAccessibleName(_whole(alarm))
        beside = label("", " · ".join(filter(None, (*alarm.numbers, alarm.lasting))))
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.edges(12, 6, 12, 6))
        row.setSpacing(theme.px(8))
        row.addWidget(self._icon(alarm, "quiet", 18))
        row.addWidget(words, 1)
        row.addWidget(beside)
        return line

    def _icon(self, alarm: KioskAlarm, tone: str, pixels: int) -> QLabel:
        colors = self._theme.colors
        ink = {"alarm": colors.bad, "caution": colors.caution, "quiet": colors.quiet}[tone]
        name = "printer-off" if alarm.severe else "paper"
        return icon_label(name, ink, self._theme.px(pixels))

    def _announce(self) -> None:
        for alarm in self._alarms.unseen:
            announce(self, _whole(alarm), Tone.INFO)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._shown = None
            self.refresh()


def _whole(alarm: KioskAlarm) -> str:
    return " · ".join(filter(None, (alarm.name, alarm.what, alarm.unproven, alarm.since)))


def _wrapped(said: str, part: str) -> QLabel:
    words = label(part, said)
    words.setWordWrap(True)
    return words
