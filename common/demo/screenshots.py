"""`python -m common.demo.screenshots`: a picture of every screen in every state."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "build" / "screenshots"
FRONT_ENDS = ("kiosk", "counter", "display", "printer", "slip")


def main(arguments: list[str]) -> int:
    """Take the pictures; returns the exit code of the process."""
    given = _parse(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # no window manager to tell
    from common.demo.contact_sheet import write_contact_sheet
    from common.demo.readme_pictures import refresh_readme_pictures

    front_ends = given.only or FRONT_ENDS
    if not _take_all(given.out, front_ends):
        return 1
    print(f"• all of them: {write_contact_sheet(given.out)}")
    if given.readme:
        folder = ROOT / "docs" / "pictures"
        for picture in refresh_readme_pictures(given.out, folder, front_ends):
            print(f"• {picture.relative_to(ROOT)}, {picture.stat().st_size // 1000} kB")
    return 0


def _take_all(folder: Path, front_ends: Sequence[str]) -> bool:
    """One process for each front end: most of the time they wait for paper and transitions."""
    with ProcessPoolExecutor(len(front_ends), mp_context=get_context("spawn")) as processes:
        taking = [processes.submit(take_pictures, folder, name) for name in front_ends]
        results = []
        for done in as_completed(taking):
            succeeded, told = done.result()
            print(told, flush=True)
            results.append(succeeded)
    return all(results)


def take_pictures(folder: Path, front_end: str) -> tuple[bool, str]:
    """Take one front end's pictures anew; returns whether it worked, and what to tell."""
    from common.demo.hand import NeverHappened
    from common.demo.pictures_counter import take_counter_pictures
    from common.demo.pictures_display import take_display_pictures
    from common.demo.pictures_kiosk import take_kiosk_pictures
    from common.demo.pictures_paper import take_printer_pictures, take_slip_pictures
    from common.demo.studio import Studio
    from common.qt.application import create_application
    from common.qt.presentation import prepare_presentation
    from kiosk.input_method import prepare_input_method

    takers: dict[str, Callable[[Studio], None]] = {
        "kiosk": take_kiosk_pictures,
        "counter": take_counter_pictures,
        "display": take_display_pictures,
        "printer": take_printer_pictures,
        "slip": take_slip_pictures,
    }
    logging.disable(logging.WARNING)  # the database goes away on purpose
    began = time.monotonic()
    shutil.rmtree(folder / front_end, ignore_errors=True)
    prepare_input_method()
    application = create_application("screenshots", widgets=True)
    presentation = prepare_presentation("zh")
    with tempfile.TemporaryDirectory(prefix="jiaohao-pictures-") as workshop:
        try:
            takers[front_end](Studio(presentation, folder, Path(workshop)))
        except NeverHappened as error:
            return False, f"✗ {front_end}: {error}"
        application.processEvents()
    presentation.translator.close()
    count = len(list((folder / front_end).glob("*.png")))
    return True, f"• {front_end}: {count} pictures in {time.monotonic() - began:.0f} s"


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
