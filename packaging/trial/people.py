"""What people do in a hall, at the screens of its PCs."""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from trial.pc import Pc
from trial.seat import Seat
from trial.stage import SERVICE, jiaohao, must

CLERK_PASSWORD = "jiaohao-demo"
"""Of everybody in the demonstration hall."""
KIOSK = "1080x1920"
DESK = "1366x768"
BOARD = "1920x1080"
SETTLED = 45.0
"""Seconds after its start each front end is watched closely (docs/decisions/0026)."""
WATCHED = "--watched"
PROMISED = 5.0
"""Seconds until a front end is back."""
_FIRST, _TAKE, _SERVICE, _CONFIRM = (540, 900), (540, 500), (300, 1400), (540, 1660)
_FIELDS = ((590, 230), (590, 333), (590, 411))
"""Counter, login and password in the window of signing in, which stands top left."""


def take_number(seat: Seat, pictures: Path, db: Callable[[], Any]) -> str:
    """Take a number at the kiosk, finger by finger; returns it once it waits in the line."""
    waited = set(db())
    for name, place in (
        ("waits", _FIRST),
        ("begins", _TAKE),
        ("services", _SERVICE),
        ("service", _CONFIRM),
    ):
        seat.rests()
        seat.picture(pictures / f"{seat.pc.name}-kiosk-{name}.png")
        before = seat.file.read_bytes()
        seat.press(*place)
        seat.turns(before)
    found: list[str] = []

    def there() -> bool:
        found[:] = sorted(set(db()) - waited)
        return bool(found)

    seat.until(there, "a new number is in the line")
    seat.rests()
    seat.picture(pictures / f"{seat.pc.name}-kiosk-number.png")
    return found[0]


def sign_in(seat: Seat, counter: str) -> None:
    """Sign in at the counter with the keyboard, as the clerk who has its name."""
    seat.until(seat.shows_something, "the window of signing in")
    seat.rests()
    window = seat.pc.run(
        "xdotool", "search", "--onlyvisible", "--name", ".", environment=seat.environment
    ).expect()
    seat.do("windowfocus", window.out.split()[0])
    for place, words in zip(_FIELDS, (counter, counter.lower(), CLERK_PASSWORD), strict=True):
        seat.press(*place)
        seat.key("ctrl+a")
        seat.do("type", words)
    seat.key("Return")


def take_by_command(pc: Pc, user: str) -> str:
    """Take a number without a kiosk."""
    told = json.loads(jiaohao(pc, "take", SERVICE, "--json", user=user).expect().out)
    return str(told["number"])


def still_known(pc: Pc, number: str, user: str) -> None:
    """Raises Failure when the hall knows nothing of a number any more."""
    known = jiaohao(pc, "ticket", number, user=user)
    must(known.code == 0, f"{number} is gone: {known.told[-200:]}")


def waiting(pc: Pc, user: str) -> list[str]:
    """The numbers in line, as the command tells them."""
    told = json.loads(jiaohao(pc, "line", "--json", user=user).expect().out)
    return [number for queue in told["queues"] for number in queue["waiting"]]


def called(pc: Pc, user: str) -> dict[str, str]:
    """Number and counter of each call on the boards."""
    told = json.loads(jiaohao(pc, "board", "--json", user=user).expect().out)
    return {one["number"]: one["counter"] for one in told["calls"]}


def front_end(pc: Pc, name: str) -> int:
    """The process of a front end on its PC, seen from outside; 0 when there is none."""
    found = 0
    for process in pc.processes():
        with contextlib.suppress(OSError):
            words = Path(f"/proc/{process}/cmdline").read_bytes().decode().split("\0")
            if words[1:2] == [name] and words[0].endswith("jiaohao") and WATCHED not in words:
                found = process
    return found


def back_after(seat: Seat, name: str, harm: signal.Signals) -> float:
    """Seconds until a front end that was killed or stopped is on the screen again."""
    pc = seat.pc
    old = front_end(pc, name)
    must(bool(old), f"the {name} does not run")
    began = time.monotonic()
    os.kill(old, harm)
    pc.wait_until(lambda: front_end(pc, name) not in (0, old), f"a new {name}", 90)
    pc.wait_until(seat.shows_something, f"the {name} on the screen", 90)
    seconds = time.monotonic() - began
    seat.rests(0.3, 5)
    return seconds


def judge(pc: Pc, what: str, seconds: float) -> None:
    """Hold the promise of five seconds, on a PC that has nothing else to do."""
    pc.report.remark(f"{what} back after {seconds:.1f} s")
    busy = os.getloadavg()[0] > 2 * (os.cpu_count() or 1)
    if busy and seconds > PROMISED:
        pc.report.remark("this machine is busy")
    must(busy or seconds <= PROMISED, f"{what}: {seconds:.1f} s, promised are {PROMISED:.0f}")


def doctor(pc: Pc, *words: str, user: str = "root") -> dict[str, Any]:
    """What the doctor finds. It must not crash, whatever it finds."""
    done = jiaohao(pc, "doctor", "--json", *words, user=user)
    must(done.code in (0, 1), f"the doctor ended with {done.code}: {done.told[-200:]}")
    found: dict[str, Any] = json.loads(done.out)
    return found


def worst_of(found: dict[str, object]) -> str:
    """What the doctor complains of, in a few words."""
    checks = found.get("checks")
    if not isinstance(checks, list):
        return "the doctor answers"
    bad = [one for one in checks if isinstance(one, dict) and not one.get("ok", True)]
    names = ", ".join(str(one.get("name")) for one in bad)
    return f"the doctor asks for: {names}" if bad else "the doctor finds nothing"


def autostart(pc: Pc, name: str) -> list[str]:
    """The command that the desktop runs for a front end when somebody signs in."""
    file = pc.root / f"etc/xdg/autostart/jiaohao-{name}.desktop"
    lines = file.read_text(encoding="utf-8").splitlines()
    (command,) = [line.removeprefix("Exec=") for line in lines if line.startswith("Exec=")]
    return shlex.split(command)
