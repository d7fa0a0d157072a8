"""Invitations: one link for the staff room, slips with personal links."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.texts.common import local_day, plural, safe
from mentoring.invitations import Ways

OPEN = "Открыть ссылку для учительской"
OPEN_ANEW = "Новая ссылка (прежняя закроется)"
CLOSE = "Закрыть ссылку"
POSTER = "Плакат с QR-кодом (Word)"
PRINT_SLIPS = "Напечатать листочки"
TO_INVITES = "К приглашениям"


def slips(count: int) -> str:
    return f"Листочки с личными ссылками ({count})"


def ways(of: Ways, zone: ZoneInfo) -> str:
    """Both ways in, and how they stand."""
    left = (
        f"Ещё не вошли: {plural(of.without_account, 'человек', 'человека', 'человек')}."
        if of.without_account
        else "Все, кто есть в списке, уже вошли."
    )
    return (
        f"<b>Пригласить</b>\n\n{left}\n\n1. Одна ссылка для учительской: педагоги приходят по ней, "
        f"вы подтверждаете. Сейчас {_state(of.open_until, zone)}.\n"
        "2. Листочки: у каждого своя ссылка и QR-код, подтверждать не нужно."
    )


def _state(open_until: datetime | None, zone: ZoneInfo) -> str:
    return f"открыта до {local_day(open_until, zone)}" if open_until else "закрыта"


def opened(url: str, code: str, until: datetime, zone: ZoneInfo) -> str:
    return (
        f"Ссылка для учительской открыта до {local_day(until, zone)}:\n\n{safe(url)}\n\n"
        f"Или боту пишут код: <code>{code}</code>\n\n"
        "Перешлите это сообщение коллегам или повесьте плакат. Ссылка показана один раз; прежние закрыты."
    )


def poster_ordered() -> str:
    return "Бот готовит плакат с этой же ссылкой и пришлёт его сюда."


def link_closed() -> str:
    return "Эта ссылка уже закрыта. Откройте новую, и плакат будет с ней."


def closed() -> str:
    return "Ссылка закрыта: по ней больше никто не войдёт. Кто уже ждёт, остаётся в списке на подтверждение."


def slips_ask(count: int, living: int) -> str:
    return (
        f"Напечатать {plural(count, 'листочек', 'листочка', 'листочков')}? Личные ссылки, выданные раньше "
        f"и ещё не использованные ({living}), перестанут действовать."
    )


def slips_ordered(count: int) -> str:
    return f"Бот готовит листочки ({count}), это недолго. Напечатайте файл и разрежьте по пунктиру."


def nobody_left() -> str:
    return "Печатать некому: все, кто есть в списке, уже вошли."
