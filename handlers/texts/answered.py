"""Answers as a coordinator reads them, and why some are not here yet."""

from collections.abc import Mapping

from handlers.texts.common import full_day, safe
from handlers.texts.reading import by_pages, pieces
from mentoring.answered import Answered
from mentoring.rules.names import short_name
from mentoring.rules.questionnaire import SummaryLine
from mentoring.silence import SilentLine, Why

_WHY: Mapping[Why, str] = {
    Why.NOT_IN_BOT: "ещё не в боте",
    Why.ON_PAPER: "ответы ждут с бумаги",
    Why.UNDECIDED: "в боте, согласия пока нет",
    Why.NEW_TEXT: "нужно согласие на новый текст",
    Why.LAPSED: "срок согласия закончился",
    Why.DECLINED: "без согласия, участвует на бумаге",
    Why.UNREACHABLE: "нет связи, бот остановлен",
}


def in_messages(head: str, of: Answered) -> list[str]:
    """All answers in as many messages as it takes, each a page."""
    further = f"<b>{safe(short_name(of.full_name))}</b>, продолжение"
    return [page.text for page in by_pages(head, further, [_line(*each) for each in enumerate(of.lines, 1)])]


def _line(number: int, line: SummaryLine) -> list[str]:
    private = "\n<i>видит только координатор</i>" if line.question.private else ""
    first, *rest = (f"<b>{piece}</b>{private}" for piece in pieces(line))
    return [f"{number}. {safe(line.question.title)}\n{first}", *rest]


def why(of: SilentLine, *, begun: str, not_begun: str) -> str:
    """`begun` and `not_begun` say what it is that waits."""
    words = {**_WHY, Why.BEGUN: begun, Why.NOT_BEGUN: not_begun}[of.why]
    if of.mute:
        return f"{words}; просит не писать"
    if of.paused_until:
        return f"{words}; не беспокоить до {full_day(of.paused_until)}"
    return words
