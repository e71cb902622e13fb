"""What the slips of the demonstration hall cost on a serial line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from statistics import median_high

import pytest

from common.domain.hall import Hall
from common.domain.slip import SlipFacts
from common.domain.text import Language, Text
from common.operations.hall_file import HallFile
from common.operations.samples import longest_slip, sample_slip
from common.printing.profile import load_profile
from common.printing.slip import slip_bytes

AT = datetime(2026, 11, 23, 9, 41, 7, tzinfo=UTC)
PROOF = len(b"\x1dr1")
WIDE = load_profile("generic-80")


@pytest.fixture(scope="module")
def hall(demo_file: HallFile) -> Hall:
    return demo_file.hall


def every_slip(hall: Hall) -> Iterator[SlipFacts]:
    return (sample_slip(hall, thing, AT, 6) for thing in (*hall.services, *hall.bundles))


def size(facts: SlipFacts, language: Language = Language.ZH) -> int:
    return len(slip_bytes(facts, WIDE, language)) + PROOF


def test_a_typical_slip_takes_0_35_s_at_9600_baud_and_none_takes_half_a_second(hall):
    """With seven people ahead, an expected wait, and the proof behind the cut."""
    sizes = [size(facts) for facts in every_slip(hall)]
    assert median_high(sizes) <= 335
    assert max(sizes) <= 425
    assert sum(bytes_ <= 340 for bytes_ in sizes) >= len(sizes) * 0.7


def test_a_mark_costs_its_words_and_nothing_more(hall):
    for facts in every_slip(hall):
        marked = replace(facts, marks=(Text("老年人", "Older person"),))
        assert size(marked) == size(facts) + len("[老年人]\n".encode("gbk"))


def test_english_slips_and_the_longest_reprint_stay_below_0_7_s(hall):
    assert max(size(facts, Language.EN) for facts in every_slip(hall)) <= 630
    assert size(longest_slip(hall, AT)) <= 530


def test_an_ordinary_slip_says_all_that_it_should(hall, read):
    """Shorter by encoding, not by leaving out."""
    service = hall.service("FA002")
    reading = read(slip_bytes(sample_slip(hall, service, AT, 6), WIDE, Language.ZH))
    for words in (
        hall.name.zh,
        "FA006",
        "二楼 F区  窗口 F01-F04",
        f"业务 {service.name.zh}",
        "前面等候 7人  约12-18分钟",
        "取号 2026-11-23 09:41:07",
        "需带 居民身份证；社会保险缴费凭据",
        "3次未到",
        "监督电话",
    ):
        assert words in reading.text
    assert reading.qr
