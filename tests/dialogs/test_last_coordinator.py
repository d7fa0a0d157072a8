"""No school is locked out: the last coordinator stays one, and where the law lets them go the operator is told."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.watchdog import Watchdog
from handlers.presses import Act, Deed, pack
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.test_approvals import deputy_of

CHECKOUT = Path(__file__).parents[2]
VERA = "Орлова Вера Павловна"


async def coordinating(school: School) -> list[str]:
    """Names of those who coordinate and have an account."""
    return await school.cast.bot.fetch(
        str,
        """SELECT DISTINCT p.full_name FROM person p JOIN role r ON r.person_id = p.id
           WHERE r.role IN ('coordinator', 'deputy') AND p.account_id IS NOT NULL AND p.erase_by IS NULL
           ORDER BY p.full_name""",
    )


async def id_of(school: School, full_name: str) -> int:
    (found,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=full_name)
    return found


async def withdraws(coordinator: Person) -> None:
    for label in ("Для меня как педагога", "Согласен(на)", "Нет, напишу сам(а)"):
        await coordinator.presses(label)
    await coordinator.says("мои данные")
    for label in ("Отозвать согласие", "Отозвать согласие"):
        await coordinator.presses(label)


async def looks(school: School, times: int = 1) -> list[str]:
    """The watchdog's alarms."""
    alarms: list[str] = []
    machine = school.cast.bot.machine
    dog = Watchdog(machine.database, machine.clock, machine.intake, alarms.append)
    for _ in range(times):
        await dog.look()
    return [each for each in alarms if "coordinator" in each]


async def invited(school: School, *arguments: str) -> str:
    """By the operator's command in a process of its own, while the bot runs; the code that it prints."""
    bot = school.cast.bot
    environment = {
        **{name: value for name, value in os.environ.items() if name != "BOT_TOKEN"},
        "DATABASE_URL": f"sqlite:///{bot.database_file}",
        "DATA_DIR": str(bot.data_dir),
        "TELEGRAM_API_BASE": "http://127.0.0.1:1",
        "CLOCK_START": bot.clock.now().isoformat(),
        "PYTHONPATH": str(CHECKOUT),
    }
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "bot", "invite", "--role", "coordinator", *arguments],
        cwd=bot.data_dir.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[0]


@pytest.mark.parametrize(
    "press",
    [
        (Deed.TAKE_ROLE_BACK, "coordinator.0"),
        (Deed.TAKE_ROLE_BACK, "coordinator.1"),
        (Deed.DISCONNECT, "1"),
        (Deed.PERSON_LEAVES, ""),
        (Deed.REMOVE, ""),
        (Deed.ERASE, ""),
    ],
    ids=str,
)
async def test_the_only_coordinator_stays_whatever_is_pressed(school: School, press: tuple[Deed, str]) -> None:
    deed, argument = press
    me = await id_of(school, VERA)
    await school.cast.coordinator.presses_data(pack(Act(deed, me, argument)))
    assert await coordinating(school) == [VERA]


