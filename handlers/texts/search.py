"""Waiting for a mentor, as the person sees it: the search goes on, what there is meanwhile, how to stop it."""

from collections.abc import Mapping

from handlers.texts.common import safe, stop
from handlers.texts.queue import days
from mentoring.queue import Own
from mentoring.queue_exits import Search
from mentoring.support import OPEN, Note, is_signed_up
from storage.vocabulary.pairs import Support, SupportState

TITLE = "Пока идёт поиск"
GO_ON = "Искать дальше"
LEAVE = "Не искать"
AGAIN = "Искать наставника снова"
MATERIALS = "Материалы"
SIGN_UP = "Записаться к психологу"
SIGN_OFF = "Отменить запись к психологу"
IN_MENU: Mapping[Search, str] = {
    Search.GOES_ON: "Поиск наставника продолжается.",
    Search.RESTS: "Поиск наставника на паузе, пока вы просили не беспокоить.",
    Search.LEFT: "Наставника для вас сейчас не ищут, как вы и просили.",
    Search.STOPPED: "Поиск наставника остановлен координатором.",
}
YES: Mapping[Support, str] = {
    Support.CONSULTATION: "Хочу консультацию",
    Support.GROUP: "Хочу в группу",
}
NO: Mapping[Support, str] = {
    Support.CONSULTATION: "Консультация не нужна",
    Support.GROUP: "Группа не нужна",
}
_OFFERED: Mapping[Support, str] = {
    Support.MATERIALS: "подобраны материалы по вашим темам",
    Support.CONSULTATION: "можно прийти на разовую консультацию",
    Support.GROUP: "можно собраться группой с коллегами, у которых похожие вопросы",
    Support.PSYCHOLOGIST: "можно прийти к психологу школы, записаться можно только самим",
}


def screen(of: Own) -> str:
    pieces = (_search(of), _meanwhile(of), _hours(of))
    return f"<b>{TITLE}</b>\n\n" + "\n\n".join(piece for piece in pieces if piece)


def _search(of: Own) -> str:
    match of.search:
        case Search.GOES_ON:
            waits = f" Вы ждёте {days(of.days)}." if of.days else ""
            return (
                f"{IN_MENU[of.search]}{waits} Место в очереди не пропадает: когда появится подходящий наставник, "
                "координатор узнает об этом в тот же день. Искать дальше?"
            )
        case Search.RESTS:
            return f"{IN_MENU[of.search]} Когда пауза закончится, поиск продолжится сам, место в очереди сохраняется."
        case Search.LEFT:
            return f"{IN_MENU[of.search]} Вернуться можно в любой день: кнопка «{AGAIN}»."
    return f"{IN_MENU[of.search]} Если вы с этим не согласны или что-то изменилось, спросите координатора."


def _meanwhile(of: Own) -> str:
    notes = [each for each in of.notes if each.state in OPEN and each.kind is not Support.PSYCHOLOGIST]
    lines = [f"• {_line(each)}" for each in notes] if of.goes_on else []
    lines += ["• вы записаны к психологу"] if is_signed_up(of.notes) else []
    return "Что есть уже сейчас:\n" + "\n".join(lines) if lines else ""


def _line(of: Note) -> str:
    return f"{_OFFERED[of.kind]}{', вы уже согласились' if of.state is SupportState.WANTED else ''}"


def _hours(of: Own) -> str:
    """Shown to everybody who waits; who signs up is between them and the psychologist."""
    if not of.hours or not of.goes_on:
        return ""
    how = " Записаться можно только самим, о чём разговор, не записывается." if of.may_sign_up else ""
    return f"Психолог школы принимает: {stop(safe(of.hours))}{how}"


def no_search() -> str:
    return "Поиск наставника для вас не идёт: есть пара, или в запросе наставник не нужен."


def goes_on() -> str:
    return "Хорошо, поиск продолжается."


def stopped() -> str:
    return f"Хорошо, наставника для вас больше не ищут. Передумаете — в меню есть «{AGAIN}»."


def again() -> str:
    return "Хорошо, поиск продолжается, ожидание считается с прежнего дня."


def answered(*, wants: bool) -> str:
    return "Спасибо, координатор увидит и договорится с вами." if wants else "Хорошо, записано."


def signed_up() -> str:
    return "Записано. Психолог увидит ваше имя и дату, больше ничего."


def signed_off() -> str:
    return "Запись отменена."


def long_wait() -> str:
    """Once, after ten working days."""
    return (
        "Наставник для вас пока не нашёлся, поиск продолжается. Посмотрите, что есть уже сейчас, и решите, искать ли "
        "дальше."
    )


def pair_over() -> str:
    """The working day after; who left, and why, is nobody's business here."""
    return (
        "Работа с прежним наставником завершена. Ваш запрос остаётся в силе: для вас уже ищут другого наставника. "
        "Посмотрите, что есть уже сейчас."
    )


def offered(kind: Support) -> str:
    return f"Пока идёт поиск наставника, {_OFFERED[kind]}."
