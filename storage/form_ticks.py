"""Whom a coordinator is choosing to ask: ticks of their own, kept until they are sent or taken back."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.bank import CONSENTS, MAY_BE_TOLD, PEOPLE, RUN, SILENT_COLUMNS, TOLD, Limits, Silent
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be asked; what they said of it themselves is as it is stored."""

    id: int
    full_name: str
    position: str
    experience: str | None
    ready: str | None  # of whoever has refused
    helps: str | None  # of the request: would they help colleagues
    asked_at: datetime | None
    ticked: bool


@dataclass(frozen=True, slots=True)
class Count:
    people: int
    ticked: int
    experienced: int  # not ticked yet, and neither asked nor have they refused this school year


@dataclass(frozen=True, slots=True)
class Reached:
    """One of the ticked who may be written to; `told`: they have had enough messages for now."""

    id: int
    told: bool


# What was said last counts more than the staff list.
_EXPERIENCE = """COALESCE((SELECT n.value FROM form_run e JOIN answer n ON n.run_id = e.id AND n.question = 'experience'
                   WHERE e.person_id = p.id AND e.state = 'submitted' AND e.form_key <> 'trial' AND n.value IS NOT NULL
                   ORDER BY e.submitted_at DESC, e.id DESC LIMIT 1), '"' || p.experience || '"')"""
_HELPS = """(SELECT h.value FROM answer h WHERE h.question = 'can_share' AND h.run_id = (SELECT MAX(id) FROM form_run
              WHERE person_id = p.id AND form_key = 'needs' AND state = 'submitted'))"""
_FROM = f"""FROM person p JOIN school s ON s.id = p.school_id LEFT JOIN {RUN}
             LEFT JOIN answer r ON r.run_id = f.id AND r.question = 'ready' AND f.state = 'submitted'
                  AND f.form_key = 'mentor_profile'
             LEFT JOIN form_ask k ON k.id = (SELECT MAX(id) FROM form_ask WHERE person_id = p.id
                  AND form_key = :form_key AND asked_at IS NOT NULL AND school_year = s.school_year)
             LEFT JOIN form_ask t ON t.asked_by = :by AND t.form_key = :form_key AND t.person_id = p.id
                  AND t.asked_at IS NULL"""
# Of whom a survey of the monitoring asks: those in the year's pairs; until there are pairs, those of the two banks.
_OF_THE_YEAR = """g.school_id = p.school_id AND g.state <> 'proposed' AND COALESCE(g.end_reason, '') <> 'not_agreed'
                  AND g.school_year = (SELECT school_year FROM school WHERE id = p.school_id)"""
_HAS_PAIRS = f"(SELECT COUNT(*) FROM pairing g WHERE {_OF_THE_YEAR}) > 0"
_IN_PAIR = f"""(SELECT COUNT(*) FROM pairing_member m JOIN pairing g ON g.id = m.pairing_id
                WHERE m.person_id = p.id AND m.side = '{{side}}' AND {_OF_THE_YEAR}) > 0"""
_OF_BANKS = f"""(CAST(:form_key AS TEXT) NOT IN ('mon_start_mentee', 'mon_mid_mentee', 'mon_end_mentee')
                OR CASE WHEN {_HAS_PAIRS} THEN {_IN_PAIR.format(side="mentee")}
                   ELSE EXISTS (SELECT 1 FROM form_run b WHERE b.person_id = p.id AND b.form_key = 'needs'
                                AND b.state = 'submitted') END)
             AND (CAST(:form_key AS TEXT) NOT IN ('mon_start_mentor', 'mon_mid_mentor', 'mon_end_mentor')
                  OR CASE WHEN {_HAS_PAIRS} THEN {_IN_PAIR.format(side="mentor")}
                     ELSE EXISTS (SELECT 1 FROM form_run b JOIN answer w ON w.run_id = b.id AND w.question = 'ready'
                                  WHERE b.person_id = p.id AND b.form_key = 'mentor_profile' AND b.state = 'submitted'
                                  AND w.value IN ('"year"', '"short"', '"remote"')) END)
             AND (CAST(:form_key AS TEXT) <> 'coordinator_review'
                  OR EXISTS (SELECT 1 FROM role WHERE person_id = p.id AND role IN ('coordinator', 'deputy')))"""