async def test_refusal_says_the_way_out(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("Орлова")
    await coordinator.presses("Роль")
    await coordinator.presses("Снять роль: координатор")
    coordinator.sees("Других координаторов в боте нет", "пришлите в «Люди» список", "дайте личную ссылку")


async def test_a_second_one_who_stopped_the_bot_is_nobody_to_rely_on(school: School) -> None:
    coordinator, deputy = school.cast.coordinator, await deputy_of(school)
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE account SET reachable = 0 WHERE external_id = :id", id=deputy.user_id)
    await coordinator.says("Орлова")
    await coordinator.presses("Роль")
    await coordinator.presses("Снять роль: координатор")
    coordinator.sees("Других координаторов в боте нет")


async def test_withdrawal_of_the_only_coordinator_is_not_refused_and_the_operator_hears_what_to_do(
    school: School,
) -> None:
    assert await looks(school) == []
    await withdraws(school.cast.coordinator)
    school.cast.coordinator.sees("Согласие отозвано")
    assert await coordinating(school) == []
    (alarm,) = await looks(school, times=3)
    assert f"python -m bot invite --role coordinator --school {school.id}" in alarm
    assert "Орлова" not in alarm


async def test_operator_is_not_alarmed_while_somebody_else_leads(school: School) -> None:
    await deputy_of(school)
    await withdraws(school.cast.coordinator)
    assert await looks(school) == []


async def test_a_new_coordinator_comes_by_the_operators_command_after_the_only_one_has_gone(school: School) -> None:
    cast = school.cast
    await withdraws(cast.coordinator)
    code = await invited(school, "--name", "Лугов Павел Андреевич")
    await cast.deputy.says(code)
    await cast.deputy.presses("Понятно")
    await cast.deputy.says("/today")
    cast.deputy.sees("Уничтожить данные")
    assert await coordinating(school) == ["Лугов Павел Андреевич"]
    assert await looks(school) == []
    cast.bot.clock.move(days=26)
    await cast.bot.tick()
    assert await coordinating(school) == ["Лугов Павел Андреевич"]


async def test_the_only_coordinator_comes_back_from_a_new_account(school: School) -> None:
    """A lost telephone: by the operator's command without a name, then «Отключить аккаунт» and «Это я»."""
    old, new = school.cast.coordinator, school.cast.newcomer
    await new.says(await invited(school, "--at-once"))
    await new.presses("Понятно")
    await new.says("Орлова")
    await new.presses("Отключить аккаунт")
    await new.presses("Отключить аккаунт")
    await new.presses("К карточке")
    await new.presses("Это я")
    await new.presses("Да, это я")
    new.sees("вы в списке как Орлова В. П.")
    await old.says("/people")
    old.sees("только по приглашению")
    assert await coordinating(school) == [VERA]
    assert await school.cast.bot.fetch(
        int, "SELECT a.external_id FROM person p JOIN account a ON a.id = p.account_id WHERE p.full_name = :n", n=VERA
    ) == [new.user_id]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST])
async def test_a_new_account_of_whoever_has_rights_has_them_and_the_old_one_nothing(school: School, role: Role) -> None:
    cast = school.cast
    coordinator, old, new = cast.coordinator, cast.deputy, cast.newcomer
    (person_id,) = await school.lists("Лугов Павел Андреевич", role=role)
    await old.starts((await school.invites(person_id)).token)
    await school.lets_in(person_id, old)
    if role in (Role.COORDINATOR, Role.DEPUTY):
        await old.presses("Понятно")
        await old.says("/people")
        await old.presses("Добавить человека")  # a dialog is open
    menu = {Role.DIRECTOR: "Отчёт за год", Role.PSYCHOLOGIST: "Записи к психологу"}.get(role, "Люди")
    shown = old.screen
    await coordinator.says("Лугов")
    await coordinator.presses("Отключить аккаунт")
    await coordinator.presses("Отключить аккаунт")
    told = len(old.messages)
    await old.says("Гусева Лидия Павловна")
    old.sees("только по приглашению")
    for button in shown.buttons:
        await old.presses_data(button.data or "")
    for word in ("/people", "/bank", "/today", "/menu", "/stages"):
        await old.says(word)
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM person WHERE full_name LIKE 'Гусева%'") == [0]
    assert all("только по приглашению" in each.text for each in old.messages[told:])
    await new.starts((await school.invites(person_id)).token)
    await school.lets_in(person_id, new)
    await new.says("/menu")
    new.sees(menu)
    assert await cast.bot.fetch(
        str, "SELECT role FROM role WHERE person_id = :id AND role <> 'teacher'", id=person_id
    ) == [role]


async def test_what_was_ordered_and_planned_does_not_reach_the_old_account(school: School) -> None:
    cast = school.cast
    coordinator, old = cast.coordinator, await deputy_of(school)
    await school.lists("Соколова Анна Ильинична")
    person_id = await id_of(school, "Лугов Павел Андреевич")
    await old.says("/people")
    await old.presses("Пригласить")
    slips = next(each.data for each in old.screen.buttons if each.label.startswith("Листочки"))
    cast.bot.world.press_data(old.user_id, old.screen.id, slips or "")
    await cast.bot.machine.intake.poll(timeout=0)
    await cast.bot.machine.lanes.work()  # ordered, not made yet
    (account,) = await cast.bot.fetch(int, "SELECT account_id FROM person WHERE id = :id", id=person_id)
    cast.bot.world.press_data(
        coordinator.user_id, coordinator.screen.id, pack(Act(Deed.DISCONNECT, person_id, str(account)))
    )
    await cast.bot.settle()
    assert not old.files
    assert not coordinator.files
    new = cast.newcomer
    await new.starts((await school.invites(person_id)).token)
    await school.lets_in(person_id, new)
    await new.waits()
    assert not new.files
    assert await cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export.%'") == []
