"""The frame of the Debian package, without building its bundle."""

from __future__ import annotations

import gzip
import re
import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path

import build_deb
import depends
import licences
import manual
import PySide6
import pytest

from common.cli.main import run
from common.cli.verbs import ROOMS, commands_in
from common.domain.text import Language

DEBIAN = Path(build_deb.__file__).parent
PACKAGING = DEBIAN.parent
MOMENT = datetime(2026, 11, 22, tzinfo=UTC)


def test_renamed_packages_are_named_by_both_names():
    found = depends.parse("libc6 (>= 2.34), libglib2.0-0 (>= 2.37.3), zlib1g, libgl1")
    assert depends.field(found, without=["zlib1g"]) == (
        "libc6 (>= 2.34), libgl1, libglib2.0-0 (>= 2.37.3) | libglib2.0-0t64 (>= 2.37.3)"
    )


def test_of_alternatives_and_of_none_the_first_is_taken():
    assert depends.parse("libgl1 | libgl1-mesa-glx, libcups2") == {"libgl1": "", "libcups2": ""}
    assert depends.parse("") == {}


def test_the_control_file_has_what_dpkg_demands():
    text = (DEBIAN / "control.in").read_text(encoding="utf-8")
    filled = text.format(version="1.0", maintainer="A <a@b.c>", installed_size=1, depends="libc6")
    fields = dict(re.findall(r"^([A-Z][\w-]+): (.+)$", filled, re.MULTILINE))
    assert fields.keys() >= {"Package", "Version", "Architecture", "Maintainer", "Description"}
    assert "{" not in filled
    assert all(len(line) <= 80 for line in filled.partition("Description")[2].splitlines())


def test_compressed_files_bear_no_time(tmp_path):
    build_deb.write_compressed(tmp_path / "a" / "one.gz", "words")
    build_deb.write_compressed(tmp_path / "a" / "two.gz", "words")
    one, two = ((tmp_path / "a" / name).read_bytes() for name in ("one.gz", "two.gz"))
    assert one == two
    assert gzip.decompress(one) == b"words"


def test_modes_and_times_do_not_depend_on_who_builds(tmp_path, monkeypatch):
    monkeypatch.setattr(build_deb, "commit_time", lambda: 1_000_000_000)
    for place in ("opt/jiaohao/jiaohao", "etc/jiaohao.conf", "DEBIAN/postinst"):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).write_text("")
        (tmp_path / place).chmod(0o777 if "opt" in place else 0o600)
    build_deb.even_out(tmp_path)
    modes = {
        path.relative_to(tmp_path).as_posix(): stat.S_IMODE(path.stat().st_mode)
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    assert modes == {
        "opt/jiaohao/jiaohao": 0o755,
        "etc/jiaohao.conf": 0o644,
        "DEBIAN/postinst": 0o755,
    }
    assert {path.stat().st_mtime for path in tmp_path.rglob("*")} == {1_000_000_000}


def test_what_differs_between_two_builds_is_listed(tmp_path):
    packages = []
    for name, text in (("first", "same"), ("second", "other")):
        tree = tmp_path / name / "tree"
        tree.mkdir(parents=True)
        (tree / "equal").write_text("equal")
        (tree / "differs").write_text(text)
        packages.append(tmp_path / name / "package.deb")
        packages[-1].write_text(text)
    (tmp_path / "second" / "tree" / "new").write_text("")
    assert build_deb.compare(*packages) == ["    differs", "    new: only in the second"]
    shutil.copy(*packages)
    assert build_deb.compare(*packages) == []


def test_the_manual_tells_of_every_verb(jiaohao_help):
    verbs = manual.verbs_in(jiaohao_help)
    shown = {
        verb
        for room in ROOMS
        for verb, command in commands_in(room, Language.EN).items()
        if not command.hidden
    }
    assert dict(verbs).keys() == shown
    assert all(text for _, text in verbs)
    words = manual._WORDS["en"]
    text = manual.page(words, verbs, "1.0", MOMENT)
    assert ".B take\n" in text
    assert r".B close\-day" in text


@pytest.fixture
def jiaohao_help(capsys):
    assert run(["--help"]) == 0
    return capsys.readouterr().out


def test_a_line_of_the_manual_is_never_taken_for_a_request():
    assert manual.escaped(".hidden") == r"\&.hidden"
    assert manual.escaped("a-b") == r"a\-b"


def test_every_locked_package_is_in_the_list_of_licences():
    lock = PACKAGING / "requirements.txt"
    names = set(licences.locked_names(lock))
    assert {"sqlalchemy", "pyside6-essentials", "psycopg"} <= names
    found = list(licences.distributed(Path(PySide6.__file__).parents[1], names))
    of_windows = {"colorama"}
    assert {licences._plain(one.name) for one in found} >= names - of_windows
    assert [one.name for one in found if not one.licence or one.licence == "UNKNOWN"] == []


def test_the_fonts_licence_is_word_for_word_in_the_copyright_file():
    text = licences.copyright_text(licences.from_files(PACKAGING.parent))
    assert "SIL OPEN FONT LICENSE" in text
    assert "GPL-3.0-or-later" in text
