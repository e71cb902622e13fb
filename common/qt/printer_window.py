"""The virtual printer's window, and the process that shows it."""

from __future__ import annotations

from contextlib import ExitStack

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from common.domain.text import Language
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.heat import ROOM
from common.printing.virtual.panel import Panel
from common.printing.virtual.serve import PrinterOrder, start_printer
from common.qt.application import Lifeline, create_application, set_up_logging
from common.qt.fonts import register_fonts
from common.qt.geometry import Geometry
from common.qt.printer_knobs import PrinterKnobs
from common.qt.printer_log import HexLog
from common.qt.printer_pile import SlipPile
from common.qt.printer_style import printer_style
from common.qt.printer_view import DeviceView
from common.qt.translations import Translator

_FRAME_MS = 33
_COOLING_MS = 500
_KNOBS_WIDTH, _PILE_WIDTH = 316, 274


class PrinterWindow(QWidget):
    """The device with its paper, the slips it made, the bytes it heard, and its knobs.

    Signals:
        happened(): something changed in the printer; from any thread.
    """

    happened = Signal()

    def __init__(
        self,
        printer: VirtualPrinter,
        urls: tuple[str, ...] = (),
        language: Language = Language.ZH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._drawn: tuple[object, ...] = ()
        self._view = DeviceView(printer, language, self)
        self._pile = SlipPile(printer, self)
        self._pile.clicked.connect(self._view.take_slip)
        self._log = HexLog(printer, self)
        self._knobs = PrinterKnobs(printer, urls, self)
        self._frame = QTimer(self, singleShot=True, interval=_FRAME_MS)
        self._frame.timeout.connect(self._show)
        self._cooling = QTimer(self, singleShot=True, interval=_COOLING_MS)
        self._cooling.timeout.connect(self._show)
        self.happened.connect(self._wait_for_frame, Qt.ConnectionType.QueuedConnection)
        self._lay_out()
        self.setWindowTitle(self.tr("Virtual printer"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(printer_style())
        self._tell = self.happened.emit
        printer.observe(self._tell)
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._printer.forget(self._tell)
        self._cooling.stop()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(12)
        layout.addWidget(self._view, 1)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 12, 0, 12)
        middle.setSpacing(12)
        middle.addWidget(self._pile, 3)
        middle.addWidget(self._log, 2)
        self._log.setFixedWidth(_PILE_WIDTH)
        layout.addLayout(middle)
        right = QVBoxLayout()
        right.setContentsMargins(0, 12, 0, 12)
        right.addWidget(self._knobs)
        self._knobs.setFixedWidth(_KNOBS_WIDTH)
        layout.addLayout(right)

    # -- follow ------------------------------------------------------------------------------------

    def _wait_for_frame(self) -> None:
        if not self._frame.isActive():
            self._frame.start()

    def _show(self) -> None:
        panel = self._printer.panel
        self._knobs.follow(panel)
        self._log.follow()
        seen = _what_moves(panel)
        if seen != self._drawn:
            self._drawn = seen
            self._view.update()
            self._pile.follow()
        if panel.temperature > ROOM + 1 and self.isVisible():
            self._cooling.start()


def _what_moves(panel: Panel) -> tuple[object, ...]:
    """What is drawn of the device; bytes that only pass by move nothing."""
    return (panel.power, panel.faults, panel.paper_mm, panel.too_hot, panel.slips, panel.slip_waits)


def open_printer_window(
    printer: VirtualPrinter, urls: tuple[str, ...] = (), language: Language = Language.ZH
) -> PrinterWindow:
    """The window of a running printer, shown. Needs a QApplication with the bundled fonts."""
    window = PrinterWindow(printer, urls, language)
    window.resize(window.sizeHint().boundedTo(window.screen().availableSize()))
    window.show()
    return window


def run_windowed(
    order: PrinterOrder, language: Language = Language.ZH, geometry: Geometry | None = None
) -> int:
    """Show the virtual printer until its window is closed; returns the exit code.

    The first lines of standard output are the printer's URLs, as in `run_headless`.
    """
    application = create_application("printer", widgets=True)
    set_up_logging("printer")
    register_fonts()
    translator = Translator(language)
    lifeline = Lifeline()
    with ExitStack() as stack:
        stack.callback(translator.close)
        served = start_printer(stack, order)
        window = open_printer_window(served.printer, served.urls, language)
        if geometry is not None:
            window.resize(geometry.width, geometry.height)
            if geometry.place is not None:
                window.move(*geometry.place)
        if served.folder is not None:
            window.happened.connect(served.folder.save_new)
        application.setQuitOnLastWindowClosed(True)
        code = lifeline.run()
        window.close()
        return code
