"""What a printer says back: one byte stream that mixes several kinds of reply.

Every byte is checked against the fixed bits of its kind (Epson: DLE EOT, GS a, GS r, GS ( H,
DLE DC4). What fits nothing is dropped; silence and noise never mean that paper is there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RealTimeStatus:
    """A reply to ``DLE EOT n``; which n only the asker knows."""

    byte: int


@dataclass(frozen=True, slots=True)
class BufferedStatus:
    """A reply to ``GS r n`` (or ``GS I n``): everything sent before it has been executed."""

    byte: int


@dataclass(frozen=True, slots=True)
class AutomaticStatus:
    """The four bytes of automatic status back (``GS a``)."""

    offline: bool
    cover_open: bool
    error: bool
    near_end: bool
    paper_end: bool


@dataclass(frozen=True, slots=True)
class ProcessId:
    """``37 22 d1..d4 00``: the job with this number is on paper."""

    token: bytes


@dataclass(frozen=True, slots=True)
class BufferCleared:
    """``37 25 00``: the reply to ``DLE DC4`` function 8."""


Reply = RealTimeStatus | BufferedStatus | AutomaticStatus | ProcessId | BufferCleared

_FLOW = frozenset((0x11, 0x13))
_BLOCK_STARTS = frozenset((0x35, 0x37, 0x3B, 0x3D, 0x5F))
_LONGEST_BLOCK = 80


class Demultiplexer:
    """Parts the stream into replies; keeps an unfinished reply for the next bytes."""

    def __init__(self) -> None:
        self.noise = 0
        """Bytes so far that were part of no reply."""
        self._block: bytearray | None = None
        self._automatic = bytearray()

    def feed(self, data: bytes) -> list[Reply]:
        """The replies that these bytes complete, in order."""
        replies: list[Reply] = []
        for byte in data:
            reply = self._take(byte)
            if reply is not None:
                replies.append(reply)
        return replies

    def _take(self, byte: int) -> Reply | None:
        if byte in _FLOW:
            return None
        if self._block is not None:
            if byte >= 0x20 or byte == 0:
                return self._continue_block(byte)
            self._drop_block()  # no block holds such a byte: its start was noise
        if self._automatic:
            if byte & 0x90 == 0:
                self._automatic.append(byte)
                return self._finish_automatic()
            self.noise += len(self._automatic)  # cut short: this byte begins something else
            self._automatic.clear()
        if byte & 0x93 == 0x12:
            return RealTimeStatus(byte)
        if byte & 0x93 == 0x10:
            self._automatic.append(byte)
            return None
        if byte in _BLOCK_STARTS:
            self._block = bytearray((byte,))
            return None
        if byte & 0x90 == 0:
            return BufferedStatus(byte)
        self.noise += 1
        return None

    def _drop_block(self) -> None:
        self.noise += len(self._block or b"")
        self._block = None

    def _continue_block(self, byte: int) -> Reply | None:
        assert self._block is not None
        if byte:
            self._block.append(byte)
            if len(self._block) > _LONGEST_BLOCK:
                self._drop_block()
            return None
        block, self._block = bytes(self._block), None
        if block[:2] == b"\x37\x22" and len(block) == 6:
            return ProcessId(block[2:])
        if block == b"\x37\x25":
            return BufferCleared()
        return None

    def _finish_automatic(self) -> Reply | None:
        if len(self._automatic) < 4:
            return None
        first, errors, paper, _ = self._automatic
        self._automatic.clear()
        return AutomaticStatus(
            offline=bool(first & 0x08),
            cover_open=bool(first & 0x20),
            error=bool(errors & 0x6C),
            near_end=paper & 0x03 == 0x03,
            paper_end=paper & 0x0C == 0x0C,
        )
