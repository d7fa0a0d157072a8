"""A questionnaire's workbooks and their way back: out, through Excel, and in again it is the same questionnaire."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from pyxform.xls2xform import convert

from mentoring.papers import form_example, form_guide, form_template
from mentoring.papers.form_columns import COLUMNS
from mentoring.rules.forms import Form, QuestionKind
from mentoring.rules.forms.writing import same
from tests.papers.questionnaires import (
    DICTIONARIES,
    EVERYTHING,
    FORMS,
    MADE_AT,
    form_in,
    opened,
    problems_in,
    read_back,
    saved,
)

EVERY = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)


def template(form: Form = EVERYTHING) -> bytes:
    return form_template.build(form, DICTIONARIES, made_at=MADE_AT)


def xlsform(form: Form = EVERYTHING) -> bytes:
    return form_template.build_xlsform(form, DICTIONARIES, made_at=MADE_AT)


def new() -> bytes:
    return form_template.build_new(made_at=MADE_AT)


def column(sheet: Worksheet, heading: str) -> int:
    return [cell.value for cell in sheet[1]].index(heading) + 1


@EVERY
def test_the_template_is_read_into_the_same_form(form: Form) -> None:
    assert same(form_in(template(form), form), form)


@EVERY
def test_the_xlsform_is_read_into_the_same_form(form: Form) -> None:
    assert same(form_in(xlsform(form), form), form)


@EVERY
def test_both_stay_the_same_when_a_spreadsheet_program_saves_them(form: Form) -> None:
    assert same(form_in(saved(opened(template(form))), form), form)
    assert same(form_in(saved(opened(xlsform(form))), form), form)


@EVERY
def test_the_usual_converter_takes_the_xlsform(form: Form) -> None:
    made = convert(xlsform(form), file_type=".xlsx")
    assert all(f"/{question.key}" in made.xform for question in form.questions)
    assert made.warnings == []


def test_a_question_added_an_option_renamed_and_rows_between_are_read_as_meant() -> None:
    book = opened(template())
    sheet = book["Вопросы"]
    ready = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "ready")
    options = sheet.cell(ready, column(sheet, "Варианты"))
    options.value = str(options.value).replace("+7", "Нет, спасибо")
    sheet.insert_rows(ready + 1, 2)
    sheet.cell(ready + 2, column(sheet, "Вопрос")).value = "Что важно учесть?"
    sheet.cell(ready + 2, column(sheet, "Вид")).value = "текст"
    sheet.cell(ready + 2, column(sheet, "Наибольшее")).value = 200
    found = form_in(saved(book), EVERYTHING)
    assert [question.key for question in found.questions][:4] == ["hello", "ready", "chto_vazhno_uchest", "areas"]
    assert found.questions[2].max_len == 200
    assert [(option.key, option.label) for option in found.question("ready").options] == [
        ("full", "Да, конечно"),
        ("maybe", "5-9"),
        ("decline", "Нет, спасибо"),
    ]
    assert found.question("areas").show_if == EVERYTHING.question("areas").show_if
    assert found.version == EVERYTHING.version + 1


def test_a_row_added_to_an_xlsform_is_read_as_meant() -> None:
    book = opened(xlsform())
    sheet = book["survey"]
    row = sheet.max_row + 1
    for heading, value in (("type", "integer"), ("name", "pupils"), ("label", "Сколько учеников?"), ("required", True)):
        sheet.cell(row, column(sheet, heading)).value = value
    added = form_in(saved(book), EVERYTHING).questions[-1]
    assert (added.key, added.kind, added.text, added.required) == (
        "pupils",
        QuestionKind.NUMBER,
        "Сколько учеников?",
        True,
    )


@pytest.mark.parametrize("content", [template(), xlsform(), new()], ids=["template", "xlsform", "new"])
def test_nothing_in_it_is_a_formula_or_a_link(content: bytes) -> None:
    for sheet in opened(content).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} == {"s"}
        assert not [cell for cell in cells if cell.hyperlink]


def test_the_same_form_is_the_same_bytes() -> None:
    assert (template(), xlsform(), new()) == (template(), xlsform(), new())


def test_every_word_that_is_offered_is_understood() -> None:
    sheet = opened(template())["Вопросы"]
    kind = column(sheet, "Вид")
    for validation in sheet.data_validations.dataValidation:
        (area,) = validation.sqref.ranges
        assert (area.min_row, area.max_row) == (2, 400)
        assert not validation.showErrorMessage  # synonyms may be typed too
        for word in str(validation.formula1).strip('"').split(","):
            book = opened(new())
            line = book["Вопросы"]
            line.cell(5, column(line, "Вопрос")).value = "И последнее"
            line.cell(5, kind).value = {"Какая дата": "дата", "Проверка": "текст"}.get(
                str(line.cell(1, area.min_col).value), "текст"
            )
            line.cell(5, area.min_col).value = word
            if word in ("один вариант", "несколько вариантов", "список с поиском"):
                line.cell(5, column(line, "Варианты")).value = "Одно\nДругое"
            assert problems_in(saved(book)) == (), word


def test_the_columns_with_few_words_offer_them() -> None:
    sheet = opened(template())["Вопросы"]
    offered = {area.min_col for each in sheet.data_validations.dataValidation for area in each.sqref.ranges}
    headings = {str(sheet.cell(1, at).value) for at in offered}
    assert headings >= {"Вид", "Обязательный", "Часть", "Видит только координатор", "Деликатный"}


def test_the_heading_and_the_question_stay_in_sight_and_every_column_explains_itself() -> None:
    sheet = opened(template())["Вопросы"]
    assert sheet.freeze_panes == "C2"
    assert {cell.value: cell.comment.text for cell in sheet[1] if cell.comment} == {
        heading: look.hint for heading, look in COLUMNS.items()
    }


def test_the_code_looks_as_if_it_were_to_be_left_alone() -> None:
    sheet = opened(template())["Вопросы"]
    key, text = sheet["A2"], sheet["B2"]
    assert key.fill.fgColor.rgb != text.fill.fgColor.rgb
    assert sheet["A1"].comment is not None
    assert sheet["A1"].comment.text.startswith("Не меняйте")


def test_dates_and_ranges_that_are_typed_stay_as_they_are_typed() -> None:
    sheet = opened(template())["Вопросы"]
    assert {cell.number_format for row in sheet.iter_rows(min_row=2) for cell in row} == {"@"}
    assert sheet.column_dimensions["D"].width >= 40


def test_it_prints_as_wide_as_the_paper_with_the_heading_on_each_page() -> None:
    for sheet in opened(template()).worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    questions = opened(template())["Вопросы"]
    assert questions.print_title_rows == "$1:$1"
    assert questions.print_area == "'Вопросы'!$A$1:$I$12"


def test_a_new_questionnaire_is_three_questions_of_different_kinds_without_codes() -> None:
    found = form_in(new())
    assert found.title == form_example.TITLE
    assert len({question.kind for question in found.questions}) == len(found.questions) == 3
    assert found.questions[1].show_if
    sheet = opened(new())["Вопросы"]
    assert {sheet.cell(row, 1).value for row in (2, 3, 4)} == {None}


def test_the_examples_are_overwritten_by_writing_over_them() -> None:
    book = opened(new())
    sheet = book["Вопросы"]
    sheet.delete_rows(3, 2)
    sheet["B2"], sheet["C2"], sheet["D2"] = "Когда начнём?", "дата", None
    book["Анкета"]["B2"] = "Начало года"
    found = form_in(saved(book))
    assert (found.title, found.minutes, [question.text for question in found.questions]) == (
        "Начало года",
        1,
        ["Когда начнём?"],
    )


@pytest.mark.parametrize("condition", [condition for condition, _ in form_guide.CONDITIONS])
def test_every_condition_of_the_guide_is_understood(condition: str) -> None:
    book = opened(new())
    sheet = book["Вопросы"]
    for row, (text, kind) in enumerate([("Оцените", "шкала"), ("С какого дня?", "дата"), ("Итог", "текст")], start=5):
        sheet.cell(row, column(sheet, "Вопрос")).value = text
        sheet.cell(row, column(sheet, "Вид")).value = kind
    sheet.cell(7, column(sheet, "Показывать если")).value = condition
    found = read_back(saved(book))
    assert found.problems == ()
    assert found.form is not None
    assert found.form.questions[-1].show_if


def test_the_guide_names_every_kind_and_every_column() -> None:
    sheet = opened(template())[form_guide.GUIDE]
    first = {cell.value for cell in sheet["A"]}
    assert first >= set(COLUMNS)
    assert first >= set(COLUMNS["Вид"].words)


def test_the_workbook_names_no_computer_and_no_person() -> None:
    with ZipFile(BytesIO(template())) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core
