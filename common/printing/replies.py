"""What a printer says back: one byte stream that mixes several kinds of reply.

Every byte is checked against the fixed bits of its kind (Epson: DLE EOT, GS a, GS r, GS ( H,
DLE DC4; Custom: DLE EOT 20). What fits nothing is dropped; silence and noise never mean that paper
is there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RealTimeStatus:
    """A reply to ``DLE EOT n``; which n only the asker knows."""

    byte: int


@dataclass(frozen=True, slots=True)
class FullStatus:
    """``10 0F`` and four bytes: the reply of Custom's printers to ``DLE EOT 20``."""

    data: bytes


@dataclass(frozen=True, slots=True)
class BufferedStatus:
    """A reply to ``GS r n`` (or ``GS I n``): everything sent before it has been executed."""

    byte: int

    @property
    def proves(self) -> bool:
        """True when it can be the reply to ``GS r 1`` of a printer that still has paper.

        Some makes execute the command even after the paper has ended, and say so in bits 2 and 3;
        bits that only come in pairs and came alone are noise.
        """
        return self.byte & 0x0F in (0x00, 0x03)


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
class WentOffline:
    """``37 23 … 00``: the printer went off line (``GS ( H`` function 49)."""


@dataclass(frozen=True, slots=True)
class BufferCleared:
    """``37 25 00``: the reply to ``DLE DC4`` function 8."""


Reply = (
    RealTimeStatus
    | FullStatus
    | BufferedStatus
    | AutomaticStatus
    | ProcessId
    | WentOffline
    | BufferCleared
)

_FLOW = frozenset((0x11, 0x13))
_BLOCK_STARTS = frozenset((0x35, 0x37, 0x3B, 0x3D, 0x5F))
_LONGEST_BLOCK = 80
_LONGEST_NOTICE = 6
"""Of a block that begins with 37: header, kind, and at most four bytes."""
_FULL_STATUS = b"\x10\x0f"


class Demultiplexer:
    """Parts the stream into replies; keeps an unfinished reply for the next bytes.

    `full_status` is for models that know ``DLE EOT 20``: its reply begins as an automatic status
    of others may begin.
    """

    def __init__(self, full_status: bool = False) -> None:
        self.noise = 0
        """Bytes so far that were part of no reply."""
        self._knows_full_status = full_status
        self._block: bytearray | None = None
        self._group = bytearray()

    @property
    def midway(self) -> bool:
        """True when the stream stopped inside a reply."""
        return bool(self._group) or self._block is not None

    def restart(self) -> None:
        """Forget an unfinished reply, and the noise so far."""
        self._block, self.noise = None, 0
        self._group.clear()

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
                return self._continue_block(self._block, byte)
            if byte & 0x93 == 0x12:  # real time: it may come in the middle of another reply
                return RealTimeStatus(byte)
            self._drop_block()  # no block holds such a byte: its start was noise
        if self._group:
            if byte & 0x90 == 0:
                self._group.append(byte)
                return self._finish_group()
            self.noise += len(self._group)  # cut short: this byte begins something else
            self._group.clear()
        return self._begin(byte)

    def _begin(self, byte: int) -> Reply | None:
        if byte & 0x93 == 0x12:
            return RealTimeStatus(byte)
        if byte & 0x93 == 0x10:
            self._group.append(byte)
        elif byte in _BLOCK_STARTS:
            self._block = bytearray((byte,))
        elif byte & 0x90 == 0:
            return BufferedStatus(byte)
        else:
            self.noise += 1
        return None

    def _drop_block(self) -> None:
        self.noise += len(self._block or b"")
        self._block = None

    def _continue_block(self, block: bytearray, byte: int) -> Reply | None:
        if byte:
            block.append(byte)
            if len(block) > (_LONGEST_NOTICE if block[0] == 0x37 else _LONGEST_BLOCK):
                self._drop_block()
            return None
        self._block = None
        match block[:2]:
            case b"\x37\x22" if len(block) == 6:
                return ProcessId(bytes(block[2:]))
            case b"\x37\x23":
                return WentOffline()
            case b"\x37\x25" if len(block) == 2:
                return BufferCleared()
        if block[0] == 0x37:
            self.noise += len(block) + 1
        return None

    def _finish_group(self) -> Reply | None:
        full = self._knows_full_status and self._group[:2] == _FULL_STATUS
        if len(self._group) < (6 if full else 4):
            return None
        group = bytes(self._group)
        self._group.clear()
        if full:
            return FullStatus(group[2:])
        first, errors, paper, _ = group
        return AutomaticStatus(
            offline=bool(first & 0x08),
            cover_open=bool(first & 0x20),
            error=bool(errors & 0x6C),
            near_end=paper & 0x03 == 0x03,
            paper_end=paper & 0x0C == 0x0C,
        )
