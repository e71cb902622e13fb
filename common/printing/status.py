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
    JAM = "jam"
    """Paper is stuck on its way out."""
    CUTTER = "cutter"
    HEAD = "head"
    """The head is too hot, the voltage is off, or the head is lifted: it recovers by itself."""
    SERVICE = "service"
    """A fault that the printer cannot recover from."""
    ERROR = "error"
    """The printer reports a fault and not which."""
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
    Trouble.JAM: Text(
        "打印机卡纸，请开盖取出卡住的纸", "Paper is jammed: open the cover and remove it"
    ),
    Trouble.HEAD: Text(
        "打印头过热或电压异常，请稍候，打印机会自行恢复",
        "The print head is too hot or its voltage is off: wait, the printer recovers by itself",
    ),
    Trouble.SERVICE: Text(
        "打印机发生无法自行恢复的故障，请关机重开，仍不正常请报修",
        "The printer has a fault that it cannot clear: switch it off and on, then call service",
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
    paper_low: bool = False
    """True when the roll is near its end, whatever else is the matter."""

    @classmethod
    def untold(cls, trouble: Trouble) -> PrinterStatus:
        """The status of a printer that gave no valid answer: nothing may be printed on it."""
        return cls(trouble, can_print=False, told=False)

    @property
    def ready(self) -> bool:
        """True when nothing needs attention."""
        return self.can_print and self.trouble is Trouble.NONE


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
    cleared: bool | None = None
    """Whether the printer confirmed to have forgotten earlier jobs; None when not asked to."""

    @property
    def obstacle(self) -> str:
        """What stood in the way, as the record keeps it; empty when it ended well."""
        return "" if self.trouble is Trouble.NONE else self.trouble.value

    @property
    def seconds(self) -> float:
        """How long the job took."""
        return (self.ended_at - self.started_at).total_seconds()
