"""Forms as they were asked, by digest; a school's versions of them, and the drafts that wait to be published."""

from dataclasses import dataclass
from datetime import datetime

from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Version:
    """What a school asks, as text; `version` 0 stands for nothing of its own."""

    version: int
    digest: str
    content: str
    note: str
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    id: int
    form_key: str
    base_version: int  # the version that it was compared with
    digest: str
    content: str
    made_at: datetime


_VERSION = "v.version, v.digest, f.content, v.note, v.published_at"
_DRAFT = "d.id, d.form_key, d.base_version, d.digest, f.content, d.made_at"


async def keep(tx: Tx, digest: str, content: str) -> None:
    """Kept once, whoever asks it."""
    await tx.run(
        "INSERT INTO form (digest, content) VALUES (:digest, :content) ON CONFLICT (digest) DO NOTHING",
        digest=digest,
        content=content,
    )


async def content(tx: Tx, digest: str) -> str | None:
    return await tx.one(str, "SELECT content FROM form WHERE digest = :digest", digest=digest)


async def newest(tx: Tx, school_id: int, form_key: str) -> Version | None:
    """The school's own last version; None when it asks what comes with the bot."""
    return await tx.one(
        Version,
        f"""SELECT {_VERSION} FROM form_version v JOIN form f ON f.digest = v.digest
            WHERE v.school_id = :school_id AND v.form_key = :form_key ORDER BY v.version DESC LIMIT 1""",
        school_id=school_id,
        form_key=form_key,
    )


async def newest_of_all(tx: Tx, school_id: int) -> list[Version]:
    """The last version of every questionnaire that the school has changed."""
    return await tx.all(
        Version,
        f"""SELECT {_VERSION} FROM form_version v JOIN form f ON f.digest = v.digest
            WHERE v.school_id = :school_id AND v.version = (SELECT MAX(version) FROM form_version
                  WHERE school_id = v.school_id AND form_key = v.form_key) ORDER BY v.form_key""",
        school_id=school_id,
    )


async def versions(tx: Tx, school_id: int, form_key: str) -> list[Version]:
    """The school's own, the newest first."""
    return await tx.all(
        Version,
        f"""SELECT {_VERSION} FROM form_version v JOIN form f ON f.digest = v.digest
            WHERE v.school_id = :school_id AND v.form_key = :form_key ORDER BY v.version DESC""",
        school_id=school_id,
        form_key=form_key,
    )


async def publish(
    tx: Tx, *, school_id: int, form_key: str, version: int, digest: str, note: str, by: int, now: datetime
) -> int:
    """0 when this number is taken: somebody has published meanwhile."""
    return await tx.run(
        """INSERT INTO form_version (school_id, form_key, version, digest, note, published_by, published_at)
           VALUES (:school_id, :form_key, :version, :digest, :note, :by, :now)
           ON CONFLICT (school_id, form_key, version) DO NOTHING""",
        school_id=school_id,
        form_key=form_key,
        version=version,
        digest=digest,
        note=note,
        by=by,
        now=now,
    )


async def put_draft(
    tx: Tx, *, school_id: int, form_key: str, base_version: int, digest: str, by: int, now: datetime
) -> None:
    """A later file takes the place of an earlier one; its id is new, so that old buttons mean the old one."""
    await tx.run(
        "DELETE FROM form_draft WHERE school_id = :school_id AND form_key = :form_key",
        school_id=school_id,
        form_key=form_key,
    )
    await tx.run(
        """INSERT INTO form_draft (school_id, form_key, base_version, digest, made_by, made_at)
           VALUES (:school_id, :form_key, :base_version, :digest, :by, :now)""",
        school_id=school_id,
        form_key=form_key,
        base_version=base_version,
        digest=digest,
        by=by,
        now=now,
    )


async def draft(tx: Tx, school_id: int, form_key: str) -> Draft | None:
    return await tx.one(
        Draft,
        f"""SELECT {_DRAFT} FROM form_draft d JOIN form f ON f.digest = d.digest
            WHERE d.school_id = :school_id AND d.form_key = :form_key""",
        school_id=school_id,
        form_key=form_key,
    )


async def drafts(tx: Tx, school_id: int) -> list[Draft]:
    return await tx.all(
        Draft,
        f"""SELECT {_DRAFT} FROM form_draft d JOIN form f ON f.digest = d.digest
            WHERE d.school_id = :school_id ORDER BY d.form_key""",
        school_id=school_id,
    )


async def draft_by_id(tx: Tx, school_id: int, draft_id: int) -> Draft | None:
    return await tx.one(
        Draft,
        f"""SELECT {_DRAFT} FROM form_draft d JOIN form f ON f.digest = d.digest
            WHERE d.id = :draft_id AND d.school_id = :school_id""",
        school_id=school_id,
        draft_id=draft_id,
    )


async def drop_draft(tx: Tx, school_id: int, draft_id: int) -> int:
    """0 when it is gone already."""
    return await tx.run(
        "DELETE FROM form_draft WHERE id = :draft_id AND school_id = :school_id",
        draft_id=draft_id,
        school_id=school_id,
    )
