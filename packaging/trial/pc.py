"""A PC of the trial: a Debian root with its own init system, processes and network card."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trial.boot import Start
from trial.report import Failure, Report

BOOT = Path(__file__).with_name("boot.py")
GROUPS = Path("/sys/fs/cgroup")
SPACES = ("--mount", "--pid", "--uts", "--ipc", "--net", "--cgroup")
INIT = ("/lib/systemd/systemd",)
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
BOOT_PATIENCE = 90.0
END_PATIENCE = 20.0
HOMES = str(Path("/") / "home")


@dataclass(frozen=True, slots=True)
class Done:
    """A program that ran to its end inside a PC."""

    command: str
    code: int
    out: str
    err: str

    @property
    def told(self) -> str:
        return f"{self.out}\n{self.err}".strip()

    def expect(self, *codes: int) -> Done:
        """Itself, when it ended with one of `codes` (0 when none is named). Raises Failure."""
        if self.code not in (codes or (0,)):
            last = " / ".join(self.told.splitlines()[-4:])
            raise Failure(f"{self.command} ended with {self.code}: {last}")
        return self


@dataclass(slots=True)
class Pc:
    """One PC. `with pc.running():` boots it and ends it again with everything that runs on it."""

    name: str
    report: Report
    folder: Path
    """Takes what is written on this PC's disk, and its console."""
    layers: tuple[Path, ...]
    """What was on its disk before, the newest first; nothing changes there."""
    _shell: subprocess.Popen[bytes] | None = field(default=None, init=False)
    pid: int = field(default=0, init=False)
    """Of its first process, seen from outside."""

    @property
    def disk(self) -> Path:
        """The layer that takes what is written here."""
        return self.folder / "disk"

    @property
    def root(self) -> Path:
        """Its whole file system, seen from outside while it runs."""
        return Path(f"/proc/{self.pid}/root")

    @contextlib.contextmanager
    def running(self) -> Iterator[Pc]:
        self.start()
        try:
            yield self
        finally:
            self.end()

    def start(self) -> None:
        """Boot it and wait until its init system has settled. Raises Failure."""
        self._shell = self._unshare(INIT, SPACES)
        self.pid = self._first_process()
        self.wait_until(self._is_up, "the init system is up", BOOT_PATIENCE)

    def end(self) -> None:
        """Ask it to shut down, and cut its power when that takes too long."""
        if self._shell is None:
            return
        with contextlib.suppress(Failure, OSError, subprocess.TimeoutExpired):
            self.run("systemctl", "poweroff", "--no-block", patience=10)
            self._shell.wait(END_PATIENCE)
        self.cut_power()

    def cut_power(self) -> None:
        """End all its processes at once; its mounts go with the last of them."""
        if self._shell is None:
            return
        if self.pid and self._shell.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        self._shell.kill()
        self._shell.wait()
        self._shell, self.pid = None, 0
        for group in self._groups():
            remove_group(group)
        # An overlay that was not unmounted in order leaves its scratch folder unreadable.
        shutil.rmtree(self.folder / "work", ignore_errors=True)

    def once(self, command: Sequence[str], *, network: bool, patience: float) -> Done:
        """Run a command in its root without an init system, while it is switched off."""
        spaces = [space for space in SPACES if not (network and space == "--net")]
        child = self._unshare(("/usr/bin/env", *command), spaces, keep=True)
        try:
            out, _ = child.communicate(timeout=patience)
        finally:
            child.kill()
            child.wait()
            for group in self._groups():
                remove_group(group)
            shutil.rmtree(self.folder / "work", ignore_errors=True)
        return self._told(
            Done(shlex.join(command), child.returncode, out.decode(errors="replace"), "")
        )

    def run(
        self,
        *command: str | Path,
        user: str = "root",
        given: str | None = None,
        patience: float = 120.0,
        environment: Mapping[str, str] | None = None,
    ) -> Done:
        """Run a program on it to its end. Raises Failure when it outlasts `patience` seconds."""
        words = [str(word) for word in command]
        try:
            done = subprocess.run(
                self.entering(words, user=user, environment=environment),
                input=given,
                stdin=subprocess.DEVNULL if given is None else None,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=patience,
            )
        except subprocess.TimeoutExpired:
            raise Failure(f"{shlex.join(words)} did not end within {patience:.0f} s") from None
        return self._told(Done(shlex.join(words), done.returncode, done.stdout, done.stderr))

    def spawn(
        self,
        *command: str,
        user: str = "root",
        environment: Mapping[str, str] | None = None,
        given: str = "",
    ) -> None:
        """Start a program on it that lives until it is ended or the PC is."""
        log = self.folder / "programs.log"
        with log.open("ab") as file:
            child = subprocess.Popen(
                self.entering(command, user=user, environment=environment),
                stdin=subprocess.PIPE,
                stdout=file,
                stderr=file,
            )
        assert child.stdin is not None
        child.stdin.write(given.encode())
        child.stdin.close()
        self.report.note(f"[{self.name}] {user}$ {shlex.join(command)} &")

    def entering(
        self,
        command: Sequence[str],
        *,
        user: str = "root",
        environment: Mapping[str, str] | None = None,
    ) -> list[str]:
        """The command line that runs `command` on it from outside."""
        if not self.pid:
            raise Failure(f"the PC {self.name} is switched off")
        home = "/root" if user == "root" else f"{HOMES}/{user}"
        facts = {"PATH": PATH, "LANG": "C.UTF-8", "HOME": home, "USER": user, "TERM": "dumb"}
        facts |= {"DEBIAN_FRONTEND": "noninteractive", **(environment or {})}
        enter = ["nsenter", "-t", str(self.pid), "-m", "-u", "-i", "-n", "-p", "-C"]
        enter += ["--root", "env", "-i", "-C", "/", *(f"{k}={v}" for k, v in facts.items())]
        return [*enter, *([] if user == "root" else ["runuser", "-u", user, "--"]), *command]

    def processes(self) -> list[int]:
        """Its processes, by their numbers outside."""
        own = Path(f"/proc/{self.pid}/ns/pid").readlink()
        found = []
        for place in Path("/proc").iterdir():
            with contextlib.suppress(OSError):
                if place.name.isdecimal() and (place / "ns/pid").readlink() == own:
                    found.append(int(place.name))
        return found

    def wait_until(
        self, answer: Callable[[], bool], what: str, patience: float, pause: float = 0.1
    ) -> float:
        """Seconds until `answer` says yes. Raises Failure after `patience` seconds."""
        began = time.monotonic()
        while not answer():
            if time.monotonic() - began > patience:
                raise Failure(f"[{self.name}] not within {patience:.0f} s: {what}")
            if self._shell is not None and self._shell.poll() is not None:
                raise Failure(f"the PC {self.name} has ended: see {self.folder / 'console.log'}")
            time.sleep(pause)
        return time.monotonic() - began

    def _unshare(
        self, command: Sequence[str], spaces: Sequence[str], keep: bool = False
    ) -> subprocess.Popen[bytes]:
        root, work = self.folder / "root", self.folder / "work"
        shutil.rmtree(work, ignore_errors=True)
        for folder in (self.disk, root, work):
            folder.mkdir(parents=True, exist_ok=True)
        console = self.folder / "console.log"
        console.touch()
        start = Start(
            layers=tuple(str(one) for one in (self.disk, *self.layers)),
            work=str(work),
            root=str(root),
            command=tuple(command),
            console=str(console),
            hostname=self.name,
        )
        groups = self._groups()
        for group in groups:
            group.mkdir(exist_ok=True)
        join = "".join(f"echo $$ > {group}/cgroup.procs && " for group in groups)
        words = [*spaces, "--fork", "--kill-child", sys.executable, str(BOOT), start.to_json()]
        return subprocess.Popen(
            ["sh", "-c", f"{join}exec unshare {shlex.join(words)}"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if keep else console.open("ab"),
            stderr=subprocess.STDOUT,
        )

    def _groups(self) -> list[Path]:
        """Its control groups, one in each hierarchy that the init system uses."""
        one = (GROUPS / "cgroup.controllers").exists()
        tops = [GROUPS] if one else [GROUPS / "systemd", GROUPS / "unified"]
        return [top / f"jiaohao-trial-{self.name}" for top in tops if top.is_dir()]

    def _first_process(self) -> int:
        """The child of `unshare`."""
        assert self._shell is not None
        children = Path(f"/proc/{self._shell.pid}/task/{self._shell.pid}/children")
        found: list[str] = []

        def born() -> bool:
            found[:] = children.read_text().split()
            return bool(found)

        self.wait_until(born, "its first process", 10)
        return int(found[0])

    def _is_up(self) -> bool:
        if Path(f"/proc/{self.pid}/comm").read_text().strip() != "systemd":
            return False
        asked = self.run("systemctl", "is-system-running", patience=30)
        return asked.out.strip() in ("running", "degraded")

    def _told(self, done: Done) -> Done:
        self.report.note(f"[{self.name}]$ {done.command}\n{done.told}\n  → {done.code}")
        return done


def remove_group(group: Path) -> None:
    """Remove a control group with those in it, once their last processes have gone."""
    deadline = time.monotonic() + 5
    while group.exists() and time.monotonic() < deadline:
        for folder in sorted(group.rglob("*"), reverse=True):
            if folder.is_dir():
                with contextlib.suppress(OSError):
                    folder.rmdir()
        with contextlib.suppress(OSError):
            group.rmdir()
            return
        time.sleep(0.05)
