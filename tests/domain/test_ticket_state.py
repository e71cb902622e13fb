"""What a person would say of a whole ticket."""

from __future__ import annotations

import pytest

from common.domain.ticket import LegState, ticket_state

S = LegState


@pytest.mark.parametrize(
    ("states", "told"),
    [
        ([S.WAITING], S.WAITING),
        ([S.SERVING, S.BLOCKED, S.PLANNED], S.SERVING),
        ([S.CALLED, S.BLOCKED], S.CALLED),
        ([S.HELD, S.BLOCKED], S.HELD),
        ([S.DONE, S.WAITING, S.PLANNED], S.WAITING),
        ([S.MISSED, S.PLANNED], S.MISSED),
        ([S.MISSED, S.WAITING], S.WAITING),
        ([S.TRANSFERRED, S.WAITING], S.WAITING),
        ([S.TRANSFERRED, S.DONE], S.DONE),
        ([S.DONE, S.DONE], S.DONE),
        ([S.DONE, S.CANCELLED], S.CANCELLED),
        ([S.DONE, S.EXPIRED, S.EXPIRED], S.EXPIRED),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else value,
)
def test_the_most_active_leg_decides(make_leg, states, told):
    assert ticket_state([make_leg(i, state=state) for i, state in enumerate(states)]) is told
