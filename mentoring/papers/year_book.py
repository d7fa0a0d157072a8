"""Every table of the year's report as a workbook: a sheet each, numbers as numbers."""

from datetime import datetime

from mentoring.papers import year_words as words
from mentoring.papers.sheets import PLAIN, TextBook
from mentoring.papers.year_tables import sections
from mentoring.papers.year_values import Reader, YearReport

FIRST = "Отчёт"
_LONGEST_SHEET = 31  # letters: Excel's limit
_UNITS_A_MILLIMETRE = 0.62


def year_book(report: YearReport, reader: Reader, made_at: datetime) -> bytes:
    reader = Reader(reader)
    writer = TextBook(title=f"Отчёт за {words.year(report)}", made_at=made_at)
    tables = [(section.title, each) for section in sections(report, reader) for each in section.tables]
    first = writer.sheet(FIRST)
    first.widths((40, 60))
    first.title(0, f"{report.school}, {words.year(report)}")
    first.write(1, 0, f"Составлен {report.made_on:%d.%m.%Y}", PLAIN)
    for row, (title, each) in enumerate(tables, start=3):
        first.write_row(row, (each.name, title), PLAIN)
    for _, each in tables:
        sheet = writer.sheet(each.name[:_LONGEST_SHEET])
        sheet.widths([max(9, width * _UNITS_A_MILLIMETRE) for width in each.widths])
        sheet.table(each.headings, each.rows, empty="")
        sheet.print_wide()
    return writer.content()
