"""The staff list: tolerant of how people write, strict about names, everything said at once."""

from dataclasses import replace

import pytest

from mentoring.files import dictionaries
from mentoring.rules.staff_list import (
    Column,
    Dictionaries,
    Problem,
    Reason,
    Severity,
    StaffEntry,
    StaffList,
    StaffRow,
    check,
)
from storage.vocabulary import Role

DICTIONARIES = Dictionaries(
    subjects={
        "primary": "Начальные классы",
        "russian": "Русский язык",
        "literature": "Литература",
        "native_lang": "Родной язык и литература",
        "english": "Английский язык",
        "foreign_other": "Другой иностранный язык",
        "math": "Математика (алгебра, геометрия, вероятность и статистика)",
        "informatics": "Информатика",
        "history": "История",
        "physics": "Физика",
        "chemistry": "Химия",
        "religion_ethics": "ОРКСЭ / духовно-нравственная культура",
        "art": "Изобразительное искусство",
        "technology": "Труд (технология)",
        "obzr": "Основы безопасности и защиты Родины (ОБЗР)",
        "pe": "Физическая культура",
        "psychology": "Педагог-психолог",
        "speech": "Учитель-логопед, дефектолог",
        "tutor": "Тьютор, ассистент",
        "upbringing": "Советник по воспитанию, педагог-организатор",
        "other": "Другое",
    },
    levels={"noo": "1–4 классы", "ooo": "5–9 классы", "soo": "10–11 классы", "none": "Уроков не веду"},
    experience={
        "y0": "Меньше года",
        "y1": "1–3 года",
        "y4": "4–10 лет",
        "y11": "11–20 лет",
        "y21": "Больше 20 лет",
    },
)
ROW = StaffRow(2, "Берёзкина Алла Игоревна")


def checked(*rows: StaffRow) -> StaffList:
    return check(rows, DICTIONARIES)


def only(row: StaffRow) -> StaffEntry:
    listed = checked(row)
    assert listed.problems == ()
    return listed.entries[0]


def test_a_full_row_becomes_an_entry() -> None:
    row = StaffRow(7, " Полевой  Глеб Олегович ", " учитель ", "физика; химия", "5-9", "12 лет", "куратор")
    assert only(row) == StaffEntry(
        row=7,
        full_name="Полевой Глеб Олегович",
        position="учитель",
        subjects=("physics", "chemistry"),
        levels=("ooo",),
        experience="y11",
        role=Role.COORDINATOR,
    )


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("алгебра", "math"),
        ("Геометрия", "math"),
        ("Алгебра, геометрия; информатика", "math informatics"),
        ("Алгебра и геометрия", "math"),
        ("вероятность и статистика", "math"),
        ("программирование", "informatics"),
        ("право", "social"),
        ("астрономия", "physics"),
        ("чтение", "literature"),
        ("черчение", "technology"),
    ],
)
def test_the_schools_own_dictionary_knows_the_usual_words(cell: str, keys: str) -> None:
    known = Dictionaries(**dictionaries())
    listed = check([replace(ROW, subjects=cell)], known)
    assert (listed.entries[0].subjects, listed.problems) == (tuple(keys.split()), ())


@pytest.mark.parametrize("cell", ["школа", "основы", "алгебра химии"])
def test_a_word_of_no_subject_is_left_to_a_human(cell: str) -> None:
    assert not check([replace(ROW, subjects=cell)], Dictionaries(**dictionaries())).entries[0].subjects


