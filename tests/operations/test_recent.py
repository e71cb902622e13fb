"""What people take numbers for these days."""

from __future__ import annotations

from common import operations


def test_the_services_most_taken_come_first_and_old_ones_do_not_count(store, take, clock):
    for service in ("BA003", "BA003", "BA003", "BA003"):
        take(service)
    clock.advance(days=30)
    for service in ("FA002", "FB001", "FB001"):
        take(service)
    take("CB001", "FB001")
    assert operations.taken_of_late(store, 12) == ("FB001", "CB001", "FA002")
    assert operations.taken_of_late(store, 1) == ("FB001",)


def test_nothing_was_taken_in_a_hall_that_is_new(store):
    assert operations.taken_of_late(store, 12) == ()
