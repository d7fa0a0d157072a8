"""The files of monitoring and of rounds without names: what each job needs, gathered in one transaction."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring import compared, monitoring_paper, schools, survey_results
from mentoring.jobs import Gather, Task, Work
from mentoring.papers import monitoring_words, tally_words
from mentoring.papers.monitoring_values import ComparedPaper
from mentoring.papers.values import NamelessBook, TallyChart
from mentoring.rules.comparison import Circle
from mentoring.surveys import Round
from storage.jobs import Job
from storage.tx import Tx


async def survey_chart(tx: Tx, job: Job, _now: datetime) -> Task:
    """One page of the results; the caption says the same in words."""
    of = await survey_results.page(tx, job.school_id, int(job.task["survey"]), int(job.task["page"]))
    if of is None or not of.questions:
        raise LookupError("a round has no results to be shown")
    chart = TallyChart(title=of.round.form.title, head=await _head(tx, of.round), tallies=of.questions)
    return Task("mentoring.papers.tally_chart:build", (chart,), "Результаты.png", tally_words.caption(chart))


async def survey_book(tx: Tx, job: Job, now: datetime) -> Task:
    of = await survey_results.closed(tx, job.school_id, int(job.task["survey"]))
    if of is None or not of.is_enough:
        raise LookupError("a round has no results to be shown")
    school = await schools.get(tx, job.school_id)
    book = NamelessBook(
        title=of.form.title,
        school=school.name,
        head=await _head(tx, of),
        response=tally_words.response(of.survey.asked, of.survey.answered),
        made_at=now.replace(tzinfo=None),
        tallies=await survey_results.every(tx, of),
        comments=await survey_results.comments(tx, of),
    )
    return Task("mentoring.papers.nameless_book:build", (book,), "Результаты без имён.xlsx")


async def _head(tx: Tx, of: Round) -> str:
    zone = ZoneInfo((await schools.get(tx, of.survey.school_id)).time_zone)
    closed_on = f"{of.survey.closed_at.astimezone(zone):%d.%m.%Y}" if of.survey.closed_at else ""
    return tally_words.nameless(closed_on, of.survey.asked, of.survey.answered)


async def compared_chart(tx: Tx, job: Job, _now: datetime) -> Task:
    of = await _compared(tx, job)
    return Task("mentoring.papers.compared_chart:build", (of,), "Старт и итог.png", monitoring_words.caption(of))


async def compared_book(tx: Tx, job: Job, now: datetime) -> Task:
    of = await _compared(tx, job)
    school = await schools.get(tx, job.school_id)
    return Task(
        "mentoring.papers.compared_book:build", (of, school.name, now.replace(tzinfo=None)), "Старт и итог.xlsx"
    )


async def _compared(tx: Tx, job: Job) -> ComparedPaper:
    of = await compared.of_circle(tx, job.school_id, Circle(str(job.task["circle"])))
    if not of.lines:
        raise LookupError("there is nothing to compare")
    return of


async def monitoring_document(tx: Tx, job: Job, now: datetime) -> Task:
    paper = await monitoring_paper.gather(tx, job.school_id, now)
    function = "mentoring.papers.monitoring_document:monitoring_document"
    name = f"Мониторинг {paper.school_year}-{paper.school_year + 1}.docx"
    return Task(function, (paper,), name, monitoring_words.blanks(paper))


KINDS: Mapping[str, Gather] = {
    Work.SURVEY_CHART: survey_chart,
    Work.SURVEY_BOOK: survey_book,
    Work.COMPARED_CHART: compared_chart,
    Work.COMPARED_BOOK: compared_book,
    Work.MONITORING_PAPER: monitoring_document,
}
