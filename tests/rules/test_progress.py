"""The longest way, checked against trying every answer of small random forms."""

import time
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.forms import Form, Part, Question, parse_form
from mentoring.rules.questionnaire import Value, next_question, visible
from mentoring.rules.questionnaire.progress import longest
from tests.bench.questionnaires.forms import large, said

Given = dict[str, Value | None]
LABELS = {"a": "Один", "b": "Два", "c": "Три"}


@st.composite
def small_forms(draw: st.DrawFn) -> Form:
    """Up to six questions, each perhaps open only after an answer to earlier ones."""
    rows: list[dict[str, object]] = []
    for place in range(draw(st.integers(1, 6))):
        row: dict[str, object] = {"key": f"q{place}", "text": "?"}
        row |= draw(st.sampled_from(KINDS))
        row["required"] = draw(st.booleans())
        row["show_if"] = draw(st.lists(clause_on(rows), max_size=2)) if rows else []
        # A core question may not wait for the second part, so the parts are cut at one place.
        row["part"] = "more" if place >= 3 else "core"
        rows.append(row)
    head = {"key": "small", "version": 1, "title": "?", "audience": "teacher", "minutes": 1}
    return parse_form({**head, "questions": rows}, {})


def clause_on(rows: list[dict[str, object]]) -> st.SearchStrategy[dict[str, object]]:
    """A condition on an earlier question, or one of two."""
    one = st.sampled_from(rows).flatmap(
        lambda target: condition_on(target).map(lambda wanted: {"q": target["key"], **wanted})
    )
    return st.one_of(one, st.lists(one, min_size=2, max_size=2).map(lambda some: {"any": some}))


KINDS: list[dict[str, object]] = [
    {"type": "single", "options": LABELS},
    {"type": "multi", "options": LABELS},
    {"type": "multi", "options": LABELS, "max": 1},
    {"type": "multi", "options": LABELS, "max": 2, "exclusive": ["c"]},
    {"type": "yesno"},
    {"type": "scale", "start": 1, "end": 3},
]


def condition_on(target: dict[str, object]) -> st.SearchStrategy[dict[str, object]]:
    key = st.sampled_from(["a", "b", "c"])
    whether = st.sampled_from([{"empty": True}, {"filled": True}])
    if target["type"] == "multi":
        return st.one_of(key.map(lambda option: {"has": option}), key.map(lambda option: {"hasnt": option}), whether)
    if target["type"] == "yesno":
        return st.one_of(st.sampled_from([{"eq": True}, {"eq": False}, {"ne": True}]), whether)
    if target["type"] == "scale":
        return st.sampled_from([{"eq": 2}, {"ne": 1}, {"lt": 2}, {"gte": 2}, {"empty": True}])
    return st.one_of(
        whether,
        key.map(lambda option: {"eq": option}),
        key.map(lambda option: {"ne": option}),
        st.sampled_from([{"in": ["a", "b"]}, {"in": ["c"]}]),
    )


@given(chances=st.randoms(use_true_random=False), part=st.sampled_from([Part.CORE, None]))
def test_the_total_of_a_large_form_never_grows_on_the_way(chances: Random, part: Part | None) -> None:
    form, answers = large(), dict[str, Value | None]()
    total = longest(form, answers, part)
    while question := next_question(form, answers, part):
        answers[question.key] = said(question, chances)
        assert longest(form, answers, part) <= total
        total = longest(form, answers, part)
    assert total == len(visible(form, answers, part))


@given(form=small_forms(), part=st.sampled_from([Part.CORE, Part.MORE, None]))
def test_the_longest_way_is_the_longest_of_all_ways(form: Form, part: Part | None) -> None:
    assert longest(form, {}, part) == by_trying(form, {}, part)


def by_trying(form: Form, answers: Given, part: Part | None) -> int:
    question = next_question(form, answers, part)
    if question is None:
        return len(visible(form, answers, part))
    return max(by_trying(form, {**answers, question.key: value}, part) for value in values(question))


def values(question: Question) -> list[Value | None]:
    skipped: list[Value | None] = [] if question.required else [None]
    if question.kind == "yesno":
        return [*skipped, True, False]
    if question.kind == "single":
        return [*skipped, *LABELS]
    if question.kind == "scale":
        return [*skipped, 1, 2, 3]
    sizes = range(1, (question.max_choices or len(LABELS)) + 1)
    ticks = [chosen for size in sizes for chosen in combinations(LABELS, size)]
    alone = [chosen for chosen in ticks if len(chosen) == 1 or not question.exclusive & set(chosen)]
    return [*skipped, *alone]


