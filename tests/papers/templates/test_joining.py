"""Many sheets in one file: each with the template's head, its own pages, its own lists; nothing of a sheet is lost."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn

from mentoring.documents.pair_sheets import work_values
from mentoring.papers.templates.worker import our_template, sent_template, sheets
from storage.vocabulary.documents import DocumentKind
from tests.papers.libreoffice import needs_libreoffice, pages
from tests.papers.pairs import MENTOR, NOVICE, PAIR, SCHOOL, SECOND, lines
from tests.papers.templates.samples import changed
from tests.papers.word_files import saved

KIND = DocumentKind.CONSENT_MENTOR_351_8
THREE = [work_values(SCHOOL, each, PAIR) for each in (MENTOR, SECOND, NOVICE)]


def by(template: bytes) -> bytes:
    assert sent_template(template, KIND) is not None
    return sheets(KIND, b64encode(template).decode(), THREE)


def lists() -> bytes:
    made = Document()
    made.sections[0].header.paragraphs[0].text = "Бланк школы"
    made.add_paragraph("{{ работник.имя }}")
    for text in ("первое", "второе"):
        made.add_paragraph(text, style="List Number")
    return saved(made)


def counted(content: bytes) -> list[str]:
    """The list that every numbered paragraph is in; none for what its style says."""
    document = Document(BytesIO(content))
    found = [each._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") for each in document.paragraphs]
    styles = [each.style.name for each in document.paragraphs if each.style]
    return [
        "" if number is None else number.get(qn("w:val"))
        for number, style in zip(found, styles, strict=True)
        if style == "List Number"
    ]


def test_every_sheet_says_what_it_would_say_alone() -> None:
    alone = [line for each in THREE for line in lines(sheets(KIND, "", [each]))]
    assert lines(sheets(KIND, "", THREE)) == alone


def test_the_head_of_the_schools_template_stands_over_all_of_them() -> None:
    document = Document(BytesIO(by(lists())))
    assert [section.header.paragraphs[0].text for section in document.sections] == ["Бланк школы"] * 3
    assert [section.start_type for section in document.sections[1:]] == [WD_SECTION.NEW_PAGE] * 2


def test_lists_begin_at_one_on_every_sheet() -> None:
    first, second, third, fourth, fifth, sixth = counted(by(lists()))
    assert first == second == ""
    assert third == fourth != ""
    assert fifth == sixth not in ("", third)


def test_pages_are_counted_on_every_sheet() -> None:
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in Document(BytesIO(by(lists()))).sections]
    assert [None if each is None else each.get(qn("w:start")) for each in starts] == [None, "1", "1"]


def test_a_template_of_several_sections_that_ends_with_a_table_stays_whole() -> None:
    def grow(of: Any) -> None:
        of.add_section(WD_SECTION.CONTINUOUS)
        of.add_table(1, 1).cell(0, 0).text = "Подпись"

    document = Document(BytesIO(by(changed(our_template(KIND), grow))))
    assert len(document.sections) == 6
    assert [each.cell(0, 0).text for each in document.tables] == ["Подпись"] * 3
    kinds = [section.start_type for section in document.sections]
    assert kinds[2] is kinds[4] is WD_SECTION.NEW_PAGE
    assert kinds[1] is kinds[3] is kinds[5] is WD_SECTION.CONTINUOUS


@pytest.mark.slow
@needs_libreoffice
def test_a_sheet_is_a_page(tmp_path: Path) -> None:
    found = pages(sheets(KIND, "", THREE), tmp_path)
    assert len(found) == 3
    for page, name in zip(found, ("Соколова", "Рябинин", "Ёлкина"), strict=True):
        assert name in page


@pytest.mark.slow
@needs_libreoffice
def test_numbers_of_a_list_in_an_office_suite(tmp_path: Path) -> None:
    for page in pages(by(lists()), tmp_path):
        assert "Бланк школы" in page
        assert "1." in page
        assert "2." in page
        assert "3." not in page
