"""The bytes that pass the virtual printer's port, as hexadecimal lines."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from common.printing.virtual.byte_log import LogEntry
from common.printing.virtual.device import VirtualPrinter
from common.qt.printer_colors import printer_colors

_LINES = 300
_LONGEST = 1024
"""Bytes of one entry that are shown; of the rest only how many there are."""


class HexLog(QPlainTextEdit):
    """Received bytes in one colour, sent ones in another; what got lost is struck through."""

    def __init__(self, printer: VirtualPrinter, parent: QWidget | None = None) -> None:
        super().__init__(parent, readOnly=True)
        self._printer = printer
        self._seen = 0
        self.setMaximumBlockCount(_LINES)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Bytes received and sent"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(12)
        self.setFont(fixed)

    def follow(self) -> None:
        """Write what has passed since."""
        self._seen, entries = self._printer.log_since(self._seen)
        for entry in entries:
            self._write(entry)
        if entries:
            bar = self.verticalScrollBar()
            bar.setValue(bar.maximum())

    def _write(self, entry: LogEntry) -> None:
        colors = printer_colors()
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not self.document().isEmpty():
            cursor.insertBlock()
        style = QTextCharFormat()
        style.setForeground(colors["log_time"])
        arrow = "→" if entry.received else "←"
        cursor.insertText(f"{entry.at:%H:%M:%S.%f}"[:-3] + f" {arrow} ", style)
        style.setForeground(colors["log_received" if entry.received else "log_sent"])
        style.setFontStrikeOut(entry.lost)
        more = len(entry.data) - _LONGEST
        rest = f" … +{more}" if more > 0 else ""
        cursor.insertText(entry.data[:_LONGEST].hex(" ") + rest, style)
