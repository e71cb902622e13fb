"""The virtual identity-card reader's window, and the process that shows it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from common.devices.virtual.id_reader import VirtualIdReader
from common.devices.virtual.persons import FOREIGNER, PERSONS
from common.devices.virtual.serve import ReaderOrder, start_reader
from common.domain.text import Language
from common.qt.application import Lifeline, create_application, set_up_logging
from common.qt.fonts import register_fonts
from common.qt.id_reader_view import IdReaderView
from common.qt.printer_colors import printer_colors
from common.qt.printer_style import Switch, printer_style
from common.qt.translations import Translator

_FRAME_MS = 33
_KNOBS_WIDTH = 316
_CARD_WIDTH = 112
_SLOW_SECONDS = 2.0
_NOISE_BYTES = 40
_WRONG_PER_CENT = 30


class IdReaderWindow(QWidget):
    """The reader, the cards that may be put on it, and what can be wrong with it.

    Signals:
        happened(): something changed in the reader; from any thread.
    """

    happened = Signal()

    def __init__(
        self, reader: VirtualIdReader, urls: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._view = IdReaderView(reader, self)
        self._knobs: dict[str, tuple[Switch, float]] = {}
        right = QVBoxLayout()
        right.setContentsMargins(0, 12, 0, 12)
        right.setSpacing(8)
        for group in (self._cards(), self._faults(), self._line(urls)):
            group.setFixedWidth(_KNOBS_WIDTH)
            right.addWidget(group)
        right.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(12)
        layout.addWidget(self._view, 1)
        layout.addLayout(right)
        self._frame = QTimer(self, singleShot=True, interval=_FRAME_MS)
        self._frame.timeout.connect(self._show)
        self.happened.connect(self._wait_for_frame, Qt.ConnectionType.QueuedConnection)
        self.setWindowTitle(self.tr("Virtual identity-card reader"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        edge = printer_colors()["desk_edge"].name()
        self.setStyleSheet(printer_style() + f"IdReaderWindow {{ background: {edge}; }}")
        self._tell = self.happened.emit
        reader.observe(self._tell)
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._reader.forget(self._tell)
        super().closeEvent(event)

    # -- build -------------------------------------------------------------------------------------

    def _group(self, title: str) -> tuple[QFrame, QGridLayout]:
        box = QFrame(self)
        box.setObjectName("knobs")
        grid = QGridLayout(box)
        grid.setContentsMargins(14, 8, 14, 10)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        heading = QLabel(title, box)
        heading.setObjectName("heading")
        grid.addWidget(heading, 0, 0, 1, 2)
        return box, grid

    def _cards(self) -> QFrame:
        box, grid = self._group(self.tr("Cards"))
        self._remove = self._button(self.tr("Take the card off"), self._reader.remove)
        grid.addWidget(self._remove, 1, 0, 1, 2)
        for place, person in enumerate((*PERSONS, FOREIGNER)):
            button = self._button("", partial(self._reader.place, person))
            shown = button.fontMetrics().elidedText(
                person.name, Qt.TextElideMode.ElideRight, _CARD_WIDTH
            )
            button.setText(shown)
            button.setToolTip(person.name)
            button.setAccessibleName(person.name)
            button.setMinimumWidth(_CARD_WIDTH)
            grid.addWidget(button, 2 + place // 2, place % 2)
        return box

    def _faults(self) -> QFrame:
        box, grid = self._group(self.tr("Faults"))
        names: dict[str, tuple[str, float]] = {
            "slow": (self.tr("Slow"), _SLOW_SECONDS),
            "noise": (self.tr("Noise"), _NOISE_BYTES),
            "wrong_check": (self.tr("Wrong checks"), _WRONG_PER_CENT),
            "authentication": (self.tr("Cards not verified"), True),
            "moving": (self.tr("Lifted too early"), True),
            "forgetful": (self.tr("Finds cards again"), True),
            "unauthorised": (self.tr("Not authorised"), True),
            "dead": (self.tr("Hears nothing"), True),
        }
        for place, (fault, (name, amount)) in enumerate(names.items()):
            knob = Switch(name, "fault_on", box)
            knob.setObjectName(fault)
            knob.toggled.connect(
                lambda on, fault=fault, amount=amount: self._reader.set_faults(
                    **{fault: amount if on else type(amount)(0)}
                )
            )
            grid.addWidget(knob, 1 + place // 2, place % 2)
            self._knobs[fault] = (knob, amount)
        return box

    def _line(self, urls: tuple[str, ...]) -> QFrame:
        box, grid = self._group(self.tr("Line"))
        self._told = QLabel(box)
        self._told.setObjectName("readout")
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._told, 0, 1)
        for row, url in enumerate(urls, start=1):
            address = QLabel(url, box)
            address.setObjectName("quiet")
            address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(address, row, 0, 1, 2)
        return box

    def _button(self, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(name, self)
        button.clicked.connect(lambda _=False: act())
        return button

    # -- follow ------------------------------------------------------------------------------------

    def _wait_for_frame(self) -> None:
        if not self._frame.isActive():
            self._frame.start()

    def _show(self) -> None:
        reader = self._reader
        self._remove.setEnabled(reader.card is not None)
        for fault, (knob, _) in self._knobs.items():
            with QSignalBlocker(knob):
                knob.setChecked(bool(getattr(reader.faults, fault)))
        self._told.setText(self.tr("%n card(s) read", "", reader.reads))
        self._view.update()


def run_windowed(order: ReaderOrder, language: Language = Language.ZH) -> int:
    """Show the virtual reader until its window is closed; returns the exit code.

    The first lines of standard output are its URLs, as in `run_reader`.
    """
    application = create_application("idreader", widgets=True)
    set_up_logging("idreader")
    register_fonts()
    translator = Translator(language)
    lifeline = Lifeline()
    with ExitStack() as stack:
        stack.callback(translator.close)
        served = start_reader(stack, order)
        window = IdReaderWindow(served.reader, served.urls)
        window.resize(window.sizeHint())
        window.show()
        application.setQuitOnLastWindowClosed(True)
        code = lifeline.run()
        window.close()
        return code
