"""Who holds an instance's lock, as the PostgreSQL server tells it."""

from typing import Any

import psycopg

from storage.postgres import INSTANCE_LOCK

# Of the lock that an instance on this very schema holds or waits for.
LOCKS = f"""SELECT pid, granted FROM pg_locks WHERE locktype = 'advisory' AND classid = {INSTANCE_LOCK}
            AND objid::bigint = hashtext(current_schema())::bigint & 4294967295
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"""


def holders(server: "psycopg.Connection[tuple[Any, ...]]") -> list[int]:
    return [pid for pid, granted in server.execute(LOCKS) if granted]


def cut_off(server: "psycopg.Connection[tuple[Any, ...]]") -> None:
    """The connection that holds the lock ends; its process lives on and may not know it yet."""
    (holder,) = holders(server)
    server.execute("SELECT pg_terminate_backend(%s)", [holder])
