"""The virtual printer's window: paper, lamps, knobs and bytes are those of the printer."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSlider,
)

from common.domain.text import Language
from common.printing.profile import load_profile
from common.printing.slip import slip_bytes
from common.printing.virtual.build import Build, Rom
from common.printing.virtual.condition import Faults
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.line import Flow
from common.qt.printer_colors import printer_colors
from common.qt.printer_view import DeviceView
from common.qt.printer_window import PrinterWindow
from common.qt.translations import Translator


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


def knob(window: PrinterWindow, kind: type, name: str):
    return next(found for found in window.findChildren(kind) if name in found.accessibleName())


def test_each_fault_has_a_switch_that_turns_it_and_follows_it(qtbot, window, printer):
    for field in fields(Faults):
        switch = window.findChild(QCheckBox, field.name)
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert getattr(printer.panel.faults, field.name), field.name
        printer.set_faults(**{field.name: False})
        qtbot.waitUntil(lambda switch=switch: not switch.isChecked())


def test_the_line_and_the_speed_are_turned_by_sliders_and_lists(qtbot, window, printer):
    knob(window, QSlider, "Lost replies").setValue(20)
    knob(window, QSlider, "Late replies").setValue(300)
    knob(window, QSlider, "Noise").setValue(7)
    knob(window, QSlider, "Speed").setValue(90)
    for name, row in (("Baud rate", 1), ("Flow control", 2)):
        box = knob(window, QComboBox, name)
        box.setCurrentIndex(row)
        box.activated.emit(row)
    line = printer.line
    assert (line.reply_loss, line.latency_ms, line.noise) == (20, 300, 7)
    assert (line.baud, line.flow, printer.speed) == (9600, Flow.NONE, 90)
    printer.set_line(baud=57600)
    qtbot.waitUntil(lambda: knob(window, QComboBox, "Baud rate").currentText() == "57600")


def test_nothing_is_painted_when_bytes_only_pass_by(qtbot, window, printer):
    """A kiosk asks for the status all day long."""
    view = window.findChild(DeviceView)
    qtbot.waitExposed(window)
    paints = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                paints.append(watched)
            return False

    watch = Watch()
    log = window.findChild(QPlainTextEdit)
    view.installEventFilter(watch)
    printer.receive(b"\x10\x04\x01", lambda reply: None)
    qtbot.waitUntil(lambda: "10 04 01" in log.toPlainText())
    assert paints == []
    printer.set_cover(True)
    qtbot.waitUntil(lambda: paints != [])


def test_the_window_fits_the_smallest_screen_in_both_languages(qtbot):
    """With everything on it: a presenter, all ports, the longest description."""
    small = load_profile("generic-58")
    build = Build.of(small, presenter=True, qr=False, rom=Rom.GB18030)
    device = VirtualPrinter(small, build=build)
    urls = ("tcp://127.0.0.1:19100", "rfc2217://127.0.0.1:19101", "serial:///dev/pts/103")
    for language in Language:
        translator = Translator(language)
        window = PrinterWindow(device, urls, language)
        qtbot.addWidget(window)
        window.resize(1366, 728)
        window.show()
        qtbot.waitExposed(window)
        assert (window.width(), window.height()) == (1366, 728)
        for words in [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]:
            if words.isVisible() and not (isinstance(words, QLabel) and words.wordWrap()):
                assert words.width() >= words.minimumSizeHint().width(), words.text()
                assert words.height() >= words.fontMetrics().height(), words.text()
        translator.close()
    device.stop()


def test_the_end_of_the_roll_is_marked_on_the_slips_that_carry_it(qtbot, window, printer):
    printer.load_paper(1000)
    printer.receive(b"A\n" * 4 + b"\x1dVB\x00", lambda reply: None)
    qtbot.waitUntil(lambda: shows(window, "paper_end"))
    assert printer.slips[0].stripe_rows > 0
