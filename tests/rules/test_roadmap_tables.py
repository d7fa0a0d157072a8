"""Tables of roadmaps, however schools draw them, and tables that are no roadmap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.roadmap_files import (
    Column,
    Grid,
    Item,
    Problem,
    Reason,
    TermKind,
    Understood,
    difference,
    match,
    questions,
    read,
)
from mentoring.rules.roadmap_files.model import MOST_ITEMS, MOST_STAGES
from mentoring.rules.roadmap_files.rows import LONGEST_CELL, MOST_ROWS
from tests.rules.roadmap_tables import GRIDS, HEADINGS, ROADMAPS, problems, table, understood, written

ROW = ("1.", "Отбор", "1) Анализ.\n2) Выбор.", "Сентябрь", "Куратор")
SHORT = ("Этап", "Содержание", "Срок", "Ответственный")


def titles(*tables: Grid) -> list[str]:
    return [stage.title for stage in understood(*tables).stages]


def texts(*tables: Grid) -> list[list[str]]:
    return [[item.text for item in stage.items] for stage in understood(*tables).stages]


@pytest.mark.parametrize(
    "headings",
    [
        HEADINGS,
        ("№", "Этап", "Мероприятия", "Срок реализации", "Ответственные"),
        ("N п/п", "ЭТАПЫ РЕАЛИЗАЦИИ", "ВИДЫ ДЕЯТЕЛЬНОСТИ", "СРОК", "ИСПОЛНИТЕЛИ"),
        ("№\nп/п", "<b>Название этапа</b>", "**Содержание этапа**", "Дата проведения", "Ответственный исполнитель"),
        ("Номер", "Направление", "Содержание\nдеятельности", "Сроки\nисполнения", "Ответственное лицо"),
        ("№ п.п.", "Наименование мероприятия", "Содержание деятельности", "Период", "Кто отвечает"),
    ],
)
def test_a_column_is_known_by_any_of_its_names(headings: tuple[str, ...]) -> None:
    (stage,) = understood(table(ROW, headings=headings)).stages
    assert (stage.number, stage.title, stage.items) == ("1.", "Отбор", (Item("Анализ"), Item("Выбор")))
    assert (stage.term.written, stage.responsible.written) == ("Сентябрь", "Куратор")


@pytest.mark.parametrize(
    "name", ["Ожидаемый результат", "Планируемые результаты", "Показатель", "Вид документа, результат"]
)
@pytest.mark.parametrize("place", range(6))
def test_a_column_of_results_may_stand_anywhere(name: str, place: int) -> None:
    headings, row = list(HEADINGS), list(ROW)
    headings.insert(place, name)
    row.insert(place, "Приказ.\nПротокол")
    (stage,) = understood(table(row, headings=headings)).stages
    assert stage.expected == "Приказ.\nПротокол"
    assert (stage.title, stage.term.written, stage.responsible.written) == ("Отбор", "Сентябрь", "Куратор")


def test_columns_may_stand_in_any_order_and_others_are_left_out() -> None:
    headings = ("Ответственные", "Отметка", "Срок", "Содержание деятельности", "Этап", "№")
    (stage,) = understood(table(("Куратор", "+", "Май", "Выбор", "Отбор", "7"), headings=headings)).stages
    assert (stage.number, stage.title, stage.items[0].text) == ("7", "Отбор", "Выбор")
    assert (stage.term.written, stage.responsible.written) == ("Май", "Куратор")


@pytest.mark.parametrize("count", [1, 2, 5, 6, 7, MOST_STAGES])
def test_a_roadmap_has_as_many_stages_as_its_school_wants(count: int) -> None:
    rows = [(str(at), f"Этап {at}", "Дело", "Май", "Куратор") for at in range(count)]
    assert titles(table(*rows)) == [f"Этап {at}" for at in range(count)]


def test_the_title_above_says_the_year_and_signatures_are_no_part_of_it() -> None:
    above = (("УТВЕРЖДАЮ", "", "УТВЕРЖДАЮ"), ("Приказ 2020-2021",), ("План мероприятий",), ("на 2026/27 учебный год",))
    plan = understood((*above, *table(ROW)))
    assert (plan.title, plan.school_year) == ("План мероприятий на 2026/27 учебный год", 2026)


@pytest.mark.parametrize("title", ["Дорожная карта", "План на 2026-2028", "План, тел. 2026-20275"])
def test_a_year_that_is_not_said_is_not_invented(title: str) -> None:
    assert understood(((title,), *table(ROW))).school_year is None


def test_a_roadmap_needs_no_title_no_numbers_and_nobody_responsible() -> None:
    plan = understood(table(("Отбор", "Выбор", "Май"), headings=("Этап", "Содержание", "Срок")))
    assert (plan.title, plan.school_year) == ("", None)
    assert (plan.stages[0].number, plan.stages[0].responsible.is_empty) == ("", True)


def test_merged_cells_that_repeat_their_text_are_one_stage() -> None:
    rows = (
        ("1.", "Отбор", "Анализ", "Сентябрь", "Куратор"),
        ("1.", "Отбор", "Выбор", "Сентябрь", "Куратор"),
        ("2.", "Работа", "Встречи", "Май", "Наставники"),
    )
    assert texts(table(*rows)) == [["Анализ", "Выбор"], ["Встречи"]]
    assert understood(table(*rows)).stages[0].responsible.written == "Куратор"


def test_empty_cells_under_a_stage_are_one_stage() -> None:
    rows = (
        ("1.", "Отбор", "Анализ", "Сентябрь", "Куратор"),
        ("", "", "Выбор", "", ""),
        ("2", "", "Встречи", "Май", ""),
    )
    assert texts(table(*rows)) == [["Анализ", "Выбор"], ["Встречи"]]
    assert titles(table(*rows)) == ["Отбор", "Встречи"]


def test_a_cell_merged_down_beside_several_rows_is_read_once() -> None:
    rows = (("1", "Отбор", "Анализ", "Май", "Орлова В. П."), ("1", "Отбор", "Анализ", "Май", "Наставники"))
    (stage,) = understood(table(*rows)).stages
    assert [item.text for item in stage.items] == ["Анализ"]
    assert stage.responsible.written == "Орлова В. П., Наставники"


def test_the_same_title_under_two_numbers_is_two_stages() -> None:
    rows = (("1", "Обучение", "Курсы", "Май", ""), ("2", "Обучение", "Семинар", "Май", ""))
    assert titles(table(*rows)) == ["Обучение", "Обучение"]


def test_rows_of_one_stage_with_different_terms_make_one_span() -> None:
    rows = (
        ("1", "Отбор", "Анализ", "Сентябрь", ""),
        ("1", "Отбор", "Выбор", "октябрь", ""),
        ("1", "Отбор", "Речь", "", ""),
    )
    term = understood(table(*rows)).stages[0].term
    assert (term.written, term.kind) == ("Сентябрь; октябрь", TermKind.MONTHS)


def test_rows_that_introduce_their_own_lists_keep_them_as_parts() -> None:
    rows = (("1", "Отбор", "Анализ:\n– банка\n– запросов", "Май", ""), ("", "", "Выбор:\n– пар", "", ""))
    assert understood(table(*rows)).stages[0].items == (
        Item("Анализ", ("банка", "запросов")),
        Item("Выбор", ("пар",)),
    )


def test_without_a_column_of_stages_titles_across_the_table_name_them() -> None:
    rows = (
        ("I. Подготовка", "", "", ""),
        ("1", "Приказ", "Август", "Директор"),
        ("2", "Анкета", "Сентябрь", "Куратор"),
        ("II. Работа", "", "", ""),
        ("3", "Встречи", "Май", "Наставники"),
    )
    grid = table(*rows, headings=("№", "Мероприятие", "Срок", "Ответственный"))
    assert titles(grid) == ["I. Подготовка", "II. Работа"]
    assert texts(grid) == [["Приказ", "Анкета"], ["Встречи"]]


def test_without_stages_at_all_each_row_is_one() -> None:
    rows = (("Приказ", "Август"), ("1) Анкета\n2) Опрос", "Сентябрь"))
    assert titles(table(*rows, headings=("Мероприятия", "Сроки"))) == ["Приказ", "Анкета"]


def test_a_stage_without_content_is_its_own_item() -> None:
    rows = (("1. Отбор наставников", "Май"), ("2. Обучение", "Июнь"))
    grid = table(*rows, headings=("Этап", "Срок"))
    assert texts(grid) == [["Отбор наставников"], ["Обучение"]]
    assert titles(grid) == ["1. Отбор наставников", "2. Обучение"]


def test_numbers_of_columns_and_repeated_headings_are_no_stages() -> None:
    assert titles(table(("1", "2", "3", "4", "5"), ROW, HEADINGS, ("2.", "Работа", "Встречи", "Май", ""))) == [
        "Отбор",
        "Работа",
    ]


def test_the_next_page_with_the_same_headings_goes_on() -> None:
    signatures = (("Составил", "Подпись"), ("Орлова В. П.", ""))
    second = table(("2", "Работа", "Встречи", "Май", "Куратор"))
    assert titles(signatures, table(ROW), second) == ["Отбор", "Работа"]


def test_the_table_that_says_most_is_the_roadmap() -> None:
    other = table(("Курсы", "Май"), headings=("Мероприятие", "Срок"))
    assert titles(other, table(ROW)) == ["Отбор"]


def test_markup_in_cells_is_no_text() -> None:
    cell = (
        '<p>Подготовка:</p> <ul style="x"> <li>– приказ;</li> '
        "<li>&nbsp;программы &amp; планы <ul><li>для пар</li></ul></li> </ul><!-- c -->"
    )
    row = ("1", "**Отбор**", cell, "<ul><li><p>Май</p></li></ul>", "<b>Куратор</b>")
    (stage,) = understood(table(row)).stages
    assert (stage.title, stage.lead, stage.responsible.written) == ("Отбор", "Подготовка", "Куратор")
    assert (stage.term.written, stage.term.kind) == ("Май", TermKind.MONTHS)
    assert stage.items == (Item("приказ"), Item("программы & планы", ("для пар",)))


@pytest.mark.parametrize(
    ("tables", "found"),
    [
        ([], [Problem(Reason.NO_TABLE)]),
        ([()], [Problem(Reason.NO_TABLE)]),
        ([(("Список покупок",), ("Мел", "12"))], [Problem(Reason.NO_TABLE)]),
        ([(("ФИО", "Должность"), ("Ли Юн", "учитель"))], [Problem(Reason.NO_TABLE)]),
        ([table(ROW, headings=("№", "Этап", "Содержание", "", ""))], [Problem(Reason.MISSING_COLUMN, 0, Column.TERM)]),
        ([table(headings=("№", "Срок", "Кто"))], [Problem(Reason.MISSING_COLUMN, 0, Column.CONTENT)]),
        (
            [table(headings=("№", "Ответственный"))],
            [Problem(Reason.MISSING_COLUMN, 0, Column.CONTENT), Problem(Reason.MISSING_COLUMN, 0, Column.TERM)],
        ),
        ([table()], [Problem(Reason.NO_ROWS)]),
        ([table(("1", "", "", "", ""), ("", " ", "\n", "—", ""))], [Problem(Reason.NO_ROWS)]),
    ],
)
def test_a_table_that_is_no_roadmap_says_why(tables: list[Grid], found: list[Problem]) -> None:
    assert problems(*tables) == tuple(found)


def test_more_than_a_school_does_in_a_year_is_refused() -> None:
    stages = [(str(at), f"Этап {at}", "Дело", "Май", "") for at in range(MOST_STAGES + 1)]
    assert problems(table(*stages)) == (Problem(Reason.TOO_MANY_ROWS, limit=MOST_STAGES),)
    items = "\n".join(f"– Дело {at}" for at in range(MOST_ITEMS + 1))
    assert problems(table(("1", "Отбор", items, "Май", ""))) == (
        Problem(Reason.TOO_MANY_ROWS, column=Column.CONTENT, limit=MOST_ITEMS),
    )
    rows = [("1", "Отбор", "Дело", "Май", "")] * (MOST_ROWS + 1)
    assert problems(table(*rows)) == (Problem(Reason.TOO_MANY_ROWS, limit=MOST_ROWS),)


def test_every_cell_that_is_too_long_is_told_at_once_by_its_row() -> None:
    rows = (ROW, ("2", "Э" * 301, "Дело", "м" * 301, ""), ("3", "Отбор", "д" * (LONGEST_CELL + 1), "Май", "к" * 501))
    assert problems(table(*rows)) == (
        Problem(Reason.TEXT_TOO_LONG, 2, Column.TITLE, 300),
        Problem(Reason.TEXT_TOO_LONG, 2, Column.TERM, 300),
        Problem(Reason.TEXT_TOO_LONG, 3, Column.CONTENT, 10_000),
        Problem(Reason.TEXT_TOO_LONG, 3, Column.RESPONSIBLE, 500),
    )


def test_a_table_too_long_as_a_whole_is_refused() -> None:
    rows = [("1", "Отбор", "д" * 9_000, "Май", "")] * 30
    assert [each.reason for each in problems(table(*rows))] == [Reason.TEXT_TOO_LONG]


@given(st.lists(GRIDS, max_size=3))
def test_any_tables_are_read_and_whatever_is_understood_can_be_asked_matched_and_compared(tables: list[Grid]) -> None:
    found = read(tables)
    assert (found.understood is None) is bool(found.problems)
    if found.understood is not None:
        assert found.understood.stages
        assert all(stage.items for stage in found.understood.stages)
        assert all(1 <= each.stage <= len(found.understood.stages) for each in questions(found.understood, 2026))
        assert all(match(found.understood).values())
        assert difference(found.understood, found.understood) == ()


@given(ROADMAPS)
def test_what_a_school_writes_is_what_is_read(plan: Understood) -> None:
    found = understood(written(plan))
    assert (found.title, found.school_year) == (plan.title, plan.school_year)
    for stage, wanted in zip(found.stages, plan.stages, strict=True):
        assert (stage.title, stage.lead, stage.items) == (wanted.title, wanted.lead, wanted.items)
        assert (stage.term, stage.responsible) == (wanted.term, wanted.responsible)
        assert stage.expected == wanted.expected
