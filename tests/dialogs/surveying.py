"""A school asks a questionnaire of its own: published, people chosen, answered."""

from typing import Any

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.drafting import TIME_TABLE, published
from tests.dialogs.requesting import FACTS
from tests.scenes import scene

ANNA, IGOR = "Соколова Анна Ильинична", "Рябинин Игорь Олегович"
MOOD, DAY = "Как вам работается в этом году?", "В какие дни у вас методический день?"
INVITED = "Координатор приглашает ответить на анкету «Климат в коллективе». Это добровольно и займёт 2 минуты."
WAITS = "Анкета «Климат в коллективе» ждёт ответа до 22 сентября"
ASKED = "SELECT COUNT(*) FROM form_ask WHERE asked_at IS NOT NULL AND form_key = 'climate'"
RUNS = "SELECT COUNT(*) FROM form_run WHERE form_key = 'climate'"


def climate(raw: dict[str, Any]) -> None:
    questions = [{**TIME_TABLE, "key": "mood", "text": MOOD}, {**TIME_TABLE, "key": "day", "text": DAY}]
    raw.update(key="climate", title="Климат в коллективе", version=1, minutes=2, outro="", questions=questions)


async def opens_card(school: School) -> Person:
    coordinator = school.cast.coordinator
    await coordinator.says("/forms")
    await coordinator.presses("Климат в коллективе")
    return coordinator


async def chooses(school: School) -> Person:
    coordinator = await opens_card(school)
    await coordinator.presses("Попросить ответить")
    return coordinator


@scene
async def asks(school: School, *names: str) -> None:
    """On Tuesday the 8th, with two weeks to answer."""
    coordinator = await chooses(school)
    for name in names:
        await coordinator.presses(f"☐ {name}")
    await coordinator.presses(f"Дальше ({len(names)})")
    await coordinator.presses(next(each for each in coordinator.buttons if each.startswith("От")))


@scene
async def asked_teacher(school: School) -> Person:
    await published(school, "needs", climate)
    await school.brings_in(school.cast.teacher, ANNA, **FACTS)
    await asks(school, "Соколова А. И.")
    return school.cast.teacher


async def answers(teacher: Person) -> None:
    await teacher.says("Хорошо")
    await teacher.says("По четвергам")
    await teacher.presses("Отправить")


async def fills(teacher: Person) -> None:
    """From the menu, to the end."""
    await teacher.says("меню")
    await teacher.presses("Климат в коллективе")
    await teacher.presses("Начать")
    await answers(teacher)


def heard(person: Person, text: str) -> int:
    return sum(text in message.text for message in person.messages)
