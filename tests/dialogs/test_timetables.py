"""A timetable out of Excel: free lessons of those whom it names, but for whoever has marked theirs."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import load_workbook

from tests.conftest import School
from tests.dialogs.test_by_hand import LUGOVA, ZARECHNAYA
from tests.papers.workbooks import workbook

DAYS = ("Учитель", "Понедельник", "", "", "", "Вторник", "", "", "")
NUMBERS = ("", 1, 2, 3, 4, 1, 2, 3, 4)
OF_LUGOVA = (LUGOVA, "5А", "", "6Б", "", "", "", "", "")


async def sends(school: School, *rows: Sequence[object]) -> None:
    await school.cast.coordinator.sends_file("Расписание.xlsx", workbook(DAYS, NUMBERS, *rows, title="Учителя"))


async def free(school: School) -> list[str]:
    return await school.cast.bot.fetch(
        str,
        """SELECT p.full_name || ' ' || CAST(f.weekday AS TEXT) || ' ' || CAST(f.lesson AS TEXT)
           FROM free_lesson f JOIN person p ON p.id = f.person_id ORDER BY p.sort_name, f.weekday, f.lesson""",
    )


async def test_the_template_has_the_names_the_weekdays_and_as_many_lessons_as_the_school(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(LUGOVA, ZARECHNAYA)
    await coordinator.says("/settings")
    await coordinator.presses("Расписание из Excel")
    await coordinator.presses("Получить шаблон расписания")
    sheet = load_workbook(BytesIO(coordinator.files["Расписание.xlsx"]))["Расписание"]
    assert sheet.max_column == 1 + 5 * 8
    assert [row[0].value for row in sheet.iter_rows(min_row=3)] == [ZARECHNAYA, LUGOVA, "Орлова Вера Павловна"]
    await coordinator.sends_file("Расписание.xlsx", coordinator.files["Расписание.xlsx"])
    coordinator.sees("строки под ними пустые", "Получить шаблон расписания")


async def test_windows_are_read_shown_and_written_by_one_press(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(LUGOVA, ZARECHNAYA)
    await sends(school, OF_LUGOVA, ("Неизвестная З. З.", "5А", "", "", "", "", "", "", ""))
    coordinator.sees("Свободные уроки прочитаны: 1 учитель.", "Строка 4. «Неизвестная З. З.»: такого имени нет")
    assert await free(school) == []
    await coordinator.presses("Записать (1)", times=2)
    coordinator.sees("Записано: 1 учитель.")
    assert await free(school) == [f"{LUGOVA} 0 2", f"{LUGOVA} 0 4"]
    assert await school.cast.bot.fetch(str, "SELECT source FROM free_lessons_marked") == ["timetable"]


async def test_the_next_timetable_takes_the_place_of_the_one_before(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(LUGOVA)
    await sends(school, OF_LUGOVA)
    await coordinator.presses("Записать (1)")
    await sends(school, (LUGOVA, "", "", "", "", "5А", "", "6Б", ""))
    await coordinator.presses("Записать (1)")
    assert await free(school) == [f"{LUGOVA} 1 2", f"{LUGOVA} 1 4"]


async def test_who_has_marked_theirs_knows_better_than_a_timetable(school: School) -> None:
    coordinator = school.cast.coordinator
    lugova, zarechnaya = await school.lists(LUGOVA, ZARECHNAYA)
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("INSERT INTO free_lesson (person_id, weekday, lesson) VALUES (:id, 3, 3)", id=zarechnaya)
        await tx.run(
            """INSERT INTO free_lessons_marked (person_id, source, marked_at)
               VALUES (:id, 'tap', '2026-09-07T09:00:00.000000Z')""",
            id=zarechnaya,
        )
    await sends(school, OF_LUGOVA, (ZARECHNAYA, "5А", "", "6Б", "", "", "", "", ""))
    coordinator.sees("прочитаны: 1 учитель.", "Отметили сами: 1.")
    await coordinator.presses("Записать (1)")
    coordinator.sees("Записано: 1 учитель. Отметили сами и не изменились: 1.")
    assert await free(school) == [f"{ZARECHNAYA} 3 3", f"{LUGOVA} 0 2", f"{LUGOVA} 0 4"]
    assert lugova != zarechnaya


async def test_a_cancelled_timetable_writes_nothing(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(LUGOVA)
    await sends(school, OF_LUGOVA)
    shown = coordinator.screen
    await coordinator.presses("Отменить")
    coordinator.sees("прочитанное удалено")
    await coordinator.presses_old(shown, "Записать (1)")
    coordinator.sees("уже записано, отменено или устарело")
    assert await free(school) == []
