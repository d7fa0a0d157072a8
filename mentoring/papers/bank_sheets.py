"""The sheets that every bank's workbook has: answers under their questions, private ones apart, what was chosen."""

from collections.abc import Sequence

from mentoring.papers import answer_sheets
from mentoring.papers.answer_sheets import ANSWERS, NAME, NOBODY, SUMMARY, VERSION, WISHES
from mentoring.papers.sheets import PLAIN, TextBook, TextSheet
from mentoring.papers.values import BankForm

__all__ = ["ANSWERS", "NOBODY", "SUMMARY", "WISHES", "answers", "summary"]

_BOLD = {**PLAIN, "bold": True}


def answers(writer: TextBook, forms: Sequence[BankForm]) -> None:
    """«Ответы», and what is for the coordinator alone on a sheet of its own."""
    answer_sheets.answers(writer.sheet(ANSWERS), forms, (NAME, VERSION), private=False)
    if answer_sheets.has_private(forms):
        answer_sheets.answers(writer.sheet(WISHES), forms, (NAME, VERSION), private=True)


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
        row = answer_sheets.counts(sheet, row + 1, form)
    sheet.raw.ignore_errors({"number_stored_as_text": f"A1:C{row + 2}"})
