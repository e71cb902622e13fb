"""The bundled table of readings."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from common.resources import resource
from common.search.readings import readings

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("重庆银行行长", "chong qing yin hang hang zhang"),
        ("养老保险关系转移接续", "yang lao bao xian guan xi zhuan yi jie xu"),
        ("会计证调档", "kuai ji zheng diao dang"),
        ("密码重置与还贷", "mi ma chong zhi yu huan dai"),
        ("长期税率", "chang qi shui lv"),
        ("女性虐待", "nv xing nve dai"),
    ],
)
def test_words_decide_how_a_character_is_read(text, spoken):
    assert " ".join(sounds[0] for sounds in readings().of_text(text)) == spoken


def test_every_reading_of_a_character_is_known():
    (sounds,) = readings().of_text("行")
    assert set(sounds) >= {"xing", "hang"}


def test_what_is_not_chinese_has_no_reading():
    assert readings().of_text("F1 é🎉") == [()] * 5


def test_every_character_of_the_hall_has_a_reading(hall):
    names = "".join(s.name.zh + "".join(s.aliases) for s in hall.services)
    chinese = {letter for letter in names if "\u4e00" <= letter <= "\u9fff"}
    assert chinese <= set(readings().characters)


def test_the_table_is_what_the_dictionaries_make(tmp_path):
    make = runpy.run_path(str(PROJECT / "packaging" / "pinyin" / "make_readings.py"))
    make["main"](tmp_path)
    for name in ("readings.txt", "phrases.txt"):
        assert (tmp_path / name).read_bytes() == resource("pinyin", name).read_bytes()


def test_searching_loads_no_dictionaries():
    program = "import sys, common.search; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=PROJECT).returncode == 0
