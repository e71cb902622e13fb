"""Words that exist in every language of the hall."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language that screens, slips and messages speak."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One phrase in Simplified Chinese and English."""

    zh: str
    en: str

    def say(self, language: Language | str) -> str:
        """The phrase in `language`."""
        return self.zh if language == Language.ZH else self.en
