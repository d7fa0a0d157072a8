"""The words of the Russian template: headings, kinds, settings. The first of several is the one we write."""

from collections.abc import Sequence

from mentoring.rules.form_files.columns import Column, Setting
from mentoring.rules.form_files.table import UNKNOWN, Headings
from mentoring.rules.forms import QuestionKind
from mentoring.rules.text import fold, words_of

QUESTIONS_SHEET, SETTINGS_SHEET = "Вопросы", "Анкета"

COLUMN_WORDS = {
    Column.KEY: ("Код", "Ключ"),
    Column.TEXT: ("Вопрос", "Текст вопроса", "Формулировка"),
    Column.KIND: ("Вид", "Вид вопроса", "Тип", "Тип вопроса", "Вид ответа"),
    Column.OPTIONS: ("Варианты", "Варианты ответа", "Варианты ответов"),
    Column.REQUIRED: ("Обязательный", "Обязательно", "Обязательный вопрос"),
    Column.HELP: ("Подсказка", "Пояснение к вопросу"),
    Column.SHOW_IF: ("Показывать если", "Показать если", "Условие показа", "Когда показывать"),
    Column.LEAST: ("Наименьшее", "Минимум", "Не меньше"),
    Column.MOST: ("Наибольшее", "Максимум", "Не больше"),
    Column.SECTION: ("Раздел", "Блок"),
    Column.CONSTRAINT: ("Условие ответа", "Ограничение ответа"),
    Column.MESSAGE: ("Сообщение", "Сообщение об ошибке"),
    Column.HEADING: ("Заголовок для отчёта", "Заголовок"),
    Column.EXAMPLE: ("Пример", "Пример ответа"),
    Column.LOW: ("Край шкалы от", "От"),
    Column.HIGH: ("Край шкалы до", "До"),
    Column.TENSE: ("Какая дата",),
    Column.PART: ("Часть",),
    Column.PRIVATE: ("Видит только координатор", "Только координатору"),
    Column.SENSITIVE: ("Деликатный", "Деликатный вопрос"),
    Column.CAUTION: ("Предупреждение",),
    Column.CHECK: ("Проверка",),
    Column.NUMBER: ("№", "Номер", "№ п/п"),
}
SETTING_WORDS = {
    Setting.KEY: ("Код", "Код анкеты"),
    Setting.TITLE: ("Название", "Название анкеты"),
    Setting.MINUTES: ("Минут", "Сколько минут", "Время, минут"),
    Setting.INTRO: ("Вступление",),
    Setting.OUTRO: ("Благодарность", "Заключение"),
    Setting.VERSION: ("Версия",),
    Setting.AUDIENCE: ("Для кого", "Кому"),
    Setting.CONFIDENTIAL: ("Конфиденциальная", "Конфиденциально"),
    Setting.ANONYMOUS: ("Анонимная", "Анонимно"),
    Setting.SUMMARY: ("Сводка ответов",),
}
KIND_WORDS = {
    QuestionKind.SINGLE: ("один вариант", "один", "один ответ", "один из списка", "выбор"),
    QuestionKind.MULTI: ("несколько вариантов", "несколько", "несколько ответов", "несколько из списка"),
    QuestionKind.DICT_MULTI: ("список с поиском", "поиск", "поиск в списке"),
    QuestionKind.SCALE: ("шкала", "оценка", "баллы"),
    QuestionKind.TEXT: ("текст", "свободный ответ", "ответ словами", "строка"),
    QuestionKind.NUMBER: ("целое число", "целое"),
    QuestionKind.DECIMAL: ("число", "дробное число", "дробь"),
    QuestionKind.YESNO: ("да/нет", "да или нет"),
    QuestionKind.DATE: ("дата", "день"),
    QuestionKind.NOTE: ("пояснение", "заметка", "без ответа"),
}


def compared(words: str) -> str:
    """Case, ё, spaces and punctuation do not count; «№» is all punctuation and stays."""
    return " ".join(words_of(words)) or fold(words)


COLUMNS = {compared(words): column for column, several in COLUMN_WORDS.items() for words in several}
SETTINGS = {compared(words): setting for setting, several in SETTING_WORDS.items() for words in several}
KINDS = {compared(words): kind for kind, several in KIND_WORDS.items() for words in several}


def _columns(cells: Sequence[str]) -> list[str]:
    return [COLUMNS.get(compared(cell), UNKNOWN) for cell in cells]


HEADINGS = Headings(_columns, tuple(several[0] for several in COLUMN_WORDS.values()))
