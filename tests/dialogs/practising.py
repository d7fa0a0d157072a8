"""A teacher writes a practice card, a coordinator accepts it."""

from tests.cast import Person
from tests.conftest import School
from tests.scenes import scene

ANNA, IGOR = "Соколова Анна Ильинична", "Рябинин Игорь Олегович"
TITLE = "Карточки для взаимопроверки"
NAMED, NAMELESS, NEVER = "Да, с моим именем", "Да, без имени", "Нет"
STAYS, GOES = "Оставить без имени", "Удалить"


async def opens_library(person: Person) -> None:
    await person.says("копилка практик")


async def writes(
    person: Person,
    title: str = TITLE,
    *,
    publish: str = NAMED,
    stays: str = GOES,
    done: str = "Ученики проверяют друг друга по карточкам.",
    area: str = "Урок и методика",
) -> None:
    """Up to the summary."""
    await opens_library(person)
    await person.presses("Рассказать о практике")
    await person.presses("Начать")
    await person.says(title)
    await person.presses(f"☐ {area}")
    await person.presses("Готово (1)")
    for words in ("Учителям 5–6 классов", "Не хватало времени на проверку", done, "Проверяем за пять минут"):
        await person.says(words)
    await person.presses("Пропустить")
    await person.presses(publish)
    if publish != NEVER:
        await person.presses(stays)


async def sends(person: Person, title: str = TITLE, **said: str) -> None:
    await writes(person, title, **said)
    await person.presses("Отправить")


async def opens_desk(coordinator: Person) -> None:
    await coordinator.says("карточки практик")


@scene
async def accepts(school: School, title: str = TITLE) -> None:
    coordinator = school.cast.coordinator
    await opens_desk(coordinator)
    await coordinator.presses(title)
    await coordinator.presses("Принять в копилку")


@scene
async def shared(school: School, title: str = TITLE, **said: str) -> Person:
    """Anna's card is in the library; who she is."""
    teacher = school.cast.teacher
    if not await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=ANNA):
        await school.brings_in(teacher, ANNA)
    await sends(teacher, title, **said)
    await accepts(school, title)
    return teacher


async def opens_card(person: Person, title: str = TITLE) -> None:
    await opens_library(person)
    await person.presses("Все карточки")
    await person.presses(title)


async def opens_own(person: Person, title: str = TITLE) -> None:
    await opens_library(person)
    await person.presses("Мои карточки")
    await person.presses(title)


async def collects(school: School) -> bytes | None:
    """The newest collection, as it comes into the chat."""
    coordinator = school.cast.coordinator
    await opens_desk(coordinator)
    await coordinator.presses("Сборник")
    await coordinator.presses("Собрать сборник в Word")
    return coordinator.files.get("Копилка практик 2026-2027.docx")
