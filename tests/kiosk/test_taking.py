"""Taking a number without a view: printer, database, paper, and the truth about each."""

from __future__ import annotations

import pytest

from kiosk.view_models.journey import Page
from kiosk.view_models.stages import BUSY, Stage


@pytest.fixture
def visit(make_models, qtbot):
    """Makes a kiosk with a citizen on the confirm page of a service."""

    def make(printer: str | None = None, service: str = "FA002"):
        kiosk = make_models(printer)
        kiosk.journey.start()
        kiosk.journey.choose_service(service)
        kiosk.wait = qtbot.waitUntil
        kiosk.wait_for = lambda *stages: kiosk.wait(lambda: kiosk.taking.stage in stages)
        return kiosk

    return make


def test_a_number_is_taken_printed_proven_and_recorded(visit, paper_printer, records):
    kiosk = visit(paper_printer.url)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.PRINTED)

    assert kiosk.taking.number == "FA001"
    assert kiosk.journey.page is Page.SLIP
    assert len(paper_printer.device.slips) == 1
    kiosk.wait(lambda: records.print_states("FA001") == ["printed"])
    assert records.numbers == ["FA001"]


def test_a_double_touch_makes_one_ticket(visit, paper_printer, records):
    kiosk = visit(paper_printer.url)
    kiosk.taking.take_number()
    assert kiosk.taking.stage in BUSY
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.PRINTED)
    kiosk.taking.take_number()

    assert records.numbers == ["FA001"]
    assert len(paper_printer.device.slips) == 1


def test_a_printer_that_cannot_acknowledge_is_believed_to_have_printed_and_no_more(
    visit, tmp_path, records
):
    kiosk = visit(f"file://{tmp_path}/slips.bin")
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.SENT)
    kiosk.wait(lambda: records.print_states("FA001") == ["sent"])


@pytest.mark.parametrize("trouble", ["paper_out", "cover_open"])
def test_a_printer_in_trouble_is_noticed_before_a_number_exists(
    visit, paper_printer, records, trouble
):
    if trouble == "paper_out":
        paper_printer.device.load_paper(0)
    else:
        paper_printer.device.set_cover(True)
    kiosk = visit(paper_printer.url)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.NO_PRINTER)

    assert kiosk.taking.trouble == trouble
    assert kiosk.journey.page is Page.PRINTER
    assert records.numbers == []


def test_a_citizen_may_go_on_without_paper(visit, paper_printer, records):
    paper_printer.device.set_cover(True)
    kiosk = visit(paper_printer.url)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.NO_PRINTER)
    kiosk.taking.take_without_paper()
    kiosk.wait_for(Stage.ON_SCREEN)

    assert records.numbers == ["FA001"]
    assert paper_printer.device.slips == ()
    kiosk.taking.keep()
    assert kiosk.taking.stage is Stage.KEPT
    assert records.numbers == ["FA001"]


def test_a_printer_made_ready_prints_at_the_next_try(visit, paper_printer):
    paper_printer.device.set_cover(True)
    kiosk = visit(paper_printer.url)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.NO_PRINTER)
    paper_printer.device.set_cover(False)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.PRINTED)


def test_a_printer_that_is_not_there_is_no_reason_to_stop(visit, paper_printer, records):
    url = paper_printer.url
    paper_printer.port.close()
    kiosk = visit(url)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.NO_PRINTER)
    assert kiosk.taking.trouble in ("unreachable", "unknown")


def test_a_printer_in_trouble_is_in_the_record(visit, paper_printer, records):
    paper_printer.device.set_cover(True)
    kiosk = visit(paper_printer.url)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.NO_PRINTER)
    kiosk.wait(lambda: records.refusals == ["printer_not_ready"])
    kiosk.taking.take_without_paper()
    kiosk.wait_for(Stage.ON_SCREEN)
    assert records.refusals == ["printer_not_ready"]


@pytest.mark.parametrize("cover", ["closed", "open"])
def test_a_number_that_is_not_to_be_had_is_refused_before_the_printer_is_asked(
    visit, paper_printer, records, cover
):
    paper_printer.device.set_cover(cover == "open")
    records.set_quota(1)
    records.take()
    kiosk = visit(paper_printer.url)
    kiosk.taking.take_number()
    kiosk.wait(lambda: kiosk.taking.refusal["zh"] != "")

    assert kiosk.taking.stage is Stage.READY
    assert kiosk.journey.page is Page.CONFIRM
    assert "本时段的号已取完" in kiosk.taking.refusal["zh"]
    assert "this half hour" in kiosk.taking.refusal["en"]
    assert records.numbers == ["FA001"]
    assert records.refusals == ["quota_used"]
    assert paper_printer.device.slips == ()


def test_a_refused_citizen_may_try_again_and_gets_one_number(visit, records):
    records.set_quota(1)
    records.take()
    kiosk = visit()
    kiosk.taking.take_number()
    kiosk.wait(lambda: kiosk.taking.refusal["zh"] != "")
    records.set_quota(None)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.ON_SCREEN)
    assert kiosk.taking.refusal["zh"] == ""
    assert records.numbers == ["FA001", "FA002"]


