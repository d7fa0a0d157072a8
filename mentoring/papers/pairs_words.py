"""What is wrong in a row of a sheet of pairs and how to mend it: the chat says it. Plain text."""

from collections.abc import Mapping

from mentoring.rules.pairs_sheet import FORMATS, Column, PairProblem, PairReason

COLUMNS: Mapping[Column, str] = {
    Column.MENTOR: "Наставник",
    Column.MENTEE: "Наставляемый",
    Column.GROUP: "Группа",
    Column.FORMAT: "Форма",
    Column.ORDER: "№ приказа",
    Column.ORDER_ON: "Дата приказа",
    Column.TERM: "Срок",
    Column.STARTS: "Начало",
    Column.ENDS: "Окончание",
    Column.STATE: "Состояние",
}
_ADVICE: Mapping[PairReason, str] = {
    PairReason.MISSING: "здесь пусто, а без этого пару не завести. Заполните ячейку.",
    PairReason.PERSON_UNKNOWN: "имени {value} нет в списке сотрудников. Впишите его, как в списке; несколько имён "
    "разделите точкой с запятой.{perhaps}",
    PairReason.PERSON_AMBIGUOUS: "{value}: так зовут нескольких людей. Впишите имя полностью, как в списке.{perhaps}",
    PairReason.BOTH_SIDES: "{value} — и наставник, и наставляемый в одной паре. Исправьте одно из имён.",
    PairReason.PAIR_TWICE: "{value}: эта пара уже есть в строке {rows}. Удалите лишнее.",
    PairReason.NOT_A_DATE: "{value} не читается как дата. Впишите её с годом, например 01.10.2026.",
    PairReason.NOT_A_TERM: "{value} не читается как срок. Впишите две даты, например 01.10.2026 – 31.05.2027.",
    PairReason.NOT_AN_ORDER: "{value}: слишком длинно для номера приказа. Оставьте номер, например 45-к.",
    PairReason.ENDS_BEFORE_IT_BEGINS: "{value} раньше начала. Исправьте одну из дат.",
    PairReason.DIFFERS: "здесь не то же, что в строке {rows} или в соседней ячейке этой пары. Оставьте одно значение.",
    PairReason.GROUP_UNFIT: "в группе {value} есть строка, где наставник не узнан. Исправьте её, тогда бот заведёт "
    "всю группу.",
    PairReason.NOT_AT_WORK: "{value}. Бот заводит только пары, которые уже работают: исправьте состояние на «работает» "
    "или удалите строку.",
    PairReason.FORMULA: "здесь формула, бот её не считает. Скопируйте ячейку и вставьте как значение.",
    PairReason.FORMAT_UNKNOWN: "форма {value} не узнана. Выберите одну из списка: {formats}. Пару можно завести и без "
    "неё.",
    PairReason.FORMAT_UNFIT: "«один на один», а людей больше двух. Проверьте форму; пару можно завести и так.",
    PairReason.FORMAT_MISSING: "форма не названа. Её можно указать позже.",
    PairReason.ORDER_MISSING: "нет номера приказа. Его можно вписать позже.",
    PairReason.ORDER_DATE_MISSING: "нет даты приказа. Её можно вписать позже.",
    PairReason.END_MISSING: "нет окончания. Его можно вписать позже.",
    PairReason.PERSON_TWICE: "{value} названо дважды. Бот учтёт его один раз.",
    PairReason.MENTEE_AGAIN: "{value} есть и в строке {rows}, у другого наставника. Проверьте, так ли это.",
}


def sentence(of: PairProblem) -> str:
    """«Строка 12, Дата приказа: …»."""
    said = _ADVICE[of.reason].format(
        value=f"«{of.value}»",
        rows=", ".join(map(str, of.rows)) or str(of.row),
        formats=", ".join(label.lower() for label in FORMATS.values()),
        perhaps=f" Возможно, это: {'; '.join(of.hints).removesuffix('.')}." if of.hints else "",
    )
    return f"Строка {of.row}, {COLUMNS[of.column]}: {said}"
