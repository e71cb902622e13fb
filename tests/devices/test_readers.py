"""A front end's devices: what they find arrives on its own thread, whatever comes and goes."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from common.devices.address import BadDeviceAddress, DeviceKind
from common.devices.virtual.persons import FOREIGNER, PERSONS
from common.qt.readers import Readers

TODAY = date(2026, 11, 23)


@pytest.fixture
def readers(qapp, cable, scanner_line, tmp_path):
    urls = (f"idreader:serial://{tmp_path / 'reader'}", f"scanner:serial://{tmp_path / 'scanner'}")
    readers = Readers((*urls, "scanner:keyboard"), lambda: TODAY, retry=0.02)
    yield readers
    readers.close()


def test_a_card_arrives_on_the_gui_thread_and_is_wiped_after_it(qtbot, readers, virtual):
    taken = []

    def take(card) -> None:
        taken.append((card, card.name, threading.current_thread() is threading.main_thread()))

    readers.card_read.connect(take)
    virtual.place(PERSONS[0])
    qtbot.waitUntil(lambda: bool(taken))
    (card, name, here) = taken[0]
    assert (name, here, card.name) == (PERSONS[0].name, True, "")


def test_a_card_that_is_none_and_codes_arrive_too(qtbot, readers, virtual, scanner_line):
    with qtbot.waitSignal(readers.card_not_read) as refused:
        virtual.place(FOREIGNER)
    assert "其他证件" in refused.args[0].zh
    qtbot.waitUntil(lambda: len(readers._attendants) == 2 and not readers.away)
    codes: list[str] = []
    readers.scanned.connect(codes.append)

    def scanned() -> bool:
        scanner_line.send(b"K7Q2M4XA\r")  # until it is open
        return "K7Q2M4XA" in codes

    qtbot.waitUntil(scanned)


def test_devices_come_and_go_and_nothing_else_changes(qtbot, readers, cable, virtual):
    changes = []
    readers.changed.connect(lambda: changes.append(sorted(readers.away)))
    assert readers.kinds == {DeviceKind.ID_READER, DeviceKind.SCANNER}
    cable.unplug()
    qtbot.waitUntil(lambda: len(changes) == 1)
    (why,) = readers.away.values()
    assert why.en and why.zh and readers.kinds == {DeviceKind.SCANNER}
    cable.plug()
    qtbot.waitUntil(lambda: len(changes) == 2)
    assert readers.kinds == {DeviceKind.ID_READER, DeviceKind.SCANNER}
    with qtbot.waitSignal(readers.card_read):
        virtual.place(PERSONS[0])


def test_a_scanner_that_types_is_one_of_them(qtbot, readers):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    with qtbot.waitSignal(readers.scanned) as scan:
        for sign in "K7Q2M4XA":
            QTest.keyClick(field.windowHandle(), sign)
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_Return)
    assert (scan.args, field.text()) == (["K7Q2M4XA"], "")


def test_a_card_that_nobody_takes_any_more_is_wiped(qtbot, readers, virtual):
    virtual.place(PERSONS[0])
    heard = threading.Event()
    card = None
    while card is None:
        heard.wait(0.01)  # the events of this thread wait
        card = next((event for _, event in tuple(readers._events) if event is not None), None)
    assert card.name == PERSONS[0].name
    readers.close()
    assert card.name == ""
    qtbot.wait(1)


def test_no_device_at_all_is_fine_and_a_wrong_address_is_told_at_once(qapp):
    nothing = Readers((), lambda: TODAY)
    assert nothing.kinds == frozenset() and nothing.away == {}
    nothing.close()
    with pytest.raises(BadDeviceAddress):
        Readers(("serial:///dev/ttyUSB0",), lambda: TODAY)
