"""Our papers in LibreOffice: they open, no page is empty, and every one says which of how many it is."""

from pathlib import Path

import pytest

from mentoring.papers.templates.fields import Values
from mentoring.papers.templates.worker import document
from mentoring.papers.year_values import Reader, YearReport
from storage.vocabulary.documents import DocumentKind
from tests.papers.libreoffice import needs_libreoffice, pages
from tests.papers.templates.samples import (
    MINUTES,
    OBSERVATION,
    ORDER,
    PROGRAMME,
    REGULATION,
    REPORT,
    SHEET,
)
from tests.papers.templates.test_people import SAMPLES
from tests.papers.years import EMPTY, FULL, made

pytestmark = [pytest.mark.slow, needs_libreoffice]


def test_the_order_on_the_regulation(tmp_path: Path) -> None:
    found = pages(document(REGULATION, "", ORDER, ("Проект",)), tmp_path)
    assert len(found) == 4
    for number, page in enumerate(found, start=1):
        assert "Проект" in page
        assert f"Лист {number} из 4" in page
    order, regulation, roadmap, sheet = found
    assert "6. Контроль за исполнением приказа оставляю за собой." in " ".join(order.split())
    assert "Приложение 1" in regulation
    assert "ДОРОЖНАЯ КАРТА" in roadmap
    assert "С приказом ознакомлены" in sheet


def test_the_order_with_nothing_known_is_whole_too(tmp_path: Path) -> None:
    found = pages(document(REGULATION, "", {}), tmp_path)
    assert len(found) == 4
    assert "__________" in found[0]


@pytest.mark.parametrize(
    ("kind", "values", "many", "last"),
    [
        (DocumentKind.PROGRAMME, PROGRAMME, 3, "11. Подписи"),
        (DocumentKind.PROGRAMME_REPORT, REPORT, 2, "8. Рекомендация"),
        (DocumentKind.PROTOCOL_ROUND_TABLE, MINUTES, 1, "Секретарь __________ / Орлова В. П."),
        (DocumentKind.REGISTRATION_SHEET, SHEET, 1, "Берёзова Ольга Игоревна"),
        (DocumentKind.OBSERVATION_SHEET, OBSERVATION, 1, "Один шаг к улучшению"),
    ],
)
def test_papers_of_pairs_and_events(kind: DocumentKind, values: Values, many: int, last: str, tmp_path: Path) -> None:
    """Full and empty; signatures never stand on a page of their own."""
    found = pages(document(kind, "", values), tmp_path)
    assert len(found) == many
    assert last in " ".join(found[-1].split())
    empty = tmp_path / "empty"
    empty.mkdir()
    assert all(each.strip() for each in pages(document(kind, "", {}), empty))


@pytest.mark.parametrize("kind", SAMPLES, ids=str)
def test_a_paper_about_a_person_has_as_many_pages_as_it_should(kind: DocumentKind, tmp_path: Path) -> None:
    found = pages(document(kind, "", SAMPLES[kind]), tmp_path)
    assert len(found) == (2 if kind in (DocumentKind.THANKS_MENTOR, DocumentKind.ACT_DESTRUCTION) else 1)
    assert all(page.strip() for page in found)
    assert not any("Проект" in page for page in found)


@pytest.mark.parametrize(
    ("report", "reader", "many"),
    [(FULL, Reader.INTERNAL, 6), (FULL, Reader.PUBLIC, 5), (EMPTY, Reader.INTERNAL, 3)],
    ids=("with names", "without names", "with nothing known"),
)
def test_the_year_s_report(report: YearReport, reader: Reader, many: int, tmp_path: Path) -> None:
    """Its signature stands below the annexes, and no heading of a table is torn in a word."""
    found = pages(made(report, reader), tmp_path)
    assert len(found) == many
    assert all(f"Лист {number} из {many}" in page for number, page in enumerate(found, start=1))
    assert all(("Проект" in page) is (report is EMPTY) for page in found)
    text = "\n".join(found)
    named = ("Наставляемые", "Форма", "Встреч", "Состояние") if reader is Reader.INTERNAL else ()
    for heading in ("Мероприятие", "Онлайн", "наставляемого", *named) if report is FULL else ("Показатель", "Значение"):
        assert heading in text
    last = found[-1]
    assert 0 < last.index("Приложения") < last.index("Куратор наставничества")
