"""«Папка проверки»: every paper that the bot can make itself, by the stages of the roadmap, gathered in one go."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from mentoring import schools
from mentoring.jobs import Gather, Task, Work
from mentoring.papers.folder_values import CheckFolder, FolderLine
from mentoring.year_end import folder_papers, gathering
from mentoring.year_end.folder_documents import apart
from storage.jobs import Job
from storage.tx import Tx


async def gather(tx: Tx, job: Job, now: datetime) -> Task:
    school = await schools.get(tx, job.school_id)
    report = await gathering.gather(tx, job.school_id, now)
    stages = tuple((each.number, each.title) for each in report.stages)
    last = max((number for number, _ in stages), default=0)
    found = await folder_papers.papers(tx, job, report, now)
    value = CheckFolder(
        school=school.name,
        school_year=report.school_year,
        made_on=report.made_on,
        stages=stages,
        lines=tuple(
            FolderLine(stage.number, each.text, each.proof) for stage in report.stages for each in stage.activities
        ),
        papers=apart([replace(each, stage=min(each.stage, last)) for each in found]),
    )
    name = f"Папка проверки {report.school_year}-{report.school_year + 1}.zip"
    return Task("mentoring.papers.check_folder:build", (value,), name, _caption(value))


def _caption(of: CheckFolder) -> str:
    missing = sum(not each.proof for each in of.lines)
    return (
        f"Папка проверки. Без подтверждения пунктов: {missing}, они названы на первой странице. "
        "В папке фамилии: не пересылайте её в общие чаты."
    )


KINDS: Mapping[str, Gather] = {Work.CHECK_FOLDER: gather}
