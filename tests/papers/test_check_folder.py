"""«Папка проверки»: papers by stages, a first page of what is missing, nobody's name in a file's name, a limit."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from mentoring.papers import check_folder
from mentoring.papers.check_folder import FIRST_PAGE, build, register
from mentoring.papers.folder_values import CheckFolder, FolderLine, FolderPaper, Register
from tests.papers.pairs import lines
from tests.papers.workbooks import sheets, texts

MADE_AT = datetime(2027, 5, 28, 12)  # noqa: DTZ001 a workbook's own time has no zone
ORDERS = Register("Приказы", ("Документ", "Номер", "Дата"), (("О парах", "=1+1", "09.09.2026"),))
REGISTER = "mentoring.papers.check_folder:register"
FOLDER = CheckFolder(
    school="Школа № 12",
    school_year=2026,
    made_on=date(2027, 5, 28),
    stages=((1, "Подготовка: условия/акты."), (2, "Банк наставляемых")),
    lines=(
        FolderLine(1, "Приказ об утверждении положения", "Документ № 5 от 31.08.2026"),
        FolderLine(2, "Согласия", ""),
    ),
    papers=(
        FolderPaper(1, "Реестр приказов.xlsx", REGISTER, (ORDERS, MADE_AT)),
        FolderPaper(2, "Реестр согласий.xlsx", REGISTER, (ORDERS, MADE_AT)),
    ),
)


def opened(folder: CheckFolder) -> dict[str, bytes]:
    with ZipFile(BytesIO(build(folder))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_papers_lie_by_their_stages() -> None:
    assert list(opened(FOLDER)) == [
        FIRST_PAGE,
        "1. Подготовка условия-акты/Реестр приказов.xlsx",
        "2. Банк наставляемых/Реестр согласий.xlsx",
    ]


def test_the_first_page_says_what_is_there_and_what_is_missing() -> None:
    text = "\n".join(lines(opened(FOLDER)[FIRST_PAGE]))
    assert "Пунктов дорожной карты: 2, без подтверждения: 1." in text
    assert "Приказ об утверждении положения | Документ № 5 от 31.08.2026" in text
    assert "Согласия | не подтверждено" in text
    assert "В папке: Реестр согласий.xlsx." in text


def test_what_does_not_fit_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    one = len(register(ORDERS, MADE_AT))
    monkeypatch.setattr(check_folder, "MOST_BYTES", one + 10)
    files = opened(FOLDER)
    assert len(files) == 2
    text = "\n".join(lines(files[FIRST_PAGE]))
    assert "Не поместилось\nРеестр согласий.xlsx." in text
    assert "В папке файлов нет." in text


def test_only_papers_are_put_in() -> None:
    forged = FolderPaper(1, "x", "os:getcwd", ())
    with pytest.raises(ValueError, match="only papers"):
        build(CheckFolder(**{**_fields(), "papers": (forged,)}))  # type: ignore[arg-type]  # fields of the value itself


def _fields() -> dict[str, object]:
    return {name: getattr(FOLDER, name) for name in CheckFolder.__slots__}


def test_a_register_is_text_and_nothing_runs() -> None:
    (sheet,) = sheets(register(ORDERS, MADE_AT)).values()
    assert texts(sheet)[1] == ["О парах", "=1+1", "09.09.2026"]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
