"""Changing the hall while people wait in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from common import operations
from common.domain.hall import UnknownQueue, UnknownService
from common.domain.text import Text
from common.operations.changes import Change, ChangeKind
from common.operations.errors import (
    ClassStillWaiting,
    CounterStillBusy,
    OtherHall,
    QueueStillWaiting,
)
from common.operations.hall_changes import apply_hall, differences

F01, F02, F11 = "F01", "F02", "F11"


def edited(file, **parts):
    """The file with other parts of its hall."""
    return replace(file, hall=replace(file.hall, **parts))


def without_queue(file, code):
    """As a person would edit it: the queue, its services, its counters, bundles that need them."""
    hall = file.hall
    services = tuple(s for s in hall.services if s.queue != code)
    left = {s.code for s in services}
    counters = (
        replace(c, queues=tuple(q for q in c.queues if q != code), handicaps={})
        for c in hall.counters
    )
    return edited(
        file,
        queues=tuple(q for q in hall.queues if q.code != code),
        services=services,
        counters=tuple(c for c in counters if c.queues),
        bundles=tuple(
            b for b in hall.bundles if {s for stage in b.stages for s in stage.services} <= left
        ),
    )


def without(file, section, code):
    return edited(
        file, **{section: tuple(t for t in getattr(file.hall, section) if t.code != code)}
    )


def test_the_same_file_differs_in_nothing(store, demo_file):
    assert differences(store, demo_file) == ()
    assert apply_hall(store, demo_file) == ()


def test_the_difference_is_shown_before_it_is_made(store, demo_file):
    renamed = replace(demo_file.hall.queues[0], name=Text("新名", "New name"), alarm_waiting=5)
    file = edited(demo_file, queues=(renamed, *demo_file.hall.queues[1:]), phone="111")
    expected = (
        Change(ChangeKind.CHANGED, "hall", "phone"),
        Change(ChangeKind.CHANGED, "queues", renamed.code, ("name", "alarm_waiting")),
    )
    assert differences(store, file) == expected
    assert operations.hall(store).phone == demo_file.hall.phone
    assert apply_hall(store, file) == expected
    assert operations.hall(store) == file.hall
    assert differences(store, file) == ()


def test_removals_are_listed_in_the_order_of_the_hall(store, demo_file):
    gone = demo_file.hall.materials[3:9]
    file = edited(
        demo_file, materials=(*demo_file.hall.materials[:3], *demo_file.hall.materials[9:])
    )
    assert [c.code for c in differences(store, file)] == [material.code for material in gone]


def test_another_order_is_a_difference(store, demo_file):
    first, second, *rest = demo_file.hall.counters
    file = edited(demo_file, counters=(second, first, *rest))
    assert [c.details for c in apply_hall(store, file)] == [("order",)]
    assert operations.hall(store).counters[0] == second


def test_what_fails_in_the_middle_changes_nothing(store, demo_file, monkeypatch):
    import common.store.catalogue as catalogue

    real = catalogue._replace_rows

    def break_at_the_counters(connection, table, *rest):
        if table == "counter":
            raise ZeroDivisionError
        real(connection, table, *rest)

    file = edited(without_queue(demo_file, "CA"), phone="111")
    with monkeypatch.context() as broken:
        broken.setattr(catalogue, "_replace_rows", break_at_the_counters)
        with pytest.raises(ZeroDivisionError):
            apply_hall(store, file)
    assert operations.hall(store) == demo_file.hall
    assert differences(store, demo_file) == ()


@pytest.mark.parametrize("look", [differences, apply_hall])
def test_the_file_of_another_hall_is_refused(store, demo_file, look):
    with pytest.raises(OtherHall, match="DEMO01"):
        look(store, edited(demo_file, code="OTHER"))
    assert operations.hall(store).code == "DEMO01"


# People who wait


def test_tickets_in_the_hall_survive(store, take, demo_file):
    waiting, called = take().number, take().number
    operations.call_number(store, F01, called, "first")
    other = replace(demo_file.hall.rules, wait_alarm=timedelta(minutes=50))
    apply_hall(store, edited(without_queue(demo_file, "CA"), rules=other))
    assert operations.desk(store, F01).current.number == called
    operations.serve(store, F01)
    operations.finish(store, F01)
    assert operations.call_next(store, F01).number == waiting


@pytest.mark.parametrize("look", [differences, apply_hall])
@pytest.mark.parametrize("state", ["waiting", "called", "held", "missed", "planned"])
def test_a_queue_with_people_in_it_cannot_vanish(store, take, demo_file, call_in_vain, look, state):
    if state == "planned":
        take("YJS07")
        operations.call_next(store, "B01")
        gone = "CB"
    else:
        take()
        gone = "FA"
    if state not in ("waiting", "planned"):
        operations.call_next(store, F01)
    if state == "missed":
        call_in_vain(store, F01)
        operations.miss(store, F01)
    if state == "held":
        operations.serve(store, F01)
        operations.hold(store, F01)
    with pytest.raises(QueueStillWaiting, match=f"{gone}.*1 "):
        look(store, without_queue(demo_file, gone))
    assert operations.hall(store) == demo_file.hall


def test_a_queue_may_vanish_when_all_are_served_and_come_back(store, take, demo_file):
    number = take("CA001").number
    counter = operations.hall(store).main_counters_of("CA")[0].code
    operations.call_next(store, counter)
    operations.serve(store, counter)
    operations.finish(store, counter)
    apply_hall(store, without_queue(demo_file, "CA"))
    with pytest.raises(UnknownQueue):
        operations.line(store, "CA")
    with pytest.raises(UnknownService):
        take("CA001")
    assert (
        operations.slip_facts(store, number).queue.en == "Community civil affairs and certificates"
    )
    apply_hall(store, demo_file)
    assert operations.hall(store) == demo_file.hall
    assert take("CA001").number == "CA002"


def test_a_number_whose_service_vanished_is_still_served(store, take, demo_file):
    number = take("FA002").number
    name = demo_file.hall.service("FA002").name
    apply_hall(store, without(without(demo_file, "services", "FA002"), "materials", "retire"))
    assert [w.services[0].name for w in operations.desk(store, F01).waiting] == [name]
    assert operations.slip_facts(store, number).services == (name,)
    operations.call_next(store, F01)
    operations.serve(store, F01)
    assert operations.desk(store, F01).current.services[0].name == name
    operations.finish(store, F01)
    with pytest.raises(UnknownService):
        take("FA002")


def test_nobody_is_sent_to_a_queue_that_vanished(store, take, demo_file):
    apply_hall(store, without_queue(demo_file, "CA"))
    take()
    operations.call_next(store, F01)
    with pytest.raises(UnknownQueue):
        operations.transfer(store, F01, "CA")


def test_a_counter_with_a_person_cannot_vanish(store, take, demo_file):
    number = take().number
    operations.call_next(store, F01)
    with pytest.raises(CounterStillBusy, match=number):
        apply_hall(store, without(demo_file, "counters", F01))


def test_a_counter_that_someone_was_sent_to_cannot_vanish(store, take, demo_file):
    number = take().number
    operations.call_next(store, F01)
    operations.transfer(store, F01, F02)
    with pytest.raises(CounterStillBusy, match=number):
        apply_hall(store, without(demo_file, "counters", F02))


def test_a_counter_where_someone_was_missed_may_vanish(store, take, demo_file, call_in_vain):
    number = take().number
    operations.call_next(store, F01)
    call_in_vain(store, F01)
    operations.miss(store, F01)
    apply_hall(store, without(demo_file, "counters", F01))
    operations.reinstate(store, number)
    assert operations.call_next(store, F02).number == number


def test_a_class_of_people_who_wait_cannot_vanish(store, take, demo_file):
    take(priority="P1")
    with pytest.raises(ClassStillWaiting, match="P1"):
        apply_hall(store, without(demo_file, "priority_classes", "P1"))


# Clerks


def test_new_clerks_are_added_and_the_known_keep_their_passwords(store, demo_file):
    known = replace(demo_file.clerks[0], password="another password", password_hash=None)
    new = replace(demo_file.clerks[0], login="new", password="a new password", password_hash=None)
    file = replace(demo_file, clerks=(known, *demo_file.clerks[1:], new))
    expected = (Change(ChangeKind.ADDED, "clerks", "new"),)
    assert differences(store, file) == expected
    assert apply_hall(store, file) == expected
    assert operations.sign_in(store, "A01", known.login, "jiaohao-demo").clerk == known.login
    assert operations.sign_in(store, "A02", "new", "a new password").clerk == "new"


def test_passwords_are_kept_as_hashes_only(store, demo_file):
    with store.read() as tx:
        for clerk in demo_file.clerks:
            stored = tx.staff.clerk(clerk.login).password_hash
            assert stored.startswith("$argon2id$")
            assert "jiaohao-demo" not in stored
