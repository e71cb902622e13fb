"""Starting and sounding a board."""

from __future__ import annotations

import pytest
from PySide6.QtMultimedia import QMediaDevices

from common.qt.sound import Sound
from common.resources import resource
from display.__main__ import main


def test_a_database_that_does_not_exist_is_refused_in_one_line(tmp_path, capsys):
    assert main(["--db", str(tmp_path / "none.db")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert "none.db" in lines[0]


def test_a_screen_that_is_not_there_is_refused_with_those_that_are(qapp, sqlite_url, capsys):
    assert main(["--db", sqlite_url, "--screen", "9", "--lang", "en"]) == 1
    assert "no screen 9. Known screens: 1 " in capsys.readouterr().err


@pytest.mark.parametrize("size", ["big", "100", "1x", "-5x3"])
def test_a_size_that_is_none_is_refused(size, capsys):
    with pytest.raises(SystemExit):
        main(["--db", "hall.db", "--windowed", size])
    assert "--windowed" in capsys.readouterr().err


def test_a_machine_without_sound_shows_calls_all_the_same(qapp, monkeypatch):
    silent = QMediaDevices.defaultAudioOutput()
    monkeypatch.setattr(QMediaDevices, "defaultAudioOutput", type(silent))
    chime = Sound("chime.wav")
    chime.play()
    assert not chime.audible


def test_the_chime_is_there():
    assert resource("sounds", "chime.wav").stat().st_size > 1000
