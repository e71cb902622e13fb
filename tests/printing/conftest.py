"""Slips to print, and virtual printers on real ports to print them with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from common.domain.slip import SlipFacts
from common.domain.text import Text
from common.printing.printer import Patience, Printer
from common.printing.profile import Proof, load_profile
from common.printing.virtual.device import NEW_ROLL_MM, VirtualPrinter
from common.printing.virtual.line import Line
from common.printing.virtual.ports import PtyPort, TcpPort
from tests.printing.reading import Reading, read_slip

QUICK = Patience(connect=2.0, reply=0.8, write=1.0, proof=5.0, clear=0.5, poll=0.05, settle=0.05)
"""Short deadlines; every wait still ends as soon as what it waits for is there."""


@pytest.fixture
def facts() -> SlipFacts:
    """The slip of the demonstration hall with everything on it."""
    return SlipFacts(
        hall=Text("示范区政务服务中心", "Demonstration District Government Service Centre"),
        number="FA006",
        services=(Text("养老保险关系转移接续", "Transfer of pension insurance"),),
        queue=Text("社会保险", "Social insurance"),
        zone_code="F",
        zone=Text("人社社保区", "Human resources and social security"),
        floor=2,
        counters=("F01", "F02", "F03", "F04"),
        ahead=7,
        wait_minutes=(12, 18),
        issued_at=datetime(2026, 11, 23, 9, 41, 7, tzinfo=ZoneInfo("Asia/Shanghai")),
        marks=(
            Text("绿色通道", "Green channel"),
            Text("预约 09:30-10:00", "Appointment 09:30-10:00"),
        ),
        bring=(Text("身份证", "ID card"), Text("缴费凭证", "Proof of payment")),
        rules=(
            Text("请在等候区留意屏幕与语音", "Please watch the screens and listen for your number"),
            Text(
                "叫号3次未到按过号处理，可在导办台恢复一次",
                "If you miss 3 calls, the guidance desk can restore your number once",
            ),
        ),
        code="FA006-7K3M9P",
        phone="000-12345678",
    )


@dataclass(frozen=True)
class Bench:
    """A virtual printer, its port, and our printer connected to it."""

    device: VirtualPrinter
    port: PtyPort | TcpPort
    printer: Printer


MakeBench = Callable[..., Bench]


@pytest.fixture
def bench() -> Iterator[MakeBench]:
    """Makes virtual printers that print ten metres a second, on a pty or on TCP."""
    with ExitStack() as stack:

        def make(
            line: str = "pty",
            profile: str = "generic-80",
            paper_mm: float = NEW_ROLL_MM,
            cover_open: bool = False,
            proof: Proof | None = None,
            speed: float = 10_000,
            patience: Patience = QUICK,
            baud: int = 0,
        ) -> Bench:
            model = load_profile(profile)
            device = VirtualPrinter(
                model,
                paper_mm=paper_mm,
                cover_open=cover_open,
                proof=proof,
                speed=speed,
                line=Line(baud=baud),
            )
            stack.callback(device.stop)
            port = PtyPort(device) if line == "pty" else TcpPort(device, 0)
            stack.callback(port.close)
            url = (
                f"serial://{port.path}?baud={baud or 115200}"
                if isinstance(port, PtyPort)
                else f"tcp://127.0.0.1:{port.number}"
            )
            printer = Printer(url, model, patience)
            stack.callback(printer.close)
            return Bench(device, port, printer)

        yield make


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], Reading]:
    """A second, independent reading of slip bytes: what slips do not use is an error."""
    return read_slip
