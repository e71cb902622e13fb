"""Filled forms from the kiosk to their end: sealed, read, changed with a trace, erased."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import traceback
from base64 import b64encode
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, make_url, text

from common import operations
from common.domain.event import Act
from common.domain.forms import Edit, FieldKey, FilledForm, FormCode
from common.domain.ids import ClerkLogin, CounterCode, FormId, HallCode
from common.domain.kept_form import FormState
from common.domain.session import Approval
from common.domain.text import Language
from common.operations import errors, kept_forms
from common.operations.kept_forms import (
    FormKeys,
    NewForm,
    TakenAs,
    edit_form,
    erase_due,
    erase_form,
    export_form,
    form_keys,
    form_with_code,
    forms_of_number,
    forms_of_slip,
    forms_of_ticket,
    hall_key,
    keep_form,
    link_forms,
    make_form_key,
    new_form,
    open_form,
    pick_up,
    reveal,
)
from common.operations.kept_forms.errors import (
    FormDamaged,
    FormErased,
    FormKeyAltered,
    FormKeyElsewhere,
    FormKeyExposed,
    FormKeyMissing,
    FormKeyOfOtherHall,
    FormKeyUnreadable,
    FormKeyUnwritable,
    FormOfOtherCounter,
    NoFormCode,
    NoFormKey,
    NoFormOfSlip,
    NoSuchForm,
    NotSignedInHere,
    WrongFormKey,
)
from common.operations.kept_forms.sealing import NotOpened, new_private_key, open_box, public_key_of
from common.store import Store, open_store

CLERK, BOSS = ClerkLogin("f01"), ClerkLogin("z06")
NAME, PHONE = FieldKey("applicant.name"), FieldKey("applicant.phone")
PERSON = {
    NAME: "欧阳静·阿依",
    FieldKey("applicant.id"): "999999199003070012",
    PHONE: "13800138000",
    FieldKey("signature"): "101,202 303,404;505,606",
}
PLANTED = [*PERSON.values(), "13911139111", "欧阳", "13800138"]
"""What must be read nowhere."""


@pytest.fixture
def key_path(tmp_path) -> Path:
    return tmp_path / "settings" / "forms.key"


@pytest.fixture
def keys(store, key_path) -> FormKeys:
    make_form_key(store, key_path)
    return form_keys(store, key_path)


@pytest.fixture
def filled(clock) -> FilledForm:
    return FilledForm(
        forms=(FormCode("F01"), FormCode("F02")),
        services=("CB002",),
        language=Language.ZH,
        signed_at=clock(),
        answers=PERSON,
    )


@pytest.fixture
def tables(hall_url):
    """Straight to the tables, past the code."""
    address = (
        make_url(hall_url).set(drivername="postgresql+psycopg")
        if hall_url.startswith("postgresql")
        else URL.create("sqlite+pysqlite", database=hall_url)
    )
    engine = create_engine(address)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def acts(store: Store, *wanted: Act) -> list[tuple[Act, str | None, dict]]:
    with store.read() as tx:
        return [
            (event.move, event.clerk, event.facts)
            for event in tx.events()
            if isinstance(event.move, Act) and (not wanted or event.move in wanted)
        ]


def test_what_a_kiosk_keeps_a_clerk_reads_by_its_code(store, keys, filled):
    code = keep_form(store, filled, kiosk="k1")
    found = form_with_code(store, f" {code[:3]}-{code[3:].lower()} ")
    assert (found.code, found.state, found.kiosk) == (code, FormState.WAITING, "k1")
    assert found.forms == ("F01", "F02")
    opened = open_form(store, keys, found.id, CLERK)
    assert opened.filled == filled
    assert opened.kept == found


def test_the_forms_of_an_errand_are_found_by_its_number(store, keys, filled, take):
    mine, other = take(), take()
    first = keep_form(store, filled, kiosk="k1", ticket=mine.ticket)
    keep_form(store, filled, kiosk="k1", ticket=other.ticket)
    assert [form.code for form in forms_of_number(store, mine.number)] == [first]
    assert [form.code for form in forms_of_ticket(store, mine.ticket)] == [first]
    form = form_with_code(store, first).id
    assert export_form(store, keys, form, CLERK, taken_as=TakenAs.JSON).number == mine.number
    erase_form(store, form, BOSS)
    assert forms_of_number(store, mine.number) == ()
    acted = [entry.move for entry in operations.timeline(store, mine.number).events]
    assert acted[-3:] == [Act.KEEP_FORM, Act.EXPORT_FORM, Act.ERASE_FORM]
    with pytest.raises(errors.UnknownNumber):
        forms_of_number(store, "FA777")


def test_a_form_is_found_by_the_number_that_was_taken_after_it(store, keys, filled, take):
    form = new_form()
    code = keep_form(store, filled, kiosk="k1", new=form)
    given_back, mine, other = take(), take(), take()
    link_forms(store, [form.id], given_back.ticket, kiosk="k1")
    operations.cancel(store, given_back.number, reason="test")
    for _ in range(2):
        link_forms(store, [form.id], mine.ticket, kiosk="k1")
    assert [one.code for one in forms_of_number(store, mine.number)] == [code]
    assert [one.code for one in forms_of_slip(store, mine.code)] == [code]
    assert forms_of_number(store, other.number) == ()
    assert form_with_code(store, code).ticket == mine.ticket, "the one that counts"
    assert open_form(store, keys, form.id, CLERK).number == mine.number
    acted = [entry.move for entry in operations.timeline(store, mine.number).events]
    assert acted[-2:] == [Act.LINK_FORM, Act.OPEN_FORM]


def test_keeping_again_after_a_broken_connection_keeps_one_form(store, keys, filled):
    new = new_form()
    codes = {keep_form(store, filled, kiosk="k1", new=new) for _ in range(3)}
    assert codes == {new.codes[0]}
    assert len(kept_forms.kept_forms(store)) == 1
    assert len(acts(store, Act.KEEP_FORM)) == 1


def test_a_code_in_use_is_given_to_nobody_else_until_its_form_is_erased(store, keys, filled):
    taken = keep_form(store, filled, kiosk="k1")
    unlucky = NewForm(new_form().id, (taken, "346789"))
    assert keep_form(store, filled, kiosk="k2", new=unlucky) == "346789"
    assert keep_form(store, filled, kiosk="k2", new=unlucky) == "346789"
    erase_form(store, form_with_code(store, taken).id, BOSS)
    again = NewForm(new_form().id, (taken,))
    assert keep_form(store, filled, kiosk="k2", new=again) == taken
    assert form_with_code(store, taken).id == again.id
    with pytest.raises(AssertionError):
        keep_form(store, filled, kiosk="k2", new=NewForm(new_form().id, (taken,)))
    assert len(kept_forms.kept_forms(store)) == 2


def test_an_edit_names_who_changed_which_fields_and_never_the_answers(store, keys, filled):
    form = form_with_code(store, keep_form(store, filled, kiosk="k1")).id
    edited = edit_form(store, keys, form, {PHONE: "13911139111", NAME: PERSON[NAME]}, CLERK)
    assert edited.filled.answers == {**PERSON, PHONE: "13911139111"}
    assert open_form(store, keys, form, CLERK).filled == edited.filled
    edit_form(store, keys, form, {PHONE: "13911139111"}, BOSS)  # changes nothing
    assert PHONE not in edit_form(store, keys, form, {PHONE: ""}, BOSS).filled.answers
    assert acts(store, Act.EDIT_FORM) == [
        (Act.EDIT_FORM, CLERK, {"form": form, "fields": [PHONE]}),
        (Act.EDIT_FORM, BOSS, {"form": form, "fields": [PHONE]}),
    ]


def test_two_clerks_change_different_fields_of_one_form_and_none_is_lost(store, keys, filled):
    form = form_with_code(store, keep_form(store, filled, kiosk="k1")).id
    edit_form(store, keys, form, {NAME: "甲"}, CLERK)
    edit_form(store, keys, form, {PHONE: "1"}, BOSS)
    answers = open_form(store, keys, form, CLERK).filled.answers
    assert (answers[NAME], answers[PHONE]) == ("甲", "1")


def test_only_the_staff_reads_forms(store, keys, filled):
    form = form_with_code(store, keep_form(store, filled, kiosk="k1")).id
    for verb in (
        lambda: open_form(store, keys, form, ClerkLogin("nobody")),
        lambda: edit_form(store, keys, form, {NAME: "x"}, ClerkLogin("nobody")),
        lambda: export_form(store, keys, form, ClerkLogin("nobody"), taken_as=TakenAs.PDF),
        lambda: pick_up(store, form, ClerkLogin("nobody")),
        lambda: erase_form(store, form, ClerkLogin("nobody")),
    ):
        with pytest.raises(errors.UnknownClerk):
            verb()
    assert [act for act, *_ in acts(store)] == [Act.CHANGE_FORM_KEY, Act.KEEP_FORM]


def test_a_form_that_is_not_there_says_so(store, keys):
    with pytest.raises(NoSuchForm):
        form_with_code(store, "346789")
    for typed in ("12", "", "'; --", "34678B"):
        with pytest.raises(NoFormCode, match="six of the signs"):
            form_with_code(store, typed)
    gone = FormId(operations.new_id())
    for verb in (lambda: pick_up(store, gone, CLERK), lambda: erase_form(store, gone, BOSS)):
        with pytest.raises(NoSuchForm):
            verb()


# Until when


def test_a_form_that_nobody_fetched_is_erased_after_seven_days_at_most(store, keys, filled, clock):
    code = keep_form(store, filled, kiosk="k1", retention_days=30)
    brief = keep_form(store, filled, kiosk="k1", retention_days=2)
    form = form_with_code(store, code)
    clock.advance(days=2)
    assert erase_due(store) == 1
    with pytest.raises(FormErased):
        form_with_code(store, brief)
    clock.advance(days=5, seconds=-1)
    assert erase_due(store) == 0
    open_form(store, keys, form.id, CLERK)
    clock.advance(seconds=1)
    for verb in (  # from that second on, whether anybody erased it or not
        lambda: form_with_code(store, code),
        lambda: open_form(store, keys, form.id, CLERK),
        lambda: edit_form(store, keys, form.id, {NAME: "x"}, CLERK),
        lambda: export_form(store, keys, form.id, CLERK, taken_as=TakenAs.PDF),
        lambda: pick_up(store, form.id, CLERK),
    ):
        with pytest.raises(FormErased):
            verb()
    assert erase_due(store) == 1
    assert erase_due(store) == 0
    assert [facts["why"] for *_, facts in acts(store, Act.ERASE_FORM)] == ["due", "due"]
    assert kept_forms.kept_forms(store) == ()


def test_a_kiosk_whose_clock_is_wrong_keeps_nothing_longer(store, keys, filled, clock):
    for years in (-10, 10):
        wrong = replace(filled, signed_at=clock() + timedelta(days=365 * years))
        form = form_with_code(store, keep_form(store, wrong, kiosk="k1"))
        assert form.erase_after == clock() + timedelta(days=7)


def test_after_pick_up_it_is_erased_when_the_hall_says(store, keys, filled, clock):
    form = form_with_code(store, keep_form(store, filled, kiosk="k1"))
    clock.advance(hours=1)
    picked = pick_up(store, form.id, CLERK)
    assert picked.state is FormState.PICKED_UP
    assert picked.erase_after == clock() + timedelta(days=1)
    clock.advance(hours=23)
    assert pick_up(store, form.id, CLERK) == picked
    edit_form(store, keys, form.id, {NAME: "甲"}, CLERK)
    clock.advance(hours=1)
    with pytest.raises(FormErased):
        open_form(store, keys, form.id, CLERK)
    assert erase_due(store) == 1
    assert [clerk for _, clerk, _ in acts(store, Act.PICK_UP_FORM)] == [CLERK]


def test_a_hall_may_erase_forms_as_soon_as_they_are_picked_up(store, keys, filled):
    with store.write() as tx:
        rules = replace(tx.hall.rules, forms_after_pickup=timedelta())
        tx.write_hall(replace(tx.hall, rules=rules))
    form = form_with_code(store, keep_form(store, filled, kiosk="k1"))
    assert pick_up(store, form.id, CLERK).state is FormState.ERASED
    with store.read() as tx:
        assert tx.forms.sealed(form.id) == b""
    assert [act for act, *_ in acts(store)][-2:] == [Act.PICK_UP_FORM, Act.ERASE_FORM]


def test_a_person_may_have_the_form_erased_at_once(store, keys, filled):
    form = form_with_code(store, keep_form(store, filled, kiosk="k1"))
    erase_form(store, form.id, BOSS)
    erase_form(store, form.id, BOSS)
    with pytest.raises(FormErased):
        open_form(store, keys, form.id, CLERK)
    assert [(clerk, facts["why"]) for _, clerk, facts in acts(store, Act.ERASE_FORM)] == [
        (BOSS, "asked")
    ]


# Nothing to be read


def test_what_a_person_typed_stands_nowhere(
    store, keys, filled, tables, hall_url, take, caplog, capsys
):
    """Not in any table or file, in the record, a log, a message, or a value that is shown."""
    caplog.set_level(logging.DEBUG)
    shown = [repr(filled), repr(keys), str(keys)]
    code = keep_form(store, filled, kiosk="k1", ticket=take().ticket)
    form = form_with_code(store, code)
    opened = open_form(store, keys, form.id, CLERK)
    edited = edit_form(store, keys, form.id, {PHONE: "13911139111"}, CLERK)
    shown += [repr(opened), repr(edited), repr(form), repr(pick_up(store, form.id, CLERK))]
    stranger = replace(keys, private={form.key_id: os.urandom(32)})
    with pytest.raises(FormDamaged) as caught:
        open_form(store, stranger, form.id, CLERK)
    shown += [*traceback.format_exception(caught.value), caught.value.text("zh")]
    for name in inspected(tables):
        shown += [str(row) for row in tables.execute(text(f"SELECT * FROM {name}"))]
    shown += [caplog.text, *capsys.readouterr()]
    everything = "\n".join(shown)
    assert [value for value in PLANTED if value in everything] == []
    private = [part for secret in keys.private.values() for part in (secret.hex(), repr(secret))]
    assert [secret for secret in private if secret in everything] == []
    assert form.id in everything  # it was looked at
    with store.read() as tx:
        sealed = b64encode(tx.forms.sealed(form.id))[:100]
    raw = database_bytes(hall_url, tables)
    assert sealed in raw  # and so was that
    assert [value for value in PLANTED if value.encode() in raw] == []


def database_bytes(hall_url, tables) -> bytes:
    if not hall_url.startswith("postgresql"):
        return written(hall_url).encode("latin-1")
    tables.rollback()
    tables.execution_options(isolation_level="AUTOCOMMIT").execute(text("CHECKPOINT"))
    row = tables.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()"))
    place = tables.execute(text("SHOW data_directory")).scalar_one()
    folder = Path(place) / "base" / str(row.scalar_one())
    return b"".join(file.read_bytes() for file in folder.iterdir())


def inspected(tables) -> list[str]:
    from common.store.schema import metadata

    return list(metadata.tables)


def test_the_code_of_a_form_is_in_no_record(store, keys, filled):
    code = keep_form(store, filled, kiosk="k1")
    open_form(store, keys, form_with_code(store, code).id, CLERK)
    assert code not in str(acts(store))


def test_of_an_erased_form_no_byte_stays_in_the_files(sqlite_url, clock, tmp_path, filled):
    """Sealed as they are, the answers leave the file and its log too."""
    store = open_store(sqlite_url, clock)
    keys_file = tmp_path / "forms.key"
    make_form_key(store, keys_file)
    long = replace(filled, answers={**PERSON, FieldKey("note"): "长" * 5000})  # over many pages
    form = form_with_code(store, keep_form(store, long, kiosk="k1")).id
    neighbour = form_with_code(store, keep_form(store, filled, kiosk="k1")).id
    keys = form_keys(store, keys_file)
    with closing(sqlite3.connect(sqlite_url)) as raw:
        ((first,),) = raw.execute("SELECT sealed FROM filled_form WHERE id = ?", [form])
        edit_form(store, keys, form, {PHONE: "13911139111"}, CLERK)
        ((second,),) = raw.execute("SELECT sealed FROM filled_form WHERE id = ?", [form])
    parts = [sealed[at : at + 16] for sealed in (first, second) for at in range(0, 12000, 100)]
    parts = [part for part in parts if part in written(sqlite_url)]
    assert len(parts) > 100  # some are cut by the end of a page
    erase_form(store, form, BOSS)
    assert [part for part in parts if part in written(sqlite_url)] == []
    assert open_form(store, keys, neighbour, CLERK).filled == filled
    store.close()


def written(path: str) -> str:
    files = [Path(path + ending) for ending in ("", "-wal", "-journal")]
    return "".join(file.read_bytes().decode("latin-1") for file in files if file.exists())


def test_a_reader_delays_the_wiping_and_not_the_erasing(sqlite_url, clock, tmp_path, filled):
    store = open_store(sqlite_url, clock)
    make_form_key(store, tmp_path / "forms.key")
    keep_form(store, filled, kiosk="k1")
    with closing(sqlite3.connect(sqlite_url, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        ((sealed,),) = reader.execute("SELECT sealed FROM filled_form")
        clock.advance(days=7)
        assert erase_due(store) == 1
        assert sealed[:40] in written(sqlite_url)
        reader.execute("COMMIT")
    assert erase_due(store) == 0
    assert sealed[:40] not in written(sqlite_url)
    store.close()


# Keys, and what somebody with the database can do without one


def test_a_box_moved_to_another_row_does_not_open(store, keys, filled, tables):
    mine, other = (form_with_code(store, keep_form(store, filled, kiosk="k1")) for _ in "12")
    tables.execute(
        text(
            "UPDATE filled_form SET sealed = (SELECT sealed FROM filled_form WHERE id = :other)"
            " WHERE id = :mine"
        ),
        {"mine": mine.id, "other": other.id},
    )
    tables.commit()
    with pytest.raises(FormDamaged):
        open_form(store, keys, mine.id, CLERK)
    with pytest.raises(FormDamaged):
        edit_form(store, keys, mine.id, {NAME: "x"}, CLERK)
    assert open_form(store, keys, other.id, CLERK).filled == filled
    assert [act for act, *_ in acts(store, Act.OPEN_FORM, Act.EDIT_FORM)] == [Act.OPEN_FORM]


def test_an_altered_public_key_seals_nothing(store, keys, filled, tables):
    form = form_with_code(store, keep_form(store, filled, kiosk="k1")).id
    other = b64encode(public_key_of(new_private_key())).decode()
    tables.execute(text("UPDATE form_key SET public_key = :other"), {"other": other})
    tables.commit()
    assert not kept_forms.can_keep_forms(store)  # so no kiosk asks for anything
    with pytest.raises(FormKeyAltered):
        keep_form(store, filled, kiosk="k1")
    with pytest.raises(FormKeyAltered):
        edit_form(store, keys, form, {NAME: "x"}, CLERK)
    assert open_form(store, keys, form, CLERK).filled == filled


def test_every_altered_byte_is_noticed(store, keys, filled):
    form = form_with_code(store, keep_form(store, filled, kiosk="k1"))
    with store.read() as tx:
        box = tx.forms.sealed(form.id)
    private = keys.private[form.key_id]
    place = f"filled_form/{keys.hall}/{form.id}/{form.key_id}".encode()
    assert PERSON[NAME].encode() in open_box(private, box, place)
    altered = [box[:at] + bytes([box[at] ^ 1]) + box[at + 1 :] for at in range(0, len(box), 7)]
    for wrong in (*altered, box[:-1], box[:20], b"", box + b"\0"):
        with pytest.raises(NotOpened):
            open_box(private, wrong, place)
    with pytest.raises(NotOpened):
        open_box(private, box, place.replace(b"DEMO01", b"DEMO02"))


def test_the_length_of_a_box_tells_little(store, keys, filled):
    lengths = set()
    for name in ("甲", "阿依古丽·买买提", "x" * 40):
        one = replace(filled, answers={**PERSON, NAME: name})
        form = form_with_code(store, keep_form(store, one, kiosk="k1")).id
        with store.read() as tx:
            lengths.add(len(tx.forms.sealed(form)))
    assert len(lengths) == 1


def test_without_a_key_nothing_is_kept(store, filled):
    assert not kept_forms.can_keep_forms(store)
    with pytest.raises(NoFormKey, match="jiaohao forms key"):
        keep_form(store, filled, kiosk="k1")
    assert kept_forms.kept_forms(store) == ()
    assert acts(store) == []


def test_a_key_is_for_its_user_alone_and_outside_the_database(store, keys, key_path, tables):
    assert kept_forms.can_keep_forms(store)
    assert stat.S_IMODE(key_path.stat().st_mode) == 0o600
    assert [path.name for path in key_path.parent.iterdir()] == ["forms.key"]
    ((private,),) = [keys.private.values()]
    rows = [str(row) for row in tables.execute(text("SELECT * FROM form_key"))]
    assert len(rows) == 1
    assert b64encode(private).decode() not in rows[0]
    assert hall_key(store, key_path).id == next(iter(keys.private))
    key_path.chmod(0o640)
    with pytest.raises(FormKeyExposed, match="chmod 600"):
        form_keys(store, key_path)


def test_a_new_key_seals_from_now_on_and_the_old_one_goes_with_its_last_form(
    store, keys, filled, key_path, clock
):
    old = form_with_code(store, keep_form(store, filled, kiosk="k1"))
    clock.advance(days=-1)  # whoever set the clock back
    new_key = make_form_key(store, key_path, BOSS)
    both = form_keys(store, key_path)
    new = form_with_code(store, keep_form(store, filled, kiosk="k1"))
    assert (old.key_id in both.private, new.key_id) == (True, new_key.id)
    for form in (old, new):
        assert open_form(store, both, form.id, CLERK).filled == filled
    edit_form(store, both, old.id, {NAME: "甲"}, CLERK)  # sealed anew with the new key
    make_form_key(store, key_path, BOSS)
    left = form_keys(store, key_path)
    assert old.key_id not in left.private
    assert open_form(store, left, old.id, CLERK).filled.answers[NAME] == "甲"
    with pytest.raises(WrongFormKey, match=new_key.id):
        open_form(store, keys, old.id, CLERK)
    assert [clerk for _, clerk, _ in acts(store, Act.CHANGE_FORM_KEY)] == [None, BOSS, BOSS]


def test_only_an_administrator_makes_a_key(store, key_path):
    with pytest.raises(errors.NotPermitted):
        make_form_key(store, key_path, CLERK)
    assert not key_path.exists()


def test_a_second_pc_gets_a_copy_and_no_key_of_its_own(store, keys, filled, key_path, tmp_path):
    form = form_with_code(store, keep_form(store, filled, kiosk="k1"))
    other = tmp_path / "other.key"
    with pytest.raises(FormKeyMissing):
        form_keys(store, other)
    with pytest.raises(FormKeyElsewhere, match="--lost"):
        make_form_key(store, other)
    assert not other.exists()
    make_form_key(store, other, lost=True)
    with pytest.raises(WrongFormKey):
        open_form(store, form_keys(store, other), form.id, CLERK)
    with pytest.raises(FormKeyElsewhere):
        hall_key(store, key_path)


@pytest.mark.parametrize("content", ["", "{}", "[]", "null", "{", "\x00\xff", '{"what": 1}'])
def test_a_damaged_key_file_is_told(sqlite_url, tmp_path, content):
    file = tmp_path / "forms.key"
    file.write_bytes(content.encode("latin-1"))
    file.chmod(0o600)
    store = open_store(sqlite_url)
    with pytest.raises(FormKeyUnreadable):
        form_keys(store, file)
    with pytest.raises(FormKeyUnreadable):
        make_form_key(store, file)
    store.close()
    assert file.read_bytes() == content.encode("latin-1")


def test_the_key_of_another_hall_is_told(store, keys, filled, key_path):
    form = form_with_code(store, keep_form(store, filled, kiosk="k1"))
    foreign = replace(keys, hall=HallCode("OTHER1"))
    with pytest.raises(FormKeyOfOtherHall, match="OTHER1"):
        open_form(store, foreign, form.id, CLERK)
    key_path.write_text(key_path.read_text().replace("DEMO01", "OTHER1"))
    with pytest.raises(FormKeyOfOtherHall, match="OTHER1"):
        make_form_key(store, key_path)


def test_a_key_that_cannot_be_written_is_not_in_the_database_either(store, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FormKeyUnwritable):
        make_form_key(store, tmp_path / "file" / "forms.key")
    assert not kept_forms.can_keep_forms(store)
    assert acts(store) == []


# At a counter


@pytest.fixture
def at_counter(store):
    """Sign in and return what the verbs ask for."""

    def at_counter(login: str, counter: str) -> dict:
        operations.sign_in(store, counter, login, "jiaohao-demo")
        return {"clerk": ClerkLogin(login), "counter": CounterCode(counter)}

    return at_counter


def test_only_who_is_signed_in_at_the_counter_opens_forms_there(store, keys, filled, at_counter):
    here = at_counter("f01", "F01")
    form = form_with_code(store, keep_form(store, filled, kiosk="k1")).id
    open_form(store, keys, form, **here)
    (*_, (_, clerk, _)) = acts(store, Act.OPEN_FORM)
    assert clerk == "f01"
    for wrong in ({**here, "clerk": ClerkLogin("f02")}, {**here, "counter": CounterCode("F02")}):
        with pytest.raises(NotSignedInHere):
            open_form(store, keys, form, **wrong)


def test_the_form_of_a_person_at_another_counter_is_for_that_clerk_or_a_supervisor(
    store, keys, filled, take, at_counter
):
    there, here, boss = at_counter("f02", "F02"), at_counter("f01", "F01"), at_counter("z04", "F03")
    form = form_with_code(store, keep_form(store, filled, kiosk="k1", ticket=take().ticket)).id
    opened = open_form(store, keys, form, **here)  # while the person waits: they brought the code
    assert opened.number == "FA001"
    operations.call_next(store, there["counter"])
    for verb in (
        lambda: open_form(store, keys, form, **here),
        lambda: edit_form(store, keys, form, {NAME: "x"}, **here),
        lambda: reveal(store, form, [NAME], **here),
        lambda: pick_up(store, form, **here),
    ):
        with pytest.raises(FormOfOtherCounter, match="FA001 is at counter F02"):
            verb()
    open_form(store, keys, form, **there)
    open_form(store, keys, form, **boss)


def test_the_code_of_a_slip_leads_to_its_forms(store, keys, filled, take):
    mine, other = take(), take()
    code = keep_form(store, filled, kiosk="k1", ticket=mine.ticket)
    assert [form.code for form in forms_of_slip(store, mine.code)] == [code]
    for slip in (other.code, "22222222", ""):
        with pytest.raises(NoFormOfSlip):
            forms_of_slip(store, slip)


def test_what_a_clerk_has_shown_and_takes_away_is_recorded_without_it(store, keys, filled):
    code = keep_form(store, filled, kiosk="k1")
    form = form_with_code(store, code).id
    reveal(store, form, [NAME, PHONE], CLERK)
    exported = export_form(store, keys, form, CLERK, taken_as=TakenAs.PDF)
    assert acts(store, Act.REVEAL_FIELD, Act.EXPORT_FORM) == [
        (Act.REVEAL_FIELD, CLERK, {"form": form, "fields": [NAME, PHONE]}),
        (Act.EXPORT_FORM, CLERK, {"form": form, "as": "pdf"}),
    ]
    assert (exported.code, exported.filled) == (code, filled)


def test_what_was_there_before_an_edit_stays_sealed_with_the_form(store, keys, filled, clock):
    form = form_with_code(store, keep_form(store, filled, kiosk="k1")).id
    first = clock()
    edit_form(store, keys, form, {PHONE: "13911139111"}, CLERK)
    clock.advance(minutes=1)
    edit_form(store, keys, form, {PHONE: "", NAME: PERSON[NAME]}, BOSS)
    opened = open_form(store, keys, form, CLERK)
    assert opened.filled.edits == (
        Edit(first, CLERK, PHONE, PERSON[PHONE]),
        Edit(clock(), BOSS, PHONE, "13911139111"),
    )
    facts = export_form(store, keys, form, CLERK, taken_as=TakenAs.JSON).facts()
    assert [(edit["by"], edit["field"]) for edit in facts["edits"]] == [
        (CLERK, PHONE),
        (BOSS, PHONE),
    ]
    assert "13911139111" not in str(facts)
    assert (facts["format"], facts["version"], facts["exported_by"]) == (
        "jiaohao filled form",
        1,
        CLERK,
    )


def test_a_clerk_erases_a_form_when_a_supervisor_agrees(store, keys, filled, at_counter):
    here = at_counter("f01", "F01")
    form = form_with_code(store, keep_form(store, filled, kiosk="k1")).id
    with pytest.raises(errors.NotPermitted):
        erase_form(store, form, **here)
    erase_form(store, form, **here, approval=Approval(ClerkLogin("z04"), "asked for"))
    assert acts(store, Act.ERASE_FORM) == [
        (
            Act.ERASE_FORM,
            "f01",
            {"form": form, "why": "asked", "approved_by": "z04", "approved_for": "asked for"},
        )
    ]
