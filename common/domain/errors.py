"""Errors that are expected and meant for people.

Each class carries its words in both languages, what to do included, and a stable `code` that
scripts and screens may rely on. Everything else that is raised is a bug.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, ClassVar

from common.domain.text import Language, Text


class JiaohaoError(Exception):
    """An expected failure: `code` for programs, `text()` for people.

    Subclasses set `code`, `en` and `zh`; both templates name the same facts, which the caller
    passes as keyword arguments and may read back from `facts`. A fact that is a `Text` is said in
    the language of the message.
    """

    code: ClassVar[str] = "error"
    en: ClassVar[str] = "Something went wrong. Try again, or call a member of staff."
    zh: ClassVar[str] = "操作没有成功，请再试一次或联系工作人员。"

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(self.text(Language.EN))

    def text(self, language: Language | str) -> str:
        """One line for people: what happened and what to do."""
        template = self.zh if language == Language.ZH else self.en
        return template.format(**{name: _said(fact, language) for name, fact in self.facts.items()})


def _said(fact: Any, language: Language | str) -> Any:
    told = fact.say(language) if isinstance(fact, Text) else fact
    return readable(str(told)) if isinstance(told, str | PurePath) else told


_LONGEST_LINE = 300


def readable(told: str) -> str:
    """What somebody typed may be of any length, and hold signs that command a terminal."""
    lines = (_cut(line) for line in told.split("\n"))
    return "\n".join("".join(s if s.isprintable() else _UNREADABLE for s in line) for line in lines)


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"


_UNREADABLE = "\N{REPLACEMENT CHARACTER}"
