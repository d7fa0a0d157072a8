"""«Папка проверки» after a second look: the papers of a real year in a ZIP, orders as they were signed."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

from handlers import results
from handlers.effects import Screen, as_list
from mentoring.jobs import Work
from mentoring.practices import writing
from mentoring.year_end import reports
from storage import programmes
from storage.vocabulary.practices import Publish
from tests.conftest import School, member_of
from tests.dialogs.gathering import held
from tests.dialogs.pairing import MENTEE, MENTOR
from tests.dialogs.practising import TITLE, opens_desk, opens_own, shared
from tests.dialogs.test_documents import fills, signs
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_year_report import opens
from tests.dialogs.test_year_turn import a_year
from tests.papers.workbooks import sheets, texts

NAME = "Папка проверки 2026-2027.zip"


async def test_a_tap_and_a_second_look_make_the_folder(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Папка проверки")
    await cast.coordinator.presses("Да, сделать файл")
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
    await cast.coordinator.presses("Да, сделать файл")
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


async def files(school: School) -> dict[str, bytes]:
    """What the folder holds, without the names of its stages."""
    await opens(school.cast.coordinator)
    await school.cast.coordinator.presses("Папка проверки")
    await school.cast.coordinator.presses("Да, сделать файл")
    with ZipFile(BytesIO(school.cast.coordinator.files[NAME])) as archive:
        return {name.partition("/")[2] or name: archive.read(name) for name in archive.namelist()}


async def test_whatever_document_the_year_has_is_in_it_as_it_stands(school: School) -> None:
    coordinator = school.cast.coordinator
    await fills(school)
    await coordinator.presses("Номер и дата")
    await signs(school, "57/1")
    found = await files(school)
    text = words_of(found["Приказ о Положении № 57-1 от 07.09.2026.docx"])
    assert "№ 57/1" in text
    assert "Проект" not in text
    assert "Приказ о Положении № 57-1 от 07.09.2026.docx" in words_of(found["00 Что в папке.docx"])


async def test_an_approved_programme_is_in_it_by_the_number_of_its_pair(school: School) -> None:
    pairing_id = await a_year(school)
    async with school.cast.bot.machine.database.write() as tx:
        await programmes.begin(
            tx, pairing_id, content="{}", starts_on=date(2026, 9, 9), ends_on=date(2027, 5, 31), by=1,
            now=datetime(2026, 9, 9, tzinfo=UTC),
        )  # fmt: skip
    assert not [name for name in await files(school) if "рограмма" in name]
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE programme SET state = 'approved', version = 1")
    found = await files(school)
    assert f"Персонализированная программа/Персонализированная программа {pairing_id}.docx" in found
    assert "папка «Персонализированная программа», файлов: 1" in words_of(found["00 Что в папке.docx"])


async def test_who_was_at_an_event_and_its_minutes_are_in_it(school: School) -> None:
    await held(school)
    found = await files(school)
    name = "Протокол установочной сессии/Протокол установочной сессии 1.docx"
    assert "ПРОТОКОЛ" in words_of(found[name])
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE gathering SET number = '3', dated_on = '2026-09-18'")
    found = await files(school)
    name = "Протокол установочной сессии/Протокол установочной сессии № 3 от 18.09.2026.docx"
    assert "№ 3" in words_of(found[name])
    (sheet,) = sheets(found["Кто был на мероприятиях.xlsx"]).values()
    assert [row[:2] for row in texts(sheet)[1:]] == [["Установочная сессия наставников", "17.09.2026"]] * 2


async def test_practice_cards_in_it_are_a_copy_that_their_authors_can_take_back(school: School) -> None:
    teacher, coordinator = await shared(school), school.cast.coordinator
    assert TITLE in words_of((await files(school))["Копилка практик.docx"])
    await opens_own(teacher)
    await teacher.presses("Кто видит карточку")
    teacher.sees("Уже выданы сборники с ней")
    await teacher.presses("Не показывать")
    await opens_desk(coordinator)
    await coordinator.presses("Сборник")
    coordinator.sees("больше нельзя показывать так: 1")
    assert "Копилка практик.docx" not in await files(school)


async def test_a_folder_that_an_author_has_overtaken_is_not_handed_over(school: School) -> None:
    """The worker has written it, the author changes their word, it is ordered once more, then it would come."""
    teacher, coordinator, bot = await shared(school), school.cast.coordinator, school.cast.bot
    await shared(school, "Разговор у окна")
    now = bot.clock.now()
    author, leader = (await member_of(bot, teacher)).member, (await member_of(bot, coordinator)).member
    assert author is not None
    assert leader is not None
    async with bot.machine.database.write() as tx:
        await reports.order(tx, leader, coordinator.user_id, Work.CHECK_FOLDER, 0, now)
        (job_id,) = await tx.all(int, "SELECT id FROM job WHERE kind = 'check_folder'")
        assert await writing.allow(tx, author, 1, Publish.NEVER, now)
        await reports.order(tx, leader, coordinator.user_id, Work.CHECK_FOLDER, 0, now)
        made = {"job": job_id, "work": "check_folder", "kind": "file", "path": "exports/a.zip", "name": NAME}
        (shown,) = as_list(await results.deliver(tx, made, now))
    assert isinstance(shown, Screen)
    assert "автор карточки практики изменил разрешение" in shown.text
    assert await bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export%'") == []
