"""Bytes out, replies in: the way to one printer, with what it has said and what it still owes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from common.domain.text import Text
from common.ports.awake import NAP, now
from common.ports.port import Port
from common.printing.errors import PrinterUnreachable
from common.printing.patience import Patience
from common.printing.replies import (
    BufferedStatus,
    Demultiplexer,
    FullStatus,
    ProcessId,
    RealTimeStatus,
    Reply,
)
from common.printing.signs import FULL_STATUS
from common.printing.transports import open_transport

Kind = TypeVar("Kind", bound=Reply)

_INBOX_LIMIT = 256
_NOISE_TOLERATED = 2
"""Bytes that fit no reply before a printer counts as babbling (wrong speed, wrong device)."""
_UNASKED_TOLERATED = 4
"""Valid replies to questions that nobody asked: stray ones occur, a stream of them is noise."""
_RETIRED = Text("程序正在退出", "this program is ending")


class Conversation:
    """Used from one thread. The port is opened when first needed, and again after it was lost.

    Whatever touches the port may raise PrinterUnreachable, whatever writes also PrinterTimeout.
    """

    def __init__(self, url: str, patience: Patience, full_status: bool) -> None:
        self._url = url
        self._patience = patience
        self._transport: Port | None = None
        self._demultiplexer = Demultiplexer(full_status)
        self._inbox: list[Reply] = []
        self._unasked = 0
        self._owes_status = False
        self._fresh = True
        """True until the first look after opening: what a device says on waking is no babble."""
        self._retired = False
        self.proofs: set[bytes] = set()
        """Process ids that came and nobody has taken yet."""

    # -- the port ----------------------------------------------------------------------------------

    @property
    def transport(self) -> Port:
        """The port, opened when it is not."""
        if self._retired:
            raise PrinterUnreachable(url=self._url, reason=_RETIRED, written=0)
        if self._transport is None:
            self._transport = open_transport(self._url, self._patience.connect)
            self._demultiplexer.restart()
            self._inbox.clear()
            self._fresh = True
        return self._transport

    @property
    def stays(self) -> bool:
        """True while the port is open and may stay so: what the printer says is heard."""
        return self._transport is not None and self._transport.stays_open

    def let_go(self, lost: bool) -> None:
        """After each use: close a port that failed in the middle of it, or that others need too."""
        if lost or not self.stays:
            self.close()

    def retire(self) -> None:
        """From any thread: what is under way ends at its next look, and nothing begins any more."""
        self._retired = True

    def close(self) -> None:
        """Let go of the port."""
        if self._transport is not None:
            self._transport.close()
            self._transport = None

    def write(self, data: bytes, seconds: float) -> None:
        """Hand over all of `data`."""
        self.transport.write(data, seconds)

    # -- questions ---------------------------------------------------------------------------------

    def ask(self, n: int, crossing: float = 0.0) -> bytes | None:
        """What answers ``DLE EOT n``: one byte, or four for the full status; None without one.

        The question may reach the printer `crossing` seconds late, behind what was sent before.
        """
        seconds = self._patience.reply + crossing
        self._drop_unasked()
        self.write(bytes((0x10, 0x04, n)), self._patience.reply)
        reply: FullStatus | RealTimeStatus | None
        if n == FULL_STATUS:
            reply = self.expect(FullStatus, seconds)
        else:
            reply = self.expect(RealTimeStatus, seconds)
        if reply is None:
            self._owes_status = True
            return None
        return reply.data if isinstance(reply, FullStatus) else bytes((reply.byte,))

    def ask_all(self, requests: tuple[int, ...], crossing: float = 0.0) -> dict[int, bytes] | None:
        """The answers to several questions; None when one is missing or the printer babbles."""
        self._unasked = 0
        doubted, self._owes_status = self._owes_status, False
        answers: dict[int, bytes] = {}
        for n in requests:
            answer = self.ask(n, crossing)
            if answer is None:
                return None
            answers[n] = answer
        if doubted and self.expect(RealTimeStatus, self._patience.settle) is not None:
            return None  # one too many: an earlier question was answered late, so all are shifted
        self._drop_unasked()
        return None if self._babbles() else answers

    def _drop_unasked(self) -> None:
        before = len(self._inbox)
        self.take(lambda reply: isinstance(reply, RealTimeStatus))
        self._unasked += before - len(self._inbox)

    def _babbles(self) -> bool:
        buffered = sum(isinstance(reply, BufferedStatus) for reply in self._inbox)
        return (
            self._demultiplexer.noise > _NOISE_TOLERATED
            or self._unasked + buffered > _UNASKED_TOLERATED
        )

    # -- replies -----------------------------------------------------------------------------------

    def expect(self, kind: type[Kind], seconds: float) -> Kind | None:
        """The first reply of this kind, taken out of the inbox; None after `seconds` without it."""
        found: list[Kind] = []

        def came() -> bool:
            found.extend(reply for reply in self._inbox if isinstance(reply, kind))
            return bool(found)

        if not self.hear(came, seconds):
            return None
        self._inbox.remove(found[0])
        return found[0]

    def hear(self, met: Callable[[], bool], seconds: float) -> bool:
        """Listen until `met`, which is looked at after every arrival; False after `seconds`."""
        deadline = now() + seconds
        if met():
            return True
        while True:  # at least one look, even in no time at all
            self._listen(min(max(0.0, deadline - now()), NAP))
            if met():
                return True
            if now() >= deadline:
                return False

    def take(self, wanted: Callable[[Reply], bool]) -> bool:
        """Take all such replies that have come out of the inbox; True when there were any."""
        kept = [reply for reply in self._inbox if not wanted(reply)]
        took = len(kept) < len(self._inbox)
        self._inbox = kept
        return took

    def _listen(self, seconds: float) -> bool:
        data = self.transport.read(seconds)
        for reply in self._demultiplexer.feed(data):
            if isinstance(reply, ProcessId):
                self.proofs.add(reply.token)
            else:
                self._inbox.append(reply)
        del self._inbox[:-_INBOX_LIMIT]
        return bool(data)

    def forget(self) -> None:
        """Hear what has come so far and forget it, but for the proofs of earlier jobs.

        After a question that stayed without answer, the answer is waited for, but not long. After
        noise the line is listened to as long: one glitch is forgotten, a babbling device is not.
        """
        settle = self._patience.settle
        if self._owes_status:
            self.expect(RealTimeStatus, settle)
        self._drain()
        noisy = self._demultiplexer.noise > _NOISE_TOLERATED
        self._demultiplexer.restart()
        if noisy and not self._fresh:
            self.hear(lambda: self._demultiplexer.noise > _NOISE_TOLERATED, settle)
        self._fresh = False
        self._inbox.clear()

    def _drain(self) -> None:
        settle = self._patience.settle
        enough = now() + settle
        while now() < enough:
            if not self._listen(settle / 4 if self._demultiplexer.midway else 0.0):
                break
