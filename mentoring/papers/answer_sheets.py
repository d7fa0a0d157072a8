"""The sheets of answers that every workbook of a questionnaire has: what each person said, and how many said it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mentoring.papers.sheets import HEADING, PLAIN, Cell, Share, TextSheet
from mentoring.papers.values import BankAnswers, BankForm

NOBODY = "Пока никто не ответил"
ANSWERS, SUMMARY = "Ответы", "Сводка"
WISHES = "Пожелания (только координатору)"
BETWEEN = "; "

_ANSWER_WIDTH = 24
_COLUMNS_A_PAGE = 9
_ITALIC = {**PLAIN, "italic": True}


@dataclass(frozen=True, slots=True)
class Column:
    """What stands before the answers of a line."""

    heading: str
    width: float
    cell: Callable[[BankForm, BankAnswers], Cell]


NAME = Column("ФИО", 30, lambda _form, line: line.name)
VERSION = Column("Версия анкеты", 9, lambda form, _line: form.version)
SENT = Column("Отправлена", 12, lambda _form, line: line.sent_on or "")


def answers(sheet: TextSheet, forms: Sequence[BankForm], first: Sequence[Column], *, private: bool) -> None:
    """A question worded alike in two versions is one column; a reworded one has its own."""
    columns = list(dict.fromkeys(column for form in forms for column in _columns(form, private=private)))
    lines: list[tuple[Cell, ...]] = []
    for form in forms:
        own = _columns(form, private=private)
        for line in form.lines:
            said = dict(zip(own, _said(form, line, private=private), strict=True))
            if not private or any(said.values()):
                lines.append((*(each.cell(form, line) for each in first), *(said.get(each, "") for each in columns)))
    sheet.widths([each.width for each in first] + [_ANSWER_WIDTH] * len(columns))
    sheet.table([*(each.heading for each in first), *(title for title, _ in columns)], lines, empty=NOBODY)
    sheet.print_wide(pages_across=max(1, round((len(columns) + len(first)) / _COLUMNS_A_PAGE)))


def has_private(forms: Sequence[BankForm]) -> bool:
    """Is a sheet of wishes wanted?"""
    return any(question.private for form in forms for question in form.questions)


def counts(sheet: TextSheet, row: int, form: BankForm) -> int:
    """A small table per question with options, and the row after them."""
    for at, question in enumerate(form.questions):
        given = [line.answers[at] for line in form.lines if line.answers[at]]
        if question.options and not question.private and given:
            chosen = Counter(label for labels in given for label in labels)
            lines = [(label, chosen[label]) for label in question.options]
            row = count(sheet, row, question.title, lines, answered=len(given))
    return row


def count(
    sheet: TextSheet,
    row: int,
    title: str,
    lines: Sequence[tuple[str, int]],
    *,
    answered: int,
    more: Sequence[tuple[str, Cell]] = (),
) -> int:
    """One question's table, and the row after it; a share is of those who answered that question."""
    sheet.write_row(row, (title, "Сколько", "Доля") if lines else (title, "Ответы", ""), HEADING)
    for label, chosen in lines:
        row += 1
        sheet.write_row(row, (label, chosen, Share(chosen / answered)))
    for name, found in (*more, ("Ответили на вопрос", answered)):
        row += 1
        sheet.write(row, 0, name, _ITALIC)
        sheet.write(row, 1, found, _ITALIC)
    return row + 2


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
