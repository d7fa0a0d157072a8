"""The mentee bank as a workbook: people, answers, private wishes, counts."""

from collections import Counter
from collections.abc import Sequence

from mentoring.papers.sheets import HEADING, PLAIN, Cell, Share, TextBook, TextSheet
from mentoring.papers.values import BankAnswers, BankForm, BankPerson, MenteeBankBook

NOBODY = "Пока никто не ответил"
PEOPLE, ANSWERS, SUMMARY = "Люди", "Ответы", "Сводка"
WISHES = "Пожелания (только координатору)"
BETWEEN = "; "

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
_FIRST = (("ФИО", 30), ("Версия анкеты", 9))
_ANSWER_WIDTH = 24
_COLUMNS_A_PAGE = 9
_BOLD = {**PLAIN, "bold": True}
_ITALIC = {**PLAIN, "italic": True}


def build(book: MenteeBankBook) -> bytes:
    writer = TextBook(title=f"Банк наставляемых {book.school_year}", made_at=book.made_at)
    _people(writer.sheet(PEOPLE), book.people)
    _answers(writer.sheet(ANSWERS), book.forms, private=False)
    if any(question.private for form in book.forms for question in form.questions):
        _answers(writer.sheet(WISHES), book.forms, private=True)
    _summary(writer.sheet(SUMMARY), book)
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


def _answers(sheet: TextSheet, forms: Sequence[BankForm], *, private: bool) -> None:
    """A question worded alike in two versions is one column; a reworded one has its own."""
    columns = list(dict.fromkeys(column for form in forms for column in _columns(form, private=private)))
    lines: list[tuple[Cell, ...]] = []
    for form in forms:
        for line in form.lines:
            said = dict(zip(_columns(form, private=private), _said(form, line, private=private), strict=True))
            if not private or any(said.values()):
                lines.append((line.name, form.version, *(said.get(column, "") for column in columns)))
    sheet.widths([width for _, width in _FIRST] + [_ANSWER_WIDTH] * len(columns))
    sheet.table([*(heading for heading, _ in _FIRST), *(title for title, _ in columns)], lines, empty=NOBODY)
    sheet.print_wide(pages_across=max(1, round((len(columns) + 2) / _COLUMNS_A_PAGE)))


def _columns(form: BankForm, *, private: bool) -> list[tuple[str, int]]:
    """The titles in order, each with how many of the form's questions before it are worded the same."""
    met: Counter[str] = Counter()
    columns = []
    for question in form.questions:
        if question.private is private:
            columns.append((question.title, met[question.title]))
            met[question.title] += 1
    return columns


def _said(form: BankForm, line: BankAnswers, *, private: bool) -> list[str]:
    return [
        BETWEEN.join(labels)
        for question, labels in zip(form.questions, line.answers, strict=True)
        if question.private is private
    ]


def _summary(sheet: TextSheet, book: MenteeBankBook) -> None:
    sheet.widths([60, 14, 14])
    sheet.print_wide(heading=False)
    sheet.title(0, f"Банк наставляемых, {book.school_year} учебный год")
    sheet.write(1, 0, book.school, PLAIN)
    sheet.write(2, 0, f"На {book.made_on}", PLAIN)
    row = 4
    for title, count in (
        ("Ответили", book.answered),
        ("Всего в списке", book.invited),
        ("Исключено: отозвано согласие", book.excluded),
    ):
        sheet.write(row, 0, title, _BOLD)
        sheet.write(row, 1, count, _BOLD)
        row += 1
    if not book.answered:
        sheet.write(row, 0, NOBODY, PLAIN)
    filled = [form for form in book.forms if form.lines]
    for form in filled:
        if len(filled) > 1:
            row += 1
            sheet.write(row, 0, f"Версия анкеты {form.version}: ответов {len(form.lines)}", _BOLD)
        row = _counts(sheet, row + 1, form)
    sheet.raw.ignore_errors({"number_stored_as_text": f"A1:C{row + 2}"})


def _counts(sheet: TextSheet, row: int, form: BankForm) -> int:
    """A small table per question with options; a share is of those who answered that question."""
    for at, question in enumerate(form.questions):
        given = [line.answers[at] for line in form.lines if line.answers[at]]
        if not question.options or question.private or not given:
            continue
        chosen = Counter(label for labels in given for label in labels)
        sheet.write_row(row, (question.title, "Сколько", "Доля"), HEADING)
        for label in question.options:
            row += 1
            sheet.write_row(row, (label, chosen[label], Share(chosen[label] / len(given))))
        row += 1
        sheet.write(row, 0, "Ответили на вопрос", _ITALIC)
        sheet.write(row, 1, len(given), _ITALIC)
        row += 2
    return row
