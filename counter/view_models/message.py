"""The one calm line that says what happened and what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from common.domain.errors import JiaohaoError
from common.domain.text import Language


class Tone(StrEnum):
    GOOD = "good"
    INFO = "info"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Message:
    """`words` says it in the language the screen has when it is asked."""

    tone: Tone
    words: Callable[[], str]


def error_message(error: Exception, language: Callable[[], Language]) -> Message:
    """An expected error in its own words; a bug in the calm words all bugs share."""
    known = error if isinstance(error, JiaohaoError) else JiaohaoError()
    return Message(Tone.CAUTION, lambda: known.text(language()))
