"""Empty databases to test on: a SQLite file, or a schema of its own in the PostgreSQL that TEST_POSTGRES_URL names."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from storage.dialect import Dialect

POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL", "")
LEFT_OUT = "TEST_POSTGRES_URL is not set: the PostgreSQL half is left out"


@contextmanager
def empty_database(dialect: Dialect, folder: Path) -> Iterator[str]:
    """The URL of a database without a single table."""
    if dialect is Dialect.SQLITE:
        yield f"sqlite:///{folder / 'test.db'}"
        return
    with admin() as server:
        schema = f"test_{secrets.token_hex(6)}"
        server.execute(f"CREATE SCHEMA {schema}")
        try:
            # No waiting for the disk: what a test commits need not survive the machine.
            joint = "&" if "?" in POSTGRES_URL else "?"
            yield f"{POSTGRES_URL}{joint}options=-csearch_path%3D{schema}%20-csynchronous_commit%3Doff"
        finally:
            server.execute(f"DROP SCHEMA {schema} CASCADE")


KEPT = ("consent", "journal")


def clean(url: str) -> None:
    """Every row out of every table but the schema's version: one statement, so foreign keys are asked at its end.

    Ids are given from the first one again, so that two tellings of one story may be compared.

    The ledger of consents and the journal are kept by triggers, from everybody but the table's owner.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
            " AND tablename NOT IN ('schema_version', 'journal_head')"
        ).fetchall()
        deletes = ", ".join(f"from_{table} AS (DELETE FROM {table})" for (table,) in tables)
        for table in KEPT:
            connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        connection.execute(f"WITH {deletes} SELECT 1")
        connection.execute(
            "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)"
            " FROM pg_sequences WHERE schemaname = current_schema()"
        )
        connection.execute("UPDATE journal_head SET length = 0, hash = '', pruned = 0, pruned_to = 0, anchor = ''")
        for table in KEPT:
            connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@contextmanager
def admin() -> Iterator["psycopg.Connection[Any]"]:
    """A connection of the test's own to the PostgreSQL server; skips the test when there is none."""
    if not POSTGRES_URL:
        pytest.skip(LEFT_OUT)
    with psycopg.connect(POSTGRES_URL, autocommit=True) as connection:
        yield connection
