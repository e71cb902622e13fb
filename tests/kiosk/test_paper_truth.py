"""A slip that did not come out, came out late, or came out twice: what people and record know."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from common.domain.print_job import PrintJob, PrintState
from common.operations import issue, new_id
from kiosk.view_models.journey import Page
from kiosk.view_models.stages import Stage

HALF_A_SLIP_MM = 45
REPRINT = "补打".encode("gbk")
NOT_WHOLE = "不完整".encode("gbk")


@pytest.fixture(autouse=True)
def settles_at_once(monkeypatch):
    monkeypatch.setattr("kiosk.view_models.slip_paper.SETTLING_SECONDS", 0.3)


@pytest.fixture
def visit(make_models, qtbot):
    """Makes a kiosk with a citizen on the confirm page, at this printer or at none."""

    def make(printer=None):
        kiosk = make_models(*((printer.url,) if printer else ()), profile=_profile(printer))
        kiosk.wait = qtbot.waitUntil
        kiosk.wait_for = lambda *stages: kiosk.wait(lambda: kiosk.taking.stage in stages)
        come(kiosk)
        return kiosk

    return make


def _profile(printer) -> str:
    return printer.profile if printer else "generic-80"


def come(kiosk, service="FA002"):
    kiosk.journey.start()
    kiosk.journey.choose_service(service)


def take_half_a_slip(kiosk, printer):
    """The paper ends inside the slip."""
    printer.device.load_paper(HALF_A_SLIP_MM)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.UNPROVEN)


def slips_of(printer, number):
    """Whole, cut slips with this number."""
    return [s for s in printer.device.slips if s.cut and number.encode() in s.data]


def test_the_job_is_in_the_record_before_the_printer_has_a_byte_of_it(visit, line_printer, records):
    printer = line_printer(speed=400)
    kiosk = visit(printer)
    seen = []
    kiosk.taking.stage_changed.connect(
        lambda: (
            seen.append((records.print_states("FA001"), printer.device.slips))
            if kiosk.taking.stage is Stage.PRINTING
            else None
        )
    )
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.PRINTED)
    assert seen == [(["None"], ())]
    kiosk.wait(lambda: records.print_states("FA001") == ["printed"])


def test_a_slip_that_comes_out_late_is_proven_and_the_page_follows(visit, line_printer, records):
    printer = line_printer()
    kiosk = visit(printer)
    take_half_a_slip(kiosk, printer)
    assert kiosk.taking.trouble == "paper_out"
    assert not kiosk.taking.canPrintAgain
    kiosk.wait(lambda: records.print_states("FA001") == ["interrupted"])

    printer.device.load_paper()
    kiosk.wait_for(Stage.PRINTED)
    kiosk.wait(lambda: records.print_states("FA001") == ["printed"])
    assert len(printer.device.slips) <= 2  # the torn head, at most, and the rest


def test_no_slip_of_a_number_that_was_given_back_comes_out_later(visit, line_printer, records):
    printer = line_printer()
    kiosk = visit(printer)
    take_half_a_slip(kiosk, printer)
    kiosk.taking.cancel()
    kiosk.wait_for(Stage.CANCELLED)
    kiosk.wait(lambda: [job.cleared for job in records.jobs("FA001")] == [True])
    kiosk.wait(lambda: not kiosk.taking.firstMayCome)

    kiosk.journey.finish()
    printer.device.load_paper()
    kiosk.wait(lambda: kiosk.report.prints)
    come(kiosk)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.PRINTED)
    assert slips_of(printer, "FA001") == []
    assert len(slips_of(printer, "FA002")) == 1
    assert records.state("FA001") == "cancelled"
    assert records.print_states("FA001") == ["interrupted"]


def test_who_gives_back_a_number_whose_slip_may_still_come_out_is_told(
    visit, line_printer, records
):
    printer = line_printer("generic-80")
    kiosk = visit(printer)
    take_half_a_slip(kiosk, printer)
    kiosk.taking.cancel()
    kiosk.wait_for(Stage.CANCELLED)
    assert kiosk.taking.firstMayCome
    assert [job.cleared for job in records.jobs("FA001")] == [False]


def test_who_leaves_after_half_a_slip_leaves_nothing_in_the_next_ones_way(
    visit, line_printer, records
):
    printer = line_printer()
    kiosk = visit(printer)
    take_half_a_slip(kiosk, printer)
    kiosk.taking.keep()
    kiosk.journey.finish()
    kiosk.wait(lambda: [job.cleared for job in records.jobs("FA001")] == [True])
    printer.device.load_paper()
    kiosk.wait(lambda: kiosk.report.prints)

    come(kiosk)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.PRINTED)
    marked, whole = printer.device.slips[-2:]
    assert NOT_WHOLE in marked.data
    assert b"FA002" in whole.data
    assert b"FA001" not in whole.data
    kiosk.wait(lambda: records.print_states("FA002") == ["printed"])


def test_a_second_slip_is_a_persons_wish_and_the_only_one(visit, line_printer, records):
    printer = line_printer()
    kiosk = visit(printer)
    printer.device.load_paper(HALF_A_SLIP_MM)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.UNPROVEN)
    kiosk.taking.print_again()
    assert kiosk.taking.stage is Stage.UNPROVEN  # the printer is not well

    printer.device.set_power(False)
    printer.device.load_paper()
    printer.device.set_power(True)
    kiosk.wait(lambda: kiosk.taking.canPrintAgain)
    kiosk.taking.print_again()
    kiosk.taking.print_again()
    kiosk.wait_for(Stage.PRINTED)

    assert not kiosk.taking.firstMayCome
    (slip,) = slips_of(printer, "FA001")
    assert REPRINT in slip.data
    kiosk.wait(lambda: records.print_states("FA001") == ["interrupted", "printed"])
    kiosk.wait(lambda: [job.cleared for job in records.jobs("FA001")] == [True, False])
    assert [job.reprint for job in records.jobs("FA001")] == [False, True]


def test_two_slips_of_one_number_are_told_on_the_page_and_in_the_record(
    visit, line_printer, records
):
    """A printer that forgets nothing: the rest of the first slip comes out before the second."""
    printer = line_printer("generic-80")
    kiosk = visit(printer)
    take_half_a_slip(kiosk, printer)
    printer.device.load_paper()
    kiosk.wait(lambda: kiosk.taking.canPrintAgain)
    kiosk.taking.print_again()
    kiosk.wait_for(Stage.PRINTED)

    assert kiosk.taking.firstMayCome
    kiosk.wait(lambda: records.print_states("FA001") == ["interrupted", "printed"])
    first, second = records.jobs("FA001")
    assert (first.cleared, first.reprint, second.reprint) == (False, False, True)


def test_where_nothing_was_sent_the_slip_that_follows_is_an_ordinary_one(
    visit, line_printer, records
):
    printer = line_printer()
    kiosk = visit(printer)
    kiosk.taking.stage_changed.connect(
        lambda: printer.device.set_cover(True) if kiosk.taking.stage is Stage.ISSUING else None
    )
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.NOT_PRINTED)
    assert (kiosk.taking.trouble, kiosk.taking.code != "") == ("cover_open", True)
    printer.device.set_cover(False)
    kiosk.wait(lambda: kiosk.taking.canPrintAgain)
    kiosk.taking.print_again()
    kiosk.wait_for(Stage.PRINTED)

    (slip,) = slips_of(printer, "FA001")
    assert REPRINT not in slip.data
    kiosk.wait(lambda: records.print_states("FA001") == ["failed", "printed"])
    assert [job.reprint for job in records.jobs("FA001")] == [False, False]


def test_who_went_on_without_paper_has_a_slip_when_the_printer_is_well(
    visit, line_printer, records
):
    printer = line_printer()
    printer.device.set_cover(True)
    kiosk = visit(printer)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.NO_PRINTER)
    kiosk.taking.take_without_paper()
    kiosk.wait_for(Stage.ON_SCREEN)
    assert records.jobs("FA001") == ()
    assert not kiosk.taking.canPrintAgain
    printer.device.set_cover(False)
    kiosk.wait(lambda: kiosk.taking.canPrintAgain)
    kiosk.taking.print_again()
    kiosk.wait_for(Stage.PRINTED)
    kiosk.wait(lambda: records.print_states("FA001") == ["printed"])


def test_a_second_slip_that_cannot_be_written_down_is_not_printed(
    visit, line_printer, records, database
):
    printer = line_printer("generic-80")
    kiosk = visit(printer)
    take_half_a_slip(kiosk, printer)
    kiosk.wait(lambda: records.print_states("FA001") == ["interrupted"])
    printer.device.load_paper()
    kiosk.wait(lambda: kiosk.taking.canPrintAgain)
    slips = len(printer.device.slips)
    database.take()
    kiosk.taking.print_again()
    kiosk.wait(lambda: kiosk.taking.stage is Stage.UNPROVEN and kiosk.taking.refusal["zh"] != "")
    assert kiosk.journey.page is Page.SLIP
    assert len(printer.device.slips) == slips
    database.bring_back()


@pytest.fixture
def left_behind(store, records):
    """Writes down a job of a number that an earlier run of this kiosk never ended."""

    def leave(url: str) -> None:
        job = PrintJob(new_id(), new_id(), "kiosk-7", url, datetime.now(UTC))
        issue(store, ["FA002"], ticket=job.ticket, slip=job)
        assert records.print_states("FA001") == ["None"]

    return leave


def test_what_an_earlier_run_left_is_ended_and_forgotten_before_the_next_slip(
    visit, line_printer, records, left_behind
):
    printer = line_printer()
    printer.device.set_cover(True)
    left_behind(printer.url)
    with Path(printer.link).open("wb", buffering=0) as line:
        line.write(b"\x1b@FA001\n")

    kiosk = visit(printer)
    kiosk.wait(lambda: records.print_states("FA001") == ["interrupted"])
    kiosk.wait(lambda: [job.cleared for job in records.jobs("FA001")] == [True])
    printer.device.set_cover(False)
    kiosk.wait(lambda: kiosk.report.prints)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.PRINTED)
    assert not any(b"FA001" in slip.data for slip in printer.device.slips)


def test_a_database_that_is_away_at_the_start_is_asked_when_it_is_back(
    make_models, records, left_behind, database, qtbot
):
    left_behind("file:///dev/null")
    database.take()
    kiosk = make_models("file:///dev/null", known=False)
    qtbot.waitUntil(lambda: kiosk.hall.away)
    database.bring_back()
    qtbot.waitUntil(lambda: records.print_states("FA001") == ["interrupted"])


def second_slip_under_way(kiosk, printer):
    """The first is in doubt, and the second is asked for from a printer that takes its time."""
    take_half_a_slip(kiosk, printer)
    printer.device.set_power(False)
    printer.device.load_paper()
    printer.device.set_power(True)
    kiosk.wait(lambda: kiosk.taking.canPrintAgain)
    kiosk.taking.print_again()
    assert kiosk.taking.stage is Stage.PRINTING


def test_a_proof_that_comes_while_the_second_slip_is_under_way_waits_for_that(
    visit, line_printer, records
):
    printer = line_printer(speed=150)
    kiosk = visit(printer)
    second_slip_under_way(kiosk, printer)
    (first, *_) = records.jobs("FA001")
    kiosk._watch.proven.emit(first.ended(PrintState.PRINTED, 350, datetime.now(UTC)))
    assert kiosk.taking.stage is Stage.PRINTING
    kiosk.journey.finish()  # in vain: paper is on its way
    assert kiosk.journey.page is Page.SLIP
    kiosk.wait_for(Stage.PRINTED)
    kiosk.wait(lambda: records.print_states("FA001") == ["printed", "printed"])
    assert [REPRINT in slip.data for slip in slips_of(printer, "FA001")] == [True]


def test_what_becomes_of_a_slip_whose_citizen_has_gone_says_nothing_of_the_next_number(
    visit, line_printer, records
):
    printer = line_printer(speed=150)
    kiosk = visit(printer)
    second_slip_under_way(kiosk, printer)
    kiosk.taking.leave()
    printer.device.set_cover(True)
    come(kiosk, "FB001")
    kiosk.wait(lambda: len(records.jobs("FA001")) == 2)
    kiosk.wait(lambda: None not in [job.state for job in records.jobs("FA001")])
    assert kiosk.taking.stage is Stage.READY
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.NO_PRINTER)
    kiosk.taking.take_without_paper()
    kiosk.wait_for(Stage.ON_SCREEN)
    printer.device.set_cover(False)
    kiosk.wait(lambda: kiosk.taking.canPrintAgain)
    kiosk.taking.print_again()
    kiosk.wait_for(Stage.PRINTED)
    (job,) = records.jobs("FB001")
    assert not job.reprint
