"""Names as papers, chats, lists and searches want them."""

import pytest

from mentoring.rules.names import (
    capitalised,
    clean_name,
    first_and_patronymic,
    is_plausible_name,
    latin_letters_in_cyrillic,
    search_name,
    search_patterns,
    short_name,
    sort_name,
)
from mentoring.rules.school_names import tells_schools_apart


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Иванова   Анна\tПетровна ", "Иванова Анна Петровна"),
        ("Семёнова Алёна", "Семёнова Алёна"),
        ("Петрова – Водкина Анна", "Петрова-Водкина Анна"),
        ("Иванова\u200b\x00 Анна\u202e", "Иванова Анна"),
        ("Иванова\nАнна", "Иванова Анна"),
        ("Иванова Анна,", "Иванова Анна"),
    ],
)
def test_a_name_is_kept_clean(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Иванова Анна Петровна", "Иванова А. П."),
        ("Иванова Анна", "Иванова А."),
        ("Иванова", "Иванова"),
        ("", ""),
        ("Петрова-Водкина Анна Петровна", "Петрова-Водкина А. П."),
        ("Иванова Анна-Мария Петровна", "Иванова А.-М. П."),
        ("Иванова А.П.", "Иванова А. П."),
        ("Иванова А. П.", "Иванова А. П."),
        ("Smith John", "Smith J."),
        ("Мамедов Али Гасан оглы", "Мамедов А. Г."),
        ("Ёлкина Ёла Ёровна", "Ёлкина Ё. Ё."),
        ("О'Нил Анна", "О'Нил А."),
    ],
)
def test_the_chat_shows_a_short_name(full: str, short: str) -> None:
    assert short_name(full) == short


@pytest.mark.parametrize(
    ("full", "spoken"),
    [
        ("Иванова Анна Петровна", "Анна Петровна"),
        ("Иванова Анна", "Анна"),
        ("Иванова", "Иванова"),
        ("Мамедов Али Гасан оглы", "Али Гасан оглы"),
    ],
)
def test_a_colleague_is_spoken_to_by_name_and_patronymic(full: str, spoken: str) -> None:
    assert first_and_patronymic(full) == spoken


def test_a_search_does_not_see_case_yo_or_punctuation() -> None:
    assert search_name("Семёнова-Ёлкина А. П.") == search_name("СЕМЕНОВА елкина а п") == "семенова елкина а п"


@pytest.mark.parametrize(
    ("typed", "patterns"),
    [
        ("Соколова", ["соколова%"]),
        ("Анна Соколова", ["анна% соколова%", "соколова% анна%"]),
        ("Соколова А.И.", ["соколова% а% и%", "а% соколова% и%", "а% и% соколова%"]),
        ("а а", ["а% а%"]),
        ("100%_", ["100%"]),
        ("?!", []),
    ],
)
def test_words_are_searched_in_any_order_and_initials_in_theirs(typed: str, patterns: list[str]) -> None:
    assert list(search_patterns(typed)) == patterns


def test_a_long_name_is_searched_by_its_first_four_words() -> None:
    assert len(search_patterns("Петрова-Водкина Анна Мария Ильинична оглы")) == 24


def test_lists_are_sorted_surname_first() -> None:
    names = ["Лида Анна", "Ли Юна", "Ёлкина Анна", "Жукова Анна", "Ли-Анина Анна", "Ли Анна"]
    assert sorted(names, key=sort_name) == [
        "Ёлкина Анна", "Жукова Анна", "Ли Анна", "Ли Юна", "Ли-Анина Анна", "Лида Анна",
    ]  # fmt: skip


def test_hyphens_and_the_spacing_of_initials_do_not_count_in_the_order() -> None:
    assert sort_name("Иванова А.П.") == sort_name("Иванова А. П.")
    assert sort_name("Петровабова Анна") < sort_name("Петрова-Водкина Анна") < sort_name("Петровагина Анна")


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("Иванова", ()),
        ("Ивaнoва", (("a", 2), ("o", 4))),
        ("Cоколова Анна", (("C", 0),)),
        ("Smith Anna", ()),
        ("Smith Аnna", (("a", 9),)),  # one Russian letter makes the word Russian
        ("Иванова Aнна", (("A", 8),)),
    ],
)
def test_latin_twins_inside_russian_words_are_found(text: str, slips: tuple[tuple[str, int], ...]) -> None:
    assert latin_letters_in_cyrillic(text) == slips


@pytest.mark.parametrize(
    ("text", "plausible"),
    [
        ("Иванова Анна Петровна", True),
        ("Иванова А. П.", True),
        ("Иванова А.П.", True),
        ("Петрова-Водкина Анна", True),
        ("О'Нил Анна", True),
        ("Smith John", True),
        ("Ли Ю", True),
        ("Мамедов Али Гасан оглы", True),
        ("Иванова", False),
        ("Иванова 2", False),
        ("Иванова Анна 🙂", False),
        ("И А", False),
        ("@ivanova anna", False),
        ("Я " + "а" * 100, False),
        ("Иванова " + "а" * 100, False),
        ("", False),
        ("--- ---", False),
    ],
)
def test_a_name_has_two_words_of_letters(text: str, plausible: bool) -> None:
    assert is_plausible_name(text) is plausible


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("иванова анна петровна", "Иванова Анна Петровна"),
        ("ИВАНОВА А. П.", "Иванова А. П."),
        ("петрова-водкина анна", "Петрова-Водкина Анна"),
        ("мамедов али гасан оглы", "Мамедов Али Гасан оглы"),
        ("Барклай де Толли Михаил", "Барклай де Толли Михаил"),
    ],
)
def test_a_name_typed_without_capitals_gets_them(typed: str, written: str) -> None:
    assert capitalised(typed) == written


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Школа", False),
        ("школа", False),
        ("МБОУ СОШ", False),
        ("МБОУ «Школа»", False),
        ("Средняя общеобразовательная школа", False),
        ("Школа № 12", True),
        ("12", True),
        ("МБОУ «Гимназия имени Пушкина»", True),
        ("Лицей «Исток»", True),
    ],
)
def test_a_school_has_a_number_or_a_name_of_its_own(name: str, own: bool) -> None:
    assert tells_schools_apart(name) is own
