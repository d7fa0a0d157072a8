"""Pairs that a school has already, from its own sheet: who they are, by which order, and what is not guessed."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.colleagues import Colleague
from mentoring.rules.pairs_sheet import (
    MOST_PROBLEMS,
    BroughtPair,
    Column,
    PairReason,
    PairsRead,
    Severity,
    looks_like_pairs,
    read,
)
from mentoring.rules.tables import HIDDEN, Table

ANNA, IGOR, LEE = "Соколова Анна Ильинична", "Рябинин Игорь Львович", "Ли Юн"
ONE_OLGA, OTHER_OLGA = "Берёзова Ольга Петровна", "Берёзова Ольга Павловна"
STAFF = tuple(Colleague(at, name) for at, name in enumerate((ANNA, IGOR, LEE, ONE_OLGA, OTHER_OLGA), start=1))
HEAD = ("Наставник", "Наставляемый", "Группа", "Форма", "№ приказа", "Дата приказа", "Начало", "Окончание")
REST = ("", "Один на один", "45-к", "28.09.2026", "01.10.2026", "31.05.2027")
GROUP = ("Математики", "Группа коллег", "45-к", "28.09.2026", "01.10.2026", "31.05.2027")
OCTOBER, MAY = date(2026, 10, 1), date(2027, 5, 31)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def table(*rows: Sequence[str], formulas: Sequence[tuple[int, int]] = ()) -> Table:
    return Table("Пары", tuple(tuple(row) for row in rows), frozenset(formulas))


def found(*rows: Sequence[str], head: Sequence[str] = HEAD, formulas: Sequence[tuple[int, int]] = ()) -> PairsRead:
    read_from = read(table(head, *rows, formulas=formulas), STAFF)
    assert read_from is not None
    return read_from


def told(*rows: Sequence[str], formulas: Sequence[tuple[int, int]] = ()) -> list[tuple[int, Column, PairReason]]:
    return [(each.row, each.column, each.reason) for each in found(*rows, formulas=formulas).problems]


def people(*rows: Sequence[str]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(each.mentors, each.mentees) for each in found(*rows).pairs]


def but(**cells: str) -> tuple[str, ...]:
    """A good row with some cells as told."""
    good = dict(zip(Column, (ANNA, IGOR, "", "Один на один", "45-к", "28.09.2026", "", *REST[4:], ""), strict=True))
    row = {**good, **{Column(name): text for name, text in cells.items()}}
    return tuple(row[column] for column in Column if column not in (Column.TERM, Column.STATE))


def test_a_row_is_a_pair_with_its_order_and_its_term() -> None:
    assert found((ANNA, IGOR, *REST)) == PairsRead(
        (
            BroughtPair(
                mentors=(1,),
                mentees=(2,),
                starts_on=OCTOBER,
                ends_on=MAY,
                format="one_to_one",
                order_number="45-к",
                order_on=date(2026, 9, 28),
                group="",
                row=2,
            ),
        )
    )


@pytest.mark.parametrize(
    "head",
    [
        ("№", "ФИО наставника", "ФИО наставляемого", "Вид наставничества", "Приказ", "Дата начала", "Дата окончания"),
        ("N п/п", "Педагог-наставник", "Молодой специалист", "Форма", "Приказ о закреплении", "Срок с", "Срок по"),
        ("", "Наставник (ФИО, должность)", "Наставляемый(ые)", "Формат", "Номер приказа", "с", "по"),
    ],
)
def test_headings_are_spelled_freely_and_an_order_may_stand_in_one_cell(head: Sequence[str]) -> None:
    row = ("1", ANNA, IGOR, "пара", "Приказ № 45-к от 28 сентября 2026 г.", "01.10.26", "2027-05-31")
    of = found(row, head=head)
    assert (of.problems, of.ignored) == ((), ())
    pair = of.pairs[0]
    assert (pair.order_number, pair.order_on, pair.starts_on, pair.ends_on) == (
        "45-к", date(2026, 9, 28), OCTOBER, MAY,
    )  # fmt: skip


def test_a_term_may_stand_in_one_cell_under_a_title() -> None:
    head = ("Наставник", "Наставляемый", "Срок", "Телефон")
    of = read(table(("Пары на 2026/2027",), (), head, (ANNA, IGOR, "с 01.10.2026 по 31.05.2027", "нет")), STAFF)
    assert of is not None
    assert [(each.row, each.starts_on, each.ends_on) for each in of.pairs] == [(4, OCTOBER, MAY)]
    assert of.ignored == ("Телефон",)


@pytest.mark.parametrize(
    "rows",
    [
        (("ФИО", "Должность", "Роль"), (ANNA, "учитель", "наставник")),
        (("Вопрос", "Вид", "Варианты"), ("Кто ваш наставник?", "текст", "")),
        (("ФИО", "Понедельник"), ("", "1")),
        (("Наставник", "Должность"), (ANNA, "учитель")),
        (),
    ],
)
def test_other_sheets_are_no_sheet_of_pairs(rows: Sequence[Sequence[str]]) -> None:
    assert not looks_like_pairs(table(*rows))
    assert read(table(*rows), STAFF) is None


@pytest.mark.parametrize(
    ("cell", "mentees"),
    [
        (f"{IGOR}; {LEE}", (2, 3)),
        (f"{IGOR};\n{LEE};", (2, 3)),
        (f"{IGOR}\n{LEE}", (2, 3)),
        ("Рябинин И. Л., Ли Ю.", (2, 3)),
        (f"{IGOR}, учитель физики", (2,)),
        (f"{IGOR}, учитель физики\n{LEE}, учитель, классный руководитель", (2, 3)),
    ],
)
def test_several_names_may_stand_in_a_cell(cell: str, mentees: tuple[int, ...]) -> None:
    assert people((ANNA, cell, *GROUP)) == [((1,), mentees)]


def test_a_group_may_have_two_mentors() -> None:
    assert people((f"{ANNA}; {IGOR}", LEE, *GROUP)) == [((1, 2), (3,))]


def test_rows_of_one_mentor_and_one_group_are_one_group() -> None:
    blank = ("математики ", "", "", "", "", "")
    of = found((ANNA, IGOR, *GROUP), (ANNA, ONE_OLGA, *REST), ("Соколова А. И.", LEE, *blank))
    assert [(each.mentees, each.row, each.order_number) for each in of.pairs] == [
        ((2, 3), 2, "45-к"),
        ((4,), 3, "45-к"),
    ]
    assert of.problems == ()


def test_rows_of_a_group_that_say_different_things_are_told() -> None:
    other = (*GROUP[:2], "46-к", *GROUP[3:])
    assert told((ANNA, IGOR, *GROUP), (ANNA, LEE, *other)) == [(3, Column.ORDER, PairReason.DIFFERS)]
    assert people((ANNA, IGOR, *GROUP), (ANNA, LEE, *other)) == []


def test_half_a_group_is_not_brought() -> None:
    assert people((ANNA, IGOR, *GROUP), (ANNA, "Полевой Глеб", *GROUP)) == []
    assert told((ANNA, IGOR, *GROUP), ("Полевой Глеб", LEE, *GROUP)) == [
        (2, Column.GROUP, PairReason.GROUP_UNFIT),
        (3, Column.MENTOR, PairReason.PERSON_UNKNOWN),
    ]


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (but(mentor=""), Column.MENTOR, PairReason.MISSING),
        (but(mentee=" — "), Column.MENTEE, PairReason.MISSING),
        (but(mentee="Рябинин"), Column.MENTEE, PairReason.PERSON_UNKNOWN),
        (but(mentee="Рябинин Игорь Львовичь"), Column.MENTEE, PairReason.PERSON_UNKNOWN),
        (but(mentee=f"{IGOR}, Полевой Глеб"), Column.MENTEE, PairReason.PERSON_UNKNOWN),
        (but(mentee="Берёзова О. П."), Column.MENTEE, PairReason.PERSON_AMBIGUOUS),
        (but(mentee="Соколова А. И."), Column.MENTEE, PairReason.BOTH_SIDES),
        (but(order_on="вчера"), Column.ORDER_ON, PairReason.NOT_A_DATE),
        (but(order_on="31.02.2026"), Column.ORDER_ON, PairReason.NOT_A_DATE),
        (but(order="45-к от осени"), Column.ORDER, PairReason.NOT_A_DATE),
        (but(order="45-к от 01.09.2026"), Column.ORDER_ON, PairReason.DIFFERS),
        (but(order="№" + "4" * 40), Column.ORDER, PairReason.NOT_AN_ORDER),
        (but(starts=""), Column.STARTS, PairReason.MISSING),
        (but(starts="октябрь 2026"), Column.STARTS, PairReason.NOT_A_DATE),
        (but(starts="01.10"), Column.STARTS, PairReason.NOT_A_DATE),
        (but(starts="46296"), Column.STARTS, PairReason.NOT_A_DATE),
        (but(ends="30.09.2026"), Column.ENDS, PairReason.ENDS_BEFORE_IT_BEGINS),
    ],
)
def test_an_error_is_told_where_it_stands_and_keeps_the_pair_out(
    row: tuple[str, ...], column: Column, reason: PairReason
) -> None:
    of = found((ANNA, LEE, *REST), row)
    assert [(each.mentees, each.row) for each in of.pairs] == [((3,), 2)]
    assert [(each.row, each.column, each.reason) for each in of.problems] == [(3, column, reason)]
    assert of.problems[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (but(format=""), Column.FORMAT, PairReason.FORMAT_MISSING),
        (but(format="учитель – учитель"), Column.FORMAT, PairReason.FORMAT_UNKNOWN),
        (but(mentee=f"{IGOR}; {LEE}"), Column.FORMAT, PairReason.FORMAT_UNFIT),
        (but(order=""), Column.ORDER, PairReason.ORDER_MISSING),
        (but(order_on=""), Column.ORDER_ON, PairReason.ORDER_DATE_MISSING),
        (but(ends=""), Column.ENDS, PairReason.END_MISSING),
        (but(mentee=f"{IGOR}; Рябинин И. Л."), Column.MENTEE, PairReason.PERSON_TWICE),
    ],
)
def test_what_can_be_added_later_is_told_and_the_pair_is_brought(
    row: tuple[str, ...], column: Column, reason: PairReason
) -> None:
    of = found(row)
    assert len(of.pairs) == 1
    assert [(each.row, each.column, each.reason) for each in of.problems] == [(2, column, reason)]
    assert of.problems[0].severity is Severity.WARNING


def test_the_same_two_people_are_a_pair_once() -> None:
    of = found((ANNA, IGOR, *REST), ("Соколова А. И.", f"{LEE}; {IGOR}", *GROUP))
    assert [each.row for each in of.pairs] == [2]
    assert [(each.row, each.reason, each.value, each.rows) for each in of.problems] == [
        (3, PairReason.PAIR_TWICE, IGOR, (2,))
    ]
    assert told((ANNA, IGOR, *GROUP), (ANNA, IGOR, *GROUP)) == [(3, Column.MENTEE, PairReason.PAIR_TWICE)]


def test_a_mentee_of_two_mentors_is_asked_about() -> None:
    of = found((ANNA, IGOR, *REST), (LEE, IGOR, *REST))
    assert len(of.pairs) == 2
    assert [(each.row, each.reason, each.rows) for each in of.problems] == [(3, PairReason.MENTEE_AGAIN, (2,))]


def test_what_is_not_at_work_is_not_brought() -> None:
    head = (*HEAD, "Состояние")
    rows = [(ANNA, IGOR, *REST, "Работает"), (ANNA, LEE, *REST, "работала"), (LEE, ONE_OLGA, *REST, "")]
    of = found(*rows, head=head)
    assert [each.row for each in of.pairs] == [2, 4]
    assert [(each.row, each.reason, each.value) for each in of.problems] == [(3, PairReason.NOT_AT_WORK, "работала")]


def test_a_telephone_among_the_names_is_not_repeated() -> None:
    told_of = found((ANNA, "Полевой Глеб, +7 900 123-45-67", *REST)).problems
    assert [(each.reason, each.value) for each in told_of] == [(PairReason.PERSON_UNKNOWN, HIDDEN)]


def test_a_formula_in_our_columns_is_told() -> None:
    rows = (ANNA, IGOR, *REST), (ANNA, "", *REST), ("", "", "")
    assert told(*rows, formulas=[(2, 1)]) == [(3, Column.MENTEE, PairReason.FORMULA)]
    assert told(rows[0], formulas=[(1, 9), (3, 6)]) == []


def test_rows_that_name_nobody_are_no_pairs() -> None:
    assert told((ANNA, IGOR, *REST), ("", "", "", "", "45-к"), HEAD, ("—", "-")) == []


def test_nobody_reads_more_than_a_hundred_problems() -> None:
    of = found(*[(f"Полевой Глеб {at}", "Ли Юн", *REST) for at in range(130)])
    assert len(of.problems) == MOST_PROBLEMS
    assert of.more >= 30


@given(days, st.integers(-400, 400))
def test_no_pair_ends_before_it_begins(starts: date, after: int) -> None:
    ends = starts + timedelta(days=after)
    of = found(but(starts=f"{starts:%d.%m.%Y}", ends=f"{ends:%d.%m.%Y}"))
    assert bool(of.pairs) is (after >= 0 and ends.year < 2100 and ends.year >= 2000)
