"""Dates as people type and press them."""

from datetime import date

import pytest

from mentoring.rules.forms import Question, QuestionKind, Tense
from mentoring.rules.questionnaire import Accepted, Chosen, Refusal, RefusalReason, Typed, accept

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "tense", "day"),
    [
        ("сегодня", Tense.ANY, "2026-11-24"),
        ("Вчера", Tense.ANY, "2026-11-23"),
        ("завтра", Tense.ANY, "2026-11-25"),
        ("5.10", Tense.ANY, "2026-10-05"),
        ("5.10", Tense.FUTURE, "2027-10-05"),
        ("15.01", Tense.FUTURE, "2027-01-15"),
        ("15.01", Tense.ANY, "2027-01-15"),
        ("15.01", Tense.PAST, "2026-01-15"),
        ("05.10.2025", Tense.ANY, "2025-10-05"),
        ("5.10.25", Tense.ANY, "2025-10-05"),
        ("5/10/2025 г.", Tense.ANY, "2025-10-05"),
        ("5 октября", Tense.ANY, "2026-10-05"),
        ("5-го октября 2025 года", Tense.ANY, "2025-10-05"),
        ("1 мая", Tense.FUTURE, "2027-05-01"),
        ("1 марта", Tense.FUTURE, "2027-03-01"),
        ("5 окт.", Tense.ANY, "2026-10-05"),
        ("2025-10-05", Tense.ANY, "2025-10-05"),
        ("29.02", Tense.ANY, None),
        ("31.04", Tense.ANY, None),
        ("5.13", Tense.ANY, None),
        ("пятого числа", Tense.ANY, None),
        ("05.10.1925", Tense.ANY, None),
        ("0.0", Tense.ANY, None),
        ("", Tense.ANY, None),
    ],
)
def test_dates_are_read_as_people_write_them(said: str, tense: Tense, day: str | None) -> None:
    question = Question(key="day", kind=QuestionKind.DATE, text="Когда?", tense=tense)
    outcome = accept(question, Typed(said), today=TODAY)
    assert outcome == (Accepted(day) if day else Refusal(RefusalReason.NOT_A_DATE))


@pytest.mark.parametrize(
    ("said", "tense", "reason"),
    [
        (Typed("сегодня"), Tense.FUTURE, RefusalReason.DATE_PASSED),
        (Typed("05.10.2026"), Tense.FUTURE, RefusalReason.DATE_PASSED),
        (Typed("05.10.2027"), Tense.PAST, RefusalReason.DATE_AHEAD),
        (Chosen("tomorrow"), Tense.PAST, RefusalReason.DATE_AHEAD),
    ],
)
def test_a_day_on_the_wrong_side_of_today_is_refused(said: Chosen | Typed, tense: Tense, reason: RefusalReason) -> None:
    question = Question(key="day", kind=QuestionKind.DATE, text="Когда?", tense=tense)
    assert accept(question, said, today=TODAY) == Refusal(reason)


def test_date_buttons_are_words_or_iso_dates() -> None:
    question = Question(key="day", kind=QuestionKind.DATE, text="Когда?")
    assert accept(question, Chosen("yesterday"), today=TODAY) == Accepted("2026-11-23")
    assert accept(question, Chosen("2026-12-01"), today=TODAY) == Accepted("2026-12-01")
    with pytest.raises(ValueError, match="today"):
        accept(question, Typed("5.10"))
