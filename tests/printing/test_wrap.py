"""Lines fit the paper, whatever is in them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from common.printing.document import columns_of, printable
from common.printing.wrap import wrap, wrap_evenly

CLOSING = "，。；：）」"
MIXED = st.text(
    st.one_of(st.sampled_from("养老保险，。（）《》“”、；：·—é¥𠮷㐂 -/12AB"), st.characters())
)


@given(MIXED, st.integers(2, 48))
def test_no_line_is_wider_than_the_paper(text, columns):
    for line in wrap(printable(text), columns):
        assert columns_of(line) <= columns


@given(MIXED, st.integers(2, 48))
def test_nothing_but_spaces_is_lost(text, columns):
    words = printable(text)
    assert "".join(wrap(words, columns)).replace(" ", "") == words.replace(" ", "")


@given(MIXED, st.integers(4, 48))
def test_an_even_heading_takes_no_more_lines(text, columns):
    words = printable(text)
    lines = wrap_evenly(words, columns)
    assert len(lines) == len(wrap(words, columns))
    assert all(columns_of(line) <= columns for line in lines)


@given(st.text("养老保险关系转移接续，。；：）」", min_size=2, max_size=60), st.integers(8, 48))
def test_no_line_starts_with_closing_punctuation_when_it_can_be_helped(text, columns):
    assume(not any(a in CLOSING and b in CLOSING for a, b in pairwise(text)))
    assert not [line for line in wrap(text, columns)[1:] if line[0] in CLOSING]


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("请在等候区留意屏幕与语音", 12, ["请在等候区留", "意屏幕与语音"]),
        ("按过号处理，可恢复", 10, ["按过号处", "理，可恢复"]),
        ("见《办事指南》", 6, ["见《办", "事指", "南》"]),
        ("Transfer of pension insurance", 12, ["Transfer of", "pension", "insurance"]),
        ("Donaudampfschiff", 6, ["Donaud", "ampfsc", "hiff"]),
        ("F01到F15号窗口", 7, ["F01到", "F15号窗", "口"]),
        ("", 10, [""]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text, columns, lines):
    assert wrap(text, columns) == lines


def test_what_gbk_writes_in_two_bytes_takes_two_columns():
    assert columns_of("·") == columns_of("—") == columns_of("é") == columns_of("号") == 2
    assert columns_of("A") == columns_of("¥") == 1
    assert columns_of("𠮷") == 2


def test_no_fact_can_command_the_printer():
    assert printable("FA\x1b@006\x1d\x56\x00\n\u202e\ufeff\u200b 好\u3000 ") == "FA@006 V  好"
