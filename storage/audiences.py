"""To whom a coordinator may write: how many each audience is, whom a message reaches, whom it does not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from storage.bank import CONSENTS, MAY_BE_TOLD, PEOPLE, REQUEST, SILENT_COLUMNS, Silent
from storage.people.model import LISTED
from storage.tx import Tx
from storage.vocabulary import Audience


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many people an audience is, whether a message reaches them or not; each field is named as its audience."""

    everybody: int
    silent: int
    mentees: int
    mentors: int
    coordinators: int

    def size(self, of: Audience) -> int:
        return int(getattr(self, of.value))


_LEADS = """(SELECT COUNT(*) FROM role l WHERE l.person_id = p.id AND l.role IN ('coordinator', 'deputy')) > 0"""
READY = """(SELECT COUNT(*) FROM form_run m JOIN answer r ON r.run_id = m.id AND r.question = 'ready'
              WHERE m.id = (SELECT MAX(id) FROM form_run WHERE person_id = p.id AND form_key = 'mentor_profile'
                            AND state IN ('open', 'submitted') AND carried = '')
                AND m.state = 'submitted' AND r.value IN ('"year"', '"short"', '"remote"')) > 0"""
# (COUNT: for EXISTS under an OR PostgreSQL reads all schools.)
_OF: Mapping[Audience, str] = {
    Audience.EVERYBODY: LISTED,
    Audience.SILENT: f"{PEOPLE} AND (f.state IS NULL OR f.state = 'open')",
    Audience.MENTEES: f"{PEOPLE} AND f.state = 'submitted'",
    Audience.MENTORS: f"{PEOPLE} AND {READY}",
    Audience.COORDINATORS: f"{LISTED} AND {_LEADS}",
}
_SIZES = ", ".join(f"COUNT(*) FILTER (WHERE {people}) AS {audience}" for audience, people in _OF.items())
_FROM = f"FROM person p LEFT JOIN account a ON a.id = p.account_id LEFT JOIN {REQUEST} {CONSENTS}"
# The same that `mentoring.notice_gate` asks when the message is sent. Who leads is not asked for leave beforehand.
REACHED = f"""CASE WHEN {MAY_BE_TOLD} THEN 1
                  WHEN p.state = 'active' AND a.reachable = 1 AND COALESCE(d.decision, '') <> 'withdrawn'
                       AND COALESCE(c.decision, 'given') = 'given'
                       AND (p.paused_until IS NULL OR p.paused_until <= :today) AND {_LEADS} THEN 1
                  ELSE 0 END"""


async def sizes(tx: Tx, school_id: int, *, but: int) -> Sizes:
    """`but` writes: nobody writes to themselves."""
    found = await tx.one(
        Sizes,
        f"SELECT {_SIZES} FROM person p LEFT JOIN {REQUEST} WHERE {LISTED} AND p.id <> :but",
        school_id=school_id,
        but=but,
    )
    return found or Sizes(0, 0, 0, 0, 0)


async def reached(tx: Tx, school_id: int, audience: Audience, *, but: int, version: int, today: date) -> list[int]:
    """Whom a message would reach, by name: so they get it."""
    return await tx.all(
        int,
        f"SELECT p.id {_FROM} WHERE {_OF[audience]} AND p.id <> :but AND {REACHED} = 1 ORDER BY p.sort_name, p.id",
        school_id=school_id,
        but=but,
        version=version,
        today=today,
    )


async def beyond(tx: Tx, school_id: int, audience: Audience, *, but: int, version: int, today: date) -> list[Silent]:
    """Whom no message reaches, by name; `state` is their request's."""
    return await tx.all(
        Silent,
        f"""SELECT {SILENT_COLUMNS} {_FROM} WHERE {_OF[audience]} AND p.id <> :but AND {REACHED} = 0
            ORDER BY p.sort_name, p.id""",
        school_id=school_id,
        but=but,
        version=version,
        today=today,
    )
