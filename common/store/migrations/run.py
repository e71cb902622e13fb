"""Runs the migrations through Alembic, without an ini file."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def alembic_config(connection: Connection) -> Config:
    config = Config()
    # Alembic reads it as a template, in which a percent sign is doubled.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def migrate(connection: Connection) -> None:
    """Bring the database to the newest revision, in the transaction of `connection`."""
    command.upgrade(alembic_config(connection), "head")
