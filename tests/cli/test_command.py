"""The command as a process: what a script sees."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from common.cli import verbs
from common.cli.main import run
from common.domain.text import Language

ROOT = Path(__file__).parents[2]


def test_a_whole_visit_by_command(child, jiaohao, tmp_path):
    """Processes make the hall, give the number out and tell of it; each verb starts alike."""
    db = tmp_path / "own.db"
    assert child("init", "--demo", "--db", db).code == 0
    number = child("take", "FA002", "--db", db, "--json").json["number"]
    assert jiaohao("call", "F01", "--db", db, "--json").json["number"] == number
    assert jiaohao("serve", "F01", "--db", db).code == 0
    assert jiaohao("finish", "F01", "--db", db).code == 0
    assert child("ticket", number, "--db", db, "--json").json["state"] == "done"


def test_an_error_is_a_line_and_an_exit_code(child, sqlite_url):
    answer = child("serve", "F01", "--db", sqlite_url)
    assert answer.code == 1
    assert answer.out == ""
    assert answer.err == "Nobody is at counter F01. Call the next number first.\n"


def test_json_stays_json_on_a_terminal_that_cannot_show_it(child, jiaohao, sqlite_url):
    environment = {"JIAOHAO_DB": sqlite_url, "PYTHONIOENCODING": "gbk"}
    jiaohao("take", "FA002")
    number = jiaohao("call", "F01", "--json").json["number"]
    jiaohao("serve", "F01")
    child("hold", "F01", "--note", "Zoë 𠮷", env=environment)
    events = child("ticket", number, "--json", env=environment).json["events"]
    assert "Zoë 𠮷" in [event["facts"].get("note") for event in events]


def test_chinese_survives_a_terminal_that_cannot_show_it(child, sqlite_url):
    environment = {"JIAOHAO_LANG": "zh", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    answer = child("take", "FA002", "--db", sqlite_url, env=environment)
    assert answer.code == 0
    assert "FA001" in answer.out


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", [("take", "FA002"), ("ticket", "FA999", "--json")])
def test_a_reader_that_goes_away_is_no_bug_and_no_refusal(sqlite_url, words, unbuffered):
    program = Path(sys.executable).with_name("jiaohao")
    with subprocess.Popen(
        [program, *words, "--db", sqlite_url],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONUNBUFFERED": unbuffered},
    ) as process:
        process.stdout.close()
        told = process.stderr.read()
    assert process.returncode == 141
    assert b"Error" not in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_an_answer_that_cannot_be_written_is_told(sqlite_url):
    program = Path(sys.executable).with_name("jiaohao")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [program, "take", "FA002", "--db", sqlite_url],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={"LANG": "C.UTF-8"},
        )
    assert done.stderr == "The answer cannot be written: the disk is full; make room on it.\n"
    assert done.returncode == 70


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that closes an input")
def test_an_input_that_is_closed_or_in_another_encoding_is_no_bug(sqlite_url):
    line = f'"{Path(sys.executable).with_name("jiaohao")}" take FA002 --person - --db {sqlite_url}'
    for said in ("<&-", "<<< $'\\xff'"):
        done = subprocess.run(
            ["bash", "-c", f"{line} {said}"],
            capture_output=True,
            text=True,
            env={"LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8:strict"},
        )
        assert done.returncode == 1
        assert "no ID number" in done.stderr


def test_wrong_use_and_bugs_answer_in_json_too(jiaohao, monkeypatch):
    assert jiaohao("take", "--json").json == {
        "error": "wrong_use",
        "message": "Missing argument 'SERVICE...'. (see `jiaohao take --help`)",
    }

    def broken(*_of, **_facts):
        raise RuntimeError("broken\nin two")

    monkeypatch.setattr("common.operations.line", broken)
    answer = jiaohao("line", "--json")
    assert answer.code == 70
    assert answer.json["error"] == "internal_error"
    assert "RuntimeError: broken (" in answer.json["message"]


def test_a_reason_cannot_command_the_terminal_that_shows_it(jiaohao):
    number = jiaohao("take", "FA002", "--json").json["number"]
    jiaohao("call", "F01", "--number", number, "--reason", "\x1b[31mred")
    told = jiaohao("ticket", number).out
    assert "\N{REPLACEMENT CHARACTER}[31mred" in told
    assert "\x1b" not in told


def loaded_by(*arguments: str) -> set[str]:
    """The modules that one command loads."""
    program = (
        "import sys; from common.cli.main import run; "
        f"assert run({list(arguments)!r}) == 0; "
        "import json; print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_a_command_loads_no_qt_and_no_more_than_it_needs(sqlite_url):
    """What makes a start slow is what it loads: half a second is all there is."""
    loaded = loaded_by("take", "FA002", "--db", sqlite_url)
    heavy = {"PySide6", "alembic", "pydantic", "yaml", "psycopg", "rich", "argon2", "PIL", "escpos"}
    assert loaded & heavy == set()


def test_only_the_room_of_the_verb_is_loaded(sqlite_url):
    loaded = loaded_by("line", "--db", sqlite_url)
    assert {name for name in loaded if name.startswith("common.cli.") and "verb" in name} == {
        "common.cli.verbs",
        "common.cli.view_verbs",
    }
    assert not {name for name in loaded if name.startswith("common.printing")}


def test_every_room_of_verbs_is_listed_with_all_its_verbs():
    folder = Path(verbs.__file__).parent
    rooms = {path.stem for path in folder.glob("*_verb*.py")} | {"front_ends"}
    assert rooms == set(verbs.ROOMS)
    for room, names in verbs.ROOMS.items():
        assert set(verbs.commands_in(room, Language.EN)) == set(names)


def test_the_version_is_that_of_the_project(capsys):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"jiaohao {project['version']}\n"
