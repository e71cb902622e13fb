"""The virtual printer's ports: a pseudo-terminal that looks like a serial line, and a TCP port."""

from __future__ import annotations

import os
import selectors
import socket
import threading
from contextlib import suppress
from pathlib import Path

from common.printing.virtual.device import VirtualPrinter

_WAIT_FOR_ROOM = 0.05


class PtyPort:
    """A raw pseudo-terminal; `path` is the serial device to open. Not on Windows.

    `link` is a second, lasting name for it.
    """

    def __init__(self, printer: VirtualPrinter, link: Path | None = None) -> None:
        import tty

        self._printer = printer
        self._master, self._slave = os.openpty()
        tty.setraw(self._master)
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.path = os.ttyname(self._slave)
        self._link = link
        if link is not None:
            if link.is_symlink():
                link.unlink()
            link.symlink_to(self.path)
        self._loop = _Loop("virtual-printer-pty")
        self._loop.watch(self._master, self._take)
        self._loop.start()

    def _take(self) -> None:
        with suppress(BlockingIOError):
            self._printer.receive(os.read(self._master, 4096), self._send)

    def _send(self, data: bytes) -> None:
        with suppress(OSError):  # nobody reads, or the cable was pulled: the answer is lost
            os.write(self._master, data)

    def stall(self) -> None:
        """Read nothing any more, as a printer that hangs."""
        self._loop.stop()

    def unplug(self) -> None:
        """Pull the cable out: whoever has the port open sees an error."""
        self._loop.stop()
        for end in (self._master, self._slave):
            if end >= 0:
                os.close(end)
        self._master = self._slave = -1
        if self._link is not None:
            self._link.unlink(missing_ok=True)
            self._link = None

    close = unplug


class TcpPort:
    """A raw TCP port on this computer, one connection at a time; `number` 0 takes a free one."""

    def __init__(self, printer: VirtualPrinter, number: int = 9100) -> None:
        self._printer = printer
        self._server = socket.create_server(("127.0.0.1", number), backlog=4)
        self.number: int = self._server.getsockname()[1]
        self._client: socket.socket | None = None
        self._loop = _Loop("virtual-printer-tcp")
        self._loop.watch(self._server, self._welcome)
        self._loop.start()

    def _welcome(self) -> None:
        client, _ = self._server.accept()
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._client = client
        self._loop.forget(self._server)  # the next caller waits in the queue
        self._loop.watch(client, self._take)

    def _take(self) -> None:
        client = self._client
        if client is None:
            return
        if not self._printer.has_room():
            self._printer.wait_for(self._printer.has_room, _WAIT_FOR_ROOM)
            return
        try:
            data = client.recv(2048)
        except OSError:
            data = b""
        if data:
            self._printer.receive(data, self._send)
            return
        self._loop.forget(client)
        client.close()
        self._client = None
        self._loop.watch(self._server, self._welcome)

    def _send(self, data: bytes) -> None:
        client = self._client
        if client is not None:
            with suppress(OSError):  # the host hung up: the answer is lost
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


class _Loop(threading.Thread):
    """A thread that waits for several files and calls what belongs to each."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name, daemon=True)
        self._selector = selectors.DefaultSelector()
        self._wake_reader, self._wake_writer = socket.socketpair()
        self._selector.register(self._wake_reader, selectors.EVENT_READ)
        self._over = False

    def watch(self, file: int | socket.socket, act: object) -> None:
        self._selector.register(file, selectors.EVENT_READ, act)

    def forget(self, file: int | socket.socket) -> None:
        self._selector.unregister(file)

    def run(self) -> None:
        while not self._over:
            for key, _ in self._selector.select():
                if key.data is not None and not self._over:
                    key.data()

    def stop(self) -> None:
        if not self._over:
            self._over = True
            self._wake_writer.send(b"\0")
            self.join()
            self._selector.close()
            self._wake_reader.close()
            self._wake_writer.close()
