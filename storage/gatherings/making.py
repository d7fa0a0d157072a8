"""An event itself: made, changed, cancelled."""

from collections.abc import Sequence
from datetime import date, datetime

from storage.gatherings.model import Gathering
from storage.tx import Tx
from storage.vocabulary.gatherings import GatheringKind

_COLUMNS = """id, school_id, school_year, kind, state, day, starts, place, places, agenda, calls, edition, guests, gone,
              feedback, survey_id, evidence_id, number, dated_on, chair, secretary, invited_at"""


async def add(
    tx: Tx,
    *,
    school_id: int,
    school_year: int,
    kind: GatheringKind,
    day: date,
    starts: str,
    place: str,
    places: int | None,
    agenda: Sequence[str],
    calls: bool,
    by: int,
    now: datetime,
) -> int:
    """A draft."""
    return await tx.inserted(
        """INSERT INTO gathering (school_id, school_year, kind, state, day, starts, place, places, agenda, calls,
                                  made_by, made_at)
           VALUES (:school_id, :school_year, :kind, 'draft', :day, :starts, :place, CAST(:places AS BIGINT), :agenda,
                   :calls, :by, :now)
           RETURNING id""",
        school_id=school_id,
        school_year=school_year,
        kind=kind,
        day=day,
        starts=starts,
        place=place,
        places=places,
        agenda=list(agenda),
        calls=calls,
        by=by,
        now=now,
    )


async def get(tx: Tx, gathering_id: int, school_id: int) -> Gathering | None:
    return await tx.one(
        Gathering,
        f"SELECT {_COLUMNS} FROM gathering WHERE id = :gathering_id AND school_id = :school_id",
        gathering_id=gathering_id,
        school_id=school_id,
    )


async def of_school(tx: Tx, school_id: int, school_year: int) -> list[Gathering]:
    """Of one school year, the latest day first; cancelled ones too."""
    return await tx.all(
        Gathering,
        f"""SELECT {_COLUMNS} FROM gathering WHERE school_id = :school_id AND school_year = :school_year
            ORDER BY day DESC, id DESC""",
        school_id=school_id,
        school_year=school_year,
    )


async def on_day(tx: Tx, school_id: int, school_year: int, day: date) -> list[Gathering]:
    """What else is to be on this day."""
    return await tx.all(
        Gathering,
        f"""SELECT {_COLUMNS} FROM gathering WHERE school_id = :school_id AND school_year = :school_year
              AND day = :day AND state <> 'cancelled' ORDER BY starts, id""",
        school_id=school_id,
        school_year=school_year,
        day=day,
    )


async def change(tx: Tx, gathering_id: int, *, day: date, starts: str, place: str, edition: int) -> int:
    """Another day, time or place; 0 when it was changed or cancelled meanwhile: `edition` is the one it was read in."""
    return await tx.run(
        """UPDATE gathering SET day = :day, starts = :starts, place = :place, edition = edition + 1
           WHERE id = :gathering_id AND edition = :edition AND state <> 'cancelled'""",
        gathering_id=gathering_id,
        day=day,
        starts=starts,
        place=place,
        edition=edition,
    )


async def set_places(tx: Tx, gathering_id: int, places: int | None) -> int:
    return await tx.run(
        "UPDATE gathering SET places = CAST(:places AS BIGINT) WHERE id = :gathering_id",
        gathering_id=gathering_id,
        places=places,
    )


async def set_agenda(tx: Tx, gathering_id: int, agenda: Sequence[str]) -> int:
    """0 when the minutes have lines already: they stand under its items."""
    return await tx.run(
        """UPDATE gathering SET agenda = :agenda WHERE id = :gathering_id
             AND NOT EXISTS (SELECT 1 FROM gathering_line WHERE gathering_id = :gathering_id)""",
        gathering_id=gathering_id,
        agenda=list(agenda),
    )


async def set_calls(tx: Tx, gathering_id: int, *, calls: bool) -> int:
    return await tx.run(
        "UPDATE gathering SET calls = :calls WHERE id = :gathering_id", gathering_id=gathering_id, calls=calls
    )


async def mark_invited(tx: Tx, gathering_id: int, now: datetime) -> int:
    """0 when the invitations went before."""
    return await tx.run(
        "UPDATE gathering SET state = 'invited', invited_at = :now WHERE id = :gathering_id AND state = 'draft'",
        gathering_id=gathering_id,
        now=now,
    )


async def cancel(tx: Tx, gathering_id: int) -> int:
    """0 when nobody was invited, it is cancelled, or somebody was there."""
    return await tx.run(
        """UPDATE gathering SET state = 'cancelled', edition = edition + 1
           WHERE id = :gathering_id AND state = 'invited' AND evidence_id IS NULL""",
        gathering_id=gathering_id,
    )


async def drop_draft(tx: Tx, gathering_id: int) -> int:
    """0 when it is no draft any more."""
    await tx.run(
        """DELETE FROM gathering_person WHERE gathering_id = :gathering_id
             AND EXISTS (SELECT 1 FROM gathering WHERE id = :gathering_id AND state = 'draft')""",
        gathering_id=gathering_id,
    )
    return await tx.run("DELETE FROM gathering WHERE id = :gathering_id AND state = 'draft'", gathering_id=gathering_id)


async def set_guests(tx: Tx, gathering_id: int, guests: int) -> int:
    return await tx.run(
        "UPDATE gathering SET guests = :guests WHERE id = :gathering_id AND guests <> :guests",
        gathering_id=gathering_id,
        guests=guests,
    )


async def prove(tx: Tx, gathering_id: int, evidence_id: int | None) -> int:
    """By which evidence of the roadmap it stands there as held; None takes that back."""
    return await tx.run(
        "UPDATE gathering SET evidence_id = CAST(:evidence_id AS BIGINT) WHERE id = :gathering_id",
        gathering_id=gathering_id,
        evidence_id=evidence_id,
    )


async def set_feedback(tx: Tx, gathering_id: int, feedback: int | None) -> int:
    """From how many answers on the bot asks by itself; 0 when it was asked already."""
    return await tx.run(
        """UPDATE gathering SET feedback = CAST(:feedback AS BIGINT)
           WHERE id = :gathering_id AND survey_id IS NULL""",
        gathering_id=gathering_id,
        feedback=feedback,
    )


async def note_survey(tx: Tx, gathering_id: int, survey_id: int) -> int:
    """0 when its people were asked before."""
    return await tx.run(
        "UPDATE gathering SET survey_id = :survey_id WHERE id = :gathering_id AND survey_id IS NULL",
        gathering_id=gathering_id,
        survey_id=survey_id,
    )
