"""What slips say of the wait, judged on simulated days."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from common.domain.estimate import WaitRange
from common.simulation.experiment import Setting, plan, run
from common.simulation.judging import Group, Judge, Told, Verdict

LONG = os.environ.get("JIAOHAO_PROOF") == "long"


@pytest.mark.timeout(600)
def test_true_waits_of_a_brief_day_lie_in_the_ranges_that_slips_tell(hall, load, tmp_path):
    """Half as many people in half of the hall, or with JIAOHAO_PROOF=long all of them."""
    tickets, staffed, every = (900, load.staffed, 3) if LONG else (450, 0.45, 3)
    planned = plan(hall, replace(load, staffed=staffed), Setting(tickets=tickets, seed=2))
    judge = Judge(planned.at_first.staffed, every=every)
    run(planned, str(tmp_path / "hall.db"), observer=judge)
    verdicts = judge.verdicts()
    everybody, some_wait = verdicts[Group.ALL], verdicts[Group.FROM_5]
    assert everybody.people > 0.8 * tickets / every
    assert everybody.shown > (0.8 if LONG else 0.7) * everybody.people
    assert everybody.inside >= 0.8, everybody
    assert everybody.error <= 3, everybody
    assert everybody.error < everybody.naive_error
    assert some_wait.inside >= (0.75 if LONG else 0.65), some_wait
    assert some_wait.error < some_wait.naive_error / (2 if LONG else 1)
    assert some_wait.width <= 20


def told(shown: tuple[int, int] | None, waited: float, naive: float = 0.0) -> Told:
    return Told("FA", WaitRange(*shown) if shown else None, naive, waited)


def test_a_verdict_counts_the_waits_inside_and_how_far_the_middle_was_off():
    verdict = Verdict.of([told((10, 20), 16, 9), told((0, 4), 8, 10), told(None, 99)])
    assert (verdict.people, verdict.shown) == (3, 2)
    assert verdict.inside == 0.5
    assert verdict.error == 3.5  # of 1 and 6
    assert verdict.naive_error == 4.5  # of 7 and 2
    assert verdict.width == 7


def test_nobody_told_is_no_verdict():
    assert Verdict.of([told(None, 5)]) is None
    assert Judge(()).verdicts() == {}