def test_a_name_alone_is_enough() -> None:
    assert only(ROW) == StaffEntry(2, ROW.name, "", (), (), "", Role.TEACHER)


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("Физика", "physics"),
        ("ФИЗИКА.", "physics"),
        ("физика, химия/история", "physics chemistry history"),
        ("физика;\nхимия", "physics chemistry"),
        ("Физика; физика", "physics"),
        ("Математика", "math"),
        ("Математика (алгебра, геометрия, вероятность и статистика)", "math"),
        ("Алгебра, геометрия", "math"),
        ("рус. яз.; лит.", "russian literature"),
        ("Русский язык и литература", "russian literature"),
        ("Родной язык и литература", "native_lang"),
        ("англ", "english"),
        ("Иностранный язык (английский)", "english"),
        ("История России", "history"),
        ("Информатика и ИКТ", "informatics"),
        ("ОРКСЭ", "religion_ethics"),
        ("ОРКСЭ / духовно-нравственная культура; История", "religion_ethics history"),
        ("Тьютор, ассистент, Химия", "tutor chemistry"),
        ("педагог-психолог", "psychology"),
        ("педагог-организатор", "upbringing"),
        ("логопед", "speech"),
        ("ИЗО", "art"),
        ("технология", "technology"),
        ("труд", "technology"),
        ("ОБЖ", "obzr"),
        ("ОБЗР", "obzr"),
        ("физкультура", "pe"),
        ("Физ. культура", "pe"),
        ("начальная школа", "primary"),
        ("начальные", "primary"),
        ("Другое", "other"),
        ("-", ""),
        ("нет", ""),
    ],
)
def test_subjects_are_read_as_people_write_them(cell: str, keys: str) -> None:
    assert only(replace(ROW, subjects=cell)).subjects == tuple(keys.split())


@pytest.mark.parametrize(
    ("cell", "value", "hint"),
    [
        ("Астрология", "Астрология", None),
        ("физика; Хммия", "Хммия", "Химия"),
        ("язык", "язык", "Русский язык"),
        ("физ", "физ", "Физика"),
        ("русский; лит-ра", "лит-ра", None),
        ("Физика Химия", "Физика Химия", None),
        ("иностранный язык", "иностранный язык", None),
    ],
)
def test_an_unclear_subject_is_told_with_what_it_may_mean(cell: str, value: str, hint: str | None) -> None:
    listed = checked(replace(ROW, subjects=cell))
    (problem,) = listed.problems
    assert (problem.row, problem.column, problem.reason, problem.value) == (
        2,
        Column.SUBJECTS,
        Reason.SUBJECT_UNKNOWN,
        value,
    )
    assert hint is None or hint in problem.hints
    assert problem.severity is Severity.WARNING
    assert len(listed.entries) == 1


@pytest.mark.parametrize(
    ("cell", "keys"),
    [
        ("5-9", "ooo"),
        ("5–9 классы", "ooo"),
        ("5 — 9 кл.", "ooo"),
        ("1-4, 5-9", "noo ooo"),
        ("1-11", "noo ooo soo"),
        ("9-11 классы", "ooo soo"),
        ("5, 6, 7", "ooo"),
        ("5а, 7б и 10в", "ooo soo"),
        ("5-е и 10-11-е классы", "ooo soo"),
        ("2", "noo"),
        ("начальные", "noo"),
        ("Начальная школа", "noo"),
        ("нач. кл.", "noo"),
        ("среднее и старшее звено", "ooo soo"),
        ("не веду", "none"),
        ("Уроков не веду", "none"),
        ("05.09.2026", "ooo"),  # what Excel makes of «5-9»
        ("10.11.2026", "soo"),
        ("", ""),
        ("-", ""),
    ],
)
def test_classes_are_read_as_people_write_them(cell: str, keys: str) -> None:
    assert only(replace(ROW, levels=cell)).levels == tuple(keys.split())


@pytest.mark.parametrize("cell", ["5-12", "все", "0", "5-9 математика", "каб. 35"])
def test_unclear_classes_are_asked_later(cell: str) -> None:
    listed = checked(replace(ROW, levels=cell))
    assert listed.problems == (Problem(2, Column.LEVELS, Reason.LEVEL_UNKNOWN, cell),)
    assert listed.entries[0].levels == ()
    assert listed.problems[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("12", "y11"),
        ("12 лет", "y11"),
        ("12 л.", "y11"),
        ("1 год", "y1"),
        ("3 года 8 мес.", "y1"),
        ("3,5", "y1"),
        ("10,9 лет", "y4"),
        ("0", "y0"),
        ("0,5", "y0"),
        ("6 месяцев", "y0"),
        ("полгода", "y0"),
        ("меньше года", "y0"),
        ("Менее 1 года", "y0"),
        ("4–10 лет", "y4"),
        ("4-10", "y4"),
        ("04.10.2026", "y4"),
        ("21", "y21"),
        ("45 лет", "y21"),
        ("20+", "y21"),
        ("более 20 лет", "y21"),
        ("Больше 20 лет", "y21"),
        ("", ""),
        ("—", ""),
    ],
)
def test_experience_is_a_number_of_years_or_a_band(cell: str, key: str) -> None:
    assert only(replace(ROW, experience=cell)).experience == key


