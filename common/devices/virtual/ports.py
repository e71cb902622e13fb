"""Where a virtual device listens: a pseudo-terminal that looks like a serial line, and TCP."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from common.ports.loop import PortLoop
from common.ports.places import lead_no_more, lead_to

_ONE_READ = 4096

Send = Callable[[bytes], None]
Receive = Callable[[bytes, Send], None]


class DevicePty:
    """A raw pseudo-terminal; `path` is the serial device to open. Not on Windows.

    `link` is a second, lasting name for it. Whatever arrives goes to `receive`.
    """

    def __init__(self, receive: Receive, link: Path | None = None) -> None:
        self._receive = receive
        self._link = link
        self._ends: tuple[int, int] | None = None
        self.path = ""
        self.plug()

    def plug(self) -> None:
        """Put the cable (back) in; `path` may be another one afterwards."""
        if self._ends is not None:
            return
        import tty

        master, slave = os.openpty()
        tty.setraw(master)
        tty.setraw(slave)
        os.set_blocking(master, False)
        self._ends = (master, slave)
        self.path = os.ttyname(slave)
        if self._link is not None:
            lead_to(self.path, self._link)
        self._loop = PortLoop("virtual-device-pty")
        self._loop.watch(master, self._take)
        self._loop.start()

    def send(self, data: bytes) -> None:
        """Say something; it is lost when nobody has the port open for long, or the cable is out."""
        if self._ends is not None:
            with suppress(OSError):
                os.write(self._ends[0], data)

    def _take(self) -> None:
        if self._ends is not None:
            with suppress(BlockingIOError):
                self._receive(os.read(self._ends[0], _ONE_READ), self.send)

    def unplug(self) -> None:
        """Pull the cable out: whoever has the port open sees an error."""
        if self._ends is None:
            return
        self._loop.stop()
        ends, self._ends = self._ends, None
        if self._link is not None:
            lead_no_more(self.path, self._link)
        for end in ends:
            os.close(end)


class DeviceTcp:
    """A TCP port on this computer, one connection at a time; `number` 0 takes a free one."""

    def __init__(self, receive: Receive, number: int) -> None:
        self._receive = receive
        self._server = socket.create_server(("127.0.0.1", number), backlog=4)
        self.number: int = self._server.getsockname()[1]
        self._client: socket.socket | None = None
        self._loop = PortLoop("virtual-device-tcp")
        self._loop.watch(self._server, self._welcome)
        self._loop.start()

    def send(self, data: bytes) -> None:
        """Say something to whoever is connected."""
        client = self._client
        if client is not None:
            with suppress(OSError):  # they hung up: it is lost
                client.send(data)

    def _welcome(self) -> None:
        self._client, _ = self._server.accept()
        self._client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._loop.forget(self._server)  # the next caller waits in the queue
        self._loop.watch(self._client, self._take)

    def _take(self) -> None:
        client = self._client
        if client is None:
            return
        try:
            data = client.recv(_ONE_READ)
        except OSError:
            data = b""
        if data:
            self._receive(data, self.send)
            return
        self._loop.forget(client)
        client.close()
        self._client = None
        self._loop.watch(self._server, self._welcome)

    def close(self) -> None:
        """Hang up and free the port."""
        self._loop.stop()
        if self._client is not None:
            self._client.close()
        self._server.close()
