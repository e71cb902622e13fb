"""Nonsense for every command: one clear message, no trace, and a hall as it was."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import sys
from contextlib import closing, redirect_stderr, redirect_stdout

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from common import operations
from common.domain.text import Language
from common.resources import resource
from common.store import open_store
from tests.commanding import Verbs, main

BUG = 70
ABORTED = 130
ELSEWHERE = {"kiosk", "counter", "display", "printer", "idreader", "scanner", "simulate"}
"""They open windows and ports, or play for minutes; nonsense for them is tried one by one.
What is hidden is for the package and for other programs of ours, not for people."""


def _leaves(command, path=()):
    context = click.Context(command)
    for name in command.list_commands(context):
        child = command.get_command(context, name)
        if isinstance(child, click.Group) or hasattr(child, "commands"):
            yield from _leaves(child, (*path, name))
        elif name not in ELSEWHERE and not child.hidden:
            yield (*path, name), child.params


OTHERWISE = (
    *(("init",), ("grant",), ("staff", "change"), ("forms", "check"), ("paper",)),
    *(("backup",), ("restore",)),
)
"""They find something else amiss before they look at the database."""

LEAVES = dict(_leaves(Verbs(Language.EN)))
nonsense = st.one_of(
    st.text(max_size=20),
    st.text(st.characters(categories=["Cc", "Cf", "Zl", "Zs", "Cn"]), min_size=1, max_size=6),
    st.sampled_from(
        ["", " ", "-", "--", "0", "-1", "999999999999999999999", "1e9", "NaN", "../.."]
    ),
    st.sampled_from(
        [
            "𠮷𠮷",
            "🎫",
            "\udcb4\udcf3",
            "\x00",
            "\x1b[31mred",
            "a\nb",
            "x" * 900,
            "号" * 400,
            "%s{0}$(id)`",
        ]
    ),
    st.sampled_from(["'; DROP TABLE leg; --", "QA001' OR '1'='1", "\\", '"', "*", "%", "_"]),
).map(lambda text: text.replace("/", "∕"))  # Never a path out of the test's folder.
known = st.sampled_from(
    [
        "A01",
        "b02",
        "QA001",
        "QB",
        "S1",
        "BUNDLE",
        "li",
        "chen",
        "P0",
        "P9",
        "2026-11-24",
        "09:00",
        "now",
    ]
)
files = st.sampled_from(
    ["missing", "folder", "empty", "binary", "half.yaml", "gbk.yaml", "hall.db"]
)


def _is_path(param):
    return param.type.name == "path" or param.name in ("file", "out", "db", "hall")


@st.composite
def command_lines(draw):
    path = draw(st.sampled_from(sorted(LEAVES)))
    words = list(path)
    for param in LEAVES[path]:
        needed = param.required or isinstance(param, click.Argument)
        # Each may be left out, the needed ones seldom.
        if draw(st.integers(0, 9)) < (1 if needed else 8):
            continue
        if isinstance(param, click.Option):
            words.append(param.opts[0])
            if param.is_flag:
                continue
        words.append(draw(files if _is_path(param) else st.one_of(nonsense, nonsense, known)))
    return words


@pytest.fixture(scope="session")
def lived_in(proof_template, tmp_path_factory):
    """A hall in which somebody waits, is called, is on hold."""
    path = tmp_path_factory.mktemp("lived") / "hall.db"
    shutil.copy(proof_template, path)
    store = open_store(str(path))
    for _ in range(4):
        operations.issue(store, ["S1"], ticket=operations.new_id())
    operations.call_next(store, "A01")
    operations.call_next(store, "B01")
    operations.serve(store, "B01")
    operations.hold(store, "B01")
    store.close()
    return path


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where the commands find only rubbish."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    (tmp_path / "binary").write_bytes(bytes(range(256)) * 16)
    (tmp_path / "half.yaml").write_text("hall:\n  code: X\n  zones:\n    - code: A\n      na")
    (tmp_path / "gbk.yaml").write_bytes("名称: 大厅\n".encode("gbk"))
    for home in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(home, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return tmp_path


def say(words):
    """Run one command with nobody at the keyboard."""
    out, err = io.StringIO(), io.StringIO()
    keyboard, sys.stdin = sys.stdin, io.StringIO("")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main.run(words)
    except SystemExit as left:  # The front ends' own parsers leave like that.
        code = left.code
    finally:
        sys.stdin = keyboard
    return code, out.getvalue(), err.getvalue()


def rows(path):
    """All of the hall, but for refusals and wrong passwords, which are kept on purpose."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        found = {n: connection.execute(f"SELECT * FROM {n}").fetchall() for n in names}
    found["event"] = [event for event in found["event"] if event[2] != "refuse"]
    found["clerk"] = [clerk[:2] for clerk in found["clerk"]]
    return found


