"""Part 3: a hall of four PCs on one network: server, kiosk, counter and board."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from trial.next_version import make_next
from trial.one_pc import USER
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
from trial.report import Failure
from trial.root import call
from trial.seat import Seat, desktop, give_screen, seat_of_unit
from trial.stage import Stage, bring, install, jiaohao, must, systemctl

NETWORK = "10.77.0.0/24"
ADDRESSES = {"server": "10.77.0.1", "kiosk": "10.77.0.11", "counter": "10.77.0.12"}
ADDRESSES |= {"display": "10.77.0.13", "stranger": "10.78.0.9"}
SERVER = "hall: the server, PostgreSQL from Debian"
GUARDED = "hall: TLS, own users, only the hall's network"
WRONG = "hall: a wrong password and a wrong host are explained"
KIOSK_UP = "hall: the kiosk PC starts by itself"
BOARD_UP = "hall: the board PC starts by itself"
COUNTER_UP = "hall: the counter PC"
TAKEN = "hall: take a number, call it with F2, see it on the board"
KILLED = "hall: kill -9 kiosk and board, and their screens"
HUNG = "hall: let kiosk and board hang"
UNPLUGGED = "hall: the server's cable is out for a while"
BACKED_UP = "hall: back up and restore PostgreSQL"
UPGRADED = "hall: upgrade the server; older front ends say so"
FOLLOWED = "hall: upgrade the other PCs; they work again"


@dataclass(slots=True)
class Cables:
    """A switch in a network of its own, and a cable to each PC."""

    stage: Stage
    _switch: subprocess.Popen[bytes] | None = None

    @contextlib.contextmanager
    def laid(self) -> Iterator[Cables]:
        self._switch = subprocess.Popen(["unshare", "--net", "sleep", "7200"])
        try:
            own = f"/proc/{self._switch.pid}/ns/net"
            outside = "/proc/self/ns/net"
            deadline = time.monotonic() + 10
            while _name_of(own) == _name_of(outside) and time.monotonic() < deadline:
                time.sleep(0.02)
            self._ip("link", "add", "switch", "type", "bridge")
            self._ip("link", "set", "switch", "up")
            yield self
        finally:
            self._switch.kill()
            self._switch.wait()

    def plug(self, pc: Pc) -> None:
        address = ADDRESSES[pc.name]
        port = f"to-{pc.name}"
        self._ip("link", "add", port, "type", "veth", "peer", "name", "eth0", "netns", str(pc.pid))
        self._ip("link", "set", port, "master", "switch", "up")
        inside = ["nsenter", "-t", str(pc.pid), "-n", "ip"]
        call(self.stage.report, *inside, "address", "add", f"{address}/16", "dev", "eth0")
        call(self.stage.report, *inside, "link", "set", "eth0", "up")
        call(self.stage.report, *inside, "route", "add", "10.0.0.0/8", "dev", "eth0")

    def pull(self, pc: Pc) -> None:
        self._ip("link", "set", f"to-{pc.name}", "down")

    def push(self, pc: Pc) -> None:
        self._ip("link", "set", f"to-{pc.name}", "up")

    def _ip(self, *words: str) -> None:
        assert self._switch is not None
        call(self.stage.report, "nsenter", "-t", str(self._switch.pid), "-n", "ip", *words)


def _name_of(space: str) -> str:
    return str(Path(space).readlink())


@dataclass(slots=True)
class HallOfPcs:
    stage: Stage
    pcs: dict[str, Pc]
    seats: dict[str, Seat] = field(default_factory=dict)
    number: str = ""
    started: float = 0.0

    @property
    def server(self) -> Pc:
        return self.pcs["server"]

    def set_up_server(self) -> None:
        pc = self.server
        install(pc, "postgresql")
        words = ["--role", "server", "--network", NETWORK, "--demo", "--language", "zh"]
        done = jiaohao(pc, "setup", *words, "--yes", patience=300).expect()
        self.stage.report.note(done.told)
        settings = tomllib.loads((pc.root / "etc/jiaohao/jiaohao.toml").read_text())
        must(settings["role"] == "server", str(settings["role"]))
        self.stage.report.remark(worst_of(doctor(pc)))

    def _address(self, role: str, host: str = ADDRESSES["server"]) -> str:
        return f"postgresql://jiaohao_{role}@{host}/hall"

    def _carry(self, role: str) -> list[str]:
        """Certificate and password from the server to a PC, as on a USB stick; as options."""
        pc = self.pcs[role]
        settings = self.server.root / "etc/jiaohao"
        certificate = bring(pc, settings / "server.crt")
        password = bring(pc, settings / "passwords" / role)
        return ["--certificate", certificate, "--password-file", password]

    def guard(self) -> None:
        """Ask as people with bad intentions would."""
        kiosk, stranger = self.pcs["kiosk"], self.pcs["stranger"]
        self._carry("kiosk")
        password = (self.server.root / "etc/jiaohao/passwords/kiosk").read_text().strip()
        good = self._address("kiosk")
        secret = f"{good}?password={password}"
        within = jiaohao(
            kiosk, "board", "--db", f"{secret}&sslmode=verify-ca&sslrootcert=/root/server.crt"
        )
        within.expect()
        plain = jiaohao(kiosk, "board", "--db", f"{secret}&sslmode=disable")
        must(plain.code != 0, "the server speaks without TLS")
        outside = jiaohao(stranger, "board", "--db", secret)
        must(outside.code != 0, "a PC of another network is let in")
        told = pc_says(outside.told)
        self.stage.report.note(f"a stranger is told: {told}")
        forbidden = jiaohao(kiosk, "staff", "list", "--db", secret)
        self.stage.report.note(
            f"a kiosk that asks for the staff: {forbidden.code} {forbidden.told[:300]}"
        )
        owner = self.server.run(
            "runuser",
            "-u",
            "postgres",
            "--",
            "psql",
            "-Atc",
            "select rolname, rolsuper from pg_roles where rolname like 'jiaohao%' order by 1",
        ).expect()
        must("|t" not in owner.out, f"a user of ours is a superuser: {owner.out}")
        must("jiaohao_kiosk" in owner.out, f"the kiosks have no user of their own: {owner.out}")

    def go_wrong(self) -> None:
        kiosk = self.pcs["kiosk"]
        words = [
            "setup",
            "--role",
            "kiosk",
            "--kiosk-name",
            "kiosk-1",
            "--yes",
            "--certificate",
            "/root/server.crt",
        ]
        (kiosk.root / "root/wrong").write_text("not-the-password\n")
        for what, address, file in (
            ("password", self._address("kiosk"), "/root/wrong"),
            ("host", self._address("kiosk", "10.77.0.99"), "/root/kiosk"),
            ("name", self._address("kiosk", "no-such-host.invalid"), "/root/kiosk"),
        ):
            done = jiaohao(
                kiosk, *words, "--database", address, "--password-file", file, patience=180
            )
            must(done.code in (1, 2), f"a wrong {what} ended with {done.code}")
            must(
                "Traceback" not in done.told and "internal error" not in done.told, done.told[-300:]
            )
            must(bool(done.err.strip()), f"nothing is said of a wrong {what}")
            self.stage.report.note(f"wrong {what}: {done.err.strip()}")
            there = (kiosk.root / "etc/jiaohao/jiaohao.toml").exists()
            must(not there, f"settings were written in spite of a wrong {what}")

    def set_up_kiosk(self) -> None:
        pc = self.pcs["kiosk"]
        give_screen(pc, KIOSK)
        pc.spawn("jiaohao", "printer", "--tcp", "9100", "--headless", "--out", "/var/tmp/slips")
        words = ["--role", "kiosk", "--kiosk-name", "kiosk-1", "--database", self._address("kiosk")]
        words += [*self._carry("kiosk"), "--printer", "tcp://127.0.0.1:9100", "--language", "zh"]
        jiaohao(pc, "setup", *words, "--yes").expect()
        self._shows("kiosk")

    def set_up_board(self) -> None:
        pc = self.pcs["display"]
        give_screen(pc, BOARD)
        words = ["--role", "display", "--database", self._address("display")]
        jiaohao(pc, "setup", *words, *self._carry("display"), "--zone", "F", "--yes").expect()
        self._shows("display")

    def _shows(self, name: str) -> None:
        pc = self.pcs[name]
        unit = f"jiaohao-{name}.service"
        pc.wait_until(lambda: systemctl(pc, "is-active", unit) == "active", f"{unit} runs", 120)
        self.seats[name] = seat_of_unit(pc, name)
        self.seats[name].until(self.seats[name].shows_something, f"the {name} is on its screen")
        self.started = time.monotonic()
        must(systemctl(pc, "is-enabled", unit) == "enabled", f"{unit} is not enabled")
        user = systemctl(pc, "show", "-p", "User", "--value", unit)
        must(user == "jiaohao", f"{unit} runs as {user}")
        self.stage.report.remark(worst_of(doctor(pc)))

    def set_up_counter(self) -> None:
        pc = self.pcs["counter"]
        pc.run("useradd", "--create-home", USER).expect()
        words = ["--role", "counter", "--counter", "F11", "--database", self._address("counter")]
        words += [*self._carry("counter"), "--desktop-user", USER]
        jiaohao(pc, "setup", *words, "--yes").expect()
        seat = self.seats["counter"] = desktop(pc, 1, DESK, USER)
        pc.spawn(*autostart(pc, "counter"), user=USER, environment=seat.environment)
        sign_in(seat, "F11")
        self.stage.report.remark(worst_of(doctor(pc, user=USER)))

    def take_and_call(self) -> None:
        kiosk, counter = self.seats["kiosk"], self.seats["counter"]
        self.number = self._take(kiosk)
        counter.rests()
        counter.key("F2")
        counter.until(
            lambda: called(self.server, "jiaohao").get(self.number) == "F11",
            f"{self.number} at F11",
        )
        time.sleep(2)
        for name, seat in self.seats.items():
            seat.picture(self.stage.pictures / f"hall-{name}-called.png")
        slips = [*(self.pcs["kiosk"].root / "var/tmp/slips").glob("*.bin")]
        must(bool(slips), "no slip was printed")
        self.stage.report.remark(self.number)

    def _take(self, kiosk: Seat) -> str:
        return take_number(kiosk, self.stage.pictures, lambda: waiting(self.server, "jiaohao"))

    def kill(self) -> None:
        for name in ("kiosk", "display"):
            judge(self.pcs[name], name, back_after(self.seats[name], name, signal.SIGKILL))
        kiosk = self.pcs["kiosk"]
        began = time.monotonic()
        for process in kiosk.processes():
            if Path(f"/proc/{process}/comm").read_text().strip() == "Xvfb":
                os.kill(process, signal.SIGKILL)
        time.sleep(0.5)
        self.seats["kiosk"].until(self.seats["kiosk"].shows_something, "the screen is back", 60)
        judge(kiosk, "the screen", time.monotonic() - began)
        self.started = time.monotonic()

    def hang(self) -> None:
        time.sleep(max(0.0, self.started + SETTLED - time.monotonic()))
        for name in ("kiosk", "display"):
            judge(self.pcs[name], name, back_after(self.seats[name], name, signal.SIGSTOP))

    def unplug(self, cables: Cables) -> None:
        cables.pull(self.server)
        try:
            time.sleep(12)
            for name, seat in self.seats.items():
                must(seat.shows_something(), f"the {name} shows nothing")
                seat.picture(self.stage.pictures / f"hall-{name}-unplugged.png")
        finally:
            cables.push(self.server)
        time.sleep(10)
        for name, seat in self.seats.items():
            seat.picture(self.stage.pictures / f"hall-{name}-plugged.png")
        self.stage.report.remark(f"{self._take(self.seats['kiosk'])} afterwards")

    def save(self) -> None:
        server = self.server
        jiaohao(server, "backup", "--json", user="jiaohao", patience=300).expect()
        later = take_by_command(server, "jiaohao")
        jiaohao(
            server, "restore", "latest", "--force", "--json", user="jiaohao", patience=300
        ).expect()
        must(later not in waiting(server, "jiaohao"), f"{later} came after the backup and is there")
        still_known(server, self.number, "jiaohao")
        self.stage.report.remark(worst_of(doctor(server)))
        time.sleep(10)
        counter = json.loads(jiaohao(self.pcs["counter"], "line", "--json", user=USER).expect().out)
        must("queues" in counter, "the counter sees no line")
        for name in self.seats:
            self.seats[name].picture(self.stage.pictures / f"hall-{name}-restored.png")

    def upgrade(self) -> None:
        server = self.server
        package = make_next(self.stage.package, self.stage.disks / "next", self.stage.report)
        before = len([*(server.root / "var/backups/jiaohao").iterdir()])
        install(server, bring(server, package))
        version = server.run("dpkg-query", "-W", "-f", "${Version}", "jiaohao").out
        must(version.endswith("+next"), f"the server has {version}")
        after = len([*(server.root / "var/backups/jiaohao").iterdir()])
        must(after > before, "no backup was made before the upgrade")
        still_known(server, self.number, "jiaohao")
        time.sleep(15)
        older = jiaohao(self.pcs["counter"], "line", user=USER)
        must(
            older.code != 0 and "newer" in older.told, f"an older program says: {older.told[-200:]}"
        )
        for name, seat in self.seats.items():
            must(seat.shows_something(), f"the {name} shows nothing")
            seat.picture(self.stage.pictures / f"hall-{name}-older.png")

    def follow(self) -> None:
        package = self.stage.disks / "next"
        (newer,) = package.glob("*.deb")
        for name in ("kiosk", "display", "counter"):
            install(self.pcs[name], bring(self.pcs[name], newer))
        for name in ("kiosk", "display"):
            self._shows(name)
        self.stage.report.remark(f"{self._take(self.seats['kiosk'])} on the new version")
        must(bool(waiting(self.pcs["counter"], USER)), "the counter sees no line")


def pc_says(told: str) -> str:
    return " ".join(told.split())[:300]


def stage(stage: Stage) -> None:
    report = stage.report
    if "screen" not in stage.layers:
        return
    with contextlib.ExitStack() as running:
        cables = running.enter_context(Cables(stage).laid())
        pcs = {}
        try:
            for name in ADDRESSES:
                pcs[name] = running.enter_context(stage.running(name, "screen"))
                cables.plug(pcs[name])
        except (Failure, OSError) as problem:
            words = str(problem)
            report.run(SERVER, lambda: must(False, words))
            return
        hall = HallOfPcs(stage, pcs)
        report.run(SERVER, hall.set_up_server)
        report.run(GUARDED, hall.guard, after=(SERVER,))
        report.run(WRONG, hall.go_wrong, after=(SERVER,))
        report.run(KIOSK_UP, hall.set_up_kiosk, after=(SERVER,))
        report.run(BOARD_UP, hall.set_up_board, after=(SERVER,))
        report.run(COUNTER_UP, hall.set_up_counter, after=(SERVER,))
        ready = (KIOSK_UP, BOARD_UP, COUNTER_UP)
        report.run(TAKEN, hall.take_and_call, after=ready)
        report.run(KILLED, hall.kill, after=(KIOSK_UP, BOARD_UP))
        report.run(HUNG, hall.hang, after=(KIOSK_UP, BOARD_UP))
        report.run(UNPLUGGED, lambda: hall.unplug(cables), after=(TAKEN,))
        report.run(BACKED_UP, hall.save, after=(TAKEN,))
        report.run(UPGRADED, hall.upgrade, after=(TAKEN,))
        report.run(FOLLOWED, hall.follow, after=(UPGRADED,))
    shutil.rmtree(stage.disks / "next", ignore_errors=True)
