"""The monitoring surveys of the school year, each as it was answered: by names together, or round by round without."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import questionnaires, schools, survey_results, surveys, tallies
from mentoring.answer_values import read
from mentoring.papers.monitoring_values import Response
from mentoring.questionnaires import Invited
from mentoring.rules import tally
from mentoring.rules.calendar import SchoolCalendar
from mentoring.rules.comparison import LEAST_NAMED
from mentoring.rules.forms import Form, Question
from mentoring.rules.swot import Word
from mentoring.rules.tally import Counted, Numbered, Tally
from mentoring.surveys import Round
from storage import monitoring as rows
from storage import surveys as rounds
from storage.tallies import Scope
from storage.tx import Tx

OWN = "coordinator_review"  # the coordinator's own words: shown however few
SURVEYS = (
    *("mon_end_mentee", "mon_end_mentor", "mon_mid_mentee", "mon_mid_mentor"),
    *("mon_start_mentee", "mon_start_mentor", OWN, "event_feedback"),
)


@dataclass(frozen=True, slots=True)
class _Span:
    """A school year; its end is outside."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Wave:
    """A survey as it was answered in this year. With names: all `versions`, the newest first; else one closed `round`.

    Fewer than `least` answers to a question are told as few.
    """

    form: Form
    invited: Invited
    answered: int
    least: int
    since: datetime
    until: datetime
    school_id: int
    zone: ZoneInfo
    versions: tuple[Scope, ...] = ()
    round: Round | None = None

    @property
    def response(self) -> Response:
        """Of those who were invited by the bot; where nobody was, of whoever has answered."""
        closed_at = self.round.survey.closed_at if self.round else None
        return Response(
            self.invited.asked,
            self.invited.answered if self.invited.asked else self.answered,
            closed_at.astimezone(self.zone).date() if closed_at else None,
        )


async def every(tx: Tx, school_id: int, school_year: int | None = None) -> tuple[Wave, ...]:
    """All that has been answered this year (or in one that is over), the end first."""
    return tuple([wave for key in SURVEYS for wave in await waves(tx, school_id, key, school_year)])


async def waves(tx: Tx, school_id: int, form_key: str, school_year: int | None = None) -> tuple[Wave, ...]:
    """Closed rounds of this year, the newest first, then what was answered with names."""
    school = await schools.get(tx, school_id)
    year, zone = school.school_year if school_year is None else school_year, ZoneInfo(school.time_zone)
    span = _Span(SchoolCalendar.first_moment(year, zone), SchoolCalendar.first_moment(year + 1, zone))
    found = await rounds.closed_in(tx, school_id, form_key, year)
    nameless = [_of_round(await surveys.of_survey(tx, each), span, zone) for each in found]
    named = await _named(tx, school_id, form_key, span, zone)
    return (*nameless, *([named] if named else []))


async def telling(tx: Tx, school_id: int, form_key: str, school_year: int | None = None) -> Wave | None:
    """The one that a comparison is made with: the newest with enough answers, else whichever there is."""
    found = await waves(tx, school_id, form_key, school_year)
    return next((each for each in found if each.answered >= each.least), found[0] if found else None)


def _of_round(of: Round, span: _Span, zone: ZoneInfo) -> Wave:
    survey = of.survey
    invited = Invited(survey.asked, survey.asked - survey.answered)
    return Wave(
        of.form, invited, survey.answered, survey.threshold, span.since, span.until, survey.school_id, zone, round=of
    )


async def _named(tx: Tx, school_id: int, form_key: str, span: _Span, zone: ZoneInfo) -> Wave | None:
    shipped = questionnaires.shipped_digest(form_key)
    found = await rows.versions(tx, school_id, form_key, shipped=shipped, since=span.since, until=span.until)
    if not found:
        return None
    return Wave(
        form=await questionnaires.by_digest(tx, found[0].digest),
        invited=await tallies.invited(tx, school_id, form_key) or Invited(0, 0),
        answered=sum(each.handed_in for each in found),
        least=1 if form_key == OWN else LEAST_NAMED,
        since=span.since,
        until=span.until,
        school_id=school_id,
        zone=zone,
        versions=tuple(Scope(school_id, form_key, shipped, each.digest) for each in found),
    )


async def tallied(tx: Tx, of: Wave, questions: Sequence[Numbered]) -> tuple[Tally, ...]:
    """Each question by itself; what too few have answered is hidden."""
    counted = [tally.tally(each, await _counted(tx, of, each.question)) for each in questions]
    return tuple(tally.hidden_below(each, of.least) for each in counted)


async def _counted(tx: Tx, of: Wave, question: Question) -> list[Counted]:
    """Of every version that asks the same; of a round only while enough people have taken part."""
    if of.round is not None:
        return await survey_results.counted(tx, of.round, question)
    found = []
    for each in await _alike(tx, of, question):
        found += await rows.counts(tx, each, question.key, since=of.since, until=of.until)
    return [Counted(read(each.value), each.many) for each in found]


async def words(tx: Tx, of: Wave, question: Question) -> list[Word]:
    """Of answers with names: who has said what."""
    found = []
    for each in await _alike(tx, of, question):
        found += await rows.words(tx, each, question.key, since=of.since, until=of.until)
    return [Word(each.person_id, str(read(each.value))) for each in found]


async def _alike(tx: Tx, of: Wave, question: Question) -> list[Scope]:
    """The versions whose question of this key is answered in the same way."""
    forms = [(each, await questionnaires.by_digest(tx, each.digest)) for each in of.versions]
    return [each for each, form in forms if any(_same(question, one) for one in form.questions)]


def _same(one: Question, other: Question) -> bool:
    return (one.key, one.kind, one.options, one.low, one.high) == (
        other.key,
        other.kind,
        other.options,
        other.low,
        other.high,
    )
