"""A school and its people, as few words as a test needs."""

from datetime import UTC, datetime

from storage import accounts, people, runs, schools
from storage.tx import Tx
from storage.vocabulary import PersonState, Source

NOW = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)


async def school(tx: Tx) -> int:
    return await schools.add(tx, name="МБОУ «Школа № 12»", short_name="Школа № 12", school_year=2026, now=NOW)


async def person(tx: Tx, school_id: int, *, telegram: int | None = None, name: str = "Иванова Анна Петровна") -> int:
    """Listed; with a Telegram id they have come in."""
    return await people.add(
        tx,
        school_id=school_id,
        account_id=None if telegram is None else await accounts.ensure(tx, telegram, NOW),
        full_name=name,
        search_name=name.casefold(),
        sort_name=name.casefold(),
        state=PersonState.INVITED if telegram is None else PersonState.ACTIVE,
        now=NOW,
    )


async def run(tx: Tx, school_id: int, person_id: int, *, entered_by: int | None = None) -> int:
    """An open request."""
    return await runs.add(
        tx,
        school_id=school_id,
        person_id=person_id,
        entered_by=entered_by or person_id,
        form_key="needs",
        form_version=1,
        digest=None,
        place="role",
        about={},
        parent_id=None,
        consent_id=None,
        source=Source.TAP if entered_by is None else Source.PAPER,
        now=NOW,
    )
