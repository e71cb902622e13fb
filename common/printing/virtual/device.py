"""The virtual printer itself: knobs, status, receive buffer, and the engine that prints."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PIL import Image

from common.printing.profile import Cutter, Profile, Proof
from common.printing.virtual.head import Head
from common.printing.virtual.paper import Paper
from common.printing.virtual.parser import Command, Parser
from common.printing.virtual.picture import stack
from common.printing.virtual.realtime import RealTimeScanner, Request

NEW_ROLL_MM = 73_000.0
"""80 mm paper of 65 µm on an 18 mm core."""
NEAR_END_MM = 3_000.0
"""What is left when the near-end sensor beside the core sees no paper."""
BUFFER_BYTES = 4096
_XON, _XOFF = b"\x11", b"\x13"
_STEP_ROWS = 8
_LOG_ENTRIES = 400

Send = Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class PaperSlip:
    """A piece of paper that left the printer."""

    number: int
    picture: Image.Image
    """Black on white, one pixel per dot."""
    data: bytes
    """The bytes that made it."""
    cut: bool
    """False when it was torn off or the roll ended in it."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The paper that hangs out of the slot."""

    piece: int
    """Counts up with every cut, so that a viewer knows when to begin anew."""
    bands: tuple[Image.Image, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """What the front of the device shows, and where its knobs stand."""

    power: bool
    cover_open: bool
    cutter_stuck: bool
    paper_mm: float
    near_end: bool
    paper_end: bool
    printing: bool

    @property
    def error(self) -> bool:
        """True when the red light is on."""
        return self.cover_open or self.cutter_stuck or self.paper_end


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Bytes that passed the port."""

    at: datetime
    received: bool
    data: bytes


class VirtualPrinter:
    """Takes bytes from ports, answers as an ESC/POS printer does, and makes slips.

    Thread-safe. `proof` says how much it answers and is the profile's own when None; `speed` is in
    mm/s, the profile's own when None. Observers are called from any thread and must be quick.
    """

    def __init__(
        self,
        profile: Profile,
        *,
        paper_mm: float = NEW_ROLL_MM,
        cover_open: bool = False,
        proof: Proof | None = None,
        speed: float | None = None,
    ) -> None:
        self.profile = profile
        self.proof = profile.proof if proof is None else proof
        self._speed = profile.speed if speed is None else speed
        self._changed = threading.Condition(threading.RLock())
        self._parser, self._head, self._paper = Parser(), Head(profile), Paper(profile)
        self._scanner = RealTimeScanner()
        self._reply: Send | None = None
        self._paper_mm = paper_mm
        self._cover_open, self._cutter_stuck, self._power = cover_open, False, True
        self._hungry, self._held, self._busy = True, False, False
        self._auto_status = 0
        self._epoch = 0
        self._piece_data = bytearray()
        self._pieces = 0
        self._slips: list[PaperSlip] = []
        self._logged = 0
        self._log: deque[LogEntry] = deque(maxlen=_LOG_ENTRIES)
        self._observers: list[Callable[[], None]] = []
        self._stopped = False
        self._engine = threading.Thread(target=self._run, name="virtual-printer", daemon=True)
        self._engine.start()

    def stop(self) -> None:
        """End the engine."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._engine.join()

    # -- what can be seen --------------------------------------------------------------------------

    def observe(self, observer: Callable[[], None]) -> None:
        """Have `observer` called after every change."""
        with self._changed:
            self._observers.append(observer)

    def forget(self, observer: Callable[[], None]) -> None:
        """Call `observer` no more."""
        with self._changed:
            if observer in self._observers:
                self._observers.remove(observer)

    @property
    def slips(self) -> tuple[PaperSlip, ...]:
        """All paper that has left the printer, oldest first."""
        with self._changed:
            return tuple(self._slips)

    @property
    def strip(self) -> Strip:
        """The paper in the slot."""
        with self._changed:
            return Strip(self._pieces, self._paper.bands)

    @property
    def panel(self) -> Panel:
        """Lights and knobs."""
        with self._changed:
            return Panel(
                power=self._power,
                cover_open=self._cover_open,
                cutter_stuck=self._cutter_stuck,
                paper_mm=self._paper_mm,
                near_end=self._paper_mm <= NEAR_END_MM,
                paper_end=self._paper_mm <= 0,
                printing=self._busy,
            )

    @property
    def log(self) -> tuple[LogEntry, ...]:
        """The latest bytes in both directions."""
        with self._changed:
            return tuple(self._log)

    def log_since(self, seen: int) -> tuple[int, tuple[LogEntry, ...]]:
        """How many entries there were so far, and those after the first `seen` still kept."""
        with self._changed:
            new = min(self._logged - seen, len(self._log))
            return self._logged, tuple(self._log)[len(self._log) - new :]

    @property
    def hidden_rows(self) -> int:
        """Rows of dots between head and cutter, inside the device."""
        return self._paper.gap

    def wait_for(self, met: Callable[[], bool], seconds: float) -> bool:
        """Wait until `met` after some change; False when `seconds` pass without it."""
        with self._changed:
            return self._changed.wait_for(met, seconds)

    # -- knobs -------------------------------------------------------------------------------------

    def set_cover(self, opened: bool) -> None:
        """Open or close the cover."""
        with self._changed:
            self._cover_open = opened
            self._status_changed()

    def set_cutter_stuck(self, stuck: bool) -> None:
        """Jam or free the cutter."""
        with self._changed:
            self._cutter_stuck = stuck
            self._status_changed()

    def load_paper(self, millimetres: float = NEW_ROLL_MM) -> None:
        """Put a roll in; a slip in which the old one ended falls out as a torn piece."""
        with self._changed:
            if self._paper_mm <= 0 and self._paper.printed:
                self._tear()
            self._paper_mm = millimetres
            self._status_changed()

    def feed_button(self) -> None:
        """Feed some paper, as long as the button's line feed does."""
        with self._changed:
            if self._ready():
                self._advance(self._head.feed(60))
                self._notify()

    def set_power(self, on: bool) -> None:
        """Switch off (buffers, modes and the slip's rest are lost) or on."""
        with self._changed:
            self._power = on
            self._forget()
            self._head.reset()
            self._auto_status = 0
            self._status_changed()

    # -- the port's side ---------------------------------------------------------------------------

    def receive(self, data: bytes, reply: Send) -> None:
        """Take bytes from a port; answers go back by `reply`, maybe later and from another thread.

        Never blocks: a full buffer is told by XOFF and by `has_room`.
        """
        with self._changed:
            if not self._power:
                return
            self._note(received=True, data=data)
            self._reply = reply
            self._parser.feed(data)
            for request in self._scanner.feed(data):
                self._real_time(request)
            self._hungry = False
            self._hold_or_release()
            self._notify()

    def has_room(self) -> bool:
        """False while the receive buffer is full."""
        with self._changed:
            return self._hungry or len(self._parser) < BUFFER_BYTES

    def _real_time(self, request: Request) -> None:
        if request.name == "DLE EOT" and self.proof is not Proof.NONE:
            self._answer(bytes((self._status_byte(request.parameter),)))
        elif request.name == "DLE DC4 8":
            self._forget()
            if self.proof is Proof.PROCESS_ID:
                self._answer(b"\x37\x25\x00")

    def _status_byte(self, n: int) -> int:
        panel = self.panel
        match n:
            case 1:
                return 0x12 | (0x08 if panel.error else 0)
            case 2:
                cover, end = 0x04 * panel.cover_open, 0x20 * panel.paper_end
                return 0x12 | cover | end | 0x40 * panel.cutter_stuck
            case 3:
                return 0x12 | 0x08 * panel.cutter_stuck
            case _:
                return 0x12 | 0x0C * panel.near_end | 0x60 * panel.paper_end

    def _status_changed(self) -> None:
        if self._auto_status and self._power:
            self._answer(self._automatic_status())
        self._notify()

    def _automatic_status(self) -> bytes:
        panel = self.panel
        first = 0x10 | 0x08 * panel.error | 0x20 * panel.cover_open
        return bytes((first, 0x08 * panel.cutter_stuck, self._roll_bits(), 0x0F))

    def _roll_bits(self) -> int:
        panel = self.panel
        return 0x03 * panel.near_end | 0x0C * panel.paper_end

    def _answer(self, data: bytes) -> None:
        if self._reply is not None:
            self._note(received=False, data=data)
            self._reply(data)

    def _note(self, received: bool, data: bytes) -> None:
        self._log.append(LogEntry(datetime.now().astimezone(), received, data))
        self._logged += 1

    def _hold_or_release(self) -> None:
        waiting = 0 if self._hungry else len(self._parser)
        if not self._held and waiting > BUFFER_BYTES - 256:
            self._held = True
            self._answer(_XOFF)
        elif self._held and waiting < BUFFER_BYTES // 4:
            self._held = False
            self._answer(_XON)

    # -- the engine --------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            with self._changed:
                command = None
                while not self._stopped and command is None:
                    if self._ready():
                        command = self._parser.next()
                    if command is None:
                        self._rest()
                        self._changed.wait()
                if command is None:
                    return
                self._busy = True
                self._piece_data += command.raw
                self._hold_or_release()
                epoch = self._epoch
            self._execute(command, epoch)

    def _rest(self) -> None:
        """Nothing to do, or not able to."""
        if self._ready():
            self._hungry = True
            self._hold_or_release()
        if self._busy:
            self._busy = False
            self._notify()

    def _ready(self) -> bool:
        return self._power and not (self._cover_open or self._cutter_stuck or self._paper_mm <= 0)

    def _execute(self, command: Command, epoch: int) -> None:
        if command.name == "GS V":
            self._print(list(self._paper.feed_for_cut(command.data)), epoch)
            with self._changed:
                if epoch == self._epoch and not self._stopped:
                    self._leave(self._paper.cut(), cut=True)
            return
        with self._changed:
            bands = list(self._head.execute(command))
        self._print(bands, epoch)
        with self._changed:
            if epoch != self._epoch or self._stopped:
                return
            self._respond(command)
            if self.profile.cutter is Cutter.NONE and command.name in ("ESC J", "ESC d"):
                self._tear()

    def _print(self, bands: list[Image.Image], epoch: int) -> None:
        """Move paper at the printer's speed; waits while it cannot, ends early when reset."""
        due = time.monotonic()
        for band in bands:
            row = 0
            while row < band.height:
                rows = min(_STEP_ROWS, band.height - row)
                with self._changed:
                    if not self._ready():
                        self._rest()
                        self._changed.wait_for(lambda: self._ended(epoch) or self._ready())
                        due = time.monotonic()
                    if self._ended(epoch):
                        return
                    self._busy = True
                    self._advance(band.crop((0, row, band.width, row + rows)))
                    self._notify()
                    due += rows / self.profile.dots_per_mm / self._speed
                    left = due - time.monotonic()
                    if left > 0.004:
                        self._changed.wait_for(lambda: self._ended(epoch), left)
                row += rows

    def _ended(self, epoch: int) -> bool:
        return self._stopped or epoch != self._epoch

    def _advance(self, band: Image.Image) -> None:
        self._paper.append(band)
        had = self._paper_mm
        self._paper_mm = max(0.0, had - band.height / self.profile.dots_per_mm)
        passed_end = had > 0 >= self._paper_mm
        if passed_end or had > NEAR_END_MM >= self._paper_mm:
            self._status_changed()

    def _respond(self, command: Command) -> None:
        """Replies that are due when everything before them is on paper."""
        buffered = self.proof in (Proof.PROCESS_ID, Proof.GS_R)
        data = command.data
        match command.name:
            case "GS r" if buffered:
                self._answer(bytes((self._roll_bits() if data[0] in (1, 49) else 0,)))
            case "GS I" if buffered:
                known = data[0] in (1, 2, 3, 49, 50, 51)
                self._answer(b"\x02" if known else b"\x5f" + self.profile.name.en.encode() + b"\0")
            case "GS a" if buffered:
                self._auto_status = data[0]
                if self._auto_status:
                    self._answer(self._automatic_status())
            case "GS (" if data[:1] == b"H" and data[3:5] == b"00":
                if self.proof is Proof.PROCESS_ID:
                    self._answer(b"\x37\x22" + data[5:9] + b"\0")

    def _forget(self) -> None:
        self._epoch += 1
        self._parser.clear()
        self._head.drop_line()
        self._scanner = RealTimeScanner()
        self._hungry = True
        self._hold_or_release()

    def _tear(self) -> None:
        self._leave(self._paper.tear(), cut=False)

    def _leave(self, piece: Image.Image, cut: bool) -> None:
        self._pieces += 1
        picture = stack([piece], piece.width)
        self._slips.append(PaperSlip(self._pieces, picture, bytes(self._piece_data), cut))
        self._piece_data.clear()
        self._notify()

    def _notify(self) -> None:
        self._changed.notify_all()
        for observer in self._observers:
            observer()
