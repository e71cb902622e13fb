"""Looking after the people who work in the hall."""

from __future__ import annotations

from datetime import timedelta

import pytest

from common import operations
from common.domain.event import Act
from common.domain.hall import UnknownQueue
from common.domain.password import PasswordFault
from common.domain.session import Approval, Role
from common.domain.text import Text
from common.operations.errors import (
    ApprovalReasonNeeded,
    BadLogin,
    BadName,
    ClerkAtWork,
    ClerkLocked,
    LoginTaken,
    NotPermitted,
    PasswordMustChange,
    UnknownClerk,
    WeakPassword,
    WrongPassword,
)
from common.operations.passwords import temporary_password

DEMO, FIRST, OWN = "jiaohao-demo", "First-time1", "My-own-word2"
GUIDE, SUPERVISOR, ADMINISTRATOR = "z01", "z04", "z06"
LI = Text(zh="李娜", en="Li Na")


def acts(store):
    with store.read() as tx:
        return [event for event in tx.events() if isinstance(event.move, Act)]


def member(store, login):
    return next(m for m in operations.list_staff(store) if m.login == login)


@pytest.fixture
def li(store):
    operations.add_clerk(store, "li.na", LI, FIRST, skills=["FA", "fb"], by=ADMINISTRATOR)
    return "li.na"


def test_somebody_new_is_on_the_staff_and_in_the_record_with_who_added_them(store, li):
    one = member(store, li)
    assert (one.name, one.role, one.skills) == (LI, Role.CLERK, ("FA", "FB"))
    assert one.must_change
    (event,) = acts(store)
    assert (event.move, event.clerk) == (Act.ADD_CLERK, ADMINISTRATOR)
    assert event.facts == {"login": li, "role": "clerk"}


def test_a_login_is_used_once_for_ever(store, li):
    with pytest.raises(LoginTaken, match="Li Na"):
        operations.add_clerk(store, " LI.NA", LI, FIRST)
    operations.retire_clerk(store, li)
    with pytest.raises(LoginTaken):
        operations.add_clerk(store, li, LI, FIRST)


@pytest.mark.parametrize("login", ["", "li na", "李", "x" * 65, "a/b"])
def test_what_cannot_be_a_login_is_refused(store, login):
    with pytest.raises(BadLogin):
        operations.add_clerk(store, login, LI, FIRST)


@pytest.mark.parametrize("name", ["", "  ", "\x1b[31mred", "李\u202e娜", "x" * 201])
def test_what_cannot_be_a_name_is_refused(store, li, name):
    with pytest.raises(BadName):
        operations.add_clerk(store, "wang", Text(zh=name, en="Wang"), FIRST)
    with pytest.raises(BadName):
        operations.change_clerk(store, li, name=Text(zh="李娜", en=name))


def test_a_first_password_keeps_the_policy(store):
    with pytest.raises(WeakPassword) as weak:
        operations.add_clerk(store, "li.na", LI, "li.na")
    faults = (PasswordFault.SHORT, PasswordFault.KINDS, PasswordFault.LOGIN)
    assert weak.value.facts["faults"] == faults
    assert acts(store) == []


def test_a_temporary_password_keeps_the_policy_and_is_never_the_same():
    made = {temporary_password("a") for _ in range(50)}
    assert len(made) == 50
    assert not any(set(word) & set("0O1lIi") for word in made)


def test_skills_are_queues_of_the_hall(store):
    with pytest.raises(UnknownQueue, match="XX"):
        operations.add_clerk(store, "li.na", LI, FIRST, skills=["FA", "XX"])


def test_changing_somebody_leaves_what_is_not_named(store, li):
    operations.change_clerk(store, li, role=Role.GUIDE, by=ADMINISTRATOR)
    one = member(store, li)
    assert (one.name, one.role, one.skills) == (LI, Role.GUIDE, ("FA", "FB"))
    operations.change_clerk(store, li, all_skills=True, name=Text("李", "Li"))
    assert (member(store, li).name.en, member(store, li).skills) == ("Li", None)
    first, second = acts(store)[1:]
    assert (first.move, first.clerk, first.facts["fields"]) == (
        Act.CHANGE_CLERK,
        ADMINISTRATOR,
        ["role"],
    )
    assert (second.clerk, second.facts["fields"]) == (None, ["name", "skills"])


