"""The demonstration hall, ready to be searched."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from common.domain.hall import Hall
from common.domain.text import Language
from common.operations.hall_file import HallFile
from common.search import Found, SearchIndex

Look = Callable[..., tuple[Found, ...]]


@pytest.fixture(scope="session")
def hall(demo_file: HallFile) -> Hall:
    return demo_file.hall


@pytest.fixture(scope="session")
def index(hall: Hall) -> SearchIndex:
    return SearchIndex(hall)


@pytest.fixture(scope="session")
def codes(index: SearchIndex) -> Callable[..., list[str]]:
    """What is found, by code: `codes("sfz")`."""

    def codes(typed: str, language: Language = Language.ZH) -> list[str]:
        return [str(found.code) for found in index.search(typed, language)]

    return codes


@pytest.fixture(scope="session")
def marked(index: SearchIndex) -> Callable[..., str]:
    """The words of the best result, with what was typed in brackets."""

    def marked(typed: str, language: Language = Language.ZH) -> str:
        best = index.search(typed, language)[0]
        pieces = best.pieces(best.words)
        return "".join(f"[{piece.text}]" if piece.matched else piece.text for piece in pieces)

    return marked
