"""`jiaohao display`, or `python -m display`."""

from __future__ import annotations

import argparse
import sys

from common.cli.watching import run_front_end
from common.domain.errors import JiaohaoError
from common.domain.text import Language
from common.qt.application import Lifeline, create_application, set_up_logging
from common.qt.options import FrontEndOptions, hall_address
from common.qt.presentation import prepare_presentation
from common.qt.refusal import tell_refusal
from common.store import open_store
from display.app import Display, DisplayOptions

EXIT_REFUSED = 1


def main(argv: list[str] | None = None) -> int:
    """Run a board until its window closes; returns the exit code of the process."""
    given = _parse(argv)
    language = Language(given.lang)
    try:
        store = open_store(hall_address(given, with_staff=False), patient=True)
    except JiaohaoError as error:
        tell_refusal("display", error.text(language))
        return EXIT_REFUSED
    create_application("display")
    set_up_logging("display")
    options = DisplayOptions(given.zone, language, silent=given.silent, screen=given.screen)
    try:
        display = Display(lambda: store, options, prepare_presentation(language, given.pseudo))
    except JiaohaoError as error:
        store.close()
        tell_refusal("display", error.text(language))
        return EXIT_REFUSED
    lifeline = Lifeline()
    lifeline.broken.connect(display.board.lose)
    if given.windowed:
        if given.windowed.place:
            display.window.setPosition(*given.windowed.place)
        display.show(given.windowed.width, given.windowed.height)
    else:
        display.show()
    try:
        return lifeline.run()
    finally:
        display.close()
        store.close()


def _parse(argv: list[str] | None) -> argparse.Namespace:
    parser = FrontEndOptions("display", "A board of the hall.", size="960x540")
    parser.add_argument("--zone", metavar="CODE", help="the board of one zone, e.g. F")
    parser.add_argument(
        "--screen", metavar="NAME", help="of several screens: its name, or its number from 1 on"
    )
    parser.add_argument("--silent", action="store_true", help="no chime")
    return parser.of_this_pc(argv)


if __name__ == "__main__":
    sys.exit(run_front_end("display", sys.argv[1:]))
