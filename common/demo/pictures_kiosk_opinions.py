"""Pictures of what citizens tell the hall at the kiosk."""

from __future__ import annotations

from common.demo.hand import wait_until
from common.demo.kiosk_view import KioskView
from common.domain.ids import ClerkLogin
from common.operations import answer_opinion, open_number
from common.operations import opinions as told_to_the_hall

_SAID = "窗口人员很耐心，就是排队久了一点。能不能在中午多开一个窗口？"
_ANSWER = "谢谢您的建议。从下周起，中午加开两个窗口。"
_SUPERVISOR = ClerkLogin("z04")
_RATED = "AA003"
"""A number of the busy hall."""


def take_opinion_pictures(view: KioskView) -> None:
    with view.studio.busy_hall() as hall, view.kiosk(hall) as kiosk:
        view.begin(kiosk)
        journey, opinions = kiosk.journey, kiosk.models.opinions
        journey.open("opinions")
        view.keep(kiosk, "opinions")
        opinions.begin_rating(open_number(hall.store, _RATED).ticket, _RATED)
        opinions.choose_level(5)
        view.keep(kiosk, "rate")
        opinions.begin()
        view.keep(kiosk, "opinion_kind")
        opinions.choose_kind("suggestion")
        view.keep(kiosk, "opinion_topic")
        opinions.choose_topic("waiting")
        view.keep(kiosk, "opinion_words_empty")
        opinions.write(_SAID)
        view.keep(kiosk, "opinion_words")
        opinions.send()
        wait_until(lambda: journey.page.value == "opinion_sent", "a receipt")
        view.keep(kiosk, "opinion_sent")
        (told,) = told_to_the_hall(hall.store, 1)
        receipt = told.receipt
        answer_opinion(hall.store, receipt, _ANSWER, _SUPERVISOR)
        opinions.begin_reading()
        for sign in receipt:
            opinions.press(sign)
        view.keep(kiosk, "opinion_receipt")
        opinions.read_answer()
        wait_until(lambda: journey.page.value == "opinion_answer", "an answer")
        view.keep(kiosk, "opinion_answer")
