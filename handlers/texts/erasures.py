"""Erasing who withdrew or left: the list, the consequence, the end."""

from datetime import date

from handlers.texts.common import full_day, pages, people, safe
from handlers.texts.people import label
from mentoring.erasure import Consequence, ErasurePage

ERASE = "Уничтожить данные"
TO_LIST = "К списку"
NAMELESS = "Без имени"


def page(of: ErasurePage) -> str:
    if not of.total:
        return "<b>Уничтожение данных</b>\n\nСейчас уничтожать нечего."
    withdrawn = of.total - of.left
    who = " ".join(
        f"{what}: {people(count)}."
        for what, count in (("Отозвали согласие", withdrawn), ("Ушли из школы", of.left))
        if count
    )
    return (
        f"<b>Уничтожение данных</b>\n\n{who} Их данные уже скрыты. "
        f"Если ничего не делать, в указанный день они уничтожатся сами.{pages(of.number, of.pages)}"
    )


def line(name: str, erase_by: date | None) -> str:
    return label(name or NAMELESS, f"до {full_day(erase_by)}" if erase_by else "")


def ask(name: str, of: Consequence) -> str:
    erase_by, traces = of.person.erase_by, of.traces
    by_itself = f" Само это произойдёт {full_day(erase_by)}." if erase_by else ""
    return (
        f"Уничтожить данные: {safe(name or NAMELESS)}?\n\nИмя, должность, анкеты ({traces.forms}), участие в парах "
        f"({traces.pairs}), вопросы ({traces.questions}) и связь с Telegram исчезнут, вернуть их нельзя. Останется безымянная запись с датами согласия и отзыва. "
        f"Бумаги школы бот не трогает.{by_itself}"
    )


def done() -> str:
    return "Данные уничтожены. Осталась безымянная запись с датами."


def gone() -> str:
    return "Этих данных уже нет, или согласие снова дано, или человек вернулся в школу."
