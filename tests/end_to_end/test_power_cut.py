"""A kiosk loses its life between any two bytes of a slip: what paper and record say afterwards."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.print_job import PrintState
from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from tests.end_to_end.cut_line import CutLine

pytestmark = pytest.mark.timeout(120)

PATIENCE = 60.0
WHOLE_SLIP = 10_000


def take_number_at(kiosk):
    kiosk.ask("touch start_area")
    kiosk.ask("touch take_button")
    kiosk.ask("touch service_FE001")
    kiosk.ask("touch take_number_button")


@pytest.mark.parametrize("after", [0, 150, WHOLE_SLIP], ids=str)
def test_a_kiosk_that_dies_inside_a_slip_leaves_a_record_and_clean_paper(start, store, after):
    device = VirtualPrinter(load_profile("epson-tm-t88"), speed=5_000)
    line = CutLine(device, after)
    printer = f"serial://{line.path} epson-tm-t88"
    kiosk = start("kiosk", printer)
    take_number_at(kiosk)
    assert line.cut.wait(PATIENCE)
    (begun,) = operations.timeline(store, "FE001").print_jobs
    assert begun.state is None
    kiosk.kill()
    line.mend()

    again = start("kiosk", printer)
    again.wait_until("prints")
    take_number_at(again)
    again.wait_until("stage", "printed")
    (left,) = operations.timeline(store, "FE001").print_jobs
    assert left.state is PrintState.INTERRUPTED
    assert left.cleared
    assert operations.kiosks(store)[0].unproven == ("FE001",)

    assert device.wait_for(lambda: any(b"FE002" in slip.data for slip in device.slips), PATIENCE)
    whole = [slip.data for slip in device.slips if slip.cut and b"\x1d(k" in slip.data]
    assert b"FE002" in whole[-1]
    assert b"FE001" not in whole[-1]
    assert len(whole) == (2 if after == WHOLE_SLIP else 1)
    line.close()
    device.stop()
