"""Reads conditions: `{equals: {deliver.way: post}}`, `{age: {of: applicant.birth, below: 18}}`."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from common.domain.forms import conditions as domain
from common.domain.forms.conditions import Condition, Relation
from common.domain.forms.field import FieldKey
from common.domain.text import Text
from common.operations.hall_file.document import Path

Report = Callable[[Path, Text], None]
"""Takes where a fault is, and what to do."""

_DEEPEST = 20


def read_condition(given: Any, path: Path, report: Report) -> Condition:
    """The condition that stands at `path`. What is wrong is reported, and counts as always."""
    if len(path) > _DEEPEST:
        report(path, _TOO_DEEP)
        return domain.ALWAYS
    if not isinstance(given, dict) or len(given) != 1:
        report(path, _ONE_KEY)
        return domain.ALWAYS
    [(word, content)] = given.items()
    if word not in WORDS:
        report((*path, str(word)), _unknown(str(word)))
        return domain.ALWAYS
    try:
        if word in _JOINED:
            return _joined(word, content, (*path, word), report)
        return _READERS[word](content)
    except _NotSoError:
        report((*path, word), Text(zh=f"写作 {_SHAPES[word]}", en=f"write it like {_SHAPES[word]}"))
        return domain.ALWAYS


def _joined(word: str, content: Any, path: Path, report: Report) -> Condition:
    if word == "not":
        return domain.Not(read_condition(content, path, report))
    parts = tuple(
        read_condition(one, (*path, place), report) for place, one in enumerate(_list(content))
    )
    return domain.AllOf(parts) if word == "all" else domain.AnyOf(parts)


class _NotSoError(Exception):
    """The content of a word is not of its shape."""


def _equals(content: Any) -> Condition:
    parts = tuple(
        domain.IsOneOf(_key(key), frozenset({_plain(value)}))
        for key, value in _mapping(content).items()
    )
    return parts[0] if len(parts) == 1 else domain.AllOf(parts)


def _one_of(content: Any) -> Condition:
    key, values = _pair(content)
    return domain.IsOneOf(_key(key), frozenset(map(_plain, _list(values))))


def _filled(content: Any) -> Condition:
    return domain.Filled(_key(content))


def _for_service(content: Any) -> Condition:
    return domain.ForService(frozenset(map(_text, _list(content))))


def _age(content: Any) -> Condition:
    entries = _mapping(content)
    if not entries.keys() <= {"of", "at", "at_least", "below"} or "of" not in entries:
        raise _NotSoError
    least, below = entries.get("at_least"), entries.get("below")
    if least is None and below is None:
        raise _NotSoError
    return domain.Age(
        birth=_key(entries["of"]),
        at=_key(entries["at"]) if "at" in entries else domain.TODAY,
        at_least=None if least is None else _count(least),
        below=None if below is None else _count(below),
    )


def _not_after(content: Any) -> Condition:
    first, second = _keys(content, exactly=2)
    return domain.NotAfter(first, second)


def _not_before(content: Any) -> Condition:
    first, second = _keys(content, exactly=2)
    return domain.NotAfter(second, first)


def _within_months(content: Any) -> Condition:
    key, months = _pair(content)
    return domain.WithinMonths(_key(key), _count(months))


def _working_day(content: Any) -> Condition:
    return domain.WorkingDay(_key(content))


def _differ(content: Any) -> Condition:
    return domain.Differ(_keys(content))


def _same(content: Any) -> Condition:
    return domain.Same(_keys(content))


def _sum(content: Any) -> Condition:
    entries = _mapping(content)
    relations = [relation for relation in Relation if relation in entries]
    if "of" not in entries or len(relations) != 1 or len(entries) != len(("of", "relation")):
        raise _NotSoError
    return domain.Sum(_keys(entries["of"]), relations[0], _key(entries[relations[0]]))


def _contains(content: Any) -> Condition:
    key, phrases = _pair(content)
    return domain.Contains(_key(key), tuple(map(_text, _list(phrases))))


def _ends_with(content: Any) -> Condition:
    key, phrases = _pair(content)
    return domain.Contains(_key(key), tuple(map(_text, _list(phrases))), at_the_end=True)


_READERS: Mapping[str, Callable[[Any], Condition]] = MappingProxyType(
    {
        "equals": _equals,
        "one_of": _one_of,
        "filled": _filled,
        "for_service": _for_service,
        "age": _age,
        "not_after": _not_after,
        "not_before": _not_before,
        "within_months": _within_months,
        "working_day": _working_day,
        "differ": _differ,
        "same": _same,
        "sum": _sum,
        "contains": _contains,
        "ends_with": _ends_with,
    }
)
_JOINED = ("all", "any", "not")
WORDS = (*_READERS, *_JOINED)
"""Of which each condition is one."""
_SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "equals": "{deliver.way: post}",
        "one_of": "{dis.kind: [intellectual, mental]}",
        "filled": "applicant.bank_no",
        "for_service": "[CB003]",
        "age": "{of: applicant.birth, at: job.start, at_least: 16}",
        "not_after": "[job.start, today]",
        "not_before": "[retire.date, today]",
        "within_months": "{child.birth: 12}",
        "working_day": "marry.date",
        "differ": "[spouse.doc_no, applicant.doc_no]",
        "same": "[comp.legal_rep, applicant.name]",
        "sum": "{of: [biz.capital, prop.price], at_most: family.month_income}",
        "contains": "{biz.scope: [餐饮, 食品]}",
        "ends_with": "{comp.name: [有限公司]}",
        "all": "[{filled: biz.name}, {filled: biz.scope}]",
        "any": "[{filled: biz.name}, {filled: biz.scope}]",
        "not": "{filled: biz.name}",
    }
)
_ONE_KEY = Text(
    zh="条件是一个词加内容，例如 {equals: {deliver.way: post}}",
    en="a condition is one word with its content, like {equals: {deliver.way: post}}",
)
_TOO_DEEP = Text(
    zh="条件嵌套过深，请拆成几条规则", en="it is nested too deeply; make several rules"
)


def _unknown(word: str) -> Text:
    near = difflib.get_close_matches(word, WORDS, n=1)
    known = " ".join(WORDS)
    return Text(
        zh=f"没有条件“{word}”，" + (f"是否应为“{near[0]}”？" if near else f"可用：{known}"),
        en=f"there is no condition {word!r}; "
        + (f"did you mean {near[0]!r}?" if near else f"choose from {known}"),
    )


def values_compared(condition: Condition) -> Iterator[domain.IsOneOf]:
    """Every place in `condition` where an answer is compared with codes."""
    match condition:
        case domain.IsOneOf():
            yield condition
        case domain.AllOf(conditions) | domain.AnyOf(conditions):
            for one in conditions:
                yield from values_compared(one)
        case domain.Not(one):
            yield from values_compared(one)


def _mapping(content: Any) -> dict[Any, Any]:
    if not isinstance(content, dict) or not content:
        raise _NotSoError
    return content


def _pair(content: Any) -> tuple[Any, Any]:
    entries = _mapping(content)
    if len(entries) != 1:
        raise _NotSoError
    return next(iter(entries.items()))


def _list(content: Any) -> list[Any]:
    if not isinstance(content, list) or not content:
        raise _NotSoError
    return content


def _keys(content: Any, exactly: int | None = None) -> tuple[FieldKey, ...]:
    keys = tuple(map(_key, _list(content)))
    if len(keys) != (exactly or max(len(keys), 2)):
        raise _NotSoError
    return keys


def _key(content: Any) -> FieldKey:
    return FieldKey(_text(content))


def _text(content: Any) -> str:
    if not isinstance(content, str) or not content:
        raise _NotSoError
    return content


def _plain(content: Any) -> str:
    """A value to compare with: YAML makes `true` and dates of what stands without quotes."""
    if isinstance(content, bool) or not isinstance(content, str | int):
        raise _NotSoError
    return str(content)


def _count(content: Any) -> int:
    if isinstance(content, bool) or not isinstance(content, int) or not 0 <= content <= 1_200:
        raise _NotSoError
    return content
