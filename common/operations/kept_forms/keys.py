"""Making keys: the public half goes into the database, the private half into a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from common.domain.event import Act
from common.domain.ids import ClerkLogin
from common.domain.kept_form import FormKey
from common.domain.session import Role
from common.operations.kept_forms.errors import (
    FormKeyAltered,
    FormKeyElsewhere,
    FormKeyMissing,
    FormKeyOfOtherHall,
    NoFormKey,
)
from common.operations.kept_forms.key_file import FormKeys, key_file, read_keys, write_keys
from common.operations.kept_forms.sealing import key_id, new_private_key, public_key_of
from common.operations.staff import require_role
from common.store import ReadTransaction, Store, WriteTransaction


def key_file_of(store: Store, given: Path | None = None) -> Path:
    """Where this PC's key file is: as `key_file` says, and for a practice hall beside it."""
    with store.read() as tx:
        if tx.hall.practice and given is None:
            return Path(store.place).with_suffix(".key")
    return key_file(given)


def key_in_use(tx: ReadTransaction) -> FormKey:
    """What seals now. Raises NoFormKey, FormKeyAltered."""
    known = tx.forms.keys()
    if not known:
        raise NoFormKey
    if key_id(known[0].public) != known[0].id:
        raise FormKeyAltered(key=known[0].id)
    return known[0]


def can_keep_forms(store: Store) -> bool:
    """Whether the hall has a key that is as it was made, without which no form can be kept."""
    with store.read() as tx:
        try:
            key_in_use(tx)
        except (NoFormKey, FormKeyAltered):
            return False
        return True


def form_keys(store: Store, file: Path) -> FormKeys:
    """The private keys of this hall.

    Raises FormKeyMissing, FormKeyExposed, FormKeyUnreadable, FormKeyOfOtherHall.
    """
    with store.read() as tx:
        return _of_this_hall(tx, read_keys(file))


def hall_key(store: Store, file: Path) -> FormKey | None:
    """The key that seals now, once it is certain that `file` opens it; None when there is none.

    Raises what `form_keys` raises, and FormKeyElsewhere.
    """
    with store.read() as tx:
        known = tx.forms.keys()
        if not known:
            return None
        if known[0].id not in _of_this_hall(tx, read_keys(file)).private:
            raise FormKeyElsewhere(key=known[0].id, file=file)
        return known[0]


def make_form_key(
    store: Store, file: Path, by: ClerkLogin | None = None, *, lost: bool = False
) -> FormKey:
    """Make the hall's first key, or another one that seals from now on.

    Older private keys stay in the file while a kept form needs them, and then leave it: so a copy
    of the database from before opens with no key that is still somewhere. `lost` gives up those
    that are not in the file. Raises NotPermitted, FormKeyElsewhere, FormKeyUnwritable, and what
    `form_keys` raises.
    """
    with store.write() as tx:
        require_role(tx, by, Role.ADMINISTRATOR)
        known = tx.forms.keys()
        have = _there(tx, file)
        if known and known[0].id not in have.private and not lost:
            raise FormKeyElsewhere(key=known[0].id, file=file)
        made = _new_key(tx, have)
        tx.record_act(Act.CHANGE_FORM_KEY, clerk=by, facts={"key": made.id})
        return made


def give_practice_key(store: Store) -> None:
    """Let people practise with forms: with a key of this PC's own, which opens no real form."""
    file = key_file_of(store)
    with store.write() as tx:
        assert tx.hall.practice, f"{tx.hall.code} is no practice hall"
        if not (tx.forms.keys() and file.exists()):
            _new_key(tx, FormKeys(file, tx.hall.code, {}))


def _new_key(tx: WriteTransaction, have: FormKeys) -> FormKey:
    known = tx.forms.keys()
    private = new_private_key()
    public = public_key_of(private)
    # A clock that was set back must not leave the older key in use.
    latest = (key.made_at + timedelta(microseconds=1) for key in known[:1])
    made = FormKey(key_id(public), public, max([tx.now, *latest]))
    needed = {form.key_id for form in tx.forms.kept()}
    kept = {key: secret for key, secret in have.private.items() if key in needed}
    # Written before the database knows of it: a key without a form does no harm.
    write_keys(replace(have, private={made.id: private, **kept}))
    tx.forms.add_key(made)
    return made


def _there(tx: ReadTransaction, file: Path) -> FormKeys:
    try:
        return _of_this_hall(tx, read_keys(file))
    except FormKeyMissing:
        return FormKeys(file, tx.hall.code, {})


def _of_this_hall(tx: ReadTransaction, keys: FormKeys) -> FormKeys:
    if keys.hall != tx.hall.code:
        raise FormKeyOfOtherHall(file=keys.file, theirs=keys.hall, ours=tx.hall.code)
    return keys
