"""Pictures of what the counter asks besides serving: passwords, approvals, numbers for people."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from common import operations
from common.demo.hall import PASSWORD
from common.demo.hand import settle, wait_until
from common.demo.studio import PictureHall, Size, Studio
from common.domain.ids import CounterCode
from common.domain.text import Text
from counter.app import CounterApp
from counter.view_models.approval import ApprovalSheet
from counter.view_models.desk import DeskViewModel
from counter.view_models.menu import Errand, MenuSheet
from counter.view_models.take_number import TakeNumberSheet

COUNTER = CounterCode("A04")
_NEWCOMER, _GUIDE = "li.na", "z01"
_FIRST, _OWN = "First-time1", "My-own-word2"


def take_staff_pictures(studio: Studio, hall: PictureHall, size: Size) -> None:
    """One language, one size of screen."""
    operations.add_clerk(hall.store, _NEWCOMER, Text(zh="李娜", en="Li Na"), _FIRST)
    for login, password, take in (
        (_NEWCOMER, _FIRST, _first_shift),
        (_GUIDE, PASSWORD, _numbers_for_people),
    ):
        app = CounterApp(hall.store, studio.presentation, counter=COUNTER, login=login)
        try:
            app.window.resize(*size)
            app.window.show()
            _sign_in(app, password)
            take(studio, app)
            operations.sign_out(hall.store, _desk(app).session.id)
        finally:
            app.close()


def _sign_in(app: CounterApp, password: str) -> None:
    wait_until(lambda: app.sign_in.counter_place != "", "the counter's place")
    app.sign_in.set_password(password)
    app.sign_in.sign_in()


def _first_shift(studio: Studio, app: CounterApp) -> None:
    sign_in = app.sign_in
    wait_until(lambda: sign_in.choosing is not None, "the question for a new password")
    choosing = sign_in.choosing
    assert choosing is not None
    _type(app, _OWN.lower())
    _keep(studio, app, "choose_password")
    choosing.set_new(_OWN)
    choosing.set_again(_OWN)
    choosing.accept()
    wait_until(lambda: app.desk is not None and app.desk.view is not None, "the desk")
    _desk(app).open_menu()
    _type(app, str(_place(app, Errand.CHANGE_PASSWORD)))
    _keep(studio, app, "password_sheet")
    _desk(app).close_sheet()


def _numbers_for_people(studio: Studio, app: CounterApp) -> None:
    wait_until(lambda: app.desk is not None and app.desk.view is not None, "the desk")
    _desk(app).open_menu()
    _keep(studio, app, "menu")
    _type(app, str(_place(app, Errand.TAKE_NUMBER)))
    sheet = _desk(app).sheet
    assert isinstance(sheet, TakeNumberSheet)
    _type(app, "YJS01")
    wait_until(lambda: len(sheet.promises.checks) > 0, "what the bundle promises")
    _keep(studio, app, "take_number_bundle")
    QTest.keyClick(app.window.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    _type(app, "FA002")
    _keep(studio, app, "take_number")
    _enter(app)
    wait_until(lambda: sheet.issued is not None, "the number")
    _keep(studio, app, "take_number_issued")
    _enter(app)
    sheet.choose_class(next(c.code for c in sheet.classes if c.break_glass))
    _enter(app)
    approval = _desk(app).sheet
    assert isinstance(approval, ApprovalSheet)
    QTest.keyClick(app.window.focusWidget(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    _type(app, _GUIDE)
    _enter(app)
    _type(app, PASSWORD)
    _enter(app)
    wait_until(lambda: approval.message is not None, "the refusal of a guide")
    _keep(studio, app, "approval")
    while _desk(app).sheet is not None:
        _desk(app).close_sheet()


def _desk(app: CounterApp) -> DeskViewModel:
    assert app.desk is not None
    return app.desk


def _place(app: CounterApp, errand: Errand) -> int:
    """The key of this entry in the open menu."""
    menu = _desk(app).sheet
    assert isinstance(menu, MenuSheet)
    return menu.errands.index(errand) + 1


def _type(app: CounterApp, words: str) -> None:
    QTest.keyClicks(app.window.focusWidget(), words)


def _enter(app: CounterApp) -> None:
    QTest.keyClick(app.window.focusWidget(), Qt.Key.Key_Return)


def _keep(studio: Studio, app: CounterApp, page: str) -> None:
    settle(150)
    studio.keep_window("counter", page, app.window)
