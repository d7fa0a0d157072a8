"""A questionnaire with a question of every kind, and answers to it."""

from collections.abc import Mapping, Sequence

from mentoring.papers.tally_words import version
from mentoring.papers.values import TallyChart
from mentoring.rules.forms import Form, parse_form
from mentoring.rules.questionnaire import Value
from mentoring.rules.tally import Counted, Numbered, Tally, answerable, tally

Said = Sequence[tuple[Value | None, int]]
HEAD = {"key": "mentor", "version": 2, "title": "Анкета наставника", "audience": "teacher", "minutes": 5}
AREAS = {f"o{at}": f"Вариант {at}: {'долгое описание помощи'}" for at in range(10)}


def form_of(*rows: Mapping[str, object]) -> Form:
    return parse_form({**HEAD, "questions": [{"key": f"q{at}", "text": "?", **row} for at, row in enumerate(rows)]}, {})


FORM = form_of(
    {"key": "hello", "type": "note", "text": "Спасибо, что отвечаете."},
    {"key": "areas", "type": "multi", "text": "В чём вы готовы помогать?", "options": AREAS},
    {"key": "ready", "type": "yesno", "text": "Готовы ли вы стать наставником?"},
    {"key": "why", "type": "text", "text": "Почему?", "show_if": [{"q": "ready", "eq": False}]},
    {"key": "sure", "type": "scale", "text": "Насколько вы уверены?", "low": "совсем нет", "high": "полностью"},
    {"key": "years", "type": "number", "text": "Сколько лет вы в школе?"},
    {"key": "since", "type": "date", "text": "С какого числа вы готовы начать?"},
    {"key": "wish", "type": "text", "text": "С кем бы вы хотели работать?", "private": True},
)


def tallied(form: Form, key: str, said: Said) -> Tally:
    of = next(each for each in answerable(form) if each.question.key == key)
    return tally(of, [Counted(value, many) for value, many in said])


def numbered(form: Form) -> Mapping[str, Numbered]:
    return {each.question.key: each for each in answerable(form)}


def chart_of(*tallies: Tally, title: str = FORM.title, handed_in: int = 12) -> TallyChart:
    return TallyChart(title=title, head=version(2, handed_in, "08.09.2026"), tallies=tallies)
