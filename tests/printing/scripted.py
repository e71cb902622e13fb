"""A device on a pseudo-terminal that says exactly what a test wants it to say."""

from __future__ import annotations

import os
import threading
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class ScriptedPrinter:
    """`answer` gets the bytes of one question or command and returns what the device says."""

    def __init__(self, answer: Callable[[bytes], bytes]) -> None:
        self._answer = answer
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.url = f"serial://{os.ttyname(self._slave)}?xonxoff=0"
        self.heard = bytearray()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def say(self, data: bytes) -> None:
        """Speak without having been asked."""
        os.write(self._master, data)

    def _run(self) -> None:
        while True:
            try:
                data = os.read(self._master, 4096)
            except OSError:
                return
            if data.endswith(b"\xffend"):
                return
            self.heard += data
            reply = self._answer(data)
            if reply:
                os.write(self._master, reply)

    def close(self) -> None:
        os.write(self._slave, b"\xffend")
        self._thread.join()
        os.close(self._master)
        os.close(self._slave)


@contextmanager
def scripted(answer: Callable[[bytes], bytes]) -> Iterator[ScriptedPrinter]:
    device = ScriptedPrinter(answer)
    try:
        yield device
    finally:
        device.close()


Answer = Callable[[bytes], bytes]

SLIP = (
    b"\x1b@\x1c&\x1d!\x11A012\n\x1d!\x00"
    + "请到3号窗口办理，过号请联系导办台\n".encode("gbk") * 20
    + b"\x1dVB\x00"
)
"""Some 80 mm of native text, whatever slips look like today."""


def answers(status: bytes, buffered: bytes = b"\x00", full: bytes = b"") -> Answer:
    """A healthy talker: `status` are the answers to DLE EOT 1-4, `full` the one to 20."""

    def answer(data: bytes) -> bytes:
        said = b""
        for n, byte in zip((1, 2, 3, 4), status, strict=True):
            said += bytes((byte,)) * data.count(bytes((0x10, 0x04, n)))
        said += (b"\x10\x0f" + full) * data.count(b"\x10\x04\x14") if full else b""
        return said + buffered * data.count(b"\x1dr\x01")

    return answer
