"""How much paper a job takes."""

from __future__ import annotations

import pytest

from common.domain.text import Language
from common.printing.length import paper_length
from common.printing.printer import Printer
from common.printing.profile import load_profile
from common.printing.slip import slip_bytes
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import TcpPort


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("model", ["generic-80", "epson-tm-t88", "generic-58"])
def test_a_slip_takes_the_paper_that_was_reckoned(facts, model, language):
    profile = load_profile(model)
    device = VirtualPrinter(profile, speed=20_000)
    port = TcpPort(device, 0)
    data = slip_bytes(facts, profile, language)
    before = device.panel.paper_mm
    Printer(f"tcp://127.0.0.1:{port.number}", profile).print(data)
    assert device.wait_for(lambda: bool(device.slips) and not device.panel.printing, 10)
    took = before - device.panel.paper_mm
    port.close()
    device.stop()
    assert paper_length(data, profile) == pytest.approx(took, rel=0.05)
