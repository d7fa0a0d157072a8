"""A newcomer's own way to write a name against the names of the staff list."""

from dataclasses import dataclass

import pytest

from mentoring.rules.names import search_name
from mentoring.rules.staff_list import Candidate, Likeness, match


@dataclass(frozen=True, slots=True)
class Known:
    id: int
    search_name: str


def known(*names: str) -> list[Known]:
    """Ids from 1; given backwards, for the order must not come from the list."""
    return [Known(at, search_name(name)) for at, name in enumerate(names, start=1)][::-1]


STAFF = known("Берёзкина Алла Игоревна", "Полевой Глеб Олегович", "Берёзкина Алла Игоревна", "Берёзкина Анна Ильинична")


@pytest.mark.parametrize(
    ("typed", "ids", "likeness"),
    [
        ("березкина алла игоревна", [1, 3], Likeness.EXACT),
        ("Полевой Г. О.", [2], Likeness.SHORTENED),
        ("Полевой Г.О.", [2], Likeness.SHORTENED),
        ("Г. О. Полевой", [2], Likeness.SHORTENED),
        ("Полевой Глеб", [2], Likeness.SHORTENED),
        ("Глеб Олегович Полевой", [2], Likeness.SHORTENED),
        ("Берёзкина А. И.", [1, 3, 4], Likeness.SHORTENED),
        ("Полевои Глеб Алегович", [2], Likeness.CLOSE),
        ("Полевая Глафира Львовна", [], None),
        ("Ли Юн", [], None),
        ("", [], None),
    ],
)
def test_a_typed_name_finds_its_people(typed: str, ids: list[int], likeness: Likeness | None) -> None:
    found = match(typed, STAFF)
    assert [candidate.id for candidate in found] == ids
    assert {candidate.likeness for candidate in found} == ({likeness} if likeness else set())


def test_the_closest_come_first_and_equals_by_id() -> None:
    staff = known("Полевова Вера Львовна", "Полевина Вера Львовна", "Полевинаа Вера Львовна", "Полевина Вира Львовна")
    found = match("Полевена Вера Львовна", staff)
    assert found == tuple(sorted(found, key=lambda one: (-one.score, one.id)))
    assert len({one.score for one in found}) < len(found)
    assert Candidate(2, Likeness.CLOSE, found[0].score) == found[0]


def test_another_person_with_the_same_initials_is_not_the_same() -> None:
    assert match("Полевой Гордей Остапович", STAFF) == ()
