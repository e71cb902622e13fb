"""The set-up window: the same questions, and at its end the same command."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from common.domain.text import Language
from common.installation.setting_up.errors import OptionWrong
from common.installation.setting_up.options import SetupOptions
from common.installation.setting_up.places import Places
from common.machine import Role, read_machine
from common.printing.discovery import FoundPrinter, Way
from common.qt.presentation import prepare_presentation
from common.qt.setup_view_model import Page, SetupViewModel, first_plan
from common.qt.setup_window import SetupWindow, open_setup_window


@pytest.fixture
def places(tmp_path, monkeypatch) -> Places:
    settings = tmp_path / "etc" / "jiaohao.toml"
    monkeypatch.setenv("JIAOHAO_SETTINGS", str(settings))
    return Places(settings, tmp_path / "etc" / "data", tmp_path / "etc" / "backups")


@pytest.fixture
def opened(qtbot, places, monkeypatch):
    printer = FoundPrinter("tcp://10.0.0.9:9100", Way.NETWORK, "XP-80", (), "xprinter-xp-80", True)
    monkeypatch.setattr("common.qt.setup_view_model.printers_here", lambda: [printer])
    presentation = prepare_presentation(Language.ZH)
    window, model = open_setup_window(places, Language.ZH, presentation.translator)
    qtbot.addWidget(window)
    window.show()
    yield window, model
    model.close()
    window.close()
    presentation.translator.close()


def test_a_hall_on_one_pc_is_set_up_page_by_page(qtbot, opened, places, sqlite_template):
    window, model = opened
    places.data.mkdir(parents=True)
    shutil.copy(sqlite_template, places.hall)
    pages = window.pages

    def press(button) -> None:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert window.next.text() == "下一步"
    press(window.languages[Language.EN])
    qtbot.waitUntil(lambda: window.next.text() == "Next")
    press(pages[Page.ROLE].cards[Role.ALL_IN_ONE])
    press(window.next)
    assert model.page is Page.DATABASE and pages[Page.DATABASE].embedded.isChecked()
    press(window.next)  # the hall is looked at first
    qtbot.waitUntil(lambda: model.page is Page.PLACE)
    place = pages[Page.PLACE]
    place.kiosk.setEditText("kiosk-2")
    place.counter.setEditText("f01")
    assert place.counter.findText("F01") >= 0 and place.zone.count() > 1
    press(window.next)
    qtbot.waitUntil(lambda: model.printers is not None)
    pages[Page.PRINTER].list.setCurrentRow(1)
    assert model.printer == ("tcp://10.0.0.9:9100", "xprinter-xp-80")
    press(window.next)
    assert model.page is Page.SUMMARY and not places.settings.exists()
    press(window.next)
    assert not window.next.isEnabled()
    qtbot.waitUntil(lambda: not model.run.running)
    assert model.run.trouble == "" and model.run.done
    assert len(model.run.steps) == 3 and window.next.text() == "Close"
    machine = read_machine(places.settings)
    assert machine is not None and machine.language is Language.EN
    assert (machine.kiosk.name, machine.counter.counter) == ("kiosk-2", "F01")
    assert machine.kiosk.printer == "tcp://10.0.0.9:9100"
    press(window.next)
    assert not window.isVisible()


def test_a_server_that_cannot_be_reached_holds_the_page_and_says_why(qtbot, opened, places):
    window, model = opened
    model.set_role(Role.DISPLAY)
    assert Page.PRINTER not in model.pages
    model.next()
    model.next()
    assert model.page is Page.DATABASE and model.database_told is not None  # no server is named
    server = window.pages[Page.DATABASE].server
    qtbot.keyClicks(server.host, "no-such-host.invalid")
    qtbot.keyClicks(server.password, "secret")
    assert model.server == replace(model.server, host="no-such-host.invalid")
    assert model.plan.password == "secret" and model.database_told is None
    model.next()
    qtbot.waitUntil(lambda: not model.busy)
    assert model.page is Page.DATABASE
    assert "no-such-host.invalid" in model.database_told.words.zh
    assert window.pages[Page.DATABASE].result.isVisible()


def test_who_may_not_become_root_is_told_the_command(qtbot, opened, places, monkeypatch):
    _, model = opened
    model.places = replace(places, owner="jiaohao")
    model.run._places = model.places
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", str(places.data))  # without pkexec
    model.run.start(replace(model.plan, demo=True, desktop_users=()))
    qtbot.waitUntil(lambda: not model.run.running)
    assert model.run.refused is not None and not model.run.done
    assert "sudo jiaohao setup --role all-in-one" in model.run.refused.zh


def test_present_settings_are_where_it_begins(qtbot, places):
    places.settings.parent.mkdir()
    places.settings.write_text(
        'role = "counter"\nlanguage = "en"\ndatabase = "postgresql://u@h/hall"\n'
        '[counter]\ncounter = "F02"\n'
    )
    model = SetupViewModel(places)
    assert (model.plan.machine.role, model.server.host) == (Role.COUNTER, "h")
    assert model.plan.machine.counter.counter == "F02"
    model.close()
    places.settings.write_text("role =")
    spoilt = SetupViewModel(places, Language.EN)
    assert spoilt.plan.machine.role is Role.ALL_IN_ONE
    spoilt.close()


def test_what_is_said_at_its_start_is_where_it_begins(places):
    said = SetupOptions(role="display", zone="f")
    plan = first_plan(places, Language.EN, said)
    assert (plan.machine.role, plan.machine.display.zone) == (Role.DISPLAY, "F")
    assert plan.machine.language is Language.EN and plan.network
    model = SetupViewModel(places, plan=plan)
    assert model.plan == plan
    model.close()
    with pytest.raises(OptionWrong):
        first_plan(places, Language.EN, SetupOptions(role="xyz"))


def test_the_window_is_not_closed_while_the_pc_is_set_up(opened):
    window: SetupWindow
    window, model = opened
    model.run._process = object()
    window.close()
    assert window.isVisible()
    model.run._process = None
