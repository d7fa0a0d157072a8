"""The database of a living bot, looked at from outside."""

import sqlite3
from contextlib import closing
from pathlib import Path


def rows(folder: Path, what: str) -> int:
    """How many there are just now."""
    with closing(sqlite3.connect(f"file:{folder / 'nastavnik.db'}?mode=ro", uri=True)) as database:
        (found,) = database.execute(f"SELECT COUNT(*) FROM {what}").fetchone()
    return int(found)
