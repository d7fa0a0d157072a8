"""A school's own Word templates: one of a kind waits to be accepted, one holds, earlier ones stay."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind


@dataclass(frozen=True, slots=True)
class Template:
    """`version` is 0 while it waits."""

    id: int
    kind: DocumentKind
    version: int
    digest: str
    sent_at: datetime
    dropped_at: datetime | None


_COLUMNS = "id, kind, COALESCE(version, 0) AS version, digest, sent_at, dropped_at"


async def put_waiting(
    tx: Tx, *, school_id: int, kind: DocumentKind, content: str, digest: str, by: int, now: datetime
) -> int:
    """In the place of the one that waited before."""
    await drop_waiting(tx, school_id, kind)
    return await tx.inserted(
        """INSERT INTO document_template (school_id, kind, content, digest, sent_by, sent_at)
           VALUES (:school_id, :kind, :content, :digest, :by, :now) RETURNING id""",
        school_id=school_id,
        kind=kind,
        content=content,
        digest=digest,
        by=by,
        now=now,
    )


async def drop_waiting(tx: Tx, school_id: int, kind: DocumentKind) -> int:
    return await tx.run(
        "DELETE FROM document_template WHERE school_id = :school_id AND kind = :kind AND version IS NULL",
        school_id=school_id,
        kind=kind,
    )


async def waiting(tx: Tx, school_id: int, kind: DocumentKind) -> Template | None:
    return await tx.one(
        Template,
        f"""SELECT {_COLUMNS} FROM document_template
            WHERE school_id = :school_id AND kind = :kind AND version IS NULL""",
        school_id=school_id,
        kind=kind,
    )


async def holding(tx: Tx, school_id: int, kind: DocumentKind) -> Template | None:
    return await tx.one(
        Template,
        f"""SELECT {_COLUMNS} FROM document_template
            WHERE school_id = :school_id AND kind = :kind AND version IS NOT NULL AND dropped_at IS NULL""",
        school_id=school_id,
        kind=kind,
    )


async def content(tx: Tx, template_id: int, school_id: int) -> str:
    """In base64; empty when there is none."""
    found = await tx.one(
        str,
        "SELECT content FROM document_template WHERE id = :template_id AND school_id = :school_id",
        template_id=template_id,
        school_id=school_id,
    )
    return found or ""


async def last_version(tx: Tx, school_id: int, kind: DocumentKind) -> int:
    """0 when none was ever accepted."""
    found = await tx.one(
        int,
        """SELECT COALESCE(MAX(version), 0) FROM document_template
           WHERE school_id = :school_id AND kind = :kind AND version IS NOT NULL""",
        school_id=school_id,
        kind=kind,
    )
    return found or 0


async def accept(tx: Tx, template_id: int, school_id: int, version: int) -> int:
    """0 when it waits no more."""
    return await tx.run(
        """UPDATE document_template SET version = :version
           WHERE id = :template_id AND school_id = :school_id AND version IS NULL""",
        template_id=template_id,
        school_id=school_id,
        version=version,
    )


async def drop_holding(tx: Tx, school_id: int, kind: DocumentKind, now: datetime) -> int:
    """0 when ours holds already."""
    return await tx.run(
        """UPDATE document_template SET dropped_at = :now
           WHERE school_id = :school_id AND kind = :kind AND version IS NOT NULL AND dropped_at IS NULL""",
        school_id=school_id,
        kind=kind,
        now=now,
    )
