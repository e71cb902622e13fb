"""`jiaohao doctor` and the printers that the settings name."""

from __future__ import annotations

import sys

import pytest

from common.installation.examination.devices import examine_printer
from common.printing.printer import Printer
from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import PtyPort

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")

MODEL = load_profile("generic-80")


@pytest.fixture
def url():
    device = VirtualPrinter(MODEL)
    port = PtyPort(device)
    yield f"serial://{port.path}"
    port.close()
    device.stop()


def test_a_printer_that_the_kiosk_holds_is_not_called_broken(url):
    kiosk = Printer(url, MODEL)
    assert kiosk.check().ready
    told = examine_printer("kiosk printer", url, "generic-80")
    assert told.good and told.notable
    assert "jiaohao kiosks" in told.detail.en
    kiosk.close()
    for _ in range(2):  # the doctor lets go of it
        told = examine_printer("kiosk printer", url, "generic-80")
        assert told.detail.en == "The printer is ready"


def test_a_printer_that_is_not_there_says_why(tmp_path):
    told = examine_printer("kiosk printer", f"serial://{tmp_path}/none", "generic-80")
    assert not told.good
    assert "there is no such device" in told.detail.en
