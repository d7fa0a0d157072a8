"""A questionnaire that is not there yet: three questions of different kinds, to be overwritten."""

from mentoring.rules.form_files import Grid
from mentoring.rules.form_files.columns import Column, Setting
from mentoring.rules.form_files.russian_words import COLUMN_WORDS, QUESTIONS_SHEET, SETTING_WORDS, SETTINGS_SHEET

TITLE = "Новая анкета"

_COLUMNS = (
    Column.KEY, Column.TEXT, Column.KIND, Column.OPTIONS, Column.REQUIRED, Column.HELP, Column.SHOW_IF, Column.MOST,
)  # fmt: skip
# No codes: whoever overwrites a question must not leave it under the code of another one.
QUESTIONS = Grid(
    QUESTIONS_SHEET,
    (
        tuple(COLUMN_WORDS[column][0] for column in _COLUMNS),
        ("", "Готовы ли вы провести открытый урок?", "один вариант", "Да\nМожет быть\nНет", "да", "", "", ""),
        (
            "",
            "Что поможет вам подготовиться?",
            "несколько вариантов",
            "План урока\nРазбор с коллегой\nОборудование\nНичего не нужно [только один]",
            "",
            "Можно несколько.",
            "№1 = «Да» или «Может быть»",
            "",
        ),
        ("", "Что ещё важно учесть?", "текст", "", "", "Одно-два предложения.", "", "300"),
    ),
)
SETTINGS = Grid(
    SETTINGS_SHEET,
    tuple(
        (SETTING_WORDS[setting][0], value)
        for setting, value in {
            Setting.KEY: "",
            Setting.TITLE: TITLE,
            Setting.MINUTES: "",
            Setting.INTRO: "Короткая анкета. Ответы видит только координатор. Можно прерваться и продолжить позже.",
            Setting.OUTRO: "Ответы у координатора.",
        }.items()
    ),
)
