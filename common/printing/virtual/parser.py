"""ESC/POS bytes → commands, as a printer's buffer sees them: in order, and only when complete."""

from __future__ import annotations

from dataclasses import dataclass

DLE, ESC, FS, GS = 0x10, 0x1B, 0x1C, 0x1D


@dataclass(frozen=True, slots=True)
class Command:
    """One complete command.

    `name` is ``ESC a``, ``GS v``, ``text`` (one byte of text) or ``LF``; an unknown command has the
    name ``unknown``. `data` is everything after the name, `raw` all its bytes.
    """

    name: str
    data: bytes
    raw: bytes


_FIXED = {
    ESC: {"@": 0, "2": 0, "i": 0, "m": 0, "S": 0, "L": 0, "v": 0, "c": 2, "p": 3, "$": 2, "\\": 2,
          "W": 8, "B": 2} | dict.fromkeys("aEG!JdeK3 -tRMV{=T%?ru", 1),
    FS: {"&": 0, ".": 0, "S": 2, "2": 74, "p": 2, "?": 2} | dict.fromkeys("!W-C", 1),
    GS: {":": 0, "c": 0, "L": 2, "W": 2, "P": 2, "$": 2, "\\": 2, "^": 3}
    | dict.fromkeys("!BarIHhwfTb/", 1),
}  # fmt: skip
"""Parameter bytes of the commands of fixed length."""

_PREFIX = {ESC: "ESC", FS: "FS", GS: "GS"}
_CONTROLS = {0x0A: "LF", 0x0C: "FF", 0x0D: "CR", 0x09: "HT", 0x18: "CAN"}


class Parser:
    """Takes bytes in any pieces and gives complete commands."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def __len__(self) -> int:
        """Bytes that wait."""
        return len(self._buffer)

    def feed(self, data: bytes) -> None:
        """Put bytes behind those that wait."""
        self._buffer += data

    def clear(self) -> None:
        """Forget all bytes that wait."""
        self._buffer.clear()

    def next(self) -> Command | None:
        """The first command, or None while its bytes are not all there."""
        try:
            name, head, size = self._measure()
        except IndexError:
            return None
        if not size or len(self._buffer) < size:
            return None
        raw = bytes(self._buffer[:size])
        del self._buffer[:size]
        return Command(name, raw[head:], raw)

    def _measure(self) -> tuple[str, int, int]:
        """Name, bytes of the name, bytes in all. Raises IndexError when too little is there."""
        first = self._buffer[0]
        if first >= 0x20:
            return "text", 0, 1
        if first == DLE:
            return "real time", 1, self._real_time_size()
        if first not in _PREFIX:
            return _CONTROLS.get(first, "unknown"), 1, 1
        letter = chr(self._buffer[1])
        name = f"{_PREFIX[first]} {letter}"
        parameters = _FIXED[first].get(letter)
        if parameters is not None:
            return name, 2, 2 + parameters
        size = self._variable_size(first, letter)
        return (name, 2, size) if size else ("unknown", 2, 2)

    def _real_time_size(self) -> int:
        """DLE EOT, ENQ and DC4 were executed at arrival; here they only take their place."""
        kind = self._buffer[1]
        if kind in (0x04, 0x05):
            return 3
        if kind == 0x14:
            return {0x08: 10}.get(self._buffer[2], 5)
        return 1

    def _variable_size(self, first: int, letter: str) -> int:
        """The size of a command that says its own length; 0 when it is unknown."""
        at = self._buffer
        match first, letter:
            case 0x1B, "*":
                return 5 + (at[3] + 256 * at[4]) * (3 if at[2] in (32, 33) else 1)
            case 0x1B, "D":
                return self._through_nul(2)
            case ((0x1B | 0x1C | 0x1D), "("):
                return 5 + at[3] + 256 * at[4]
            case 0x1D, "v":
                return 8 + (at[4] + 256 * at[5]) * (at[6] + 256 * at[7])
            case 0x1D, "8":
                return 7 + int.from_bytes((at[3], at[4], at[5], at[6]), "little")
            case 0x1D, "*":
                return 4 + at[2] * at[3] * 8
            case 0x1D, "V":
                return 3 if at[2] in (0, 1, 48, 49) else 4
            case 0x1D, "k":
                return 4 + at[3] if at[2] >= 65 else self._through_nul(3)
        return 0

    def _through_nul(self, start: int) -> int:
        end = self._buffer.find(0, start)
        if end < 0:
            raise IndexError
        return end + 1
