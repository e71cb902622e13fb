"""The checks that every test runs under, tried on small tests in a pytest of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]

SMALL_TESTS = {
    "tidy": """
import threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

def test_it(qtbot):
    label = QLabel("hall")
    qtbot.addWidget(label)
    label.show()
    timer = QTimer(label)
    timer.start(1000)
    worker = threading.Thread(target=lambda: None)
    worker.start()
""",
    "python_thread": """
import threading

gate = threading.Event()

def test_it():
    threading.Thread(target=gate.wait, name="forgotten", daemon=True).start()
""",
    "timer_and_qthread": """
from PySide6.QtCore import QThread, QTimer

kept = []

def test_timer(qapp):
    timer = QTimer()
    timer.start(1000)
    kept.append(timer)

def test_thread(qapp):
    thread = QThread()
    thread.start()
    kept.append(thread)

def test_end(qapp):
    kept[0].stop()
    kept[1].quit()
    kept[1].wait()
""",
    "windows": """
from PySide6.QtQuick import QQuickWindow
from PySide6.QtWidgets import QLabel

kept = []

def test_widget(qapp):
    label = QLabel()
    label.setObjectName("badge")
    label.show()
    kept.append(label)

def test_window(qapp):
    window = QQuickWindow()
    window.show()
    kept.append(window)
""",
    "exception_in_thread": """
import threading

def test_it():
    worker = threading.Thread(target=lambda: 1 / 0)
    worker.start()
    worker.join()
""",
    "qt_warning": """
from PySide6.QtCore import qWarning

def test_it(qapp):
    qWarning("something is off")
""",
    "home": """
from pathlib import Path
import platformdirs

def test_it():
    assert "jiaohao-tests-" in str(Path.home())
    assert "jiaohao-tests-" in platformdirs.user_config_dir("jiaohao")
""",
}

CLEAN = {"tidy::test_it", "timer_and_qthread::test_end", "home::test_it"}
FAILED = {"exception_in_thread::test_it", "qt_warning::test_it"}
LEFT_BEHIND = {
    "python_thread::test_it": r"left behind: thread 'forgotten'",
    "timer_and_qthread::test_timer": r"left behind: running QTimer",
    "timer_and_qthread::test_thread": r"left behind: running QThread",
    "windows::test_widget": r"left behind: window .*badge",
    "windows::test_window": r"left behind: window QQuickWindow",
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """All that pytest says of the small tests, under the project's conftest and settings."""
    folder = tmp_path_factory.mktemp("small")
    conftest = (TESTS / "conftest.py").read_text(encoding="utf-8")
    assert "PATIENCE = 30.0" in conftest
    impatient = conftest.replace("PATIENCE = 30.0", "PATIENCE = 0.2")
    (folder / "conftest.py").write_text(impatient, encoding="utf-8")
    shutil.copy(TESTS.parent / "pyproject.toml", folder)
    for name, source in SMALL_TESTS.items():
        (folder / f"test_{name}.py").write_text(source, encoding="utf-8")
    options = ("-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:xdist", "-rpfE", ".")
    outside = {name: it for name, it in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=folder,
        env={**outside, "COLUMNS": "200"},
        capture_output=True,
        text=True,
    )
    return done.stdout + done.stderr


def summary(said: str, outcome: str) -> dict[str, str]:
    """Of each small test that ended so, what was said of it."""
    lines = re.findall(rf"^{outcome} test_([\w.:]+?)( - .*)?$", said, flags=re.MULTILINE)
    return {name.replace(".py", ""): words for name, words in lines}


def test_tidy_tests_pass_and_their_home_is_nobodys(said):
    passed, errors = summary(said, "PASSED"), summary(said, "ERROR")
    assert passed.keys() - errors.keys() >= CLEAN, said


def test_an_exception_in_a_thread_and_a_qt_warning_fail_their_tests(said):
    assert summary(said, "FAILED").keys() == FAILED, said


@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_whatever_is_left_behind_fails_its_test(said, name):
    assert name in summary(said, "PASSED"), said
    assert re.search(LEFT_BEHIND[name], summary(said, "ERROR")[name]), said


def test_nothing_else_fails(said):
    assert summary(said, "ERROR").keys() == LEFT_BEHIND.keys(), said
