"""The `jiaohao` command, in this process and as a child."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from common.operations.hall_file import HallFile, read_hall_file
from common.resources import resource

with warnings.catch_warnings():
    # typer 0.21 still names what click 9 will not have.
    warnings.filterwarnings("ignore", "'click", DeprecationWarning)
    from common.cli.main import run

gc.enable()  # The command switches it off for its short life; the tests live longer.


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Jiaohao = Callable[..., Answer]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def jiaohao(
    sqlite_url: str, demo_file: HallFile, capsys: pytest.CaptureFixture[str], monkeypatch
) -> Jiaohao:
    """`jiaohao("take", "FA002")` on a demonstration hall of its own, whose file was read before."""
    monkeypatch.setenv("JIAOHAO_DB", sqlite_url)
    demo = resource("demo", "hall.yaml")

    def read(path: Path) -> HallFile:
        return demo_file if path == demo else read_hall_file(path)

    monkeypatch.setattr("common.operations.hall_file.read_hall_file", read)

    def jiaohao(*arguments: object) -> Answer:
        code = run([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return jiaohao


@pytest.fixture
def child() -> Jiaohao:
    """The installed command as a process of its own."""
    program = Path(sys.executable).with_name("jiaohao")

    def child(*arguments: object, **options: Any) -> Answer:
        done = subprocess.run(
            [program, *map(str, arguments)], capture_output=True, text=True, timeout=60, **options
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    return child
