"""Statements to PostgreSQL, several in one round trip.

A round trip costs more than most statements of the line do, psycopg's cursors cost as much again,
and the whole hall waits for a writer meanwhile. So these statements go through psycopg's `pq`,
which is libpq as it is: each is prepared once on a connection, and what needs no answer, or
whose question was foreseen, travels with the next question (https://www.postgresql.org/docs/current/libpq-pipeline-mode.html).
"""

from __future__ import annotations

import itertools
import re
import select
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import psycopg
from psycopg.adapt import Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, ExecStatus, TransactionStatus
from psycopg.pq.abc import PGresult

from common.store.driver import Link, Values

_COMMIT = "COMMIT"
_NAMED_VALUE = re.compile(r":(\w+)")
_ROWS_AT_ONCE = 1000
_numbers = itertools.count()


@dataclass(frozen=True, slots=True)
class _Plan:
    """A statement as the server takes it: values have numbers instead of names."""

    name: bytes
    text: bytes
    values: tuple[str, ...]


@cache
def _plan(statement: str) -> _Plan:
    names = tuple(dict.fromkeys(_NAMED_VALUE.findall(statement)))
    text = _NAMED_VALUE.sub(lambda found: f"${names.index(found[1]) + 1}", statement)
    return _Plan(f"jiaohao_{next(_numbers)}".encode(), text.encode(), names)


_Question = tuple[str, tuple[tuple[str, Any], ...]]


def _question(statement: str, values: Values | None) -> _Question:
    return statement, tuple((values or {}).items())


def _is_well(answer: PGresult) -> bool:
    return answer.status in (ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK)


def _as_text(value: str | int | bool | None) -> bytes | None:
    if value is None:
        return None
    text = str(value).encode()
    if b"\0" in text:
        raise psycopg.DataError("PostgreSQL text cannot contain NUL (0x00) bytes")
    return text


