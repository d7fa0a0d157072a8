"""Every deed and every screen that there is, by a press that somebody was really shown: refused to whoever may not."""

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO

import pytest

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.test_rights import another_pair
from tests.dialogs.test_rights_everywhere import stranger, who_waits
from tests.rights.ledger import changed, everything, of_others
from tests.rights.people import PEOPLE, Comes, of_another_school
from tests.rights.presses import Press, played, shown_in
from tests.rights.table import PAIR, READERS, Who, every, may, name
from tests.rights.worlds import WORLDS

pytestmark = [pytest.mark.slow, pytest.mark.long]

UNKNOWN, CONSENT = "g:nowhere:0:0", "g:con:0:0"  # of no version of the bot; where whoever has not consented is led
TRIES = 2  # of one thing in one world: it may be said of several people
# Who takes part may look, and sees their own: what is refused then is told in words of its own.
INSIDE = PAIR | {Who.PARTICIPANT}
Answer = tuple[str, tuple[str, ...]]


@pytest.mark.parametrize("comes", PEOPLE, ids=lambda comes: str(comes.__name__))
async def test_who_may_not_changes_nothing_and_is_told_nothing(comes: Comes) -> None:
    who = PEOPLE[comes]
    left = {name(thing) for thing, right in every() if not right.who & who}
    for world in WORLDS:
        presses = some_of(await shown_in(world), left)
        if presses:
            async with played(world) as school:
                exactly = comes in (stranger, who_waits)
                await nothing_comes_of(school, await comes(school), presses, exactly=exactly)
        left -= {name(each.thing) for each in presses}
    assert left == set(), "no world shows a button of it"


async def test_a_coordinator_of_another_school_reaches_nothing_of_this_one() -> None:
    left = {name(thing) for thing, _ in every()}
    for world in WORLDS:
        presses = some_of(await shown_in(world), left)
        if not presses:
            continue
        async with played(world) as school:
            person, other = await of_another_school(school)
            before, names, whole = everything(school), await unheard(school, person), await full_names(school)
            for each in presses:
                await person.presses_data(each.data)
                assert told(person, names) == [], each
            theirs = await school.bot.fetch(int, "SELECT id FROM person WHERE school_id = :id", id=other)
            own = frozenset({("school", other), *(("person", each) for each in theirs)})
            assert of_others(before, everything(school), person, own) == [], world.name
            assert [(file, each) for file, text in texts(person) for each in whole if each in text] == []
        left -= {name(each.thing) for each in presses}
    assert left == set()


@pytest.mark.parametrize("side", [0, 1], ids=["mentor", "mentee"])
async def test_who_is_in_another_pair_reaches_nothing_of_this_one(side: int) -> None:
    """What is theirs to do they may do with their own alone."""
    shown = {name(each.thing) for world in WORLDS for each in await shown_in(world) if each.press.id}
    left = {name(thing) for thing, right in every() if right.who & INSIDE and not right.who >= READERS} & shown
    for world in WORLDS:
        presses = some_of([each for each in await shown_in(world) if each.press.id], left)
        if not presses:
            continue
        async with played(world) as school:
            person = (await another_pair(school))[side]
            before, names = everything(school), set(await unheard(school, person)) - {"Лугова", "Гусева"}
            for each in presses:
                await person.presses_data(each.data)
                assert told(person, names) == [], each
            own = frozenset(("person", each) for each in await ids_of(school, person))
            assert of_others(before, everything(school), person, own) == [], world.name
        left -= {name(each.thing) for each in presses}
    assert left == set()


def some_of(presses: Iterable[Press], wanted: set[str]) -> list[Press]:
    found: dict[str, list[Press]] = {}
    for each in presses:
        if name(each.thing) in wanted:
            found.setdefault(name(each.thing), []).append(each)
    return [each for same in found.values() for each in same[:TRIES]]


async def nothing_comes_of(school: School, person: Person, presses: list[Press], *, exactly: bool) -> None:
    """No row, no file, no name; and to whoever is outside a refusal is what a press of nothing is answered with."""
    plain = {await answer(person, UNKNOWN), await answer(person, CONSENT), await answer(person, UNKNOWN)}
    before, names, files = everything(school), await unheard(school, person), person.files
    for each in presses:
        said = await answer(person, each.data)
        if exactly or not may(each.thing) & INSIDE:
            assert said in plain, each
        assert told(person, names) == [], each
    assert changed(before, everything(school), person) == []
    assert person.files == files


async def answer(person: Person, data: str) -> Answer:
    await person.presses_data(data)
    return person.screen.text, tuple(person.buttons)


async def unheard(school: School, person: Person) -> list[str]:
    """Surnames of the school that the person has not been told before."""
    surnames = {each.split()[0] for each in await full_names(school)}
    return sorted(each for each in surnames if each not in person.heard)


async def full_names(school: School) -> list[str]:
    """As tables have them; surnames alone stand in the examples of our templates too."""
    return await school.bot.fetch(
        str, "SELECT full_name FROM person WHERE full_name <> '' AND school_id = :id", id=school.id
    )


def told(person: Person, names: Iterable[str]) -> list[str]:
    return [each for each in names if each in person.heard]


async def ids_of(school: School, person: Person) -> list[int]:
    return await school.bot.fetch(
        int,
        "SELECT p.id FROM person p JOIN account a ON a.id = p.account_id WHERE a.external_id = :account",
        account=person.user_id,
    )


def texts(person: Person) -> Iterator[tuple[str, str]]:
    """What is written in the files that came, by their names."""
    for file, content in person.files.items():
        parts = [content]
        if zipfile.is_zipfile(BytesIO(content)):
            with zipfile.ZipFile(BytesIO(content)) as packed:
                parts = [packed.read(each) for each in packed.namelist()]
        yield file, "".join(each.decode(errors="replace") for each in parts)
