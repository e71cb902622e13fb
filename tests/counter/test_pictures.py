"""Every page in both languages and at both sizes: nothing that a clerk must read is cut."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from common import operations
from common.demo.filled_forms import filled_in
from common.domain.help import HelpCall
from common.domain.ids import ClerkLogin
from common.domain.kiosk import Kiosk, KioskState
from common.domain.session import Role
from common.domain.text import Text
from common.operations import HelpNow, KioskNow, kept_forms
from common.operations.form_files import read_forms
from counter.app import CounterApp
from counter.view_models.acts import Act
from counter.view_models.appointment_booking import Step
from counter.view_models.appointments import Page
from counter.view_models.menu import MenuSheet, paper_errands
from counter.widgets.desk_theme import type_factor
from counter.widgets.parts import ElidedLabel

_ALL_PAPERS = paper_errands(printer=True, unprinted=True)
SMALL, LARGE = (1366, 768), (1920, 1080)
VIEWS = [("zh", SMALL), ("en", SMALL), ("en", LARGE)]
"""The large one has more room for its larger type: there the longer words will do."""
if os.environ.get("JIAOHAO_PROOF") == "long":
    VIEWS.append(("zh", LARGE))
SLACK = 1
"""Pixels by which a font's width may be rounded."""


def cut_texts(page: QWidget) -> list[str]:
    """Texts that do not fit where they stand, and labels that end in … by design left out."""
    cut = []
    for child in page.findChildren(QWidget):
        if not child.isVisible() or isinstance(child, ElidedLabel):
            continue
        if isinstance(child, QLabel) and not child.wordWrap():
            room, height = child.contentsRect().width(), child.height()
        elif isinstance(child, QAbstractButton) and child.text():
            room, height = child.width(), child.height()
        else:
            continue
        metrics = child.fontMetrics()
        too_wide = metrics.horizontalAdvance(child.text()) > room + SLACK
        too_high = child.text() and metrics.ascent() > height
        if (
            too_wide
            or too_high
            or not page.rect().contains(child.mapTo(page, child.rect().center()))
        ):
            cut.append(child.text())
    return cut


@pytest.fixture(params=VIEWS, ids=lambda view: f"{view[0]}-{view[1][0]}x{view[1][1]}")
def app(request, start_counter, presentation) -> Iterator[CounterApp]:
    language, size = request.param
    presentation.translator.set_language(language)
    app = start_counter("A01")
    app.window.resize(*size)
    yield app


@pytest.fixture
def settle(app, qtbot):
    def settle() -> None:
        qtbot.waitUntil(lambda: app.desk.act_under_way is None)
        app.window.grab()  # every widget paints once

    return settle


@pytest.fixture
def assert_nothing_cut(app, qtbot):
    def check(page: QWidget | None = None) -> None:
        window = page or app.window

        def whole() -> None:
            assert cut_texts(window) == []
            assert window.minimumSizeHint().width() <= 1366
            assert window.minimumSizeHint().height() <= 728, "a task bar takes some 40 of 768"

        # A changed text moves its neighbours, and what wraps gets its height, in the next turn of
        # the loop.
        qtbot.waitUntil(whole)

    return check


def test_the_desk_in_every_state(app, settle, assert_nothing_cut, take, store, qtbot, let_pass):
    settle()
    assert_nothing_cut()
    bundle = max(operations.hall(store).bundles, key=lambda b: len(b.stages))
    take(wanted=(bundle.code,), priority="P4")
    for priority in ("P3", "P0", "P0"):
        take(priority=priority)
    qtbot.waitUntil(lambda: app.desk.waiting_count == 4)
    settle()
    assert_nothing_cut()
    for act in (Act.CALL_NEXT, Act.RECALL, Act.RECALL, Act.SERVE):
        let_pass(app.desk, 20)
        app.desk.do(act)
        settle()
        assert_nothing_cut()


def test_a_person_with_a_reason_and_a_note_is_read_without_scrolling(app, settle, take, qtbot):
    for priority in ("P3", "P0"):
        take(priority=priority)
    qtbot.waitUntil(lambda: app.desk.waiting_count == 2)
    area = app.window.findChild(QScrollArea, "person_scroll")
    for act in (Act.CALL_NEXT, Act.SERVE, Act.HOLD, Act.RESUME):
        app.desk.do(act)
        if app.desk.sheet:
            app.desk.sheet.write_note("fetches the rental contract")
            app.desk.accept_sheet()
        settle()
        assert app.desk.message or act is Act.SERVE
        qtbot.waitUntil(lambda: area.widget().height() <= area.viewport().height())


