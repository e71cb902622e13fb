"""Part 4: a hall on one PC gets a newer version, and goes back to the older one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from trial.next_version import REVISION, make_next
from trial.one_pc import USER
from trial.pc import Pc
from trial.people import (
    KIOSK,
    autostart,
    doctor,
    still_known,
    take_by_command,
    waiting,
    worst_of,
)
from trial.root import call
from trial.seat import Seat, desktop
from trial.stage import Stage, bring, install, jiaohao, must

BEFORE = "upgrade: a hall on the older version"
UPGRADED = "upgrade: the newer package, after a backup"
OLD_SCREEN = "upgrade: a front end that still runs says that it is older"
NEW_SCREEN = "upgrade: the new one works"
BEFORE_UPGRADE = "before-upgrade"
BACK = "rollback: the older package and the backup from before"


@dataclass(slots=True)
class Versions:
    stage: Stage
    pc: Pc
    number: str = ""
    older: Path = field(init=False)
    newer: Path = field(init=False)

    def __post_init__(self) -> None:
        self.newer = self.stage.package
        self.older = self.stage.previous or self.stage.package

    def set_up(self) -> None:
        """The hall on the version that comes first: a previous package when there is one."""
        pc = self.pc
        if self.stage.previous:
            install(pc, bring(pc, self.stage.previous))
        else:
            folder = self.stage.disks / "newer"
            self.newer = make_next(self.stage.package, folder, self.stage.report)
        pc.run("useradd", "--create-home", USER).expect()
        words = ["--role", "all-in-one", "--database", "embedded", "--demo", "--desktop-user", USER]
        jiaohao(pc, "setup", *words, "--language", "zh", "--yes").expect()
        self.number = take_by_command(self.pc, USER)
        self.stage.report.remark(self._version())

    def upgrade(self) -> None:
        """While a front end is on the screen, as in a hall that is open."""
        pc = self.pc
        seat = self._seat(1)
        pc.spawn(*autostart(pc, "display"), user=USER, environment=seat.environment)
        seat.until(seat.shows_something, "the board of the older version", 120)
        before = self._backups()
        install(pc, bring(pc, self.newer))
        self.stage.report.remark(self._version())
        must(len(self._backups()) == len(before) + 1, "no backup was made before the upgrade")
        still_known(pc, self.number, USER)
        if not self.stage.previous:
            made = jiaohao(pc, "backup", "--json", user="jiaohao").expect()
            must(f'"{REVISION}"' in made.out, f"the migration {REVISION} did not run")
        self.stage.report.remark(worst_of(doctor(pc)))
        verified = pc.run("dpkg", "-V", "jiaohao").expect()
        must(not verified.told, f"dpkg -V: {verified.told[:200]}")

    def old_screen(self) -> None:
        seat = self._seat(1, there=True)
        seat.rests(2, 20)
        must(seat.shows_something(), "the older board shows nothing")
        seat.picture(self.stage.pictures / "upgrade-board-older.png")

    def new_screen(self) -> None:
        pc = self.pc
        seat = self._seat(2)
        pc.spawn(*autostart(pc, "kiosk"), user=USER, environment=seat.environment)
        seat.until(seat.shows_something, "the kiosk of the new version", 120)
        seat.rests(1, 10)
        seat.picture(self.stage.pictures / "upgrade-kiosk-newer.png")
        must(take_by_command(self.pc, USER) in waiting(pc, USER), "the new version takes no number")

    def roll_back(self) -> None:
        pc = self.pc
        saved = [name for name in self._backups() if self._occasion(name) == BEFORE_UPGRADE][-1]
        install(pc, bring(pc, self.older))
        refused = jiaohao(pc, "line", user=USER)
        must(refused.code != 0, "the older version works on the newer data")
        self.stage.report.note(f"before the restore: {refused.told}")
        words = ["restore", f"/var/backups/jiaohao/{saved}", "--force"]
        restored = jiaohao(pc, *words, user="jiaohao")
        if restored.code != 0:
            self.stage.report.remark("needs --no-backup")
            jiaohao(pc, *words, "--no-backup", user="jiaohao").expect()
        still_known(pc, self.number, USER)
        must(
            take_by_command(self.pc, USER) in waiting(pc, USER), "the older version takes no number"
        )
        self.stage.report.remark(self._version())
        self.stage.report.remark(worst_of(doctor(pc)))

    def _seat(self, number: int, *, there: bool = False) -> Seat:
        if there:
            return Seat(self.pc, f":{number}", f"/tmp/screen-{number}/Xvfb_screen0", user=USER)
        return desktop(self.pc, number, KIOSK if number == 2 else "1920x1080", USER)

    def _version(self) -> str:
        return self.pc.run("dpkg-query", "-W", "-f", "${Version}", "jiaohao").out.strip()

    def _backups(self) -> list[str]:
        told = jiaohao(self.pc, "backup", "list", "--json").expect()
        return [Path(one["file"]).name for one in reversed(json.loads(told.out)["backups"])]

    def _occasion(self, name: str) -> str:
        told = json.loads(jiaohao(self.pc, "backup", "list", "--json").expect().out)
        return next(
            str(one.get("occasion", ""))
            for one in told["backups"]
            if Path(one["file"]).name == name
        )


def stage(stage: Stage) -> None:
    report = stage.report
    if "screen" not in stage.layers:
        return
    call(report, "dpkg-deb", "-f", stage.package, "Version")
    with stage.running("versions", "screen") as pc:
        versions = Versions(stage, pc)
        report.run(BEFORE, versions.set_up)
        report.run(UPGRADED, versions.upgrade, after=(BEFORE,))
        report.run(OLD_SCREEN, versions.old_screen, after=(UPGRADED,))
        report.run(NEW_SCREEN, versions.new_screen, after=(UPGRADED,))
        report.run(BACK, versions.roll_back, after=(UPGRADED,))
