"""The words of monitoring: the same in the chat, in the picture, in Excel and in Word. Plain text."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from mentoring.papers import tally_words
from mentoring.papers.monitoring_values import ComparedPaper, MonitoringPaper, Response
from mentoring.rules.comparison import Circle, Compared, Measured
from mentoring.rules.forms.model import Swot
from mentoring.rules.swot import Group
from mentoring.rules.tally import percent
from mentoring.rules.text import clean_line

CIRCLES: Mapping[Circle, str] = {Circle.MENTEES: "наставляемые", Circle.MENTORS: "наставники"}
LETTERS: Mapping[Swot, str] = {
    Swot.STRONG: "Сильные стороны",
    Swot.WEAK: "Слабые стороны",
    Swot.CHANCE: "Возможности",
    Swot.THREAT: "Что может помешать",
}
START, END = "Старт", "Итог"
NOT_COMPARABLE = "Шкала или варианты ответа в итоге другие: сравнить нельзя."
OF_GROUPS = "Это средние по группе: на старте и в итоге могли ответить разные люди."
NOT_YET = "ответов ещё нет"
EMPTY = "Пока ничего не сказано"
CONCLUSIONS = "выводы"
_LONGEST_CAPTION = 1000
_LONGEST_TITLE = 60


def title(of: ComparedPaper) -> str:
    return f"Старт и итог: {CIRCLES[of.circle]}"


def heads(of: ComparedPaper) -> tuple[str, str]:
    return f"{START}: {_response(of.start)}.", f"{END}: {_response(of.end)}."


def _response(of: Response | None) -> str:
    return response(of) if of else NOT_YET


def response(of: Response) -> str:
    """«без имён, закрыта 23.09.2026, приглашены 9, ответили 8 (89 %)»"""
    how = f"без имён, закрыта {of.closed_on:%d.%m.%Y}, " if of.closed_on else ""
    if not of.asked:
        return f"{how}ответили {of.answered}"
    return f"{how}приглашены {of.asked}, ответили {of.answered} ({percent(of.answered, of.asked)} %)"


def line(of: Compared) -> str:
    """«6,1 → 7,2 (+1,1). Ответили: 8 и 7.»"""
    if not of.comparable:
        return NOT_COMPARABLE
    if of.start and of.end and of.difference is not None:
        means = f"{tally_words.one_decimal(of.start.mean)} → {tally_words.one_decimal(of.end.mean)}"
        return f"{means} ({difference(of.difference)}). Ответили: {of.start.answered} и {of.end.answered}."
    return f"{START}: {side(of.start, of.least)}. {END}: {side(of.end, of.least)}."


def side(of: Measured | None, least: int) -> str:
    if of is None:
        return few(least)
    return f"{tally_words.one_decimal(of.mean)} (ответили {of.answered})"


def few(least: int) -> str:
    return f"мало ответов (меньше {least})"


def difference(of: Decimal) -> str:
    """«+1,1», «−0,3», «0,0»."""
    sign = "+" if of > 0 else "−" if of < 0 else ""
    return f"{sign}{tally_words.one_decimal(abs(of))}"


def caption(of: ComparedPaper) -> str:
    """The picture for whoever does not see it, in as many letters as Telegram takes."""
    lines = [f"{title(of)}.", *heads(of), *(f"{_short(each.question.title)}: {line(each)}" for each in of.lines)]
    text = "\n".join(lines)
    return text if len(text) <= _LONGEST_CAPTION else f"{text[: _LONGEST_CAPTION - 1].rstrip()}…"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else f"{text[: _LONGEST_TITLE - 1].rstrip()}…"


def hidden(of: Group) -> str:
    return few(of.least) if of.least > 1 else EMPTY.lower()


def year(of: MonitoringPaper) -> str:
    return f"{of.school_year}/{of.school_year + 1} учебный год"


def missing(of: MonitoringPaper) -> Iterator[str]:
    """What stands blank in the paper."""
    if not clean_line(of.school):
        yield "название школы"
    if not of.waves:
        yield "результаты анкет"
    yield from (f"старт и итог, {CIRCLES[each.circle]}" for each in of.compared if not each.lines)
    for each in of.letters:
        if all(group.hidden for group in each.groups):
            yield f"SWOT, {LETTERS[each.of].lower()}"
    yield CONCLUSIONS


def blanks(of: MonitoringPaper) -> str:
    """«Не заполнено: …», and what to do with words that people have written."""
    left = f"Не заполнено: {'; '.join(missing(of))}."
    return (
        f"{left} Имён в справке нет, но слова людей приведены как есть: перечитайте их и уберите то, по чему можно "
        "узнать человека."
    )