def test_every_question(app, settle, assert_nothing_cut, take, qtbot):
    for _ in range(3):
        take()
    qtbot.waitUntil(lambda: app.desk.waiting_count == 3)
    app.desk.do(Act.CALL_NUMBER)
    settle()
    assert_nothing_cut()
    app.desk.close_sheet()
    app.desk.do(Act.CALL_NEXT)
    settle()
    app.desk.do(Act.SERVE)
    settle()
    for act in (Act.FINISH, Act.HOLD, Act.TRANSFER, Act.CANCEL, Act.NOTICE, Act.SIGN_OUT):
        app.desk.do(act)
        settle()
        assert app.desk.sheet is not None
        assert_nothing_cut()
        app.desk.close_sheet()
    for role, entries in ((Role.SUPERVISOR, None), (Role.SUPERVISOR, _ALL_PAPERS)):
        menu = MenuSheet(role, entries) if entries else MenuSheet(role)
        app.desk.errands.opened.emit(menu)
        settle()
        assert_nothing_cut()
        app.desk.close_sheet()
    app.window.desk_page.show_keys()
    settle()
    assert_nothing_cut()


@pytest.mark.parametrize("app", [("en", SMALL)], indirect=True, ids=["en-1366x768"])
def test_a_filled_form(
    app, settle, assert_nothing_cut, store, clock, take, qtbot, tmp_path, monkeypatch
):
    """Several forms in one, in the longer words and on the smaller screen."""
    monkeypatch.setenv("JIAOHAO_FORM_KEY", str(tmp_path / "forms.key"))
    kept_forms.make_form_key(store, tmp_path / "forms.key")
    filled = filled_in(read_forms().book, ("F01", "F06"), clock())
    code = kept_forms.keep_form(store, filled, kiosk="kiosk-1", ticket=take().ticket)
    app.desk.do(Act.CALL_NEXT)
    qtbot.waitUntil(lambda: bool(app.desk.forms.of_person))
    settle()
    assert_nothing_cut()
    app.desk.scan("346789")
    sheet = app.desk.sheet
    qtbot.waitUntil(lambda: sheet.message is not None)
    settle()
    assert_nothing_cut()
    sheet.scan(code)
    qtbot.waitUntil(lambda: sheet.reader is not None)
    for act in (
        sheet.reader.edit,
        sheet.reader.leave_editor,
        lambda: sheet.reader.begin_saving("pdf"),
    ):
        settle()
        assert_nothing_cut()
        act()


def test_a_notice_that_needs_a_reason(app, settle, assert_nothing_cut, take, store, qtbot):
    """The service with the most materials, on the smaller screen too."""
    hall = operations.hall(store)
    served = [s for s in hall.services if s.queue in ("AA", "AE", "AB")]
    number = take(wanted=(max(served, key=lambda s: len(s.materials)).code,)).number
    operations.call_number(store, "A01", number, "test")
    operations.give_notice(store, number, ["id"])
    qtbot.waitUntil(lambda: bool(app.desk.current) and app.desk.current.notices == 1)
    app.desk.do(Act.NOTICE)
    app.desk.sheet.tick_key(0)
    app.desk.sheet.write_reason("x")
    settle()
    assert_nothing_cut()


def test_every_kiosk_in_trouble_at_once(app, settle, assert_nothing_cut, take, clock, qtbot):
    """However many there are, who waits can still be read."""
    take()
    qtbot.waitUntil(lambda: app.desk.waiting_count == 1)
    troubles = ("service", "jam", "paper_low", "unreachable", "head", "offline", "cutter")
    app.desk.alarms.follow(
        [
            KioskNow(
                Kiosk(f"kiosk-{place}", Text("二楼西侧电梯旁3号取号机", "Kiosk by the west lift")),
                KioskState(
                    f"kiosk-{place}",
                    clock(),
                    printer="p",
                    trouble=trouble,
                    since=clock(),
                    paper_low=True,
                    slips_left=30,
                    doubled_at=clock(),
                ),
                silent=False,
                doubled=True,
                unproven=tuple(f"AA00{n}" for n in range(5)),
            )
            for place, trouble in enumerate(troubles)
        ]
    )
    settle()
    assert_nothing_cut()
    assert app.window.desk_page.panel.waiting.height() >= 48, "the next one to be called"
    app.desk.alarms.acknowledge()
    settle()
    assert_nothing_cut()


