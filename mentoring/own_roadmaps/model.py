"""What screens are told of a school's own roadmap."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from mentoring import forms
from mentoring.rules import own_roadmap
from mentoring.rules.own_roadmap import OwnRoadmap, Question, programmes_key
from mentoring.rules.roadmap import Activity
from mentoring.rules.roadmap_files import Change


@dataclass(frozen=True)
class Draft:
    """What was understood and is not accepted yet. `changes` is None when no own roadmap holds so far.

    `gone` are texts of what has evidence and is named no more, `absent` what the programme does and nobody named.
    """

    own: OwnRoadmap
    school_year: int
    questions: tuple[Question, ...]
    changes: tuple[Change, ...] | None
    gone: tuple[str, ...]
    absent: tuple[Activity, ...]
    kept_at: datetime

    @cached_property
    def ours(self) -> Mapping[str, str]:
        """What the programme calls the activities that were recognised, by their keys here."""
        known = {each.key: each.text for stage in forms.load().roadmap.stages for each in stage.activities}
        named = (key for keys in self.own.keys.values() for key in keys)
        return {key: known[programmes_key(key)] for key in named if programmes_key(key) in known}

    @property
    def open(self) -> tuple[Question, ...]:
        return own_roadmap.open_questions(self.own, self.questions)

    @cached_property
    def mark(self) -> int:
        return own_roadmap.mark(self.own)

    def question(self, number: int) -> Question | None:
        return self.questions[number - 1] if number in range(1, len(self.questions) + 1) else None

    def choice(self, number: int, place: int) -> str | None:
        """What the button of this place under a question says."""
        asked = self.question(number)
        return asked.choices[place] if asked and place in range(len(asked.choices)) else None

    def number(self, question: Question) -> int:
        """Its place among all, from 1."""
        return self.questions.index(question) + 1


@dataclass(frozen=True, slots=True)
class TooLong:
    """A stage with more to do than a screen can show."""

    stage: int
    limit: int


@dataclass(frozen=True, slots=True)
class Same:
    """The document says what the accepted one says."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The school's own roadmap that holds: since when, and what is marked as done though it is named no more."""

    since: datetime
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """What became of a typed answer; `number` is its question."""

    number: int
    understood: bool
