"""Booking ahead, from left to right: service, day, half hour; below them the person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from common.qt.translations import weekday_text
from counter.view_models.appointment_booking import BookingPage, DayPlaces, Step
from counter.widgets.appointment_views import Answer
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import button, label, set_part
from counter.widgets.row_list import OptionRowPainter, PlainList

_ROW = 40
_COLUMNS = 3
_DAYS_WIDTH = 232
_SLOT_WIDTH = 124


class BookingView(QStackedWidget):
    """The questions, and in their place the code."""

    def __init__(self, page: BookingPage, theme: DeskTheme, family: str) -> None:
        super().__init__()
        self._page, self._theme = page, theme
        self._shown_days: tuple[DayPlaces, ...] | None = None
        self._shown_day: DayPlaces | None = None
        self._days: list[QPushButton] = []
        self._slots: list[QPushButton] = []
        self._asking = QWidget()
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(20))
        columns.addLayout(self._service_column(family), 1)
        columns.addWidget(self._places())
        rows = QVBoxLayout(self._asking)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(12))
        rows.addLayout(columns, 1)
        rows.addLayout(self._person_row())
        self._answer = Answer("booked", theme)
        for piece in (self._asking, self._answer):
            self.addWidget(piece)
        page.refused.connect(self._point_at)

    def _service_column(self, family: str) -> QVBoxLayout:
        page, theme = self._page, self._theme
        self._search = QLineEdit(page.typed)
        self._search.setObjectName("booking_service_field")
        self._search.setPlaceholderText(self.tr("Type a code or a part of the service's name"))
        self._search.setAccessibleName(self.tr("Service"))
        self._search.textEdited.connect(page.type)
        self._search.installEventFilter(self)
        self._list = PlainList("booking_service_list")
        set_part(self._list, "boxed")
        self._list.setModel(page.options)
        self._list.setItemDelegate(OptionRowPainter(theme, family, _ROW, self._list, 80))
        self._list.setAccessibleName(self.tr("Services"))
        self._list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._list.clicked.connect(lambda index: page.pick(index.row()))
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(label("caption", self.tr("Service")))
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        return column

    def _places(self) -> QWidget:
        """Days and half hours; before a service is taken, words in their place."""
        theme = self._theme
        self._hint = label("empty", self.tr("Enter shows the days and half hours"), "booking_hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        choosing, both = QWidget(), QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(20))
        choosing.setLayout(both)
        self._day_column, self._slot_grid = QVBoxLayout(), QGridLayout()
        for caption, inner, width in (
            (self.tr("Day: places left"), self._day_column, _DAYS_WIDTH),
            (
                self.tr("Half hour: places left"),
                self._slot_grid,
                _COLUMNS * _SLOT_WIDTH + (_COLUMNS - 1) * 6,
            ),
        ):
            inner.setSpacing(theme.px(6))
            column = QVBoxLayout()
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.px(8))
            column.addWidget(label("caption", caption))
            column.addLayout(inner)
            column.addStretch(1)
            holder = QWidget()
            holder.setFixedWidth(theme.px(width))
            holder.setLayout(column)
            both.addWidget(holder)
        stack = self._choosing = QStackedWidget()
        stack.addWidget(self._hint)
        stack.addWidget(choosing)
        stack.setFixedWidth(
            theme.px(_DAYS_WIDTH + 20 + _COLUMNS * _SLOT_WIDTH + (_COLUMNS - 1) * 6)
        )
        stack.setMinimumHeight(theme.px(6 * (_ROW + 6) + 24))
        return stack

    def _person_row(self) -> QHBoxLayout:
        page = self._page
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(20))
        self._phone = self._field(
            row,
            "booking_phone_field",
            self.tr("Telephone, if the person likes; its last four digits are kept"),
            page.set_phone,
        )
        self._phone.setText(page.phone)
        self._identity = self._field(
            row,
            "booking_identity_field",
            self.tr("ID number, if the person likes; only a mark of it is kept"),
            page.set_identity,
        )
        self._identity.setText(page.identity)
        return row

    def _field(
        self, row: QHBoxLayout, name: str, caption: str, set_value: Callable[[str], None]
    ) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(caption)
        field.setMaxLength(64)
        field.textEdited.connect(set_value)
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(8))
        column.addWidget(label("caption", caption))
        column.addWidget(field)
        row.addLayout(column, 1)
        return field

    # What the card asks of each of its pages

    @property
    def stage(self) -> tuple[int, int, int]:
        """Differs when the keyboard belongs elsewhere."""
        page = self._page
        return (page.step, page.day_row, page.slot_row)

    def first_field(self) -> QWidget | None:
        """Where the keyboard belongs; None is the button that Enter presses."""
        page = self._page
        match page.step:
            case Step.SERVICE:
                return self._search
            case Step.DAY:
                return self._days[page.day_row]
            case Step.HALF_HOUR:
                return self._slots[page.slot_row]
            case Step.PERSON:
                return self._identity if self._identity.hasFocus() else self._phone
            case Step.BOOKED:
                return None

    def verb(self) -> str:
        return {
            Step.SERVICE: self.tr("Show the days"),
            Step.DAY: self.tr("Take this day"),
            Step.HALF_HOUR: self.tr("Take this half hour"),
            Step.PERSON: self.tr("Book"),
            Step.BOOKED: self.tr("Book another"),
        }[self._page.step]

    def way_back(self) -> str:
        done = self._page.step is Step.BOOKED
        return self.tr("Done (Esc)") if done else self.tr("Back (Esc)")

    def under_way(self) -> str:
        """What is being done just now; empty for nothing."""
        if not self._page.busy:
            return ""
        asking = self._page.step is Step.SERVICE
        return self.tr("Looking for places…") if asking else self.tr("Booking…")

    def refresh(self) -> None:
        page = self._page
        for field, text in (
            (self._search, page.typed),
            (self._phone, page.phone),
            (self._identity, page.identity),
        ):
            if field.text() != text:
                field.setText(text)
            if field.property("wrong"):
                set_part(field, "", wrong="")
        self._list.setCurrentIndex(page.options.index(page.row))
        self._choosing.setCurrentIndex(1 if page.days else 0)
        self._show_days()
        self._show_slots()
        one = page.booked
        self.setCurrentWidget(self._answer if one else self._asking)
        if one is not None:
            self._answer.say(
                one.code,
                f"{page.booked_place} · {page.booked_service}",
                self.tr(
                    "Check-in begins %n minute(s) before; write the code down",
                    "",
                    page.check_in_minutes,
                ),
            )

    # Days and half hours

    def _show_days(self) -> None:
        page = self._page
        if page.days is not self._shown_days:
            self._shown_days = page.days
            _discard(self._days)
            for row, day in enumerate(page.days):
                choice = self._choice(f"day_{day.day.isoformat()}", self._day_words(day), day.left)
                choice.clicked.connect(lambda _=False, r=row: page.choose_day(r))
                self._days.append(choice)
                self._day_column.addWidget(choice)
                choice.show()
        _mark(self._days, page.day_row)

    def _show_slots(self) -> None:
        page = self._page
        if page.day is not self._shown_day:
            self._shown_day = page.day
            _discard(self._slots)
            for row, slot in enumerate(page.day.slots if page.day else ()):
                words = f"{slot.start:%H:%M}  {self._left_words(slot.left)}"
                choice = self._choice(f"slot_{slot.start:%H%M}", words, slot.left)
                choice.clicked.connect(lambda _=False, r=row: page.choose_slot(r))
                self._slots.append(choice)
                self._slot_grid.addWidget(choice, row // _COLUMNS, row % _COLUMNS)
                choice.show()  # at once: the next key may already be for it
        _mark(self._slots, page.slot_row)

    def _choice(self, name: str, words: str, left: int) -> QPushButton:
        choice = button("place", name)
        choice.setText(words)
        choice.setAccessibleName(words)
        choice.setCheckable(True)
        choice.setEnabled(bool(left))
        choice.installEventFilter(self)
        return choice

    def _day_words(self, day: DayPlaces) -> str:
        weekday = weekday_text(day.day, self._page.language)
        return f"{day.day:%m-%d} {weekday}  {self._left_words(day.left)}"

    def _left_words(self, left: int) -> str:
        return self.tr("%n left", "places", left) if left else self.tr("full")

    def _point_at(self, name: str) -> None:
        fields = {"service": self._search, "phone": self._phone, "identity": self._identity}
        set_part(fields[name], "", wrong="true")
        fields[name].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move where they point: in the services, the days, and the half hours."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if watched is self._search:
                return self._move_service(key)
            if watched in self._days:
                return self._move_day(key)
            if watched in self._slots:
                return self._move_slot(key)
        return super().eventFilter(watched, event)

    def _move_service(self, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if step:
            self._page.pick(self._page.row + step)
        return bool(step)

    def _move_day(self, key: Qt.Key) -> bool:
        page = self._page
        if step := {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key):
            page.move_day(step)
        elif key == Qt.Key.Key_Right:
            page.choose_slot(page.slot_row)
        return bool(step) or key in (Qt.Key.Key_Left, Qt.Key.Key_Right)

    def _move_slot(self, key: Qt.Key) -> bool:
        page = self._page
        steps = {
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Down: _COLUMNS,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
        }
        step = steps.get(key)
        if step == -1 and page.slot_row % _COLUMNS == 0:
            page.choose_day(page.day_row)
        elif step:
            page.move_slot(step)
        return bool(step)


def _mark(choices: list[QPushButton], chosen: int) -> None:
    """Tab comes to the chosen one alone; arrows go on from there."""
    for row, choice in enumerate(choices):
        choice.setChecked(row == chosen)
        tab = Qt.FocusPolicy.StrongFocus if row == chosen else Qt.FocusPolicy.ClickFocus
        choice.setFocusPolicy(tab)


def _discard(choices: list[QPushButton]) -> None:
    for choice in choices:
        choice.hide()
        choice.deleteLater()
    choices.clear()
