"""What a new version of a questionnaire changes, and which answers can no longer be compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from mentoring.rules.forms.model import CHOICES, Form, Question, QuestionKind
from mentoring.rules.forms.writing import same


class Change(StrEnum):
    """What became of one question."""

    ADDED = "added"
    REMOVED = "removed"
    KIND = "kind"  # it is answered in another way
    SCALE = "scale"  # its ends, or what they mean
    OPTIONS = "options"
    TEXT = "text"
    RULES = "rules"  # when it is asked, what it takes, what is explained


# The answers before and after cannot be laid side by side.
BREAKING = frozenset({Change.KIND, Change.SCALE, Change.OPTIONS})


@dataclass(frozen=True, slots=True)
class Changed:
    """One question of the new version, or of the old one when it is gone. `breaks`: a comparison ends here."""

    question: Question
    change: Change
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """In the order of the questions; `frame` when the title, the words around or the minutes are others."""

    questions: tuple[Changed, ...] = ()
    moved: bool = False
    frame: bool = False

    @property
    def breaking(self) -> tuple[Changed, ...]:
        return tuple(each for each in self.questions if each.breaks)


def compare(old: Form, new: Form, repeated: Iterable[str]) -> Changes:
    """`repeated` are the keys whose answers are laid side by side: asked before, or in another questionnaire."""
    watched = frozenset(repeated)
    before = {question.key: question for question in old.questions}
    after = {question.key: question for question in new.questions}
    found = [
        *(_changed(before.get(question.key), question, watched) for question in new.questions),
        *(Changed(question, Change.REMOVED) for question in old.questions if question.key not in after),
    ]
    stayed = [key for key in before if key in after]
    return Changes(
        tuple(each for each in found if each is not None),
        moved=stayed != [key for key in after if key in before],
        frame=not same(replace(old, questions=new.questions), new),
    )


def repeated_keys(forms: Mapping[str, Form]) -> frozenset[str]:
    """Questions that stand in more than one questionnaire: their answers are matched or measured against each other."""
    asked = [question.key for form in forms.values() for question in form.questions]
    return frozenset(key for key in asked if asked.count(key) > 1)


def _changed(old: Question | None, new: Question, watched: frozenset[str]) -> Changed | None:
    if old is None:
        return Changed(new, Change.ADDED)
    change = _change(old, new)
    return Changed(new, change, breaks=change in BREAKING and new.key in watched) if change else None


def _change(old: Question, new: Question) -> Change | None:
    if old.kind is not new.kind:
        return Change.KIND
    if new.kind is QuestionKind.SCALE and (old.options, old.low, old.high) != (new.options, new.low, new.high):
        return Change.SCALE
    if new.kind in CHOICES and old.options != new.options:
        return Change.OPTIONS
    if old.text != new.text:
        return Change.TEXT
    return None if old == new else Change.RULES
