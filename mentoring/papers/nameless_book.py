"""Results of a round without names as a workbook: the same that the chat shows, and nothing more."""

from mentoring.papers import tally_book, tally_words
from mentoring.papers.sheets import HEADING, NOTE, PLAIN, TextBook, TextSheet
from mentoring.papers.values import NamelessBook
from mentoring.rules.tally import Few, Tally

RESULTS, COMMENTS = "Результаты без имён", "Ответы словами"
NO_COMMENTS = "Ответов словами нет, или их слишком мало, чтобы показать"


def build(book: NamelessBook) -> bytes:
    writer = TextBook(title=book.title, made_at=book.made_at)
    _results(writer.sheet(RESULTS), book)
    _comments(writer.sheet(COMMENTS), book)
    return writer.content()


def _results(sheet: TextSheet, book: NamelessBook) -> None:
    sheet.widths([60, 14, 14])
    sheet.print_wide(heading=False)
    sheet.title(0, book.title)
    for row, line in enumerate((book.school, book.head, book.response), start=1):
        sheet.write(row, 0, line, PLAIN)
    row = 5
    for each in book.tallies:
        row = _question(sheet, row, each)
    sheet.raw.ignore_errors({"number_stored_as_text": f"A1:C{row}"})


def _question(sheet: TextSheet, row: int, of: Tally) -> int:
    if not isinstance(of.found, Few):
        return tally_book.count(sheet, row, of)
    sheet.write_row(row, (of.question.title, "", ""), HEADING)
    sheet.write(row + 1, 0, tally_words.few(of.found.least), NOTE)
    return row + 3


def _comments(sheet: TextSheet, book: NamelessBook) -> None:
    """In the order of the letters, question by question: no line says which other line is of the same hand."""
    sheet.widths([50, 90])
    lines = [(each.title, text) for each in book.comments for text in each.texts]
    sheet.table(("Вопрос", "Ответ"), lines, empty=NO_COMMENTS)
    sheet.print_wide()
