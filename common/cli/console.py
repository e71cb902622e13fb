"""How the command speaks: one line for people, one JSON object for scripts."""

from __future__ import annotations

import codecs
import json
import locale
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from common.domain.errors import JiaohaoError
from common.domain.text import Language, Text


def user_language() -> Language:
    """`JIAOHAO_LANG`, else the language of the session."""
    wish = os.environ.get("JIAOHAO_LANG") or next(
        filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))),
        locale.getlocale()[0] or "",
    )
    return Language.ZH if wish.lower().startswith("zh") else Language.EN


@dataclass(frozen=True, slots=True)
class Console:
    """Where one command's answer goes."""

    as_json: bool
    language: Language

    def answer(self, facts: Mapping[str, Any], told: str) -> None:
        """Print `facts` as one JSON object, or what a person wants to read."""
        if self.as_json:
            print(_as_json(facts))
        else:
            print(told.translate(_HARMLESS))

    def fail(self, error: JiaohaoError) -> None:
        """Print what went wrong, on standard error; with --json also as an object."""
        message = error.text(self.language)
        print(message, file=sys.stderr)
        if self.as_json:
            print(_as_json({"error": error.code, "message": message}))

    def pick(self, zh: str, en: str) -> str:
        return zh if self.language is Language.ZH else en

    def say(self, words: Text) -> str:
        return words.say(self.language)

    def bytes(self, count: int) -> str:
        """So many bytes."""
        return self.pick(f"{count} 字节", f"{count} bytes")


def mark(good: bool) -> str:
    """The sign before a line that says how something is."""
    return "✓" if good else "✗"


def _as_json(facts: Mapping[str, Any]) -> str:
    """In plain ASCII where the terminal or file is not in UTF-8, and JSON there too."""
    whole = codecs.lookup(getattr(sys.stdout, "encoding", None) or "ascii").name == "utf-8"
    return json.dumps(facts, ensure_ascii=not whole, default=_plain)


_HARMLESS = dict.fromkeys((*range(32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}") | {
    ord("\n"): "\n",
    ord("\t"): "\t",
}
"""A note or a reason may hold signs that command a terminal."""


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
