"""What the shape of the files cannot tell: names of what is not there, pages nobody reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from common.domain.forms.conditions import ALWAYS, TODAY
from common.domain.forms.field import Field, FieldKey, Kind, Mask, NoticeCode, Privacy
from common.domain.forms.form import OWN_NOTICES, PRIVACY, Entry, Notice
from common.domain.forms.identity import DocumentType
from common.domain.text import Text
from common.operations.form_files.conditions import values_compared
from common.operations.form_files.entries import FieldEntry, FieldsFile
from common.operations.form_files.form_values import FormValue
from common.operations.hall_file.document import Path
from common.operations.hall_file.references import Fault, dangling, repeated_in

_FIELD = Text(zh="字段", en="field")
_ASKED = Text(zh="本表字段", en="field in this form")
_NOTICE = Text(zh="告知书", en="notice")
_LIST = Text(zh="选项表", en="list of choices")
_CHOICE = Text(zh="选项", en="choice")
_DOCUMENT = Text(zh="证件类型", en="type of document")
_CHOSEN = (Kind.CHOICE, Kind.MULTI)
_AMOUNTS = (Kind.NUMBER, Kind.MONEY)


def field_faults(
    file: FieldsFile, mine: Mapping[FieldKey, Field], every: Mapping[FieldKey, Field]
) -> Iterator[Fault]:
    """What is wrong between the fields of one file and all that are known besides."""
    for key, entry in file.fields.items():
        path: Path = ("fields", key)
        field = mine[FieldKey(key)]
        yield from _faulty_choices(path, entry, field, set(file.lists))
        yield from _faulty_bounds(path, entry)
        yield from _faulty_links(path, field, every)
        if field.kind is Kind.CONSENT and field.notice is None:
            yield (
                path,
                Text(
                    zh="同意项缺少 notice，请写明同意哪一份告知书",
                    en="a consent needs 'notice': the text that it agrees to",
                ),
            )
        if field.privacy is Privacy.SENSITIVE and field.mask is Mask.NONE:
            yield (
                path,
                Text(
                    zh="敏感信息必须遮盖，请加 mask: hidden",
                    en="what is sensitive has to be masked; add mask: hidden",
                ),
            )


def _faulty_choices(
    path: Path, entry: FieldEntry, field: Field, lists: set[str]
) -> Iterator[Fault]:
    if entry.list_ is not None:
        yield from dangling((*path, "list"), entry.list_, lists, _LIST)
    given = bool(entry.choices) + (entry.list_ is not None)
    if field.kind in _CHOSEN and given != 1:
        yield (
            path,
            Text(
                zh="选择项需要 choices 或 list 其中之一",
                en="a choice needs either 'choices' or 'list'",
            ),
        )
    if field.kind not in _CHOSEN and given:
        yield (
            path,
            Text(
                zh=f"{field.kind} 没有选项，请删去，或改为 kind: choice",
                en=f"{field.kind} has no choices; delete them, or make it kind: choice",
            ),
        )


def _faulty_bounds(path: Path, entry: FieldEntry) -> Iterator[Fault]:
    if entry.max is not None and entry.min > entry.max:
        yield (*path, "min"), Text(zh="min 不能大于 max", en="min cannot be more than max")
    if entry.low is not None and entry.high is not None and entry.low > entry.high:
        yield (*path, "low"), Text(zh="low 不能大于 high", en="low cannot be more than high")
    for name in ("low", "high"):
        if getattr(entry, name) is not None and entry.kind not in _AMOUNTS:
            yield (
                (*path, name),
                Text(
                    zh="只用于 number 和 money，请删去",
                    en="only number and money have it; delete it",
                ),
            )


def _faulty_links(path: Path, field: Field, every: Mapping[FieldKey, Field]) -> Iterator[Fault]:
    known = set(map(str, every))
    if field.type_field is not None:
        at = (*path, "document")
        yield from dangling(at, field.type_field, known, _FIELD)
        types = every.get(field.type_field)
        for choice in types.choices if types else ():
            yield from dangling(at, choice.code, set(DocumentType), _DOCUMENT)
    if field.derived is not None:
        at = (*path, "derived")
        yield from dangling(at, field.derived.source, known, _FIELD)
        source = every.get(field.derived.source)
        if source is not None and source.kind is not Kind.ID_NUMBER:
            yield (
                at,
                Text(
                    zh=f"只能从证件号码推算，{source.key} 不是",
                    en=f"only an id_number tells it, and {source.key} is none",
                ),
            )


def notice_faults(fields: Iterable[Field], notices: Mapping[NoticeCode, Notice]) -> Iterator[Text]:
    """Notices that our own rules or the fields need, and that are nowhere."""
    needed = OWN_NOTICES | {field.notice for field in fields if field.notice}
    for code in sorted(needed - notices.keys()):
        yield Text(zh=f"缺少告知书 {code}，请补上", en=f"the notice {code} is missing; add it")


def form_faults(
    value: FormValue, fields: Mapping[FieldKey, Field], notices: Mapping[NoticeCode, Notice]
) -> Iterator[Fault]:
    """What is wrong with a form against the field dictionary and the notices."""
    yield from value.faults
    form = value.form
    places = dict(_places(value))
    yield from repeated_in(("pages",), [entry.key for entry in form.entries()])
    yield from repeated_in(("pages",), [section.code for section in form.sections])
    for path, entry in places.items():
        yield from dangling(path, entry.key, set(map(str, fields)), _FIELD)
    yield from _optional_consents(places, fields)
    asked = {entry.key for entry in form.entries()}
    for at, key in _named(value):
        yield from dangling(at, key, set(map(str, asked)), _ASKED)
    for code in form.notices:
        yield from dangling(("notices",), code, set(map(str, notices)), _NOTICE)
    yield from _unknown_codes(value, fields)
    if not any(fields[key].kind is Kind.SIGNATURE for key in asked & fields.keys()):
        yield ("pages",), Text(zh="缺少签名字段，请补上", en="there is no signature; add one")


def _optional_consents(
    places: Mapping[Path, Entry], fields: Mapping[FieldKey, Field]
) -> Iterator[Fault]:
    """Nobody's data may be used before they agreed, so that consent is never left to chance."""
    for path, entry in places.items():
        field = fields.get(entry.key)
        if field is None or field.notice != PRIVACY:
            continue
        if (entry.visible, entry.required) != (ALWAYS, ALWAYS):
            yield (
                path,
                Text(
                    zh=f"{entry.key} 必须填写，请写 required: true，不加条件",
                    en=f"{entry.key} is always needed; write required: true, and no condition",
                ),
            )


def _places(value: FormValue) -> Iterator[tuple[Path, Entry]]:
    for page, section in enumerate(value.form.sections):
        for place, entry in enumerate(section.entries):
            yield ("pages", page, "fields", place), entry


def _named(value: FormValue) -> Iterator[tuple[Path, FieldKey]]:
    """Each place that speaks of a field which the form has to ask."""
    form = value.form
    for path, condition in value.conditions:
        for key in condition.fields():
            if key != TODAY:
                yield path, key
    for place, rule in enumerate(form.rules):
        yield ("rules", place, "at"), rule.at
    for key in form.minors:
        yield ("minors",), key
    for place, quotient in enumerate(form.quotients):
        yield ("shows", place, "divide"), quotient.dividend
        yield ("shows", place, "by"), quotient.divisor


def _unknown_codes(value: FormValue, fields: Mapping[FieldKey, Field]) -> Iterator[Fault]:
    """Codes that an answer is compared with and that are no choice of its field."""
    for path, condition in value.conditions:
        for compared in values_compared(condition):
            field = fields.get(compared.field)
            if field is not None and field.kind in _CHOSEN:
                known = {choice.code for choice in field.choices}
                for code in sorted(compared.values):
                    yield from dangling(path, code, known, _CHOICE)
