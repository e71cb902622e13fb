"""Statements past the programs, as somebody with an editor for databases would run them."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import psycopg


def run_sql(url: str, *statements: str) -> None:
    """On the hall at `url`, of either engine; each commits, and is heard of."""
    if "://" in url:
        with psycopg.connect(url, autocommit=True) as server:
            for statement in statements:
                server.execute(statement)
            server.execute("NOTIFY jiaohao")
        return
    with closing(sqlite3.connect(url, isolation_level=None)) as file:
        for statement in statements:
            file.execute(statement)
