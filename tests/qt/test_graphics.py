"""Who draws the windows."""

from __future__ import annotations

import os
import sys

import pytest

from common.qt.graphics import RENDERER, choose_renderer

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's own files")


@pytest.fixture
def renderer(monkeypatch, tmp_path):
    """What is chosen on a PC with these files in its /dev."""
    monkeypatch.setenv(RENDERER, "")
    monkeypatch.delenv(RENDERER)

    def chosen(*files: str) -> str | None:
        for file in files:
            (tmp_path / file).parent.mkdir(exist_ok=True)
            (tmp_path / file).touch()
        choose_renderer(tmp_path)
        return os.environ.get(RENDERER)

    return chosen


def test_qt_draws_itself_where_there_is_no_graphics_card(renderer):
    assert renderer("dri/card0") == "software"


@pytest.mark.parametrize("card", ["dri/renderD128", "nvidiactl"])
def test_a_graphics_card_draws(renderer, card):
    assert renderer(card) is None


def test_what_somebody_has_chosen_stays(renderer, monkeypatch):
    monkeypatch.setenv(RENDERER, "rhi")
    assert renderer() == "rhi"
