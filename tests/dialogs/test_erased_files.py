"""Files that an erased person has sent: whatever nobody accepted leaves the disk, what the school has taken stays."""

from pathlib import Path

import pytest

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.shelving import METHOD, PDF, adds_file, mentor, opens_shelf
from tests.dialogs.test_erasures import files_of
from tests.papers.workbooks import workbook
from tests.traces import holds

MARK = "Рябинин, урок-маркер"
FILE = PDF + MARK.encode()
TAKE, DECLINE = "a:maty:1:", "a:matn:1:!"


async def proposes(mentor: Person, content: bytes = FILE, *, sends: bool = True) -> None:
    await opens_shelf(mentor)
    await mentor.presses("Предложить материал")
    await mentor.presses(METHOD)
    await mentor.presses("Предложить файл")
    await mentor.sends_file("Рефлексия.pdf", content)
    if sends:
        await mentor.presses("Отправить координатору")


async def erased(school: School, person: Person) -> None:
    """By itself, on day 25."""
    await person.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await person.presses(label)
    school.cast.bot.clock.move(days=25)
    await school.cast.bot.tick()


def with_mark(school: School) -> set[str]:
    """Where on the disk it is: in the database, in which folder."""
    bot = school.cast.bot
    found = [path for path in files_of(bot) if holds(path, MARK)]
    return {path.relative_to(bot.data_dir).parts[0] if bot.data_dir in path.parents else path.name for path in found}


def materials(school: School) -> list[Path]:
    return [path for path in school.cast.bot.data_dir.glob("materials/**/*") if path.is_file()]


@pytest.mark.parametrize("fate", ["", "proposed", DECLINE])
async def test_what_nobody_has_accepted_is_gone_from_the_disk(school: School, fate: str) -> None:
    """A draft, a proposal, one that was declined."""
    await mentor(school)
    await adds_file(school.cast.coordinator)
    await proposes(school.cast.colleague, sends=bool(fate))
    if fate == DECLINE:
        (proposed,) = await school.cast.bot.fetch(int, "SELECT id FROM material WHERE state = 'proposed'")
        await school.cast.coordinator.presses_data(f"a:matn:{proposed}:!")
    assert with_mark(school) == {"materials"}
    await erased(school, school.cast.colleague)
    assert with_mark(school) == set()
    assert [each.read_bytes() for each in materials(school)] == [PDF]


async def test_what_the_school_has_taken_stays_byte_for_byte_and_is_nobodys(school: School) -> None:
    """As README and the guides say: whatever its author wrote inside stays too."""
    await mentor(school)
    await proposes(school.cast.colleague)
    await school.cast.coordinator.presses_data(TAKE)
    await erased(school, school.cast.colleague)
    bot = school.cast.bot
    assert await bot.fetch(str, "SELECT state || COALESCE(author_id, 0) || title FROM material") == ["kept0Рефлексия"]
    assert [each.read_bytes() for each in materials(school)] == [FILE]
    assert with_mark(school) == {"materials"}
    await school.cast.coordinator.presses_data("a:matx:1:")
    await bot.machine.keeper.keep()
    assert with_mark(school) == set()


async def test_the_same_bytes_that_somebody_else_has_brought_stay(school: School) -> None:
    await mentor(school)
    await adds_file(school.cast.coordinator, content=FILE)
    await proposes(school.cast.colleague)
    assert len(materials(school)) == 1
    await erased(school, school.cast.colleague)
    assert [each.read_bytes() for each in materials(school)] == [FILE]


@pytest.mark.parametrize("name", ["Штат.xlsx", "План.docx"])
async def test_a_file_that_is_only_read_is_never_on_the_disk(school: School, name: str) -> None:
    """A staff list that waits for a word, what is refused: looked at in memory alone."""
    listed = workbook(["ФИО", "Заметка"], ["Лугова Мария Павловна", MARK])
    await school.cast.coordinator.sends_file(name, listed)
    assert materials(school) == []
    assert with_mark(school) == set()
