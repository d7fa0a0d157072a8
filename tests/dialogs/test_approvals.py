"""«Впустить»: who came by the staff room's link is let in once, as somebody of the list or as a new person."""

from mentoring import invitations, notices
from mentoring.notices import Notice
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.scenes import scene


@scene
async def waits(school: School, person: Person, full_name: str) -> None:
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        (by,) = await bot.fetch(int, "SELECT MIN(person_id) FROM role WHERE role = 'coordinator'")
        secret = await invitations.open_staff_room(tx, school_id=school.id, by=by, now=bot.clock.now())
    await person.starts(secret.token)
    await person.presses("Согласен(на)")
    await person.presses("Да, можно напоминать")
    await person.says(full_name)
    person.sees("Координатор увидит")


async def opens_queue(school: School, person: Person | None = None) -> Person:
    coordinator = person or school.cast.coordinator
    await coordinator.says("/people")
    await coordinator.presses("Впустить (")
    return coordinator


async def deputy_of(school: School) -> Person:
    bot, deputy = school.cast.bot, school.cast.deputy
    async with bot.machine.database.write() as tx:
        secret = await invitations.invite_role(
            tx, Role.DEPUTY, school_id=school.id, full_name="Лугов Павел Андреевич", now=bot.clock.now(), at_once=True
        )
    await deputy.starts(secret.token)
    await deputy.presses("Понятно")
    return deputy


async def people(school: School) -> list[str]:
    return await school.cast.bot.fetch(
        str, "SELECT full_name || ' ' || state FROM person WHERE full_name <> '' ORDER BY sort_name"
    )


async def test_all_who_stand_in_the_list_are_let_in_by_one_press(school: School) -> None:
    cast = school.cast
    await school.lists("Соколова Анна Ильинична", "Рябинин Игорь Олегович")
    await waits(school, cast.teacher, "Соколова   Анна Ильинична")
    await waits(school, cast.colleague, "Рябинин Игорь Олегович")
    await waits(school, cast.newcomer, "Никто Неведомый")
    coordinator = await opens_queue(school)
    coordinator.sees("Ждут: 3 человека", "Соколова А. И. · есть в списке", "Никто Н. · проверьте")
    await coordinator.presses("Впустить всех, кто есть в списке: 2")
    coordinator.sees("Впустить 2 человека?", "Соколова А. И.")
    await coordinator.presses("Да, впустить 2")
    coordinator.sees("Впущено: 2 человека", "Ждут: 1 человек")
    cast.teacher.sees("Координатор подтвердил")
    cast.colleague.sees("Координатор подтвердил")
    await cast.teacher.says("/menu")
    cast.teacher.sees("Заполнить запрос")
    assert "Соколова Анна Ильинична active" in await people(school)
    assert len(await people(school)) == 4


async def test_likely_person_of_the_list_is_offered(school: School) -> None:
    await school.lists("Соколова Анна Ильинична")
    await waits(school, school.cast.teacher, "Соколова А. И.")
    coordinator = await opens_queue(school)
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("Просит впустить: Соколова А. И., 08.09.2026", "Соколова Анна Ильинична")
    await coordinator.presses("Это Соколова А. И.")
    coordinator.sees("впущен(а)", "никто не ждёт")
    assert await people(school) == ["Орлова Вера Павловна active", "Соколова Анна Ильинична active"]


async def test_another_of_the_list_is_chosen_near_the_name(school: School) -> None:
    await school.lists(*(f"{chr(1040 + at)}{chr(1072 + at)}ова Анна Ильинична" for at in range(25)))
    await waits(school, school.cast.newcomer, "Ххова Ольга")
    coordinator = await opens_queue(school)
    await coordinator.presses("Ххова О.")
    await coordinator.presses("Выбрать другого из списка")
    coordinator.sees("Страница 3 из 4")
    await coordinator.presses("◀ Раньше")
    coordinator.sees("Страница 2 из 4")
    await coordinator.presses("◀ Раньше")
    coordinator.sees("Страница 1 из 4")
    await coordinator.presses("Ббова А. И.")
    coordinator.sees("впущен(а)")


