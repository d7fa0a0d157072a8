"""J5: nine who ask and eight places become eight agreed pairs and one person in the queue.

Told plainly and with a crash around every update.
"""

from datetime import UTC, datetime

import pytest

from mentoring.rules.questionnaire import Value
from tests.cast import Cast, Person
from tests.conftest import School
from tests.dialogs.answered import asks, helps, phone

pytestmark = [pytest.mark.slow, pytest.mark.long]

MENTEES: dict[str, dict[str, Value]] = {
    "Соколова Анна Ильинична": {},
    "Берёзова Ольга Петровна": {"areas": ("docs",)},
    "Гусева Лидия Павловна": {"areas": ("method", "digital"), "subjects": ("math",)},
    "Ветрова Зоя Ильинична": {"areas": ("classroom",), "subjects": ("history",)},
    "Зимин Олег Андреевич": {"areas": ("digital",), "subjects": ("informatics",)},
    "Клёнова Дарья Олеговна": {"areas": ("homeroom",), "want_mentor": "short"},
    "Лескова Нина Юрьевна": {"areas": ("method",), "subjects": ("russian",)},
    "Мирная Алла Львовна": {"areas": ("assess",), "subjects": ("russian",)},
    "Озёрная Инна Игоревна": {"areas": ("inclusion",), "subjects": ("biology",)},
}
MENTORS: dict[str, dict[str, Value]] = {
    "Рябинин Игорь Олегович": {"capacity": "n2", "areas": ("method", "docs")},
    "Лугова Мария Павловна": {"capacity": "n2", "areas": ("digital", "method"), "subjects": ("math",)},
    "Полевая Вера Олеговна": {"capacity": "n1", "areas": ("classroom",), "subjects": ("history",)},
    "Речной Павел Ильич": {"capacity": "n1", "areas": ("homeroom",)},
    "Садова Юлия Петровна": {"capacity": "n2", "areas": ("method", "assess"), "subjects": ("russian",)},
}


async def everybody(school: School) -> dict[str, Person]:
    """By surname. All have come in and answered before the story begins."""
    people: dict[str, Person] = {}
    for number, (name, answers) in enumerate(MENTEES.items(), 501):
        people[name.split()[0]] = person = phone(school, number, name)
        await asks(school, person, name, **answers)
    for number, (name, answers) in enumerate(MENTORS.items(), 601):
        people[name.split()[0]] = person = phone(school, number, name)
        await helps(school, person, name, **answers)
    return people


async def rings(cast: Cast, day: int) -> None:
    """At five past two of that day of September, in Moscow."""
    cast.bot.clock.to(datetime(2026, 9, day, 11, 5, tzinfo=UTC))
    await cast.bot.tick()


async def says_yes(person: Person) -> None:
    await person.says("предложение о паре")
    await person.presses("Принять", times=2)


async def agree(school: School, people: dict[str, Person]) -> None:
    """From «Подобрать» to eight pairs that everybody has said yes to."""
    cast, coordinator = school.cast, school.cast.coordinator
    await coordinator.says("/pairs")
    await coordinator.presses("Подобрать (9)")
    coordinator.sees("Пар: 8", "Без пары: 1.")
    await coordinator.presses("Ещё")
    coordinator.sees("Озёрная И. И.: никто не готов помочь по этим направлениям")
    await coordinator.presses("◀ Раньше")
    await coordinator.presses("Рябинин И. О. → Берёзова")
    await coordinator.presses("Закрепить")
    coordinator.sees("Пересчитано: ничего не изменилось.", "закреплено")
    await coordinator.says("/pairs")
    await coordinator.presses("Черновик подбора (8)")
    await coordinator.presses("Опубликовать (8)")
    await coordinator.presses("Опубликовать (8)", times=2)
    coordinator.sees("Этот черновик уже опубликован", "Ждём ответов: 8.")
    await rings(cast, 8)
    for name in MENTORS:
        mentor = people[name.split()[0]]
        await says_yes(mentor)
        if MENTORS[name]["capacity"] == "n2":
            await says_yes(mentor)
    await rings(cast, 9)
    for name in list(MENTEES)[:8]:
        await says_yes(people[name.split()[0]])


