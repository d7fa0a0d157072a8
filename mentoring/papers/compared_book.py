"""Start against end as a workbook: a line a question, means and their difference as numbers."""

from datetime import datetime

from mentoring.papers import monitoring_words as words
from mentoring.papers.monitoring_values import ComparedPaper
from mentoring.papers.sheets import HEADING, NOTE, PLAIN, Cell, TextBook, TextSheet
from mentoring.rules.comparison import Compared, Measured

SHEET = "Старт и итог"
HEADINGS = ("Вопрос", "Старт: среднее", "Итог: среднее", "Изменение", "Ответили на старте", "Ответили в итоге")
_WIDTHS = (60, 16, 16, 14, 14, 14)


def build(paper: ComparedPaper, school: str, made_at: datetime) -> bytes:
    writer = TextBook(title=words.title(paper), made_at=made_at)
    _sheet(writer.sheet(SHEET), paper, school)
    return writer.content()


def _sheet(sheet: TextSheet, paper: ComparedPaper, school: str) -> None:
    sheet.widths(_WIDTHS)
    sheet.print_wide(heading=False)
    sheet.title(0, words.title(paper))
    for row, line in enumerate((school, *words.heads(paper)), start=1):
        sheet.write(row, 0, line, PLAIN)
    row = 5
    sheet.write_row(row, HEADINGS, HEADING)
    for each in paper.lines:
        row += 1
        sheet.write_row(row, _line(each))
    sheet.write(row + 2, 0, words.OF_GROUPS, NOTE)


def _line(of: Compared) -> tuple[Cell, ...]:
    if not of.comparable:
        return (of.question.title, words.NOT_COMPARABLE, "", "", "", "")
    change = of.difference
    return (
        of.question.title,
        _mean(of.start, of.least),
        _mean(of.end, of.least),
        "" if change is None else change,
        of.start.answered if of.start else "",
        of.end.answered if of.end else "",
    )


def _mean(of: Measured | None, least: int) -> Cell:
    return of.mean if of else words.few(least)
