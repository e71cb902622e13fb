"""A kiosk without a window in a process of its own, which may be killed at any moment.

Run by the tests: `python -m tests.kiosk.remote_kiosk DATABASE PRINTER PROFILE`. Each line on
standard input is a citizen's touch; whatever changes on the screen is a line of JSON.
"""

from __future__ import annotations

import json
import sys
import threading
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from common.domain.text import Language
from common.printing.patience import Patience
from common.qt.translations import Translator
from common.store import open_store
from kiosk import models
from kiosk.models import KioskModels
from kiosk.options import KioskOptions
from kiosk.slip_printer import SlipPrinter
from kiosk.view_models import outbox, printer_watch, slip_paper

MOMENT = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
SERVICE = "FA002"
QUICK = Patience(
    connect=0.5, reply=0.15, write=0.3, proof=0.6, clear=0.15, poll=0.05, settle=0.02, freeing=2.0
)


class Remote(QObject):
    """Touches what it is told to, and tells what is seen."""

    heard = Signal(str)

    def __init__(self, kiosk: KioskModels) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._serial = 0
        self._told = ""
        taking, journey = kiosk.taking, kiosk.journey
        self._touches = {
            "come": lambda: (journey.start(), journey.choose_service(SERVICE)),
            "take": taking.take_number,
            "without": taking.take_without_paper,
            "again": taking.print_again,
            "keep": taking.keep,
            "cancel": taking.cancel,
            "finish": journey.finish,
            "look": lambda: None,
        }
        for changed in (
            *(taking.changed, taking.stage_changed, kiosk.report.changed, journey.page_changed),
            *(kiosk.hall.changed, kiosk.hall.away_changed),
        ):
            changed.connect(self._tell)
        self.heard.connect(self._touch, Qt.ConnectionType.QueuedConnection)
        self._pulse = QTimer(self, interval=20)
        self._pulse.timeout.connect(self._tell)
        self._pulse.start()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.heard.emit(line.strip())
        self.heard.emit("end")

    def _touch(self, line: str) -> None:
        if line == "end":
            QCoreApplication.quit()
            return
        for touch in line.split():
            self._touches[touch]()
        self._serial += 1
        self._tell()

    def _tell(self) -> None:
        kiosk = self._kiosk
        seen: dict[str, Any] = {
            "serial": self._serial,
            "stage": kiosk.taking.stage.value,
            "number": kiosk.taking.number,
            "again": kiosk.taking.canPrintAgain,
            "prints": kiosk.report.prints and kiosk.report.trouble == "none",
            "page": kiosk.journey.page.value,
            "unsent": kiosk.outbox.waiting,
            "refusal": kiosk.taking.refusal["en"],
        }
        line = json.dumps(seen)
        if line != self._told:
            self._told = line
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def main(database: str, printer: str, profile: str) -> None:
    slip_paper.SETTLING_SECONDS = 0.1
    printer_watch.LOOK_SECONDS = 0.03
    outbox._RETRY_MILLISECONDS = 50
    models.SlipPrinter = partial(SlipPrinter, patience=QUICK)  # type: ignore[misc,assignment]
    qt = QCoreApplication([])
    store = open_store(database, lambda: MOMENT)
    translator = Translator(Language.ZH)
    options = KioskOptions("kiosk-7", printer, profile)
    kiosk = KioskModels(store, translator, options, clock=lambda: MOMENT)
    remote = Remote(kiosk)
    kiosk.start()
    qt.exec()
    remote._pulse.stop()
    kiosk.close()
    translator.close()
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
