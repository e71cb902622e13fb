"""What is known about a printer, and what became of a print job."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from common.domain.print_job import PrintState
from common.domain.text import Text


class Trouble(StrEnum):
    """Why a printer cannot print, or what staff should see to soon."""

    NONE = "none"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER = "cutter"
    ERROR = "error"
    """The printer reports a fault: jam, head too hot, or one that needs service."""
    OFFLINE = "offline"
    """The printer says it is off line and not why."""
    UNKNOWN = "unknown"
    """No valid answer: switched off, wrong speed, wrong cable, or stuck."""
    UNREACHABLE = "unreachable"
    """The port or address could not be opened, or went away."""

    @property
    def words(self) -> Text:
        """One line for staff: what is wrong and what to do."""
        return _WORDS[self]


_WORDS = {
    Trouble.NONE: Text("打印机正常", "The printer is ready"),
    Trouble.PAPER_LOW: Text(
        "打印纸即将用完，请准备换纸", "Paper is running low: prepare a new roll"
    ),
    Trouble.PAPER_OUT: Text("打印纸已用完，请换纸", "Paper is out: load a new roll"),
    Trouble.COVER_OPEN: Text("打印机机盖未关好，请关上", "The cover is open: close it"),
    Trouble.CUTTER: Text(
        "切纸刀卡住，请开盖清除卡纸", "The cutter is stuck: open the cover and remove the paper"
    ),
    Trouble.ERROR: Text(
        "打印机报告故障，请关机重开，仍不正常请报修",
        "The printer reports a fault: switch it off and on, then call service",
    ),
    Trouble.OFFLINE: Text(
        "打印机处于脱机状态，请检查纸张、机盖和按键",
        "The printer is off line: check paper, cover and buttons",
    ),
    Trouble.UNKNOWN: Text(
        "打印机没有应答，请检查电源、连接线和波特率",
        "The printer does not answer: check power, cable and speed",
    ),
    Trouble.UNREACHABLE: Text(
        "无法连接打印机，请检查电源、连接线和地址",
        "The printer cannot be reached: check power, cable and address",
    ),
}


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """The printer at one moment."""

    trouble: Trouble
    can_print: bool
    """True when a job may be started now."""
    told: bool
    """True when the printer itself said so; False when it cannot answer or did not."""

    @property
    def ready(self) -> bool:
        """True when nothing needs attention."""
        return self.can_print and self.trouble is Trouble.NONE

    @property
    def paper_low(self) -> bool:
        """True when the roll is near its end and printing still works."""
        return self.trouble is Trouble.PAPER_LOW


@dataclass(frozen=True, slots=True)
class PrintResult:
    """What became of one job."""

    state: PrintState
    job: int
    """The job's number, as given or counted."""
    written: int
    """Bytes that the printer may have taken."""
    trouble: Trouble
    """What stood in the way; NONE when it ended well."""
    started_at: datetime
    """Aware, UTC."""
    ended_at: datetime

    @property
    def on_paper(self) -> bool | None:
        """True when proven, False when certainly not, None when nobody can know."""
        return {PrintState.PRINTED: True, PrintState.FAILED: False}.get(self.state)

    @property
    def seconds(self) -> float:
        """How long the job took."""
        return (self.ended_at - self.started_at).total_seconds()
