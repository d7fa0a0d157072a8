"""Confirmed cases: for one spelling, of one school, over in both databases when the name or the person goes."""

from storage import declensions, people
from storage.database import Database
from storage.declensions import Forms
from storage.tx import Tx
from storage.vocabulary import WordingKind
from tests.storage.seeds import NOW, person, school

ANNA = "Иванова Анна Петровна"
OF_ANNA = Forms("Ивановой Анны Петровны", "Ивановой Анне Петровне", "Иванову Анну Петровну")
TEACHER = Forms("учителя", "учителю", "учителя")


async def confirm(tx: Tx, person_id: int, spelling: str = ANNA, forms: Forms = OF_ANNA) -> None:
    await declensions.put_name(tx, person_id, spelling=spelling, forms=forms, by=person_id, now=NOW)


async def genitives(tx: Tx, school_id: int, *person_ids: int) -> list[str | None]:
    return [each.name_genitive for each in await declensions.of_people(tx, school_id, person_ids)]


async def test_a_name_holds_for_its_spelling_and_the_last_word_counts(database: Database) -> None:
    async with database.write() as tx:
        school_id = await school(tx)
        anna = await person(tx, school_id)
        assert await genitives(tx, school_id, anna) == [None]
        await confirm(tx, anna, forms=Forms("Анны", "Анне", "Анну"))
        await confirm(tx, anna)
        assert await genitives(tx, school_id, anna) == [OF_ANNA.genitive]
        await people.rename(tx, anna, full_name="Лугова Анна", search_name="лугова", sort_name="лугова")
        assert await genitives(tx, school_id, anna) == [None]


async def test_another_school_and_whoever_withdrew_are_not_there(database: Database) -> None:
    async with database.write() as tx:
        school_id, other = await school(tx), await school(tx)
        anna = await person(tx, school_id)
        await confirm(tx, anna)
        assert await genitives(tx, other, anna) == []
        await people.set_erase_by(tx, anna, NOW.date())
        assert await genitives(tx, school_id, anna) == []


async def test_a_post_serves_everybody_of_the_school_who_has_it(database: Database) -> None:
    async with database.write() as tx:
        school_id, other = await school(tx), await school(tx)
        ids = [await person(tx, each) for each in (school_id, school_id, other)]
        for each in ids:
            await people.set_facts(tx, each, position="учитель", subjects=(), levels=(), experience="")
        kind = WordingKind.POST
        await declensions.put_wording(tx, school_id, kind, spelling="учитель", forms=TEACHER, by=ids[0], now=NOW)
        found = await declensions.of_people(tx, school_id, ids)
        assert [each.post_dative for each in found] == ["учителю", "учителю"]
        assert [each.post_dative for each in await declensions.of_people(tx, other, ids)] == [None]


async def test_a_director_who_is_none_any_more_is_dropped_and_posts_stay(database: Database) -> None:
    async with database.write() as tx:
        school_id = await school(tx)
        by = await person(tx, school_id)
        for kind, spelling in (
            (WordingKind.DIRECTOR, "Лугов Павел"),
            (WordingKind.DIRECTOR, "Орлова Вера"),
            (WordingKind.POST, "Лугов Павел"),
        ):
            await declensions.put_wording(tx, school_id, kind, spelling=spelling, forms=TEACHER, by=by, now=NOW)
        await declensions.drop_directors(tx, school_id, kept="Орлова Вера")
        assert await declensions.of_wording(tx, school_id, WordingKind.DIRECTOR, "Лугов Павел") is None
        assert await declensions.of_wording(tx, school_id, WordingKind.DIRECTOR, "Орлова Вера") == TEACHER
        assert await declensions.of_wording(tx, school_id, WordingKind.POST, "Лугов Павел") == TEACHER


async def test_nothing_of_a_forgotten_person_stays(database: Database) -> None:
    async with database.write() as tx:
        school_id = await school(tx)
        anna, other = await person(tx, school_id), await person(tx, school_id)
        await confirm(tx, anna)
        await confirm(tx, other)
        await declensions.forget_person(tx, anna)
        assert await genitives(tx, school_id, anna, other) == [None, OF_ANNA.genitive]