# Who is asked in a round without names that is still open is reminded, not asked twice.
_NOT_IN_ROUND = """NOT EXISTS (SELECT 1 FROM form_ask q JOIN survey y ON y.id = q.survey_id AND y.closed_at IS NULL
                         WHERE q.person_id = p.id AND q.form_key = CAST(:form_key AS TEXT))"""
# Whoever has said yes has answered; a refusal may be asked again, by the coordinator's own choice.
_ASKABLE = f"""WHERE {PEOPLE}
             AND (f.state IS NULL OR f.state = 'open' OR r.value IN ('"later"', '"decline"'))
             AND {_OF_BANKS} AND {_NOT_IN_ROUND}"""
_EXPERIENCED = f"""{_EXPERIENCE} IN ('"y4"', '"y11"', '"y21"') AND k.id IS NULL
             AND (f.state IS NULL OR f.state = 'open' OR f.submitted_at < :since)"""


async def count(tx: Tx, school_id: int, form_key: str, *, by: int, since: datetime) -> Count:
    """`since` is when the school year began."""
    found = await tx.one(
        Count,
        f"""SELECT COUNT(*) AS people, COUNT(*) FILTER (WHERE t.id IS NOT NULL) AS ticked,
                   COUNT(*) FILTER (WHERE {_EXPERIENCED} AND t.id IS NULL) AS experienced
            {_FROM} {_ASKABLE}""",
        school_id=school_id,
        form_key=form_key,
        by=by,
        since=since,
    )
    return found or Count(0, 0, 0)


async def page(tx: Tx, school_id: int, form_key: str, *, by: int, offset: int, limit: int) -> list[Candidate]:
    """By name: a tick must not move the line under the finger."""
    return await tx.all(
        Candidate,
        f"""SELECT p.id, p.full_name, p.position, {_EXPERIENCE} AS experience, r.value AS ready, {_HELPS} AS helps,
                   k.asked_at, CASE WHEN t.id IS NULL THEN 0 ELSE 1 END AS ticked
            {_FROM} {_ASKABLE} ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset""",
        school_id=school_id,
        form_key=form_key,
        by=by,
        offset=offset,
        limit=limit,
    )


async def tick(tx: Tx, school_id: int, form_key: str, *, person_id: int, by: int) -> int:
    """0 when it was ticked before, or the person cannot be asked any more."""
    return await tx.run(
        f"""INSERT INTO form_ask (school_id, person_id, form_key, school_year, asked_by)
            SELECT p.school_id, p.id, CAST(:form_key AS TEXT), s.school_year, CAST(:by AS BIGINT)
            {_FROM} {_ASKABLE} AND p.id = :person_id
            ON CONFLICT (asked_by, form_key, person_id) WHERE asked_at IS NULL DO NOTHING""",
        school_id=school_id,
        form_key=form_key,
        person_id=person_id,
        by=by,
    )


async def tick_experienced(tx: Tx, school_id: int, form_key: str, *, by: int, since: datetime) -> int:
    """Four years of work and more; neither whom somebody has asked nor who has refused this school year."""
    return await tx.run(
        f"""INSERT INTO form_ask (school_id, person_id, form_key, school_year, asked_by)
            SELECT p.school_id, p.id, CAST(:form_key AS TEXT), s.school_year, CAST(:by AS BIGINT)
            {_FROM} {_ASKABLE} AND {_EXPERIENCED}
            ON CONFLICT (asked_by, form_key, person_id) WHERE asked_at IS NULL DO NOTHING""",
        school_id=school_id,
        form_key=form_key,
        by=by,
        since=since,
    )


async def tick_unanswered(tx: Tx, school_id: int, form_key: str, *, by: int) -> int:
    """Everybody of the list."""
    return await tx.run(
        f"""INSERT INTO form_ask (school_id, person_id, form_key, school_year, asked_by)
            SELECT p.school_id, p.id, CAST(:form_key AS TEXT), s.school_year, CAST(:by AS BIGINT)
            {_FROM} {_ASKABLE}
            ON CONFLICT (asked_by, form_key, person_id) WHERE asked_at IS NULL DO NOTHING""",
        school_id=school_id,
        form_key=form_key,
        by=by,
    )


