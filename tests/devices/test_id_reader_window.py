"""The virtual reader's window: its buttons put cards there, and it shows what the reader does."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from common.devices.virtual.id_reader import ReaderFaults
from common.devices.virtual.persons import FOREIGNER, PERSONS
from common.domain.text import Language
from common.qt.id_reader_view import IdReaderView
from common.qt.id_reader_window import IdReaderWindow
from common.qt.printer_colors import printer_colors
from common.qt.translations import Translator


@pytest.fixture
def window(qtbot, virtual):
    window = IdReaderWindow(virtual, ("idreader:tcp://127.0.0.1:4001",))
    qtbot.addWidget(window)
    window.show()
    return window


def button(window: IdReaderWindow, name: str) -> QPushButton:
    buttons = window.findChildren(QPushButton)
    return next(one for one in buttons if name in (one.text(), one.accessibleName()))


def shows(window: IdReaderWindow, role: str) -> bool:
    picture = window.findChild(IdReaderView).grab().toImage()
    wanted = QColor(printer_colors()[role]).rgb()
    return any(
        picture.pixel(x, y) == wanted
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )


def test_a_card_is_put_there_read_and_taken_off(qtbot, window, virtual, reader):
    take_off = button(window, "Take the card off")
    assert not take_off.isEnabled() and not shows(window, "paper")
    for person in (*PERSONS, FOREIGNER):
        assert button(window, person.name)
    qtbot.mouseClick(button(window, PERSONS[0].name), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(take_off.isEnabled)
    assert virtual.card is PERSONS[0] and shows(window, "paper")
    assert not shows(window, "lamp_power")
    with reader.look(1):
        qtbot.waitUntil(lambda: "1 card(s) read" in [t.text() for t in window.findChildren(QLabel)])
    assert shows(window, "lamp_power")
    qtbot.mouseClick(take_off, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not take_off.isEnabled())
    assert virtual.card is None


def test_every_fault_has_a_knob_that_follows_the_reader(qtbot, window, virtual):
    knobs = {knob.objectName(): knob for knob in window.findChildren(QCheckBox)}
    assert set(knobs) == {one.name for one in fields(ReaderFaults)}
    for name, knob in knobs.items():
        qtbot.mouseClick(knob, Qt.MouseButton.LeftButton)
        assert getattr(virtual.faults, name), name
        qtbot.mouseClick(knob, Qt.MouseButton.LeftButton)
        assert getattr(virtual.faults, name) == getattr(ReaderFaults(), name)
    virtual.set_faults(dead=True)
    qtbot.waitUntil(knobs["dead"].isChecked)
    assert shows(window, "lamp_off")


def test_the_window_speaks_chinese(qtbot, virtual, reader):
    translator = Translator(Language.ZH)
    window = IdReaderWindow(virtual)
    qtbot.addWidget(window)
    assert button(window, "取走证件") and window.windowTitle() == "虚拟身份证阅读器"
    translator.close()
