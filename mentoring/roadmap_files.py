"""The roadmap as files: in Word, in Excel, as a picture; and the school's own that a coordinator sent."""

from collections.abc import Mapping
from datetime import datetime

from mentoring import roadmap_paper
from mentoring.jobs import Gather, Task, Work
from mentoring.papers import roadmap_words
from mentoring.papers.roadmap_values import RoadmapPaper
from storage.jobs import Job
from storage.tx import Tx


async def sent(_tx: Tx, _job: Job, _now: datetime) -> Task:
    return Task("mentoring.papers.roadmap_sent:sent_document", ())


async def document(tx: Tx, job: Job, now: datetime) -> Task:
    paper = await roadmap_paper.gather(tx, job.school_id, now)
    function, blanks = "mentoring.papers.roadmap_worker:roadmap_document", roadmap_words.blanks(paper)
    return Task(function, (paper,), _name(paper, "docx"), blanks)


async def book(tx: Tx, job: Job, now: datetime) -> Task:
    paper = await roadmap_paper.gather(tx, job.school_id, now)
    return Task("mentoring.papers.roadmap_worker:roadmap_book", (paper,), _name(paper, "xlsx"))


async def chart(tx: Tx, job: Job, now: datetime) -> Task:
    """The caption says the same in words."""
    paper = await roadmap_paper.gather(tx, job.school_id, now)
    caption = roadmap_words.roadmap_caption(paper)
    return Task("mentoring.papers.roadmap_chart:roadmap_chart", (paper,), _name(paper, "png"), caption)


def _name(of: RoadmapPaper, ending: str) -> str:
    return f"Дорожная карта {of.school_year}-{of.school_year + 1}.{ending}"


KINDS: Mapping[str, Gather] = {
    Work.ROADMAP_SENT: sent,
    Work.ROADMAP_DOCUMENT: document,
    Work.ROADMAP_BOOK: book,
    Work.ROADMAP_CHART: chart,
}
