"""A screen's surroundings: the bundled font and the words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from common.qt.presentation import Presentation, prepare_presentation


@pytest.fixture
def presentation(qapp) -> Iterator[Presentation]:
    presentation = prepare_presentation("zh")
    yield presentation
    presentation.translator.close()
