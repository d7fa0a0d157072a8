"""An invitation with rights in anybody's hands: nothing opens until somebody who leads has said that it is them."""

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack
from mentoring import invitations
from mentoring.filling import Move, Turn
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.test_approvals import deputy_of, opens_queue, people

PAVEL, SHORT = "Лугов Павел Андреевич", "Лугов П. А."
ANNA = "Соколова Анна Ильинична"
PRESSES = (
    Go(Spot.OWN_NAME),
    Go(Spot.MY_DATA),
    Go(Spot.MENU),
    Go(Spot.ASK),
    Act(Deed.OWN_DATA),
    Turn(1, 0, 0, Move.RESUME),
)
WORDS = ("/people", "/bank", "/pairs", "/today", "/stages", "/roadmap", "/menu", "Лугов", "Мои данные")


async def listed(school: School, role: Role = Role.DEPUTY) -> str:
    """Somebody of the staff list with a role; their personal link."""
    (person_id,) = await school.lists(PAVEL, role=role)
    return (await school.invites(person_id)).token


async def role_link(school: School, role: Role = Role.DEPUTY, *, full_name: str = "", at_once: bool = False) -> str:
    """The operator's."""
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        secret = await invitations.invite_role(
            tx, role, school_id=school.id, full_name=full_name, now=now, at_once=at_once
        )
    return secret.token


async def names_himself(person: Person, full_name: str) -> None:
    await person.presses("Согласен(на)")
    await person.presses("Да, можно напоминать")
    await person.says(full_name)


@pytest.mark.parametrize("role", [each for each in Role if each is not Role.TEACHER])
async def test_a_personal_link_opens_no_rights_before_the_coordinators_yes(school: School, role: Role) -> None:
    came, coordinator = school.cast.newcomer, school.cast.coordinator
    await came.starts(await listed(school, role))
    told = len(came.messages)
    for said in WORDS:
        await came.says(said)
        came.sees("Координатор школы должен подтвердить, что это вы")
    for press in PRESSES:
        await came.presses_data(pack(press))
        came.sees("Координатор школы должен подтвердить, что это вы")
    assert not came.files
    assert not any(message.buttons for message in came.messages[told:])
    await opens_queue(school)
    coordinator.sees("Ждут: 1 человек", f"{SHORT} · с правами")
    await coordinator.presses(f"{SHORT} · с правами")
    coordinator.sees("Вход по личному приглашению, роль с правами", "До вашего ответа прав нет")
    coordinator.does_not_see("Выбрать другого", "Похожих в списке")
    await coordinator.presses("Впустить")
    coordinator.sees(f"{PAVEL}, права:", "Спросите лично")
    await coordinator.presses("Да, впустить с этой ролью")
    coordinator.sees("впущен(а), бот сообщит", "Сейчас никто не ждёт")
    came.sees("Координатор подтвердил")
    came.does_not_see("Заполнить запрос")
    await came.presses("Меню")
    came.sees(
        {
            Role.COORDINATOR: "Понятно",
            Role.DEPUTY: "Понятно",
            Role.DIRECTOR: "Отчёт за год",
            Role.PSYCHOLOGIST: "Записи к психологу",
        }[role]
    )


async def test_a_stranger_with_a_stolen_link_is_put_out_and_its_owner_comes_by_a_new_one(school: School) -> None:
    cast, coordinator = school.cast, school.cast.coordinator
    link = await listed(school)
    await cast.newcomer.starts(link)
    await opens_queue(school)
    await coordinator.presses(f"{SHORT} · с правами")
    await coordinator.presses("Не впускать")
    coordinator.sees("Этот аккаунт закроется, человек останется в списке")
    await coordinator.presses("Не впускать")
    coordinator.sees("Не впущен(а), в списке ничего не изменилось")
    cast.newcomer.sees("не нашёл вас среди сотрудников")
    for said in (*WORDS, f"/start {link}"):
        await cast.newcomer.says(said)
        assert any(words in cast.newcomer.screen.text for words in ("только по приглашению", "не подходят"))
    assert await people(school) == [f"{PAVEL} invited", "Орлова Вера Павловна active"]
    await coordinator.says("Лугов")
    await coordinator.presses("Личная ссылка")
    (owner_id,) = await cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=PAVEL)
    await cast.deputy.starts((await school.invites(owner_id)).token)
    await school.lets_in(owner_id, cast.deputy)
    cast.deputy.sees("Понятно")


