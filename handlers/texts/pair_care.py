"""Pairs that a coordinator had better look at, and the same on the card of one."""

from collections.abc import Sequence

from handlers.texts.common import day, plural, safe
from handlers.texts.meetings import FITS
from handlers.texts.pairs import who
from mentoring.pair_care import Care, CareOfPair, Doubt, FitAnswer, Quiet
from mentoring.pairs import Pair
from mentoring.rules.names import short_name
from storage.vocabulary.pairs import Fit

TITLE = "К каким парам присмотреться"
OTHER = "Подобрать другого"
_SHOWN = 10


def care(of: Care) -> str:
    """Each kind with its pairs; the pairs themselves hear nothing of it."""
    parts = (
        _part("Сомневаются, подходит ли пара", [_doubt(each) for each in of.doubts]),
        _part("Первой встречи ещё не было, срок прошёл", [who(each.pair) for each in of.not_begun]),
        _part("Давно нет отметок о встречах", [_quiet(each) for each in of.silent]),
    )
    told = "\n\n".join(each for each in parts if each)
    if not told:
        return f"<b>{TITLE}</b>\n\nСейчас таких пар нет."
    return f"<b>{TITLE}</b>\n\n{told}\n\nСамим парам бот об этом не говорит. Лучше спросить лично, не нужна ли помощь."


def _part(head: str, lines: Sequence[str]) -> str:
    more = [f"и ещё {len(lines) - _SHOWN}"] if len(lines) > _SHOWN else []
    return "\n".join((f"{head}:", *(f"• {each}" for each in lines[:_SHOWN]), *more)) if lines else ""


def _doubt(of: Doubt) -> str:
    return f"{who(of.pair)}: {_fit(of.answer)}"


def _fit(of: FitAnswer) -> str:
    name = short_name(of.full_name)
    said = FITS[of.fit]
    return f"{safe(name)} отвечает «{said}»" if name else f"ответ «{said}»"


def _quiet(of: Quiet) -> str:
    last = f", последняя {day(of.last_on)}" if of.last_on else ""
    return f"{who(of.pair)}: {_days(of.days)} без встреч{last}"


def _days(count: int) -> str:
    return plural(count, "учебный день", "учебных дня", "учебных дней")


def of_pair(of: CareOfPair) -> str:
    """Lines of the card."""
    last = f", последняя {day(of.last_on)}" if of.last_on else ""
    lines = [
        f"Встреч отмечено: {of.meetings}{last}.",
        f"Без встреч: {_days(of.silent_days)}." if of.silent_days else "",
        *(f"{_fit(each)}." for each in of.fits if each.fit is not Fit.GOOD),
    ]
    return "\n".join(each for each in lines if each)


def other_ask(of: Pair) -> str:
    return (
        f"{who(of)}\n\nПодобрать другого наставника? Пара завершится по взаимному решению, наставляемые вернутся в "
        "очередь. О том, кто и что ответил, бот никому не скажет."
    )
