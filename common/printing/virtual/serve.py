"""The virtual printer without a window: for scripts, tests and machines without a display."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from common.printing.errors import PrinterUnreachable
from common.printing.profile import load_profile
from common.printing.virtual.device import NEW_ROLL_MM, VirtualPrinter
from common.printing.virtual.mechanism import PaperSlip
from common.printing.virtual.ports import PtyPort, TcpPort

DEFAULT_PROFILE = "generic-80"


class SlipFolder:
    """Saves each slip as ``slip-0001.png`` and ``slip-0001.bin`` when it leaves the printer."""

    def __init__(self, printer: VirtualPrinter, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._printer = printer
        self._folder = folder
        self._saved = 0
        self._lock = threading.Lock()

    def save_new(self) -> None:
        """Save what has not been saved yet."""
        with self._lock:
            slips = self._printer.slips
            for slip in slips[self._saved :]:
                self._save(slip)
            self._saved = len(slips)

    def _save(self, slip: PaperSlip) -> None:
        stem = self._folder / f"slip-{slip.number:04d}"
        partial = stem.with_suffix(".part")
        slip.picture.save(partial, format="PNG", optimize=True)
        stem.with_suffix(".bin").write_bytes(slip.data)
        partial.replace(stem.with_suffix(".png"))


@dataclass(frozen=True, slots=True)
class ServedPrinter:
    """A virtual printer and the URLs at which it listens."""

    printer: VirtualPrinter
    urls: tuple[str, ...]


def start_printer(
    stack: ExitStack,
    tcp_port: int | None,
    paper_mm: float | None,
    cover_open: bool,
    link: Path | None,
    profile: str,
) -> ServedPrinter:
    """A running printer with its ports, whose URLs are printed, one line each.

    `stack` closes everything. Ports are a TCP port when `tcp_port` is given (0: any free one) and,
    where the system has them, a pseudo-terminal. Raises PrinterUnreachable when a port is taken.
    """
    printer = VirtualPrinter(
        load_profile(profile),
        paper_mm=NEW_ROLL_MM if paper_mm is None else paper_mm,
        cover_open=cover_open,
    )
    stack.callback(printer.stop)
    urls = []
    if tcp_port is not None:
        with _named(f"tcp://127.0.0.1:{tcp_port}"):
            port = TcpPort(printer, tcp_port)
        stack.callback(port.close)
        urls.append(f"tcp://127.0.0.1:{port.number}")
    if hasattr(os, "openpty"):
        lasting = link.absolute() if link is not None else None
        with _named(f"serial://{lasting}"):
            pty = PtyPort(printer, lasting)
        stack.callback(pty.close)
        urls.append(f"serial://{lasting or pty.path}")
    for url in urls:
        sys.stdout.write(url + "\n")
    sys.stdout.flush()
    return ServedPrinter(printer, tuple(urls))


@contextmanager
def _named(url: str) -> Iterator[None]:
    """A port that cannot be opened is an expected failure."""
    try:
        yield
    except OSError as error:
        raise PrinterUnreachable(url=url, reason=error.strerror or str(error)) from error


def run_headless(
    tcp_port: int | None = None,
    paper_mm: float | None = None,
    cover_open: bool = False,
    link: Path | None = None,
    out_dir: Path | None = None,
    profile: str = DEFAULT_PROFILE,
) -> int:
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
        served = start_printer(stack, tcp_port, paper_mm, cover_open, link, profile)
        folder = SlipFolder(served.printer, out_dir) if out_dir is not None else None

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
