"""The bytes of materials: Telegram's id is a cache, a crash loses and doubles nothing."""

import os
from pathlib import Path

import pytest

from bot import health
from bot.material_fetching import MaterialFetching
from bot.material_store import MaterialStore
from tests.bot_under_test import BotUnderTest
from tests.conftest import School
from tests.dialogs.shelving import METHOD, PDF, adds_file, mentee, mentor, opens_shelf
from tests.storage.seeds import NOW

SENT = "SELECT bot_id || file_id FROM material_sent"


def files(bot: BotUnderTest) -> list[Path]:
    return [each for each in bot.data_dir.glob("materials/**/*") if each.is_file()]


async def asks_for_it(school: School) -> None:
    teacher = school.cast.teacher
    await opens_shelf(teacher)
    await teacher.presses(METHOD)
    await teacher.presses("Прислать: Памятка")


async def test_the_second_one_who_asks_gets_it_by_the_id_of_the_first_sending(school: School) -> None:
    await mentee(school)
    await adds_file(school.cast.coordinator)
    bot = school.cast.bot
    assert await bot.fetch(str, SENT) == []  # the id under which it came would bring its unclean name along
    await asks_for_it(school)
    (known,) = await bot.fetch(str, SENT)
    files(bot)[0].unlink()  # an id needs no bytes
    await asks_for_it(school)
    assert school.cast.teacher.files == {"Памятка.pdf": PDF}
    assert len([each for each in school.cast.teacher.messages if each.document]) == 2
    assert await bot.fetch(str, SENT) == [known]


@pytest.mark.parametrize("change", ["file_id = 'of another bot'", "bot_id = 7"])
async def test_an_id_that_telegram_does_not_know_is_replaced_by_the_bytes(school: School, change: str) -> None:
    await mentee(school)
    await adds_file(school.cast.coordinator)
    await asks_for_it(school)
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        await tx.run(f"UPDATE material_sent SET {change}")
    await asks_for_it(school)
    assert len([each for each in school.cast.teacher.messages if each.document]) == 2
    assert not [each for each in await bot.fetch(str, SENT) if "another" in each]
    async with bot.machine.database.read() as tx:
        assert await tx.one(int, "SELECT COUNT(*) FROM material_sent WHERE bot_id = :id", id=bot.machine.bot.id) == 1


async def test_a_file_that_is_not_there_is_told_kindly_and_to_the_operator(
    school: School, capsys: pytest.CaptureFixture[str]
) -> None:
    await mentee(school)
    await adds_file(school.cast.coordinator)
    bot = school.cast.bot
    await health.check(bot.settings)
    assert "files of materials: 1 kept, 0 missing" in capsys.readouterr().out
    files(bot)[0].unlink()
    bot.forgives("the file of material 1 is missing")
    await asks_for_it(school)
    school.cast.teacher.sees("на сервере не нашёлся")
    assert not await health.check(bot.settings)
    assert "files of materials: 1 kept, 1 missing" in capsys.readouterr().out


async def test_a_death_between_the_file_and_its_row_leaves_a_file_that_nobody_is_given(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The job is done again: one row, one file."""
    bot, coordinator = school.cast.bot, school.cast.coordinator
    receive = bot.machine.lanes.receive

    async def dies(arrivals: list[object]) -> None:
        if any(getattr(each, "kind", "") == "job" for each in arrivals):
            raise KeyboardInterrupt
        await receive(arrivals)  # type: ignore[arg-type]  # what the machine itself gives

    monkeypatch.setattr(bot.machine.lanes, "receive", dies)
    with pytest.raises(KeyboardInterrupt):
        await adds_file(coordinator)
    assert len(files(bot)) == 1
    assert await bot.fetch(int, "SELECT COUNT(*) FROM material") == [0]
    await bot.restart()
    await bot.machine.keeper.keep()
    assert len(files(bot)) == 1, "a file on its way to its row was thrown away"
    await bot.settle()
    coordinator.sees("Добавлено.")
    assert await bot.fetch(int, "SELECT COUNT(*) FROM material") == [1]
    assert len(files(bot)) == 1


async def test_a_file_without_a_row_goes_with_the_housekeeping_and_an_unfinished_one_too(school: School) -> None:
    bot = school.cast.bot
    await adds_file(school.cast.coordinator)
    store = MaterialStore(bot.data_dir)
    await store.put(b"of nobody")
    (kept,) = [each for each in files(bot) if each.read_bytes() == PDF]
    kept.with_name(f"{kept.name}.1234.part").write_bytes(PDF[:3])
    assert await store.missing(bot.machine.database) == (1, 0)
    await bot.machine.keeper.keep()
    assert files(bot) == [kept]


async def test_a_write_that_breaks_off_leaves_nothing_under_the_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "no space")

    store = MaterialStore(tmp_path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        await store.put(PDF)
    assert [each for each in tmp_path.rglob("*") if each.is_file() and not each.name.endswith(".part")] == []
    monkeypatch.undo()
    digest = await store.put(PDF)
    assert store.path(digest).read_bytes() == PDF
    assert await store.put(PDF) == digest


async def test_files_of_the_time_before_are_fetched_and_sent_by_their_id_until_then(school: School) -> None:
    await mentee(school)
    bot = school.cast.bot
    file_id = bot.world.state.files.add("Памятка.pdf", PDF)
    async with bot.machine.database.write() as tx:
        await tx.run(
            """INSERT INTO material (school_id, areas, title, kind, address, added_at)
               VALUES (:school_id, '["method"]', 'Памятка', 'file', :file_id, :now)""",
            school_id=school.id,
            file_id=file_id,
            now=NOW,
        )
    await asks_for_it(school)
    assert school.cast.teacher.files == {"Памятка.pdf": PDF}
    machine = bot.machine
    fetching = MaterialFetching(machine.bot, machine.database, MaterialStore(bot.data_dir), machine.worker)
    assert [await fetching.fetch() for _ in range(2)] == [1, 0]
    assert await bot.fetch(str, "SELECT file_name || address FROM material") == ["Памятка.pdf"]
    assert [each.read_bytes() for each in files(bot)] == [PDF]


async def test_a_material_goes_its_way_with_a_death_around_every_update(journey_school: School) -> None:
    school = journey_school
    await mentee(school)
    await mentor(school)
    cast = school.cast
    await adds_file(cast.coordinator)
    await asks_for_it(school)
    await opens_shelf(cast.colleague)
    await cast.colleague.presses("Предложить материал")
    await cast.colleague.presses(METHOD)
    await cast.colleague.presses("Предложить файл")
    await cast.colleague.sends_file("Рефлексия.pdf", PDF + b"more")
    await cast.colleague.presses("Отправить координатору")
    await cast.coordinator.presses_data("a:maty:2:")
    cast.colleague.sees("Ваш материал «Рефлексия» принят")
    await cast.bot.machine.keeper.keep()
    assert len(files(cast.bot)) == 2
    assert await cast.bot.fetch(int, "SELECT asked FROM material ORDER BY id") == [1, 0]
