"""From a form back to a raw table: what `parse_form` reads into the same form, and what is stored of a version."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import StrEnum

from mentoring.rules.forms.model import (
    CHOICES,
    SCALE_ENDS,
    SELF,
    Clause,
    Condition,
    Form,
    Measure,
    Option,
    Question,
    QuestionKind,
)

Raw = dict[str, object]

# The fields whose name in the table is another, or that are written in a way of their own.
_OWN = frozenset({"key", "kind", "text", "options", "dictionary", "show_if", "constraint", "max_choices", "exclusive"})


def raw_of(form: Form) -> Raw:
    """Options are written out, so that a dictionary that changes later changes no form that was asked."""
    return {
        "key": form.key,
        "version": form.version,
        "title": form.title,
        "audience": form.audience,
        "minutes": form.minutes,
        "intro": form.intro,
        "outro": form.outro,
        "confidential": form.confidential,
        "anonymous": form.anonymous,
        "summary": form.summary,
        "questions": [_question(question) for question in form.questions],
    }


def same(one: Form, other: Form) -> bool:
    """Do they ask the same, the order of the options included, whatever their versions?"""
    heads = ({**raw_of(form), "version": 0, "questions": form.questions} for form in (one, other))
    return next(heads) == next(heads)


def _question(of: Question) -> Raw:
    raw: Raw = {"key": of.key, "type": of.kind.value, "text": of.text}
    for field in fields(of):
        value = getattr(of, field.name)
        if field.name not in _OWN and value != field.default:
            raw[field.name] = value.value if isinstance(value, StrEnum) else value
    raw |= _choices(of)
    if of.show_if:
        raw["show_if"] = _clauses(of.show_if)
    if of.constraint:
        raw["constraint"] = _clauses(of.constraint)
    return raw


def _choices(of: Question) -> Raw:
    if of.kind is QuestionKind.SCALE:
        ends = (int(of.options[0].key), int(of.options[-1].key)) if of.options else SCALE_ENDS
        return {} if ends == SCALE_ENDS else {"start": ends[0], "end": ends[1]}
    if of.kind not in CHOICES:
        return {}
    raw: Raw = {"options": {option.key: _option(option) for option in of.options}}
    if of.dictionary:
        raw["dict"] = of.dictionary
    if of.max_choices is not None:
        raw["max"] = of.max_choices
    if of.exclusive:
        raw["exclusive"] = sorted(of.exclusive)
    return raw


def _option(of: Option) -> str | Mapping[str, str]:
    return {"label": of.label, "words": of.words} if of.words else of.label


def _clauses(of: Iterable[Clause]) -> list[Raw]:
    return [_condition(each[0]) if len(each) == 1 else {"any": [_condition(one) for one in each]} for each in of]


def _condition(of: Condition) -> Raw:
    raw: Raw = {} if of.question == SELF else {"q": of.question}
    raw[of.op.value] = list(of.value) if isinstance(of.value, tuple) else of.value
    if of.measure is not Measure.VALUE:
        raw["of"] = of.measure.value
    return raw