class PostgresLink(Link):
    """One open connection; `notify` is what tells the others of a change."""

    questions_travel = True

    def __init__(self, raw: psycopg.Connection[Any], notify: str) -> None:
        super().__init__(raw)
        self._notify = notify
        self._prepared: set[bytes] = set()
        self._kept: list[tuple[str, Values]] = []
        self._changed = False
        self._to_foresee: Sequence[tuple[str, Values]] = ()
        self._foreseen: dict[_Question, PGresult] = {}
        self._trouble: PGresult | None = None
        """What the server said of a question that was foreseen: it ended the transaction."""

    @property
    def dead(self) -> bool:
        return bool(self.raw.closed)

    def begin(self, statement: str, values: Values | None = None) -> None:
        self._kept.append((statement, values or {}))

    def foresee(self, questions: Sequence[tuple[str, Values]]) -> None:
        self._to_foresee = questions

    def rows(self, statement: str, values: Values | None = None) -> list[Any]:
        foreseen = self._foreseen.get(_question(statement, values)) if self._foreseen else None
        return self._load(self._ask(statement, values) if foreseen is None else foreseen)

    def records(self, statement: str, values: Values | None = None) -> list[dict[str, Any]]:
        answer = self._ask(statement, values)
        names = [(answer.fname(column) or b"").decode() for column in range(answer.nfields)]
        return [dict(zip(names, row, strict=True)) for row in self._load(answer)]

    def each(self, statement: str, values: Values) -> Iterator[Any]:
        answer = self._ask(statement, values)
        for first in range(0, answer.ntuples, _ROWS_AT_ONCE):
            yield from self._load(answer, first, min(first + _ROWS_AT_ONCE, answer.ntuples))

    def change(self, statement: str, values: Values | None = None) -> int:
        self._change()
        return self._ask(statement, values).command_tuples or 0

    def put(self, statement: str, values: Values | None = None) -> None:
        self._change()
        self._kept.append((statement, values or {}))

    def put_quietly(self, statement: str, values: Values | None = None) -> None:
        self._forget_foreseen()
        self._kept.append((statement, values or {}))

    def change_each(self, statement: str, values: Iterable[Values]) -> None:
        for one in values:
            self.put(statement, one)

    def commit(self) -> None:
        if self._changed:
            self._kept.append((self._notify, {}))
        self._ask(_COMMIT)
        self._changed = False
        self._forget_foreseen()

    def rollback(self) -> None:
        self._kept.clear()
        self._changed = False
        self._forget_foreseen()
        self._trouble = None
        if self.raw.pgconn.transaction_status != TransactionStatus.IDLE:
            super().rollback()

    def _change(self) -> None:
        self._changed = True
        self._forget_foreseen()

    def _forget_foreseen(self) -> None:
        self._foreseen = {}
        self._to_foresee = ()

    def _ask(self, statement: str, values: Values | None = None) -> PGresult:
        """The answer to `statement`, which goes after all that was kept, before all foreseen."""
        if self._trouble is not None:
            raise error_from_result(self._trouble)
        needed, foreseen = [*self._kept, (statement, values or {})], self._to_foresee
        self._kept, self._to_foresee = [], ()
        try:
            answers = self._travel(
                [
                    (plan, [_as_text(its_values[name]) for name in plan.values])
                    for plan, its_values in (
                        (_plan(one), given) for one, given in (*needed, *foreseen)
                    )
                ],
                len(needed),
            )
        except psycopg.errors.ReadOnlySqlTransaction:
            self.raw.close()  # The next connection may find the server that takes changes.
            raise
        for question, answer in zip(foreseen, answers[len(needed) :], strict=True):
            if not _is_well(answer):
                self._trouble = answer
                break
            self._foreseen[_question(*question)] = answer
        return answers[len(needed) - 1]

    def _travel(
        self, sent: Sequence[tuple[_Plan, list[bytes | None]]], needed: int
    ) -> list[PGresult]:
        """One round trip. After an error the rest of it is not run by the server.

        Raises the error of one of the `needed` that go first.
        """
        connection = self.raw.pgconn
        asked: list[bytes | None] = []
        """For each answer, the name of what it prepared."""
        try:
            connection.enter_pipeline_mode()
            for plan, values in sent:
                if plan.name not in self._prepared and plan.name not in asked:
                    connection.send_prepare(plan.name, plan.text)
                    asked.append(plan.name)
                connection.send_query_prepared(plan.name, values)
                asked.append(None)
            connection.pipeline_sync()
            self._flush()
            answers = list(self._answers())
            connection.exit_pipeline_mode()
        except BaseException:
            self.raw.close()  # Nobody knows which answers are still under way.
            raise
        told: list[PGresult] = []
        trouble: PGresult | None = None
        for name, answer in zip(asked, answers, strict=True):
            if trouble is None and not _is_well(answer):
                trouble = answer
                if len(told) < needed:
                    raise error_from_result(answer)
            if name is None:
                told.append(trouble or answer)
            elif trouble is None:
                self._prepared.add(name)
        return told

    def _flush(self) -> None:
        """Until all is sent; meanwhile the server may have to get rid of answers."""
        connection = self.raw.pgconn
        while connection.flush():
            _wait(connection.socket, for_room=True)
            connection.consume_input()

    def _answers(self) -> Iterator[PGresult]:
        connection = self.raw.pgconn
        while True:
            while connection.is_busy():
                _wait(connection.socket)
                connection.consume_input()
            answer = connection.get_result()
            if answer is None:  # The end of one statement's answer.
                if connection.status != ConnStatus.OK:
                    raise psycopg.OperationalError("the server ended the connection")
            elif answer.status == ExecStatus.PIPELINE_SYNC:
                return
            else:
                yield answer

    def _load(self, answer: PGresult, first: int = 0, end: int | None = None) -> list[Any]:
        transformer = Transformer(self.raw)
        transformer.set_pgresult(answer)
        return transformer.load_rows(first, answer.ntuples if end is None else end, tuple)


def _wait(socket: int, *, for_room: bool = False) -> None:
    """Until there is something to read, or room to write, without holding the interpreter."""
    if hasattr(select, "poll"):
        poll = select.poll()
        poll.register(socket, select.POLLIN | (select.POLLOUT if for_room else 0))
        poll.poll()
    else:
        select.select([socket], [socket] if for_room else [], [])
