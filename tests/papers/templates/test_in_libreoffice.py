"""Our papers in LibreOffice: they open, no page is empty, and every one says which of how many it is."""

from pathlib import Path

import pytest

from mentoring.papers.templates.worker import document
from tests.papers.libreoffice import needs_libreoffice, pages
from tests.papers.templates.samples import ORDER, REGULATION

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
