"""J2-h: whoever withdrew is in no list, no count and no workbook; each told plainly and with crashes."""

import io

import openpyxl
import pytest

from tests.conftest import School
from tests.dialogs.requesting import hands_in

ANNA, IGOR = "Соколова Анна Ильинична", "Рябинин Игорь Львович"


@pytest.fixture
def school(journey_school: School) -> School:
    return journey_school


def words(workbook: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(workbook), read_only=True)
    return "\n".join(
        str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value
    )


async def test_h_the_exported_bank_is_without_who_withdrew_and_says_so(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await hands_in(school, cast.colleague, IGOR)
    await cast.coordinator.says("/bank")
    cast.coordinator.sees("2 из 2", "Соколова А. И.")
    await cast.teacher.says("мои данные")
    await cast.teacher.presses("Отозвать согласие")
    await cast.teacher.presses("Отозвать согласие")
    await cast.coordinator.says("/bank")
    cast.coordinator.sees("1 из 1", "Рябинин И. Л.")
    cast.coordinator.does_not_see("Соколова")
    await cast.coordinator.presses("Скачать Excel")
    await cast.coordinator.presses("Да, сделать файл")
    (content,) = (each for name, each in cast.coordinator.files.items() if name.endswith(".xlsx"))
    assert "Рябинин" in words(content)
    assert "Соколова" not in words(content)
    assert "Исключено" in words(content)
