"""One real front end as a process of its own, driven by lines on standard input.

Each line is a word and its argument; the answer is one line of JSON. Run by the tests:
`python -m tests.end_to_end.front_end kiosk --db hall.db …`.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from common.demo.hand import press, touch
from common.qt.application import create_application
from common.qt.presentation import prepare_presentation
from common.store import Store, open_store

Answer = Callable[[str], Any]


class Listener(QObject):
    """Brings the lines from standard input to the GUI thread."""

    heard = Signal(str)

    def __init__(self, answers: dict[str, Answer]) -> None:
        super().__init__()
        self._answers = answers
        self.heard.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.heard.emit(line.strip())
        self.heard.emit("end")

    def _answer(self, line: str) -> None:
        word, _, argument = line.partition(" ")
        if word == "end":
            QCoreApplication.quit()
            return
        sys.stdout.write(json.dumps(self._answers[word](argument)) + "\n")
        sys.stdout.flush()


def kiosk(store: Store, presentation: Any, printer: str) -> dict[str, Answer]:
    from kiosk.app import KioskApp
    from kiosk.options import KioskOptions

    app = KioskApp(store, presentation, KioskOptions("kiosk-1", *printer.split()))
    app.show(1080, 1920)
    return {
        "ready": lambda _: app.models.hall.hall is not None,
        "touch": lambda name: touch(app.window, name),
        "page": lambda _: app.journey.page.value,
        "stage": lambda _: app.taking.stage.value,
        "help": lambda _: [app.models.help.stage, app.models.help.who],
        "prints": lambda _: app.models.report.prints,
        "can_print_again": lambda _: app.taking.canPrintAgain,
    }


def counter(store: Store, presentation: Any, code: str) -> dict[str, Answer]:
    from counter.app import CounterApp
    from counter.view_models.press_guard import PressGuard

    app = CounterApp(store, presentation, counter=code, guard=PressGuard(0))
    app.window.resize(1366, 768)
    app.window.show()

    def sign_in(login: str) -> None:
        app.sign_in.set_login(login)
        app.sign_in.set_password("jiaohao-demo")
        app.sign_in.sign_in()

    def current(_: str) -> dict[str, str] | None:
        ticket = app.desk.current if app.desk and app.desk.view else None
        return {"number": ticket.number, "state": ticket.state} if ticket else None

    return {
        "ready": lambda _: app.sign_in.counter_found is not None,
        "sign_in": sign_in,
        "at_desk": lambda _: app.desk is not None and app.desk.view is not None,
        "help": lambda _: [
            [line.stage, line.name, line.where] for line in app.desk.help_calls.lines
        ],
        "ctrl": lambda key: press(
            app.window, Qt.Key[f"Key_{key}"], Qt.KeyboardModifier.ControlModifier
        ),
        "press": lambda key: press(app.window, Qt.Key[f"Key_{key}"]),
        "sheet": lambda _: app.desk is not None and app.desk.sheet is not None,
        "current": current,
        "waiting": lambda _: app.desk.waiting_count if app.desk else None,
    }


def display(store: Store, presentation: Any, zone: str) -> dict[str, Answer]:
    from display.app import Display, DisplayOptions

    app = Display(lambda: store, DisplayOptions(zone=zone or None, silent=True), presentation)
    app.show(1920, 1080)
    heard: list[str] = []
    app.announcer.announced.connect(lambda calls: heard.extend(call.number for call in calls))
    return {
        "ready": lambda _: bool(app.board.hallName),
        "away": lambda _: app.board.away,
        "banner": lambda _: [call.number for call in app.announcer.banner],
        "announced": lambda _: heard,
    }


def main() -> int:
    name, database, option = sys.argv[1:4]
    application = create_application(name, widgets=True)
    store = open_store(database)
    builders = {"kiosk": kiosk, "counter": counter, "display": display}
    listener = Listener(builders[name](store, prepare_presentation("zh"), option))
    listener.setObjectName("listener")
    code = application.exec()
    os._exit(code)  # the tests look at what a process did, not at how it tidies up


if __name__ == "__main__":
    sys.exit(main())
