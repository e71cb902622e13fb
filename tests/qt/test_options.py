"""The command lines of the front ends: alike in what they share, plain when something is wrong."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import platformdirs
import pytest

from common.domain.text import Language
from common.machine import KioskSettings, Machine, Role, write_machine
from common.qt.geometry import Geometry
from common.qt.options import EXIT_WRONG_USE, FrontEndOptions, hall_address
from kiosk.__main__ import _parse as kiosk_options

FRONT_ENDS = pytest.mark.parametrize("front_end", ["kiosk", "counter", "display"])


@pytest.fixture
def options() -> FrontEndOptions:
    return FrontEndOptions("kiosk", "A kiosk.", size="540x960")


@FRONT_ENDS
@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (["--paper"], "--paper"),
        (["--lang", "fr"], "--lang"),
        (["--windowed", "big"], "big"),
        (["--db"], "--db"),
        (["--win", "540x960"], "--win"),
    ],
)
def test_a_wrong_option_ends_in_one_line(front_end, wrong, named, capsys, monkeypatch):
    monkeypatch.setenv("JIAOHAO_LANG", "en")
    with pytest.raises(SystemExit) as end:
        import_module(f"{front_end}.__main__").main(wrong)
    assert end.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert named in line
    assert f"see `jiaohao {front_end} --help`" in line


@FRONT_ENDS
def test_help_is_in_the_language_of_the_user(front_end, capsys, monkeypatch):
    main = import_module(f"{front_end}.__main__").main
    told = {}
    for language in Language:
        monkeypatch.setenv("JIAOHAO_LANG", language)
        with pytest.raises(SystemExit) as end:
            main(["--help"])
        assert end.value.code == 0
        told[language] = capsys.readouterr().out
    assert "start again by itself" in told[Language.EN]
    assert "用法：jiaohao" in told[Language.ZH]
    assert "\n选项：\n" in told[Language.ZH]
    assert re.findall(r"\b(?:the|this|of|in|while|may)\b", told[Language.ZH]) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("--paper", "没有选项或参数 --paper"),
        ("--lang fr", "选项 --lang 没有 fr，可用：'zh', 'en'"),
        ("--windowed big", "选项 --windowed 的值 big 无效，应如 960x540 或 960x540+0+0"),
        ("--db", "选项 --db 需要一个值"),
        ("--practice=no", "选项 --practice 不带值"),
    ],
)
def test_a_wrong_option_is_told_in_chinese(options, wrong, told, capsys, monkeypatch):
    monkeypatch.setenv("JIAOHAO_LANG", "zh")
    with pytest.raises(SystemExit):
        options.of_this_pc(wrong.split())
    said = capsys.readouterr().err.replace("zh, en", "'zh', 'en'")  # Python 3.14 quotes no more
    assert said == f"{told}。用法见 `jiaohao kiosk --help`\n"


@FRONT_ENDS
def test_all_front_ends_explain_the_shared_options_in_the_same_words(front_end, capsys):
    with pytest.raises(SystemExit) as end:
        import_module(f"{front_end}.__main__").main(["--help"])
    assert end.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    assert f"usage: jiaohao {front_end} " in said
    assert "else JIAOHAO_DB, else this PC's settings, else this user's own" in said


def test_the_database_is_the_named_one_else_that_of_the_environment_else_ones_own(monkeypatch):
    def chosen(*words: str) -> str:
        return str(FrontEndOptions("kiosk", "A kiosk.", size="540x960").of_this_pc(words).db)

    monkeypatch.setenv("JIAOHAO_DB", "given.db")
    assert chosen("--db", "named.db") == "named.db"
    assert chosen() == "given.db"
    monkeypatch.delenv("JIAOHAO_DB")
    assert chosen().startswith(platformdirs.user_data_dir("jiaohao"))


def test_a_window_has_the_size_that_was_asked_for(options):
    assert options.of_this_pc(["--windowed", "540x960+10+20"]).windowed == Geometry(
        540, 960, (10, 20)
    )
    assert options.of_this_pc([]).windowed is None


def test_who_practises_gets_a_copy_of_the_hall_and_everyone_else_the_hall(
    options, sqlite_url, tmp_path, monkeypatch
):
    monkeypatch.setattr("common.qt.options.practice_folder", lambda: tmp_path / "practice")
    real = options.of_this_pc(["--db", sqlite_url])
    assert hall_address(real, with_staff=False) == sqlite_url
    practising = options.of_this_pc(["--db", sqlite_url, "--practice"])
    address = hall_address(practising, with_staff=False)
    assert address == str(tmp_path / "practice" / "DEMO01.db")


@FRONT_ENDS
def test_nobody_practises_on_a_hall_that_is_not_there(front_end, tmp_path, capsys):
    missing = str(tmp_path / "no.db")
    arguments = ["--db", missing, "--practice", "--lang", "en"]
    assert import_module(f"{front_end}.__main__").main(arguments) == 1
    assert f"There is no hall database at {missing}" in capsys.readouterr().err


def test_a_front_end_takes_from_the_settings_what_the_command_line_leaves_out(
    tmp_path, monkeypatch
):
    machine = Machine(
        Role.KIOSK,
        Language.EN,
        database=str(tmp_path / "hall.db"),
        kiosk=KioskSettings(name="kiosk-2", scanner=("keyboard",), pictures="/srv/pictures"),
    )
    monkeypatch.setenv("JIAOHAO_SETTINGS", str(write_machine(machine, tmp_path / "this.toml")))
    options = kiosk_options([])
    assert (options.db, options.lang) == (str(tmp_path / "hall.db"), "en")
    assert (options.name, options.scanner) == ("kiosk-2", ("keyboard",))
    assert options.pictures == Path("/srv/pictures")
    said = kiosk_options(
        ["--name", "kiosk-3", "--scanner", "serial:///dev/ttyACM0", "--lang", "zh"]
    )
    assert (said.name, said.scanner, said.lang) == ("kiosk-3", ["serial:///dev/ttyACM0"], "zh")
    monkeypatch.setenv("JIAOHAO_DB", "other.db")
    assert kiosk_options([]).db == "other.db"
    assert kiosk_options(["--db", "third.db"]).db == "third.db"


def test_settings_that_cannot_be_read_end_a_front_end_with_one_line(tmp_path, monkeypatch, capsys):
    file = tmp_path / "this.toml"
    file.write_text('role = "kiosk"\n[kiosk]\nnam = ""\n', encoding="utf-8")
    monkeypatch.setenv("JIAOHAO_SETTINGS", str(file))
    with pytest.raises(SystemExit) as ended:
        kiosk_options([])
    assert ended.value.code == EXIT_WRONG_USE
    assert capsys.readouterr().err.count("\n") == 1
