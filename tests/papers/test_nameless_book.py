"""Results without names as a workbook: counts by question, the few hidden, words in their own order."""

import pickle
from datetime import UTC, datetime

from mentoring import forms
from mentoring.papers.nameless_book import COMMENTS, NO_COMMENTS, RESULTS, build
from mentoring.papers.values import Comments, NamelessBook
from mentoring.rules.tally import Counted, answerable, hidden_below, tally
from tests.papers.workbooks import sheets, texts

FORM = forms.load().get("event_feedback")
USEFUL, ORG, APPLY, TAKE, IMPROVE = answerable(FORM)


def book(*comments: Comments) -> NamelessBook:
    return NamelessBook(
        title=FORM.title,
        school="Школа № 12",
        head="Без имён, закрыта 23.09.2026, ответили 6 из 7.",
        response="Приглашены 7, ответили 6 (86 %).",
        made_at=datetime(2026, 9, 23, 12, tzinfo=UTC),
        tallies=(
            tally(APPLY, [Counted("sure", 5), Counted("maybe", 1)]),
            hidden_below(tally(TAKE, [Counted("=1+1", 4)]), 5),
            hidden_below(tally(USEFUL, [Counted(3, 2)]), 5),
        ),
        comments=comments,
    )


def test_counts_stand_in_it_and_of_the_few_nothing() -> None:
    lines = [tuple(filter(None, row)) for row in texts(sheets(build(book()))[RESULTS])]
    assert lines[:4] == [(FORM.title,), ("Школа № 12",), (book().head,), (book().response,)]
    assert lines[5:] == [
        ("Примените что-то в ближайший месяц?", "Сколько", "Доля"),
        ("Да, уже знаю что", "5", "0.8333333333333334"),
        ("Возможно", "1", "0.1666666666666667"),
        ("Скорее нет", "0", "0"),
        ("Ответили на вопрос", "6"),
        (),
        ("Что именно возьмёте в работу?",),
        ("Мало ответов (меньше 5).",),
        (),
        ("Насколько встреча была полезной?",),
        ("Мало ответов (меньше 5).",),
    ]


def test_words_have_a_sheet_of_their_own_in_their_own_order() -> None:
    said = Comments(IMPROVE.question.title, ("=1+1", "Больше примеров"))
    assert texts(sheets(build(book(said)))[COMMENTS]) == [
        ["Вопрос", "Ответ"],
        ["Что улучшить в следующий раз?", "=1+1"],
        ["Что улучшить в следующий раз?", "Больше примеров"],
    ]
    assert texts(sheets(build(book()))[COMMENTS])[1][0] == NO_COMMENTS


def test_the_same_round_is_the_same_bytes_however_often_it_is_taken() -> None:
    assert build(book()) == build(pickle.loads(pickle.dumps(book())))  # noqa: S301 our own value
