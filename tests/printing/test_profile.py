"""Profiles are data, and a mistake in them is named with file and key."""

from __future__ import annotations

import re

import pytest

from common.printing.errors import BadProfile, UnknownProfile
from common.printing.profile import (
    Chinese,
    Cutter,
    Proof,
    Tried,
    load_profile,
    own_profiles,
    profile_codes,
)
from common.printing.profile_file import read_profile
from common.printing.signs import Mark, Signs
from common.resources import resource

GOOD = resource("printers", "generic-80.toml").read_text(encoding="utf-8")


MAKES = ("epson", "xprinter", "gprinter", "snbc", "masung", "custom", "generic")


@pytest.mark.parametrize("code", profile_codes())
def test_every_shipped_profile_is_one_printer_that_can_be(code):
    profile = load_profile(code)
    assert profile.code == code
    assert code.startswith(MAKES)
    assert profile.columns * 12 <= profile.dots
    assert profile.dots / profile.dpi * 25.4 <= 80  # what is printed is no wider than the paper
    assert profile.near_end_mm < profile.roll_mm
    assert bool(profile.status.near_end) == (profile.near_end_mm > 0)
    assert profile.status.cover and profile.status.paper_end and profile.status.offline
    assert profile.clears is (profile.proof is Proof.PROCESS_ID)
    assert profile.tried is Tried.DOCUMENTS
    assert (profile.cutter is Cutter.NONE) == (profile.cut_feed > 90)  # past the tear bar


def test_all_makes_of_the_halls_have_a_profile():
    assert {code.split("-")[0] for code in profile_codes()} == set(MAKES)


@pytest.fixture
def own(monkeypatch, tmp_path):
    """This computer's own folder of profiles."""
    monkeypatch.setattr("common.printing.profile.own_profiles", lambda: tmp_path)
    return tmp_path


def test_a_new_printer_is_a_new_file_in_this_computers_folder(own):
    assert "hall-80" not in profile_codes()
    (own / "hall-80.toml").write_text(GOOD.replace("speed = 150", "speed = 90"), encoding="utf-8")
    assert "hall-80" in profile_codes()
    assert load_profile("hall-80").speed == 90


def test_an_own_file_goes_before_the_shipped_one(own):
    (own / "generic-80.toml").write_text(GOOD.replace("speed = 150", "speed = 90"), "utf-8")
    assert load_profile("generic-80").speed == 90


def test_own_profiles_lie_in_the_users_folder():
    folder = own_profiles()
    assert folder.name == "printers" and folder.parent.name == "jiaohao"


def test_a_profile_may_be_named_by_its_path(tmp_path):
    path = tmp_path / "anywhere.toml"
    path.write_text("\ufeff" + GOOD, encoding="utf-8")  # as Windows Notepad writes it
    assert load_profile(str(path)).code == "anywhere"
    with pytest.raises(UnknownProfile):
        load_profile(str(tmp_path / "nowhere.toml"))


def test_signs_that_a_file_names_replace_the_usual_ones(tmp_path):
    path = tmp_path / "odd.toml"
    path.write_text(
        GOOD + '[status]\njam = ["3:04", "4:20"]\ncover = "1:20"\nerror = []\n', "utf-8"
    )
    signs = read_profile(path).status
    assert signs.jam == (Mark(3, 0x04), Mark(4, 0x20))
    assert (signs.cover, signs.error) == ((Mark(1, 0x20),), ())
    assert signs.cutter == Signs().cutter


def test_the_generic_profile_is_an_80_mm_chinese_printer():
    profile = load_profile("generic-80")
    assert (profile.dots, profile.columns) == (576, 48)
    assert (profile.chinese, profile.proof) == (Chinese.GBK, Proof.GS_R)


def test_an_unknown_profile_is_refused_with_those_that_exist():
    with pytest.raises(UnknownProfile, match="generic-80"):
        load_profile("../../etc/passwd")


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("dots = 576", "dots = '576'", "dots"),
        ("dots = 576", "dots = 5", "dots"),
        ("dots = 576", "", "dots"),
        ("columns = 48", "columns = 49", "columns"),
        ("qr = true", "qr = 1", "qr"),
        ('chinese = "gbk"', 'chinese = "big5"', "chinese"),
        ('proof = "gs_r"', 'proof = "hope"', "proof"),
        ("speed = 150", "speed = true", "speed"),
        ("speed = 150", "speed = 150\ncolour = 1", "colour"),
        ("name =", "name = 'A printer'\nx =", "x"),
        ('zh = "', 'cn = "', "name"),
        ("speed = 150", "speed = ", "-"),
        ('buzzer = "none"', 'buzzer = "loud"', "buzzer"),
        ('tried = "documents"', 'tried = ["device"]', "tried"),
        ("clears = false", "", "clears"),
        ("near_end_mm = 3000", "near_end_mm = 80000", "near_end_mm"),
        ('tried = "documents"', 'tried = "documents"\nstatus = 1', "status"),
        ('tried = "documents"', 'tried = "documents"\nstatus.lid = []', "status.lid"),
        ('tried = "documents"', 'tried = "documents"\nstatus.jam = ["5:04"]', "status.jam"),
        ('tried = "documents"', 'tried = "documents"\nstatus.jam = ["3:10"]', "status.jam"),
        ('tried = "documents"', 'tried = "documents"\nstatus.jam = ["3:00"]', "status.jam"),
        ('tried = "documents"', 'tried = "documents"\nstatus.jam = [3]', "status.jam"),
        ("near_end_mm = 3000", 'near_end_mm = 0\nstatus.near_end = "4:0c"', "status.near_end"),
    ],
)
def test_a_mistake_names_the_file_and_the_key(tmp_path, before, after, key):
    assert before in GOOD
    path = tmp_path / "wrong.toml"
    path.write_text(GOOD.replace(before, after), encoding="utf-8")
    with pytest.raises(BadProfile) as error:
        read_profile(path)
    assert error.value.facts["file"] == "wrong.toml"
    assert error.value.facts["key"] == key
    chinese, english = error.value.text("zh"), error.value.text("en")
    assert key in chinese and key in english
    assert not re.search("[\u4e00-\u9fff]", english.replace("…", ""))
    assert len(re.findall("[\u4e00-\u9fff]", chinese)) > 15


def test_a_file_in_another_encoding_is_named_too(tmp_path):
    path = tmp_path / "gbk.toml"
    path.write_bytes(GOOD.encode("gbk"))
    with pytest.raises(BadProfile, match="UTF-8"):
        read_profile(path)
