"""Virtual devices without a window: for scripts, tests and trials."""

from __future__ import annotations

import os
import selectors
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

from common.devices.address import DeviceKind
from common.devices.virtual.id_reader import ReaderFaults, VirtualIdReader
from common.devices.virtual.orders import condition, obey
from common.devices.virtual.persons import Person
from common.devices.virtual.ports import DevicePty, DeviceTcp, Receive, Send
from common.domain.text import Text
from common.ports.places import chosen


@dataclass(frozen=True, slots=True)
class Places:
    """Where a virtual device listens."""

    tcp_port: int | None = None
    """0 takes a free one; None for no TCP port."""
    link: Path | None = None
    """A lasting name of its serial line."""


@dataclass(frozen=True, slots=True)
class ReaderOrder:
    """Which virtual reader is wanted."""

    places: Places = field(default_factory=Places)
    card: Person | None = None
    """Whose card lies on it from the start."""
    faults: ReaderFaults = field(default_factory=ReaderFaults)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class ServedReader:
    """A virtual reader and the URLs at which it listens."""

    reader: VirtualIdReader
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenPorts:
    """The ports of a device: how it speaks on each, and their URLs."""

    mouths: tuple[Send, ...]
    urls: tuple[str, ...]


def start_reader(stack: ExitStack, order: ReaderOrder) -> ServedReader:
    """A running reader, whose URLs are printed, one line each. `stack` closes its ports.

    Raises PlaceRefused when a port or the lasting name is taken.
    """
    reader = VirtualIdReader(order.faults, order.seed)
    if order.card is not None:
        reader.place(order.card)
    ports = open_ports(stack, DeviceKind.ID_READER, order.places, reader.receive)
    return ServedReader(reader, ports.urls)


def open_ports(stack: ExitStack, kind: DeviceKind, places: Places, receive: Receive) -> OpenPorts:
    """Open what the order names and, where the system has them, a pseudo-terminal."""
    mouths: list[Send] = []
    urls = []
    if places.tcp_port is not None:
        with chosen(f"{kind}:tcp://127.0.0.1:{places.tcp_port}"):
            tcp = DeviceTcp(receive, places.tcp_port)
        stack.callback(tcp.close)
        mouths.append(tcp.send)
        urls.append(f"{kind}:tcp://127.0.0.1:{tcp.number}")
    if hasattr(os, "openpty"):
        lasting = places.link.absolute() if places.link is not None else None
        with chosen(f"{kind}:serial://{lasting}"):
            pty = DevicePty(receive, lasting)
        stack.callback(pty.unplug)
        mouths.append(pty.send)
        urls.append(f"{kind}:serial://{lasting or pty.path}")
    for url in urls:
        sys.stdout.write(url + "\n")
    sys.stdout.flush()
    return OpenPorts(tuple(mouths), tuple(urls))


def run_reader(order: ReaderOrder, say: Callable[[Text], None]) -> int:
    """Serve until SIGINT or SIGTERM; each line of standard input is an act of `obey`."""
    with ExitStack() as stack:
        reader = start_reader(stack, order).reader
        say(condition(reader))
        _until_ended(lambda line: say(obey(reader, line)))
    return 0


def run_scanner(
    places: Places, codes: tuple[str, ...], spoken: Callable[[str], bytes], pause: float
) -> int:
    """Say `codes`, each after a pause, then each line of standard input, until SIGINT or SIGTERM.

    `spoken` makes of a code what the scanner sends.
    """
    with ExitStack() as stack:
        mouths = open_ports(stack, DeviceKind.SCANNER, places, _hears_nothing).mouths
        over = threading.Event()

        def scan(code: str) -> None:
            for send in mouths:
                send(spoken(code))

        def scan_all() -> None:
            for code in codes:
                if over.wait(pause):
                    return
                scan(code)

        hand = threading.Thread(target=scan_all, name="virtual-scanner", daemon=True)
        hand.start()
        stack.callback(hand.join)
        stack.callback(over.set)
        _until_ended(scan)
    return 0


def _hears_nothing(_data: bytes, _send: Send) -> None:
    """A scanner takes no orders."""


def _until_ended(act: Callable[[str], None]) -> None:
    """Hand over each line of standard input until a signal ends it; its end alone ends nothing."""
    over = False

    def end(*_: object) -> None:
        nonlocal over
        over = True

    with ExitStack() as stack:
        # A signal handler may not take locks: it wakes us by a byte.
        ear, mouth = (stack.enter_context(end) for end in socket.socketpair())
        mouth.setblocking(False)
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, end)
        signal.set_wakeup_fd(mouth.fileno(), warn_on_full_buffer=False)
        stack.callback(signal.set_wakeup_fd, -1)
        eyes = stack.enter_context(selectors.SelectSelector())
        eyes.register(ear, selectors.EVENT_READ)
        if sys.platform != "win32":  # where only sockets can be waited for
            with suppress(OSError, ValueError):  # there may be no standard input
                eyes.register(sys.stdin.fileno(), selectors.EVENT_READ)
        typed = b""
        while not over:
            for key, _ in eyes.select():
                if key.fileobj is ear:
                    continue
                data = os.read(key.fd, 4096)
                if not data:
                    eyes.unregister(key.fileobj)
                *lines, typed = (typed + data).split(b"\n")
                for line in filter(None, lines):
                    act(line.decode("utf-8", "replace").rstrip("\r"))
