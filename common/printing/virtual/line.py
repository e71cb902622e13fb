"""The cable between host and printer: how fast it is, who may hold it, and what it loses."""

from __future__ import annotations

import random
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from typing import Any

BUFFER_BYTES = 4096
"""The receive buffer of most printers."""
ON_THE_LINE = 13_824
"""Bytes that a pseudo-terminal still delivers after XOFF; a real UART holds them back itself."""
_STEP = 0.005
"""Seconds between two deliveries of a paced line."""
_BABBLE_STEP, _BABBLE_BYTES = 0.02, 16

Send = Callable[[bytes], None]


class Flow(StrEnum):
    """How the printer tells the host to wait."""

    XONXOFF = "xonxoff"
    RTSCTS = "rtscts"
    NONE = "none"
    """Not at all: what does not fit into the buffer is lost."""


class PortKind(Enum):
    """Where bytes come from, and so what a full buffer means for them."""

    DIRECT = "direct"
    """From this process: XON/XOFF is told, nothing is lost."""
    NETWORK = "network"
    """The port stops reading: no XON/XOFF, nothing is lost."""
    SERIAL = "serial"
    """As `Line.flow` says."""
    DEAF = "deaf"
    """A serial line whose host does not listen to XOFF."""


@dataclass(frozen=True, slots=True)
class Line:
    """The settings of the line. The defaults are as fast as the computer and lose nothing."""

    baud: int = 0
    """Ten bits a byte, in both directions; 0 = as fast as it goes."""
    flow: Flow = Flow.XONXOFF
    buffer_bytes: int = BUFFER_BYTES
    busy_offline: bool = False
    """True when the printer holds the line also while it is off line (a DIP switch of Epson's)."""
    reply_loss: float = 0.0
    """Per cent of replies that never arrive."""
    latency_ms: float = 0.0
    """Before each reply."""
    noise: float = 0.0
    """Per cent of replies before which one to three senseless bytes arrive."""
    seed: int = 0
    """Of chance: the same seed loses the same replies."""

    @property
    def seconds_per_byte(self) -> float:
        """0 when it is not paced."""
        return 10 / self.baud if self.baud else 0.0


class Wire:
    """Carries bytes both ways as its `Line` says.

    `arrive` is called with what reaches the printer, at once or from the wire's own thread, which
    runs only when the line is paced, late, or babbled on.
    """

    def __init__(self, line: Line, arrive: Callable[[bytes], None]) -> None:
        self._line = line
        self._arrive = arrive
        self._chance = random.Random(line.seed)
        self._changed = threading.Condition()
        self._coming = bytearray()
        self._crossed_at = 0.0
        self._going: deque[tuple[float, bytes, Send]] = deque()
        self._free_at = 0.0
        self._babble: Send | None = None
        self._babbled_at = 0.0
        self._stopped = False
        self._thread: threading.Thread | None = None

    @property
    def line(self) -> Line:
        """How it is set."""
        return self._line

    def set(self, **changes: Any) -> None:
        """Change settings of the line; a new seed begins chance anew."""
        with self._changed:
            self._line = replace(self._line, **changes)
            if "seed" in changes:
                self._chance = random.Random(self._line.seed)
            self._changed.notify_all()

    @property
    def coming(self) -> int:
        """Bytes on their way to the printer."""
        return len(self._coming)

    def carry_in(self, data: bytes) -> None:
        """Bytes from the host."""
        with self._changed:
            at_once = not self._line.baud and not self._coming
            if not at_once:
                if not self._coming:
                    self._crossed_at = time.monotonic()
                self._coming += data
                self._work()
        if at_once:
            self._arrive(data)

    def carry_out(self, data: bytes, send: Send, flow_control: bool = False) -> bool:
        """A reply to the host; False when it gets lost, which flow control never does."""
        with self._changed:
            line = self._line
            if not flow_control and self._happens(line.reply_loss):
                return False
            if not flow_control and self._happens(line.noise):
                data = self._chance.randbytes(self._chance.randint(1, 3)) + data
            at_once = not (line.baud or line.latency_ms or self._going)
            if not at_once:
                start = max(time.monotonic() + line.latency_ms / 1000, self._free_at)
                self._free_at = start + len(data) * line.seconds_per_byte
                self._going.append((self._free_at, data, send))
                self._work()
        if at_once:
            send(data)
        return True

    def _happens(self, per_cent: float) -> bool:
        return bool(per_cent) and self._chance.random() * 100 < per_cent

    def babble(self, send: Send | None) -> None:
        """Send senseless bytes until called with None."""
        with self._changed:
            self._babble = send
            if send is not None:
                self._work()

    def cut_off(self) -> None:
        """What is on its way arrives nowhere."""
        with self._changed:
            self._coming.clear()
            self._going.clear()

    def stop(self) -> None:
        """End the thread, if there is one."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    # -- the thread --------------------------------------------------------------------------------

    def _work(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="virtual-line", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _run(self) -> None:
        while not self._stopped:
            with self._changed:
                due = self._next_due()
                left = None if due is None else due - time.monotonic()
                if left is None or left > 0:
                    self._changed.wait(left)
                arrived, sent = self._crossed(), self._sent()
            if arrived:
                self._arrive(arrived)
            for data, send in sent:
                send(data)

    def _next_due(self) -> float | None:
        dues = [self._going[0][0]] if self._going else []
        if self._coming:
            step = min(len(self._coming) * self._line.seconds_per_byte, _STEP)
            dues.append(self._crossed_at + max(step, self._line.seconds_per_byte))
        if self._babble is not None:
            dues.append(self._babbled_at + _BABBLE_STEP)
        return min(dues, default=None)

    def _crossed(self) -> bytes:
        """What has come all the way to the printer by now."""
        each = self._line.seconds_per_byte
        count = len(self._coming)
        if each:
            count = min(count, int((time.monotonic() - self._crossed_at) / each + 1e-6))
        self._crossed_at += count * each
        arrived = bytes(self._coming[:count])
        del self._coming[:count]
        return arrived

    def _sent(self) -> list[tuple[bytes, Send]]:
        now = time.monotonic()
        sent = []
        while self._going and self._going[0][0] <= now:
            _, data, send = self._going.popleft()
            sent.append((data, send))
        if self._babble is not None and self._babbled_at + _BABBLE_STEP <= now:
            self._babbled_at = now
            sent.append((self._chance.randbytes(_BABBLE_BYTES), self._babble))
        return sent
