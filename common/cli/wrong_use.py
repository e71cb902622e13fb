"""What to say when a command was typed wrongly. Click itself speaks English only."""

from __future__ import annotations

import re
from typing import Any

import click

from common.domain.errors import readable
from common.domain.text import Text


def words_of(error: click.UsageError) -> Text:
    """What is wrong, and where the right use stands."""
    where = error.ctx.command_path if error.ctx else "jiaohao"
    return Text(
        zh=f"{readable(_chinese(error))}。用法见 `{where} --help`",
        en=f"{readable(error.format_message())} (see `{where} --help`)",
    )


def _chinese(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}" + _meant(error.possibilities)
        case click.exceptions.NoSuchCommand():
            return f"没有命令 {error.command_name}" + _meant(error.possibilities)
        case click.MissingParameter():
            return f"缺少{_name(error)}"
        case click.BadParameter():
            return f"{_name(error)} 的值无效，应为{_wanted(error.param)}"
        case click.BadOptionUsage():
            wrong = "不带值" if error.message.endswith(_NO_VALUE) else "需要一个值"
            return f"选项 {error.option_name} {wrong}"
    surplus = _SURPLUS.search(error.message)
    if surplus:
        return f"多余的参数：{surplus[1]}"
    return error.format_message()


_SURPLUS = re.compile(r"^Got unexpected extra arguments? \((.*)\)$", re.DOTALL)
_NO_VALUE = "does not take a value."
"""These two facts are in Click's message alone; the tests hold that they are still found there."""


def _meant(possibilities: list[str] | None) -> str:
    return f"（是否要用 {' 或 '.join(possibilities)}？）" if possibilities else ""


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return f"选项 {max(parameter.opts, key=len)}"
    if parameter is not None and error.ctx is not None:
        return f"参数 {parameter.make_metavar(error.ctx)}"
    return "参数"


def _wanted(parameter: click.Parameter | None) -> str:
    wanted = parameter.type if parameter else None
    match wanted:
        case click.IntRange() | click.FloatRange():
            least = "" if wanted.min is None else f"不小于 {wanted.min:g}"
            most = "" if wanted.max is None else f"不大于 {wanted.max:g}"
            return "、".join(filter(None, (least, most))) + f" 的{_number(wanted)}"
        case click.types.IntParamType() | click.types.FloatParamType():
            return _number(wanted)
        case click.Choice():
            return f" {' 或 '.join(map(str, wanted.choices))}"
        case _:
            return "其他内容"


def _number(wanted: click.ParamType[Any]) -> str:
    return "整数" if isinstance(wanted, click.types.IntParamType) else "数字"
