"""Cells of a staff list: read as people write them, what is unclear is told and left to a human."""

from dataclasses import replace

import pytest

from mentoring.files import dictionaries
from mentoring.rules.staff_list import (
    Column,
    Dictionaries,
    Problem,
    Reason,
    Severity,
    check,
)
from storage.vocabulary import Role
from tests.rules.staff_rows import ROW, checked, only


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
