"""`jiaohao forms key`, `list`, `open`, `erase`: nothing a person typed is shown to a passer-by."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from common.domain.forms import FieldKey, FilledForm, FormCode
from common.domain.text import Language
from common.operations.kept_forms import form_with_code, keep_form
from common.store import open_store

NAME, DOC, PHONE = "欧阳静", "999999199003070012", "13800138000"
PLANTED = (NAME, DOC, PHONE, "欧阳")
ANSWERS = {
    FieldKey("applicant.name"): NAME,
    FieldKey("applicant.doc_type"): "id_card",
    FieldKey("applicant.doc_no"): DOC,
    FieldKey("applicant.mobile"): PHONE,
}


@pytest.fixture
def key_path(tmp_path, monkeypatch):
    path = tmp_path / "settings" / "forms.key"
    monkeypatch.setenv("JIAOHAO_FORM_KEY", str(path))
    return path


@pytest.fixture
def keep(jiaohao, sqlite_url, key_path):
    """Keep a form as a kiosk does, some days ago."""

    def keep(days_ago: int = 0) -> str:
        then = datetime.now(UTC) - timedelta(days=days_ago)
        store = open_store(sqlite_url, lambda: then)
        filled = FilledForm((FormCode("F01"),), ("CB002",), Language.ZH, then, ANSWERS)
        code = keep_form(store, filled, kiosk="k1")
        store.close()
        return code

    assert jiaohao("forms", "key").code == 0
    return keep


def test_the_first_key_is_made_and_the_next_time_shown(jiaohao, key_path):
    made = jiaohao("forms", "key", "--json").json
    assert (made["file"], made["made"]) == (str(key_path), True)
    assert key_path.exists()
    again = jiaohao("forms", "key", "--json").json
    assert again == {**made, "made": False}
    assert jiaohao("forms", "key").out.startswith(f"this PC opens forms: key {made['key']}")
    renewed = jiaohao("forms", "key", "--renew", "--by", "z06", "--json").json
    assert renewed["made"] and renewed["key"] != made["key"]
    refused = jiaohao("forms", "key", "--renew", "--by", "f01", "--json")
    assert (refused.code, refused.json["error"]) == (1, "not_permitted")


def test_a_pc_without_the_key_says_what_to_do(jiaohao, keep, key_path, tmp_path, monkeypatch):
    code = keep()
    elsewhere = tmp_path / "nothing.key"
    monkeypatch.setenv("JIAOHAO_FORM_KEY", str(elsewhere))
    for verb in (["key"], ["open", code, "--by", "f01"]):
        answer = jiaohao("forms", *verb)
        assert answer.code == 1
        assert f"{elsewhere} is not there. Copy it from the PC" in answer.err
    renew = jiaohao("forms", "key", "--renew", "--json")
    assert (renew.code, renew.json["error"]) == (1, "form_key_elsewhere")
    assert jiaohao("forms", "open", code, "--by", "f01", "--key", key_path).code == 0
    assert jiaohao("forms", "key", "--lost").code == 0
    monkeypatch.setenv("JIAOHAO_LANG", "zh")
    assert "没有：本机的密钥文件不是最新的" in jiaohao("forms", "open", code, "--by", "f01").err


def test_a_form_is_listed_without_and_shown_with_masks(jiaohao, keep):
    code = keep()
    listed = jiaohao("forms", "list")
    assert code in listed.out and "waiting" in listed.out
    shown = jiaohao("forms", "open", code.lower(), "--by", "f01")
    assert "9*************0012" in shown.out
    told = jiaohao("forms", "open", code, "--by", "f01", "--json")
    everything = listed.out + jiaohao("forms", "list", "--json").out + shown.out + told.out
    assert [value for value in PLANTED if value in everything] == []


def test_an_administrator_sees_it_plain_and_a_clerk_does_not(jiaohao, keep):
    code = keep()
    refused = jiaohao("forms", "open", code, "--by", "f01", "--plain")
    assert (refused.code, refused.out) == (1, "")
    plain = jiaohao("forms", "open", code, "--by", "z06", "--plain", "--json").json
    rows = {row["field"]: row["value"] for page in plain["pages"] for row in page["rows"]}
    assert rows["applicant.name"] == NAME
    assert rows["applicant.doc_no"] == DOC


def test_an_administrator_exports_a_form_to_a_file_of_its_own(jiaohao, keep, tmp_path):
    code, file = keep(), tmp_path / "case.json"
    refused = jiaohao("forms", "export", code, file, "--by", "f01", "--json")
    assert (refused.json["error"], file.exists()) == ("not_permitted", False)
    assert jiaohao("forms", "export", code, file, "--by", "z06").code == 0
    facts = json.loads(file.read_bytes())
    assert (facts["version"], facts["answers"]["applicant.doc_no"]) == (1, DOC)
    assert file.stat().st_mode & 0o777 == 0o600
    again = jiaohao("forms", "export", code, file, "--by", "z06", "--json")
    assert again.json["error"] == "file_is_there"
    assert jiaohao("forms", "export", code, file, "--by", "z06", "--replace").code == 0


def test_a_form_is_erased_when_it_is_due_or_its_person_wants_it(jiaohao, keep, sqlite_url):
    keep(days_ago=8)
    wanted, stays = keep(), keep()
    assert jiaohao("forms", "erase", "--json").json == {"erased": 1}
    refused = jiaohao("forms", "erase", wanted, "--by", "f01", "--json")
    assert refused.json["error"] == "not_permitted"
    assert jiaohao("forms", "erase", wanted, "--by", "z04").out == "1 forms erased\n"
    assert jiaohao("forms", "open", wanted, "--by", "f01", "--json").json["error"] == "form_erased"
    assert [form["code"] for form in jiaohao("forms", "list", "--json").json["forms"]] == [stays]
    keep(days_ago=7)
    assert jiaohao("close-day", "--json").json["erased"] == 1
    store = open_store(sqlite_url)
    assert form_with_code(store, stays).code == stays
    store.close()


def test_the_doctor_sees_forms_that_nobody_erased(jiaohao, keep):
    keep()
    assert "✓ forms     1 are kept" in jiaohao("doctor").out
    keep(days_ago=8)
    told = jiaohao("doctor")
    assert (told.code, "✗ forms     1 forms should be erased" in told.out) == (1, True)
    jiaohao("forms", "erase")
    assert jiaohao("doctor").code == 0


def test_nothing_typed_is_in_a_message_about_a_damaged_form(jiaohao, keep, sqlite_url):
    import sqlite3
    from contextlib import closing

    code = keep()
    with closing(sqlite3.connect(sqlite_url)) as raw, raw:
        raw.execute("UPDATE filled_form SET sealed = 'AQID' || sealed")
    answer = jiaohao("forms", "open", code, "--by", "f01", "--json")
    assert (answer.code, answer.json["error"]) == (1, "form_damaged")
    assert json.loads(answer.out)["message"] in answer.err
    assert [value for value in PLANTED if value in answer.out + answer.err] == []