def test_a_slip_that_stops_halfway_is_never_called_printed(visit, paper_printer, records):
    """The paper ends inside the slip: after the check, before the proof."""
    paper_printer.device.load_paper(25)
    kiosk = visit(paper_printer.url)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.UNPROVEN)
    assert kiosk.taking.number == "FA001"
    kiosk.wait(lambda: records.print_states("FA001") == ["interrupted"])


def test_without_a_printer_the_number_is_on_the_screen_and_may_be_given_back(visit, records):
    kiosk = visit()
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.ON_SCREEN)
    kiosk.taking.cancel()
    kiosk.wait_for(Stage.CANCELLED)
    assert records.state("FA001") == "cancelled"
    assert records.numbers == []


def test_a_number_already_called_is_not_given_back(visit, records):
    kiosk = visit()
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.ON_SCREEN)
    assert records.call("F01") == "FA001"
    kiosk.taking.cancel()
    kiosk.wait_for(Stage.ON_SCREEN)
    assert kiosk.taking.refusal["zh"]
    assert records.state("FA001") == "called"


def test_a_claimed_priority_goes_with_the_number(visit, records):
    kiosk = visit()
    kiosk.taking.choose_priority("P1")
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.ON_SCREEN)
    assert kiosk.taking.slip["marks"] == [{"zh": "老年人", "en": "Older person"}]


def test_a_priority_touched_twice_is_taken_back(visit):
    kiosk = visit()
    kiosk.taking.choose_priority("P1")
    kiosk.taking.choose_priority("P1")
    assert kiosk.taking.priority == "P0"


def test_only_classes_that_a_citizen_may_claim_are_offered(visit):
    kiosk = visit()
    assert [c["code"] for c in kiosk.taking.priorityClasses] == ["P1", "P2", "P3", "P4"]


def test_a_database_that_goes_away_while_taking_never_makes_a_second_ticket(
    visit, records, database
):
    kiosk = visit()
    database.take()
    kiosk.taking.take_number()
    kiosk.wait(lambda: kiosk.hall.away)
    assert kiosk.journey.page is Page.AWAY
    database.bring_back()
    kiosk.wait(lambda: not kiosk.hall.away)
    assert kiosk.journey.page is Page.CONFIRM
    assert kiosk.taking.inDoubt

    kiosk.taking.take_number()
    kiosk.wait_for(Stage.ON_SCREEN)
    assert records.numbers == ["FA001"]


def test_a_ticket_whose_citizen_left_without_seeing_it_is_given_back(visit, records, monkeypatch):
    """The answer is lost on the way: the ticket exists and nobody knows its number."""
    from common.operations import issue
    from common.store import DatabaseAway

    def lose_the_answer(*args, **kwargs):
        issue(*args, **kwargs)
        raise DatabaseAway(detail="test")

    monkeypatch.setattr("kiosk.view_models.visit.issue", lose_the_answer)
    kiosk = visit()
    kiosk.taking.take_number()
    kiosk.wait(lambda: kiosk.taking.inDoubt)
    assert records.numbers == ["FA001"]

    kiosk.journey.finish()
    kiosk.wait(lambda: records.numbers == [])
    assert records.state("FA001") == "cancelled"


def test_a_print_that_could_not_be_recorded_is_recorded_later(
    visit, paper_printer, records, database, qtbot
):
    kiosk = visit(paper_printer.url)
    kiosk.taking.stage_changed.connect(
        lambda: database.take() if kiosk.taking.stage is Stage.PRINTING else None
    )
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.PRINTED)
    kiosk.wait(lambda: kiosk.outbox.waiting == 1)
    assert kiosk.journey.page is Page.SLIP

    database.bring_back()
    kiosk.wait(lambda: kiosk.outbox.waiting == 0 and not kiosk.hall.away)
    kiosk.wait(lambda: records.print_states("FA001") == ["printed"])


def test_an_absence_that_nobody_else_noticed_loses_no_record(visit, records, database, qtbot):
    kiosk = visit(None)
    kiosk._changes.close()  # nobody tells the outbox that the database is back
    database.take()
    kiosk.outbox.add(records.take)
    kiosk.wait(lambda: kiosk.outbox.waiting >= 1)  # the day may begin in it too
    database.bring_back()
    kiosk.wait(lambda: records.numbers == ["FA001"])


def test_a_bundle_takes_one_number_for_its_whole_route(make_models, records, qtbot):
    kiosk = make_models()
    kiosk.journey.start()
    kiosk.journey.choose_bundle("YJS01")
    kiosk.taking.take_number()
    qtbot.waitUntil(lambda: kiosk.taking.stage is Stage.ON_SCREEN)
    assert records.numbers == [kiosk.taking.number]
    assert kiosk.taking.slip["services"] == [{"zh": "开小吃店一件事", "en": "Open a snack shop"}]
