"""A hall as version 0.1 left it."""

from __future__ import annotations

import json
from pathlib import Path

from alembic import command
from sqlalchemy import MetaData, create_engine

from common.store.migrations.run import alembic_config

HALL_OF_0_1 = Path(__file__).parent / "store" / "hall_of_0_1.json"
"""What version 0.1 wrote into its tables in ten minutes: five numbers, one of them done, one on
hold, one missed, one called."""


def write_old_hall(address: str) -> None:
    """Into the empty database at `address`, as SQLAlchemy calls it."""
    engine = create_engine(address)
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0001")
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        for name, rows in json.loads(HALL_OF_0_1.read_text(encoding="utf-8")).items():
            columns = tables.tables[name].columns
            truths = {c.name for c in columns if str(c.type) == "BOOLEAN"}
            connection.execute(
                tables.tables[name].insert(),
                [{k: bool(v) if k in truths else v for k, v in row.items()} for row in rows],
            )
    engine.dispose()
