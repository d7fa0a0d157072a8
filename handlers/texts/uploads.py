"""A file that cannot be read as a list of people or a questionnaire: what it is and what to do with it."""

from collections.abc import Sequence

from handlers.texts.common import safe
from mentoring.papers.uploads import FileProblem, FileReason

_CELLS_NAMED = 5
_SHEET_ROOM = 31  # Excel's own limit of a sheet's name


def unreadable(of: FileProblem) -> str:
    match of.reason:
        case FileReason.EMPTY | FileReason.NO_ROWS:
            return "В файле нет ни одной заполненной строки. Заполните его, сохраните и пришлите ещё раз."
        case FileReason.CSV:
            return "Это текстовая таблица (CSV). Откройте её в Excel, сохраните как «Книга Excel (.xlsx)» и пришлите."
        case FileReason.OLD_EXCEL:
            return "Это старый формат Excel. Сохраните файл как «Книга Excel (.xlsx)» и пришлите ещё раз."
        case FileReason.OPEN_DOCUMENT:
            return "Это таблица OpenDocument (.ods). Сохраните её как «Excel (.xlsx)» и пришлите ещё раз."
        case FileReason.WORD:
            return "Это документ Word. Скопируйте таблицу в Excel или в шаблон и пришлите файл .xlsx."
        case FileReason.PDF:
            return "Это PDF, из него таблицу не прочитать. Пришлите таблицу Excel (.xlsx), можно по шаблону."
        case FileReason.PASSWORD:
            return "Файл закрыт паролем. Снимите пароль в Excel (Файл → Сведения → Защита книги) и пришлите ещё раз."
        case FileReason.NOT_EXCEL:
            return "Внутри этого файла нет таблицы Excel. Пришлите файл .xlsx, можно по шаблону."
        case FileReason.BROKEN:
            return "Файл не открывается: похоже, он повреждён. Сохраните его в Excel заново и пришлите ещё раз."
        case FileReason.TOO_LARGE:
            return "В файле слишком много лишнего. Скопируйте нужное в новый файл или в шаблон и пришлите его."
        case FileReason.NO_HEADER:
            return _no_header(of.seen)
        case FileReason.TOO_MANY_ROWS if not of.seen:
            return f"В файле больше {of.limit} строк. Разделите список на части и пришлите их по очереди."
    return _no_questionnaire(of)


def _no_questionnaire(of: FileProblem) -> str:
    """What is wrong with a questionnaire's file: its sheets are named as the coordinator sees them."""
    sheet, *cells = of.seen or ("",)
    named = f"«{safe(sheet[:_SHEET_ROOM])}»"
    match of.reason:
        case FileReason.TOO_MANY_ROWS:
            return f"На листе {named} больше {of.limit} строк, в анкете столько не бывает. Удалите лишние и пришлите ещё раз."
        case FileReason.TOO_MANY_COLUMNS:
            return f"На листе {named} больше {of.limit} столбцов. Удалите лишние справа и пришлите файл ещё раз."
        case FileReason.TOO_MANY_SHEETS:
            return f"В файле больше {of.limit} листов. Оставьте только листы анкеты и пришлите его ещё раз."
        case FileReason.HIDDEN_SHEET:
            return (
                f"Лист {named} скрыт, и бот его не читает. Покажите его (правой кнопкой на ярлыке листа → Показать) "
                "или удалите и пришлите файл ещё раз."
            )
        case FileReason.FORMULA:
            return (
                f"На листе {named} есть формулы{_cells(cells)}. Бот читает только текст. Скопируйте ячейки и вставьте "
                "на то же место как значения, затем пришлите файл ещё раз."
            )
        case FileReason.MERGED:
            return (
                f"На листе {named} объединены ячейки{_cells(cells)}. Снимите объединение "
                "(Главная → Объединить), впишите значение в каждую ячейку и пришлите файл ещё раз."
            )
        case FileReason.NO_FORM if sheet:
            return (
                f"На листе {named} не нашлись столбцы «Вопрос» и «Вид». Верните их названия в строку заголовков, "
                "как в шаблоне анкеты, и пришлите файл ещё раз."
            )
    return "В этом файле нет анкеты: не нашёлся лист с вопросами. Возьмите шаблон анкеты или её файл у бота."


def refused_sheet(of: FileProblem) -> str:
    """A sheet of pairs or a timetable, known by its headings, that cannot be read."""
    named = f"«{safe((of.seen or ('',))[0][:_SHEET_ROOM])}»"
    match of.reason:
        case FileReason.NO_ROWS:
            return "Заголовки есть, а строки под ними пустые. Заполните их, сохраните файл и пришлите ещё раз."
        case FileReason.TOO_MANY_ROWS:
            return f"На листе {named} больше {of.limit} строк. Удалите лишние и пришлите файл ещё раз."
        case FileReason.TOO_MANY_COLUMNS:
            return f"На листе {named} больше {of.limit} столбцов. Удалите лишние справа и пришлите файл ещё раз."
        case FileReason.HIDDEN_SHEET:
            return (
                f"Лист {named} скрыт, и бот его не читает. Покажите его (правой кнопкой на ярлыке листа → Показать) "
                "и пришлите файл ещё раз."
            )
    return f"На листе {named} слишком много объединённых ячеек. Снимите объединение и пришлите файл ещё раз."


def _cells(named: Sequence[str]) -> str:
    more = " и другие" if len(named) > _CELLS_NAMED else ""
    return f": {safe(', '.join(named[:_CELLS_NAMED]))}{more}" if named else ""


def _no_header(seen: Sequence[str]) -> str:
    first = f" Первая строка: «{safe(' | '.join(seen))[:200]}»." if seen else ""
    return f"Не нашлась графа с именами.{first} Назовите её «ФИО» и пришлите файл ещё раз."
