"""The mentee bank: who has answered what, who has not and why, the coordinator's reminder."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from handlers.texts import answered, sending
from handlers.texts.common import local_day, pages, safe
from handlers.texts.people import label
from mentoring.answered import Answered
from mentoring.nudges import Preview
from mentoring.requests import BankLine, BankPage, Wish
from mentoring.rules.names import short_name
from mentoring.silence import SilentPage
from storage.vocabulary import Source

NEW = "новый запрос"
SILENT = sending.SILENT
REMIND = "Напомнить"
BOOK = "Скачать Excel"
SEEN = "Отметить просмотренным"
TO_BANK = "К банку"
CARD = "Карточка"

BEGUN, NOT_BEGUN = "запрос начат, не отправлен", "запрос не начат"

_WISH: Mapping[Wish, str] = {
    Wish.YEAR: "нужен, на месяцы или год",
    Wish.SHORT: "нужен, по одному-двум вопросам",
    Wish.LATER: "пока не знает, нужен ли",
    Wish.DECLINE: "не нужен",
}


def page(of: BankPage, named: Mapping[int, str]) -> str:
    """The numbers, then whether each of the page wants a mentor."""
    lines = "\n".join(f"• {safe(named[each.id])}: {_state(each)}" for each in of.entries)
    listed = f"\n\nНаставник:\n{lines}" if lines else ""
    return f"<b>Банк наставляемых</b>\n\n{_numbers(of)}{listed}{pages(of.number, of.pages)}"


def _state(of: BankLine) -> str:
    wish = _WISH[of.wish] if of.wish else "ответа нет"
    return f"{wish}; {NEW}" if of.is_new else wish


def _numbers(of: BankPage) -> str:
    count = of.count
    if not count.people:
        return "Список людей пока пуст. Начните с кнопки «Люди» в меню."
    rest = count.people - count.answered - count.begun
    numbers = f"Ответили: {count.answered} из {count.people}. Начали: {count.begun}. Не начинали: {rest}."
    if not count.answered:
        return f"Запросов пока нет. {numbers}"
    return f"{numbers} Новых: {count.unseen}." if count.unseen else numbers


def entry_label(name: str, *, new: bool) -> str:
    return label(name, NEW if new else "")


def silent_button(of: BankPage) -> str:
    return f"{SILENT} ({of.count.people - of.count.answered})"


def silent(of: SilentPage, named: Mapping[int, str]) -> str:
    if not of.total:
        nobody = "Список людей пока пуст." if not of.people else "Ответили все."
        return f"<b>{SILENT}</b>\n\n{nobody}"
    lines = "\n".join(
        f"• {safe(named[each.id])}: {answered.why(each, begun=BEGUN, not_begun=NOT_BEGUN)}" for each in of.lines
    )
    return f"<b>{SILENT}</b>: {of.total} из {of.people}\n\n{lines}{pages(of.number, of.pages)}"


def remind_nobody(of: Preview) -> str:
    if not of.people:
        return "Напоминать пока некому: в списке ещё нет педагогов. Добавьте их кнопкой «Люди» в меню."
    return sending.remind_nobody(of)


def book_ordered() -> str:
    return "Таблица придёт отдельным сообщением через несколько секунд."


def gone() -> str:
    return "Этого запроса в банке больше нет: автор отозвал его или своё согласие."


def marked() -> str:
    return "Отмечено"


def marked_already() -> str:
    return "Уже отмечено"


def entry(of: Answered, zone: ZoneInfo) -> list[str]:
    """The whole request in as many messages as it takes, each a page."""
    return answered.in_messages(_entry_head(of, zone), of)


def _entry_head(of: Answered, zone: ZoneInfo) -> str:
    post = f"\n{safe(of.position)}" if of.position else ""
    run = of.run
    sent = f"Отправлено {local_day(run.submitted_at, zone)}" if run.submitted_at else "Отправлено"
    paper = ", с бумаги" if run.source is Source.PAPER else ""
    seen = f"просмотрено {local_day(run.seen_at, zone)}" if run.seen_at else NEW
    changing = f"\nАвтор меняет ответы: без ответа {of.left}" if of.left else ""
    return f"<b>{safe(short_name(of.full_name))}</b>{post}\n{sent}{paper}; {seen}{changing}"
