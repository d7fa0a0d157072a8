"""The empty sheet of pairs: a school that has pairs already fills it in Excel and sends it back."""

from collections.abc import Sequence
from datetime import datetime

from mentoring.papers.pairs_words import COLUMNS
from mentoring.papers.sheets import DAY, FONT, HEADING, LINE, PLAIN, TextBook, TextSheet
from mentoring.papers.staff_reader import GUIDE
from mentoring.papers.table_reader import MOST_ROWS
from mentoring.rules.pairs_sheet import FORMATS, Column

SHEET = "Пары"

_COLUMNS = (
    (Column.MENTOR, 34, "Обязательно. Имя, как в списке сотрудников."),
    (Column.MENTEE, 34, "Обязательно. Несколько имён — через точку с запятой или каждое с новой строки."),
    (Column.GROUP, 16, "Только для группы в нескольких строках: одно и то же название. Можно не заполнять."),
    (Column.FORMAT, 26, "Выберите из списка."),
    (Column.ORDER, 12, "Номер приказа о закреплении, например 45-к."),
    (Column.ORDER_ON, 14, "Например: 01.10.2026."),
    (Column.STARTS, 14, "Обязательно. Например: 01.10.2026."),
    (Column.ENDS, 14, "Например: 31.05.2027."),
)
_COMPULSORY = frozenset({Column.MENTOR, Column.MENTEE, Column.STARTS})
_DAYS = frozenset({Column.ORDER_ON, Column.STARTS, Column.ENDS})
_STEPS = (
    "Заполните лист «Пары»: одна пара или группа — одна строка.",
    "Обязательны наставник, наставляемый и дата начала. Имена впишите, как в списке сотрудников, или выберите.",
    "Группу можно записать и в нескольких строках: с тем же наставником и тем же названием в графе «Группа».",
    "Даты пишите с годом: 01.10.2026. Приказ или окончание, которых ещё нет, оставьте пустыми.",
    "Только пары, которые уже работают: завершённые вписывать не нужно.",
    "Сохраните файл в формате Excel (.xlsx) и отправьте его боту. Бот сначала всё проверит и покажет вам.",
)
_EXAMPLES = (
    ("Рябинина Ольга Игоревна", "Лугов Павел Олегович", "", FORMATS["one_to_one"], "45-к", "28.09.2026", "01.10.2026",
     "31.05.2027"),
    ("Рябинина Ольга Игоревна", "Ли Юн; Заречная Анна Львовна", "", FORMATS["group"], "45-к", "28.09.2026",
     "01.10.2026", "31.05.2027"),
)  # fmt: skip
_HEADER = {**HEADING, "font_size": 12}
_HEADER_COMPULSORY = {**_HEADER, "bg_color": "#FCE4B6"}
_TEXT = {**FONT, "num_format": "@"}  # else Excel turns «45-1» into a day
_LISTS_FROM = 14  # the row of the guide, from 0, where the lists begin


def build(names: Sequence[str], *, made_at: datetime) -> bytes:
    """The template; `names` are the staff list's, to be chosen from."""
    book = TextBook(title="Наставнические пары", made_at=made_at)
    pairs, guide = book.sheet(SHEET), book.sheet(GUIDE)
    for at, (column, width, hint) in enumerate(_COLUMNS):
        look = {**FONT, "num_format": DAY} if column in _DAYS else _TEXT
        pairs.raw.set_column(at, at, width, book.format(look))
        pairs.write(0, at, COLUMNS[column], _HEADER_COMPULSORY if column in _COMPULSORY else _HEADER)
        pairs.raw.write_comment(0, at, hint, {"author": "", "x_scale": 1.6, "y_scale": 0.7})
    pairs.raw.set_row(0, 24)
    pairs.raw.freeze_panes(1, 1)
    pairs.print_wide()
    pairs.raw.activate()
    _guide(guide, names)
    _choices(pairs, (0, 1), "A", len(names))
    _choices(pairs, (3, 3), "D", len(FORMATS))
    return book.content()


def _guide(sheet: TextSheet, names: Sequence[str]) -> None:
    """The page, and the lists that cells are chosen from."""
    sheet.widths([width for _, width, _ in _COLUMNS])
    sheet.title(0, "Как заполнить пары")
    for row, step in enumerate(_STEPS, start=1):
        sheet.write(row, 0, f"{row}. {step}", PLAIN)
    row = len(_STEPS) + 2
    sheet.title(row, "Пример (этот лист бот не читает)")
    sheet.write_row(row + 1, [COLUMNS[column] for column, _, _ in _COLUMNS], HEADING)
    for at, example in enumerate(_EXAMPLES, start=row + 2):
        sheet.write_row(at, example, {**LINE, "font_color": "#595959"})
    sheet.write(_LISTS_FROM - 1, 0, "Имена из списка сотрудников", HEADING)
    sheet.write(_LISTS_FROM - 1, 3, "Формы", HEADING)
    for column, options in ((0, names), (3, list(FORMATS.values()))):
        for row, option in enumerate(options, start=_LISTS_FROM):
            sheet.write(row, column, option, FONT)
    sheet.print_wide(heading=False)


def _choices(sheet: TextSheet, columns: tuple[int, int], letter: str, options: int) -> None:
    """A list to choose from that forbids nothing: several names in a cell are as good."""
    if options:
        source = f"='{GUIDE}'!${letter}${_LISTS_FROM + 1}:${letter}${_LISTS_FROM + options}"
        rule = {"validate": "list", "source": source, "show_error": False}
        sheet.raw.data_validation(1, columns[0], MOST_ROWS, columns[1], rule)
