"""A new school year out of the old one: pairs that go on, what was handed in, what is taken along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from storage.bank import LOOKED_FOR_REQUEST, PEOPLE
from storage.rows import numbers
from storage.tx import Tx
from storage.vocabulary import RunState
from storage.vocabulary.year_end import Carried as Mark


@dataclass(frozen=True, slots=True)
class Waits:
    """Whoever is to say whether what they handed in last year still holds; on their own phone, and may be told."""

    person_id: int
    form_key: str


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A line of the coordinator's list; `run_id` is what is to be confirmed."""

    person_id: int
    full_name: str
    run_id: int
    form_key: str
    refused: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """How many of last year's questionnaires of a form wait for a word, and how many authors do not take part."""

    form_key: str
    asked: int
    refused: int


@dataclass(frozen=True, slots=True)
class _Newest:
    id: int
    state: RunState
    carried: Mark


_WAITS = frozenset({Mark.ASKED, Mark.QUEUE})
_BANK = "('needs', 'mentor_profile')"
# The newest of a person's runs of the form, if it is of a year that is over: nothing has been said since.
_UNSAID = """f.id = (SELECT MAX(id) FROM form_run WHERE person_id = f.person_id AND form_key = f.form_key
                    AND state IN ('open', 'submitted', 'withdrawn')) AND f.state = 'submitted'"""


async def decide(tx: Tx, pairing_id: int, *, by: int, now: datetime) -> int:
    """The pair goes on; 0 when that was decided before."""
    return await tx.run(
        """INSERT INTO pair_goes_on (pairing_id, decided_by, decided_at) VALUES (:pairing_id, :by, :now)
           ON CONFLICT (pairing_id) DO NOTHING""",
        pairing_id=pairing_id,
        by=by,
        now=now,
    )


async def undecide(tx: Tx, pairing_id: int) -> int:
    return await tx.run("DELETE FROM pair_goes_on WHERE pairing_id = :pairing_id", pairing_id=pairing_id)


async def going_on(tx: Tx, school_id: int, school_year: int) -> list[int]:
    return await tx.all(
        int,
        """SELECT o.pairing_id FROM pairing g JOIN pair_goes_on o ON o.pairing_id = g.id
           WHERE g.school_id = :school_id AND g.school_year = :school_year ORDER BY o.pairing_id""",
        school_id=school_id,
        school_year=school_year,
    )


async def waiting(tx: Tx, school_id: int) -> list[int]:
    """The requests of those who are in the queue now, also while they do not want to be written to."""
    return await tx.all(
        int,
        f"""SELECT f.id FROM person p JOIN {LOOKED_FOR_REQUEST}
            JOIN answer w ON w.run_id = f.id AND w.question = 'want_mentor'
            WHERE {PEOPLE} AND f.state = 'submitted' AND w.value IN ('"year"', '"short"')
              AND (SELECT COUNT(*) FROM pairing_member m JOIN pairing x ON x.id = m.pairing_id
                   WHERE m.person_id = p.id AND m.side = 'mentee' AND m.left_at IS NULL AND x.state <> 'ended') = 0
              AND (SELECT COUNT(*) FROM queue_exit q WHERE q.person_id = p.id AND q.returned_at IS NULL) = 0
            ORDER BY f.id""",
        school_id=school_id,
    )


async def keep_waiting(tx: Tx, run_ids: Sequence[int]) -> None:
    """They are looked for in the new year too."""
    await tx.run(f"UPDATE form_run SET carried = 'queue' WHERE id IN ({numbers(run_ids)})")


async def carry(tx: Tx, school_id: int) -> int:
    """Everything that was handed in with a name is of the year that is over; how many."""
    return await tx.run(
        f"""UPDATE form_run SET carried = 'asked'
            WHERE school_id = :school_id AND form_key <> 'trial' AND state = 'submitted' AND carried <> 'asked'
              AND (digest IS NOT NULL OR form_key IN {_BANK})""",
        school_id=school_id,
    )


async def move_unordered(tx: Tx, school_id: int, *, school_year: int, next_year: int) -> int:
    """Pairs that are offered or agreed on are of the new year: no order of the old one names them. How many."""
    moved = await tx.run(
        """UPDATE pairing SET school_year = :next_year
           WHERE school_id = :school_id AND school_year = :school_year AND state IN ('proposed', 'agreed')""",
        school_id=school_id,
        school_year=school_year,
        next_year=next_year,
    )
    await tx.run(
        """UPDATE pair_order SET school_year = :next_year
           WHERE school_id = :school_id AND school_year = :school_year AND signed_at IS NULL""",
        school_id=school_id,
        school_year=school_year,
        next_year=next_year,
    )
    return moved


async def move_events(tx: Tx, school_id: int, *, school_year: int, next_year: int, today: date) -> int:
    """Events that are still to be are of the new year, where people hear of them. How many."""
    return await tx.run(
        """UPDATE gathering SET school_year = :next_year
           WHERE school_id = :school_id AND school_year = :school_year AND day >= :today AND state <> 'cancelled'
             AND guests + gone = 0
             AND NOT EXISTS (SELECT 1 FROM gathering_person WHERE gathering_id = gathering.id AND attended = 1)""",
        school_id=school_id,
        school_year=school_year,
        next_year=next_year,
        today=today,
    )


async def move_cards(tx: Tx, school_id: int, *, school_year: int, next_year: int) -> int:
    """Practice cards that nobody has accepted yet are collected in the new year. How many."""
    return await tx.run(
        """UPDATE practice_card SET school_year = :next_year
           WHERE school_id = :school_id AND school_year = :school_year AND state IN ('sent', 'returned')""",
        school_id=school_id,
        school_year=school_year,
        next_year=next_year,
    )


