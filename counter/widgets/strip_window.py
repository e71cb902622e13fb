"""A small window above all others, for clerks who work in another system all day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from common.qt.fonts import sized_font
from counter.view_models.acts import ALARM_KEY, KEYS, STRIP_KEY, Act, act_name
from counter.view_models.desk import DeskViewModel
from counter.view_models.message import Tone
from counter.view_models.sheets import FinishSheet
from counter.view_models.wording import OUTCOMES, outcome_name
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import (
    ACT_ICONS,
    ActButton,
    ElidedLabel,
    announce,
    button,
    label,
    practice_band,
    set_part,
)

SIZE = (560, 96)
PRACTICE_HEIGHT = 24
MARGIN = 16


class StripWindow(QWidget):
    """Number, next act, waiting count. Finishing happens in place; other questions open the desk.

    Signals:
        desk_asked(): show the whole desk again.
    """

    desk_asked = Signal()

    def __init__(self, model: DeskViewModel, theme: DeskTheme, family: str) -> None:
        super().__init__(
            None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setObjectName("strip_window")
        self.setFixedSize(*SIZE)
        self._model, self._theme = model, theme
        self._held_at: QPoint | None = None
        self._help_keys = {
            int(Qt.Key.Key_K): model.press_alarm_key,
            int(Qt.Key.Key_D): lambda: model.press(Act.END_HELP),
        }
        self._was_away = False
        self._frame = QFrame()
        self._number = label("title", name="strip_number")
        self._number.setFont(sized_font(family, 32, bold=True, numbers=True))
        self._state = label("caption", name="strip_state")
        self._primary = ActButton(theme, "strip_primary_button", "speaker", "strip")
        self._waiting = label("count", name="strip_waiting")
        self._waiting_words = label("caption")
        self._message = ElidedLabel("caption", "strip_message")
        self._desk = button("plain", "strip_desk_button")
        self._lay_out()
        model.changed.connect(self.refresh)
        model.alarms.changed.connect(self.refresh)
        model.help_calls.changed.connect(self.refresh)
        model.ticked.connect(self._tick)
        model.message_changed.connect(self.refresh)
        model.message_changed.connect(self._announce)
        model.sheet_changed.connect(self._follow_sheet)
        self._primary.clicked.connect(self._press_primary)
        self._desk.clicked.connect(self.desk_asked)
        self.refresh()

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self._number)
        who.addWidget(self._state)
        count = QVBoxLayout()
        count.setSpacing(0)
        for piece in (self._waiting, self._waiting_words):
            piece.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            count.addWidget(piece)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(who)
        row.addWidget(self._primary, 1)
        row.addLayout(count)
        below = QHBoxLayout()
        below.addWidget(self._message, 1)
        self._desk.setFixedHeight(22)
        set_part(self._desk, "strip_link")
        below.addWidget(self._desk)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(12, 6, 12, 4)
        column.setSpacing(2)
        column.addLayout(row, 1)
        column.addLayout(below)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if self._model.hall.practice:
            band = practice_band()
            band.setFixedHeight(PRACTICE_HEIGHT)
            self.setFixedSize(SIZE[0], SIZE[1] + PRACTICE_HEIGHT)
            outer.addWidget(band)
            band.show()
        outer.addWidget(self._frame)

    def move_to_corner(self) -> None:
        """Lower right, clear of the task bar."""
        free = QGuiApplication.primaryScreen().availableGeometry()
        self.move(free.right() - self.width() - MARGIN, free.bottom() - self.height() - MARGIN)

    def refresh(self) -> None:
        model = self._model
        sheet = model.sheet
        self._number.setText(model.current.number if model.current else "—")
        self._waiting.setText(str(model.waiting_count))
        self._waiting_words.setText(self.tr("waiting"))
        if isinstance(sheet, FinishSheet):
            verb = self.tr("{outcome}, %n case(s)", "", sheet.cases).format(
                outcome=outcome_name(sheet.outcome)
            )
            if sheet.receipt:
                verb = self.tr("{outcome} + receipt").format(outcome=verb)
            self._primary.say(verb, "Enter")
            self._primary.setEnabled(True)
            words = self.tr("1 to 6: result, + and −: cases, Esc: back")
            if sheet.forms_left:
                words = self.tr("Form not taken over: {names}").format(names=sheet.forms_left)
        else:
            self._primary.say(act_name(model.primary), KEYS[model.primary])
            self._primary.show_icon(ACT_ICONS[model.primary])
            self._primary.setEnabled(model.enabled(model.primary))
            words = self._help_words() or (
                model.message.words() if model.message else self._alarm_words()
            )
        if model.away:
            words = model.other_version or self.tr(
                "The hall's database is away; work goes on when it is back."
            )
            if not self._was_away:
                announce(self, words, Tone.CAUTION)
        self._was_away = model.away
        self._message.setText(words)
        self._desk.setText(self.tr("Whole desk {key}").format(key=STRIP_KEY))
        fresh = "true" if model.fresh_count and model.idle else "false"
        set_part(self._frame, "strip", fresh=fresh)
        self._show_state()

    def _help_words(self) -> str:
        """Who asks for help goes before what was done last."""
        alarming = self._model.help_calls.alarming
        if not alarming:
            return ""
        first = alarming[0]
        return f"{ALARM_KEY} · {first.running} · {first.name} · {first.state}"

    def _alarm_words(self) -> str:
        unseen = self._model.alarms.unseen
        return " · ".join(filter(None, (unseen[0].name, unseen[0].what))) if unseen else ""

    def _announce(self) -> None:
        message = self._model.message
        if message is not None:
            announce(self, message.words(), message.tone)

    def _tick(self) -> None:
        self._show_state()
        if self._model.help_calls.alarming and self._model.sheet is None and not self._model.away:
            self._message.setText(self._help_words())

    def _show_state(self) -> None:
        shown = self._model.person
        self._state.setText(
            f"{shown.state_word} {self._model.running_time}" if shown else self.tr("free")
        )

    def _press_primary(self) -> None:
        if self._model.sheet is None:
            self._model.press_primary()
        else:
            self._model.accept_sheet()

    def _follow_sheet(self) -> None:
        sheet = self._model.sheet
        if isinstance(sheet, FinishSheet):
            sheet.changed.connect(self.refresh)
        elif sheet is not None and self.isVisible():
            self.desk_asked.emit()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        sheet, key = self._model.sheet, event.key()
        if key == Qt.Key.Key_F11:
            self.desk_asked.emit()
        elif isinstance(sheet, FinishSheet):
            self._press_in_sheet(sheet, key)
        elif key in self._help_keys and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._help_keys[key]()
        elif key == Qt.Key.Key_F2:
            self._model.press_primary()
        elif key == Qt.Key.Key_F3:
            self._model.press(Act.RECALL)
        elif key == Qt.Key.Key_F4:
            self._model.press(Act.MISS)
        else:
            super().keyPressEvent(event)

    def _press_in_sheet(self, sheet: FinishSheet, key: int) -> None:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._model.accept_sheet()
        elif key == Qt.Key.Key_Escape:
            self._model.close_sheet()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            sheet.set_cases(sheet.cases + 1)
        elif key == Qt.Key.Key_Minus:
            sheet.set_cases(sheet.cases - 1)
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(OUTCOMES):
            sheet.choose_key(key - Qt.Key.Key_0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is not None:
            self.move(event.globalPosition().toPoint() - self._held_at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held_at = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
