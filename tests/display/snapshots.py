"""A board's snapshots made by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from common.domain.hall import Zone
from common.domain.ids import CounterCode, QueueCode, TicketNumber, ZoneCode
from common.domain.text import Text
from common.operations import Announcement, BoardCall, BoardPause, BoardQueue, BoardView

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
ZONES = tuple(
    Zone(ZoneCode(code), Text(zh, en), floor)
    for code, zh, en, floor in [
        ("A", "综合受理区", "General acceptance", 1),
        ("B", "公安交警区", "Public security and traffic police", 1),
        ("F", "人社社保区", "Human resources and social security", 2),
    ]
)


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def announcement(
    sequence: int, number: str = "", counter: str = "F01", seconds: float = 1, times: int = 1
) -> Announcement:
    return Announcement(
        sequence=sequence,
        number=TicketNumber(number or f"FA{sequence:03d}"),
        counter=CounterCode(counter),
        zone=ZoneCode(counter[0]),
        at=ago(seconds),
        times=times,
    )


def call(number: str, counter: str, seconds: float, *, serving: bool = False) -> BoardCall:
    return BoardCall(
        number=TicketNumber(number),
        counter=CounterCode(counter),
        zone=ZoneCode(counter[0]),
        at=ago(seconds),
        times=1,
        serving=serving,
    )


def pause(counter: str, seconds: float = 60) -> BoardPause:
    return BoardPause(CounterCode(counter), ZoneCode(counter[0]), ago(seconds))


def queue(code: str, waiting: int, *following: str) -> BoardQueue:
    return BoardQueue(
        queue=QueueCode(code),
        name=Text(f"{code} 队列", f"Queue {code}"),
        zone=ZoneCode(code[0]),
        waiting=waiting,
        next=tuple(TicketNumber(number) for number in following),
    )


def view(
    *calls: BoardCall,
    announcements: tuple[Announcement, ...] = (),
    queues: tuple[BoardQueue, ...] = (),
    zone: Zone | None = None,
    now: datetime = NOW,
    pauses: tuple[BoardPause, ...] = (),
) -> BoardView:
    return BoardView(
        hall_name=Text("示范区政务服务中心", "Demonstration District Government Service Centre"),
        time_zone="Asia/Shanghai",
        now=now,
        zone=zone,
        calls=calls,
        announcements=announcements,
        queues=queues,
        ticker=(Text("请留意屏幕显示与语音呼叫", "Please watch for your number"),),
        pauses=pauses,
    )
