"""A teacher hands in a request in as few taps as it takes."""

from storage.runs import Answer
from tests.cast import Cast, Person
from tests.conftest import School
from tests.scenes import scene

FACTS = {"subjects": ("physics",), "levels": ("ooo",), "experience": "y4"}


@scene
async def hands_in(school: School, teacher: Person, full_name: str, **facts: object) -> int:
    person_id = await school.brings_in(teacher, full_name, **{**FACTS, **facts})
    await answers(teacher)
    return person_id


async def answers(teacher: Person) -> None:
    await teacher.presses("Заполнить запрос")
    await teacher.presses("Начать")
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


@scene
async def wants_nobody(school: School, teacher: Person, full_name: str) -> int:
    """A request without a wish for a mentor."""
    person_id = await school.brings_in(teacher, full_name, **FACTS)
    for label in ("Заполнить запрос", "Начать", "Всё верно", "Нет", "Справляюсь сам(а)", "Пока нет", "Отправить"):
        await teacher.presses(label)
    return person_id


@scene
async def begins(school: School, **facts: object) -> Person:
    teacher = school.cast.teacher
    await school.brings_in(teacher, "Соколова Анна Ильинична", **facts)
    await teacher.presses("Заполнить запрос")
    await teacher.presses("Начать")
    return teacher


async def kept(cast: Cast) -> dict[str, str | None]:
    """What is kept, as JSON by question."""
    return {row.question: row.value for row in await cast.bot.fetch(Answer, "SELECT question, value FROM answer")}
