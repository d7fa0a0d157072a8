"""A pair by hand: whom to choose, what to mind, how it begins."""

from collections.abc import Mapping

from handlers.texts.common import pages, plural, safe
from handlers.texts.people import label
from mentoring.by_hand import Idea, Mind
from mentoring.pair_choices import Choice, Choices
from mentoring.pair_words import BARS, CAUTIONS
from mentoring.rules.names import short_name

TITLE = "Собрать пару вручную"
ASK = "Спросить обоих"
AGREED = "Уже договорились"
ORDERED = "Уже работают, приказ есть"
ANOTHER = "Выбрать другого"
OPEN = "Открыть пару"
WHY = "Записать причину"

_MINDS: Mapping[Mind, str] = {
    Mind.NOT_IN_BANK: "у наставника нет анкеты с согласием помогать",
    Mind.PAUSED: "наставник просил пока никого не добавлять",
    Mind.HAS_PAIR: "у наставляемого уже есть наставник",
}


def mentees(of: Choices) -> str:
    return (
        f"<b>{TITLE}</b>\n\nКому нужен наставник? Сначала те, кто ждёт, затем все из списка сотрудников. "
        f"Можно написать фамилию: на карточке человека есть та же кнопка.{pages(of.number, of.pages)}"
    )


def mentors(mentee: str, of: Choices) -> str:
    return (
        f"<b>{safe(mentee)}</b>\n\nКто станет наставником? Сначала те, кто подходит или готов, затем все из списка "
        f"сотрудников.{pages(of.number, of.pages)}"
    )


def group_mentor(of: Choices) -> str:
    return (
        "Кого спросить, готов ли он вести эту группу? Сначала те, кто готов быть наставником, затем все из списка "
        f"сотрудников.{pages(of.number, of.pages)}"
    )


def mentee_label(name: str, of: Choice) -> str:
    if of.waits is None:
        return label(name)
    return label(name, f"ждёт {plural(of.waits, 'день', 'дня', 'дней')}" if of.waits else "ждёт")


def mentor_label(name: str, of: Choice) -> str:
    """How well they fit, or whether they have a place."""
    if of.verdict is not None and of.verdict.bar is None:
        return label(name, plural(of.verdict.total, "балл", "балла", "баллов"))
    if of.places is None:
        return label(name)
    return label(name, "есть место" if of.places else "мест нет")


def how(of: Idea) -> str:
    """Three ways to begin, and whatever should be thought of before."""
    return (
        f"<b>{_who(of)}</b>{_warned(of)}\n\n"
        f"«{ASK}»: сначала наставника, затем наставляемого.\n"
        f"«{AGREED}»: останется приказ.\n"
        f"«{ORDERED}»: впишете его номер и дату."
    )


def _who(of: Idea) -> str:
    return safe(f"{short_name(of.mentor.full_name)} → {short_name(of.mentee.full_name)}")


def _warned(of: Idea) -> str:
    said = [
        *(_MINDS[each] for each in of.minds),
        *(BARS[each] for each in of.bars),
        *(CAUTIONS[each] for each in of.cautions),
    ]
    return f"\n\nОбратите внимание: {'; '.join(said)}. Решаете вы." if said else ""


def already() -> str:
    return "Эти двое уже в одной паре, второй раз собирать её не нужно. Вот она."


def nobody() -> str:
    return "Такую пару не собрать: кого-то из двоих нет в списке школы, или это один и тот же человек."


def asked(mentor: str) -> str:
    return f"Записано: {safe(short_name(mentor))} получит предложение, затем спросим наставляемого."


def agreed() -> str:
    return "Записано: оба согласны. Пара появится в приказе о закреплении."


def ordered() -> str:
    return "Записано: пара работает, она стоит в этом приказе."


def why_kept() -> str:
    return "Записано. Причину видят только координаторы."
