"""`jiaohao display`, or `python -m display`."""

from __future__ import annotations

import argparse
import os
import sys

from common.domain.errors import JiaohaoError
from common.domain.text import Language
from common.qt.application import Lifeline, create_application, set_up_logging
from common.qt.geometry import parse_geometry
from common.store import DatabaseAway, Store, open_store
from display.app import Display, DisplayOptions

EXIT_REFUSED = 1


def main(argv: list[str]) -> int:
    """Run a board until its window closes; returns the exit code of the process."""
    given = _parse(argv)
    language = Language(given.lang)
    stores: list[Store] = []

    def open_once() -> Store:
        if not stores:
            stores.append(open_store(given.db))
        return stores[0]

    try:
        open_once()
    except DatabaseAway:
        pass  # the board says so and waits
    except JiaohaoError as error:
        print(f"display: {error.text(language)}", file=sys.stderr)  # noqa: T201
        return EXIT_REFUSED
    create_application("display")
    set_up_logging("display")
    options = DisplayOptions(zone=given.zone, language=language, silent=given.silent)
    display = Display(open_once, options)
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
        for store in stores:
            store.close()


def _parse(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="jiaohao display", description="A board of the hall.")
    parser.add_argument(
        "--db",
        default=os.environ.get("JIAOHAO_DB"),
        required="JIAOHAO_DB" not in os.environ,
        help="the hall's database: a file path, sqlite:///PATH or postgresql://… (JIAOHAO_DB)",
    )
    parser.add_argument("--zone", metavar="CODE", help="the board of one zone, e.g. F")
    parser.add_argument("--lang", choices=[language.value for language in Language], default="zh")
    parser.add_argument("--silent", action="store_true", help="no chime")
    parser.add_argument(
        "--windowed",
        metavar="WxH[+X+Y]",
        type=parse_geometry,
        help="in a window of this size, e.g. 960x540",
    )
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
