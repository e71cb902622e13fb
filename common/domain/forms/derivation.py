"""What follows from answers that were given, so that nobody is asked for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from common.domain.forms.field import Answers, Fact, Field, FieldKey
from common.domain.forms.identity import (
    DocumentType,
    citizen_number_fault,
    read_identity,
    tells_birth_and_sex,
)


def told_elsewhere(fields: Iterable[Field], answers: Answers) -> dict[FieldKey, FieldKey]:
    """The fields that nobody is asked for now, each with the one that tells or will tell it.

    An identity card tells birth date and sex; a passport does not, so that both are asked.
    """
    known = {field.key: field for field in fields}
    return {
        field.key: field.derived.source
        for field in known.values()
        if field.derived is not None
        and (source := known.get(field.derived.source)) is not None
        and tells_birth_and_sex(answers.get(source.key, ""), _document(source, answers))
    }


def with_derived(fields: Iterable[Field], answers: Answers, today: date) -> dict[FieldKey, str]:
    """`answers` with what follows from them, in place of whatever was typed for it before."""
    known = {field.key: field for field in fields}
    told = dict(answers)
    for key, source in told_elsewhere(known.values(), answers).items():
        derived = known[key].derived
        value = _fact(answers.get(source, ""), derived.fact, today) if derived else None
        if value is None:
            told.pop(key, None)
        else:
            told[key] = value
    return told


def document_of(field: Field, answers: Answers) -> str:
    """The answer to the question of which document `field` is the number."""
    return answers.get(field.type_field, "") if field.type_field else ""


def _document(source: Field, answers: Answers) -> DocumentType | None:
    code = document_of(source, answers)
    return DocumentType(code) if code in DocumentType.__members__.values() else None


def _fact(number: str, fact: Fact, today: date) -> str | None:
    identity = read_identity(number)
    if identity is None or citizen_number_fault(number, today) is not None:
        return None
    match fact:
        case Fact.BIRTH:
            return identity.birth.isoformat()
        case Fact.SEX:
            return identity.sex
