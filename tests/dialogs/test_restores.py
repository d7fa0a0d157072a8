"""A copy of the database is older than a decision: whoever withdrew or was erased does not come back with it."""

import json
import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from bot import register, sealing
from bot.backup import back_up, restore
from tests.cast import Person
from tests.conftest import School
from tests.dialogs import test_erasures
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_approvals import opens_queue, waits
from tests.dialogs.test_erasures import everything, files_of
from tests.traces import holds

ANNA = "Соколова Анна Ильинична"
STATE = "SELECT state || ' ' || COALESCE(erase_by, 'not to be erased') FROM person WHERE id = :id"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy.db"


async def restores(school: School, copy: Path) -> None:
    """The bot is stopped, the copy put in place, the bot started."""
    bot = school.cast.bot
    await bot.stop()
    await restore(bot.settings, copy)
    await bot.start()


async def withdraws(teacher: Person) -> None:
    await teacher.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await teacher.presses(label)
    teacher.sees("Согласие отозвано")


async def test_who_was_erased_is_not_in_the_restored_database(school: School, copy: Path) -> None:
    bot, teacher = school.cast.bot, school.cast.teacher
    await hands_in(school, teacher, ANNA)
    await back_up(bot.settings, copy)
    await withdraws(teacher)
    bot.clock.move(days=25)
    await bot.tick()
    await restores(school, copy)
    assert "Соколова" not in await everything(school)
    await teacher.says("Здравствуйте")
    teacher.sees("только по приглашению")
    await restores(school, copy)
    assert "Соколова" not in await everything(school)


async def test_who_withdrew_has_withdrawn_on_the_same_day_and_only_once(school: School, copy: Path) -> None:
    bot, teacher = school.cast.bot, school.cast.teacher
    person_id = await hands_in(school, teacher, ANNA)
    await back_up(bot.settings, copy)
    await withdraws(teacher)
    bot.clock.move(days=10)
    await restores(school, copy)
    await bot.stop()
    await bot.start()
    assert await bot.fetch(str, STATE, id=person_id) == ["active 2026-10-03"]
    decided = "SELECT decision || ' ' || substr(decided_at, 1, 10) FROM consent WHERE kind = 'data' ORDER BY id"
    assert await bot.fetch(str, decided) == ["given 2026-09-08", "withdrawn 2026-09-08"]
    await school.cast.coordinator.says("/today")
    await school.cast.coordinator.presses("Уничтожить данные")
    school.cast.coordinator.sees("Соколова А. И. · до 03.10.2026")


async def test_the_register_is_of_the_database_that_was_replaced_even_if_nobody_wrote_it(
    school: School, copy: Path
) -> None:
    """Killed right after the commit of the withdrawal: only that database knows of it."""
    bot = school.cast.bot
    person_id = await hands_in(school, school.cast.teacher, ANNA)
    await back_up(bot.settings, copy)
    await withdraws(school.cast.teacher)
    (bot.data_dir / register.NAME).unlink()
    await restores(school, copy)
    assert await bot.fetch(str, STATE, id=person_id) == ["active 2026-10-03"]


async def test_who_consented_again_stays(school: School, copy: Path) -> None:
    bot, teacher = school.cast.bot, school.cast.teacher
    person_id = await hands_in(school, teacher, ANNA)
    await back_up(bot.settings, copy)
    await withdraws(teacher)
    bot.clock.move(days=1)
    await teacher.starts()
    await teacher.presses("Начать")
    await teacher.presses("Согласен(на)")
    await restores(school, copy)
    assert await bot.fetch(str, STATE, id=person_id) == ["active not to be erased"]


async def test_withdrawn_after_being_let_in_holds_for_who_was_waiting_in_the_copy(school: School, copy: Path) -> None:
    bot, teacher = school.cast.bot, school.cast.teacher
    await school.lists(ANNA)
    await waits(school, teacher, ANNA)
    await back_up(bot.settings, copy)
    coordinator = await opens_queue(school)
    await coordinator.presses("Соколова А. И.")
    await coordinator.presses("Это Соколова А. И.")
    await withdraws(teacher)
    bot.clock.move(days=25)
    await bot.tick()
    await restores(school, copy)
    assert "Соколова" not in await everything(school)


async def test_whoever_is_given_the_same_number_later_is_somebody_else(school: School, copy: Path) -> None:
    bot = school.cast.bot
    await back_up(bot.settings, copy)
    before = await school.brings_in(school.cast.teacher, ANNA)
    await withdraws(school.cast.teacher)
    await restores(school, copy)
    bot.clock.move(days=1)
    assert await school.brings_in(school.cast.colleague, "Рябинин Игорь Олегович") == before
    await bot.stop()
    await bot.start()
    assert await bot.fetch(str, STATE, id=before) == ["active not to be erased"]


async def test_the_register_holds_numbers_and_dates_for_the_owner_alone(school: School) -> None:
    bot = school.cast.bot
    person_id = await hands_in(school, school.cast.teacher, ANNA)
    await withdraws(school.cast.teacher)
    (withdrawn_at,) = await bot.fetch(
        str, "SELECT decided_at FROM consent WHERE decision = 'withdrawn' AND kind = 'data'"
    )
    path = bot.data_dir / register.NAME
    (line,) = path.read_text().splitlines()
    assert {name: value for name, value in json.loads(line).items() if name not in ("installation", "since")} == {
        "person": person_id,
        "act": "consent.withdrawn",
        "at": datetime.fromisoformat(withdrawn_at).isoformat(),
    }
    assert oct(path.stat().st_mode)[-3:] == "600"


async def test_half_a_line_is_passed_over_and_written_again(school: School) -> None:
    bot = school.cast.bot
    await hands_in(school, school.cast.teacher, ANNA)
    await withdraws(school.cast.teacher)
    path = bot.data_dir / register.NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    await bot.machine.keeper.keep()
    assert path.read_bytes() == whole[:-20] + b"\n" + whole


async def test_what_a_restore_sets_aside_is_removed_after_thirty_days(school: School, copy: Path) -> None:
    bot = school.cast.bot
    await back_up(bot.settings, copy)
    await bot.stop()
    aside = await restore(bot.settings, copy)
    await bot.start()
    assert aside is not None
    with closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("SELECT COUNT(*) FROM school").fetchone() == (1,)
    os.utime(aside, (bot.clock.now().timestamp(),) * 2)
    bot.clock.move(days=29)
    await bot.tick()
    assert aside.exists()
    bot.clock.move(days=2)
    await bot.tick()
    assert not aside.exists()


async def test_nothing_of_the_erased_is_in_any_file_after_an_encrypted_older_copy(
    school: School, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot, marks = school.cast.bot, ("Соколова", "соколова", "Соколовой", "маркер", "Маркер")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    settings = bot.settings.model_copy(update={"backup_key_file": tmp_path / "backup.key"})
    sealing.make_key(settings, tmp_path / "backup.key")
    await test_erasures.withdraws(school)
    await back_up(settings, tmp_path / "copy.db.age")
    await school.cast.coordinator.presses_data("a:book:0:")
    bot.clock.move(days=25)
    await bot.tick()
    await bot.stop()
    await restore(settings, tmp_path / "copy.db.age")
    await bot.start()
    await bot.machine.keeper.follow()
    places = [*files_of(bot), *(path for path in tmp_path.rglob("*") if path.is_file())]
    assert {path.name for path in places if holds(path, *marks)} == set()
    assert not any(mark in caplog.text for mark in marks)
    assert await bot.fetch(int, "SELECT COUNT(*) FROM person WHERE state = 'erased' AND full_name = ''") == [1]
