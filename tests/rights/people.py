"""Who presses: people who are one thing each, and what those of the cast are in a world."""

from collections.abc import Awaitable, Callable, Mapping

from mentoring import schools
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.answered import phone
from tests.dialogs.test_approvals import deputy_of
from tests.dialogs.test_rights_everywhere import director, psychologist, stranger, teacher, who_waits
from tests.dialogs.test_two_schools import coordinates
from tests.rights.table import Who

_OF_ROLES = {
    Role.COORDINATOR: Who.COORDINATOR,
    Role.DEPUTY: Who.DEPUTY,
    Role.DIRECTOR: Who.DIRECTOR,
    Role.PSYCHOLOGIST: Who.PSYCHOLOGIST,
}
Comes = Callable[[School], Awaitable[Person]]


async def deputy(school: School) -> Person:
    return await deputy_of(school)


async def coordinator(school: School) -> Person:
    return school.cast.coordinator


async def of_another_school(school: School) -> tuple[Person, int]:
    """Its coordinator, and its id."""
    cast, person = school.cast, phone(school, 804, "Лугова Нина Павловна")
    async with cast.bot.machine.database.write() as tx:
        school_id = await schools.add(tx, "", cast.bot.clock.now())
    await coordinates(cast, school_id, person, "Лугова Нина Павловна")
    await person.says("Школа № 98")
    await person.says("Казань")
    return person, school_id


# Everybody but those who are in a pair; they have not consented who lead, read numbers or counsel.
PEOPLE: Mapping[Comes, frozenset[Who]] = {
    stranger: frozenset({Who.STRANGER}),
    who_waits: frozenset({Who.MEMBER}),
    teacher: frozenset({Who.MEMBER, Who.PARTICIPANT}),
    director: frozenset({Who.MEMBER, Who.DIRECTOR}),
    psychologist: frozenset({Who.MEMBER, Who.PSYCHOLOGIST}),
    deputy: frozenset({Who.MEMBER, Who.DEPUTY}),
    coordinator: frozenset({Who.MEMBER, Who.COORDINATOR}),
}


async def what_they_are(school: School, person: Person) -> frozenset[Who]:
    """In the school, as its rows say now."""
    bot, account = school.bot, person.user_id
    mine = "FROM person p JOIN account a ON a.id = p.account_id AND a.external_id = :account"
    roles = await bot.fetch(str, f"SELECT r.role {mine} JOIN role r ON r.person_id = p.id", account=account)
    sides = await bot.fetch(str, f"SELECT m.side {mine} JOIN pairing_member m ON m.person_id = p.id", account=account)
    ready = await bot.fetch(
        str,
        f"SELECT 'mentor' {mine} JOIN form_run f ON f.person_id = p.id AND f.form_key = 'mentor_profile'",
        account=account,
    )
    consented = await bot.fetch(
        int,
        f"""SELECT p.id {mine} JOIN consent c ON c.person_id = p.id AND c.kind = 'data' AND c.decision = 'given'
            WHERE p.state = 'active'""",
        account=account,
    )
    found = {_OF_ROLES[Role(each)] for each in roles if Role(each) in _OF_ROLES}
    found |= {Who.MENTOR if each == "mentor" else Who.MENTEE for each in (*sides, *ready)}
    found |= {Who.PARTICIPANT} if consented else set()
    return frozenset(found | ({Who.MEMBER} if roles else {Who.STRANGER}))
