"""`jiaohao kiosk`, or `python -m kiosk`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from common.cli.watching import run_front_end
from common.devices.address import DeviceKind, with_kind
from common.domain.errors import JiaohaoError
from common.qt.application import Lifeline, create_application, set_up_logging
from common.qt.options import FrontEndOptions, hall_address
from common.qt.presentation import prepare_presentation
from common.qt.refusal import tell_refusal
from common.store import open_store
from kiosk.input_method import prepare_input_method

_FIRST_THINGS_FIRST = 1500
"""Milliseconds after which the kiosk, usable by then, looks for a voice and reads its forms."""


def main(argv: list[str] | None = None) -> int:
    """Run one kiosk until its window is closed; returns the exit code of the process."""
    options = _parse(argv)
    from kiosk.app import KioskApp
    from kiosk.options import KioskOptions

    try:
        store = open_store(hall_address(options, with_staff=False), patient=True)
        prepare_input_method()
        create_application("kiosk")
        set_up_logging("kiosk")
        app = KioskApp(
            store,
            prepare_presentation(options.lang, options.pseudo),
            KioskOptions(
                options.name,
                options.printer,
                options.printer_profile,
                _devices(options),
                pictures=options.pictures,
                screen=options.screen,
                cursor=not options.no_cursor,
                forms=options.forms,
            ),
        )
    except JiaohaoError as error:
        tell_refusal("kiosk", error.text(options.lang))
        return 1
    lifeline = Lifeline()
    lifeline.broken.connect(app.journey.give_up)
    app.models.staff.start_again_wanted.connect(lifeline.start_again)
    app.models.staff.end_wanted.connect(lifeline.leave)
    if options.windowed:
        if options.windowed.place:
            app.window.setPosition(*options.windowed.place)
        app.show(options.windowed.width, options.windowed.height)
    else:
        app.show()
    QTimer.singleShot(_FIRST_THINGS_FIRST, app.models.voice, app.models.voice.prepare)
    shelf = app.models.forms.form_shelf
    QTimer.singleShot(_FIRST_THINGS_FIRST, shelf, shelf.look)
    code = lifeline.run()
    app.close()
    store.close()
    return code


def _parse(argv: list[str] | None) -> argparse.Namespace:
    parser = FrontEndOptions("kiosk", "Where citizens take a number.", size="540x960")
    parser.add_argument("--name", default="kiosk-1", help="this kiosk's code in the hall file")
    parser.add_argument(
        "--printer",
        metavar="URL",
        help="serial:///dev/ttyUSB0?baud=19200, tcp://host:9100, file:///…",
    )
    parser.add_argument("--printer-profile", default="generic-80", metavar="CODE")
    parser.add_argument(
        "--pictures",
        metavar="FOLDER",
        type=Path,
        help="PNG, JPEG and SVG to show while nobody is there (else the hall file's folder)",
    )
    parser.add_argument(
        "--screen", metavar="NAME", help="of several screens: its name, or its number from 1 on"
    )
    parser.add_argument(
        "--no-cursor", action="store_true", help="draw no pointer on the full screen"
    )
    parser.add_argument(
        "--scanner",
        metavar="URL",
        action="append",
        default=[],
        help="serial:///dev/ttyACM0, or keyboard for one that types (may be given again)",
    )
    parser.add_argument(
        "--id-reader",
        metavar="URL",
        action="append",
        default=[],
        help="serial:///dev/ttyUSB1 (may be given again)",
    )
    parser.add_argument(
        "--forms", metavar="FOLDER", type=Path, help="a folder of forms of your own"
    )
    return parser.of_this_pc(argv)


def _devices(options: argparse.Namespace) -> tuple[str, ...]:
    """Their addresses as `jiaohao devices` lists them, with the kind in front."""
    wanted = ((DeviceKind.SCANNER, options.scanner), (DeviceKind.ID_READER, options.id_reader))
    return tuple(with_kind(kind, url) for kind, urls in wanted for url in urls)


if __name__ == "__main__":
    sys.exit(run_front_end("kiosk", sys.argv[1:]))
