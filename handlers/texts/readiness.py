"""One's own readiness to be a mentor: what was answered, for how many colleagues, a pause, what comes next."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from handlers.texts.common import local_day, plural, safe
from handlers.texts.menu import MENTORING
from mentoring.readiness import Own
from mentoring.rules.forms import Form
from mentoring.rules.readiness import REFUSALS, Ready

PAUSE = "Сделать паузу"
RESUME = "Снова готов(а)"
SEE = "Посмотреть и изменить ответы"
CHANGE = "Изменить ответ"

_READY: Mapping[Ready, str] = {
    Ready.YEAR: "да, на несколько месяцев или год",
    Ready.SHORT: "да, для разовых консультаций",
    Ready.REMOTE: "да, но только дистанционно",
    Ready.LATER: "возможно, позже",
    Ready.DECLINE: "нет",
}


def offer() -> str:
    """After a request of somebody who would help colleagues."""
    return (
        "Вы ответили, что могли бы помогать коллегам. Для этого есть анкета возможного наставника: 4 минуты, "
        "заполнять её необязательно, можно и потом из меню."
    )


def more() -> str:
    return "Есть ещё 2 минуты? Уточните ответы: так проще найти подходящего коллегу."


def what_next(ready: Ready | None, form: Form) -> str:
    """A yes: what will come, announced and not asked for. A refusal: thanks, and the way back."""
    if ready in REFUSALS:
        return (
            "Спасибо за ответ. Напоминать об анкете бот не будет. Если решите иначе, ответ можно изменить "
            f"в любое время: «{MENTORING}» в меню."
        )
    return (
        f"{safe(form.outro)}\n\nТогда же на бумаге подпишут ваше согласие на наставничество (оно отдельно от согласия "
        "на данные) и дополнительное соглашение. Сейчас делать ничего не нужно."
    )


def own(of: Own, zone: ZoneInfo) -> str:
    said = _READY[of.ready] if of.ready else "без ответа"
    lines = [f"Готовность быть наставником: {said}."]
    if not of.offers:
        return _titled([*lines, "Ответ можно изменить в любое время."])
    if of.capacity:
        lines.append(f"Одновременно: {colleagues(of.capacity)}.")
    if of.paused_since:
        lines.append(f"Пауза с {local_day(of.paused_since, zone)}: новых коллег координатор не предложит.")
    lines.append("\nПары, которые уже работают, продолжаются: о них договоритесь с координатором.")
    return _titled(lines)


def _titled(lines: list[str]) -> str:
    return f"<b>{MENTORING}</b>\n\n" + "\n".join(lines)


def colleagues(count: int) -> str:
    return plural(count, "коллега", "коллеги", "коллег")


def capacity(count: int, *, now: bool) -> str:
    return f"{colleagues(count)} (сейчас)" if now else colleagues(count)


def taken_on() -> str:
    return "Записано, координатор увидит"


def unchanged() -> str:
    return "Так уже записано"


def paused() -> str:
    return "Пауза записана, координатор увидит"


def resumed() -> str:
    return "Записано: вы снова готовы"


def withdraw_ask() -> str:
    return (
        "Отозвать анкету наставника? Ответы будут удалены и уйдут из банка. Согласие на данные и ваш запрос останутся, "
        "анкету можно будет заполнить снова. Пары, которые уже работают, продолжаются: о них скажите координатору."
    )


def withdrawn() -> str:
    return "Анкета наставника отозвана, ответы удалены."


def nothing_to_withdraw() -> str:
    return "Анкеты наставника пока нет."
