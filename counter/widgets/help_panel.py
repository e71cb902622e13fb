"""Calls for a helper, above everything else that waits: a card for each that is this desk's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from common.domain.ids import HelpId
from counter.view_models.acts import ALARM_KEY, HELPED_KEY, Act
from counter.view_models.desk import DeskViewModel
from counter.view_models.help_calls import HelpLine, HelpStage
from counter.view_models.message import Tone
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import ElidedLabel, announce, button, icon_label, label, set_part

_CARDS_SHOWN, _LINES_SHOWN = 2, 2
_TONES = {
    HelpStage.ESCALATED: "escalated",
    HelpStage.CALLING: "help",
    HelpStage.MINE: "mine",
    HelpStage.TAKEN: "quiet",
    HelpStage.ELSEWHERE: "quiet",
}


class HelpPanel(QWidget):
    """Cards to act on, then one quiet line for each call that others see to.

    Signals:
        changed(): it may need another height.
    """

    changed = Signal()

    def __init__(self, model: DeskViewModel, theme: DeskTheme) -> None:
        super().__init__()
        self.setObjectName("help_panel")
        self._model, self._calls, self._theme = model, model.help_calls, theme
        self._clocks: dict[HelpId, QLabel] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(8))
        self._calls.changed.connect(self.refresh)
        self._calls.raised.connect(self._announce)
        model.ticked.connect(self._show_times)
        self.refresh()

    @property
    def empty(self) -> bool:
        return not self._calls.lines

    def refresh(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._clocks.clear()
        lines, alarming, mine = self._calls.lines, self._calls.alarming, self._calls.mine[:1]
        # The way to end what I am at stays in sight, however many call.
        cards = (*alarming[: _CARDS_SHOWN - len(mine)], *mine)
        for line in cards:
            self._rows.addWidget(self._card(line))
        others = [line for line in lines if line not in cards]
        for line in others[:_LINES_SHOWN]:
            self._rows.addWidget(self._quiet_line(line))
        if further := len(others[_LINES_SHOWN:]):
            words = self.tr("and %n more call(s) for help", "", further)
            self._rows.addWidget(label("quiet", words, "help_further"))
        self.setVisible(bool(lines))
        self.changed.emit()

    def _card(self, line: HelpLine) -> QFrame:
        theme, tone = self._theme, _TONES[line.stage]
        card = QFrame()
        card.setObjectName("help_card")
        card.setAccessibleName(line.whole)
        set_part(card, "help", tone=tone)
        name = ElidedLabel("alarm_name", "help_name")
        name.setText(line.name)
        state = label("help_state", line.state, "help_state", tone=tone)
        state.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(name)
        words.addWidget(state)
        where = ElidedLabel("quiet", "help_where")
        where.setText(line.where)
        words.addWidget(where)
        side = QVBoxLayout()
        side.setSpacing(theme.px(4))
        clock = self._running(line)
        side.addWidget(clock, 0, Qt.AlignmentFlag.AlignRight)
        side.addWidget(self._button(line))
        row = QHBoxLayout(card)
        row.setContentsMargins(theme.edges(12, 10, 10, 10))
        row.setSpacing(theme.px(12))
        row.addWidget(self._icon(line.stage, 28), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addLayout(side)
        return card

    def _quiet_line(self, line: HelpLine) -> QFrame:
        theme = self._theme
        frame = QFrame()
        frame.setObjectName("help_line")
        frame.setAccessibleName(line.whole)
        set_part(frame, "alarm", tone="quiet")
        words = ElidedLabel(name="help_words")
        words.setText(f"{line.name} · {line.state}")
        row = QHBoxLayout(frame)
        row.setContentsMargins(theme.edges(12, 6, 12, 6))
        row.setSpacing(theme.px(8))
        row.addWidget(self._icon(line.stage, 18))
        row.addWidget(words, 1)
        row.addWidget(self._running(line))
        return frame

    def _running(self, line: HelpLine) -> QLabel:
        clock = self._clocks[line.id] = label("help_time", line.running, "help_time")
        return clock

    def _button(self, line: HelpLine) -> QPushButton:
        mine = line.stage is HelpStage.MINE
        act = Act.END_HELP if mine else Act.ANSWER_HELP
        pressed = button("alarm", "help_done" if mine else "help_answer")
        words = self.tr("Done {key}") if mine else self.tr("I am coming {key}")
        pressed.setText(words.format(key=HELPED_KEY if mine else ALARM_KEY))
        said = self.tr("Done at {kiosk}") if mine else self.tr("I am coming to {kiosk}")
        pressed.setAccessibleName(said.format(kiosk=line.name))
        pressed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        pressed.clicked.connect(lambda: self._model.press(act, line.id))
        return pressed

    def _icon(self, stage: HelpStage, pixels: int) -> QLabel:
        colors = self._theme.colors
        ink, name = {
            HelpStage.ESCALATED: (colors.bad, "warning"),
            HelpStage.CALLING: (colors.primary, "help-hand"),
            HelpStage.MINE: (colors.good, "walk"),
        }.get(stage, (colors.quiet, "help-hand"))
        return icon_label(name, ink, self._theme.px(pixels))

    def _show_times(self) -> None:
        for line in self._calls.lines:
            clock = self._clocks.get(line.id)
            if clock is not None:
                clock.setText(line.running)

    def _announce(self) -> None:
        for line in self._calls.alarming:
            announce(self, line.whole, Tone.CAUTION)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
