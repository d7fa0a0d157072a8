"""What a school may send: pairs, a timetable, a list of people, a questionnaire; none of them is taken for another."""

from datetime import UTC, datetime

import pytest

from mentoring import files
from mentoring.papers import (
    mentor_bank,
    pairs_book,
    pairs_template,
    staff_template,
    table_reader,
    timetable_template,
    worker,
)
from mentoring.papers.uploads import FileProblem
from mentoring.papers.values import FormRead, SheetRead, SheetRefused, StaffListRead
from mentoring.rules.colleagues import Colleague
from mentoring.rules.pairs_sheet import looks_like_pairs
from mentoring.rules.timetables import looks_like_timetable
from storage.vocabulary.pairs import SheetKind
from tests.papers.questionnaires import DICTIONARIES
from tests.papers.test_mentor_bank import BOOK as MENTORS
from tests.papers.test_pairs_book import BOOK as PAIRS
from tests.papers.workbooks import workbook

MADE_AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
NAMES = ("Соколова Анна Ильинична", "Ли Юн")
OF_PAIRS = {
    "our template": pairs_template.build(NAMES, made_at=MADE_AT),
    "our book": pairs_book.build(PAIRS),
    "the school's": workbook(("№ п/п", "Наставник", "Молодой специалист", "Класс"), (1, *NAMES, "5А")),
}
OF_LESSONS = {
    "our template": timetable_template.build(NAMES, days=6, lessons=8, made_at=MADE_AT),
    "the school's": workbook(("Учитель", "Пн", "", "Вт"), ("", 1, 2, 1), (NAMES[0], "5А")),
}
OTHERS = {
    "staff template": staff_template.build(("Физика",), ("5–9 классы",), ("1–3 года",), made_at=MADE_AT),
    "staff": workbook(("ФИО", "Должность", "Роль", "Предмет"), (NAMES[0], "учитель", "наставник", "Физика")),
    "questionnaire": worker.new_questionnaire(MADE_AT),
    "mentor bank": mentor_bank.build(MENTORS),
    "a timetable of classes": workbook(("Класс", "Понедельник"), ("5А", "Физика")),
}


def looks(content: bytes) -> tuple[bool, bool]:
    """Like pairs, like a timetable."""
    found = [table_reader.read(content, each) for each in (looks_like_pairs, looks_like_timetable)]
    return not isinstance(found[0], FileProblem), not isinstance(found[1], FileProblem)


@pytest.mark.parametrize("name", OF_PAIRS)
def test_a_sheet_of_pairs_is_no_timetable(name: str) -> None:
    assert looks(OF_PAIRS[name]) == (True, False)


@pytest.mark.parametrize("name", OF_LESSONS)
def test_a_timetable_is_no_sheet_of_pairs(name: str) -> None:
    assert looks(OF_LESSONS[name]) == (False, True)


STAFF = (Colleague(1, NAMES[0]), Colleague(2, NAMES[1]))


@pytest.mark.parametrize(
    ("name", "kind"),
    [*((name, SheetKind.PAIRS) for name in OF_PAIRS), *((name, SheetKind.TIMETABLE) for name in OF_LESSONS)],
)
def test_a_file_that_was_sent_is_known_for_what_it_is(name: str, kind: SheetKind) -> None:
    """Empty templates too: their headings say enough."""
    content = (OF_PAIRS if kind is SheetKind.PAIRS else OF_LESSONS)[name]
    found = worker.sent_table(content, files.dictionaries(), [], DICTIONARIES, STAFF)
    assert isinstance(found, SheetRefused if name == "our template" else SheetRead)
    assert found.kind is kind


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_neither_is_never_kept_as_either(name: str) -> None:
    found = worker.sent_table(OTHERS[name], files.dictionaries(), [], DICTIONARIES, STAFF)
    assert not isinstance(found, SheetRead | SheetRefused)


@pytest.mark.parametrize("content", [*OF_PAIRS.values(), *OF_LESSONS.values()])
def test_neither_is_a_questionnaire(content: bytes) -> None:
    """Columns of names they have: both must be looked for before a list of people is."""
    assert not isinstance(worker.sent_table(content, files.dictionaries(), [], DICTIONARIES), FormRead)


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_neither_is_left_to_its_own_reader(name: str) -> None:
    assert looks(OTHERS[name]) == (False, False)


def test_a_list_of_people_is_read_as_ever() -> None:
    assert isinstance(worker.sent_table(OTHERS["staff"], files.dictionaries(), [], DICTIONARIES), StaffListRead)
