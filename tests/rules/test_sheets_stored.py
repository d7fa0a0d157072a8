"""What was read of a sheet is the same after it has travelled as text."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.lessons import MOST_LESSONS, Lesson
from mentoring.rules.pairs_sheet import FORMATS, BroughtPair, Column, PairProblem, PairReason, PairsRead
from mentoring.rules.pairs_sheet import storing as pairs_storing
from mentoring.rules.timetables import TeacherFree, TimetableProblem, TimetableRead, TimetableReason
from mentoring.rules.timetables import storing as timetable_storing

IDS = st.lists(st.integers(1, 2**40), max_size=4).map(tuple)
ROWS = st.lists(st.integers(1, 600), max_size=4).map(tuple)
WORDS = st.lists(st.text(max_size=20), max_size=3).map(tuple)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
PAIRS = st.builds(
    BroughtPair,
    mentors=IDS,
    mentees=IDS,
    starts_on=DAYS,
    ends_on=st.none() | DAYS,
    format=st.sampled_from(["", *FORMATS]),
    order_number=st.text(max_size=10),
    order_on=st.none() | DAYS,
    group=st.text(max_size=10),
    row=st.integers(1, 600),
)
PAIR_PROBLEMS = st.builds(
    PairProblem, st.integers(1, 600), st.sampled_from(Column), st.sampled_from(PairReason), st.text(), WORDS, ROWS
)
LESSONS = st.frozensets(st.builds(Lesson, st.integers(0, 6), st.integers(1, MOST_LESSONS)))
FREE = st.builds(TeacherFree, st.integers(1), st.text(), st.integers(1, 600), LESSONS)
LESSON_PROBLEMS = st.builds(
    TimetableProblem, st.integers(1, 600), st.sampled_from(TimetableReason), st.text(), WORDS, ROWS
)


def lists(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=5).map(tuple)


@given(st.builds(PairsRead, lists(PAIRS), lists(PAIR_PROBLEMS), WORDS, st.integers(0, 900)))
def test_pairs_come_back_as_they_were_read(read: PairsRead) -> None:
    assert pairs_storing.parse(pairs_storing.write(read)) == read


@given(st.builds(TimetableRead, lists(FREE), lists(LESSON_PROBLEMS), WORDS, st.integers(0, 900)))
def test_free_lessons_come_back_as_they_were_read(read: TimetableRead) -> None:
    assert timetable_storing.parse(timetable_storing.write(read)) == read


def test_the_same_timetable_is_the_same_text() -> None:
    lessons = [Lesson(day, number) for day in range(5) for number in range(1, 9)]
    one, other = (TimetableRead((TeacherFree(1, "", 3, frozenset(order)),)) for order in (lessons, reversed(lessons)))
    assert timetable_storing.write(one) == timetable_storing.write(other)
    assert json.loads(timetable_storing.write(one))["free"][0][3] == [[each.weekday, each.number] for each in lessons]
