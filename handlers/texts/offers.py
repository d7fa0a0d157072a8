"""Offers: what a mentor hears of a request, what a mentee hears of a mentor, and what comes of the answer."""

from handlers.texts.common import cut, day, safe, stop
from handlers.texts.pairs import DECLINED, names
from mentoring.answered import Answered
from mentoring.offers import Declined, OfferSeen
from mentoring.pair_words import FORMATS
from mentoring.pairs import PairMember
from mentoring.rules.names import short_name
from storage.vocabulary.pairs import Side

TITLE = "Предложение о паре"
ACCEPT = "Принять"
DECLINE = "Отказаться"
DECLINE_YES = "Да, отказаться"
NO_REASON = "Не указывать"
YES_BEYOND = "Да, принять"
SEE = "Посмотреть предложение"
MY_PAIR = "Моя пара"

# What of the other's answers helps to decide. Points, private wishes and marks of confidence are nobody's.
_SHOWN = {
    Side.MENTOR: ("areas", "subjects", "levels", "time"),
    Side.MENTEE: ("areas", "subjects", "levels", "experience", "time"),
}
_ROOM = 300


def offer(of: OfferSeen) -> str:
    """The topics of the request for a mentor, the profile of the mentor for a mentee."""
    others = of.pair.mentees if of.offer.side is Side.MENTOR else of.pair.mentors
    told = {each.run.person_id: _told(each, of.offer.side) for each in of.about}
    people = "\n\n".join(_person(each, told.get(each.person_id, "")) for each in others)
    return (
        f"{_head(of)}\n\n{people}\n\n{_beside(of)}Форма работы: {FORMATS[of.pair.pairing.format]}.\n"
        f"Ответ нужен до {day(of.offer.answer_by)}. Отказаться можно без объяснений, другой стороне об отказе не говорят."
    )


def _head(of: OfferSeen) -> str:
    if of.offer.side is Side.MENTEE:
        return "Вам предлагают наставника:"
    mentees = len(of.pair.mentees)
    return "Вас просят стать наставником:" if mentees < 2 else f"Вас просят вести группу, коллег: {mentees}."


def _beside(of: OfferSeen) -> str:
    """Whom a second mentor would work with."""
    others = [each for each in of.pair.mentors if each.person_id != of.offer.person_id]
    if of.offer.side is not Side.MENTOR or not others:
        return ""
    return f"Наставник уже есть: {stop(safe(names(others)))} Вы будете работать вместе.\n"


def _person(of: PairMember, told: str) -> str:
    post = f", {safe(of.position)}" if of.position else ""
    return "\n".join(line for line in (f"<b>{safe(short_name(of.full_name))}</b>{post}", told) if line)


def _told(of: Answered, side: Side) -> str:
    lines = {each.question.key: each for each in of.lines}
    shown = [lines[key] for key in _SHOWN[side] if key in lines and lines[key].labels]
    return "\n".join(
        f"{_asked(each.question.title)} {safe(cut('; '.join(each.labels or ()), _ROOM))}" for each in shown
    )


def _asked(title: str) -> str:
    """A question ends with a mark of its own, a heading with a colon."""
    return safe(title) if title.endswith(("?", ":")) else f"{safe(title.removesuffix('.'))}:"


def reminder(side: Side) -> str:
    if side is Side.MENTOR:
        return "Вас просят стать наставником коллеги. Ответ займёт минуту, отказаться можно без объяснений."
    return "Для вас нашли наставника. Посмотрите и ответьте, это займёт минуту."


def in_menu(count: int) -> str:
    return "Вас ждёт предложение о паре." if count == 1 else f"Вас ждут предложения о паре: {count}."


def together() -> str:
    """Everybody has said yes."""
    return (
        "Спасибо, все согласны. Координатор подготовит приказ, на бумаге вы подпишете согласие. "
        f"Пара видна в меню: «{MY_PAIR}»."
    )


def noted(side: Side) -> str:
    if side is Side.MENTOR:
        return "Спасибо, согласие записано. Теперь спросим коллегу, координатор скажет, когда пара сложится."
    return "Спасибо, согласие записано. Координатор скажет, когда ответят остальные."


def no_place(capacity: int) -> str:
    return (
        f"Вы указали, что готовы сопровождать одновременно столько коллег: {capacity}, и эти места уже заняты. "
        "Принять и это предложение? Число мест в анкете не изменится."
    )


def decline_ask(side: Side) -> str:
    whom = "Ваш коллега" if side is Side.MENTOR else "Наставник"
    return (
        f"Отказаться от этой пары? Это ваше право, причину называть не нужно. {whom} об отказе не узнает, "
        "координатор подберёт другую пару. Вернуть это предложение бот не сможет."
    )


def declined() -> str:
    return (
        "Спасибо за ответ, он записан. Об отказе знает только координатор. Если хотите, скажите, почему: "
        "так следующее предложение подойдёт лучше."
    )


def reason_label(of: Declined) -> str:
    words = DECLINED[of]
    return words[:1].upper() + words[1:]


def thanks() -> str:
    return "Спасибо, записано."


def gone() -> str:
    return "Это предложение уже не действует: ответ записан раньше, или координатор его отозвал."
