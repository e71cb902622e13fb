"""Citizens rate their errand, tell the hall something, and read its answer."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.opinion import OpinionKind, OpinionTopic, Satisfaction
from common.domain.ticket import Outcome
from common.store import DatabaseAway
from kiosk.view_models import opinions as kiosk_opinions
from kiosk.view_models.places import Page
from tests.kiosk.looking import check


@pytest.fixture
def kiosk(make_models):
    kiosk = make_models()
    kiosk.journey.start()
    return kiosk


@pytest.fixture
def done(store):
    issued = operations.issue(store, ["FA002"], ticket=operations.new_id())
    operations.call_next(store, "F01")
    operations.serve(store, "F01")
    operations.finish(store, "F01", Outcome.COMPLETED)
    return issued


@pytest.fixture
def wait_for_page(kiosk, qtbot):
    def wait(page):
        qtbot.waitUntil(lambda: kiosk.journey.page is page)

    return wait


def tell(kiosk, text):
    kiosk.journey.open("opinions")
    kiosk.opinions.begin()
    kiosk.opinions.choose_kind("praise")
    kiosk.opinions.choose_topic("staff")
    kiosk.opinions.write(text)
    kiosk.opinions.send()


def test_nothing_is_preselected_and_the_chosen_level_is_sent_once(
    kiosk, store, done, wait_for_page
):
    kiosk.opinions.begin_rating(done.ticket, done.number)
    assert kiosk.opinions.level == 0
    kiosk.opinions.send_rating()
    assert kiosk.journey.page is Page.RATE
    kiosk.opinions.choose_level(2)
    kiosk.opinions.choose_level(5)
    kiosk.opinions.send_rating()
    kiosk.opinions.send_rating()
    wait_for_page(Page.RATED)
    assert operations.ratings(store, 1) == {Satisfaction.VERY_SATISFIED: 1}
    kiosk.journey.back()
    assert kiosk.journey.page is Page.HOME


def test_who_rated_already_is_told_so(kiosk, store, done, qtbot):
    operations.rate(store, done.ticket, Satisfaction.SATISFIED, "kiosk-1")
    kiosk.opinions.begin_rating(done.ticket, done.number)
    kiosk.opinions.choose_level(1)
    kiosk.opinions.send_rating()
    qtbot.waitUntil(lambda: bool(kiosk.opinions.refusal["en"]))
    assert kiosk.journey.page is Page.RATE


def test_what_somebody_told_is_shown_to_nobody_who_comes_after(kiosk, qtbot):
    with qtbot.waitSignal(kiosk.hall.changed):
        tell(kiosk, "很快")
        kiosk.journey.finish()
        kiosk.journey.open("opinions")
        kiosk.opinions.begin()
        kiosk.opinions.choose_kind("praise")
        kiosk.opinions.choose_topic("staff")
        kiosk.hall.refresh()  # which is answered after what was told
    assert kiosk.journey.page is Page.OPINION_WORDS
    assert kiosk.opinions.told == {}


def test_what_is_told_has_a_receipt_with_which_the_answer_is_read(kiosk, store, wait_for_page):
    tell(kiosk, "窗口人员很耐心")
    wait_for_page(Page.OPINION_SENT)
    receipt = kiosk.opinions.told["receipt"]
    (kept,) = operations.opinions(store, 1)
    assert (kept.kind, kept.topic) == (OpinionKind.PRAISE, OpinionTopic.STAFF)
    assert (kept.words, kept.kiosk) == ("窗口人员很耐心", "kiosk-7")
    operations.answer_opinion(store, receipt, "谢谢", "z04")
    kiosk.journey.finish()

    kiosk.journey.start()
    kiosk.opinions.begin_reading()
    for sign in receipt.lower():
        kiosk.opinions.press(sign)
    kiosk.opinions.read_answer()
    wait_for_page(Page.OPINION_ANSWER)
    assert kiosk.opinions.told["answer"] == "谢谢"


def test_a_wrong_receipt_is_told_so_and_stays_to_be_mended(kiosk, qtbot):
    kiosk.opinions.begin_reading()
    for sign in "2222222222":
        kiosk.opinions.press(sign)
    assert kiosk.opinions.typed == "2222222"
    kiosk.opinions.read_answer()
    qtbot.waitUntil(lambda: bool(kiosk.opinions.refusal["en"]))
    kiosk.opinions.erase()
    assert kiosk.opinions.refusal["en"] == ""
    assert not kiosk.opinions.isTyped


def test_what_somebody_wrote_is_gone_with_them(kiosk, idle_clock):
    kiosk.opinions.begin()
    kiosk.opinions.choose_kind("complaint")
    kiosk.opinions.choose_topic("waiting")
    kiosk.opinions.write("我" * 10_000)
    assert kiosk.opinions.left == 0
    idle_clock.seconds += 61
    kiosk.idle.tick()
    assert kiosk.journey.page is Page.ATTRACT
    assert kiosk.opinions.written == ""


def test_without_its_database_the_kiosk_keeps_what_was_written_and_sends_it_once(
    kiosk, store, database, qtbot, wait_for_page
):
    database.take()
    tell(kiosk, "等一等")
    wait_for_page(Page.AWAY)
    database.bring_back()
    kiosk.hall.refresh()
    wait_for_page(Page.OPINION_WORDS)
    assert kiosk.opinions.written == "等一等"
    kiosk.opinions.send()
    wait_for_page(Page.OPINION_SENT)
    assert len(operations.opinions(store, 1)) == 1


def test_a_second_thought_is_kept_as_it_is_sent(kiosk, store, monkeypatch, wait_for_page, qtbot):
    """The hall heard it, but its answer was lost; they go back and choose another kind."""

    def heard_in_vain(*said):
        operations.give_opinion(*said)
        raise DatabaseAway(detail="the answer was lost")

    monkeypatch.setattr(kiosk_opinions, "give_opinion", heard_in_vain)
    tell(kiosk, "窗口很少")
    qtbot.waitUntil(lambda: kiosk.opinions.refusal["zh"] != "")
    monkeypatch.setattr(kiosk_opinions, "give_opinion", operations.give_opinion)
    kiosk.hall.refresh()
    wait_for_page(Page.OPINION_WORDS)
    kiosk.journey.back()
    kiosk.journey.back()
    kiosk.opinions.choose_kind("complaint")
    kiosk.opinions.choose_topic("staff")
    kiosk.opinions.send()
    wait_for_page(Page.OPINION_SENT)
    assert kiosk.opinions.told["kind"]["zh"] == "投诉"
    assert {one.kind for one in operations.opinions(store, 1)} >= {OpinionKind.COMPLAINT}


def test_the_receipt_comes_out_on_paper_when_asked_for_and_says_nothing_of_what_was_told(
    make_kiosk, paper_printer, store
):
    citizen = make_kiosk(paper_printer.url, size=(1920, 1080))
    citizen.touch("start_area")
    tell(citizen.app.models, "窗口人员很耐心")
    citizen.wait_for_page("opinion_sent")
    assert not citizen.sees("receipt_paper_notice")
    citizen.app.journey.switch_text_size()
    check(citizen, "zh", "opinion_sent-landscape-large")
    citizen.touch("print_receipt_button")
    citizen.wait_for(lambda: citizen.text("receipt_paper_notice") == "请在屏幕下方取走回执。")
    assert not citizen.sees("print_receipt_button")
    check(citizen, "zh", "opinion_printed-landscape-large")
    citizen.wait_for(lambda: len(paper_printer.device.slips) == 1)
    printed = paper_printer.device.slips[0].data.decode("gbk", "replace")
    assert citizen.text("receipt_number") in printed
    assert "很耐心" not in printed
    citizen.touch("finish_button")
    assert citizen.app.models.opinions.paper.stateName == "none"
