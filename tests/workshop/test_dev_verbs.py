"""dev.py's command line."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest


@pytest.fixture
def dev(load_dev, project, monkeypatch):
    """dev.py with set-up taken as done."""
    module = load_dev(project)
    monkeypatch.setattr(module, "setup", lambda: False)
    monkeypatch.setattr(module.signal, "signal", lambda *_: None)
    return module


def test_an_older_python_is_told_what_it_takes(project):
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0);"
        f"runpy.run_path({str(project / 'dev.py')!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer, and this is Python 3.9" in done.stderr
    assert "Traceback" not in done.stderr


def test_python_3_6_can_read_the_file_that_far(project):
    ast.parse((project / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_it_needs_the_standard_library_alone(project):
    tree = ast.parse((project / "dev.py").read_text(encoding="utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module]
        )
    }
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize(
    "line",
    [[], ["dance"], ["run"], ["run", "toaster"], ["setup", "--fast"], ["lint", "--fast"]],
    ids=" ".join,
)
def test_a_command_line_that_says_nothing_gets_the_usage(dev, capsys, line):
    assert dev.main(line) == 2
    output = capsys.readouterr()
    assert "python3 dev.py VERB" in output.out + output.err


def test_help_is_no_error(dev, capsys):
    assert dev.main(["help"]) == 0
    assert "screenshots" in capsys.readouterr().out


def test_ctrl_c_is_quiet(dev, monkeypatch, capsys):
    def interrupted() -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(dev, "setup", interrupted)
    assert dev.main(["setup"]) == 130
    assert capsys.readouterr().err == "\n"


def test_trouble_is_one_message_and_a_failure(dev, monkeypatch, capsys):
    def trouble() -> bool:
        raise dev.Trouble("the disk is full")

    monkeypatch.setattr(dev, "setup", trouble)
    assert dev.main(["setup"]) == 1
    assert capsys.readouterr().err == "\ndev.py: the disk is full\n"


@pytest.mark.parametrize(
    ("line", "command"),
    [
        (["run", "kiosk", "--db", "x"], ["jiaohao", "kiosk", "--db", "x"]),
        (["demo", "--fast"], ["-m", "common.demo", "--fast"]),
        (["screenshots"], ["-m", "common.demo.screenshots"]),
        (["bench", "--quick"], ["run.py", "--quick"]),
    ],
)
def test_arguments_reach_the_program(dev, monkeypatch, line, command):
    became = []
    monkeypatch.setattr(dev, "become", lambda words: became.append([str(w) for w in words]))
    dev.main(line)
    [words] = became
    tail = words[-len(command) :]
    assert [tail[0].rpartition("/")[2], *tail[1:]] == command


@pytest.fixture
def checks(dev, monkeypatch):
    """The commands `test` runs, with the exit code that each shall have."""

    class Checks:
        codes: dict[str, int] = {}  # noqa: RUF012 - one instance
        again = 0
        ran: list[str] = []  # noqa: RUF012
        environment: dict[str, str] = {}  # noqa: RUF012

    checks = Checks()

    def call(command, **environment):
        name = next(w for w in map(str, command) if not w.endswith("python") and w != "-m")
        name = name.rpartition("/")[2]
        checks.ran.append(name)
        checks.words = list(map(str, command))
        checks.environment = environment
        return checks.again if "--last-failed" in command else checks.codes.get(name, 0)

    monkeypatch.setattr(dev, "call", call)
    return checks


def test_test_runs_on_after_a_failure_and_ends_with_pytest(dev, checks, capsys):
    checks.codes = {"ruff": 1}
    assert dev.main(["test", "-k", "slip"]) == 1
    assert {"ruff", "lint-imports", "pyside6-qmllint", "mypy", "pytest"} <= set(checks.ran)
    assert checks.ran[-1] == "pytest"
    assert checks.words[-2:] == ["-k", "slip"]
    assert checks.environment["JIAOHAO_FAILED_CHECKS"] == "formatting, lint"
    assert "FAILED" in capsys.readouterr().out


def test_the_exit_code_of_pytest_passes_through(dev, checks):
    checks.codes = {"pytest": 5}
    assert dev.main(["test"]) == 5
    assert checks.ran.count("pytest") == 1


@pytest.mark.parametrize("again", [0, 1])
def test_tests_that_failed_beside_others_are_asked_once_more_alone(dev, checks, again):
    checks.codes, checks.again = {"pytest": 1}, again
    assert dev.main(["test", "-k", "slip"]) == again
    assert checks.ran.count("pytest") == 2
    assert "-n" not in checks.words and checks.words[-2:] == ["-k", "slip"]


def test_a_check_that_failed_is_not_mended_by_tests(dev, checks):
    checks.codes, checks.again = {"mypy": 1, "pytest": 1}, 0
    assert dev.main(["test"]) == 1


def test_children_inherit_no_foreign_python(dev, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("QT_PLUGIN_PATH", "/elsewhere")
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example/simple")
    environment = dev.clean_environment()
    assert "PYTHONPATH" not in environment
    assert "QT_PLUGIN_PATH" not in environment
    assert environment["PIP_INDEX_URL"] == "https://mirror.example/simple"


@pytest.mark.parametrize(("script", "code"), [("exit 7", 7), ("kill -TERM $$", 143)])
def test_the_exit_code_of_a_check_passes_through(dev, script, code):
    assert dev.call(["sh", "-c", script]) == code
