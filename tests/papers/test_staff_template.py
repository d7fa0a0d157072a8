"""The template and its way back."""

from datetime import UTC, datetime
from io import BytesIO

from openpyxl import load_workbook

from mentoring.papers import staff_template
from mentoring.papers.staff_reader import read
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.papers.values import Sheet
from mentoring.rules.staff_list import Column, Dictionaries, StaffRow, check
from storage.vocabulary import Role
from tests.papers.workbooks import sheets

SUBJECTS = ("Начальные классы", "Математика (алгебра, геометрия)", "Тьютор, ассистент")
LEVELS = ("1–4 классы", "5–9 классы", "10–11 классы")
EXPERIENCE = ("Меньше года", "1–3 года", "4–10 лет")
MADE_AT = datetime(2026, 9, 1, 9, tzinfo=UTC)


def template() -> bytes:
    return staff_template.build(SUBJECTS, LEVELS, EXPERIENCE, made_at=MADE_AT)


def test_an_untouched_template_brings_nobody() -> None:
    assert read(template()) == FileProblem(FileReason.NO_ROWS)


def test_the_columns_are_those_the_reader_knows() -> None:
    headings = [cell.value for cell in sheets(template())["Сотрудники"][1]]
    assert headings == ["Фамилия Имя Отчество", "Должность", "Предметы", "Классы", "Стаж", "Роль"]
    found = read(filled(("Ли Юн", "учитель", SUBJECTS[1], "5-9", "12 лет", "координатор")))
    assert isinstance(found, Sheet)
    assert (found.columns, found.ignored) == (tuple(Column), ())
    assert found.rows == (StaffRow(2, "Ли Юн", "учитель", SUBJECTS[1], "5-9", "12 лет", "координатор"),)


def test_choices_for_experience_and_role_point_at_the_guides_lists() -> None:
    book = sheets(template())
    offered = {}
    for validation in book["Сотрудники"].data_validations.dataValidation:
        place = str(validation.formula1).split("!")[1].replace("$", "")
        offered[str(validation.sqref)] = [row[0].value for row in book["Как заполнять"][place]]
        assert not validation.showErrorMessage  # «12 лет» may be typed too
    assert offered == {"E2:E2001": list(EXPERIENCE), "F2:F2001": list(staff_template.ROLES)}


def test_every_offered_word_is_understood() -> None:
    dictionaries = Dictionaries(
        subjects={str(at): label for at, label in enumerate(SUBJECTS)},
        levels={str(at): label for at, label in enumerate(LEVELS)},
        experience={str(at): label for at, label in enumerate(EXPERIENCE)},
    )
    rows = [StaffRow(2, "Ли Юн", role=role) for role in staff_template.ROLES]
    rows += [StaffRow(2, "Ли Юн", experience=label) for label in EXPERIENCE]
    rows += [StaffRow(2, "Ли Юн", levels=label, subjects="; ".join(SUBJECTS)) for label in LEVELS]
    listed = check(rows, dictionaries)
    assert {problem.column for problem in listed.problems} == {Column.NAME}  # the same name over and over
    assert [entry.role for entry in listed.entries[:5]] == [
        Role.TEACHER,
        Role.DEPUTY,
        Role.COORDINATOR,
        Role.DIRECTOR,
        Role.PSYCHOLOGIST,
    ]


def test_the_heading_stays_in_sight_and_explains_itself() -> None:
    sheet = sheets(template())["Сотрудники"]
    assert sheet.freeze_panes == "B2"
    assert all(cell.comment is not None for cell in sheet[1])


def test_the_same_template_is_the_same_bytes() -> None:
    assert template() == template()


def filled(row: tuple[str, ...]) -> bytes:
    book = load_workbook(BytesIO(template()))
    for column, text in enumerate(row, start=1):
        book["Сотрудники"].cell(2, column, text)
    target = BytesIO()
    book.save(target)
    return target.getvalue()
