"""Runs the migrations through Alembic, without an ini file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, StaticPool, create_engine
from sqlalchemy.exc import DBAPIError


def alembic_config(connection: Connection) -> Config:
    config = Config()
    # Alembic reads it as a template, in which a percent sign is doubled.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def migrations(
    dialect: str, raw: Any, driver_error: type[Exception]
) -> Iterator[Callable[[], None]]:
    """Yields what brings the database of `raw`, the driver's connection, to the newest revision.

    It runs in the transaction that is open on `raw` when it is called; whoever opened that commits
    before the end of the `with`. The driver's errors come out as they are.
    """
    engine = create_engine(f"{dialect}://", creator=lambda: raw, poolclass=StaticPool)
    connection = engine.connect()  # Looks at the server, and so comes before the transaction.
    connection.rollback()

    def migrate() -> None:
        connection.begin()
        try:
            command.upgrade(alembic_config(connection), "head")
        except DBAPIError as error:
            if isinstance(error.orig, driver_error):
                raise error.orig from error
            raise

    try:
        yield migrate
    finally:
        connection.close()  # Rolls back what is not committed; `raw` stays open.
