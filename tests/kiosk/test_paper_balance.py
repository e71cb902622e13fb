"""A day of faults at one kiosk: every number ends on paper, on a screen, or given back."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from common.domain.print_job import PrintState
from kiosk.view_models.stages import UNDECIDED, Stage

VISITS = 10
PATIENCE = 15_000
FAULTS = ("none", "half", "half", "half", "cover", "jam", "unplug")
DECISIONS = ("keep", "cancel", "again", "again", "again", "leave")
DONE = (*UNDECIDED, Stage.PRINTED, Stage.SENT, Stage.NO_PRINTER)


@pytest.fixture(autouse=True)
def settles_at_once(monkeypatch):
    monkeypatch.setattr("kiosk.view_models.slip_paper.SETTLING_SECONDS", 0.1)


@pytest.mark.parametrize("profile", ["epson-tm-t88", "snbc-bt-t080"])
def test_the_numbers_balance_after_a_day_of_faults(
    make_models, line_printer, records, store, qtbot, profile
):
    printer = line_printer(profile)
    kiosk = make_models(printer.url, profile=profile)
    day = _Day(kiosk, printer, qtbot, random.Random(f"a day at {profile}"))
    for _ in range(VISITS):
        day.visit()
    qtbot.waitUntil(lambda: kiosk.outbox.waiting == 0, timeout=PATIENCE)
    qtbot.waitUntil(lambda: all(job.state for job in _jobs(records, day)), timeout=PATIENCE)

    assert day.numbers == [f"FA{n:03d}" for n in range(1, len(day.numbers) + 1)]
    assert Counter(day.ends.values()).total() == len(day.numbers)
    for number in day.numbers:
        jobs, end = records.jobs(number), day.ends[number]
        assert (records.state(number) == "cancelled") == (end == "cancelled")
        proven = [job for job in jobs if job.state is PrintState.PRINTED]
        if end == "paper":
            assert proven
        # More than one paper may exist of a number only where the record says so.
        doubtful = [job for job in jobs if job.state is PrintState.INTERRUPTED]
        paper = sum(
            slip.cut and number.encode() in slip.data and b"\x1d(k" in slip.data
            for slip in printer.device.slips
        )
        assert paper <= len(proven) + len(doubtful)
        assert all(
            job.reprint for job in jobs[1:] if doubtful and job.started_at > doubtful[0].started_at
        )


def _jobs(records, day):
    return [job for number in day.numbers for job in records.jobs(number)]


class _Day:
    """Citizens one after the other, each with the luck of the draw."""

    def __init__(self, kiosk, printer, qtbot, luck: random.Random) -> None:
        self._kiosk, self._printer, self._qtbot, self._luck = kiosk, printer, qtbot, luck
        self.numbers: list[str] = []
        self.ends: dict[str, str] = {}

    def visit(self) -> None:
        taking, device = self._kiosk.taking, self._printer.device
        fault, decision = self._luck.choice(FAULTS), self._luck.choice(DECISIONS)
        moment = self._luck.choice([Stage.ISSUING, Stage.PRINTING])
        broken = taking.stage_changed.connect(
            lambda: self._spoil(fault) if taking.stage is moment else None
        )
        if fault == "half":
            device.load_paper(45)
        self._kiosk.journey.start()
        self._kiosk.journey.choose_service("FA002")
        taking.take_number()
        self._wait(lambda: taking.stage in DONE)
        if taking.stage is Stage.NO_PRINTER:
            taking.take_without_paper()
            self._wait(lambda: taking.stage in UNDECIDED)
        taking.stage_changed.disconnect(broken)
        number = taking.number
        self.numbers.append(number)
        self.ends[number] = self._decide(decision)
        self._repair()
        self._kiosk.journey.finish()
        self._wait(lambda: self._kiosk.report.prints)

    def _decide(self, decision: str) -> str:
        taking = self._kiosk.taking
        if taking.stage not in UNDECIDED:
            return "paper"
        if decision == "again":
            self._repair()
            self._wait(lambda: taking.canPrintAgain or taking.stage not in UNDECIDED)
            taking.print_again()
            self._wait(lambda: taking.stage in DONE)
            if taking.stage not in UNDECIDED:
                return "paper"
        if decision == "cancel" and taking.stage in UNDECIDED:
            taking.cancel()
            self._wait(lambda: taking.stage in (Stage.CANCELLED, Stage.PRINTED))
            return "cancelled"
        if decision == "keep":
            taking.keep()
        return "screen"

    def _spoil(self, fault: str) -> None:
        if fault == "cover":
            self._printer.device.set_cover(True)
        elif fault == "jam":
            self._printer.device.set_faults(paper_jam=True)
        elif fault == "unplug":
            self._printer.port.unplug()

    def _repair(self) -> None:
        self._printer.port.plug()
        self._printer.device.set_faults(cover_open=False, paper_jam=False)
        self._printer.device.load_paper()

    def _wait(self, met) -> None:
        self._qtbot.waitUntil(met, timeout=PATIENCE)
