"""Practice cards as they are written and decided about; a change is guarded by the state."""

from collections.abc import Sequence
from datetime import datetime

from storage.tx import Tx
from storage.vocabulary.practices import CardField, CardState, Publish


async def add(
    tx: Tx,
    *,
    school_id: int,
    school_year: int,
    author_id: int,
    title: str,
    areas: Sequence[str],
    useful_to: str,
    problem: str,
    done: str,
    result: str,
    links: str,
    publish: Publish,
    stays: bool,
    title_words: str,
    words: str,
    now: datetime,
) -> int:
    """A new card, sent to the coordinator."""
    return await tx.inserted(
        """INSERT INTO practice_card (school_id, school_year, author_id, state, title, areas, useful_to, problem, done,
                                      result, links, publish, stays, title_words, words, sent_at)
           VALUES (:school_id, :school_year, :author_id, 'sent', :title, :areas, :useful_to, :problem, :done, :result,
                   :links, :publish, :stays, :title_words, :words, :now) RETURNING id""",
        school_id=school_id,
        school_year=school_year,
        author_id=author_id,
        title=title,
        areas=list(areas),
        useful_to=useful_to,
        problem=problem,
        done=done,
        result=result,
        links=links,
        publish=publish,
        stays=stays,
        title_words=title_words,
        words=words,
        now=now,
    )


async def rewrite(
    tx: Tx, card_id: int, field: CardField, value: str, *, state: CardState, title_words: str, words: str
) -> int:
    """`value` as the column keeps it; 0 when the card is not in this state any more."""
    return await tx.run(
        f"""UPDATE practice_card SET {field.value} = :value, title_words = :title_words, words = :words,
                   version = version + 1
            WHERE id = :card_id AND state = :state""",
        card_id=card_id,
        value=value,
        state=state,
        title_words=title_words,
        words=words,
    )


async def note_edit(tx: Tx, card_id: int, field: CardField, *, was: str, became: str, by: int, now: datetime) -> None:
    await tx.run(
        """INSERT INTO practice_edit (card_id, field, was, became, edited_by, edited_at)
           VALUES (:card_id, :field, :was, :became, :by, :now)""",
        card_id=card_id,
        field=field,
        was=was,
        became=became,
        by=by,
        now=now,
    )


async def decide(
    tx: Tx, card_id: int, version: int, before: CardState, after: CardState, *, note: str, by: int, now: datetime
) -> int:
    """A coordinator's word on the version that they have read; 0 when it is another one by now."""
    return await tx.run(
        """UPDATE practice_card SET state = :after, note = :note, version = version + 1, decided_by = :by,
                  decided_at = :now
           WHERE id = :card_id AND version = :version AND state = :before""",
        card_id=card_id,
        version=version,
        before=before,
        after=after,
        note=note,
        by=by,
        now=now,
    )


async def send_again(tx: Tx, card_id: int, author_id: int, now: datetime) -> int:
    """By its author; 0 when it waits or is accepted already."""
    return await tx.run(
        """UPDATE practice_card SET state = 'sent', note = '', version = version + 1, sent_at = :now
           WHERE id = :card_id AND author_id = :author_id AND state IN ('returned', 'taken_back')""",
        card_id=card_id,
        author_id=author_id,
        now=now,
    )


async def take_back(tx: Tx, card_id: int, author_id: int) -> int:
    """By its author; 0 when it was taken back before. No nomination keeps it."""
    taken = await tx.run(
        """UPDATE practice_card SET state = 'taken_back', note = '', version = version + 1
           WHERE id = :card_id AND author_id = :author_id AND state <> 'taken_back'""",
        card_id=card_id,
        author_id=author_id,
    )
    if taken:
        await tx.run("DELETE FROM nominated WHERE card_id = :card_id", card_id=card_id)
    return taken


async def allow(tx: Tx, card_id: int, author_id: int, publish: Publish, *, stays: bool) -> int:
    """The author's word on who may see it; 0 when it is just that already."""
    return await tx.run(
        """UPDATE practice_card SET publish = :publish, stays = :stays, version = version + 1
           WHERE id = :card_id AND author_id = :author_id AND (publish <> :publish OR stays <> :stays)""",
        card_id=card_id,
        author_id=author_id,
        publish=publish,
        stays=stays,
    )


async def let_go(tx: Tx, card_id: int) -> None:
    """The author is erased and the card stays: whose it was is known no more, nor how it was worded before."""
    await tx.run("DELETE FROM practice_edit WHERE card_id = :card_id", card_id=card_id)
    await tx.run(
        """UPDATE practice_card SET author_id = NULL, publish = 'nameless', note = '', version = version + 1
           WHERE id = :card_id AND stays = 1""",
        card_id=card_id,
    )


async def forget_person(tx: Tx, person_id: int) -> None:
    """What is still theirs goes, with the rewordings and the lines of collections and nominations."""
    found = await tx.all(int, "SELECT id FROM practice_card WHERE author_id = :person_id", person_id=person_id)
    of = [{"card_id": card_id} for card_id in found]
    for table in ("practice_edit", "practice_printed", "nominated"):
        await tx.run_many(f"DELETE FROM {table} WHERE card_id = :card_id", of)
    await tx.run_many("DELETE FROM practice_card WHERE id = :card_id", of)
