"""The bank as a workbook: right people in right columns, and nothing a person typed ever runs."""

import pickle
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from mentoring.papers.bank_sheets import ANSWERS, NOBODY, SUMMARY, WISHES
from mentoring.papers.mentee_bank import PEOPLE, build
from mentoring.papers.values import BankAnswers, BankForm, BankPerson, BankQuestion, MenteeBankBook
from tests.papers.workbooks import sheets, texts

NEED = BankQuestion("Нужен ли вам наставник?", ("Да", "Позже", "Нет"))
AREAS = BankQuestion("С чем помочь?", ("Урок", "Класс"))
FREE = BankQuestion("Какой вопрос решить?")
WISH = BankQuestion("У кого учиться?", private=True)
FIRST = BankForm(
    1,
    (NEED, AREAS, FREE, WISH),
    (
        BankAnswers("Берёзкина Алла Игоревна", (("Да",), ("Урок", "Класс"), ("Журнал",), ("Иванова А. П.",))),
        BankAnswers("Ли Юн", (("Нет",), (), (), ())),
    ),
)
REWORDED = BankQuestion("С чем помочь сейчас?", ("Урок", "Класс"))
SECOND = BankForm(2, (NEED, REWORDED), (BankAnswers("Полевой Глеб", (("Да",), ("Класс",))),))
BOOK = MenteeBankBook(
    school="Школа № 12",
    school_year="2026/2027",
    made_on="15.09.2026",
    made_at=datetime(2026, 9, 15, 12, tzinfo=UTC),
    people=(BankPerson(name="Берёзкина Алла Игоревна", subjects="Физика", sent_on=date(2026, 9, 14)),),
    forms=(FIRST, SECOND),
    invited=5,
    answered=3,
    excluded=2,
)
NASTY = [
    "=1+1",
    '=HYPERLINK("http://a.ru")',
    "+7",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "http://example.ru",
    "mailto:a@example.ru",
    "internal:Лист1!A1",
    "external:c:\\a.xlsx",
    "{=1+1}",
    "12",
    "1e5",
    "«ё» \"q\" 'a' <b>&amp;</b> {{ name }}",
    "Ж" * 40_000,
]

# Versions of the form and the three counts; whatever else looks like a number was typed.
OUR_NUMBERS = {PEOPLE: [], ANSWERS: [1] * len(NASTY), WISHES: [1] * len(NASTY), SUMMARY: [3, 5, 2]}


def crowd(size: int) -> MenteeBankBook:
    lines = tuple(BankAnswers(f"Полевой Глеб {at}", (("Да",), ("Урок",), (), ())) for at in range(size))
    return replace(
        BOOK,
        people=tuple(BankPerson(name=f"Полевой Глеб {at}") for at in range(size)),
        forms=(replace(FIRST, lines=lines),),
        invited=size,
        answered=size,
        excluded=0,
    )


def test_answers_stand_under_their_questions_and_versions_apart() -> None:
    assert texts(sheets(build(BOOK))[ANSWERS]) == [
        ["ФИО", "Версия анкеты", NEED.title, AREAS.title, FREE.title, REWORDED.title],
        ["Берёзкина Алла Игоревна", "1", "Да", "Урок; Класс", "Журнал", ""],
        ["Ли Юн", "1", "Нет", "", "", ""],
        ["Полевой Глеб", "2", "Да", "", "", "Класс"],
    ]


def test_two_questions_worded_alike_keep_both_answers() -> None:
    form = BankForm(1, (FREE, FREE), (BankAnswers("Ли Юн", (("раз",), ("два",))),))
    assert texts(sheets(build(replace(BOOK, forms=(form,))))[ANSWERS])[1] == ["Ли Юн", "1", "раз", "два"]


def test_private_wishes_are_on_their_own_sheet_only() -> None:
    book = sheets(build(BOOK))
    assert list(book) == [PEOPLE, ANSWERS, WISHES, SUMMARY]
    assert texts(book[WISHES])[1:] == [["Берёзкина Алла Игоревна", "1", "Иванова А. П."]]
    for title in (PEOPLE, ANSWERS, SUMMARY):
        assert not any("Иванова" in cell or WISH.title in cell for row in texts(book[title]) for cell in row)


