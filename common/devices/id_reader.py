"""An identity-card reader: waits for a card, reads its words, and says calmly why it could not."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from common.devices import sdt
from common.devices.address import DeviceAddress
from common.devices.device import DeviceFault, PortDevice
from common.devices.id_card import RECORD, IdCard
from common.devices.reader_words import NOISE, OTHER_CARD, SILENT, card_words, reader_fault
from common.devices.sdt import Answer, Sw
from common.domain.text import Text
from common.ports.awake import NAP, now

log = logging.getLogger(__name__)

_LENGTHS = 4
"""Bytes before the text: how long text and photo are."""
_MODULE = 16
_TRIES = 3
_QUIET = 0.03
_OLD_PIECES = 8


@dataclass(frozen=True, slots=True)
class CardTrouble:
    """A card lies there and was not read."""

    words: Text
    """What the person who put it there does now."""
    sw: int = 0
    """What the reader said, for the log."""


CardEvent = IdCard | CardTrouble


@dataclass(frozen=True, slots=True)
class ReaderPatience:
    """Seconds."""

    connect: float = 3.0
    answer: float = 1.0
    """For a short command."""
    read: float = 3.0
    """For the contents of a card, which the reader fetches by radio."""
    poll: float = 0.3
    """Between two looks for a card."""
    same: float = 2.0
    """A card that slips and is found again within this time is the same one."""


class IdReader(PortDevice[CardEvent]):
    """A reader on a serial line. `today` is the hall's date, against which numbers are checked.

    Each card is handed over once for each time that it is put there.
    """

    def __init__(
        self,
        url: str,
        address: DeviceAddress,
        today: Callable[[], date],
        patience: ReaderPatience | None = None,
    ) -> None:
        self._patience = patience or ReaderPatience()
        super().__init__(url, address, self._patience.connect)
        self._today = today
        self._parser = sdt.FrameParser()
        self._lies = False
        """A card lies there and has been dealt with."""
        self._unread: CardTrouble | None = None
        self._tries = 0
        self._key = secrets.token_bytes(32)
        self._last = b""
        """A keyed hash of the last card, whose key never leaves this object."""
        self._seen = float("-inf")
        self._next_poll = float("-inf")

    def look(self, seconds: float) -> CardEvent | None:
        deadline = time.monotonic() + seconds
        while True:
            left = deadline - time.monotonic()
            wait = self._next_poll - time.monotonic()
            if wait > max(left, 0.0):
                time.sleep(max(left, 0.0))
                return None
            time.sleep(max(wait, 0.0))
            event = self._look_once()
            self._next_poll = time.monotonic() + self._patience.poll
            if event is not None or time.monotonic() >= deadline:
                return event

    def sam_id(self) -> str:
        """The number of the security module in the reader: that it answers, and as what."""
        answer = self._asked(sdt.SAM_ID, self._patience.answer)
        if answer.sw != Sw.OK:
            raise DeviceFault(url=self.url, reason=reader_fault(answer.sw) or NOISE)
        return _module_number(bytes(answer.data))

    def close(self) -> None:
        super().close()
        self._parser.forget()
        self._lies, self._unread, self._tries = False, None, 0
        self._last = b""
        self._next_poll = float("-inf")

    # -- cards -------------------------------------------------------------------------------------

    def _look_once(self) -> CardEvent | None:
        found = self._asked(sdt.FIND, self._patience.answer)
        if found.sw != Sw.FOUND:
            self._expect_no_fault(found.sw)
            return self._nothing_there()
        if self._lies:
            self._seen = time.monotonic()
            return None
        selected = self._asked(sdt.SELECT, self._patience.answer)
        if selected.sw != Sw.OK:
            return self._not_read(selected.sw)
        answer = self._asked(sdt.READ, self._patience.read)
        try:
            if answer.sw != Sw.OK:
                return self._not_read(answer.sw)
            return self._read(answer.data)
        finally:
            answer.wipe()

    def _nothing_there(self) -> CardTrouble | None:
        """Many readers say so too while the card that they read still lies there."""
        self._lies, self._tries = False, 0
        if time.monotonic() - self._seen > self._patience.same:
            self._last = b""
        unread, self._unread = self._unread, None
        return unread

    def _not_read(self, sw: int) -> CardTrouble | None:
        """Try again, since a card on its way down is often found too early; then say so once."""
        trouble = CardTrouble(card_words(sw), sw)
        self._expect_no_fault(sw)
        self._tries += 1
        if self._tries < _TRIES:
            self._unread = trouble
            return None
        log.info("card not read sw=%02x", sw)
        return self._dealt_with(trouble)

    def _dealt_with(self, trouble: CardTrouble) -> CardTrouble:
        self._lies, self._unread, self._tries = True, None, 0
        return trouble

    def _read(self, data: bytearray) -> CardEvent | None:
        record = _record(data)
        if record is None:
            return self._not_read(Sw.NOT_READ)
        digest = hmac.digest(self._key, record, hashlib.sha256)
        seen = time.monotonic()
        again = digest == self._last and seen - self._seen < self._patience.same
        self._last, self._seen = digest, seen
        card = IdCard(record)
        record[:] = bytes(len(record))
        self._lies, self._unread, self._tries = True, None, 0
        if again:
            card.wipe()
            return None
        if card.is_foreigners:
            card.wipe()
            return CardTrouble(OTHER_CARD)
        fault = card.fault(self._today())
        if fault is not None:
            card.wipe()
            return CardTrouble(fault)
        log.info("card read")
        return card

    # -- the line ----------------------------------------------------------------------------------

    def _asked(self, command: bytes, seconds: float) -> Answer:
        """The answer to a command. Raises DeviceFault when there is none that can be understood."""
        for _ in range(_TRIES):
            answer = self._ask_once(command, seconds)
            if answer is not None and answer.sw not in (Sw.BAD_CHECK, Sw.BAD_LENGTH):
                return answer
            self._let_pass()
        raise DeviceFault(url=self.url, reason=NOISE)

    def _ask_once(self, command: bytes, seconds: float) -> Answer | None:
        """None when what came was damaged."""
        port = self.port()
        for _ in range(_OLD_PIECES):
            if not port.read(0):  # what comes before a command answers an older one
                break
        self._parser.forget()
        port.write(sdt.framed(command), self._patience.answer)
        deadline = now() + seconds
        heard = 0
        while (left := deadline - now()) > 0:
            data = port.read(min(left, NAP))
            heard += len(data)
            for contents in self._parser.feed(data):
                answer = sdt.answer_in(contents)
                if answer is not None:
                    self._parser.forget()
                    return answer
            if self._parser.damaged:
                return None
        if heard:
            return None
        self._let_pass()
        raise DeviceFault(url=self.url, reason=SILENT)

    def _let_pass(self) -> None:
        """Hear the rest of what was late or damaged, lest it be taken for the next answer."""
        deadline = now() + self._patience.answer
        while self.port().read(_QUIET) and now() < deadline:
            pass
        self._parser.forget()

    def _expect_no_fault(self, sw: int) -> None:
        """Raises DeviceFault for what only a technician can help."""
        reason = reader_fault(sw)
        if reason is not None:
            raise DeviceFault(url=self.url, reason=reason)


def _record(data: bytearray) -> bytearray | None:
    """The text of a card; None when the lengths that stand before it do not agree."""
    text = int.from_bytes(data[0:2], "big")
    photo = int.from_bytes(data[2:4], "big")
    whole = len(data) == _LENGTHS + text + photo
    return data[_LENGTHS : _LENGTHS + RECORD] if whole and text == RECORD else None


def _module_number(data: bytes) -> str:
    """As makers print it: two short numbers, a date, two counts; all are little-endian."""
    if len(data) < _MODULE:
        return data.hex()
    numbers = [int.from_bytes(data[at:to], "little") for at, to in pairwise((0, 2, 4, 8, 12, 16))]
    return "{:02}.{:02}-{:08}-{:010}-{:010}".format(*numbers)
