"""People found by words of their names, alike in both databases."""

import pytest

from mentoring.rules.names import search_patterns
from storage import people
from storage.database import Database
from tests.storage.seeds import person, school

NAMES = ("Соколова Анна Ильинична", "Соколова Алла Андреевна", "Андреев Пётр Ильич", "Петрова Водкина Анна Львовна")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("соколова", ["Соколова Алла Андреевна", "Соколова Анна Ильинична"]),
        ("Соколова А. А.", ["Соколова Алла Андреевна"]),
        ("А.И. Соколова", ["Соколова Анна Ильинична"]),
        ("Соколова И. А.", []),
        ("водкина анна", ["Петрова Водкина Анна Львовна"]),
        ("андре", ["Андреев Пётр Ильич", "Соколова Алла Андреевна"]),
        ("нна", []),
    ],
)
async def test_words_find_whose_name_has_words_that_begin_so(database: Database, typed: str, found: list[str]) -> None:
    async with database.write() as tx:
        school_id, other = await school(tx), await school(tx)
        for name in NAMES:
            await person(tx, school_id, name=name)
        await person(tx, other, name=NAMES[0])
        hits = await people.search(tx, school_id, search_patterns(typed), limit=10)
    assert [each.full_name for each in hits] == found
