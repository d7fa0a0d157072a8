"""What makes a form fit to be asked, and that ours are."""

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest

from mentoring import forms as files
from mentoring.forms import load
from mentoring.rules.forms import Fault, Form, FormProblems, Option, Part, QuestionKind, parse_form, raw_of
from mentoring.rules.questionnaire import Answers, Value, visible
from mentoring.rules.questionnaire.progress import longest

DICTIONARIES = {"pets": tuple(Option(f"p{n}", f"Питомец {n}") for n in range(9))}
Row = dict[str, object]


def sheet(*rows: Row, **fields: object) -> Row:
    head = {"key": "sample", "version": 1, "title": "Проба", "audience": "teacher", "minutes": 1}
    return {**head, "questions": list(rows), **fields}


def single(key: str = "first", **fields: object) -> Row:
    return {"key": key, "type": "single", "text": "Что?", "options": {"a": "Один", "b": "Два"}, **fields}


def faults(raw: Row) -> set[tuple[str, Fault]]:
    with pytest.raises(FormProblems) as found:
        parse_form(raw, DICTIONARIES)
    return {(problem.question, problem.fault) for problem in found.value.problems}


def scale(key: str = "mark") -> Row:
    return {"key": key, "type": "scale", "text": "Сколько?"}


def note(**fields: object) -> Row:
    return {"key": "note", "type": "note", "text": "Прочитайте.", **fields}


def many(**fields: object) -> Row:
    return {**single(type="multi"), **fields}


def test_a_form_reads_with_its_defaults() -> None:
    form = parse_form(sheet(single()), DICTIONARIES)
    question = form.question("first")
    assert (question.kind, question.part, question.required) == (QuestionKind.SINGLE, Part.CORE, False)
    assert form.summary
    assert not form.has_part(Part.MORE)
    with pytest.raises(KeyError):
        form.question("nothing")


def test_a_dictionary_question_has_the_dictionary_and_pages() -> None:
    row: Row = {"key": "pets", "type": "dict_multi", "dict": "pets", "text": "Кто?"}
    question = parse_form(sheet(row), DICTIONARIES).question("pets")
    assert question.options == DICTIONARIES["pets"]
    assert question.paged


def test_scale_and_yesno_bring_their_own_options_and_need_no_pages() -> None:
    form = parse_form(sheet(scale(), {"key": "ask", "type": "yesno", "text": "Да?"}), DICTIONARIES)
    assert [option.key for option in form.question("mark").options] == [str(n) for n in range(1, 11)]
    assert [option.label for option in form.question("ask").options] == ["Да", "Нет"]
    assert not form.question("mark").paged


def if_first(**condition: object) -> Row:
    return single("second", show_if=[{"q": "first", **condition}])


@pytest.mark.parametrize(
    ("raw", "question", "fault"),
    [
        (sheet(), "", Fault.NO_QUESTIONS),
        (sheet(note()), "", Fault.NO_QUESTIONS),
        (sheet(note(), single(part="more")), "", Fault.NO_QUESTIONS),
        (sheet(note(required=True)), "note", Fault.NOT_ASKED),
        (sheet(note(constraint=[{"eq": "a"}])), "note", Fault.BAD_CONSTRAINT),
        (sheet(note(), single(show_if=[{"q": "note", "filled": True}])), "first", Fault.BAD_CONDITION),
        (sheet(single(), version="1"), "", Fault.WRONG_TYPE),
        (sheet(single(), colour="red"), "", Fault.UNKNOWN_FIELD),
        (sheet(single(), key="Проба"), "", Fault.BAD_KEY),
        (sheet(single(colour="red")), "first", Fault.UNKNOWN_FIELD),
        (sheet({"type": "text", "text": "Что?"}), "?", Fault.MISSING),
        (sheet(single(text=5)), "first", Fault.WRONG_TYPE),
        (sheet(single(required=1)), "first", Fault.WRONG_TYPE),
        (sheet(many(max=True)), "first", Fault.WRONG_TYPE),
        (sheet(single(type="choice")), "first", Fault.UNKNOWN_KIND),
        (sheet(single(part="core2")), "first", Fault.UNKNOWN_PART),
        (sheet(single(tense="soon")), "first", Fault.UNKNOWN_TENSE),
        (sheet(single(check="soon")), "first", Fault.UNKNOWN_CHECK),
        (sheet({"key": "first", "type": "single", "text": "Что?", "dict": "birds"}), "first", Fault.UNKNOWN_DICTIONARY),
        (sheet(single(options={})), "first", Fault.NO_OPTIONS),
        (sheet(single(options=["a"])), "first", Fault.WRONG_TYPE),
        (sheet(single(options={"a": 1})), "first", Fault.WRONG_TYPE),
        (sheet(single(), single()), "first", Fault.DUPLICATE_KEY),
        (sheet(single("ключ")), "ключ", Fault.BAD_KEY),
        (sheet(single("k" * 21)), "k" * 21, Fault.BAD_KEY),
        (sheet(single("yes")), "yes", Fault.RESERVED_KEY),
        (sheet(single(options={"on": "Да", "b": "Нет"})), "first", Fault.RESERVED_KEY),
        (sheet(single(options={"a": "я" * 41})), "first", Fault.LABEL_TOO_LONG),
        (sheet(single(options={"a": ""})), "first", Fault.LABEL_TOO_LONG),
        (sheet(single(options={"a": "Да", "b": "да"})), "first", Fault.DUPLICATE_LABEL),
        (sheet(single(options={"a": "Ёлка - ель", "b": "«елка» — ель."})), "first", Fault.DUPLICATE_LABEL),
        (sheet(single(text="я" * 300, help="я" * 51)), "first", Fault.TEXT_TOO_LONG),
        (sheet(single(max=1)), "first", Fault.NEEDLESS_FIELD),
        (sheet(many(max=0)), "first", Fault.BAD_LIMIT),
        (sheet(many(max=3)), "first", Fault.BAD_LIMIT),
        (sheet(many(exclusive=["c"])), "first", Fault.UNKNOWN_EXCLUSIVE),
        (sheet(single(exclusive=["a"])), "first", Fault.NEEDLESS_FIELD),
        (sheet(single(), if_first(eq="c")), "second", Fault.UNKNOWN_OPTION),
        (sheet(single(), if_first(**{"in": ["a", "c"]})), "second", Fault.UNKNOWN_OPTION),
        (sheet(single(), if_first(has="a")), "second", Fault.BAD_CONDITION),
        (sheet(single(), if_first(**{"in": "a"})), "second", Fault.BAD_CONDITION),
        (sheet(single(), if_first(near="a")), "second", Fault.BAD_CONDITION),
        (sheet(single(), if_first(eq="a", ne="b")), "second", Fault.BAD_CONDITION),
        (sheet(many(), if_first(eq="a")), "second", Fault.BAD_CONDITION),
        (sheet(scale("first"), if_first(lte="5")), "second", Fault.BAD_CONDITION),
        (sheet(if_first(eq="a")), "second", Fault.UNKNOWN_QUESTION),
        (sheet(if_first(eq="a"), single()), "second", Fault.LATER_QUESTION),
        (sheet(single("second", show_if=[{"q": "second", "eq": "a"}])), "second", Fault.LATER_QUESTION),
        (sheet(single(part="more"), if_first(eq="a")), "second", Fault.CORE_NEEDS_MORE),
    ],
)
def test_a_fault_is_found_and_named_with_its_question(raw: Row, question: str, fault: Fault) -> None:
    assert (question, fault) in faults(raw)


