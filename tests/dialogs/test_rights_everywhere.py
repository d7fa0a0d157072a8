"""Every act and every screen that there is, pressed by whoever may not: nothing of the school changes, nobody is named.

A new deed or spot comes in by itself; so does a new table.
"""

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass, replace

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.answered import phone
from tests.dialogs.test_approvals import deputy_of, waits
from tests.dialogs.test_rights import at_work, with_role
from tests.dialogs.test_two_schools import Second, second
from tests.scenes import scene

__all__ = ["second"]  # a fixture

# The machine's own, and what is kept of everybody's presses.
PASSING = frozenset(
    {
        *("inbox", "outbox", "account", "machine", "job", "journal", "journal_head"),
        *("wrong_code", "screen", "reminder", "sqlite_sequence"),
    }
)
NAMES = ("Рябинин", "Соколова", "Берёзова", "Гусева")
WORDS = ("/people", "/bank", "/mentors", "/pairs", "/papers", "/questions", "/write", "/settings", "/stages", "/year")
NOWHERE = 999_999
BATCH = 25

# Their id is a number of one's own school: of a field, a stage, a question, a day, a file; or the hour stands on them.
OWN_NUMBERS: frozenset[Spot | Deed] = frozenset(
    {
        *(Spot.SETTINGS_ZONE, Spot.SETTINGS_FIELD, Spot.ROADMAP_DATES, Spot.ROADMAP_STAGE, Spot.ROADMAP_QUESTION),
        *(Deed.PAUSE_DAYS, Deed.SET_ZONE, Deed.STRICT, Deed.NOMINATION_ADD, Deed.YEAR_FILE),
    }
)


@dataclass(frozen=True)
class Row:
    table: str
    values: tuple[object, ...]
    people: frozenset[object]  # ids of persons in it
    schools: frozenset[object]


async def everything(school: School) -> set[Row]:
    rows: set[Row] = set()
    with closing(sqlite3.connect(school.cast.bot.database_file)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        keys = {name: database.execute(f"PRAGMA foreign_key_list({name})").fetchall() for name in tables}
        for table in sorted(set(tables) - PASSING):
            found = database.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in found.description]
            whose = {key[3] for key in keys[table] if key[2] == "person"} | ({"id"} if table == "person" else set())
            where = {key[3] for key in keys[table] if key[2] == "school"} | ({"id"} if table == "school" else set())
            for values in found.fetchall():
                named = dict(zip(columns, values, strict=True))
                people = frozenset(named[each] for each in whose if named[each] is not None)
                rows.add(Row(table, values, people, frozenset(named[each] for each in where)))
    return rows


@scene
async def a_school_at_work(school: School) -> None:
    """A pair that has met, a question, somebody who waits, somebody who has a role, a message on its way out."""
    cast = school.cast
    await at_work(school)
    await school.lists("Гусева Лидия Павловна", role=Role.DIRECTOR)
    await waits(school, cast.newcomer, "Берёзова Ольга Львовна")
    await cast.teacher.says("/menu")
    await cast.teacher.presses("Спросить координатора")
    await cast.teacher.says("Когда начнём?")
    await cast.coordinator.says("/write")
    await cast.coordinator.presses("Всем")
    await cast.coordinator.says("Педсовет в 15:00")


async def stranger(school: School) -> Person:
    await school.cast.outsider.says("/start")
    return school.cast.outsider


async def who_waits(school: School) -> Person:
    person = phone(school, 801, "Зимина Ирина Олеговна")
    await waits(school, person, "Зимина Ирина Олеговна")
    return person


async def teacher(school: School) -> Person:
    person = phone(school, 802, "Зимина Ирина Олеговна")
    await school.brings_in(person, "Зимина Ирина Олеговна")
    return person


async def director(school: School) -> Person:
    return await with_role(school, Role.DIRECTOR)


async def psychologist(school: School) -> Person:
    return await with_role(school, Role.PSYCHOLOGIST)


async def who_coordinated(school: School) -> Person:
    """A deputy whose account was disconnected."""
    deputy = await deputy_of(school)
    (person_id, account_id) = await school.cast.bot.fetch(
        int,
        "SELECT id AS it FROM person WHERE full_name LIKE 'Лугов П%' UNION ALL "
        "SELECT account_id FROM person WHERE full_name LIKE 'Лугов П%'",
    )
    await school.cast.coordinator.presses_data(pack(Act(Deed.DISCONNECT, person_id, str(account_id))))
    return deputy


