"""Forms of every kind, as a school could write them, and everything that may be answered to their questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from hypothesis import strategies as st

from mentoring.rules.forms import Form, Question, QuestionKind, parse_form
from mentoring.rules.forms.model import MANY
from mentoring.rules.questionnaire import Accepted, Chosen, Outcome, Typed, Value, accept, finish

Raw = dict[str, object]
Given = dict[str, Value | None]
Kinds = Sequence[st.SearchStrategy[Raw]]

TODAY = date(2026, 9, 8)
DAYS = ("2026-09-01", "2026-09-07", "2026-09-08", "2026-09-09", "2026-10-01")
NUMBERS = tuple(range(-2, 5))
DECIMALS = (-1.0, -0.5, 0, 0.5, 1, 1.5, 2.0, 2.5, 3)
TEXTS = ("а", "бб", "ввв", "гггг", "ддддд")
# Labels as people write them: with commas, numbers and dashes of their own.
LABELS = {"a": "Да", "b": "Да, но не сейчас", "c": "3", "d": "5–9 классы; и старше"}
LONG = {f"p{number}": f"Предмет {number}" for number in range(10)}
ORDERS = ("eq", "ne", "lt", "lte", "gt", "gte")
ANSWERED: list[Raw] = [{"empty": True}, {"filled": True}]

FEW = [dict(list(LABELS.items())[:size]) for size in (1, 2, 4)]
ENDS: list[Raw] = [{}, {"start": 0, "end": 10}, {"start": 0, "end": 1}, {"start": 2, "end": 4}]
DAY_CONSTRAINTS: dict[str, list[list[Raw]]] = {
    "any": [[{"lt": "today()"}], [{"gt": DAYS[0]}, {"ne": "today()"}]],
    "past": [[{"lte": "today()"}], [{"gte": DAYS[1]}]],
    "future": [[{"gt": "today()"}], [{"any": [{"eq": DAYS[3]}, {"eq": DAYS[4]}]}]],
}


@st.composite
def choices(draw: st.DrawFn, kind: str) -> Raw:
    return {"type": kind, "options": draw(st.sampled_from([*FEW, LONG]))}


@st.composite
def ticks(draw: st.DrawFn, kind: str) -> Raw:
    row = draw(choices(kind))
    keys = _keys(row)
    if draw(st.booleans()):
        row["max"] = draw(st.integers(1, min(3, len(keys))))
    if draw(st.booleans()):
        row["exclusive"] = draw(st.lists(st.sampled_from([keys[-1], keys[0]]), unique=True, min_size=1))
    return row


KINDS: Kinds = (
    st.just({"type": "yesno"}),
    choices("single"),
    ticks("multi"),
    st.sampled_from(ENDS).map(lambda ends: {"type": "scale", "low": "мало", "high": "много", **ends}),
    st.sampled_from([500, 4]).map(lambda limit: {"type": "text", "max_len": limit}),
    st.just({"type": "number"}),
    st.just({"type": "decimal"}),
    st.sampled_from(list(DAY_CONSTRAINTS)).map(lambda tense: {"type": "date", "tense": tense}),
    ticks("dict_multi").map(lambda row: {**row, "dict": "subjects"}),
    st.just({"type": "note"}),
)


def condition(on: Raw) -> st.SearchStrategy[Raw]:
    """Anything that may be asked of an answer to this question."""
    return st.one_of(_conditions(on), st.sampled_from(ANSWERED))


def _conditions(on: Raw) -> st.SearchStrategy[Raw]:
    key = st.sampled_from(_spoken_of(_keys(on)) or [""])
    match on["type"]:
        case "yesno":
            return _each("eq", "ne", value=st.booleans())
        case "single":
            several = st.lists(key, min_size=1, max_size=2).map(lambda keys: {"in": keys})
            return st.one_of(_each("eq", "ne", value=key), several)
        case "multi" | "dict_multi":
            return st.one_of(_each("has", "hasnt", value=key), _sizes("count", 3))
        case "scale":
            return _each(*ORDERS, value=st.integers(0, 4))
        case "number":
            return _each(*ORDERS, value=st.integers(-1, 3))
        case "decimal":
            return _each(*ORDERS, value=st.sampled_from([0, 0.5, 1.5, 2]))
        case "date":
            return _each(*ORDERS, value=st.sampled_from(DAYS[1:-1]))
    return _sizes("length", 4)


def _each(*ops: str, value: st.SearchStrategy[object]) -> st.SearchStrategy[Raw]:
    return st.tuples(st.sampled_from(ops), value).map(lambda pair: {pair[0]: pair[1]})


def _sizes(of: str, most: int) -> st.SearchStrategy[Raw]:
    return _each(*ORDERS, value=st.integers(0, most)).map(lambda row: {**row, "of": of})


def constraints(on: Raw) -> list[list[Raw]]:
    """Some that can be met, of one clause or of two."""
    keys = _keys(on)
    match on["type"]:
        case "yesno":
            return [[{"ne": False}]]
        case "single":
            return [[{"in": keys[:2]}], [{"any": [{"eq": keys[0]}, {"ne": keys[-1]}]}]]
        case "multi" | "dict_multi":
            several = [[{"gte": 2, "of": "count"}]] if _most_ticks(on) > 1 else []
            return [[{"has": keys[0]}], [{"lte": 1, "of": "count"}], *several]
        case "scale":
            end = int(str(on.get("end", 10)))
            return [[{"gte": end - 1}], [{"gt": end - 1}, {"lte": end}]]
        case "number" | "decimal":
            return [[{"gte": 0}], [{"gt": 0}, {"lt": 3}], [{"any": [{"lt": 0}, {"eq": 2}]}]]
        case "date":
            return DAY_CONSTRAINTS[str(on["tense"])]
        case "text":
            return [[{"gte": 2, "of": "length"}], [{"gt": 1, "of": "length"}, {"lt": 4, "of": "length"}]]
    return []


def _keys(of: Raw) -> list[str]:
    options = of.get("options", {})
    return list(options) if isinstance(options, dict) else []


def _spoken_of(keys: list[str]) -> list[str]:
    """Conditions look at a few of many options, so that every choice among these can be tried."""
    return keys if len(keys) <= len(LABELS) else [keys[0], keys[1], keys[-1]]


def _most_ticks(on: Raw) -> int:
    alone = on.get("exclusive", [])
    together = [key for key in _keys(on) if not (isinstance(alone, list) and key in alone)]
    return min(len(together), int(str(on.get("max", len(together)))))


@st.composite
def raw_forms(
    draw: st.DrawFn, most: int = 7, first: Kinds = KINDS, kinds: Kinds = KINDS, names: Sequence[str] = ()
) -> Raw:
    """`names` are keys that some of the questions may have."""
    rows: list[Raw] = []
    while len(rows) < most and (not rows or draw(st.sampled_from([True, True, True, False]))):
        rows.append(draw(_rows(rows, kinds if rows else first, names)))
    if all(row["type"] == "note" or row["part"] == "more" for row in rows):
        rows.append({"key": "last", "type": "yesno", "text": "Это всё?", "part": "core"})
    head = {"key": "own_survey", "version": 1, "title": "Опрос", "audience": "teacher", "minutes": 2}
    return {**head, "intro": "Несколько вопросов.", "outro": "Спасибо!", "questions": rows}


@st.composite
def _rows(draw: st.DrawFn, before: list[Raw], kinds: Kinds, names: Sequence[str]) -> Raw:
    place = len(before)
    free = [name for name in names if name not in {row["key"] for row in before}]
    key = draw(st.sampled_from([*free, f"q{place}"]))
    row: Raw = {"key": key, "text": f"Вопрос {place}", "part": draw(st.sampled_from(["core", "core", "more"]))}
    row |= draw(st.one_of(*kinds))
    if row["type"] != "note":
        row["required"] = draw(st.booleans())
        if (known := constraints(row)) and draw(st.sampled_from([False, False, True])):
            row |= {"constraint": draw(st.sampled_from(known)), "constraint_message": "Так не подходит."}
    targets = [each for each in before if each["type"] != "note" and row["part"] in ("more", each["part"])]
    if targets:
        targets = [*targets[:1] * 3, *targets[1:]]  # most depends on the first
        one = st.sampled_from(targets).flatmap(lambda on: condition(on).map(lambda raw: {"q": on["key"], **raw}))
        several = st.lists(one, min_size=2, max_size=3).map(lambda rows: {"any": rows})
        row["show_if"] = draw(
            st.lists(st.one_of(one, one, several), min_size=draw(st.sampled_from([0, 1, 1])), max_size=2)
        )
    row["section"] = draw(st.sampled_from(["", "Раздел"]))
    return row


def any_form(most: int = 7, first: Kinds = KINDS, names: Sequence[str] = ()) -> st.SearchStrategy[Form]:
    """Every kind of question, of condition and of constraint; notes anywhere; a second part perhaps."""
    return raw_forms(most, first, names=names).map(lambda raw: parse_form(raw, {}))


def forked_form() -> st.SearchStrategy[Form]:
    """A tick list, and questions that it opens and closes: where counting the longest way is hardest."""
    return raw_forms(6, [ticks("multi")], [st.just({"type": "yesno"})]).map(lambda raw: parse_form(raw, {}))


@dataclass(frozen=True, slots=True)
class Possible:
    """An answer, and the words in which it was given; no words where it was skipped."""

    value: Value | None
    words: tuple[str, ...] | None


def possible(question: Question, today: date = TODAY) -> list[Possible]:
    """All that conditions could tell apart of what may be answered."""
    given = [Possible(done.value, words) for done, words in _tried(question, today) if isinstance(done, Accepted)]
    return given if question.required else [Possible(None, None), *given]


def _tried(question: Question, today: date) -> list[tuple[Outcome, tuple[str, ...]]]:
    if question.kind in MANY:
        return [(finish(question, keys), _labels(question, keys)) for keys in _tick_lists(question)]
    if question.options:
        return [(accept(question, Chosen(option.key)), (option.label,)) for option in question.options]
    written = {
        QuestionKind.NUMBER: [str(number) for number in NUMBERS],
        QuestionKind.DECIMAL: [f"{number}".replace(".0", "").replace(".", ",") for number in DECIMALS],
        QuestionKind.DATE: [date.fromisoformat(day).strftime("%d.%m.%Y") for day in DAYS],
        QuestionKind.TEXT: list(TEXTS),
    }.get(question.kind, [])
    return [(accept(question, Typed(text), today=today), (text,)) for text in written]


def _tick_lists(question: Question) -> list[tuple[str, ...]]:
    keys = [option.key for option in question.options]
    keys = keys if len(keys) <= len(LABELS) else [*keys[:5], keys[-1]]
    lists = [chosen for size in range(1, len(keys) + 1) for chosen in combinations(keys, size)]
    return [chosen for chosen in lists if len(chosen) == 1 or not question.exclusive & set(chosen)]


def _labels(question: Question, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(option.label for option in question.options if option.key in keys)
