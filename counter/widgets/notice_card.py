"""The one-time notice: tick what is missing, a remark, and a reason when it is not the first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QWidget

from counter.view_models.notice_sheet import NoticeSheet, reasons_for_another
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.note_line import NoteLine
from counter.widgets.parts import button, label, set_part
from counter.widgets.sheet_card import SheetCard

_COLUMNS = 2
_WIDTH = 760
_NAME_WIDTH = 250
"""What digit and tick leave of half the card."""
_DIGITS = 9


class NoticeCard(SheetCard):
    """Digits tick outside the fields; Enter prints."""

    def __init__(self, sheet: NoticeSheet, theme: DeskTheme) -> None:
        title = QApplication.translate("Sheets", "One-time notice for {number}").format(
            number=sheet.number
        )
        super().__init__(theme, title, QApplication.translate("Sheets", "Give the notice"))
        self.setObjectName("notice_sheet")
        self.setFixedWidth(theme.px(_WIDTH))
        self._sheet = sheet
        hint = self.tr("Everything that is missing: tick with 1 to 9, 0 ticks all")
        self.body.addWidget(label("caption", hint))
        self.accept_button.clicked.disconnect()
        self.accept_button.clicked.connect(self._go_on)
        self._name_width = theme.px(_NAME_WIDTH)
        self._ticks: list[QPushButton] = []
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        for row, (code, name, kind) in enumerate(sheet.materials):
            tick = button("choice", f"missing_{code}")
            tick.setCheckable(True)
            tick.setToolTip(f"{name} · {kind}")
            tick.setAccessibleName(name)
            tick.setAccessibleDescription(kind)
            tick.clicked.connect(lambda _=False, at=row: sheet.tick(at))
            self._ticks.append(tick)
            grid.addWidget(tick, row // _COLUMNS, row % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self._remark = NoteLine(
            theme, self.tr("Remark, if you like"), sheet.remark, (), sheet.write_remark
        )
        self._remark.field.setObjectName("remark_field")
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(self._remark)
        self._reason: NoteLine | None = None
        if sheet.given:
            self._add_reason(theme)
        self._problem = label("caption", name="sheet_problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        sheet.changed.connect(self._show)
        self._show()

    def first_field(self) -> QWidget:
        return self._ticks[0] if self._ticks else self._remark.field

    def _add_reason(self, theme: DeskTheme) -> None:
        sheet = self._sheet
        caption = self.tr("%n notice(s) already. Reason for another, needed", "", sheet.given)
        self._reason = NoteLine(
            theme, caption, sheet.reason, reasons_for_another(), sheet.write_reason
        )
        self._reason.field.setObjectName("reason_field")
        self.body.addWidget(self._reason)

    def _show(self) -> None:
        for row, tick in enumerate(self._ticks):
            ticked = self._sheet.is_ticked(row)
            key = f"{row + 1}   " if row < _DIGITS else ""
            name = tick.fontMetrics().elidedText(
                self._sheet.materials[row][1], Qt.TextElideMode.ElideRight, self._name_width
            )
            tick.setText(f"{key}{name}   ✓" if ticked else f"{key}{name}")
            tick.setChecked(ticked)
        self._problem.hide()
        if self._reason is not None:
            set_part(self._reason.field, "", wrong="")

    def _go_on(self) -> None:
        """Enter: give the notice, or say what it lacks."""
        if self._sheet.complete:
            self.accepted.emit()
            return
        if not self._sheet.says_something:
            self._problem.setText(self.tr("Tick what is missing, or write a remark."))
            self.first_field().setFocus()
        elif self._reason is not None:
            self._problem.setText(
                self.tr("Write down the reason, or take one with Alt+1 to Alt+3.")
            )
            set_part(self._reason.field, "", wrong="true")
            self._reason.field.setFocus()
        self._problem.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self.close_button.hasFocus():
            if not event.isAutoRepeat():
                self._go_on()
        elif Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9 and not event.modifiers():
            self._sheet.tick_key(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)
