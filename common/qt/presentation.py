"""What every window of this process draws and speaks with."""

from __future__ import annotations

from dataclasses import dataclass

from common.domain.text import Language
from common.qt.fonts import register_fonts
from common.qt.pseudo_locale import PseudoLocale
from common.qt.translations import Translator


@dataclass(frozen=True, slots=True)
class Presentation:
    """The font's family and the language; one a process, shared by all its front ends."""

    family: str
    translator: Translator


def prepare_presentation(
    language: Language | str = Language.ZH, pseudo: PseudoLocale | None = None
) -> Presentation:
    """Register the font and begin to speak `language`. Needs the application object.

    With `pseudo` what is English otherwise is in that language, to find what it breaks.

    Raises ResourceMissing when the installation lacks the font or the words.
    """
    return Presentation(register_fonts(), Translator(Language(language), pseudo=pseudo))