def test_changing_nothing_is_not_in_the_record(store, li):
    operations.change_clerk(store, li, role=Role.CLERK)
    assert len(acts(store)) == 1


def test_who_is_retired_signs_in_no_more(store, li):
    operations.change_password(store, li, FIRST, OWN)
    operations.sign_in(store, "F01", li, OWN)
    operations.retire_clerk(store, li, by=ADMINISTRATOR)
    assert operations.desk(store, "F01").session is None
    with pytest.raises(WrongPassword):
        operations.sign_in(store, "F01", li, OWN)
    assert member(store, li).retired
    with pytest.raises(UnknownClerk):
        operations.known_clerk(store, li)
    assert [event.move for event in acts(store)][-2:] == [Act.SIGN_OUT, Act.RETIRE_CLERK]


def test_nobody_is_retired_with_a_number_at_the_counter(store, take):
    operations.sign_in(store, "F01", "f01", DEMO)
    number = take().number
    operations.call_next(store, "F01", "f01")
    with pytest.raises(ClerkAtWork, match=number):
        operations.retire_clerk(store, "f01")
    assert not member(store, "f01").retired
    assert operations.desk(store, "F01").session is not None


ACTS_ON_STAFF = {
    "add": lambda s, by: operations.add_clerk(s, "new", LI, FIRST, by=by),
    "change": lambda s, by: operations.change_clerk(s, "f01", role=Role.GUIDE, by=by),
    "retire": lambda s, by: operations.retire_clerk(s, "f01", by=by),
    "reset": lambda s, by: operations.reset_password(s, "f01", FIRST, by=by),
    "unlock": lambda s, by: operations.unlock_clerk(s, "f01", by=by),
    "reset an administrator": lambda s, by: operations.reset_password(s, "z06", FIRST, by=by),
}
PERMITTED = {
    "add": ADMINISTRATOR,
    "change": ADMINISTRATOR,
    "retire": ADMINISTRATOR,
    "reset": SUPERVISOR,
    "unlock": SUPERVISOR,
    "reset an administrator": ADMINISTRATOR,
}


@pytest.mark.parametrize("act", ACTS_ON_STAFF)
def test_each_act_needs_its_role(store, act):
    everyone = ("f02", GUIDE, SUPERVISOR, ADMINISTRATOR)
    for by in everyone[: everyone.index(PERMITTED[act])]:
        with pytest.raises(NotPermitted):
            ACTS_ON_STAFF[act](store, by)
    with pytest.raises(UnknownClerk, match="nobody"):
        ACTS_ON_STAFF[act](store, "nobody")
    assert acts(store) == []
    ACTS_ON_STAFF[act](store, PERMITTED[act])
    assert [event.clerk for event in acts(store)] == [PERMITTED[act]]


# Passwords


def test_a_first_password_only_leads_to_choosing_another(store, li):
    with pytest.raises(PasswordMustChange) as must:
        operations.sign_in(store, "F01", li, FIRST)
    assert must.value.facts["login"] == li
    with pytest.raises(WrongPassword):
        operations.sign_in(store, "F01", li, "Wrong-word1")
    operations.change_password(store, li, FIRST, OWN)
    assert operations.sign_in(store, "F01", li, OWN).clerk == li
    change, sign_in = acts(store)[-2:]
    assert (change.move, change.clerk) == (Act.CHANGE_PASSWORD, li)
    assert (sign_in.move, sign_in.counter, sign_in.clerk) == (Act.SIGN_IN, "F01", li)


def test_a_changed_password_keeps_the_policy_and_is_another(store, li):
    for password, fault in ((FIRST, PasswordFault.OLD), ("short", PasswordFault.SHORT)):
        with pytest.raises(WeakPassword) as weak:
            operations.change_password(store, li, FIRST, password)
        assert fault in weak.value.facts["faults"]
    with pytest.raises(WrongPassword):
        operations.change_password(store, li, OWN, OWN)


