"""The person in front of the clerk, or a calm word that nobody is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from common.domain.ticket import LegState
from common.qt.fonts import sized_font
from common.qt.translations import duration_text
from counter.view_models.acts import FORMS_KEY
from counter.view_models.choice_sheet import pause_reason_name
from counter.view_models.desk import DeskViewModel
from counter.view_models.person import Person
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import (
    ElidedLabel,
    MessageLine,
    button,
    icon_label,
    label,
    set_icon,
    set_part,
)
from counter.widgets.route_steps import RouteSteps

MATERIAL_COLUMNS = 2
SERVICES_SHOWN = 3


class PersonCard(QFrame):
    """The left side of the desk; `message` is the calm line along its lower edge."""

    def __init__(self, model: DeskViewModel, theme: DeskTheme, family: str) -> None:
        super().__init__()
        self.setObjectName("person_card")
        self._model, self._theme, self._family = model, theme, family
        self._shown: Person | None = None
        self.message = MessageLine(theme, "message_line")
        self._stack = QStackedLayout()
        foot = QHBoxLayout()
        foot.setContentsMargins(self._theme.edges(7, 0, 7, 0))
        foot.addWidget(self.message)
        column = QVBoxLayout(self)
        column.setContentsMargins(self._theme.edges(1, 1, 1, 8))
        column.setSpacing(0)
        column.addLayout(self._stack, 1)
        column.addLayout(foot)
        # Only now: a stack that has no parent yet shows its pages as windows of their own.
        self._stack.addWidget(self._build_idle())
        self._stack.addWidget(self._build_person())
        self._retranslate()

    def _build_idle(self) -> QWidget:
        page = QWidget()
        theme = self._theme
        self._idle_icon = icon_label("reception", theme.colors.border_strong, theme.px(72))
        self._idle_words = label("idle", name="idle_words")
        self._idle_hint = label("empty", name="idle_hint")
        self._next_number = label("time", name="likely_next_number")
        self._next_facts = label("quiet", name="likely_next_facts")
        pieces = (self._idle_words, self._idle_hint, self._next_number, self._next_facts)
        column = QVBoxLayout(page)
        column.setSpacing(self._theme.px(8))
        column.addStretch(2)
        column.addWidget(self._idle_icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for piece in pieces:
            piece.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(piece)
        column.insertSpacing(3, self._theme.px(16))
        column.addStretch(3)
        return page

    def _build_person(self) -> QWidget:
        self._number = label("number", name="current_number")
        self._number.setFont(
            sized_font(self._family, self._theme.sizes.number, bold=True, numbers=True)
        )
        # Figures and capitals: the line needs no room for what hangs below.
        self._number.setFixedHeight(round(self._theme.sizes.number * 1.2))
        self._priority = label("chip", name="priority_mark", tone="caution")
        self._state = label("chip", name="state_word")
        self._time = label("time", name="running_time")
        self._time.setFont(sized_font(self._family, self._theme.px(40), bold=True, numbers=True))
        self._time_hint = label("caption", name="time_hint")
        self._services = QVBoxLayout()
        self._services.setSpacing(self._theme.px(2))
        self._form_words = ElidedLabel("form", "person_form")
        self._form = self._build_form_button()
        self._steps_label = label("caption")
        self._steps = RouteSteps(self._theme, self._family)
        self._materials_label = label("caption")
        self._materials = QGridLayout()
        self._materials.setHorizontalSpacing(self._theme.px(24))
        self._materials.setVerticalSpacing(self._theme.px(6))
        self._reason_label, self._reason_words, self._reason = self._box("reason", "info")
        self._note_label, self._note_words, self._note = self._box("note", "form")

        marks = QVBoxLayout()
        marks.setSpacing(self._theme.px(8))
        marks.addStretch(1)
        marks.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        marks.addWidget(self._priority, 0, Qt.AlignmentFlag.AlignLeft)
        marks.addStretch(1)
        times = QVBoxLayout()
        times.setSpacing(0)
        times.addStretch(1)
        times.addWidget(self._time, 0, Qt.AlignmentFlag.AlignRight)
        times.addWidget(self._time_hint, 0, Qt.AlignmentFlag.AlignRight)
        times.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(self._theme.px(24))
        top.addWidget(self._number)
        top.addLayout(marks)
        top.addStretch(1)
        top.addLayout(times)

        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(self._theme.edges(24, 12, 24, 4))
        column.setSpacing(self._theme.px(10))
        column.addLayout(top)
        column.addLayout(self._services)
        column.addWidget(self._form)
        column.addWidget(self._note)
        column.addWidget(self._reason)
        column.addSpacing(self._theme.px(4))
        column.addWidget(self._steps_label)
        column.addWidget(self._steps)
        column.addWidget(self._materials_label)
        column.addLayout(self._materials)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("person_scroll")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        return area

    def _build_form_button(self) -> QPushButton:
        made = button("form", "person_form_button")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(self._model.open_forms)
        px = self._theme.px
        row = QHBoxLayout(made)
        row.setContentsMargins(self._theme.edges(12, 0, 8, 0))
        row.setSpacing(px(12))
        row.addWidget(icon_label("form", self._theme.colors.primary, px(20)))
        row.addWidget(self._form_words, 1)
        row.addWidget(label("key", FORMS_KEY), 0, Qt.AlignmentFlag.AlignVCenter)
        for piece in made.findChildren(QLabel):
            piece.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return made

    def _box(self, part: str, icon_name: str) -> tuple[QLabel, QLabel, QFrame]:
        frame = QFrame()
        frame.setObjectName(f"{part}_box")
        set_part(frame, part)
        colors = self._theme.colors
        ink = colors.primary if part == "reason" else colors.caution
        caption, words = label("caption"), label(name=f"{part}_words")
        words.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(caption)
        column.addWidget(words)
        row = QHBoxLayout(frame)
        row.setContentsMargins(self._theme.edges(12, 8, 12, 8))
        row.setSpacing(self._theme.px(12))
        row.addWidget(icon_label(icon_name, ink, self._theme.px(20)), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return caption, words, frame

    def refresh(self) -> None:
        shown = self._model.person
        self._stack.setCurrentIndex(1 if shown else 0)
        set_part(self, "card", state=shown.state.value if shown else "idle")
        if shown is None:
            self._show_idle()
        else:
            if shown != self._shown:
                self._show_person(shown)
            self.refresh_time()
            self._show_forms()
        self._shown = shown

    def refresh_time(self) -> None:
        self._time.setText(self._model.running_time)
        self._show_pause_time()

    def _show_idle(self) -> None:
        model = self._model
        row = model.likely_next
        paused = model.pause
        set_icon(
            self._idle_icon,
            "pause" if paused else "reception",
            self._theme.colors.caution if paused else self._theme.colors.border_strong,
            self._theme.px(72),
        )
        if model.view is None:
            words, hint = self.tr("Reading the line…"), ""
        elif paused is not None:
            words = self.tr("Service is paused: {reason}").format(
                reason=pause_reason_name(paused.reason)
            )
            hint = self.tr("The boards show it. Nobody is called here meanwhile.")
            row = None
        elif row is None:
            words = self.tr("Nobody is waiting now")
            hint = self.tr("You will be told when someone comes")
        else:
            words, hint = self.tr("The counter is free"), self.tr("Likely to be next")
        self._idle_words.setText(words)
        self._idle_hint.setText(hint)
        self._next_number.setVisible(row is not None or paused is not None)
        self._next_facts.setVisible(row is not None)
        self._show_pause_time()
        if row is not None:
            mark = f"★ {row.priority}" if row.priority else ""
            waited = self.tr("waited {time}").format(time=row.waited)
            self._next_number.setText(row.number)
            self._next_facts.setText(" · ".join(filter(None, (row.services, mark, waited))))

    def _show_pause_time(self) -> None:
        if self._model.pause is not None:
            self._next_number.setText(self._model.paused_for)

    def _show_person(self, shown: Person) -> None:
        self._number.setText(shown.number)
        set_part(self._number, "number", state=shown.state.value)
        self._state.setText(shown.state_word)
        set_part(self._state, "chip", tone=shown.state.value)
        self._priority.setText(f"★ {shown.priority}")
        self._priority.setVisible(bool(shown.priority))
        waited = duration_text(shown.waited, self._model.language)
        if shown.state is LegState.CALLED and shown.calls_left:
            hint = self.tr(
                "called %n time(s), {left} more · waited {time}", "", shown.times_called
            ).replace("{left}", str(shown.calls_left))
        elif shown.state is LegState.CALLED:
            hint = self.tr("called %n time(s) · waited {time}", "", shown.times_called)
        else:
            hint = self.tr("service time · waited {time}")
        self._time_hint.setText(hint.format(time=waited))
        self._show_services(shown.services)
        self._reason.setVisible(bool(shown.reason))
        self._reason_words.setText(shown.reason)
        self._note.setVisible(bool(shown.note))
        self._note_words.setText(shown.note)
        self._steps.show_steps(shown.route)
        self._show_materials(shown.materials)

    def _show_services(self, services: tuple[str, ...]) -> None:
        _empty(self._services)
        for words in services[:SERVICES_SHOWN]:
            line = ElidedLabel("service", "service_name")
            line.setText(words)
            self._services.addWidget(line)
        further = len(services) - SERVICES_SHOWN
        if further > 0:
            self._services.addWidget(label("quiet", self.tr("and %n more", "services", further)))

    def _show_forms(self) -> None:
        """What this person filled in at a kiosk; one press opens it."""
        forms = self._model.forms
        self._form.setVisible(bool(forms.of_person))
        if not forms.of_person:
            return
        words = (
            self.tr("Form taken over: {names}")
            if forms.all_taken_over
            else self.tr("Form filled in: {names}")
        ).format(names=forms.names)
        self._form_words.setText(words)
        self._form.setAccessibleName(f"{words}, {FORMS_KEY}")

    def _show_materials(self, materials: tuple[tuple[str, str], ...]) -> None:
        _empty(self._materials)
        self._materials_label.setVisible(bool(materials))
        for place, (name, kind) in enumerate(materials):
            self._materials.addWidget(
                self._material(name, kind), place // MATERIAL_COLUMNS, place % MATERIAL_COLUMNS
            )
        for column in range(MATERIAL_COLUMNS):
            self._materials.setColumnStretch(column, 1)

    def _material(self, name: str, kind: str) -> QWidget:
        line = QWidget()
        mark = QLabel()
        set_icon(mark, "paper", self._theme.colors.quiet, self._theme.px(18))
        mark.setFixedWidth(self._theme.px(22))
        words = ElidedLabel(name="material")
        words.setText(f"{name} · {kind}" if kind else name)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(6))
        row.addWidget(mark)
        row.addWidget(words, 1)
        return line

    def _retranslate(self) -> None:
        self._steps_label.setText(self.tr("Route of this errand"))
        self._materials_label.setText(self.tr("Papers to ask for"))
        self._reason_label.setText(self.tr("Why this number"))
        self._note_label.setText(self.tr("Note"))
        self._shown = None
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _empty(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
