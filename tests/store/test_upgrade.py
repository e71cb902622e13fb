"""A hall of an older version goes on with everything it had."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from alembic import command
from sqlalchemy import create_engine, make_url, text

from common import operations
from common.domain.event import Act
from common.domain.forms import FieldKey, FilledForm
from common.domain.ids import TicketId
from common.domain.session import Role
from common.domain.text import Language
from common.domain.ticket import HoldKind, LegState
from common.operations import kept_forms
from common.operations.kept_forms.errors import NoFormKey
from common.store import Store, open_store, upgrade_database
from common.store.errors import DatabaseOutdated, NoWayBack
from common.store.migrations.run import alembic_config


@pytest.fixture
def upgraded(old_url: str, clock) -> Iterator[Store]:
    upgrade_database(old_url)
    store = open_store(old_url, clock)
    yield store
    store.close()


def test_an_old_hall_is_refused_until_it_is_upgraded(old_url):
    with pytest.raises(DatabaseOutdated):
        open_store(old_url)
    upgrade_database(old_url)
    open_store(old_url).close()


def test_an_upgraded_hall_has_kept_its_people_and_its_record(upgraded):
    store = upgraded
    assert operations.check_chain(store).whole
    states = {
        leg.state
        for number in ("FA001", "FA002", "FA003", "BA001", "BA002")
        for leg in operations.timeline(store, number).legs
    }
    assert states >= {LegState.DONE, LegState.HELD, LegState.MISSED, LegState.CALLED}
    with store.read() as tx:
        held = next(leg for leg in tx.open_legs() if leg.state is LegState.HELD)
        assert held.hold_kind is HoldKind.PAPERS_TAKEN
        hall = tx.hall
        assert all(queue.half_hour_quota is None for queue in hall.queues)
        assert hall.appointment_class is None
        clerk = tx.staff.clerk("f01")
        assert clerk is not None
        assert (clerk.role, clerk.skills, clerk.must_change) == (Role.CLERK, None, False)


def test_an_upgraded_hall_goes_on_and_records_acts(upgraded):
    store = upgraded
    issued = operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id()))
    assert issued.number == "FA004"
    assert operations.call_next(store, "F02") is not None
    with store.write() as tx:
        told = tx.record_act(Act.REFUSE, facts={"code": "hall_closed"})
        assert told.leg is None
    assert operations.check_chain(store).whole


def test_the_upgraded_record_still_refuses_what_it_does_not_know(old_url):
    upgrade_database(old_url)
    address = make_url(old_url if "://" in old_url else f"sqlite+pysqlite:///{old_url}")
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    engine = create_engine(address)
    for nonsense in ("move = 'jump'", "sequence = 0"):
        with engine.connect() as connection, pytest.raises(Exception, match=r"ck_event|CHECK"):
            connection.execute(text(f"UPDATE event SET {nonsense} WHERE sequence = 1"))
    engine.dispose()


def test_a_hall_does_not_go_back_to_an_older_version(sqlite_url):
    engine = create_engine(f"sqlite+pysqlite:///{sqlite_url}")
    with pytest.raises(NoWayBack, match="Restore the backup"), engine.begin() as connection:
        command.downgrade(alembic_config(connection), "0001")
    engine.dispose()
    with closing(open_store(sqlite_url)) as store:
        assert operations.hall(store).code


def test_an_upgraded_hall_keeps_forms_as_soon_as_it_has_a_key(upgraded, clock, tmp_path):
    filled = FilledForm((), (), Language.ZH, clock(), {FieldKey("name"): "甲"})
    with pytest.raises(NoFormKey):
        kept_forms.keep_form(upgraded, filled, kiosk="k1")
    kept_forms.make_form_key(upgraded, tmp_path / "forms.key")
    code = kept_forms.keep_form(upgraded, filled, kiosk="k1")
    assert kept_forms.form_with_code(upgraded, code).kiosk == "k1"
    assert operations.check_chain(upgraded).whole
