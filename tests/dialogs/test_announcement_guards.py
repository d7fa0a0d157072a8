"""Who may not write to many: a teacher, a forged press, another school, and whose draft it is not."""

import pytest

from tests.conftest import School
from tests.dialogs.announcing import announces, drafts
from tests.dialogs.test_announcements import ANNA, IGOR, with_deputy
from tests.dialogs.test_two_schools import Second, second

__all__ = ["second"]  # a fixture


async def test_another_coordinator_does_not_send_somebody_elses_draft(school: School) -> None:
    cast = school.cast
    deputy = await with_deputy(school)
    await school.brings_in(cast.teacher, ANNA)
    await drafts(cast.coordinator)
    (draft_id,) = await cast.bot.fetch(int, "SELECT id FROM announcement")
    for data in (f"a:anns:{draft_id}:", f"a:annd:{draft_id}:", f"g:annd:{draft_id}:0", f"g:ann:{draft_id}:0"):
        await deputy.presses_data(data)
        deputy.sees("Такого сообщения нет")
    assert await cast.bot.fetch(str, "SELECT state FROM announcement") == ["draft"]


@pytest.mark.parametrize(
    "data",
    [
        "g:wr:0:0",
        "g:wrt:0:0:everybody",
        "g:anns:0:0",
        "g:ann:1:0",
        "g:annu:1:0",
        "a:anns:1:",
        "a:annx:1:",
        "g:annb:1:0",
        "g:annt:1:0",
        "a:annr:1:",
    ],
)
async def test_a_teacher_gets_nothing_by_a_forged_press(school: School, data: str) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await school.brings_in(cast.colleague, IGOR)
    await drafts(cast.coordinator)
    await cast.teacher.presses_data(data)
    cast.teacher.sees("Заполнить запрос")
    cast.teacher.was_never_told("Кому", "педсовет", "Такого сообщения")
    assert await cast.bot.fetch(str, "SELECT state FROM announcement") == ["draft"]


async def test_a_teacher_who_types_the_command_sees_their_own_menu(school: School) -> None:
    await school.brings_in(school.cast.teacher, ANNA)
    await school.cast.teacher.says("/write")
    school.cast.teacher.sees("Заполнить запрос")
    school.cast.teacher.was_never_told("Кому?")


@pytest.mark.parametrize(
    "data",
    [
        "g:wrt:0:0:all",
        "g:wrt:0:0",
        "g:annd:77:0",
        "g:annb:77:0",
        "g:annt:77:0",
        "a:anns:77:",
        "g:ann:77:0",
        "g:annu:77:0",
        "g:annx:77:0",
        "a:annx:77:",
        "a:annd:77:",
        "a:annr:77:",
    ],
)
async def test_a_coordinators_forged_press_ends_in_a_sentence(school: School, data: str) -> None:
    coordinator = school.cast.coordinator
    await school.lists(ANNA)
    await coordinator.presses_data(data)
    coordinator.sees("Меню" if data != "a:annr:77:" else "Сегодня")


async def test_no_school_opens_stops_or_reads_what_another_one_wrote(school: School, second: Second) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await announces(cast.coordinator)
    for data in ("g:ann:1:0", "g:annu:1:0", "g:annx:1:0", "a:annx:1:", "g:annd:1:0", "g:annb:1:0", "a:anns:1:"):
        await cast.deputy.presses_data(data)
        cast.deputy.sees("Такого сообщения нет")
    await cast.deputy.presses_data("a:annr:1:")
    cast.deputy.was_never_told("педсовет")
    assert await cast.bot.fetch(str, "SELECT state FROM announcement") == ["sent"]
    assert await cast.bot.fetch(int, "SELECT read FROM announcement_to") == [0]
