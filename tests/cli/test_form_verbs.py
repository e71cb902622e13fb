"""`jiaohao forms`: list, show, check."""

from __future__ import annotations

from common.resources import resource


def test_forms_are_listed_with_the_services_that_need_them(jiaohao):
    forms = {form["code"]: form for form in jiaohao("forms", "--json").json["forms"]}
    assert len(forms) == 15
    assert forms["F03"]["services"] == ["AA001", "AA002"]
    assert forms["F03"]["bundles"] == ["YJS03"]
    assert "F03   Sole-trader registration" in jiaohao("forms").out


def test_a_form_shows_what_it_asks_and_when_that_is_needed(jiaohao):
    pages = {page["code"]: page for page in jiaohao("forms", "show", "f06", "--json").json["pages"]}
    needed = {
        field["key"]: field["required"] for page in pages.values() for field in page["fields"]
    }
    assert needed["applicant.name"] == "always"
    assert needed["spouse.name"] == "sometimes"
    assert needed["family.car"] == "never"
    told = jiaohao("forms", "show", "F06").out
    assert "* applicant.name" in told
    assert "? spouse.name" in told


def test_a_form_that_is_not_there_names_those_that_are(jiaohao):
    answer = jiaohao("forms", "show", "F99")
    assert answer.code == 1
    assert answer.err == (
        "There is no form F99. Known forms: "
        "F01 F02 F03 F04 F05 F06 F07 F08 F09 F10 F11 F12 F13 F14 F15.\n"
    )


def test_a_folder_is_checked_against_a_hall(jiaohao, tmp_path, monkeypatch):
    monkeypatch.delenv("JIAOHAO_DB")
    folder, hall = resource("forms"), resource("demo", "hall.yaml")
    assert "services were not looked up" in jiaohao("forms", "check", folder).out
    assert jiaohao("forms", "check", folder, "--hall", hall).out == "15 forms without faults\n"
    other = tmp_path / "F01.yaml"
    text = (folder / "F01.yaml").read_text(encoding="utf-8")
    other.write_text(text.replace("[CB002, CB003", "[CB002, CB033"), encoding="utf-8")
    answer = jiaohao("forms", "check", tmp_path, "--hall", hall)
    assert answer.code == 1
    assert answer.err == f"{other}:3: there is no service CB033; did you mean CB003?\n"
    wrong = jiaohao("forms", "check", tmp_path, "--hall", hall, "--json").json
    assert wrong["error"] == "form_files_wrong"


def test_a_folder_is_checked_against_the_hall_in_the_database(jiaohao):
    jiaohao("init", "--demo")
    answer = jiaohao("forms", "check", resource("forms"), "--json").json
    assert answer == {"forms": 15, "fields": 71, "hall": "DEMO01"}
