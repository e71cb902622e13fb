"""What the package puts on a PC beside the program: units, rules, menu entries, scripts."""

from __future__ import annotations

import re
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest

from common.cli.watching import EXIT_AGAIN, EXIT_CLOSED
from common.installation.sessions import ALONE, BACKUP_TIMER, SCREEN_UNITS
from common.printing.discovery import _SLIP_PRINTERS

DEBIAN = Path(__file__).parents[2] / "packaging" / "debian"
FILES = DEBIAN / "files"
UNITS = FILES / "usr/lib/systemd/system"
SCRIPTS = [DEBIAN / name for name in ("postinst", "prerm", "postrm")]
SCRIPTS.append(FILES / "usr/lib/jiaohao/session")


def unit(name: str) -> dict[str, list[str]]:
    """The settings of a unit; one that is given again has several values."""
    settings: dict[str, list[str]] = {}
    for line in (UNITS / name).read_text(encoding="utf-8").splitlines():
        key, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            settings.setdefault(key, []).append(value)
    return settings


def desktop_entry(name: str) -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their letters
    parser.read(FILES / "usr/share/applications" / name, encoding="utf-8")
    return dict(parser["Desktop Entry"])


@pytest.mark.parametrize("name", SCREEN_UNITS.values())
def test_a_front_end_with_the_screen_for_itself_comes_back_for_ever(name):
    said = unit(name)
    assert said["Restart"] == ["always"] and said["StartLimitIntervalSec"] == ["0"]
    assert said["Type"] == ["notify"] and said["NotifyAccess"] == ["main"]
    assert float(said["RestartSec"][0].removesuffix("ms")) <= 1000
    assert int(said["WatchdogSec"][0]) > 0
    assert said["ConditionPathExists"] == ["/etc/jiaohao/jiaohao.toml"]
    assert "display-manager.service" in said["Conflicts"][0]
    assert said["User"] == ["jiaohao"]


@pytest.mark.parametrize("name", SCREEN_UNITS.values())
def test_staff_who_close_a_kiosk_are_obeyed_and_a_new_start_is_no_fault(name):
    said = unit(name)
    assert said["RestartPreventExitStatus"] == [str(EXIT_CLOSED)]
    assert said["SuccessExitStatus"] == [f"{EXIT_CLOSED} {EXIT_AGAIN}"]
    script = (FILES / "usr/lib/jiaohao/session").read_text(encoding="utf-8")
    assert f'"${{EXIT_STATUS-}}" != {EXIT_CLOSED} ] || chvt 1' in script


def test_every_program_that_a_unit_starts_comes_with_the_package():
    started = [
        line.lstrip("-+").split()
        for file in UNITS.glob("*.service")
        for key, lines in unit(file.name).items()
        if key.startswith("Exec")
        for line in lines
    ]
    assert len(started) == 5
    for program, verb in started:
        if program == "/usr/bin/jiaohao":
            assert verb == "backup"
        else:
            file = FILES / program.lstrip("/")
            assert file.stat().st_mode & 0o100, f"{file} cannot be run"
            assert verb in ("kiosk", "display", "over")
    pam = unit("jiaohao-kiosk.service")["PAMName"][0]
    assert (FILES / "etc/pam.d" / pam).is_file()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")
def test_systemd_knows_every_word_of_the_units(tmp_path):
    root = tmp_path / "pc"
    shutil.copytree(FILES, root)
    (root / "usr/bin").mkdir()
    (root / "usr/bin/jiaohao").touch(0o755)
    units = root / "usr/lib/systemd/system"
    for name in ("sysinit", "basic", "multi-user", "rescue", "shutdown", "timers"):
        (units / f"{name}.target").write_text("[Unit]\nDescription=x\n", encoding="utf-8")
    ours = [str(file) for file in sorted(UNITS.iterdir())]
    assert {Path(one).name for one in ours} >= {*SCREEN_UNITS.values(), BACKUP_TIMER, ALONE}
    places = [f"/usr/lib/systemd/system/{Path(one).name}" for one in ours]
    asked = subprocess.run(
        ["systemd-analyze", f"--root={root}", "--man=no", "verify", *places],
        capture_output=True,
        text=True,
    )
    assert (asked.returncode, asked.stderr, asked.stdout) == (0, "", "")


