"""The request: one question at a time, kept at once, changeable, sent once."""

from storage.runs import Answer
from tests.cast import Cast, Person
from tests.conftest import School

FACTS = {"subjects": ("physics",), "levels": ("ooo",), "experience": "y4"}


async def begins(school: School, **facts: object) -> Person:
    teacher = school.cast.teacher
    await school.brings_in(teacher, "Соколова Анна Ильинична", **facts)
    await teacher.presses("Заполнить запрос")
    await teacher.presses("Начать")
    return teacher


async def answers(cast: Cast) -> dict[str, str | None]:
    """What is kept, as JSON by question."""
    return {row.question: row.value for row in await cast.bot.fetch(Answer, "SELECT question, value FROM answer")}


async def test_known_facts_are_confirmed_once_and_not_asked(school: School) -> None:
    teacher = await begins(school, **FACTS)
    teacher.sees("Это есть в списке сотрудников", "Физика", "4–10 лет")
    await teacher.presses("Всё верно")
    teacher.sees("4 из", "Нужен ли вам наставник")


async def test_core_is_sent_in_fourteen_taps(school: School) -> None:
    teacher = await begins(school, **FACTS)
    taps = 2
    for label in (
        "Всё верно",
        "Да, на несколько месяцев или год",
        "☐ Урок и методика",
        "Готово",
        "☐ После уроков",
        "Готово",
        "Пока нет",
        "Отправить",
    ):
        await teacher.presses(label)
        taps += 1
    teacher.sees("Отправлено 08.09.2026", "Уточнить, 2 минуты")
    assert taps <= 14


async def test_typed_label_and_number_count_as_the_tap(school: School) -> None:
    teacher = await begins(school, **FACTS)
    await teacher.presses("Всё верно")
    await teacher.says("2")
    assert (await answers(school.cast))["want_mentor"] == '"short"'
    teacher.sees("В чём помощь нужнее всего")
