"""Meetings that were, as a member of the pair has noted them."""

from dataclasses import dataclass
from datetime import date, datetime

from storage.tx import Tx
from storage.vocabulary.pairs import Contact, NoteAnswer


@dataclass(frozen=True, slots=True)
class Note:
    """`topics` are keys of areas; `answered_by` is the other member who has said something of it."""

    id: int
    pairing_id: int
    author_id: int
    held_on: date
    how: Contact
    topics: tuple[str, ...]
    next_step: str
    noted_at: datetime
    answer: NoteAnswer
    answered_by: int | None
    taken_back_at: datetime | None


_COLUMNS = """n.id, n.pairing_id, n.author_id, n.held_on, n.how, n.topics, n.next_step, n.noted_at, n.answer,
              n.answered_by, n.taken_back_at"""


async def add(tx: Tx, pairing_id: int, *, author_id: int, held_on: date, topics: tuple[str, ...], now: datetime) -> int:
    """A talk, until its author says that it was something else."""
    return await tx.inserted(
        """INSERT INTO contact_note (pairing_id, author_id, held_on, how, topics, noted_at)
           VALUES (:pairing_id, :author_id, :held_on, 'talk', :topics, :now) RETURNING id""",
        pairing_id=pairing_id,
        author_id=author_id,
        held_on=held_on,
        topics=topics,
        now=now,
    )


async def get(tx: Tx, note_id: int, school_id: int) -> Note | None:
    """Taken back ones too."""
    return await tx.one(
        Note,
        f"""SELECT {_COLUMNS} FROM contact_note n JOIN pairing g ON g.id = n.pairing_id
            WHERE n.id = :note_id AND g.school_id = :school_id""",
        note_id=note_id,
        school_id=school_id,
    )


async def of_pair(tx: Tx, pairing_id: int) -> list[Note]:
    """The newest meeting first, without those that were taken back."""
    return await tx.all(
        Note,
        f"""SELECT {_COLUMNS} FROM contact_note n WHERE n.pairing_id = :pairing_id AND n.taken_back_at IS NULL
            ORDER BY n.held_on DESC, n.id DESC""",
        pairing_id=pairing_id,
    )


async def set_how(tx: Tx, note_id: int, how: Contact) -> int:
    return await tx.run(
        "UPDATE contact_note SET how = :how WHERE id = :note_id AND taken_back_at IS NULL", note_id=note_id, how=how
    )


async def set_topics(tx: Tx, note_id: int, topics: tuple[str, ...]) -> int:
    return await tx.run(
        "UPDATE contact_note SET topics = :topics WHERE id = :note_id AND taken_back_at IS NULL",
        note_id=note_id,
        topics=topics,
    )


async def set_next_step(tx: Tx, note_id: int, text: str) -> int:
    return await tx.run(
        "UPDATE contact_note SET next_step = :text WHERE id = :note_id AND taken_back_at IS NULL",
        note_id=note_id,
        text=text,
    )


async def answer(tx: Tx, note_id: int, said: NoteAnswer, *, by: int) -> int:
    """0 when it was answered before, or taken back."""
    return await tx.run(
        """UPDATE contact_note SET answer = :said, answered_by = :by
           WHERE id = :note_id AND answer = '' AND taken_back_at IS NULL""",
        note_id=note_id,
        said=said,
        by=by,
    )


async def take_back(tx: Tx, note_id: int, now: datetime) -> int:
    """0 when it was taken back before."""
    return await tx.run(
        "UPDATE contact_note SET taken_back_at = :now WHERE id = :note_id AND taken_back_at IS NULL",
        note_id=note_id,
        now=now,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    """That the pair has met stays, typed words go: the person's own, and the others', which may name them."""
    await tx.run(
        """UPDATE contact_note SET next_step = ''
           WHERE pairing_id IN (SELECT pairing_id FROM pairing_member WHERE person_id = :person_id)""",
        person_id=person_id,
    )
