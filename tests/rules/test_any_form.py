"""What holds of every form, whatever is asked in it and however somebody goes through it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from mentoring.rules.forms import Form, Part, Question, QuestionKind, Tense, parse_form, raw_of
from mentoring.rules.forms.model import TODAY
from mentoring.rules.questionnaire import (
    Chosen,
    Progress,
    Typed,
    Value,
    accept,
    is_complete,
    kept,
    next_question,
    previous_question,
    progress,
    remaining,
    summary,
    visible,
)
from mentoring.rules.questionnaire.conditions import holds
from mentoring.rules.questionnaire.progress import longest
from tests.rules.form_strategies import Given, Possible, any_form, forked_form, possible

PARTS = st.sampled_from([Part.CORE, Part.MORE, None])


@dataclass
class Walk:
    """Somebody on their way through a part; what they said and in which words."""

    form: Form
    part: Part | None
    answers: Given = field(default_factory=dict)
    words: dict[str, tuple[str, ...] | None] = field(default_factory=dict)

    def answers_with(self, question: Question, said: Possible) -> None:
        self.answers[question.key] = said.value
        self.words[question.key] = said.words

    def asked(self) -> list[str]:
        return [each.key for each in visible(self.form, self.answers, self.part) if each.kind is not QuestionKind.NOTE]

    def to_the_end(self, choose: st.DataObject) -> list[Progress]:
        """What is shown above each question that is asked."""
        shown: list[Progress] = []
        for _ in range(len(self.form.questions) + 1):
            question = next_question(self.form, self.answers, self.part)
            if question is None:
                return shown
            now = progress(self.form, self.answers, question, self.part)
            assert 1 <= now.number <= now.total
            if question.kind is not QuestionKind.NOTE:
                assert now.number == self.asked().index(question.key) + 1
            shown.append(now)
            self.answers_with(question, choose.draw(st.sampled_from(possible(question))))
        raise AssertionError("there is always one more question")

    def back(self, steps: int) -> Question | None:
        """The question that «Назад» leads to after so many presses, from the end on."""
        question = next(reversed(visible(self.form, self.answers, self.part)), None)
        for _ in range(steps):
            key = question.key if question else ""
            question = previous_question(self.form, self.answers, key, self.part) or question
        return question


@given(form=any_form(), part=PARTS, choose=st.data())
def test_every_walk_ends_and_its_total_never_grows(form: Form, part: Part | None, choose: st.DataObject) -> None:
    walk = Walk(form, part)
    if part is Part.MORE:
        before = Walk(form, Part.CORE)
        before.to_the_end(choose)
        walk.answers = before.answers
    for _ in range(choose.draw(st.integers(0, 3))):
        totals = [now.total for now in walk.to_the_end(choose)]
        assert totals == sorted(totals, reverse=True)
        # Back, and another answer to what may have been a fork.
        earlier = walk.back(choose.draw(st.integers(0, 4)))
        if earlier is not None:
            walk.answers_with(earlier, choose.draw(st.sampled_from(possible(earlier))))
    walk.to_the_end(choose)
    assert is_complete(form, walk.answers, part)
    assert remaining(form, walk.answers, part) == 0
    assert longest(form, walk.answers, part) == len(walk.asked())


@given(form=any_form(), choose=st.data())
def test_the_summary_is_what_was_asked_in_the_words_that_were_said(form: Form, choose: st.DataObject) -> None:
    walk = Walk(form, None)
    walk.to_the_end(choose)
    changed = choose.draw(st.sampled_from(visible(form, walk.answers)))
    if changed.kind is not QuestionKind.NOTE:
        walk.answers_with(changed, choose.draw(st.sampled_from(possible(changed))))
        read = [(line.question.key, line.labels) for line in summary(form, walk.answers)]
        answered = [key for key in walk.asked() if key in walk.answers]
        assert read == [(key, walk.words[key]) for key in answered]
    walk.to_the_end(choose)
    read = [(line.question.key, line.labels) for line in summary(form, walk.answers)]
    assert read == [(key, walk.words[key]) for key in walk.asked()]
    sent = kept(form, walk.answers)
    notes = {each.key for each in visible(form, sent) if each.kind is QuestionKind.NOTE}
    assert {key: sent[key] for key in sent.keys() - notes} == {key: walk.answers[key] for key, _ in read}
    assert visible(form, sent) == visible(form, walk.answers)


@given(form=st.one_of(forked_form(), any_form(most=5)), part=PARTS)
def test_the_longest_way_is_the_longest_of_all_ways(form: Form, part: Part | None) -> None:
    tried = by_trying(form, {}, part)
    # Which days may be named depends on today, and the total must not change overnight.
    assert tried <= longest(form, {}, part) if overnight(form) else tried == longest(form, {}, part)


def overnight(form: Form) -> bool:
    """Is there a question that takes other days tomorrow?"""
    return any(
        each.tense is not Tense.ANY or any(one.value == TODAY for clause in each.constraint for one in clause)
        for each in form.questions
        if each.kind is QuestionKind.DATE
    )


def by_trying(form: Form, answers: Given, part: Part | None) -> int:
    question = next_question(form, answers, part)
    if question is None:
        return len(Walk(form, part, answers).asked())
    return max(by_trying(form, {**answers, question.key: value}, part) for value in told_apart(form, question))


def told_apart(form: Form, question: Question) -> Iterable[Value | None]:
    """One of those answers after which the form goes on in the same way."""
    conditions = [one for each in form.questions for clause in each.show_if for one in clause]
    asked = [one for one in conditions if one.question == question.key]
    return {tuple(holds(one, each.value) for one in asked): each.value for each in possible(question)}.values()


@given(form=any_form())
def test_a_label_that_is_typed_is_the_tap(form: Form) -> None:
    for question in form.questions:
        for option in question.options:
            tapped = accept(question, Chosen(option.key))
            assert accept(question, Typed(option.label)) == tapped


@given(form=any_form())
def test_what_is_written_of_a_form_reads_as_the_same_form(form: Form) -> None:
    written = json.dumps(raw_of(form), ensure_ascii=False)
    again = parse_form(json.loads(written), {})
    assert again.questions == form.questions
    assert json.dumps(raw_of(again), ensure_ascii=False) == written
