"""Names and posts in the cases that a coordinator has confirmed, each for the spelling that it was confirmed for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.rows import numbers
from storage.tx import Tx
from storage.vocabulary import WordingKind


@dataclass(frozen=True, slots=True)
class Forms:
    genitive: str
    dative: str
    accusative: str


@dataclass(frozen=True, slots=True)
class PersonForms:
    """A person of the school as they are spelled now; the cases are None until that spelling was confirmed."""

    person_id: int
    full_name: str
    position: str
    name_genitive: str | None
    name_dative: str | None
    name_accusative: str | None
    post_genitive: str | None
    post_dative: str | None
    post_accusative: str | None


async def of_people(tx: Tx, school_id: int, person_ids: Sequence[int]) -> list[PersonForms]:
    """In the order of lists; without those of another school and those who withdrew."""
    return await tx.all(
        PersonForms,
        f"""SELECT p.id AS person_id, p.full_name, p.position,
                   n.genitive AS name_genitive, n.dative AS name_dative, n.accusative AS name_accusative,
                   w.genitive AS post_genitive, w.dative AS post_dative, w.accusative AS post_accusative
            FROM person p
            LEFT JOIN person_declension n ON n.person_id = p.id AND n.spelling = p.full_name
            LEFT JOIN school_declension w
                ON w.school_id = p.school_id AND w.kind = 'post' AND w.spelling = p.position
            WHERE p.id IN ({numbers(person_ids)}) AND p.school_id = :school_id AND p.state IN ('invited', 'active')
              AND p.full_name <> '' AND p.erase_by IS NULL
            ORDER BY p.sort_name, p.id""",
        school_id=school_id,
    )


async def of_wording(tx: Tx, school_id: int, kind: WordingKind, spelling: str) -> Forms | None:
    return await tx.one(
        Forms,
        """SELECT genitive, dative, accusative FROM school_declension
           WHERE school_id = :school_id AND kind = :kind AND spelling = :spelling""",
        school_id=school_id,
        kind=kind,
        spelling=spelling,
    )


async def put_name(tx: Tx, person_id: int, *, spelling: str, forms: Forms, by: int, now: datetime) -> None:
    """What was confirmed before, for this spelling or another, is over."""
    await tx.run(
        """INSERT INTO person_declension
               (person_id, spelling, genitive, dative, accusative, confirmed_by, confirmed_at)
           VALUES (:person_id, :spelling, :genitive, :dative, :accusative, :by, :now)
           ON CONFLICT (person_id) DO UPDATE
           SET spelling = excluded.spelling, genitive = excluded.genitive, dative = excluded.dative,
               accusative = excluded.accusative, confirmed_by = excluded.confirmed_by,
               confirmed_at = excluded.confirmed_at""",
        person_id=person_id,
        spelling=spelling,
        genitive=forms.genitive,
        dative=forms.dative,
        accusative=forms.accusative,
        by=by,
        now=now,
    )


async def put_wording(
    tx: Tx, school_id: int, kind: WordingKind, *, spelling: str, forms: Forms, by: int, now: datetime
) -> None:
    await tx.run(
        """INSERT INTO school_declension
               (school_id, kind, spelling, genitive, dative, accusative, confirmed_by, confirmed_at)
           VALUES (:school_id, :kind, :spelling, :genitive, :dative, :accusative, :by, :now)
           ON CONFLICT (school_id, kind, spelling) DO UPDATE
           SET genitive = excluded.genitive, dative = excluded.dative, accusative = excluded.accusative,
               confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at""",
        school_id=school_id,
        kind=kind,
        spelling=spelling,
        genitive=forms.genitive,
        dative=forms.dative,
        accusative=forms.accusative,
        by=by,
        now=now,
    )


async def drop_directors(tx: Tx, school_id: int, *, kept: str) -> None:
    """A director who is none any more has no reason to stand here."""
    await tx.run(
        """DELETE FROM school_declension
           WHERE school_id = :school_id AND kind = 'director' AND spelling <> :kept""",
        school_id=school_id,
        kept=kept,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    """Their post too, when nobody else of the school has it: a post of one is as good as a name."""
    await tx.run("DELETE FROM person_declension WHERE person_id = :person_id", person_id=person_id)
    await tx.run(
        """DELETE FROM school_declension
           WHERE kind = 'post'
             AND (school_id, spelling) IN (SELECT school_id, position FROM person WHERE id = :person_id)
             AND NOT EXISTS (SELECT 1 FROM person o WHERE o.school_id = school_declension.school_id
                             AND o.position = school_declension.spelling AND o.id <> :person_id)""",
        person_id=person_id,
    )
