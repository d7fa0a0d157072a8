"""The year's monitoring as its Word paper needs it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import compared, monitoring, schools, survey_results, swot
from mentoring.monitoring import Wave
from mentoring.papers.monitoring_values import ComparedPaper, MonitoringPaper, WavePaper
from mentoring.papers.values import Comments
from mentoring.rules import swot as rules
from mentoring.rules import tally
from mentoring.rules.comparison import Circle, circle_of
from mentoring.rules.forms import QuestionKind
from mentoring.rules.forms.model import Swot
from mentoring.rules.tally import Numbered
from storage.tx import Tx


async def gather(tx: Tx, school_id: int, now: datetime, school_year: int | None = None) -> MonitoringPaper:
    """Of the school's present year, or of one that is over."""
    school = await schools.get(tx, school_id)
    both = tuple([await compared.of_circle(tx, school_id, circle, school_year) for circle in Circle])
    return MonitoringPaper(
        school=school.name,
        school_year=school.school_year if school_year is None else school_year,
        made_on=now.astimezone(ZoneInfo(school.time_zone)).date(),
        waves=tuple([await _wave(tx, each, both) for each in await monitoring.every(tx, school_id, school_year)]),
        compared=both,
        letters=await swot.letters(tx, school_id, school_year),
    )


async def _wave(tx: Tx, of: Wave, both: tuple[ComparedPaper, ...]) -> WavePaper:
    """What is compared stands in the comparison already."""
    compared_keys = {line.question.key for each in both for line in each.lines if line.comparable}
    asked = [each for each in tally.answerable(of.form) if not each.question.private]
    closed = [each for each in asked if each.question.kind is not QuestionKind.TEXT]
    if circle_of(of.form.key):
        closed = [each for each in closed if each.question.key not in compared_keys]
    words = [each for each in asked if each.question.kind is QuestionKind.TEXT]
    enough = of.answered >= of.least
    return WavePaper(
        title=of.form.title,
        response=of.response,
        tallies=await monitoring.tallied(tx, of, closed) if enough else (),
        comments=await _comments(tx, of, [each for each in words if _has_no_letter(of, each)]),
    )


def _has_no_letter(of: Wave, each: Numbered) -> bool:
    """What has one stands in the SWOT."""
    return swot.letter_of(of.form, each.question) is Swot.NONE


async def _comments(tx: Tx, of: Wave, questions: list[Numbered]) -> tuple[Comments, ...]:
    if of.round is not None:
        keys = {each.question.key for each in questions}
        return tuple(each for each in await survey_results.comments(tx, of.round) if each.key in keys)
    found = []
    for each in questions:
        said = rules.named(each.question.title, await monitoring.words(tx, of, each.question), of.least)
        found += [] if said.hidden else [Comments(said.title, said.texts, each.question.key)]
    return tuple(found)
