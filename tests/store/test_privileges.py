"""Each front end may do its own work in the database, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

import psycopg
import pytest
from sqlalchemy import make_url

from common import operations
from common.domain.event import Act
from common.domain.forms import FieldKey, FilledForm
from common.domain.ids import AppointmentId, ClerkLogin, KioskCode, TicketId
from common.domain.kiosk import KioskState
from common.domain.print_job import PrintJob, PrintState
from common.domain.session import Approval
from common.domain.text import Language
from common.operations import kept_forms
from common.operations.appointments.arriving import arriving, arriving_with_phone
from common.operations.appointments.checking_in import may_check_in
from common.operations.appointments.errors import BookedBefore, SlotFull
from common.operations.enquiries import enquire, enquire_with_phone
from common.store import open_store
from common.store.errors import (
    DatabaseForbidden,
    GrantNeedsServer,
    GrantNotAllowed,
    NotAUserName,
    UserOwnsDatabase,
)
from common.store.privileges import PRIVILEGES, DatabaseRole, grant
from common.store.schema import metadata

SERVICE = "FA002"
COUNTER = "F01"


@pytest.fixture
def user_of(postgres_url):
    """The address of the hall for a user with the rights of a role, by any odd name."""
    created = []

    def user_of(role: str, name: str | None = None, password: str | None = None) -> str:
        user = name or f'{role} of "{make_url(postgres_url).database}"; --'[:60]
        grant(postgres_url, DatabaseRole(role), user, password)
        created.append(user)
        return as_user(postgres_url, user)

    yield user_of
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        for user in set(created):
            name = psycopg.sql.Identifier(user)
            connection.execute(psycopg.sql.SQL("DROP OWNED BY {}").format(name))
            connection.execute(psycopg.sql.SQL("DROP ROLE {}").format(name))


def as_user(url: str, user: str) -> str:
    rest = url.split("@", 1)[1]
    return f"postgresql://{quote(user, safe='')}@{rest}"


@pytest.fixture
def people(postgres_url, clock) -> Iterator[None]:
    """Somebody is served at F01, others wait."""
    store = open_store(postgres_url, clock)
    for _ in range(3):
        operations.issue(store, [SERVICE], ticket=operations.new_id())
    operations.sign_in(store, COUNTER, "f01", "jiaohao-demo")
    operations.call_next(store, COUNTER)
    yield
    store.close()


FORBIDDEN = {
    "display": [
        "INSERT INTO print_job SELECT * FROM print_job",
        "UPDATE leg SET state = state",
        "UPDATE hall SET revision = revision",
        "DELETE FROM ticket",
        "SELECT * FROM clerk",
        "SELECT name_zh FROM clerk",
        "SELECT id FROM session",
        "SELECT * FROM blocked_person",
        "SELECT * FROM hall_secret",
        "SELECT * FROM appointment",
        "SELECT * FROM filled_form",
        "SELECT * FROM form_link",
        "SELECT * FROM form_key",
        "SELECT * FROM help_call",
        "CREATE TABLE mine (one integer)",
    ],
    "kiosk": [
        "SELECT * FROM clerk",
        "SELECT password_hash FROM clerk",
        "SELECT * FROM session",
        "INSERT INTO session SELECT * FROM session",
        "UPDATE clerk SET failures = 0",
        "UPDATE event SET facts = facts",
        "DELETE FROM event",
        "UPDATE ticket SET number = number",
        "UPDATE leg SET ticket = ticket",
        "DELETE FROM leg",
        "INSERT INTO blocked_person SELECT * FROM blocked_person",
        "UPDATE appointment SET code = code",
        "UPDATE appointment SET channel = 'mine', reference = 'mine'",
        "DELETE FROM appointment",
        "SELECT * FROM filled_form",
        "SELECT code FROM filled_form",
        "UPDATE filled_form SET sealed = ''",
        "UPDATE filled_form SET erase_after = 0",
        "DELETE FROM filled_form",
        "SELECT * FROM form_link",
        "DELETE FROM form_link",
        "UPDATE help_call SET acknowledged_by = 'z01', acknowledged_at = 1",
        "UPDATE rating SET level = 5",
        "UPDATE opinion SET words = ''",
        "DELETE FROM opinion",
        "UPDATE form_key SET public_key = public_key",
        "INSERT INTO form_key (hall, id, public_key, made_at) VALUES ('DEMO01', 'mine', '', 0)",
        "UPDATE service SET fee_zh = fee_zh",
        "DROP TABLE leg",
        "ALTER TABLE leg ADD COLUMN mine integer",
        "CREATE TABLE mine (one integer)",
    ],
    "counter": [
        "UPDATE event SET facts = facts",
        "DELETE FROM event",
        "TRUNCATE event",
        "DELETE FROM ticket",
        "DELETE FROM leg",
        "UPDATE ticket SET number = number",
        "INSERT INTO clerk SELECT * FROM clerk",
        "UPDATE clerk SET role = role",
        "UPDATE hall SET revision = revision",
        "UPDATE hall_secret SET person_key = person_key",
        "UPDATE filled_form SET code = code",
        "DELETE FROM filled_form",
        "INSERT INTO form_link SELECT * FROM form_link",
        "UPDATE help_call SET page = page",
        "DELETE FROM help_call",
        "UPDATE rating SET level = 5",
        "UPDATE opinion SET words = words",
        "INSERT INTO form_key (hall, id, public_key, made_at) VALUES ('DEMO01', 'mine', '', 0)",
        "ALTER TABLE event DROP COLUMN hash",
        "CREATE TABLE mine (one integer)",
    ],
    "administrator": [
        "UPDATE event SET facts = facts",
        "DELETE FROM event",
        "TRUNCATE leg",
        "DELETE FROM clerk",
        "UPDATE hall_secret SET person_key = person_key",
        "UPDATE form_key SET public_key = public_key",
        "UPDATE alembic_version SET version_num = version_num",
        "DROP TABLE event",
        "CREATE TABLE mine (one integer)",
        "CREATE ROLE friend",
    ],
}


@pytest.mark.parametrize("role", FORBIDDEN)
def test_what_a_role_may_not_do_the_server_refuses(user_of, people, role):
    allowed = []
    with psycopg.connect(user_of(role), autocommit=True) as connection:
        for act in FORBIDDEN[role]:
            try:
                connection.execute(act)
                allowed.append(act)
            except psycopg.errors.InsufficientPrivilege:
                pass
    assert allowed == []


def test_every_table_is_thought_of():
    told = {table for role in PRIVILEGES.values() for table in role}
    assert told == {*metadata.tables, "alembic_version"}


def test_a_display_shows_the_board_and_hears_of_changes(user_of, people, postgres_url, clock):
    url = user_of("display")
    store = open_store(url, clock)
    feed = store.feed()
    assert feed.wait(30)
    owner = open_store(postgres_url, clock)
    operations.issue(owner, [SERVICE], ticket=operations.new_id())
    assert feed.wait(30)
    board = operations.board(store)
    assert [call.counter for call in board.calls] == [COUNTER]
    operations.hall_waits(store)
    with pytest.raises(DatabaseForbidden, match="jiaohao grant"):
        operations.issue(store, [SERVICE], ticket=operations.new_id())
    assert [w.number for w in operations.line(store, "FA")[0].waiting] == [
        *("FA002", "FA003", "FA004")
    ]
    feed.close()
    owner.close()
    store.close()


def test_a_kiosk_takes_prints_and_gives_back_numbers(user_of, postgres_url, clock):
    store = open_store(user_of("kiosk"), clock)
    operations.kiosk_view(store)
    taken = operations.issue(store, [SERVICE, "FD001"], ticket=operations.new_id(), by="k1")
    operations.slip_facts(store, taken.number)
    slip = PrintJob(operations.new_id(), taken.ticket, "k1", "p", clock())
    operations.begin_print(store, slip)
    operations.end_print(store, slip.ended(PrintState.INTERRUPTED, 9, clock()))
    operations.clear_print(store, slip.id)
    operations.begin_print(store, replace(slip, id=operations.new_id(), reprint=True))
    operations.abandoned_prints(store, "k1")
    operations.report_kiosk(store, KioskState(KioskCode("k1"), clock(), "p", "paper_out"))
    operations.forget_kiosk(store, KioskCode("k1"))
    operations.timeline(store, taken.number)
    operations.cancel(store, taken.number)
    clock.advance(days=1)  # the first number of a day expires what the day before left
    operations.issue(store, [SERVICE], ticket=operations.new_id())
    assert operations.check_chain(store).whole
    store.close()


def test_a_kiosk_checks_people_in_and_lets_a_missed_number_wait_again(
    user_of, postgres_url, clock, call_in_vain
):
    kiosk, owner = (open_store(url, clock) for url in (user_of("kiosk"), postgres_url))
    place = next(p for p in operations.free_slots(owner, SERVICE) if p.start.hour == 10)
    booked = operations.book(
        owner,
        SERVICE,
        place.day,
        place.start,
        appointment=AppointmentId(operations.new_id()),
        phone="13800138000",
    )
    clock.advance(days=1)
    (found,) = arriving_with_phone(kiosk, "8000")
    assert found.appointment == arriving(kiosk, booked.code).appointment
    ticket = TicketId(operations.new_id())
    may_check_in(kiosk, booked.code, ticket=ticket)
    issued = operations.check_in(kiosk, booked.code, ticket=ticket).issued
    assert enquire(kiosk, issued.code).number == issued.number
    assert enquire_with_phone(kiosk, issued.number, "13800138000").ticket == ticket
    operations.call_next(owner, COUNTER)
    call_in_vain(owner, COUNTER)
    operations.miss(owner, COUNTER)
    operations.reinstate(kiosk, issued.number, by="k1")
    owner.close()
    kiosk.close()


def test_a_kiosk_books_places_and_gives_them_back(user_of, postgres_url, clock):
    kiosk, owner = (open_store(url, clock) for url in (user_of("kiosk"), postgres_url))
    place = operations.free_slots(kiosk, SERVICE)[0]

    def book(phone: str):
        return operations.book(
            kiosk,
            SERVICE,
            place.day,
            place.start,
            appointment=AppointmentId(operations.new_id()),
            person=phone,
            phone=phone,
            kiosk=KioskCode("k1"),
        )

    for last in range(place.left):
        booked = book(f"1380013800{last}")
    with pytest.raises(SlotFull):
        book("13911112222")
    with pytest.raises(BookedBefore):
        operations.cancel_appointment(kiosk, booked.code)
        book("13800138000")
    with owner.read() as tx:
        told = [event.facts["kiosk"] for event in tx.events() if event.move is Act.BOOK]
    assert told == ["k1"] * place.left
    clock.advance(days=1, hours=9)  # nobody came
    place = operations.free_slots(kiosk, SERVICE)[0]
    book("13800138000")
    with owner.read() as tx:
        missed = [event for event in tx.events() if event.move is Act.NO_SHOW]
    assert len(missed) == len(told) - 1
    assert operations.check_chain(owner).whole
    kiosk.close()
    owner.close()


def test_a_counter_does_all_that_clerks_do(user_of, people, clock, call_in_vain):
    store = open_store(user_of("counter"), clock)
    session = operations.sign_in(store, "F02", "f02", "jiaohao-demo")
    operations.serve(store, COUNTER)
    operations.hold(store, COUNTER)
    operations.resume(store, "FA001", COUNTER)
    operations.transfer(store, COUNTER, "F02")
    operations.call_next(store, COUNTER)
    call_in_vain(store, COUNTER)
    operations.miss(store, COUNTER)
    operations.reinstate(store, "FA002")
    operations.call_number(store, COUNTER, "FA003", "asked")
    operations.serve(store, COUNTER)
    operations.finish(store, COUNTER)
    operations.desk(store, COUNTER)
    with pytest.raises(operations.errors.WrongPassword):
        operations.sign_in(store, "F03", "f03", "wrong")
    operations.sign_out(store, session.id)
    store.close()


def test_a_helper_is_called_by_a_kiosk_and_answers_at_a_counter(user_of, people, clock):
    kiosk, counter = (open_store(user_of(role, role), clock) for role in ("kiosk", "counter"))
    called = operations.call_for_help(kiosk, KioskCode("kiosk-1"), "home", operations.new_id())
    operations.sign_in(counter, "A01", "z01", "jiaohao-demo")
    assert [here.call for here in operations.desk(counter, "A01").help_calls] == [called]
    operations.acknowledge_help(counter, called.id, "z01", "A01")
    assert operations.open_help(kiosk, "kiosk-1").acknowledged_by == "z01"
    with pytest.raises(DatabaseForbidden, match="jiaohao grant"):
        operations.acknowledge_help(
            kiosk, operations.call_for_help(kiosk, "kiosk-2", "home", operations.new_id()).id, "z02"
        )
    operations.end_help(counter, called.id, "z01", "A01")
    operations.withdraw_help(kiosk, called.id)
    for store in (kiosk, counter):
        store.close()


def test_a_form_goes_from_a_kiosk_that_reads_none_to_a_counter_that_makes_no_key(
    user_of, postgres_url, clock, tmp_path
):
    kiosk, counter, administrator = (
        open_store(user_of(role, role), clock) for role in ("kiosk", "counter", "administrator")
    )
    file = tmp_path / "forms.key"
    kept_forms.make_form_key(administrator, file, ClerkLogin("z06"))
    assert kept_forms.can_keep_forms(kiosk)
    filled = FilledForm((), (), Language.ZH, clock(), {FieldKey("name"): "甲"})
    number = operations.issue(kiosk, [SERVICE], ticket=operations.new_id())
    code = kept_forms.keep_form(kiosk, filled, kiosk="k1", ticket=number.ticket)
    in_use = kept_forms.NewForm(kept_forms.new_form().id, (code, "346789"))
    assert kept_forms.keep_form(kiosk, filled, kiosk="k1", new=in_use) == "346789"
    late, later = (
        kept_forms.new_form(),
        operations.issue(kiosk, [SERVICE], ticket=operations.new_id()),
    )
    kept_forms.keep_form(kiosk, filled, kiosk="k1", new=late)
    kept_forms.link_forms(kiosk, [late.id], later.ticket, kiosk="k1")
    assert [one.id for one in kept_forms.forms_of_number(counter, later.number)] == [late.id]
    keys = kept_forms.form_keys(counter, file)
    clerk, form = ClerkLogin("f01"), kept_forms.form_with_code(counter, code).id
    assert kept_forms.open_form(counter, keys, form, clerk).filled == filled
    kept_forms.edit_form(counter, keys, form, {FieldKey("name"): "乙"}, clerk)
    kept_forms.pick_up(counter, form, clerk)
    kept_forms.reveal(counter, form, [FieldKey("name")], clerk)
    kept_forms.erase_form(counter, form, clerk, approval=Approval(ClerkLogin("z04"), "asked"))
    clock.advance(days=7)
    assert kept_forms.erase_due(counter) == 2
    for verb in (
        lambda: kept_forms.form_with_code(kiosk, code),
        lambda: kept_forms.erase_due(kiosk),
        lambda: kept_forms.make_form_key(counter, file),
    ):
        with pytest.raises(DatabaseForbidden, match="jiaohao grant"):
            verb()
    assert operations.check_chain(counter).whole
    for store in (kiosk, counter, administrator):
        store.close()


def test_granting_again_gives_what_was_missing_and_takes_what_is_too_much(user_of, postgres_url):
    url = user_of("kiosk", "again")
    with psycopg.connect(postgres_url, autocommit=True) as owner:
        owner.execute("GRANT DELETE ON event TO again")
        owner.execute("REVOKE INSERT ON ticket FROM again")
    assert grant(postgres_url, DatabaseRole.KIOSK, "again") is False
    store = open_store(url)
    with psycopg.connect(url) as kiosk, pytest.raises(psycopg.errors.InsufficientPrivilege):
        kiosk.execute("DELETE FROM event")
    with store.write() as tx:
        assert tx.ticket(operations.new_id()) is None
    store.close()
    grant(postgres_url, DatabaseRole.DISPLAY, "again")  # and the role can change
    with psycopg.connect(url) as display, pytest.raises(psycopg.errors.InsufficientPrivilege):
        display.execute("INSERT INTO ticket SELECT * FROM ticket")


def test_only_the_owner_gives_rights(user_of, postgres_url):
    url = user_of("administrator")
    with pytest.raises(GrantNotAllowed):
        grant(url, DatabaseRole.DISPLAY, "friend")
    with pytest.raises(UserOwnsDatabase):
        grant(postgres_url, DatabaseRole.DISPLAY, "postgres")


@pytest.mark.parametrize("name", ["", "x" * 64, "号" * 22, "pg_friend", "a\0b"])
def test_what_cannot_be_a_name_is_told(postgres_url, name):
    with pytest.raises(NotAUserName):
        grant(postgres_url, DatabaseRole.DISPLAY, name)


def test_a_file_has_no_users(sqlite_url):
    with pytest.raises(GrantNeedsServer):
        grant(sqlite_url, DatabaseRole.DISPLAY, "tv")


def test_a_password_is_kept_as_a_verifier(user_of, postgres_url):
    user_of("display", "tv", "secret word")
    with psycopg.connect(postgres_url) as connection:
        (stored,) = connection.execute(
            "SELECT rolpassword FROM pg_authid WHERE rolname = 'tv'"
        ).fetchone()
    assert stored.startswith("SCRAM-SHA-256$")
    assert "secret" not in stored
