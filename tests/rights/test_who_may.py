"""The other half of the table: everybody who may is heard, and is shown nothing that is not theirs to press."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass

import pytest

from handlers.presses import Deed
from handlers.texts import errors
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.test_rights_everywhere import director, psychologist
from tests.rights import people
from tests.rights.people import what_they_are
from tests.rights.presses import Press, on, played, shown_in
from tests.rights.table import Who, every, may, name
from tests.rights.worlds import WORLDS
from tests.screens.worlds import person_of

pytestmark = [pytest.mark.slow, pytest.mark.long]

TRIES = 3  # of one thing by one person in one world
CAST = ("teacher", "colleague", "newcomer", "deputy", "coordinator")  # by who leads others' pairs end: they come last
COME: Mapping[people.Comes, Who] = {
    director: Who.DIRECTOR,
    psychologist: Who.PSYCHOLOGIST,
    people.deputy: Who.DEPUTY,
}
# After these somebody is not what they were.
LAST = frozenset(
    map(
        name,
        (
            *(Deed.WITHDRAW, Deed.DECLINE, Deed.SWITCH_SCHOOL, Deed.TAKE_ROLE_BACK, Deed.DISCONNECT, Deed.REMOVE),
            *(Deed.PERSON_LEAVES, Deed.PAPER_WITHDRAW, Deed.ERASE, Deed.YEAR_TURN),
        ),
    )
)
Named = tuple[str, Who]


@dataclass
class Presser:
    person: Person
    who: str  # of the cast
    are: frozenset[Who]


async def test_whoever_is_of_a_world_is_heard_and_is_shown_nothing_that_is_not_theirs() -> None:
    left = {(name(thing), who) for thing, right in every() for who in right.who}
    left -= {each for each in left if each[1] in {Who.STRANGER, *COME.values()}}
    for world in WORLDS:
        shown = await shown_in(world)
        async with played(world) as school:
            pressers = [each async for each in those_of(school)]
            for each in pressers:
                assert not_theirs(each, (press for press in shown if press.who == each.who)) == [], world.name
            for of_last in (False, True):
                for each in pressers:
                    wanted = [press for press in shown if (name(press.thing) in LAST) is of_last]
                    left -= await heard(school, each, wanted, left)
    assert left == set(), "nobody of these was heard"


@pytest.mark.parametrize("comes", COME, ids=lambda comes: str(comes.__name__))
async def test_whoever_has_a_role_is_heard(comes: people.Comes) -> None:
    left = {(name(thing), COME[comes]) for thing, right in every() if COME[comes] in right.who}
    for world in WORLDS:
        shown = [each for each in await shown_in(world) if (name(each.thing), COME[comes]) in left]
        if not shown:
            continue
        async with played(world) as school:
            person = await comes(school)
            presser = Presser(person, "", await what_they_are(school, person))
            for of_last in (False, True):
                wanted = [press for press in shown if (name(press.thing) in LAST) is of_last]
                left -= await heard(school, presser, wanted, left)
    assert left == set()


async def those_of(school: School) -> AsyncIterator[Presser]:
    for who in CAST:
        person = person_of(school, who)
        are = await what_they_are(school, person)
        if Who.STRANGER not in are:
            yield Presser(person, who, are)


async def heard(school: School, presser: Presser, presses: Iterable[Press], left: set[Named]) -> set[Named]:
    """Which of these rights the person has used: nobody said that the button means nothing."""
    used: set[Named] = set()
    tries: Counter[str] = Counter()
    for each in presses:
        rights = {(name(each.thing), who) for who in may(each.thing) & presser.are} & left - used
        if not rights or tries[name(each.thing)] == TRIES:
            continue
        tries[name(each.thing)] += 1
        await presser.person.presses_data(each.data)
        if not presser.person.screen.text.startswith(errors.old_button()):
            used |= rights
            await shows_what_is_theirs(school, presser, each)
    return used


async def shows_what_is_theirs(school: School, presser: Presser, after: Press) -> None:
    shown = list(on(presser.person.screen, presser.who))
    if not_theirs(presser, shown):  # they may be more by it than they were
        presser.are = await what_they_are(school, presser.person)
        assert not_theirs(presser, shown) == [], (after, presser.are)


def not_theirs(presser: Presser, presses: Iterable[Press]) -> list[Press]:
    return [each for each in presses if not may(each.thing) & presser.are]
