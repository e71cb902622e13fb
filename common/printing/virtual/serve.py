"""The virtual printer without a window: for scripts, tests and machines without a display."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

from common.ports.places import chosen
from common.printing.profile import DEFAULT_PROFILE, load_profile
from common.printing.virtual.build import Build
from common.printing.virtual.condition import Faults
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.line import Line
from common.printing.virtual.mechanism import PaperSlip
from common.printing.virtual.ports import PtyPort, TcpPort


class SlipFolder:
    """Saves each slip as ``slip-0001.png`` and ``slip-0001.bin`` when it leaves the printer.

    Raises PlaceRefused when the folder cannot be made, or no longer written to.
    """

    def __init__(self, printer: VirtualPrinter, folder: Path) -> None:
        with chosen(folder):
            folder.mkdir(parents=True, exist_ok=True)
        self._printer = printer
        self._folder = folder
        self._saved = 0
        self._lock = threading.Lock()

    def save_new(self) -> None:
        """Save what has not been saved yet."""
        with self._lock, chosen(self._folder):
            for slip in self._printer.slips:
                if slip.number > self._saved:
                    self._save(slip)
                    self._saved = slip.number

    def _save(self, slip: PaperSlip) -> None:
        stem = self._folder / f"slip-{slip.number:04d}"
        partial = stem.with_suffix(".part")
        slip.picture.save(partial, format="PNG", optimize=True)
        stem.with_suffix(".bin").write_bytes(slip.data)
        partial.replace(stem.with_suffix(".png"))


@dataclass(frozen=True, slots=True)
class PrinterOrder:
    """Which virtual printer is wanted, and where it listens."""

    profile: str = DEFAULT_PROFILE
    tcp_port: int | None = None
    """0 takes a free one; None for no TCP port."""
    rfc2217_port: int | None = None
    link: Path | None = None
    """A lasting name of its serial line."""
    usb: bool = False
    """True when its serial line is a virtual one on USB, which goes away with the power."""
    out_dir: Path | None = None
    """Where each slip is kept."""
    paper_mm: float | None = None
    roll_mm: float | None = None
    speed: float | None = None
    build: Mapping[str, object] = field(default_factory=dict)
    """What differs from the profile, by the names of `Build`; None differs in nothing."""
    line: Line = field(default_factory=Line)
    faults: Faults = field(default_factory=Faults)


@dataclass(frozen=True, slots=True)
class ServedPrinter:
    """A virtual printer and the URLs at which it listens."""

    printer: VirtualPrinter
    urls: tuple[str, ...]
    folder: SlipFolder | None
    """Where the order wants each slip kept."""


def start_printer(stack: ExitStack, order: PrinterOrder) -> ServedPrinter:
    """A running printer with its ports, whose URLs are printed, one line each.

    `stack` closes everything. Ports are those of the order and, where the system has them, a
    pseudo-terminal. Raises PlaceRefused when a port, the lasting name or the folder cannot be had.
    """
    profile = load_profile(order.profile)
    printer = VirtualPrinter(
        profile,
        paper_mm=order.paper_mm,
        roll_mm=order.roll_mm,
        speed=order.speed,
        build=Build.of(profile, **order.build),
        line=order.line,
        faults=order.faults,
    )
    stack.callback(printer.stop)
    folder = SlipFolder(printer, order.out_dir) if order.out_dir is not None else None
    urls = tuple(_open_ports(stack, printer, order))
    for url in urls:
        sys.stdout.write(url + "\n")
    sys.stdout.flush()
    return ServedPrinter(printer, urls, folder)


def _open_ports(stack: ExitStack, printer: VirtualPrinter, order: PrinterOrder) -> Iterator[str]:
    if order.tcp_port is not None:
        with chosen(f"tcp://127.0.0.1:{order.tcp_port}"):
            tcp = TcpPort(printer, order.tcp_port)
        stack.callback(tcp.close)
        yield f"tcp://127.0.0.1:{tcp.number}"
    if order.rfc2217_port is not None:
        from common.printing.virtual.rfc2217_port import Rfc2217Port

        with chosen(f"rfc2217://127.0.0.1:{order.rfc2217_port}"):
            server = Rfc2217Port(printer, order.rfc2217_port)
        stack.callback(server.close)
        yield f"rfc2217://127.0.0.1:{server.number}"
    if hasattr(os, "openpty"):
        lasting = order.link.absolute() if order.link is not None else None
        with chosen(f"serial://{lasting}"):
            pty = PtyPort(printer, lasting, usb=order.usb)
        stack.callback(pty.close)
        yield f"serial://{lasting or pty.path}"


def run_headless(order: PrinterOrder) -> int:
    """Serve until SIGINT or SIGTERM; the exit code is 0.

    The first lines of standard output are the printer's URLs, as `open_transport` takes them.
    """
    over = False

    def end(*_: object) -> None:
        nonlocal over
        over = True

    with ExitStack() as stack:
        # A signal handler may not take locks, so both it and the printer wake us by a byte.
        ear, mouth = (stack.enter_context(end) for end in socket.socketpair())
        mouth.setblocking(False)
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, end)
        signal.set_wakeup_fd(mouth.fileno(), warn_on_full_buffer=False)
        stack.callback(signal.set_wakeup_fd, -1)
        served = start_printer(stack, order)
        folder = served.folder

        def slip_came() -> None:
            with suppress(BlockingIOError):  # full of wake-up bytes: we wake up anyway
                mouth.send(b"\0")

        if folder is not None:
            served.printer.observe(slip_came)
        while not over:
            ear.recv(4096)
            if folder is not None:
                folder.save_new()
    return 0
