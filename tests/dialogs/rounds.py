"""A school asks without names: people are brought in, asked, answer; the round is closed."""

from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import hands_in

MEETING, AFTER = "Как прошла встреча?", "Итог: наставляемый"
NAMES = ("Анна", "Игорь", "Ольга", "Пётр", "Мария", "Павел", "Елена", "Фёдор", "Нина", "Юрий")


async def people(school: School, many: int, *, first: int = 0, asked_for_support: bool = False) -> list[Person]:
    """New teachers, in the order of the alphabet by number."""
    bot, found = school.cast.bot, []
    for number in range(first, first + many):
        name = f"Берёзов{'абвгдежзик'[number]} {NAMES[number]} Ильич"
        bot.world.add_user(NAMES[number], "Берёзов", user_id=2000 + number)
        person = Person(bot, 2000 + number, name)
        if asked_for_support:
            await hands_in(school, person, name)
        else:
            await school.brings_in(person, name, role=Role.TEACHER)
        found.append(person)
    return found


async def opens_card(school: School, title: str) -> Person:
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses(title)
    return coordinator


async def asks_without_names(school: School, title: str, many: int, *, threshold: int = 5) -> None:
    coordinator = await opens_card(school, title)
    for label in (
        "Попросить ответить",
        f"Выбрать всех, кто не ответил ({many})",
        f"Дальше ({many})",
        "Ответы без имён",
        f"Пригласить, показать от {threshold} ответов",
    ):
        await coordinator.presses(label)


async def answers(person: Person, *said: str) -> None:
    """After «Ответить»: each is pressed when there is such a button, else typed; then it is sent."""
    await person.presses("Начать")
    for each in said:
        if each in person.buttons:
            await person.presses(each)
        else:
            await person.says(each)
    await person.presses("Отправить")


async def closes(school: School, title: str) -> Person:
    coordinator = await opens_card(school, title)
    await coordinator.presses("Закрыть анкету")
    await coordinator.presses("Закрыть анкету")
    return coordinator


async def opens_results(school: School, title: str) -> Person:
    coordinator = await closes(school, title)
    await coordinator.presses("Результаты без имён")
    return coordinator
