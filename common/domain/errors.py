"""Errors that are expected and meant for people.

Each class carries its words in both languages, what to do included, and a stable `code` that
scripts and screens may rely on. Everything else that is raised is a bug.
"""

from __future__ import annotations

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
        said = {
            name: fact.say(language) if isinstance(fact, Text) else fact
            for name, fact in self.facts.items()
        }
        return template.format(**said)
