"""Somebody at a kiosk asks for help, at the desks of those who go."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from common import operations
from common.domain.help import HelpEnd
from common.domain.kiosk import KioskState
from counter.view_models.menu import Errand

GUIDE, SUPERVISOR, CLERK, DEMO = "z01", "z04", "a01", "jiaohao-demo"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def call(store):
    """A citizen calls, on a thread of its own as at a kiosk."""

    def call(kiosk="kiosk-2", page="confirm"):
        made = []
        thread = threading.Thread(
            target=lambda: made.append(
                operations.call_for_help(store, kiosk, page, operations.new_id())
            )
        )
        thread.start()
        thread.join()
        return made[0]

    return call


@pytest.fixture
def desk_of(start_counter, qtbot, presentation):
    """Sign somebody in at A01, in English."""

    def desk_of(login, **how):
        presentation.translator.set_language("en")
        app = start_counter(login=login, **how)
        app.sign_in.set_counter("A01")
        app.sign_in.set_password(DEMO)
        app.sign_in.sign_in()
        qtbot.waitUntil(lambda: app.desk is not None and app.desk.view is not None)
        return app

    return desk_of


def shown(app, name, kind=QLabel):
    return [w for w in app.window.findChildren(kind, name) if w.isVisible()]


def stages(app):
    return [line.stage.value for line in app.desk.help_calls.lines]


def touch(qtbot, app, name):
    """Click a button of the panel, which follows the desk in a moment."""
    qtbot.waitUntil(lambda: shown(app, name, QPushButton) != [])
    shown(app, name, QPushButton)[0].click()


def press(qtbot, app, key):
    qtbot.keyClick(app.window.focusWidget(), key, CTRL)


def test_a_guide_hears_goes_and_ends_it_by_keys(desk_of, call, store, qtbot, clock, let_pass):
    app = desk_of(GUIDE)
    with qtbot.waitSignal(app.desk.help_calls.raised):
        called = call()
    (line,) = app.desk.help_calls.lines
    assert line.name == "Kiosk 2, east entrance"
    assert line.where == "Page: confirming a number"
    assert line.state == "Somebody asks for help"
    let_pass(app.desk, 42)
    app._clock.ticked.emit()
    assert [w.text() for w in shown(app, "help_time")] == ["00:42"]
    assert line.whole in [w.accessibleName() for w in shown(app, "help_card", QFrame)]
    press(qtbot, app, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: stages(app) == ["mine"])
    coming = operations.open_help(store, "kiosk-2")
    assert (coming.acknowledged_by, coming.acknowledged_at) == (GUIDE, clock())
    assert "Ctrl+D when you have helped" in app.desk.message.words()
    press(qtbot, app, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: stages(app) == [])
    with store.read() as tx:
        assert tx.help_calls.call(called.id).ended is HelpEnd.CAME
    assert shown(app, "help_card", QFrame) == []


def test_a_guide_who_serves_somebody_answers_all_the_same(desk_of, call, take, qtbot):
    app = desk_of(GUIDE)
    take()
    qtbot.waitUntil(lambda: app.desk.waiting_count == 1)
    app.desk.press_primary()
    qtbot.waitUntil(lambda: app.desk.current is not None)
    call()
    qtbot.waitUntil(lambda: stages(app) == ["calling"])
    touch(qtbot, app, "help_answer")
    qtbot.waitUntil(lambda: stages(app) == ["mine"])
    touch(qtbot, app, "help_done")
    qtbot.waitUntil(lambda: stages(app) == [])
    assert app.desk.current is not None


def test_a_call_that_nobody_answers_escalates_by_the_clock_alone(
    desk_of, call, store, qtbot, clock
):
    operations.sign_in(store, "A02", GUIDE, DEMO)
    app = desk_of(SUPERVISOR)
    call()
    qtbot.waitUntil(lambda: stages(app) == ["elsewhere"])
    assert shown(app, "help_card", QFrame) == []
    press(qtbot, app, Qt.Key.Key_K)  # not this desk's to answer yet
    app._clock.follow(clock.advance(seconds=60))
    with qtbot.waitSignal(app.desk.help_calls.raised):
        app._clock.ticked.emit()
    assert stages(app) == ["escalated"]
    qtbot.waitUntil(lambda: len(shown(app, "help_card", QFrame)) == 1)
    (card,) = shown(app, "help_card", QFrame)
    assert card.property("tone") == "escalated"
    assert "nobody has answered" in card.accessibleName()
    app._clock.follow(clock.advance(seconds=14))
    with qtbot.assertNotEmitted(app.desk.help_calls.raised):
        app.desk.help_calls.go_on()
    app._clock.follow(clock.advance(seconds=1))
    with qtbot.waitSignal(app.desk.help_calls.raised):  # it asks again
        app.desk.help_calls.go_on()


def test_who_is_late_is_told_who_goes_already(desk_of, call, store, qtbot):
    app = desk_of(GUIDE)
    called = call()
    qtbot.waitUntil(lambda: stages(app) == ["calling"])
    app._bridge.close()  # this desk hears nothing meanwhile
    operations.acknowledge_help(store, called.id, "z02")
    press(qtbot, app, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: stages(app) == ["taken"])
    assert app.desk.message.words() == ("z02 is on the way to Kiosk 2, east entrance already.")


def test_a_clerk_hears_of_no_call(desk_of, call, take, qtbot):
    app = desk_of(CLERK)
    call()
    take()
    qtbot.waitUntil(lambda: app.desk.waiting_count == 1)
    assert stages(app) == [] and not app.window.desk_page.panel.findChild(QFrame, "help_card")


def test_the_key_goes_to_people_before_printers(desk_of, call, store, qtbot, clock):
    app = desk_of(GUIDE)
    jam = KioskState("kiosk-1", clock(), "tcp://p", "jam")
    operations.report_kiosk(store, jam)
    call()
    qtbot.waitUntil(lambda: stages(app) == ["calling"] and len(app.desk.alarms.unseen) == 1)
    press(qtbot, app, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: stages(app) == ["mine"])
    assert len(app.desk.alarms.unseen) == 1
    press(qtbot, app, Qt.Key.Key_K)
    assert app.desk.alarms.unseen == ()


def test_the_small_window_says_it_and_takes_the_key(desk_of, call, qtbot, monkeypatch):
    played = []
    monkeypatch.setattr("common.qt.sound.Sound.play", lambda sound: played.append(sound.file))
    app = desk_of(GUIDE, audible=True)
    app.window.show_strip()
    strip = app.window.strip
    call()
    message = strip.findChild(QLabel, "strip_message")
    qtbot.waitUntil(lambda: "Kiosk 2, east entrance" in message.accessibleName())
    assert message.accessibleName().startswith("Ctrl+K · 00:0")
    assert played == ["alarm.wav"]
    qtbot.keyClick(strip, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: stages(app) == ["mine"])
    assert "you are coming" in message.accessibleName()


def test_how_every_kiosk_is_can_be_looked_at(desk_of, store, qtbot, clock):
    app = desk_of(SUPERVISOR)
    report = KioskState(
        "kiosk-1", clock(), "tcp://p", can_print=True, slips_left=40, page="confirm"
    )
    operations.report_kiosk(store, report)
    qtbot.waitUntil(lambda: len(app.desk.view.kiosks) == 1)
    app.desk.open_menu()
    app.desk.sheet.chosen.emit(Errand.KIOSKS)
    (words,) = shown(app, "kiosk_words_kiosk-1")
    said = "Page: confirming a number · The printer is ready · about 40 slips left"
    assert words.text() == said
    operations.report_kiosk(store, replace(report, page="home"))
    for _ in range(5):  # heartbeats are not pushed: the desk looks while somebody looks at it
        app._clock.ticked.emit()
    qtbot.waitUntil(
        lambda: (
            [w.text() for w in shown(app, "kiosk_words_kiosk-1")]
            == [said.replace("confirming a number", "home")]
        )
    )
    app.desk.accept_sheet()
    assert app.desk.sheet is None
