"""Whom somebody means who has written colleagues' names into a private answer: nobody is guessed."""

import pytest

from mentoring.rules.names import search_name
from mentoring.rules.wishes import Meant, meant

KNOWN = {
    1: search_name("Иванова Анна Петровна"),
    2: search_name("Иванова Мария Олеговна"),
    3: search_name("Рябинин Игорь Олегович"),
    4: search_name("Ли Юна"),
    5: search_name("Лидина Алла Павловна"),
    6: search_name("Салтыкова-Зимина Вера Юрьевна"),
}


@pytest.mark.parametrize(
    ("typed", "people", "unclear"),
    [
        ("", set(), 0),
        ("Рябинин", {3}, 0),
        ("рябинин и. о.", {3}, 0),
        ("Игорь Рябинин", {3}, 0),
        ("Рябинин Игорь Олегович", {3}, 0),
        ("Иванова", set(), 1),
        ("Иванова А. П.", {1}, 0),
        ("Иванова М.", {2}, 0),
        ("Иванова П. А.", set(), 1),
        ("Ли", {4}, 0),
        ("Рябинин, Ли Юна", {3, 4}, 0),
        ("Рябинин и Иванова А.", {1, 3}, 0),
        ("Рябинин; Петрова", {3}, 1),
        ("никого", set(), 1),
        ("Салтыкова-Зимина В. Ю.", {6}, 0),
        ("Рябинин Игорь Олегович Петрович", set(), 1),
    ],
)
def test_only_who_is_certain_is_meant(typed: str, people: set[int], unclear: int) -> None:
    assert meant(typed, KNOWN) == Meant(frozenset(people), unclear)