async def test_somebody_not_in_the_list_is_let_in_as_new(school: School) -> None:
    await waits(school, school.cast.newcomer, "Берёзова Ольга Львовна")
    coordinator = await opens_queue(school)
    await coordinator.presses("Берёзова О. Л.")
    coordinator.sees("Похожих в списке сотрудников нет")
    await coordinator.presses("Впустить как нового человека")
    assert "Берёзова Ольга Львовна active" in await people(school)
    school.cast.newcomer.sees("Координатор подтвердил")


async def test_refusing_asks_once_and_keeps_no_name(school: School) -> None:
    await waits(school, school.cast.outsider, "Чужой Пётр Ильич")
    coordinator = await opens_queue(school)
    await coordinator.presses("Чужой П. И.")
    await coordinator.presses("Не впускать")
    coordinator.sees("Имя удалится сразу")
    await coordinator.presses("Не впускать")
    coordinator.sees("Не впущен(а)")
    school.cast.outsider.sees("не нашёл вас среди сотрудников")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM answer WHERE value LIKE '%Чужой%'") == [0]
    assert await people(school) == ["Орлова Вера Павловна active"]


async def test_namesakes_are_not_let_in_together_blindly(school: School) -> None:
    await school.lists("Соколова Анна Ильинична", "Соколова Анна Ильинична")
    await waits(school, school.cast.teacher, "Соколова Анна Ильинична")
    coordinator = await opens_queue(school)
    coordinator.sees("проверьте")
    coordinator.does_not_see("Впустить всех")


