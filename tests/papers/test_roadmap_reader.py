"""A roadmap as schools keep it in Word, and files that are no roadmap at all."""

import warnings
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml

from mentoring.papers.roadmap_reader import MOST_ROWS, MOST_TABLES, read
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules.roadmap_files import Grid, Item, grid_of_text, questions
from tests.papers.word_files import ROW, WORD, body, noise, row_xml, saved, table_xml, with_table
from tests.papers.workbooks import OLE, archive, with_part, workbook
from tests.rules.roadmap_tables import DOCUMENT, HEADINGS, document, understood


def tables_of(content: bytes) -> tuple[Grid, ...]:
    found = read(content)
    assert not isinstance(found, FileProblem), found
    return found


def reason_of(content: bytes) -> FileReason:
    found = read(content)
    assert isinstance(found, FileProblem), found
    return found.reason


def test_the_document_is_read_out_of_word_as_out_of_the_chat() -> None:
    pasted = grid_of_text(DOCUMENT)
    assert pasted is not None
    (title,), *rows = pasted
    (grid,) = tables_of(with_table(*rows, title=title))
    plan = understood(grid)
    assert plan == document()
    assert len(questions(plan)) == 6


def test_what_stands_above_a_table_comes_before_its_rows() -> None:
    (grid,) = tables_of(with_table(HEADINGS, ROW, title="План на 2026-2027 год"))
    assert grid == (("План на 2026-2027 год",), HEADINGS, ROW)


def test_cells_merged_down_repeat_their_text_and_merged_across_say_it_once() -> None:
    rows = (HEADINGS, ("I. Подготовка", "", "", "", ""), ROW, ("", "", "Выбор", "", "Наставники"))

    def merge(table: Any) -> None:
        table.cell(1, 0).merge(table.cell(1, 4))
        for column in (0, 1, 3):
            table.cell(2, column).merge(table.cell(3, column))

    (grid,) = tables_of(with_table(*rows, change=merge))
    assert grid[1:] == (
        ("I. Подготовка", "", "", "", ""),
        ROW,
        ("1.", "Отбор", "Выбор", "Май", "Наставники"),
    )
    (stage,) = understood(grid).stages
    assert stage.items == (Item("Анализ"), Item("Выбор"))


@pytest.mark.parametrize(
    ("properties", "found"),
    [
        ("<w:hMerge w:val='continue'/>", ("Дело", "", "Дело")),
        ("<w:gridSpan w:val='2'/>", ("Дело", "Дело", "", "Дело")),
        ("<w:gridSpan w:val='99999999'/>", ("Дело", "Дело", *[""] * 58)),
        ("<w:gridSpan w:val='-1'/>", ("Дело", "Дело", "Дело")),
        ("<w:vMerge/>", ("Дело", "", "Дело")),
    ],
)
def test_a_cell_that_lies_about_its_place_is_still_read(properties: str, found: tuple[str, ...]) -> None:
    text = "<w:p><w:r><w:t>Дело</w:t></w:r></w:p>"
    row = f"<w:tr><w:tc>{text}</w:tc><w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc><w:tc>{text}</w:tc></w:tr>"
    assert tables_of(body(f"<w:tbl>{row}</w:tbl>")) == ((found,),)


def test_columns_left_out_at_the_beginning_of_a_row_are_empty() -> None:
    row = "<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr><w:tc><w:p><w:r><w:t>Дело</w:t></w:r></w:p></w:tc></w:tr>"
    assert tables_of(body(f"<w:tbl>{row}</w:tbl>")) == ((("", "", "Дело"),),)


def test_lists_come_with_their_numbers_and_bullets() -> None:
    def fill(table: Any) -> None:
        cell = table.cell(1, 2)
        cell.paragraphs[0].text = "Подготовка:"
        cell.add_paragraph("Приказ", style="List Number")
        cell.add_paragraph("Обучение:", style="List Number")
        cell.add_paragraph("встречи", style="List Bullet")
        for paragraph, level in ((cell.add_paragraph("очные"), 1), (cell.add_paragraph("вне списка"), 0)):
            number = f"<w:numPr {WORD}><w:ilvl w:val='{level}'/><w:numId w:val='{level}'/></w:numPr>"
            paragraph._p.get_or_add_pPr().append(parse_xml(number))

    (grid,) = tables_of(with_table(HEADINGS, ("1", "Отбор", "", "Май", ""), change=fill))
    assert grid[1][2] == "Подготовка:\n1) Приказ\n2) Обучение:\n– встречи\n◦ очные\nвне списка"
    (stage,) = understood(grid).stages
    assert stage.lead == "Подготовка"
    assert stage.items == (Item("Приказ"), Item("Обучение", ("встречи", "очные вне списка")))


def test_rows_that_word_numbers_itself_have_their_numbers() -> None:
    def number(table: Any) -> None:
        for at in (1, 2):
            table.cell(at, 0).paragraphs[0].style = "List Number"

    rows = (("№", "Мероприятие", "Срок"), ("", "Приказ", "Май"), ("", "Анкета", "Июнь"))
    (grid,) = tables_of(with_table(*rows, change=number))
    assert [stage.number for stage in understood(grid).stages] == ["1)", "2)"]


