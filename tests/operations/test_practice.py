"""A hall to practise in: nothing of it reaches the real one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from common import operations
from common.domain.forms import FieldKey, FilledForm
from common.domain.ids import ClerkLogin, TicketId
from common.domain.slip import PRACTICE_MARK
from common.domain.text import Language, Text
from common.operations import kept_forms
from common.operations.practice import clear_practice, practice_hall
from common.store import DatabaseAway, open_store

DEMO = "jiaohao-demo"


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "practice"


@pytest.fixture
def practise(hall_url, folder, clock):
    """Open the practice hall of the real one, as a front end does at its start."""
    opened = []

    def practise(*, with_staff: bool = True):
        store = open_store(practice_hall(hall_url, folder, with_staff=with_staff), clock)
        opened.append(store)
        return store

    yield practise
    for store in opened:
        store.close()


def take(store, service="FA002"):
    return operations.issue(store, [service], ticket=TicketId(operations.new_id())).number


def everything(store):
    with store.read() as tx:
        return tx.hall, tx.staff.everyone(), list(tx.events()), tx.open_legs()


def test_practice_leaves_no_trace_in_the_real_hall(hall_store, practise):
    number = take(hall_store)
    before = everything(hall_store)
    practice = practise()
    session = operations.sign_in(practice, "F01", "f01", DEMO)
    practised = [take(practice) for _ in range(3)]
    operations.call_next(practice, "F01", "f01")
    operations.serve(practice, "F01", "f01")
    operations.finish(practice, "F01", clerk="f01")
    operations.call_next(practice, "F01", "f01")
    operations.sign_out(practice, session.id)
    assert everything(hall_store) == before
    assert operations.board(hall_store).calls == ()
    assert operations.board(practice).calls[0].number == practised[1]
    assert [w.number for w in operations.line(hall_store, "FA")[0].waiting] == [number]


def test_every_view_of_a_practice_hall_says_that_it_is_one(hall_store, practise):
    practice = practise()
    slip = operations.slip_facts(practice, take(practice))
    assert slip.marks[0] == PRACTICE_MARK
    assert "练习" in slip.rules[0].zh
    assert operations.board(practice).practice
    assert operations.hall(practice).practice
    assert not operations.board(hall_store).practice
    assert PRACTICE_MARK not in operations.slip_facts(hall_store, take(hall_store)).marks


def test_one_may_practise_at_night_with_the_passwords_of_the_day(hall_store, practise, clock):
    with hall_store.write() as tx:
        tx.write_hall(replace(tx.hall, calendar=replace(tx.hall.calendar, always=False)))
    clock.set(datetime(2026, 11, 23, 15, 0, tzinfo=UTC))
    practice = practise()
    assert take(practice)
    assert operations.sign_in(practice, "F01", "z07", DEMO).clerk == "z07"


def test_programs_of_one_pc_share_their_practice(practise):
    kiosk, counter = practise(with_staff=False), practise()
    number = take(kiosk)
    assert operations.call_next(counter, "F01").number == number
    assert operations.board(practise(with_staff=False)).calls[0].number == number


def test_a_kiosk_copies_no_staff(practise):
    assert operations.list_staff(practise(with_staff=False)) == ()
    assert operations.list_staff(practise()) != ()


def test_practice_begins_anew_when_the_hall_changed(hall_store, practise):
    take(practise())
    with hall_store.write() as tx:
        tx.write_hall(replace(tx.hall, phone="12345"))
    practice = practise()
    assert operations.hall(practice).phone == "12345"
    assert operations.line(practice, "FA")[0].waiting == ()


def test_practice_begins_anew_when_the_staff_changed(hall_store, practise):
    take(practise())
    operations.add_clerk(hall_store, "li.na", Text("李娜", "Li Na"), "First-time1")
    operations.retire_clerk(hall_store, "f02")
    practice = practise()
    assert operations.sign_in(practice, "F01", "li.na", "First-time1").clerk == "li.na"
    assert "f02" not in {member.login for member in operations.list_staff(practice)}
    assert operations.line(practice, "FA")[0].waiting == ()


def test_wrong_passwords_of_practice_lock_nobody_out_of_the_real_hall(hall_store, practise):
    practice = practise()
    for _ in range(5):
        with pytest.raises(Exception, match="not right"):
            operations.sign_in(practice, "F01", "f01", "wrong")
    assert operations.sign_in(hall_store, "F01", "f01", DEMO).clerk == "f01"


def test_clearing_forgets_what_happened_and_keeps_the_hall(practise, folder):
    practice = practise()
    session = operations.sign_in(practice, "F01", "f01", DEMO)
    take(practice)
    operations.call_next(practice, "F01", session.clerk)
    assert clear_practice(folder) == 1
    assert operations.board(practice).calls == ()
    assert operations.desk(practice, "F01").session is None
    assert operations.check_chain(practice).events == 0
    assert take(practice) == "FA001"
    assert operations.sign_in(practice, "F01", "f01", DEMO).clerk == "f01"


def test_clearing_where_nobody_practised_is_no_error(folder):
    assert clear_practice(folder) == 0


def test_forms_are_practised_with_a_key_that_opens_no_real_one(hall_store, practise, clock):
    kiosk, counter = practise(with_staff=False), practise()
    filled = FilledForm((), (), Language.ZH, clock(), {FieldKey("name"): "甲"})
    code = kept_forms.keep_form(kiosk, filled, kiosk="k1")
    keys = kept_forms.form_keys(counter, kept_forms.key_file_of(counter))
    form = kept_forms.form_with_code(counter, code).id
    assert kept_forms.open_form(counter, keys, form, ClerkLogin("f01")).filled == filled
    again = practise()
    assert kept_forms.hall_key(again, keys.file).id in keys.private  # not another at each start
    assert not kept_forms.can_keep_forms(hall_store)


def test_a_real_hall_cannot_be_emptied(hall_store):
    take(hall_store)
    with pytest.raises(AssertionError, match="no practice hall"), hall_store.write() as tx:
        tx.practice.empty()
    assert operations.line(hall_store, "FA")[0].waiting != ()


def test_every_table_of_happenings_is_emptied(practise, folder):
    """A table that is added later must be thought of here too."""
    from common.store.practice import _OF_HALL
    from common.store.schema import metadata

    describing = {
        *("hall", "hall_secret", "zone", "department", "queue", "material", "service"),
        *("bundle", "counter", "counter_queue", "priority_class", "clerk", "form_key"),
        *("kiosk_pin", "sample_picture"),
    }
    assert set(_OF_HALL) == metadata.tables.keys() - describing


def test_practice_goes_on_while_the_real_database_is_away(practise, folder, tmp_path, clock):
    number = take(practise())
    away = "postgresql://nobody@127.0.0.1:1/none"
    store = open_store(practice_hall(away, folder, with_staff=True), clock)
    assert operations.line(store, "FA")[0].waiting[0].number == number
    store.close()
    with pytest.raises(DatabaseAway):
        practice_hall(away, tmp_path / "elsewhere", with_staff=True)
