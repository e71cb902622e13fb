"""`python3 dev.py package test`: the whole trial, from an empty disk to a purged one."""

from __future__ import annotations

import argparse
import fcntl
import os
import shutil
import signal
import sys
import time
from pathlib import Path

from trial import hall_of_pcs, installing, leaving, one_pc, upgrading
from trial.report import Report
from trial.stage import Stage

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
FOLDER = BUILD / "trial"
TOOLS = {
    "debootstrap": "debootstrap",
    "unshare": "util-linux",
    "nsenter": "util-linux",
    "ip": "iproute2",
    "tar": "tar",
    "dpkg-deb": "dpkg",
}
PARTS = {
    "install": installing.stage,
    "one-pc": one_pc.stage,
    "hall": hall_of_pcs.stage,
    "upgrade": upgrading.stage,
    "leave": leaving.stage,
}
LONGEST = 3600
"""Seconds. A trial that takes longer is ended, whatever it waits for."""


def main() -> int:
    options = parse()
    if complaint := complaint_of_this_pc():
        print(f"package test: {complaint}", file=sys.stderr)
        return 2
    package = options.deb or newest_package()
    if package is None:
        print("package test: there is no package. Type this first:\n", file=sys.stderr)
        print("    python3 dev.py package deb", file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock, (FOLDER / "trial.log").open("w") as log:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("package test: another trial is running here", file=sys.stderr)
            return 2
        report = Report(log, say=lambda line: print(line, flush=True))
        end_in_time()
        disks = FOLDER / "pcs"
        shutil.rmtree(disks, ignore_errors=True)
        stage = Stage(report, FOLDER, disks, package.resolve(), options.previous, options.mirror)
        print(f"{package.name} in a fresh Debian; all that is said stands in {FOLDER}/trial.log")
        try:
            for name, part in PARTS.items():
                if name == "install" or name in options.parts:
                    part(stage)
        finally:
            if not options.keep:
                shutil.rmtree(disks, ignore_errors=True)
        table = report.table()
        report.note(table)
        print(f"\n{table}\npictures: {FOLDER}/pictures")
        return report.code


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser("dev.py package test", description=__doc__)
    parser.add_argument("--deb", type=Path, help="this package, not the one in build/")
    parser.add_argument("--previous", type=Path, help="upgrade from this older package")
    parser.add_argument("--mirror", help="where Debian comes from (else as debootstrap knows)")
    parser.add_argument("--keep", action="store_true", help="leave the PCs' disks in build/trial")
    every = [name for name in PARTS if name != "install"]
    parser.add_argument("--parts", nargs="*", choices=every, default=every, help="only these")
    return parser.parse_args()


def complaint_of_this_pc() -> str:
    """What is missing here, and what to type about it; nothing when the trial can run."""
    if sys.platform != "linux":
        return "the trial makes Debian PCs of Linux namespaces: run it on Linux"
    missing = sorted({package for tool, package in TOOLS.items() if shutil.which(tool) is None})
    if missing:
        return f"type this first:\n\n    sudo apt-get install {' '.join(missing)}"
    if os.geteuid() != 0:
        return "it boots PCs, which needs root. Type:\n\n    sudo python3 dev.py package test"
    return ""


def newest_package() -> Path | None:
    """The package of the running kind that was built last."""
    found = [one for one in BUILD.glob("jiaohao_*_amd64.deb") if "glibc228" not in one.name]
    return max(found, key=lambda one: one.stat().st_mtime, default=None)


def end_in_time() -> None:
    """SIGTERM, Ctrl+C and the longest time all end it the same way: PCs first."""

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(f"ended by {signal.Signals(number).name}")

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGALRM, leave)
    signal.alarm(LONGEST)
    time.tzset()
