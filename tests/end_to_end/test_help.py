"""Somebody at a kiosk asks for help, and a guide at a counter goes: two processes."""

from __future__ import annotations

import pytest

from common import operations

pytestmark = pytest.mark.timeout(180)


def test_a_call_goes_from_the_kiosk_to_the_guide_and_back(start, store):
    kiosk, counter = start("kiosk"), start("counter", "A05")
    counter.ask("sign_in z01")
    counter.wait_until("at_desk")
    kiosk.ask("touch start_area")
    kiosk.ask("touch help_button")
    kiosk.ask("touch help_call_button")
    counter.wait_until("help", [["calling", "一楼大厅1号取号机", "所在页面：主页"]])
    counter.ask("ctrl K")
    kiosk.wait_until("help", ["coming", "Z01"])
    counter.ask("ctrl D")
    kiosk.wait_until("help", ["ask", ""])
    counter.wait_until("help", [])
    assert operations.check_chain(store).whole
