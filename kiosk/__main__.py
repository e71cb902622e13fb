"""`jiaohao kiosk`, or `python -m kiosk`."""

from __future__ import annotations

import argparse
import os
import re
import sys

from common.domain.errors import JiaohaoError
from common.domain.text import Language
from common.qt.application import Lifeline, create_application, set_up_logging
from common.store import open_store
from kiosk.app import Kiosk, KioskOptions

EXIT_REFUSED = 1


def main(argv: list[str]) -> int:
    """Run a kiosk until its window closes; returns the exit code of the process."""
    given = _parse(argv)
    create_application("kiosk")
    set_up_logging("kiosk")
    try:
        store = open_store(given.db)
        kiosk = Kiosk(
            store,
            KioskOptions(
                name=given.name,
                language=Language(given.lang),
                printer_url=given.printer,
                printer_profile=given.printer_profile,
            ),
        )
    except JiaohaoError as error:
        print(f"kiosk: {error.text(Language(given.lang))}", file=sys.stderr)
        return EXIT_REFUSED
    lifeline = Lifeline()
    lifeline.broken.connect(kiosk.journey.give_up)
    kiosk.show(*(given.windowed or (None, None)))
    try:
        return lifeline.run()
    finally:
        kiosk.close()
        store.close()


def _parse(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="jiaohao kiosk", description="The kiosk of a hall.")
    parser.add_argument(
        "--db",
        default=os.environ.get("JIAOHAO_DB"),
        required="JIAOHAO_DB" not in os.environ,
        help="the hall's database: a file path, sqlite:///PATH or postgresql://… (JIAOHAO_DB)",
    )
    parser.add_argument("--name", default="kiosk-1", help="this kiosk's name in the record")
    parser.add_argument("--lang", choices=[language.value for language in Language], default="zh")
    parser.add_argument(
        "--printer", metavar="URL", help="serial:///dev/ttyUSB0?baud=19200, tcp://host:9100, file:///…"
    )
    parser.add_argument("--printer-profile", default="generic-80", metavar="CODE")
    parser.add_argument(
        "--windowed", metavar="WxH", type=_size, help="in a window of this size, e.g. 540x960"
    )
    return parser.parse_args(argv)


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d+)x(\d+)", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text} is not a size like 540x960")
    return int(match[1]), int(match[2])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
