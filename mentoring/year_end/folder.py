"""«Папка проверки»: every paper that the bot can make itself, by the stages of the roadmap, gathered in one go."""

from collections.abc import Mapping
from datetime import datetime

from mentoring import bank_book, mentor_book, monitoring_paper, pairs_out, roadmap_paper, schools
from mentoring.jobs import Gather, Task, Work
from mentoring.papers.folder_values import CheckFolder, FolderLine, FolderPaper, Register
from mentoring.papers.year_values import Reader, YearReport
from mentoring.year_end import gathering, signed_orders
from storage import papers
from storage.jobs import Job
from storage.tx import Tx
from storage.vocabulary import PaperState

# Of the programme's own roadmap; a school's own may have other stages, then its last one takes what belongs there.
ACTS, MENTEES, MENTORS, SELECTION, WORK, COMPLETION = 1, 2, 3, 4, 5, 6


async def gather(tx: Tx, job: Job, now: datetime) -> Task:
    school = await schools.get(tx, job.school_id)
    report = await gathering.gather(tx, job.school_id, now)
    stages = tuple((each.number, each.title) for each in report.stages)
    last = max((number for number, _ in stages), default=0)
    found = await _papers(tx, job, report, now)
    value = CheckFolder(
        school=school.name,
        school_year=report.school_year,
        made_on=report.made_on,
        stages=stages,
        lines=tuple(
            FolderLine(stage.number, each.text, each.proof) for stage in report.stages for each in stage.activities
        ),
        papers=tuple(FolderPaper(min(each.stage, last), each.name, each.function, each.arguments) for each in found),
    )
    name = f"Папка проверки {report.school_year}-{report.school_year + 1}.zip"
    return Task("mentoring.papers.check_folder:build", (value,), name, _caption(value))


def _caption(of: CheckFolder) -> str:
    missing = sum(not each.proof for each in of.lines)
    return (
        f"Папка проверки. Без подтверждения пунктов: {missing}, они названы на первой странице. "
        "В папке фамилии: не пересылайте её в общие чаты."
    )


async def _papers(tx: Tx, job: Job, report: YearReport, now: datetime) -> list[FolderPaper]:
    """Those of the present year."""
    made_at, year = now.replace(tzinfo=None), f"{report.school_year}-{report.school_year + 1}"
    worker, office = "mentoring.papers.worker", "mentoring.papers.year_document:year_document"
    roadmap = (await roadmap_paper.gather(tx, job.school_id, now),)
    mentees, mentors = await bank_book.gather(tx, job.school_id, now), await mentor_book.gather(tx, job.school_id, now)
    pairs_book = await pairs_out.book(tx, job, now)
    monitoring = (await monitoring_paper.gather(tx, job.school_id, now),)
    consents = (await _consents(tx, job.school_id), made_at)
    orders = (_orders(report), made_at)
    register = "mentoring.papers.check_folder:register"
    tables = (report, Reader.INTERNAL, made_at)
    return [
        FolderPaper(ACTS, "Дорожная карта.docx", "mentoring.papers.roadmap_worker:roadmap_document", roadmap),
        FolderPaper(ACTS, "Реестр приказов.xlsx", register, orders),
        *await signed_orders.papers(tx, job.school_id, report.school_year, ACTS, now),
        FolderPaper(MENTEES, "Реестр согласий.xlsx", register, consents),
        FolderPaper(MENTEES, "Банк наставляемых.xlsx", f"{worker}:mentee_bank", (mentees,)),
        FolderPaper(MENTORS, "Банк наставников.xlsx", f"{worker}:mentor_bank", (mentors,)),
        FolderPaper(SELECTION, "Мероприятия.xlsx", register, (_events(report), made_at)),
        FolderPaper(WORK, "Пары и группы.xlsx", pairs_book.function, pairs_book.arguments),
        FolderPaper(
            COMPLETION, "Мониторинг.docx", "mentoring.papers.monitoring_document:monitoring_document", monitoring
        ),
        FolderPaper(COMPLETION, f"Отчёт за год {year}.docx", office, (report, Reader.INTERNAL)),
        FolderPaper(COMPLETION, f"Отчёт за год {year}, без имён.docx", office, (report, Reader.PUBLIC)),
        FolderPaper(COMPLETION, "Таблицы отчёта.xlsx", "mentoring.papers.year_book:year_book", tables),
    ]


async def _consents(tx: Tx, school_id: int) -> Register:
    """Whose signed sheets the school has, and since when."""
    found = await papers.page(tx, school_id, offset=0, limit=10_000)
    rows = tuple(
        (
            each.full_name,
            each.position,
            "получено" if each.state is PaperState.RECEIVED else "не получено",
            f"{each.received_on:%d.%m.%Y}" if each.received_on else "",
        )
        for each in found
    )
    return Register("Согласия на обработку данных", ("ФИО", "Должность", "Бланк", "Дата"), rows)


def _orders(of: YearReport) -> Register:
    rows = tuple((each.title, each.number, f"{each.dated_on:%d.%m.%Y}" if each.dated_on else "") for each in of.orders)
    return Register("Приказы", ("Документ", "Номер", "Дата"), rows)


def _events(of: YearReport) -> Register:
    rows = tuple(
        (each.title, f"{each.day:%d.%m.%Y}", f"{each.attended + each.guests}", each.number or "протокола нет")
        for each in of.events
    )
    return Register("Мероприятия", ("Мероприятие", "Дата", "Были", "Протокол №"), rows)


KINDS: Mapping[str, Gather] = {Work.CHECK_FOLDER: gather}