async def test_the_operators_link_lets_a_stranger_of_a_led_school_wait_and_refused_they_have_no_role(
    school: School,
) -> None:
    came, coordinator = school.cast.newcomer, school.cast.coordinator
    await came.starts(await role_link(school))
    await names_himself(came, PAVEL)
    came.sees("Координатор школы должен подтвердить")
    await opens_queue(school)
    await coordinator.presses(f"{SHORT} · с правами")
    coordinator.sees("Вход по приглашению, роль с правами: заместитель координатора")
    await coordinator.presses("Не впускать")
    await coordinator.presses("Не впускать")
    coordinator.sees("Не впущен(а), имя удалено")
    assert await school.cast.bot.fetch(str, "SELECT role FROM role WHERE role NOT IN ('teacher', 'coordinator')") == []


async def test_let_in_as_somebody_of_the_list_they_keep_the_role(school: School) -> None:
    came, coordinator = school.cast.newcomer, school.cast.coordinator
    await school.lists(PAVEL)
    await came.starts(await role_link(school))
    await names_himself(came, PAVEL)
    await opens_queue(school)
    coordinator.does_not_see("Впустить всех")
    await coordinator.presses(f"{SHORT} · с правами")
    await coordinator.presses(f"Это {SHORT}")
    coordinator.sees("заместитель координатора: видит все запросы")
    await coordinator.presses("Да, впустить с этой ролью")
    await came.presses("Меню")
    came.sees("Понятно")
    assert await people(school) == [f"{PAVEL} active", "Орлова Вера Павловна active"]


async def test_a_colleague_who_is_in_uses_no_role_link_up(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    link = await role_link(school, full_name=PAVEL)
    await cast.teacher.starts(link)
    cast.teacher.sees("приглашение осталось неиспользованным", "Роль вам даст координатор")
    await cast.teacher.says("/people")
    cast.teacher.does_not_see("Впустить", "Добавить человека")
    await cast.newcomer.starts(link)
    cast.newcomer.sees("Координатор школы должен подтвердить")


async def test_who_waits_with_rights_gives_nobody_another_name(school: School) -> None:
    came = school.cast.newcomer
    await came.starts(await listed(school))
    await came.presses_data(pack(Go(Spot.OWN_NAME)))
    came.sees("Координатор школы должен подтвердить")
    await came.says("Никто Иван Иванович")
    assert await people(school) == [f"{PAVEL} waiting", "Орлова Вера Павловна active"]


@pytest.mark.parametrize("alone", [True, False])
async def test_where_nobody_can_be_asked_or_the_operator_says_so_the_rights_are_there_at_once(
    school: School, *, alone: bool
) -> None:
    cast = school.cast
    if alone:
        async with cast.bot.machine.database.write() as tx:
            await tx.run("UPDATE account SET reachable = 0 WHERE external_id = :id", id=cast.coordinator.user_id)
    await cast.newcomer.starts(await role_link(school, Role.COORDINATOR, full_name=PAVEL, at_once=not alone))
    await cast.newcomer.presses("Понятно")
    await cast.newcomer.says("/people")
    cast.newcomer.sees("Люди")


async def test_every_other_who_leads_hears_who_was_let_in_with_rights(school: School) -> None:
    cast = school.cast
    deputy = await deputy_of(school)
    (person_id,) = await school.lists("Озёрная Инна Игоревна", role=Role.DIRECTOR)
    await cast.newcomer.starts((await school.invites(person_id)).token)
    await deputy.waits()
    assert "Ждут подтверждения: 1 человек" in deputy.heard
    await opens_queue(school, deputy)
    await deputy.presses("Озёрная И. И. · с правами")
    await deputy.presses("Впустить")
    await deputy.presses("Да, впустить с этой ролью")
    cast.bot.clock.move(hours=1)  # of what others do is told hourly
    await cast.coordinator.waits()
    assert "Озёрная" in cast.coordinator.heard
