"""What stands blank in an order is named, and makes it a draft; nothing else does."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.papers.office_paper import DRAFT
from mentoring.papers.office_words import BLANK
from mentoring.papers.order_blanks import missing
from mentoring.papers.pair_order import Order, assign
from mentoring.papers.pair_values import (
    Act,
    AssignOrder,
    Blank,
    ChangeOrder,
    EndOrder,
    EndReason,
    OrderHead,
    Pair,
    PairChange,
    PairChangeKind,
    PairEnding,
    Participant,
    School,
)
from mentoring.papers.pair_words import BLANKS, blanks
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
    head_of,
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
    order = replace(ASSIGN, head=replace(HEAD, number=" ", dated_on=None))
    text = lines(assign(order))
    assert text[2] == "«___» __________ 20__ г.\tг. Заречный\t№ ______"
    assert "Приложение к приказу от «___» __________ 20__ г. № ______" in text
    assert missing(order) == (Blank.NUMBER, Blank.DATE)
    assert head_of(assign(order)) == [""] * 3


def test_with_nothing_known_there_is_a_paper_to_write_on() -> None:
    order = AssignOrder(head=EMPTY_HEAD, pairs=())
    text = lines(assign(order))
    assert text[15] == " | ".join([BLANK] * 6)
    assert missing(order) == (
        Blank.NUMBER,
        Blank.DATE,
        Blank.CITY,
        Blank.SCHOOL,
        Blank.DIRECTOR,
        Blank.COORDINATOR,
        Blank.REGULATION,
        Blank.AGREEMENTS_BY,
        Blank.PROGRAMMES_DUE,
        Blank.PAIRS,
    )
    assert head_of(assign(order)) == [DRAFT] * 3


def test_the_chat_is_told_every_blank_in_words() -> None:
    assert set(BLANKS) == set(Blank)
    assert blanks((Blank.NUMBER, Blank.CONSENT)) == "Не заполнено: номер приказа; дата согласия участника."
    assert blanks(()) == ""


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
        (with_school(full_name=""), Blank.SCHOOL),
        (with_school(city=" "), Blank.CITY),
        (with_school(director=""), Blank.DIRECTOR),
        (with_school(director_post=""), Blank.DIRECTOR),
        (with_school(coordinator=""), Blank.COORDINATOR),
        (with_school(coordinator_post=""), Blank.COORDINATOR),
        (replace(ASSIGN, head=replace(HEAD, regulation=Act("5"))), Blank.REGULATION),
        (replace(END, head=replace(HEAD, agreements_by="")), Blank.AGREEMENTS_BY),
        (replace(ASSIGN, programmes_due_on=None), Blank.PROGRAMMES_DUE),
        (replace(CHANGE, programmes_due_on=None), Blank.PROGRAMMES_DUE),
        (with_pair(mentors=(replace(MENTOR, name=""),)), Blank.MENTOR),
        (with_pair(mentees=(MENTEE, replace(NOVICE, name=""))), Blank.MENTEE),
        (with_pair(mentees=(MENTEE, replace(NOVICE, post=""))), Blank.POST),
        (with_pair(mentees=(MENTEE, replace(NOVICE, consented_on=None))), Blank.CONSENT),
        (with_pair(mentors=(replace(GUEST, consented_on=None),)), Blank.CONSENT),
        (with_pair(format=""), Blank.FORMAT),
        (with_pair(starts_on=None), Blank.TERM),
        (with_pair(ends_on=None), Blank.TERM),
        (with_change(REPLACED, since=None), Blank.SINCE),
        (with_change(REPLACED, former_mentors=()), Blank.CHANGED),
        (with_change(REPLACED, former_mentors=(replace(MENTOR, post=""),)), Blank.CHANGED),
        (with_change(REPLACED, order=Act(dated_on=FIRST)), Blank.PAIR_ORDER),
        (with_change(REPLACED, pair=replace(PAIR, mentors=(replace(MENTOR, consented_on=None),))), Blank.CONSENT),
        (with_change(EXTENDED, former_ends_on=None), Blank.CHANGED),
        (with_change(EXTENDED, pair=replace(PAIR, ends_on=None)), Blank.TERM),
        (with_ending(REFUSED, notice_on=None), Blank.NOTICE),
        (with_ending(REFUSED, reason=EndReason.CANCELLED, notice_on=None), Blank.NOTICE),
        (with_ending(OVER, reason=None), Blank.REASON),
        (with_ending(OVER, ends_on=None), Blank.ENDS_ON),
        (with_ending(OVER, order=Act("41")), Blank.PAIR_ORDER),
    ],
)
def test_one_thing_that_is_not_known_is_a_blank_and_is_named(order: Order, blank: Blank) -> None:
    assert missing(order) == (blank,)
    assert has_blanks(made(order))
    assert head_of(made(order)) == [DRAFT] * 3


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
    number=WORDS,
    dated_on=DAYS,
    is_draft=st.just(False),
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
def test_a_blank_is_named_and_makes_a_draft_and_nothing_else_does(order: Order) -> None:
    content = made(order)
    left = set(missing(order)) - {Blank.NUMBER, Blank.DATE}
    assert has_blanks(content) is bool(left)
    assert head_of(content) == [DRAFT if left else ""] * 3
    assert not any("None" in line or "{" in line for line in lines(content))
