"""Profiles are data, and a mistake in them is named with file and key."""

from __future__ import annotations

import pytest

from common.printing.errors import BadProfile, UnknownProfile
from common.printing.profile import Chinese, Proof, load_profile, profile_codes
from common.printing.profile_file import read_profile
from common.resources import resource

GOOD = resource("printers", "generic-80.toml").read_text(encoding="utf-8")


def test_every_shipped_profile_loads():
    assert {"generic-80", "generic-58", "epson-tm-t88"} <= set(profile_codes())
    for code in profile_codes():
        profile = load_profile(code)
        assert profile.code == code
        assert profile.columns * 12 <= profile.dots


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
