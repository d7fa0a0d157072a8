"""The mentor bank as a workbook: readable with nobody and with hundreds, and nothing a person typed ever runs."""

import pickle
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mentoring.papers.bank_sheets import ANSWERS, SUMMARY, WISHES
from mentoring.papers.mentor_bank import ASKED, NOBODY, NOT_ASKED, PEOPLE, build
from mentoring.papers.values import AskedLine, BankAnswers, BankForm, BankQuestion, MentorBankBook, ReadyPerson
from tests.papers.workbooks import sheets, texts

READY = BankQuestion("Готов(а) ли быть наставником?", ("Да", "Нет"))
LIMITS = BankQuestion("Что учесть координатору", private=True)
FORM = BankForm(1, (READY, LIMITS), (BankAnswers("Ли Юн", (("Да",), ("Вторник",))),))
BOOK = MentorBankBook(
    school="Школа № 12",
    school_year="2026/2027",
    made_on="15.09.2026",
    made_at=datetime(2026, 9, 15, 12, tzinfo=UTC),
    people=(ReadyPerson(name="Ли Юн", ready="Да", capacity=2, minds="больше двух коллег сразу"),),
    forms=(FORM,),
    asked=(AskedLine("Ли Юн", "учитель", date(2026, 9, 8), date(2026, 9, 22), "отправлена"),),
    counts=(("Готовы", 1), ("Всего мест", 2)),
)
NASTY = ["=1+1", '=HYPERLINK("http://a.ru")', "+7", "@SUM(A1)", "http://example.ru", "12", "{=1+1}"]


def test_each_sheet_has_its_lines() -> None:
    book = sheets(build(BOOK))
    assert list(book) == [PEOPLE, ANSWERS, WISHES, ASKED, SUMMARY]
    assert texts(book[PEOPLE])[1][:4] == ["Ли Юн", "", "Да", "2"]
    assert texts(book[ASKED])[1][0] == "Ли Юн"
    assert [tuple(filter(None, row)) for row in texts(book[SUMMARY])][4:6] == [("Готовы", "1"), ("Всего мест", "2")]


def test_what_is_for_the_coordinator_is_on_its_own_sheet_only() -> None:
    book = sheets(build(BOOK))
    assert texts(book[WISHES])[1:] == [["Ли Юн", "1", "Вторник"]]
    for title in (PEOPLE, ANSWERS, ASKED, SUMMARY):
        assert not any("Вторник" in cell for row in texts(book[title]) for cell in row)


@pytest.mark.parametrize("size", [0, 1, 300])
def test_it_reads_well_with_any_number_of_people(size: int) -> None:
    people = tuple(ReadyPerson(name=f"Полевой Глеб {at}") for at in range(size))
    asked = tuple(replace(BOOK.asked[0], name=f"Полевой Глеб {at}") for at in range(size))
    book = sheets(build(replace(BOOK, people=people, asked=asked, forms=())))
    for title, nobody in ((PEOPLE, NOBODY), (ASKED, NOT_ASKED)):
        lines = texts(book[title])
        assert len(lines) == 1 + max(1, size)
        assert (lines[1][0] == nobody) is (size == 0)
        assert book[title].print_title_rows == "$1:$1"


def test_nothing_typed_becomes_a_formula_or_a_link() -> None:
    people = tuple(ReadyPerson(name=text, position=text, areas=text) for text in NASTY)
    form = BankForm(1, (READY, LIMITS), tuple(BankAnswers(text, ((text,), (text,))) for text in NASTY))
    asked = tuple(replace(BOOK.asked[0], name=text, position=text) for text in NASTY)
    for sheet in sheets(build(replace(BOOK, people=people, forms=(form,), asked=asked, school="=1+1"))).values():
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert "f" not in {cell.data_type for cell in cells}
        assert not any(cell.hyperlink for cell in cells)
        assert not any(cell.data_type == "n" and str(cell.value) == "12" for cell in cells)


def test_the_same_book_is_the_same_bytes_and_travels_to_the_worker() -> None:
    assert build(BOOK) == build(pickle.loads(pickle.dumps(BOOK)))  # noqa: S301 our own value
