"""ESC/POS bytes → commands, as a printer's buffer sees them: in order, and only when complete."""

from __future__ import annotations

from dataclasses import dataclass

from common.printing.virtual.commands import (
    CONTROLS,
    DLE,
    FIXED,
    PREFIX,
    real_time_size,
    stored_picture_size,
    variable_size,
)

RASTER_ROWS = 8
"""Rows of a raster picture that are handed on together."""
_KEPT_BYTES = 1 << 20
"""What is kept of one long command; the rest of it is swallowed."""
_GATHERED = 4096
"""From this size on a command is gathered aside, so that waiting for it costs no new search."""


@dataclass(frozen=True, slots=True)
class Command:
    """One complete command.

    `name` is ``ESC a``, ``GS v``, ``text`` (one byte of text) or ``LF``; an unknown command has the
    name ``unknown``. `data` is everything after the name, `raw` all its bytes. A raster picture
    comes as ``GS v`` with its measures alone and then as ``raster``, some rows at a time, because a
    printer prints it while it arrives.
    """

    name: str
    data: bytes
    raw: bytes


class Parser:
    """Takes bytes in any pieces and gives complete commands. Never holds more than about 1 MB."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._gathered = bytearray()
        self.clear()

    def __len__(self) -> int:
        """Bytes that wait."""
        return len(self._buffer)

    def feed(self, data: bytes) -> None:
        """Put bytes behind those that wait."""
        self._buffer += data

    def clear(self) -> None:
        """Forget all bytes that wait, and the command in whose middle they are."""
        self._buffer.clear()
        self._gathered.clear()
        self._raster_row, self._raster_rows = 0, 0
        self._stored_pictures = 0
        self._long: tuple[str, int] | None = None
        self._missing = 0

    def next(self) -> Command | None:
        """The first command, or None while its bytes are not all there."""
        if self._raster_rows:
            return self._rows()
        if self._long is not None:
            return self._gather()
        try:
            name, head, size = self._measure()
        except IndexError:
            return None
        if name == "GS v":
            return self._begin_raster(size)
        gathers = size > _GATHERED and len(self._buffer) < size
        if len(self._buffer) < size and not gathers:
            return None
        self._stored_pictures -= name == "FS q picture"
        if gathers:
            self._long, self._missing = (name, head), size
            return self._gather()
        raw = self._take(size)
        if name == "FS q":
            self._stored_pictures = raw[2]
        return Command(name, raw[head:], raw)

    def _take(self, size: int) -> bytes:
        raw = bytes(self._buffer[:size])
        del self._buffer[:size]
        return raw

    def _begin_raster(self, size: int) -> Command | None:
        if len(self._buffer) < 8:
            return None
        head = self._take(8)
        if size > 8:
            self._raster_row = head[4] + 256 * head[5]
            self._raster_rows = head[6] + 256 * head[7]
        return Command("GS v", head[2:], head)

    def _rows(self) -> Command | None:
        rows = min(RASTER_ROWS, self._raster_rows)
        if len(self._buffer) < rows * self._raster_row:
            return None
        self._raster_rows -= rows
        raw = self._take(rows * self._raster_row)
        return Command("raster", raw, raw)

    def _gather(self) -> Command | None:
        """A long command, of which no more than _KEPT_BYTES are kept."""
        assert self._long is not None
        came = self._take(self._missing)
        self._missing -= len(came)
        self._gathered += came[: _KEPT_BYTES - len(self._gathered)]
        if self._missing:
            return None
        (name, head), self._long = self._long, None
        raw = bytes(self._gathered)
        self._gathered.clear()
        return Command(name, raw[head:], raw)

    def _measure(self) -> tuple[str, int, int]:
        """Name, bytes of the name, bytes in all. Raises IndexError when too little is there."""
        if self._stored_pictures:
            return "FS q picture", 0, stored_picture_size(self._buffer)
        first = self._buffer[0]
        if first >= 0x20:
            return "text", 0, 1
        if first == DLE:
            return "real time", 1, real_time_size(self._buffer)
        if first not in PREFIX:
            return CONTROLS.get(first, "unknown"), 1, 1
        letter = chr(self._buffer[1])
        name = f"{PREFIX[first]} {letter}"
        parameters = FIXED[first].get(letter)
        if parameters is not None:
            return name, 2, 2 + parameters
        size = variable_size(first, letter, self._buffer)
        return (name, 2, size) if size else ("unknown", 2, 2)
