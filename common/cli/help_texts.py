"""What `--help` shows: in the language of the user, and with the words about arguments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import get_type_hints

import click
from typer.core import TyperArgument
from typer.models import ArgumentInfo

from common.domain.text import Language


def prepare_help(command: click.Command, language: Language) -> None:
    """Make `command`, and what it is made of, ready to be shown in `language`."""
    for one in with_parts(command):
        _describe_arguments(one)
        if language is Language.ZH:
            _speak_chinese(one)


def with_parts(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        for part in command.commands.values():
            yield from with_parts(part)


def _describe_arguments(command: click.Command) -> None:
    """Give arguments back the words that typer 0.21 loses with Click 8.5.

    Since 8.5 an argument of Click has words of its own: it forgets those that typer gave it, and
    lists them once more than typer does: https://click.palletsprojects.com/en/stable/changes/.
    """
    command.format_arguments = _listed_by_typer  # type: ignore[method-assign]
    arguments = [p for p in command.params if isinstance(p, TyperArgument) and not p.help]
    hints = get_type_hints(command.callback, include_extras=True) if arguments else {}
    for argument in arguments:
        for info in getattr(hints.get(argument.name or ""), "__metadata__", ()):
            if isinstance(info, ArgumentInfo):
                argument.help = info.help


def _listed_by_typer(ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Nothing more: typer lists the arguments with the options."""


def _speak_chinese(command: click.Command) -> None:
    from common.cli.help_zh import CHINESE

    command.context_class = ChineseContext
    command.options_metavar = "[选项]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "命令 [参数]..."
    if command.help:
        command.help = CHINESE.get(command.help, command.help)
    for parameter in command.params:
        if isinstance(parameter, click.Option | TyperArgument) and parameter.help:
            parameter.help = CHINESE.get(parameter.help, parameter.help)


_HEADINGS = {"Options": "选项", "Arguments": "参数", "Commands": "命令"}
_THIS_HELP = {"Show this message and exit.": "显示本帮助。"}
_EXTRAS = (("required", "必填"), ("default: ", "默认："), ("env var: ", "环境变量："))
_EXTRA = re.compile(r"\[(?:required|default: |env var: ).*\]$")
"""What stands behind an option's words: whether it is needed, and what counts without it."""


class ChineseFormatter(click.HelpFormatter):
    """Says in Chinese what Click itself puts around the words of a verb."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "用法：")

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{_HEADINGS.get(heading, heading)}：\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        chinese: Sequence[tuple[str, str]] = [(name, _in_chinese(told)) for name, told in rows]
        super().write_dl(chinese, col_max, col_spacing)


class ChineseContext(click.Context):
    formatter_class = ChineseFormatter


def _in_chinese(told: str) -> str:
    def extra(found: re.Match[str]) -> str:
        words = found[0]
        for english, chinese in _EXTRAS:
            words = words.replace(english, chinese)
        return words

    return _THIS_HELP.get(told) or _EXTRA.sub(extra, told)
