"""The questions an act asks, laid over the desk. Keyboard first: type, arrows, Enter, Escape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from counter.view_models.acts import (
    ALARM_KEY,
    FORMS_KEY,
    HELP_KEY,
    HELPED_KEY,
    KEYS,
    LANGUAGE_KEY,
    PAPERS_KEY,
    SECONDARY,
    STRIP_KEY,
    Act,
    act_help,
    act_name,
)
from counter.view_models.appointments import AppointmentsSheet
from counter.view_models.approval import ApprovalSheet
from counter.view_models.choice_sheet import ChoiceSheet
from counter.view_models.desk import DeskViewModel
from counter.view_models.desk_sheets import Sheet
from counter.view_models.forms_sheet import FormsSheet
from counter.view_models.kiosks_sheet import KiosksSheet
from counter.view_models.menu import MENU_KEY, MenuSheet
from counter.view_models.message import Tone
from counter.view_models.new_password import NewPassword
from counter.view_models.notice_sheet import NoticeSheet
from counter.view_models.sheets import MOST_CASES, FinishSheet, PickSheet
from counter.view_models.take_number import TakeNumberSheet
from counter.view_models.wording import OUTCOMES, outcome_name
from counter.widgets.appointments_card import AppointmentsCard
from counter.widgets.choice_card import ChoiceCard
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.errand_cards import ApprovalCard, MenuCard, PasswordCard
from counter.widgets.forms_card import FormsCard
from counter.widgets.kiosks_card import KiosksCard
from counter.widgets.note_line import NoteLine
from counter.widgets.notice_card import NoticeCard
from counter.widgets.parts import MessageLine, button, label, set_part
from counter.widgets.row_list import OptionRowPainter, PlainList
from counter.widgets.sheet_card import SheetCard
from counter.widgets.take_number_card import TakeNumberCard

_OPTION_ROW = 40
_OPTIONS_SHOWN = 7
_VEIL = 90
"""Of 255: the desk stays readable behind a question."""


class FinishCard(SheetCard):
    """Outcome by 1 to 6, cases by plus, minus or arrows, Enter takes it."""

    def __init__(self, sheet: FinishSheet, theme: DeskTheme) -> None:
        title = QApplication.translate("Sheets", "Finish {number}").format(number=sheet.number)
        super().__init__(theme, title, act_name(Act.FINISH))
        self.setObjectName("finish_sheet")
        self._sheet = sheet
        self._choices: list[QPushButton] = []
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        for place, outcome in enumerate(OUTCOMES):
            choice = button("choice", f"outcome_{outcome.value}")
            choice.setText(f"{place + 1}   {outcome_name(outcome)}")
            choice.setAccessibleName(outcome_name(outcome))
            choice.setCheckable(True)
            choice.clicked.connect(lambda _=False, o=outcome: sheet.choose(o))
            self._choices.append(choice)
            grid.addWidget(choice, place // 3, place % 3)
        if sheet.forms_left:
            left = MessageLine(theme, "forms_left_line", wraps=True)
            words = self.tr("Not taken over yet: {names} (Esc, then {key})")
            left.show_words(
                words.format(names=sheet.forms_left, key=FORMS_KEY), Tone.CAUTION, "form"
            )
            self.body.addWidget(left)
        self.body.addWidget(label("caption", self.tr("Result: press 1 to 6")))
        self.body.addLayout(grid)
        self._cases = QSpinBox()
        self._cases.setObjectName("cases_field")
        self._cases.setRange(0, MOST_CASES)
        self._cases.setAccessibleName(self.tr("Number of cases"))
        self._cases.setFixedWidth(theme.px(88))
        self._cases.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._cases.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._cases.valueChanged.connect(sheet.set_cases)
        less, more = button("", "fewer_cases_button"), button("", "more_cases_button")
        less.setText("−")
        more.setText("+")
        less.setAccessibleName(self.tr("One case less"))
        more.setAccessibleName(self.tr("One case more"))
        less.clicked.connect(lambda: sheet.set_cases(sheet.cases - 1))
        more.clicked.connect(lambda: sheet.set_cases(sheet.cases + 1))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for piece in (less, self._cases, more):
            row.addWidget(piece)
        row.addStretch(1)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(label("caption", self.tr("Number of cases: + and −")))
        self.body.addLayout(row)
        self._receipt = button("choice", "receipt_button")
        self._receipt.setCheckable(True)
        self._receipt.setText(self.tr("Alt+R   Print the acceptance receipt"))
        self._receipt.setAccessibleName(self.tr("Print the acceptance receipt"))
        self._receipt.clicked.connect(sheet.let_receipt)
        quick = QShortcut(QKeySequence("Alt+R"), self)
        quick.activated.connect(lambda: sheet.let_receipt(not sheet.receipt))
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(self._receipt)
        sheet.changed.connect(self._show)
        self._show()

    def first_field(self) -> QWidget:
        return self._choices[0]

    def _show(self) -> None:
        for choice, outcome in zip(self._choices, OUTCOMES, strict=True):
            choice.setChecked(outcome is self._sheet.outcome)
        self._cases.setValue(self._sheet.cases)
        self._receipt.setVisible(self._sheet.receipt_offered)
        self._receipt.setChecked(self._sheet.receipt)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Up):
            self._sheet.set_cases(self._sheet.cases + 1)
        elif event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Down):
            self._sheet.set_cases(self._sheet.cases - 1)
        elif 1 <= digit <= len(OUTCOMES):
            self._sheet.choose_key(digit)
        else:
            super().keyPressEvent(event)


class PickCard(SheetCard):
    """Type to narrow the list, arrows to move, Tab for the note."""

    def __init__(self, sheet: PickSheet, title: str, theme: DeskTheme, family: str) -> None:
        super().__init__(theme, title, act_name(sheet.act))
        self.setObjectName(f"{sheet.act.value}_sheet")
        self._sheet, self._theme = sheet, theme
        self._search = QLineEdit(self)
        self._search.setObjectName("search_field")
        self._search.setText(sheet.typed)
        self._list = PlainList("option_list", self)
        self._note: QLineEdit | None = None
        self._back: QPushButton | None = None
        self._problem = label("caption", name="sheet_problem")
        self._problem.setWordWrap(True)
        if sheet.act is Act.SIGN_OUT:
            self.body.addWidget(self._explanation(sheet.number))
        for piece in (self._search, self._list):
            piece.hide()
        if sheet.has_options:
            self._add_options(family)
        if sheet.return_offered:
            self._add_return()
        if sheet.note_asked:
            self._add_note()
        self.body.addWidget(self._problem)
        self._problem.hide()
        sheet.changed.connect(self._show)
        self._show()

    def first_field(self) -> QWidget:
        if self._note is not None and self._sheet.note_needed and self._sheet.row:
            return self._note
        if self._sheet.has_options:
            return self._search
        return self._note or self.accept_button

    def _explanation(self, number: str) -> QLabel:
        words = label(
            "",
            self.tr("{number} stays at this counter and is here again when you sign in.").format(
                number=number
            ),
            "sheet_explanation",
        )
        words.setWordWrap(True)
        return words

    def _add_options(self, family: str) -> None:
        self._search.setPlaceholderText(self.tr("Type a number or a name, move with ↑ ↓"))
        self._search.setAccessibleName(self.tr("Search"))
        self._search.textEdited.connect(self._sheet.type)
        self._search.installEventFilter(self)
        set_part(self._list, "boxed")
        self._list.setModel(self._sheet.options)
        painter = OptionRowPainter(self._theme, family, _OPTION_ROW, self._list, 80)
        self._list.setItemDelegate(painter)
        self._list.setAccessibleName(self.tr("Choices"))
        self._list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._list.clicked.connect(lambda index: self._sheet.pick(index.row()))
        self._list.entered_row.connect(self._take_row)
        for piece in (self._search, self._list):
            self.body.addWidget(piece)
            piece.show()

    def _add_note(self) -> None:
        needed = self._sheet.note_needed
        caption = self.tr("Reason, needed") if needed else self.tr("Note, if you like")
        sheet = self._sheet
        line = NoteLine(self._theme, caption, sheet.note, sheet.ready_notes, sheet.write_note)
        self._note = line.field
        self.body.addWidget(line)

    def _add_return(self) -> None:
        """An expert is asked, and the person comes back: Alt+B."""
        self._back = button("choice", "comes_back_button")
        self._back.setCheckable(True)
        self._back.setText(self.tr("Alt+B   Ask, then come back here first"))
        self._back.setAccessibleName(self.tr("Ask, then come back here first"))
        self._back.clicked.connect(self._sheet.let_come_back)
        quick = QShortcut(QKeySequence("Alt+B"), self)
        quick.activated.connect(lambda: self._sheet.let_come_back(not self._sheet.comes_back))
        self.body.addWidget(self._back)

    def _take_row(self, row: int) -> None:
        self._sheet.pick(row)
        self._go_on()

    def _go_on(self) -> None:
        """Enter: accept, or go to the field that still needs an answer."""
        if self._sheet.complete:
            self.accepted.emit()
            return
        missing_note = self._sheet.has_pick and not self._sheet.has_note
        field = self._note if missing_note and self._note is not None else self._search
        self._problem.setText(
            self.tr("Write down the reason, or take one with Alt+1 to Alt+3.")
            if missing_note
            else self.tr("Nothing matches. Type another number or name.")
        )
        self._problem.show()
        set_part(field, "", wrong="true")
        field.setFocus()

    def _show(self) -> None:
        sheet = self._sheet
        if sheet.has_options:
            rows = min(max(sheet.options.offered, 2), _OPTIONS_SHOWN)
            self._list.setFixedHeight(rows * self._theme.px(_OPTION_ROW) + 4)
            self._list.setVisible(bool(sheet.options.offered))
            self._list.setCurrentIndex(sheet.options.index(sheet.row))
        if self._back is not None:
            self._back.setChecked(sheet.comes_back)
        for field in (self._search, self._note):
            if field is not None and field.property("wrong"):
                set_part(field, "", wrong="")
                self._problem.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self.close_button.hasFocus():
            if not event.isAutoRepeat():
                self._go_on()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent) and _is_press(event):
            steps = {
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_PageUp: -_OPTIONS_SHOWN,
                Qt.Key.Key_PageDown: _OPTIONS_SHOWN,
            }
            if step := steps.get(Qt.Key(event.key())):
                self._sheet.pick(self._sheet.row + step)
                return True
        return super().eventFilter(watched, event)


def _is_press(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress


class KeysCard(SheetCard):
    """F1: every key and what it does."""

    def __init__(self, theme: DeskTheme) -> None:
        super().__init__(
            theme,
            QApplication.translate("Sheets", "Keys"),
            QApplication.translate("Sheets", "Close (Esc)"),
            verb_key=False,
        )
        self.setObjectName("keys_sheet")
        self.close_button.hide()
        self.setFixedWidth(theme.px(800))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        first = (Act.CALL_NEXT, Act.SERVE, Act.FINISH)
        lines = [(KEYS[a], act_name(a), act_help(a)) for a in (*first, *SECONDARY, Act.SIGN_OUT)]
        lines += [
            (MENU_KEY, self.tr("More"), self.tr("What else can be done at this counter.")),
            (STRIP_KEY, self.tr("Small window"), self.tr("Only the number, on top of all else.")),
            (LANGUAGE_KEY, self.tr("Language"), self.tr("Chinese or English, at once.")),
            (FORMS_KEY, self.tr("Filled forms"), self.tr("Of the person here, or by code.")),
            (PAPERS_KEY, self.tr("Papers"), self.tr("Notices, receipts, slips, my figures.")),
            (
                ALARM_KEY,
                self.tr("I am coming"),
                self.tr("A person at a kiosk asks for help, or a kiosk needs it: you go."),
            ),
            (HELPED_KEY, self.tr("Help done"), self.tr("Whoever asked for help has been helped.")),
            (HELP_KEY, self.tr("Keys"), self.tr("This list.")),
        ]
        for row, (key, name, words) in enumerate(lines):
            grid.addWidget(label("key", key), row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label("", name), row, 1)
            grid.addWidget(label("quiet", words), row, 2)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)
        self.accepted.connect(self.closed)


class SheetLayer(QWidget):
    """The veil over the desk that holds one card and keeps the keyboard inside it."""

    def __init__(
        self, model: DeskViewModel, theme: DeskTheme, family: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sheet_layer")
        self._desk = parent
        self._model, self._theme, self._family = model, theme, family
        self._card: SheetCard | None = None
        self._focus_before: QWidget | None = None
        self._centre = QVBoxLayout(self)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self.hide()
        model.sheet_changed.connect(self._follow)
        self._follow()

    @property
    def card(self) -> SheetCard | None:
        return self._card

    def show_keys(self) -> None:
        if self._card is None:
            keys = KeysCard(self._theme)
            keys.closed.connect(self._remove)
            self._place(keys)

    def _follow(self) -> None:
        sheet = self._model.sheet
        if sheet is None:
            self._remove()
            return
        self._remove()
        card = self._card_for(sheet)
        card.accepted.connect(self._model.accept_sheet)
        card.closed.connect(self._model.close_sheet)
        self._place(card)

    def _card_for(self, sheet: Sheet) -> SheetCard:
        theme, family = self._theme, self._family
        match sheet:
            case FinishSheet():
                return FinishCard(sheet, theme)
            case ChoiceSheet():
                return ChoiceCard(sheet, self._title(sheet), theme)
            case PickSheet():
                return PickCard(sheet, self._title(sheet), theme, family)
            case NoticeSheet():
                return NoticeCard(sheet, theme)
            case MenuSheet():
                return MenuCard(sheet, theme)
            case ApprovalSheet():
                return ApprovalCard(sheet, theme)
            case TakeNumberSheet():
                return TakeNumberCard(sheet, theme, family)
            case AppointmentsSheet():
                return AppointmentsCard(sheet, theme, family)
            case FormsSheet():
                return FormsCard(sheet, theme, family)
            case KiosksSheet():
                return KiosksCard(sheet, theme)
            case NewPassword():
                return PasswordCard(sheet, theme)

    def _title(self, sheet: PickSheet | ChoiceSheet) -> str:
        titles = {
            Act.TRANSFER: self.tr("Transfer {number} to…"),
            Act.CALL_NUMBER: self.tr("Call a number of your choice"),
            Act.HOLD: self.tr("Put {number} on hold"),
            Act.PAUSE: self.tr("Pause service at this counter"),
            Act.EXTRA_QUEUE: self.tr("Take another queue besides your own"),
            Act.RESUME: self.tr("Take back a number on hold"),
            Act.REINSTATE: self.tr("Reinstate a missed number"),
            Act.CANCEL: self.tr("Cancel a number"),
            Act.PUT_FIRST: self.tr("Put a number before all others"),
            Act.RECEIPT: self.tr("Acceptance receipt for…"),
            Act.REPRINT: self.tr("Print a slip again"),
            Act.SIGN_OUT: self.tr("Sign out while {number} is here?"),
        }
        if sheet.act is Act.SIGN_OUT and not sheet.number:
            return self.tr("Sign out of this counter?")
        return titles[sheet.act].format(number=sheet.number)

    def _place(self, card: SheetCard) -> None:
        self._focus_before = self.window().focusWidget()
        self._card = card
        self._centre.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(self._desk.rect())
        self.show()
        self.raise_()
        card.first_field().setFocus()

    def _remove(self) -> None:
        if self._card is None:
            return
        card, self._card = self._card, None
        before = self._focus_before
        (before if before is not None and before.isEnabled() else self._desk).setFocus()
        card.hide()
        card.deleteLater()
        self.hide()

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._card is None:
            return super().focusNextPrevChild(forward)
        fields = [
            w
            for w in self._card.findChildren(QWidget)
            if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()
        ]
        here = self.window().focusWidget()
        place = fields.index(here) if here in fields else -1 if forward else 0
        fields[(place + (1 if forward else -1)) % len(fields)].setFocus(
            Qt.FocusReason.TabFocusReason
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key reaches the desk while a question is open."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(self._theme.colors.shadow)
        veil.setAlpha(_VEIL)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
