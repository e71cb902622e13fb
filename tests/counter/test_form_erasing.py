"""A counter that runs erases filled forms whose time is over."""

from __future__ import annotations

import pytest

from common.domain.forms import FieldKey, FilledForm
from common.domain.text import Language
from common.operations.kept_forms import keep_form, kept_forms, make_form_key


@pytest.fixture
def keep(store, clock, tmp_path):
    make_form_key(store, tmp_path / "forms.key")

    def keep() -> str:
        filled = FilledForm((), (), Language.ZH, clock(), {FieldKey("name"): "甲"})
        return keep_form(store, filled, kiosk="k1")

    return keep


def test_what_is_due_is_erased_at_the_start_and_every_hour(
    qtbot, start_counter, store, clock, keep
):
    keep()
    clock.advance(days=7)
    keep()
    app = start_counter()
    qtbot.waitUntil(lambda: len(kept_forms(store)) == 1)
    clock.advance(days=7)
    app.form_erasing._timer.timeout.emit()
    qtbot.waitUntil(lambda: kept_forms(store) == ())
    assert app.form_erasing._timer.interval() == 3_600_000
    assert app.form_erasing._timer.isActive()


def test_a_counter_of_a_hall_without_forms_does_nothing(qtbot, start_counter, store):
    app = start_counter()
    with qtbot.waitSignal(app.form_erasing.erased) as told:
        app.form_erasing.erase()
    assert told.args == [0]
