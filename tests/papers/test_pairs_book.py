"""The pairs as a workbook: every line whole, nothing that a person typed ever runs, and it can be read back."""

import pickle
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mentoring.papers.pairs_book import NO_PAIRS, NOBODY, PAIRS, SUMMARY, WAITING, build
from mentoring.papers.pairs_reader import read
from mentoring.papers.pairs_values import PairLine, PairMark, PairsBook, WaitingLine
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules.colleagues import Colleague
from mentoring.rules.pairs_sheet import FORMATS, PairReason, PairsRead, looks_like_pairs
from mentoring.rules.tables import Table
from tests.papers.workbooks import sheets, texts

NAMES = (
    "Соколова Анна Ильинична",
    "Рябинин Игорь Львович",
    "Ли Юн",
    "Константинопольская-Заречная Елизавета Владиславовна",
    "Берёзова Ольга Петровна",
)
STAFF = tuple(Colleague(at, name) for at, name in enumerate(NAMES, start=1))
PAIR = PairLine(
    mentors=(NAMES[0],),
    mentees=(NAMES[1],),
    mark=PairMark.ACTIVE,
    format=FORMATS["one_to_one"],
    starts_on=date(2026, 10, 1),
    ends_on=date(2027, 5, 31),
    order_number="45-к",
    order_on=date(2026, 9, 28),
    consents="оба получены",
    programme="утверждена",
    meetings=12,
    last_meeting_on=date(2026, 11, 20),
    next_step="посетить урок",
)
GROUP = replace(PAIR, mentors=NAMES[:1], mentees=NAMES[2:4], format=FORMATS["group"], mark=PairMark.PAUSED)
BOOK = PairsBook(
    school="Школа № 12",
    school_year="2026/2027",
    made_on="26.11.2026",
    made_at=datetime(2026, 11, 26, 12, tzinfo=UTC),
    pairs=(PAIR, GROUP),
    waiting=(WaitingLine(NAMES[4], 34, "Урок и методика", "психолог, материалы"),),
    counts=(("Пар и групп", 2), ("Без пары", 1)),
)
NASTY = ["=1+1", '=HYPERLINK("http://a.ru")', "+7", "@SUM(A1)", "http://example.ru", "12", "{=1+1}"]


def of(*pairs: PairLine) -> PairsBook:
    return replace(BOOK, pairs=pairs)


def read_back(book: PairsBook) -> PairsRead:
    found = read(build(book), STAFF)
    assert isinstance(found, PairsRead), found
    return found


def test_each_sheet_has_its_lines() -> None:
    book = sheets(build(BOOK))
    assert list(book) == [PAIRS, WAITING, SUMMARY]
    assert texts(book[PAIRS])[1:] == [
        ["1", NAMES[0], NAMES[1], "Один на один", "работает", "01.10.2026 – 31.05.2027", "№ 45-к от 28.09.2026",
         "оба получены", "утверждена", "12", "20.11.2026", "посетить урок"],
        ["2", NAMES[0], f"{NAMES[2]}\n{NAMES[3]}", "Группа коллег", "на паузе", "01.10.2026 – 31.05.2027",
         "№ 45-к от 28.09.2026", "оба получены", "утверждена", "12", "20.11.2026", "посетить урок"],
    ]  # fmt: skip
    assert texts(book[WAITING])[1] == [NAMES[4], "34", "Урок и методика", "психолог, материалы"]
    assert [tuple(filter(None, row)) for row in texts(book[SUMMARY])][4:] == [("Пар и групп", "2"), ("Без пары", "1")]


