"""From a touch to the printer, and what a slip costs on the wire."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from statistics import median_high
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDeadlineTimer

from common import operations
from common.domain.text import Language
from common.operations.samples import sample_slip
from common.printing.profile import load_profile
from common.printing.slip import slip_bytes
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import TcpPort
from common.qt.application import create_application
from common.qt.presentation import prepare_presentation
from common.store import open_store
from kiosk.app import KioskModels, KioskOptions
from tests.benchmarks.measuring import Durations, Row

_VISITS = 40
_CHANGES = 12
_OPENING_SECONDS = 1.0
_BITS_PER_BYTE = 10
"""8N1: a start bit, eight data bits, a stop bit."""
_PROOF_BYTES = 3
"""``GS r 1`` behind the cut."""


def slip_on_the_wire(url: str) -> Row:
    """Half of the hall's services and bundles have a slip of at most so many bytes."""
    store = open_store(url)
    hall = operations.hall(store)
    store.close()
    now = datetime.now(ZoneInfo(hall.time_zone))
    profile = load_profile("generic-80")
    sizes = [
        len(slip_bytes(sample_slip(hall, thing, now, 6), profile, Language.ZH)) + _PROOF_BYTES
        for thing in (*hall.services, *hall.bundles)
    ]
    size = median_high(sizes)
    seconds = size * _BITS_PER_BYTE / 9600
    return Row(
        "a slip on the wire at 9600 baud (80 mm, Chinese, with its proof)",
        f"{size} bytes, {seconds:.2f} s; the longest {max(sizes)} bytes",
        "≤ 0.35 s",
        seconds <= 0.355,
        {"bytes": size, "seconds": round(seconds, 3), "longest": max(sizes)},
    )


def touch_to_first_byte(url: str) -> Row:
    """From the touch on 取号 to the first byte of the slip at the printer."""
    create_application("bench", widgets=True)
    presentation = prepare_presentation("zh")
    device = VirtualPrinter(load_profile("generic-80"), speed=10_000)
    port = TcpPort(device, 0)
    tap = _Tap(port.number)
    store = open_store(url)
    models = KioskModels(
        store, presentation.translator, KioskOptions("bench", f"tcp://127.0.0.1:{tap.port}")
    )
    models.start()
    _until(lambda: models.hall.hall is not None)
    # A kiosk has looked at its printer long before its first citizen comes.
    _rest(_OPENING_SECONDS)
    took = Durations()
    for _ in range(_VISITS):
        models.journey.start()
        models.journey.choose_service("FA002")
        tap.forget()
        started = time.perf_counter()
        models.taking.take_number()
        _until(lambda: models.journey.page.value == "slip" and not models.taking.busy)
        took.values.append((tap.slip_began() - started) * 1000)
        models.journey.finish()
    models.close()
    store.close()
    tap.close()
    port.close()
    device.stop()
    presentation.translator.close()
    return Row(
        "touch → first byte of the slip at the printer",
        f"p50 {took.p50:.0f} ms, p99 {took.p99:.0f} ms",
        "p99 ≤ 150 ms",
        took.p99 <= 150,
        took.figures(),
    )


def change_to_hall(url: str) -> Row:
    """From a change at an idle kiosk's printer to the hall's database."""
    create_application("bench", widgets=True)
    presentation = prepare_presentation("zh")
    device = VirtualPrinter(load_profile("generic-80"))
    port = TcpPort(device, 0)
    store = open_store(url)
    models = KioskModels(
        store, presentation.translator, KioskOptions("bench", f"tcp://127.0.0.1:{port.number}")
    )
    models.start()

    def known(trouble: str) -> bool:
        said = operations.last_report(store, models.code)
        return said is not None and said.trouble == trouble

    _until(lambda: known("none"))
    took = Durations()
    for change in range(_CHANGES):
        opened = change % 2 == 0
        _rest(change / _CHANGES)  # so that it falls on any moment between two looks
        started = time.perf_counter()
        device.set_cover(opened)
        _until(partial(known, "cover_open" if opened else "none"))
        took.values.append((time.perf_counter() - started) * 1000)
    models.close()
    store.close()
    port.close()
    device.stop()
    presentation.translator.close()
    return Row(
        "printer's cover opened or closed → known to the hall",
        f"p50 {took.p50:.0f} ms, p99 {took.p99:.0f} ms",
        "p99 ≤ 1500 ms",
        took.p99 <= 1500,
        took.figures(),
    )


def _rest(seconds: float) -> None:
    ready = time.monotonic() + seconds
    _until(lambda: time.monotonic() > ready)


def _until(met: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(20_000)
    while not met():
        if deadline.hasExpired():
            raise TimeoutError("the kiosk did not get there")
        QCoreApplication.processEvents()
        time.sleep(0.0005)  # leaves the interpreter to the workers, as a real event loop does


class _Tap:
    """Sits between the kiosk and the printer and notes when a slip begins."""

    def __init__(self, printer_port: int) -> None:
        self._target = printer_port
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self._began = 0.0
        threading.Thread(target=self._serve, daemon=True).start()

    def forget(self) -> None:
        self._began = 0.0

    def slip_began(self) -> float:
        """When the first byte of the slip itself passed: it starts with ESC @ FS &."""
        return self._began

    def close(self) -> None:
        self._server.close()

    def _serve(self) -> None:
        while True:
            try:
                kiosk, _ = self._server.accept()
            except OSError:
                return
            printer = socket.create_connection(("127.0.0.1", self._target))
            threading.Thread(target=self._pass, args=(printer, kiosk, False), daemon=True).start()
            self._pass(kiosk, printer, True)

    def _pass(self, source: socket.socket, target: socket.socket, watch: bool) -> None:
        try:
            while data := source.recv(4096):
                if watch and not self._began and b"\x1b@\x1c&" in data:
                    self._began = time.perf_counter()
                target.sendall(data)
        except OSError:
            pass
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)  # wakes whoever reads from it; close does not
            end.close()
