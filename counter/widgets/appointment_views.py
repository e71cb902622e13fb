"""Finding an appointment, and what comes of it: a number, or its place given back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from common.domain.hall import Hall
from counter.view_models.appointment_cancelling import CancelPage
from counter.view_models.appointment_check_in import CheckInPage
from counter.view_models.appointment_finder import AppointmentFinder, place_words
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import label, set_part
from counter.widgets.row_list import OptionRowPainter, PlainList

_ROW = 40
_CODE_WIDTH = 96


class FinderView(QWidget):
    """The field and the list below it; arrows move in the list."""

    def __init__(
        self, finder: AppointmentFinder, name: str, hint: str, theme: DeskTheme, family: str
    ) -> None:
        """`hint` stands where the list will be, until something is found."""
        super().__init__()
        self._finder = finder
        caption = self.tr("Code of the appointment, or the last four digits of the telephone")
        self.field = QLineEdit(finder.typed)
        self.field.setObjectName(f"{name}_field")
        self.field.setAccessibleName(caption)
        self.field.setMaxLength(32)
        self.field.textEdited.connect(finder.type)
        self.field.installEventFilter(self)
        self._list = PlainList(f"{name}_list")
        set_part(self._list, "boxed")
        self._list.setModel(finder.options)
        self._list.setItemDelegate(OptionRowPainter(theme, family, _ROW, self._list, _CODE_WIDTH))
        self._list.setAccessibleName(self.tr("Appointments"))
        self._list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._list.clicked.connect(lambda index: finder.pick(index.row()))
        self._list.entered_row.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label("caption", caption))
        column.addWidget(self.field)
        self._matches = QStackedWidget()
        self._matches.addWidget(self._list)
        self._matches.addWidget(self._hint(hint))
        column.addWidget(self._matches, 1)
        finder.refused.connect(self._point_at_field)

    def refresh(self) -> None:
        finder = self._finder
        if self.field.text() != finder.typed:
            self.field.setText(finder.typed)
        if self.field.property("wrong"):
            set_part(self.field, "", wrong="")
        self._list.setCurrentIndex(finder.options.index(finder.row))
        self._matches.setCurrentIndex(0 if finder.options.shown else 1)

    @staticmethod
    def _hint(hint: str) -> QLabel:
        words = label("empty", hint)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        return words

    def _take(self, row: int) -> None:
        self._finder.pick(row)
        self._finder.accept()

    def _point_at_field(self) -> None:
        set_part(self.field, "", wrong="true")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if step := steps.get(Qt.Key(event.key())):
                self._finder.pick(self._finder.row + step)
                return True
        return super().eventFilter(watched, event)


class Answer(QWidget):
    """What the person takes away, large, with the words to it."""

    def __init__(self, name: str, theme: DeskTheme) -> None:
        super().__init__()
        self._large = label("number", name=f"{name}_number", state="serving")
        self._heading = label("heading", name=f"{name}_heading")
        self._told = label("quiet", name=f"{name}_told")
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        for piece in (self._large, self._heading, self._told):
            piece.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(piece)
        for piece in (self._heading, self._told):
            piece.setWordWrap(True)
        column.addStretch(1)

    def say(self, large: str, heading: str, told: str) -> None:
        self._large.setText(large)
        self._heading.setText(heading)
        self._told.setText(told)


class CheckInView(QStackedWidget):
    """The finder, and in its place the number."""

    def __init__(self, page: CheckInPage, hall: Hall, theme: DeskTheme, family: str) -> None:
        super().__init__()
        self._page, self._hall = page, hall
        hint = self.tr("Type or scan it, and those who booked for today are listed here")
        self._finder = FinderView(page.finder, "check_in", hint, theme, family)
        self._answer = Answer("checked_in", theme)
        for piece in (self._finder, self._answer):
            self.addWidget(piece)

    @property
    def stage(self) -> bool:
        """Differs when another field is to be written in."""
        return self._page.done

    def first_field(self) -> QWidget | None:
        """Where the keyboard belongs; None is the button that Enter presses."""
        return None if self._page.done else self._finder.field

    def refresh(self) -> None:
        self._finder.refresh()
        result = self._page.checked_in
        self.setCurrentWidget(self._answer if result else self._finder)
        if result is not None:
            service = self._hall.service(result.appointment.service)
            ahead = self.tr("%n waiting before it; write the number down", "", result.issued.ahead)
            self._answer.say(
                result.issued.number,
                f"{self._page.told} · {service.name.say(self._page.language)}",
                ahead,
            )

    def verb(self) -> str:
        return self.tr("Check in another") if self._page.done else self.tr("Check in")

    def way_back(self) -> str:
        return self.tr("Done (Esc)") if self._page.done else self.tr("Back (Esc)")

    def under_way(self) -> str:
        """What is being done just now; empty for nothing."""
        if self._page.busy:
            return self.tr("Checking in…")
        return self.tr("Looking for it…") if self._page.finder.looking else ""


class CancelView(QStackedWidget):
    """The finder, and in its place the question whether it is meant."""

    def __init__(self, page: CancelPage, hall: Hall, theme: DeskTheme, family: str) -> None:
        super().__init__()
        self._page, self._hall = page, hall
        hint = self.tr("Type or scan it, and what is booked from today on is listed here")
        self._finder = FinderView(page.finder, "cancel", hint, theme, family)
        self._question = QWidget()
        self._asked = self._centred("title", "cancel_question")
        self._place = self._centred("heading", "cancel_place")
        self._what = self._centred("quiet", "cancel_what")
        column = QVBoxLayout(self._question)
        column.setSpacing(theme.px(12))
        column.addStretch(1)
        for words in (self._asked, self._place, self._what):
            column.addWidget(words)
        column.addStretch(1)
        for piece in (self._finder, self._question):
            self.addWidget(piece)

    @staticmethod
    def _centred(part: str, name: str) -> QLabel:
        words = label(part, name=name)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        return words

    @property
    def stage(self) -> bool:
        """Differs when another field is to be written in."""
        return self._page.asked is not None

    def first_field(self) -> QWidget | None:
        """Where the keyboard belongs; None is the button that Enter presses."""
        return None if self._page.asked else self._finder.field

    def refresh(self) -> None:
        self._finder.refresh()
        one = self._page.asked
        self.setCurrentWidget(self._question if one else self._finder)
        if one is not None:
            service = self._hall.service(one.service).name.say(self._page.language)
            self._asked.setText(self.tr("Cancel this appointment?"))
            self._place.setText(f"{place_words(one)} · {service}")
            self._what.setText(
                self.tr("{code}: its place is free for others at once").format(code=one.code)
            )

    def verb(self) -> str:
        return self.tr("Yes, cancel it") if self._page.asked else self.tr("Cancel it…")

    def way_back(self) -> str:
        return self.tr("No, keep it (Esc)") if self._page.asked else self.tr("Back (Esc)")

    def under_way(self) -> str:
        """What is being done just now; empty for nothing."""
        if self._page.busy:
            return self.tr("Cancelling…")
        return self.tr("Looking for it…") if self._page.finder.looking else ""
