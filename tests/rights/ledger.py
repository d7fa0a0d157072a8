"""What stands in the database, row by row, and whose it is."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from typing import TypeAlias

from tests.cast import Person
from tests.conftest import School

# What came in, which screen a chat was shown last, how far numbers have run: kept of everybody who presses anything.
MACHINES = frozenset({"inbox", "screen", "sqlite_sequence", "journal_head"})
OF_NOBODY = frozenset({"form"})  # the words of a questionnaire by their hash, kept when it is begun first
CHATS = {"account": "external_id", "outbox": "chat_id", "job": "chat_id"}
Key: TypeAlias = tuple[str, object]  # of a row: its table, its id


@dataclass(frozen=True, slots=True)
class Row:
    table: str
    values: tuple[object, ...]
    key: Key
    parents: frozenset[Key]
    chat: object


def everything(school: School) -> set[Row]:
    """Of every table that there is: a new one comes in by itself."""
    with closing(sqlite3.connect(school.bot.database_file)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {row for table in set(tables) - MACHINES for row in _rows(database, table)}


def _rows(database: sqlite3.Connection, table: str) -> Iterable[Row]:
    keys = [(key[3], key[2]) for key in database.execute(f"PRAGMA foreign_key_list({table})")]
    found = database.execute(f"SELECT * FROM {table}")
    columns = [column[0] for column in found.description]
    for values in found.fetchall():
        named = dict(zip(columns, values, strict=True))
        parents = frozenset((to, named[column]) for column, to in keys if named[column] is not None)
        yield Row(table, values, (table, named.get("id", values)), parents, named.get(CHATS.get(table, "")))


def changed(before: set[Row], after: set[Row], person: Person) -> list[Row]:
    """Answers to the person, and what is remembered of their account, are no change."""
    kept = {"account", "outbox"}
    return _in_order(each for each in before ^ after if not (each.table in kept and each.chat == person.user_id))


def of_others(before: set[Row], after: set[Row], person: Person, own: frozenset[Key]) -> list[Row]:
    """Changes of what hangs neither on what is one's own, a person or a school, nor on one's own chat."""
    rows = {row.key: row for row in before | after}

    def is_own(row: Row) -> bool:
        if row.key in own or row.chat == person.user_id or row.table in OF_NOBODY:
            return True
        people = {each for each in row.parents if each[0] in ("person", "school")}
        if people:
            return bool(people & own) and {each for each in people if each[0] == "person"} <= own
        return bool(row.parents) and all(is_own(rows[each]) for each in row.parents if each in rows)

    return _in_order(each for each in before ^ after if not is_own(each))


def _in_order(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row.table, repr(row.values)))
