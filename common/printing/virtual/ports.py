"""The virtual printer's ports: a pseudo-terminal that looks like a serial line, and a TCP port."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path

from common.ports.loop import PortLoop
from common.ports.places import lead_no_more, lead_to
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.line import Flow, PortKind

WAIT_FOR_ROOM = 0.05
_ONE_READ = 2048


class PtyPort:
    """A raw pseudo-terminal; `path` is the serial device to open. Not on Windows.

    `link` is a second, lasting name for it. A serial line stays there when the printer is switched
    off; with `usb` it is a virtual COM port on USB, which goes away and comes back with the power.
    """

    def __init__(
        self, printer: VirtualPrinter, link: Path | None = None, usb: bool = False
    ) -> None:
        self._printer = printer
        self._link = link
        self._usb = usb
        self._master = self._slave = -1
        self.path = ""
        self.plug()
        if usb:
            printer.observe(self._follow_power)

    def plug(self) -> None:
        """Put the cable (back) in; `path` may be another one afterwards."""
        if self._master >= 0:
            return
        self._open()
        self._loop = PortLoop("virtual-printer-pty")
        self._loop.watch(self._master, self._take)
        self._loop.start()

    def _open(self) -> None:
        import tty

        self._master, self._slave = os.openpty()
        tty.setraw(self._master)
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.path = os.ttyname(self._slave)
        if self._link is not None:
            lead_to(self.path, self._link)

    def _take(self) -> None:
        kind = self._kind()
        if not self._printer.has_room(kind):
            self._printer.wait_for(lambda: self._printer.has_room(kind), WAIT_FOR_ROOM)
            return
        with suppress(BlockingIOError):
            self._printer.receive(os.read(self._master, _ONE_READ), self._send, kind)

    def _kind(self) -> PortKind:
        """Whether the host listens to XOFF, which counts only on a line as slow as a real one."""
        import termios

        line = self._printer.line
        listens = termios.tcgetattr(self._slave)[0] & termios.IXON
        deaf = line.baud and line.flow is Flow.XONXOFF and not listens
        return PortKind.DEAF if deaf else PortKind.SERIAL

    def _send(self, data: bytes) -> None:
        with suppress(OSError):  # nobody reads, or the cable was pulled: the answer is lost
            os.write(self._master, data)

    def _follow_power(self) -> None:
        if self._printer.panel.power != (self._master >= 0):
            self._loop.ask(self._come_or_go)

    def _come_or_go(self) -> None:
        powered = self._printer.panel.power
        if powered and self._master < 0:
            self._open()
            self._loop.watch(self._master, self._take)
        elif not powered and self._master >= 0:
            self._loop.forget(self._master)
            self._close()

    def stall(self) -> None:
        """Read nothing any more, as a printer that hangs."""
        self._loop.stop()

    def unplug(self) -> None:
        """Pull the cable out: whoever has the port open sees an error."""
        self._loop.stop()
        self._close()

    def _close(self) -> None:
        if self._link is not None and self._master >= 0:
            lead_no_more(self.path, self._link)
        ends = (self._master, self._slave)
        self._master = self._slave = -1
        for end in ends:
            if end >= 0:
                os.close(end)

    def close(self) -> None:
        """Unplug for good."""
        self._printer.forget(self._follow_power)
        self.unplug()


class TcpPort:
    """A raw TCP port on this computer, one connection at a time; `number` 0 takes a free one."""

    kind = PortKind.NETWORK

    def __init__(self, printer: VirtualPrinter, number: int = 9100) -> None:
        self._printer = printer
        self._server = socket.create_server(("127.0.0.1", number), backlog=4)
        self.number: int = self._server.getsockname()[1]
        self._client: socket.socket | None = None
        self._loop = PortLoop("virtual-printer-tcp")
        self._loop.watch(self._server, self._welcome)
        self._loop.start()

    def _welcome(self) -> None:
        client, _ = self._server.accept()
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.setblocking(False)
        self._client = client
        self._loop.forget(self._server)  # the next caller waits in the queue
        self._loop.watch(client, self._take)

    def _take(self) -> None:
        client, kind = self._client, self.kind
        if client is None:
            return
        if not self._printer.has_room(kind):
            self._printer.wait_for(lambda: self._printer.has_room(kind), WAIT_FOR_ROOM)
            return
        try:
            data = client.recv(_ONE_READ)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            self._heard(data)
            return
        self._loop.forget(client)
        client.close()
        self._client = None
        self._loop.watch(self._server, self._welcome)

    def _heard(self, data: bytes) -> None:
        self._printer.receive(data, self._send, self.kind)

    def _send(self, data: bytes) -> None:
        client = self._client
        if client is not None:
            with suppress(OSError):  # the host hung up or does not read: the answer is lost
                client.send(data)

    def stall(self) -> None:
        """Read nothing any more, as a printer that hangs."""
        self._loop.stop()

    def close(self) -> None:
        """Hang up and free the port."""
        self._loop.stop()
        if self._client is not None:
            self._client.close()
        self._server.close()
