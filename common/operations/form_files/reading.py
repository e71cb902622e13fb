"""Reads a folder of forms: the field dictionary, the notices, and one file for each form.

All faults of all files are found in one go, each with its line and what to do about it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import ValidationError

from common.domain.forms.field import (
    KEYBOARDS,
    Choice,
    Derived,
    Field,
    FieldKey,
    NoticeCode,
)
from common.domain.forms.form import FormBook, FormCode, Notice
from common.domain.os_words import os_words
from common.domain.text import Text
from common.operations.form_files.entries import (
    FieldEntry,
    FieldsFile,
    FormFile,
    Line,
    NoticeEntry,
    NoticesFile,
    Shape,
)
from common.operations.form_files.errors import FormFilesUnreadable, FormFilesWrong, FormProblem
from common.operations.form_files.faults import field_faults, form_faults, notice_faults
from common.operations.form_files.form_values import FormValue, form_value
from common.operations.hall_file.document import (
    Document,
    HallFileUnreadable,
    HallFileWrong,
    read_document,
)
from common.operations.hall_file.explaining import explained
from common.operations.hall_file.references import Fault
from common.resources import RESOURCES, resource

_FIELDS = "fields.yaml"
_NOTICES = "notices.yaml"
_SHARED = (_FIELDS, _NOTICES)
_WANTED = Text(
    zh="表单文件，请参照 resources/forms/F01.yaml",
    en="a file of forms; see resources/forms/F01.yaml",
)
_LONGEST_TEXT = 60
_File = TypeVar("_File", bound=Shape)


@dataclass(frozen=True, slots=True)
class FormFiles:
    """A folder of forms without faults."""

    book: FormBook
    files: Mapping[FormCode, FilePath]
    documents: Mapping[FormCode, Document] = field(repr=False)
    """To tell the lines of what is wrong with them besides."""


class _Reader:
    """Collects what is read and what is wrong, file after file."""

    def __init__(self) -> None:
        self.problems: list[FormProblem] = []
        self.fields: dict[FieldKey, Field] = {}
        self.notices: dict[NoticeCode, Notice] = {}
        self.forms: dict[FormCode, FormValue] = {}
        self.files: dict[FormCode, FilePath] = {}
        self.documents: dict[FormCode, Document] = {}

    def read_fields(self, file: FilePath) -> None:
        read = self._read(file, FieldsFile)
        if read is None:
            return
        document, content = read
        lists = {name: _choices(entries) for name, entries in content.lists.items()}
        mine = {
            FieldKey(key): _field(FieldKey(key), entry, lists)
            for key, entry in content.fields.items()
        }
        self.fields |= mine
        self._report(file, document, field_faults(content, mine, self.fields))

    def read_notices(self, file: FilePath) -> None:
        read = self._read(file, NoticesFile)
        if read is not None:
            mine = ((NoticeCode(code), entry) for code, entry in read[1].notices.items())
            self.notices |= {code: _notice(code, entry) for code, entry in mine}

    def read_form(self, file: FilePath) -> None:
        read = self._read(file, FormFile)
        if read is None:
            return
        document, content = read
        value = form_value(content)
        code = value.form.code
        self._report(file, document, form_faults(value, self.fields, self.notices))
        if code in self.forms:
            words = Text(
                zh=f"{code} 已在 {self.files[code].name} 中，请换一个编码",
                en=f"{code} is in {self.files[code].name} already; choose another code",
            )
            self._report(file, document, [(("code",), words)])
            return
        self.forms[code] = value
        self.files[code] = file
        self.documents[code] = document

    def check_notices(self, file: FilePath) -> None:
        for words in notice_faults(self.fields.values(), self.notices):
            self.problems.append(FormProblem(file, 1, words))

    def book(self) -> FormFiles:
        """Raises FormFilesWrong."""
        if self.problems:
            raise FormFilesWrong(self.problems)
        forms = {code: value.form for code, value in self.forms.items()}
        return FormFiles(FormBook(self.fields, self.notices, forms), self.files, self.documents)

    def _read(self, file: FilePath, shape: type[_File]) -> tuple[Document, _File] | None:
        try:
            document = read_document(file, _WANTED, ours=file.parent == RESOURCES / "forms")
        except HallFileUnreadable as error:
            raise FormFilesUnreadable(**error.facts) from None
        except HallFileWrong as error:
            self.problems += [
                FormProblem(file, problem.line, problem.message)
                for problem in error.facts["problems"]
            ]
            return None
        try:
            return document, shape.model_validate(document.content)
        except ValidationError as error:
            self.problems += [
                FormProblem(file, problem.line, problem.message)
                for problem in explained(document, error, shape)
            ]
            return None

    def _report(
        self, file: FilePath, document: Document, found: Iterator[Fault] | list[Fault]
    ) -> None:
        self.problems += [FormProblem(file, document.line(path), words) for path, words in found]


def read_forms(folder: FilePath | None = None) -> FormFiles:
    """The forms in `folder`, or those that come with the suite.

    The folder's own `fields.yaml` and `notices.yaml` add to those of the suite, and what has the
    same name takes its place. Raises FormFilesUnreadable when something is no text file, and
    FormFilesWrong with every fault, its file and line, and what to do.
    """
    bundled = resource("forms")
    home = folder or bundled
    reader = _Reader()
    for name, read in ((_NOTICES, reader.read_notices), (_FIELDS, reader.read_fields)):
        _read_both(bundled / name, home / name, read)
    reader.check_notices(home / _NOTICES)
    if reader.problems:  # A form would be blamed for every field that is not to be read.
        raise FormFilesWrong(reader.problems)
    for file in _form_files(home):
        reader.read_form(file)
    return reader.book()


def _read_both(bundled: FilePath, own: FilePath, read: Callable[[FilePath], None]) -> None:
    read(bundled)
    if own != bundled and own.exists():
        read(own)


def _form_files(folder: FilePath) -> list[FilePath]:
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix in (".yaml", ".yml"))
    except OSError as error:
        raise FormFilesUnreadable(file=folder, detail=os_words(error)) from None
    forms = [file for file in files if file.name not in _SHARED]
    if not forms:
        raise FormFilesUnreadable(file=folder, detail=_NO_FORMS)
    return forms


_NO_FORMS = Text(
    zh="文件夹中没有表单（*.yaml），请核对路径",
    en="there are no forms (*.yaml) in this folder; check the path",
)


def _choices(entries: Mapping[str, Line]) -> tuple[Choice, ...]:
    return tuple(Choice(code, words.value()) for code, words in entries.items())


def _field(key: FieldKey, entry: FieldEntry, lists: Mapping[str, tuple[Choice, ...]]) -> Field:
    derived = entry.derived
    return Field(
        key=key,
        label=entry.label.value(),
        kind=entry.kind,
        hint=entry.hint.value(),
        keyboard=entry.keyboard or KEYBOARDS[entry.kind],
        example=entry.example,
        privacy=entry.privacy,
        mask=entry.mask,
        choices=_choices(entry.choices or {}) or lists.get(entry.list_ or "", ()),
        min_length=entry.min,
        max_length=entry.max or _LONGEST_TEXT,
        low=_exact(entry.low),
        high=_exact(entry.high),
        decimals=entry.decimals,
        unit=entry.unit.value() if entry.unit else None,
        days=entry.days,
        endless=entry.endless,
        type_field=FieldKey(entry.document) if entry.document else None,
        derived=Derived(FieldKey(derived.from_), derived.fact) if derived else None,
        notice=NoticeCode(entry.notice) if entry.notice else None,
    )


def _exact(number: float | None) -> Decimal | None:
    if number is None:
        return None
    return Decimal(int(number)) if number == int(number) else Decimal(repr(number))


def _notice(code: NoticeCode, entry: NoticeEntry) -> Notice:
    return Notice(code, entry.title.value(), entry.text.value(), entry.tick.value(), entry.version)