def test_a_table_inside_a_cell_is_lines_and_a_table_of_its_own() -> None:
    def nest(table: Any) -> None:
        inner = table.cell(0, 0).add_table(2, 3)
        for at, row in enumerate((("Этап", "Содержание", "Срок"), ("Отбор", "Анализ", "Май"))):
            for place, text in enumerate(row):
                inner.cell(at, place).text = text

    outer, inner = tables_of(with_table(("",), change=nest))
    assert outer == (("Этап\nСодержание\nСрок\nОтбор\nАнализ\nМай",),)
    assert understood(outer, inner).stages[0].title == "Отбор"


def test_breaks_and_hyphens_stay_and_what_floats_or_is_struck_out_does_not() -> None:
    run = "<w:r><w:t>Анализ</w:t><w:br/><w:t>психолого</w:t><w:noBreakHyphen/><w:t>педагогический</w:t></w:r>"
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>плакат</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    struck = "<w:del><w:r><w:t>старое</w:t></w:r></w:del><w:ins><w:r><w:t> и выбор</w:t></w:r></w:ins>"
    wrapped = "<w:sdt><w:sdtContent><w:p><w:r><w:t>Итог</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    cell = f"<w:tc><w:p>{run}{box}{struck}</w:p>{wrapped}</w:tc>"
    assert tables_of(body(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")) == (
        (("Анализ\nпсихолого-педагогический и выбор\nИтог",),),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_a_table_in_a_text_file_is_read_too(encoding: str) -> None:
    text = "\n".join("\t".join(row) for row in (HEADINGS, ROW))
    assert tables_of(text.encode(encoding)) == ((HEADINGS, ROW),)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", FileReason.EMPTY),
        (b"\0" * 40, FileReason.EMPTY),
        ("План мероприятий на год".encode(), FileReason.CSV),
        (b"%PDF-1.7\n", FileReason.PDF),
        (b"{\\rtf1 }", FileReason.RTF),
        (OLE + bytes(512) + "WordDocument".encode("utf-16-le"), FileReason.OLD_WORD),
        (OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), FileReason.PASSWORD),
        (OLE + bytes(512) + "Workbook".encode("utf-16-le"), FileReason.EXCEL),
        (OLE + bytes(512), FileReason.NOT_WORD),
        (b"<html><table><tr><td>1</td></tr></table></html>", FileReason.OLD_WORD),
        (workbook(("Этап", "Срок")), FileReason.EXCEL),
        (archive({"mimetype": b"application/vnd.oasis", "content.xml": b"<a/>"}), FileReason.OPEN_DOCUMENT),
        (b"\x89PNG\r\n\x1a\n\0\0", FileReason.PICTURE),
        (b"\xff\xd8\xff\xe0\0\0", FileReason.PICTURE),
        (archive({"notes.txt": b"1"}), FileReason.NOT_WORD),
        (b"\x00\x01\x02\x03", FileReason.NOT_WORD),
        (b"PK\x03\x04 and nothing more", FileReason.BROKEN),
        (archive({"word/document.xml": b"<not closed"}), FileReason.BROKEN),
        (saved(Document()), FileReason.NO_ROWS),
    ],
)
def test_each_wrong_file_has_its_own_reason(content: bytes, reason: FileReason) -> None:
    assert reason_of(content) is reason


def test_a_damaged_file_is_broken_not_a_crash() -> None:
    content = with_table(HEADINGS, *[ROW] * 20)
    for cut in range(100, len(content), 1_997):
        assert reason_of(content[:cut]) is FileReason.BROKEN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    bomb = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><w:document {WORD}>&b;</w:document>'.encode(encoding)
    assert reason_of(with_part(with_table(HEADINGS), "word/document.xml", bomb)) is FileReason.BROKEN


def test_as_many_rows_and_tables_as_a_roadmap_has_are_read_and_no_more() -> None:
    assert len(tables_of(body(table_xml(MOST_ROWS)))[0]) == MOST_ROWS
    assert read(body(table_xml(MOST_ROWS + 1))) == FileProblem(FileReason.TOO_MANY_ROWS, MOST_ROWS)
    assert len(tables_of(body(table_xml(1) * MOST_TABLES))) == MOST_TABLES
    assert reason_of(body(table_xml(1) * (MOST_TABLES + 1))) is FileReason.TOO_LARGE


def test_a_text_that_merged_cells_repeat_without_end_is_refused() -> None:
    begins = row_xml(noise(9_000))
    goes_on = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>" * 100
    assert reason_of(body(f"<w:tbl>{begins}{goes_on}</w:tbl>")) is FileReason.TOO_LARGE


def test_names_never_reach_warnings() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tables_of(with_table(HEADINGS, ("1", "Отбор", "Дело", "Май", "Орлова В. П.")))