async def who_calls_themselves_coordinator(school: School) -> Person:
    """By name and username as the coordinator's: rights are of the number of the account."""
    outsider, users = school.cast.outsider, school.cast.bot.world.state.users
    users[outsider.user_id] = replace(users[school.cast.coordinator.user_id], id=outsider.user_id)
    await outsider.says("/people")
    return outsider


Comes = Callable[[School], Awaitable[Person]]
OTHERS: tuple[Comes, ...] = (
    *(stranger, who_waits, teacher, director, psychologist, who_coordinated, who_calls_themselves_coordinator),
)


def presses(ids: list[int]) -> list[str]:
    arguments = ("", "!", "1", "2!", "coordinator.1", "x")
    acts = [Act(deed, id_, argument) for deed in Deed for id_ in ids for argument in arguments]
    return [
        *(pack(each) for each in acts),
        *(pack(Go(spot, id_, page)) for spot in Spot for id_ in ids for page in (0, 1)),
    ]


async def press_all(school: School, person: Person, data: list[str]) -> None:
    world = school.cast.bot.world
    for at in range(0, len(data), BATCH):
        for each in data[at : at + BATCH]:
            world.press_data(person.user_id, person.screen.id, each)
        await school.cast.bot.settle()


async def mine(school: School, person: Person) -> frozenset[object]:
    """Ids of persons that the account is."""
    return frozenset(
        await school.cast.bot.fetch(
            int,
            "SELECT p.id FROM person p JOIN account a ON a.id = p.account_id WHERE a.external_id = :id",
            id=person.user_id,
        )
    )


async def nothing_has_changed(school: School, before: set[Row], own: frozenset[object]) -> None:
    await others_are_as_before(school, before, own)
    assert await school.cast.bot.fetch(str, "SELECT error FROM inbox WHERE state = 'dead'") == []


async def others_are_as_before(school: School, before: set[Row], own: frozenset[object]) -> None:
    after = await everything(school)
    theirs = frozenset(await school.cast.bot.fetch(int, "SELECT id FROM person WHERE school_id = :id", id=school.id))
    assert [each for each in before - after if not each.people & own] == []
    made = [each for each in after - before if school.id in each.schools or each.people & theirs]
    assert [each for each in made if not each.people & own] == []


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("who", OTHERS, ids=lambda who: str(who.__name__))
async def test_whoever_may_not_changes_nothing_and_hears_no_name(school: School, who: Comes) -> None:
    await a_school_at_work(school)
    person = await who(school)
    own, before = await mine(school, person), await everything(school)
    foreign = [each for each in (1, 2, 3) if each not in own]
    for word in WORDS:
        await person.says(word)
    await press_all(school, person, presses(foreign))
    if own:  # they may have withdrawn, by a press that is theirs to press
        own = own | await mine(school, person)
    await nothing_has_changed(school, before, own)
    person.was_never_told(*NAMES)


@pytest.mark.slow
@pytest.mark.long
async def test_a_coordinator_of_another_school_changes_nothing_here_and_hears_no_name(
    school: School, second: Second
) -> None:
    await a_school_at_work(school)
    deputy = school.cast.deputy  # coordinates school № 99
    own, before = await mine(school, deputy), await everything(school)
    people = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE school_id = :id ORDER BY id", id=school.id)
    for word in WORDS:
        await deputy.says(word)
    await press_all(school, deputy, presses(people[:4]))
    after = await everything(school)
    of_first = {each for each in before if school.id in each.schools or each.people & set(people)}
    assert [each for each in of_first - after if not each.people & own] == []
    assert [each for each in after - before if school.id in each.schools or each.people & set(people)] == []
    deputy.was_never_told(*NAMES)


@pytest.mark.slow
@pytest.mark.long
async def test_what_is_not_ones_own_is_answered_like_what_is_not_there(school: School, second: Second) -> None:
    """A refusal that differs would tell that somebody, or something, of this number exists."""
    await a_school_at_work(school)
    deputy = school.cast.deputy
    (theirs, *_) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name LIKE 'Соколова%'")

    async def answer(press: Go | Act, id_: int) -> tuple[str, tuple[str, ...]]:
        await deputy.says("/menu")
        await deputy.presses_data(pack(replace(press, id=id_)))
        return deputy.screen.text, tuple(deputy.buttons)

    asked: list[Go | Act] = [Go(spot) for spot in Spot if spot not in OWN_NUMBERS]
    asked += [Act(deed) for deed in Deed if deed not in OWN_NUMBERS]
    answers = [(press, await answer(press, theirs), await answer(press, NOWHERE)) for press in asked]
    differing = [(press, there, not_there) for press, there, not_there in answers if there != not_there]
    assert differing == []
