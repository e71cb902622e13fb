"""Kiosks that need somebody, at the desks of those who look after them."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from common import operations
from common.domain.kiosk import KioskState
from common.domain.print_job import PrintJob, PrintState
from common.qt.hall_time import utc_now
from counter.view_models.menu import Errand

GUIDE, CLERK, DEMO = "z01", "a01", "jiaohao-demo"
JAM = {"trouble": "jam", "can_print": False}


@pytest.fixture
def say(store):
    """A kiosk says how it is, on a thread of its own as another program would."""

    def report(kiosk="kiosk-2", last=None, **how):
        state = KioskState(kiosk, utc_now(), **{"printer": "tcp://p", "can_print": True, **how})
        thread = threading.Thread(
            target=operations.report_kiosk, args=(store, state), kwargs={"last": last}
        )
        thread.start()
        thread.join()

    return report


@pytest.fixture
def desk_of(start_counter, qtbot):
    """Sign somebody in at A01: `app = desk_of("z01")`."""

    def desk_of(login, **how):
        app = start_counter(login=login, **how)
        app.sign_in.set_counter("A01")
        app.sign_in.set_password(DEMO)
        app.sign_in.sign_in()
        qtbot.waitUntil(lambda: app.desk is not None and app.desk.view is not None)
        return app

    return desk_of


def cards(app):
    return [
        frame
        for frame in app.window.findChildren(QFrame)
        if frame.objectName().startswith("alarm_kiosk") and frame.isVisible()
    ]


def test_a_kiosk_in_trouble_shows_at_a_guides_desk_at_once(desk_of, say, qtbot, presentation):
    presentation.translator.set_language("en")
    app = desk_of(GUIDE)
    assert app.desk.alarms.alarms == () and cards(app) == []
    with qtbot.waitSignal(app.desk.alarms.raised):
        say(**JAM, slips_left=12)
    (alarm,) = app.desk.alarms.alarms
    assert alarm.name == "Kiosk 2, east entrance"
    assert alarm.what == "Paper is jammed: open the cover and remove it"
    assert alarm.since == "since 09:30 · 0 min"
    assert alarm.paper == "about 12 slips left"
    assert alarm.severe and not alarm.seen
    qtbot.waitUntil(lambda: len(cards(app)) == 1)
    (card,) = cards(app)
    assert alarm.what in card.accessibleName()


def test_a_clerk_hears_of_no_kiosk(desk_of, say, take, qtbot):
    app = desk_of(CLERK)
    say(**JAM)
    take()
    qtbot.waitUntil(lambda: app.desk.waiting_count == 1)
    assert app.desk.alarms.alarms == () and cards(app) == []


def test_an_alarm_that_was_seen_is_quiet_until_it_is_over(desk_of, say, qtbot):
    app = desk_of(GUIDE)
    alarms = app.desk.alarms
    say(**JAM)
    qtbot.waitUntil(lambda: len(alarms.unseen) == 1)
    assert app.window.findChild(QPushButton, "alarm_seen_kiosk-2").isVisible()
    qtbot.keyClick(app.window.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert alarms.unseen == () and [a.seen for a in alarms.alarms] == [True]
    qtbot.waitUntil(lambda: len(cards(app)) == 1)
    (line,) = cards(app)
    assert line.findChild(QPushButton) is None
    with qtbot.assertNotEmitted(alarms.raised):
        say(**JAM, slips_left=3)  # the same trouble, told again
        say("kiosk-1")
        qtbot.waitUntil(lambda: len(app.desk.view.kiosks) == 2)
    with qtbot.waitSignal(alarms.raised):
        say(trouble="cover_open", can_print=False)  # another one
    assert [a.seen for a in alarms.alarms] == [False]
    say()
    qtbot.waitUntil(lambda: alarms.alarms == ())
    assert cards(app) == []


def test_each_kiosk_is_seen_on_its_own_by_a_click(desk_of, say, qtbot):
    app = desk_of(GUIDE)
    say("kiosk-1", trouble="paper_low", paper_low=True, slips_left=30)
    say("kiosk-2", **JAM)
    say("kiosk-3", trouble="paper_out", can_print=False)
    qtbot.waitUntil(lambda: len(app.desk.alarms.unseen) == 3)
    assert [a.kiosk for a in app.desk.alarms.alarms] == ["kiosk-2", "kiosk-3", "kiosk-1"]
    app.window.findChild(QPushButton, "alarm_seen_kiosk-2").click()
    assert [a.kiosk for a in app.desk.alarms.alarms] == ["kiosk-3", "kiosk-1", "kiosk-2"]


def test_a_kiosk_falls_silent_without_anybody_saying_so(desk_of, say, qtbot, clock, presentation):
    presentation.translator.set_language("en")
    app = desk_of(GUIDE)
    say()
    qtbot.waitUntil(lambda: len(app.desk.view.kiosks) == 1)
    assert app.desk.alarms.alarms == ()
    later = clock.advance(seconds=31)
    # The desk's own clock has gone on; the database has nothing new to tell.
    app._clock.follow(later)
    with qtbot.waitSignal(app.desk.alarms.raised):
        app._clock.ticked.emit()
    (alarm,) = app.desk.alarms.alarms
    assert alarm.what.startswith("Nothing is heard of this kiosk")
    assert alarm.since.startswith("since 09:30")


def test_two_kiosks_of_one_name_are_told_at_a_guides_desk(desk_of, say, qtbot, clock, presentation):
    presentation.translator.set_language("en")
    app = desk_of(GUIDE)
    say()
    before = clock()
    clock.advance(seconds=5)
    say()
    qtbot.waitUntil(lambda: len(app.desk.view.kiosks) == 1)
    with qtbot.waitSignal(app.desk.alarms.raised):
        say(last=before, **JAM)
    (alarm,) = app.desk.alarms.alarms
    assert alarm.what.endswith(
        " · Two PCs call themselves kiosk-2: rename one, sudo jiaohao setup --kiosk-name …"
    )
    app.desk.open_menu()
    app.desk.sheet.chosen.emit(Errand.KIOSKS)
    (row,) = app.desk.sheet.rows
    assert not row.well and row.printer.startswith("Two PCs call themselves kiosk-2")


def test_a_kiosk_is_asked_for_again_before_it_counts_as_silent(desk_of, say, qtbot, clock):
    """Heartbeats are not pushed on every engine, so the desk looks before it raises an alarm."""
    app = desk_of(GUIDE)
    say()
    qtbot.waitUntil(lambda: len(app.desk.view.kiosks) == 1)
    assert not app.desk.alarms.doubtful
    app._clock.follow(clock.advance(seconds=21))
    assert app.desk.alarms.doubtful
    read = []
    app.desk._link.snapshot_read.connect(read.append)
    for _ in range(5):
        app._clock.ticked.emit()
    qtbot.waitUntil(lambda: bool(read))
    assert app.desk.alarms.alarms == ()


def test_numbers_whose_slip_is_in_doubt_are_named(desk_of, say, take, store, qtbot, clock):
    app = desk_of(GUIDE)
    taken = take()
    slip = PrintJob(operations.new_id(), taken.ticket, "kiosk-2", "tcp://p", clock())
    operations.end_print(store, slip.ended(PrintState.INTERRUPTED, 9, clock(), "jam"))
    say()
    qtbot.waitUntil(lambda: len(app.desk.alarms.alarms) == 1)
    (alarm,) = app.desk.alarms.alarms
    assert taken.number in alarm.unproven
    assert not alarm.severe and alarm.what == ""


def test_the_alarm_speaks_the_language_of_the_screen(desk_of, say, qtbot, presentation):
    app = desk_of(GUIDE)
    say(**JAM)
    qtbot.waitUntil(lambda: len(app.desk.alarms.alarms) == 1)
    assert app.desk.alarms.alarms[0].name == "一楼东门2号取号机"
    presentation.translator.set_language("en")
    assert app.desk.alarms.alarms[0].name == "Kiosk 2, east entrance"


def test_an_alarm_sounds_once(desk_of, say, qtbot, monkeypatch):
    played = []
    monkeypatch.setattr("common.qt.sound.Sound.play", lambda sound: played.append(sound.file))
    app = desk_of(GUIDE, audible=True)
    say(**JAM)
    qtbot.waitUntil(lambda: len(app.desk.alarms.alarms) == 1)
    say(**JAM, slips_left=8)
    qtbot.waitUntil(lambda: app.desk.view.kiosks[0].state.slips_left == 8)
    assert played == ["alarm.wav"]


def test_the_small_window_says_it_too(desk_of, say, qtbot, presentation):
    presentation.translator.set_language("en")
    app = desk_of(GUIDE)
    app.window.show_strip()
    say(**JAM)
    message = app.window.strip.findChild(QLabel, "strip_message")
    qtbot.waitUntil(lambda: "Paper is jammed" in message.accessibleName())