def is_clear(code, out, err, words):
    assert code != BUG, (words, err)
    assert "Traceback" not in err, words
    if code in (0, ABORTED):
        return
    assert code in (1, 2), (words, code)
    if words[0] != "doctor":
        assert err.strip(), words
        shown = err.strip().splitlines()
        assert len(shown) <= 12, (words, err)
        assert all(sign.isprintable() for line in shown for sign in line), (words, err)
        assert max(map(len, shown)) < 1200, (words, err)
        if "--json" in words:
            told = json.loads(out)
            assert told["error"]
            assert told["message"]


def test_any_nonsense_is_answered_in_words_and_changes_nothing(
    lived_in, folder, monkeypatch, effort
):
    path = folder / "hall.db"
    shutil.copy(lived_in, path)
    monkeypatch.setenv("JIAOHAO_DB", str(path))
    before = rows(path)

    @effort(50)
    @given(command_lines())
    def try_one(words):
        nonlocal before
        code, out, err = say(words)
        is_clear(code, out, err, words)
        after = rows(path)
        if code != 0:
            assert after == before, words
        before = after

    try_one()
    for words in (["slip", "QA001", "--out"], ["appointments", "export"]):
        code, _, err = say([*words, "hall.db"])
        assert code == 1
        assert "is a database" in err
    assert rows(path) == before
    store = open_store(str(path))
    assert operations.check_chain(store).whole
    store.close()


@pytest.mark.parametrize("place", ["missing", "folder", "empty", "binary", "newer.db", "other.db"])
def test_a_database_that_is_none_is_told_and_left_as_it_is(lived_in, folder, place):
    shutil.copy(lived_in, folder / "newer.db")
    with closing(sqlite3.connect(folder / "newer.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with closing(sqlite3.connect(folder / "other.db")) as connection, connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    shutil.copy(resource("demo", "hall.yaml"), folder / "whole.yaml")
    before = {file: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    for words, params in LEAVES.items():
        if not any("--db" in param.opts for param in params):
            continue
        line = [*words, *_needed(params), "--db", place]
        code, out, err = say(line)
        is_clear(code, out, err, line)
        assert code != 0, line
        if place == "newer.db" and not any(words[: len(o)] == o for o in OTHERWISE):
            assert "newer version" in out + err, line
        for file, content in before.items():
            assert file.read_bytes() == content, line
        assert not (folder / "missing").exists()


def _needed(params):
    """Something for every argument without which the command would not begin."""
    words = []
    for param in params:
        if isinstance(param, click.Argument):
            words.append(_something_for(param))
        elif param.required:
            words += [param.opts[0], _something_for(param)]
    return words


def _something_for(param):
    if _is_path(param):
        return "whole.yaml" if param.name == "file" else "out.bin"
    return {"day": "2026-11-24", "slot": "09:00", "reason": "other"}.get(param.name, "A01")


@pytest.mark.parametrize(
    "words",
    [
        ["simulate", "--level", "L9"],
        ["simulate", "--days", "-1"],
        ["simulate", "--days", "many"],
        ["simulate", "--policy", "luck"],
        ["simulate", "--hall", "binary"],
        ["simulate", "--hall", "missing"],
        ["simulate", "--load", "half.yaml"],
        ["simulate", "--load", "gbk.yaml"],
        ["simulate", "--load", "folder"],
        ["simulate", "--open-counter", "\x1b[31m"],
        ["simulate", "--picture", "folder"],
        ["printer", "--tcp", "99999999"],
        ["printer", "--paper-mm", "-1"],
        ["kiosk", "--nonsense"],
        ["counter", "--db"],
        ["nonsense"],
        ["take"],
        ["\x00"],
    ],
    ids=" ".join,
)
def test_nonsense_for_the_others_too(folder, monkeypatch, words):
    monkeypatch.setenv("JIAOHAO_DB", "missing")
    code, out, err = say(words)
    is_clear(code, out, err, words)
    assert code in (1, 2)
    assert err.strip()
