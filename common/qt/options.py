"""The options that all front ends share, and how a wrong one is refused."""

from __future__ import annotations

import argparse
import os
from typing import NoReturn

from common.cli.console import user_language
from common.cli.database import database_url, practice_folder
from common.domain.text import Language
from common.operations.practice import practice_hall
from common.qt.geometry import parse_geometry

EXIT_WRONG_USE = 2


class FrontEndOptions(argparse.ArgumentParser):
    """Parses the command line of `jiaohao <front_end>`: what all share, and its own.

    A wrong option ends the process with EXIT_WRONG_USE and one line on stderr.
    """

    def __init__(self, front_end: str, description: str, *, size: str) -> None:
        """`size` is a window of the usual shape, as an example."""
        super().__init__(prog=f"jiaohao {front_end}", description=description, allow_abbrev=False)
        self.add_argument(
            "--db",
            metavar="URL",
            default=database_url(os.environ.get("JIAOHAO_DB")),
            help="the hall's database: a file path, sqlite:///PATH or postgresql://USER@HOST/NAME "
            "(else JIAOHAO_DB, else this user's own)",
        )
        self.add_argument(
            "--lang",
            choices=[language.value for language in Language],
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

    def error(self, message: str) -> NoReturn:
        """One line, in the way of the `jiaohao` command, instead of the usage and a line."""
        see = f"`{self.prog} --help`"
        hint = f"用法见 {see}" if user_language() is Language.ZH else f"see {see}"
        self.exit(EXIT_WRONG_USE, f"{message} ({hint})\n")


def hall_address(options: argparse.Namespace, *, with_staff: bool) -> str:
    """The database that was asked for, or the practice hall made from it.

    `with_staff` as in `practice_hall`. Raises what opening the real one raises.
    """
    if not options.practice:
        return str(options.db)
    return practice_hall(options.db, practice_folder(), with_staff=with_staff)