def test_a_form_without_private_questions_has_no_such_sheet() -> None:
    assert WISHES not in sheets(build(replace(BOOK, forms=(SECOND,))))


def test_the_summary_counts_by_version_of_those_who_answered_the_question() -> None:
    lines = [tuple(filter(None, row)) for row in texts(sheets(build(BOOK))[SUMMARY])]
    for counted in (("Ответили", "3"), ("Всего в списке", "5"), ("Исключено: отозвано согласие", "2")):
        assert counted in lines
    first = lines.index(("Версия анкеты 1: ответов 2",))
    assert lines[first + 1 : first + 6] == [
        (NEED.title, "Сколько", "Доля"),
        ("Да", "1", "0.5"),
        ("Позже", "0", "0"),
        ("Нет", "1", "0.5"),
        ("Ответили на вопрос", "2"),
    ]
    assert ("Урок", "1", "1") in lines


def test_what_the_bot_counts_itself_are_numbers_and_days() -> None:
    book = sheets(build(BOOK))
    (sent,) = [cell for cell in book[PEOPLE][2] if isinstance(cell.value, datetime)]
    assert (str(sent.value), sent.number_format) == ("2026-09-14 00:00:00", "dd.mm.yyyy")
    assert book[ANSWERS]["B2"].value == 1
    shares = [cell for row in book[SUMMARY].iter_rows(min_col=3) for cell in row if cell.number_format == "0%"]
    assert shares[0].value == 0.5


@pytest.mark.parametrize("size", [0, 1, 2, 300])
def test_it_reads_well_with_any_number_of_people(size: int) -> None:
    book = sheets(build(crowd(size)))
    for title in (PEOPLE, ANSWERS):
        lines = texts(book[title])
        assert len(lines) == 1 + max(1, size)
        assert (lines[1][0] == NOBODY) is (size == 0)
        assert book[title].freeze_panes == "B2"
        assert (book[title].auto_filter.ref is None) is (size == 0)
        assert book[title].page_setup.orientation == "landscape"
        assert book[title].print_title_rows == "$1:$1"
        fit = book[title].sheet_properties.pageSetUpPr
        assert fit is not None
        assert fit.fitToPage
    assert any(NOBODY in row for row in texts(book[SUMMARY])) is (size == 0)


def test_nothing_typed_becomes_a_formula_a_link_or_a_number() -> None:
    people = tuple(BankPerson(name=text, position=text, subjects=text, wish=text) for text in NASTY)
    form = BankForm(1, (FREE, WISH), tuple(BankAnswers(text, ((text,), (text,))) for text in NASTY))
    content = build(replace(BOOK, people=people, forms=(form,), school="=1+1"))
    for sheet in sheets(content).values():
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {type(cell.value) for cell in cells} <= {str, int, float}
        assert "f" not in {cell.data_type for cell in cells}
        assert [cell.value for cell in cells if cell.data_type == "n"] == OUR_NUMBERS[sheet.title]
        assert not any(cell.hyperlink for cell in cells)
    with ZipFile(BytesIO(content)) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist() if "worksheets/" in name)
    assert b"<f>" not in parts
    assert b"hyperlink" not in parts


def test_long_surnames_and_signs_come_through_as_they_are() -> None:
    name = f"{'Ё' + 'ж' * 39} Алла-Вера О'Нил"
    signs = '«ё» "q" <b>&amp;</b> {{ name }} {% if %}'
    content = build(replace(BOOK, people=(BankPerson(name=name, position=signs),)))
    assert texts(sheets(content)[PEOPLE])[1][:2] == [name, signs]


def test_the_same_book_is_the_same_bytes_and_travels_to_the_worker() -> None:
    assert build(BOOK) == build(pickle.loads(pickle.dumps(BOOK)))  # noqa: S301 our own value
