"""What a password must be."""

from __future__ import annotations

import pytest

from common.domain.password import POLICY, PasswordFault, faults_in_words, password_faults
from common.domain.session import Role

SHORT, LONG, KINDS, LOGIN, OLD = (
    PasswordFault.SHORT,
    PasswordFault.LONG,
    PasswordFault.KINDS,
    PasswordFault.LOGIN,
    PasswordFault.OLD,
)


@pytest.mark.parametrize(
    ("password", "faults"),
    [
        ("Abcdef12", ()),
        ("abcdef1!", ()),
        ("密码-Abc1", (SHORT,)),
        ("密码密码-Abc1", ()),
        ("Abcde12", (SHORT,)),
        ("abcdefgh", (KINDS,)),
        ("ABCDEFG1", (KINDS,)),
        ("", (SHORT, KINDS)),
        ("Abc 1" * 26, (LONG,)),
        ("xF01-passw0rd", (LOGIN,)),
        ("f01", (SHORT, KINDS, LOGIN)),
        ("Correct-horse1", (OLD,)),
    ],
)
def test_a_password_is_told_everything_that_is_wrong(password, faults):
    assert password_faults(password, "f01", "Correct-horse1") == faults


def test_the_faults_are_told_in_one_line_in_both_languages():
    words = faults_in_words((SHORT, LOGIN))
    assert words.en == "at least 8 characters; without the login in it"
    assert words.zh == "至少 8 个字符；不含账号"
    assert POLICY.keys() == set(PasswordFault)


def test_a_later_role_may_do_what_an_earlier_one_may():
    assert Role.ADMINISTRATOR.may_act_as(Role.SUPERVISOR)
    assert Role.SUPERVISOR.may_act_as(Role.SUPERVISOR)
    assert not Role.GUIDE.may_act_as(Role.SUPERVISOR)
