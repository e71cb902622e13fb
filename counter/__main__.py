"""`jiaohao counter`, or `python -m counter`."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from common.cli.watching import run_front_end
from common.devices.address import DeviceKind, device_address, with_kind
from common.domain.errors import JiaohaoError
from common.qt.application import Lifeline, create_application, set_up_logging
from common.qt.options import FrontEndOptions, hall_address
from common.qt.presentation import prepare_presentation
from common.qt.refusal import tell_refusal
from common.store import open_store
from counter.last_counter import last_counter, remember_counter

if TYPE_CHECKING:
    from counter.paper_outlet import PaperOutlet

log = logging.getLogger(__name__)


def main(argv: list[str] | None = None) -> int:
    """Run one counter until its window is closed; returns the exit code of the process."""
    options = _parse(argv)
    try:
        store = open_store(hall_address(options, with_staff=True), patient=True)
    except JiaohaoError as error:
        tell_refusal("counter", error.text(options.lang))
        return 1
    from counter.app import CounterApp, FormPlaces

    application = create_application("counter", widgets=True)
    try:
        for url in options.scanner:
            device_address(url)
        outlet = _outlet(options)
    except JiaohaoError as error:
        store.close()
        tell_refusal("counter", error.text(options.lang))
        return 1
    set_up_logging("counter")
    lifeline = Lifeline()
    presentation = prepare_presentation(options.lang, options.pseudo)
    app = CounterApp(
        store,
        presentation,
        counter=options.counter or last_counter(),
        login=options.login,
        audible=not options.silent,
        outlet=outlet,
        forms=FormPlaces(
            None if options.practice else options.form_key, options.forms, options.form_printer
        ),
        scanners=options.scanner,
    )
    lifeline.broken.connect(app.show_broken)
    if not options.practice:
        app.sign_in.signed_in.connect(lambda signed_in: remember_counter(signed_in.session.counter))
    if options.password_stdin:
        app.sign_in.set_password(sys.stdin.readline().rstrip("\r\n"))
        app.sign_in.sign_in()
    if options.windowed:
        app.window.resize(options.windowed.width, options.windowed.height)
        if options.windowed.place:
            app.window.move(*options.windowed.place)
        app.window.show()
    else:
        app.window.showMaximized()
    application.setQuitOnLastWindowClosed(True)
    log.info("the counter is on screen")
    code = lifeline.run()
    app.close()
    store.close()
    return code


def _parse(argv: list[str] | None) -> argparse.Namespace:
    parser = FrontEndOptions("counter", "The clerk's desk.", size="1366x768")
    parser.add_argument(
        "--counter",
        default="",
        help="the counter's number, e.g. A01 (else the last one signed in at on this PC)",
    )
    parser.add_argument("--login", default="", help="the clerk's login to begin with")
    parser.add_argument(
        "--silent",
        action="store_true",
        help="no tone when somebody comes while the desk is free, or a kiosk needs help",
    )
    parser.add_argument(
        "--printer",
        metavar="URL",
        help="the counter's own printer, for notices, receipts and slips: tcp://HOST:9100, "
        "serial:///dev/ttyUSB0?baud=19200",
    )
    parser.add_argument("--printer-profile", default="generic-80", metavar="CODE")
    parser.add_argument(
        "--scanner",
        metavar="URL",
        action="append",
        default=[],
        help="a scanner of codes, as `jiaohao devices` names it: scanner:serial:///dev/ttyACM0, "
        "scanner:keyboard; may be given several times",
    )
    parser.add_argument(
        "--form-key",
        metavar="FILE",
        type=Path,
        help="the key that opens filled forms (else JIAOHAO_FORM_KEY, else this user's settings)",
    )
    parser.add_argument(
        "--forms", metavar="FOLDER", type=Path, help="a folder of forms of your own"
    )
    parser.add_argument(
        "--form-printer",
        metavar="NAME",
        default="",
        help="the system's printer for forms on A4 (else its default one)",
    )
    parser.add_argument(
        "--password-stdin",
        action="store_true",
        help="sign in at once with the password on the first line of standard input",
    )
    options = parser.of_this_pc(argv)
    options.scanner = tuple(with_kind(DeviceKind.SCANNER, one) for one in options.scanner)
    return options


def _outlet(options: argparse.Namespace) -> PaperOutlet | None:
    if options.printer is None:
        return None
    from counter.paper_outlet import PaperOutlet

    return PaperOutlet(options.printer, options.printer_profile)


if __name__ == "__main__":
    sys.exit(run_front_end("counter", sys.argv[1:]))
