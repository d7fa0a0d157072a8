"""The mentor bank as a workbook: who is ready, answers, what is for the coordinator alone, who was asked, counts."""

from collections.abc import Sequence

from mentoring.papers import bank_sheets
from mentoring.papers.bank_sheets import SUMMARY
from mentoring.papers.sheets import Cell, TextBook, TextSheet
from mentoring.papers.values import AskedLine, MentorBankBook, ReadyPerson

PEOPLE, ASKED = "Наставники", "Приглашены"
NOBODY = "Готовых пока нет"
NOT_ASKED = "Никого ещё не приглашали"

_PERSON = (
    ("ФИО", 30),
    ("Должность", 22),
    ("Готовность", 24),
    ("Сколько коллег", 9),
    ("Пауза", 14),
    ("Предметы", 24),
    ("Классы", 16),
    ("Стаж", 14),
    ("Категория", 20),
    ("Направления", 36),
    ("Формы", 28),
    ("Время", 24),
    ("Готовность, 1–10", 11),
    ("Обратить внимание", 36),
    ("Отправлена", 12),
    ("Просмотрена", 13),
    ("Как получена", 14),
    ("Согласие на данные", 12),
    ("Бланк согласия получен", 13),
)
_ASKED = (("ФИО", 30), ("Должность", 22), ("Приглашение", 13), ("Ответить до", 13), ("Анкета", 24))


def build(book: MentorBankBook) -> bytes:
    writer = TextBook(title=f"Банк наставников {book.school_year}", made_at=book.made_at)
    _people(writer.sheet(PEOPLE), book.people)
    bank_sheets.answers(writer, book.forms)
    _asked(writer.sheet(ASKED), book.asked)
    heading = (f"Банк наставников, {book.school_year} учебный год", book.school, f"На {book.made_on}")
    bank_sheets.summary(writer.sheet(SUMMARY), heading, book.counts, book.forms)
    return writer.content()


def _people(sheet: TextSheet, people: Sequence[ReadyPerson]) -> None:
    sheet.widths([width for _, width in _PERSON])
    sheet.table([heading for heading, _ in _PERSON], [_person(person) for person in people], empty=NOBODY)
    sheet.print_wide(pages_across=2)


def _person(person: ReadyPerson) -> tuple[Cell, ...]:
    return (
        person.name,
        person.position,
        person.ready,
        person.capacity or "",
        person.paused,
        person.subjects,
        person.levels,
        person.experience,
        person.category,
        person.areas,
        person.formats,
        person.time,
        person.sure,
        person.minds,
        person.sent_on or "",
        person.seen_on or "",
        person.source,
        person.consented_on or "",
        person.paper_received_on or "",
    )


def _asked(sheet: TextSheet, asked: Sequence[AskedLine]) -> None:
    sheet.widths([width for _, width in _ASKED])
    lines = [(each.name, each.position, each.asked_on, each.answer_by, each.answer) for each in asked]
    sheet.table([heading for heading, _ in _ASKED], lines, empty=NOT_ASKED)
    sheet.print_wide()
