"""What became of every paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from common.domain.ids import TicketId
from common.domain.print_job import PaperKind, PrintJob, PrintState
from common.store.driver import HallLink
from common.store.rows import from_microseconds, instant, stored, to_microseconds

_COLUMNS = (
    "id, ticket, device, printer, started_at, paper, reprint, state, bytes_written, trouble, "
    "cleared, ended_at"
)
_JOB = f"SELECT {_COLUMNS} FROM print_job"
_VALUES = ", ".join(f":{name}" for name in _COLUMNS.split(", "))
JOBS_OF = f"{_JOB} WHERE ticket = :ticket ORDER BY started_at"
OPEN_JOBS = f"{_JOB} WHERE hall = :hall AND device = :device AND state IS NULL ORDER BY started_at"
UNPROVEN_SLIPS = """
    SELECT DISTINCT print_job.ticket, ticket.number, print_job.device
    FROM print_job JOIN ticket ON ticket.id = print_job.ticket
    WHERE print_job.hall = :hall AND print_job.state = 'interrupted'
      AND print_job.paper = 'slip' AND ticket.day = :day
      AND NOT EXISTS (
        SELECT 1 FROM print_job AS other
        WHERE other.ticket = print_job.ticket AND other.paper = 'slip'
          AND other.state IN ('printed', 'sent'))
      AND EXISTS (
        SELECT 1 FROM leg
        WHERE leg.ticket = ticket.id AND leg.state = 'waiting')
    ORDER BY ticket.number
"""
"""Numbers that wait and whose slip nobody could prove."""
_BEGIN = f"""
    INSERT INTO print_job ({_COLUMNS}, hall) VALUES ({_VALUES}, :hall) ON CONFLICT (id) DO NOTHING
"""
_END = f"""
    INSERT INTO print_job ({_COLUMNS}, hall) VALUES ({_VALUES}, :hall)
    ON CONFLICT (id) DO UPDATE SET
        state = excluded.state, bytes_written = excluded.bytes_written,
        trouble = excluded.trouble, ended_at = excluded.ended_at
    WHERE print_job.state IS NULL
        OR (print_job.state = 'interrupted' AND excluded.state = 'printed')
"""
_CLEAR = "UPDATE print_job SET cleared = TRUE WHERE hall = :hall AND id = :id"


class PaperTrail:
    """Questions about paper."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def jobs_of(self, ticket: TicketId) -> list[PrintJob]:
        """Every attempt to put this ticket on paper, in order."""
        return list(map(_job, self._link.rows(JOBS_OF, ticket=ticket)))

    def open_jobs(self, device: str) -> list[PrintJob]:
        """What this device began and did not end."""
        return list(map(_job, self._link.rows(OPEN_JOBS, device=device)))

    def unproven_slips(self, day: date) -> list[tuple[str, str]]:
        """Numbers of `day` that wait without a proven slip, and the device that tried."""
        rows = self._link.rows(UNPROVEN_SLIPS, day=day.isoformat())
        return [(number, device) for _ticket, number, device in rows]


class PaperTrailChanges(PaperTrail):
    """What becomes of paper."""

    def begin(self, job: PrintJob) -> None:
        """Write a job down before its first byte goes out; again, it changes nothing."""
        self._link.change(_BEGIN, **_values(job))

    def end(self, job: PrintJob) -> None:
        """How the job ended. An end stays as it is, but for a proof that comes late."""
        self._link.change(_END, **_values(job))

    def clear(self, job: str) -> None:
        """The printer forgot the rest of this interrupted job."""
        self._link.change(_CLEAR, id=job)


def _job(row: Any) -> PrintJob:
    (job, ticket, device, printer, started, paper, reprint, state, written, *rest) = row
    trouble, cleared, ended = rest
    return PrintJob(
        id=job,
        ticket=None if ticket is None else TicketId(ticket),
        device=device,
        printer=printer,
        started_at=from_microseconds(started),
        paper=PaperKind(paper),
        reprint=bool(reprint),
        state=None if state is None else PrintState(state),
        bytes_written=written,
        trouble=trouble,
        cleared=bool(cleared),
        ended_at=instant(ended),
    )


def _values(job: PrintJob) -> dict[str, Any]:
    return {
        "id": job.id,
        "ticket": job.ticket,
        "device": job.device,
        "printer": job.printer,
        "started_at": to_microseconds(job.started_at),
        "paper": job.paper.value,
        "reprint": job.reprint,
        "state": None if job.state is None else job.state.value,
        "bytes_written": job.bytes_written,
        "trouble": job.trouble,
        "cleared": job.cleared,
        "ended_at": stored(job.ended_at),
    }
