"""What the answers to a questionnaire come to, question by question: counts and shares, means, ranges."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from mentoring.rules.forms import Form, Question, QuestionKind
from mentoring.rules.forms.model import CHOICES, NO, YES
from mentoring.rules.questionnaire import Value

MOST_LINES = 10  # of a question's options shown at once
SOME_LINES = 8  # when there are more: those that were chosen most
FEWEST, MOST = 2, 4  # questions of a page
ROOM = 16  # lines of a page
_LETTERS_A_LINE = 60


@dataclass(frozen=True, slots=True)
class Counted:
    """How many gave this very answer; None is skipped on purpose. Of a text only that there is one is told."""

    value: Value | None
    many: int


@dataclass(frozen=True, slots=True)
class Line:
    """An option or a mark, and how many chose it."""

    label: str
    many: int


@dataclass(frozen=True, slots=True)
class Choices:
    """Options in the order of the form; with ticks the counts may add up to more than who answered."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """Every mark of the scale, from the lowest."""

    lines: tuple[Line, ...]
    mean: Decimal
    median: Decimal


@dataclass(frozen=True, slots=True)
class Numbers:
    least: Decimal
    mean: Decimal
    median: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Days:
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Texts:
    """Everybody's own words: counted only."""


@dataclass(frozen=True, slots=True)
class Few:
    """Fewer than so many have answered it: nothing of it is told, not even how many."""

    least: int


Found: TypeAlias = Choices | Marks | Numbers | Days | Texts | Few


@dataclass(frozen=True, slots=True)
class Tally:
    """One question; `found` is None when nobody has answered it."""

    number: int
    question: Question
    answered: int
    skipped: int
    found: Found | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A question with its number among all that are answered."""

    number: int
    question: Question


def answerable(form: Form) -> tuple[Numbered, ...]:
    """Every question of the form; what is only to be read is none."""
    asked = (question for question in form.questions if question.kind is not QuestionKind.NOTE)
    return tuple(Numbered(number, question) for number, question in enumerate(asked, start=1))


def pages(form: Form) -> tuple[tuple[Numbered, ...], ...]:
    """The questions that may be shown, by twos to fours; the split does not depend on the answers."""
    found: list[list[Numbered]] = []
    left = 0
    for each in answerable(form):
        if each.question.private:
            continue
        size = _size(each.question)
        if not found or len(found[-1]) == MOST or (len(found[-1]) >= FEWEST and size > left):
            found.append([])
            left = ROOM
        found[-1].append(each)
        left -= size
    return tuple(tuple(page) for page in _without_a_lonely_end(found))


def tally(of: Numbered, counted: Iterable[Counted]) -> Tally:
    given = list(counted)
    said = [(each.value, each.many) for each in given if each.value is not None and each.many > 0]
    answered = sum(many for _, many in said)
    skipped = sum(each.many for each in given if each.value is None)
    found = _found(of.question, said) if answered else None
    return Tally(of.number, of.question, answered, skipped, found)


def hidden_below(of: Tally, least: int) -> Tally:
    """The question as it is, or hidden when too few have answered it."""
    return of if of.answered >= least else Tally(of.number, of.question, 0, 0, Few(least))


def percent(many: int, of: int) -> int:
    """The share in whole per cent, a half up; 0 of none."""
    return (200 * many + of) // (2 * of) if of else 0


def shown(of: Tally) -> tuple[tuple[Line, ...], int]:
    """The lines that fit, and how many are left out: of a long list those that were chosen most."""
    if isinstance(of.found, Marks):
        return of.found.lines, 0
    lines = of.found.lines if isinstance(of.found, Choices) else ()
    if len(lines) <= MOST_LINES:
        return lines, 0
    chosen = sorted((line for line in lines if line.many), key=lambda line: -line.many)[:SOME_LINES]
    return tuple(chosen), len(lines) - len(chosen)


def _without_a_lonely_end(split: list[list[Numbered]]) -> list[list[Numbered]]:
    if len(split) < 2 or len(split[-1]) >= FEWEST:
        return split
    *before, page, end = split
    if len(page) > FEWEST:
        return [*before, page[:-1], [page[-1], *end]]
    return [*before, [*page, *end]]


def _size(question: Question) -> int:
    """In lines of the screen and of the picture."""
    heading = 1 + len(question.title) // _LETTERS_A_LINE
    if question.kind is QuestionKind.SCALE:
        return heading + len(question.options) // 2 + 1
    return heading + max(1, min(len(question.options), MOST_LINES))


def _found(question: Question, said: Sequence[tuple[Value, int]]) -> Found:
    match question.kind:
        case QuestionKind.SCALE:
            return _marks(question, said)
        case QuestionKind.NUMBER | QuestionKind.DECIMAL:
            return _numbers(said)
        case QuestionKind.DATE:
            days = [date.fromisoformat(str(value)) for value, _ in said]
            return Days(min(days), max(days))
        case QuestionKind.YESNO:
            return Choices(_lines(question, (((YES if value else NO).key, many) for value, many in said)))
        case kind if kind in CHOICES:
            keys = ((key, many) for value, many in said for key in _ticked(value))
            return Choices(_lines(question, keys))
    return Texts()


def _ticked(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _lines(question: Question, keys: Iterable[tuple[str, int]]) -> tuple[Line, ...]:
    many: Counter[str] = Counter()
    for key, times in keys:
        many[key] += times
    return tuple(Line(option.label, many[option.key]) for option in question.options)


def _marks(question: Question, said: Sequence[tuple[Value, int]]) -> Marks:
    lines = _lines(question, ((str(value), many) for value, many in said))
    values = _sorted(said)
    return Marks(lines, _mean(values), _median(values))


def _numbers(said: Sequence[tuple[Value, int]]) -> Numbers:
    values = _sorted(said)
    return Numbers(values[0][0], _mean(values), _median(values), values[-1][0])


def _sorted(said: Sequence[tuple[Value, int]]) -> list[tuple[Decimal, int]]:
    return sorted((Decimal(str(value)), many) for value, many in said)


def _mean(values: Sequence[tuple[Decimal, int]]) -> Decimal:
    """To one decimal, a half up."""
    mean = sum(value * many for value, many in values) / sum(many for _, many in values)
    return Decimal(mean).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _median(values: Sequence[tuple[Decimal, int]]) -> Decimal:
    """The one in the middle, or halfway between the two."""
    last = sum(many for _, many in values) - 1
    return (_at(values, last // 2) + _at(values, (last + 1) // 2)) / 2


def _at(values: Sequence[tuple[Decimal, int]], place: int) -> Decimal:
    for value, many in values:
        if place < many:
            return value
        place -= many
    raise IndexError(place)
