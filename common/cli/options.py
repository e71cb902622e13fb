"""Options that many verbs share, and the store they lead to."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from common.cli.console import Console, user_language
from common.cli.database import database_url
from common.cli.passwords import LONGEST_LINE
from common.domain.errors import JiaohaoError
from common.domain.ids import ClerkLogin, CounterCode, RequestId
from common.domain.number import as_typed
from common.domain.session import Approval
from common.domain.text import Language
from common.operations import known_clerk, vouch
from common.operations.ids import new_id
from common.store import Store, open_store

Db = Annotated[
    str | None,
    typer.Option(
        "--db",
        envvar="JIAOHAO_DB",
        metavar="URL",
        help="The hall's database: a file path, sqlite:///PATH or postgresql://USER@HOST/NAME.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")]
Id = Annotated[
    str | None,
    typer.Option("--id", metavar="UUID", help="Your id of this act: repeating it repeats nothing."),
]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="LOGIN", help="Who of the staff does this; kept in the record."),
]
Who = Annotated[
    str | None,
    typer.Option("--clerk", metavar="LOGIN", help="Whose act this is; kept in the record."),
]
_LONGEST_WORDS = 500
"""Of a reason or a note: the record keeps it for ever, and colleagues have it on their screens."""


class WordsTooLong(JiaohaoError):
    code = "words_too_long"
    en = "{option} has {length} characters; at most {longest} are kept. Please shorten it."
    zh = "{option} 共 {length} 个字，最多 {longest} 个字，请缩短。"


def few_words(option: typer.CallbackParam, words: str) -> str:
    """For what is kept of people's words. Raises WordsTooLong."""
    if len(words) > _LONGEST_WORDS:
        raise WordsTooLong(option=option.opts[0], length=len(words), longest=_LONGEST_WORDS)
    return words


_APPROVED_BY = typer.Option(
    "--approved-by", metavar="LOGIN", help="The supervisor who agrees to it."
)
ApprovedBy = Annotated[str | None, _APPROVED_BY]
Approver = Annotated[str, _APPROVED_BY]
Because = Annotated[
    str,
    typer.Option(
        "--because", metavar="TEXT", callback=few_words, help="Why the supervisor agrees; kept."
    ),
]
Reason = Annotated[
    str,
    typer.Option("--reason", metavar="TEXT", callback=few_words, help="Why; kept in the record."),
]
Note = Annotated[
    str,
    typer.Option("--note", metavar="TEXT", callback=few_words, help="For the colleagues; kept."),
]
Person = Annotated[
    str | None,
    typer.Option(
        "--person",
        metavar="ID",
        help="ID or telephone number, of which only a keyed hash is kept; - reads it from "
        "standard input.",
    ),
]
Lang = Annotated[str, typer.Option("--lang", metavar="zh|en", help="Chinese or English.")]
Profile = Annotated[
    str, typer.Option("--profile", metavar="PROFILE", help="The printer's profile.")
]
FormFolder = Annotated[
    Path | None,
    typer.Option("--folder", metavar="FOLDER", help="A folder of forms of your own."),
]
CounterArgument = Annotated[str, typer.Argument(metavar="COUNTER", help="For example F01.")]
NumberArgument = Annotated[str, typer.Argument(metavar="NUMBER", help="For example FA006.")]
QueueArgument = Annotated[str, typer.Argument(metavar="QUEUE", help="For example FA.")]


class NotAnId(JiaohaoError):
    code = "not_an_id"
    en = "{given} is not a UUID. Leave --id out, or make one UUID for each act."
    zh = "{given} 不是 UUID。请省略 --id，或为每次操作生成一个 UUID。"


class NotADay(JiaohaoError):
    code = "not_a_day"
    en = "{given} cannot be the day. Write it like 2026-12-31, or leave it out."
    zh = "{given} 不能作为日期。请写作 2026-12-31，或省略。"


class UnknownLanguage(JiaohaoError):
    code = "unknown_language"
    en = "There is no language {given}. Use zh or en."
    zh = "没有语言 {given}，请用 zh 或 en。"


def console(as_json: bool) -> Console:
    return Console(as_json, user_language())


@contextmanager
def opened(db: str | None) -> Iterator[Store]:
    """The store, closed afterwards."""
    store = open_store(database_url(db))
    try:
        yield store
    finally:
        store.close()


def finite(number: float | None) -> float | None:
    """A number that counts something: Click's own ranges let ``nan`` and ``inf`` through."""
    if number is not None and not isfinite(number):
        raise typer.BadParameter(f"{number} is not a number that counts anything.")
    return number


def request_id(given: str | None) -> RequestId:
    """The caller's id, checked, or a new one."""
    if given is None:
        return RequestId(new_id())
    try:
        return RequestId(str(UUID(given)))
    except ValueError:
        raise NotAnId(given=given) from None


def counter_code(typed: str) -> CounterCode:
    """A counter as people type it: f01 is F01."""
    return CounterCode(as_typed(typed))


def language_named(given: str) -> Language:
    """The language of an option. Raises UnknownLanguage."""
    try:
        return Language(given.lower())
    except ValueError:
        raise UnknownLanguage(given=given) from None


def identity(given: str) -> str:
    """An ID or telephone number as given, or from standard input when that is a dash."""
    return sys.stdin.readline(LONGEST_LINE).strip() if given == "-" else given


def acting(store: Store, login: str | None) -> ClerkLogin | None:
    """Who acts, as the hall knows them. Raises UnknownClerk, also for one who is retired."""
    return None if login is None else known_clerk(store, login)


def agreed(store: Store, login: str | None, reason: str) -> Approval | None:
    """A supervisor's agreement, where the caller names one. Raises what `vouch` raises."""
    return None if login is None else vouch(store, login, reason)
