"""The hall's filled forms as one counter reads them. All of it waits: call it in a worker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from common import operations
from common.domain.errors import JiaohaoError
from common.domain.forms import FieldKey, Form, FormBook, Sheet, sheet_of
from common.domain.promises import PromiseCheck, check_promises
from common.domain.scanned import NOT_OURS, CodeKind, scanned_code
from common.domain.text import Language, Text
from common.store import Store

if TYPE_CHECKING:
    from datetime import date

    from common.domain.hall import Hall
    from common.domain.ids import BundleCode, ClerkLogin, CounterCode, FormId, TicketId
    from common.domain.kept_form import KeptForm
    from common.domain.session import Approval
    from common.operations.kept_forms import ExportedForm, FormKeys, OpenedForm, TakenAs


class NotOurCode(JiaohaoError):
    code = "not_our_code"
    en = "{told_en}"
    zh = "{told_zh}"

    def __init__(self) -> None:
        super().__init__(told_en=NOT_OURS.en, told_zh=NOT_OURS.zh)


@dataclass(frozen=True, slots=True)
class Found:
    """A form that is kept, with its name; nothing in it is personal."""

    kept: KeptForm
    name: Text


@dataclass(frozen=True, slots=True)
class Reading:
    """A form that is open, with all that is asked in it."""

    opened: OpenedForm
    sheet: Sheet
    papers_of: tuple[Sheet, ...]
    """One for each form, as it goes on paper."""
    day: date
    """On which it was signed, in hall time: ages and deadlines are as of then."""
    zone: ZoneInfo
    unknown: int
    """Answers to what the hall's forms ask no more; only the JSON file has them."""

    @property
    def name(self) -> Text:
        return _joined(form.name for form in self.sheet.forms)


@dataclass(frozen=True, slots=True)
class Made:
    """What stands on the paper besides the form."""

    hall: Text
    counter: str
    language: Language


class NoSuchBlank(JiaohaoError):
    """Facts: forms."""

    code = "no_such_blank"
    en = (
        "This form was filled in as {forms}, which is not among the hall's forms on this PC any "
        "more. Tell the administrator: `jiaohao counter --forms FOLDER` names their folder."
    )
    zh = "此表单为 {forms}，本机已没有该表。请告知管理员用 `jiaohao counter --forms 文件夹` 指明。"


class FormCabinet:
    """Finds, opens, changes and exports for the clerk who is signed in at one counter."""

    def __init__(
        self, store: Store, *, key_file: Path | None = None, folder: Path | None = None
    ) -> None:
        """`key_file` holds the private key (else as `jiaohao forms key` says), `folder` forms of
        the hall's own."""
        self._store, self._key_file, self._folder = store, key_file, folder
        self._book: FormBook | None = None

    def of_ticket(self, ticket: TicketId) -> tuple[Found, ...]:
        """What the person in front of the clerk filled in, the latest first."""
        from common.operations.kept_forms import forms_of_ticket

        return tuple(map(self._found, forms_of_ticket(self._store, ticket)))

    def behind(self, scanned: str) -> tuple[Found, ...]:
        """What a code that was typed or scanned leads to: the form's own, or a slip's.

        Raises NoFormCode, NoSuchForm, NoFormOfSlip, FormErased, NotOurCode.
        """
        from common.operations.kept_forms import form_with_code, forms_of_slip

        code = scanned_code(scanned)
        if code is not None and CodeKind.TICKET in code.may_be:
            return tuple(map(self._found, forms_of_slip(self._store, code.code)))
        if code is None and len(scanned) > _LONGEST_TYPED:
            raise NotOurCode
        return (self._found(form_with_code(self._store, code.code if code else scanned)),)

    def open(self, form: FormId, clerk: ClerkLogin, counter: CounterCode) -> Reading:
        """Raises what `open_form` and the key file raise, and NoSuchBlank."""
        from common.operations.kept_forms import open_form

        opened = open_form(self._store, self._keys(), form, clerk, counter=counter)
        return self._reading(opened)

    def reveal(
        self, form: FormId, field: FieldKey, clerk: ClerkLogin, counter: CounterCode
    ) -> FieldKey:
        from common.operations.kept_forms import reveal

        reveal(self._store, form, [field], clerk, counter=counter)
        return field

    def edit(
        self,
        form: FormId,
        changed: Mapping[FieldKey, str],
        clerk: ClerkLogin,
        counter: CounterCode,
    ) -> Reading:
        from common.operations.kept_forms import edit_form

        return self._reading(
            edit_form(self._store, self._keys(), form, changed, clerk, counter=counter)
        )

    def export(
        self, form: FormId, taken_as: TakenAs, clerk: ClerkLogin, counter: CounterCode
    ) -> ExportedForm:
        from common.operations.kept_forms import export_form

        return export_form(
            self._store, self._keys(), form, clerk, taken_as=taken_as, counter=counter
        )

    def pick_up(self, form: FormId, clerk: ClerkLogin, counter: CounterCode) -> KeptForm:
        from common.operations.kept_forms import pick_up

        return pick_up(self._store, form, clerk, counter=counter)

    def erase(
        self, form: FormId, clerk: ClerkLogin, counter: CounterCode, approval: Approval
    ) -> KeptForm:
        from common.operations.kept_forms import erase_form

        return erase_form(self._store, form, clerk, counter=counter, approval=approval)

    def promises(self, hall: Hall) -> Mapping[BundleCode, tuple[PromiseCheck, ...]]:
        """What each bundle of `hall` promises, as far as it is kept."""
        book = self._blanks()
        return {bundle.code: check_promises(hall, bundle, book) for bundle in hall.bundles}

    def _keys(self) -> FormKeys:
        """Read anew each time: a key is renewed while counters run."""
        from common.operations.kept_forms import form_keys, key_file_of

        return form_keys(self._store, key_file_of(self._store, self._key_file))

    def _blanks(self) -> FormBook:
        if self._book is None:
            from common.operations.form_files import read_forms

            self._book = read_forms(self._folder).book
        return self._book

    def _found(self, kept: KeptForm) -> Found:
        book = self._blanks()
        names = (
            book.forms[code].name if code in book.forms else Text(zh=code, en=code)
            for code in kept.forms
        )
        return Found(kept, _joined(names))

    def _reading(self, opened: OpenedForm) -> Reading:
        book, hall, filled = self._blanks(), operations.hall(self._store), opened.filled
        forms = [book.forms[code] for code in filled.forms if code in book.forms]
        if not forms:
            raise NoSuchBlank(forms=" ".join(filled.forms) or "—")
        sheet, *papers = (
            _sheet(book, laid, filled.services, hall) for laid in (forms, *([one] for one in forms))
        )
        known = {asked.field.key for asked in sheet.every()}
        known.update(notice.key for notice in sheet.notices.values())
        zone = ZoneInfo(hall.time_zone)
        return Reading(
            opened=opened,
            sheet=sheet,
            papers_of=tuple(papers),
            day=filled.signed_at.astimezone(zone).date(),
            zone=zone,
            unknown=len(filled.answers.keys() - known),
        )


_LONGEST_TYPED = 12
"""What is longer was scanned: a link, a payment code."""


def _sheet(book: FormBook, forms: Sequence[Form], services: Sequence[str], hall: Hall) -> Sheet:
    return sheet_of(book, forms, services, lambda day: hall.calendar.plan(day).is_working_day)


def _joined(names: Iterable[Text]) -> Text:
    known = tuple(names)
    return Text(zh="、".join(name.zh for name in known), en=", ".join(n.en for n in known))
