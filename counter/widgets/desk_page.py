"""The desk: header, person, waiting people, and the acts with their keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from common.domain.text import Language
from common.qt.fonts import sized_font
from common.qt.hall_time import HallClock, time_text
from common.qt.translations import Translator
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
from counter.view_models.desk import DeskViewModel
from counter.view_models.menu import MENU_KEY
from counter.view_models.message import Tone
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import (
    ACT_ICONS,
    ActButton,
    ElidedLabel,
    button,
    icon_label,
    label,
    set_part,
)
from counter.widgets.person_card import PersonCard
from counter.widgets.sheet_views import SheetLayer
from counter.widgets.waiting_panel import WaitingPanel

PANEL_WIDTH = (420, 560)
"""Least and most of the right side."""


class DeskPage(QWidget):
    """Everything of one clerk's counter on one page.

    Signals:
        strip_asked(): show the small window instead.
    """

    strip_asked = Signal()

    def __init__(
        self,
        model: DeskViewModel,
        translator: Translator,
        clock: HallClock,
        theme: DeskTheme,
        family: str,
    ) -> None:
        super().__init__()
        self.setObjectName("desk_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_part(self, "page")
        self._model, self._translator, self._clock = model, translator, clock
        self._theme, self._family = theme, family
        self._keys = {KEYS[act]: act for act in (*SECONDARY, Act.SIGN_OUT)}
        self._build()
        self._sheets = SheetLayer(model, theme, family, self)
        self._connect()
        self._retranslate()

    @property
    def primary_button(self) -> ActButton:
        return self._primary

    def _build(self) -> None:
        self.person = PersonCard(self._model, self._theme, self._family)
        self.panel = WaitingPanel(self._model, self._theme, self._family)
        self.panel.setMinimumWidth(self._theme.px(PANEL_WIDTH[0]))
        self.panel.setMaximumWidth(self._theme.px(PANEL_WIDTH[1]))
        self._message = self.person.message
        self._primary = ActButton(self._theme, "primary_button", "speaker", "primary")
        self._acts = {
            act: ActButton(self._theme, f"{act.value}_button", ACT_ICONS[act]) for act in SECONDARY
        }
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        for act_button in self._acts.values():
            row.addWidget(act_button, 1)
        left = QVBoxLayout()
        left.setSpacing(self._theme.px(8))
        left.addWidget(self.person, 1)
        left.addWidget(self._primary)
        left.addLayout(row)
        body = QHBoxLayout()
        body.setContentsMargins(self._theme.edges(16, 16, 16, 16))
        body.setSpacing(self._theme.px(16))
        body.addLayout(left, 13)
        body.addWidget(self.panel, 7)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._build_header())
        page.addLayout(body, 1)
        QWidget.setTabOrder(self._primary, next(iter(self._acts.values())))

    def _build_header(self) -> QFrame:
        header, theme = QFrame(), self._theme
        set_part(header, "header")
        header.setFixedHeight(theme.px(56))
        self._badge = label("badge", name="counter_badge")
        self._badge.setFixedHeight(theme.px(40))
        self._counter = ElidedLabel("heading", "counter_name")
        self._clerk = label("quiet", name="clerk_name")
        self._served = label("quiet", name="served_today")
        self._time = label("heading", name="clock")
        self._time.setFont(sized_font(self._family, theme.sizes.heading, bold=True, numbers=True))
        self._help = button("plain", "keys_button")
        self._more = button("plain", "menu_button")
        self._strip = button("plain", "strip_button")
        self._language = button("plain", "language_button")
        self._leave = button("plain", "sign_out_button")
        row = QHBoxLayout(header)
        row.setContentsMargins(theme.edges(16, 0, 8, 0))
        row.setSpacing(theme.px(8))
        row.addWidget(self._badge)
        row.addSpacing(theme.px(4))
        row.addWidget(self._counter, 1)
        row.addWidget(icon_label("person", theme.colors.quiet, theme.px(18)))
        row.addWidget(self._clerk)
        row.addSpacing(theme.px(8))
        row.addWidget(icon_label("check", theme.colors.quiet, theme.px(18)))
        row.addWidget(self._served)
        row.addSpacing(theme.px(8))
        row.addWidget(self._time)
        row.addSpacing(theme.px(4))
        for plain in (self._more, self._strip, self._language, self._help, self._leave):
            plain.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(plain)
        return header

    def _connect(self) -> None:
        model = self._model
        model.changed.connect(self.refresh)
        model.message_changed.connect(self._show_message)
        model.ticked.connect(self._show_time_passing)
        self._clock.changed.connect(self._show_time)
        self._primary.clicked.connect(model.press_primary)
        for act, act_button in self._acts.items():
            act_button.clicked.connect(lambda _=False, a=act: model.press(a))
        self._leave.clicked.connect(lambda: model.press(Act.SIGN_OUT))
        self._more.clicked.connect(model.open_menu)
        self._strip.clicked.connect(self.strip_asked)
        self._help.clicked.connect(self.show_keys)
        self._language.clicked.connect(self.switch_language)

    def show_keys(self) -> None:
        """Lay the list of all keys over the desk."""
        self._sheets.show_keys()

    def switch_language(self) -> None:
        chinese = self._translator.language is Language.ZH
        self._translator.set_language(Language.EN if chinese else Language.ZH)

    def press_key(self, event: QKeyEvent) -> bool:
        """Do what a function key says; False when it says nothing. A held key counts once."""
        key = _key_name(event)
        others = (
            KEYS[Act.CALL_NEXT],
            HELP_KEY,
            MENU_KEY,
            STRIP_KEY,
            LANGUAGE_KEY,
            ALARM_KEY,
            HELPED_KEY,
            PAPERS_KEY,
            FORMS_KEY,
        )
        known = key in self._keys or key in others
        if not known or event.isAutoRepeat():
            return known
        if key in self._keys:
            self._model.press(self._keys[key])
        elif key == KEYS[Act.CALL_NEXT]:
            self._model.press_primary()
        elif key == HELP_KEY:
            self.show_keys()
        elif key == MENU_KEY:
            self._model.open_menu()
        elif key == STRIP_KEY:
            self.strip_asked.emit()
        elif key == FORMS_KEY:
            self._model.open_forms()
        elif key == PAPERS_KEY:
            self._model.open_papers()
        elif key == ALARM_KEY:
            self._model.press_alarm_key()
        elif key == HELPED_KEY:
            self._model.press(Act.END_HELP)
        else:
            self.switch_language()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sheets.setGeometry(self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._sheets.card is not None:
            self._sheets.card.first_field().setFocus()
            return
        self.setFocus()
        self._enable_primary(self._primary.isEnabled())

    def refresh(self) -> None:
        model = self._model
        self.person.refresh()
        self.panel.refresh()
        act = model.primary
        hint = ""
        if act is Act.CALL_NEXT and model.view is not None:
            hint = self.tr("%n waiting", "people", model.waiting_count)
        self._primary.say(act_name(act), KEYS[act], hint)
        self._primary.show_icon(ACT_ICONS[act])
        self._enable_primary(model.enabled(act))
        for act, act_button in self._acts.items():
            act_button.setEnabled(model.enabled(act))
        self._show_calls()
        self._leave.setEnabled(model.enabled(Act.SIGN_OUT))
        self._more.setEnabled(model.ready)
        self._show_header()
        self._show_message()

    def _show_time_passing(self) -> None:
        """Once a second: what a call, a pause or a hold allows may have changed."""
        self.person.refresh_time()
        self._show_calls()
        if self._model.pause is not None or self._model.current is not None:
            self._show_message()

    def _show_calls(self) -> None:
        """Until when the called number must wait for its next call, or to be set aside."""
        model = self._model
        current, seconds = model.current, model.call_again_in
        for act in (Act.RECALL, Act.MISS):
            act_button = self._acts[act]
            due = current is not None and bool(current.calls_left) == (act is Act.RECALL)
            counting = self.tr("{verb} {seconds} s").format(verb=act_name(act), seconds=seconds)
            act_button.count_down(counting if due and seconds else act_name(act))
            act_button.setEnabled(model.enabled(act))

    def _enable_primary(self, enabled: bool) -> None:
        """Qt would hand the focus of a disabled button to its neighbour; it comes back instead.

        The window's own focus widget counts: the clerk may be in another program meanwhile.
        """
        if not enabled and self.window().focusWidget() is self._primary:
            self.setFocus()
        self._primary.setEnabled(enabled)
        if enabled and self.window().focusWidget() is self:
            self._primary.setFocus()

    def _show_header(self) -> None:
        model, language = self._model, self._model.language
        counter = model.hall.counter(model.session.counter)
        self._badge.setText(counter.code)
        self._badge.setStyleSheet(f"background: {self._theme.zone(counter.zone)};")
        zone = model.hall.zone(counter.zone).name.say(language)
        self._counter.setText(f"{counter.name.say(language)} · {zone}")
        self._clerk.setText(model.session.clerk_name.say(language))
        served = model.view.served_today if model.view else 0
        self._served.setText(self.tr("%n served today", "people", served))

    def _show_time(self) -> None:
        self._time.setText(time_text(self._clock.now(), self._clock.zone))

    def _show_message(self) -> None:
        model = self._model
        if model.other_version:
            self._message.show_words(model.other_version, Tone.CAUTION, "database-off")
        elif model.away:
            words = (
                self.tr("The hall's database is away. “{act}” goes on when it is back.").format(
                    act=act_name(model.act_under_way)
                )
                if model.act_under_way
                else self.tr(
                    "The hall's database is away. No number is lost; work goes on when it is back."
                )
            )
            self._message.show_words(words, Tone.CAUTION, "database-off")
        elif model.message is None and model.paused_long:
            self._message.show_words(
                self.tr("This pause has become long; {key} resumes service").format(
                    key=KEYS[Act.REOPEN]
                ),
                Tone.CAUTION,
                "warning",
            )
        elif model.message is None and model.called_often:
            self._message.show_words(
                self.tr("Called often enough; {key} sets the number aside").format(
                    key=KEYS[Act.MISS]
                ),
                Tone.INFO,
                "info",
            )
        else:
            self._message.show_message(model.message)
        # An empty line leaves its place to the person; on a free desk nothing may jump.
        self._message.setVisible(bool(self._message.text()) or model.current is None)

    def _retranslate(self) -> None:
        self._more.setText(self.tr("More {key}").format(key=MENU_KEY))
        self._strip.setText(self.tr("Small window {key}").format(key=STRIP_KEY))
        self._help.setText(self.tr("Keys {key}").format(key=HELP_KEY))
        self._language.setText(self.tr("中文", "the other language, in its own words"))
        self._language.setAccessibleName(self.tr("Change language"))
        self._language.setToolTip(LANGUAGE_KEY)
        self._leave.setText(act_name(Act.SIGN_OUT))
        self._leave.setToolTip(KEYS[Act.SIGN_OUT])
        for act, act_button in self._acts.items():
            act_button.say(act_name(act), KEYS[act])
            act_button.setToolTip(act_help(act))
        self._show_time()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _key_name(event: QKeyEvent) -> str:
    """F1 to F12 and the Ctrl combinations, as the key list spells them."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12 and not plain:
        return f"F{event.key() - Qt.Key.Key_F1 + 1}"
    if plain == Qt.KeyboardModifier.ControlModifier and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z:
        return f"Ctrl+{chr(event.key())}"
    return ""