def test_all_faults_are_found_at_once() -> None:
    raw = sheet(single("on"), single(options={"a": "я" * 41}), if_first(eq="z"))
    assert faults(raw) == {
        ("on", Fault.RESERVED_KEY),
        ("first", Fault.LABEL_TOO_LONG),
        ("second", Fault.UNKNOWN_OPTION),
    }


def test_the_problems_name_the_file_and_the_question() -> None:
    with pytest.raises(FormProblems) as found:
        parse_form(sheet(single("on")), {})
    assert "broken.toml: on: reserved_key" in str(FormProblems(found.value.problems, "broken.toml"))


def test_a_broken_file_stops_the_start_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    read = files._read_all()
    questions = read["ask.toml"]["questions"]
    assert isinstance(questions, list)
    questions[0]["type"] = "essay"
    monkeypatch.setattr(files, "_read_all", lambda: read)
    with pytest.raises(FormProblems, match=r"ask\.toml: question: unknown_kind essay"):
        load.__wrapped__()


def test_every_file_of_the_folder_is_read() -> None:
    names = {path.stem for path in Path(files.__file__).parent.glob("*.toml")}
    forms = load()
    assert names == {*forms.forms, *forms.dictionaries, "cities", "programme", "roadmap"}


def test_there_are_36_subjects_and_all_labels_fit_a_button() -> None:
    subjects = load().dictionary("subjects")
    assert len(subjects) == 36
    assert all(len(option.label) <= 40 for option in subjects)


@pytest.mark.parametrize("key", ["setup", "join", "ask", "reply", "person", "pause", "own_name"])
def test_service_forms_have_no_summary_and_no_caution(key: str) -> None:
    form = load().get(key)
    assert form.audience == "service"
    assert not form.summary
    assert not any(question.caution for question in form.questions)


def test_needs_is_confidential_and_cautious_about_every_text() -> None:
    needs = load().get("needs")
    texts = [question for question in needs.questions if question.kind is QuestionKind.TEXT]
    assert (needs.confidential, needs.anonymous, needs.version, needs.minutes) == (True, False, 1, 3)
    assert [question.key for question in texts if question.caution] == ["priority", "wish", "rather_not"]
    assert {q.key for q in needs.questions if q.private} == {"wish", "rather_not"}
    assert {q.key for q in needs.questions if q.sensitive} == {"no_reason", "rather_not"}


def test_nobody_is_asked_more_than_eight_core_questions() -> None:
    needs = load().get("needs")
    lengths = [len(visible(needs, answers, Part.CORE)) for answers in every_way(needs)]
    assert max(lengths) == 7
    assert min(lengths) == 6
    assert longest(needs, {}, Part.CORE) == 7
    assert longest(needs, {}) == max(len(visible(needs, answers)) for answers in every_way(needs))


def test_the_core_asks_what_matching_needs() -> None:
    needs = load().get("needs")
    core = [question.key for question in needs.questions if question.part is Part.CORE]
    assert core == [
        "subjects", "levels", "experience", "want_mentor", "no_reason", "areas", "time", "can_share",
    ]  # fmt: skip


def every_way(needs: Form) -> Iterator[Answers]:
    """All answers to the questions that others depend on, without trusting the engine's own count."""
    areas = [option.key for option in needs.question("areas").options]
    ticks: list[Value] = [chosen for size in (1, 2, 3) for chosen in combinations(areas, size)]
    wants: list[Value] = [option.key for option in needs.question("want_mentor").options]
    for want, chosen, wish in product(wants, ticks, (True, False)):
        yield {"want_mentor": want, "areas": chosen, "has_wish": wish}


@pytest.mark.parametrize("key", [form.key for form in load().forms.values()])
def test_what_is_written_of_a_form_reads_as_the_same_form(key: str) -> None:
    form = load().get(key)
    again = parse_form(raw_of(form), {})
    assert raw_of(again) == raw_of(form)
    assert [question for question in again.questions if question not in form.questions] == []
