"""`jiaohao staff`: the staff by command, and whose act a verb is."""

from __future__ import annotations

import io
import re

import pytest

from common import operations
from common.operations.errors import PasswordMustChange
from common.store import open_store

FIRST, OWN = "First-time1", "My-own-word2"


@pytest.fixture
def typed(monkeypatch):
    """What stands on standard input."""

    def typed(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return typed


@pytest.fixture
def store(sqlite_url):
    opened = open_store(sqlite_url)
    yield opened
    opened.close()


def one(answer, login):
    return next(m for m in answer.json["staff"] if m["login"] == login)


def test_the_list_says_what_each_may_do_and_where_they_sit(jiaohao, store):
    operations.sign_in(store, "F01", "z07", "jiaohao-demo")
    staff = jiaohao("staff", "list", "--json")
    assert one(staff, "z04")["role"] == "supervisor"
    trainee = one(staff, "z07")
    assert (trainee["skills"], trainee["counter"]) == (["FA"], "F01")
    assert trainee["name"] == {"zh": "见习窗口员 Z07", "en": "Trainee Z07"}
    line = next(line for line in jiaohao("staff", "list").out.splitlines() if "z07" in line)
    assert line == "z07       clerk  Trainee Z07  FA  → F01"


def test_somebody_is_added_with_a_password_from_standard_input(jiaohao, typed, store):
    typed(FIRST)
    answer = jiaohao(
        *("staff", "add", "li.na", "--name-zh", "李娜", "--name-en", "Li Na"),
        *("--role", "引导员", "--skills", "FA，fb", "--password-stdin", "--by", "z06"),
    )
    assert (answer.code, answer.out) == (0, "li.na added\n")
    added = one(jiaohao("staff", "list", "--json"), "li.na")
    assert (added["role"], added["skills"], added["must_change"]) == ("guide", ["FA", "FB"], True)
    with pytest.raises(PasswordMustChange):
        operations.sign_in(store, "F01", "li.na", FIRST)


def test_a_password_made_here_is_shown_once_and_works(jiaohao, store):
    made = jiaohao("staff", "reset", "f01", "--generate", "--json").json["password"]
    with pytest.raises(PasswordMustChange):
        operations.sign_in(store, "F01", "f01", made)
    shown = jiaohao("staff", "reset", "f02", "--generate").out.splitlines()
    assert shown[0] == "f02 password reset"
    with pytest.raises(PasswordMustChange):
        operations.sign_in(store, "F02", "f02", shown[1].rpartition(": ")[2])


def test_a_password_is_changed_with_the_old_one(jiaohao, typed, store):
    typed("jiaohao-demo", OWN)
    assert jiaohao("staff", "password", "f01", "--password-stdin").code == 0
    assert operations.sign_in(store, "F01", "f01", OWN).clerk == "f01"


def test_passwords_never_stand_on_the_command_line(jiaohao):
    for verb in ("add", "reset", "password"):
        assert "--password " not in jiaohao("staff", verb, "--help").out


def test_without_a_terminal_nobody_can_type_a_password(jiaohao, typed):
    typed("ignored")
    answer = jiaohao("staff", "reset", "f01", "--json")
    assert (answer.code, answer.json["error"]) == (1, "no_password")


def test_a_weak_password_is_refused_with_everything_it_lacks(jiaohao, typed):
    typed("f01")
    answer = jiaohao("staff", "reset", "f01", "--password-stdin")
    assert answer.code == 1
    assert "at least 8 characters; at least 3 of" in answer.err
    assert "without the login" in answer.err


def test_name_role_and_skills_change(jiaohao):
    jiaohao("staff", "change", "f01", "--role", "supervisor", "--skills", "FA FD")
    jiaohao("staff", "change", "f01", "--name-zh", "张伟")
    changed = one(jiaohao("staff", "list", "--json"), "f01")
    assert (changed["role"], changed["skills"]) == ("supervisor", ["FA", "FD"])
    assert changed["name"] == {"zh": "张伟", "en": "张伟"}
    jiaohao("staff", "change", "f01", "--all-skills")
    assert one(jiaohao("staff", "list", "--json"), "f01")["skills"] is None


def test_who_is_retired_is_listed_only_when_asked_for(jiaohao):
    assert jiaohao("staff", "retire", "f01", "--by", "z06").out == "f01 retired\n"
    logins = [m["login"] for m in jiaohao("staff", "list", "--json").json["staff"]]
    assert "f01" not in logins
    assert one(jiaohao("staff", "list", "--all", "--json"), "f01")["retired"]


def test_a_locked_clerk_is_shown_and_unlocked(jiaohao, store):
    for _ in range(5):
        with pytest.raises(Exception, match="not right"):
            operations.sign_in(store, "F01", "f01", "wrong")
    assert one(jiaohao("staff", "list", "--json"), "f01")["locked_until"] is not None
    assert jiaohao("staff", "unlock", "f01").code == 0
    assert one(jiaohao("staff", "list", "--json"), "f01")["locked_until"] is None


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["change", "nobody", "--all-skills"], "unknown_clerk"),
        (["change", "f01"], "nothing_to_change"),
        (["change", "f01", "--role", "king"], "unknown_role"),
        (["change", "f01", "--skills", "FA,XX"], "unknown_queue"),
        (["change", "f01", "--all-skills", "--by", "z04"], "not_permitted"),
        (["change", "f01", "--all-skills", "--by", "ghost"], "unknown_clerk"),
        (["add", "f01", "--name-zh", "又一个", "--generate"], "login_taken"),
        (["add", "F 01", "--name-zh", "空格", "--generate"], "bad_login"),
        (["retire", "nobody"], "unknown_clerk"),
    ],
)
def test_what_cannot_be_is_refused_in_both_languages(jiaohao, monkeypatch, arguments, code):
    english = jiaohao("staff", *arguments, "--json")
    assert (english.code, english.json["error"]) == (1, code)
    monkeypatch.setenv("JIAOHAO_LANG", "zh")
    chinese = jiaohao("staff", *arguments)
    assert chinese.code == 1
    assert chinese.err != english.err