@pytest.mark.parametrize("cell", ["давно", "с 2010 года", "2010", "3-12", "больше 5", "12 классов 3", "120"])
def test_unclear_experience_never_blocks(cell: str) -> None:
    listed = checked(replace(ROW, experience=cell))
    assert listed.problems == (Problem(2, Column.EXPERIENCE, Reason.EXPERIENCE_UNKNOWN, cell),)
    assert (listed.errors, len(listed.entries)) == ((), 1)


@pytest.mark.parametrize(
    ("cell", "role"),
    [
        ("", Role.TEACHER),
        ("учитель", Role.TEACHER),
        ("Учитель математики", Role.TEACHER),
        ("завуч", Role.DEPUTY),
        ("Заместитель куратора", Role.DEPUTY),
        ("заместитель директора по УВР", Role.DEPUTY),
        ("зам. директора", Role.DEPUTY),
        ("замдиректора", Role.DEPUTY),
        ("Куратор", Role.COORDINATOR),
        ("учитель, куратор", Role.COORDINATOR),
        ("директор", Role.DIRECTOR),
        ("психолог", Role.PSYCHOLOGIST),
        ("Педагог-психолог", Role.PSYCHOLOGIST),
    ],
)
def test_roles_are_words(cell: str, role: Role) -> None:
    assert only(replace(ROW, role=cell)).role is role


@pytest.mark.parametrize("cell", ["повар", "директор; куратор", "замечательный", "и. о. директора"])
def test_an_unclear_role_gives_no_rights(cell: str) -> None:
    listed = checked(replace(ROW, role=cell))
    assert listed.problems == (Problem(2, Column.ROLE, Reason.ROLE_UNKNOWN, cell),)
    assert listed.entries[0].role is Role.TEACHER


def test_a_post_of_a_deputy_head_gives_no_role() -> None:
    assert only(replace(ROW, position="заместитель директора по УВР")).role is Role.TEACHER


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        (" ", Problem(2, Column.NAME, Reason.NAME_MISSING)),
        ("Итого", Problem(2, Column.NAME, Reason.NAME_IMPLAUSIBLE, "Итого")),
        ("Всего: 24", Problem(2, Column.NAME, Reason.NAME_IMPLAUSIBLE, "Всего: 24")),
        ("=1+1 Анна", Problem(2, Column.NAME, Reason.NAME_IMPLAUSIBLE, "=1+1 Анна")),
        (
            "Берёзкинa Алла Игoревнa",
            Problem(2, Column.NAME, Reason.NAME_LATIN, "Берёзкинa Алла Игoревнa", hints=("a", "o")),
        ),
        ("Ж" * 60 + " " + "Ю" * 60, Problem(2, Column.NAME, Reason.NAME_TOO_LONG, "Ж" * 60)),
    ],
)
def test_a_bad_name_keeps_only_its_own_row_out(name: str, problem: Problem) -> None:
    listed = checked(replace(ROW, name=name, position="учитель"), replace(ROW, row=3))
    assert listed.problems == (problem,)
    assert listed.errors == listed.problems
    assert [entry.row for entry in listed.entries] == [3]


@pytest.mark.parametrize(
    "name", ["Ж" * 40 + " Ё. Я.", "О’Нил Вера", "Ли Юн", "Петрова-Водкина Анна-Мария", "Smith Ann"]
)
def test_unusual_names_are_names(name: str) -> None:
    assert only(replace(ROW, name=name)).full_name == name


