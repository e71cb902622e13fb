"""The counter as a process: its options, its errors, its end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QMediaDevices
from PySide6.QtWidgets import QLabel

from common import operations
from common.domain.ids import CounterCode
from common.qt.presentation import Presentation
from common.qt.sound import Sound
from common.store import Store
from counter.app import CounterApp
from counter.last_counter import last_counter, remember_counter
from counter.view_models.acts import Act

PASSWORD = "jiaohao-demo"
PROJECT = Path(__file__).parents[2]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the counter as a PC does that nobody has signed in on."""
    processes: list[subprocess.Popen[str]] = []

    def start(*options: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "counter", *options],
            cwd=PROJECT,
            env=os.environ
            | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path / "config")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "没有大厅数据库"), ("en", "no hall database")]
)
def test_a_missing_database_is_one_clear_line(start, tmp_path, language, words):
    process = start("--db", str(tmp_path / "none.db"), "--lang", language)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 1
    assert out == ""
    assert words in err
    assert len(err.strip().splitlines()) == 1


def test_the_process_ends_cleanly_when_it_is_asked_to(start, database):
    process = start("--db", str(database), "--counter", "A01", "--windowed", "1366x768")
    _wait_for(process, "the counter is on screen")
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert not re.search(r"Traceback|WARNING|ERROR", err)


def test_a_password_on_standard_input_signs_in(start, database, store, qtbot):
    process = start(
        *("--db", str(database), "--counter", "a01", "--login", "a01", "--silent"),
        "--password-stdin",
    )
    _type(process, PASSWORD)
    qtbot.waitUntil(lambda: _clerk_at(store, "A01") == "a01", timeout=30_000)
    process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert PASSWORD not in err


def test_the_counter_where_somebody_last_signed_in_is_there_at_the_next_start(
    start, database, store, tmp_path, qtbot
):
    def sign_in(*options: str) -> None:
        process = start("--db", str(database), "--silent", "--password-stdin", *options)
        _type(process, PASSWORD)
        qtbot.waitUntil(lambda: _clerk_at(store, "A05") == "a05", timeout=30_000)
        qtbot.waitUntil(kept.exists)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=30)
        assert process.returncode == 0, err

    kept = tmp_path / "config" / "jiaohao" / "last-counter"
    sign_in("--counter", "A05", "--login", "a05")
    operations.sign_out(store, operations.desk(store, CounterCode("A05")).session.id)
    sign_in("--login", "a05")
    assert kept.read_text().split() == ["A05"], "the number and nothing about the clerk"


def test_a_counter_number_that_cannot_be_kept_or_read_does_no_harm(tmp_path, monkeypatch, caplog):
    in_the_way = tmp_path / "config"
    in_the_way.write_text("a file where the folder should be")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(in_the_way))
    remember_counter("A05")
    assert "could not be kept" in caplog.text
    assert last_counter() == ""


def _type(process: subprocess.Popen[str], words: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{words}\n")
    process.stdin.flush()


def _clerk_at(store: Store, counter: str) -> str | None:
    session = operations.desk(store, CounterCode(counter)).session
    return session.clerk if session else None


def _wait_for(process: subprocess.Popen[str], words: str) -> None:
    """Read the process's own log on stderr until it says `words`."""
    assert process.stderr is not None
    for line in process.stderr:
        if words in line:
            return
    pytest.fail(f"ended before it said {words!r}")


@pytest.fixture
def heard(monkeypatch) -> list[str]:
    """The sounds that were asked for, on a machine without loudspeakers."""
    played: list[str] = []
    output = type(QMediaDevices.defaultAudioOutput())
    monkeypatch.setattr(QMediaDevices, "defaultAudioOutput", output)
    monkeypatch.setattr(Sound, "play", lambda sound: played.append(sound.file))
    return played


def test_a_tone_is_heard_when_somebody_comes_to_a_free_counter(heard, start_counter, take, qtbot):
    app: CounterApp = start_counter("A01", audible=True)
    take()
    qtbot.waitUntil(lambda: heard == ["arrival.wav"])
    app.desk.do(Act.CALL_NEXT)
    qtbot.waitUntil(lambda: app.desk.act_under_way is None)
    take()
    qtbot.waitUntil(lambda: app.desk.waiting_count == 1)
    assert heard == ["arrival.wav"], "nobody disturbs a clerk who serves"


def test_no_tone_is_heard_after_signing_out(heard, start_counter, take, qtbot):
    app: CounterApp = start_counter("A01", audible=True)
    app.desk.do(Act.SIGN_OUT)
    qtbot.waitUntil(lambda: app.desk is None)
    take()
    app.sign_in.set_password(PASSWORD)
    app.sign_in.sign_in()
    qtbot.waitUntil(lambda: app.desk is not None and app.desk.waiting_count == 1)
    assert heard == []


def test_a_counter_without_loudspeakers_works_all_the_same(start_counter, take, qtbot):
    app: CounterApp = start_counter("A01", audible=True)
    take()
    qtbot.waitUntil(lambda: app.desk.waiting_count == 1)
    app.desk.do(Act.CALL_NEXT)
    qtbot.waitUntil(lambda: app.desk.current is not None)


def test_a_bug_is_shown_calmly(start_counter, presentation: Presentation):
    app: CounterApp = start_counter("A01")
    app.show_broken()
    assert "不会丢失" in app.window.findChild(QLabel, "broken_page").text()
