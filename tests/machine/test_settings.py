"""The settings of a PC: one file that people can read, and what is wrong with it in their words."""

import os
import stat
import tomllib
from dataclasses import replace

import pytest

from common.domain.text import Language
from common.machine import (
    BackupSettings,
    CounterSettings,
    DisplaySettings,
    KioskSettings,
    Machine,
    Role,
    read_machine,
    write_machine,
)
from common.machine.errors import (
    PasswordFileUnreadable,
    SettingsNotWritten,
    SettingsUnreadable,
    SettingsWrong,
)

WHOLE = Machine(
    role=Role.ALL_IN_ONE,
    language=Language.EN,
    database="/var/lib/jiaohao/hall.db",
    kiosk=KioskSettings(
        name='k"1\\',
        printer="serial:///dev/ttyUSB0?baud=19200",
        scanner=("serial:///dev/ttyACM0", "keyboard"),
        no_cursor=True,
    ),
    counter=CounterSettings(counter="F01", form_printer="办公室 打印机"),
    backup=BackupSettings(at="03:00", keep_days=7),
)


@pytest.mark.parametrize("language", Language)
def test_settings_are_read_as_they_were_written(tmp_path, language):
    file = tmp_path / "etc" / "jiaohao.toml"
    written = replace(WHOLE, language=language)
    assert write_machine(written, file) == file
    assert read_machine(file) == written
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    assert [one.name for one in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("role", Role)
def test_a_file_explains_each_setting_of_its_role_and_no_other(tmp_path, role):
    file = write_machine(Machine(role, language=Language.EN), tmp_path / "jiaohao.toml")
    lines = file.read_text(encoding="utf-8").splitlines()
    settings = [number for number, line in enumerate(lines) if " = " in line and line[0] != "#"]
    assert all(lines[number - 1].startswith("# ") for number in settings)
    sections = {line.strip("[]") for line in lines if line.startswith("[")}
    of_data = ({"backup"} if role.keeps_data else set()) | ({"server"} & {role})
    assert sections == {*role.front_ends} | of_data
    assert read_machine(file) == Machine(role, language=Language.EN)


def test_a_chinese_pc_has_chinese_explanations(tmp_path):
    told = write_machine(Machine(Role.KIOSK), tmp_path / "jiaohao.toml").read_text("utf-8")
    assert "# 本机：取号机。" in told and "This PC" not in told


def test_a_pc_that_was_never_set_up_has_no_settings(tmp_path):
    assert read_machine(tmp_path / "none.toml") is None


@pytest.mark.parametrize(
    ("content", "zh", "en"),
    [
        ("role = [", "文件不完整", "it ends in the midst of something"),
        ('role = "kiosk"\n[kiosk\n', "第 2 行", "line 2, column 7 is not TOML"),
        ('language = "zh"', "role 缺少此项", "role is missing"),
        ('role = "board"', "all-in-one, server", "should be one of: all-in-one, server"),
        ('role = "kiosk"\nlang = "zh"', "是否为 language", "did you mean language?"),
        ('role = "kiosk"\nkiosk = 1', "应为 [kiosk] 一节", "kiosk should be a part [kiosk]"),
        ('role = "kiosk"\n[kiosk]\nprinte = ""', "是否为 kiosk.printer", "kiosk.printer?"),
        ('role = "kiosk"\n[kiosk]\nno_cursor = 1', "true 或 false", "should be true or false"),
        ('role = "kiosk"\n[kiosk]\nscanner = "x"', "应为列表", "should be a list"),
        ('role = "kiosk"\n[kiosk]\nscanner = [1]', "引号中的文字", "should be words"),
        ('role = "server"\n[backup]\nat = "25:00"', "应如 02:30", "should be like 02:30"),
        ('role = "server"\n[backup]\nkeep_days = 0', "至少为 1", "should be at least 1"),
        ('role = "server"\n[backup]\nkeep_days = true', "应为整数", "a whole number"),
    ],
)
def test_what_a_file_cannot_mean_is_refused_in_words(tmp_path, content, zh, en):
    file = tmp_path / "jiaohao.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises((SettingsUnreadable, SettingsWrong)) as refused:
        read_machine(file)
    assert zh in refused.value.text("zh") and en in refused.value.text("en")
    assert str(file) in refused.value.text("zh")


def test_settings_in_another_encoding_are_refused(tmp_path):
    file = tmp_path / "jiaohao.toml"
    file.write_bytes('role = "kiosk"  # 取号机'.encode("gb18030"))
    with pytest.raises(SettingsUnreadable) as refused:
        read_machine(file)
    assert "UTF-8" in refused.value.text("zh")


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path):
    file = write_machine(WHOLE, tmp_path / "jiaohao.toml")
    (tmp_path / f".{file.name}.{os.getpid()}.new").mkdir()
    with pytest.raises((SettingsNotWritten, OSError)):
        write_machine(replace(WHOLE, role=Role.KIOSK), file)
    assert read_machine(file) == WHOLE


def test_the_password_of_the_database_stands_in_a_file_of_its_own(tmp_path):
    secret = tmp_path / "password"
    secret.write_text("Sé&cret/1\n", encoding="utf-8")
    machine = Machine(Role.KIOSK, database="postgresql://u@h/hall", password_file=str(secret))
    assert machine.address == "postgresql://u@h/hall?password=S%C3%A9%26cret%2F1"
    tls = replace(machine, database="postgresql://u@h/hall?sslmode=require")
    assert tls.address == "postgresql://u@h/hall?sslmode=require&password=S%C3%A9%26cret%2F1"
    assert "cret" not in write_machine(machine, tmp_path / "jiaohao.toml").read_text("utf-8")
    secret.write_text("word\r\n", encoding="utf-8-sig")  # as an editor of Windows saves it
    assert machine.address == "postgresql://u@h/hall?password=word"
    secret.unlink()
    with pytest.raises(PasswordFileUnreadable) as refused:
        _ = machine.address
    assert "文件不存在" in refused.value.text("zh")


def test_what_is_written_is_toml(tmp_path):
    strange = replace(WHOLE, display=DisplaySettings(screen='"\\ \x7f\x00\n# [x]'))
    assert read_machine(write_machine(strange, tmp_path / "strange.toml")) == strange
    file = write_machine(WHOLE, tmp_path / "jiaohao.toml")
    said = tomllib.loads(file.read_text(encoding="utf-8"))
    assert said["kiosk"]["scanner"] == ["serial:///dev/ttyACM0", "keyboard"]
    assert said["counter"]["form_printer"] == "办公室 打印机"


def test_front_ends_that_start_by_themselves_are_those_of_the_role(tmp_path):
    assert Machine(Role.ALL_IN_ONE).starts == ("kiosk", "counter", "display")
    assert Machine(Role.KIOSK).starts == ("kiosk",) and Machine(Role.SERVER).starts == ()
    file = tmp_path / "jiaohao.toml"
    file.write_text('role = "all-in-one"\nautostart = ["display"]', encoding="utf-8")
    read = read_machine(file)
    assert read is not None and read.starts == ("display",)
    file.write_text('role = "all-in-one"\nautostart = ["board"]', encoding="utf-8")
    with pytest.raises(SettingsWrong) as refused:
        read_machine(file)
    assert "some of: kiosk, counter, display" in refused.value.text("en")