def test_namesakes_are_told_with_each_others_rows_and_may_be_imported() -> None:
    rows = [replace(ROW, row=2), StaffRow(3, "Ли Юн"), replace(ROW, row=5, name="БЕРЕЗКИНА алла  Игоревна")]
    listed = checked(*rows, replace(ROW, row=9))
    assert [(problem.row, problem.reason, problem.rows) for problem in listed.warnings] == [
        (2, Reason.NAME_TWICE, (5, 9)),
        (5, Reason.NAME_TWICE, (2, 9)),
        (9, Reason.NAME_TWICE, (2, 5)),
    ]
    assert (listed.errors, len(listed.entries)) == ((), 4)


def test_cells_far_too_long_are_left_out_and_told() -> None:
    listed = checked(replace(ROW, position="ю" * 151, subjects="физика;" * 100))
    assert [(problem.column, problem.reason) for problem in listed.problems] == [
        (Column.POSITION, Reason.TOO_LONG),
        (Column.SUBJECTS, Reason.TOO_LONG),
    ]
    assert (listed.entries[0].position, listed.entries[0].subjects) == ("", ())


@pytest.mark.parametrize(
    ("column", "row"),
    [
        (Column.POSITION, replace(ROW, position="паспорт 9204 123456")),
        (Column.POSITION, replace(ROW, position="+7 912 345-67-89")),
        (Column.POSITION, replace(ROW, position="8 912 345-67-89 " * 20)),
        (Column.SUBJECTS, replace(ROW, subjects="Физика, СНИЛС 112-233-445 95")),
        (Column.LEVELS, replace(ROW, levels="5-9, 8 912 345 67 89")),
        (Column.EXPERIENCE, replace(ROW, experience="9204123456")),
        (Column.ROLE, replace(ROW, role="куратор, ИНН 7701234567")),
    ],
)
def test_numbers_of_documents_are_dropped_and_told_without_being_repeated(column: Column, row: StaffRow) -> None:
    listed = checked(row)
    assert listed.problems == (Problem(2, column, Reason.LOOKS_LIKE_DOCUMENT),)
    assert listed.warnings == listed.problems
    assert listed.entries == (only(ROW),)


def test_a_document_in_place_of_a_name_keeps_its_row_out_and_is_not_repeated() -> None:
    listed = checked(replace(ROW, name="Берёзкина Алла, паспорт 9204 123456"))
    assert (listed.problems, listed.entries) == ((Problem(2, Column.NAME, Reason.NAME_LIKE_DOCUMENT),), ())
    assert listed.errors == listed.problems


def test_a_formula_in_place_of_a_name_keeps_its_row_out() -> None:
    listed = checked(StaffRow(2, "", is_formula=True), StaffRow(3, "Ли Юн"))
    assert listed.errors == listed.problems == (Problem(2, Column.NAME, Reason.NAME_FORMULA),)
    assert [entry.row for entry in listed.entries] == [3]


def test_everything_is_told_at_once_in_the_sheets_order() -> None:
    listed = checked(
        StaffRow(4, "", "учитель", "Астрология", "все", "давно", "повар"),
        StaffRow(2, "Итого", experience="давно"),
    )
    assert [(problem.row, problem.column) for problem in listed.problems] == [
        (2, Column.NAME),
        (2, Column.EXPERIENCE),
        (4, Column.NAME),
        (4, Column.SUBJECTS),
        (4, Column.LEVELS),
        (4, Column.EXPERIENCE),
        (4, Column.ROLE),
    ]
    assert listed.entries == ()


def test_blank_rows_are_nobody() -> None:
    assert checked(StaffRow(2, ""), StaffRow(3, " \u200b ", " ")) == StaffList((), ())


def test_three_hundred_people_are_a_school() -> None:
    letters = "абвгдежзик"
    rows = [
        StaffRow(2 + at, f"Полев{letters[at // 100]}{letters[at // 10 % 10]}{letters[at % 10]} Глеб Олегович")
        for at in range(300)
    ]
    listed = checked(*rows)
    assert (len(listed.entries), listed.problems) == (300, ())
