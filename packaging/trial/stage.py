"""What all parts of a trial share: the report, the disks, the packages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from trial.pc import Done, Pc
from trial.report import Failure, Report

PROGRAM = "jiaohao"
SERVICE = "FD001"
"""A service of the demonstration hall: the social-security card, served at F11."""


@dataclass(slots=True)
class Stage:
    report: Report
    folder: Path
    """build/trial: pictures, the log and what is kept for the next trial."""
    disks: Path
    """The disks of this trial's PCs."""
    package: Path
    previous: Path | None
    """A package of an older version, if there is one."""
    mirror: str | None
    layers: dict[str, tuple[Path, ...]] = field(default_factory=dict)
    """Disks to begin with, the newest layer first: "bare", "installed", "screen"."""

    @property
    def pictures(self) -> Path:
        return self.folder / "pictures"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def pc(self, name: str, disk: str) -> Pc:
        """A new PC that begins with the disk of that name."""
        return Pc(name, self.report, self.disks / name, self.layers[disk])

    @contextmanager
    def running(self, name: str, disk: str) -> Iterator[Pc]:
        pc = self.pc(name, disk)
        with pc.running():
            yield pc


def bring(pc: Pc, file: Path, place: str = "/root") -> str:
    """Copy a file to a running PC, as from a USB stick; returns where it is there."""
    shutil.copy(file, pc.root / place.lstrip("/") / file.name)
    return f"{place}/{file.name}"


def install(pc: Pc, *what: str, recommended: bool = False) -> Done:
    """Install packages without a network: what is not on this PC already is refused."""
    words = ["apt-get", "install", "--yes", "--allow-downgrades"]
    words += [] if recommended else ["--no-install-recommends"]
    words += ["-o", "Dpkg::Options::=--force-confold"]
    return pc.run(*words, *what, patience=600).expect()


def jiaohao(
    pc: Pc, *words: str, user: str = "root", patience: float = 120.0, given: str | None = None
) -> Done:
    """Run the command on a PC, in English."""
    return pc.run(
        PROGRAM,
        *words,
        user=user,
        patience=patience,
        given=given,
        environment={"LANG": "en_US.UTF-8"},
    )


def systemctl(pc: Pc, *words: str) -> str:
    """What systemd answers."""
    return pc.run("systemctl", *words).out.strip()


def files_of(pc: Pc) -> set[str]:
    """Every file and folder on its disk, by name."""
    places = ["/bin", "/boot", "/etc", "/home", "/lib", "/media", "/mnt", "/opt", "/root"]
    places += ["/sbin", "/srv", "/usr", "/var"]
    found = pc.run("find", *places, "-xdev", "-print")
    return set(found.out.splitlines())


def must(condition: bool, words: str) -> None:
    """Raises Failure with `words` unless the condition holds."""
    if not condition:
        raise Failure(words)
