"""Finding services on the command line."""

from __future__ import annotations


def test_services_are_found_by_everyday_words_and_pinyin(jiaohao):
    line = (
        "FA002    F    F01-F04              2 to bring  Pension account transfer, 15 working days"
    )
    assert jiaohao("services", "社保转移").out == f"{line} (社保转移)\n"
    assert jiaohao("services", "jbylbxgx").out == f"{line}\n"
    (found,) = jiaohao("services", "社保转移", "--json").json["services"]
    assert found == {
        "code": "FA002",
        "kind": "service",
        "name": {"zh": "基本养老保险关系转移接续", "en": "Pension account transfer"},
        "zones": ["F"],
        "counters": ["F01-F04"],
        "materials": 2,
        "promised_days": 15,
        "matched": {
            "certainty": "exact",
            "field": "alias",
            "pieces": [{"text": "社保转移", "matched": True}],
        },
    }


def test_without_words_all_are_listed(jiaohao, demo_file):
    listed = jiaohao("services", "--json").json["services"]
    hall = demo_file.hall
    assert [one["code"] for one in listed] == [t.code for t in (*hall.services, *hall.bundles)]
    assert all("matched" not in one for one in listed)
    assert len(jiaohao("services").out.splitlines()) == len(listed)


def test_words_may_stand_apart_and_results_be_few(jiaohao):
    assert jiaohao("services", "养老", "转移", "--json").json["services"][0]["code"] == "FA002"
    assert len(jiaohao("services", "证", "--most", 2).out.splitlines()) == 2


def test_nothing_is_found_without_a_fault(jiaohao):
    answer = jiaohao("services", "qqqq")
    assert (answer.code, answer.out) == (0, "nothing found\n")


def test_a_guide_tells_all_that_a_citizen_needs(jiaohao, monkeypatch):
    monkeypatch.setenv("JIAOHAO_LANG", "zh")
    told = jiaohao("services", "--guide", "ba001").out.splitlines()
    assert told == [
        "BA001  居民身份证申领、换领、补领",
        "服务对象：中国公民",
        "办理条件：本人到场，当场采集照片和指纹；未满十六周岁由监护人陪同",
        "承诺时限：15个工作日",
        "法定时限：60个自然日，《居民身份证法》第12条",
        "收费：不收费",
        "部门：公安局",
        "地点：1层 B区 公安交警区，窗口 B01-B03",
        "自助机也可办理",
        "结果可邮寄",
        "提示：换领时交回旧证",
        "需带材料：",
        "  - 居民身份证（原件核验）",
        "  - 居民户口簿（原件核验）",
    ]


def test_the_guide_of_a_bundle_tells_what_is_saved(jiaohao):
    told = jiaohao("services", "--guide", "YJS03").out
    assert "Services: AA001 Sole-trader registration; AA006 " in told
    assert "Before: 9 materials, 8 days, 3 trips, 3 counters\n" in told
    assert "Now: 5 materials, 3 days, 1 trip, 1 counter\n" in told
    facts = jiaohao("services", "--guide", "YJS03", "--json").json
    assert facts["services"] == ["AA001", "AA006", "EA001"]
    assert facts["after"] == {"materials": 5, "days": 3, "trips": 1, "counters": 1}
    assert len(facts["materials"]) == 5


def test_the_guide_of_a_bundle_tells_which_promises_it_keeps(jiaohao):
    told = jiaohao("services", "--guide", "YJS03").out
    assert "✓ One form: Filled in once: Sole-trader registration\n" in told
    assert told.endswith("✓ Delivered once: All collected at Result collection, or mailed\n")
    promises = jiaohao("services", "--guide", "YJS03", "--json").json["promises"]
    assert [one["code"] for one in promises] == ["told", "form", "joint", "delivered"]
    assert all(one["kept"] for one in promises)
    assert "promises" not in jiaohao("services", "--guide", "FB004", "--json").json


def test_the_guide_for_programs_has_every_fact(jiaohao):
    facts = jiaohao("services", "--guide", "FB004", "--json").json
    assert facts["statutory_days"] == 10 and not facts["statutory_calendar"]
    assert facts["department"] == "YBJ"
    assert facts["online_hint"]["zh"].startswith("政务服务网")
    assert [m["code"] for m in facts["materials"]] == ["id", "med", "bank"]


def test_a_guide_names_the_sites_that_may_be_nearer(jiaohao):
    near = "Nearer to you: Taoyuan community service station, 18 Taoyuan Road"
    assert near in jiaohao("services", "--guide", "CB002").out
    facts = jiaohao("services", "--guide", "CB002", "--json").json
    assert [site["code"] for site in facts["sites"]] == ["taoyuan", "liuan"]
    assert facts["sites"][1]["phone"] == "000-12345602"


def test_the_guide_of_nothing_is_refused(jiaohao):
    answer = jiaohao("services", "--guide", "XX001")
    assert answer.code == 1
    assert "There is no service or bundle XX001" in answer.err
