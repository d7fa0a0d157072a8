"""What answers come to: by tables of what was said."""

from datetime import date
from decimal import Decimal

import pytest

from mentoring.rules.forms import Form, parse_form
from mentoring.rules.questionnaire import Value
from mentoring.rules.tally import (
    Choices,
    Counted,
    Days,
    Line,
    Marks,
    Numbered,
    Numbers,
    Tally,
    Texts,
    answerable,
    pages,
    percent,
    shown,
    tally,
)

Said = list[tuple[Value | None, int]]
HEAD = {"key": "mentor", "version": 1, "title": "?", "audience": "teacher", "minutes": 1}
OPTIONS = {"a": "Да, на год", "b": "Позже", "c": "Нет"}


def form_of(*rows: dict[str, object]) -> Form:
    asked = [{"key": f"q{place}", "text": "?", **row} for place, row in enumerate(rows)]
    return parse_form({**HEAD, "questions": asked}, {})


def tallied(row: dict[str, object], said: Said) -> Tally:
    (question,) = form_of(row).questions
    return tally(Numbered(1, question), [Counted(value, many) for value, many in said])


@pytest.mark.parametrize(
    ("row", "said", "counts"),
    [
        ({"type": "single", "options": OPTIONS}, [("a", 5), ("c", 5)], [5, 0, 5]),
        ({"type": "multi", "options": OPTIONS}, [(("a", "b"), 3), (("b",), 2), (("c", "a"), 1)], [4, 5, 1]),
        ({"type": "dict_multi", "options": OPTIONS}, [(("c",), 2), (("a", "c"), 1)], [1, 0, 3]),
        ({"type": "yesno"}, [(True, 7), (False, 3)], [7, 3]),
    ],
)
def test_every_option_is_counted_in_the_order_of_the_form(
    row: dict[str, object], said: Said, counts: list[int]
) -> None:
    found = tallied(row, said).found
    assert isinstance(found, Choices)
    assert [line.many for line in found.lines] == counts
    assert found.lines[0] == Line("Да" if row["type"] == "yesno" else OPTIONS["a"], counts[0])


@pytest.mark.parametrize(
    ("said", "mean", "median"),
    [
        ([(7, 1)], "7.0", "7"),
        ([(7, 1), (8, 1)], "7.5", "7.5"),
        ([(1, 1), (10, 2)], "7.0", "10"),
        ([(3, 3), (4, 1)], "3.3", "3"),  # 3.25 is rounded up, as at school
        ([(9, 1), (2, 1), (4, 1), (10, 1)], "6.3", "6.5"),
        ([(5, 10_000), (6, 9_999)], "5.5", "5"),
    ],
)
def test_marks_have_a_mean_of_one_decimal_and_the_mark_in_the_middle(said: Said, mean: str, median: str) -> None:
    found = tallied({"type": "scale"}, said).found
    assert isinstance(found, Marks)
    assert (found.mean, found.median) == (Decimal(mean), Decimal(median))
    assert [line.label for line in found.lines] == [str(mark) for mark in range(1, 11)]
    assert sum(line.many for line in found.lines) == sum(many for _, many in said)


@pytest.mark.parametrize(
    ("kind", "said", "numbers"),
    [
        ("number", [(12, 2), (3, 1)], ("3", "9.0", "12", "12")),
        ("number", [(-5, 1), (0, 1)], ("-5", "-2.5", "-2.5", "0")),
        ("decimal", [(0.5, 1), (2.75, 1), (12.0, 1)], ("0.5", "5.1", "2.75", "12")),
    ],
)
def test_numbers_have_their_range_mean_and_middle(kind: str, said: Said, numbers: tuple[str, ...]) -> None:
    least, mean, median, most = (Decimal(number) for number in numbers)
    assert tallied({"type": kind}, said).found == Numbers(least, mean, median, most)


def test_days_have_the_first_and_the_last() -> None:
    found = tallied({"type": "date"}, [("2026-10-15", 4), ("2026-09-01", 1), ("2026-10-02", 2)]).found
    assert found == Days(date(2026, 9, 1), date(2026, 10, 15))


def test_texts_are_only_counted() -> None:
    of = tallied({"type": "text"}, [("", 5), (None, 2)])
    assert (of.answered, of.skipped, of.found) == (5, 2, Texts())


@pytest.mark.parametrize("kind", ["single", "scale", "number", "date", "text", "yesno"])
def test_what_nobody_answered_has_no_numbers(kind: str) -> None:
    options = {"options": OPTIONS} if kind == "single" else {}
    for said in ([], [(None, 3)]):
        of = tallied({"type": kind, **options}, list(said))
        assert (of.answered, of.skipped, of.found) == (0, 3 if said else 0, None)


@pytest.mark.parametrize(
    ("many", "of", "share"),
    [(5, 10, 50), (1, 3, 33), (2, 3, 67), (1, 8, 13), (1, 200, 1), (1, 201, 0), (0, 7, 0), (7, 7, 100), (0, 0, 0)],
)
def test_a_share_is_whole_with_a_half_up(many: int, of: int, share: int) -> None:
    assert percent(many, of) == share


def test_of_a_long_list_those_are_shown_that_were_chosen_most() -> None:
    row: dict[str, object] = {"type": "dict_multi", "options": {f"o{at}": f"Предмет {at}" for at in range(30)}}
    of = tallied(row, [((f"o{at}",), at + 1) for at in range(10, 22)])
    lines, left = shown(of)
    assert [line.many for line in lines] == [22, 21, 20, 19, 18, 17, 16, 15]
    assert left == 22
    few, none_left = shown(tallied(row, [(("o3",), 1)]))
    assert ([line.label for line in few], none_left) == (["Предмет 3"], 29)


def test_every_mark_of_a_scale_is_shown() -> None:
    assert len(shown(tallied({"type": "scale", "start": 0, "end": 10}, [(0, 1)]))[0]) == 11


def test_notes_are_no_questions_and_have_no_number() -> None:
    form = form_of({"type": "note"}, {"type": "yesno"}, {"type": "note"}, {"type": "text"})
    assert [(each.number, each.question.key) for each in answerable(form)] == [(1, "q1"), (2, "q3")]


SMALL: dict[str, object] = {"type": "yesno"}
LARGE: dict[str, object] = {"type": "multi", "options": {f"o{at}": f"Вариант {at}" for at in range(10)}}
PRIVATE: dict[str, object] = {"type": "text", "private": True}


@pytest.mark.parametrize(
    ("rows", "split"),
    [
        ([SMALL], [[1]]),
        ([SMALL] * 4, [[1, 2, 3, 4]]),
        ([SMALL] * 5, [[1, 2, 3], [4, 5]]),
        ([SMALL] * 9, [[1, 2, 3, 4], [5, 6, 7], [8, 9]]),
        ([LARGE] * 4, [[1, 2], [3, 4]]),
        ([LARGE, SMALL, SMALL, LARGE, SMALL], [[1, 2], [3, 4, 5]]),
        ([SMALL, PRIVATE, SMALL], [[1, 3]]),
        ([PRIVATE], []),
        ([{"type": "note"}, SMALL], [[1]]),
    ],
)
def test_pages_hold_two_to_four_questions_that_may_be_shown(
    rows: list[dict[str, object]], split: list[list[int]]
) -> None:
    assert [[each.number for each in page] for page in pages(form_of(*rows))] == split
