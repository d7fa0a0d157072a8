"""Signed sheets of consent: the list with ticks."""

from handlers.texts.common import pages
from handlers.texts.people import label
from mentoring.papers_received import PapersPage
from storage.vocabulary import PaperState

PRINT = "Распечатать бланки"
ADDRESS = "Указать адрес школы"
RECEIVED, MISSING = "☑ ", "☐ "


def page(of: PapersPage) -> str:
    count = of.count
    if not count.people:
        return "<b>Бумаги</b>\n\nСписок людей пока пуст. Начните с кнопки «Люди» в меню."
    address = "" if of.address_known else "\n\nАдрес школы не указан: в бланке для него будет пустая строка."
    return (
        f"<b>Бумаги</b>, согласий сдано: {count.received} из {count.people}\n\n"
        "☑ — подписанный бланк лежит у вас. Нажмите на имя, чтобы поставить или снять отметку. "
        f"Сам бланк в чат не присылают.{address}{pages(of.number, of.pages)}"
    )


def line(name: str, state: PaperState) -> str:
    """The tick stands first: it is what changes."""
    return label((RECEIVED if state is PaperState.RECEIVED else MISSING) + name)


def marked() -> str:
    return "Отмечено: бланк сдан"


def taken_back() -> str:
    return "Отметка снята"


def already() -> str:
    return "Уже записано"


def ordered(count: int) -> str:
    return f"Бланки ({count}, по одному на человека) придут отдельным сообщением через несколько секунд."


def all_received() -> str:
    return "Печатать нечего: бланки сдали все."
