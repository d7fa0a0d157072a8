"""Every column that holds words typed by people: where the name of somebody else may stand who is to be erased.

Kept together and not by noun, because they are gone through together. A test holds the list against the schema.
"""

from dataclasses import dataclass
from enum import StrEnum

from storage.tx import Tx


class Fate(StrEnum):
    """What becomes of a text that names them."""

    DOTS = "dots"  # stand in the name's place, the rest stays
    FOLDED = "folded"  # the same in words that were made to be searched, in small letters
    BLANK = "blank"  # it is a name and nothing else
    DROPPED = "dropped"  # with its row
    COUNTED = "counted"  # a row counts how often it was said


@dataclass(frozen=True, slots=True)
class Column:
    table: str
    name: str
    of_school: str  # the rows of one school
    fate: Fate = Fate.DOTS


_SCHOOL = "school_id = :school_id"
_RUN = "run_id IN (SELECT id FROM form_run WHERE school_id = :school_id)"
_PAIR = "pairing_id IN (SELECT id FROM pairing WHERE school_id = :school_id)"
_GATHERING = "gathering_id IN (SELECT id FROM gathering WHERE school_id = :school_id)"
_CARD = "card_id IN (SELECT id FROM practice_card WHERE school_id = :school_id)"
_SURVEY = "survey_id IN (SELECT id FROM survey WHERE school_id = :school_id)"


def _columns(table: str, names: str, of_school: str = _SCHOOL, fate: Fate = Fate.DOTS) -> tuple[Column, ...]:
    return tuple(Column(table, name, of_school, fate) for name in names.split())


COLUMNS = (
    *_columns("school", "psychologist_hours", "id = :school_id"),
    *_columns("school", "director", "id = :school_id", Fate.BLANK),
    *_columns("school_detail", "value", fate=Fate.DROPPED),
    *_columns("school_declension", "spelling", fate=Fate.DROPPED),
    *_columns("document_value", "value", fate=Fate.DROPPED),
    *_columns("form_version", "note"),
    *_columns("form_run", "about"),
    *_columns("answer", "value", _RUN),
    *_columns("question", "about text reply"),
    *_columns("anonymous_answer", "value", _SURVEY, Fate.COUNTED),
    *_columns("announcement", "text"),
    *_columns("evidence", "words"),
    *_columns("pairing", "why terms"),
    *_columns("offer", "reason", _PAIR),
    *_columns("queue_exit", "reason"),
    *_columns("programme", "content note", _PAIR),
    *_columns("programme_step", "activity form result evidence", _PAIR),
    *_columns("programme_version", "content changes", _PAIR),
    *_columns("contact_note", "next_step", _PAIR),
    *_columns("material", "title purpose file_name"),
    *_columns("gathering", "place agenda"),
    *_columns("gathering", "chair secretary", fate=Fate.BLANK),
    *_columns("gathering_person", "talk", _GATHERING),
    *_columns("gathering_line", "text", _GATHERING),
    *_columns("practice_card", "title useful_to problem done result links note"),
    *_columns("practice_card", "title_words words", fate=Fate.FOLDED),
    *_columns("practice_edit", "was became", _CARD),
    *_columns("nomination", "title"),
    *_columns("closed_year", "keep_reason"),
    *_columns("year_words", "words"),
)


async def texts(tx: Tx, of: Column, school_id: int) -> list[str]:
    """Each text once."""
    return await tx.all(
        str,
        f"SELECT DISTINCT {of.name} FROM {of.table} WHERE {of.of_school} AND {of.name} <> '' ORDER BY {of.name}",
        school_id=school_id,
    )


async def reword(tx: Tx, of: Column, school_id: int, *, was: str, becomes: str) -> int:
    """How many rows it was."""
    return await tx.run(
        f"UPDATE {of.table} SET {of.name} = :becomes WHERE {of.of_school} AND {of.name} = :was",
        school_id=school_id,
        was=was,
        becomes=becomes,
    )


async def drop(tx: Tx, of: Column, school_id: int, was: str) -> int:
    return await tx.run(
        f"DELETE FROM {of.table} WHERE {of.of_school} AND {of.name} = :was", school_id=school_id, was=was
    )


async def recount(tx: Tx, school_id: int, *, was: str, becomes: str) -> int:
    """An answer without a name: what was said so often is now said in other words, beside whoever said those before."""
    await tx.run(
        f"""INSERT INTO anonymous_answer (survey_id, question, value, many)
            SELECT survey_id, question, CAST(:becomes AS TEXT), many FROM anonymous_answer
            WHERE {_SURVEY} AND value = :was
            ON CONFLICT (survey_id, question, value)
            DO UPDATE SET many = anonymous_answer.many + excluded.many""",
        school_id=school_id,
        was=was,
        becomes=becomes,
    )
    return await tx.run(f"DELETE FROM anonymous_answer WHERE {_SURVEY} AND value = :was", school_id=school_id, was=was)
