"""The sheets that every bank's workbook has: answers under their questions, private ones apart, what was chosen."""

from collections import Counter
from collections.abc import Sequence

from mentoring.papers.sheets import HEADING, PLAIN, Cell, Share, TextBook, TextSheet
from mentoring.papers.values import BankAnswers, BankForm

NOBODY = "Пока никто не ответил"
ANSWERS, SUMMARY = "Ответы", "Сводка"
WISHES = "Пожелания (только координатору)"
BETWEEN = "; "

_FIRST = (("ФИО", 30), ("Версия анкеты", 9))
_ANSWER_WIDTH = 24
_COLUMNS_A_PAGE = 9
_BOLD = {**PLAIN, "bold": True}
_ITALIC = {**PLAIN, "italic": True}


def answers(writer: TextBook, forms: Sequence[BankForm]) -> None:
    """«Ответы», and what is for the coordinator alone on a sheet of its own."""
    _answers(writer.sheet(ANSWERS), forms, private=False)
    if any(question.private for form in forms for question in form.questions):
        _answers(writer.sheet(WISHES), forms, private=True)


def summary(
    sheet: TextSheet, heading: Sequence[str], counts: Sequence[tuple[str, int]], forms: Sequence[BankForm]
) -> None:
    """`heading` stands above the counts, line by line; the tables of each version's questions below."""
    sheet.widths([60, 14, 14])
    sheet.print_wide(heading=False)
    sheet.title(0, heading[0])
    for row, line in enumerate(heading[1:], start=1):
        sheet.write(row, 0, line, PLAIN)
    row = len(heading) + 1
    for title, count in counts:
        sheet.write(row, 0, title, _BOLD)
        sheet.write(row, 1, count, _BOLD)
        row += 1
    filled = [form for form in forms if form.lines]
    if not filled:
        sheet.write(row, 0, NOBODY, PLAIN)
    for form in filled:
        if len(filled) > 1:
            row += 1
            sheet.write(row, 0, f"Версия анкеты {form.version}: ответов {len(form.lines)}", _BOLD)
        row = _counts(sheet, row + 1, form)
    sheet.raw.ignore_errors({"number_stored_as_text": f"A1:C{row + 2}"})


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
