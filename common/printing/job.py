"""One job on its way: the bytes, the proof that it asks for, and how it ended."""

from __future__ import annotations

from datetime import UTC, datetime

from common.domain.print_job import PrintState
from common.ports.awake import now
from common.printing.conversation import Conversation
from common.printing.errors import PrinterTimeout, PrinterUnreachable
from common.printing.health import GS_R_PAPER, Health
from common.printing.patience import Patience
from common.printing.profile import Profile, Proof
from common.printing.replies import BufferedStatus
from common.printing.status import PrintResult, Trouble

TOKENS = 95**4
_MM_PER_LINE = 7.5
"""A line of double height with its gap; most are half of that."""
_MM_BEYOND = 40.0
"""QR code, feed and cut."""


class Job:
    """One run of `Printer.print`."""

    def __init__(self, number: int, data: bytes) -> None:
        self.number = number
        self.data = data
        self.written = 0
        self.asked_for_proof = False
        """True once the printer may have been asked to acknowledge the job."""
        self.cleared: bool | None = None
        self._started_at = datetime.now(UTC)

    @property
    def token(self) -> bytes:
        """The number in four characters from space to tilde, as ``GS ( H`` takes them."""
        rest, digits = self.number % TOKENS, bytearray()
        for _ in range(4):
            rest, digit = divmod(rest, 95)
            digits.append(0x20 + digit)
        return bytes(reversed(digits))

    def ended(self, state: PrintState, trouble: Trouble = Trouble.NONE) -> PrintResult:
        return PrintResult(
            state,
            self.number,
            self.written,
            trouble,
            self._started_at,
            datetime.now(UTC),
            self.cleared,
        )


class Delivery:
    """Hands a job over and waits for what proves it, as far as the model can."""

    def __init__(
        self, conversation: Conversation, health: Health, profile: Profile, patience: Patience
    ) -> None:
        self._conversation = conversation
        self._health = health
        self._profile = profile
        self._patience = patience

    def send(self, job: Job) -> None:
        """Hand over all bytes; what was written is in the job, whatever is raised."""
        wire = self._patience.on_the_wire(len(job.data))
        proof = self._proof(job)
        try:
            self._conversation.write(job.data + proof, self._patience.write + wire)
        except (PrinterTimeout, PrinterUnreachable) as error:
            written = error.facts.get("written", 0)
            job.written = min(written, len(job.data))
            job.asked_for_proof = bool(proof) and written > len(job.data)
            raise
        job.written, job.asked_for_proof = len(job.data), bool(proof)

    def outcome(self, job: Job) -> PrintResult:
        """How a job ends that was sent."""
        if not self._health.answers:
            return job.ended(PrintState.SENT)
        if self._health.can_prove:
            in_doubt = self._await_proof(job)
            if in_doubt is None:
                return job.ended(PrintState.PRINTED)
        else:
            in_doubt = self._await_calm(job)
            if in_doubt is None:
                return job.ended(PrintState.SENT)
        return job.ended(PrintState.INTERRUPTED, in_doubt)

    def _proof(self, job: Job) -> bytes:
        if not self._health.can_prove:
            return b""
        by_id = self._profile.proof is Proof.PROCESS_ID
        return b"\x1d(H\x06\x0000" + job.token if by_id else GS_R_PAPER

    def _await_proof(self, job: Job) -> Trouble | None:
        """None once the job is proven on paper, else what is known to stand in the way."""
        seconds = self._patience.proof + self._patience.on_the_wire(len(job.data))
        deadline = now() + seconds
        while (left := deadline - now()) > 0:
            proven = self._proven(job, min(left, self._patience.poll))
            if proven is not None:
                return None if proven else self._doubt(Trouble.PAPER_OUT)
            if self._health.says_offline():
                # The acknowledgement may have come between the last look and going off line.
                if self._proven(job, 0.0):
                    return None
                status = self._health.poll()
                if not status.can_print:
                    return status.trouble
        return Trouble.UNKNOWN

    def _proven(self, job: Job, seconds: float) -> bool | None:
        """True or False as soon as the printer says so, None while it does not."""
        if self._profile.proof is Proof.PROCESS_ID:
            proofs = self._conversation.proofs
            if not self._conversation.hear(lambda: job.token in proofs, seconds):
                return None
            proofs.discard(job.token)
            return True
        reply = self._conversation.expect(BufferedStatus, seconds)
        if reply is None:
            return None
        if not reply.proves:
            return False
        # Noise says 00 too, as does a line that dies: only a printer that still talks has proven.
        return True if self._conversation.ask_all((1,)) else None

    def _await_calm(self, job: Job) -> Trouble | None:
        """None when the printer was well for as long as the job takes, and is so after it."""
        deadline = now() + self._print_seconds(job.data)
        while (left := deadline - now()) > 0:
            self._conversation.hear(lambda: False, min(left, self._patience.poll))
            if self._health.says_offline():
                break
        status = self._health.poll()
        return None if status.can_print else status.trouble

    def _doubt(self, otherwise: Trouble) -> Trouble:
        status = self._health.poll()
        return otherwise if status.can_print else status.trouble

    def _print_seconds(self, data: bytes) -> float:
        """How long the paper moves, rather too long: at most one line or dot row per its bytes."""
        rows = max(0, len(data) - 1024) / (self._profile.dots / 8)
        lines = min(data.count(b"\n"), 100)
        millimetres = lines * _MM_PER_LINE + rows / self._profile.dots_per_mm + _MM_BEYOND
        return min(millimetres / self._profile.speed, self._patience.proof)
