"""The thread of a port: it waits for its files and does what other threads ask it to do."""

from __future__ import annotations

import selectors
import socket
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress

Act = Callable[[], None]


class PortLoop(threading.Thread):
    """Waits for several files and calls what belongs to each, in this thread alone."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name, daemon=True)
        self._selector = selectors.DefaultSelector()
        self._ear, self._mouth = socket.socketpair()
        self._ear.setblocking(False)
        self._mouth.setblocking(False)
        self._selector.register(self._ear, selectors.EVENT_READ, self._do_asked)
        self._asked: deque[Act] = deque()
        self._over = False

    def watch(self, file: int | socket.socket, act: Act) -> None:
        """Call `act` whenever `file` can be read."""
        self._selector.register(file, selectors.EVENT_READ, act)

    def forget(self, file: int | socket.socket) -> None:
        """Watch a file no more."""
        self._selector.unregister(file)

    def ask(self, act: Act) -> None:
        """Have something done in this thread soon; any thread may ask, and never waits."""
        self._asked.append(act)
        with suppress(OSError):  # full of wake-up bytes, or over
            self._mouth.send(b"\0")

    def run(self) -> None:
        while not self._over:
            for key, _ in self._selector.select():
                if not self._over and key.fileobj in self._selector.get_map():
                    key.data()

    def _do_asked(self) -> None:
        with suppress(BlockingIOError):
            self._ear.recv(4096)
        while self._asked and not self._over:
            self._asked.popleft()()

    def stop(self) -> None:
        """End the thread."""
        if not self._over:
            self._over = True
            with suppress(BlockingIOError):
                self._mouth.send(b"\0")
            self.join()
            self._selector.close()
            self._ear.close()
            self._mouth.close()
