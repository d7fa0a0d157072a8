"""Materials in a dialog: a coordinator's list, files of every kind, a mentor and a mentee who read."""

import zipfile
from io import BytesIO

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.answered import asks, helps
from tests.dialogs.waiting import opens_queue
from tests.scenes import scene

PDF = b"%PDF-1.7\n1 0 obj\n"
LINK = "https://example.org/urok?a=1&b=2"
METHOD = "Урок и методика"


async def opens_area(coordinator: Person, area: str = METHOD) -> None:
    await opens_queue(coordinator)
    await coordinator.presses("Материалы")
    await coordinator.presses(next(each for each in coordinator.buttons if area in each))


async def adds_link(coordinator: Person, address: str = LINK, title: str = "Урок за час", area: str = METHOD) -> None:
    await opens_area(coordinator, area)
    await coordinator.presses("Добавить ссылку")
    await coordinator.says(address)
    await coordinator.says(title)


async def adds_file(coordinator: Person, name: str = "Памятка.pdf", content: bytes = PDF, area: str = METHOD) -> None:
    await opens_area(coordinator, area)
    await coordinator.presses("Добавить файл")
    await coordinator.sends_file(name, content)


async def opens_shelf(person: Person) -> None:
    await person.says("/menu")
    await person.presses("Материалы")


@scene
async def mentee(school: School) -> int:
    """Anna has handed in a request about lessons."""
    return await asks(school, school.cast.teacher, "Соколова Анна Ильинична", areas=("method",))


@scene
async def mentor(school: School) -> int:
    """Igor is ready to help."""
    return await helps(school, school.cast.colleague, "Рябинин Игорь Олегович")


def packed(**entries: bytes) -> bytes:
    """A zip of these; «__» in a name is a dot, «_of_» a folder."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as of:
        for name, content in entries.items():
            of.writestr(name.replace("_of_", "/").replace("__", "."), content)
    return made.getvalue()
