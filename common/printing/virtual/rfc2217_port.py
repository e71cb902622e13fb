"""A serial port over the network (RFC 2217): the one way to see and move CTS and DSR without wires.

Behind it is a device server with one serial line to the printer. The server holds the line as the
client has set it: a client without flow control is a line whose host listens to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from serial.rfc2217 import PortManager

from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.line import Flow, PortKind
from common.printing.virtual.ports import TcpPort

_FLOW_BYTES = b"\x11\x13"


@dataclass
class SerialSettings:
    """What the client has set, and the lines that it sees; the names are pyserial's."""

    baudrate: int = 9600
    bytesize: int = 8
    parity: str = "N"
    stopbits: float = 1
    xonxoff: bool = False
    rtscts: bool = False
    dtr: bool = True
    rts: bool = True
    break_condition: bool = False
    cts: bool = True
    dsr: bool = True
    ri: bool = False
    cd: bool = True

    def reset_input_buffer(self) -> None:
        """The client forgets what it has not read."""

    def reset_output_buffer(self) -> None:
        """Nothing waits on our side of the server."""


class Rfc2217Port(TcpPort):
    """One client at a time; `settings` is what it has set. `number` 0 takes a free port."""

    def __init__(self, printer: VirtualPrinter, number: int = 0) -> None:
        self.settings = SerialSettings()
        self._forced: dict[str, bool] = {}
        self._seen = (True, True)
        self._manager: PortManager | None = None
        super().__init__(printer, number)
        self._lines_changed()
        printer.observe(self._lines_changed)

    def set_lines(self, cts: bool | None = None, dsr: bool | None = None) -> None:
        """Move lines by hand; None leaves one to the printer, which is ready and not full."""
        given = {"cts": cts, "dsr": dsr}
        self._forced = {name: state for name, state in given.items() if state is not None}
        self._lines_changed()

    def write(self, data: bytes) -> None:
        """Bytes of the protocol itself, for the client."""
        super()._send(data)

    @property
    def kind(self) -> PortKind:  # type: ignore[override]
        line, held_by = self._printer.line, self.settings
        listens = (held_by.rtscts if line.flow is Flow.RTSCTS else held_by.xonxoff) or not line.baud
        return PortKind.SERIAL if listens else PortKind.DEAF

    def _lines_changed(self) -> None:
        printer = self._printer
        cts = self._forced.get("cts", printer.clear_to_send)
        dsr = self._forced.get("dsr", printer.panel.power)
        if (cts, dsr) != self._seen:
            self._seen = (cts, dsr)
            self._loop.ask(self._tell_lines)

    def _tell_lines(self) -> None:
        self.settings.cts, self.settings.dsr = self._seen
        if self._manager is not None and self._client is not None:
            self._manager.check_modem_lines()

    def _welcome(self) -> None:
        super()._welcome()
        self.settings = SerialSettings()
        self.settings.cts, self.settings.dsr = self._seen
        # It asks both for no more than the names that they have.
        self._manager = PortManager(self.settings, self)  # type: ignore[arg-type]

    def _heard(self, data: bytes) -> None:
        assert self._manager is not None
        plain = b"".join(self._manager.filter(data))
        if plain:
            super()._heard(plain)

    def _send(self, data: bytes) -> None:
        if self.settings.xonxoff:  # the server listens to them itself
            data = bytes(byte for byte in data if byte not in _FLOW_BYTES)
        if self._manager is not None and data:
            super()._send(b"".join(self._manager.escape(data)))

    def close(self) -> None:
        self._printer.forget(self._lines_changed)
        super().close()