@pytest.mark.parametrize(
    ("pair", "term", "order"),
    [
        (replace(PAIR, ends_on=None), "с 01.10.2026", "№ 45-к от 28.09.2026"),
        (replace(PAIR, starts_on=None, order_on=None), "по 31.05.2027", "№ 45-к"),
        (replace(PAIR, starts_on=None, ends_on=None, order_number=""), "", "от 28.09.2026"),
        (replace(PAIR, order_number="", order_on=None), "01.10.2026 – 31.05.2027", ""),
    ],
)
def test_what_is_not_known_is_an_empty_place(pair: PairLine, term: str, order: str) -> None:
    assert texts(sheets(build(of(pair)))[PAIRS])[1][5:7] == [term, order]


def test_the_sheet_of_pairs_can_be_sent_back() -> None:
    found = read_back(BOOK)
    assert [(each.mentors, each.mentees, each.format, each.row) for each in found.pairs] == [
        ((1,), (2,), "one_to_one", 2),
        ((1,), (3, 4), "group", 3),
    ]
    for each in found.pairs:
        assert (each.starts_on, each.ends_on) == (PAIR.starts_on, PAIR.ends_on)
        assert (each.order_number, each.order_on) == (PAIR.order_number, PAIR.order_on)
    assert found.problems == ()


@pytest.mark.parametrize("mark", PairMark)
def test_only_what_is_at_work_comes_back(mark: PairMark) -> None:
    found = read_back(of(replace(PAIR, mark=mark)))
    assert bool(found.pairs) is (mark in {PairMark.ACTIVE, PairMark.PAUSED})
    assert {each.reason for each in found.problems} == (set() if found.pairs else {PairReason.NOT_AT_WORK})


@pytest.mark.parametrize(
    ("pair", "left_open"),
    [
        (replace(PAIR, ends_on=None), {PairReason.END_MISSING}),
        (replace(PAIR, order_number=""), {PairReason.ORDER_MISSING}),
        (replace(PAIR, order_on=None), {PairReason.ORDER_DATE_MISSING}),
        (replace(PAIR, format=""), {PairReason.FORMAT_MISSING}),
        (replace(PAIR, mentors=NAMES[:2], mentees=NAMES[2:], format=FORMATS["group"]), set()),
    ],
)
def test_what_is_left_open_comes_back_open(pair: PairLine, left_open: set[PairReason]) -> None:
    found = read_back(of(pair))
    assert len(found.pairs) == 1
    assert {each.reason for each in found.problems} == left_open


@pytest.mark.parametrize("size", [0, 1, 300])
def test_it_reads_well_with_any_number_of_pairs(size: int) -> None:
    waiting = tuple(WaitingLine(f"Полевой Глеб {at}", at) for at in range(size))
    book = sheets(build(replace(BOOK, pairs=(PAIR,) * size, waiting=waiting)))
    for title, nobody in ((PAIRS, NO_PAIRS), (WAITING, NOBODY)):
        lines = texts(book[title])
        assert len(lines) == 1 + max(1, size)
        assert (lines[1][0] == nobody) is (size == 0)
        assert book[title].print_title_rows == "$1:$1"


def test_a_school_without_pairs_sends_back_nobody() -> None:
    content = build(replace(BOOK, pairs=(), waiting=()))
    assert read(content, STAFF) == FileProblem(FileReason.NO_ROWS)
    assert not looks_like_pairs(Table(WAITING, tuple(map(tuple, texts(sheets(content)[WAITING])))))


def test_every_cell_of_the_lists_is_text_and_nothing_typed_runs() -> None:
    pairs = tuple(
        replace(PAIR, mentors=(text,), mentees=(text, text), format=text, consents=text, programme=text, next_step=text)
        for text in NASTY
    )
    waiting = tuple(WaitingLine(text, 12, text, text) for text in NASTY)
    for sheet in sheets(build(replace(BOOK, pairs=pairs, waiting=waiting, school="=1+1"))).values():
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} == {"s"}
        assert not any(cell.hyperlink for cell in cells)


def test_the_same_book_is_the_same_bytes_and_travels_to_the_worker() -> None:
    assert build(BOOK) == build(pickle.loads(pickle.dumps(BOOK)))  # noqa: S301 our own value
