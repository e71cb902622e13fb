"""What people type at the kiosk, and the service that they came for."""

from __future__ import annotations

import pytest

from common.domain.text import Language

EVERYDAY = {
    "社保转移": "FA002",
    "ylbx": "FA002",
    "办身份证": "BA001",
    "身份证丢了怎么办": "BA001",
    "shenfenzheng": "BA001",
    "sfz": "BA001",
    "sfenzheng": "BA001",
    "身分证": "BA001",
    "生孩子": "CA007",
    "上户口": "BA003",
    "baobao": "BA003",
    "领结婚证": "CA006",
    "jiehun": "CA006",
    "换驾照": "BC003",
    "jiazhao": "BC003",
    "二手房过户": "DA001",
    "fangchanzheng": "DA002",
    "无房证明": "DB001",
    "交医保": "EB002",
    "看病报销": "FB002",
    "外地看病": "FB003",
    "退休金": "FA003",
    "我要办退休": "FA003",
    "没工作了": "FA005",
    "失业金": "FA005",
    "kaidian": "AA001",
    "营业执照": "AA001",
    "注册公司": "AC001",
    "低保": "CA001",
    "canjizheng": "CA004",
    "qugongjijin": "FE001",
    "gjjtq": "FE001",
    "租房提取": "FE001",
    "代开发票怎么办理": "EB001",
    "sbk": "FD001",
    "社保卡密码": "FD002",
    "去香港": "BB002",
    "出国": "BB001",
    "hu zhao": "BB001",
    "新车上牌": "BC001",
    "请律师": "AA011",
    "投诉": "AD001",
    "开饭店": "AA004",
    "养老bx": "FA002",
    "bb001": "BB001",
    "退休一件事": "YJS08",
}


@pytest.mark.parametrize(("typed", "wanted"), EVERYDAY.items())
def test_what_people_come_for_is_among_the_first_three(codes, typed, wanted):
    assert wanted in codes(typed)[:3]


ENGLISH = {
    "passport": "BB001",
    "pens tr": "FA002",
    "get married": "CA006",
    "lost ID": "BA001",
    "driving": "BC003",
    "housing fund": "FE001",
    "passprot": "BB001",
    "Hong Kong": "BB002",
}


@pytest.mark.parametrize(("typed", "wanted"), ENGLISH.items())
def test_it_is_found_in_english_too(codes, typed, wanted):
    assert wanted in codes(typed, Language.EN)[:3]


FORMER_NAMES = {"车管所": "BC", "派出所": "BA", "房管局": "D", "cgs": "BC", "paichusuo": "BA"}
"""What people still call an office, and where its services wait."""


@pytest.mark.parametrize(("typed", "queue"), FORMER_NAMES.items())
def test_offices_are_found_under_the_names_that_people_use(codes, typed, queue):
    first, second, *_ = codes(typed)
    assert first.startswith(queue) and second.startswith(queue)
