"""Slow work on one thread, answers on the GUI thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import delete

from common.domain.errors import JiaohaoError
from common.qt.task_runner import TaskRunner


@pytest.fixture
def runner(qapp) -> Iterator[TaskRunner]:
    runner = TaskRunner("test tasks")
    yield runner
    assert runner.close()


def ignore(answer: object) -> None:
    pass


def test_answers_come_in_the_order_of_the_questions(runner, qtbot):
    answers: list[int] = []
    for number in range(50):
        runner.submit(lambda number=number: number, answers.append, ignore)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert answers == list(range(50))


def test_work_leaves_the_gui_thread_and_its_answer_comes_back_to_it(runner, qtbot):
    threads: list[threading.Thread] = []
    runner.submit(
        threading.current_thread,
        lambda worker: threads.extend([worker, threading.current_thread()]),
        ignore,
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0].name == "test tasks"
    assert threads[1] is threading.main_thread()


def test_an_expected_failure_is_handed_over_without_noise(runner, qtbot, caplog):
    failures: list[Exception] = []

    def fail() -> None:
        raise JiaohaoError

    runner.submit(fail, ignore, failures.append)
    qtbot.waitUntil(lambda: failures != [])
    assert isinstance(failures[0], JiaohaoError)
    assert caplog.records == []


def test_a_bug_is_logged_handed_over_and_work_goes_on(runner, qtbot, caplog):
    failures: list[Exception] = []
    answers: list[str] = []
    runner.submit(lambda: 1 // 0, ignore, failures.append)
    runner.submit(lambda: "next", answers.append, ignore)
    qtbot.waitUntil(lambda: answers == ["next"])
    assert isinstance(failures[0], ZeroDivisionError)
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_nothing_is_called_back_after_closing(qapp):
    answers: list[int] = []
    finished = threading.Event()
    runner = TaskRunner("closing")
    runner.submit(lambda: 1, answers.append, ignore)
    runner.submit(finished.set, ignore, ignore)
    assert finished.wait(30)
    assert runner.close()
    runner.submit(lambda: 2, answers.append, ignore)
    QCoreApplication.processEvents()
    assert answers == []


def test_nothing_is_called_back_to_an_owner_that_is_gone(runner, qtbot):
    answers: list[str] = []
    owner = QObject()
    runner.submit(lambda: "owned", answers.append, ignore, owner)
    delete(owner)
    runner.submit(lambda: "free", answers.append, ignore)
    qtbot.waitUntil(lambda: answers != [])
    assert answers == ["free"]


def test_closing_does_not_hang_on_a_job_that_hangs(qapp):
    runner = TaskRunner("hanging")
    begun, release = threading.Event(), threading.Event()
    runner.submit(lambda: (begun.set(), release.wait()), ignore, ignore)
    assert begun.wait(30)
    assert runner.close(timeout=0.05) is False
    release.set()
    assert runner.close()
