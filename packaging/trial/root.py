"""The disks that PCs of the trial begin with: Debian's base, and packages fetched beforehand."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from trial.pc import Pc
from trial.report import Failure, Report

SUITE = "bookworm"
BASE = ("systemd", "systemd-sysv", "dbus")
"""What every Debian-family desktop has, and `debootstrap --variant=minbase` leaves out."""
TOOLS = ("xvfb", "xauth", "xdotool", "postgresql")
"""For the trial itself, and the server's database. They are installed later than the package, so
that nothing of theirs stands in for something that the package forgot to ask for."""
FETCHING = 1200.0
"""Seconds."""


def key_of(words: Iterable[str]) -> str:
    """A short name of a disk that is made of these."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:12]


def base_disk(cache: Path, target: Path, mirror: str | None, report: Report) -> None:
    """Unpack Debian's base to `target`; debootstrap makes it first when it is not kept yet."""
    kept = cache / f"base-{key_of((SUITE, mirror or '', *BASE))}.tar"
    if not kept.exists():
        report.remark("debootstrap, once")
        make_base(kept, mirror, report)
    target.mkdir(parents=True)
    call(report, "tar", "-C", target, "--numeric-owner", "--xattrs", "-xpf", kept)
    # No power is cut while packages are unpacked here, and waiting for the disk tries nothing.
    (target / "etc/dpkg/dpkg.cfg.d/trial").write_text("force-unsafe-io\n")


def make_base(kept: Path, mirror: str | None, report: Report) -> None:
    making = kept.parent / "making"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    for old in kept.parent.glob("base-*.tar*"):
        old.unlink()
    root = making / "base"
    include = f"--include={','.join(BASE)}"
    call(
        report,
        "debootstrap",
        "--variant=minbase",
        include,
        SUITE,
        root,
        *([mirror] if mirror else []),
    )
    shutil.rmtree(root / "var/cache/apt/archives", ignore_errors=True)
    (root / "var/cache/apt/archives/partial").mkdir(parents=True)
    (root / "etc/machine-id").write_text("")  # each PC makes its own
    half = kept.with_suffix(".tar.part")
    call(report, "tar", "-C", root, "--numeric-owner", "--xattrs", "-cpf", half, ".")
    half.rename(kept)
    shutil.rmtree(making)


def fetched_disk(cache: Path, base: Path, packages: Iterable[Path], report: Report) -> Path:
    """The layer with all packages that the trial installs without a network, and apt's lists."""
    packages = tuple(packages)
    wanted = [needs_of(package, report) for package in packages]
    folder = cache / f"fetched-{key_of((SUITE, *BASE, *TOOLS, *wanted))}"
    if (folder / "disk").exists():
        return folder / "disk"
    for old in cache.glob("fetched-*"):
        shutil.rmtree(old)
    report.remark("packages fetched")
    making = cache / "fetching"
    shutil.rmtree(making, ignore_errors=True)
    incoming = making / "disk/incoming"
    incoming.mkdir(parents=True)
    for package in packages:
        shutil.copy(package, incoming / package.name)
    (making / "disk/etc").mkdir()
    shutil.copy("/etc/resolv.conf", making / "disk/etc/resolv.conf")
    pc = Pc("fetching", report, making, (base,))
    get = ["apt-get", "install", "--yes", "--download-only", "-o", "APT::Sandbox::User=root"]
    pc.once(["apt-get", "update"], network=True, patience=FETCHING).expect()
    # One by one: two versions of one package cannot be asked for together.
    for package in packages:
        words = [*get, *TOOLS, f"/incoming/{package.name}"]
        pc.once(words, network=True, patience=FETCHING).expect()
    shutil.rmtree(incoming)
    (making / "disk/etc/resolv.conf").unlink()
    making.rename(folder)
    return folder / "disk"


def needs_of(package: Path, report: Report) -> str:
    """What a package asks apt for, in one line."""
    fields = ("Depends", "Pre-Depends", "Recommends")
    return call(report, "dpkg-deb", "-f", package, *fields).strip()


def call(report: Report, *command: str | Path) -> str:
    """Run a program of this PC. Raises Failure with what it said."""
    words = [str(word) for word in command]
    done = subprocess.run(words, capture_output=True, text=True, errors="replace")
    report.note(f"$ {' '.join(words)}\n{done.stderr}\n  → {done.returncode}")
    if done.returncode:
        told = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise Failure(f"{words[0]} ended with {done.returncode}: {' / '.join(told)}")
    return done.stdout