def test_everybody_asks_for_help_at_once(app, settle, assert_nothing_cut, take, clock, qtbot):
    take()
    qtbot.waitUntil(lambda: app.desk.waiting_count == 1)
    start, clerk = clock() - timedelta(minutes=2), ClerkLogin("z01")
    name = Text("二楼西侧电梯旁3号取号机", "Kiosk by the west lift")
    stages = [
        (start, None, True),
        (clock(), None, True),
        (start, app.desk.session.clerk, False),
        (start, clerk, False),
        (clock(), None, False),
    ]
    app.desk.help_calls.follow(
        [
            HelpNow(
                HelpCall(f"h{n}", f"k{n}", "confirm", at, by, by and at),
                Kiosk(f"k{n}", name),
                first,
            )
            for n, (at, by, first) in enumerate(stages)
        ]
    )
    settle()
    assert_nothing_cut()
    assert app.window.desk_page.panel.waiting.height() >= 48, "the next one to be called"


def test_the_appointments_on_every_page(app, settle, assert_nothing_cut, qtbot):
    app.desk.errands.open_appointments()
    sheet = app.desk.sheet
    booking = sheet.booking
    sheet.turn_to(Page.BOOK)
    settle()
    assert_nothing_cut()
    booking.type("FA002")
    sheet.accept()
    qtbot.waitUntil(lambda: booking.step is Step.DAY)
    settle()
    assert_nothing_cut()
    for _ in range(3):
        sheet.accept()
    qtbot.waitUntil(lambda: booking.step is Step.BOOKED)
    settle()
    assert_nothing_cut()
    finder = sheet.cancelling.finder
    sheet.turn_to(Page.CANCEL)
    finder.type(booking.booked.code)
    qtbot.waitUntil(lambda: not finder.looking)
    settle()
    assert_nothing_cut()
    sheet.accept()
    settle()
    assert_nothing_cut()
    sheet.turn_to(Page.CHECK_IN)
    sheet.accept()
    settle()
    assert_nothing_cut()


def test_a_paused_counter_that_helps_out_and_has_a_hold_too_long(
    app, settle, assert_nothing_cut, take, store, let_pass
):
    take()
    for act in (Act.CALL_NEXT, Act.SERVE, Act.HOLD):
        app.desk.do(act)
        settle()
    app.desk.accept_sheet()
    settle()
    operations.add_queue(store, "A01", "FA")
    for act in (Act.EXTRA_QUEUE, Act.PAUSE):
        app.desk.do(act)
        settle()
        assert_nothing_cut()
        if act is Act.EXTRA_QUEUE:
            app.desk.close_sheet()
    app.desk.accept_sheet()
    settle()
    let_pass(app.desk, 61 * 60)
    settle()
    assert app.desk.pause and app.desk.overdue_count and app.desk.view.extra
    assert_nothing_cut()


def test_the_small_window(app, settle, assert_nothing_cut, take, qtbot):
    take()
    qtbot.waitUntil(lambda: app.desk.waiting_count == 1)
    app.window.show_strip()
    strip = app.window.strip
    for act in (Act.CALL_NEXT, Act.SERVE, Act.FINISH):
        app.desk.do(act)
        settle()
        assert_nothing_cut(strip)


def test_the_sign_in_page(app, settle, assert_nothing_cut, store, qtbot):
    operations.sign_in(store, "A01", "a02", "jiaohao-demo", take_over=True)
    qtbot.waitUntil(lambda: app.desk is None)
    qtbot.waitUntil(app.window.sign_in_page.isVisible)
    assert_nothing_cut()
    app.sign_in.set_password("jiaohao-demo")
    app.sign_in.sign_in()
    qtbot.waitUntil(lambda: app.sign_in.taken_by is not None)
    assert_nothing_cut()


def test_the_type_follows_the_window_and_a_question_stays_open(start_counter, take, qtbot):
    app = start_counter("A01")
    number = take().number
    qtbot.waitUntil(lambda: app.desk.waiting_count == 1)

    def number_height() -> int:
        return app.window.findChild(QLabel, "current_number").font().pixelSize()

    assert number_height() == 72
    app.desk.do(Act.CALL_NUMBER)
    qtbot.keyClicks(app.window.focusWidget(), number)
    app.window.resize(1920, 1040)
    qtbot.waitUntil(lambda: len(app.window.findChildren(QLabel, "current_number")) == 1)
    assert number_height() == 96
    field = app.window.focusWidget()
    assert (field.objectName(), field.text()) == ("search_field", number)
    app.window.resize(1366, 768)
    qtbot.waitUntil(lambda: len(app.window.findChildren(QLabel, "current_number")) == 1)
    assert number_height() == 72


@pytest.mark.parametrize(
    ("size", "factor"),
    [
        ((1180, 660), 1.0),
        ((1366, 768), 1.0),
        ((1700, 900), 1.125),
        ((1920, 720), 1.0),
        ((1920, 1010), 1.25),
        ((2560, 1440), 1.25),
    ],
)
def test_the_type_grows_in_few_steps(size, factor):
    assert type_factor(*size) == factor