async def test_nine_ask_for_eight_places(journey_school: School) -> None:
    school, coordinator = journey_school, journey_school.cast.coordinator
    people = await everybody(school)
    await agree(school, people)
    await coordinator.says("/pairs")
    coordinator.sees("Согласны, нужен приказ: 8.", "Без пары ждут: 1.")
    people["Озёрная"].was_never_told("Вам предлагают наставника")
    for name in MENTEES:
        people[name.split()[0]].was_never_told("балл", "пожелани")


async def test_january_brings_a_mentor_and_march_takes_one_away(journey_school: School) -> None:
    """The ninth is found a mentor the day one comes; who quits is followed, and the programme passes on."""
    school, cast = journey_school, journey_school.cast
    people = await everybody(school)
    await agree(school, people)
    await are_ordered(school)
    await writes_a_programme(school, people["Рябинин"])
    vera = await comes_in_january(school)
    await cast.bot.tick()
    cast.coordinator.sees("появился подходящий наставник: Тихонова В. С.")
    await cast.coordinator.presses("Кто подходит: Озёрная И. И.")
    await cast.coordinator.presses("Тихонова В. С.")
    await cast.coordinator.presses("Предложить сейчас", times=2)
    for person in (vera, people["Озёрная"]):
        await says_yes(person)
    await cast.coordinator.says("/pairs")
    cast.coordinator.does_not_see("Без пары ждут")
    await quits_in_march(school, people["Рябинин"])
    await passes_on(school, people["Соколова"], vera)
    people["Озёрная"].was_never_told("Рябинин", "Соколова")
    people["Соколова"].was_never_told("Озёрная")


async def are_ordered(school: School) -> None:
    coordinator = school.cast.coordinator
    await rings(school.cast, 10)
    await coordinator.says("/pairs")
    await coordinator.presses("Приказы о парах")
    await coordinator.presses("О закреплении пар (8)")
    for _ in range(8):
        await coordinator.presses(next(each for each in coordinator.buttons if each.startswith("☐")))
    await coordinator.presses("Внести номер и дату")
    await coordinator.says("47-о")
    await coordinator.says("10.09.2026")
    coordinator.sees("Записано: в приказе 8 пар.")


async def writes_a_programme(school: School, mentor: Person) -> None:
    """With Anna; the coordinator says yes, the first step is done."""
    await mentor.says("моя программа")
    await mentor.presses("Рябинин И. О. → Соколова А. И.")
    await mentor.presses("Составить программу", times=2)
    await mentor.presses("Отправить координатору", times=2)
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    await coordinator.presses("Рябинин И. О. → Соколова А. И.")
    await coordinator.presses("Программа")
    await coordinator.presses("Утвердить", times=2)


async def comes_in_january(school: School) -> Person:
    at(school.cast, 2027, 1, 12)
    await school.cast.bot.tick()
    vera = phone(school, 777, "Тихонова Вера Сергеевна")
    areas = ("inclusion", "method")
    await helps(school, vera, "Тихонова Вера Сергеевна", areas=areas, subjects=("biology", "physics"), capacity="n2")
    at(school.cast, 2027, 1, 12, 15)
    return vera


async def quits_in_march(school: School, mentor: Person) -> None:
    at(school.cast, 2027, 3, 9)  # a Tuesday: the last day is Friday
    await mentor.says("моя пара")
    await mentor.presses("Соколова А. И.")
    await mentor.presses("Прекратить наставничество")
    await mentor.presses("Прекратить наставничество", times=2)
    for day in (12, 15):
        at(school.cast, 2027, 3, day)
        await school.cast.bot.tick()


async def passes_on(school: School, mentee: Person, mentor: Person) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    coordinator.sees("Без пары ждут: 1.")
    await coordinator.presses("Подобрать (1)")
    coordinator.sees("Тихонова В. С. → Соколова А. И.", "прежняя пара прервалась не по вине наставляемого")
    await coordinator.presses("Опубликовать (1)")
    await coordinator.presses("Опубликовать (1)", times=2)
    for person in (mentor, mentee):
        await says_yes(person)
    await mentor.says("моя программа")
    await mentor.presses("Тихонова В. С. → Соколова А. И.")
    await mentor.presses("Продолжить прежнюю программу", times=2)
    mentor.sees("Программа: Тихонова В. С. → Соколова А. И.", "Сделано 0 из")


def at(cast: Cast, year: int, month: int, day: int, hour: int = 14) -> None:
    """Five past that hour of Moscow."""
    cast.bot.clock.to(datetime(year, month, day, hour - 3, 5, tzinfo=UTC))
