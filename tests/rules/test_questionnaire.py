"""Walking through forms: what is asked, how long it takes, and what is sent."""

from hypothesis import given
from hypothesis import strategies as st

from mentoring.forms import load
from mentoring.rules.forms import Part, Question, QuestionKind, parse_form
from mentoring.rules.questionnaire import (
    Accepted,
    Chosen,
    Outcome,
    Progress,
    Refusal,
    Ticked,
    Typed,
    Value,
    accept,
    finish,
    first_unanswered,
    is_complete,
    kept,
    next_question,
    previous_question,
    progress,
    remaining,
    summary,
    visible,
)

NEEDS = load().get("needs")
CORE, MORE = Part.CORE, Part.MORE
Given = dict[str, Value | None]
PARTS = [CORE, MORE, None]


def answer_to(question: Question, choose: st.DataObject) -> Value | None:
    """Any answer the engine takes; skipping where that is allowed."""
    if not question.required and choose.draw(st.booleans()):
        return None
    keys = [option.key for option in question.options]
    if question.kind in {QuestionKind.MULTI, QuestionKind.DICT_MULTI}:
        ticked: tuple[str, ...] = ()
        for key in choose.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=4)):
            after = accept(question, Chosen(key), ticked=ticked)
            ticked = after.options if isinstance(after, Ticked) else ticked
        done: Outcome = finish(question, ticked or (keys[0],))
    else:
        does = Chosen(choose.draw(st.sampled_from(keys))) if keys else Typed("Работа в паре")
        done = accept(question, does)
    assert isinstance(done, Accepted)
    return done.value


@given(choose=st.data(), part=st.sampled_from(PARTS))
def test_every_walk_ends_and_its_total_never_grows(choose: st.DataObject, part: Part | None) -> None:
    answers: Given = {}
    if part is MORE and choose.draw(st.booleans()):
        answers = walked(choose, CORE)
    totals: list[int] = []
    for place in range(1, len(NEEDS.questions) + 2):
        question = next_question(NEEDS, answers, part)
        if question is None:
            break
        now = progress(NEEDS, answers, question, part)
        assert now.number == place <= now.total
        assert remaining(NEEDS, answers, part) == now.total - place + 1
        totals.append(now.total)
        answers[question.key] = answer_to(question, choose)
    assert is_complete(NEEDS, answers, part)
    assert remaining(NEEDS, answers, part) == 0
    assert totals == sorted(totals, reverse=True)
    assert totals[-1] >= len(visible(NEEDS, answers, part))


@given(choose=st.data())
def test_what_is_sent_holds_exactly_the_visible_answers(choose: st.DataObject) -> None:
    answers = walked(choose)
    # The person goes back and changes a fork: answers given before may become hidden.
    changed = choose.draw(st.sampled_from(visible(NEEDS, answers)))
    answers[changed.key] = answer_to(changed, choose)
    sent = kept(NEEDS, answers)
    assert set(sent) <= {question.key for question in visible(NEEDS, answers)}
    assert visible(NEEDS, sent) == visible(NEEDS, answers)
    assert all(sent[key] == answers[key] for key in sent)
    assert {line.question.key for line in summary(NEEDS, sent)} <= set(sent)


@given(choose=st.data(), part=st.sampled_from([CORE, MORE]))
def test_back_then_forward_changes_nothing(choose: st.DataObject, part: Part) -> None:
    answers = walked(choose)
    before = dict(answers)
    questions = visible(NEEDS, answers, part)
    back = [question.key for question in questions[-1:]]
    while earlier := previous_question(NEEDS, answers, back[-1], part):
        back.append(earlier.key)
    assert [question.key for question in questions] == back[::-1]
    assert answers == before
    assert next_question(NEEDS, answers, part) is None


@given(text=st.text(max_size=80), question=st.sampled_from(NEEDS.questions))
def test_nothing_typed_can_break_a_question(text: str, question: Question) -> None:
    outcome = accept(question, Typed(text))
    assert isinstance(outcome, Accepted | Ticked | Refusal)
    if question.kind is QuestionKind.TEXT and isinstance(outcome, Accepted):
        assert accept(question, Typed(str(outcome.value))) == outcome


def test_a_teacher_who_wants_no_mentor_is_asked_six_questions() -> None:
    answers: Given = {}
    seen = []
    says = {
        "subjects": "физика, информатика", "levels": "5-9; 10–11 классы", "experience": "четвертый",
        "want_mentor": "нет", "no_reason": "3", "can_share": "Может быть",
    }  # fmt: skip
    while question := next_question(NEEDS, answers, CORE):
        now = progress(NEEDS, answers, question, CORE)
        seen.append((question.key, now.number, now.total))
        answers[question.key] = said(question, says[question.key])
    assert seen == [
        ("subjects", 1, 7), ("levels", 2, 7), ("experience", 3, 7), ("want_mentor", 4, 7),
        ("no_reason", 5, 6), ("can_share", 6, 6),
    ]  # fmt: skip
    assert [line.labels for line in summary(NEEDS, answers, CORE)] == [
        ("Информатика", "Физика"), ("5–9 классы", "10–11 классы"), ("11–20 лет",), ("Нет",),
        ("Нет времени",), ("Может быть, разово",),
    ]  # fmt: skip


