"""The kiosk's printer: from facts to a job that ended one way or another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from common.domain.papers import PaperFacts
from common.domain.print_job import PrintJob, PrintState
from common.domain.slip import SlipFacts
from common.domain.text import Language
from common.printing.length import paper_length
from common.printing.papers import paper_bytes
from common.printing.patience import Patience
from common.printing.printer import Printer
from common.printing.profile import Profile
from common.printing.slip import slip_bytes
from common.printing.slot import Slot
from common.printing.status import PrinterStatus, Trouble
from common.printing.trial_slip import trial_slip

_CLEARING_TRIES = 3
"""How often a printer that answers is asked to forget before it is left alone."""
_REMEMBERED = 64
"""Interrupted jobs; most printers never tell what became of theirs."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of one paper, and what stood in its way."""

    job: PrintJob
    trouble: Trouble
    millimetres: float
    """Of paper that the whole of it takes."""
    cleared: tuple[str, ...] = ()
    """The earlier jobs that the printer certainly forgot before."""


@dataclass(frozen=True, slots=True)
class Look:
    """The printer at one moment, and what it told of earlier jobs."""

    status: PrinterStatus
    proven: tuple[PrintJob, ...] = ()
    """Came out after all."""
    cleared: tuple[str, ...] = ()
    """Will not come out any more."""


class SlipPrinter:
    """Used on the printer's own thread; every call ends in bounded time."""

    def __init__(self, url: str, profile: Profile, patience: Patience | None = None) -> None:
        self._printer = Printer(url, profile, patience)
        self._interrupted: dict[int, PrintJob] = {}
        """By the number under which the printer knows them."""
        self._to_forget: set[str] = set()
        self._tries_left = 0
        self._slot = Slot(profile)

    @property
    def url(self) -> str:
        return self._printer.url

    @property
    def profile(self) -> Profile:
        return self._printer.profile

    def check(self) -> PrinterStatus:
        return self._printer.check()

    def look(self) -> Look:
        """How it is; a printer that answers is made to forget what it was asked to."""
        status = self._printer.check()
        proven = self._proven_late()
        self._slot.seen(status)
        cleared: tuple[str, ...] = ()
        if status.told and self._to_forget and self._tries_left:
            self._tries_left -= 1
            cleared = self._clear()
        return Look(status, proven, cleared)

    def forget(self, jobs: tuple[str, ...]) -> None:
        """Let nothing of these interrupted jobs come out: soon, and before the next slip."""
        if not {job.id for job in self._interrupted.values()}.issuperset(jobs):
            self._slot.forgot()  # they are of a run that died
        self._to_forget.update(jobs)
        self._tries_left = _CLEARING_TRIES if self._printer.profile.clears else 0

    def print_slip(self, job: PrintJob, facts: SlipFacts, language: Language) -> Printed:
        """Print what `job` was begun for; what shall be forgotten is forgotten first."""
        return self._put(job, slip_bytes(facts, self._printer.profile, language))

    def print_paper(self, job: PrintJob, facts: PaperFacts, language: Language) -> Printed:
        """The same for a paper that is no number's slip."""
        return self._put(job, paper_bytes(facts, self._printer.profile, language))

    def print_trial(self, job: PrintJob, at: datetime) -> Printed:
        """A test slip, which shows whether the printer and its profile fit together."""
        return self._put(job, trial_slip(self.url, self.profile, at))

    def _put(self, job: PrintJob, data: bytes) -> Printed:
        profile = self._printer.profile
        cleared = self._clear() if self._to_forget else ()
        length = paper_length(data, profile)
        result = self._printer.print(self._slot.before() + data)
        self._slot.after(result)
        if result.written:  # whatever is left of earlier jobs stands before this one
            self._to_forget.clear()
        ended = job.ended(result.state, result.written, result.ended_at, result.obstacle)
        if ended.state is PrintState.INTERRUPTED:
            self._interrupted[result.job] = ended
            if len(self._interrupted) > _REMEMBERED:
                del self._interrupted[next(iter(self._interrupted))]
        return Printed(ended, result.trouble, length, cleared)

    def retire(self) -> None:
        """From any thread: what is under way ends soon, and nothing begins any more."""
        self._printer.retire()

    def close(self) -> None:
        self._printer.close()

    def _clear(self) -> tuple[str, ...]:
        if not self._printer.clear():
            return ()
        cleared = tuple(sorted(self._to_forget))
        self._to_forget.clear()
        self._interrupted.clear()
        self._slot.forgot()
        return cleared

    def _proven_late(self) -> tuple[PrintJob, ...]:
        late = self._printer.late_proofs()
        if late:
            self._slot.came_out()
        found = (self._interrupted.pop(n, None) for n in late)
        at = datetime.now(UTC)
        return tuple(
            replace(job, state=PrintState.PRINTED, ended_at=at, trouble="") for job in found if job
        )
