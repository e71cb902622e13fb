"""One printer: is it ready, print this, and what proof is there."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from common.domain.print_job import PrintState
from common.printing.errors import PrinterTimeout, PrinterUnreachable
from common.printing.profile import Profile, Proof
from common.printing.replies import (
    AutomaticStatus,
    BufferCleared,
    BufferedStatus,
    Demultiplexer,
    ProcessId,
    RealTimeStatus,
    Reply,
)
from common.printing.status import PrinterStatus, PrintResult, Trouble
from common.printing.transports import Transport, open_transport, printer_address

GS_R_PAPER = b"\x1dr\x01"
CLEAR_BUFFER = bytes((0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08))
"""DLE DC4 function 8: forget everything received and not yet printed."""

_TOKENS = 95**4
_NOISE_TOLERATED = 2
"""Bytes that fit no reply before a printer counts as babbling (wrong speed, wrong device)."""
_INBOX_LIMIT = 256
_FREEING_ZEROS = 1024
_FREEING_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Patience:
    """How long each step may take, in seconds."""

    connect: float = 3.0
    reply: float = 1.0
    """One real-time status reply, or one buffered reply from an idle printer."""
    write: float = 5.0
    """Handing over one job, on top of its time on the wire."""
    proof: float = 10.0
    """From the last byte sent to the acknowledgement."""
    clear: float = 2.0
    """Until the printer says that it forgot what it had."""
    poll: float = 0.5
    """Between two looks at the printer's health while its acknowledgement is awaited."""
    bytes_per_second: float = 900.0
    """The slowest wire: 9600 baud."""
    settle: float = 0.3
    """Silence after which replies to an earlier, unacknowledged job are no longer expected."""


