"""Somebody leaves the school during the year: what will happen, what has happened, the way back, the last message."""

from datetime import date

from handlers.texts.common import full_day, plural, safe
from handlers.texts.roles import named
from mentoring.leaving import Consequences, Goodbye, Leaving

LEAVES = "Больше не работает в школе"
YES = "Да, больше не работает"
BACK_AGAIN = "Вернулся(-ась) в школу"
ERASE_NOW = "Уничтожить данные сразу"
REASON = "Не работает в школе"  # in the list of those whom no mentor is looked for


def ask(who: str, of: Consequences) -> str:
    lines = "\n".join(f"• {line}" for line in _lines(of))
    return f"{who} больше не работает в школе? Сразу:\n{lines}\n\nСобранное хранится для отчёта до {full_day(of.until)}, затем уничтожится."


def _lines(of: Consequences) -> list[str]:
    order = f", нужен приказ: {of.in_order}" if of.in_order else ""
    offered = (
        (of.pairs, f"завершатся пары: {of.pairs}{order}"),
        (of.go_on, f"продолжатся с остальными: {of.go_on}"),
        (of.offers, f"отзовутся предложения: {of.offers}"),
        (of.waits, "уйдёт из очереди «Без пары»"),
        (of.roles, f"снимется роль: {named(of.roles)}"),
        (of.has_account, "закроется доступ к боту"),
    )
    return [*(line for holds, line in offered if holds), "исчезнет из списков, подбора, напоминаний"]


def done() -> str:
    return "Записано: больше не работает в школе."


def refused(of: Leaving) -> str:
    if of is Leaving.LAST:
        return (
            "Других координаторов в боте нет. Сначала пришлите в «Люди» список, где у коллеги роль «координатор», "
            "и дайте личную ссылку; когда коллега войдёт, уход можно отметить."
        )
    return "Отметить уход нельзя: он уже отмечен, согласие отозвано, или это вы."


def card(who: str, until: date) -> str:
    return (
        f"<b>{who}</b>\n\nБольше не работает в школе, данные хранятся до {full_day(until)} и потом уничтожатся сами. "
        "В списках, подборе и напоминаниях этого человека нет."
    )


def back() -> str:
    return (
        "Снова в списке. Пары, роль и место в очереди сами не возвращаются; в бот пригласите «Личной ссылкой», "
        "в очередь верните из «Без пары»."
    )


def not_left() -> str:
    return "Этот человек не отмечен как ушедший."


def left_label(count: int) -> str:
    return f"Ушли из школы ({count})"


def goodbye(of: Goodbye) -> str:
    whom = f" ({safe(of.coordinator)})" if of.coordinator else ""
    kept = f" Ваши данные хранятся до {full_day(of.until)}, потом уничтожатся." if of.until else ""
    return (
        f"Доступ к боту закрыт. {safe(of.school)}: отмечено, что вы здесь больше не работаете. Спасибо за участие!"
        f"{kept} Если это ошибка или есть вопросы, обратитесь к координатору{whom}."
    )


def again_listed(count: int) -> str:
    """Of a staff list that names somebody who has left."""
    return (
        f"Отмечены как ушедшие: {plural(count, 'строка', 'строки', 'строк')}, они пропущены. "
        "Если человек вернулся: «Люди» → «Ушли из школы»."
    )
