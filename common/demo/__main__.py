"""`python -m common.demo`: with a screen four windows, without one a scripted visit."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from common.demo.hall import create_demo_hall
from common.domain.errors import JiaohaoError
from common.machine.settings_file import PLACE_VARIABLE

PICTURES = Path(__file__).resolve().parents[2] / "build" / "demo"


def main(arguments: list[str]) -> int:
    """Run the demonstration; returns the exit code of the process."""
    given = _parse(arguments)
    with tempfile.TemporaryDirectory(prefix="jiaohao-demo-") as folder:
        database = Path(folder) / "hall.db"
        # A hall of its own, whatever this PC is set up to be.
        os.environ[PLACE_VARIABLE] = os.fspath(Path(folder) / "none.toml")
        try:
            create_demo_hall(database)
        except JiaohaoError as error:
            sys.stderr.write(f"{error}\n")
            return 1
        print("• a demonstration hall with people waiting, on a temporary database")
        if has_screen() and not given.scripted:
            from common.demo.windows import open_windows

            return open_windows(database)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
        from common.demo.visit import play_visit

        print(f"• a scripted visit through the same windows, pictures go to {given.out}")
        return play_visit(database, given.out)


def has_screen() -> bool:
    """Whether windows can be shown: always on Windows and macOS, else a display must be named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py demo", description=__doc__)
    parser.add_argument(
        "--scripted", action="store_true", help="play the scripted visit, even with a screen"
    )
    parser.add_argument(
        "--out", type=Path, default=PICTURES, metavar="FOLDER", help="where the pictures go"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
