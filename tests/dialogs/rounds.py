"""A school asks without names: people are brought in, asked, answer; the round is closed."""

from dataclasses import dataclass

from handlers.presses import Go, Spot, pack
from storage.vocabulary import Role
from tests.bot_under_test import BotUnderTest
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import hands_in
from tests.dialogs.ringing import at
from tests.scenes import scene

MEETING, AFTER = "Как прошла встреча?", "Итог: наставляемый"
FORM, SHORT = "event_feedback", ("9", "8", "Скорее нет", "Пропустить")  # of a meeting: the key, a short way through
RESULTS = pack(Go(Spot.SURVEY, 1))  # of the first round
NAMES = ("Анна", "Игорь", "Ольга", "Пётр", "Мария", "Павел", "Елена", "Фёдор", "Нина", "Юрий")


@scene
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


@scene
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


@scene
async def closes(school: School, title: str) -> Person:
    coordinator = await opens_card(school, title)
    await coordinator.presses("Закрыть анкету")
    await coordinator.presses("Закрыть анкету")
    return coordinator


async def opens_results(school: School, title: str) -> Person:
    coordinator = await closes(school, title)
    await coordinator.presses("Результаты без имён")
    return coordinator


@scene
async def asked(school: School, many: int = 3) -> list[Person]:
    """So many are invited without names, shown from three answers on, and have got the message."""
    teachers = await people(school, many)
    await asks_without_names(school, MEETING, many, threshold=3)
    await at(school.cast, 8, 14)
    return teachers


async def answer(*teachers: Person) -> None:
    for teacher in teachers:
        await teacher.presses("Ответить")
        await answers(teacher, *SHORT)


@dataclass(frozen=True)
class _Round:
    asked: int
    answered: int
    open: int


async def rounds(bot: BotUnderTest) -> list[tuple[int, int, int]]:
    found = await bot.fetch(
        _Round, "SELECT asked, answered, CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END AS open FROM survey ORDER BY id"
    )
    return [(each.asked, each.answered, each.open) for each in found]


async def said(bot: BotUnderTest, question: str) -> int:
    """How many have answered it or skipped it."""
    (many,) = await bot.fetch(
        int, "SELECT COALESCE(SUM(many), 0) FROM anonymous_answer WHERE question = :question", question=question
    )
    return many
