"""What an installed front end does on a PC that was never set up."""

import pytest

from common.cli.first_run import is_first_run
from common.machine import Machine, Role, program, write_machine


@pytest.fixture
def new_pc(monkeypatch, tmp_path):
    """The installed program on a desktop without settings and without data."""
    monkeypatch.setattr(program, "FROZEN", True)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("JIAOHAO_SETTINGS", str(tmp_path / "jiaohao.toml"))
    monkeypatch.delenv("JIAOHAO_DB", raising=False)
    return tmp_path


def test_it_asks_what_the_pc_is(new_pc):
    assert is_first_run([]) and is_first_run(["--watched"])


@pytest.mark.parametrize("argument", ["--db=x", "--db", "--practice", "--help"])
def test_who_says_more_is_not_asked(new_pc, argument):
    assert not is_first_run([argument])


def test_a_pc_with_settings_or_data_is_known(new_pc, monkeypatch):
    (new_pc / "jiaohao").mkdir()
    data = new_pc / "jiaohao" / "hall.db"
    data.touch()
    assert not is_first_run([])
    data.unlink()
    write_machine(Machine(Role.KIOSK), new_pc / "jiaohao.toml")
    assert not is_first_run([])
    (new_pc / "jiaohao.toml").write_text("role =")
    assert not is_first_run([])


def test_without_a_screen_or_from_a_checkout_the_message_is_better(new_pc, monkeypatch):
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not is_first_run([])
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(program, "FROZEN", False)
    assert not is_first_run([])


def test_a_window_without_a_screen_sends_to_the_terminal(new_pc, monkeypatch, jiaohao):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    answer = jiaohao("setup", "--window")
    assert answer.code == 1 and "sudo jiaohao setup" in answer.err


def test_options_go_with_the_window_or_are_refused(new_pc, monkeypatch, jiaohao):
    seen = []
    window = "common.qt.setup_window.run_setup_window"
    monkeypatch.setattr(window, lambda said: seen.append(said.role) or 0)
    assert jiaohao("setup", "--window", "--role", "kiosk").code == 0
    assert seen == ["kiosk"]
    refused = jiaohao("setup", "--window", "--yes")
    assert refused.code == 2 and "--yes does not fit here" in refused.err
