"""`jiaohao grant` and the password that it is given."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest


@pytest.fixture
def user(postgres_url) -> Iterator[str]:
    """A database user of this test alone, dropped afterwards."""
    name = f"board_{uuid4().hex[:8]}"
    yield name
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(f"DROP OWNED BY {name}; DROP ROLE {name}")


def test_a_password_comes_from_a_pipe_without_a_warning(child, postgres_url, user):
    words = ("grant", "display", "--user", user, "--password", "-", "--db", postgres_url)
    answer = child(*words, input="Piped-word-1\n", env={"LANG": "C.UTF-8"})
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"{user} has the rights of the role display\n"
    with psycopg.connect(postgres_url) as connection:
        (stored,) = connection.execute(
            "SELECT rolpassword FROM pg_authid WHERE rolname = %s", [user]
        ).fetchone()
    assert stored.startswith("SCRAM-SHA-256$")


def test_a_password_in_sight_of_everybody_is_refused(jiaohao, sqlite_url):
    answer = jiaohao("grant", "display", "--password", "Visible-word-1", "--db", sqlite_url)
    assert answer.code == 1 and "--password -" in answer.err
    assert "Visible" not in answer.err


def test_an_empty_pipe_is_no_password(child, sqlite_url):
    answer = child("grant", "display", "--password", "-", "--db", sqlite_url, input="")
    assert answer.code == 1
    assert answer.err.count("\n") == 1
    assert "empty" in answer.err
