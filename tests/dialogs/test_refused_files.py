"""A file that is no staff list: what to do about it, with the way to the template."""

import pytest

from tests.conftest import School
from tests.dialogs.test_staff_list import THREE, names
from tests.papers.workbooks import workbook


@pytest.mark.parametrize(
    ("name", "content", "advice"),
    [
        ("Штат.xlsx", "ФИО;Должность\nСоколова;учитель".encode(), "CSV"),
        ("Штат.xlsx", b"PK\x03\x04 broken", "повреждён"),
        ("Штат.xls", bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le"), "старый формат"),
        ("Штат.xlsx", b"", "нет ни одной"),
        ("Штат.xlsx", workbook(("Телефон", "Адрес"), ("1", "2")), "Не нашлась графа с именами"),
        ("Приказ.docx", b"PK", "Если это список сотрудников или анкета"),
        ("фото.jpg", b"\xff\xd8\xff", "читает таблицы Excel"),
        ("Штат.xlsx", bytes(10 * 1024 * 1024 + 1), "больше 10 МБ"),
    ],
)
async def test_what_is_no_list_gets_advice_and_the_template(
    school: School, name: str, content: bytes, advice: str
) -> None:
    await school.cast.coordinator.sends_file(name, content)
    school.cast.coordinator.sees(advice)
    assert "Получить шаблон" in school.cast.coordinator.buttons
    assert len(await names(school.cast)) == 1


async def test_too_large_a_file_is_not_even_asked_for(school: School) -> None:
    await school.cast.coordinator.sends_file("Штат.xlsx", bytes(10 * 1024 * 1024 + 1))
    school.cast.coordinator.sees("больше 10 МБ")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM job") == [0]


async def test_refusal_in_a_dialog_has_the_template_too_and_the_question_stays(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/people")
    await coordinator.presses("Добавить человека")
    await coordinator.sends_file("Приказ.docx", b"PK")
    coordinator.sees("похоже, он повреждён", "Получить шаблон")
    await coordinator.says("Берёзова Ольга Львовна")
    coordinator.sees("Кто это в программе?")


async def test_teachers_file_is_refused_and_not_read(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, "Соколова Анна Ильинична")
    await teacher.sends_file("Штат.xlsx", THREE)
    teacher.sees("файл не нужен")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM job") == [0]
