"""Put the layers of a root together and start its first program, inside namespaces of its own.

Run by `unshare` as a program of its own (trial/pc.py); its one argument is a Start in JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NoReturn

DEVICES = {"null": (1, 3), "zero": (1, 5), "full": (1, 7), "random": (1, 8), "urandom": (1, 9)}
DEVICES |= {"tty": (5, 0)}
DEV_LINKS = {"fd": "/proc/self/fd", "stdin": "fd/0", "stdout": "fd/1", "stderr": "fd/2"}
DEV_LINKS |= {"ptmx": "pts/ptmx"}


@dataclass(frozen=True, slots=True)
class Start:
    """What a root is made of and what runs in it first."""

    layers: tuple[str, ...]
    """Folders, the upper ones first; the first takes what is written."""
    work: str
    """An empty folder beside the first layer."""
    root: str
    """An empty folder on which the whole is mounted."""
    command: tuple[str, ...]
    console: str = ""
    """A file that takes what the system says while it starts."""
    hostname: str = "trial"

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Start:
        given = json.loads(text)
        return cls(
            layers=tuple(given["layers"]),
            work=given["work"],
            root=given["root"],
            command=tuple(given["command"]),
            console=given["console"],
            hostname=given["hostname"],
        )


def mounts(start: Start, *, one_hierarchy: bool) -> list[list[str]]:
    """The arguments of each `mount`, in order. `one_hierarchy` is that of control groups (v2)."""
    upper, *lower = start.layers
    overlay = f"lowerdir={':'.join(lower)},upperdir={upper},workdir={start.work}"
    root = start.root
    rows = [
        ["--make-rprivate", "/"],
        ["-t", "overlay", "overlay", "-o", overlay, root],
        ["-t", "proc", "proc", f"{root}/proc"],
        # The kernel's switches are those of the PC that runs the trial.
        ["--bind", f"{root}/proc/sys", f"{root}/proc/sys"],
        ["-o", "remount,bind,ro", f"{root}/proc/sys"],
        ["-t", "sysfs", "sysfs", f"{root}/sys", "-o", "ro"],
        ["-t", "tmpfs", "tmpfs", f"{root}/run", "-o", "mode=755"],
        ["-t", "tmpfs", "tmpfs", f"{root}/tmp", "-o", "mode=1777"],
        ["-t", "tmpfs", "tmpfs", f"{root}/dev", "-o", "mode=755"],
        ["-t", "devpts", "devpts", f"{root}/dev/pts", "-o", "newinstance,ptmxmode=666,mode=620"],
        ["-t", "tmpfs", "tmpfs", f"{root}/dev/shm", "-o", "mode=1777"],
    ]
    groups = f"{root}/sys/fs/cgroup"
    if one_hierarchy:
        rows.append(["-t", "cgroup2", "cgroup2", groups])
    else:
        rows.append(["-t", "tmpfs", "tmpfs", groups, "-o", "mode=755"])
        rows.append(["-t", "cgroup", "-o", "none,name=systemd", "cgroup", f"{groups}/systemd"])
        rows.append(["-t", "cgroup2", "cgroup2", f"{groups}/unified"])
    if start.console:
        rows.append(["--bind", start.console, f"{root}/dev/console"])
    return rows


def main() -> NoReturn:
    start = Start.from_json(sys.argv[1])
    root = Path(start.root)
    one_hierarchy = Path("/sys/fs/cgroup/cgroup.controllers").exists()
    for arguments in mounts(start, one_hierarchy=one_hierarchy):
        place = Path(arguments[-1] if arguments[-2] != "-o" else arguments[-3])
        if not place.exists():
            place.mkdir(mode=0o755)
        subprocess.run(["mount", *arguments], check=True)
        if place == root / "dev":
            fill_dev(place)
    (root / "etc/hostname").write_text(f"{start.hostname}\n")
    subprocess.run(["hostname", start.hostname], check=True)
    os.chroot(start.root)
    os.chdir("/")
    path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    environment = {"PATH": path, "container": "trial", "LANG": "C.UTF-8", "HOME": "/root"}
    environment["DEBIAN_FRONTEND"] = "noninteractive"
    os.execve(start.command[0], start.command, environment)


def fill_dev(folder: Path) -> None:
    for name, (major, minor) in DEVICES.items():
        os.mknod(folder / name, 0o20666, os.makedev(major, minor))
        (folder / name).chmod(0o666)
    for name, target in DEV_LINKS.items():
        (folder / name).symlink_to(target)
    (folder / "console").touch()


if __name__ == "__main__":
    main()
