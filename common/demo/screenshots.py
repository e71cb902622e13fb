"""`python -m common.demo.screenshots`: a picture of every screen in every state."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "build" / "screenshots"
_PATIENCE = 900.0
"""Seconds: a sitting that takes longer hangs."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of one sitting."""

    name: str
    count: int
    seconds: float
    troubles: Sequence[str]

    def __str__(self) -> str:
        told = [f"• {self.name}: {self.count} pictures in {self.seconds:.0f} s"]
        return "\n".join(told + [f"  ✗ {trouble}" for trouble in self.troubles])


def main(arguments: list[str]) -> int:
    """Take the pictures; returns the exit code of the process."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # no window manager to tell
    from common.demo.contact_sheet import write_contact_sheet
    from common.demo.hand import NeverHappened
    from common.demo.readme_pictures import refresh_readme_pictures
    from common.demo.sittings import FRONT_ENDS, sittings

    given = _parse(arguments, FRONT_ENDS)
    front_ends = given.only or FRONT_ENDS
    chosen = [
        sitting.name
        for sitting in sittings()
        if sitting.front_end in front_ends and given.view in sitting.name
    ]
    if not given.view:
        for front_end in front_ends:
            shutil.rmtree(given.out / front_end, ignore_errors=True)
    given.out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    drawn = _draw_all(chosen, given.out, given.jobs)
    count, seconds = sum(each.count for each in drawn), time.monotonic() - began
    print(f"• {count} pictures in {seconds:.0f} s: {write_contact_sheet(given.out)}")
    if given.readme:
        folder = ROOT / "docs" / "pictures"
        try:
            for picture in refresh_readme_pictures(given.out, folder, front_ends):
                print(f"• {picture.relative_to(ROOT)}, {picture.stat().st_size // 1000} kB")
        except NeverHappened as error:
            print(f"✗ {error}")
            return 1
    return 1 if any(each.troubles for each in drawn) else 0


def _draw_all(names: Sequence[str], folder: Path, jobs: int) -> list[Drawn]:
    """One process for each sitting, `jobs` at a time: none grows, and none takes others along."""
    from common.demo.studio import prepare_halls

    drawn: list[Drawn] = []
    with tempfile.TemporaryDirectory(prefix="jiaohao-halls-") as halls:
        prepare_halls(Path(halls))
        with ThreadPoolExecutor(jobs) as threads:
            under_way = [threads.submit(_draw, name, Path(halls), folder) for name in names]
            for done in as_completed(under_way):
                drawn.append(done.result())
                print(f"[{len(drawn)}/{len(names)}] {drawn[-1]}", flush=True)
    return drawn


def _draw(name: str, halls: Path, folder: Path) -> Drawn:
    """Have a process of its own draw the sitting of this name."""
    began = time.monotonic()
    spawn = get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_sit, args=(name, halls, folder, there))
    process.start()
    there.close()
    count, troubles = 0, ["it took too long"]
    with closing(here):
        if here.poll(_PATIENCE):
            try:
                count, troubles = here.recv()
            except EOFError:
                troubles = ["its process died"]
    process.kill()
    process.join()
    return Drawn(name, count, time.monotonic() - began, troubles)


def _sit(name: str, halls: Path, folder: Path, tell: Connection) -> None:
    """In a process of its own: draw the sitting of this name, and tell what came of it."""
    from common.demo.sittings import sittings
    from common.demo.studio import Studio
    from common.domain.text import Language
    from common.qt.application import create_application
    from common.qt.presentation import prepare_presentation
    from common.qt.pseudo_locale import PseudoLocale
    from kiosk.input_method import prepare_input_method

    logging.disable(logging.WARNING)  # the database goes away on purpose
    sitting = next(each for each in sittings() if each.name == name)
    prepare_input_method()
    application = create_application("screenshots", widgets=True)
    if isinstance(sitting.language, PseudoLocale):
        presentation = prepare_presentation(Language.EN, sitting.language)
    else:
        presentation = prepare_presentation(sitting.language)
    studio = Studio(presentation, sitting.language, halls, folder)
    with studio.chapter(sitting.front_end):
        sitting.take(studio)
    application.processEvents()
    tell.send((len(studio.kept), studio.troubles))
    tell.close()


def _parse(arguments: list[str], front_ends: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=PICTURES, metavar="FOLDER", help="where the pictures go"
    )
    parser.add_argument(
        "--only",
        action="append",
        choices=front_ends,
        help="one front end; can be given several times",
    )
    parser.add_argument(
        "--view",
        default="",
        metavar="TEXT",
        help="only what has this in its name, such as 'zh 1080x1920'; other pictures stay",
    )
    parser.add_argument(
        "--jobs",
        type=int,
        default=max(2, os.cpu_count() or 1),
        metavar="N",
        help="how many processes draw at a time",
    )
    parser.add_argument(
        "--readme", action="store_true", help="refresh docs/pictures from what was drawn"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
