"""Erasing who withdrew: one confirmed press, or by itself on day 25; nothing of the person stays."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from mentoring import erasure, invitations
from storage import invites as school_invites
from storage import jobs, outbox
from storage.outbox import Ending, OutboxRow
from storage.vocabulary import Delivery, NoticePolicy, Role
from tests.bot_under_test import BotUnderTest
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_approvals import opens_queue, waits
from tests.papers.workbooks import workbook
from tests.scenes import scene
from tests.traces import holds, read

ANNA = "Соколова Анна Ильинична"
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"


@scene
async def withdraws(school: School) -> Person:
    """Somebody who left a trace wherever one can be left."""
    teacher = school.cast.teacher
    await hands_in(school, teacher, ANNA, position="учитель-маркер")
    await teacher.presses("Уточнить")
    while "С кем из коллег" not in teacher.screen.text:
        await teacher.presses("Пропустить")
    await teacher.says("Маркеров М. М.")
    for label in ("Готово", "Меню", "Спросить координатора"):
        await teacher.presses(label)
    await teacher.says("Вопрос-маркер?")
    await school.cast.coordinator.says("/questions")
    await school.cast.coordinator.presses("Соколова А. И.")
    await school.cast.coordinator.presses("Ответить")
    await school.cast.coordinator.says("Анна Ильинична, ответ-маркер")
    await left_around(school)
    await teacher.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await teacher.presses(label)
    return teacher


async def left_around(school: School) -> None:
    """What is not in the person's own rows: invitations, a draft, half-filled forms, letters that got stuck."""
    bot, coordinator = school.cast.bot, school.cast.coordinator
    for person in (coordinator, school.cast.teacher):
        await says_what_nobody_can_read(person)
    (person_id,) = await bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=ANNA)
    telegram, now = school.cast.teacher.user_id, bot.clock.now()
    await coordinator.sends_file("Штат.xlsx", workbook(["ФИО"], [ANNA]))
    await coordinator.says("/people")
    await coordinator.presses("Добавить человека")
    await coordinator.says("Соколова Анна Маркеровна")
    await school.cast.outsider.says("ACEFH-JKM34")
    async with bot.machine.database.write() as tx:
        await invitations.invite_role(tx, Role.DEPUTY, school_id=school.id, full_name=ANNA, now=now)
        await school_invites.note_wrong_code(tx, telegram, now)
        await jobs.add(
            tx,
            school_id=school.id,
            person_id=person_id,
            chat_id=telegram,
            kind="staff_list",
            task={"file_id": "маркер"},
            now=now,
        )
        await tx.run("UPDATE job SET state = 'failed' WHERE person_id = :id", id=person_id)
        row = OutboxRow("failed", telegram, None, "reply", "маркер", NoticePolicy.AT_LEAST_ONCE, 0, now, None, 1)
        await outbox.replies(tx, [row], now)
        await outbox.end(tx, [Ending("failed", Delivery.FAILED)], now)
    assert await bot.fetch(str, "SELECT full_name FROM invite WHERE full_name <> ''") == [ANNA]
    for table in ("staff_list", "wrong_code", "job"):
        assert await bot.fetch(int, f"SELECT COUNT(*) FROM {table}") > [0]


async def says_what_nobody_can_read(person: Person) -> None:
    """An update that is tried, and parked as the intake has written it."""
    bot = person.bot
    whose = {"from": {"id": person.user_id}, "chat": {"id": person.user_id}}
    bot.world.state.updates.push("message", {"message_id": "seven", **whose, "text": f"{ANNA}, маркер"})
    bot.forgives("update seq=", "ALARM: update seq=")
    for _ in range(10):  # its tries, and a turn of the loop for the pauses between them
        await bot.settle()
        await asyncio.sleep(0)
    bodies = await bot.fetch(str, "SELECT body FROM inbox WHERE state = 'dead' AND lane = :lane", lane=person.user_id)
    assert [(ANNA in body, ANNA in read(body)) for body in bodies] == [(False, True)]


