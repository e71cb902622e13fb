"""The kiosk's printer: from the facts of a ticket to a job that ended one way or another."""

from __future__ import annotations

from dataclasses import dataclass

from common.domain.ids import TicketId
from common.domain.print_job import PrintJob, PrintState
from common.domain.slip import SlipFacts
from common.domain.text import Language
from common.operations import new_id
from common.printing.printer import Printer
from common.printing.profile import Profile
from common.printing.slip import slip_bytes
from common.printing.status import PrinterStatus, Trouble


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of one slip, and what stood in its way."""

    job: PrintJob
    trouble: Trouble


class SlipPrinter:
    """Used on the printer's own thread; every call ends in bounded time."""

    def __init__(self, url: str, profile: Profile, device: str) -> None:
        self._printer = Printer(url, profile)
        self._device = device

    def check(self) -> PrinterStatus:
        return self._printer.check()

    def print_slip(self, ticket: TicketId, facts: SlipFacts, language: Language) -> Printed:
        data = slip_bytes(facts, self._printer.profile, language)
        result = self._printer.print(data)
        job = PrintJob(
            id=new_id(),
            ticket=ticket,
            device=self._device,
            printer=self._printer.url,
            state=PrintState(result.state.value),
            bytes_written=result.written,
            started_at=result.started_at,
            ended_at=result.ended_at,
        )
        return Printed(job, result.trouble)

    def close(self) -> None:
        self._printer.close()
