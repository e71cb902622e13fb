"""The kiosk as a process: what it refuses in one line, and what it waits for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


def refused(*options: str) -> str:
    """The line with which a kiosk says that it does not start."""
    process = subprocess.run(
        [sys.executable, "-m", "kiosk", *options],
        cwd=PROJECT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert process.returncode == 1
    assert process.stdout == ""
    (line,) = process.stderr.splitlines()
    return line


@pytest.mark.parametrize(
    "printer",
    [["--printer", "tcp://"], ["--printer", "file:///slips", "--printer-profile", "none"]],
)
def test_a_printer_that_cannot_be_is_refused(sqlite_url, printer):
    assert printer[-1] in refused("--db", sqlite_url, *printer)


def test_a_scanner_that_cannot_be_is_refused(sqlite_url):
    said = refused("--db", sqlite_url, "--scanner", "tcp://", "--lang", "en")
    assert "scanner:tcp://" in said and "Write for example" in said


def test_a_name_that_cannot_be_a_kiosks_is_refused(sqlite_url):
    assert "'east door'" in refused("--db", sqlite_url, "--name", "east door", "--lang", "en")


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "没有大厅数据库"), ("en", "no hall database")]
)
def test_a_database_that_was_never_made_is_refused(tmp_path, language, words):
    assert words in refused("--db", str(tmp_path / "none.db"), "--lang", language)
