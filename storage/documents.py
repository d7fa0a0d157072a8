"""Papers that were made: their number and date, by which template, how often; and what was typed for them."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind


@dataclass(frozen=True, slots=True)
class Document:
    """`about` is what it is about, in ids; the number and the date come together."""

    id: int
    school_year: int
    kind: DocumentKind
    about: str
    number: str
    dated_on: date | None
    template_id: int | None
    digest: str
    first_made_at: datetime
    copies: int


@dataclass(frozen=True, slots=True)
class Numbered:
    id: int
    kind: DocumentKind


@dataclass(frozen=True, slots=True)
class Typed:
    field: str
    value: str


_COLUMNS = "id, school_year, kind, about, number, dated_on, template_id, digest, first_made_at, copies"


async def add(
    tx: Tx,
    *,
    school_id: int,
    school_year: int,
    kind: DocumentKind,
    about: str,
    template_id: int | None,
    digest: str,
    by: int,
    now: datetime,
) -> int:
    return await tx.inserted(
        """INSERT INTO document (school_id, school_year, kind, about, template_id, digest, made_by, first_made_at)
           VALUES (:school_id, :school_year, :kind, :about, :template_id, :digest, :by, :now) RETURNING id""",
        school_id=school_id,
        school_year=school_year,
        kind=kind,
        about=about,
        template_id=template_id,
        digest=digest,
        by=by,
        now=now,
    )


async def find(tx: Tx, school_id: int, school_year: int, kind: DocumentKind, about: str) -> Document | None:
    return await tx.one(
        Document,
        f"""SELECT {_COLUMNS} FROM document
            WHERE school_id = :school_id AND school_year = :school_year AND kind = :kind AND about = :about""",
        school_id=school_id,
        school_year=school_year,
        kind=kind,
        about=about,
    )


async def of_year(tx: Tx, school_id: int, school_year: int) -> list[Document]:
    return await tx.all(
        Document,
        f"""SELECT {_COLUMNS} FROM document
            WHERE school_id = :school_id AND school_year = :school_year ORDER BY id""",
        school_id=school_id,
        school_year=school_year,
    )


async def numbered(tx: Tx, school_id: int, number: str, dated_on: date) -> list[Numbered]:
    """Which papers of the school have this number and day."""
    return await tx.all(
        Numbered,
        """SELECT id, kind FROM document
           WHERE school_id = :school_id AND number = :number AND number <> '' AND dated_on = :dated_on ORDER BY id""",
        school_id=school_id,
        number=number,
        dated_on=dated_on,
    )


async def remake(tx: Tx, document_id: int, *, template_id: int | None, digest: str) -> None:
    """Other content: the first of its kind again."""
    await tx.run(
        """UPDATE document SET template_id = :template_id, digest = :digest, copies = 0 WHERE id = :document_id""",
        document_id=document_id,
        template_id=template_id,
        digest=digest,
    )


async def copied(tx: Tx, document_id: int) -> None:
    await tx.run("UPDATE document SET copies = copies + 1 WHERE id = :document_id", document_id=document_id)


async def sign(tx: Tx, document_id: int, *, number: str, dated_on: date, digest: str) -> None:
    """What it says now is what was signed; the next one made is the first with this number."""
    await tx.run(
        """UPDATE document SET number = :number, dated_on = :dated_on, digest = :digest, copies = -1
           WHERE id = :document_id""",
        document_id=document_id,
        number=number,
        dated_on=dated_on,
        digest=digest,
    )


async def settle(tx: Tx, document_id: int, *, template_id: int | None, digest: str) -> None:
    """Signed, with its number kept elsewhere: the next one made is the first with it."""
    await tx.run(
        "UPDATE document SET template_id = :template_id, digest = :digest, copies = -1 WHERE id = :document_id",
        document_id=document_id,
        template_id=template_id,
        digest=digest,
    )


async def put_value(tx: Tx, *, school_id: int, school_year: int, kind: DocumentKind, field: str, value: str) -> None:
    await tx.run(
        """INSERT INTO document_value (school_id, school_year, kind, field, value)
           VALUES (:school_id, :school_year, :kind, :field, :value)
           ON CONFLICT (school_id, school_year, kind, field) DO UPDATE SET value = excluded.value""",
        school_id=school_id,
        school_year=school_year,
        kind=kind,
        field=field,
        value=value,
    )


async def values(tx: Tx, school_id: int, school_year: int, kind: DocumentKind) -> list[Typed]:
    return await tx.all(
        Typed,
        """SELECT field, value FROM document_value
           WHERE school_id = :school_id AND school_year = :school_year AND kind = :kind ORDER BY field""",
        school_id=school_id,
        school_year=school_year,
        kind=kind,
    )
