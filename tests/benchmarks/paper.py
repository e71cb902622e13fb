"""From a touch to the printer, and what a slip costs on the wire."""

from __future__ import annotations

import multiprocessing
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from multiprocessing.synchronize import Event as Gate
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
from counter.app import CounterApp
from kiosk.models import KioskModels
from kiosk.options import KioskOptions
from tests.benchmarks.measuring import Durations, Row

_VISITS = 40
_GUIDE, _GUIDES_COUNTER, _PASSWORD = "z01", "A05", "jiaohao-demo"
_CHANGES = 12
_OPENING_SECONDS = 1.0
_BITS_PER_BYTE = 10
"""8N1: a start bit, eight data bits, a stop bit."""
_PROOF_BYTES = 3
"""``GS r 1`` behind the cut."""
_spawn = multiprocessing.get_context("spawn")


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
    # A kiosk has looked at its printer and read its forms long before its first citizen comes.
    models.forms.form_shelf.look()
    _rest(_OPENING_SECONDS)
    _until(lambda: models.forms.form_shelf.listed() != [])
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


def trouble_to_alarm(url: str) -> Row:
    """From a change at an idle kiosk's printer to the counter of a guide, in another process."""
    create_application("bench", widgets=True)
    presentation = prepare_presentation("zh")
    device = VirtualPrinter(load_profile("generic-80"))
    port = TcpPort(device, 0)
    store = open_store(url)
    models = KioskModels(
        store, presentation.translator, KioskOptions("bench", f"tcp://127.0.0.1:{port.number}")
    )
    models.start()
    over, told = _spawn.Event(), _spawn.Queue()
    counter = _spawn.Process(target=_watch_at_counter, args=(url, over, told))
    counter.start()
    _until(lambda: not told.empty())
    told.get()
    took = Durations()
    for change in range(_CHANGES):
        opened = change % 2 == 0
        _rest(change / _CHANGES)  # so that it falls on any moment between two looks
        started = time.time()
        device.set_cover(opened)
        _until(lambda: not told.empty())
        alarms, at = told.get()
        assert alarms == opened
        took.values.append((at - started) * 1000)
    over.set()
    counter.join(10)
    models.close()
    store.close()
    port.close()
    device.stop()
    presentation.translator.close()
    return Row(
        "printer's cover opened or closed → alarm at a counter of another process",
        f"p50 {took.p50:.0f} ms, p99 {took.p99:.0f} ms",
        "p99 ≤ 2000 ms",
        took.p99 <= 2000,
        took.figures(),
    )


def help_to_alarm(url: str) -> Row:
    """From the touch on 呼叫帮办 to the counter of a guide, in another process; then called off."""
    create_application("bench", widgets=True)
    presentation = prepare_presentation("zh")
    store = open_store(url)
    models = KioskModels(store, presentation.translator, KioskOptions("bench"))
    models.start()
    over, told = _spawn.Event(), _spawn.Queue()
    counter = _spawn.Process(target=_watch_at_counter, args=(url, over, told, "help_calls"))
    counter.start()
    _until(lambda: not told.empty())
    told.get()
    took = Durations()
    for _ in range(_CHANGES):
        for touch, calls in ((models.help.call, 1), (models.help.withdraw, 0)):
            started = time.time()
            touch()
            _until(lambda: not told.empty())
            alarms, at = told.get()
            assert alarms == calls
            if calls:
                took.values.append((at - started) * 1000)
                _until(lambda: str(models.help.stage) == "called")
    over.set()
    counter.join(10)
    models.close()
    store.close()
    presentation.translator.close()
    return Row(
        "help called at a kiosk → alarm at a counter of another process",
        f"p50 {took.p50:.0f} ms, p99 {took.p99:.0f} ms",
        "p99 ≤ 2000 ms",
        took.p99 <= 2000,
        took.figures(),
    )


def _watch_at_counter(
    url: str,
    over: Gate,
    told: multiprocessing.Queue,  # type: ignore[type-arg]
    watched: str = "alarms",
) -> None:
    """A guide's counter tells how many alarms it shows, and when, at each change."""
    create_application("counter", widgets=True)
    presentation = prepare_presentation("zh")
    store = open_store(url)
    app = CounterApp(store, presentation, counter=_GUIDES_COUNTER, login=_GUIDE)
    app.sign_in.set_password(_PASSWORD)
    _until(lambda: bool(app.sign_in.hall_name))
    app.sign_in.sign_in()
    _until(lambda: app.desk is not None and app.desk.view is not None)
    assert app.desk is not None
    desk = app.desk

    def shown() -> int:
        return len(desk.help_calls.lines if watched == "help_calls" else desk.alarms.alarms)

    _until(lambda: not shown())
    changed = desk.help_calls.changed if watched == "help_calls" else desk.alarms.changed
    changed.connect(lambda: told.put((shown(), time.time())))
    told.put("ready")
    _until(over.is_set, 60_000)
    app.close()
    store.close()
    presentation.translator.close()


def _rest(seconds: float) -> None:
    ready = time.monotonic() + seconds
    _until(lambda: time.monotonic() > ready)


def _until(met: Callable[[], bool], milliseconds: int = 20_000) -> None:
    deadline = QDeadlineTimer(milliseconds)
    while not met():
        if deadline.hasExpired():
            raise TimeoutError("kiosk or counter did not get there")
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