def test_every_verb_of_the_line_says_whose_act_it_is(jiaohao, store):
    number = jiaohao("take", "FA002", "--clerk", "z01", "--json").json["number"]
    jiaohao("call", "F01", "--clerk", "F01")
    jiaohao("serve", "F01", "--clerk", "f01")
    jiaohao("finish", "F01", "--clerk", "f01")
    told = [event.clerk for event in operations.timeline(store, number).events]
    assert told == ["z01", "f01", "f01", "f01"]


@pytest.mark.parametrize(
    "verb",
    [
        ["take", "FA002"],
        ["call", "F01"],
        ["recall", "F01"],
        ["serve", "F01"],
        ["finish", "F01"],
        ["miss", "F01"],
        ["hold", "F01"],
        ["transfer", "F01", "--to", "FB"],
        ["resume", "FA001"],
        ["reinstate", "FA001"],
        ["cancel", "FA001"],
    ],
)
def test_an_act_of_somebody_who_does_not_work_here_is_refused(jiaohao, verb):
    jiaohao("staff", "retire", "f03")
    for login in ("nobody", "f03"):
        answer = jiaohao(*verb, "--clerk", login, "--json")
        assert (answer.code, answer.json["error"]) == (1, "unknown_clerk")


def test_applying_a_hall_file_follows_its_staff_and_retires_nobody(jiaohao, demo_file, tmp_path):
    from common.resources import resource

    words = resource("demo", "hall.yaml").read_text(encoding="utf-8")
    words = re.sub(r'"\$argon2id\$[^"]+"', f'"{demo_file.clerks[0].password_hash}"', words)
    lines = [line for line in words.splitlines() if "login: f15" not in line]
    edited = "\n".join(lines).replace("login: z07, skills: [FA]", "login: z07, skills: [FB]")
    file = tmp_path / "hall.yaml"
    file.write_text(edited + '\n  - {login: new, name: {zh: "新", en: "New"}}\n', encoding="utf-8")
    assert jiaohao("apply", file, "--json").json["error"] == "new_clerk_without_password"
    file.write_text(edited + "\n", encoding="utf-8")
    answer = jiaohao("apply", file, "--by", "z06", "--json").json
    changed = {"kind": "changed", "section": "clerks", "code": "z07", "fields": ["skills"]}
    assert answer["changes"] == [changed]
    assert answer["staff_not_in_file"] == ["f15"]
    assert "f15" in jiaohao("apply", file).out
    assert one(jiaohao("staff", "list", "--json"), "f15")["retired"] is False
    jiaohao("staff", "retire", "z08")
    assert jiaohao("apply", file, "--json").json["staff_retired"] == ["z08"]
