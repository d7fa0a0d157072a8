"""What every paper of an office has: counted pages, blanks for a hand, tables."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from mentoring.papers.office_words import BLANK
from mentoring.papers.word import (
    centred,
    keep_whole,
    keep_with_next,
    new_document,
    number_pages,
    repeat_on_pages,
    shrink,
    write,
)

SIZE, TABLE_SIZE = 14, 12
UPRIGHT, ACROSS = 170, 257  # millimetres between the margins

_INDENT = Mm(12.5)


def office_document(*, title: str, counts_pages: bool = True) -> WordDocument:
    """Sheets that are signed one by one count no pages."""
    document = new_document(title=title, size=SIZE)
    if counts_pages:
        number_pages(document)
    return document


def turn_page(document: WordDocument, *, landscape: bool) -> None:
    """A new page, upright or across, with the same head and foot."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    # The paragraph that holds the break is tiny, else a table that fills its page would get an empty one after it.
    shrink(document.paragraphs[-1])
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT


def line(document: WordDocument, text: str, *, bold: bool = False, before: float = 0) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(before)
    write(paragraph, text, bold=bold)
    return paragraph


def centre(document: WordDocument, text: str, *, bold: bool = False, before: float = 0) -> Paragraph:
    return centred(line(document, text, bold=bold, before=before))


def heading(document: WordDocument, text: str) -> None:
    """Not the last line of its page."""
    line(document, text, bold=True, before=8).paragraph_format.keep_with_next = True


def body(document: WordDocument, text: str, *, before: float = 0) -> Paragraph:
    """A paragraph of an order: indented, with even edges."""
    paragraph = line(document, text, before=before)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = _INDENT
    return paragraph


def grid(
    document: WordDocument, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]
) -> Table:
    """Widths in millimetres; lines of a cell are parted by «\\n». Without rows there is one to be written on."""
    texts = [headings, *(rows or [[BLANK] * len(headings)])]
    table: Table = document.add_table(rows=len(texts), cols=len(widths))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for at, (row, said) in enumerate(zip(table.rows, texts, strict=True)):
        keep_whole(row)
        for cell, text, width in zip(row.cells, said, widths, strict=True):
            cell.width = Mm(width)
            write(cell.paragraphs[0], text, size=TABLE_SIZE, bold=not at)
    repeat_on_pages(table.rows[0])
    keep_with_next(table.rows[0])
    return table
