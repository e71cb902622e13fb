"""The checks that every test runs under, tried on small test files of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

TESTS = Path(__file__).resolve().parents[1]


@pytest.fixture
def outcome_of(pytester: pytest.Pytester):
    """Run a test file in a pytest of its own, under the project's conftest and settings."""
    shutil.copy(TESTS / "conftest.py", pytester.path / "conftest.py")
    shutil.copy(TESTS.parent / "pyproject.toml", pytester.path / "pyproject.toml")

    def run(source: str) -> pytest.RunResult:
        pytester.makepyfile(source)
        return pytester.runpytest_subprocess("-p", "no:randomly", "-p", "no:cacheprovider", ".")

    return run


def test_a_tidy_test_passes(outcome_of):
    outcome_of(
        """
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
        """
    ).assert_outcomes(passed=1)


def test_a_thread_left_behind_fails_its_test(outcome_of):
    result = outcome_of(
        """
        import threading

        gate = threading.Event()

        def test_it():
            threading.Thread(target=gate.wait, name="forgotten", daemon=True).start()
        """
    )
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*left behind: thread 'forgotten'*"])


def test_a_running_timer_and_qthread_fail_their_tests(outcome_of):
    result = outcome_of(
        """
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
        """
    )
    result.assert_outcomes(passed=3, errors=2)
    result.stdout.fnmatch_lines(["*left behind: running QTimer*"])
    result.stdout.fnmatch_lines(["*left behind: running QThread*"])


def test_windows_left_open_fail_their_tests(outcome_of):
    result = outcome_of(
        """
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
        """
    )
    result.assert_outcomes(passed=2, errors=2)
    result.stdout.fnmatch_lines(["*left behind: window *badge*"])
    result.stdout.fnmatch_lines(["*left behind: window QQuickWindow*"])


def test_an_exception_in_a_thread_fails_its_test(outcome_of):
    outcome_of(
        """
        import threading

        def test_it():
            worker = threading.Thread(target=lambda: 1 / 0)
            worker.start()
            worker.join()
        """
    ).assert_outcomes(failed=1)


def test_a_qt_warning_fails_its_test(outcome_of):
    outcome_of(
        """
        from PySide6.QtCore import qWarning

        def test_it(qapp):
            qWarning("something is off")
        """
    ).assert_outcomes(failed=1)


def test_nothing_is_read_from_the_home_of_a_person(outcome_of):
    outcome_of(
        """
        from pathlib import Path
        import platformdirs

        def test_it():
            assert "jiaohao-tests-" in str(Path.home())
            assert "jiaohao-tests-" in platformdirs.user_config_dir("jiaohao")
        """
    ).assert_outcomes(passed=1)
