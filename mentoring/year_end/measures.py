"""The indicators of a year, out of what was gathered of it."""

from datetime import date, datetime

from mentoring import calendars, monitoring
from mentoring.papers.year_values import Figures
from mentoring.rules import tally
from mentoring.rules.indicators import SATISFIED, Indicator, Measure, of_marks
from mentoring.rules.pair_life import SILENT_AFTER, silent_days
from mentoring.rules.tally import Numbered, Tally
from mentoring.year_end.pair_lines import OfYear
from storage import pair_papers, pairs_book, year_end
from storage.pair_papers import Paper
from storage.tx import Tx
from storage.vocabulary.pairs import Format, PairPaper, PairPaperState, PairState, ProgrammeResult, ProgrammeState

_WITHOUT_PROGRAMME = frozenset({Format.SPEED, Format.SITUATIONAL})
_MEETS = frozenset({PairState.ORDERED, PairState.ACTIVE})
_IN = frozenset({PairPaperState.RECEIVED, PairPaperState.NOT_NEEDED})


async def of_year(
    tx: Tx, school_id: int, school_year: int, of: OfYear, people: Figures, now: datetime
) -> tuple[Indicator, ...]:
    asked = [each.response for each in await monitoring.every(tx, school_id, school_year) if each.response.asked]
    return (
        Indicator(Measure.COVERAGE, people.met, people.wanted),
        Indicator(Measure.DATA_PAPERS, people.papers, people.papers_needed),
        await _consents(tx, of),
        _programmes(of),
        Indicator(Measure.PLAN, sum(e.done for e in of.steps.values()), sum(e.due for e in of.steps.values())),
        await _regular(tx, school_id, school_year, of, now),
        _finished(of),
        *of_marks(
            Measure.GLAD_MENTEES,
            Measure.UNHAPPY_MENTEES,
            await _satisfied(tx, school_id, school_year, "mon_end_mentee"),
        ),
        *of_marks(
            Measure.GLAD_MENTORS,
            Measure.UNHAPPY_MENTORS,
            await _satisfied(tx, school_id, school_year, "mon_end_mentor"),
        ),
        await _stayed(tx, school_id, school_year, now),
        Indicator(Measure.RESPONSE, sum(e.answered for e in asked), sum(e.asked for e in asked)),
    )


async def _consents(tx: Tx, of: OfYear) -> Indicator:
    """Of everybody who is, or was, in these pairs and is an employee."""
    signing = {(pair.pairing.id, each.person_id) for pair in of.pairs for each in (*pair.members, *pair.gone)
               if not each.external}  # fmt: skip
    found: list[Paper] = await pair_papers.of_pairs(tx, [each.pairing.id for each in of.pairs]) if of.pairs else []
    signed = {(each.pairing_id, each.person_id) for each in found
              if each.kind is PairPaper.CONSENT and each.state in _IN}  # fmt: skip
    return Indicator(Measure.PAIR_CONSENTS, len(signing & signed), len(signing))


def _programmes(of: OfYear) -> Indicator:
    needed = [each.pairing.id for each in of.pairs if each.pairing.format not in _WITHOUT_PROGRAMME]
    approved = [each for each in needed if each in of.programmes and of.programmes[each].version]
    return Indicator(Measure.PROGRAMMES, len(approved), len(needed))


async def _regular(tx: Tx, school_id: int, school_year: int, of: OfYear, now: datetime) -> Indicator:
    """Of the pairs that are at work today: has it been fewer than 21 school days since they met?"""
    calendar = await calendars.of_school(tx, school_id, now)
    today = calendar.local_day(now)
    last = {each.pairing_id: each.last_on for each in await pairs_book.meetings(tx, school_id, school_year)}
    meeting = [each.pairing.id for each in of.pairs if each.pairing.state in _MEETS]
    regular = [at for at in meeting if at in last and silent_days(calendar, last[at], today) <= SILENT_AFTER]
    return Indicator(Measure.REGULAR, len(regular), len(meeting))


def _finished(of: OfYear) -> Indicator:
    closed = [each for each in of.programmes.values() if each.state is ProgrammeState.CLOSED and each.result]
    well = [each for each in closed if each.result in (ProgrammeResult.FULL, ProgrammeResult.PART)]
    return Indicator(Measure.FINISHED, len(well), len(closed))


async def _satisfied(tx: Tx, school_id: int, school_year: int, form_key: str) -> Tally | None:
    wave = await monitoring.telling(tx, school_id, form_key, school_year)
    asked = (
        next((each for each in tally.answerable(wave.form) if each.question.key == SATISFIED), None) if wave else None
    )
    if wave is None or asked is None:
        return None
    return (await monitoring.tallied(tx, wave, [Numbered(asked.number, asked.question)]))[0]


async def _stayed(tx: Tx, school_id: int, school_year: int, now: datetime) -> Indicator:
    """Counted from the first of September after the year on."""
    calendar = await calendars.of_school(tx, school_id, now)
    if calendar.local_day(now) < date(school_year + 1, 9, 1):
        return Indicator(Measure.STAYED, 0, 0)
    found = await year_end.stayed(tx, school_id, school_year)
    return Indicator(Measure.STAYED, found.here, found.mentees)
