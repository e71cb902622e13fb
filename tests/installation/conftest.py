"""A PC to be set up: folders of its own, a person at its terminal, a server that asks passwords."""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
from sqlalchemy import make_url

from common.operations.hall_file import HallFile
from tests.commanding import Answer, run, spare_reading
from tests.conftest import PATIENCE


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "etc" / "jiaohao.toml"


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, demo_file: HallFile, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Answer]:
    """`command("setup", …)`; the demonstration hall's file was read before."""
    spare_reading(monkeypatch, demo_file)
    return lambda *words: run([*words], capsys)


@pytest.fixture
def setup(
    settings: Path, command: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Answer]:
    """`setup("--role kiosk …")`, without a question."""
    monkeypatch.setenv("JIAOHAO_SETTINGS", str(settings))
    monkeypatch.setenv("JIAOHAO_LANG", "en")

    def setup(arguments: str, *more: object) -> Answer:
        return command("setup", *shlex.split(arguments), *map(str, more), "--yes")

    return setup


class Person:
    """Reads what the command asks, and types."""

    def __init__(self, *arguments: str, settings: Path) -> None:
        self._master, slave = pty.openpty()
        program = Path(sys.executable).with_name("jiaohao")
        self._process = subprocess.Popen(
            # Ctrl-C reaches only who has the terminal as its own.
            [shutil.which("setsid") or "setsid", "--ctty", program, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "JIAOHAO_SETTINGS": str(settings), "LANG": "C.UTF-8", "PATH": ""},
        )
        os.close(slave)
        self.seen = ""
        self._read = 0

    def reads(self, words: str) -> None:
        """Wait until these words stand on the terminal, after those that were read before."""
        until = time.monotonic() + PATIENCE
        while words not in self.seen[self._read :]:
            if not self._more(until):
                pytest.fail(f"no {words!r} after: {self.seen[self._read :]}")
        self._read = self.seen.index(words, self._read) + len(words)

    def types(self, *lines: str) -> None:
        """Answer one question after the other; an empty line takes what is proposed."""
        for line in lines:
            os.write(self._master, f"{line}\n".encode())

    def answers(self, question: str, line: str = "") -> None:
        self.reads(question)
        self.types(line)

    def interrupts(self) -> None:
        """Press Ctrl-C while the command waits for an answer.

        A signal that comes between Python's last look and its read is told after the next answer.
        """
        reader, until = psutil.Process(self._process.pid), time.monotonic() + PATIENCE
        while reader.status() != psutil.STATUS_SLEEPING:
            assert time.monotonic() < until, "the command does not wait for an answer"
            time.sleep(0.01)
        os.write(self._master, b"\x03")

    def ends(self) -> int:
        until = time.monotonic() + PATIENCE
        while self._more(until):
            pass
        return self._process.wait(PATIENCE)

    def leave(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def _more(self, until: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            return False
        try:
            heard = os.read(self._master, 4096)
        except OSError:  # the other end is closed
            return False
        self.seen += heard.decode("utf-8", "replace")
        return bool(heard)


@pytest.fixture
def person(settings: Path) -> Iterator[Callable[..., Person]]:
    """`person("setup")` sits before a terminal of the command."""
    people: list[Person] = []

    def person(*arguments: str) -> Person:
        people.append(Person(*arguments, settings=settings))
        return people[-1]

    yield person
    for one in people:
        one.leave()


@pytest.fixture(scope="session")
def careful_server(postgres_template: str) -> Iterator[str]:
    """The address without a user of the server's demonstration hall: it asks `clerk` for his
    password, and does not let `stranger` in at all."""
    with psycopg.connect(postgres_template, autocommit=True) as connection:
        (rules,) = connection.execute("SHOW hba_file").fetchone() or ("",)
        before = Path(rules).read_text()
        connection.execute("CREATE ROLE clerk LOGIN PASSWORD 'right' SUPERUSER")
        connection.execute("CREATE ROLE stranger LOGIN PASSWORD 'right'")
        connection.execute("CREATE DATABASE empty_hall")
        Path(rules).write_text(
            f"local all clerk scram-sha-256\nlocal all stranger reject\n{before}"
        )
        connection.execute("SELECT pg_reload_conf()")
    yield re.sub(r"(?<=//)[^@/]*@", "", _at(postgres_template, "template_hall"))
    with psycopg.connect(postgres_template, autocommit=True) as connection:
        Path(rules).write_text(before)
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("DROP DATABASE empty_hall")
        connection.execute("DROP ROLE clerk")
        connection.execute("DROP ROLE stranger")


def _at(server: str, database: str) -> str:
    return make_url(server).set(database=database).render_as_string(hide_password=False)
