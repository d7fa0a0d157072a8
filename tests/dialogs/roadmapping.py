"""A coordinator with the school's own roadmap: the document as it came, versions of it, the way to its acceptance."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

from docx import Document

from mentoring.rules.own_roadmap import parse
from mentoring.rules.roadmap_files import grid_of_text
from storage.activities import Activity
from tests.cast import Person
from tests.conftest import School
from tests.papers.word_files import with_table
from tests.rules.roadmap_tables import DOCUMENT, HEADINGS
from tests.scenes import scene

Row = Sequence[str]

WHOLE_YEAR = "Весь учебный год (сентябрь – май)"
# What the school's own document leaves open, in the order in which it is asked.
ANSWERS = (WHOLE_YEAR, "Орлова В. П.", WHOLE_YEAR, "Координатор", WHOLE_YEAR, "С 20 апреля по 31 мая")


def source() -> bytes:
    """The document that the programme was made from, in Word."""
    grid = grid_of_text(DOCUMENT)
    assert grid is not None
    (title,), *rows = grid
    return with_table(*rows, title=title)


def word(*rows: Row, title: str = "Дорожная карта на 2026-2027 учебный год") -> bytes:
    return with_table(HEADINGS, *rows, title=title)


BANK = (
    "1",
    "Банк наставляемых",
    "1) Сбор информации о запросах педагогов",
    "до 30 сентября",
    "Куратор",
)
TEA = ("2", "Традиции", "1) Чаепитие наставников\n2) Приказ о «Дне наставника»", "до 20 октября", "Завуч")


async def sends(coordinator: Person, content: bytes, name: str = "Дорожная карта.docx") -> None:
    await coordinator.sends_file(name, content)


async def answers_all(coordinator: Person, *answers: str) -> None:
    await coordinator.presses("Ответить на вопросы")
    for answer in answers or ANSWERS:
        await coordinator.presses(answer)


async def accepts(coordinator: Person, content: bytes) -> None:
    """A document that leaves nothing open."""
    await sends(coordinator, content)
    if any(label.startswith("Что изменилось") for label in coordinator.buttons):
        await coordinator.presses("Что изменилось")
    await coordinator.presses("Принять карту")


@scene
async def confirmed(school: School) -> dict[str, date]:
    rows = await school.cast.bot.fetch(Activity, "SELECT key, due_on FROM activity ORDER BY due_on, key")
    return {row.key: row.due_on for row in rows}


async def states(school: School) -> list[str]:
    return await school.cast.bot.fetch(str, "SELECT state FROM own_roadmap ORDER BY state")


async def own_key(school: School, beginning: str) -> str:
    """The key of an item of the school's own, out of what is kept."""
    (content,) = await school.cast.bot.fetch(str, "SELECT content FROM own_roadmap WHERE state = 'accepted'")
    own = parse(content)
    return next(keys[0] for path, keys in own.keys.items() if own.text(path).startswith(beginning))


async def proves(coordinator: Person, stage: str, activity: str, words: str) -> None:
    await coordinator.says("/roadmap")
    await coordinator.presses(stage)
    await coordinator.presses(activity)
    await coordinator.presses("Сделано")
    await coordinator.says(words)


def words_in(content: bytes) -> str:
    """Everything that stands in a document's tables."""
    document = Document(BytesIO(content))
    return "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
