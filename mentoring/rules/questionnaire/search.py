"""Finding an option by what was typed."""

import re
from collections.abc import Sequence
from functools import lru_cache

from mentoring.rules.forms import Option, Question, QuestionKind
from mentoring.rules.questionnaire.outcome import Refusal, RefusalReason
from mentoring.rules.text import fold, words_of

SHORTEST_PREFIX = 3

_STEMS = ("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят")
_ORDINAL = re.compile(rf"({'|'.join(_STEMS)})(?:ый|ой|ий|ая|ья|ое|ье|ую|ью)(?: (?:вариант|ответ|пункт|строка))?")
_NUMBER = re.compile(r"(?:№ ?)?(\d{1,3})[).]?", re.ASCII)
_MARK = re.compile(r"(\d{1,2})(?: ?(?:из|/) ?(\d{1,2})| балл[а-я]*)?", re.ASCII)
_RANGE = re.compile(r"(\d+)-(\d+)", re.ASCII)


@lru_cache(maxsize=4096)
def _label(label: str) -> str:
    """Labels come back with every message, what people type does not: only labels are remembered."""
    return fold(label) or label


@lru_cache(maxsize=4096)
def _option_words(option: Option) -> tuple[str, ...]:
    return words_of(f"{option.label} {option.words}")


def search(options: Sequence[Option], text: str) -> tuple[Option, ...]:
    """The options where every typed word begins some word of the label or of the extra search words."""
    typed = words_of(text)
    return tuple(option for option in options if typed and _fits(option, typed))


def by_label(question: Question, text: str) -> Option | None:
    """The option that is called so."""
    typed = fold(text) or text.strip()
    return next((option for option in question.options if typed == _label(option.label)), None)


def find(question: Question, text: str) -> Option | Refusal:
    """The one option that the text names: its label, its place, or an unmistakable beginning."""
    typed = fold(text)
    if named := by_label(question, text):
        return named
    is_scale = question.kind is QuestionKind.SCALE
    if is_scale and (mark := _MARK.fullmatch(typed)):
        return _mark(question, int(mark[1]), mark[2])
    if ordinal := _ORDINAL.fullmatch(typed):
        place = _STEMS.index(ordinal[1]) + 1
        return _mark(question, place) if is_scale else _at(question, place)
    if number := _NUMBER.fullmatch(typed):
        return _mark(question, int(number[1])) if is_scale else _meant_by(question, int(number[1]))
    return _by_beginning(question.options, typed)


def find_in_dictionary(question: Question, text: str) -> Option | Refusal:
    """The one option of a long list; places are not counted there, the pages hide them."""
    if named := by_label(question, text):
        return named
    hits = search(question.options, text)
    if len(hits) == 1:
        return hits[0]
    return Refusal(RefusalReason.SEVERAL if hits else RefusalReason.NOT_FOUND, candidates=hits)


def _fits(option: Option, typed: tuple[str, ...]) -> bool:
    words = _option_words(option)
    return all(any(word.startswith(beginning) for word in words) for beginning in typed)


def _mark(question: Question, mark: int, of: str | None = None) -> Option | Refusal:
    """«7» is the mark and no place in the row, and «7 из 10» where 10 is the highest."""
    found = question.option(str(mark))
    right = of is None or of == question.options[-1].key
    return found if found and right else Refusal(RefusalReason.NOT_AN_OPTION)


def _at(question: Question, place: int) -> Option | Refusal:
    if 1 <= place <= len(question.options):
        return question.options[place - 1]
    return Refusal(RefusalReason.NOT_AN_OPTION)


def _meant_by(question: Question, number: int) -> Option | Refusal:
    """The option of this place, unless a label speaks of the number too: the fourth, or «4–10 лет»."""
    at = _at(question, number)
    if question.kind is not QuestionKind.SINGLE:
        return at
    meant = tuple(option for option in question.options if option == at or _speaks_of(option, number))
    if len(meant) == 1:
        return meant[0]
    return Refusal(RefusalReason.SEVERAL, candidates=meant) if meant else at


def _speaks_of(option: Option, number: int) -> bool:
    span = _RANGE.match(_label(option.label))
    return span is not None and int(span[1]) <= number <= int(span[2])


def _by_beginning(options: Sequence[Option], typed: str) -> Option | Refusal:
    hits = tuple(option for option in options if typed and _label(option.label).startswith(typed))
    if len(hits) == 1 and len(typed) >= SHORTEST_PREFIX:
        return hits[0]
    reason = RefusalReason.SEVERAL if len(hits) > 1 else RefusalReason.NOT_AN_OPTION
    return Refusal(reason, candidates=hits)
