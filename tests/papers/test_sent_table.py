"""A table that a coordinator sent: a list of people or a questionnaire, and what comes back of either."""

import json
from collections.abc import Callable
from dataclasses import asdict

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from mentoring import files
from mentoring.papers import form_words
from mentoring.papers.form_marks import COLOUR, OPENING
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.papers.values import FormRead, SheetRead, SheetRefused, StaffListRead
from mentoring.papers.worker import (
    LONGEST_PIECE,
    MOST_PROBLEMS,
    marked,
    new_questionnaire,
    questionnaire_template,
    questionnaire_xlsform,
    sent_table,
    staff_list,
)
from mentoring.questionnaires import written
from mentoring.rules.form_files import CellProblem, CellReason
from mentoring.rules.forms import parse_form
from mentoring.rules.forms.writing import same
from tests.papers.questionnaires import DICTIONARIES, EVERYTHING, MADE_AT, opened, saved
from tests.papers.workbooks import OLE, archive, sheets, with_part, workbook

KNOWN = [written(EVERYTHING)]
STAFF = files.dictionaries()
TEMPLATE = questionnaire_template(KNOWN[0], DICTIONARIES, MADE_AT)
XLSFORM = questionnaire_xlsform(KNOWN[0], DICTIONARIES, MADE_AT)


def sent(content: bytes) -> StaffListRead | FormRead | SheetRead | SheetRefused | FileProblem:
    return sent_table(content, STAFF, KNOWN, DICTIONARIES)


def form_of(content: bytes) -> FormRead:
    found = sent(content)
    assert isinstance(found, FormRead), found
    return found


def changed(content: bytes, sheet: str, change: Callable[[Worksheet], object]) -> bytes:
    book: Workbook = opened(content)
    change(book[sheet])
    return saved(book)


@pytest.mark.parametrize("content", [TEMPLATE, XLSFORM], ids=["template", "xlsform"])
def test_a_questionnaire_comes_back_as_its_form(content: bytes) -> None:
    found = form_of(content)
    assert same(parse_form(json.loads(found.form), {}), EVERYTHING)
    assert (found.problems, found.headings, found.more) == ((), (), 0)


def test_a_new_questionnaire_is_read_without_any_known_one() -> None:
    found = sent_table(new_questionnaire(MADE_AT), STAFF, [], DICTIONARIES)
    assert isinstance(found, FormRead)
    assert json.loads(found.form)["title"] == "Новая анкета"


@pytest.mark.parametrize(
    "content",
    [
        workbook(("ФИО", "Должность"), ("Берёзкина Алла Игоревна", "учитель")),
        workbook(("ФИО", "Вид"), ("Ли Юн", "совместитель"), title="Вопросы"),
        workbook(("Предмет", "Кабинет"), ("Физика", 12)),
        workbook(("ФИО", "Стаж"), ("=1+1", "=1+1")),
        workbook(("ФИО",), *[("Ли Юн",)] * 900),
        workbook(),
        b"",
        b"%PDF-1.7\n",
        "ФИО;Должность".encode(),
        OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"),
        archive({"xl/workbook.xml": b"<not closed"}),
        with_part(workbook(("ФИО",)), "xl/styles.xml", b"<styleSheet/>"),
    ],
)
def test_everything_else_is_read_as_a_list_of_people_as_it_always_was(content: bytes) -> None:
    assert sent(content) == staff_list(content, STAFF)


def test_a_list_of_people_keeps_its_own_reading_beside_a_sheet_that_is_broken() -> None:
    broken = with_part(
        workbook(("ФИО",), ("Ли Юн",), title="Сотрудники", more={"Прочее": ("?",)}), "xl/worksheets/sheet2.xml", b"<no"
    )
    found = sent(broken)
    assert isinstance(found, StaffListRead) or found == staff_list(broken, STAFF)


def test_a_wrong_cell_comes_back_with_its_place_and_its_column() -> None:
    def spoil(sheet: Worksheet) -> None:
        sheet["C3"] = "вариант на выбор"
        sheet["G4"] = "neready = «Да»"

    found = form_of(changed(TEMPLATE, "Вопросы", spoil))
    assert found.form == ""
    assert [(problem.row, problem.column, problem.reason) for problem in found.problems] == [
        (3, 3, CellReason.UNKNOWN_KIND),
        (4, 7, CellReason.UNKNOWN_QUESTION),
    ]
    assert found.headings == ("Вид", "Показывать если")
    assert form_words.address(found.problems[1], found.headings[1]) == (
        "лист «Вопросы», строка 4, столбец G (Показывать если)"
    )


def test_what_comes_back_survives_the_way_through_the_inbox() -> None:
    found = form_of(changed(TEMPLATE, "Вопросы", lambda sheet: sheet.delete_cols(4)))
    assert found.problems
    travelled = json.loads(json.dumps(asdict(found), ensure_ascii=False))
    problems = tuple(
        CellProblem(**{**each, "reason": CellReason(each["reason"]), "hints": tuple(each["hints"])})
        for each in travelled["problems"]
    )
    assert FormRead(travelled["form"], problems, tuple(travelled["headings"]), travelled["more"]) == found


def test_no_file_can_say_more_than_the_inbox_should_hold() -> None:
    def flood(sheet: Worksheet) -> None:
        for row in range(2, 390):
            sheet.cell(row, 2).value = f"Вопрос {row}"
            sheet.cell(row, 3).value = " ".join(str(row * at) for at in range(150))

    found = form_of(changed(TEMPLATE, "Вопросы", flood))
    assert len(found.problems) == len(found.headings) == MOST_PROBLEMS
    assert found.more > 200
    assert max(len(problem.value) for problem in found.problems) == LONGEST_PIECE
    assert len(json.dumps(asdict(found))) < 200_000


def test_the_marked_file_says_in_the_cells_what_the_chat_says() -> None:
    def spoil(sheet: Worksheet) -> None:
        sheet["C3"] = "вариант на выбор"
        sheet["B5"] = None

    content = changed(TEMPLATE, "Вопросы", spoil)
    sheet = sheets(marked(content, KNOWN, DICTIONARIES))["Вопросы"]
    for problem in form_of(content).problems:
        cell = sheet.cell(problem.row, problem.column)
        assert cell.comment is not None
        assert cell.comment.text == OPENING + form_words.sentence(problem)
        assert cell.fill.fgColor.rgb == COLOUR


def test_the_marked_file_is_mended_and_sent_again() -> None:
    content = changed(TEMPLATE, "Вопросы", lambda sheet: sheet.__setitem__("C3", "на выбор"))
    back = marked(content, KNOWN, DICTIONARIES)
    mended = changed(back, "Вопросы", lambda sheet: sheet.__setitem__("C3", "один вариант"))
    assert same(parse_form(json.loads(form_of(mended).form), {}), EVERYTHING)


def test_a_file_that_cannot_be_read_is_sent_back_as_it_is() -> None:
    assert marked(b"%PDF-1.7\n", KNOWN, DICTIONARIES) == b"%PDF-1.7\n"


def test_a_template_that_has_lost_its_headings_is_not_asked_for_a_column_of_names() -> None:
    found = sent(changed(TEMPLATE, "Вопросы", lambda sheet: sheet.delete_cols(2)))
    assert found == FileProblem(FileReason.NO_FORM, seen=("Вопросы",))


def test_a_questionnaire_that_may_not_be_read_is_not_taken_for_a_list_of_people() -> None:
    found = sent(changed(TEMPLATE, "Вопросы", lambda sheet: sheet.__setitem__("B3", "=1+1")))
    assert found == FileProblem(FileReason.FORMULA, seen=("Вопросы", "B3"))
