"""A slip of the hall's own: what is shown, how large, where; and nothing empty leaves a hole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.slip import SlipFacts
from common.domain.slip_template import (
    DEFAULT_BLOCKS,
    Align,
    Block,
    Logo,
    Shows,
    SlipTemplate,
    Style,
    Variant,
)
from common.domain.text import Language, Text
from common.printing.document import Cut, Feed, Line, Picture, QrCode, Rule
from common.printing.profile import load_profile
from common.printing.slip import lay_out_slip, slip_bytes
from common.printing.virtual.picture import slip_png

MARK = Block((Shows.NUMBER,)), Block((Shows.MARKS,))


def laid_out(facts: SlipFacts, *blocks: Block, columns: int = 48, language: str = "zh"):
    template = SlipTemplate(blocks)
    return lay_out_slip(replace(facts, template=template), columns, language).blocks


def words(blocks) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Line)]


def test_blocks_stand_in_the_order_and_style_of_the_template(facts):
    style = Style(2, 1, bold=True, align=Align.RIGHT)
    number, phone, cut = laid_out(
        facts, Block((Shows.NUMBER,), style), Block((Shows.PHONE,), label=Text("电话", "Call"))
    )
    assert number == Line("FA006", Align.RIGHT, 2, 1, True)
    assert phone == Line("电话 000-12345678")
    assert cut == Cut()


def test_things_in_a_row_part_only_when_they_must(facts):
    row = Block((Shows.ZONE, Shows.WINDOWS, Shows.AHEAD))
    assert words(laid_out(facts, row)) == ["二楼 F区  窗口 F01-F04  前面等候 7人"]
    assert words(laid_out(facts, row, columns=32)) == ["二楼 F区  窗口 F01-F04", "前面等候 7人"]
    assert words(laid_out(facts, replace(row, style=Style(2, 2)), columns=32)) == [
        "二楼 F区",
        "窗口 F01-F04",
        "前面等候 7人",
    ]


def test_an_empty_label_is_none(facts):
    bare = Block((Shows.BRING,), label=Text("", ""))
    assert words(laid_out(facts, bare)) == ["身份证；缴费凭证"]


def test_what_is_empty_leaves_neither_a_hole_nor_a_second_rule(facts):
    nothing = replace(
        facts, services=(), queue=Text("", ""), marks=(), bring=(), rules=(), code="", phone="",
        hall=Text("", ""), counters=(), wait_minutes=None,
    )  # fmt: skip
    blocks = lay_out_slip(nothing, 48, "zh").blocks
    assert words(blocks) == ["FA006", "二楼 F区", "前面等候 7人", "取号 2026-11-23 09:41:07"]
    assert not [block for block in blocks if isinstance(block, Rule)]
    line, space = Block((Shows.LINE,)), Block((Shows.SPACE,))
    blocks = laid_out(facts, line, *MARK, line, space, Block((Shows.LOGO,)), line, MARK[0], space)
    assert [type(block) for block in blocks] == [Line, Line, Rule, Line, Cut]


def test_a_size_too_large_for_this_paper_gets_narrower_and_loses_nothing(facts):
    text = Block((Shows.TEXT,), Style(4, 4), text=Text("请保持安静", "Administration"))
    (line, _) = laid_out(facts, text, columns=32, language="en")
    assert (line.text, line.width, line.height) == ("Administration", 2, 2)
    number = Block((Shows.NUMBER,), Style(8, 8))
    assert laid_out(facts, number, columns=32)[0].width == 6


def test_the_logo_is_printed_dot_by_dot_and_left_out_where_it_is_too_wide(facts):
    logo = Logo(400, 2, bytes(range(100)))
    template = SlipTemplate((Block((Shows.LOGO,), Style(align=Align.CENTER)), *MARK), logo=logo)
    branded = replace(facts, template=template)
    assert Picture(400, 2, logo.dots) in lay_out_slip(branded, 32, "zh").blocks
    wide, narrow = load_profile("generic-80"), load_profile("generic-58")
    command = b"\x1dv0\x00\x32\x00\x02\x00" + logo.dots
    assert command in slip_bytes(branded, wide, "zh")
    assert command not in slip_bytes(branded, narrow, "zh")
    top = wide.dots_per_mm * 14
    drawn = slip_png(slip_bytes(branded, wide, "zh"), wide)
    left = (576 - 400) // 2
    assert drawn.getpixel((left + 15, round(top))) == 0  # 00000000 00000001 …
    assert drawn.getpixel((left + 14, round(top))) == 255


def test_the_variant_with_the_most_conditions_wins():
    narrow, english, both = (
        (Block((Shows.PHONE,)),),
        (Block((Shows.QR,)),),
        (Block((Shows.TIME,)),),
    )
    template = SlipTemplate(
        variants=(
            Variant(narrow, narrow=True),
            Variant(english, language=Language.EN),
            Variant(both, narrow=True, language=Language.EN),
        )
    )
    assert template.blocks_for("zh", 48) == DEFAULT_BLOCKS
    assert template.blocks_for("zh", 32) == narrow
    assert template.blocks_for("en", 42) == english
    assert template.blocks_for("en", 35) == both


BLOCKS = st.lists(
    st.builds(
        Block,
        shows=st.sampled_from(list(Shows)).map(lambda shown: (shown,))
        | st.lists(st.sampled_from(list(Shows)), min_size=2, max_size=4).map(tuple),
        style=st.builds(
            Style, st.integers(1, 8), st.integers(1, 8), st.booleans(), st.sampled_from(Align)
        ),
        text=st.none() | st.builds(Text, st.text(max_size=60), st.text(max_size=60)),
        label=st.none() | st.builds(Text, st.text(max_size=20), st.text(max_size=20)),
    ),
    max_size=8,
).map(tuple)


@given(BLOCKS, st.sampled_from((32, 33, 36, 42, 48)), st.sampled_from(list(Language)))
def test_any_template_fits_any_paper(blocks, columns, language):
    for block in laid_out(FACTS, *blocks, columns=columns, language=language):
        if isinstance(block, Line):
            assert block.columns <= columns
            assert block.text.strip()
        else:
            assert isinstance(block, Rule | Feed | QrCode | Picture | Cut)


FACTS = SlipFacts(
    hall=Text("示范区政务服务中心", "Demonstration District Government Service Centre"),
    number="FA1000",
    services=(Text("困难残疾人生活补贴", "Subsidies"), Text("𠮷", "𠮷")),
    queue=Text("", ""),
    zone_code="F",
    zone=Text("", ""),
    floor=-1,
    counters=("F01", "F03", "F05"),
    ahead=128,
    wait_minutes=(0, 5),
    issued_at=datetime(2026, 11, 23, 9, 41, 7, tzinfo=UTC),
    marks=(Text("绿色通道", "Green channel"),),
    bring=(Text("身份证", "ID card"), Text("缴费凭证", "Proof of payment")),
    rules=(Text("请留意屏幕与语音", "Please watch the screens"),),
    code="7K3M9PQX",
    phone="000-12345678",
    reprint=True,
)


@pytest.mark.parametrize("shown", list(Shows))
def test_every_kind_of_block_can_stand_alone(facts, shown):
    text = Text("请保持安静", "Quiet please") if shown is Shows.TEXT else None
    blocks = laid_out(facts, Block((shown,), text=text))
    assert blocks[-1] == Cut()
    assert len(blocks) >= 2 or shown in (Shows.LINE, Shows.SPACE, Shows.LOGO)