def test_a_reset_ends_a_lock_out_and_asks_for_another_password(store):
    lock_out(store, "f01")
    operations.reset_password(store, "f01", FIRST, by=SUPERVISOR)
    with pytest.raises(PasswordMustChange):
        operations.sign_in(store, "F01", "f01", FIRST)
    event = acts(store)[-1]
    assert (event.move, event.clerk) == (Act.CHANGE_PASSWORD, SUPERVISOR)
    assert event.facts == {"login": "f01", "first_sign_in": True}


def test_wrong_old_passwords_lock_out_too(store):
    lock_out(store, "f01", lambda: operations.change_password(store, "f01", "wrong", OWN))
    with pytest.raises(ClerkLocked):
        operations.sign_in(store, "F01", "f01", DEMO)


def test_an_unlocked_clerk_signs_in_at_once(store, clock):
    lock_out(store, "f01")
    assert member(store, "f01").locked_until == clock() + timedelta(minutes=10)
    operations.unlock_clerk(store, "f01", by=SUPERVISOR)
    assert member(store, "f01").locked_until is None
    assert operations.sign_in(store, "F01", "f01", DEMO).clerk == "f01"


def test_no_password_and_no_hash_is_ever_in_the_record(store, li):
    operations.change_password(store, li, FIRST, OWN)
    operations.reset_password(store, li, FIRST)
    with store.read() as tx:
        told = " ".join(str(event.facts) for event in tx.events())
    assert FIRST not in told
    assert OWN not in told
    assert "argon2" not in told


def lock_out(store, login, fail=None):
    for _ in range(5):
        with pytest.raises(WrongPassword):
            fail() if fail else operations.sign_in(store, "F01", login, "wrong")


# Approvals


def test_a_supervisor_approves_with_a_reason(store):
    approval = operations.approve(store, " Z04 ", DEMO, " The lift is broken ")
    assert approval == Approval("z04", "The lift is broken")


def test_nobody_below_a_supervisor_approves(store):
    for login in ("f01", GUIDE):
        with pytest.raises(NotPermitted):
            operations.approve(store, login, DEMO, "because")
    assert operations.approve(store, ADMINISTRATOR, DEMO, "because").by == ADMINISTRATOR


def test_an_approval_needs_a_reason_and_the_right_password(store):
    with pytest.raises(ApprovalReasonNeeded):
        operations.approve(store, SUPERVISOR, DEMO, "  ")
    lock_out(store, SUPERVISOR, lambda: operations.approve(store, SUPERVISOR, "wrong", "because"))
    with pytest.raises(ClerkLocked):
        operations.approve(store, SUPERVISOR, DEMO, "because")


def test_a_first_password_approves_nothing(store):
    operations.reset_password(store, SUPERVISOR, FIRST)
    with pytest.raises(PasswordMustChange):
        operations.approve(store, SUPERVISOR, FIRST, "because")


# Sessions in the record


def test_the_record_says_who_sat_where_and_who_took_over(store):
    operations.sign_in(store, "F01", "f01", DEMO)
    operations.sign_in(store, "F01", "f01", DEMO)
    second = operations.sign_in(store, "F01", "f02", DEMO, take_over=True)
    operations.sign_out(store, second.id)
    operations.sign_out(store, second.id)
    told = [(e.move, e.counter, e.clerk, e.facts) for e in acts(store)]
    assert told == [
        (Act.SIGN_IN, "F01", "f01", {}),
        (Act.SIGN_OUT, "F01", "f01", {"taken_over_by": "f02"}),
        (Act.SIGN_IN, "F01", "f02", {}),
        (Act.SIGN_OUT, "F01", "f02", {}),
    ]
    assert operations.check_chain(store).whole


def test_a_session_knows_the_role(store):
    assert operations.sign_in(store, "F01", SUPERVISOR, DEMO).role is Role.SUPERVISOR
    assert operations.desk(store, "F01").session.role is Role.SUPERVISOR
