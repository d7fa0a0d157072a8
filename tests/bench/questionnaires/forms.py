"""Forms to measure with: a large one whose questions hang on each other, and one of a usual size."""

import random
from collections.abc import Sequence
from functools import cache

from mentoring.rules.forms import Form, Question, QuestionKind, parse_form
from mentoring.rules.questionnaire import Value

Row = dict[str, object]

LARGE, FORKS_BACK = 200, 12
HEAD: Row = {"version": 1, "audience": "teacher", "minutes": 30, "intro": "Ответьте, пожалуйста.", "outro": "Спасибо!"}
OPTIONS = {f"o{at}": f"Вариант ответа номер {at}" for at in range(6)}
SCALE: Row = {"type": "scale", "low": "совсем нет", "high": "полностью"}
TEXT: Row = {"type": "text"}
KINDS: tuple[Row, ...] = (
    {"type": "yesno"},
    {"type": "single", "options": OPTIONS},
    {"type": "multi", "options": OPTIONS, "max": 3},
    SCALE,
    TEXT,
    {"type": "single", "options": OPTIONS, "required": True},
    {"type": "number"},
)


@cache
def large() -> Form:
    """Two hundred questions; most of them are asked only after answers to some of the dozen before them."""
    chance = random.Random(200)
    rows: list[Row] = []
    for place in range(LARGE):
        row: Row = {"key": f"q{place}", "text": f"Вопрос номер {place}: как вы думаете?", **KINDS[place % len(KINDS)]}
        near = [each for each in rows[-FORKS_BACK:] if each["type"] != "text"]
        if place % 3 and near:
            row["show_if"] = [_clause(near, chance) for _ in range(chance.randint(1, 2))]
        rows.append(row)
    return parse_form({**HEAD, "key": "large", "title": "Большая анкета", "questions": rows}, {})


def _clause(near: list[Row], chance: random.Random) -> Row:
    conditions = [_condition(chance.choice(near), chance) for _ in range(chance.randint(1, 2))]
    return conditions[0] if len(conditions) == 1 else {"any": conditions}


def _condition(of: Row, chance: random.Random) -> Row:
    option = f"o{chance.randrange(len(OPTIONS))}"
    wanted: dict[str, list[Row]] = {
        "yesno": [{"eq": True}, {"ne": True}],
        "single": [{"eq": option}, {"ne": option}, {"in": [option, "o0"]}],
        "multi": [{"has": option}, {"hasnt": option}, {"filled": True}],
        "scale": [{"gte": 4}, {"lt": 8}],
        "number": [{"gt": 3}, {"lte": 10}],
    }
    return {"q": of["key"], **chance.choice(wanted[str(of["type"])])}


def said(question: Question, chance: random.Random) -> Value | None:
    """Some answer, at times none."""
    if not question.required and chance.random() < 0.1:
        return None
    match question.kind:
        case QuestionKind.YESNO:
            return chance.random() < 0.5
        case QuestionKind.SINGLE:
            return chance.choice(question.options).key
        case QuestionKind.MULTI | QuestionKind.DICT_MULTI:
            ticked = chance.sample(range(len(question.options)), chance.randint(1, question.max_choices or 3))
            return tuple(question.options[at].key for at in sorted(ticked))
        case QuestionKind.SCALE:
            return int(chance.choice(question.options).key)
        case QuestionKind.NUMBER:
            return chance.randint(0, 30)
        case QuestionKind.DATE:
            return f"2026-{chance.randint(9, 12):02}-{chance.randint(1, 30):02}"
    return "Так, как написано в рабочей программе"


@cache
def usual() -> Form:
    """Sixteen questions of every kind, as a school asks them."""
    subjects = {f"s{at}": f"Предмет номер {at}" for at in range(40)}
    kinds: Sequence[Row] = (
        {"type": "dict_multi", "options": subjects, "max": 3},
        *([KINDS[5]] * 4),
        *([KINDS[2]] * 4),
        *([SCALE] * 2),
        {"type": "yesno"},
        {"type": "number"},
        {"type": "date"},
        *([TEXT] * 2),
    )
    rows: list[Row] = [
        {"key": f"q{at}", "text": f"Вопрос номер {at}: как вы думаете?", **kind} for at, kind in enumerate(kinds)
    ]
    return parse_form({**HEAD, "key": "usual", "title": "Анкета наставника", "questions": rows}, {})
