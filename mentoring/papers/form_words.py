"""What is wrong in a cell of a questionnaire and how to mend it: the chat says it, and so do the notes in the file."""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate

from mentoring.rules.form_files import CellProblem, CellReason, Grid
from mentoring.rules.form_files.columns import AUDIENCES
from mentoring.rules.form_files.russian_words import KIND_WORDS, SETTINGS_SHEET
from mentoring.rules.form_files.xlsform_words import CHOICES, OTHER_SHEETS, SETTINGS, SURVEY
from mentoring.rules.text import fold

MOST = 200
_VALUE_ROOM = 40
_WORDS_ROOM = 60
_NUMBER_ROOM = 12

# What stands in brackets is said only when there is something to say.
_ADVICE: Mapping[CellReason, str] = {
    CellReason.MISSING: "Здесь пусто, а без этого строка непонятна. Заполните ячейку или удалите всю строку.",
    CellReason.UNKNOWN_COLUMN: "Бот не знает названия[ {value}] и не сохранит то, что к нему вписано. Исправьте его"
    "[, возможно, на {words},] или удалите.",
    CellReason.MISSING_COLUMN: "Не хватает столбца[ {value}]. Добавьте его в строку заголовков, как в шаблоне.",
    CellReason.DOUBLED_COLUMN: "Название[ {value}] встречается дважды. Оставьте одно, а второе удалите.",
    CellReason.UNKNOWN_KIND: "Вид вопроса[ {value}] не узнан. Выберите один из списка[: {list}].",
    CellReason.NOT_SUPPORTED: "Такого бот в чате не умеет[: {value}]. Замените на то, что есть в шаблоне, или удалите.",
    CellReason.NO_QUESTIONS: "В анкете пока нет вопросов. Впишите хотя бы один: его вид и текст.",
    CellReason.TOO_MANY_QUESTIONS: "Вопросов слишком много[: {raw}]. Оставьте меньше[, до {number},] "
    "или разделите анкету на две.",
    CellReason.BAD_KEY: "Исправьте код[ {value}]: нужны латинские строчные буквы, цифры и _, до 20 знаков, "
    "кроме yes, no, on, off[, например {words}].",
    CellReason.DOUBLED_KEY: "Код[ {value}] уже занят. Впишите здесь другой.",
    CellReason.NO_OPTIONS: "У вопроса нет вариантов ответа. Впишите их, каждый с новой строки (Alt+Enter).",
    CellReason.UNKNOWN_LIST: "Списка[ {value}] нет. Проверьте название[, возможно, это {words}].",
    CellReason.DOUBLED_OPTION: "Вариант[ {value}] повторяется. Удалите лишний или назовите варианты по-разному.",
    CellReason.LABEL_TOO_LONG: "Вариант[ {value}] не поместится на кнопке. Сократите его[ до {number} знаков].",
    CellReason.TEXT_TOO_LONG: "Вопрос с подсказкой не поместится на экране телефона[: {raw} знаков]. "
    "Сократите их[ до {number} знаков].",
    CellReason.WORDS_TOO_LONG: "Слишком длинно для экрана телефона[: {raw} знаков]. Сократите[ до {number} знаков].",
    CellReason.NOT_YES_OR_NO: "Здесь нужно слово «да» или «нет»[, а не {value}]. Пустая ячейка — это «нет».",
    CellReason.NOT_A_NUMBER: "Здесь нужно целое число[, а не {value}]. Впишите его цифрами, например 3.",
    CellReason.UNKNOWN_VALUE: "Слово[ {value}] здесь не подходит. Выберите одно из списка[: {list}].",
    CellReason.BAD_LIMIT: "Число[ {value}] здесь не подходит. Впишите целое число[ {range}].",
    CellReason.BAD_SCALE: "Такой шкалы[ {value}] не получится. Впишите отметки целыми числами[ {range}].",
    CellReason.NEEDLESS: "Для вопроса вида[ {value}] эта ячейка не нужна. Очистите её или смените вид вопроса.",
    CellReason.BAD_EXPRESSION: "Условие не прочитано[, начиная с {value}][ (знак {at})]. "
    "Сверьте его с примерами в шаблоне анкеты.",
    CellReason.UNSUPPORTED_FUNCTION: "Выражения[ {value}] бот здесь не понимает. Запишите условие без него.",
    CellReason.UNKNOWN_QUESTION: "Вопроса[ {value}] в анкете нет. Проверьте, как он назван[, возможно, это {words}].",
    CellReason.LATER_QUESTION: "Вопрос[ {value}] задают позже этого. Поднимите его строку выше или измените условие.",
    CellReason.CORE_NEEDS_MORE: "Вопрос[ {value}] задают позже, в дополнительной части. Перенесите туда и этот вопрос.",
    CellReason.UNKNOWN_OPTION: "Варианта[ {value}] у того вопроса нет. Проверьте вариант[, возможно, это {words}].",
    CellReason.BAD_COMPARISON: "Ответ на тот вопрос так не сравнить[: {value}]. "
    "Сверьте условие с примерами в шаблоне анкеты.",
    CellReason.NO_ANSWER_FITS: "Этому условию не подходит ни один ответ. "
    "Проверьте в нём числа, знаки «больше» и «меньше», варианты.",
    CellReason.TOO_TANGLED: "В этом условии слишком много «и» и «или». Упростите его или разделите вопрос на два.",
    CellReason.UNCLOSED_GROUP: "У раздела[ {value}] нет начала или конца. Добавьте недостающую строку раздела.",
    CellReason.KEPT_QUESTION_GONE: "Без вопроса[ {words}] бот не сможет работать. Верните его строку"
    "[ с кодом {value}]; слова в ней менять можно.",
    CellReason.KEPT_QUESTION_CHANGED: "По этому ответу работает бот: вид вопроса и коды вариантов меняться не могут. "
    "Верните их[: {words}]; слова менять можно.",
    CellReason.CANNOT_CHANGE: "Это решает бот, в файле оно не меняется. Верните, как было[: {words}].",
}
# Where a workbook has the notation of other programs, lists and settings stand on sheets of their own.
_ADVICE_XLSFORM: Mapping[CellReason, str] = {
    CellReason.NO_OPTIONS: "У вопроса нет вариантов ответа. Впишите их на лист choices, а имя списка — сюда.",
}
_NO_TITLE = "У анкеты нет названия. Впишите его на лист «Анкета»: слева слово «Название», справа оно само."
_NO_TITLE_XLSFORM = "У анкеты нет названия. Впишите его на лист settings, в столбец form_title."
_XLSFORM_SHEETS = frozenset({SURVEY, CHOICES, SETTINGS, *OTHER_SHEETS})
_INNER_WORDS = {kind.value: words[0] for kind, words in KIND_WORDS.items()} | {
    audience: word for word, audience in reversed(AUDIENCES.items())
}
_SAID = re.compile(r"\[([^\]]*)\]")


