"""Nobody behaves: no touch and no typing breaks the kiosk, keeps anybody, or is kept by it.

`JIAOHAO_PROOF=long` touches 20,000 times and makes 2,000 visits; `JIAOHAO_PROOF_SEED` tries again
what a seed did.
"""

from __future__ import annotations

import gc
import os
import secrets
import sys
from pathlib import Path

import pytest

from common.operations.kept_forms import make_form_key
from kiosk.view_models.stages import Stage
from tests.kiosk.monkey import Monkey

LONG = os.environ.get("JIAOHAO_PROOF") == "long"
TOUCHES, LEAVE_EVERY = (20_000, 60) if LONG else (120, 50)
VISITS = 2_000 if LONG else 24

pytestmark = [
    pytest.mark.timeout(3 * 3600 if LONG else 180),
]


@pytest.fixture
def seed() -> str:
    """Ordinarily always the same; the long form looks where nobody looked."""
    return os.environ.get("JIAOHAO_PROOF_SEED") or (secrets.token_hex(4) if LONG else "monkey")


@pytest.fixture
def endless(records, store, tmp_path):
    """A hall that never runs out of numbers, and has forms to fill in."""
    records.set_quota(None)
    make_form_key(store, tmp_path / "forms.key")
    return store


def tell(capsys: pytest.CaptureFixture[str], words: str) -> None:
    if LONG:
        with capsys.disabled():
            sys.stdout.write(words + "\n")
            sys.stdout.flush()


def test_no_touch_breaks_the_kiosk_and_no_page_keeps_anybody(
    make_kiosk, endless, paper_printer, idle_clock, seed, capsys
):
    citizen = make_kiosk(paper_printer.url, size=(540, 960))
    monkey = Monkey(citizen, idle_clock, seed)
    burdens = []
    for part in range(10):
        monkey.play(TOUCHES // 10, LEAVE_EVERY)
        monkey.leave()
        gc.collect()
        burdens.append(Burden.of_this_process())
        tell(capsys, f"{part + 1}/10: {burdens[-1]}, {len(monkey.pages)} pages, seed {seed}")
    tell(capsys, str(dict(monkey.pages)))
    assert len(monkey.pages) >= (20 if LONG else 8), monkey.story()
    assert burdens[-1].lighter_than(burdens[3]), (burdens, monkey.story())


class Burden:
    """What this process holds."""

    def __init__(self, megabytes: float, handles: int, threads: int) -> None:
        self.megabytes, self.handles, self.threads = megabytes, handles, threads

    @classmethod
    def of_this_process(cls) -> Burden:
        place = Path("/proc/self")
        if not place.exists():
            pytest.skip("looks into /proc")
        pages = int((place / "statm").read_text().split()[1])
        handles, threads = (len(list((place / kind).iterdir())) for kind in ("fd", "task"))
        return cls(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, handles, threads)

    def lighter_than(self, before: Burden) -> bool:
        """Nothing grew but what the heap rounds."""
        return (
            self.handles <= before.handles + 3
            and self.threads <= before.threads + 2
            and self.megabytes <= before.megabytes + (40 if LONG else 25)
        )

    def __repr__(self) -> str:
        return f"{self.megabytes:.0f} MB, {self.handles} handles, {self.threads} threads"


def visit(citizen, service: str) -> None:
    """A number, as anybody takes it, and away."""
    journey, taking = citizen.app.journey, citizen.app.taking
    journey.start()
    journey.choose_service(service)
    taking.take_number()
    citizen.wait_for(lambda: taking.stage is Stage.PRINTED)
    journey.finish()
    citizen.wait_for(lambda: citizen.page == "attract")


def test_memory_and_handles_stay_flat_over_many_visits(
    make_kiosk, endless, paper_printer, hall, capsys
):
    citizen = make_kiosk(paper_printer.url, size=(360, 640))
    services = [one.code for one in hall.services]
    before = None
    for number in range(VISITS):
        paper_printer.device.load_paper()
        visit(citizen, services[number % len(services)])
        if number == VISITS // 4:
            gc.collect()
            before = Burden.of_this_process()
        if number % 250 == 249:
            tell(capsys, f"{number + 1} visits: {Burden.of_this_process()}")
    gc.collect()
    after = Burden.of_this_process()
    tell(capsys, f"{before} then {after}")
    assert after.lighter_than(before), (before, after)
