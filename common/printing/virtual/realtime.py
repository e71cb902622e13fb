"""Real-time commands (DLE EOT, ENQ, DC4): found as bytes arrive, even inside pictures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from common.printing.signs import FULL_STATUS

CLEAR_PARAMETERS = b"\x01\x03\x14\x01\x06\x02\x08"
"""What must follow DLE DC4 8, so that no picture clears the buffer by chance."""


@dataclass(frozen=True, slots=True)
class Request:
    """One real-time command."""

    name: str
    parameter: int = 0
    end: int = field(default=0, compare=False)
    """Bytes of the piece just fed up to the command's end."""


class RealTimeScanner:
    """Watches the stream and keeps what may be the beginning of a command."""

    def __init__(self) -> None:
        self._tail = b""

    def feed(self, data: bytes) -> list[Request]:
        """The commands that these bytes complete."""
        stream = self._tail + data
        requests: list[Request] = []
        at = stream.find(0x10)
        while at >= 0:
            request, size = _match(stream[at : at + 10])
            if size == 0:
                self._tail = stream[at:]
                return requests
            if request is not None:
                end = at + size - len(self._tail)
                requests.append(replace(request, end=end))
            at = stream.find(0x10, at + size)
        self._tail = b""
        return requests


def _match(head: bytes) -> tuple[Request | None, int]:
    """What begins here and its size; size 0 when more bytes are needed."""
    if len(head) == 1:
        return None, 0
    if head[1] == 0x04:
        if len(head) < 3:
            return None, 0
        known = 1 <= head[2] <= 4 or head[2] == FULL_STATUS
        return (Request("DLE EOT", head[2]), 3) if known else (None, 1)
    if head[1] == 0x05:
        if len(head) < 3:
            return None, 0
        return (Request("DLE ENQ", head[2]), 3) if head[2] in (1, 2) else (None, 1)
    if head[1] == 0x14:
        wanted = b"\x10\x14\x08" + CLEAR_PARAMETERS
        if head == wanted:
            return Request("DLE DC4 8"), len(wanted)
        return (None, 0) if wanted.startswith(head) else (None, 1)
    return None, 1
