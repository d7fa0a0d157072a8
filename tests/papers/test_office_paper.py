"""What every paper of an office has, and how a name stands beside a signature."""

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt

from mentoring.papers.office_paper import grid, office_document, turn_page
from mentoring.papers.office_words import BLANK, inside, signed_name
from mentoring.papers.pair_values import Order
from mentoring.papers.word import content_of
from tests.papers.pairs import ASSIGN, CHANGE, END, foot_of, made, read


@pytest.mark.parametrize(
    ("name", "signed"),
    [
        ("Лугов Павел Ильич", "П. И. Лугов"),
        ("Салтыкова-Щедрина Анна-Мария", "А.-М. Салтыкова-Щедрина"),
        ("Алиев Тимур Рустам оглы", "Т. Р. Алиев"),
        ("Ли", "Ли"),
        (" ", BLANK),
    ],
)
def test_initials_come_before_the_surname(name: str, signed: str) -> None:
    assert signed_name(name) == signed


def test_a_table_that_fills_its_page_is_followed_by_no_empty_one() -> None:
    document = office_document(title="Лист")
    grid(document, ("№",), (), (170,))
    turn_page(document, landscape=True)
    assert document.paragraphs[-1].paragraph_format.line_spacing == Pt(1)
    assert [section.orientation for section in document.sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]


def test_sheets_that_are_signed_one_by_one_count_no_pages() -> None:
    assert foot_of(content_of(office_document(title="Лист", counts_pages=False))) == [""]


@pytest.mark.parametrize("order", [ASSIGN, CHANGE, END])
def test_it_is_an_office_paper(order: Order) -> None:
    document = read(made(order))
    sizes = [(section.page_width, section.page_height) for section in document.sections]
    assert [(round((width or 0) / Mm(1)), round((height or 0) / Mm(1))) for width, height in sizes] == [
        (210, 297),
        (297, 210),
        (210, 297),
    ]
    for section in document.sections:
        edges = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
        assert [round(edge.mm) for edge in edges if edge] == [30, 10, 20, 20]
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    for table in document.tables:
        runs = [run for row in table.rows for cell in row.cells for run in cell.paragraphs[0].runs]
        assert {run.font.size for run in runs} == {Pt(12)}
    widths = [sum(cell.width or 0 for cell in table.rows[0].cells) for table in document.tables]
    assert [round(width / Mm(1)) for width in widths] == [257, 170]
    assert foot_of(made(order)) == ["Лист 1 из 1"] * 3


@pytest.mark.parametrize(
    ("post", "said"),
    [("Учитель физики", "учитель физики"), ("ИКТ-педагог", "ИКТ-педагог"), ("Я", "Я"), ("", "")],
)
def test_inside_of_a_line_a_post_has_a_small_letter_and_an_abbreviation_its_own(post: str, said: str) -> None:
    assert inside(post) == said
