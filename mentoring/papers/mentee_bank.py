"""The mentee bank as a workbook: people, answers, private wishes, counts."""

from collections.abc import Sequence

from mentoring.papers import bank_sheets
from mentoring.papers.bank_sheets import NOBODY, SUMMARY
from mentoring.papers.sheets import Cell, TextBook, TextSheet
from mentoring.papers.values import BankPerson, MenteeBankBook

PEOPLE = "Люди"

_PERSON = (
    ("ФИО", 30),
    ("Должность", 22),
    ("Предметы", 28),
    ("Классы", 16),
    ("Стаж", 14),
    ("Нужен ли наставник", 22),
    ("Анкета", 18),
    ("Отправлена", 12),
    ("Просмотрена", 13),
    ("Как получена", 14),
    ("Согласие в боте", 12),
    ("Бланк согласия получен", 13),
)


def build(book: MenteeBankBook) -> bytes:
    writer = TextBook(title=f"Банк наставляемых {book.school_year}", made_at=book.made_at)
    _people(writer.sheet(PEOPLE), book.people)
    bank_sheets.answers(writer, book.forms)
    bank_sheets.summary(
        writer.sheet(SUMMARY),
        (f"Банк наставляемых, {book.school_year} учебный год", book.school, f"На {book.made_on}"),
        (
            ("Ответили", book.answered),
            ("Всего в списке", book.invited),
            ("Исключено: отозвано согласие", book.excluded),
        ),
        book.forms,
    )
    return writer.content()


def _people(sheet: TextSheet, people: Sequence[BankPerson]) -> None:
    sheet.widths([width for _, width in _PERSON])
    sheet.table([heading for heading, _ in _PERSON], [_person(person) for person in people], empty=NOBODY)
    sheet.print_wide()


def _person(person: BankPerson) -> tuple[Cell, ...]:
    return (
        person.name,
        person.position,
        person.subjects,
        person.levels,
        person.experience,
        person.wish,
        person.request,
        person.sent_on or "",
        person.seen_on or "",
        person.source,
        person.consented_on or "",
        person.paper_received_on or "",
    )
