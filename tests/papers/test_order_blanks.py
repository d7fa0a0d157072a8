"""What stands blank in an order is named; nothing else is."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.papers.office_words import BLANK
from mentoring.papers.pair_values import (
    Act,
    AssignOrder,
    ChangeOrder,
    EndOrder,
    EndReason,
    Order,
    OrderHead,
    Pair,
    PairChange,
    PairChangeKind,
    PairEnding,
    Participant,
    School,
)
from tests.papers.pairs import (
    ASSIGN,
    CHANGE,
    END,
    EXTENDED,
    FIRST,
    GROUP,
    GUEST,
    HEAD,
    LAST,
    MENTEE,
    MENTOR,
    NOVICE,
    OVER,
    PAIR,
    REFUSED,
    REPLACED,
    SCHOOL,
    left,
    lines,
    made,
)

EMPTY_HEAD = OrderHead(school=School(full_name="", school_year=2026))


def has_blanks(content: bytes) -> bool:
    """Besides the room for the number, the date and the signature."""
    text = lines(content)
    dated = next(line for line in text if "\t" in line)
    signed = next(line for line in text if " / " in line and not line.startswith("Основание"))
    rest = [line for line in text if line not in {dated, signed} and not line.startswith("Приложение")]
    return any(BLANK in line for line in (*rest, dated.split("\t")[1], signed.replace(BLANK, "", 1)))


def test_the_number_and_the_date_are_left_to_the_register() -> None:
    text = lines(made(ASSIGN, {}))
    assert text[2] == "«___» __________ 20__ г.\tг. Заречный\t№ ______"
    assert "Приложение к приказу от «___» __________ 20__ г. № ______" in text
    assert left(ASSIGN, {}) == ("номер документа", "дата документа")


def test_with_nothing_known_there_is_a_paper_to_write_on() -> None:
    order = AssignOrder(head=EMPTY_HEAD, pairs=())
    text = lines(made(order, {}))
    row = next(line for line in text if line.startswith(f"{BLANK} | "))
    assert row == " | ".join([BLANK, *[f"{BLANK}, {BLANK}"] * 2, BLANK, f"с {BLANK} по {BLANK}", ""])
    assert left(order, {}) == (
        "полное название школы",
        "город",
        "номер документа",
        "дата документа",
        "номер и дата приказа о Положении",
        "куратор наставничества: фамилия, имя, отчество",
        "должность куратора",
        "кто оформляет соглашения с наставниками",
        "руководитель: инициалы и фамилия",
        "срок подготовки программ",
        "пары",
        "кого ознакомить с приказом",
    )


def with_pair(**facts: Any) -> AssignOrder:
    return replace(ASSIGN, pairs=(PAIR, replace(PAIR, **facts)))


def with_school(**facts: Any) -> AssignOrder:
    return replace(ASSIGN, head=replace(HEAD, school=replace(SCHOOL, **facts)))


def with_change(of: PairChange, **facts: Any) -> ChangeOrder:
    return replace(CHANGE, changes=(replace(of, **facts),))


def with_ending(of: PairEnding, **facts: Any) -> EndOrder:
    return replace(END, endings=(replace(of, **facts),))


@pytest.mark.parametrize(
    ("order", "blank"),
    [
        (with_school(full_name=""), "полное название школы"),
        (with_school(city=" "), "город"),
        (with_school(director=""), "руководитель: инициалы и фамилия"),
        (with_school(director_post=""), "должность руководителя"),
        (with_school(coordinator=""), "куратор наставничества: фамилия, имя, отчество"),
        (with_school(coordinator_post=""), "должность куратора"),
        (replace(ASSIGN, head=replace(HEAD, regulation=Act("5"))), "номер и дата приказа о Положении"),
        (replace(END, head=replace(HEAD, agreements_by="")), "кто оформляет соглашения с наставниками"),
        (replace(ASSIGN, programmes_due_on=None), "срок подготовки программ"),
        (replace(CHANGE, programmes_due_on=None), "срок подготовки программ"),
        (with_pair(mentors=(replace(MENTOR, name=""),)), "имя наставника"),
        (with_pair(mentees=(MENTEE, replace(NOVICE, name=""))), "имя наставляемого"),
        (with_pair(mentees=(MENTEE, replace(NOVICE, post=""))), "должность участника"),
        (with_pair(mentees=(MENTEE, replace(NOVICE, consented_on=None))), "дата согласия участника"),
        (with_pair(mentors=(replace(GUEST, consented_on=None),)), "дата согласия участника"),
        (with_pair(format=""), "форма наставничества"),
        (with_pair(starts_on=None), "срок наставничества"),
        (with_pair(ends_on=None), "срок наставничества"),
        (with_change(REPLACED, since=None), "с какой даты"),
        (with_change(REPLACED, former_mentors=()), "что было прежде"),
        (with_change(REPLACED, former_mentors=(replace(MENTOR, post=""),)), "должность участника"),
        (with_change(REPLACED, order=Act(dated_on=FIRST)), "номер и дата приказа о закреплении"),
        (
            with_change(REPLACED, pair=replace(PAIR, mentors=(replace(MENTOR, consented_on=None),))),
            "дата согласия участника",
        ),
        (with_change(EXTENDED, former_ends_on=None), "что было прежде"),
        (with_change(EXTENDED, pair=replace(PAIR, ends_on=None)), "срок наставничества"),
        (with_ending(REFUSED, notice_on=None), "дата уведомления"),
        (with_ending(REFUSED, reason=EndReason.CANCELLED, notice_on=None), "дата уведомления"),
        (with_ending(OVER, reason=None), "основание прекращения"),
        (with_ending(OVER, ends_on=None), "дата прекращения"),
        (with_ending(OVER, order=Act("41")), "номер и дата приказа о закреплении"),
    ],
)
def test_one_thing_that_is_not_known_is_a_blank_and_is_named(order: Order, blank: str) -> None:
    assert left(order) == (blank,)
    assert has_blanks(made(order))


@pytest.mark.parametrize("order", [ASSIGN, CHANGE, END])
def test_what_is_known_leaves_no_blank(order: Order) -> None:
    assert not has_blanks(made(order))


WORDS = st.sampled_from(["", " ", "Ёлкина Мария Юрьевна", "учитель"])
DAYS = st.none() | st.just(FIRST)
ACTS = st.builds(Act, WORDS, DAYS)
PEOPLE = st.lists(
    st.builds(Participant, name=WORDS, post=WORDS, consented_on=DAYS, is_external=st.booleans()), max_size=2
).map(tuple)
PAIRS = st.builds(Pair, mentors=PEOPLE, mentees=PEOPLE, format=WORDS, starts_on=DAYS, ends_on=DAYS)
SCHOOLS = st.builds(
    School,
    full_name=WORDS,
    school_year=st.just(2026),
    city=WORDS,
    director=WORDS,
    director_post=WORDS,
    coordinator=WORDS,
    coordinator_post=WORDS,
) | st.just(SCHOOL)
HEADS = st.builds(
    OrderHead,
    school=SCHOOLS,
    regulation=ACTS,
    agreements_by=WORDS,
) | st.just(HEAD)
CHANGES = st.builds(
    PairChange,
    pair=PAIRS | st.just(PAIR),
    kind=st.sampled_from(PairChangeKind),
    order=ACTS | st.just(Act("1", FIRST)),
    since=DAYS,
    former_mentors=PEOPLE | st.just((GUEST,)),
    former_ends_on=DAYS,
)
ENDINGS = st.builds(
    PairEnding,
    pair=PAIRS | st.just(GROUP),
    order=ACTS | st.just(Act("1", FIRST)),
    ends_on=DAYS,
    reason=st.none() | st.sampled_from(EndReason),
    notice_on=st.none() | st.just(LAST),
)
DUE = st.none() | st.just(date(2026, 10, 1))
ORDERS = (
    st.builds(
        AssignOrder,
        head=HEADS,
        pairs=st.lists(PAIRS | st.just(PAIR), max_size=2).map(tuple),
        programmes_due_on=DUE,
        with_programmes=st.booleans(),
    )
    | st.builds(
        ChangeOrder,
        head=HEADS,
        changes=st.lists(CHANGES, max_size=2).map(tuple),
        programmes_due_on=DUE,
        with_programmes=st.booleans(),
    )
    | st.builds(EndOrder, head=HEADS, endings=st.lists(ENDINGS, max_size=2).map(tuple))
)


@given(ORDERS)
def test_a_blank_is_named_and_nothing_else_is(order: Order) -> None:
    content = made(order)
    assert has_blanks(content) is bool(left(order))
    assert not any("None" in line or "{" in line for line in lines(content))