async def copy_ties(tx: Tx, school_id: int, *, school_year: int, next_year: int) -> None:
    """What is so whatever the year: relatives, superiors, and whom a coordinator never puts together."""
    await tx.run(
        """INSERT INTO pair_tie (school_id, school_year, mentee_id, mentor_id, kind, set_by, set_at)
           SELECT school_id, CAST(:next_year AS BIGINT), mentee_id, mentor_id, kind, set_by, set_at FROM pair_tie
           WHERE school_id = :school_id AND school_year = :school_year AND kind IN ('relative', 'superior', 'forbidden')
           ON CONFLICT (school_id, school_year, mentee_id, mentor_id, kind) DO NOTHING""",
        school_id=school_id,
        school_year=school_year,
        next_year=next_year,
    )


async def drop_ticks(tx: Tx, school_id: int) -> None:
    """Of whom somebody was choosing to ask, and has not asked."""
    await tx.run("DELETE FROM form_ask WHERE school_id = :school_id AND asked_at IS NULL", school_id=school_id)


async def unsaid(tx: Tx, person_id: int, form_key: str) -> int | None:
    """The run of last year about which the person is to say whether it still holds: their newest one, if it is such."""
    newest = await tx.one(
        _Newest,
        """SELECT id, state, carried FROM form_run WHERE id = (
               SELECT MAX(id) FROM form_run WHERE person_id = :person_id AND form_key = :form_key
               AND state IN ('open', 'submitted', 'withdrawn'))""",
        person_id=person_id,
        form_key=form_key,
    )
    if newest is None or newest.state is not RunState.SUBMITTED or newest.carried not in _WAITS:
        return None
    return newest.id


async def to_tell(tx: Tx, school_id: int, today: date) -> list[Waits]:
    """Whom the planner may ask: consent, leave to be written to, an account, no pause."""
    return await tx.all(
        Waits,
        f"""SELECT f.person_id, f.form_key FROM form_run f JOIN person p ON p.id = f.person_id
            JOIN account a ON a.id = p.account_id AND a.reachable = 1
            JOIN consent d ON d.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
                 AND d.decision = 'given'
            JOIN consent c ON c.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'contact')
                 AND c.decision = 'given'
            WHERE f.school_id = :school_id AND f.form_key IN {_BANK} AND f.carried IN ('asked', 'queue') AND {_UNSAID}
              AND p.state = 'active' AND p.erase_by IS NULL
              AND (p.paused_until IS NULL OR p.paused_until <= :today) ORDER BY f.person_id, f.form_key""",
        school_id=school_id,
        today=today,
    )


async def counts(tx: Tx, school_id: int) -> list[Carried]:
    return await tx.all(
        Carried,
        f"""SELECT f.form_key, COUNT(*) FILTER (WHERE f.carried <> 'out') AS asked,
                   COUNT(*) FILTER (WHERE f.carried = 'out') AS refused
            FROM form_run f JOIN person p ON p.id = f.person_id AND p.erase_by IS NULL
            WHERE f.school_id = :school_id AND f.form_key IN {_BANK} AND f.carried <> '' AND {_UNSAID}
            GROUP BY f.form_key ORDER BY f.form_key""",
        school_id=school_id,
    )


async def unconfirmed(tx: Tx, school_id: int, form_key: str) -> list[Unconfirmed]:
    """By name; who does not take part stands last."""
    return await tx.all(
        Unconfirmed,
        f"""SELECT p.id AS person_id, p.full_name, f.id AS run_id, f.form_key,
                   CASE WHEN f.carried = 'out' THEN 1 ELSE 0 END AS refused
            FROM form_run f JOIN person p ON p.id = f.person_id AND p.erase_by IS NULL
            WHERE f.school_id = :school_id AND f.form_key = :form_key AND f.carried <> '' AND {_UNSAID}
            ORDER BY 5, p.sort_name, p.id""",
        school_id=school_id,
        form_key=form_key,
    )


async def settle(tx: Tx, run_id: int, *, out: bool) -> int:
    """Its author has said something of it; 0 when they had before."""
    return await tx.run(
        """UPDATE form_run SET carried = :carried WHERE id = :run_id AND carried IN ('asked', 'queue')""",
        run_id=run_id,
        carried="out" if out else "asked",
    )


async def copy(tx: Tx, run_id: int, state: RunState, *, place: str, consent_id: int | None, now: datetime) -> int:
    """A run of this year with last year's answers; whoever waits does not lose their days of waiting."""
    new_id = await tx.inserted(
        """INSERT INTO form_run (school_id, person_id, entered_by, form_key, form_version, digest, state, part, place,
                                 source, about, consent_id, started_at, touched_at, submitted_at)
           SELECT school_id, person_id, person_id, form_key, form_version, digest, CAST(:state AS TEXT),
                  CASE WHEN CAST(:state AS TEXT) = 'open' THEN 'core' ELSE part END, CAST(:place AS TEXT), 'tap', about,
                  CAST(:consent_id AS BIGINT), CAST(:now AS TEXT), CAST(:now AS TEXT),
                  CASE WHEN CAST(:state AS TEXT) = 'open' THEN NULL WHEN carried = 'queue' THEN submitted_at
                       ELSE CAST(:now AS TEXT) END
           FROM form_run WHERE id = :run_id RETURNING id""",
        run_id=run_id,
        state=state,
        place=place,
        consent_id=consent_id,
        now=now,
    )
    await tx.run(
        """INSERT INTO answer (run_id, question, value, source, answered_at)
           SELECT CAST(:new_id AS BIGINT), question, value, source, CAST(:now AS TEXT)
           FROM answer WHERE run_id = :run_id""",
        run_id=run_id,
        new_id=new_id,
        now=now,
    )
    return new_id
