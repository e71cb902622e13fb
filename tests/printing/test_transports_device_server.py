"""A printer behind a device server: RFC 2217 as pyserial's own server side speaks it."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from serial import rfc2217

from common.domain.print_job import PrintState
from common.domain.slip import SlipFacts
from common.domain.text import Language
from common.printing.errors import PrinterUnreachable
from common.printing.printer import Patience, Printer
from common.printing.profile import load_profile
from common.printing.slip import slip_bytes
from common.printing.transports import open_transport
from common.printing.virtual.device import VirtualPrinter

# pyserial names its threads in a way that Python calls old.
pytestmark = pytest.mark.filterwarnings("ignore:setDaemon|setName")

PROFILE = load_profile("generic-80")
QUICK = Patience(connect=2, reply=0.5, write=2, proof=3, clear=0.5, poll=0.05, settle=0.05)


@dataclass
class SerialSide:
    """The server's own port, whose settings the client sets from afar."""

    baudrate: int = 9600
    bytesize: int = 8
    parity: str = "N"
    stopbits: int = 1
    xonxoff: bool = False
    rtscts: bool = False
    dtr: bool = False
    rts: bool = False
    break_condition: bool = False
    cts = dsr = ri = cd = True
    timeout: float | None = None
    purged: list[str] = field(default_factory=list)

    def reset_input_buffer(self) -> None:
        self.purged.append("input")

    def reset_output_buffer(self) -> None:
        self.purged.append("output")


class DeviceServer:
    """One client at a time; its bytes go to a virtual printer."""

    def __init__(self, device: VirtualPrinter) -> None:
        self.device = device
        self.side = SerialSide()
        self.deaf = False
        self._server = socket.create_server(("127.0.0.1", 0))
        self.number = self._server.getsockname()[1]
        self._client: socket.socket | None = None
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                self._client, _ = self._server.accept()
            except OSError:
                return
            with self._client as client, suppress(OSError):
                self._talk(client)

    def _talk(self, client: socket.socket) -> None:
        lock = threading.Lock()

        def send(data: bytes) -> None:
            with lock, suppress(OSError):
                client.sendall(data)

        class Connection:
            write = staticmethod(send)

        manager = rfc2217.PortManager(self.side, Connection())

        def reply(data: bytes) -> None:
            send(b"".join(manager.escape(data)))

        while data := client.recv(1024):
            if not self.deaf:
                received = b"".join(manager.filter(data))
                if received:
                    self.device.receive(received, reply)

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        if self._client is not None:
            with suppress(OSError):
                self._client.shutdown(socket.SHUT_RDWR)
        self._thread.join()


@pytest.fixture
def server():
    device = VirtualPrinter(PROFILE, speed=10_000)
    server = DeviceServer(device)
    yield server
    server.close()
    device.stop()


def test_a_slip_is_printed_and_proven_and_the_line_is_set_at_the_server(server, facts: SlipFacts):
    url = f"rfc2217://127.0.0.1:{server.number}?baud=38400&parity=E&rtscts=1"
    printer = Printer(url, PROFILE, QUICK)
    data = b"\x1dv0\0\x01\0\x01\0\xff" + slip_bytes(facts, PROFILE, Language.ZH)  # FF is Telnet's
    assert printer.print(data).state is PrintState.PRINTED
    assert (server.side.baudrate, server.side.parity) == (38400, "E")
    assert (server.side.rtscts, server.side.xonxoff) == (True, False)
    assert [piece.data.endswith(data) for piece in server.device.slips] == [True]
    printer.close()


def test_a_connection_that_the_server_breaks_is_noticed(server):
    transport = open_transport(f"rfc2217://127.0.0.1:{server.number}")
    server._client.shutdown(socket.SHUT_RDWR)
    with pytest.raises(PrinterUnreachable):
        transport.read(2)
    transport.close()


def test_a_server_that_speaks_no_rfc_2217_is_unreachable_in_time(server):
    server.deaf = True
    with pytest.raises(PrinterUnreachable, match="no answer in time"):
        open_transport(f"rfc2217://127.0.0.1:{server.number}", 0.3)
