"""The `jiaohao` command in the process of the tests, and what it answers."""

from __future__ import annotations

import gc
import json
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from common.operations.hall_file import HallFile, read_hall_file
from common.resources import resource
from tests.quick_reading import read_quickly

THRESHOLD = gc.get_threshold()

with warnings.catch_warnings():
    # typer 0.21 still names what click 9 will not have.
    warnings.filterwarnings("ignore", "'click", DeprecationWarning)
    from common.cli import main
    from common.cli.verbs import Verbs

gc.set_threshold(*THRESHOLD)  # The command collects no garbage in its short life.


__all__ = ["Answer", "Verbs", "main", "run", "spare_reading"]


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> Answer:
    """One command, and what it told."""
    code = main.run(arguments)
    told = capsys.readouterr()
    return Answer(code, told.out, told.err)


def spare_reading(monkeypatch: pytest.MonkeyPatch, demo_file: HallFile) -> None:
    """Let commands take the demonstration hall's file as it was read before."""
    read_quickly(monkeypatch)
    demo = resource("demo", "hall.yaml")

    def read(path: Path) -> HallFile:
        return demo_file if path == demo else read_hall_file(path)

    monkeypatch.setattr("common.operations.hall_file.read_hall_file", read)
