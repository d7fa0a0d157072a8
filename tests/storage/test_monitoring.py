"""Answers with names since a day: whose are counted, and who is still asked by name."""

from datetime import timedelta

import pytest

from storage import form_asks, monitoring, surveys
from storage.database import Database
from storage.monitoring import Asked, Words
from storage.tx import Tx
from tests.storage.seeds import NOW, person
from tests.storage.test_tallies import NEW, SHIPPED, prepared, run, scope

LATER = NOW + timedelta(days=1)


async def test_what_was_handed_in_before_the_day_is_of_another_year(database: Database) -> None:
    async with database.write() as tx:
        school_id = await prepared(tx)
        await run(tx, school_id, "Анна", words='"Да"')
        await run(tx, school_id, "Олег", words='"Нет"', sent=False)
        for since, many in ((NOW, 1), (NOW + timedelta(seconds=1), 0)):
            found = await monitoring.versions(tx, school_id, "mentor", shipped=SHIPPED, since=since, until=LATER)
            assert found == [Asked(NEW, 2, 1)] * many
            assert len(await monitoring.counts(tx, scope(school_id), "words", since=since, until=LATER)) == many
            assert len(await monitoring.words(tx, scope(school_id), "words", since=since, until=LATER)) == many


async def test_words_say_whose_they_are_and_a_skipped_question_has_none(database: Database) -> None:
    async with database.write() as tx:
        school_id = await prepared(tx)
        await run(tx, school_id, "Анна", words='"Б"', second='"А"')
        await run(tx, school_id, "Олег", words=None)
        (said,) = await monitoring.words(tx, scope(school_id), "words", since=NOW, until=LATER)
        (again,) = await monitoring.words(tx, scope(school_id), "second", since=NOW, until=LATER)
    assert said == Words(said.person_id, '"Б"')
    assert again.person_id == said.person_id


async def test_whoever_has_withdrawn_is_in_no_group(database: Database) -> None:
    async with database.write() as tx:
        school_id = await prepared(tx)
        await run(tx, school_id, "Анна", words='"Да"')
        await tx.run("UPDATE person SET erase_by = :day WHERE school_id = :school_id", day=NOW, school_id=school_id)
        assert await monitoring.versions(tx, school_id, "mentor", shipped=SHIPPED, since=NOW, until=LATER) == []
        assert await monitoring.words(tx, scope(school_id), "words", since=NOW, until=LATER) == []


@pytest.mark.parametrize(("nameless", "asked"), [(False, 1), (True, 0)])
async def test_who_is_asked_without_a_name_is_not_counted_as_asked_by_name(
    database: Database, nameless: bool, asked: int
) -> None:
    async with database.write() as tx:
        school_id = await prepared(tx)
        person_id = await person(tx, school_id)
        survey_id = await _round(tx, school_id, person_id) if nameless else None
        await form_asks.add(
            tx, school_id=school_id, person_id=person_id, form_key="mentor", school_year=2026, by=person_id,
            answer_by=NOW.date(), survey_id=survey_id, now=NOW,
        )  # fmt: skip
        assert (await form_asks.count_named(tx, school_id, "mentor")).asked == asked
        assert (await form_asks.count(tx, school_id, "mentor")).asked == 1


async def test_only_closed_rounds_of_the_year_are_found(database: Database) -> None:
    async with database.write() as tx:
        school_id = await prepared(tx)
        survey_id = await _round(tx, school_id, await person(tx, school_id))
        assert await surveys.closed_in(tx, school_id, "mentor", 2026) == []
        await surveys.close(tx, survey_id, NOW.date(), NOW)
        assert [each.id for each in await surveys.closed_in(tx, school_id, "mentor", 2026)] == [survey_id]
        assert await surveys.closed_in(tx, school_id, "mentor", 2025) == []


async def _round(tx: Tx, school_id: int, by: int) -> int:
    return await surveys.open_round(
        tx, school_id=school_id, school_year=2026, form_key="mentor", digest=NEW, threshold=5,
        answer_by=NOW.date(), by=by, now=NOW,
    )  # fmt: skip
