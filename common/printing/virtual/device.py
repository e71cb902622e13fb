"""The virtual printer itself: its port's side, its knobs, and the engine that prints."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PIL import Image

from common.printing.profile import Cutter, Profile, Proof
from common.printing.signs import FULL_STATUS
from common.printing.virtual.buffer import ReceiveBuffer
from common.printing.virtual.build import Build
from common.printing.virtual.byte_log import ByteLog, LogEntry
from common.printing.virtual.condition import Faults
from common.printing.virtual.head import Head
from common.printing.virtual.line import Flow, Line, PortKind, Send, Wire
from common.printing.virtual.mechanism import Mechanism, PaperSlip
from common.printing.virtual.panel import Panel, Strip
from common.printing.virtual.parser import Command, Parser
from common.printing.virtual.queries import buffered_answer
from common.printing.virtual.realtime import RealTimeScanner, Request

NEW_ROLL_MM = 73_000.0
"""80 mm paper of 65 µm on an 18 mm core."""
KEPT_SLIPS = 200
_STEP_ROWS = 8
_CREDIT = 0.02
"""Seconds by which the engine may run late and make up for it."""
_CUTS = ("GS V", "ESC i", "ESC m")


class VirtualPrinter:
    """Takes bytes from ports, answers as an ESC/POS printer does, and makes slips.

    Thread-safe. `proof` says how much it answers, `build` what else it is made of; both are the
    profile's own when None, as are `speed` in mm/s, `roll_mm` (a new roll) and `paper_mm` (what is
    left; a whole roll when None). Observers are called from any thread and must be quick.
    """

    def __init__(
        self,
        profile: Profile,
        *,
        paper_mm: float | None = None,
        cover_open: bool = False,
        proof: Proof | None = None,
        speed: float | None = None,
        build: Build | None = None,
        line: Line | None = None,
        faults: Faults | None = None,
        roll_mm: float | None = None,
        keep_slips: int = KEPT_SLIPS,
    ) -> None:
        self.profile = profile
        self.build = build or Build.of(profile, proof=proof)
        self._changed = threading.Condition(threading.RLock())
        faults = faults or Faults()
        roll_mm = profile.roll_mm if roll_mm is None else roll_mm
        self._mechanism = Mechanism(
            profile,
            self.build,
            roll_mm,
            roll_mm if paper_mm is None else paper_mm,
            replace(faults, cover_open=faults.cover_open or cover_open),
        )
        self._wire = Wire(line or Line(), self._arrive)
        self._buffer = ReceiveBuffer(self._wire)
        self._parser, self._head = Parser(), Head(profile, self.build)
        self._scanner = RealTimeScanner()
        self._reply: Send | None = None
        self._busy, self._due = False, 0.0
        self._auto_mask = 0
        self._auto_told: tuple[bool, ...] = ()
        self._epoch = 0
        self._slips: deque[PaperSlip] = deque(maxlen=keep_slips)
        self._log = ByteLog()
        self._observers: list[Callable[[], None]] = []
        self._stopped = False
        self.set_speed(profile.speed if speed is None else speed)
        self._engine = threading.Thread(target=self._run, name="virtual-printer", daemon=True)
        self._engine.start()

    def stop(self) -> None:
        """End the engine and the line."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._engine.join()
        self._wire.stop()

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
    def proof(self) -> Proof:
        """How much it answers."""
        return self.build.proof

    @property
    def slips(self) -> tuple[PaperSlip, ...]:
        """The latest paper that has left the printer, oldest first; all of it while it is few."""
        with self._changed:
            return tuple(self._slips)

    @property
    def slip_count(self) -> int:
        """How many slips have left the printer so far."""
        return self._mechanism.pieces

    @property
    def strip(self) -> Strip:
        """The paper in the slot."""
        with self._changed:
            paper = self._mechanism.paper
            return Strip(self._mechanism.pieces, paper.bands, paper.dropped)

    @property
    def panel(self) -> Panel:
        """Lights and knobs."""
        with self._changed:
            state, condition = self._mechanism, self._mechanism.condition
            return Panel(
                power=state.power,
                faults=state.faults,
                paper_mm=state.paper_mm,
                stripe_rows=state.stripe_rows,
                near_end=condition.near_end,
                paper_end=condition.paper_end,
                printing=self._busy,
                temperature=state.heat.temperature,
                too_hot=condition.hot,
                slip_waits=condition.slip_waits,
                slips=state.pieces,
                buffered=self._wire.coming + len(self._buffer) + len(self._parser),
                held=self._buffer.held,
                lost_bytes=self._buffer.lost,
            )

    @property
    def line(self) -> Line:
        """How the line is set."""
        return self._wire.line

    @property
    def speed(self) -> float:
        """mm/s."""
        return self._speed

    @property
    def clear_to_send(self) -> bool:
        """The printer's own wire to the host's CTS: low while it is full, or switched off."""
        with self._changed:
            held = self._buffer.held and self.line.flow is Flow.RTSCTS
            return self._mechanism.power and not held

    @property
    def log(self) -> tuple[LogEntry, ...]:
        """The latest bytes in both directions."""
        with self._changed:
            return self._log.entries

    def log_since(self, seen: int) -> tuple[int, tuple[LogEntry, ...]]:
        """How many entries there were so far, and those after the first `seen` still kept."""
        with self._changed:
            return self._log.since(seen)

    @property
    def hidden_rows(self) -> int:
        """Rows of dots between head and cutter, inside the device."""
        return self._mechanism.paper.gap

    def wait_for(self, met: Callable[[], bool], seconds: float) -> bool:
        """Wait until `met` after some change; False when `seconds` pass without it."""
        with self._changed:
            return self._changed.wait_for(met, seconds)

    # -- knobs -------------------------------------------------------------------------------------

    def set_faults(self, **changes: bool) -> None:
        """Break or repair what `Faults` names."""
        with self._changed:
            self._mechanism.set_faults(**changes)
            self._wire.babble(self._babbler() if self._mechanism.faults.babbling else None)
            self._status_changed()

    def set_cover(self, opened: bool) -> None:
        """Open or close the cover."""
        self.set_faults(cover_open=opened)

    def set_cutter_stuck(self, stuck: bool) -> None:
        """Jam or free the cutter."""
        self.set_faults(cutter_stuck=stuck)

    def jam_next_cut(self) -> None:
        """Let the cutter catch at the next cut, so that ``DLE ENQ`` or its knob frees it."""
        with self._changed:
            self._mechanism.jams_next_cut = True

    def set_line(self, **changes: Any) -> None:
        """Change settings that `Line` names."""
        with self._changed:
            self._wire.set(**changes)
            self._hold_or_release()
            self._notify()

    def set_speed(self, millimetres_per_second: float) -> None:
        """Print faster or slower. The head cools as much faster as it prints faster."""
        with self._changed:
            self._speed = millimetres_per_second
            self._mechanism.heat.haste = millimetres_per_second / self.profile.speed
            self._notify()

    def load_paper(self, millimetres: float | None = None) -> None:
        """Put a roll in, a new one by default.

        A slip in which the old roll ended falls out as a torn piece.
        """
        with self._changed:
            state = self._mechanism
            if state.paper_end and state.paper.printed:
                self._leave(state.tear())
            state.paper_mm = state.roll_mm if millimetres is None else millimetres
            self._status_changed()

    def feed_button(self) -> None:
        """Feed some paper, as long as the button's line feed does."""
        with self._changed:
            if self._mechanism.ready:
                self._advance(self._head.feed(60))
                self._notify()

    def tear_off(self) -> None:
        """Tear off what hangs out of the slot."""
        with self._changed:
            if self._mechanism.paper.printed:
                self._leave(self._mechanism.tear())

    def take_slip(self) -> None:
        """Take the slip that waits in the presenter."""
        with self._changed:
            self._mechanism.waiting = None
            self._status_changed()

    def set_power(self, on: bool) -> None:
        """Switch off (buffers, modes and the slip's rest are lost) or on."""
        with self._changed:
            self._mechanism.power = on
            self._wire.cut_off()
            self._forget()
            self._head.reset()
            self._auto_mask = 0
            self._wire.babble(self._babbler() if self._mechanism.faults.babbling else None)
            self._status_changed()

    # -- the port's side ---------------------------------------------------------------------------

    def receive(self, data: bytes, reply: Send, port: PortKind = PortKind.DIRECT) -> None:
        """Take bytes from a port; answers go back by `reply`, maybe later and from another thread.

        Never blocks; before it reads, a port asks `has_room`.
        """
        with self._changed:
            if not self._mechanism.power:
                return
            new_host = reply != self._reply
            self._reply, self._buffer.port = reply, port
            if new_host and self._mechanism.faults.babbling:
                self._wire.babble(self._babbler())
        self._wire.carry_in(data)

    def has_room(self, port: PortKind = PortKind.NETWORK) -> bool:
        """False while a port of this kind does not read: the host's own buffer fills instead."""
        with self._changed:
            return not self._mechanism.power or self._buffer.has_room(port)

    def _arrive(self, data: bytes) -> None:
        with self._changed:
            faults = self._mechanism.faults
            deaf = faults.dead or not self._mechanism.power
            self._log.note(received=True, data=data, lost=deaf)
            if not deaf:
                start = 0
                for request in self._scanner.feed(data):
                    self._buffer.store(data[start : request.end])
                    start = request.end
                    self._real_time(request)
                self._buffer.store(data[start:])
                self._hold_or_release()
            self._notify()

    def _real_time(self, request: Request) -> None:
        match request.name, request.parameter:
            case "DLE EOT", n if self.proof is not Proof.NONE:
                if n != FULL_STATUS or self._knows_full_status:
                    signs = self.profile.status
                    self._answer(self._mechanism.condition.real_time_status(n, signs))
            case "DLE ENQ", what:
                if what == 2:
                    self._forget()
                if self._mechanism.faults.cutter_stuck and self._mechanism.jams_next_cut:
                    self._mechanism.jams_next_cut = False
                    self.set_cutter_stuck(False)
            case "DLE DC4 8", _ if self.build.clears:
                self._forget()
                self._answer(b"\x37\x25\x00")

    @property
    def _knows_full_status(self) -> bool:
        return self.build.presenter or FULL_STATUS in self.profile.status.requests

    def _status_changed(self) -> None:
        watched = self._mechanism.condition.watched(self._auto_mask)
        if self._auto_mask and self._mechanism.power and watched != self._auto_told:
            self._answer(self._mechanism.condition.automatic_status())
        self._auto_told = watched
        self._hold_or_release()
        self._notify()

    def _answer(self, data: bytes, flow_control: bool = False) -> None:
        state = self._mechanism
        if self._reply is not None and state.power and not state.faults.dead:
            arrives = self._wire.carry_out(data, self._reply, flow_control)
            self._log.note(received=False, data=data, lost=not arrives)

    def _babbler(self) -> Send | None:
        return self._reply if self._mechanism.power else None

    def _hold_or_release(self) -> None:
        state = self._mechanism
        if state.power:  # whom it held it releases when it is switched on
            word = self._buffer.hold_or_release(offline=not state.ready)
            if word:
                self._answer(word, flow_control=True)

    # -- the engine --------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            with self._changed:
                command = None
                while not self._stopped and command is None:
                    command = self._next_command() if self._mechanism.ready else None
                    if command is None:
                        self._rest()
                if command is None:
                    return
                self._busy = True
                self._mechanism.remember(command.raw)
                self._hold_or_release()
                epoch = self._epoch
            self._execute(command, epoch)

    def _next_command(self) -> Command | None:
        command = self._parser.next()
        while command is None and self._buffer:
            self._parser.feed(self._buffer.take())
            command = self._parser.next()
        if command is None:
            self._hold_or_release()
        return command

    def _rest(self) -> None:
        """Nothing to do, or not able to, until something changes or the head has cooled."""
        if self._busy:
            self._busy = False
            self._notify()
        cooling = self._mechanism.heat.rest_seconds
        self._changed.wait(cooling or None)
        if cooling:
            self._status_changed()
        self._due = time.monotonic()

    def _execute(self, command: Command, epoch: int) -> None:
        if command.name in _CUTS and self.build.cutter is not Cutter.NONE:
            self._cut(command, epoch)
            return
        with self._changed:
            if self._ended(epoch):
                return
            bands = list(self._head.execute(command))
        self._print(bands, epoch)
        with self._changed:
            if self._ended(epoch):
                return
            self._respond(command)
            if self.build.cutter is Cutter.NONE and command.name in ("ESC J", "ESC d"):
                self._leave(self._mechanism.tear())

    def _cut(self, command: Command, epoch: int) -> None:
        feed = self._mechanism.paper.feed_for_cut(command.data or b"\0")
        self._print(feed, epoch)
        with self._changed:
            if self._mechanism.jams_next_cut:
                self.set_cutter_stuck(True)
            while not self._ended(epoch) and not self._mechanism.ready:
                self._rest()
            if not self._ended(epoch):
                self._leave(self._mechanism.cut())

    def _print(self, bands: Iterable[Image.Image], epoch: int) -> None:
        """Move paper at the printer's speed; waits while it cannot, ends early when reset."""
        self._due = max(self._due, time.monotonic() - _CREDIT)
        for band in bands:
            for row in range(0, band.height, _STEP_ROWS):
                rows = min(_STEP_ROWS, band.height - row)
                piece = band if rows == band.height else band.crop((0, row, band.width, row + rows))
                with self._changed:
                    while not self._ended(epoch) and not self._mechanism.ready:
                        self._rest()
                    if self._ended(epoch):
                        return
                    self._busy = True
                    self._advance(piece)
                    self._notify()
                    self._due += rows / self.profile.dots_per_mm / self._speed
                    left = self._due - time.monotonic()
                    if left > 0.004:
                        self._changed.wait_for(lambda: self._ended(epoch), left)

    def _ended(self, epoch: int) -> bool:
        return self._stopped or epoch != self._epoch

    def _advance(self, band: Image.Image) -> None:
        state = self._mechanism
        before = state.condition
        state.advance(band)
        if state.condition != before:
            self._status_changed()

    def _respond(self, command: Command) -> None:
        """Replies that are due when everything before them is on paper."""
        condition = self._mechanism.condition
        if command.name == "GS a" and self.build.asb:
            self._auto_mask = command.data[0]
            self._auto_told = condition.watched(self._auto_mask)
            if self._auto_mask:
                self._answer(condition.automatic_status())
        elif answer := buffered_answer(command, self.build, condition, self.profile):
            self._answer(answer)

    def _forget(self) -> None:
        self._epoch += 1
        self._buffer.clear()
        self._parser.clear()
        self._head.drop_line()
        self._scanner = RealTimeScanner()
        self._hold_or_release()
        self._changed.notify_all()

    def _leave(self, slip: PaperSlip) -> None:
        self._slips.append(slip)
        self._notify()

    def _notify(self) -> None:
        self._changed.notify_all()
        for observer in self._observers:
            observer()
