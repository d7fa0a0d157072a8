"""A role on the card: seen, taken back at once, and never the last coordinator's."""

from datetime import UTC, datetime

from mentoring import invitations
from storage.vocabulary import Role
from tests.conftest import School
from tests.dialogs.test_approvals import deputy_of


async def roles(school: School, full_name: str) -> list[str]:
    return await school.cast.bot.fetch(
        str,
        "SELECT r.role FROM role r JOIN person p ON p.id = r.person_id WHERE p.full_name = :name ORDER BY r.role",
        name=full_name,
    )


async def test_coordinator_takes_a_deputys_role_back_and_it_ends_at_once(school: School) -> None:
    coordinator, deputy = school.cast.coordinator, await deputy_of(school)
    await coordinator.says("Лугов")
    coordinator.sees("Роль: заместитель координатора")
    await coordinator.presses("Роль")
    coordinator.sees("перестаёт действовать сразу")
    await coordinator.presses("Снять роль: заместитель координатора")
    coordinator.sees("Вести программу в боте после этого будут: 1 человек")
    await coordinator.presses("Да, снять роль")
    coordinator.sees("Роль снята")
    assert await roles(school, "Лугов Павел Андреевич") == ["teacher"]
    await deputy.presses_data("g:ppl:0:0")
    deputy.does_not_see("Прислать список")


async def test_whoever_came_without_a_name_has_a_card_too(school: School) -> None:
    bot, coordinator = school.cast.bot, school.cast.coordinator
    async with bot.machine.database.write() as tx:
        secret = await invitations.invite_role(tx, Role.DEPUTY, school_id=school.id, full_name="", now=bot.clock.now())
    await school.cast.deputy.starts(secret.token)
    (person_id,) = await bot.fetch(int, "SELECT id FROM person WHERE full_name = ''")
    await coordinator.presses_data(f"g:prs:{person_id}:0")
    coordinator.sees("Без имени в списке", "Роль: заместитель координатора", "Отключить аккаунт")


async def test_whoever_loses_a_role_hears_it_at_any_hour_and_from_whom(school: School) -> None:
    """With a stolen telephone somebody could put everybody else out, and nobody would know."""
    deputy, coordinator = await deputy_of(school), school.cast.coordinator
    await deputy.says("Стоп")
    school.cast.bot.clock.to(datetime(2026, 9, 11, 23, 30, tzinfo=UTC))  # the night to Saturday
    await deputy.says("Орлова")
    for label in ("Роль", "Снять роль: координатор", "Да, снять роль"):
        await deputy.presses(label)
    assert "С вас снята роль: координатор. Это сделал координатор Лугов П. А." in coordinator.heard
    assert "С вас снята роль" not in deputy.heard


async def test_last_coordinator_cannot_leave_the_school_without_one(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("Орлова")
    await coordinator.presses("Роль")
    await coordinator.presses("Снять роль: координатор")
    coordinator.sees("Других координаторов в боте нет")
    assert await roles(school, "Орлова Вера Павловна") == ["coordinator", "teacher"]


async def test_one_of_two_coordinators_may_lay_the_role_down(school: School) -> None:
    coordinator, _ = school.cast.coordinator, await deputy_of(school)
    await coordinator.says("Орлова")
    await coordinator.presses("Роль")
    await coordinator.presses("Снять роль: координатор")
    coordinator.sees("Это ваша роль")
    shown = coordinator.screen
    await coordinator.presses("Да, снять роль")
    coordinator.sees("Роль снята: координатор", "согласие на обработку данных")
    await coordinator.presses_old(shown, "Да, снять роль")
    assert await roles(school, "Орлова Вера Павловна") == ["teacher"]


async def test_role_of_the_staff_list_is_taken_back_before_the_person_comes(school: School) -> None:
    await school.lists("Соколова Анна Ильинична", role=Role.DIRECTOR)
    coordinator = school.cast.coordinator
    await coordinator.says("Соколова")
    await coordinator.presses("Роль")
    await coordinator.presses("Снять роль: директор")
    await coordinator.presses("Да, снять роль", times=2)
    assert await roles(school, "Соколова Анна Ильинична") == ["teacher"]


async def test_teacher_takes_nobodys_role(school: School) -> None:
    await school.brings_in(school.cast.teacher, "Соколова Анна Ильинична")
    (person_id,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name LIKE 'Орлова%'")
    await school.cast.teacher.presses_data(f"a:rolb:{person_id}:coordinator")
    assert await roles(school, "Орлова Вера Павловна") == ["coordinator", "teacher"]
