"""What the roadmap leaves unsaid, question by question, and what follows from the answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from mentoring.rules.roadmap import Offset, Roadmap, Stage
from storage.vocabulary import Open, Role

FOR_ALL = ""  # the stage of a question that is asked once
RESPONSIBLE = (Role.COORDINATOR, Role.DEPUTY)  # who may be: participants do not see the banks
_ORDER = tuple(Open)
_MAY_ENDS = Offset(next_year=True, month=5, day=31)
_YEAR_ENDS = (_MAY_ENDS, Offset(next_year=True, month=5, day=25), Offset(next_year=True, month=6, day=30))
_PERIODS = (
    (Offset(next_year=True, month=4, day=20), _MAY_ENDS),
    (Offset(next_year=True, month=5, day=1), _MAY_ENDS),
    (Offset(next_year=False, month=9, day=1), _MAY_ENDS),
)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to be decided; `stages` are those that it is about, `choices` what may be answered, the usual first."""

    open: Open
    stages: tuple[Stage, ...]
    choices: tuple[str, ...]

    @property
    def stage(self) -> str:
        """The key under which the answer is kept."""
        return FOR_ALL if self.open is Open.YEAR else self.stages[0].key


Choices = Mapping[tuple[str, Open], str]


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when, both days inside."""

    starts: date
    ends: date


def questions(roadmap: Roadmap, school_year: int) -> tuple[Question, ...]:
    """In the order in which they are asked: what is common first, then stage by stage."""
    by_year = tuple(stage for stage in roadmap.stages if Open.YEAR in stage.open)
    common = (
        [Question(Open.YEAR, by_year, tuple(f"{end.in_year(school_year)}" for end in _YEAR_ENDS))] if by_year else []
    )
    return (
        *common,
        *(
            Question(each, (stage,), _choices(each, school_year))
            for stage in roadmap.stages
            for each in sorted(stage.open - {Open.YEAR}, key=_ORDER.index)
        ),
    )


def undecided(asked: Iterable[Question], chosen: Choices) -> tuple[Question, ...]:
    return tuple(each for each in asked if (each.stage, each.open) not in chosen)


def is_wanted(stage: Stage, chosen: Choices) -> bool:
    """A stage that not every school has is off until somebody wants it."""
    return Open.WANTED not in stage.open or chosen.get((stage.key, Open.WANTED)) == "1"


def responsible(stage: Stage, chosen: Choices) -> Role | None:
    """Who is reminded of the stage; None as long as the document's gap is not filled."""
    for each in (Open.RESPONSIBLE, Open.PARTICIPANTS):
        if each in stage.open:
            choice = chosen.get((stage.key, each))
            return Role(choice) if choice else None
    return stage.led_by


def span(stage: Stage, chosen: Choices, school_year: int) -> Span | None:
    """When the stage runs; None as long as nobody has said what its term means."""
    starts, ends = stage.starts.in_year(school_year), stage.ends.in_year(school_year)
    if Open.YEAR in stage.open:
        until = chosen.get((FOR_ALL, Open.YEAR))
        return Span(starts, date.fromisoformat(until)) if until else None
    if Open.PERIOD in stage.open:
        period = chosen.get((stage.key, Open.PERIOD))
        return _span(period) if period else None
    return Span(starts, ends)


def _choices(of: Open, school_year: int) -> tuple[str, ...]:
    match of:
        case Open.PERIOD:
            return tuple(f"{starts.in_year(school_year)}/{ends.in_year(school_year)}" for starts, ends in _PERIODS)
        case Open.WANTED:
            return ("1", "0")
    return tuple(role.value for role in RESPONSIBLE)


def _span(period: str) -> Span:
    starts, ends = period.split("/")
    return Span(date.fromisoformat(starts), date.fromisoformat(ends))
