"""Invitations: one link for the staff room, slips with personal links."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.texts.common import local_day, plural, safe, stop
from mentoring.invitations import Ways

OPEN = "Открыть ссылку для учительской"
OPEN_ANEW = "Новая ссылка (прежняя закроется)"
CLOSE = "Закрыть ссылку"
POSTER = "Плакат с QR-кодом (Word)"
PRINT_SLIPS = "Напечатать листочки"
TO_INVITES = "К приглашениям"
ADDRESS = "Указать адрес школы"


def slips(count: int) -> str:
    return f"Листочки с личными ссылками ({count})"


def ways(of: Ways, zone: ZoneInfo) -> str:
    """Both ways in, and how they stand."""
    left = (
        f"Ещё не вошли: {plural(of.without_account, 'человек', 'человека', 'человек')}."
        if of.without_account
        else "Все, кто есть в списке, уже вошли."
    )
    address = "" if of.address_known else f"{no_address()}\n\n"
    return (
        f"<b>Пригласить</b>\n\n{address}{left}\n\n1. Одна ссылка для учительской: педагоги приходят по ней, "
        f"вы подтверждаете. Сейчас {_state(of.open_until, zone)}.\n"
        "2. Листочки: у каждого своя ссылка и QR-код, подтвердите только людей с ролью."
    )


def _state(open_until: datetime | None, zone: ZoneInfo) -> str:
    return f"открыта до {local_day(open_until, zone)}" if open_until else "закрыта"


def no_address() -> str:
    return "Адрес школы не указан: в тексте согласия, который читает каждый, вместо него черта."


def invitation(school: str, url: str, code: str, until: datetime, zone: ZoneInfo) -> str:
    """Forwarded as it is to whoever comes by the staff room's link."""
    return (
        f"{about(school)}\n\n{way_in(url, code)}\n\n"
        f"Ссылка открыта до {local_day(until, zone)}, вас подтвердит координатор."
    )


def personal(who: str, school: str, url: str, code: str, until: datetime, zone: ZoneInfo) -> str:
    """Forwarded as it is to one person; `who` is safe already."""
    return (
        f"{who}, это личное приглашение: на один раз, до {local_day(until, zone)}.\n\n"
        f"{about(school)}\n\n{way_in(url, code)}"
    )


def about(school: str) -> str:
    return (
        f"Наставничество педагогов, {stop(safe(school))} За три минуты можно рассказать, какая помощь "
        "нужна в работе. Это добровольно, не проверка и не оценка."
    )


def way_in(url: str, code: str) -> str:
    bot = url.partition("?")[0].removeprefix("https://")
    return (
        f"Откройте ссылку и нажмите «Начать»:\n{safe(url)}\n\n"
        f"Не открывается — напишите боту {safe(bot)} код: <code>{code}</code>"
    )


def opened(until: datetime, zone: ZoneInfo) -> str:
    return (
        f"Ссылка для учительской открыта до {local_day(until, zone)}. Перешлите сообщение выше коллегам "
        "или повесьте плакат. Ещё раз бот её не покажет; прежние ссылки закрыты."
    )


def poster_ordered() -> str:
    return "Плакат с этой же ссылкой придёт отдельным сообщением."


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
    return f"Листочки ({count}) придут отдельным сообщением через несколько секунд. Напечатайте их и разрежьте по пунктиру."


def nobody_left() -> str:
    return "Печатать некому: все, кто есть в списке, уже вошли."
