"""Questionnaires of every shape that a form can have, for what must hold of all of them."""

from collections.abc import Callable, Mapping, Sequence

from hypothesis import strategies as st

from mentoring.rules.form_files import Grid
from mentoring.rules.forms import Form, Option, Question, QuestionKind, parse_form
from mentoring.rules.forms.checks import RESERVED_KEYS
from mentoring.rules.forms.model import CHOICES, MANY
from mentoring.rules.questionnaire.ways import can_be_answered
from mentoring.rules.text import clean_line, clean_text

DICTIONARIES = {
    "subjects": (Option("math", "Математика", "алгебра геометрия"), Option("art", "ИЗО"), Option("pe", "Спорт", "пт")),
    "areas": tuple(Option(f"a{number}", f"Направление {number} и не только") for number in range(10)),
}  # fmt: skip
Raw = dict[str, object]
Write = Callable[[Form, Mapping[str, tuple[Option, ...]]], tuple[Grid, ...]]  # one of the two notations

_LETTERS = "абвжцяАЁЩьэ xyzQ0123456789.,;:!?-–—()[]«»„“\"'/\\|=<>≠№{}+*&#@_%"
_words = st.sampled_from(
    ["и", "или", "не", "ответ", "больше", "нет", "да", "сам(а)", "Урок и методика", "[a]", "«окно»"]
)
keys = st.from_regex(r"[a-z0-9_]{1,20}", fullmatch=True).filter(lambda key: key not in RESERVED_KEYS)
names = keys.filter(lambda key: not key[0].isdigit() and key != "meta")
days = st.dates().map(lambda day: day.isoformat())
numbers = st.integers(-(10**12), 10**12)
fractions = numbers | st.floats(allow_nan=False, allow_infinity=False)


def texts(longest: int, shortest: int = 0, breaks: str = "") -> st.SearchStrategy[str]:
    """As they are stored: clean, on one line unless there are `breaks`."""
    pieces = st.lists(st.text(_LETTERS + breaks, max_size=longest) | _words, max_size=4).map(" ".join)
    clean = clean_text if breaks else clean_line
    return pieces.map(lambda text: clean(clean(text)[:longest])).filter(lambda text: len(text) >= shortest)


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """A questionnaire of the school's own, fit to be asked."""
    questions = draw(st.lists(names, min_size=1, max_size=6, unique=True))
    rows: list[Raw] = []
    earlier: list[Question] = []
    for key in questions:
        rows.append(draw(_rows(key, earlier)))
        earlier = list(_form(rows).questions)
    if all(row["type"] == QuestionKind.NOTE or row["part"] == "more" for row in rows):
        rows.append({"key": draw(names.filter(lambda key: key not in questions)), "type": "text", "text": "Что ещё?"})
    head: Raw = {
        "key": draw(keys),
        "title": draw(texts(60, 1)),
        "minutes": draw(st.integers(1, 90)),
        "intro": draw(texts(80, breaks="\n")),
        "outro": draw(texts(80, breaks="\n")),
    }
    return _form(rows, **head)


def _form(rows: Sequence[Raw], **head: object) -> Form:
    """Read even when there is nothing but notes yet."""
    end: Raw = {"key": "z" * 20, "type": "text", "text": "Конец"}
    whole = {"key": "sample", "version": 1, "title": "Проба", "audience": "teacher", "minutes": 1, "confidential": True}
    return parse_form({**whole, **head, "questions": list(rows) if head else [*rows, end]}, DICTIONARIES)


@st.composite
def _rows(draw: st.DrawFn, key: str, earlier: Sequence[Question]) -> Raw:
    kind = draw(st.sampled_from(QuestionKind))
    row: Raw = {"key": key, "type": kind.value, "text": draw(texts(120, 1, breaks="\n"))}
    row |= {name: draw(texts(40)) for name in ("help", "heading", "section", "example")}
    row |= {name: draw(st.booleans()) for name in ("private", "sensitive", "caution")}
    row |= {} if kind is QuestionKind.NOTE else {"required": draw(st.booleans()), "constraint_message": draw(texts(40))}
    row |= draw(_particulars(kind))
    row["part"] = draw(st.sampled_from(["core", "more"]))
    known = [question for question in earlier if question.part == "core" or row["part"] == "more"]
    row["show_if"] = draw(_clauses([(question, question.key) for question in known if question.key != "z" * 20]))
    if kind is not QuestionKind.NOTE:
        own = _form([{**row, "show_if": []}]).questions[0]
        row["constraint"] = draw(_clauses([(own, "")]))
        if not can_be_answered(_form([{**row, "show_if": []}]).questions[0]):
            row["constraint"] = []
    return row


