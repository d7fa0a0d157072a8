"""What the invited say of an event, whether they were there, and who is reminded of it."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.gatherings.model import Attended, Own
from storage.tx import Tx
from storage.vocabulary.gatherings import Coming, Talk


@dataclass(frozen=True, slots=True)
class Awaited:
    """Somebody who comes, or has not decided, to an event that is to be."""

    gathering_id: int
    edition: int
    person_id: int
    day: date
    starts: str
    invited_at: datetime


async def own(tx: Tx, gathering_id: int, person_id: int) -> Own | None:
    """None for whoever is not invited."""
    return await tx.one(
        Own,
        """SELECT gathering_id, answer, attended, talk, talk_state FROM gathering_person
           WHERE gathering_id = :gathering_id AND person_id = :person_id AND invited_at IS NOT NULL""",
        gathering_id=gathering_id,
        person_id=person_id,
    )


async def own_to_come(tx: Tx, person_id: int, today: date) -> list[int]:
    """Events that the person is invited to and that are not over, the nearest first; who was there has been."""
    return await tx.all(
        int,
        """SELECT e.id FROM gathering_person g JOIN gathering e ON e.id = g.gathering_id
           WHERE g.person_id = :person_id AND g.invited_at IS NOT NULL AND e.state = 'invited' AND e.day >= :today
             AND g.attended = 0
           ORDER BY e.day, e.starts, e.id""",
        person_id=person_id,
        today=today,
    )


async def answer(tx: Tx, gathering_id: int, person_id: int, coming: Coming) -> int:
    return await tx.run(
        """UPDATE gathering_person SET answer = :coming
           WHERE gathering_id = :gathering_id AND person_id = :person_id AND invited_at IS NOT NULL""",
        gathering_id=gathering_id,
        person_id=person_id,
        coming=coming,
    )


async def offer_talk(tx: Tx, gathering_id: int, person_id: int, title: str) -> int:
    """0 when a word was said of the one they have offered before."""
    return await tx.run(
        """UPDATE gathering_person SET talk = :title, talk_state = 'offered'
           WHERE gathering_id = :gathering_id AND person_id = :person_id AND talk_state IN ('none', 'offered')""",
        gathering_id=gathering_id,
        person_id=person_id,
        title=title,
    )


async def decide_talk(tx: Tx, gathering_id: int, person_id: int, talk: Talk) -> int:
    """0 when it was decided before, or taken back."""
    return await tx.run(
        """UPDATE gathering_person SET talk_state = :talk
           WHERE gathering_id = :gathering_id AND person_id = :person_id AND talk_state = 'offered'""",
        gathering_id=gathering_id,
        person_id=person_id,
        talk=talk,
    )


async def ask_again(tx: Tx, gathering_id: int) -> int:
    """The day has moved: what people have said was of another one. Who cannot come may now."""
    return await tx.run(
        "UPDATE gathering_person SET answer = 'silent' WHERE gathering_id = :gathering_id AND answer <> 'silent'",
        gathering_id=gathering_id,
    )


async def attend(tx: Tx, gathering_id: int, person_id: int, *, attended: bool) -> int:
    """0 when it is marked so already."""
    return await tx.run(
        """UPDATE gathering_person SET attended = :attended
           WHERE gathering_id = :gathering_id AND person_id = :person_id AND attended <> :attended""",
        gathering_id=gathering_id,
        person_id=person_id,
        attended=attended,
    )


async def attend_promised(tx: Tx, gathering_id: int) -> int:
    """Everybody who has said that they come; who withdrew is left alone."""
    return await tx.run(
        """UPDATE gathering_person SET attended = 1
           WHERE gathering_id = :gathering_id AND answer = 'comes' AND attended = 0
             AND (SELECT p.erase_by FROM person p WHERE p.id = gathering_person.person_id) IS NULL""",
        gathering_id=gathering_id,
    )


async def attended_by(tx: Tx, person_id: int) -> list[Attended]:
    """Events that the person has been at, the first one first."""
    return await tx.all(
        Attended,
        """SELECT e.id, e.kind, e.day, e.school_year FROM gathering_person g JOIN gathering e ON e.id = g.gathering_id
           WHERE g.person_id = :person_id AND g.attended = 1 ORDER BY e.day, e.id""",
        person_id=person_id,
    )


async def awaited(tx: Tx, school_id: int, school_year: int, today: date) -> list[Awaited]:
    """Who is reminded, of events from today on: who comes or has not decided, and may be written to today."""
    return await tx.all(
        Awaited,
        """SELECT e.id AS gathering_id, e.edition, g.person_id, e.day, e.starts, g.invited_at
           FROM gathering e JOIN gathering_person g ON g.gathering_id = e.id JOIN person p ON p.id = g.person_id
           JOIN account a ON a.id = p.account_id AND a.reachable = 1
           JOIN consent d ON d.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'data')
                AND d.decision = 'given'
           JOIN consent c ON c.id = (SELECT MAX(id) FROM consent WHERE person_id = p.id AND kind = 'contact')
                AND c.decision = 'given'
           WHERE e.school_id = :school_id AND e.school_year = :school_year AND e.day >= :today AND e.state = 'invited'
             AND g.invited_at IS NOT NULL AND g.answer <> 'refuses' AND p.state = 'active' AND p.erase_by IS NULL
             AND (p.paused_until IS NULL OR p.paused_until <= :today)
           ORDER BY e.id, g.person_id""",
        school_id=school_id,
        school_year=school_year,
        today=today,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    """That they were there stays as a number, what was theirs to do as nobody's."""
    await tx.run(
        """UPDATE gathering SET gone = gone + 1
           WHERE id IN (SELECT gathering_id FROM gathering_person WHERE person_id = :person_id AND attended = 1)""",
        person_id=person_id,
    )
    await tx.run("DELETE FROM gathering_person WHERE person_id = :person_id", person_id=person_id)
    await tx.run(
        "UPDATE gathering_line SET responsible_id = NULL WHERE responsible_id = :person_id", person_id=person_id
    )
