"""Every paper that may exist is written down before it does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from common import operations
from common.domain.event import Act
from common.domain.hall import UnknownService
from common.domain.print_job import PaperKind, PrintJob, PrintState


@pytest.fixture
def job(clock):
    """Makes a job of kiosk-7 for a ticket."""

    def make(ticket=None, **more):
        return PrintJob(operations.new_id(), ticket, "kiosk-7", "tcp://printer", clock(), **more)

    return make


def jobs(store, number):
    return operations.timeline(store, number).print_jobs


def test_a_slip_is_written_down_with_its_number(store, job):
    ticket = operations.new_id()
    slip = job(ticket)
    for _ in range(2):
        issued = operations.issue(store, ["FA002"], ticket=ticket, slip=slip)
    assert jobs(store, issued.number) == (slip,)
    assert slip.state is None


def test_a_number_that_is_refused_leaves_no_job(store, job):
    ticket = operations.new_id()
    with pytest.raises(UnknownService):
        operations.issue(store, ["nothing"], ticket=ticket, slip=job(ticket))
    assert operations.abandoned_prints(store, "kiosk-7") == ()


def test_an_end_is_kept_once(store, take, job, clock):
    taken = take()
    slip = job(taken.ticket)
    operations.begin_print(store, slip)
    clock.advance(seconds=1)
    printed = slip.ended(PrintState.PRINTED, 340, clock())
    operations.end_print(store, printed)
    operations.end_print(store, slip.ended(PrintState.FAILED, 0, clock(), "paper_out"))
    assert jobs(store, taken.number) == (printed,)


@pytest.mark.parametrize(
    ("state", "second"),
    [
        (PrintState.PRINTED, True),
        (PrintState.SENT, True),
        (PrintState.INTERRUPTED, True),
        (PrintState.FAILED, False),
    ],
)
def test_a_slip_of_which_paper_may_exist_says_that_it_is_another(
    store, take, job, clock, state, second
):
    taken = take()
    slip = job(taken.ticket)
    operations.begin_print(store, slip)
    assert not operations.slip_facts(store, taken.number).reprint
    operations.end_print(store, slip.ended(state, 340, clock()))
    assert operations.slip_facts(store, taken.number).reprint is second


def test_an_end_may_be_told_before_the_beginning(store, take, job, clock):
    """The database may have been away when the job began."""
    taken = take()
    sent = job(taken.ticket).ended(PrintState.SENT, 340, clock())
    operations.end_print(store, sent)
    operations.begin_print(store, replace(sent, state=None, ended_at=None))
    assert jobs(store, taken.number) == (sent,)


def test_a_late_proof_makes_an_interrupted_slip_a_printed_one(store, take, job, clock):
    taken = take()
    slip = job(taken.ticket)
    operations.end_print(store, slip.ended(PrintState.INTERRUPTED, 120, clock(), "paper_out"))
    late = slip.ended(PrintState.PRINTED, 340, clock() + timedelta(minutes=5))
    operations.end_print(store, late)
    assert jobs(store, taken.number) == (late,)


def test_a_kiosk_that_died_leaves_interrupted_slips(store, take, job, clock):
    taken = take()
    slip, another = job(taken.ticket), replace(job(taken.ticket), device="kiosk-8")
    operations.begin_print(store, slip)
    operations.begin_print(store, another)
    clock.advance(minutes=1)
    assert [one.id for one in operations.abandoned_prints(store, "kiosk-7")] == [slip.id]
    assert operations.abandoned_prints(store, "kiosk-7") == ()
    states = {one.device: (one.state, one.bytes_written) for one in jobs(store, taken.number)}
    assert states == {"kiosk-7": (PrintState.INTERRUPTED, None), "kiosk-8": (None, None)}


def test_that_the_printer_forgot_a_job_is_kept(store, take, job, clock):
    taken = take()
    slip = job(taken.ticket).ended(PrintState.INTERRUPTED, 12, clock(), "jam")
    operations.end_print(store, slip)
    operations.clear_print(store, slip.id)
    assert jobs(store, taken.number) == (replace(slip, cleared=True),)


def test_a_second_slip_is_told_in_the_record_once(store, take, job):
    taken = take()
    again = job(taken.ticket, reprint=True)
    for _ in range(2):
        operations.begin_print(store, again, clerk="z01")
    (told,) = [
        event
        for event in operations.timeline(store, taken.number).events
        if event.move is Act.REPRINT
    ]
    assert (told.number, told.clerk) == (taken.number, "z01")
    assert told.facts == {"by": "kiosk-7", "print": again.id}
    assert operations.check_chain(store).whole


def test_paper_of_no_number_is_written_down_too(store, job, clock):
    strip = job(None, paper=PaperKind.DAY_END)
    operations.begin_print(store, strip)
    operations.end_print(store, strip.ended(PrintState.PRINTED, 90, clock()))
    assert operations.abandoned_prints(store, "kiosk-7") == ()