def test_printers_are_let_in_by_the_vendors_that_the_program_knows():
    rules = (FILES / "usr/lib/udev/rules.d/60-jiaohao.rules").read_text(encoding="utf-8")
    (named,) = re.findall(r'ATTR\{idVendor\}=="([^"]+)"', rules)
    assert {int(vendor, 16) for vendor in named.split("|")} == set(_SLIP_PRINTERS)
    groups = set(re.findall(r'GROUP="(\w+)"', rules))
    sysusers = (FILES / "usr/lib/sysusers.d/jiaohao.conf").read_text(encoding="utf-8")
    member = set(re.findall(r"^m jiaohao (\w+)$", sysusers, re.MULTILINE))
    assert groups <= member
    (looped,) = re.findall(r"for group in ([\w ]+);", SCRIPTS[0].read_text(encoding="utf-8"))
    assert set(looped.split()) == member, "without systemd-sysusers the user is in other groups"


def test_folders_are_the_same_with_and_without_systemd():
    postinst = SCRIPTS[0].read_text(encoding="utf-8")
    lines = (FILES / "usr/lib/tmpfiles.d/jiaohao.conf").read_text(encoding="utf-8").splitlines()
    folders = [line.split() for line in lines if line.startswith("d ")]
    assert len(folders) == 3
    for _, folder, mode, owner, group, _ in folders:
        made = next(line for line in postinst.splitlines() if folder in line and "-m" in line)
        assert f"-m {mode} -o {owner} -g {group}" in made


@pytest.mark.parametrize("name", ["kiosk", "counter", "display", "setup"])
def test_the_menu_has_each_program_in_both_languages_with_its_picture(name):
    entry = desktop_entry(f"jiaohao-{name}.desktop")
    assert entry["Name[zh_CN]"].startswith("叫号") and entry["Name"].startswith("Jiaohao")
    program, verb, *_ = entry["Exec"].split()
    assert program == "jiaohao" and verb == name
    icons = FILES / "usr/share/icons/hicolor/scalable/apps"
    assert (icons / f"{entry['Icon']}.svg").read_text("utf-8").startswith("<svg ")
    if checker := shutil.which("desktop-file-validate"):
        file = FILES / "usr/share/applications" / f"jiaohao-{name}.desktop"
        asked = subprocess.run([checker, file], capture_output=True, text=True)
        assert (asked.returncode, asked.stdout) == (0, "")


def test_scripts_are_for_any_shell_and_free_of_faults():
    assert all(script.stat().st_mode & 0o100 for script in SCRIPTS)
    for script in SCRIPTS:
        subprocess.run(["sh", "-n", script], check=True)
    if checker := shutil.which("shellcheck"):
        # SC1091: debconf's own file is not there to be followed.
        asked = subprocess.run([checker, "-e", "SC1091", *SCRIPTS], capture_output=True, text=True)
        assert asked.stdout == ""


def test_purge_asks_in_both_languages_and_keeps_the_data_unless_told():
    asked = (DEBIAN / "templates").read_text(encoding="utf-8")
    assert "Default: false" in asked
    assert "Description:" in asked and "Description-zh_CN.UTF-8:" in asked
    postrm = (DEBIAN / "postrm").read_text(encoding="utf-8")
    question = asked.partition("Template: ")[2].partition("\n")[0]
    assert f"db_get {question}" in postrm
    kept = postrm.index("if wants_data_gone")
    assert [m.start() > kept for m in re.finditer("rm -rf /var/lib/jiaohao", postrm)] == [True]


@pytest.mark.parametrize("page", ["kiosk-pc.md", "kiosk-pc.zh.md"])
def test_what_the_guide_says_of_the_screen_can_be_copied_as_it_stands(page):
    """For systemd a # that does not begin a line belongs to the value (systemd.exec(5))."""
    text = (FILES.parents[2] / "docs" / "guide" / page).read_text(encoding="utf-8")
    file = (FILES / "etc/default/jiaohao").read_text(encoding="utf-8")
    said = re.findall(r"^(JIAOHAO_\w+)=(.*)$", text, re.MULTILINE)
    assert {name for name, _ in said} == set(re.findall(r"^#(JIAOHAO_\w+)=", file, re.MULTILINE))
    assert [value for _, value in said if "#" in value] == []


def test_nobody_leaves_the_screen_by_the_keyboard_and_it_is_never_dark():
    flags = dict(
        re.findall(
            r'Option "(\w+)" "(\w+)"', (FILES / "etc/X11/jiaohao-session.conf").read_text("utf-8")
        )
    )
    assert flags["DontVTSwitch"] == flags["DontZap"] == "true"
    assert {flags[f"{one}Time"] for one in ("Blank", "Standby", "Suspend", "Off")} == {"0"}
