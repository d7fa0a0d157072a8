"""A roadmap pasted into the chat: tabs or upright lines, cells that go over several lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.roadmap_files import Grid, Understood, grid_of_text
from tests.rules.roadmap_tables import DOCUMENT, HEADINGS, ROADMAPS, understood, written

HEAD = "№\tЭтап\tСодержание\tСрок\tОтветственный"


def rows(text: str) -> Grid:
    grid = grid_of_text(text)
    assert grid is not None
    return grid


def test_the_document_has_its_title_its_headings_and_six_rows() -> None:
    grid = rows(DOCUMENT)
    assert [len(row) for row in grid] == [1, 5, 5, 5, 5, 5, 5, 5]
    assert grid[1] == HEADINGS
    assert grid[4][3:] == ("Сентябрь", "")
    assert grid[5][0] == "4."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1\tОтбор\tАнализ\tМай\tКуратор", ("1", "Отбор", "Анализ", "Май", "Куратор")),
        ("1\tОтбор\tАнализ\n\nВыбор\tМай\tКуратор", ("1", "Отбор", "Анализ\n\nВыбор", "Май", "Куратор")),
        ("1\tОтбор\t\nАнализ\tМай\tКуратор", ("1", "Отбор", "Анализ", "Май", "Куратор")),
        ("1\tОтбор\tАнализ\tМай\tКуратор\nНаставники", ("1", "Отбор", "Анализ", "Май", "Куратор\nНаставники")),
        ("1\tОтбор\tАнализ\tМай\t", ("1", "Отбор", "Анализ", "Май", "")),
        ("1\tОтбор\tАнализ\tМай", ("1", "Отбор", "Анализ", "Май")),
        (
            '1\tОтбор\t"Анализ ""банка""\nВыбор"\tМай\tКуратор',
            ("1", "Отбор", 'Анализ "банка"\nВыбор', "Май", "Куратор"),
        ),
        ("1\tОтбор\t1) Анализ\n2) Выбор\tМай\tКуратор", ("1", "Отбор", "1) Анализ\n2) Выбор", "Май", "Куратор")),
    ],
)
@pytest.mark.parametrize("ends", ["", "\n", "\n\nДиректор школы ________"])
@pytest.mark.parametrize("after", ["", "2\tРабота\tВстречи\tМай\tКуратор\n"])
def test_a_row_may_go_over_lines(text: str, found: tuple[str, ...], after: str, ends: str) -> None:
    grid = rows(f"План\n{HEAD}\n{text}\n{after}{ends}".replace("\n", "\r\n" if after else "\n"))
    assert grid[0] == ("План",)
    assert grid[2] == found
    assert len(grid) == (4 if after else 3)


@pytest.mark.parametrize(
    "text",
    [
        "План\n| Этап | Содержание | Срок |\n|---|:--|---|\n| Отбор | Анализ<br>Выбор | |",
        "План\nЭтап | Содержание | Срок\nОтбор | Анализ<br>Выбор | ",
    ],
)
def test_upright_lines_are_cells_too(text: str) -> None:
    grid = rows(text)
    assert grid[0] == ("План",)
    (stage,) = understood(grid).stages
    assert (stage.title, [item.text for item in stage.items], stage.term.written) == ("Отбор", ["Анализ", "Выбор"], "")


@pytest.mark.parametrize("text", ["", "Здравствуйте", "Добрый день!\nСрок\tмай", "да | нет", "|---|\n|---|"])
def test_a_message_is_no_table(text: str) -> None:
    assert grid_of_text(text) is None


@given(st.text('ab1\t|\n\r "-№', max_size=60))
def test_any_text_is_a_table_or_none(text: str) -> None:
    grid = grid_of_text(text)
    assert grid is None or all(row for row in grid)


@given(ROADMAPS)
def test_a_roadmap_copied_out_of_a_document_is_the_same(plan: Understood) -> None:
    pasted = "\n".join("\t".join(row) for row in written(plan))
    assert understood(rows(pasted)) == understood(written(plan))