def test_a_teacher_changes_their_mind_and_only_the_new_way_is_sent() -> None:
    answers: Given = {
        "subjects": ("physics",), "levels": ("ooo",), "experience": "y1", "want_mentor": "decline",
        "no_reason": None, "can_share": "decline",
    }  # fmt: skip
    assert is_complete(NEEDS, answers, CORE)
    answers["want_mentor"] = "year"
    following = next_question(NEEDS, answers, CORE)
    assert following == NEEDS.question("areas") == first_unanswered(NEEDS, answers, CORE)
    assert remaining(NEEDS, answers, CORE) == 2
    answers |= {"areas": ("method",), "time": ("after",)}
    assert is_complete(NEEDS, answers, CORE)
    assert not is_complete(NEEDS, answers)
    assert "no_reason" not in kept(NEEDS, answers)


def test_more_asks_the_details_of_the_chosen_areas_only() -> None:
    answers: Given = {"want_mentor": "short", "areas": ("method", "docs")}
    keys = [question.key for question in visible(NEEDS, answers, MORE)]
    assert keys == [
        "situation", "d_method", "d_docs", "priority", "s_confidence", "formats", "has_wish", "rather_not",
    ]  # fmt: skip
    first = NEEDS.question("situation")
    assert progress(NEEDS, answers, first, MORE) == Progress(1, 9)
    answers["has_wish"] = False
    assert progress(NEEDS, answers, first, MORE) == Progress(1, 8)


def test_a_skipped_question_is_answered_and_shown_as_skipped() -> None:
    answers: Given = {"want_mentor": "decline", "no_reason": None}
    lines = {line.question.key: line.labels for line in summary(NEEDS, answers)}
    assert lines == {"want_mentor": ("Нет",), "no_reason": None}


def test_a_required_question_cannot_count_as_skipped() -> None:
    assert first_unanswered(NEEDS, {"subjects": None}, CORE) == NEEDS.question("subjects")


def test_a_condition_on_a_hidden_answer_is_false() -> None:
    answers: Given = {"want_mentor": "decline", "has_wish": True, "areas": ("docs",)}
    shown = {question.key for question in visible(NEEDS, answers)}
    assert not shown & {"wish", "d_docs", "has_wish", "areas"}


def test_conditions_hold_by_their_operation() -> None:
    form = parse_form(
        {
            "key": "ops", "version": 1, "title": "Проба", "audience": "teacher", "minutes": 1,
            "questions": [
                {"key": "mark", "type": "scale", "text": "?"},
                {"key": "low", "type": "text", "text": "?", "show_if": [{"q": "mark", "lte": 4}]},
                {"key": "high", "type": "text", "text": "?", "show_if": [{"q": "mark", "gte": 9}]},
                {"key": "five", "type": "text", "text": "?", "show_if": [{"q": "mark", "eq": 5}]},
                {"key": "six", "type": "text", "text": "?", "show_if": [{"q": "mark", "ne": 6}]},
                {"key": "pupils", "type": "number", "text": "?"},
                {"key": "big", "type": "date", "text": "?", "show_if": [
                    {"q": "pupils", "gte": 500}, {"q": "mark", "ne": 1}]},
            ],
        },
        {},
    )  # fmt: skip
    shown = {mark: {q.key for q in visible(form, {"mark": mark, "pupils": 500})} for mark in (1, 5, 6, 9)}
    assert [shown[1], shown[5], shown[6], shown[9]] == [
        {"mark", "low", "six", "pupils"}, {"mark", "five", "six", "pupils", "big"},
        {"mark", "pupils", "big"}, {"mark", "high", "six", "pupils", "big"},
    ]  # fmt: skip
    assert progress(form, {}, form.questions[0]) == Progress(1, 5)
    assert progress(form, {"mark": 6}, form.question("pupils")) == Progress(2, 3)
    assert summary(form, {"mark": 9, "pupils": 500, "big": "2026-09-01"})[-1].labels == ("01.09.2026",)


def walked(choose: st.DataObject, part: Part | None = None) -> Given:
    answers: Given = {}
    while question := next_question(NEEDS, answers, part):
        answers[question.key] = answer_to(question, choose)
    return answers


def said(question: Question, text: str) -> Value:
    outcome = accept(question, Typed(text))
    if isinstance(outcome, Ticked):
        outcome = finish(question, outcome.options)
    assert isinstance(outcome, Accepted)
    return outcome.value
