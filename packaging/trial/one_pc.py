"""Part 2: a small hall on one PC: everything on it, its data in a file."""

from __future__ import annotations

import json
import signal
import time
import tomllib
from dataclasses import dataclass, field

from trial.pc import Pc
from trial.people import (
    BOARD,
    DESK,
    KIOSK,
    SETTLED,
    autostart,
    back_after,
    called,
    doctor,
    judge,
    sign_in,
    still_known,
    take_by_command,
    take_number,
    waiting,
    worst_of,
)
from trial.seat import Seat, desktop
from trial.stage import Stage, jiaohao, must, systemctl

SET_UP = "one PC: set up unattended"
STARTED = "one PC: kiosk, counter and board start with the desktop"
TAKEN = "one PC: take a number at the kiosk"
CALLED = "one PC: call it with F2, see it on the board"
KILLED = "one PC: kill -9 each front end"
HUNG = "one PC: let each front end hang"
BACKED_UP = "one PC: back up and restore while it is in use"
NIGHTLY = "one PC: the nightly backup"
AGAIN = "one PC: set up again changes nothing"

SIZES = {"kiosk": KIOSK, "counter": DESK, "display": BOARD}
USER = "clerk"
PRINTER = 9100
SLIPS = "var/tmp/slips"


@dataclass(slots=True)
class OnePc:
    """A hall on one PC and what happened in it."""

    stage: Stage
    pc: Pc
    seats: dict[str, Seat] = field(default_factory=dict)
    number: str = ""
    started: float = 0.0

    def prepare(self) -> None:
        """A desktop user, a printer and the hall."""
        pc = self.pc
        pc.run("useradd", "--create-home", USER).expect()
        pc.spawn("jiaohao", "printer", "--tcp", str(PRINTER), "--headless", "--out", f"/{SLIPS}")
        words = ["--role", "all-in-one", "--database", "embedded", "--demo", "--language", "zh"]
        words += ["--printer", f"tcp://127.0.0.1:{PRINTER}", "--counter", "F11"]
        jiaohao(pc, "setup", *words, "--desktop-user", USER, "--yes").expect()
        settings = tomllib.loads((pc.root / "etc/jiaohao/jiaohao.toml").read_text())
        must(settings["role"] == "all-in-one", f"the settings say {settings['role']}")
        must(settings["database"] == "/var/lib/jiaohao/hall.db", settings["database"])
        must(settings["counter"]["counter"] == "F11", "the settings do not name the counter")
        groups = pc.run("id", "-nG", USER).expect().out.split()
        must("jiaohao" in groups, f"{USER} is in {groups}")
        found = doctor(pc)
        self.stage.report.remark(worst_of(found))

    def start(self) -> None:
        """Sign in to the desktop: what starts by itself starts, each on a screen of its own."""
        for number, (name, size) in enumerate(SIZES.items(), 1):
            self.seats[name] = desktop(self.pc, number, size, USER)
            self.pc.spawn(
                *autostart(self.pc, name), user=USER, environment=self.seats[name].environment
            )
        for name, seat in self.seats.items():
            seat.until(seat.shows_something, f"the {name} is on its screen", 120)
        self.started = time.monotonic()

    def take(self) -> None:
        self.number = take_number(
            self.seats["kiosk"], self.stage.pictures, lambda: waiting(self.pc, USER)
        )
        self.stage.report.remark(self.number)
        slips = self.pc.root / SLIPS
        self.pc.wait_until(lambda: any(slips.glob("*.bin")), "the slip is printed", 30)
        (slip,) = slips.glob("*.bin")
        printed = slip.read_bytes()
        self.stage.report.remark(f"a slip of {len(printed)} bytes")
        (self.stage.pictures / "one-slip.png").write_bytes(slip.with_suffix(".png").read_bytes())
        story = json.loads(
            jiaohao(self.pc, "ticket", self.number, "--json", user=USER).expect().out
        )
        must(self.number in json.dumps(story), f"nothing is known of {self.number}")

    def call(self) -> None:
        counter, board = self.seats["counter"], self.seats["display"]
        sign_in(counter, "F11")
        time.sleep(2)
        counter.rests()
        counter.picture(self.stage.pictures / "one-counter-before.png")
        counter.key("F2")
        counter.until(
            lambda: called(self.pc, USER).get(self.number) == "F11", f"{self.number} at F11"
        )
        time.sleep(2)
        counter.picture(self.stage.pictures / "one-counter-called.png")
        board.picture(self.stage.pictures / "one-board.png")

    def kill(self) -> None:
        for name, seat in self.seats.items():
            judge(self.pc, name, back_after(seat, name, signal.SIGKILL))
        self.started = time.monotonic()

    def hang(self) -> None:
        time.sleep(max(0.0, self.started + SETTLED - time.monotonic()))
        for name, seat in self.seats.items():
            judge(self.pc, name, back_after(seat, name, signal.SIGSTOP))

    def save(self) -> None:
        """A backup, then a number that is lost when the backup is restored."""
        made = jiaohao(self.pc, "backup", "--json", user="jiaohao").expect()
        self.stage.report.note(made.out)
        later = take_by_command(self.pc, USER)
        restored = jiaohao(self.pc, "restore", "latest", "--force", "--json", user="jiaohao")
        restored.expect()
        still_known(self.pc, self.number, USER)
        must(later not in waiting(self.pc, USER), f"{later} came after the backup and is there")
        kept = json.loads(jiaohao(self.pc, "backup", "list", "--json", user="jiaohao").expect().out)
        must(len(kept["backups"]) >= 2, "there is no backup of what was there before")
        found = doctor(self.pc)
        self.stage.report.remark(worst_of(found))
        for name, seat in self.seats.items():
            seat.until(seat.shows_something, f"the {name} after the restore")

    def night(self) -> None:
        before = len(self.backups())
        timer = systemctl(self.pc, "is-enabled", "jiaohao-backup.timer")
        must(timer == "enabled", f"the timer is {timer}")
        self.pc.run("systemctl", "start", "jiaohao-backup.service", patience=120).expect()
        must(len(self.backups()) == before + 1, "no backup was made")

    def backups(self) -> list[str]:
        folder = self.pc.root / "var/backups/jiaohao"
        return [one.name for one in folder.iterdir() if one.suffix != ".json" and one.is_file()]

    def again(self) -> None:
        file = self.pc.root / "etc/jiaohao/jiaohao.toml"
        before = file.read_text()
        jiaohao(self.pc, "setup", "--yes", "--no-start").expect()
        must(file.read_text() == before, "the settings changed")
        still_known(self.pc, self.number, USER)


def stage(stage: Stage) -> None:
    report = stage.report
    if "screen" not in stage.layers:
        return
    with stage.running("one", "screen") as pc:
        hall = OnePc(stage, pc)
        report.run(SET_UP, hall.prepare)
        report.run(STARTED, hall.start, after=(SET_UP,))
        report.run(TAKEN, hall.take, after=(STARTED,))
        report.run(CALLED, hall.call, after=(TAKEN,))
        report.run(BACKED_UP, hall.save, after=(TAKEN,))
        report.run(NIGHTLY, hall.night, after=(SET_UP,))
        report.run(AGAIN, hall.again, after=(TAKEN,))
        report.run(KILLED, hall.kill, after=(STARTED,))
        report.run(HUNG, hall.hang, after=(STARTED,))
