"""Practice cards, who may read them, in which collections they stand and under which nominations, in both databases."""

from datetime import timedelta

import pytest

from storage import people, practices
from storage.database import Database
from storage.practices import Counts
from storage.tx import Tx
from storage.vocabulary.practices import CardField, CardState, Publish
from tests.storage.seeds import NOW, person, school

YEAR = 2026


async def card(
    tx: Tx,
    school_id: int,
    author_id: int,
    title: str = "Карточки",
    *,
    publish: Publish = Publish.NAMED,
    areas: tuple[str, ...] = ("method",),
    state: CardState = CardState.ACCEPTED,
    stays: bool = False,
) -> int:
    card_id = await practices.add(
        tx,
        school_id=school_id,
        school_year=YEAR,
        author_id=author_id,
        title=title,
        areas=areas,
        useful_to="Всем",
        problem="Мало времени",
        done="Составили",
        result="Стало легче",
        links="",
        publish=publish,
        stays=stays,
        title_words=f" {title.casefold()}",
        words=f" {title.casefold()} мало времени",
        now=NOW,
    )
    if state is not CardState.SENT:
        await practices.decide(tx, card_id, 1, CardState.SENT, state, note="", by=author_id, now=NOW)
    return card_id


async def test_what_is_told_of_a_year_is_accepted_allowed_and_named_by_leave_alone(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        anna, stranger = await person(tx, ours), await person(tx, other)
        await card(tx, ours, anna, "С именем")
        await card(tx, ours, anna, "Без имени", publish=Publish.NAMELESS)
        await card(tx, ours, anna, "Никому", publish=Publish.NEVER)
        await card(tx, ours, anna, "Ждёт", state=CardState.SENT)
        await card(tx, other, stranger, "Чужая")
        told = await practices.accepted(tx, ours, YEAR)
        assert [(each.title, each.author) for each in told] == [
            ("Без имени", ""),
            ("С именем", "Иванова Анна Петровна"),
        ]
        assert await practices.accepted(tx, ours, YEAR - 1) == []
        assert await practices.count_accepted(tx, ours, YEAR) == 3
        assert await practices.counts(tx, ours, YEAR) == Counts(sent=1, returned=0, accepted=3, library=2)
        assert await practices.counts(tx, ours, YEAR + 1) == Counts(sent=1, returned=0, accepted=0, library=0)
        titles = [each.title for each in await practices.by_author(tx, anna)]
        assert titles == ["Ждёт", "Никому", "Без имени", "С именем"]


async def test_whoever_withdraws_takes_their_cards_out_of_every_list_at_once(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna = await person(tx, ours)
        card_id = await card(tx, ours, anna)
        nomination_id = await practices.nominate(tx, school_id=ours, school_year=YEAR, title="Год", by=anna, now=NOW)
        assert await practices.tick(tx, nomination_id, card_id) == 1
        await people.set_erase_by(tx, anna, NOW.date() + timedelta(days=25))
        assert await practices.accepted(tx, ours, YEAR) == []
        assert await practices.get(tx, card_id, ours) is None
        assert await practices.of_area(tx, ours, "", offset=0, limit=8) == []
        assert await practices.areas_counted(tx, ours) == []
        assert await practices.search(tx, ours, ("% карт%", "%", "%", "%"), limit=8) == []
        assert await practices.counts(tx, ours, YEAR) == Counts(0, 0, 0, 0)
        assert await practices.count_accepted(tx, ours, YEAR) == 0
        assert await practices.nominees(tx, nomination_id) == []
        assert await practices.in_state(tx, ours, CardState.ACCEPTED, YEAR, offset=0, limit=8) == []


async def test_the_library_is_read_by_area_and_by_the_beginnings_of_words(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna = await person(tx, ours)
        first = await card(tx, ours, anna, "Урок", areas=("method", "digital"))
        second = await card(tx, ours, anna, "Время", areas=("method",))
        assert [each.id for each in await practices.of_area(tx, ours, "method", offset=0, limit=8)] == [second, first]
        assert [each.id for each in await practices.of_area(tx, ours, "method", offset=1, limit=8)] == [first]
        assert [each.id for each in await practices.of_area(tx, ours, "digital", offset=0, limit=8)] == [first]
        found = await practices.search(tx, ours, ("% врем%", "%", "%", "%"), limit=8)
        assert [each.id for each in found] == [second, first]  # in the title, then in the words
        assert [each.id for each in await practices.search(tx, ours, ("% врем%", "% урок%", "%", "%"), limit=8)] == [
            first
        ]
        counted = {each.areas: each.many for each in await practices.areas_counted(tx, ours)}
        assert counted == {("method",): 1, ("method", "digital"): 1}


async def test_a_decision_is_on_the_version_that_was_read(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna = await person(tx, ours)
        card_id = await card(tx, ours, anna, state=CardState.SENT)
        assert await practices.allow(tx, card_id, anna, Publish.NAMELESS, stays=True) == 1
        assert await practices.allow(tx, card_id, anna, Publish.NAMELESS, stays=True) == 0
        accept = (CardState.SENT, CardState.ACCEPTED)
        assert await practices.decide(tx, card_id, 1, *accept, note="", by=anna, now=NOW) == 0
        assert await practices.decide(tx, card_id, 2, *accept, note="", by=anna, now=NOW) == 1
        assert await practices.decide(tx, card_id, 2, *accept, note="", by=anna, now=NOW) == 0


async def test_the_author_alone_takes_a_card_back_and_sends_it_again(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna, igor = await person(tx, ours), await person(tx, ours)
        card_id = await card(tx, ours, anna)
        assert await practices.take_back(tx, card_id, igor) == 0
        assert await practices.send_again(tx, card_id, anna, NOW) == 0  # it is accepted
        assert [await practices.take_back(tx, card_id, anna) for _ in range(2)] == [1, 0]
        assert await practices.accepted(tx, ours, YEAR) == []
        assert await practices.send_again(tx, card_id, igor, NOW) == 0
        assert [await practices.send_again(tx, card_id, anna, NOW) for _ in range(2)] == [1, 0]


@pytest.mark.parametrize("field", [each for each in CardField if each is not CardField.AREAS])
async def test_a_field_is_reworded_while_the_card_is_in_the_state_that_was_seen(
    database: Database, field: CardField
) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna = await person(tx, ours)
        card_id = await card(tx, ours, anna)
        for state, changed in ((CardState.SENT, 0), (CardState.ACCEPTED, 1)):
            done = await practices.rewrite(tx, card_id, field, "Иначе", state=state, title_words=" и", words=" и")
            assert done == changed
        row = await practices.get(tx, card_id, ours)
        assert row is not None
        assert getattr(row, field) == "Иначе"
        await practices.note_edit(tx, card_id, field, was="Так", became="Иначе", by=anna, now=NOW)
        assert [(each.field, each.was, each.became) for each in await practices.edits(tx, card_id)] == [
            (field, "Так", "Иначе")
        ]


async def test_a_collection_knows_its_cards_and_what_may_still_be_told_of_them(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna = await person(tx, ours)
        named, nameless = await card(tx, ours, anna), await card(tx, ours, anna, publish=Publish.NAMELESS)
        made = [
            await practices.make(
                tx, school_id=ours, school_year=YEAR, job_id=9, named={named: True, nameless: False}, by=anna, now=NOW
            )
            for _ in range(2)
        ]
        assert made[0] == made[1]
        assert await practices.still_allowed(tx, made[0]) == 2
        assert await practices.with_card(tx, named) == []  # nobody has got it yet
        await practices.issue(tx, made[0], NOW)
        assert [each.cards for each in await practices.with_card(tx, named)] == [2]
        await practices.allow(tx, named, anna, Publish.NAMELESS, stays=False)
        assert await practices.still_allowed(tx, made[0]) == 1
        await practices.throw_away(tx, made[0] + 1)
        assert [each.id for each in await practices.issued(tx, ours, limit=8)] == [made[0]]


async def test_a_nomination_takes_cards_of_its_own_schools_library_once(database: Database) -> None:
    async with database.write() as tx:
        ours, other = await school(tx), await school(tx)
        anna, stranger = await person(tx, ours), await person(tx, other)
        mine, theirs = await card(tx, ours, anna), await card(tx, other, stranger)
        hidden = await card(tx, ours, anna, publish=Publish.NEVER)
        made = [
            await practices.nominate(tx, school_id=ours, school_year=YEAR, title="Год", by=anna, now=NOW)
            for _ in range(2)
        ]
        assert made[0] == made[1]
        assert [await practices.tick(tx, made[0], each) for each in (mine, mine, theirs, hidden)] == [1, 0, 0, 0]
        assert [each.cards for each in await practices.nominations(tx, ours, YEAR)] == [1]
        assert await practices.nomination(tx, made[0], other) is None
        assert await practices.drop_nomination(tx, made[0], other) == 0
        assert [each.id for each in await practices.nominees(tx, made[0])] == [mine]
        assert [await practices.untick(tx, made[0], mine) for _ in range(2)] == [1, 0]
        assert [await practices.drop_nomination(tx, made[0], ours) for _ in range(2)] == [1, 0]


async def test_of_an_erased_author_only_what_they_let_stay_is_left_and_nobodys(database: Database) -> None:
    async with database.write() as tx:
        ours = await school(tx)
        anna = await person(tx, ours)
        stays, goes = await card(tx, ours, anna, "Останется", stays=True), await card(tx, ours, anna, "Уйдёт")
        collection = await practices.make(
            tx, school_id=ours, school_year=YEAR, job_id=9, named={stays: True, goes: True}, by=anna, now=NOW
        )
        for card_id in (stays, goes):
            await practices.note_edit(tx, card_id, CardField.DONE, was="Так", became="Иначе", by=anna, now=NOW)
            await practices.let_go(tx, card_id)
        await practices.forget_person(tx, anna)
        assert await practices.by_author(tx, anna) == []
        told = await practices.accepted(tx, ours, YEAR)
        assert [(each.title, each.author) for each in told] == [("Останется", "")]
        assert [await practices.edits(tx, card_id) for card_id in (stays, goes)] == [[], []]
        assert await practices.still_allowed(tx, collection) == 0  # it was printed with the name
