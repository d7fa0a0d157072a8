"""Results as a workbook: the counts of each version, and everybody's answers in words."""

import json
import pickle
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import load_workbook

from mentoring.papers.answer_sheets import NOBODY, SUMMARY
from mentoring.papers.tally_book import PRIVATE, build
from mentoring.papers.values import TallyBook, TallyVersion
from tests.papers.tallied import FORM, form_of
from tests.papers.workbooks import sheets, texts

ANSWERS = "Ответы, версия 2"


def line(name: str, day: int, **said: object) -> str:
    return json.dumps([[name, f"2026-09-{day:02}", said]], ensure_ascii=False)


FIRST = TallyVersion(
    FORM,
    2,
    3,
    (
        line("Берёзкина Алла Игоревна", 8, areas=["o0", "o1"], ready=True, sure=7, years=12, since="2026-09-15"),
        line(
            "Ли Юн",
            9,
            areas=["o1"],
            ready=False,
            why="=1+1",
            sure=10,
            years=3,
            since="2026-10-01",
            wish="Громова Л. С.",
        ),
        line("Полевой Глеб", 9, areas=None, ready=True, why="скрыто", sure=None),
    ),
)
BOOK = TallyBook(
    title=FORM.title,
    school="Школа № 12",
    made_on="15.09.2026",
    made_at=datetime(2026, 9, 15, 12, tzinfo=UTC),
    versions=(FIRST,),
)


def summary(book: TallyBook) -> list[tuple[str, ...]]:
    return [tuple(filter(None, row)) for row in texts(sheets(build(book))[SUMMARY])]


def test_everybodys_answers_stand_in_words_under_the_questions_that_are_answered() -> None:
    book = sheets(build(BOOK))
    assert list(book) == [SUMMARY, ANSWERS, PRIVATE]
    heading, first, second, third = texts(book[ANSWERS])
    assert heading[:5] == [
        "ФИО",
        "Отправлена",
        "В чём вы готовы помогать?",
        "Готовы ли вы стать наставником?",
        "Почему?",
    ]
    assert "Спасибо, что отвечаете." not in heading
    assert first[0] == "Берёзкина Алла Игоревна"
    assert first[1] == "2026-09-08 00:00:00"
    assert first[2].count("; ") == 1
    assert first[3:] == ["Да", "", "7", "12", "15.09.2026"]
    assert second[3:5] == ["Нет", "=1+1"]
    assert third[2:5] == ["", "Да", ""]  # what a later answer has hidden is no answer


def test_private_answers_have_a_sheet_of_their_own() -> None:
    book = sheets(build(BOOK))
    assert texts(book[PRIVATE]) == [
        ["ФИО", "Версия анкеты", "С кем бы вы хотели работать?"],
        ["Ли Юн", "2", "Громова Л. С."],
    ]
    assert not any("Громова" in cell for title in (SUMMARY, ANSWERS) for row in texts(book[title]) for cell in row)
    without = form_of({"type": "yesno"})
    assert PRIVATE not in sheets(build(replace(BOOK, versions=(TallyVersion(without, 2, 0, ()),))))


def test_the_summary_counts_each_question_of_those_who_answered_it() -> None:
    lines = summary(BOOK)
    start = lines.index(("Версия анкеты 2",))
    assert lines[start + 1 : start + 3] == [("Ответили", "3"), ("Начали и не отправили", "3")]
    ready = lines.index(("Готовы ли вы стать наставником?", "Сколько", "Доля"))
    assert [row[0] for row in lines[ready + 1 : ready + 4]] == ["Да", "Нет", "Ответили на вопрос"]
    assert lines[ready + 1][1] == "2"
    assert lines[ready + 2][1] == "1"
    assert ("Не отвечали", "1") in lines
    sure = lines.index(("Насколько вы уверены?", "Сколько", "Доля"))
    assert lines[sure + 7] == ("7", "1", "0.5")
    assert lines[sure + 11 : sure + 15] == [
        ("Среднее", "8.5"), ("Медиана", "8.5"), ("Не отвечали", "1"), ("Ответили на вопрос", "2"),
    ]  # fmt: skip
    years = lines.index(("Сколько лет вы в школе?", "Ответы"))
    assert lines[years + 1 : years + 5] == [
        ("Наименьшее", "3"),
        ("Среднее", "7.5"),
        ("Медиана", "7.5"),
        ("Наибольшее", "12"),
    ]
    since = lines.index(("С какого числа вы готовы начать?", "Ответы"))
    assert lines[since + 1 : since + 3] == [
        ("Первый день", "2026-09-15 00:00:00"), ("Последний день", "2026-10-01 00:00:00"),
    ]  # fmt: skip
    why = lines.index(("Почему?", "Ответы"))
    assert lines[why + 1] == ("Ответили на вопрос", "1")
    assert not any("=1+1" in cell for row in lines for cell in row)


def test_versions_have_sheets_of_their_own_also_when_their_numbers_are_the_same() -> None:
    older = TallyVersion(form_of({"type": "yesno", "text": "Готовы?"}), 1, 0, (line("Ли Юн", 1, q0=True),))
    same = replace(older, version=2)
    book = sheets(build(replace(BOOK, versions=(FIRST, same, older))))
    assert list(book) == [SUMMARY, ANSWERS, "Ответы, версия 2 (2)", "Ответы, версия 1", PRIVATE]
    assert texts(book["Ответы, версия 1"]) == [["ФИО", "Отправлена", "Готовы?"], ["Ли Юн", "2026-09-01 00:00:00", "Да"]]


def test_nobodys_answers_are_a_sentence() -> None:
    book = replace(BOOK, versions=(replace(FIRST, packs=()),))
    assert (NOBODY,) in summary(book)
    assert texts(sheets(build(book))[ANSWERS])[1][0] == NOBODY


def test_nothing_typed_becomes_a_formula_and_our_numbers_are_numbers() -> None:
    book = load_workbook(BytesIO(build(BOOK)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert {cell.value for cell in book[SUMMARY]["B"] if cell.data_type == "n"} >= {3, 8.5, 7.5, 12}


def test_the_same_book_is_the_same_bytes_and_travels_to_the_worker() -> None:
    assert build(BOOK) == build(pickle.loads(pickle.dumps(BOOK)))  # noqa: S301 our own value
