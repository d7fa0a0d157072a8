"""The empty timetable: the staff's names beside the lessons of a week, to be marked in Excel and sent back."""

from collections.abc import Sequence
from datetime import datetime

from mentoring.papers.sheets import FONT, HEADING, LINE, PLAIN, TextBook, TextSheet
from mentoring.papers.staff_reader import GUIDE
from mentoring.rules.timetables import WEEKDAYS

SHEET = "Расписание"
NAME = "Фамилия Имя Отчество"
MOST_NAMES = 500  # and a few rows of headings: what the reader takes

_STEPS = (
    "На листе «Расписание» один человек — одна строка. Имена уже вписаны: менять их не нужно.",
    "В клетке урока поставьте любой знак: класс, предмет или «+». Пустая клетка — урока нет.",
    "Готовое расписание можно скопировать сюда или прислать своим файлом: дни недели сверху, под ними номера уроков.",
    "Свободными бот считает окна между уроками и по одному уроку до и после них.",
    "День без уроков бот свободным не считает: возможно, это выходной или методический день.",
    "Лишние строки удалите. Формулы бот не читает: вставьте вместо них значения.",
)
_EXAMPLE = ((NAME, "1", "2", "3", "4"), ("Рябинина Ольга Игоревна", "5А", "", "6Б", ""))
_EXAMPLE_SAYS = "Здесь свободны второй урок (окно) и четвёртый (сразу после уроков)."
_CENTRED = {**LINE, "align": "center", "num_format": "@"}
_DAY = {**HEADING, "align": "center"}
_FIRST = {**_DAY, "left": 2}
_FIRST_CENTRED = {**_CENTRED, "left": 2}
_NAME_WIDTH, _LESSON_WIDTH = 36, 5
_HEADINGS = 2


def build(names: Sequence[str], *, days: int, lessons: int, made_at: datetime) -> bytes:
    """The template for so many days of a week, with so many lessons a day."""
    book = TextBook(title="Расписание учителей", made_at=made_at)
    sheet = book.sheet(SHEET)
    sheet.widths([_NAME_WIDTH, *[_LESSON_WIDTH] * (days * lessons)])
    _headings(sheet, book, days, lessons)
    for row, name in enumerate(names[:MOST_NAMES], start=_HEADINGS):
        sheet.write(row, 0, name)
        for column in range(days * lessons):
            sheet.write(row, column + 1, "", _FIRST_CENTRED if column % lessons == 0 else _CENTRED)
    sheet.raw.freeze_panes(_HEADINGS, 1)
    sheet.print_wide(heading=False)
    sheet.raw.repeat_rows(0, _HEADINGS - 1)
    sheet.raw.activate()
    _guide(book.sheet(GUIDE))
    return book.content()


def _headings(sheet: TextSheet, book: TextBook, days: int, lessons: int) -> None:
    sheet.raw.merge_range(0, 0, 1, 0, NAME, book.format(HEADING))
    for day in range(days):
        first = 1 + day * lessons
        sheet.write(0, first, WEEKDAYS[day], _FIRST)
        if lessons > 1:
            sheet.raw.merge_range(0, first, 0, first + lessons - 1, WEEKDAYS[day], book.format(_FIRST))
        for number in range(lessons):
            sheet.write(1, first + number, str(number + 1), _DAY if number else _FIRST)
    sheet.raw.ignore_errors({"number_stored_as_text": "A1:XFD2"})


def _guide(sheet: TextSheet) -> None:
    sheet.widths([_NAME_WIDTH, *[_LESSON_WIDTH] * 4])
    sheet.title(0, "Как отметить уроки")
    for row, step in enumerate(_STEPS, start=1):
        sheet.write(row, 0, f"{row}. {step}", PLAIN)
    row = len(_STEPS) + 2
    sheet.title(row, "Пример (этот лист бот не читает)")
    sheet.write_row(row + 1, _EXAMPLE[0], HEADING)
    sheet.write_row(row + 2, _EXAMPLE[1], {**LINE, "font_color": "#595959"})
    sheet.write(row + 3, 0, _EXAMPLE_SAYS, {**FONT, "text_wrap": False})
    sheet.print_wide(heading=False)
