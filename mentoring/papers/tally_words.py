"""Results in words: the same in the chat, in the picture, under the picture and in the workbook. Plain text."""

from collections.abc import Iterator
from decimal import Decimal

from mentoring.papers.values import TallyChart
from mentoring.rules.forms import Question
from mentoring.rules.tally import Days, Few, Line, Marks, Numbers, Tally, Texts, percent, shown

CAPTION_LIMIT = 1024  # letters as Telegram counts them: a small picture is two
NOBODY = "На этот вопрос пока никто не ответил."
_LONGEST_HEADING = 90  # under the picture, which has it whole
_FEW = 3
_LETTERS = "utf-16-le"


def heading(of: Tally) -> str:
    return f"{of.number}. {of.question.title}"


def line(of: Line, answered: int) -> str:
    """«Да, на год — 5 (50 %)»."""
    return f"{of.label} — {share(of, answered)}"


def share(of: Line, answered: int) -> str:
    return f"{of.many} ({percent(of.many, answered)} %)"


def left_out(count: int) -> str:
    return f"Ещё вариантов: {count}, все они в таблице Excel."


def answered(of: Tally) -> str:
    """«Ответили: 10. Не отвечали: 2.»"""
    said = [("Ответили", of.answered), ("Не отвечали", of.skipped)]
    return " ".join(f"{who}: {many}." for who, many in said if many)


def numbers(of: Tally) -> str:
    """What there is beside the options; empty where there is nothing."""
    match of.found:
        case Marks(_, mean, median):
            return f"Среднее {one_decimal(mean)}; медиана {number(median)}."
        case Numbers(least, mean, median, most):
            ends = f"Все ответы: {number(least)}" if least == most else f"От {number(least)} до {number(most)}"
            return f"{ends}; среднее {one_decimal(mean)}; медиана {number(median)}."
        case Days(first, last):
            return f"Все ответы: {first:%d.%m.%Y}." if first == last else f"С {first:%d.%m.%Y} по {last:%d.%m.%Y}."
        case Texts():
            return "Ответы словами собраны в таблице Excel."
        case Few(least):
            return few(least)
    return ""


def few(least: int) -> str:
    return f"Мало ответов (меньше {least})."


def response(asked: int, answered: int) -> str:
    """«Приглашены 9, ответили 8 (89 %).»"""
    return f"Приглашены {asked}, ответили {answered} ({percent(answered, asked)} %)."


def ends(of: Question) -> str:
    """«1 — совсем не уверен, 10 — полностью уверен»; empty for a scale without words."""
    if not of.low or not of.high:
        return ""
    return f"{of.options[0].label} — {of.low}, {of.options[-1].label} — {of.high}"


def number(of: Decimal) -> str:
    """«7», «7,5»."""
    return f"{of.normalize():f}".replace(".", ",")


def one_decimal(of: Decimal) -> str:
    return f"{of:.1f}".replace(".", ",")


def version(number: int, handed_in: int, made_on: str) -> str:
    return f"Версия {number}. Ответов: {handed_in}. На {made_on}."


def nameless(closed_on: str, asked: int, answered: int) -> str:
    """«Без имён, закрыта 23.09.2026, ответили 6 из 7.»"""
    return f"Без имён, закрыта {closed_on}, ответили {answered} из {asked}."


def caption(of: TallyChart) -> str:
    """The picture for whoever does not see it: all that fits, what was chosen least is left out first."""
    texts = [_caption(of, most) for most in (None, _FEW, 0)]
    fits = next((text for text in texts if len(_counted(text)) <= 2 * CAPTION_LIMIT), None)
    return fits or _counted(texts[-1])[: 2 * (CAPTION_LIMIT - 1)].decode(_LETTERS, "ignore").rstrip() + "…"


def _counted(text: str) -> bytes:
    """Two bytes a letter."""
    return text.encode(_LETTERS)


def _caption(of: TallyChart, most: int | None) -> str:
    return "\n".join([f"{of.title}. {of.head}", *(_described(each, most) for each in of.tallies)])


def _described(of: Tally, most: int | None) -> str:
    title = of.question.title
    short = title if len(title) <= _LONGEST_HEADING else f"{title[: _LONGEST_HEADING - 1].rstrip()}…"
    return f"\n{of.number}. {short}\n{' '.join(_said(of, most))}"


def summary(of: Tally) -> str:
    """What was answered, without how many have answered."""
    return " ".join(_found(of, None)) or NOBODY


def _said(of: Tally, most: int | None) -> Iterator[str]:
    if of.found is None:
        yield NOBODY
        return
    yield from _found(of, most)
    if answered(of):
        yield answered(of)


def _found(of: Tally, most: int | None) -> Iterator[str]:
    lines = [each for each in shown(of)[0] if each.many]
    if most is not None:
        lines = sorted(lines, key=lambda each: -each.many)[:most]
    if lines:
        yield f"{'; '.join(line(each, of.answered) for each in lines)}."
    if numbers(of):
        yield numbers(of)
