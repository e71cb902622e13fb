"""The receive buffer: what arrived and is not executed yet, and whether the host may send more."""

from __future__ import annotations

from common.printing.virtual.line import ON_THE_LINE, Flow, PortKind, Wire

_XON, _XOFF = b"\x11", b"\x13"
_RESERVE = 256
"""Bytes of room at which the host is told to stop."""
_PARSED_BYTES = 64


class ReceiveBuffer:
    """As large as the wire's `Line` says. It has no lock of its own."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._bytes = bytearray()
        self.port = PortKind.DIRECT
        """Where bytes came from last."""
        self.held = False
        """True while the host should not send."""
        self.lost = 0
        """Bytes for which there was no room."""

    def __len__(self) -> int:
        return len(self._bytes)

    def store(self, data: bytes) -> None:
        """Keep these bytes, as far as there is room."""
        line = self._wire.line
        loses = self.port is PortKind.DEAF or line.flow is Flow.NONE
        room = line.buffer_bytes - len(self._bytes) if loses else len(data)
        self._bytes += data[: max(0, room)]
        self.lost += max(0, len(data) - room)

    def take(self) -> bytes:
        """The first bytes, few enough that a printer out of paper still holds most of a job."""
        taken = bytes(self._bytes[:_PARSED_BYTES])
        del self._bytes[:_PARSED_BYTES]
        return taken

    def clear(self) -> None:
        self._bytes.clear()

    def has_room(self, port: PortKind) -> bool:
        """False while a port of this kind does not read: the host's own buffer fills instead."""
        line, waiting = self._wire.line, len(self._bytes)
        if line.baud and self._wire.coming >= _PARSED_BYTES:
            return False
        if port is PortKind.NETWORK:
            return waiting < line.buffer_bytes
        if port is PortKind.DEAF or line.flow is Flow.NONE:
            return True
        if line.flow is Flow.RTSCTS:
            return not self.held
        return waiting < line.buffer_bytes + ON_THE_LINE

    def hold_or_release(self, offline: bool) -> bytes:
        """Change `held` as it should be now; what the host is told about it, if anything."""
        line, waiting = self._wire.line, len(self._bytes)
        offline = offline and line.busy_offline
        told = line.flow is Flow.XONXOFF and self.port is not PortKind.NETWORK
        if not self.held and (offline or waiting > line.buffer_bytes - _RESERVE):
            self.held = True
            return _XOFF if told else b""
        if self.held and not offline and waiting < line.buffer_bytes // 4:
            self.held = False
            return _XON if told else b""
        return b""
