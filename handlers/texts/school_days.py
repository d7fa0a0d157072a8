"""The school's calendar: holidays and single days."""

from collections.abc import Iterable, Mapping
from datetime import date

from handlers.texts.common import day, plural
from handlers.texts.roadmap import day_of_week
from mentoring.rules.calendar import Break
from mentoring.rules.school_breaks import Scheme
from mentoring.school_days import Days, Fit, OwnDay, Typed

TITLE = "Календарь школы"
SCHEMES: Mapping[Scheme, str] = {
    Scheme.QUARTERS: "Предложить по четвертям",
    Scheme.TRIMESTERS: "Предложить по триместрам",
}
TAKE = "Записать эти каникулы"
ADD_BREAK, ADD_OFF, ADD_WORKS = "Добавить каникулы", "Добавить выходной", "Добавить рабочий день"
CHANGE, DROP = "Изменить", "Убрать"
BACK = "К календарю"


def calendar(of: Days) -> str:
    lines = [
        *(f"• {span(Break(each.starts_on, each.ends_on))}" for each in of.breaks),
        *(f"• {own_day(each)}" for each in of.own),
    ]
    listed = "\n".join(lines) or "Каникулы не указаны: пока их нет, бот напоминает и в каникулы."
    return (
        f"<b>{TITLE}, {of.school_year}/{of.school_year + 1}</b>\n\n{listed}\n\n"
        "Праздники бот знает сам. В каникулы и за два учебных дня до них педагогам не напоминает, "
        "с 20 июня по 20 августа пишет только координатору."
    )


def span(of: Break) -> str:
    """«Каникулы: 31 октября – 8 ноября»."""
    return f"Каникулы: {day(of.starts)} – {day(of.ends)}"


def break_label(starts: date, ends: date) -> str:
    return f"{day(starts)} – {day(ends)}"


def own_day(of: OwnDay) -> str:
    return f"{day_of_week(of.day)}: {'работаем' if of.works else 'выходной'}"


def drop_day_label(of: OwnDay) -> str:
    return f"{DROP}: {day(of.day)}"


def proposal(breaks: Iterable[Break]) -> str:
    listed = "\n".join(f"• {span(each)}" for each in breaks)
    return (
        f"Обычные каникулы при таком делении года:\n\n{listed}\n\n"
        "Сверьте с приказом школы: после записи каждые можно изменить. То, что было записано раньше, заменится."
    )


def one_break(starts: date, ends: date) -> str:
    return f"Каникулы: {day_of_week(starts)} – {day_of_week(ends)}."


def taken(count: int) -> str:
    return f"Записаны {plural(count, 'каникулы', 'каникулы', 'каникул')}."


def typed(of: Typed) -> str:
    match of.fit:
        case Fit.KEPT:
            return f"Записано. {span(of.span)}."
        case Fit.ENDS_BEFORE:
            return f"Каникулы не могут кончиться {day(of.span.ends)}, раньше чем начались. Укажите дни ещё раз."
        case Fit.TOO_LONG:
            return (
                f"Получилось {(of.span.ends - of.span.starts).days + 1} дней: похоже на опечатку. Укажите дни ещё раз."
            )
    return "Эти дни в другом учебном году. Укажите дни ещё раз."


def kept(of: OwnDay) -> str:
    return f"Записано. {own_day(of)}."


def dropped() -> str:
    return "Убрано."
