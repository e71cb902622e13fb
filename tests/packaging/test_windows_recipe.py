"""The recipe for Windows, which no test can run: that what it names is there."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

WINDOWS = Path(__file__).resolve().parents[2] / "packaging" / "windows"
ROOT = WINDOWS.parents[1]
SCRIPT = (WINDOWS / "jiaohao.iss").read_text(encoding="utf-8")
BUILD = (WINDOWS / "build.ps1").read_text(encoding="utf-8")


def test_every_file_that_the_installer_takes_is_there():
    named = re.findall(r'(?:^Source: |^LicenseFile=)"?([^";\n]+)', SCRIPT, re.MULTILINE)
    named = [name for name in named if "{#Bundle}" not in name]
    assert len(named) >= 4
    assert [name for name in named if not (WINDOWS / name.replace("\\", "/")).exists()] == []


def test_the_version_is_given_from_outside():
    assert "AppVersion={#AppVersion}" in SCRIPT
    assert "/DAppVersion=$version" in BUILD
    assert "pyproject.toml" in BUILD
    assert not re.search(r"^AppVersion=\d", SCRIPT, re.MULTILINE)


def test_every_file_of_the_repository_that_the_build_names_is_there():
    named = re.findall(r"'((?:packaging|resources)\\[\w\\.-]+)'", BUILD)
    assert len(named) >= 4
    assert [name for name in named if not (ROOT / name.replace("\\", "/")).exists()] == []


def test_both_languages_have_every_message_of_the_installer():
    messages = {
        language: set(re.findall(rf"^{language}\.(\w+)=", SCRIPT, re.MULTILINE))
        for language in ("en", "zh")
    }
    assert messages["en"] == messages["zh"]
    used = set(re.findall(r"CustomMessage\('(\w+)'\)|\{cm:(\w+)\}", SCRIPT))
    assert {one or other for one, other in used} == messages["en"]


def test_roles_are_those_of_the_setup():
    from common.machine.settings import Role

    named = set(re.findall(r"Result := '([a-z-]+)'", SCRIPT))
    assert named == {str(role) for role in Role} - {"server"}


def test_a_counter_that_crashes_comes_back_as_on_debian():
    started = re.findall(r'Parameters: "(counter[^"]*)"', SCRIPT)
    assert started == ["counter --watched"] * 2  # in the menu, and at sign-in


def test_the_task_is_well_formed_and_names_what_is_filled_in():
    text = (WINDOWS / "start.xml").read_text(encoding="utf-8").partition("?>")[2]
    task = ElementTree.fromstring(text)
    space = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    assert task.findtext(".//t:Command", namespaces=space) == "PROGRAM"
    assert task.findtext(".//t:Arguments", namespaces=space) == "FRONTEND --watched"
    filled = (WINDOWS / "register-task.ps1").read_text(encoding="utf-8")
    assert "'PROGRAM'" in filled
    assert "'FRONTEND'" in filled
