"""A teacher answers the mentor questionnaire in as few taps as it takes."""

from collections.abc import Mapping

from storage.runs import Answer
from tests.cast import Cast, Person
from tests.conftest import School
from tests.dialogs.requesting import FACTS
from tests.scenes import scene

YES = "Да, на несколько месяцев или год"


@scene
async def offers(
    school: School, teacher: Person, full_name: str, answered: Mapping[str, str] | None = None, **facts: object
) -> int:
    """`answered` are those answers of `says_yes` that are other ones."""
    person_id = await school.brings_in(teacher, full_name, **{**FACTS, **facts})
    await teacher.presses("Анкета наставника")
    await teacher.presses("Начать")
    await says_yes(teacher, **(answered or {}))
    return person_id


async def says_yes(
    teacher: Person,
    *,
    ready: str = YES,
    category: str = "☐ Первая",
    capacity: str = "Двух",
    sure: str = "8",
    limits: str = "",
) -> None:
    """From the first question to the end; all facts are known."""
    asked = [] if ready == "Да, для разовых консультаций" else [capacity]
    for label in (ready, "Всё верно", category, "Готово", "☐ Урок и методика", "Готово", "Да, для коллег"):
        await teacher.presses(label)
    for label in ("☐ Один на один", "Готово", *asked, "☐ После уроков", "Готово", sure):
        await teacher.presses(label)
    await (teacher.says(limits) if limits else teacher.presses("Пропустить"))
    await teacher.presses("Отправить")


@scene
async def refuses(
    school: School, teacher: Person, full_name: str, *, ready: str = "Нет", reason: str = "Большая нагрузка"
) -> int:
    person_id = await school.brings_in(teacher, full_name, **FACTS)
    for label in ("Анкета наставника", "Начать", ready, reason, "Отправить"):
        await teacher.presses(label)
    return person_id


async def kept(cast: Cast) -> dict[str, str | None]:
    """What is kept of mentor questionnaires, as JSON by question."""
    rows = await cast.bot.fetch(
        Answer,
        """SELECT a.question, a.value FROM answer a JOIN form_run f ON f.id = a.run_id
           WHERE f.form_key = 'mentor_profile' ORDER BY f.id""",
    )
    return {row.question: row.value for row in rows}
