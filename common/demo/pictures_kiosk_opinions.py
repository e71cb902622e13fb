"""Pictures of what citizens tell the hall at the kiosk."""

from __future__ import annotations

from collections.abc import Callable

from common.demo.hand import wait_until
from common.domain.ids import ClerkLogin
from common.operations import answer_opinion, open_number
from common.operations import opinions as told_to_the_hall
from common.store import Store
from kiosk.app import KioskApp

_SAID = "窗口人员很耐心，就是排队久了一点。能不能在中午多开一个窗口？"
_ANSWER = "谢谢您的建议。从下周起，中午加开两个窗口。"
_SUPERVISOR = ClerkLogin("z04")


def take_opinion_pictures(
    kiosk: KioskApp, store: Store, rated: str, keep: Callable[[str], None]
) -> None:
    """Of a visit that has begun, and of the number `rated`; `keep` keeps the page that is shown."""
    journey, opinions = kiosk.journey, kiosk.models.opinions
    journey.open("opinions")
    keep("opinions")
    opinions.begin_rating(open_number(store, rated).ticket, rated)
    opinions.choose_level(5)
    keep("rate")
    opinions.begin()
    keep("opinion_kind")
    opinions.choose_kind("suggestion")
    keep("opinion_topic")
    opinions.choose_topic("waiting")
    keep("opinion_words_empty")
    opinions.write(_SAID)
    keep("opinion_words")
    opinions.send()
    wait_until(lambda: journey.page.value == "opinion_sent", "a receipt")
    keep("opinion_sent")
    (told,) = told_to_the_hall(store, 1)
    receipt = told.receipt
    answer_opinion(store, receipt, _ANSWER, _SUPERVISOR)
    opinions.begin_reading()
    for sign in receipt:
        opinions.press(sign)
    keep("opinion_receipt")
    opinions.read_answer()
    wait_until(lambda: journey.page.value == "opinion_answer", "an answer")
    keep("opinion_answer")
