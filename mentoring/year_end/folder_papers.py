"""The papers of «Папка проверки», stage by stage."""

from datetime import datetime

from mentoring import bank_book, mentor_book, monitoring_paper, pairs_out, roadmap_paper
from mentoring.papers.folder_values import FolderPaper
from mentoring.papers.year_values import Reader, YearReport
from mentoring.practices import collection
from mentoring.year_end import folder_documents, folder_registers, report_paper, signed_orders
from storage.jobs import Job
from storage.tx import Tx

# Of the programme's own roadmap; a school's own may have other stages, then its last one takes what belongs there.
ACTS, MENTEES, MENTORS, SELECTION, WORK, COMPLETION = 1, 2, 3, 4, 5, 6
_WORKER, _REGISTER = "mentoring.papers.worker", "mentoring.papers.check_folder:register"


async def papers(tx: Tx, job: Job, of: YearReport, now: datetime) -> list[FolderPaper]:
    """Those of the present year, what the whole school has before what is of one pair or event."""
    return [
        *await _acts(tx, job, of, now),
        *await _banks(tx, job, now),
        *await _together(tx, job, of, now),
        await _pairs(tx, job, now),
        *await _completion(tx, job, of, now),
        *await folder_documents.papers(tx, job, of.school_year, now),
    ]


async def _acts(tx: Tx, job: Job, of: YearReport, now: datetime) -> list[FolderPaper]:
    roadmap = (await roadmap_paper.gather(tx, job.school_id, now),)
    return [
        FolderPaper(ACTS, "Дорожная карта.docx", "mentoring.papers.roadmap_worker:roadmap_document", roadmap),
        FolderPaper(ACTS, "Реестр приказов.xlsx", _REGISTER, (folder_registers.orders(of), now.replace(tzinfo=None))),
        *await signed_orders.papers(tx, job.school_id, of.school_year, ACTS, now),
    ]


async def _banks(tx: Tx, job: Job, now: datetime) -> list[FolderPaper]:
    consents = (await folder_registers.consents(tx, job.school_id), now.replace(tzinfo=None))
    mentees, mentors = await bank_book.gather(tx, job.school_id, now), await mentor_book.gather(tx, job.school_id, now)
    return [
        FolderPaper(MENTEES, "Реестр согласий.xlsx", _REGISTER, consents),
        FolderPaper(MENTEES, "Банк наставляемых.xlsx", f"{_WORKER}:mentee_bank", (mentees,)),
        FolderPaper(MENTORS, "Банк наставников.xlsx", f"{_WORKER}:mentor_bank", (mentors,)),
    ]


async def _together(tx: Tx, job: Job, of: YearReport, now: datetime) -> list[FolderPaper]:
    made_at = now.replace(tzinfo=None)
    registered = await folder_registers.registration(tx, job.school_id, of.school_year)
    return [
        FolderPaper(SELECTION, "Мероприятия.xlsx", _REGISTER, (folder_registers.events(of), made_at)),
        FolderPaper(SELECTION, "Кто был на мероприятиях.xlsx", _REGISTER, (registered, made_at)),
    ]


async def _pairs(tx: Tx, job: Job, now: datetime) -> FolderPaper:
    book = await pairs_out.book(tx, job, now)
    return FolderPaper(WORK, "Пары и группы.xlsx", book.function, book.arguments)


async def _completion(tx: Tx, job: Job, of: YearReport, now: datetime) -> list[FolderPaper]:
    made_at, year = now.replace(tzinfo=None), f"{of.school_year}-{of.school_year + 1}"
    whole = await report_paper.paper(tx, job.school_id, of, Reader.INTERNAL)
    bare = await report_paper.paper(tx, job.school_id, of, Reader.PUBLIC)
    monitoring = (await monitoring_paper.gather(tx, job.school_id, now),)
    cards = await collection.noted(tx, job)
    return [
        FolderPaper(
            COMPLETION, "Мониторинг.docx", "mentoring.papers.monitoring_document:monitoring_document", monitoring
        ),
        *([FolderPaper(COMPLETION, "Копилка практик.docx", collection.BUILDER, (cards,))] if cards else []),
        FolderPaper(COMPLETION, f"Отчёт за год {year}.docx", whole.function, whole.arguments),
        FolderPaper(COMPLETION, f"Отчёт за год {year}, без имён.docx", bare.function, bare.arguments),
        FolderPaper(
            COMPLETION,
            "Таблицы отчёта.xlsx",
            "mentoring.papers.year_book:year_book",
            (of, Reader.INTERNAL, made_at),
        ),
    ]