def sentence(of: CellProblem) -> str:
    """What is wrong and how to mend it, in at most `MOST` characters."""
    words = [f"«{_cut(word)}»" for word in _human(of)]
    fitting = _fitting(words)
    fields = {
        "value": f"«{_cut(of.value)}»" if of.value else "",
        "raw": _cut(of.value).removesuffix("."),
        "number": _cut(of.hints[0], _NUMBER_ROOM) if of.hints else "",
        "words": ", ".join(words[:fitting]),
        "list": ", ".join(words[:fitting]) + (" и другие" if fitting < len(words) else ""),
        "range": _range(of.hints),
        "at": str(of.at) if of.at else "",
    }
    return _SAID.sub(lambda found: _said(found[1], fields), _advice(of))


def _advice(of: CellProblem) -> str:
    is_xlsform = of.sheet.strip().casefold() in _XLSFORM_SHEETS
    if of.reason is CellReason.MISSING and not of.row:
        return _NO_TITLE_XLSFORM if is_xlsform else _NO_TITLE
    return (is_xlsform and _ADVICE_XLSFORM.get(of.reason)) or _ADVICE[of.reason]


def _human(of: CellProblem) -> Sequence[str]:
    """The hints in the words of the sheet that the cell stands in."""
    if of.reason is CellReason.UNKNOWN_VALUE:
        is_xlsform = of.sheet.strip().casefold() in _XLSFORM_SHEETS
        return [hint for hint in of.hints if hint.isascii() is is_xlsform]
    return [_INNER_WORDS.get(hint, hint) for hint in of.hints] if len(of.hints) == 1 else of.hints


def address(of: CellProblem, heading: str = "") -> str:
    """«лист «Вопросы», строка 7, столбец C (Варианты)»; the heading is the column's, if it has one."""
    parts = [f"лист «{of.sheet}»"]
    if of.row:
        parts.append(f"строка {of.row}")
    if of.column:
        named = f" ({_cut(heading)})" if heading else ""
        parts.append(f"столбец {_letters(of.column)}{named}")
    return ", ".join(parts)


def heading(of: CellProblem, grids: Sequence[Grid]) -> str:
    """What the cell is called by: the top of its column, or what stands before it in the settings."""
    rows = next((grid.rows for grid in grids if grid.title == of.sheet), ())
    if fold(of.sheet) == fold(SETTINGS_SHEET):
        return _cell(rows, of.row, 1) if of.column > 1 else ""
    top = next((at for at, line in enumerate(rows, start=1) if any(line)), 0)
    return _cell(rows, top, of.column) if of.row != top else ""


def _cell(rows: Sequence[Sequence[str]], row: int, column: int) -> str:
    line = rows[row - 1] if 0 < row <= len(rows) else ()
    return line[column - 1] if 0 < column <= len(line) else ""


def _said(piece: str, fields: Mapping[str, str]) -> str:
    filled = piece.format(**fields)
    return filled if filled != piece.format(**dict.fromkeys(fields, "")) else ""


def _range(hints: Sequence[str]) -> str:
    ends = [f"{word} {_cut(hint, _NUMBER_ROOM)}" for word, hint in zip(("от", "до"), hints, strict=False) if hint]
    return " ".join(ends)


def _fitting(words: Sequence[str]) -> int:
    """How many of the words there is room for: the first in any case."""
    lengths = accumulate(len(word) + 2 for word in words)
    return max(1, sum(length <= _WORDS_ROOM for length in lengths))


def _cut(text: str, room: int = _VALUE_ROOM) -> str:
    line = " ".join(text.split())
    return line if len(line) <= room else f"{line[: room - 1].rstrip()}…"


def _letters(column: int) -> str:
    """A, B, … Z, AA: openpyxl knows it too, but the chat has no use for the rest of it."""
    rest, letter = divmod(column - 1, 26)
    return (_letters(rest) if rest else "") + chr(ord("A") + letter)