@scene
async def everything(school: School) -> str:
    """Every value of every table, as a person would read it."""
    bot = school.cast.bot
    dump = []
    for table in await bot.fetch(str, TABLES):
        columns = await bot.fetch(str, f"SELECT name FROM pragma_table_info('{table}')")
        listed = " || '|' || ".join(f"COALESCE(CAST({column} AS TEXT), '')" for column in columns)
        dump += await bot.fetch(str, f"SELECT {listed} FROM {table}")
    return read("\n".join(dump))


async def test_nobody_withdrew_reads_well(school: School) -> None:
    await school.cast.coordinator.presses_data("g:ers:0:0")
    school.cast.coordinator.sees("уничтожать нечего")


async def test_one_confirmed_press_erases_everything(school: School) -> None:
    coordinator = school.cast.coordinator
    await withdraws(school)
    before = await everything(school)
    assert "Соколова" in before
    assert "маркер" in before.casefold()
    await coordinator.says("/today")
    await coordinator.presses("Уничтожить данные")
    coordinator.sees("Отозвали согласие: 1 человек", "Соколова А. И. · до 03.10.2026")
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("вернуть их нельзя", "Само это произойдёт 03.10.2026")
    await coordinator.presses("Уничтожить данные", times=2)
    coordinator.sees("уничтожать нечего")
    after = await everything(school)
    for trace in ("Соколова", "соколова", "маркер", "Маркер", str(school.cast.teacher.user_id) + "|"):
        assert trace not in after
    await school.cast.bot.machine.keeper.follow()
    assert not [path.name for path in files_of(school.cast.bot) if holds(path, "Соколова", "соколова", "маркер")]
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM journal WHERE act = 'person.erase'") == [1]
    ledger = "SELECT COUNT(*) FROM consent WHERE decision = 'withdrawn' AND kind = 'data'"
    assert await school.cast.bot.fetch(int, ledger) == [1]


async def test_after_it_the_account_is_a_stranger(school: School) -> None:
    teacher = await withdraws(school)
    await school.cast.coordinator.says("/today")
    await school.cast.coordinator.presses("Уничтожить данные")
    await school.cast.coordinator.presses("Соколова А. И.")
    await school.cast.coordinator.presses("Уничтожить данные")
    school.cast.coordinator.sees("Данные уничтожены")
    await teacher.says("Здравствуйте")
    teacher.sees("только по приглашению")


async def test_on_day_twenty_five_it_happens_by_itself_and_once(school: School) -> None:
    bot = school.cast.bot
    await withdraws(school)
    bot.clock.move(days=24)
    await bot.tick()
    assert "Соколова" in await everything(school)
    bot.clock.move(days=1)
    await bot.tick()
    assert "Соколова" not in await everything(school)
    async with bot.machine.database.write() as tx:
        assert await erasure.erase_due(tx, bot.clock.now() + timedelta(days=1)) == 0


async def test_whoever_consents_again_is_not_erased_by_an_old_button(school: School) -> None:
    coordinator = school.cast.coordinator
    teacher = await withdraws(school)
    await coordinator.says("/today")
    await coordinator.presses("Уничтожить данные")
    await coordinator.presses("Соколова А. И.")
    await teacher.starts()
    await teacher.presses("Начать")
    await teacher.presses("Согласен(на)")
    await coordinator.presses("Уничтожить данные")
    coordinator.sees("согласие снова дано")
    assert "Соколова" in await everything(school)


async def test_a_person_of_another_school_cannot_be_erased(school: School) -> None:
    await withdraws(school)
    await school.cast.coordinator.presses_data("a:erase:999:")
    school.cast.coordinator.sees("Этих данных уже нет")
    assert "Соколова" in await everything(school)


