"""«Новый учебный год»: what becomes of the old one; last year's answers; how long data are kept."""

from collections.abc import Mapping

from handlers.texts.common import cut, full_day, label_of, plural, safe
from handlers.texts.pairs import label
from handlers.texts.year_end import year
from mentoring.answered import Answered
from mentoring.year_end.confirming import Standing
from mentoring.year_end.keeping import ClosedYear
from mentoring.year_end.turning import Choice, Preview, Turned

TITLE = "Новый учебный год"
PAIRS = "Какие пары продолжат"
BANK = "Кто подтвердил участие"
SAME, CHANGE, OUT = "Всё по-прежнему", "Изменить", "Не участвую"
ARCHIVE_YES = "Да, оставить только цифры"
ARCHIVE, EXTEND = "Оставить только цифры", "Хранить ещё год"
DISPUTE, SETTLED = "Есть спор", "Спор закончен"
CONFIRM = "Подтвердить"
DATES = "Сроки этапов"
_ROOM = 2_500
_FORMS: Mapping[str, str] = {"needs": "запрос", "mentor_profile": "анкету наставника"}
_BANKS: Mapping[str, str] = {"needs": "Запросы", "mentor_profile": "Анкеты наставников"}


def preview(of: Preview) -> str:
    head = f"<b>{TITLE}: {year(of.school_year + 1)}</b>"
    if of.opens_on is not None:
        return (
            f"{head}\n\nЗакрыть {year(of.school_year)} можно с {full_day(of.opens_on)}. До этого ничего не изменится."
        )
    going = sum(each.goes_on for each in of.choices)
    return (
        f"{head}\n\nПары в работе: завершатся по сроку {len(of.choices) - going}, продолжат {going}. "
        f"Без приказа, перейдут: {of.unordered}. В очереди останутся: {of.waiting}.\n"
        f"Запросы ({of.requests}) и анкеты наставников ({of.mentors}) бот попросит подтвердить с сентября. "
        f"Не подтверждено пунктов карты: {of.unproved}.\n\n"
        "Отменить это нельзя. Сначала скачайте отчёт."
    )


def turn_label(of: Preview) -> str:
    return label_of(f"Начать {year(of.school_year + 1)}")


def too_late() -> str:
    return "Данные изменились, или новый год уже начат. Посмотрите ещё раз."


def turned(of: Turned) -> str:
    return (
        f"Начат {year(of.school_year)} учебный год. Завершено пар: {of.ended}, продолжат: {of.going_on}, "
        f"в очереди: {of.waiting}.\n\nДальше: приказ о прекращении, сроки этапов на новый год, а тем, кто продолжает, новый приказ."
    )


def choices(number: int, pages: int) -> str:
    more = f"\n\nСтраница {number + 1} из {pages}" if pages > 1 else ""
    return (
        f"<b>{PAIRS}</b>\n\nОтмеченные пары начнутся заново с новым приказом, остальные завершатся по сроку. "
        f"Нажмите на пару, чтобы изменить.{more}"
    )


def no_pairs() -> str:
    return f"<b>{PAIRS}</b>\n\nПар, которые сейчас в работе, нет."


def choice_label(of: Choice) -> str:
    return label_of(f"{'☑' if of.goes_on else '☐'} {label(of.pair)}")


def confirm(form_key: str, of: Answered) -> str:
    """What was said last year, and the question whether it holds."""
    lines = [
        f"{safe(cut(line.question.title, 100))}: {safe(cut(', '.join(line.labels), 200))}"
        for line in of.lines
        if line.labels
    ]
    told = "\n".join(lines)
    # Cut between two lines: what is escaped is not to be torn.
    while len(told) > _ROOM:
        told = told.rpartition("\n")[0]
    return f"В прошлом учебном году вы заполнили {_FORMS[form_key]}. Это ещё верно?\n\n{told}"


def confirmed() -> str:
    return "Спасибо, записано: в новом году всё по-прежнему."


def refused(form_key: str) -> str:
    return f"Записано: в этом году не участвуете. Если передумаете, можно заполнить {_FORMS[form_key]} заново."


def said_before() -> str:
    return "На этот вопрос вы уже ответили."


def in_menu(form_key: str) -> str:
    return f"Подтвердите {_FORMS[form_key]} прошлого года: это одно нажатие."


def reminder(form_key: str) -> str:
    return f"В прошлом году вы заполнили {_FORMS[form_key]}. Ответьте одним нажатием, верно ли это и сейчас."


def confirm_label(form_key: str) -> str:
    return label_of(f"{CONFIRM} {_FORMS[form_key]}")


def bank(of: Standing) -> str:
    if not of.counts:
        return f"<b>{BANK}</b>\n\nВсе, кто заполнял анкеты в прошлом году, уже ответили."
    lines = "\n".join(
        f"• {_BANKS[each.form_key]}: ждём ответа {each.asked}, не участвуют {each.refused}." for each in of.counts
    )
    return f"<b>{BANK}</b>\n\n{lines}\n\nСтарые ответы можно прочитать, изменить их уже нельзя."


def bank_label(form_key: str) -> str:
    return _BANKS[form_key]


def bank_list(form_key: str, count: int, number: int, pages: int) -> str:
    more = f"\n\nСтраница {number + 1} из {pages}" if pages > 1 else ""
    return (
        f"<b>{_BANKS[form_key]} прошлого года</b>\n\n{plural(count, 'человек', 'человека', 'человек')} в списке.{more}"
    )


def line_label(name: str, *, refused: bool) -> str:
    return label_of(f"{name}: не участвует" if refused else name)


def kept(of: ClosedYear, *, over: bool) -> str:
    head = f"<b>Данные {year(of.school_year)} учебного года</b>\n\n"
    if of.archived_at is not None:
        return f"{head}Оставлены только цифры, сведений о людях нет."
    reason = f"\nПричина: {safe(of.keep_reason)}" if of.keep_reason else ""
    if of.dispute:
        return f"{head}Хранятся, пока идёт спор.{reason}"
    if not over:
        return f"{head}Хранятся до {full_day(of.keep_until)}, потом бот спросит, что с ними сделать.{reason}"
    return (
        f"{head}Срок хранения вышел {full_day(of.keep_until)}.{reason}\n\nЕсли оставить только цифры, из базы уйдут состав "
        "пар, программы, встречи и ответы этого года. Вернуть их будет нельзя. Приказы и отчёт останутся на бумаге."
    )


def kept_label(of: ClosedYear) -> str:
    return f"Данные {year(of.school_year)}"


def keep_reminder(of: ClosedYear) -> str:
    return (
        f"Срок хранения данных {year(of.school_year)} учебного года вышел. Решите: оставить цифры или хранить дольше."
    )


def archive_ask(of: ClosedYear, pairs: int) -> str:
    return (
        f"Оставить от {year(of.school_year)} учебного года только цифры? Ответы, программы и отметки встреч этого года "
        f"исчезнут, пар: {pairs}. Номера приказов и отчёт останутся. Вернуть это нельзя: сначала скачайте «Итоги года»."
    )


def archived() -> str:
    return "Готово: сведений о людях за этот год больше нет, цифры остались."


def not_archived() -> str:
    return "Сейчас этого сделать нельзя: срок не вышел, идёт спор, или уже сделано."


def held() -> str:
    return "Записано."


def not_held() -> str:
    return "Уже изменено. Посмотрите ещё раз."
