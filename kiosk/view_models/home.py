"""The buttons of the home page."""

from __future__ import annotations

from common.domain.hall import Hall
from common.domain.kiosk import HomeButton
from kiosk.view_models.places import HOME, TAKE, Page, Place

HOME_BUTTONS = {
    HomeButton.TAKE: TAKE,
    HomeButton.BUNDLES: Place(Page.BUNDLES),
    HomeButton.FORMS: Place(Page.FORMS),
    HomeButton.APPOINTMENT: Place(Page.APPOINTMENT),
    HomeButton.MINE: Place(Page.MINE),
    HomeButton.PROGRESS: Place(Page.PROGRESS),
    HomeButton.GUIDES: Place(Page.FIND, guide=True),
    HomeButton.OPINIONS: Place(Page.OPINIONS),
}
"""Where each button of the home page leads."""


def home_buttons(hall: Hall) -> list[str]:
    """Those that the hall wants, in its order; none that leads to nothing."""
    empty = set()
    if not hall.bundles:
        empty.add(HomeButton.BUNDLES)
    if hall.appointment_class is None:
        empty.add(HomeButton.APPOINTMENT)
    return [button.value for button in hall.home_buttons if button not in empty]


def first_place(hall: Hall) -> Place:
    """The home page; where it would have one button, what that leads to."""
    buttons = home_buttons(hall)
    return HOME_BUTTONS[HomeButton(buttons[0])] if len(buttons) == 1 else HOME
