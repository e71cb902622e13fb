"""`jiaohao printer`: each option is a part of the printer that is asked for."""

from __future__ import annotations

from itertools import product

import pytest

from common.cli import verbs
from common.domain.text import Language
from common.printing.profile import Cutter, Proof, load_profile
from common.printing.virtual import serve
from common.printing.virtual.build import Build, Rom
from common.printing.virtual.condition import Faults
from common.printing.virtual.line import Flow, Line


def test_the_command_line_makes_the_printer_that_is_asked_for(monkeypatch):
    orders = []
    monkeypatch.setattr(serve, "run_headless", lambda order: orders.append(order) or 0)
    options = (
        "--tcp 0 --rfc2217 0 --usb --capability eot --font gb18030 --latin-at-start --no-qr "
        "--no-cutter --no-asb --presenter --paper-mm 80 --roll-mm 500 --speed 99 --cover-open "
        "--dead --babbling --baud 9600 --flow rtscts --buffer 1024 --busy-offline "
        "--reply-loss 5 --latency-ms 200 --noise 6 --seed 7"
    )
    command = verbs.commands_in("virtual_printer_verb", Language.EN)["printer"]
    with pytest.raises(SystemExit) as end:
        command(["--headless", *options.split()])
    assert end.value.code == 0
    (order,) = orders
    assert Build.of(load_profile(order.profile), **order.build) == Build(
        proof=Proof.STATUS,
        asb=False,
        clears=False,
        rom=Rom.GB18030,
        chinese_at_start=False,
        qr=False,
        cutter=Cutter.NONE,
        presenter=True,
    )
    assert order.line == Line(9600, Flow.RTSCTS, 1024, True, 5, 200, 6, 7)
    assert order.faults == Faults(cover_open=True, dead=True, babbling=True)
    assert (order.paper_mm, order.roll_mm, order.speed) == (80, 500, 99)
    assert (order.tcp_port, order.rfc2217_port, order.usb) == (0, 0, True)


def test_what_is_no_amount_is_refused(jiaohao, monkeypatch):
    monkeypatch.setattr(serve, "run_headless", lambda _order: 0)
    amounts = ("--paper-mm", "--roll-mm", "--speed", "--latency-ms", "--noise", "--reply-loss")
    for option, number in product(amounts, ("nan", "inf")):
        answer = jiaohao("printer", "--headless", option, number)
        assert (answer.code, option in answer.err) == (2, True), answer
