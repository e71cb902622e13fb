"""Signs that a database cannot keep: from words in another encoding, or pasted from somewhere."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.errors import JiaohaoError
from common.store.errors import TextNotKept

HALF_A_CHARACTER = "\udcb4"


def test_a_text_that_cannot_be_kept_is_told_and_changes_nothing(hall_store, take):
    with pytest.raises(TextNotKept, match="nothing was changed"):
        operations.block_person(hall_store, "13800138000", None, f"sold {HALF_A_CHARACTER}")
    assert operations.blocked_persons(hall_store) == ()
    assert take(hall_store).number == "FA001"


@pytest.mark.parametrize("sign", [HALF_A_CHARACTER, "\0"], ids=["half", "zero"])
def test_looking_for_what_cannot_be_kept_finds_words(hall_store, sign):
    with pytest.raises(JiaohaoError):
        operations.timeline(hall_store, f"FA{sign}")
