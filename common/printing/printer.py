"""One printer: is it ready, print this, and what proof is there."""

from __future__ import annotations

import random
import time
from dataclasses import replace

from common.domain.print_job import PrintState
from common.printing.conversation import Conversation
from common.printing.errors import PrinterTimeout, PrinterUnreachable
from common.printing.health import Health
from common.printing.job import TOKENS, Delivery, Job
from common.printing.patience import Patience
from common.printing.profile import Profile, Proof
from common.printing.replies import BufferCleared
from common.printing.signs import FULL_STATUS
from common.printing.status import PrinterStatus, PrintResult, Trouble
from common.printing.transports import printer_address

__all__ = ["CLEAR_BUFFER", "Patience", "Printer"]

CLEAR_BUFFER = bytes((0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08))
"""DLE DC4 function 8: forget everything received and not yet printed."""

_OWED_LIMIT = 64


class Printer:
    """A printer at one URL, used from one thread, never from the GUI's.

    `check`, `watch`, `print` and `clear` always return within the times of `patience` and raise
    nothing that is expected: a printer in trouble is a value, and a port that went away is opened
    again by the next call. Only a URL that names no printer raises BadPrinterAddress, at once.
    """

    def __init__(self, url: str, profile: Profile, patience: Patience | None = None) -> None:
        printer_address(url)
        self.url = url
        self.profile = profile
        self._patience = patience or Patience()
        full_status = FULL_STATUS in profile.status.requests
        self._conversation = Conversation(url, self._patience, full_status)
        self._health = Health(self._conversation, profile, self._patience)
        self._delivery = Delivery(self._conversation, self._health, profile, self._patience)
        self._next_job = random.randrange(TOKENS)
        self._owed: dict[bytes, int] = {}
        self._proven_late: list[int] = []
        self._watched: PrinterStatus | None = None

    def check(self) -> PrinterStatus:
        """Ask the printer how it is. A silent or babbling one is UNKNOWN, never ready."""
        with _Session(self) as session:
            return self._health.check()
        return PrinterStatus.untold(session.trouble)

    def watch(self, seconds: float) -> PrinterStatus:
        """The printer's status after `seconds`, or as soon as it differs from the last one watched.

        A model with automatic status back is heard at once, any other looked at every
        `patience.watch`. Returns at once the first time, and after a late proof came.
        """
        deadline = time.monotonic() + seconds
        known = len(self._proven_late)
        while True:
            status = self.check()
            left = deadline - time.monotonic()
            if status != self._watched or left <= 0 or len(self._proven_late) > known:
                self._watched = status
                return status
            self._wait_for_change(min(left, self._patience.watch))

    def print(
        self, data: bytes, job: int | None = None, *, clear_first: bool = False
    ) -> PrintResult:
        """Check, send `data` (one slip from reset to cut), and wait for the proof.

        `job` is a number of this job's own, for the printer's acknowledgement; counted when None.
        With `clear_first` the printer is made to forget earlier jobs, as `clear` does, and the
        result's `cleared` says whether it confirmed that.
        """
        if job is None:
            job = self._next_job = (self._next_job + 1) % TOKENS
        run = Job(job, data)
        if clear_first:
            run.cleared = self.clear()
        return self._explained(self._print(run))

    def late_proofs(self) -> tuple[int, ...]:
        """The interrupted jobs that came out after all, by number; each is told once.

        Only a model that proves jobs by their own number can say so, and only to the `Printer` that
        sent them. A proof is heard by whichever call comes next, and by `watch` at once.
        """
        late, self._proven_late = tuple(self._proven_late), []
        return late

    def clear(self) -> bool:
        """Make the printer forget what it has not printed yet; True when it says that it did.

        Staff do this before printing a slip again after INTERRUPTED. Where the answer is False the
        first slip may still come out by itself, and a second one is a second valid slip.
        """
        with _Session(self):
            transport = self._conversation.transport
            transport.drop_unsent()
            self._health.lose_step()
            if not (transport.answers and self.profile.clears):
                return False
            self._conversation.forget()
            self._conversation.write(CLEAR_BUFFER, self._patience.write)
            cleared = self._conversation.expect(BufferCleared, self._patience.clear) is not None
            if cleared:
                self._note_late_proofs()  # of jobs that were on paper before
                self._owed.clear()
            return cleared
        return False

    def retire(self) -> None:
        """From any thread: what is under way ends soon, and nothing begins any more."""
        self._conversation.retire()

    def close(self) -> None:
        """Let go of the port."""
        self._conversation.close()

    def _wait_for_change(self, seconds: float) -> None:
        ends = time.monotonic() + seconds
        with _Session(self):
            self._health.wait_for_change(seconds)
            return
        time.sleep(max(0.0, ends - time.monotonic()))  # the port went away

    def _print(self, run: Job) -> PrintResult:
        with _Session(self) as session:
            status = self._health.check()
            if not status.can_print:
                return run.ended(PrintState.FAILED, status.trouble)
            self._delivery.send(run)
            self._health.reset_by_job()
            return self._noted(run, self._delivery.outcome(run))
        if not run.written:
            return run.ended(PrintState.FAILED, session.trouble)
        return self._noted(run, run.ended(PrintState.INTERRUPTED, session.trouble))

    def _explained(self, result: PrintResult) -> PrintResult:
        """Why a job was interrupted without a word: flow control may hold our questions back.

        A port that is opened anew has forgotten that it was told to wait.
        """
        silent = result.state is PrintState.INTERRUPTED and result.trouble is Trouble.UNKNOWN
        if not (silent and self.profile.answers):
            return result
        self._conversation.close()
        with _Session(self) as session:
            status = self._health.poll()
            return result if status.can_print else replace(result, trouble=status.trouble)
        return replace(result, trouble=session.trouble)

    def _noted(self, job: Job, result: PrintResult) -> PrintResult:
        if result.state is PrintState.INTERRUPTED:
            self._health.lose_step()
            if job.asked_for_proof and self.profile.proof is Proof.PROCESS_ID:
                self._owed[job.token] = job.number
                while len(self._owed) > _OWED_LIMIT:
                    del self._owed[next(iter(self._owed))]
        return result

    def _note_late_proofs(self) -> None:
        for token in self._conversation.proofs:
            if token in self._owed:
                self._proven_late.append(self._owed.pop(token))
        self._conversation.proofs.clear()

    def _end_session(self, lost: bool) -> None:
        self._note_late_proofs()
        if lost:
            self._health.lose_step()
        self._conversation.let_go(lost)


class _Session:
    """Turns what a port raises into a trouble, and lets go of ports that others need too."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self.trouble = Trouble.NONE

    def __enter__(self) -> _Session:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> bool:
        if isinstance(error, PrinterUnreachable):
            self.trouble = Trouble.UNREACHABLE
        elif isinstance(error, PrinterTimeout):
            self.trouble = Trouble.UNKNOWN
        self._printer._end_session(lost=error is not None)
        return self.trouble is not Trouble.NONE
