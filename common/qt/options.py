"""The options that all front ends share, and how a wrong one is refused."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from dataclasses import fields
from typing import NoReturn

from common.cli.console import user_language
from common.cli.database import database_url, practice_folder
from common.domain.errors import JiaohaoError
from common.domain.text import Language
from common.machine import Machine, read_machine
from common.operations.practice import practice_hall
from common.qt.geometry import parse_geometry
from common.qt.pseudo_locale import PseudoLocale
from common.qt.refusal import tell_refusal

EXIT_WRONG_USE = 2


class _Languages(list[str]):
    """Those that are offered; those that nobody speaks are understood as well."""

    def __contains__(self, language: object) -> bool:
        return super().__contains__(language) or language in list(PseudoLocale)


class _Speak(argparse.Action):
    """Sets `lang`, and for a language that nobody speaks `pseudo` as well."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        invented = values in list(PseudoLocale)
        namespace.lang = Language.EN.value if invented else str(values)
        namespace.pseudo = PseudoLocale(str(values)) if invented else None


class FrontEndOptions(argparse.ArgumentParser):
    """Parses the command line of `jiaohao <front_end>`: what all share, and its own.

    A wrong option ends the process with EXIT_WRONG_USE and one line on stderr.
    """

    def __init__(self, front_end: str, description: str, *, size: str) -> None:
        """`size` is a window of the usual shape, as an example."""
        super().__init__(prog=f"jiaohao {front_end}", description=description, allow_abbrev=False)
        self._front_end = front_end
        self.add_argument(
            "--db",
            metavar="URL",
            help="the hall's database: a file path, sqlite:///PATH or postgresql://USER@HOST/NAME "
            "(else JIAOHAO_DB, else this PC's settings, else this user's own)",
        )
        self.add_argument(
            "--lang",
            action=_Speak,
            choices=_Languages(language.value for language in Language),
            default=Language.ZH.value,
            help="the language to begin with (else zh)",
        )
        self.add_argument(
            "--practice",
            action="store_true",
            help="practise on a copy of the hall, where nothing counts",
        )
        self.add_argument(
            "--windowed",
            metavar="WxH[+X+Y]",
            type=parse_geometry,
            help=f"in a window of this size and not on the whole screen, e.g. {size}",
        )
        self.add_argument(
            "--watched",
            action="store_true",
            help="start again by itself after a hang or a crash (where systemd does not)",
        )

        self.set_defaults(pseudo=None)

    def of_this_pc(self, argv: Sequence[str] | None) -> argparse.Namespace:
        """What the command line says, and where it says nothing what this PC's settings say.

        Settings that cannot be read end the process like a wrong option.
        """
        try:
            machine = read_machine()
            said = {} if machine is None else _said(machine, self._front_end)
            several = {name: said.pop(name) for name in [*said] if isinstance(said[name], tuple)}
            self.set_defaults(**said)
            options = self.parse_args(argv)
            for name, values in several.items():
                if not getattr(options, name):  # One that is given takes the place of all.
                    setattr(options, name, values)
            options.db = database_url(options.db or os.environ.get("JIAOHAO_DB") or None)
        except JiaohaoError as error:
            tell_refusal(self._front_end, error.text(user_language()))
            self.exit(EXIT_WRONG_USE)
        return options

    def format_help(self) -> str:
        if user_language() is not Language.ZH:
            return super().format_help()
        from common.qt.options_zh import speak_chinese, with_headings

        speak_chinese(self)
        return with_headings(super().format_help())

    def error(self, message: str) -> NoReturn:
        """One line, in the way of the `jiaohao` command, instead of the usage and a line."""
        see = f"`{self.prog} --help`"
        chinese = user_language() is Language.ZH
        told = f"{_in_chinese(message)}。用法见 {see}" if chinese else f"{message} (see {see})"
        self.exit(EXIT_WRONG_USE, f"{told}\n")


def _said(machine: Machine, front_end: str) -> dict[str, object]:
    """The options that the settings give, by their names here; what is empty gives none."""
    section = getattr(machine, front_end)
    given = {one.name: getattr(section, one.name) for one in fields(section)}
    return {"lang": machine.language.value, **{name: it for name, it in given.items() if it}}


_CHINESE = (
    (r"unrecognized arguments: (.+)", r"没有选项或参数 \1"),
    (
        r"argument (\S+): invalid choice: '?(.+?)'? \(choose from (.+)\)",
        r"选项 \1 没有 \2，可用：\3",
    ),
    (r"argument (\S+): expected one argument", r"选项 \1 需要一个值"),
    (r"argument (\S+): ignored explicit argument '?(.+?)'?", r"选项 \1 不带值"),
    (r"argument (\S+): invalid \S+ value: '?(.+?)'?", r"选项 \1 的值 \2 无效"),
    (
        r"argument (\S+): (\S+) is not a size like (\S+) or (\S+)",
        r"选项 \1 的值 \2 无效，应如 \3 或 \4",
    ),
)
"""What argparse says, which has English only, and tells what it found in its words alone."""


def _in_chinese(message: str) -> str:
    for english, chinese in _CHINESE:
        found = re.fullmatch(english, message)
        if found:
            return found.expand(chinese)
    return message


def hall_address(options: argparse.Namespace, *, with_staff: bool) -> str:
    """The database that was asked for, or the practice hall made from it.

    `with_staff` as in `practice_hall`. Raises what opening the real one raises.
    """
    if not options.practice:
        return str(options.db)
    return practice_hall(options.db, practice_folder(), with_staff=with_staff)
