"""Every table of the year's report as a workbook: a sheet each, numbers as numbers."""

from datetime import datetime

from mentoring.papers import year_words as words
from mentoring.papers.sheets import PLAIN, TextBook
from mentoring.papers.year_sections import Table, sections
from mentoring.papers.year_values import Reader, YearReport

FIRST = "Отчёт"
_LONGEST_SHEET = 31  # letters: Excel's limit
_UNITS_A_MILLIMETRE = 0.62


def year_book(report: YearReport, reader: Reader, made_at: datetime) -> bytes:
    reader = Reader(reader)
    writer = TextBook(title=f"Отчёт за {words.year(report)}", made_at=made_at)
    found = [(section.title, part) for section in sections(report, reader) for part in section.parts]
    tables = [(title, part) for title, part in found if isinstance(part, Table)]
    first = writer.sheet(FIRST)
    first.widths((40, 60))
    first.title(0, f"{report.school}, {words.year(report)}")
    first.write(1, 0, f"Составлен {report.made_on:%d.%m.%Y}", PLAIN)
    for row, (title, part) in enumerate(tables, start=3):
        first.write_row(row, (part.name, title), PLAIN)
    for _, part in tables:
        sheet = writer.sheet(part.name[:_LONGEST_SHEET])
        sheet.widths([max(9, width * _UNITS_A_MILLIMETRE) for width in part.widths])
        sheet.table(part.headings, part.rows, empty="")
        sheet.print_wide()
    return writer.content()
