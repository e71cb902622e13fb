"""What hangs out of a printer that forgot a slip, and whose paper it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from common.domain.print_job import PrintJob, PrintState
from common.domain.text import Language
from common.operations.samples import usual_slip
from common.printing.patience import Patience
from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import PtyPort
from kiosk.slip_printer import Printed, SlipPrinter

HALF_A_SLIP_MM = 45
NOT_WHOLE = "不完整".encode("gbk")
QUICK = Patience(reply=0.8, proof=0.8, poll=0.05, settle=0.05)


@dataclass
class Bench:
    device: VirtualPrinter
    paper: SlipPrinter
    put: Callable[[str], Printed]

    def well_again(self) -> None:
        self.device.load_paper()
        assert self.paper.look().status.can_print

    def switch_off_and_on_after(self, millimetres: float) -> None:
        """In the middle of what is printed next."""
        device, full = self.device, self.device.panel.paper_mm

        def switch() -> None:
            if device.panel.paper_mm < full - millimetres:
                device.forget(switch)
                device.set_power(False)
                device.set_power(True)

        device.observe(switch)


@pytest.fixture
def bench(hall) -> Iterator[Callable[[str], Bench]]:
    with ExitStack() as stack:

        def make(profile: str) -> Bench:
            model = load_profile(profile)
            device = VirtualPrinter(model, speed=10_000)
            stack.callback(device.stop)
            port = PtyPort(device)
            stack.callback(port.close)
            paper = SlipPrinter(f"serial://{port.path}", model, QUICK)
            stack.callback(paper.close)
            facts = usual_slip(hall, datetime.now(UTC))

            def put(number: str) -> Printed:
                job = PrintJob(number, None, "kiosk-1", paper.url, datetime.now(UTC))
                return paper.print_slip(job, replace(facts, number=number), Language.ZH)

            return Bench(device, paper, put)

        yield make


@pytest.mark.parametrize("profile", ["generic-80", "snbc-bt-t080", "generic-58"])
def test_half_a_slip_that_a_printer_forgot_is_marked_before_the_next(bench, profile):
    """It was switched off in the middle: the head of the slip hangs in the slot."""
    here = bench(profile)
    here.switch_off_and_on_after(40)
    assert here.put("AA001").job.state is PrintState.INTERRUPTED
    assert here.put("AA002").job.state is PrintState.PRINTED
    marked, whole = here.device.slips
    assert b"AA001" in marked.data
    assert marked.data.rfind(NOT_WHOLE) > marked.data.find(b"AA001")
    assert b"AA002" in whole.data and b"AA001" not in whole.data
    assert here.put("AA003").job.state is PrintState.PRINTED
    assert len(here.device.slips) == 3


def test_the_rest_of_a_slip_that_comes_with_the_new_roll_is_not_marked(bench):
    here = bench("generic-80")
    here.device.load_paper(HALF_A_SLIP_MM)
    assert here.put("AA001").job.state is PrintState.INTERRUPTED
    here.well_again()
    assert here.put("AA002").job.state is PrintState.PRINTED
    assert not any(NOT_WHOLE in slip.data for slip in here.device.slips)


def test_a_printer_that_was_off_while_its_roll_was_changed_has_forgotten_the_rest(bench):
    here = bench("generic-80")
    here.device.load_paper(HALF_A_SLIP_MM)
    assert here.put("AA001").job.state is PrintState.INTERRUPTED
    here.device.set_power(False)
    assert not here.paper.look().status.told
    here.device.set_power(True)
    here.well_again()
    assert here.put("AA002").job.state is PrintState.PRINTED
    assert NOT_WHOLE in here.device.slips[-2].data
    assert b"AA001" not in here.device.slips[-1].data


def test_after_a_run_that_died_inside_a_slip_the_next_begins_on_new_paper(bench):
    here = bench("generic-80")
    here.paper.forget(("a job of the run before",))
    assert here.put("AA002").job.state is PrintState.PRINTED
    marked, whole = here.device.slips
    assert NOT_WHOLE in marked.data
    assert b"AA002" in whole.data
