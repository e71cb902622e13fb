"""Appointments for which nobody came."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from common.domain.appointment import AppointmentState, Arrival, arrival
from common.domain.event import Act
from common.store import Store, WriteTransaction


def sweep_appointments(store: Store) -> int:
    """Count those as not come whose time to check in is over, and return how many.

    Every verb about appointments does so first; so does the first number of a day.
    """
    with store.write() as tx:
        return count_no_shows(tx)


def count_no_shows(tx: WriteTransaction) -> int:
    """The same inside a transaction that is under way."""
    rules, zone = tx.hall.rules.appointments, ZoneInfo(tx.hall.time_zone)
    until = (tx.now - rules.grace).astimezone(zone)
    counted = 0
    for one in tx.appointments.not_claimed(until.date(), until.time()):
        if arrival(one.starts(zone), tx.now, rules) is Arrival.LATE:
            tx.appointments.change(replace(one, state=AppointmentState.NO_SHOW, ended_at=tx.now))
            tx.record_act(
                Act.NO_SHOW,
                facts={
                    "appointment": one.id,
                    "day": one.day.isoformat(),
                    "slot": f"{one.slot:%H:%M}",
                    "queue": one.queue,
                },
            )
            counted += 1
    return counted
