"""A pair in an order that has met, and the way to its thanks and certificates, in as few taps as it takes."""

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.meeting import notes, rings
from tests.dialogs.programming import ordered
from tests.scenes import scene

TITLE = "Благодарности и свидетельства"
CERTIFICATE = "Свидетельство наставника.docx"


@scene
async def met(school: School) -> None:
    """A pair in an order that has met once."""
    await ordered(school)
    await rings(school.cast, 9, 10)
    await notes(school.cast.colleague)


@scene
async def opens(school: School, name: str = "Рябинин") -> Person:
    coordinator = school.cast.coordinator
    await coordinator.says("/roadmap")
    await coordinator.presses("Итоги года")
    await coordinator.presses(TITLE)
    await coordinator.presses(name)
    return coordinator


@scene
async def confirms(school: School, *, post: bool = True) -> None:
    """The mentor's name and post are looked at."""
    bot = school.cast.bot
    statements = [
        """INSERT INTO person_declension (person_id, spelling, genitive, dative, accusative, confirmed_by, confirmed_at)
           SELECT id, full_name, 'Рябинина Игоря Олеговича', 'Рябинину Игорю Олеговичу', 'Рябинина Игоря Олеговича', id,
                  created_at FROM person WHERE full_name = 'Рябинин Игорь Олегович'""",
        """INSERT INTO school_declension (school_id, kind, spelling, genitive, dative, accusative, confirmed_by,
                                          confirmed_at)
           SELECT school_id, 'post', position, 'учителя', 'учителю', 'учителя', id, created_at FROM person
           WHERE full_name = 'Рябинин Игорь Олегович' AND position <> ''""",
    ]
    async with bot.machine.database.write() as tx:
        for each in statements if post else statements[:1]:
            await tx.run(each)


async def person(school: School, name: str) -> int:
    return (await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=name))[0]
