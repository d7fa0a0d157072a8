"""Practice cards as they are looked at: one, the library by areas and words, what waits for a coordinator."""

from storage.practices.model import (
    CARD,
    FROM_CARD,
    HERE,
    IN_LIBRARY,
    Accepted,
    AreasCount,
    CardRow,
    Counts,
    EditRow,
    Line,
)
from storage.tx import Tx
from storage.vocabulary.practices import CardState


async def accepted(tx: Tx, school_id: int, school_year: int) -> list[Accepted]:
    """What of the year may be told to anybody, by title; a name only where its author lets it be told."""
    return await tx.all(
        Accepted,
        f"""SELECT c.id, c.title, c.areas, c.useful_to, c.problem, c.done, c.result, c.links,
                   CASE WHEN c.publish = 'named' THEN COALESCE(p.full_name, '') ELSE '' END AS author
            {FROM_CARD}
            WHERE c.school_id = :school_id AND {IN_LIBRARY} AND c.school_year = :school_year
            ORDER BY c.title_words, c.id""",
        school_id=school_id,
        school_year=school_year,
    )


async def by_author(tx: Tx, person_id: int) -> list[CardRow]:
    """Everything that the person has sent, whatever became of it, the newest first."""
    return await tx.all(
        CardRow,
        f"SELECT {CARD} {FROM_CARD} WHERE c.author_id = :person_id ORDER BY c.id DESC",
        person_id=person_id,
    )


async def get(tx: Tx, card_id: int, school_id: int) -> CardRow | None:
    return await tx.one(
        CardRow,
        f"SELECT {CARD} {FROM_CARD} WHERE c.id = :card_id AND c.school_id = :school_id AND {HERE}",
        card_id=card_id,
        school_id=school_id,
    )


async def count_accepted(tx: Tx, school_id: int, school_year: int) -> int:
    """Of the year, also those that nobody else may read: the work was done."""
    found = await tx.one(
        int,
        f"""SELECT COUNT(*) {FROM_CARD}
            WHERE c.school_id = :school_id AND c.state = 'accepted' AND {HERE} AND c.school_year = :school_year""",
        school_id=school_id,
        school_year=school_year,
    )
    return found or 0


async def counts(tx: Tx, school_id: int, school_year: int) -> Counts:
    found = await tx.one(
        Counts,
        f"""SELECT COUNT(*) FILTER (WHERE c.state = 'sent') AS sent,
                   COUNT(*) FILTER (WHERE c.state = 'returned') AS returned,
                   COUNT(*) FILTER (WHERE c.state = 'accepted' AND c.school_year = :school_year) AS accepted,
                   COUNT(*) FILTER (WHERE {IN_LIBRARY} AND c.school_year = :school_year) AS library
            {FROM_CARD} WHERE c.school_id = :school_id AND {HERE}""",
        school_id=school_id,
        school_year=school_year,
    )
    return found or Counts(0, 0, 0, 0)


async def in_state(
    tx: Tx, school_id: int, state: CardState, school_year: int, *, offset: int, limit: int
) -> list[CardRow]:
    """For the coordinator: the longest waiting first. Accepted ones of the year alone: the library has all of them."""
    return await tx.all(
        CardRow,
        f"""SELECT {CARD} {FROM_CARD}
            WHERE c.school_id = :school_id AND c.state = :state AND {HERE}
              AND (c.state <> 'accepted' OR c.school_year = :school_year)
            ORDER BY c.sent_at, c.id LIMIT :limit OFFSET :offset""",
        school_id=school_id,
        state=state,
        school_year=school_year,
        offset=offset,
        limit=limit,
    )


async def areas_counted(tx: Tx, school_id: int) -> list[AreasCount]:
    """Of the library; a card has one area or several."""
    return await tx.all(
        AreasCount,
        f"""SELECT c.areas, COUNT(*) AS many {FROM_CARD}
            WHERE c.school_id = :school_id AND {IN_LIBRARY} GROUP BY c.areas ORDER BY c.areas""",
        school_id=school_id,
    )


async def of_area(tx: Tx, school_id: int, area: str, *, offset: int, limit: int) -> list[Line]:
    """Of the library, by title. An empty area is all of it."""
    return await tx.all(
        Line,
        f"""SELECT c.id, c.title {FROM_CARD}
            WHERE c.school_id = :school_id AND {IN_LIBRARY} AND c.areas LIKE :pattern
            ORDER BY c.title_words, c.id LIMIT :limit OFFSET :offset""",
        school_id=school_id,
        pattern=f'%"{area}"%' if area else "%",
        offset=offset,
        limit=limit,
    )


async def search(tx: Tx, school_id: int, beginnings: tuple[str, str, str, str], *, limit: int) -> list[Line]:
    """Of the library: cards with all of these, as patterns of LIKE; those that have them in the title first."""
    one, two, three, four = beginnings
    return await tx.all(
        Line,
        f"""SELECT c.id, c.title {FROM_CARD}
            WHERE c.school_id = :school_id AND {IN_LIBRARY} AND c.words LIKE :one AND c.words LIKE :two
              AND c.words LIKE :three AND c.words LIKE :four
            ORDER BY CASE WHEN c.title_words LIKE :one AND c.title_words LIKE :two AND c.title_words LIKE :three
                               AND c.title_words LIKE :four THEN 0 ELSE 1 END, c.title_words, c.id
            LIMIT :limit""",
        school_id=school_id,
        one=one,
        two=two,
        three=three,
        four=four,
        limit=limit,
    )


async def edits(tx: Tx, card_id: int) -> list[EditRow]:
    """What coordinators have changed, oldest first."""
    return await tx.all(
        EditRow,
        "SELECT field, was, became, edited_at FROM practice_edit WHERE card_id = :card_id ORDER BY id",
        card_id=card_id,
    )
