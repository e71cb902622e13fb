"""Whatever people do with appointments: no place is given twice, and the record tells the state."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter as Tally
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common import operations
from common.domain.appointment import AppointmentState
from common.domain.errors import JiaohaoError
from common.domain.event import Act
from common.domain.ids import AppointmentId, TicketId
from common.operations.appointments.importing import import_appointments
from common.store import open_store
from tests.conftest import LONG

TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
SLOTS = (time(9, 30), time(10), time(10, 30))
PLACES, QUOTA = 4, 24
PERSONS = (None, "99999919900307001X", "13800138000")
STATE_AFTER = {
    Act.BOOK: AppointmentState.BOOKED,
    Act.UNBOOK: AppointmentState.CANCELLED,
    Act.CHECK_IN: AppointmentState.CHECKED_IN,
    Act.NO_SHOW: AppointmentState.NO_SHOW,
}

DAYS, HALF_HOURS = st.sampled_from((TUESDAY, WEDNESDAY)), st.sampled_from(SLOTS)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("book"), DAYS, HALF_HOURS, st.sampled_from(PERSONS)),
        st.tuples(st.just("fill"), DAYS, HALF_HOURS, st.integers(1, PLACES + 2)),
        st.tuples(st.just("cancel"), st.integers(0, 30)),
        st.tuples(st.just("come"), st.integers(0, 30)),
        st.tuples(st.just("walk_in"), st.integers(1, 30)),
        st.tuples(st.just("file"), DAYS, HALF_HOURS, st.integers(0, 4), st.booleans()),
        st.tuples(st.just("later"), st.sampled_from((5, 20, 45, 60 * 22))),
    ),
    max_size=30,
)


class Hall:
    """A hall at Monday half past nine, and what people do there. Refusals are part of it."""

    def __init__(self, path: str) -> None:
        self.now = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
        self.store = open_store(path, lambda: self.now)

    def all(self):
        return operations.find_appointments(
            self.store, first=date(2026, 11, 1), last=date(2026, 12, 31)
        )

    def book(self, day, slot, person):
        operations.book(
            self.store,
            "FA002",
            day,
            slot,
            appointment=AppointmentId(operations.new_id()),
            person=person,
        )

    def fill(self, day, slot, people):
        for _ in range(people):
            self.book(day, slot, None)

    def cancel(self, which):
        if known := self.all():
            operations.cancel_appointment(self.store, known[which % len(known)].code)

    def come(self, which):
        if known := self.all():
            code = known[which % len(known)].code
            operations.check_in(self.store, code, ticket=TicketId(operations.new_id()))

    def walk_in(self, people):
        for _ in range(people):
            operations.issue(self.store, ["FA002"], ticket=TicketId(operations.new_id()))

    def file(self, day, slot, reference, cancelled):
        state = "cancelled" if cancelled else "booked"
        text = f"reference,service,date,slot,state\nR{reference},FA002,{day},{slot:%H:%M},{state}\n"
        import_appointments(self.store, text.encode(), "app")

    def later(self, minutes):
        self.now += timedelta(minutes=minutes)


def require_whole(hall):
    everyone = hall.all()
    kept = [one for one in everyone if one.state is not AppointmentState.CANCELLED]
    in_slots = Tally((one.day, one.slot) for one in kept)
    assert all(count <= PLACES for count in in_slots.values())
    persons = Tally((one.day, one.person) for one in kept if one.person)
    assert all(count == 1 for count in persons.values())
    for one in everyone:
        assert (one.ticket is not None) == (one.state is AppointmentState.CHECKED_IN)
        assert (one.ended_at is None) == (one.state is AppointmentState.BOOKED)


def require_record_tells_the_state(hall):
    told = {}
    with hall.store.read() as tx:
        for event in tx.events():
            if event.move in STATE_AFTER:
                place = (event.facts["day"], event.facts["slot"])
                told[event.facts["appointment"]] = (STATE_AFTER[event.move], *place)
    known = {one.id: (one.state, one.day.isoformat(), f"{one.slot:%H:%M}") for one in hall.all()}
    assert told == known
    assert operations.check_chain(hall.store).whole


@settings(max_examples=300 if LONG else 25, suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_no_half_hour_is_ever_overbooked_and_the_record_tells_the_state(sqlite_template, acts):
    with tempfile.TemporaryDirectory() as folder:
        hall = Hall(os.fspath(shutil.copy(sqlite_template, Path(folder) / "hall.db")))
        try:
            for name, *arguments in acts:
                try:
                    getattr(hall, name)(*arguments)
                except JiaohaoError as refusal:
                    assert refusal.text("zh") and refusal.text("en")
                require_whole(hall)
            require_record_tells_the_state(hall)
        finally:
            hall.store.close()


@settings(max_examples=125 if LONG else 12, suppress_health_check=[HealthCheck.too_slow])
@given(
    booked=st.integers(0, PLACES),
    before=st.integers(0, PLACES),
    came=st.integers(0, PLACES),
    moment=st.sampled_from(("10:00", "10:20")),
)
def test_walk_ins_and_appointments_together_fill_the_quota_exactly(
    sqlite_template, booked, before, came, moment
):
    """The quota, less what is booked now, plus what was not used in the half hour before."""
    with tempfile.TemporaryDirectory() as folder:
        hall = Hall(os.fspath(shutil.copy(sqlite_template, Path(folder) / "hall.db")))
        try:
            for slot, count in ((SLOTS[0], before), (SLOTS[1], booked)):
                for _ in range(count):
                    hall.book(TUESDAY, slot, None)
            hall.now = datetime.fromisoformat(f"{TUESDAY}T09:30+08:00").astimezone(UTC)
            for which in range(min(came, before)):
                hall.come(which)
            hall.now = datetime.fromisoformat(f"{TUESDAY}T{moment}+08:00").astimezone(UTC)
            given_out = 0
            try:
                while True:
                    hall.walk_in(1)
                    given_out += 1
            except JiaohaoError as full:
                assert full.code == "quota_used"
            assert given_out == QUOTA - booked + before - min(came, before)
        finally:
            hall.store.close()
