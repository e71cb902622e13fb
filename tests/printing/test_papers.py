"""The papers besides the slip: what they say, and that every line fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.guide import Site
from common.domain.papers import (
    AppointmentFacts,
    ChecklistFacts,
    DayEndFacts,
    FormCodeFacts,
    NoticeFacts,
    OpinionFacts,
    PaperFacts,
    ReceiptFacts,
    Wanted,
)
from common.domain.text import Language, Text
from common.domain.ticket import Outcome
from common.printing.document import Line, columns_of
from common.printing.papers import lay_out_paper, paper_bytes
from common.printing.profile import load_profile
from common.printing.trial_slip import trial_slip

WIDE = load_profile("generic-80")
HALL = Text("示范区政务服务中心", "Demonstration District Government Service Centre")
AT = datetime(2026, 11, 23, 9, 41, 7, tzinfo=ZoneInfo("Asia/Shanghai"))
SERVICES = (Text("个体工商户设立登记", "Sole-trader registration"),)
CLERK = Text("窗口员 A03", "Clerk A03")
WANTED = (
    Wanted(Text("居民身份证", "Resident ID card"), Text("原件核验", "Original, checked")),
    Wanted(Text("经营场所使用证明", "Proof of business premises"), Text("复印件", "Copy")),
)
NOTICE = NoticeFacts(
    HALL, "AA006", SERVICES, WANTED, "租赁合同须有房东签字。", 1, "A03", CLERK, AT, "000-12345678"
)
RECEIPT = ReceiptFacts(
    HALL,
    "AA006",
    SERVICES,
    tuple(one.name for one in WANTED),
    date(2026, 12, 7),
    "A03",
    CLERK,
    AT,
    "7K3M9PQX",
    "000-12345678",
)
CHECKLIST = ChecklistFacts(
    HALL, SERVICES, WANTED, "A", Text("综合区", "General"), 1, ("A01", "A02"), AT, "000-12345678"
)
FORM = FormCodeFacts(
    HALL, Text("登记申请书", "Application"), "7K3M9P", "AA006", date(2026, 11, 30), AT, ""
)
OPINION = OpinionFacts(
    HALL, Text("建议", "Suggestion"), "7K3M9PQ", AT, date(2026, 12, 8), "000-12345678"
)
APPOINTMENT = AppointmentFacts(
    hall=HALL,
    service=SERVICES[0],
    code="7K3M9P",
    day=date(2026, 11, 24),
    slot="09:30-10:00",
    opens=time(9),
    bring=WANTED,
    zone_code="A",
    zone=Text("综合区", "General"),
    floor=1,
    counters=("A01", "A02"),
    printed_at=AT,
    phone="000-12345678",
)
DAY = DayEndFacts(
    hall=HALL,
    counter="A03",
    clerk=CLERK,
    day=date(2026, 11, 23),
    first_call=AT,
    last_end=AT,
    called=42,
    finished=38,
    cases=40,
    missed=3,
    transferred=1,
    outcomes=((Outcome.CONSULTED, 4), (Outcome.REFUSED, 0)),
    mean_service=timedelta(seconds=551),
    longest_service=None,
    printed_at=AT,
    marks=(Text("练习", "PRACTICE"),),
)
ALL = (NOTICE, RECEIPT, CHECKLIST, FORM, OPINION, APPOINTMENT, DAY)


def said(read, facts: PaperFacts, language: str = "zh") -> list[str]:
    return [line[0].strip() for line in read(paper_bytes(facts, WIDE, language)).lines]


def test_the_one_time_notice_numbers_what_is_missing_and_is_signed_by_both(read):
    lines = said(read, NOTICE)
    for words in (
        "一次性告知单",
        "业务 个体工商户设立登记",
        "□1. 居民身份证（原件核验）",
        "□2. 经营场所使用证明（复印件）",
        "说明 租赁合同须有房东签字。",
        "以上为需补正的全部内容，补齐后请带本单再来。",
        "告知时间 2026-11-23 09:41",
        "监督电话 000-12345678",
    ):
        assert words in lines
    assert [line.split()[0] for line in lines if line.endswith("___")] == [
        "经办人签名",
        "申请人签收",
    ]
    assert not [line for line in lines if "次告知" in line]
    assert "第2次告知" in said(read, replace(NOTICE, count=2))


def test_a_notice_of_words_alone_has_no_empty_list(read):
    lines = said(read, replace(NOTICE, missing=()))
    assert "请补齐以下材料：" not in lines
    assert "说明 租赁合同须有房东签字。" in lines


def test_the_receipt_says_until_when_and_leaves_room_for_the_seal(read):
    lines = said(read, RECEIPT)
    seal = lines.index("受理机关（专用印章）")
    assert lines[seal + 1 : seal + 4] == ["", "", ""]
    assert "承诺 2026-12-07 前办结" in lines
    assert "2. 经营场所使用证明" in lines
    assert read(paper_bytes(RECEIPT, WIDE, "zh")).qr == "7K3M9PQX"
    assert "已当场办结" in said(read, replace(RECEIPT, promised=None))


def test_the_checklist_says_where_to_go(read):
    assert "一楼 A区  窗口 A01、A02" in said(read, CHECKLIST)
    assert "Floor 1, Zone A  Windows A01, A02" in said(read, CHECKLIST, "en")
    assert "不需要带材料。" in said(read, replace(CHECKLIST, bring=()))
    assert "也可就近办理：" not in said(read, CHECKLIST)


def test_the_checklist_names_where_it_is_done_too(read):
    street, hours = Text("桃源路18号", "18 Taoyuan Road"), Text("周一至周五", "Mon to Fri")
    near = Site("taoyuan", Text("桃源社区", "Taoyuan"), street, hours, "000-12345601")
    far = Site("liuan", Text("柳岸街道", "Liu'an"), street, hours)
    lines = said(read, replace(CHECKLIST, sites=(near, far)))
    at = lines.index("也可就近办理：")
    told = ["桃源社区", "桃源路18号", "周一至周五", "000-12345601"]
    assert lines[at + 1 : at + 8] == [*told, "柳岸街道", *told[1:3]]


def test_the_forms_code_is_large_and_is_all_that_the_qr_holds(read):
    reading = read(paper_bytes(FORM, WIDE, "zh"))
    assert ("7K3M9P", 1, 4, 4, True) in reading.lines
    assert reading.qr == "7K3M9P"
    assert "监督电话" not in reading.text


def test_the_receipt_of_an_opinion_says_how_to_read_the_answer_and_until_when(read):
    reading = read(paper_bytes(OPINION, WIDE, "zh"))
    assert ("7K3M9PQ", 1, 4, 4, True) in reading.lines
    assert "提交时间 2026-11-23 09:41" in reading.text
    assert "2026-12-08 前答复" in reading.text
    assert "评价与建议" in reading.text


def test_the_paper_of_a_booked_time_says_when_and_where_to_come_with_what(read):
    reading = read(paper_bytes(APPOINTMENT, WIDE, "zh"))
    assert ("7K3M9P", 1, 4, 4, True) in reading.lines
    assert reading.qr == "7K3M9P"
    for told in ("2026-11-24", "09:30-10:00", "窗口 A01、A02", "当天 09:00 起", "居民身份证"):
        assert told in reading.text


def test_the_day_end_strip_adds_up_what_was_done(read):
    lines = said(read, DAY)
    assert "[练习]" in lines
    assert [line.strip(".").split() for line in lines if "..." in line][:2] == [
        ["呼叫", "." * 40, "42"],
        ["办完", "." * 40, "38"],
    ]
    assert any(line.startswith("平均办理") and line.endswith("9分11秒") for line in lines)
    assert not [line for line in lines if line.startswith(("最长办理", "不予受理"))]


WORDS = st.builds(Text, zh=st.text(max_size=60), en=st.text(max_size=60))


@given(
    st.sampled_from(ALL),
    WORDS,
    st.lists(st.builds(Wanted, WORDS, WORDS), max_size=4).map(tuple),
    st.text(max_size=30),
    st.sampled_from((32, 33, 36, 42, 48)),
    st.sampled_from(list(Language)),
)
def test_no_line_of_any_paper_overflows(facts, words, wanted, short, columns, language):
    changes = {
        "hall": words,
        "services": (words,),
        "missing": wanted,
        "bring": wanted,
        "received": tuple(one.name for one in wanted),
        "remark": words.zh,
        "form": words,
        "service": words,
        "zone": words,
        "number": short,
        "counter": short,
        "phone": short,
        "clerk": words,
        "marks": (words,),
    }
    known = {name: value for name, value in changes.items() if hasattr(facts, name)}
    for block in lay_out_paper(replace(facts, **known), columns, language).blocks:
        if isinstance(block, Line):
            assert block.columns <= columns


def test_the_narrowest_paper_holds_every_paper_and_the_test_slip(read):
    """Sixteen columns are the least that a profile may have."""
    narrow = replace(load_profile("generic-58"), dots=192, columns=16)
    slips = [paper_bytes(facts, narrow, language) for facts in ALL for language in Language]
    for data in (*slips, trial_slip("serial:///dev/ttyUSB0?baud=19200", narrow, AT)):
        for text, _align, width, _height, _bold in read(data).lines:
            assert columns_of(text) * width <= 16, text


@pytest.mark.parametrize("facts", ALL)
def test_every_paper_begins_with_a_reset_and_ends_with_a_cut(facts, read):
    for code in ("generic-58", "epson-tm-t88"):
        for language in Language:
            profile = load_profile(code)
            reading = read(paper_bytes(facts, profile, language))
            assert reading.cut is not None
            assert not reading.rasters or not profile.qr
