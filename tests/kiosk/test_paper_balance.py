"""Days of faults at one kiosk: the paper in the tray, the screen and the record agree.

`JIAOHAO_PROOF=long` takes 10,000 numbers instead of a few dozen.
"""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any, Protocol

import psycopg
import pytest
from sqlalchemy import make_url

from common.domain.event import Act
from common.domain.print_job import PrintJob, PrintState
from common.operations import timeline
from common.operations.errors import UnknownNumber
from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.line import PortKind, Send
from common.printing.virtual.ports import PtyPort
from common.store import Store, open_store
from tests.kiosk.printed_paper import Tray
from tests.kiosk.remote_kiosk import MOMENT

ROOT = Path(__file__).parents[2]
LONG = os.environ.get("JIAOHAO_PROOF") == "long"
PATIENCE = 90.0 if LONG else 60.0

pytestmark = [
    pytest.mark.timeout(4 * 3600 if LONG else 300),
    pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals"),
]

UNDECIDED = ("not_printed", "unproven", "on_screen")
ENDED = (*UNDECIDED, "printed", "sent", "no_printer")
NUMBERLESS = ("ready", "checking", "still_open", "no_printer", "issuing")
SLIP_STARTS = b"\x1b@\x1c&"
SLIP_BYTES = {"epson-tm-t88": 340, "snbc-bt-t080": 830}
"""With the question for its proof."""


class Died(Exception):
    """The kiosk was killed."""


@dataclass(frozen=True)
class Burden:
    """What a process holds."""

    megabytes: float
    handles: int
    threads: int

    @classmethod
    def of(cls, process: int | str) -> Burden:
        place = Path("/proc") / str(process)
        pages = int((place / "statm").read_text().split()[1])
        handles, threads = (len(list((place / kind).iterdir())) for kind in ("fd", "task"))
        return cls(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, handles, threads)


