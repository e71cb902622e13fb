"""`jiaohao setup` as a person meets it in a terminal."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from common.machine import Role, read_machine
from common.store import open_store


def test_a_hall_on_one_pc_is_set_up_by_answering(person, settings):
    it = person("setup")
    it.answers("Your choice [2]", "1")  # 中文
    it.answers("本机用途", "1")
    it.answers("数据库", "1")
    it.answers("演示大厅", "1")
    it.answers("本取号机的编号 [kiosk-1]", "一号 机")
    it.reads("应为 1 至 32 个字母")
    it.answers("本取号机的编号 [kiosk-1]", "kiosk-2")
    it.reads("小票打印机")
    it.reads("没有打印机")
    it.answers("请选择", "")
    it.answers("窗口编号", "X99")
    it.reads("大厅里没有 X99")
    it.answers("窗口编号", "f01")
    it.answers("只显示一个区", "F")
    it.answers("开机自动启动", "2")
    it.answers("取号机的屏幕", "")
    it.answers("显示屏的屏幕", "2")
    it.reads("jiaohao setup --role all-in-one --language zh --database embedded --demo")
    it.answers("就这样设置本机？", "y")
    assert it.ends() == 0
    assert it.seen.count("✓") == 3
    machine = read_machine(settings)
    assert machine is not None and machine.role is Role.ALL_IN_ONE
    assert (machine.kiosk.name, machine.counter.counter, machine.display.zone) == (
        *("kiosk-2", "F01"),
        "F",
    )
    assert machine.starts == ("kiosk", "display") and machine.display.screen == "2"
    store = open_store(machine.database)
    with store.read() as tx:
        assert tx.hall.counters
    store.close()


def test_nothing_is_written_when_the_summary_is_not_confirmed(person, settings, sqlite_template):
    data = settings.parent / "data"
    data.mkdir(parents=True)
    shutil.copy(sqlite_template, data / "hall.db")
    it = person("setup", "--role", "all-in-one", "--language", "en")
    for question in ("Your choice", "What is this PC?", "Which database?"):
        it.answers(question)
    it.reads("The hall's data is there already")
    it.answers("This kiosk's name")
    it.answers("Which slip printer?")
    it.answers("Counter (Enter: chosen when signing in)")
    it.answers("The board of one zone")
    it.answers("What starts by itself?")
    it.answers("The kiosk's screen")
    it.answers("The board's screen")
    it.answers("Set this PC up like this?", "n")
    assert it.ends() == 130 and "Nothing was changed." in it.seen
    assert [one.name for one in settings.parent.iterdir()] == ["data"]


def test_ctrl_c_leaves_everything_as_it_was(person, settings):
    settings.parent.mkdir()
    settings.write_text('role = "kiosk"\nlanguage = "en"\ndatabase = "postgresql://u@h/hall"\n')
    it = person("setup")
    it.answers("Your choice [2]")
    it.answers("Your choice [3]")
    it.answers("Server (name or IP address) [h]", "no-such-host.invalid")
    it.answers("Database [hall]")
    it.answers("Database user [u]", "x")
    it.answers("Password", "secret")
    it.answers("certificate")
    it.reads("No PC is known by the name no-such-host.invalid")
    it.reads("Change what was given?")
    it.interrupts()
    assert it.ends() == 130 and "Nothing was changed." in it.seen
    assert "secret" not in it.seen
    assert settings.read_text().startswith('role = "kiosk"\nlanguage = "en"')
    assert [one.name for one in settings.parent.iterdir()] == [settings.name]


def test_without_a_terminal_the_questions_end_with_advice(settings):
    program = Path(sys.executable).with_name("jiaohao")
    done = subprocess.run(
        [program, "setup"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env={**os.environ, "JIAOHAO_SETTINGS": str(settings), "LANG": "C.UTF-8"},
    )
    assert done.returncode == 1 and "give options and --yes" in done.stderr