# One survey a person in so many days; the mentor questionnaire is none.
_SURVEYED = """EXISTS (SELECT 1 FROM form_ask z WHERE z.person_id = p.id AND z.asked_at > :since
                       AND z.form_key NOT IN ('mentor_profile', CAST(:form_key AS TEXT)))"""


async def surveyed(tx: Tx, school_id: int, form_key: str, *, by: int, since: datetime) -> list[int]:
    """Who of the ticked was asked to answer another survey since then."""
    return await tx.all(
        int,
        f"SELECT p.id {_FROM} {_ASKABLE} AND t.id IS NOT NULL AND {_SURVEYED} ORDER BY p.sort_name, p.id",
        school_id=school_id,
        form_key=form_key,
        by=by,
        since=since,
    )


async def not_asked(tx: Tx, school_id: int, form_key: str, *, by: int, since: datetime) -> list[int]:
    """Who could be asked, was not this school year, and was asked no other survey since then."""
    return await tx.all(
        int,
        f"SELECT p.id {_FROM} {_ASKABLE} AND k.id IS NULL AND NOT {_SURVEYED} ORDER BY p.id",
        school_id=school_id,
        form_key=form_key,
        by=by,
        since=since,
    )


async def untick(tx: Tx, form_key: str, *, person_id: int, by: int) -> int:
    return await tx.run(
        """DELETE FROM form_ask
           WHERE asked_by = :by AND form_key = :form_key AND person_id = :person_id AND asked_at IS NULL""",
        form_key=form_key,
        person_id=person_id,
        by=by,
    )


async def untick_all(tx: Tx, form_key: str, *, by: int) -> int:
    return await tx.run(
        "DELETE FROM form_ask WHERE asked_by = :by AND form_key = :form_key AND asked_at IS NULL",
        form_key=form_key,
        by=by,
    )


async def ticked(tx: Tx, school_id: int, form_key: str, *, by: int) -> list[Silent]:
    """Who would be asked now, with what stands between them and a message."""
    return await tx.all(
        Silent,
        f"""SELECT {SILENT_COLUMNS} {_FROM} LEFT JOIN account a ON a.id = p.account_id {CONSENTS}
            {_ASKABLE} AND t.id IS NOT NULL ORDER BY p.sort_name, p.id""",
        school_id=school_id,
        form_key=form_key,
        by=by,
    )


async def reached(tx: Tx, school_id: int, form_key: str, limits: Limits, *, by: int) -> list[Reached]:
    """Those of them who may be written to."""
    return await tx.all(
        Reached,
        f"""SELECT p.id, CASE WHEN {TOLD} THEN 1 ELSE 0 END AS told
            {_FROM} LEFT JOIN account a ON a.id = p.account_id {CONSENTS}
            {_ASKABLE} AND t.id IS NOT NULL AND {MAY_BE_TOLD} ORDER BY p.sort_name, p.id""",
        school_id=school_id,
        form_key=form_key,
        by=by,
        version=limits.version,
        today=limits.today,
        day=limits.day,
        week=limits.week,
    )


async def set_answer_by(tx: Tx, form_key: str, *, by: int, answer_by: date) -> int:
    """The day that will be named; 0 when nobody is ticked."""
    return await tx.run(
        "UPDATE form_ask SET answer_by = :answer_by WHERE asked_by = :by AND form_key = :form_key AND asked_at IS NULL",
        form_key=form_key,
        by=by,
        answer_by=answer_by,
    )


async def answer_by(tx: Tx, form_key: str, *, by: int) -> date | None:
    """The day that was chosen; None when nobody has chosen one."""
    return await tx.one(
        date,
        """SELECT answer_by FROM form_ask WHERE asked_by = :by AND form_key = :form_key AND asked_at IS NULL
           AND answer_by IS NOT NULL ORDER BY answer_by DESC LIMIT 1""",
        form_key=form_key,
        by=by,
    )
