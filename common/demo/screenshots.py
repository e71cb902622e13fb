"""`python -m common.demo.screenshots`: a picture of every screen in every state."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "build" / "screenshots"
FRONT_ENDS = ("kiosk", "counter", "display", "printer", "slip")


def main(arguments: list[str]) -> int:
    """Take the pictures; returns the exit code of the process."""
    given = _parse(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")  # no window manager to tell
    logging.disable(logging.WARNING)  # the database goes away on purpose
    from common.demo.contact_sheet import write_contact_sheet
    from common.demo.hand import NeverHappened
    from common.demo.readme_pictures import refresh_readme_pictures

    try:
        _take(given.out, given.only or FRONT_ENDS)
    except NeverHappened as error:
        sys.stderr.write(f"✗ {error}\n")
        return 1
    print(f"• all of them: {write_contact_sheet(given.out)}")
    if given.readme:
        for picture in refresh_readme_pictures(given.out, ROOT / "docs" / "pictures"):
            print(f"• {picture.relative_to(ROOT)}, {picture.stat().st_size // 1000} kB")
    return 0


def _take(folder: Path, front_ends: list[str] | tuple[str, ...]) -> None:
    from common.demo.pictures_counter import take_counter_pictures
    from common.demo.pictures_display import take_display_pictures
    from common.demo.pictures_kiosk import take_kiosk_pictures
    from common.demo.pictures_paper import take_printer_pictures, take_slip_pictures
    from common.demo.studio import Studio
    from common.qt.application import create_application
    from common.qt.presentation import prepare_presentation

    takers: dict[str, Callable[[Studio], None]] = {
        "kiosk": take_kiosk_pictures,
        "counter": take_counter_pictures,
        "display": take_display_pictures,
        "printer": take_printer_pictures,
        "slip": take_slip_pictures,
    }
    application = create_application("screenshots", widgets=True)
    presentation = prepare_presentation("zh")
    with tempfile.TemporaryDirectory(prefix="jiaohao-pictures-") as workshop:
        studio = Studio(presentation, folder, Path(workshop))
        for name in front_ends:
            shutil.rmtree(folder / name, ignore_errors=True)
            began = time.monotonic()
            takers[name](studio)
            count = len(list((folder / name).glob("*.png")))
            print(f"• {name}: {count} pictures in {time.monotonic() - began:.0f} s", flush=True)
    application.processEvents()
    presentation.translator.close()


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=PICTURES, metavar="FOLDER", help="where the pictures go"
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=FRONT_ENDS,
        help="one front end; can be given several times",
    )
    parser.add_argument(
        "--readme", action="store_true", help="refresh docs/pictures from what was drawn"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
