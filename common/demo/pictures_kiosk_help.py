"""Pictures of the way to a helper at the kiosk."""

from __future__ import annotations

from datetime import timedelta

from common.demo.hand import settle, wait_until
from common.demo.kiosk_view import KioskView
from common.demo.studio import PictureHall
from common.domain.ids import ClerkLogin, HelpId, KioskCode
from common.operations import acknowledge_help, end_help, open_help

_GUIDE = ClerkLogin("z01")


def take_help_pictures(view: KioskView) -> None:
    with view.studio.busy_hall() as hall, view.kiosk(hall) as kiosk:
        view.begin(kiosk)
        desk, code = kiosk.models.help, kiosk.models.code
        desk.open()
        view.keep(kiosk, "help_ask")
        desk.call()
        wait_until(lambda: str(desk.stage) == "called", "a helper who is called")
        view.keep(kiosk, "help_called")
        hall.clock.now += timedelta(minutes=4)
        settle()  # what was read before that tells the old time
        kiosk.models.clock.follow(hall.clock.now)
        kiosk.models.clock.ticked.emit()
        view.keep(kiosk, "help_late")
        acknowledge_help(hall.store, _call(hall, code), _GUIDE)
        wait_until(lambda: str(desk.stage) == "coming", "a helper on the way")
        view.keep(kiosk, "help_coming")
        desk.close()
        view.keep(kiosk, "help_bar")
        end_help(hall.store, _call(hall, code), _GUIDE)
        wait_until(lambda: str(desk.stage) == "ask", "a helper who came")
        with hall.without_database():
            kiosk.models.hall.lose()
            desk.open()
            view.keep(kiosk, "help_away")
            desk.close()
        wait_until(lambda: not kiosk.models.hall.away, "the database")


def _call(hall: PictureHall, code: KioskCode) -> HelpId:
    call = open_help(hall.store, code)
    assert call is not None
    return call.id
