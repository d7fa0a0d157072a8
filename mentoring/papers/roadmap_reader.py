"""The tables of a school's roadmap out of a Word file, or out of a text file with a table in it.

What is odd in a file, and what becomes of it:

- Cells that are merged down repeat their text, cells merged across say it once.
- Lists that Word numbers itself come with their numbers and bullets.
- A table inside a cell is read as lines of that cell, and as a table of its own after the others.
- Text boxes, pictures, comments and what is struck out in corrections are not read; what corrections add is.
- Links, macros and objects are never followed, run or opened: only the text of three parts of the file is looked at.
- A document much longer than any roadmap is refused before or soon after it is parsed.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx.oxml import parse_xml

from mentoring.papers.reading import read_safely
from mentoring.papers.uploads import FileProblem, FileReason, check_document
from mentoring.papers.uploads import text_of as plain_text
from mentoring.papers.word_tables import TBL, Lists, P, inside, lists_of, rows_of, text_of
from mentoring.rules.roadmap_files import Grid, grid_of_text
from mentoring.rules.text import clean_line

MOST_ROWS = 400  # in one table
MOST_TABLES = 50
MOST_PARAGRAPHS = 10_000
MOST_CHARACTERS = 500_000  # of all tables, with what merged cells repeat
MOST_XML = 8 * 2**20  # of one part, unpacked
MOST_TAGS = 200_000  # the same: a hundred pages of tables have fewer

_DOCUMENTS = ("word/document.xml", "word/document2.xml")
_LINES_ABOVE = 12
_LONGEST_LINE = 500


class _Refused(Exception):
    """A document that cannot be read, found in the middle of it."""

    def __init__(self, reason: FileReason, limit: int = 0) -> None:
        self.problem = FileProblem(reason, limit)
        super().__init__(reason)


def read(content: bytes) -> tuple[Grid, ...] | FileProblem:
    """Every table after the lines above it, as rows of one cell each; NO_ROWS when there is no table at all."""
    found = read_safely(content, _read, check_document)
    if isinstance(found, FileProblem) and found.reason is FileReason.CSV:
        return _in_text(content) or found
    return found


def _in_text(content: bytes) -> tuple[Grid, ...] | None:
    text = plain_text(content)
    if text is None or len(text) > MOST_CHARACTERS:
        return None
    grid = grid_of_text(text)
    return (grid,) if grid else None


def _read(content: bytes) -> tuple[Grid, ...] | FileProblem:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            document = _part(archive, next(name for name in _DOCUMENTS if name in names))
            lists = lists_of(
                _part(archive, "word/numbering.xml") if "word/numbering.xml" in names else None,
                _part(archive, "word/styles.xml") if "word/styles.xml" in names else None,
            )
        return _tables(document, lists) or FileProblem(FileReason.NO_ROWS)
    except _Refused as refused:
        return refused.problem


def _part(archive: ZipFile, name: str) -> Any:
    if archive.getinfo(name).file_size > MOST_XML:
        raise _Refused(FileReason.TOO_LARGE)
    content = archive.read(name)
    if content.count(b"<") > MOST_TAGS:
        raise _Refused(FileReason.TOO_LARGE)
    return parse_xml(content)


def _tables(document: Any, lists: Lists) -> tuple[Grid, ...]:
    if sum(1 for _ in document.iter(P)) > MOST_PARAGRAPHS:
        raise _Refused(FileReason.TOO_LARGE)
    if sum(1 for _ in document.iter(TBL)) > MOST_TABLES:
        raise _Refused(FileReason.TOO_LARGE)
    grids: list[Grid] = []
    characters = 0
    for grid in _grids(document, lists):
        characters += sum(len(cell) for row in grid for cell in row)
        if characters > MOST_CHARACTERS:
            raise _Refused(FileReason.TOO_LARGE)
        grids.append(grid)
    return tuple(grids)


def _grids(document: Any, lists: Lists) -> Iterator[Grid]:
    """Tables of the page with what stands above each, then the tables inside of them."""
    above: list[str] = []
    outer = []
    for block in inside(document, frozenset({P, TBL})):
        if block.tag == P:
            above.append(clean_line(text_of(block))[:_LONGEST_LINE])
        else:
            outer.append(block)
            lines = [line for line in above if line][-_LINES_ABOVE:]
            yield (*((line,) for line in lines), *_rows(block, lists))
            above = []
    for table in outer:
        yield from (_rows(nested, lists) for nested in table.iter(TBL) if nested is not table)


def _rows(table: Any, lists: Lists) -> Grid:
    rows = tuple(rows_of(table, lists, MOST_ROWS))
    if len(rows) > MOST_ROWS:
        raise _Refused(FileReason.TOO_MANY_ROWS, MOST_ROWS)
    return rows
