"""What every part of a hall file is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from common.domain.text import Text

Words = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


STRICT = ConfigDict(extra="forbid", strict=True)
"""Nothing is guessed, and a key that nobody knows is refused."""


class TextForm(BaseModel):
    model_config = STRICT

    zh: Words
    en: Words

    def value(self) -> Text:
        return Text(zh=self.zh, en=self.en)
