"""The coordinator's word on a programme: approved as a version, returned with a line, given longer."""

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.pairing import PAIR
from tests.dialogs.programming import TITLE, approved, begun, looks, sent
from tests.dialogs.test_approvals import deputy_of


async def test_a_sent_programme_waits_in_today_and_becomes_the_first_version(school: School) -> None:
    coordinator = school.cast.coordinator
    mentor = await sent(school)
    await coordinator.says("/today")
    coordinator.sees("Программы ждут утверждения: 1")
    await coordinator.presses("Программы (утвердить: 1)")
    coordinator.sees("Ждут вас: 1", PAIR)
    await coordinator.presses("Рябинин И. О.")
    await coordinator.presses("Утвердить")
    coordinator.sees("Программа утверждена, версия 1.", "Состояние: утверждена, версия 1.")
    await coordinator.says("/today")
    coordinator.does_not_see("Программы ждут")
    await mentor.says(TITLE)
    mentor.sees("Состояние: утверждена, версия 1.", "Изменить программу")


async def test_the_coordinator_hears_of_it_as_news(school: School) -> None:
    coordinator = school.cast.coordinator
    await sent(school)
    school.cast.bot.clock.move(hours=1)
    await school.cast.bot.tick()
    assert "Программы ждут утверждения: 1" in coordinator.heard


async def test_the_roadmap_counts_approved_programmes_by_itself(school: School) -> None:
    coordinator = school.cast.coordinator
    await sent(school)
    await coordinator.says("/roadmap")
    await coordinator.presses("5. ")
    coordinator.sees("утверждено программ: 0 из 1")
    await looks(school)
    await coordinator.presses("Утвердить")
    await coordinator.says("/roadmap")
    await coordinator.presses("5. ")
    coordinator.sees("утверждено программ: 1 из 1")


async def test_a_returned_programme_says_what_to_change_and_comes_again(school: School) -> None:
    coordinator = school.cast.coordinator
    mentor = await sent(school)
    await looks(school)
    await coordinator.presses("Вернуть")
    await coordinator.says("добавьте <разбор> урока")
    coordinator.sees("Программа возвращена")
    await mentor.says(TITLE)
    mentor.sees("Состояние: черновик.", "Координатор просит изменить: «добавьте <разбор> урока».")
    await mentor.presses("Отправить координатору")
    mentor.does_not_see("Координатор просит изменить")


async def test_what_was_changed_since_the_coordinator_looked_is_not_approved_unseen(school: School) -> None:
    coordinator = school.cast.coordinator
    mentor = await sent(school)
    await looks(school)
    await mentor.presses("Изменить программу")
    await mentor.presses("Запрос, цель, задачи")
    await mentor.presses("Изменить: цель")
    await mentor.says("Совсем другая цель")
    await mentor.presses("К программе")
    await mentor.presses("Отправить координатору")
    await coordinator.presses("Утвердить")
    coordinator.sees("Программа изменилась, пока была у вас на экране", "Цель: Совсем другая цель", "Утвердить")
    await coordinator.presses("Утвердить", times=2)
    coordinator.sees("утверждена, версия 1")
    assert await school.cast.bot.fetch(int, "SELECT version FROM programme_version") == [1]


async def test_of_two_coordinators_the_quicker_decides(school: School) -> None:
    cast = school.cast
    await sent(school)
    await deputy_of(school)
    await looks(school)
    await cast.deputy.says("/pairs")
    await cast.deputy.presses("Рябинин И. О.")
    await cast.deputy.presses("Программа")
    await cast.coordinator.presses("Вернуть")
    await cast.deputy.presses("Утвердить")
    cast.deputy.sees("утверждена, версия 1")
    await cast.coordinator.says("поменяйте даты")
    cast.coordinator.sees("её уже посмотрел другой координатор", "утверждена, версия 1")


