"""The virtual printer's window, and the process that shows it."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from common.domain.text import Language
from common.printing.virtual.device import NEW_ROLL_MM, LogEntry, VirtualPrinter
from common.printing.virtual.serve import DEFAULT_PROFILE, SlipFolder, start_printer
from common.qt.application import Lifeline, create_application, set_up_logging
from common.qt.fonts import register_fonts
from common.qt.geometry import Geometry
from common.qt.printer_pile import SlipPile
from common.qt.printer_view import DeviceView, printer_colors
from common.qt.translations import Translator

_FRAME_MS = 33
_LOG_LINES = 300
_LAST_METRES = (("4 cm", 40.0), ("2 m", 2000.0))


class PrinterWindow(QWidget):
    """The device with its paper, its knobs, the slips it made, and the bytes it heard.

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
        self._logged = 0
        self._view = DeviceView(printer, language, self)
        self._pile = SlipPile(printer, self)
        self._pile.clicked.connect(self._view.take_slip)
        self._left = QLabel(self)
        self._log = self._hex_log()
        self._frame = QTimer(self, singleShot=True, interval=_FRAME_MS)
        self._frame.timeout.connect(self._show)
        self.happened.connect(self._wait_for_frame, Qt.ConnectionType.QueuedConnection)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self._pile, 3)
        side.addWidget(self._knobs(urls))
        side.addWidget(self._log, 2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self._view, 1)
        holder = QWidget(self)
        holder.setFixedWidth(380)
        side.setContentsMargins(0, 16, 0, 0)
        holder.setLayout(side)
        layout.addWidget(holder)
        self.setWindowTitle(self.tr("Virtual printer"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dress()
        self._tell = self.happened.emit
        printer.observe(self._tell)
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._printer.forget(self._tell)
        super().closeEvent(event)

    # -- build -------------------------------------------------------------------------------------

    def _knobs(self, urls: tuple[str, ...]) -> QFrame:
        box = QFrame(self)
        box.setObjectName("knobs")
        grid = QGridLayout(box)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setVerticalSpacing(10)
        self._power = QCheckBox(self.tr("Power"), box)
        self._cover = QCheckBox(self.tr("Cover open"), box)
        self._cutter = QCheckBox(self.tr("Cutter stuck"), box)
        self._power.toggled.connect(self._printer.set_power)
        self._cover.toggled.connect(self._printer.set_cover)
        self._cutter.toggled.connect(self._printer.set_cutter_stuck)
        for column, knob in enumerate((self._power, self._cover, self._cutter)):
            grid.addWidget(knob, 0, column)
        grid.addWidget(self._left, 1, 0, 1, 2)
        feed = QPushButton(self.tr("Feed"), box)
        feed.clicked.connect(self._printer.feed_button)
        grid.addWidget(feed, 1, 2)
        rolls = [(self.tr("New roll"), NEW_ROLL_MM), *_LAST_METRES]
        for column, (name, millimetres) in enumerate(rolls):
            button = QPushButton(name, box)
            button.clicked.connect(lambda _=False, mm=millimetres: self._printer.load_paper(mm))
            grid.addWidget(button, 2, column)
        for row, url in enumerate(urls):
            address = QLabel(url, box)
            address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(address, 3 + row, 0, 1, 3)
        return box

    def _hex_log(self) -> QPlainTextEdit:
        log = QPlainTextEdit(self, readOnly=True)
        log.setMaximumBlockCount(_LOG_LINES)
        log.setAccessibleName(self.tr("Bytes received and sent"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(13)
        log.setFont(fixed)
        return log

    def _dress(self) -> None:
        c = {role: color.name() for role, color in printer_colors().items()}
        self.setStyleSheet(
            f"PrinterWindow {{ background: {c['desk_edge']}; }}"
            f"QLabel, QCheckBox {{ color: {c['text']}; font-size: 14px; }}"
            f"QFrame#knobs {{ background: {c['panel']}; border: 1px solid {c['panel_border']};"
            " border-radius: 8px; }"
            f"QPushButton {{ background: {c['paper']}; color: {c['text']}; font-size: 14px;"
            f" border: 1px solid {c['panel_border']}; border-radius: 6px; padding: 6px 10px; }}"
            f"QPushButton:hover, QPushButton:focus {{ border-color: {c['quiet']}; }}"
            f"QPushButton:pressed {{ background: {c['desk']}; }}"
            f"QPlainTextEdit {{ background: {c['log']}; color: {c['label']};"
            " border: none; border-radius: 8px; padding: 8px; }"
        )

    # -- follow ------------------------------------------------------------------------------------

    def _wait_for_frame(self) -> None:
        if not self._frame.isActive():
            self._frame.start()

    def _show(self) -> None:
        panel = self._printer.panel
        metres = panel.paper_mm / 1000
        if panel.paper_end:
            self._left.setText(self.tr("No paper"))
        elif metres < 1:
            self._left.setText(self.tr("%1 cm of paper left").replace("%1", f"{metres * 100:.0f}"))
        else:
            self._left.setText(self.tr("%1 m of paper left").replace("%1", f"{metres:.1f}"))
        stands = (panel.power, panel.cover_open, panel.cutter_stuck)
        for knob, on in zip((self._power, self._cover, self._cutter), stands, strict=True):
            with QSignalBlocker(knob):
                knob.setChecked(on)
        self._view.update()
        self._pile.update()
        self._write_log()

    def _write_log(self) -> None:
        count, entries = self._printer.log_since(self._logged)
        self._logged = count
        for entry in entries:
            self._write_entry(entry)
        bar = self._log.verticalScrollBar()
        if entries:
            bar.setValue(bar.maximum())

    def _write_entry(self, entry: LogEntry) -> None:
        colors = printer_colors()
        cursor = QTextCursor(self._log.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not self._log.document().isEmpty():
            cursor.insertBlock()
        style = QTextCharFormat()
        style.setForeground(colors["log_time"])
        arrow = "→" if entry.received else "←"
        cursor.insertText(f"{entry.at:%H:%M:%S.%f}"[:-3] + f" {arrow} ", style)
        style.setForeground(colors["log_received" if entry.received else "log_sent"])
        cursor.insertText(entry.data.hex(" "), style)


def open_printer_window(
    printer: VirtualPrinter, urls: tuple[str, ...] = (), language: Language = Language.ZH
) -> PrinterWindow:
    """The window of a running printer, shown. Needs a QApplication with the bundled fonts."""
    window = PrinterWindow(printer, urls, language)
    window.resize(window.sizeHint())
    window.show()
    return window


def run_windowed(
    tcp_port: int | None = None,
    paper_mm: float | None = None,
    cover_open: bool = False,
    link: Path | None = None,
    out_dir: Path | None = None,
    profile: str = DEFAULT_PROFILE,
    language: Language = Language.ZH,
    geometry: Geometry | None = None,
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
        served = start_printer(stack, tcp_port, paper_mm, cover_open, link, profile)
        window = open_printer_window(served.printer, served.urls, language)
        if geometry is not None:
            window.resize(geometry.width, geometry.height)
            if geometry.place is not None:
                window.move(*geometry.place)
        if out_dir is not None:
            window.happened.connect(SlipFolder(served.printer, out_dir).save_new)
        application.setQuitOnLastWindowClosed(True)
        code = lifeline.run()
        window.close()
        return code
