"""«Что знает обо мне бот» and the journal: a sheet for each noun, after one that says what there is."""

from mentoring.papers.own_data_values import OwnData, OwnSection
from mentoring.papers.sheets import HEADING, PLAIN, TextBook, TextSheet

FIRST, NOTHING = "Содержание", "Записей нет"


def build(of: OwnData) -> bytes:
    book = TextBook(title=of.title, made_at=of.made_at)
    _first(book.sheet(FIRST), of)
    for each in of.sections:
        sheet = book.sheet(each.title)
        sheet.widths([20, *(60 for _ in each.headings[1:])])
        sheet.print_wide()
        sheet.table(each.headings, each.lines, empty=NOTHING)
    return book.content()


def _first(sheet: TextSheet, of: OwnData) -> None:
    sheet.widths([34, 14])
    sheet.print_wide(heading=False)
    sheet.title(0, of.title)
    sheet.write(1, 0, of.name, PLAIN)
    sheet.write(2, 0, f"{of.school}, {of.made_at:%d.%m.%Y}", PLAIN)
    sheet.write_row(4, ("Лист", "Записей"), HEADING)
    for row, each in enumerate(of.sections, start=5):
        sheet.write_row(row, (each.title, _count(each)))
    for row, note in enumerate(of.notes, start=6 + len(of.sections)):
        sheet.write(row, 0, note, PLAIN)


def _count(of: OwnSection) -> int:
    return len(of.lines)