async def test_nothing_is_left_in_any_file(school: School) -> None:
    """The database, its log, the exports that name the person: all of what lies on the disk."""
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET privacy = 'strict'")
    teacher = await withdraws(school)
    await school.cast.coordinator.presses_data("a:book:0:")
    school.cast.coordinator.sees("в папке exports на сервере")
    bot.clock.move(days=25)
    await bot.tick()
    assert list((bot.data_dir / "exports").iterdir()) == []
    left = {path.name for path in files_of(bot) if holds(path, "Соколова", "соколова", "маркер", "Маркер")}
    assert left == set()
    assert not holds(bot.database_file, f'"id":{teacher.user_id}', f'"id": {teacher.user_id}')


async def test_log_that_a_reader_outside_holds_is_emptied_at_the_next_look(school: School) -> None:
    bot = school.cast.bot
    await withdraws(school)
    with closing(sqlite3.connect(bot.database_file)) as outside:
        outside.execute("BEGIN")
        outside.execute("SELECT COUNT(*) FROM person").fetchone()
        bot.clock.move(days=25)
        await bot.tick()
        assert any(holds(path, "Соколова") for path in files_of(bot))
    await bot.machine.keeper.follow()
    assert not any(holds(path, "Соколова") for path in files_of(bot))


def files_of(bot: BotUnderTest) -> list[Path]:
    log = bot.database_file.with_name(bot.database_file.name + "-wal")
    return [bot.database_file, log, *(path for path in bot.data_dir.rglob("*") if path.is_file())]


async def test_a_small_form_that_was_left_keeps_no_typed_name(school: School) -> None:
    bot, coordinator = school.cast.bot, school.cast.coordinator
    await coordinator.says("/people")
    await coordinator.presses("Добавить человека")
    await coordinator.says("Рябинин Игорь Олегович")
    bot.clock.move(days=6)
    await bot.tick()
    assert "Рябинин" in await everything(school)
    bot.clock.move(days=2)
    await bot.tick()
    assert "Рябинин" not in await everything(school)
    await coordinator.says("учитель")
    await coordinator.says("/people")
    await coordinator.presses("Добавить человека")
    coordinator.sees("1 из")


async def test_an_invitation_that_nobody_used_forgets_the_name(school: School) -> None:
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        await invitations.invite_role(tx, Role.DEPUTY, school_id=school.id, full_name="Лугов Павел Андреевич", now=now)
    bot.clock.move(days=31)
    await bot.tick()
    assert "Лугов" not in await everything(school)


async def test_who_was_not_let_in_is_forgotten_with_the_link_that_led_in(school: School) -> None:
    bot, outsider = school.cast.bot, school.cast.outsider
    await waits(school, outsider, "Чужой Пётр Ильич")
    coordinator = await opens_queue(school)
    await coordinator.presses("Чужой П. И.")
    await coordinator.presses("Не впускать")
    coordinator.sees("отметка об отказе через 30 дней")
    await coordinator.presses("Не впускать")
    known = "SELECT COUNT(*) FROM account WHERE external_id = :id"
    bot.clock.move(days=29)
    await bot.tick()
    assert await bot.fetch(int, known, id=outsider.user_id) == [1]
    bot.clock.move(days=1)
    await bot.tick()
    assert await bot.fetch(int, known, id=outsider.user_id) == [0]
    assert await bot.fetch(int, "SELECT COUNT(*) FROM person WHERE state = 'refused'") == [0]


async def test_who_was_not_let_in_and_comes_by_a_link_of_their_own_stays(school: School) -> None:
    bot, newcomer = school.cast.bot, school.cast.newcomer
    await waits(school, newcomer, "Берёзова Ольга")
    coordinator = await opens_queue(school)
    await coordinator.presses("Берёзова О.")
    await coordinator.presses("Не впускать")
    await coordinator.presses("Не впускать")
    (listed,) = await school.lists("Берёзова Ольга Львовна")
    await newcomer.starts((await school.invites(listed)).token)
    bot.clock.move(days=31)
    await bot.tick()
    assert "Берёзова Ольга Львовна" in await everything(school)
