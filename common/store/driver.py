"""Connections of the driver, and the transactions that run on them.

The statements of `common.store.queries` go straight to the driver (docs/decisions/0004). So the
tables hold nothing but text, whole numbers and truth values, which both drivers take as they are.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from common.domain.ids import HallCode

Values = Mapping[str, Any]

_Begun = TypeVar("_Begun")

_A_WHILE = 1.0
"""Seconds in which a connection that died is found out, unless the network is to blame."""


class Link:
    """One open connection, on which transactions run one after the other.

    `raw` is the driver's (PEP 249), which takes no part in when a transaction begins.
    """

    questions_travel = False
    """Whether a question costs a trip to a server."""

    def __init__(self, raw: Any) -> None:
        self.raw = raw
        self._cursor = raw.cursor()

    @property
    def dead(self) -> bool:
        """Whether an error may have come from the connection itself, so that another may do."""
        return True

    def begin(self, statement: str, values: Values | None = None) -> None:
        """What starts a transaction."""
        self._run(self._cursor, statement, values)

    def foresee(self, questions: Sequence[tuple[str, Values]]) -> None:
        """What `rows` will be asked soon: where questions travel, they do so with the next one.

        An answer holds until something is changed; then the same question is asked anew.
        """

    def rows(self, statement: str, values: Values | None = None) -> list[Any]:
        """All rows of the answer, as tuples in the order of the statement's columns."""
        self._run(self._cursor, statement, values)
        return list(self._cursor.fetchall())

    def records(self, statement: str, values: Values | None = None) -> list[dict[str, Any]]:
        """All rows of the answer, by the names of their columns."""
        rows = self.rows(statement, values)
        names = [column[0] for column in self._cursor.description]
        return [dict(zip(names, row, strict=True)) for row in rows]

    def change(self, statement: str, values: Values | None = None) -> int:
        """How many rows the statement changed."""
        self._run(self._cursor, statement, values)
        return int(self._cursor.rowcount)

    def put(self, statement: str, values: Values | None = None) -> None:
        """Change something without waiting for the answer, where the engine allows that.

        What the engine refuses is raised by a later statement, at the latest by `commit`.
        """
        self.change(statement, values)

    def put_quietly(self, statement: str, values: Values | None = None) -> None:
        """As `put`, but where the engine tells others of a change, they are not told of this."""
        self.put(statement, values)

    def change_each(self, statement: str, values: Iterable[Values]) -> None:
        """The same statement for many rows."""
        self._cursor.executemany(statement, list(values))

    def commit(self) -> None:
        self.raw.commit()

    def rollback(self) -> None:
        self.raw.rollback()

    def close(self) -> None:
        self.raw.close()

    def _run(self, cursor: Any, statement: str, values: Values | None) -> None:
        cursor.execute(statement, values or {})


class HallLink:
    """Statements about one hall: `:hall` is bound in each."""

    def __init__(self, link: Link, hall: HallCode) -> None:
        self.link = link
        self.hall = hall

    def rows(self, query: str, **values: Any) -> list[Any]:
        return self.link.rows(query, {"hall": self.hall, **values})

    def change(self, statement: str, **values: Any) -> None:
        """Without waiting for the answer, as `Link.put` does it."""
        self.link.put(statement, {"hall": self.hall, **values})

    def change_quietly(self, statement: str, **values: Any) -> None:
        """Nobody needs to hear of it at once."""
        self.link.put_quietly(statement, {"hall": self.hall, **values})


class Links:
    """Connections that stand ready between transactions. Safe to use from several threads."""

    def __init__(self, connect: Callable[[], Link], driver_error: type[Exception]) -> None:
        self._connect = connect
        self._driver_error = driver_error
        self._ready: list[Link] = []
        self._lock = threading.Lock()

    @contextmanager
    def one(self, begin: Callable[[Link], _Begun]) -> Iterator[tuple[Link, _Begun]]:
        """A connection for one transaction, and what `begin` answered as its first act.

        A connection that stood ready may have died meanwhile, as after a restart of the server;
        `begin` finds out, and another connection takes its place. What is not committed at the end
        is rolled back.
        """
        link, begun = self._begin(begin)
        try:
            yield link, begun
        finally:
            self._give_back(link)

    def close(self) -> None:
        """Close those that stand ready."""
        with self._lock:
            ready, self._ready = self._ready, []
        for link in ready:
            self._close(link)

    def _begin(self, begin: Callable[[Link], _Begun]) -> tuple[Link, _Begun]:
        while (link := self._take_ready()) is not None:
            asked = time.monotonic()
            try:
                return link, begin(link)
            except self._driver_error:
                if not link.dead:
                    self._give_back(link)
                    raise
                self._close(link)
                self.close()  # Those that stood beside it died too, and each takes a while to tell.
                if time.monotonic() - asked > _A_WHILE:
                    raise  # The network swallows what is sent; it would swallow another attempt.
            except BaseException:
                self._give_back(link)
                raise
        link = self._connect()
        try:
            return link, begin(link)
        except BaseException:
            self._give_back(link)
            raise

    def _take_ready(self) -> Link | None:
        with self._lock:
            return self._ready.pop() if self._ready else None

    def _give_back(self, link: Link) -> None:
        try:
            link.rollback()
        except self._driver_error:
            self._close(link)
        else:
            with self._lock:
                self._ready.append(link)

    def _close(self, link: Link) -> None:
        try:
            link.close()
        except self._driver_error:
            return  # It was broken: there is nothing left to close.