@st.composite
def _particulars(draw: st.DrawFn, kind: QuestionKind) -> Raw:
    """The fields that mean something for this kind."""
    if kind in CHOICES:
        return draw(_options(many=kind in MANY))
    if kind is QuestionKind.SCALE:
        start = draw(st.integers(0, 9))
        ends = {"start": start, "end": draw(st.integers(start + 1, 10))}
        return {**ends, "low": draw(texts(20)), "high": draw(texts(20))}
    if kind is QuestionKind.TEXT:
        return {
            "max_len": draw(st.integers(1, 2000)),
            "check": draw(st.sampled_from(["none", "full_name", "school_name"])),
        }
    return {"tense": draw(st.sampled_from(["any", "past", "future"]))} if kind is QuestionKind.DATE else {}


@st.composite
def _options(draw: st.DrawFn, *, many: bool) -> Raw:
    if draw(st.booleans()):
        row: Raw = {"dict": draw(st.sampled_from(sorted(DICTIONARIES)))}
        offered = [option.key for option in DICTIONARIES[str(row["dict"])]]
    else:
        labels = draw(st.lists(texts(40, 1), min_size=1, max_size=5, unique_by=str.casefold))
        labels = draw(st.just(labels) | st.just(["Да", "Нет"]))
        offered = draw(st.lists(keys, min_size=len(labels), max_size=len(labels), unique=True) | st.just(["da", "net"]))
        words = draw(st.lists(texts(20).map(_plain), min_size=len(labels), max_size=len(labels)))
        options = {
            key: {"label": label, "words": more} for key, label, more in zip(offered, labels, words, strict=False)
        }
        offered = list(options)
        row = {"options": options} | draw(st.just({}) | st.just({"dict": "areas"}))
    if many:
        most = draw(st.none() | st.integers(1, len(offered)))
        row |= {} if most is None else {"max": most}
        row["exclusive"] = draw(st.lists(st.sampled_from(offered), max_size=2, unique=True))
    return row


def _plain(words: str) -> str:
    return clean_line(words.replace("[", "").replace("]", ""))


@st.composite
def _clauses(draw: st.DrawFn, targets: Sequence[tuple[Question, str]]) -> list[Raw]:
    found = [condition for question, key in targets if (condition := conditions(question, key)) is not None]
    if not found:
        return []
    single = st.one_of(found)
    clauses = draw(st.lists(st.lists(single, min_size=1, max_size=3), max_size=3))
    return [clause[0] if len(clause) == 1 else {"any": clause} for clause in clauses]


def conditions(question: Question, key: str) -> st.SearchStrategy[Raw] | None:
    """What can be asked of an answer to it; without a key, of the answer that is being given."""
    options = st.sampled_from([option.key for option in question.options] or [""])
    order = st.sampled_from(["eq", "ne", "lt", "lte", "gt", "gte"])
    counts = st.builds(lambda op, value: {op: value}, order, st.integers(0, 40))
    of_kind: dict[QuestionKind, st.SearchStrategy[Raw]] = {
        QuestionKind.YESNO: st.builds(lambda op, value: {op: value}, st.sampled_from(["eq", "ne"]), st.booleans()),
        QuestionKind.SCALE: st.builds(lambda op, value: {op: value}, order, st.integers(0, 11)),
        QuestionKind.NUMBER: st.builds(lambda op, value: {op: value}, order, numbers),
        QuestionKind.DECIMAL: st.builds(lambda op, value: {op: value}, order, fractions),
        QuestionKind.DATE: st.builds(lambda op, value: {op: value}, order, days if key else days | st.just("today()")),
        QuestionKind.TEXT: counts.map(lambda raw: {**raw, "of": "length"}),
    }
    if question.kind is QuestionKind.NOTE:
        return None
    if question.kind in MANY:
        ticks = st.builds(lambda op, value: {op: value}, st.sampled_from(["has", "hasnt"]), options)
        found: st.SearchStrategy[Raw] = ticks | counts.map(lambda raw: {**raw, "of": "count"})
    elif question.kind is QuestionKind.SINGLE:
        one = st.builds(lambda op, value: {op: value}, st.sampled_from(["eq", "ne"]), options)
        found = one | st.lists(options, min_size=1, max_size=4).map(lambda several: {"in": several})
    else:
        found = of_kind[question.kind]
    if not key:
        return found
    answered = st.sampled_from(["empty", "filled"]).map(lambda op: {op: True})
    return (found | answered).map(lambda raw: {"q": key, **raw})