async def test_question_asked_while_waiting_is_answered_after_being_let_in(school: School) -> None:
    await school.lists("Соколова Анна Ильинична")
    teacher = school.cast.teacher
    await waits(school, teacher, "Соколова Анна Ильинична")
    await teacher.presses("Спросить координатора")
    await teacher.says("Когда впустите?")
    coordinator = await opens_queue(school)
    await coordinator.presses("Впустить всех")
    await coordinator.presses("Да, впустить 1")
    (asked_by,) = await school.cast.bot.fetch(int, "SELECT person_id FROM question")
    (listed,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = 'Соколова Анна Ильинична'")
    assert asked_by == listed


async def test_teacher_cannot_let_anybody_in(school: School) -> None:
    await school.brings_in(school.cast.teacher, "Соколова Анна Ильинична")
    await waits(school, school.cast.newcomer, "Берёзова Ольга Львовна")
    coordinator = await opens_queue(school)
    await coordinator.presses("Берёзова О. Л.")
    forged = next(each.data for each in coordinator.screen.buttons if each.label.startswith("Впустить как"))
    school.cast.bot.world.press_data(school.cast.teacher.user_id, school.cast.teacher.screen.id, forged or "")
    await school.cast.teacher.waits()
    assert "Берёзова Ольга Львовна waiting" in await people(school)


async def test_nobody_gets_rights_by_a_typed_name_in_a_batch(school: School) -> None:
    cast = school.cast
    await school.lists("Соколова Анна Ильинична", role=Role.DEPUTY)
    await school.lists("Рябинин Игорь Олегович")
    await waits(school, cast.outsider, "Соколова Анна Ильинична")
    await waits(school, cast.colleague, "Рябинин Игорь Олегович")
    coordinator = await opens_queue(school)
    coordinator.sees("Соколова А. И. · проверьте", "Впустить всех, кто есть в списке: 1")
    await coordinator.presses("Впустить всех")
    coordinator.does_not_see("Соколова")
    await coordinator.presses("Да, впустить 1")
    assert "Соколова Анна Ильинична waiting" in await people(school)


async def test_role_is_named_and_confirmed_apart(school: School) -> None:
    cast = school.cast
    (listed,) = await school.lists("Соколова Анна Ильинична", role=Role.DEPUTY)
    await waits(school, cast.teacher, "Соколова Анна Ильинична")
    coordinator = await opens_queue(school)
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("Роль с правами: заместитель координатора")
    await coordinator.presses("Это Соколова А. И.")
    coordinator.sees("получит права", "заместитель координатора: видит все запросы")
    assert "Соколова Анна Ильинична waiting" in await people(school)
    await coordinator.presses("Да, впустить с этой ролью")
    coordinator.sees("впущен(а)")
    assert await cast.bot.fetch(
        str, "SELECT role FROM role WHERE person_id = :id AND role <> 'teacher'", id=listed
    ) == ["deputy"]


async def withdraws(person: Person) -> None:
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await person.presses(label)
    person.sees("Согласие отозвано")


async def test_who_withdrew_while_waiting_is_not_let_in_nor_written_to_and_is_erased(school: School) -> None:
    bot, teacher, coordinator = school.cast.bot, school.cast.teacher, school.cast.coordinator
    await school.lists("Соколова Анна Ильинична")
    await waits(school, teacher, "Соколова Анна Ильинична")
    await opens_queue(school)
    await coordinator.presses("Соколова А. И.")
    one = coordinator.screen
    await coordinator.presses("Назад")
    await coordinator.presses("Впустить всех")
    everybody = coordinator.screen
    await withdraws(teacher)
    heard = len(teacher.messages)
    await coordinator.presses_old(everybody, "Да, впустить 1")
    coordinator.sees("Сейчас никто не ждёт")
    await coordinator.presses_old(one, "Это Соколова А. И.")
    coordinator.sees("Уже решено")
    await coordinator.says("/people")
    coordinator.does_not_see("Впустить")
    await teacher.waits()
    assert len(teacher.messages) == heard
    bot.clock.move(days=25)
    await bot.tick()
    assert await people(school) == ["Орлова Вера Павловна active", "Соколова Анна Ильинична invited"]


async def test_withdrawal_of_who_waits_follows_them_into_the_list(school: School) -> None:
    """A personal link still leads in: what was withdrawn stays withdrawn until they consent again."""
    bot, teacher = school.cast.bot, school.cast.teacher
    (listed,) = await school.lists("Соколова Анна Ильинична")
    await waits(school, teacher, "Соколова Анна Ильинична")
    await withdraws(teacher)
    await teacher.starts((await school.invites(listed)).token)
    teacher.sees("Без согласия бот ни о чём не спрашивает")
    assert await bot.fetch(str, "SELECT erase_by FROM person WHERE id = :id", id=listed) == ["2026-10-03"]
    bot.clock.move(days=25)
    await bot.tick()
    assert await people(school) == ["Орлова Вера Павловна active"]


async def test_answer_on_its_way_does_not_reach_who_has_withdrawn(school: School) -> None:
    """Written between the withdrawal and the erasure by a colleague with an old screen."""
    bot, teacher, coordinator = school.cast.bot, school.cast.teacher, school.cast.coordinator
    person_id = await school.brings_in(teacher, "Соколова Анна Ильинична")
    await teacher.presses("Спросить координатора")
    await teacher.says("Когда начнём?")
    await teacher.says("/menu")
    await withdraws(teacher)
    async with bot.machine.database.write() as tx:
        await notices.tell(tx, Notice.LET_IN, person_id, key="late", due_at=bot.clock.now(), now=bot.clock.now())
    await coordinator.waits()
    assert await bot.fetch(str, "SELECT state || ' ' || reason FROM outbox WHERE key = 'late'") == ["dropped cancelled"]
    teacher.sees("Согласие отозвано")


async def test_who_came_without_a_code_is_marked_and_never_in_the_batch(school: School) -> None:
    outsider = school.cast.outsider
    await school.lists("Соколова Анна Ильинична")
    for code in ("ACDEF-HJKM2", "ACDEF-HJKM3", "ACDEF-HJKM4", "ACDEF-HJKM5"):
        await outsider.says(code)
    await outsider.presses("Попросить координатора впустить")
    await outsider.presses("Согласен(на)")
    await outsider.presses("Да, можно напоминать")
    await outsider.says("Соколова Анна Ильинична")
    coordinator = await opens_queue(school)
    coordinator.sees("Соколова А. И. · без кода")
    coordinator.does_not_see("Впустить всех")
    await coordinator.presses("Соколова А. И.")
    coordinator.sees("Без ссылки и без кода", "Похоже, это")
    await coordinator.presses("Это Соколова")
    coordinator.sees("впущен(а)")
