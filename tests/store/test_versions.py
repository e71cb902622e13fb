"""A database that is upgraded, or goes back to a backup, beneath running programs."""

from __future__ import annotations

from contextlib import closing

import pytest

from common import operations
from common.store import DatabaseAway, contents, open_store, since
from common.store.errors import DatabaseNewer, DatabaseOutdated
from tests.sql import run_sql


def _give_version(url: str, version: str) -> None:
    run_sql(url, f"UPDATE alembic_version SET version_num = '{version}'")


def test_a_running_program_notices_another_version_and_goes_on_when_it_is_back(
    hall_url, hall_store
):
    assert operations.hall(hall_store).code
    _give_version(hall_url, "9999")
    with pytest.raises(DatabaseNewer), hall_store.read():
        pass
    with pytest.raises(DatabaseNewer), hall_store.write():
        pass
    _give_version(hall_url, "0001")
    with pytest.raises(DatabaseOutdated):
        operations.hall(hall_store)
    _give_version(hall_url, "0002")
    assert operations.hall(hall_store).code


def test_a_patient_program_waits_for_its_version(hall_url):
    _give_version(hall_url, "9999")
    with closing(open_store(hall_url, patient=True)) as store:
        with pytest.raises(DatabaseAway, match="newer version"):
            operations.hall(store)
        _give_version(hall_url, "0002")
        assert operations.hall(store).code


def test_what_came_after_an_earlier_state_is_told(hall_url, hall_store):
    operations.issue(hall_store, ["FA002"], ticket=operations.new_id())
    earlier = contents(hall_url)
    assert (earlier.tickets, earlier.hall) == (1, operations.hall(hall_store).code)
    assert since(hall_url, earlier).events == 0
    for _ in range(2):
        operations.issue(hall_store, ["FA002"], ticket=operations.new_id())
    after = since(hall_url, earlier)
    assert (after.events, after.numbers) == (2, ("FA002", "FA003"))
    run_sql(hall_url, f"UPDATE event SET hash = 'other' WHERE sequence = {earlier.events}")
    assert since(hall_url, earlier) is None