class Printer:
    """A printer at one URL, used from one thread, never from the GUI's.

    `check`, `print` and `clear` always return within the times of `patience` and raise nothing that
    is expected: a printer in trouble is a value. Only a URL that names no printer raises
    BadPrinterAddress, at once.
    """

    def __init__(self, url: str, profile: Profile, patience: Patience | None = None) -> None:
        printer_address(url)
        self.url = url
        self.profile = profile
        self._patience = patience or Patience()
        self._transport: Transport | None = None
        self._demultiplexer = Demultiplexer()
        self._inbox: list[Reply] = []
        self._next_job = random.randrange(_TOKENS)
        self._in_step = False
        """True once a buffered command was answered: the printer is not inside a lost command."""

    def check(self) -> PrinterStatus:
        """Ask the printer how it is. A silent or babbling one is UNKNOWN, never ready."""
        with _Session(self) as session:
            return self._check()
        return _cannot(session.trouble)

    def print(self, data: bytes, job: int | None = None) -> PrintResult:
        """Check, send `data` (one slip from reset to cut), and wait for the proof.

        `job` is a number of this job's own, for the printer's acknowledgement; counted when None.
        """
        if job is None:
            job = self._next_job = (self._next_job + 1) % _TOKENS
        run = _Job(job)
        with _Session(self) as session:
            status = self._check()
            if not status.can_print:
                return run.ended(PrintState.FAILED, status.trouble)
            self._send(data, run)
            if not self._can_prove():
                return run.ended(*self._handed_over())
            in_doubt = self._await_proof(data, run)
            self._in_step = in_doubt is None
            if in_doubt is None:
                return run.ended(PrintState.PRINTED)
            return run.ended(PrintState.INTERRUPTED, in_doubt)
        self._in_step = False
        return run.ended(
            PrintState.INTERRUPTED if run.written else PrintState.FAILED, session.trouble
        )

    def clear(self) -> bool:
        """Make the printer forget what it has not printed yet; True when it says that it did.

        Staff do this before printing a slip again after INTERRUPTED. Where the answer is False the
        first slip may still come out by itself, and must not be printed a second time.
        """
        with _Session(self):
            transport, patience = self._open(), self._patience.clear
            transport.drop_unsent()
            self._forget_replies()
            transport.write(CLEAR_BUFFER, self._patience.write)
            cleared = (
                self._await(lambda reply: isinstance(reply, BufferCleared), patience) is not None
            )
            self._in_step = False
            return cleared
        return False

    def close(self) -> None:
        """Let go of the port."""
        if self._transport is not None:
            self._transport.close()
            self._transport = None

    def _let_go(self, lost: bool) -> None:
        """After each use: `lost` when the port failed in the middle of it."""
        if lost:
            self._in_step = False
        if lost or (self._transport is not None and not self._transport.stays_open):
            self.close()

    def _open(self) -> Transport:
        if self._transport is None:
            self._transport = open_transport(self.url, self._patience.connect)
        return self._transport

    # -- status ------------------------------------------------------------------------------------

    def _check(self) -> PrinterStatus:
        transport = self._open()
        if not (transport.answers and self.profile.answers):
            return PrinterStatus(Trouble.NONE, can_print=True, told=False)
        self._forget_replies()
        status = self._poll()
        if status.can_print and not self._in_step and self._can_prove():
            self._in_step = self._get_in_step()
            if not self._in_step:
                return _cannot(Trouble.UNKNOWN)
        return status

    def _poll(self) -> PrinterStatus:
        printer = self._ask(1)
        cause = self._ask(2) if printer is not None else None
        roll = self._ask(4) if cause is not None else None
        babbles = self._demultiplexer.noise > _NOISE_TOLERATED
        if printer is None or cause is None or roll is None or babbles:
            return _cannot(Trouble.UNKNOWN)
        if cause & 0x04:
            return _told(Trouble.COVER_OPEN)
        if cause & 0x20 or roll & 0x60 == 0x60:
            return _told(Trouble.PAPER_OUT)
        if cause & 0x40:
            fault = self._ask(3)
            return _told(Trouble.CUTTER if fault is not None and fault & 0x08 else Trouble.ERROR)
        if printer & 0x08:
            return _told(Trouble.OFFLINE)
        return _told(Trouble.PAPER_LOW if roll & 0x0C == 0x0C else Trouble.NONE)

    def _ask(self, n: int) -> int | None:
        """The byte that answers ``DLE EOT n``."""
        self._inbox = [reply for reply in self._inbox if not isinstance(reply, RealTimeStatus)]
        self._open().write(bytes((0x10, 0x04, n)), self._patience.reply)
        reply = self._await(lambda reply: isinstance(reply, RealTimeStatus), self._patience.reply)
        return reply.byte if isinstance(reply, RealTimeStatus) else None

    def _get_in_step(self) -> bool:
        """True when a buffered command is answered.

        A printer whose host died inside a picture still answers ``DLE EOT`` but takes every command
        as more picture, so zeros are sent until it has had enough. What an earlier job without
        acknowledgement still owes is taken here, so that no later job mistakes it for its own.
        """
        if self._buffered_reply():
            return True
        for _ in range(_FREEING_ROUNDS):
            self._open().write(bytes(_FREEING_ZEROS), self._patience.write)
            if self._buffered_reply():
                return True
        return False

    def _buffered_reply(self) -> bool:
        self._open().write(GS_R_PAPER, self._patience.write)
        if self._await(_is_buffered, self._patience.reply) is None:
            return False
        settled = time.monotonic() + 4 * self._patience.settle
        while time.monotonic() < settled and self._await(_is_buffered, self._patience.settle):
            continue
        return True

    # -- the job -----------------------------------------------------------------------------------

    def _can_prove(self) -> bool:
        return self._open().answers and self.profile.proof in (Proof.PROCESS_ID, Proof.GS_R)

    def _send(self, data: bytes, run: _Job) -> None:
        proof = b""
        if self._can_prove():
            by_id = self.profile.proof is Proof.PROCESS_ID
            proof = b"\x1d(H\x06\x0000" + run.token if by_id else GS_R_PAPER
        try:
            self._open().write(data + proof, self._patience.write + self._on_the_wire(data))
        except (PrinterTimeout, PrinterUnreachable) as error:
            run.written = min(error.facts.get("written", 0), len(data))
            raise
        run.written = len(data)

    def _handed_over(self) -> tuple[PrintState, Trouble]:
        """How a job ends that the printer cannot acknowledge."""
        if not (self._open().answers and self.profile.answers):
            return PrintState.SENT, Trouble.NONE
        status = self._poll()
        if status.can_print:
            return PrintState.SENT, Trouble.NONE
        return PrintState.INTERRUPTED, status.trouble

    def _await_proof(self, data: bytes, run: _Job) -> Trouble | None:
        """None once the job is proven on paper, else what is known to stand in the way."""
        if self.profile.proof is Proof.PROCESS_ID:

            def proves(reply: Reply) -> bool:
                return reply == ProcessId(run.token)
        else:
            proves = _is_buffered

        deadline = time.monotonic() + self._patience.proof + self._on_the_wire(data)
        while (left := deadline - time.monotonic()) > 0:
            if self._await(proves, min(left, self._patience.poll)):
                return None
            if self._says_offline():
                # The acknowledgement may have come between the last look and going off line.
                if self._await(proves, 0.0):
                    return None
                status = self._poll()
                if not status.can_print:
                    return status.trouble
        return Trouble.UNKNOWN

    def _says_offline(self) -> bool:
        for reply in self._inbox:
            if isinstance(reply, AutomaticStatus) and reply.offline:
                self._inbox.remove(reply)
                return True
        try:
            status = self._ask(1)
        except PrinterTimeout:  # its buffer is full of our job: it prints, and will listen again
            self._open().drop_unsent()
            return False
        return status is not None and bool(status & 0x08)

    def _on_the_wire(self, data: bytes) -> float:
        """Seconds that the bytes need at most."""
        return len(data) / self._patience.bytes_per_second

    # -- replies -----------------------------------------------------------------------------------

    def _await(self, wanted: Callable[[Reply], bool], seconds: float) -> Reply | None:
        """The first reply of this kind, taken out of the inbox; None after `seconds` without it."""
        deadline = time.monotonic() + seconds
        while True:
            for reply in self._inbox:
                if wanted(reply):
                    self._inbox.remove(reply)
                    return reply
            left = deadline - time.monotonic()
            if left < 0:
                return None
            self._inbox.extend(self._demultiplexer.feed(self._open().read(left)))
            del self._inbox[:-_INBOX_LIMIT]

    def _forget_replies(self) -> None:
        enough = time.monotonic() + self._patience.settle
        while time.monotonic() < enough and self._open().read(0.0):
            continue
        self._demultiplexer = Demultiplexer()
        self._inbox.clear()


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
        self._printer._let_go(lost=error is not None)
        return self.trouble is not Trouble.NONE


class _Job:
    """One run of `Printer.print`."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.written = 0
        self._started_at = datetime.now(UTC)

    @property
    def token(self) -> bytes:
        """The number in four characters from space to tilde, as ``GS ( H`` takes them."""
        rest, digits = self.number % _TOKENS, bytearray()
        for _ in range(4):
            rest, digit = divmod(rest, 95)
            digits.append(0x20 + digit)
        return bytes(reversed(digits))

    def ended(self, state: PrintState, trouble: Trouble = Trouble.NONE) -> PrintResult:
        return PrintResult(
            state, self.number, self.written, trouble, self._started_at, datetime.now(UTC)
        )


def _is_buffered(reply: Reply) -> bool:
    return isinstance(reply, BufferedStatus)


def _told(trouble: Trouble) -> PrinterStatus:
    return PrinterStatus(trouble, trouble in (Trouble.NONE, Trouble.PAPER_LOW), told=True)


def _cannot(trouble: Trouble) -> PrinterStatus:
    return PrinterStatus(trouble, can_print=False, told=False)