def form_of(*rows: dict[str, object]) -> Form:
    head = {"key": "small", "version": 1, "title": "?", "audience": "teacher", "minutes": 1}
    return parse_form({**head, "questions": [{"text": "?", **row} for row in rows]}, {})


TICKS: dict[str, object] = {"key": "ticks", "type": "multi", "options": LABELS, "max": 1}


def after(key: str, target: str, **condition: object) -> dict[str, object]:
    return {"key": key, "type": "text", "show_if": [{"q": target, **condition}]}


def test_the_tick_that_opens_most_counts() -> None:
    form = form_of(TICKS, after("q1", "ticks", has="a"), after("q2", "ticks", has="b"), after("q3", "ticks", has="b"))
    assert longest(form, {}) == 3
    assert longest(form, {"ticks": ("a",)}) == 2


def test_a_tick_that_opens_a_fork_may_win_over_one_that_opens_more_at_once() -> None:
    fork: dict[str, object] = {"key": "fork", "type": "yesno", "show_if": [{"q": "ticks", "has": "a"}]}
    far = [after(f"far{n}", "fork", eq=True) for n in range(3)]
    form = form_of(TICKS, fork, after("q1", "ticks", has="b"), after("q2", "ticks", has="b"), *far)
    assert longest(form, {}) == 5


def test_too_many_ways_are_counted_as_if_everything_were_ticked() -> None:
    keys = {f"o{n}": f"Вариант {n}" for n in range(20)}
    ticks: dict[str, object] = {"key": "ticks", "type": "multi", "options": keys, "max": 10}
    forks = [{**after(f"q{n}", "ticks", has=f"o{n}"), "type": "yesno"} for n in range(20)]
    form = form_of(ticks, *forks, after("last", "q19", eq=True))
    assert longest(form, {}) == 22
    assert longest(form, {"ticks": ("o19",)}) == 3


def test_an_answer_that_closes_questions_may_be_left_out_for_the_longest_way() -> None:
    ticks: dict[str, object] = {"key": "ticks", "type": "multi", "options": LABELS, "required": True}
    asked = {**after("asked", "ticks", has="a"), "type": "yesno", "required": True}
    unless = [after(f"q{n}", "asked", empty=True) for n in range(3)]
    form = form_of(ticks, asked, *unless)
    assert longest(form, {}) == 4
    assert longest(form, {"ticks": ("a",)}) == 2


def test_a_text_that_is_skipped_may_lead_the_longest_way() -> None:
    asked = {**after("asked", "text", filled=True), "type": "yesno", "required": True}
    unless = [after(f"q{n}", "asked", empty=True) for n in range(3)]
    form = form_of({"key": "text", "type": "text"}, asked, *unless)
    assert longest(form, {}) == 4
    assert longest(form, {"text": "да"}) == 2


def test_more_ways_than_can_be_tried_never_make_the_total_grow() -> None:
    keys = {f"o{n}": f"Вариант {n}" for n in range(20)}
    ticks: dict[str, object] = {"key": "ticks", "type": "multi", "options": keys, "required": True}
    asked = [{**after(f"q{n}", "ticks", has=f"o{n}"), "type": "yesno", "required": True} for n in range(20)]
    form = form_of(ticks, *asked, *(after(f"no{n}", f"q{n}", empty=True) for n in range(20)))
    assert longest(form, {}) == 41
    assert longest(form, {"ticks": ("o1",)}) == 21


def test_a_form_whose_forks_multiply_is_counted_while_nobody_waits() -> None:
    forks: list[dict[str, object]] = [{"key": f"f{n}", "type": "yesno"} for n in range(16)]
    rows: list[dict[str, object]] = [
        {
            "key": f"q{leaf}",
            "type": "text",
            "show_if": [{"any": [{"q": f"f{n}", "eq": bool(leaf >> n % 8 & 1)} for n in range(16)]}],
        }
        for leaf in range(180)
    ]
    form = form_of(*forks, *rows)
    began = time.process_time()
    assert longest(form, {}) == 196
    assert time.process_time() - began < 1


def test_a_question_of_the_other_part_is_not_asked_on_this_walk() -> None:
    core: dict[str, object] = {"key": "core", "type": "single", "options": LABELS}
    form = form_of(
        core,
        {**after("more", "core", eq="b"), "part": "more"},
        {"key": "end", "type": "text", "part": "more"},
    )
    assert longest(form, {}, Part.MORE) == 1
    assert longest(form, {"core": "b"}, Part.MORE) == 2
    assert longest(form, {}) == 3
