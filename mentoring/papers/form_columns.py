"""The columns of a questionnaire's template: how wide each is, what it is for, which words it takes."""

from collections.abc import Mapping
from dataclasses import dataclass

from mentoring.rules.form_files.columns import CHECKS, NO, PARTS, TENSES, YES, Column, Setting
from mentoring.rules.form_files.russian_words import COLUMN_WORDS, KIND_WORDS, SETTING_WORDS


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """`words` are offered to choose from, and nothing forbids others; `rare` columns most questions do without."""

    width: float
    hint: str
    words: tuple[str, ...] = ()
    rare: bool = False


_FLAG = (YES, NO)


def _russian(words: Mapping[str, object]) -> tuple[str, ...]:
    """The words of the template among those of both notations."""
    return tuple(word for word in words if not word.isascii())


COLUMNS: Mapping[str, ColumnLook] = {
    COLUMN_WORDS[column][0]: look
    for column, look in {
        Column.KEY: ColumnLook(
            14,
            "Не меняйте: по коду бот узнаёт вопрос в прежних ответах. У нового вопроса оставьте пустым, "
            "код бот придумает сам.",
        ),
        Column.TEXT: ColumnLook(40, "Обязательно. Что спросить. Вместе с подсказкой — до 350 знаков."),
        Column.KIND: ColumnLook(
            20, "Обязательно. Как отвечают: выберите из списка.", tuple(words[0] for words in KIND_WORDS.values())
        ),
        Column.OPTIONS: ColumnLook(
            50,
            "Каждый вариант с новой строки (Alt+Enter), до 40 знаков. В квадратных скобках — код варианта: "
            "его не меняйте, у нового варианта не нужен.",
        ),
        Column.REQUIRED: ColumnLook(16, "«да», если пропустить вопрос нельзя. Пусто — можно.", _FLAG),
        Column.HELP: ColumnLook(28, "Мелкая строка под вопросом. Можно не заполнять."),
        Column.SHOW_IF: ColumnLook(32, "Пусто — вопрос видят все. Примеры условий — на листе «Как заполнять»."),
        Column.LEAST: ColumnLook(
            13,
            "Число и шкала: от какого значения. Несколько вариантов: сколько отметить. Текст: сколько знаков.",
        ),
        Column.MOST: ColumnLook(
            13,
            "Число и шкала: до какого значения. Несколько вариантов: сколько отметить. Текст: сколько знаков.",
        ),
        Column.SECTION: ColumnLook(20, "Название раздела, в котором стоит вопрос.", rare=True),
        Column.CONSTRAINT: ColumnLook(26, "Каким должен быть сам ответ, например: ответ больше 0.", rare=True),
        Column.MESSAGE: ColumnLook(28, "Что сказать, если ответ не подошёл под условие.", rare=True),
        Column.HEADING: ColumnLook(26, "Как назвать вопрос в сводке и в таблице ответов.", rare=True),
        Column.EXAMPLE: ColumnLook(22, "Пример ответа: бот покажет его под вопросом.", rare=True),
        Column.LOW: ColumnLook(18, "Что значит первая отметка шкалы.", rare=True),
        Column.HIGH: ColumnLook(18, "Что значит последняя отметка шкалы.", rare=True),
        Column.TENSE: ColumnLook(13, "Для вида «дата»: какую дату можно назвать.", tuple(TENSES), rare=True),
        Column.PART: ColumnLook(
            17, "Дополнительную часть бот предлагает после основной, её можно пропустить.", _russian(PARTS), rare=True
        ),
        Column.PRIVATE: ColumnLook(16, "«да» — ответ в таблице будет на отдельном листе.", _FLAG, rare=True),
        Column.SENSITIVE: ColumnLook(14, "«да» — появится кнопка «Не хочу отвечать».", _FLAG, rare=True),
        Column.CAUTION: ColumnLook(
            17, "«да» — бот попросит не писать фамилий учеников и сведений о здоровье.", _FLAG, rare=True
        ),
        Column.CHECK: ColumnLook(17, "Для вида «текст»: что бот проверит в ответе.", _russian(CHECKS), rare=True),
    }.items()
}

SETTINGS: Mapping[str, str] = {
    SETTING_WORDS[setting][0]: hint
    for setting, hint in {
        Setting.KEY: "Не меняйте: по коду бот узнаёт анкету. У новой анкеты оставьте пустым.",
        Setting.TITLE: "Так анкета называется в меню и в приглашениях.",
        Setting.MINUTES: "Сколько минут занимает. Пусто — бот посчитает по числу вопросов.",
        Setting.INTRO: "Что бот скажет перед первым вопросом: зачем анкета и кто увидит ответы.",
        Setting.OUTRO: "Что бот скажет, когда анкета отправлена.",
        Setting.VERSION: "Для сведения: номер версии бот ставит сам.",
    }.items()
}
