"""The empty staff list: a coordinator fills it in Excel and sends it back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import zip_longest

from mentoring.papers.sheets import FONT, HEADING, LINE, PLAIN, TextBook, TextSheet
from mentoring.papers.staff_reader import GUIDE, MOST_ROWS, SHEET

ROLES = ("учитель", "заместитель координатора", "координатор", "директор", "психолог")

_COLUMNS = (
    ("Фамилия Имя Отчество", 38, "Обязательно. Полностью, одной строкой."),
    ("Должность", 26, "Как в штатном расписании. Можно не заполнять."),
    ("Предметы", 34, "Несколько предметов — через точку с запятой. Можно не заполнять."),
    ("Классы", 16, "Например: 1–4, 5–9, 10–11. Можно не заполнять."),
    ("Стаж", 18, "Число лет или вариант из списка. Можно не заполнять."),
    ("Роль", 24, "Пустая ячейка — учитель. Можно не заполнять."),
)
_STEPS = (
    "Заполните лист «Сотрудники»: один человек — одна строка.",
    "Обязательна только первая графа: фамилия, имя и отчество.",
    "Остальное можно оставить пустым: бот спросит самого человека.",
    "Не вписывайте телефоны, адреса, даты рождения и паспортные данные.",
    "Сохраните файл и отправьте его боту. Если что-то не так, бот назовёт строку.",
)
_EXAMPLES = (
    ("Берёзкина Алла Игоревна", "учитель", "Математика; Информатика", "5–9, 10–11", "12 лет", ""),
    ("Полевой Тимур Русланович", "учитель начальных классов", "Начальные классы", "1–4", "меньше года", ""),
    ("Озёрная Вера Львовна", "заместитель директора по УВР", "", "", "", "координатор"),
)
_HEADER = {**HEADING, "font_size": 12}
_COMPULSORY = {**_HEADER, "bg_color": "#FCE4B6"}
_TEXT = {**FONT, "num_format": "@"}  # else Excel turns «5-9» into the fifth of September
_EXAMPLE = {**LINE, "font_color": "#595959"}
_LISTS_FROM = 15  # the row of the guide, from 0, where the lists of options begin


def build(subjects: Sequence[str], levels: Sequence[str], experience: Sequence[str], *, made_at: datetime) -> bytes:
    """The template; the arguments are the labels of the form's options, in its order."""
    book = TextBook(title="Список сотрудников", made_at=made_at)
    people, guide = book.sheet(SHEET), book.sheet(GUIDE)
    _people(people, book.format(_TEXT))
    lists = {"Предметы": subjects, "Классы": levels, "Стаж": experience, "Роль": ROLES}
    places = _guide(guide, lists)
    _choices(people, 4, places["Стаж"], "Выберите из списка или впишите число лет.")
    _choices(people, 5, places["Роль"], "Выберите из списка. Пустая ячейка — учитель.")
    return book.content()


def _people(sheet: TextSheet, text_format: object) -> None:
    for column, (heading, width, hint) in enumerate(_COLUMNS):
        sheet.raw.set_column(column, column, width, text_format)
        sheet.write(0, column, heading, _HEADER if column else _COMPULSORY)
        sheet.raw.write_comment(0, column, hint, {"author": "", "x_scale": 1.6, "y_scale": 0.7})
    sheet.raw.set_row(0, 24)
    sheet.raw.freeze_panes(1, 1)
    sheet.print_wide()
    sheet.raw.activate()


def _guide(sheet: TextSheet, lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Writes the page and returns where each list of options stands, as Excel names it."""
    sheet.widths([width for _, width, _ in _COLUMNS])
    sheet.title(0, "Как заполнить список")
    for row, step in enumerate(_STEPS, start=1):
        sheet.write(row, 0, f"{row}. {step}", PLAIN)
    row = len(_STEPS) + 2
    sheet.title(row, "Пример (этот лист бот не читает)")
    sheet.write_row(row + 1, [heading for heading, _, _ in _COLUMNS], HEADING)
    for at, example in enumerate(_EXAMPLES, start=row + 2):
        sheet.write_row(at, example, _EXAMPLE)
    sheet.title(_LISTS_FROM - 1, "Какие слова бот узнаёт", column=2)
    sheet.print_wide(heading=False)
    _options(sheet, lists)
    return {title: _place(column, len(options)) for column, (title, options) in enumerate(lists.items(), start=2)}


def _options(sheet: TextSheet, lists: Mapping[str, Sequence[str]]) -> None:
    """Side by side under the columns they belong to."""
    sheet.write_row(_LISTS_FROM, ["", "", *lists], FONT)
    for column, title in enumerate(lists, start=2):
        sheet.write(_LISTS_FROM, column, title, HEADING)
    for row, options in enumerate(zip_longest(*lists.values(), fillvalue=""), start=_LISTS_FROM + 1):
        sheet.write_row(row, ["", "", *options], FONT)


def _place(column: int, length: int) -> str:
    letter = chr(ord("A") + column)
    return f"='{GUIDE}'!${letter}${_LISTS_FROM + 2}:${letter}${_LISTS_FROM + 1 + length}"


def _choices(sheet: TextSheet, column: int, source: str, hint: str) -> None:
    """A list to choose from that forbids nothing: «12 лет» is as good as an option."""
    sheet.raw.data_validation(
        1,
        column,
        MOST_ROWS,
        column,
        {
            "validate": "list",
            "source": source,
            "show_error": False,
            "input_title": _COLUMNS[column][0],
            "input_message": hint,
        },
    )
