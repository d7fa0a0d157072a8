"""A questionnaire as a workbook: for a deputy head in Russian words, and as XLSForm for other programs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import zip_longest

from mentoring.papers import form_example, form_guide
from mentoring.papers.form_columns import COLUMNS, SETTINGS, ColumnLook
from mentoring.papers.form_reader import MOST_ROWS
from mentoring.papers.sheets import FONT, HEADING, LINE, NOTE, TextBook, TextSheet
from mentoring.rules import form_files
from mentoring.rules.form_files import Grid
from mentoring.rules.form_files.columns import Column, Setting
from mentoring.rules.form_files.russian_words import COLUMN_WORDS, SETTING_WORDS
from mentoring.rules.forms import Form, Option

Dictionaries = Mapping[str, tuple[Option, ...]]

_TEXT = {"num_format": "@"}  # else Excel turns «5-9» into the fifth of September
_CELL = {**LINE, **_TEXT}
_GREY = {**_CELL, "bg_color": "#F2F2F2", "font_color": "#595959"}
_HEADER = {**HEADING, "font_size": 12}
_HINT = {**NOTE, "text_wrap": True}
_COMPULSORY = {**_HEADER, "bg_color": "#FCE4B6"}
_RARE = {**_HEADER, "bg_color": "#EEF3F9", "bold": False}
_BOTS_OWN = {**_HEADER, "bg_color": "#D9D9D9", "font_color": "#595959"}
_NEEDED = frozenset({COLUMN_WORDS[Column.TEXT][0], COLUMN_WORDS[Column.KIND][0]})
_KEY = COLUMN_WORDS[Column.KEY][0]
_LEFT_ALONE = frozenset({SETTING_WORDS[Setting.KEY][0], SETTING_WORDS[Setting.VERSION][0]})
_BLANK_LINES = 15
_SETTING_WIDTHS = (18, 80, 50)
_WIDEST = 45
_PAGE_WIDTH = 220


def build(form: Form, dictionaries: Dictionaries, *, made_at: datetime) -> bytes:
    """The form to be changed in Excel and sent back."""
    questions, settings = form_files.russian(form, dictionaries)
    return _russian(form.title, questions, settings, made_at)


def build_new(*, made_at: datetime) -> bytes:
    """A questionnaire that is not there yet: its questions are examples to be overwritten."""
    return _russian(form_example.TITLE, form_example.QUESTIONS, form_example.SETTINGS, made_at)


def build_xlsform(form: Form, dictionaries: Dictionaries, *, made_at: datetime) -> bytes:
    """The form as KoboToolbox, ODK and other programs read it."""
    book = TextBook(title=form.title, made_at=made_at)
    for grid in form_files.xlsform(form, dictionaries):
        sheet = book.sheet(grid.title)
        widths = [_width(column) for column in zip_longest(*grid.rows, fillvalue="")]
        sheet.widths(widths)
        sheet.raw.freeze_panes(1, 0)
        for row, texts in enumerate(grid.rows):
            sheet.write_row(row, texts, _CELL if row else _HEADER)
        sheet.print_wide(pages_across=1 + sum(widths) // _PAGE_WIDTH)
    return book.content()


def _width(texts: Sequence[str]) -> int:
    return max(8, min(_WIDEST, 2 + max(len(line) for text in texts for line in text.split("\n"))))


def _russian(title: str, questions: Grid, settings: Grid, made_at: datetime) -> bytes:
    book = TextBook(title=title, made_at=made_at)
    _questions(book.sheet(questions.title), *_with_every_column(questions), book.format({**FONT, **_TEXT}))
    _settings(book.sheet(settings.title), settings)
    form_guide.write(book.sheet(form_guide.GUIDE))
    return book.content()


def _with_every_column(grid: Grid) -> tuple[list[str], list[list[str]]]:
    """The grid leaves out the columns that nothing is written in; whoever fills in the template may want them."""
    headings = [*COLUMNS, *(heading for heading in grid.rows[0] if heading not in COLUMNS)]
    lines = [dict(zip(grid.rows[0], row, strict=True)) for row in grid.rows[1:]]
    return headings, [[line.get(heading, "") for heading in headings] for line in lines]


def _questions(sheet: TextSheet, headings: Sequence[str], lines: Sequence[Sequence[str]], text_format: object) -> None:
    looks = [COLUMNS.get(heading, ColumnLook(20, "")) for heading in headings]
    sheet.widths([look.width for look in looks])
    for column, (heading, look) in enumerate(zip(headings, looks, strict=True)):
        sheet.raw.set_column(column, column, look.width, text_format)
        sheet.write(0, column, heading, _header(heading, look))
        _explain(sheet, column, heading, look)
    sheet.raw.set_row(0, 34)
    for row, line in enumerate((*lines, *[[""] * len(headings)] * _BLANK_LINES), start=1):
        sheet.write_row(row, line, _CELL)
        sheet.write(row, 0, line[0], _GREY)
    sheet.raw.freeze_panes(1, 2)
    sheet.print_wide()
    sheet.raw.print_area(
        0, 0, len(lines), sum(not look.rare for look in looks) - 1
    )  # else nothing could be read on paper
    sheet.raw.activate()


def _header(heading: str, look: ColumnLook) -> Mapping[str, object]:
    if heading == _KEY:
        return _BOTS_OWN
    if heading in _NEEDED:
        return _COMPULSORY
    return _RARE if look.rare else _HEADER


def _explain(sheet: TextSheet, column: int, heading: str, look: ColumnLook) -> None:
    if look.hint:
        sheet.raw.write_comment(0, column, look.hint, {"author": "", "x_scale": 1.8, "y_scale": 1.1})
    if look.words:
        offered = {"validate": "list", "source": list(look.words), "show_error": False}
        shown = {"input_title": heading, "input_message": look.hint}
        sheet.raw.data_validation(1, column, MOST_ROWS - 1, column, {**offered, **shown})


def _settings(sheet: TextSheet, grid: Grid) -> None:
    """What it is, the value, and what it is for; only the first two are read."""
    sheet.widths(_SETTING_WIDTHS)
    for row, (name, value) in enumerate(grid.rows):
        hint = SETTINGS.get(name, "")
        sheet.write_row(row, (name, value, hint), _CELL)
        sheet.write(row, 0, name, _HEADER)
        sheet.write(row, 1, value, _GREY if name in _LEFT_ALONE else _CELL)
        sheet.write(row, 2, hint, _HINT)
    sheet.print_wide(heading=False)
