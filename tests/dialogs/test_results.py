"""What a finished job brings: once, to whoever ordered it and still may have it, or a way to try again."""

from pathlib import Path

import pytest

from sandbox.world.faults import Fault, FaultKind
from tests.cast import Cast
from tests.conftest import School, set_up_school
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_staff_list import THREE

STRICT = "UPDATE school SET privacy = 'strict'"


async def test_file_that_cannot_be_fetched_ends_in_advice(school: School) -> None:
    coordinator = school.cast.coordinator
    school.cast.bot.world.faults.add(Fault(kind=FaultKind.REFUSE, method="getFile", times=None, code=400))
    school.cast.bot.forgives("job 1 (table) failed")
    await coordinator.sends_file("Штат.xlsx", THREE)
    coordinator.sees("Прочитать файл не получилось", "Получить шаблон")


async def test_paper_that_cannot_be_made_can_be_ordered_again(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    coordinator = school.cast.coordinator
    school.cast.bot.forgives("job 1 (staff_template) failed")
    await coordinator.says("/people")
    await coordinator.presses("Прислать список")
    with monkeypatch.context() as broken:
        broken.setattr("mentoring.papers.staff_template.build", None)
        await coordinator.presses("Получить шаблон")
    coordinator.sees("Не получилось подготовить файл")
    await coordinator.presses("Попробовать ещё раз")
    assert "Список сотрудников.xlsx" in coordinator.files


async def test_who_took_peoples_data_out_stands_in_the_journal(school: School) -> None:
    coordinator, bot = school.cast.coordinator, school.cast.bot
    await hands_in(school, school.cast.teacher, "Соколова Анна Ильинична")
    await school.lists("Рябинин Игорь Олегович")
    await coordinator.says("/bank")
    await coordinator.presses("Скачать Excel")
    await coordinator.presses("Да, сделать файл")
    await coordinator.says("/papers")
    await coordinator.presses("Распечатать бланки")
    await coordinator.says("/people")
    await coordinator.presses("Пригласить")
    await coordinator.presses("Листочки")
    await coordinator.says("/people")
    await coordinator.presses("Прислать список")
    await coordinator.presses("Получить шаблон")
    exported = """SELECT j.act || ' ' || p.full_name FROM journal j JOIN person p ON p.id = j.actor_id
                  WHERE j.act LIKE 'export.%' ORDER BY j.id"""
    assert await bot.fetch(str, exported) == [
        "export.bank_book Орлова Вера Павловна",
        "export.sheets Орлова Вера Павловна",
        "export.slips Орлова Вера Павловна",
    ]


async def test_file_does_not_follow_whoever_has_lost_the_rights(school: School) -> None:
    bot, coordinator = school.cast.bot, school.cast.coordinator
    await school.lists("Соколова Анна Ильинична")
    await coordinator.says("/people")
    await coordinator.presses("Пригласить")
    slips = next(each.data for each in coordinator.screen.buttons if each.label.startswith("Листочки"))
    bot.world.press_data(coordinator.user_id, coordinator.screen.id, slips or "")
    await bot.machine.intake.poll(timeout=0)
    await bot.machine.lanes.work()
    async with bot.machine.database.write() as tx:
        await tx.run("DELETE FROM role WHERE role = 'coordinator'")
    await bot.settle()
    assert not coordinator.files
    assert await bot.fetch(str, "SELECT state FROM job") == ["done"]
    assert await bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export.%'") == []


async def test_list_survives_a_crash_around_every_step(journey: Cast) -> None:
    school = await set_up_school(journey)
    coordinator = school.cast.coordinator
    await coordinator.sends_file("Штат.xlsx", THREE)
    coordinator.sees("Прочитано: 3 строки")
    await coordinator.presses("Добавить 3 человека")
    coordinator.sees("Добавлено: 3, уже были: 0")
    await coordinator.presses("Пригласить")
    await coordinator.presses("Листочки")
    assert "Приглашения.docx" in coordinator.files
    assert len(await journey.bot.fetch(int, "SELECT id FROM person WHERE full_name <> ''")) == 4


async def orders_slips(school: School) -> list[Path]:
    """What lies in the folder of exports afterwards."""
    coordinator = school.cast.coordinator
    await school.lists("Соколова Анна Ильинична")
    await coordinator.says("/people")
    await coordinator.presses("Пригласить")
    await coordinator.presses("Листочки")
    return exports(school)


def exports(school: School) -> list[Path]:
    return list((school.cast.bot.data_dir / "exports").iterdir())


async def makes_strict(school: School) -> None:
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run(STRICT)


async def test_file_that_was_sent_does_not_stay_on_the_server(school: School) -> None:
    assert await orders_slips(school) == []
    assert "Приглашения.docx" in school.cast.coordinator.files


async def test_file_that_could_not_be_sent_does_not_stay_either(school: School) -> None:
    school.cast.bot.world.faults.add(Fault(kind=FaultKind.REFUSE, method="sendDocument", times=None, code=400))
    school.cast.bot.forgives("ALARM: a message could not be sent")
    assert await orders_slips(school) == []


async def test_file_kept_on_the_server_says_how_long_and_goes_then(school: School) -> None:
    bot = school.cast.bot
    await makes_strict(school)
    assert len(await orders_slips(school)) == 1
    school.cast.coordinator.sees("в папке exports на сервере", "Через сутки он удалится")
    bot.clock.move(hours=23)
    await bot.tick()
    assert len(exports(school)) == 1
    bot.clock.move(hours=1)
    await bot.tick()
    assert exports(school) == []


async def test_what_did_not_come_from_a_job_is_left_alone(school: School) -> None:
    await makes_strict(school)
    (file,) = await orders_slips(school)
    own, orphan = file.with_name("notes-of-the-operator.txt"), file.with_name("999-abcdef.docx")
    own.touch()
    orphan.touch()
    await school.cast.bot.tick()
    assert sorted(exports(school)) == sorted([own, file])
