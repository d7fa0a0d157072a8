"""What the papers of monitoring are made of: plain and light, as they go over to the worker."""

from dataclasses import dataclass
from datetime import date

from mentoring.papers.values import Comments
from mentoring.rules.comparison import Circle, Compared
from mentoring.rules.swot import Group, Lettered
from mentoring.rules.tally import Tally


@dataclass(frozen=True, slots=True)
class Response:
    """How many were asked and have answered; `asked` is 0 when nobody was invited by the bot.

    `closed_on` is of a round without names.
    """

    asked: int
    answered: int
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class ComparedPaper:
    """Start against end of one circle; without `lines` one of the sides has not been answered yet."""

    circle: Circle
    start: Response | None
    end: Response | None
    lines: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class WavePaper:
    """One survey as it was answered; what too few have said is hidden in `tallies` and missing in `comments`."""

    title: str
    response: Response
    tallies: tuple[Tally, ...] = ()
    comments: tuple[Comments, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of the SWOT with what each survey says under it."""

    of: Lettered
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitoringPaper:
    """The year's monitoring as the Word paper says it."""

    school: str
    school_year: int
    made_on: date
    waves: tuple[WavePaper, ...]
    compared: tuple[ComparedPaper, ...]
    letters: tuple[Letter, ...]
