"""A file or a text that is no roadmap: what it is and what to do with it."""

from collections.abc import Mapping

from handlers.texts.common import plural
from mentoring.own_roadmaps import TooLong
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.rules.roadmap_files import Column, Problem, Reason

_SEND = "Пришлите документ Word (.docx) или вставьте таблицу сюда сообщением."
_FILES: Mapping[FileReason, str] = {
    FileReason.EMPTY: f"Файл пустой. {_SEND}",
    FileReason.NO_ROWS: (
        "В этом документе нет таблицы. Дорожную карту бот читает из таблицы со столбцами «Содержание деятельности» и «Сроки»."
    ),
    FileReason.CSV: f"В этом текстовом файле не нашлась таблица. {_SEND}",
    FileReason.PDF: (
        "Это PDF, из него таблицу не прочитать. Пришлите исходный документ Word (.docx) или откройте PDF, скопируйте "
        "таблицу и вставьте её сюда сообщением."
    ),
    FileReason.OLD_WORD: (
        "Это документ старого формата. Откройте его в Word, выберите «Сохранить как», затем «Документ Word (.docx)», "
        "и пришлите ещё раз."
    ),
    FileReason.RTF: "Это RTF. Откройте его в Word, сохраните как «Документ Word (.docx)» и пришлите ещё раз.",
    FileReason.OPEN_DOCUMENT: (
        "Это OpenDocument. Откройте его, выберите «Сохранить как», затем «Документ Word (.docx)», и пришлите ещё раз."
    ),
    FileReason.EXCEL: (
        "Это книга Excel. Скопируйте из неё таблицу дорожной карты и вставьте сюда сообщением. "
        "Если это список сотрудников или анкета, откройте «Люди» или «Анкеты» и пришлите файл ещё раз."
    ),
    FileReason.PICTURE: f"Это картинка, бот её не читает. {_SEND}",
    FileReason.NOT_WORD: f"Внутри этого файла нет документа Word. {_SEND}",
    FileReason.PASSWORD: (
        "Документ закрыт паролем. Снимите пароль в Word (Файл → Сведения → Защита документа) и пришлите ещё раз."
    ),
    FileReason.MACROS: (
        "В этом шаблоне есть макросы. Откройте его в Word, сохраните как «Документ Word (.docx)» без макросов и пришлите ещё раз."
    ),
    FileReason.LINKED: (
        "В этом шаблоне есть картинка, поле или связь, которые берутся из другого места. Вставьте их в документ целиком "
        "или удалите и пришлите ещё раз."
    ),
    FileReason.EMBEDDED: (
        "В этот шаблон вставлен объект другой программы, например таблица Excel. Замените его обычной таблицей или текстом "
        "и пришлите ещё раз."
    ),
    FileReason.LARGE_TEMPLATE: "Шаблон больше 1 МБ. Уменьшите или уберите картинки и пришлите ещё раз.",
    FileReason.BROKEN: "Документ не открывается: похоже, он повреждён. Сохраните его в Word заново и пришлите ещё раз.",
}
_COLUMNS: Mapping[Column, str] = {
    Column.NUMBER: "№ п/п",
    Column.TITLE: "Наименование этапа",
    Column.CONTENT: "Содержание деятельности",
    Column.TERM: "Сроки",
    Column.RESPONSIBLE: "Ответственный",
    Column.EXPECTED: "Ожидаемый результат",
}


def unreadable(of: FileProblem) -> str:
    if of.reason is FileReason.TOO_MANY_ROWS:
        return f"В таблице больше {of.limit} строк. Оставьте в документе только дорожную карту и пришлите ещё раз."
    large = "Документ слишком большой. Скопируйте таблицу дорожной карты в новый документ Word и пришлите его."
    return _FILES.get(of.reason, large)


def or_a_list() -> str:
    """Of a document that came when none was asked for."""
    return (
        "Если это дорожная карта, исправьте файл и пришлите ещё раз. "
        "Если это список сотрудников или анкета, перенесите таблицу в Excel (.xlsx), можно в шаблон."
    )


def too_large() -> str:
    return "Файл больше 10 МБ. Скопируйте таблицу дорожной карты в новый документ Word и пришлите его."


def no_roadmap(of: Problem) -> str:
    """The first thing that is wrong with the tables."""
    where = f"В строке {of.row} таблицы" if of.row else "В таблице"
    match of.reason:
        case Reason.NO_TABLE:
            return (
                "Здесь не нашлась таблица дорожной карты. Бот узнаёт её по заголовкам столбцов, например: "
                "«Наименование этапа», «Содержание деятельности», «Сроки», «Ответственный». "
                "Назовите столбцы так и пришлите ещё раз."
            )
        case Reason.MISSING_COLUMN:
            named = _COLUMNS[of.column or Column.TERM]
            return f"В таблице не нашёлся столбец «{named}». Добавьте его заголовок и пришлите карту ещё раз."
        case Reason.NO_ROWS:
            return "В таблице нет ни одного этапа. Заполните строки под заголовками и пришлите карту ещё раз."
        case Reason.TOO_MANY_ROWS:
            what = "пунктов" if of.column is Column.CONTENT else "строк или этапов"
            return f"В таблице больше {of.limit} {what}. Оставьте в ней только дорожную карту и пришлите ещё раз."
    return f"{where} слишком длинный текст: больше {of.limit} знаков. Сократите его и пришлите карту ещё раз."


def stage_too_long(of: TooLong) -> str:
    limit = plural(of.limit, "пункта", "пунктов", "пунктов")
    return f"В этапе {of.stage} больше {limit}. Разделите его на два этапа и пришлите карту ещё раз."


def not_a_table() -> str:
    return (
        "В этом сообщении не нашлась таблица. Скопируйте её вместе с заголовками столбцов: ячейки должны остаться "
        "разделёнными. Если не получается, пришлите документ Word (.docx)."
    )
