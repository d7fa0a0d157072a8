"""When the year's surveys are opened, and who opens them."""

from collections.abc import Sequence

from handlers.texts.common import day, label_of, people, plural, safe
from handlers.texts.roadmap import day_of_week
from mentoring.rules.survey_terms import COORDINATORS
from mentoring.survey_plans import BY_NAME, Line

TITLE = "Когда опросы года"
TO_PLANS = "Ко всем опросам"
TO_DATES = "К срокам дорожной карты"
MYSELF = "Открою сам(а)"


def plans(of: Sequence[Line]) -> str:
    lines = "\n".join(f"• {safe(each.form.title)}: {_when(each)}" for each in of)
    return (
        f"<b>Опросы года</b>\n\n{lines}\n\nСроки следуют из дат дорожной карты. Нажмите на опрос, чтобы бот открыл его в "
        "срок сам; иначе он напомнит вам. Между двумя анкетами одного человека проходит не меньше 14 дней."
    )


def _when(of: Line) -> str:
    if of.asked:
        return f"приглашены {people(of.asked)}"
    if of.term is None:
        return "срок не подтверждён"
    who = "" if of.threshold is None else ", откроет бот"
    return f"с {day(of.term.opens_on)} до {day(of.term.answer_by)}{who}"


def label(of: Line) -> str:
    return label_of(of.form.title)


def plan(of: Line) -> str:
    head = f"<b>{safe(of.form.title)}</b>"
    if of.term is None:
        return f"{head}\n\nСрок этого опроса следует из дорожной карты. Подтвердите её даты, и бот предложит дни."
    when = f"Открывается {day_of_week(of.term.opens_on)}, ответить можно до {day_of_week(of.term.answer_by)}."
    now = f"Сейчас его можно было бы предложить: {people(of.audience)}." if of.audience else _nobody(of)
    return f"{head}\n\n{when} {now}\n\nКто откроет: {_who(of)}."


def _nobody(of: Line) -> str:
    if of.form.audience == COORDINATORS:
        return (
            "Пока предложить его некому: отвечают те, кто ведёт программу, после согласия на обработку данных («Для меня как "
            "педагога» в меню)."
        )
    return "Пока предложить его некому: опрос отправляется тем, кто есть в банке."


def _who(of: Line) -> str:
    match of.threshold:
        case None:
            return "вы; бот напомнит в этот день"
        case 0:
            return "бот, в этот день, ответы с именами"
        case least:
            return f"бот, в этот день, без имён, результаты от {plural(least, 'ответа', 'ответов', 'ответов')}"


def way(threshold: int) -> str:
    if threshold == BY_NAME:
        return "Бот, ответы с именами"
    return f"Бот, без имён, от {plural(threshold, 'ответа', 'ответов', 'ответов')}"


def kept() -> str:
    return "Записано."


def gone() -> str:
    return "Так этот опрос открыть нельзя. Вот опросы года."


def due(of: Line) -> str:
    """On the day, when the coordinator opens it themselves, or there are too few for answers without names."""
    until = f" до {day(of.term.answer_by)}" if of.term else ""
    return f"Пора открыть анкету «{safe(of.form.title)}»: её можно предложить сейчас, ответить попросим{until}. В банке: {people(of.audience)}."


def invite_label(of: Line) -> str:
    return label_of(f"Пригласить: {of.form.title}")
