"""«Сегодня»: what is behind, with the button that acts, and only what there is."""

from mentoring import backups, invitations
from storage.vocabulary import Role
from tests.cast import Cast, Person
from tests.conftest import School, set_up_school
from tests.dialogs.planning import confirms_dates
from tests.dialogs.requesting import FACTS, hands_in, wants_nobody

ANNA = "Соколова Анна Ильинична"


async def confirms_everything(coordinator: Person) -> None:
    """The dates, every paper, every new request."""
    await confirms_dates(coordinator)
    await coordinator.says("/papers")
    while open_papers := [label for label in coordinator.buttons if label.startswith("☐")]:
        await coordinator.presses(open_papers[0])
    await coordinator.says("/bank")
    await coordinator.presses("Соколова")
    await coordinator.presses("Отметить просмотренным")


async def test_a_new_school_has_only_dates_and_its_own_coordinator(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/today")
    coordinator.sees(
        "Не подтверждены сроки этапов: 18. Пока они не подтверждены, бот по ним никому не напоминает", "Сроки этапов"
    )
    assert not [label for label in coordinator.buttons if label.startswith(("Вопросы", "Впустить", "Банк"))]


async def test_each_line_has_the_button_that_acts(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await cast.teacher.presses("Меню")
    await cast.teacher.presses("Спросить координатора")
    await cast.teacher.says("Когда начнём?")
    await school.lists("Рябинин Игорь Олегович")
    await cast.coordinator.says("/today")
    cast.coordinator.sees(
        "Вопросы без ответа: 1",
        "Новые запросы: 1",
        "Ещё не вошли в бот: 1 человек",
        "Вопросы (1)",
        "Банк наставляемых (новых: 1)",
        "Кто не ответил (1)",
        "Пригласить (не вошли: 1)",
        "Бумаги (не сдано: 3)",
    )
    await cast.coordinator.presses("Вопросы (1)")
    cast.coordinator.sees("Когда начнём?")


async def test_who_stopped_the_bot_is_found_among_the_people(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    cast.bot.world.block(cast.teacher.user_id)
    await cast.bot.settle()
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Нет связи, бот у них остановлен: 1 человек")
    await cast.coordinator.presses("Люди (нет связи: 1)")
    cast.coordinator.sees("Соколова")


async def test_who_has_consented_and_not_begun_is_behind(school: School) -> None:
    await school.brings_in(school.cast.teacher, ANNA)
    await school.cast.coordinator.says("/today")
    school.cast.coordinator.sees("Ещё не начали запрос: 1 человек", "Кто не ответил (1)")


async def test_who_stopped_midway_is_behind_and_not_among_those_who_have_not_begun(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA, **FACTS)
    await cast.teacher.presses("Заполнить запрос")
    await cast.teacher.presses("Начать")
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Начали запрос и не отправили: 1 человек", "Кто не ответил (1)")
    cast.coordinator.does_not_see("Ещё не начали")


async def test_nothing_is_behind_when_nobody_has_anything_left_to_do(school: School) -> None:
    cast = school.cast
    coordinator = cast.coordinator
    await wants_nobody(school, cast.teacher, ANNA)
    await confirms_everything(coordinator)
    await coordinator.says("/today")
    coordinator.sees("Всё сделано, ждать нечего.")
    assert coordinator.buttons == ["Меню"]


async def test_an_empty_list_is_not_called_done(cast: Cast) -> None:
    await set_up_school(cast, coordinator="")
    await confirms_dates(cast.coordinator)
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Список людей пока пуст")
    cast.coordinator.does_not_see("Всё сделано")


async def test_who_withdrew_counts_only_as_data_to_be_erased(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await cast.teacher.presses("Меню")
    await cast.teacher.presses("Мои данные")
    await cast.teacher.presses("Отозвать согласие")
    await cast.teacher.presses("Отозвать согласие")
    await cast.coordinator.says("/today")
    cast.coordinator.sees("нужно уничтожить данные: 1 человек", "Уничтожить данные (1)")
    cast.coordinator.does_not_see("Новые запросы")


async def test_a_director_reads_numbers_and_no_names(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    async with cast.bot.machine.database.write() as tx:
        now = cast.bot.clock.now()
        secret = await invitations.invite_role(
            tx, Role.DIRECTOR, school_id=school.id, full_name="Лугов Павел Андреевич", now=now, at_once=True
        )
    director = cast.deputy
    await director.starts(secret.token)
    await director.says("/today")
    director.sees("В списке: 3 человека", "Запросов получено: 1, начато: 0", "Бумажных согласий сдано: 0")
    director.was_never_told("Соколова")
    await director.says("/bank")
    director.does_not_see("Банк наставляемых")


async def test_a_teacher_is_shown_their_own_menu(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, ANNA)
    await teacher.says("/today")
    teacher.sees("Заполнить запрос")
    teacher.does_not_see("Кто не ответил")


async def test_before_the_school_is_named_everything_leads_to_the_notice(school: School) -> None:
    cast = school.cast
    async with cast.bot.machine.database.write() as tx:
        secret = await invitations.invite_role(
            tx,
            Role.DEPUTY,
            school_id=school.id,
            full_name="Лугов Павел Андреевич",
            now=cast.bot.clock.now(),
            at_once=True,
        )
    await cast.deputy.starts(secret.token)
    await cast.deputy.says("/today")
    cast.deputy.sees("Понятно", "иностранный мессенджер")
    await cast.deputy.presses("Понятно")
    await cast.deputy.says("/today")
    cast.deputy.sees("Сегодня", "Сроки этапов")


async def test_a_coordinator_reads_that_the_database_is_not_copied(school: School) -> None:
    bot, coordinator = school.cast.bot, school.cast.coordinator
    async with bot.machine.database.write() as tx:
        await backups.watch(tx, watched=True, made=bot.clock.now(), now=bot.clock.now())
    bot.clock.move(hours=47)
    await coordinator.says("/today")
    coordinator.does_not_see("Резервной копии")
    bot.clock.move(hours=2)
    await coordinator.says("/today")
    coordinator.sees("Резервной копии базы нет больше двух дней")
