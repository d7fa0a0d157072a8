"""«Папка проверки»: a ZIP by the stages of the roadmap, and a first page of what is there and what is missing."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from mentoring.papers import named
from mentoring.papers.folder_values import CheckFolder, FolderPaper, Register
from mentoring.papers.office_paper import body, centre, grid, heading, office_document
from mentoring.papers.office_words import filled
from mentoring.papers.sheets import TextBook
from mentoring.papers.word import content_of
from mentoring.papers.year_words import NOT_CONFIRMED
from mentoring.rules.text import clean_line

MOST_BYTES = 40 * 1024 * 1024  # Telegram takes 50 MB from a bot
FIRST_PAGE = "00 Что в папке.docx"
_LONGEST_FOLDER = 60
_FORBIDDEN = '<>:"|?*'
_SLASHES = str.maketrans("/\\", "--")


def build(folder: CheckFolder) -> bytes:
    """What does not fit any more is named on the first page."""
    made, left_out, size = [], [], 0
    for paper in folder.papers:
        content = named.made(paper.function, paper.arguments)
        if size + len(content) > MOST_BYTES:
            left_out.append(paper)
            continue
        size += len(content)
        made.append((paper, content))
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        _put(archive, FIRST_PAGE, _first_page(folder, [paper for paper, _ in made], left_out), folder)
        for paper, content in made:
            _put(archive, f"{_place(folder, paper)}{paper.name}", content, folder)
    return target.getvalue()


def register(of: Register, made_at: datetime) -> bytes:
    """One sheet: numbers and dates of papers that lie in the school."""
    writer = TextBook(title=of.title, made_at=made_at)
    sheet = writer.sheet(of.title[:31])
    sheet.widths([34] * len(of.headings))
    sheet.table(of.headings, of.rows, empty="Пока ничего нет")
    sheet.print_wide()
    return writer.content()


def _put(archive: ZipFile, name: str, content: bytes, folder: CheckFolder) -> None:
    """With the day it was made for: the same folder is the same bytes. Papers of an office are packed already."""
    day = folder.made_on
    archive.writestr(ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0)), content, ZIP_STORED)


def _place(folder: CheckFolder, paper: FolderPaper) -> str:
    """«1. Подготовка условий/», with the group's own folder in it."""
    title = next((title for number, title in folder.stages if number == paper.stage), "")
    stage = f"{paper.stage}. {_named(title)}/" if title else ""
    return f"{stage}{_named(paper.group)}/" if paper.group else stage


def _named(folder: str) -> str:
    """«пар/групп» → «пар-групп»; what else a disk would not take is left out."""
    plain = "".join(
        mark for mark in clean_line(folder).translate(_SLASHES) if mark not in _FORBIDDEN and mark.isprintable()
    )
    return plain[:_LONGEST_FOLDER].strip(" .")


def _first_page(folder: CheckFolder, made: list[FolderPaper], left_out: list[FolderPaper]) -> bytes:
    document = office_document(title="Папка проверки")
    centre(document, filled(folder.school))
    centre(document, "ПАПКА ПРОВЕРКИ", bold=True, before=8)
    centre(document, f"наставничество, {folder.school_year}/{folder.school_year + 1} учебный год", bold=True)
    missing = sum(not each.proof for each in folder.lines)
    body(
        document, f"Собрана {folder.made_on:%d.%m.%Y}. Пунктов дорожной карты: {len(folder.lines)}, ", before=6
    ).add_run(f"без подтверждения: {missing}. Подписанные бумаги лежат в школе, здесь их номера и даты.")
    for number, title in folder.stages:
        heading(document, f"{number}. {clean_line(title)}")
        lines = [each for each in folder.lines if each.stage == number]
        rows = [(clean_line(each.text), clean_line(each.proof) or NOT_CONFIRMED) for each in lines]
        grid(document, ("Что нужно", "Чем подтверждено"), rows, (85, 85))
        body(document, _told([each for each in made if each.stage == number]) or "В папке файлов нет.")
    if whole := _told([each for each in made if not each.stage]):
        heading(document, "Ко всем этапам")
        body(document, whole)
    if left_out:
        heading(document, "Не поместилось")
        body(document, f"{'; '.join(_names(left_out))}.")
    return content_of(document)


def _told(papers: Sequence[FolderPaper]) -> str:
    return f"В папке: {'; '.join(_names(papers))}." if papers else ""


def _names(papers: Sequence[FolderPaper]) -> list[str]:
    """Each file, of a group how many."""
    groups = Counter(each.group for each in papers if each.group)
    alone = [each.name for each in papers if not each.group]
    return [*alone, *(f"папка «{_named(group)}», файлов: {many}" for group, many in groups.items())]
