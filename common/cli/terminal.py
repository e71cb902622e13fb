"""Questions in a terminal, with the answer that counts when only Enter is pressed."""

from __future__ import annotations

import getpass
import shutil
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from common.domain.errors import JiaohaoError
from common.domain.text import Language, Text

T = TypeVar("T")

_NOT_ONE = Text(zh="请输入 1 至 {last} 的数字", en="Type a number from 1 to {last}")
_YES_OR_NO = Text(zh="请输入 y 或 n", en="Type y or n")


class NoTerminal(JiaohaoError):
    code = "no_terminal"
    en = (
        "The questions ended without an answer; nothing was changed. "
        "In a script, give options and --yes."
    )
    zh = "没有得到回答，未作任何更改。在脚本中请用选项并加 --yes。"


class Terminal:
    """Asks the person at the terminal, in `language`, which may change between two questions."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def tell(self, words: Text | str = "") -> None:
        print(words if isinstance(words, str) else words.say(self.language), flush=True)

    def ask(self, question: Text, default: str = "", without: Text | None = None) -> str:
        """A line; `default` when it is empty. Raises NoTerminal when the input ends.

        `without` says what follows from no answer: Enter gives none where there is no default, and
        a dash where there is one.
        """
        shown = question.say(self.language)
        if without is not None:
            none = "-" if default else Text(zh="回车", en="Enter").say(self.language)
            shown += Text(zh=f"（{none}：{without.zh}）", en=f" ({none}: {without.en})").say(
                self.language
            )
        try:
            given = input(f"{shown} [{default}]: " if default else f"{shown}: ").strip()
        except EOFError:
            print()
            raise NoTerminal from None
        return "" if without is not None and given == "-" else given or default

    def ask_until(
        self,
        question: Text,
        default: str,
        fault: Callable[[str], Text | None],
        without: Text | None = None,
    ) -> str:
        """A line in which `fault` finds nothing wrong."""
        while True:
            given = self.ask(question, default, without)
            wrong = fault(given)
            if wrong is None:
                return given
            self.tell(wrong)

    def tell_codes(self, codes: Sequence[str]) -> None:
        """Side by side, as many as fit on a line."""
        width = max(map(_columns, codes), default=0) + 2
        abreast = max(1, (shutil.get_terminal_size().columns - 2) // width)
        for begin in range(0, len(codes), abreast):
            row = codes[begin : begin + abreast]
            self.tell(
                "  " + "".join(code + " " * (width - _columns(code)) for code in row).rstrip()
            )

    def ask_unseen(self, question: Text) -> str:
        """A password. Raises NoTerminal when the input ends."""
        try:
            return getpass.getpass(f"{question.say(self.language)}: ", stream=sys.stdout)
        except EOFError:
            print()
            raise NoTerminal from None

    def choose(self, question: Text, choices: Sequence[tuple[T, Text]], default: T) -> T:
        """One of several, by its number."""
        values = [value for value, _ in choices]
        preset = str(values.index(default) + 1) if default in values else ""
        self.tell(question)
        for number, (_, words) in enumerate(choices, 1):
            self.tell(f"  {number}  {words.say(self.language)}")
        while True:
            given = self.ask(Text(zh="请选择", en="Your choice"), preset)
            if given.isdecimal() and 1 <= int(given) <= len(values):
                return values[int(given) - 1]
            self.tell(_NOT_ONE.say(self.language).format(last=len(values)))

    def agree(self, question: Text, *, default: bool) -> bool:
        """Yes or no."""
        while True:
            given = self.ask(question, "y" if default else "n").lower()
            if given in ("y", "yes", "是", "n", "no", "否"):
                return given in ("y", "yes", "是")
            self.tell(_YES_OR_NO)


def _columns(words: str) -> int:
    """Chinese characters take two columns."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in words)


def padded(words: str, width: int) -> str:
    """With blanks behind, up to `width` columns."""
    return words + " " * max(1, width - _columns(words))
