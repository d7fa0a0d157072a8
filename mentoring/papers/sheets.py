"""Excel out: what people typed is text cells only, never a formula, a link or a number; our own numbers are numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from textwrap import wrap
from typing import Any, TypeAlias

import xlsxwriter

from mentoring.rules.text import clean_text

LONGEST_CELL = 32_000  # Excel's own limit is 32,767
A4 = 9
_LINE_HEIGHT = 15.0
_TALLEST = 409.0  # points: Excel's limit
_LETTERS_A_UNIT = 0.9  # Cyrillic is wider than the digit that a column's width is counted in
FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
HEADING = {
    **FONT,
    "bold": True,
    "bg_color": "#DCE6F1",
    "border": 1,
    "border_color": "#8EA9C8",
    "valign": "vcenter",
}
LINE = {**FONT, "border": 1, "border_color": "#D0D0D0"}
TITLE = {**FONT, "bold": True, "font_size": 14, "text_wrap": False}
PLAIN = {**FONT, "text_wrap": False}
NOTE = {**FONT, "italic": True, "font_color": "#595959", "text_wrap": False}
DAY = "dd.mm.yyyy"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of one, shown as «50%»."""

    of: float


Cell: TypeAlias = str | int | Decimal | date | Share


class TextBook:
    """A workbook being written: the one place that touches XlsxWriter's untyped objects."""

    def __init__(self, *, title: str, made_at: datetime) -> None:
        self._target = BytesIO()
        # Nothing goes to the disk on the way: the cells hold names.
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book: Any = xlsxwriter.Workbook(self._target, options)
        self._book.set_properties({"title": title, "created": made_at.replace(tzinfo=None)})
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def sheet(self, title: str) -> "TextSheet":
        return TextSheet(self, self._book.add_worksheet(title))

    def format(self, look: Mapping[str, object]) -> Any:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(dict(look))
        return self._formats[key]

    def content(self) -> bytes:
        self._book.close()
        return self._target.getvalue()


class TextSheet:
    """One sheet. `raw` is XlsxWriter's own, for validations and notes."""

    def __init__(self, book: TextBook, raw: Any) -> None:
        self._book = book
        self._widths: Sequence[float] = ()
        self.raw = raw

    def write(self, row: int, column: int, content: Cell, look: Mapping[str, object] = LINE) -> None:
        """Text, or a number or a day that the bot has counted itself."""
        match content:
            case "":
                self.raw.write_blank(row, column, None, self._book.format(look))
            case str():
                self.raw.write_string(row, column, _cell(content), self._book.format(look))
            case date():
                self.raw.write_datetime(row, column, content, self._book.format({**look, "num_format": DAY}))
            case Share(of):
                self.raw.write_number(row, column, of, self._book.format({**look, "num_format": "0%"}))
            case int() | Decimal():
                self.raw.write_number(row, column, content, self._book.format(look))

    def write_row(self, row: int, contents: Sequence[Cell], look: Mapping[str, object] = LINE) -> None:
        """A line as high as its longest cell needs: not every office suite works that out by itself."""
        for column, content in enumerate(contents):
            self.write(row, column, content, look)
        sized = zip(contents, self._widths, strict=False)
        lines = [_lines(content, width) for content, width in sized if isinstance(content, str)]
        self.raw.set_row(row, min(_TALLEST, _LINE_HEIGHT * max(lines, default=1)))

    def title(self, row: int, text: str, column: int = 0) -> None:
        self.write(row, column, text, TITLE)
        self.raw.set_row(row, 1.4 * _LINE_HEIGHT)

    def widths(self, widths: Sequence[float]) -> None:
        """Before any line is written: heights depend on them."""
        self._widths = widths
        for column, width in enumerate(widths):
            self.raw.set_column(column, column, width)

    def print_wide(self, *, pages_across: int = 1, heading: bool = True) -> None:
        """A4 landscape as wide as the paper, the heading row and the names again on every page."""
        self.raw.set_landscape()
        self.raw.set_paper(A4)
        self.raw.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.raw.fit_to_pages(pages_across, 0)
        self.raw.set_footer("&L&A&RЛист &P из &N")
        if heading:
            self.raw.repeat_rows(0)
        if pages_across > 1:
            self.raw.repeat_columns(0)

    def table(self, headings: Sequence[str], lines: Sequence[Sequence[Cell]], *, empty: str) -> None:
        """A heading row that stays, a filter, a line each; with no lines, one sentence says so."""
        self.write_row(0, headings, HEADING)
        self.raw.freeze_panes(1, 1)
        if not lines:
            self.write(1, 0, empty, NOTE)
            return
        for row, line in enumerate(lines, start=1):
            self.write_row(row, line)
        last = len(headings) - 1
        self.raw.autofilter(0, 0, len(lines), last)
        self.raw.ignore_errors({"number_stored_as_text": f"A1:XFD{len(lines) + 1}"})


@lru_cache(maxsize=1024)
def _lines(text: str, width: float) -> int:
    """Options are the same in most lines, and measuring takes most of the time."""
    room = max(1, int(width * _LETTERS_A_UNIT))
    return sum(max(1, len(wrap(line, room))) for line in _cell(text).split("\n"))


@lru_cache(maxsize=1024)
def _cell(text: str) -> str:
    cleaned = clean_text(text)
    return cleaned if len(cleaned) <= LONGEST_CELL else f"{cleaned[:LONGEST_CELL]}…"