class Kiosk:
    """The process of one kiosk, its screen, and a finger."""

    def __init__(self, database: str, printer: str, profile: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.kiosk.remote_kiosk", database, printer, profile],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._changed = threading.Condition()
        self._serial = 0
        self.seen: dict[str, Any] = {"serial": -1}
        self.dead = False
        self._eyes = threading.Thread(target=self._watch, daemon=True)
        self._eyes.start()

    def _watch(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith("\n"):
                with self._changed:
                    self.seen = json.loads(line)
                    self._changed.notify_all()
        with self._changed:
            self.dead = True
            self._changed.notify_all()

    def touch(self, what: str) -> None:
        """Touch the screen, perhaps several times, and see the touch answered."""
        self._serial += 1
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(what + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise Died from None
        self.wait(lambda seen: True)

    def wait(self, met: Callable[[dict[str, Any]], bool], seconds: float = PATIENCE) -> None:
        """Until the screen, after the last touch, shows what `met` wants."""
        with self._changed:
            came = self._changed.wait_for(
                lambda: self.dead or (self.seen["serial"] >= self._serial and met(self.seen)),
                seconds,
            )
            if self.dead:
                raise Died
            assert came, f"still {self.seen}"

    @property
    def stage(self) -> str:
        return str(self.seen["stage"])

    @property
    def number(self) -> str:
        """What stands on the slip page."""
        seen = self.seen
        return "" if seen.get("stage", "ready") in NUMBERLESS else str(seen["number"])

    @property
    def burden(self) -> Burden:
        """What it holds now."""
        return Burden.of(self._process.pid)

    def kill(self) -> None:
        """As a power cut would."""
        self._process.kill()

    def close(self) -> None:
        """Switch it off as people do, unless it is dead."""
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._eyes.join()
        assert self._process.stdout is not None
        self._process.stdout.close()


class Database(Protocol):
    """Where the hall's record is, for a while out of reach."""

    url: str

    def take(self) -> None: ...

    def bring_back(self) -> None: ...


class BusyFile:
    """A file that another program keeps to itself."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._other: sqlite3.Connection | None = None

    def take(self) -> None:
        self._other = sqlite3.connect(self.url, isolation_level=None, check_same_thread=False)
        self._other.execute("BEGIN IMMEDIATE")
        threading.Event().wait(0.1)
        self._other.rollback()

    def bring_back(self) -> None:
        if self._other is not None:
            self._other.close()
            self._other = None


class LockedServer:
    """A server that throws everybody out and lets nobody in."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._name = make_url(url).database
        server = make_url(url).set(database="postgres")
        self._door = server.render_as_string(hide_password=False)
        self._away = False

    def take(self) -> None:
        self._away = True
        self._order(f"ALTER DATABASE {self._name} ALLOW_CONNECTIONS false")
        self._order(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self._name}'"
        )

    def bring_back(self) -> None:
        if self._away:
            self._order(f"ALTER DATABASE {self._name} ALLOW_CONNECTIONS true")
            self._away = False

    def _order(self, command: str) -> None:
        with psycopg.connect(self._door, autocommit=True) as connection:
            connection.execute(command)


class FragilePrinter(VirtualPrinter):
    """A printer to which something happens at a chosen byte of the next slip."""

    def __init__(self, profile: str) -> None:
        self._taking = threading.Lock()
        self._countdown: int | None = None
        self._lost = False
        super().__init__(load_profile(profile), speed=10_000)

    def arm(self, byte: int, loses_rest: bool, happens: Callable[[], None]) -> None:
        """After so many bytes of a slip; with `loses_rest` no byte comes through any more."""
        with self._taking:
            self._happens, self._loses_rest = happens, loses_rest
            self._slip_began, self._countdown = False, byte

    def disarm(self) -> None:
        with self._taking:
            self._countdown, self._lost = None, False

    def receive(self, data: bytes, reply: Send, port: PortKind = PortKind.DIRECT) -> None:
        with self._taking:
            before, after = self._parted(data)
            if before:
                super().receive(before, reply, port)
            if after is not None:
                self._happens()
                if after and not self._loses_rest:
                    super().receive(after, reply, port)

    def _parted(self, data: bytes) -> tuple[bytes, bytes | None]:
        """What comes before it happens, and after; None while it does not."""
        if self._lost:
            return b"", None
        left = self._countdown
        if left is None:
            return data, None
        if not self._slip_began:
            start = data.find(SLIP_STARTS)
            if start < 0:
                return data, None
            self._slip_began = True
            left += start
        if left > len(data):
            self._countdown = left - len(data)
            return data, None
        self._countdown, self._lost = None, self._loses_rest
        return data[:left], data[left:]


FAULTS = (
    *("cover", "jam", "cutter", "heat", "power", "cut off", "deaf", "replies", "babble"),
    *("unplug", "database", "paper", "paper", "none"),
)
KILLS = ("kill", "kill at once")
REPAIRED = ("cover_open", "paper_jam", "cutter_stuck", "head_hot", "dead", "babbling")
PAPER, UNWRITTEN = "paper", "paper, and killed"
"""The screen said that it is printed; the second perhaps before that was written down."""
DECISIONS = ("keep", "cancel", "leave", "again", "again", "again", "again cancel")


class Day:
    """Citizens one after the other, each with the luck of the draw."""

    def __init__(self, profile: str, database: Database, folder: Path, luck: random.Random) -> None:
        self.profile, self.database, self._luck = profile, database, luck
        self.device = FragilePrinter(profile)
        self.port = PtyPort(self.device, folder / "printer")
        self.tray = Tray(self.device)
        self._url = f"serial://{folder / 'printer'}"
        self._hands: list[threading.Thread] = []
        self.kills = 0
        self.faults: Counter[str] = Counter()
        self.ends: dict[str, str] = {}
        """How each number ended for the citizen who saw it."""
        self.proven: set[str] = set()
        """Numbers of which the screen said that their slip is printed."""
        self._kiosks: list[Kiosk] = []

    def begin(self) -> None:
        self.kiosk = self._start()

    def _start(self) -> Kiosk:
        kiosk = Kiosk(self.database.url, self._url, self.profile)
        self._kiosks.append(kiosk)
        kiosk.wait(lambda seen: seen.get("page") == "attract" and seen["prints"])
        return kiosk

    def end(self) -> None:
        """Start the kiosk once more, which ends what it left behind, and switch it off."""
        self.kiosk.close()
        self.begin()
        self.kiosk.touch("look")
        self.kiosk.wait(lambda seen: not seen["unsent"])
        self.kiosk.close()
        self.tray.collect()

    def close(self) -> None:
        self._let_go()
        for kiosk in self._kiosks:
            kiosk.close()
        self.port.close()
        self.device.stop()

    # -- one visit -----------------------------------------------------------------------------

    def go_on(self, visits: int, faults: tuple[str, ...]) -> Iterator[int]:
        """So many visits; each fault comes before any comes again."""
        deck: list[str] = []
        for visit in range(visits):
            if not deck:
                deck = self._luck.sample(faults, len(faults))
            self._visit(deck.pop())
            yield visit

    def _visit(self, fault: str) -> None:
        decision = self._luck.choice(DECISIONS)
        self.faults[fault] += 1
        self._arm(fault)
        number, end = "", "killed"
        try:
            self.kiosk.touch("come")
            self.kiosk.touch(self._luck.choice(["take", "take take"]))
            self._await_end()
            number = self.kiosk.number
            end = self._decide(decision)
        except Died:
            number = self.kiosk.number or number
        self._repair()
        if number:
            self.ends[number] = end
        try:
            self.kiosk.touch("finish")
            self.kiosk.wait(
                lambda seen: seen["page"] == "attract" and seen["prints"] and not seen["unsent"]
            )
        except Died:
            if end == PAPER:
                self.ends[number] = UNWRITTEN
            self.kills += 1
            self._kiosks.remove(self.kiosk)
            self.kiosk.close()
            self.begin()
        self.tray.collect()

    def _await_end(self) -> None:
        """Until the number stands there; a kiosk without its database is given it back."""
        kiosk = self.kiosk
        while True:
            kiosk.wait(lambda seen: seen["stage"] in (*ENDED, "ready"))
            if kiosk.stage == "no_printer":
                kiosk.touch("without")
                kiosk.wait(lambda seen: seen["stage"] in (*UNDECIDED, "ready"))
            if kiosk.stage in ENDED:
                return
            self._bring_back()
            kiosk.wait(lambda seen: seen["page"] != "away")
            if self._luck.random() < 0.5:
                return  # this citizen has gone
            kiosk.touch("take")

    def _decide(self, decision: str) -> str:
        kiosk = self.kiosk
        if "again" in decision and kiosk.stage in UNDECIDED:
            self._repair()
            kiosk.wait(lambda seen: seen["again"] or seen["stage"] not in UNDECIDED)
            kiosk.touch(self._luck.choice(["again", "again again"]))
            kiosk.wait(lambda seen: seen["stage"] in ENDED)
        if "cancel" in decision and kiosk.stage in UNDECIDED:
            self._bring_back()
            kiosk.touch(self._luck.choice(["cancel", "cancel cancel"]))
            kiosk.wait(lambda seen: seen["stage"] in ("cancelled", "printed", *UNDECIDED))
        elif decision == "keep":
            kiosk.touch("keep")
        if kiosk.stage in ("printed", "sent"):
            self.proven.add(kiosk.number)
            return PAPER
        if kiosk.stage == "cancelled":
            return "cancelled"
        return "screen" if kiosk.number else "gone"

    # -- faults --------------------------------------------------------------------------------

    def _arm(self, fault: str) -> None:
        device, chance = self.device, self._luck
        byte = chance.randrange(SLIP_BYTES[self.profile])
        breaks: dict[str, tuple[bool, Callable[[], None]]] = {
            "cover": (False, lambda: device.set_cover(True)),
            "jam": (False, lambda: device.set_faults(paper_jam=True)),
            "cutter": (False, lambda: device.set_faults(cutter_stuck=True)),
            "heat": (False, lambda: device.set_faults(head_hot=True)),
            "power": (True, lambda: device.set_power(False)),
            "cut off": (True, lambda: None),
            "deaf": (False, lambda: device.set_faults(dead=True)),
            "replies": (False, lambda: device.set_line(reply_loss=60)),
            "babble": (False, lambda: device.set_faults(babbling=True)),
            "unplug": (True, lambda: self._by_hand(self.port.unplug)),
            "kill": (True, self.kiosk.kill),
        }
        if fault == "paper":
            device.load_paper(chance.uniform(1, 110))
        elif fault == "kill at once":
            self._by_hand(self.kiosk.kill, chance.uniform(0, 0.06))
        elif fault == "database":
            self._by_hand(self.database.take, chance.uniform(0, 0.03))
        elif fault in breaks:
            loses_rest, happens = breaks[fault]
            device.arm(byte, loses_rest, happens)

    def _by_hand(self, act: Callable[[], None], after: float = 0.0) -> None:
        hand = threading.Timer(after, act)
        hand.start()
        self._hands.append(hand)

    def _bring_back(self) -> None:
        self._let_go()
        self.database.bring_back()

    def _let_go(self) -> None:
        for hand in self._hands:
            hand.join()
        self._hands.clear()

    def _repair(self) -> None:
        device = self.device
        device.disarm()
        self._bring_back()
        self.port.plug()
        device.set_line(reply_loss=0)
        device.set_faults(**dict.fromkeys(REPAIRED, False))
        if not device.panel.power:
            device.set_power(True)
        device.load_paper()


LUCK = ("first", "second") if LONG else ("first",)


@pytest.fixture(
    params=product(("epson-tm-t88 sqlite", "snbc-bt-t080 postgresql"), LUCK), ids=" ".join
)
def day(request, tmp_path) -> Iterator[Day]:
    """At a printer that proves each slip by number and forgets, and at one that does neither."""
    place, luck_of = request.param
    profile, engine = place.split()
    database: Database
    if engine == "sqlite":
        database = BusyFile(request.getfixturevalue("sqlite_url"))
    else:
        database = LockedServer(request.getfixturevalue("postgres_url"))
    with closing(open_store(database.url, lambda: MOMENT)) as store, store.write() as tx:
        queues = tuple(replace(queue, half_hour_quota=None) for queue in tx.hall.queues)
        tx.write_hall(replace(tx.hall, queues=queues))
    luck = random.Random(f"{profile} {luck_of}")
    day = Day(profile, database, tmp_path, luck)
    try:
        day.begin()
        yield day
    finally:
        day.close()


@dataclass(frozen=True)
class Written:
    """What the record holds of one number."""

    state: str
    jobs: tuple[PrintJob, ...]
    reprints: int
    """How often somebody asked for a second slip."""

    def count(self, *states: PrintState) -> int:
        return sum(job.state in states for job in self.jobs)


def record_of(store: Store) -> dict[str, Written]:
    """Every number of the day."""
    record: dict[str, Written] = {}
    with suppress(UnknownNumber):
        while True:
            number = f"FA{len(record) + 1:03d}"
            found = timeline(store, number)
            asked = sum(event.move is Act.REPRINT for event in found.events)
            record[number] = Written(found.state.value, found.print_jobs, asked)
    return record


def disagreements(day: Day, record: dict[str, Written]) -> list[str]:
    """Where the paper in the tray, what citizens saw, and the record contradict each other."""
    whole = Counter(number for sheet in day.tray.sheets for number in sheet.whole)
    first = Counter(n for sheet in day.tray.sheets if not sheet.second for n in sheet.whole)
    mentioned = {number for sheet in day.tray.sheets for number in sheet.mentioned}
    found = [f"{n} is on paper and in no record" for n in (*whole, *mentioned) if n not in record]
    found += [f"{n} was seen and is in no record" for n in day.ends if n not in record]
    unseen = [n for n, it in record.items() if n not in day.ends and it.state != "cancelled"]
    if len(unseen) > day.kills:
        found.append(f"nobody saw {unseen}, and the kiosk died only {day.kills} times")
    for number, written in record.items():
        end = day.ends.get(number, "killed")
        printed = written.count(PrintState.PRINTED)
        possible = written.count(PrintState.PRINTED, PrintState.SENT, PrintState.INTERRUPTED)
        wrong = {
            "a job without an end": any(job.state is None for job in written.jobs),
            "proven, and not on paper": whole[number] < printed,
            "said to be printed, and not on paper": end in (PAPER, UNWRITTEN) and not whole[number],
            "said to be printed, and not so written": end == PAPER
            and not written.count(PrintState.PRINTED, PrintState.SENT),
            "more slips than jobs that may have come out": whole[number] > possible,
            "on paper though nothing was sent": not possible and number in mentioned,
            "two slips, of which none says so": first[number] > 1,
            "two slips, and nobody asked for the second": whole[number] > 1
            and not (written.reprints and any(job.reprint for job in written.jobs)),
            "given back on the screen only": end == "cancelled" and written.state != "cancelled",
            "given back by nobody": written.state == "cancelled"
            and end not in ("cancelled", "killed"),
        }
        paper = [sheet for sheet in day.tray.sheets if number in sheet.mentioned]
        found += [
            f"{number}: {what} ({end}, {written}, {paper})" for what, so in wrong.items() if so
        ]
    return found


def tell(capsys: pytest.CaptureFixture[str], words: str) -> None:
    """The long form takes an hour and should say how far it is."""
    if LONG:
        with capsys.disabled():
            sys.stdout.write(words + "\n")


def agree(day: Day) -> dict[str, Written]:
    """The record, which the paper in the tray and what citizens saw do not contradict.

    A second slip may still be coming out when its first was proven late: it is waited for.
    """
    until = time.monotonic() + PATIENCE
    while True:
        day.tray.collect()
        with closing(open_store(day.database.url, lambda: MOMENT)) as store:
            record = record_of(store)
        day.tray.collect()
        found = disagreements(day, record)
        if not found:
            return record
        assert time.monotonic() < until, "\n".join(found)
        threading.Event().wait(0.2)


def test_paper_screen_and_record_agree_after_days_of_faults(day, capsys):
    dangerous, calm = (1_500, 1_000) if LONG else (len(FAULTS) + 1, 4)
    began, before = time.monotonic(), None
    for visit in day.go_on(dangerous, FAULTS + (KILLS if LONG else ("kill",))):
        if visit % 500 == 499:
            tell(capsys, f"{day.profile}: {len(agree(day))} in {time.monotonic() - began:.0f} s")
    for visit in day.go_on(calm, FAULTS if LONG else ("none", "paper")):
        if visit == calm // 4:
            before = day.kiosk.burden, Burden.of("self")
        if visit % 500 == 499:
            tell(capsys, f"{day.profile}: {len(agree(day))} in {time.monotonic() - began:.0f} s")
    after = day.kiosk.burden, Burden.of("self")
    day.end()
    record = agree(day)
    balance = Counter(day.ends.get(number, "killed") for number in record)
    tell(capsys, f"{day.profile}: {len(record)} numbers, {dict(balance)}, {dict(day.faults)}")
    tell(capsys, f"{day.profile}: {len(day.tray.sheets)} papers, {before} then {after}")
    assert len(record) >= dangerous + calm - day.faults["database"] - day.kills
    for then, now in zip(before, after, strict=True):
        assert now.handles <= then.handles + 3
        assert now.threads <= then.threads + 2
        assert now.megabytes <= then.megabytes + 25
