"""Every kind of work, in a real worker process: its arguments and results travel, its limits suffice."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.worker import MEMORY_BYTES, Worker, call
from mentoring import files, forms
from mentoring.jobs import Work
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.papers.values import (
    FormRead,
    MenteeBankBook,
    Slip,
    StaffListRead,
    TallyBook,
    TallyChart,
    TallyVersion,
)
from mentoring.questionnaires import written
from mentoring.rules.tally import Counted, pages, tally
from tests.papers.questionnaires import DICTIONARIES, EVERYTHING
from tests.papers.workbooks import workbook

NOW = datetime(2026, 9, 8, 9, 0, tzinfo=UTC)
BOOK = MenteeBankBook(
    school="Школа № 12",
    school_year="2026/2027",
    made_on="08.09.2026",
    made_at=NOW,
    people=(),
    forms=(),
    invited=3,
    answered=0,
    excluded=0,
)
FORM = written(EVERYTHING)
NEEDS = forms.load().get("needs")
CHART = TallyChart(
    title=NEEDS.title,
    head="Версия 1. Ответов: 1. На 08.09.2026.",
    tallies=tuple(tally(each, [Counted("year", 1)]) for each in pages(NEEDS)[1][:1]),
)
TALLY_BOOK = TallyBook(
    title=NEEDS.title,
    school="Школа № 12",
    made_on="08.09.2026",
    made_at=NOW,
    versions=(TallyVersion(NEEDS, 1, 0, ('[["Соколова Анна Ильинична","2026-09-08",{"experience":"y0"}]]',)),),
)
LINK = "https://t.me/nastavnik_demo_bot?start=AsM6VoCAZ3COVBPAYthy0w"


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    started = Worker()
    yield started
    started.close()


async def test_each_paper_is_made(worker: Worker) -> None:
    work: dict[str, tuple[object, ...]] = {
        "staff_template": (("Физика",), ("5–9",), ("4–10 лет",), NOW),
        "mentee_bank": (BOOK,),
        "slips": ([Slip("Соколова Анна Ильинична", LINK, "MAMPW-JT74F", "Школа № 12", "08.10.2026")],),
        "questionnaire_template": (FORM, DICTIONARIES, NOW),
        "questionnaire_xlsform": (FORM, DICTIONARIES, NOW),
        "new_questionnaire": (NOW,),
        "marked": (workbook(("Вопрос", "Вид"), ("Когда?", "")), (FORM,), DICTIONARIES),
        "poster": (LINK, "MAMPW-JT74F", "Школа № 12", "08.10.2026"),
        "tally_book": (TALLY_BOOK,),
    }
    for name, arguments in work.items():
        made = await worker.run(call, f"mentoring.papers.worker:{name}", arguments)
        assert made.startswith(b"PK"), name


async def test_a_table_is_read_without_the_library_of_pictures(worker: Worker) -> None:
    await worker.run(call, "mentoring.papers.worker:staff_list", (b"", files.dictionaries()))
    assert "matplotlib" not in await worker.run(call, "tests.machine.hostile:loaded", ())


@pytest.mark.slow
async def test_a_picture_is_drawn_by_one_thread_and_leaves_the_worker_a_third_of_its_memory(worker: Worker) -> None:
    picture = await worker.run(call, "mentoring.papers.tally_chart:build", (CHART,))
    assert picture.startswith(b"\x89PNG")
    assert await worker.run(call, "tests.machine.hostile:largest_size", ()) < 2 / 3 * MEMORY_BYTES / 2**20
    environment = await worker.run(call, "tests.machine.hostile:environment", ())
    assert environment["OPENBLAS_NUM_THREADS"] == environment["OMP_NUM_THREADS"] == "1"


async def test_staff_list_comes_back_as_values(worker: Worker) -> None:
    book = workbook(("ФИО", "Телефон"), ("Соколова Анна Ильинична", "1"))
    read = await worker.run(call, "mentoring.papers.worker:staff_list", (book, files.dictionaries()))
    assert isinstance(read, StaffListRead)
    assert [entry.full_name for entry in read.people.entries] == ["Соколова Анна Ильинична"]
    assert read.ignored == ("Телефон",)
    problem = await worker.run(call, "mentoring.papers.worker:staff_list", (b"", files.dictionaries()))
    assert problem == FileProblem(FileReason.EMPTY)


async def test_a_questionnaire_comes_back_as_values(worker: Worker) -> None:
    book = workbook(("Вопрос", "Вид"), ("Когда?", "на днях"))
    arguments = (book, files.dictionaries(), (FORM,), DICTIONARIES)
    read = await worker.run(call, "mentoring.papers.worker:sent_table", arguments)
    assert isinstance(read, FormRead)
    assert [(problem.sheet, problem.row, problem.column) for problem in read.problems] == [
        ("Анкета", 0, 0),
        ("Лист1", 2, 2),
    ]


def test_every_kind_of_job_is_gathered() -> None:
    assert set(files.KINDS) == set(Work)
