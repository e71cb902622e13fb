"""The serial protocol of identity-card readers (SDT, SAM), as their makers publish it.

A frame is ``AA AA AA 96 69``, two bytes of length, what it says, and the exclusive or of length and
contents. The length counts all behind itself. Commands are two bytes; answers begin with three, of
which the last tells how it went.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import reduce
from operator import xor

PREAMBLE = bytes.fromhex("aaaaaa9669")
_HEAD = len(PREAMBLE) + 2
_STATUS = 3
_SHORTEST = _STATUS
"""A command and its check."""
_LONGEST = 2_600
"""Text, photo and two fingerprints are 2,310 bytes."""

RESET = b"\x10\xff"
STATUS = b"\x11\xff"
SAM_ID = b"\x12\xff"
FIND = b"\x20\x01"
SELECT = b"\x20\x02"
READ = b"\x30\x01"


class Sw(IntEnum):
    """How a command went: the third byte of an answer."""

    OK = 0x90
    NO_CONTENT = 0x91
    FOUND = 0x9F
    BAD_CHECK = 0x10
    BAD_LENGTH = 0x11
    BAD_COMMAND = 0x21
    NOT_AUTHENTIC_CARD = 0x31
    NOT_AUTHENTIC_READER = 0x32
    WRONG_CARD = 0x40
    NOT_READ = 0x41
    SELF_TEST = 0x60
    UNAUTHORISED = 0x66
    NO_CARD = 0x80
    NOT_SELECTED = 0x81


def framed(contents: bytes) -> bytes:
    """A frame, whichever way it goes."""
    body = (len(contents) + 1).to_bytes(2, "big") + contents
    return PREAMBLE + body + bytes((checked(body),))


def checked(data: Iterable[int]) -> int:
    """The check byte; 0 over a whole frame without its preamble."""
    return reduce(xor, data, 0)


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What a reader said. Its data may be a person's."""

    sw: int
    data: bytearray

    def __repr__(self) -> str:
        return f"Answer(sw={self.sw:02x}, {len(self.data)} bytes)"

    def wipe(self) -> None:
        """Overwrite the data."""
        self.data[:] = bytes(len(self.data))


class FrameParser:
    """Finds whole frames in whatever arrives, in pieces, between and behind noise."""

    def __init__(self) -> None:
        self._heard = bytearray()
        self.damaged = 0
        """How many beginnings of frames had a wrong length or check since `forget`."""

    def feed(self, data: bytes) -> list[bytearray]:
        """The contents of the frames that `data` completes, without their check."""
        self._heard += data
        found = []
        while (contents := self._next()) is not None:
            found.append(contents)
        return found

    def forget(self) -> None:
        """Overwrite and drop what was begun."""
        self._drop(len(self._heard))
        self.damaged = 0

    def _next(self) -> bytearray | None:
        heard = self._heard
        while True:
            start = heard.find(PREAMBLE)
            if start < 0:
                self._drop(len(heard) - len(PREAMBLE) + 1)
                return None
            self._drop(start)
            if len(heard) < _HEAD:
                return None
            length = int.from_bytes(heard[len(PREAMBLE) : _HEAD], "big")
            if _SHORTEST <= length <= _LONGEST:
                end = _HEAD + length
                if len(heard) < end:
                    return None
                if checked(heard[len(PREAMBLE) : end]) == 0:
                    contents = heard[_HEAD : end - 1]
                    self._drop(end)
                    return contents
            # A right frame may begin inside what looked like one.
            self.damaged += 1
            self._drop(1)

    def _drop(self, count: int) -> None:
        if count > 0:
            self._heard[:count] = bytes(count)
            del self._heard[:count]


def answer_in(contents: bytearray) -> Answer | None:
    """The answer in a frame; None for one that is too short for an answer."""
    if len(contents) < _STATUS:
        return None
    answer = Answer(contents[_STATUS - 1], contents[_STATUS:])
    contents[:] = bytes(len(contents))
    return answer
