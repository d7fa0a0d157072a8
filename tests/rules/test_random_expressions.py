"""Whatever a condition looks like, it means what it says, and it is written so that it means the same."""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.expressions import Language, Wrong, as_russian, as_xpath
from mentoring.rules.questionnaire.conditions import Answers, Value, all_hold
from tests.rules.expressing import FORM, QUESTIONS, questions, understood

Holds = Callable[[Answers], bool]


@dataclass(frozen=True)
class Saying:
    """A condition in both notations, and what it says of answers: XLSForm's own rules, told once more."""

    xpath: str
    russian: str
    holds: Holds


DAYS = ("2026-01-09", "2026-09-01", "2026-10-20")
ORDER: dict[str, tuple[str, Callable[[float, float], bool]]] = {
    "<": ("меньше", lambda one, other: one < other),
    "<=": ("не больше", lambda one, other: one <= other),
    ">": ("больше", lambda one, other: one > other),
    ">=": ("не меньше", lambda one, other: one >= other),
    "=": ("равно", lambda one, other: one == other),
    "!=": ("не равно", lambda one, other: one != other),
}


def number(said: object) -> float:
    """Of nothing XPath makes what is no number: neither less nor more than any, and unlike all of them."""
    return float("nan") if said is None else float(str(said))


def option(key: str, option_key: str) -> Saying:
    label = next(each.label for each in QUESTIONS[key].options if each.key == option_key)
    return Saying(f"${{{key}}} = '{option_key}'", f"{key} = '{label}'", lambda said: said[key] == option_key)


def tick(option_key: str) -> Saying:
    return Saying(
        f"selected(${{areas}}, '{option_key}')", f"areas содержит {option_key}",
        lambda said: option_key in (said["areas"] or ()),  # type: ignore[operator]  # ticks are a tuple
    )  # fmt: skip


def compared(key: str, sign: str, wanted: int) -> Saying:
    words, test = ORDER[sign]
    return Saying(
        f"${{{key}}} {sign} {wanted}", f"{key} {words} {wanted}", lambda said: test(number(said[key]), wanted)
    )


def counted(sign: str, wanted: int) -> Saying:
    words, test = ORDER[sign]
    return Saying(
        f"count-selected(${{areas}}) {sign} {wanted}", f"areas отмечено {words} {wanted}",
        lambda said: test(len(said["areas"] or ()), wanted),  # type: ignore[arg-type]  # ticks are a tuple
    )  # fmt: skip


def dated(sign: str, day: str) -> Saying:
    words, test = ORDER[sign]
    russian = ".".join(reversed(day.split("-")))
    return Saying(
        f"${{day}} {sign} date('{day}')", f"day {words} {russian}",
        lambda said: test(number(said["day"] and in_digits(said["day"])), number(in_digits(day))),
    )  # fmt: skip


def in_digits(day: object) -> str:
    return str(day).replace("-", "")


def answered(key: str, is_answered: bool) -> Saying:
    return Saying(
        f"${{{key}}} {'!=' if is_answered else '='} ''", f"{key} {'есть ответ' if is_answered else 'нет ответа'}",
        lambda said: (said[key] is not None) is is_answered,
    )  # fmt: skip


wished = Saying("${wish} = 'da'", "wish = да", lambda said: said["wish"] is True)
keys = {question.key: [each.key for each in question.options] for question in FORM.questions}
atoms = st.one_of(
    st.builds(option, st.just("ready"), st.sampled_from(keys["ready"])),
    st.builds(tick, st.sampled_from(keys["areas"])),
    st.builds(compared, st.sampled_from(["mark", "rate"]), st.sampled_from(list(ORDER)), st.integers(-1, 6)),
    st.builds(counted, st.sampled_from(list(ORDER)), st.integers(0, 3)),
    st.builds(dated, st.sampled_from(list(ORDER)), st.sampled_from(DAYS)),
    st.builds(answered, st.sampled_from(list(QUESTIONS)), st.booleans()),
    st.just(wished),
)


def both(parts: list[Saying]) -> Saying:
    return joined(parts, "and", "и", lambda said: all(part.holds(said) for part in parts))


def either(parts: list[Saying]) -> Saying:
    return joined(parts, "or", "или", lambda said: any(part.holds(said) for part in parts))


def joined(parts: list[Saying], xpath: str, russian: str, holds: Holds) -> Saying:
    in_xpath = f" {xpath} ".join(f"({part.xpath})" for part in parts)
    return Saying(in_xpath, f" {russian} ".join(f"({part.russian})" for part in parts), holds)


def denied(part: Saying) -> Saying:
    return Saying(f"not({part.xpath})", f"не ({part.russian})", lambda said: not part.holds(said))


sayings = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(both),
        st.lists(inner, min_size=2, max_size=3).map(either),
        inner.map(denied),
    ),
    max_leaves=8,
)
answers: st.SearchStrategy[dict[str, Value | None]] = st.fixed_dictionaries({
    "ready": st.none() | st.sampled_from(keys["ready"]),
    "areas": st.none() | st.lists(st.sampled_from(keys["areas"]), min_size=1, unique=True).map(tuple),
    "mark": st.none() | st.integers(1, 10),
    "wish": st.none() | st.booleans(),
    "day": st.none() | st.sampled_from(DAYS),
    "rate": st.none() | st.floats(-2, 7),
    "note": st.none() | st.just("Слово"),
})  # fmt: skip


@given(saying=sayings, said=st.lists(answers, min_size=1, max_size=5), language=st.sampled_from(Language))
def test_a_condition_means_what_it_says(saying: Saying, said: list[Answers], language: Language) -> None:
    reading = understood(saying.xpath if language is Language.XLSFORM else saying.russian, language)
    if not reading.mistakes:
        assert [all_hold(reading.clauses, each) for each in said] == [saying.holds(each) for each in said]
    else:
        assert [each.wrong for each in reading.mistakes] == [Wrong.TOO_TANGLED]


@given(saying=sayings)
def test_what_is_written_of_a_condition_reads_as_the_same(saying: Saying) -> None:
    clauses = understood(saying.xpath, Language.XLSFORM).clauses
    assert understood(as_xpath(clauses, questions()), Language.XLSFORM).clauses == clauses
    assert understood(as_russian(clauses, questions()), Language.RUSSIAN).clauses == clauses


PIECES = st.sampled_from([
    "${ready}", "${", "}", ".", "..", "'never'", "'", '"', "«Нет»", "«", "»", "№1", "№", "ready", "areas", "или", "и",
    "не", "or", "and", "not", "not(", "(", ")", ",", "=", "!=", "!", "<", ">=", "5", "-", "1.5", "selected(", "today()",
    "date(", "содержит", "больше", "отмечено", "длина", "нет ответа", "есть", "ответ", "сегодня", "сам(а)", "\n", "🙂",
])  # fmt: skip


@given(
    pieces=st.lists(PIECES | st.text(max_size=5), max_size=25),
    gap=st.sampled_from(["", " "]),
    language=st.sampled_from(Language),
    own=st.sampled_from(["", *QUESTIONS]),
)
def test_any_text_is_read_or_refused_with_a_place_in_it(
    pieces: list[str], gap: str, language: Language, own: str
) -> None:
    text = gap.join(pieces)
    for mistake in understood(text, language, own).mistakes:
        assert 1 <= mistake.at <= len(text) + 1
