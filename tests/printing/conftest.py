"""Slips to print, and virtual printers on real ports to print them with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from common.domain.slip import SlipFacts
from common.domain.text import Text
from common.printing.printer import Patience, Printer
from common.printing.profile import Proof, load_profile
from common.printing.virtual.device import NEW_ROLL_MM, VirtualPrinter
from common.printing.virtual.ports import PtyPort, TcpPort

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
        ) -> Bench:
            model = load_profile(profile)
            device = VirtualPrinter(
                model, paper_mm=paper_mm, cover_open=cover_open, proof=proof, speed=speed
            )
            stack.callback(device.stop)
            port = PtyPort(device) if line == "pty" else TcpPort(device, 0)
            stack.callback(port.close)
            url = (
                f"serial://{port.path}"
                if isinstance(port, PtyPort)
                else f"tcp://127.0.0.1:{port.number}"
            )
            printer = Printer(url, model, patience)
            stack.callback(printer.close)
            return Bench(device, port, printer)

        yield make


@dataclass
class Reading:
    """What a printer would have understood."""

    lines: list[tuple[str, int, int, int, bool]] = field(default_factory=list)
    """Text, align, width, height, bold."""
    qr: str | None = None
    rasters: list[tuple[int, int]] = field(default_factory=list)
    """Width and height in dots as sent."""
    cut: bytes | None = None

    @property
    def text(self) -> str:
        return "\n".join(line[0] for line in self.lines)


def _read(data: bytes) -> Reading:  # noqa: C901 - one branch for each command
    assert data.startswith(b"\x1b@"), "a slip begins with a reset"
    reading, at, text = Reading(), 2, bytearray()
    align, width, height, bold, qr = 0, 1, 1, False, b""
    while at < len(data):
        rest = data[at:]
        if rest[:2] == b"\x1c&":
            at += 2
        elif rest[:4] == b"\x1cS\0\0":
            at += 4
        elif rest[:2] == b"\x1ba":
            assert not text, "alignment counts only at the start of a line"
            align, at = rest[2], at + 3
        elif rest[:2] == b"\x1bE":
            bold, at = rest[2] == 1, at + 3
        elif rest[:2] == b"\x1d!":
            width, height, at = (rest[2] >> 4) + 1, (rest[2] & 15) + 1, at + 3
        elif rest[:3] == b"\x1d(k":
            size = rest[3] + 256 * rest[4]
            body = rest[5 : 5 + size]
            if body[:3] == b"1P0":
                qr = body[3:]
            elif body[:3] == b"1Q0":
                reading.qr = qr.decode()
            at += 5 + size
        elif rest[:3] == b"\x1dv0":
            across, down = rest[4] + 256 * rest[5], rest[6] + 256 * rest[7]
            reading.rasters.append((across * 8, down))
            at += 8 + across * down
        elif rest[:2] == b"\x1bJ" and len(rest) > 3:
            at += 3
        elif rest[:2] == b"\x1dV" or rest[:2] == b"\x1bJ":
            reading.cut, at = rest[:4] if rest[1:2] == b"V" else rest[:3], len(data)
            assert rest == reading.cut, "nothing follows the cut"
        elif rest[0] == 0x0A:
            reading.lines.append((text.decode("gbk"), align, width, height, bold))
            text.clear()
            at += 1
        else:
            assert rest[0] >= 0x20, f"unexpected {rest[:8].hex(' ')}"
            text.append(rest[0])
            if rest[0] >= 0x80:  # the second byte of a pair may look like anything
                text.append(rest[1])
                at += 1
            at += 1
    assert not text, "the last line is ended"
    return reading


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], Reading]:
    """A second, independent reading of slip bytes: what slips do not use is an error."""
    return _read
