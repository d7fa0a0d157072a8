"""The mentee bank: requests that were handed in, and who has not answered."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary import ConsentDecision, RunState


@dataclass(frozen=True, slots=True)
class Entry:
    """One handed-in request."""

    id: int  # the person's
    run_id: int
    full_name: str
    position: str
    seen_at: datetime | None
    wish: str | None  # the stored answer to whether a mentor is wanted


@dataclass(frozen=True, slots=True)
class Silent:
    """Somebody who has not handed in a request; `state` is None when they have not begun."""

    id: int
    full_name: str
    position: str
    account_id: int | None
    reachable: bool | None
    paused_until: date | None
    data_decision: ConsentDecision | None
    data_version: int | None
    contact_decision: ConsentDecision | None
    state: RunState | None


@dataclass(frozen=True, slots=True)
class Reach:
    """Of those who have not handed in: how many a reminder would reach now, how many had one lately."""

    silent: int
    reachable: int
    told: int


@dataclass(frozen=True, slots=True)
class Limits:
    """Whom a reminder reaches: consented to this text, not paused today, not told since `day`, nor thrice in `week`."""

    version: int
    today: date
    day: datetime
    week: datetime


@dataclass(frozen=True, slots=True)
class Count:
    people: int
    answered: int
    begun: int
    unseen: int


# A withdrawn person (erase_by) is in no list, no count and no sheet. Who leads the programme is asked for nothing
# until they take part themselves, by deciding about consent.
# (COUNT: for EXISTS under an OR PostgreSQL reads all schools.)
PEOPLE = """p.school_id = :school_id AND p.state IN ('invited', 'active') AND p.full_name <> ''
             AND p.erase_by IS NULL
             AND ((SELECT COUNT(*) FROM consent own WHERE own.person_id = p.id AND own.kind = 'data') > 0
                  OR (SELECT COUNT(*) FROM role led WHERE led.person_id = p.id AND led.role <> 'teacher') = 0)"""
RUN = """form_run f ON f.id = (SELECT MAX(id) FROM form_run
              WHERE person_id = p.id AND form_key = :form_key AND state IN ('open', 'submitted')
                AND carried = '')"""
REQUEST = RUN.replace(":form_key", "'needs'")
# Whoever waited when the last year was closed is looked for before they have confirmed it.
LOOKED_FOR = RUN.replace("carried = ''", "carried IN ('', 'queue')")
LOOKED_FOR_REQUEST = LOOKED_FOR.replace(":form_key", "'needs'")
CONSENTS = """LEFT JOIN consent d ON d.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
              LEFT JOIN consent c ON c.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'contact')"""
SILENT = f"""FROM person p LEFT JOIN account a ON a.id = p.account_id LEFT JOIN {REQUEST}
              {CONSENTS} WHERE {PEOPLE} AND (f.state IS NULL OR f.state = 'open')"""
SILENT_COLUMNS = """p.id, p.full_name, p.position, p.account_id, a.reachable, p.paused_until,
              d.decision AS data_decision, d.text_version AS data_version, c.decision AS contact_decision, f.state"""
# The same that `mentoring.notice_gate` asks once more when the reminder is sent.
MAY_BE_TOLD = """a.reachable = 1 AND d.decision = 'given' AND d.text_version = :version AND c.decision = 'given'
                  AND (p.paused_until IS NULL OR p.paused_until <= :today)"""
_HEARD = """SELECT COUNT(*) FROM outbox o
            WHERE o.person_id = p.id AND o.kind IN ('digest', 'nudge', 'form_ask', 'announcement', 'gathering')
            AND (o.state IN ('due', 'sending') OR (o.state IN ('sent', 'unknown') AND o.ended_at > :{since}))"""
TOLD = f"(({_HEARD.format(since='day')}) >= 1 OR ({_HEARD.format(since='week')}) >= 3)"


async def count(tx: Tx, school_id: int) -> Count:
    found = await tx.one(
        Count,
        f"""SELECT COUNT(*) AS people,
                   COALESCE(SUM(CASE WHEN f.state = 'submitted' THEN 1 ELSE 0 END), 0) AS answered,
                   COALESCE(SUM(CASE WHEN f.state = 'open' THEN 1 ELSE 0 END), 0) AS begun,
                   COALESCE(SUM(CASE WHEN f.state = 'submitted' AND f.seen_at IS NULL THEN 1 ELSE 0 END), 0) AS unseen
            FROM person p LEFT JOIN {REQUEST} WHERE {PEOPLE}""",
        school_id=school_id,
    )
    return found or Count(0, 0, 0, 0)


async def page(tx: Tx, school_id: int, *, offset: int, limit: int) -> list[Entry]:
    return await tx.all(
        Entry,
        f"""SELECT p.id, f.id AS run_id, p.full_name, p.position, f.seen_at, w.value AS wish
            FROM person p JOIN {REQUEST} LEFT JOIN answer w ON w.run_id = f.id AND w.question = 'want_mentor'
            WHERE {PEOPLE} AND f.state = 'submitted'
            ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset""",
        school_id=school_id,
        offset=offset,
        limit=limit,
    )


async def silent(tx: Tx, school_id: int, *, offset: int, limit: int) -> list[Silent]:
    """Who has not handed in, begun or not."""
    return await tx.all(
        Silent,
        f"""SELECT {SILENT_COLUMNS} {SILENT} ORDER BY p.sort_name, p.id LIMIT :limit OFFSET :offset""",
        school_id=school_id,
        offset=offset,
        limit=limit,
    )


async def reach(tx: Tx, school_id: int, limits: Limits) -> Reach:
    found = await tx.one(
        Reach,
        f"""SELECT COUNT(*) AS silent,
                   COUNT(*) FILTER (WHERE {MAY_BE_TOLD} AND NOT {TOLD}) AS reachable,
                   COUNT(*) FILTER (WHERE {MAY_BE_TOLD} AND {TOLD}) AS told
            {SILENT}""",
        school_id=school_id,
        version=limits.version,
        today=limits.today,
        day=limits.day,
        week=limits.week,
    )
    return found or Reach(0, 0, 0)


async def reachable(tx: Tx, school_id: int, limits: Limits) -> list[int]:
    """Whom a reminder would reach now."""
    return await tx.all(
        int,
        f"SELECT p.id {SILENT} AND {MAY_BE_TOLD} AND NOT {TOLD} ORDER BY p.id",
        school_id=school_id,
        version=limits.version,
        today=limits.today,
        day=limits.day,
        week=limits.week,
    )


async def place_of(tx: Tx, school_id: int, run_id: int) -> int:
    """How many entries stand before this one in the bank."""
    found = await tx.one(
        int,
        f"""SELECT COUNT(*) FROM person p JOIN {REQUEST}
            JOIN form_run opened ON opened.id = :run_id JOIN person author ON author.id = opened.person_id
            WHERE {PEOPLE} AND f.state = 'submitted'
              AND (p.sort_name < author.sort_name OR (p.sort_name = author.sort_name AND p.id < author.id))""",
        school_id=school_id,
        run_id=run_id,
    )
    return found or 0


async def mark_seen(tx: Tx, run_id: int, *, school_id: int, by: int, now: datetime) -> int:
    """0 when somebody has marked it already."""
    return await tx.run(
        """UPDATE form_run SET seen_at = :now, seen_by = :by, changed_at = NULL
           WHERE id = :run_id AND school_id = :school_id AND state = 'submitted' AND seen_at IS NULL""",
        run_id=run_id,
        school_id=school_id,
        by=by,
        now=now,
    )
