"""An identity-card reader that speaks the serial protocol, with faults to choose from."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from common.devices import sdt
from common.devices.id_card import RECORD
from common.devices.sdt import Sw
from common.devices.virtual.persons import Person

_PHOTO = 1024
_MODULE = b"".join(
    number.to_bytes(size, "little")
    for number, size in ((5, 2), (1, 2), (20260102, 4), (214_690, 4), (124_097, 4))
)
"""The number of its security module: maker, model, date, and two counts."""

Send = Callable[[bytes], None]


@dataclass(frozen=True, slots=True)
class ReaderFaults:
    """What can be wrong with it."""

    slow: float = 0.0
    """Seconds before each answer."""
    noise: int = 0
    """Senseless bytes before each answer."""
    wrong_check: int = 0
    """Per cent of answers whose check byte is wrong."""
    authentication: bool = False
    """Cards are not verified."""
    unauthorised: bool = False
    """Its security module was never authorised."""
    moving: bool = False
    """The card is gone before it is read."""
    forgetful: bool = False
    """A card that lies there is found again after it was read, as some makes do."""
    dead: bool = False
    """It hears nothing."""


class VirtualIdReader:
    """One reader. Any thread may put a card on it; ports tell it what they hear."""

    def __init__(self, faults: ReaderFaults | None = None, seed: int = 0) -> None:
        self._faults = faults or ReaderFaults()
        self._random = Random(seed)
        self._lock = threading.Lock()
        self._parser = sdt.FrameParser()
        self._card: Person | None = None
        self._found = self._selected = self._done = False
        self._lifted = False
        """A card was taken off, and no one has asked since."""
        self._observers: list[Callable[[], None]] = []
        self.reads = 0
        """How many times the words of a card were given out."""
        self.asked = 0
        """How many commands were understood."""

    @property
    def faults(self) -> ReaderFaults:
        return self._faults

    @property
    def card(self) -> Person | None:
        return self._card

    @property
    def read(self) -> bool:
        """Whether the card that lies there has been read."""
        return self._done

    def observe(self, tell: Callable[[], None]) -> None:
        """Call `tell` after every change and answer, from any thread."""
        self._observers.append(tell)

    def forget(self, tell: Callable[[], None]) -> None:
        """Call it no more."""
        self._observers.remove(tell)

    def _tell(self) -> None:
        for tell in tuple(self._observers):
            tell()

    def set_faults(self, **changes: float | bool) -> None:
        """Change some faults, by the names of `ReaderFaults`."""
        with self._lock:
            self._faults = replace(self._faults, **changes)  # type: ignore[arg-type]
        self._tell()

    def place(self, person: Person) -> None:
        """Put this person's card on the reader, after taking off the one that lies there."""
        with self._lock:
            self._lifted = self._card is not None
            self._card = person
            self._found = self._selected = self._done = False
        self._tell()

    def remove(self) -> None:
        """Take the card off."""
        with self._lock:
            self._card = None
            self._found = self._selected = self._done = False
        self._tell()

    def receive(self, data: bytes, send: Send) -> None:
        """Hear bytes on the line and answer by `send`."""
        with self._lock:
            if self._faults.dead:
                return
            commands = self._parser.feed(data)
            damaged, self._parser.damaged = self._parser.damaged, 0
            answers = [self._answer(bytes(command)) for command in commands]
            if damaged and not answers:
                answers = [_said(Sw.BAD_CHECK)]
            spoken = [self._spoken(answer) for answer in answers]
            slow = self._faults.slow
        for answer in spoken:
            if slow:
                time.sleep(slow)
            send(answer)
        if spoken:
            self._tell()

    def _answer(self, command: bytes) -> bytes:
        self.asked += 1
        if self._faults.unauthorised:
            return _said(Sw.UNAUTHORISED)
        match command:
            case sdt.STATUS | sdt.RESET:
                return _said(Sw.OK)
            case sdt.SAM_ID:
                return _said(Sw.OK, _MODULE)
            case sdt.FIND:
                return self._find()
            case sdt.SELECT:
                return self._select()
            case sdt.READ:
                return self._read()
        return _said(Sw.BAD_COMMAND)

    def _find(self) -> bytes:
        self._selected = False
        there = self._card is not None and not self._lifted
        self._lifted = False
        self._found = there and (not self._done or self._faults.forgetful)
        return _said(Sw.FOUND, bytes(4)) if self._found else _said(Sw.NO_CARD)

    def _select(self) -> bytes:
        self._selected = self._found and not self._faults.moving
        return _said(Sw.OK, bytes(8)) if self._selected else _said(Sw.NOT_SELECTED)

    def _read(self) -> bytes:
        card = self._card
        if card is None or not self._selected:
            return _said(Sw.NOT_READ)
        if self._faults.authentication:
            return _said(Sw.NOT_AUTHENTIC_CARD)
        self._done, self._selected = True, False
        self.reads += 1
        lengths = RECORD.to_bytes(2, "big") + _PHOTO.to_bytes(2, "big")
        return _said(Sw.OK, lengths + card.record() + bytes(_PHOTO))

    def _spoken(self, answer: bytes) -> bytes:
        if self._random.uniform(0, 100) < self._faults.wrong_check:
            answer = answer[:-1] + bytes((answer[-1] ^ 0x5A,))
        return self._random.randbytes(self._faults.noise) + answer


def _said(sw: Sw, data: bytes = b"") -> bytes:
    return sdt.framed(bytes((0, 0, sw)) + data)
