"""A command that was typed wrongly is told so in the language of the one who typed it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("typed", "english", "chinese"),
    [
        (
            "tak FA002",
            "No such command 'tak'. Did you mean 'take'? (see `jiaohao --help`)",
            "没有命令 tak（是否要用 take？）。用法见 `jiaohao --help`",
        ),
        (
            "staff lst",
            "No such command 'lst'. Did you mean 'list'? (see `jiaohao staff --help`)",
            "没有命令 lst（是否要用 list？）。用法见 `jiaohao staff --help`",
        ),
        (
            "line --qeue FA",
            "No such option '--qeue'. (see `jiaohao line --help`)",
            "没有选项 --qeue。用法见 `jiaohao line --help`",
        ),
        (
            "take FA002 --clas P1",
            "No such option '--clas'. (Did you mean one of: '--because', '--class', '--clerk'?) "
            "(see `jiaohao take --help`)",
            "没有选项 --clas（是否要用 --class 或 --because 或 --clerk？）。"
            "用法见 `jiaohao take --help`",
        ),
        (
            "transfer F01",
            "Missing option '--to'. (see `jiaohao transfer --help`)",
            "缺少选项 --to。用法见 `jiaohao transfer --help`",
        ),
        (
            "take",
            "Missing argument 'SERVICE...'. (see `jiaohao take --help`)",
            "缺少参数 SERVICE...。用法见 `jiaohao take --help`",
        ),
        (
            "line FA FB FC",
            "Got unexpected extra arguments (FB FC) (see `jiaohao line --help`)",
            "多余的参数：FB FC。用法见 `jiaohao line --help`",
        ),
        (
            "finish F01 --cases many",
            "Invalid value for '--cases': 'many' is not a valid integer. "
            "(see `jiaohao finish --help`)",
            "选项 --cases 的值无效，应为整数。用法见 `jiaohao finish --help`",
        ),
        (
            "printer --tcp 99999",
            "Invalid value for '--tcp': 99999 is not in the range 0<=x<=65535. "
            "(see `jiaohao printer --help`)",
            "选项 --tcp 的值无效，应为不小于 0、不大于 65535 的整数。"
            "用法见 `jiaohao printer --help`",
        ),
        (
            "printer --flow none_such",
            "Invalid value for '--flow': 'none_such' is not one of 'xonxoff', 'rtscts', 'none'. "
            "(see `jiaohao printer --help`)",
            "选项 --flow 的值无效，应为 xonxoff 或 rtscts 或 none。用法见 `jiaohao printer --help`",
        ),
        (
            "finish F01 --cases",
            "Option '--cases' requires an argument. (see `jiaohao --help`)",
            "选项 --cases 需要一个值。用法见 `jiaohao --help`",
        ),
        (
            "line --json=yes",
            "Option '--json' does not take a value. (see `jiaohao --help`)",
            "选项 --json 不带值。用法见 `jiaohao --help`",
        ),
    ],
)
def test_what_is_wrong_is_said_in_either_language(jiaohao, monkeypatch, typed, english, chinese):
    answers = []
    for language in ("en", "zh"):
        monkeypatch.setenv("JIAOHAO_LANG", language)
        answers.append(jiaohao(*typed.split()))
    assert [(answer.code, answer.out) for answer in answers] == [(2, ""), (2, "")]
    assert [answer.err for answer in answers] == [english + "\n", chinese + "\n"]
