"""How a database means to carry a statement out, and which of its steps walk through a whole table."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from storage.dialect import Dialect
from storage.rows import SqlValue
from storage.tx import Connection

# What has a row for each person, answer or update. Every table stands in one of the two sets.
GROWING = frozenset(
    [
        "person",
        "account",
        "role",
        "invite",
        "wrong_code",
        "consent",
        "paper",
        "form_run",
        "answer",
        "question",
        "form_ask",
        "anonymous_answer",
        "mentor_pause",
        *(
            "pairing",
            "pairing_member",
            "offer",
            "pairing_move",
            "pair_tie",
            "group_exit",
            "pair_order_line",
            "pair_paper",
        ),
        *("programme", "programme_step", "programme_version", "contact_note", "meeting", "free_lesson"),
        *("free_lessons_marked", "fit_answer", "queue_exit", "support_note", "match_told"),
        *("gathering_person", "gathering_line"),
        *("practice_card", "practice_edit", "practice_printed", "nominated"),
        "pair_goes_on",
        "evidence",
        "reminder",
        "snooze",
        "announcement_to",
        *("person_declension", "school_declension"),
        "journal",
        "inbox",
        "outbox",
        "job",
    ]
)
SMALL = frozenset(
    [
        *(
            "school",
            "activity",
            "staff_list",
            "sent_sheet",
            "machine",
            "schema_version",
            "form",
            "form_version",
            "form_draft",
        ),
        *("survey", "survey_plan", "roadmap_choice", "own_roadmap", "school_break", "school_day", "announcement"),
        *("pair_order", "pair_draft", "material", "sent_sheet", "gathering"),
        *("pair_order", "pair_draft", "material", "sent_sheet"),
        *("practice_collection", "nomination"),
        *("pair_order", "pair_draft", "material", "material_sent", "sent_sheet"),
        *("closed_year", "year_words", "journal_head"),
        *("document", "document_template", "document_value", "school_detail"),
    ]
)

# Indexes of what is waiting to be done: to walk through one of these is to read the work itself.
QUEUES = frozenset(
    [
        "inbox_open",
        "outbox_due",
        "outbox_sending",
        "outbox_unknown",
        "job_due",
        "person_to_erase",
        "invite_tried_again",
        "form_run_idle",
        "invite_named",
        "consent_by_term",
        "offer_waiting",
        "pairing_leaving",
        "programme_step_due",
        "form_ask_ticked",
        "gathering_task_open",
    ]
)

# PostgreSQL must show that it can do without a sequential scan and without a join that reads both sides whole; tables
# are joined as the statement says, or the luck of a sample of statistics would choose where two orders cost the same.
_SETTINGS = ("enable_seqscan = off", "enable_hashjoin = off", "enable_mergejoin = off", "join_collapse_limit = 1")

Step = str


class Recording:
    """A connection that remembers what was asked of it, each statement with its (first) parameters."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.statements: list[tuple[str, Mapping[str, SqlValue]]] = []

    async def fetch(self, sql: str, params: Mapping[str, SqlValue]) -> tuple[tuple[str, ...], Sequence[Sequence[Any]]]:
        self.statements.append((sql, params))
        return await self._connection.fetch(sql, params)

    async def execute(self, sql: str, params: Mapping[str, SqlValue]) -> int:
        self.statements.append((sql, params))
        return await self._connection.execute(sql, params)

    async def execute_many(self, sql: str, rows: Sequence[Mapping[str, SqlValue]]) -> None:
        self.statements.append((sql, rows[0]))
        await self._connection.execute_many(sql, rows)


async def full_scans(connection: Connection, dialect: Dialect, sql: str, params: Mapping[str, SqlValue]) -> list[Step]:
    """The steps that read every row of a growing table, or every entry of an index of one."""
    if dialect is Dialect.SQLITE:
        _, rows = await connection.fetch(f"EXPLAIN QUERY PLAN {sql}", params)
        return [row[3] for row in rows if _sqlite_scans(row[3], sql)]
    for setting in _SETTINGS:
        await connection.execute(f"SET LOCAL {setting}", {})
    _, indexes = await connection.fetch(_POSTGRES_INDEXES, {})
    leading = {name: re.findall(r"\((\w+)", definition)[0] for name, definition in indexes}
    _, rows = await connection.fetch(f"EXPLAIN (FORMAT JSON) {sql}", params)
    return [step for plan in rows[0][0] for step in _postgres_scans(plan["Plan"], "", leading)]


_POSTGRES_INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"


def _sqlite_scans(step: Step, sql: str) -> bool:
    found = re.match(r"(SCAN|SEARCH) (\S+)(?: USING (?:(?:COVERING )?INDEX (\S+)|(.*)))?", step)
    if found is None or found.group(3) in QUEUES:
        return False
    how, name, index, other = found.groups()
    if _is_made_here(name, sql) or _aliases(sql).get(name, name) in SMALL:
        return False
    if sql.lstrip().startswith("INSERT") and not re.search(rf"\b{name}\b", sql):
        return False  # a table that points here: walked only while a deferred foreign key is broken, and ours never are
    # A search in disguise: for MAX(id) without an index, from an id to the end, by an index made for this once.
    disguised = (index, other) == (None, None) or bool(re.search(r"\(rowid[<>]\?\)|AUTOMATIC", step))
    return how == "SCAN" or disguised


def _is_made_here(name: str, sql: str) -> bool:
    """Not a table: constants, a subquery, a CTE of the statement."""
    return name in ("CONSTANT", "VALUES") or name.startswith("(") or f"WITH {name} AS" in sql


def _aliases(sql: str) -> dict[str, str]:
    """Short names of tables in a statement."""
    return {alias: table for table, alias in re.findall(r"\b(?:FROM|JOIN|UPDATE)\s+(\w+)\s+(?:AS\s+)?(\w+)", sql)}


def _postgres_scans(node: Mapping[str, Any], table: str, leading: Mapping[str, str]) -> list[Step]:
    kind, table, index = node["Node Type"], node.get("Relation Name", table), node.get("Index Name")
    whole = kind == "Seq Scan" or (index is not None and index not in QUEUES and not _narrows(node, leading[index]))
    found = [f"{kind} {index or ''} of {table}"] if whole and table not in SMALL else []
    for below in node.get("Plans", ()):
        found += _postgres_scans(below, table, leading)
    return found


def _narrows(node: Mapping[str, Any], column: str) -> bool:
    """Entered by the index's first column, not walked with a filter; an id's "from here to the end" is a walk."""
    condition = str(node.get("Index Cond", ""))
    to_the_end = node["Index Name"].endswith("_pkey") and re.fullmatch(r"\(\w+ [<>]=? [^()]*\)", condition)
    return bool(re.search(rf"\b{column}\b", condition)) and not to_the_end