async def test_a_change_after_the_approval_becomes_the_second_version_with_its_list(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    await mentor.says(TITLE)
    await mentor.presses("Изменить программу")
    mentor.sees("готовятся изменения, действует версия 1")
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("2. Посещение урока наставника")
    await mentor.presses("На неделю позже")
    for label in ("К программе", "Добавить мероприятие", "Урок и методика", "☑ Открытый урок", "К программе"):
        await mentor.presses(label)
    await mentor.presses("Отправить координатору")
    await looks(school)
    await cast.coordinator.presses("Утвердить")
    await cast.coordinator.presses("История изменений")
    cast.coordinator.sees(
        "Версия 2, 09.09.2026, Орлова В. П.",
        "• Перенесено мероприятие: Посещение урока наставника с листом наблюдения, с 23.09.2026 на 30.09.2026",
        "• Исключено мероприятие: Открытый урок для коллег",
        "Версия 1, 09.09.2026",
        "утверждена как есть",
    )


async def test_a_step_done_is_marked_with_one_tap_and_is_no_change(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    await mentor.says(TITLE)
    await mentor.presses("Сделано: Установочная встреча", times=2)
    mentor.sees("Сделано 1 из 7.", "Состояние: утверждена, версия 1.")
    await cast.teacher.says(TITLE)
    cast.teacher.sees("Сделано 1 из 7.")
    await mentor.says(TITLE)
    await mentor.presses("Изменить программу")
    await mentor.presses("Отправить координатору")
    await looks(school)
    await cast.coordinator.presses("Утвердить")
    await cast.coordinator.presses("История изменений")
    cast.coordinator.sees("Версия 2, 09.09.2026, Орлова В. П.\nутверждена как есть")


async def test_a_mark_is_taken_back_within_ten_minutes_and_not_later(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    await mentor.says(TITLE)
    await mentor.presses("Сделано: Установочная встреча")
    await mentor.presses("Отменить отметку")
    mentor.sees("Отметка снята.", "Срок: 09.09.2026.")
    await mentor.presses("Сделано")
    old = mentor.screen
    cast.bot.clock.move(minutes=11)
    await mentor.presses_old(old, "Отменить отметку")
    mentor.sees("Снять отметку уже нельзя", "Сделано 09.09.2026.")
    mentor.does_not_see("Отменить отметку")


async def test_what_is_marked_while_the_coordinator_looks_does_not_hinder_the_yes(school: School) -> None:
    cast = school.cast
    mentor = await sent(school)
    await looks(school)
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("1. Установочная встреча")
    await mentor.presses("Сделано")
    await cast.coordinator.presses("Утвердить")
    cast.coordinator.sees("утверждена, версия 1", "Сделано 1 из 7.")


async def test_what_is_done_stays_in_the_plan(school: School) -> None:
    mentor = await approved(school)
    await mentor.says(TITLE)
    await mentor.presses("Сделано: Установочная встреча")
    for label in ("Изменить программу", "Добавить мероприятие", "Вся программа", "✓ Установочная встреча"):
        await mentor.presses(label)
    mentor.sees("так уже есть", "✓ Установочная встреча")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM programme_step") == [7]


async def test_a_longer_term_is_a_version_of_its_own_and_the_pairs_term_too(school: School) -> None:
    cast = school.cast
    await approved(school)
    await looks(school)
    await cast.coordinator.presses("Продлить")
    await cast.coordinator.says("14.10.2027")
    cast.coordinator.sees(
        "Программа продлена.", "Срок: с 09.09.2026 по 14.10.2027.", "версия 2", "Программа длиннее года"
    )
    await cast.coordinator.presses("История изменений")
    cast.coordinator.sees("• Программа продлена: по 14.10.2027 вместо 31.05.2027")
    assert await cast.bot.fetch(str, "SELECT ends_on FROM pairing") == ["2027-10-14"]


async def test_an_earlier_day_extends_nothing(school: School) -> None:
    cast = school.cast
    await approved(school)
    await looks(school)
    await cast.coordinator.presses("Продлить")
    await cast.coordinator.says("30.04.2027")
    cast.coordinator.sees("новый день должен быть позже прежнего", "по 31.05.2027", "версия 1")


async def test_a_draft_waits_for_its_people_and_cannot_be_approved(school: School) -> None:
    cast = school.cast
    await begun(school)
    await looks(school)
    cast.coordinator.does_not_see("Утвердить", "Вернуть", "Продлить")
    await cast.coordinator.presses_data("a:pga:1:1")
    assert await cast.bot.fetch(str, "SELECT state FROM programme") == ["draft"]


async def test_a_coordinator_writes_it_for_those_who_have_no_telegram(school: School) -> None:
    """Whoever has no phone tells it: the coordinator sends and approves what was said."""
    coordinator = school.cast.coordinator
    await begun(school)
    await looks(school)
    await _edits_goal(coordinator)
    await coordinator.presses("Отправить координатору")
    await coordinator.presses("Утвердить")
    coordinator.sees("утверждена, версия 1", "Цель: Вести урок в темпе")


async def _edits_goal(person: Person) -> None:
    for label in ("Запрос, цель, задачи", "Изменить: цель"):
        await person.presses(label)
    await person.says("Вести урок в темпе")
    await person.presses("К программе")
