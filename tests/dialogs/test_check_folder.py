"""«Папка проверки» from one tap: the papers of a real year in a ZIP, orders as they were signed."""

from io import BytesIO
from zipfile import ZipFile

from tests.conftest import School
from tests.dialogs.pairing import MENTEE, MENTOR
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_year_report import opens
from tests.dialogs.test_year_turn import a_year

NAME = "Папка проверки 2026-2027.zip"


async def test_one_tap_makes_the_folder(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Папка проверки")
    with ZipFile(BytesIO(cast.coordinator.files[NAME])) as archive:
        names = archive.namelist()
        order = next(name for name in names if "Приказ № 41" in name)
        text = words_of(archive.read(order))
        first = words_of(archive.read("00 Что в папке.docx"))
    assert order.endswith("Приказ № 41 от 09.09.2026 о закреплении пар, копия.docx")
    assert MENTEE in text
    assert MENTOR in text
    assert "Проект" not in text
    assert "не подтверждено" in first
    for paper in ("Дорожная карта.docx", "Реестр согласий.xlsx", "Банк наставников.xlsx", "Мониторинг.docx"):
        assert [name for name in names if name.endswith(paper)], paper
    for person in (MENTEE, MENTOR):
        assert not [name for name in names if person.split()[0] in name]
    assert len({name.split("/")[0] for name in names if "/" in name}) == 6
    acts = await cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export%'")
    assert acts == ["export.check_folder"]


async def test_in_a_strict_school_it_stays_on_the_server(school: School) -> None:
    cast = school.cast
    await a_year(school)
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET privacy = 'strict'")
    await opens(cast.coordinator)
    await cast.coordinator.presses("Папка проверки")
    cast.coordinator.sees("папке exports")
    assert not cast.coordinator.files


async def test_of_a_closed_year_there_is_none(school: School) -> None:
    coordinator = school.cast.coordinator
    await a_year(school)
    await opens(coordinator)
    await coordinator.presses("Новый учебный год")
    await coordinator.presses("Начать 2027/2028")
    await opens(coordinator)
    await coordinator.presses("Итоги 2026/2027")
    assert not [label for label in coordinator.buttons if label.startswith("Папка")]
