"""The virtual printer's window: paper, lamps, knobs and bytes are those of the printer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton

from common.printing.profile import load_profile
from common.printing.slip import slip_bytes
from common.printing.virtual.device import VirtualPrinter
from common.qt.printer_colors import printer_colors
from common.qt.printer_view import DeviceView
from common.qt.printer_window import PrinterWindow


@pytest.fixture
def printer():
    device = VirtualPrinter(load_profile("generic-80"), speed=10_000)
    yield device
    device.stop()


@pytest.fixture
def window(qtbot, printer):
    window = PrinterWindow(printer, ("tcp://127.0.0.1:9100",))
    qtbot.addWidget(window)
    window.resize(1200, 980)
    window.show()
    return window


def button(window: PrinterWindow, name: str) -> QPushButton:
    return next(found for found in window.findChildren(QPushButton) if found.text() == name)


def colors_in(window: PrinterWindow) -> set[int]:
    picture = window.findChild(DeviceView).grab().toImage()
    return {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }


def shows(window: PrinterWindow, role: str) -> bool:
    return QColor(printer_colors()[role]).rgb() in colors_in(window)


def test_a_printed_slip_stands_in_the_slot_and_its_bytes_in_the_log(qtbot, window, printer, facts):
    data = slip_bytes(facts, printer.profile, "zh")
    assert not shows(window, "ink")
    printer.receive(data, lambda reply: None)
    log = window.findChild(QPlainTextEdit)
    qtbot.waitUntil(lambda: len(printer.slips) == 1 and "1b 40 1c 26" in log.toPlainText())
    assert shows(window, "ink")
    assert data.hex(" ") in log.toPlainText()


def test_lamps_tell_the_trouble(qtbot, window, printer):
    assert shows(window, "lamp_power") and not shows(window, "lamp_error")
    printer.load_paper(0)
    qtbot.waitUntil(lambda: shows(window, "lamp_error") and shows(window, "lamp_paper"))
    printer.set_power(False)
    qtbot.waitUntil(lambda: not shows(window, "lamp_power"))


def test_knobs_turn_the_printer_and_follow_it(qtbot, window, printer):
    cover = next(knob for knob in window.findChildren(QCheckBox) if knob.text() == "Cover open")
    qtbot.mouseClick(cover, Qt.MouseButton.LeftButton, pos=QPoint(8, cover.height() // 2))
    assert printer.panel.cover_open
    printer.set_cover(False)
    qtbot.waitUntil(lambda: not cover.isChecked())
    qtbot.mouseClick(button(window, "4 cm"), Qt.MouseButton.LeftButton)
    assert printer.panel.paper_mm == 40
    qtbot.mouseClick(button(window, "Feed"), Qt.MouseButton.LeftButton)
    assert printer.panel.paper_mm < 40
    qtbot.mouseClick(button(window, "New roll"), Qt.MouseButton.LeftButton)
    assert not printer.panel.near_end


def test_a_closed_window_no_longer_listens(qtbot, window, printer):
    window.close()
    printer.set_cover(True)
    assert printer.panel.cover_open
