"""Coming in: links, codes, consent, refusals."""

from mentoring import invitations
from storage.vocabulary import Role
from tests.cast import Cast
from tests.conftest import School


async def test_stranger_gets_one_polite_line_and_nothing_is_kept(cast: Cast) -> None:
    await cast.outsider.says("Привет")
    cast.outsider.sees("только по приглашению")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM account") == [0]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM inbox WHERE body IS NOT NULL") == [0]


async def test_first_coordinator_names_the_school_and_city_and_is_in_the_menu(school: School) -> None:
    school.cast.coordinator.sees("Школа № 12", "Часовой пояс: Москва, сейчас 12:00")
    assert "Люди" in school.cast.coordinator.buttons


async def test_teacher_comes_by_link_consents_and_sees_what_is_wanted(school: School) -> None:
    teacher = school.cast.teacher
    (person_id,) = await school.lists("Соколова Анна Ильинична")
    await teacher.starts((await school.invites(person_id)).token)
    teacher.sees("согласие на обработку данных", "Школа № 12")
    assert len(teacher.screen.text) <= 350
    await teacher.presses("Прочитать текст")
    teacher.sees("Цель:", "Согласие можно отозвать")
    await teacher.presses("Согласен(на)")
    teacher.sees("предварительное согласие")
    await teacher.presses("Да, можно напоминать")
    teacher.sees("Это 3 минуты", "Заполнить запрос")


async def test_newcomer_gives_a_whole_name_and_may_correct_it_while_waiting(school: School) -> None:
    newcomer, bot = school.cast.newcomer, school.cast.bot
    async with bot.machine.database.write() as tx:
        (by,) = await bot.fetch(int, "SELECT MIN(person_id) FROM role WHERE role = 'coordinator'")
        secret = await invitations.open_staff_room(tx, school_id=school.id, by=by, now=bot.clock.now())
    await newcomer.starts(secret.token)
    await newcomer.presses("Согласен(на)")
    await newcomer.presses("Да, можно напоминать")
    await newcomer.says("Ольга")
    newcomer.sees("хотя бы фамилия и имя", "Например: Иванова Анна Петровна")
    await newcomer.says("берёзова ольга петровна")
    newcomer.sees("Записано: Берёзова Ольга Петровна", "Координатор увидит")
    await newcomer.presses("Исправить имя")
    await newcomer.says("Берёзова-Ланская Ольга Петровна")
    newcomer.sees("Записано: Берёзова-Ланская Ольга Петровна", "Координатор увидит")
    await newcomer.presses("Исправить имя")
    await newcomer.presses("Отменить")
    newcomer.sees("Записано: Берёзова-Ланская", "Координатор увидит")


async def test_a_school_is_not_just_a_school(cast: Cast) -> None:
    coordinator, bot = cast.coordinator, cast.bot
    async with bot.machine.database.write() as tx:
        secret = await invitations.invite_role(
            tx, Role.COORDINATOR, school_id=None, full_name="Орлова Вера Павловна", now=bot.clock.now()
        )
    await coordinator.starts(secret.token)
    await coordinator.presses("Понятно")
    await coordinator.says("школа")
    coordinator.sees("номер или имя школы", "Как называется школа?")
    await coordinator.says("Школа № 12")
    coordinator.sees("В каком городе")


async def test_a_link_in_the_wrong_hands_greets_by_another_name(school: School) -> None:
    teacher = school.cast.teacher
    (person_id,) = await school.lists("Кукушкина Алла Сергеевна")
    await teacher.starts((await school.invites(person_id)).token)
    teacher.sees("Здравствуйте, Алла Сергеевна!", "Школа № 12")


async def test_a_coordinator_can_leave_the_consent_for_the_menu(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/menu")
    await coordinator.presses("Для меня как педагога")
    await coordinator.presses("Меню")
    coordinator.sees("Банк наставляемых")
