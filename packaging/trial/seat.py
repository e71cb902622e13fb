"""Somebody in front of a screen: looks, presses and types. And the screens that PCs here have."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from trial.pc import Pc
from trial.report import Failure
from trial.screen import BANDS, bands_that_differ, colours_on, read_screen, to_png

STAND_IN = """\
#!/bin/sh
# Stands in for Xorg on a PC that has no graphics card: the same screen, in memory.
for word; do
    shift
    case $word in
    -keeptty | -nocursor | vt[0-9]*) ;;
    -config) skip=1 ;;
    *) if [ "${skip-}" ]; then skip=; else set -- "$@" "$word"; fi ;;
    esac
done
exec Xvfb "$@" -screen 0 %s -fbdir "$RUNTIME_DIRECTORY"
"""
NO_CONSOLE = """\
# This PC has no graphics card and no virtual consoles; all else of the unit is as it was installed.
[Service]
StandardInput=null
TTYPath=
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
"""
NOTHING_SHOWN = 3
"""A screen of so few colours is empty."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A screen of a PC, and who sits at it."""

    pc: Pc
    display: str
    frame: str
    """The file on the PC that holds the screen's pixels."""
    authority: str = ""
    user: str = "root"

    @property
    def environment(self) -> dict[str, str]:
        known = {"DISPLAY": self.display}
        return {**known, "XAUTHORITY": self.authority} if self.authority else known

    def press(self, x: int, y: int) -> None:
        """Press there with a finger, which stays for a moment."""
        finger = ["mousedown", "1", "sleep", "0.08", "mouseup", "1"]
        self.do("mousemove", str(x), str(y), *finger)

    def key(self, *names: str) -> None:
        self.do("key", *names)

    @property
    def file(self) -> Path:
        """The screen's pixels, seen from outside."""
        return self.pc.root / self.frame.lstrip("/")

    def shown(self) -> tuple[int, int, bytes]:
        return read_screen(self.file)

    def shows_something(self) -> bool:
        try:
            return colours_on(self.file) > NOTHING_SHOWN
        except (OSError, Failure):
            return False

    def picture(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(to_png(*self.shown()))
        self.pc.report.note(f"[{self.pc.name}] picture {file.name}")

    def rests(self, seconds: float = 0.6, patience: float = 20.0) -> None:
        """Wait until no page moves for so long, at most `patience` seconds. A clock may tick."""
        end = time.monotonic() + patience
        last, since = b"", time.monotonic()
        while time.monotonic() < end and time.monotonic() - since < seconds:
            now = self.file.read_bytes()
            if bands_that_differ(now, last) > BANDS // 10:
                last, since = now, time.monotonic()
            time.sleep(0.2)

    def turns(self, before: bytes) -> None:
        """Wait until another page is shown than in this file of the screen."""
        self.until(
            lambda: bands_that_differ(self.file.read_bytes(), before) > BANDS // 2,
            "another page",
            20,
        )

    def until(self, answer: Callable[[], bool], what: str, patience: float = 120.0) -> float:
        """Seconds until `answer` says yes; it is asked twice a second."""
        return self.pc.wait_until(answer, what, patience, 0.5)

    def do(self, *words: str) -> None:
        self.pc.run("xdotool", *words, environment=self.environment, patience=20).expect()


def give_screen(pc: Pc, size: str) -> None:
    """Let the units that have the whole screen find one of `size` on this PC."""
    stand_in = pc.root / "usr/local/bin/Xorg"
    stand_in.write_text(STAND_IN % f"{size}x24")
    stand_in.chmod(0o755)
    for unit in ("kiosk", "display"):
        folder = pc.root / f"etc/systemd/system/jiaohao-{unit}.service.d"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "trial.conf").write_text(NO_CONSOLE)
    pc.run("systemctl", "daemon-reload").expect()


def seat_of_unit(pc: Pc, front_end: str) -> Seat:
    """The screen of jiaohao-kiosk.service or jiaohao-display.service."""
    run = f"/run/jiaohao-{front_end}"
    return Seat(pc, ":0", f"{run}/Xvfb_screen0", f"{run}/cookie")


def desktop(pc: Pc, number: int, size: str, user: str) -> Seat:
    """A screen of somebody who has signed in at this PC."""
    folder = f"/tmp/screen-{number}"
    pc.run("install", "-d", "-o", user, folder).expect()
    words = [
        "Xvfb",
        f":{number}",
        "-screen",
        "0",
        f"{size}x24",
        "-fbdir",
        folder,
        "-nolisten",
        "tcp",
    ]
    pc.spawn(*words, user=user)
    seat = Seat(pc, f":{number}", f"{folder}/Xvfb_screen0", user=user)
    socket = pc.root / f"tmp/.X11-unix/X{number}"
    pc.wait_until(socket.exists, f"the X server :{number}", 20)
    return seat
