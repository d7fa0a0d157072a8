"""A cell's lines as things to do: bullets of every kind dropped, parts nested one level."""

import pytest

from mentoring.rules.roadmap_files.items import Item, read_items


def items(*lines: str) -> list[tuple[str, ...]]:
    lead, found = read_items(lines)
    assert lead == ""
    return [(item.text, *item.inner) for item in found]


MARKS = (
    "– ",
    "–",
    "- ",
    "-",
    "— ",
    "• ",
    "•",
    "* ",
    "1) ",
    "1)",
    "1. ",
    "1.",
    "(1) ",
    "12. ",
    "а) ",
    "◦ ",
    "o ",
    "1.2. ",
)


@pytest.mark.parametrize("mark", [*MARKS, "1) 1. ", "• 1) "])
def test_a_bullet_is_no_part_of_the_text(mark: str) -> None:
    assert items(f"{mark}Сбор запросов;") == [("Сбор запросов",)]


@pytest.mark.parametrize(
    "line",
    ["01.09.2026 совещание", "2026 год", "а в школе", "5 встреч", "-"],
)
def test_what_only_looks_like_a_bullet_stays(line: str) -> None:
    assert items(line) == ([(line,)] if any(mark.isalnum() for mark in line) else [])


def test_lines_of_a_list_are_items_and_one_that_goes_on_belongs_to_the_line_before() -> None:
    assert items("– Приказ о", "закреплении пар.", "– Программы", "Итог") == [
        ("Приказ о закреплении пар",),
        ("Программы",),
        ("Итог",),
    ]


def test_parts_are_nested_one_level() -> None:
    assert items("1) Сбор.", "2) Обучение:", "- материалы;", "- встречи.", "◦ очные", "3) Итог") == [
        ("Сбор",),
        ("Обучение", "материалы", "встречи", "очные"),
        ("Итог",),
    ]


def test_parts_may_have_letters_or_stand_in_the_line_itself() -> None:
    assert items("1. Обучение:", "а) материалы", "б) встречи") == [("Обучение", "материалы", "встречи")]
    assert items("2) Обучение:  - материалы;  - встречи – «сессии».") == [
        ("Обучение", "материалы", "встречи – «сессии»")
    ]
    assert items("1) Обучение: а) материалы; б) встречи") == [("Обучение", "материалы", "встречи")]


def test_a_list_that_lost_its_breaks_is_still_a_list() -> None:
    assert items("1) Сбор запросов. 2) Банк; 3) Итог за 2 года.") == [
        ("Сбор запросов",),
        ("Банк",),
        ("Итог за 2 года",),
    ]
    assert items("– приказ. – программы; – план") == [("приказ",), ("программы",), ("план",)]


def test_a_number_out_of_turn_is_part_of_the_text() -> None:
    assert items("1) Приказ по п. 5) положения") == [("Приказ по п. 5) положения",)]


def test_what_introduces_the_whole_list_is_its_lead() -> None:
    lead, found = read_items(["Подготовка актов:", "1) приказ:", "- о парах", "2) программы"])
    assert (lead, found) == ("Подготовка актов", (Item("приказ", ("о парах",)), Item("программы")))


def test_several_introductions_are_items_with_parts() -> None:
    assert items("Подготовка:", "– приказ", "1) программы", "Итоги:", "– отчёт") == [
        ("Подготовка", "приказ", "программы"),
        ("Итоги", "отчёт"),
    ]


def test_a_shortened_word_keeps_its_stop() -> None:
    assert items("– анкеты и т. д.;", "– встречи.") == [("анкеты и т. д.",), ("встречи",)]


def test_nothing_is_no_item() -> None:
    assert items() == items("", "–", "1)") == []
