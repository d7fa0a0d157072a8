"""What the other coordinators did: said to each who leads the programme, in words and by whom."""

from collections.abc import Iterable, Mapping

from handlers.texts.common import plural, safe
from handlers.texts.people import label
from handlers.texts.roles import CHANGE, NAMES
from mentoring.rules.names import short_name
from mentoring.watched import SHOWN, Seen, Watched

TITLE = "Действия координаторов"

WORDS: Mapping[Watched, str] = {
    Watched.BANK: "скачан банк запросов",
    Watched.MENTORS: "скачан банк наставников",
    Watched.PAIRS: "скачана таблица пар",
    Watched.FORM: "скачаны ответы анкеты",
    Watched.YEAR: "скачан отчёт года с фамилиями",
    Watched.FOLDER: "скачана папка проверки",
    Watched.JOURNAL: "скачан журнал действий",
    Watched.SLIPS: "напечатаны личные ссылки для входа",
    Watched.ERASED: "уничтожены данные человека",
    Watched.ANNOUNCED: "отправлено объявление",
    Watched.ROLE_GIVEN: "дана роль",
    Watched.ROLE_TAKEN_BACK: "снята роль",
    Watched.ROLE_IN: "доступ с ролью",
    Watched.LEFT: "отмечен уход из школы, доступ закрыт",
    Watched.DISCONNECTED: "отключён аккаунт",
    Watched.RELINKED: "вход с нового аккаунта",
    Watched.STAFF_ROOM: "открыта ссылка для учительской",
    Watched.TEMPLATE: "принят свой образец документа",
    Watched.YEAR_TURNED: "открыт новый учебный год",
    Watched.YEAR_ARCHIVED: "уничтожены сведения закрытого года",
    Watched.STRICT: "включён закрытый режим",
    Watched.NOT_STRICT: "выключен закрытый режим",
}


def told(seen: Iterable[Seen]) -> str:
    every = list(seen)
    lines = [f"• {_line(each)}" for each in every[:SHOWN]]
    if len(every) > SHOWN:
        lines.append(f"• и ещё {len(every) - SHOWN}")
    return (
        f"<b>{TITLE}</b>\n\n" + "\n".join(lines) + "\n\nЭто видят все, кто ведёт программу. "
        "Если неожиданно, спросите лично; доступ закрывает «Отключить аккаунт» на карточке."
    )


def rights_label(given: Seen) -> str:
    """The button that leads to taking the role back."""
    return label(f"{CHANGE}: {short_name(given.whom) or 'без имени'}")


def _line(of: Seen) -> str:
    role = f": {NAMES[of.role]}" if of.role else ""
    whom = f", {safe(short_name(of.whom))}" if of.whom and of.whom != of.by else ""
    times = f" ({of.times})" if of.times > 1 else ""
    reached = f", {plural(of.people, 'получатель', 'получателя', 'получателей')}" if of.people else ""
    return f"{_by(of)}: {WORDS[of.what]}{role}{whom}{reached}{times}"


def _by(of: Seen) -> str:
    return safe(short_name(of.by)) if of.by else "координатор без имени в списке"
