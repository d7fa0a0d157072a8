"""Terms as schools write them: days when they are said, a question when they are not, never a guess."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.roadmap_files import TermKind, asks, read_term, window
from tests.rules.roadmap_tables import CELLS

AUGUST, SEPTEMBER, OCTOBER = date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)


@pytest.mark.parametrize(
    ("written", "kind", "starts", "ends"),
    [
        ("Сентябрь", TermKind.MONTHS, SEPTEMBER, date(2026, 9, 30)),
        ("в сентябре", TermKind.MONTHS, SEPTEMBER, date(2026, 9, 30)),
        ("СЕНТ.", TermKind.MONTHS, SEPTEMBER, date(2026, 9, 30)),
        ("В течении сентября", TermKind.MONTHS, SEPTEMBER, date(2026, 9, 30)),
        ("ежегодно, в мае", TermKind.MONTHS, date(2027, 5, 1), date(2027, 5, 31)),
        ("Август - сентябрь", TermKind.MONTHS, AUGUST, date(2026, 9, 30)),
        ("август–сентябрь", TermKind.MONTHS, AUGUST, date(2026, 9, 30)),
        ("сентябрь, октябрь", TermKind.MONTHS, SEPTEMBER, date(2026, 10, 31)),
        ("сентябрь и май", TermKind.MONTHS, SEPTEMBER, date(2027, 5, 31)),
        ("сентябрь; январь;\nмай", TermKind.MONTHS, SEPTEMBER, date(2027, 5, 31)),
        ("май; сентябрь", TermKind.MONTHS, SEPTEMBER, date(2027, 5, 31)),
        ("с сентября по май", TermKind.MONTHS, SEPTEMBER, date(2027, 5, 31)),
        ("сентябрь-октябрь 2026 г.", TermKind.MONTHS, SEPTEMBER, date(2026, 10, 31)),
        ("сентябрь 2026 – май 2027", TermKind.MONTHS, SEPTEMBER, date(2027, 5, 31)),
        ("сентябрь 2026 г. - май 2027 г.", TermKind.MONTHS, SEPTEMBER, date(2027, 5, 31)),
        ("сентябрь – май 2027 года", TermKind.MONTHS, SEPTEMBER, date(2027, 5, 31)),
        ("сентябрь 2026 – май", TermKind.MONTHS, SEPTEMBER, date(2027, 5, 31)),
        ("июнь – август", TermKind.MONTHS, date(2027, 6, 1), date(2027, 8, 31)),
        ("февраль", TermKind.MONTHS, date(2027, 2, 1), date(2027, 2, 28)),
        ("до 1 октября", TermKind.BY, AUGUST, OCTOBER),
        ("До 01.10.2026", TermKind.BY, AUGUST, OCTOBER),
        ("до 01.10.26 г.", TermKind.BY, AUGUST, OCTOBER),
        ("не позднее 15 октября", TermKind.BY, AUGUST, date(2026, 10, 15)),
        ("в срок до 15-го октября", TermKind.BY, AUGUST, date(2026, 10, 15)),
        ("к 1 октября", TermKind.BY, AUGUST, OCTOBER),
        ("по 15 октября", TermKind.BY, AUGUST, date(2026, 10, 15)),
        ("до конца мая", TermKind.BY, AUGUST, date(2027, 5, 31)),
        ("с 1 по 15 сентября", TermKind.DATES, SEPTEMBER, date(2026, 9, 15)),
        ("1–15 сентября", TermKind.DATES, SEPTEMBER, date(2026, 9, 15)),
        ("01-15.09.2026", TermKind.DATES, SEPTEMBER, date(2026, 9, 15)),
        ("01.09.2026–30.09.2026", TermKind.DATES, SEPTEMBER, date(2026, 9, 30)),
        ("01.09 - 30.09", TermKind.DATES, SEPTEMBER, date(2026, 9, 30)),
        ("с 01 сентября 2026 года по 31 мая 2027 года", TermKind.DATES, SEPTEMBER, date(2027, 5, 31)),
        ("с 15 декабря по 15 января", TermKind.DATES, date(2026, 12, 15), date(2027, 1, 15)),
        ("15 сентября", TermKind.DATES, date(2026, 9, 15), date(2026, 9, 15)),
        ("29 февраля", TermKind.DATES, date(2027, 2, 28), date(2027, 2, 28)),
    ],
)
def test_a_term_with_days_has_a_window(written: str, kind: TermKind, starts: date, ends: date) -> None:
    term = read_term(written)
    assert (term.kind, window(term, 2026)) == (kind, (starts, ends))
    assert not asks(term)
    assert not term.year_differs(2026)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("В течении учебного года", TermKind.YEAR),
        ("в течение учебного года", TermKind.YEAR),
        ("в течение года", TermKind.YEAR),
        ("в течение всего учебного года", TermKind.YEAR),
        ("2026-2027 уч. год", TermKind.YEAR),
        ("На протяжении года", TermKind.YEAR),
        ("постоянно", TermKind.YEAR),
        ("Весь период", TermKind.YEAR),
        ("в течение всего периода", TermKind.YEAR),
        ("в отчетный период", TermKind.PERIOD),
        ("В течении отчетного периода", TermKind.PERIOD),
        ("в течение отчётного периода", TermKind.PERIOD),
        ("по мере необходимости", TermKind.VAGUE),
        ("по мере необходимости в течение года", TermKind.VAGUE),
        ("по графику", TermKind.VAGUE),
        ("ежегодно", TermKind.VAGUE),
        ("1 раз в полугодие", TermKind.VAGUE),
        ("до конца учебного года", TermKind.VAGUE),
        ("начало учебного года", TermKind.VAGUE),
        ("I четверть", TermKind.VAGUE),
        ("до октября", TermKind.VAGUE),
        ("с сентября", TermKind.VAGUE),
        ("с 1 сентября", TermKind.VAGUE),
        ("конец мая", TermKind.VAGUE),
        ("сентябрь; по мере необходимости", TermKind.VAGUE),
        ("31 ноября", TermKind.VAGUE),
        ("до 30.02", TermKind.VAGUE),
        ("01.13.2026", TermKind.VAGUE),
        ("29.02.2027", TermKind.VAGUE),
        ("с 15 по 1 сентября", TermKind.VAGUE),
        ("01.10.2026–01.09.2026", TermKind.VAGUE),
        ("сентябрь " * 100, TermKind.VAGUE),
        ("", TermKind.EMPTY),
        (" — ", TermKind.EMPTY),
        ("не указан", TermKind.EMPTY),
    ],
)
def test_a_term_without_days_is_asked(written: str, kind: TermKind) -> None:
    term = read_term(written)
    assert (term.kind, window(term, 2026), asks(term)) == (kind, None, True)


@pytest.mark.parametrize(
    ("written", "differs"),
    [
        ("сентябрь 2024", True),
        ("сентябрь 2026", False),
        ("май 2027", False),
        ("май 2026", True),
        ("01.09.2026–30.09.2027", True),
        ("в течение 2024-2025 учебного года", True),
        ("в течение 2026/27 учебного года", False),
        ("сентябрь", False),
        ("в течение года", False),
    ],
)
def test_a_year_outside_of_the_school_year_is_told(written: str, differs: bool) -> None:
    assert read_term(written).year_differs(2026) is differs


def test_a_year_that_is_written_is_never_shifted() -> None:
    assert window(read_term("сентябрь-октябрь 2024 г."), 2026) == (date(2024, 9, 1), date(2024, 10, 31))
    assert window(read_term("до 01.10.2024"), 2026) == (date(2024, 10, 1), date(2024, 10, 1))


@given(CELLS, st.integers(2020, 2040))
def test_any_text_is_a_term_and_only_days_are_not_asked(text: str, school_year: int) -> None:
    term = read_term(text)
    days = window(term, school_year)
    assert asks(term) is (days is None)
    if days is not None:
        assert days[0] <= days[1]


@given(st.dates(date(2026, 8, 1), date(2027, 7, 31)), st.dates(date(2026, 8, 1), date(2027, 7, 31)))
def test_two_days_of_a_school_year_come_back_with_and_without_their_years(one: date, other: date) -> None:
    starts, ends = sorted((one, other))
    assert window(read_term(f"{starts:%d.%m.%Y} – {ends:%d.%m.%Y}"), 2020) == (starts, ends)
    assert window(read_term(f"с {starts:%d.%m} по {ends:%d.%m}"), 2026) == (starts, ends)
    assert window(read_term(f"до {ends:%d.%m}"), 2026) == (AUGUST, ends)
    assert SchoolCalendar.school_year_of(ends) == 2026
