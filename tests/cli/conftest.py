"""The `jiaohao` command, in this process and as a child."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from common.operations.hall_file import HallFile
from tests.commanding import Answer, run, spare_reading

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
    spare_reading(monkeypatch, demo_file)

    def jiaohao(*arguments: object) -> Answer:
        return run([str(argument) for argument in arguments], capsys)

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
