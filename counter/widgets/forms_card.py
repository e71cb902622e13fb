"""Filled forms over the desk: first which, then the form itself, all by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from common.domain.pickup_code import LENGTH
from counter.view_models.form_reader import FormReader
from counter.view_models.forms_sheet import FormsSheet
from counter.view_models.message import Tone
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.form_detail import FormDetail
from counter.widgets.form_list import FormList, FormRowPainter
from counter.widgets.parts import MessageLine, button, label, set_part
from counter.widgets.row_list import OptionRowPainter, PlainList
from counter.widgets.sheet_card import SheetCard

_WIDTH, _FIND_HEIGHT, _READ_HEIGHT = 1200, 240, 500
_ROW = 40
_CODE_WIDTH = 96


class FindView(QWidget):
    """The field for a code, and below it the forms of the person here."""

    def __init__(self, sheet: FormsSheet, theme: DeskTheme, family: str) -> None:
        super().__init__()
        self._sheet = sheet
        caption = self.tr("Code of the form, {count} signs; or scan the slip").format(count=LENGTH)
        self.field = QLineEdit(sheet.typed)
        self.field.setObjectName("form_code_field")
        self.field.setAccessibleName(caption)
        self.field.setMaxLength(64)
        self.field.textEdited.connect(sheet.type)
        self.field.installEventFilter(self)
        self._list = PlainList("forms_list")
        set_part(self._list, "boxed")
        self._list.setModel(sheet.options)
        self._list.setItemDelegate(OptionRowPainter(theme, family, _ROW, self._list, _CODE_WIDTH))
        self._list.setAccessibleName(self.tr("Filled forms"))
        self._list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._list.clicked.connect(lambda index: sheet.pick(index.row()))
        self._list.entered_row.connect(self._take)
        self._empty = label("empty", self.tr("Nobody here has filled in a form"), "forms_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._matches = QStackedWidget()
        self._matches.addWidget(self._list)
        self._matches.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label("caption", caption))
        column.addWidget(self.field)
        column.addWidget(self._matches, 1)

    def refresh(self) -> None:
        sheet = self._sheet
        if self.field.text() != sheet.typed:
            self.field.setText(sheet.typed)
        self._matches.setCurrentIndex(0 if sheet.options.shown else 1)
        self._list.setCurrentIndex(sheet.options.index(sheet.row))

    def _take(self, row: int) -> None:
        self._sheet.type("")
        self._sheet.pick(row)
        self._sheet.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if step := steps.get(Qt.Key(event.key())):
                self._sheet.pick(self._sheet.row + step)
                return True
        return super().eventFilter(watched, event)


class ReadView(QWidget):
    """The form: rows on the left, the picked one on the right, what can be done with it below."""

    def __init__(self, reader: FormReader, theme: DeskTheme, family: str) -> None:
        super().__init__()
        self._reader = reader
        self._number = label("chip", name="form_number", tone="fresh")
        self._facts = label("quiet", name="form_facts")
        self._state = label("chip", name="form_state")
        self._faults = label("chip", name="form_faults", tone="caution")
        self._unknown = label("caption", name="form_unknown")
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        for piece in (self._number, self._facts):
            head.addWidget(piece)
        head.addStretch(1)
        for piece in (self._unknown, self._faults, self._state):
            head.addWidget(piece)
        self.list = FormList("form_rows")
        self.list.setModel(reader.rows)
        self._painter = FormRowPainter(theme, family, self.list)
        self._painter.changed_word = self.tr("changed")
        self.list.setItemDelegate(self._painter)
        self.list.setAccessibleName(self.tr("Answers"))
        self.list.reveal_asked.connect(reader.reveal)
        self.list.entered_row.connect(lambda _: reader.edit())
        self.list.selectionModel().currentChanged.connect(
            lambda index, _: reader.pick(index.row()) if index.row() != reader.row else None
        )
        self.detail = FormDetail(reader, theme, family)
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(12))
        middle.addWidget(self.list, 3)
        middle.addWidget(self.detail, 2)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(theme.px(8))
        self._buttons: list[QPushButton] = []
        for name, words, act in (
            ("print_form_button", self.tr("Print A4"), reader.print),
            ("pdf_button", self.tr("Save PDF"), lambda: reader.begin_saving("pdf")),
            ("json_button", self.tr("Save JSON"), lambda: reader.begin_saving("json")),
            ("take_over_button", self.tr("Taken over"), reader.take_over),
            ("erase_form_button", self.tr("Erase now…"), reader.ask_to_erase),
        ):
            made = button("", name)
            made.setText(f"Alt+{len(self._buttons) + 1}  {words}")
            made.setAccessibleName(words)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(lambda _=False, do=act: do())
            quick = QShortcut(QKeySequence(f"Alt+{len(self._buttons) + 1}"), self)
            quick.activated.connect(lambda do=act, on=made: do() if on.isEnabled() else None)
            self._buttons.append(made)
            self._acts.addWidget(made, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addLayout(self._acts)

    def refresh(self) -> None:
        reader = self._reader
        self._number.setText(reader.number)
        self._number.setVisible(bool(reader.number))
        self._facts.setText(
            self.tr("{code} · filled in {time} at {kiosk}").format(
                code=reader.kept.code, time=reader.filled_at, kiosk=reader.kept.kiosk
            )
        )
        until = reader.erased_at
        self._state.setText(
            self.tr("Taken over, erased {time}").format(time=until)
            if reader.taken_over
            else self.tr("Erased {time} unless taken over").format(time=until)
        )
        set_part(self._state, "chip", tone="serving" if reader.taken_over else "")
        count = reader.fault_count
        self._faults.setText(self.tr("%n to look at", "answers", count))
        self._faults.setVisible(bool(count))
        self._unknown.setText(self.tr("%n answer(s) only in the JSON file", "", reader.unknown))
        self._unknown.setVisible(bool(reader.unknown))
        for made in self._buttons:
            made.setEnabled(not reader.busy and reader.editor is None and reader.file is None)
        self._buttons[3].setEnabled(self._buttons[3].isEnabled() and not reader.taken_over)
        if self.list.currentIndex().row() != reader.row:
            self.list.setCurrentIndex(reader.rows.index(reader.row))
        if self.detail.refresh():
            self.first_field().setFocus()

    def first_field(self) -> QWidget:
        return self.detail.first_field() or self.list


class FormsCard(SheetCard):
    """Enter goes on, Escape goes back by one step."""

    def __init__(self, sheet: FormsSheet, theme: DeskTheme, family: str) -> None:
        super().__init__(theme, QApplication.translate("Sheets", "Filled forms"), "")
        self.setObjectName("forms_sheet")
        self.setFixedWidth(theme.px(_WIDTH))
        self._sheet, self._theme, self._family = sheet, theme, family
        self.close_button.clicked.disconnect(self.closed)
        self.close_button.clicked.connect(self._go_back)
        self._pages = QStackedWidget()
        self._pages.setFixedHeight(theme.px(_FIND_HEIGHT))
        self._find = FindView(sheet, theme, family)
        self._pages.addWidget(self._find)
        self._read: ReadView | None = None
        self._reader: FormReader | None = None
        self.body.addWidget(self._pages)
        self._message = MessageLine(theme, "forms_message", wraps=True)
        self._message.setMinimumHeight(theme.px(44))
        self.body.addWidget(self._message)
        sheet.changed.connect(self._show)
        self._show()

    def first_field(self) -> QWidget:
        return self._read.first_field() if self._read is not None else self._find.field

    def _show(self) -> None:
        sheet = self._sheet
        if sheet.reader is not self._reader:
            self._turn(sheet.reader)
        if self._read is not None:
            self._read.refresh()
        else:
            self._find.refresh()
        reader = sheet.reader
        heading = self.findChild(QLabel, "sheet_title")
        assert isinstance(heading, QLabel)
        heading.setText(
            reader.title if reader else QApplication.translate("Sheets", "Filled forms")
        )
        self.accept_button.setText(self.tr("{verb} (Enter)").format(verb=self._verb()))
        busy = sheet.busy or (reader is not None and reader.busy)
        self.accept_button.setEnabled(not busy)
        if busy:
            self._message.show_words(self.tr("One moment…"), Tone.INFO, "progress")
        else:
            self._message.show_message(sheet.message)

    def _turn(self, reader: FormReader | None) -> None:
        if self._read is not None:
            self._pages.removeWidget(self._read)
            self._read.deleteLater()
            self._read = None
        self._reader = reader
        if reader is not None:
            self._read = ReadView(reader, self._theme, self._family)
            self._pages.addWidget(self._read)
        height = _FIND_HEIGHT if reader is None else _READ_HEIGHT
        self._pages.setFixedHeight(self._theme.px(height))
        self._pages.setCurrentWidget(self._read or self._find)
        self.first_field().setFocus()

    def _verb(self) -> str:
        reader = self._sheet.reader
        if reader is None:
            return self.tr("Open")
        if reader.file is not None:
            return self.tr("Replace it") if reader.sure else self.tr("Save")
        return self.tr("Save the change") if reader.editor is not None else self.tr("Change")

    def _go_back(self) -> None:
        if not self._sheet.step_back():
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        escape = event.key() == Qt.Key.Key_Escape
        if not event.isAutoRepeat() and (escape or (enter and self.close_button.hasFocus())):
            self._go_back()
        else:
            super().keyPressEvent(event)
