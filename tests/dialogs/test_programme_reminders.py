"""What is said of programmes: before and after their day, when one is returned, on Mondays; and never more."""

from datetime import date, timedelta

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.programming import TITLE, approved, begun, looks, ordered, rings, sent

# The order is of 9 September: fifteen working days later is 30 September.
DAYS = [date(2026, 9, 10) + timedelta(days=number) for number in range(35)]


async def days_of(school: School, person: Person, text: str, days: list[date]) -> list[str]:
    """On which of the days the person is told so."""
    told = []
    for day in days:
        before = person.heard.count(text)
        await rings(school.cast, day.month, day.day, day.year)
        if person.heard.count(text) > before:
            told.append(f"{day:%d.%m}")
    return told


async def test_a_mentor_is_reminded_seven_and_two_working_days_before_and_the_day_after(school: School) -> None:
    await ordered(school)
    await _met(school)
    told = await days_of(school, school.cast.colleague, "Нужна программа пары", DAYS)
    assert told == ["21.09", "28.09", "01.10"]


async def _met(school: School) -> None:
    """The first meeting has been: nobody is reminded of that one."""
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run(
            """INSERT INTO contact_note (pairing_id, author_id, held_on, how, noted_at)
               SELECT m.pairing_id, m.person_id, '2026-09-09', 'talk', '2026-09-09T12:00:00.000000Z'
               FROM pairing_member m WHERE m.side = 'mentor'"""
        )


async def test_a_mentee_is_reminded_once(school: School) -> None:
    await ordered(school)
    assert await days_of(school, school.cast.teacher, "Нужна программа пары", DAYS) == ["28.09"]


async def test_the_coordinator_hears_of_what_is_late_twice_with_the_pairs(school: School) -> None:
    cast = school.cast
    await begun(school)
    assert await days_of(school, cast.coordinator, "Программы не пришли в срок: 1", DAYS) == ["01.10", "07.10"]
    cast.coordinator.sees("• Рябинин И. О. → Соколова А. И.")
    await cast.coordinator.presses("Посмотреть программы")
    cast.coordinator.sees("Не пришли в срок: 1")


async def test_whoever_has_sent_it_is_not_reminded(school: School) -> None:
    cast = school.cast
    await sent(school)
    for person in (cast.colleague, cast.teacher):
        assert await days_of(school, person, "рограмм", DAYS[:1] + DAYS[11:23]) == []
    cast.coordinator.was_never_told("Программы не пришли в срок")


async def test_a_format_without_a_programme_reminds_nobody(school: School) -> None:
    cast = school.cast
    await ordered(school)
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE pairing SET format = 'situational'")
    assert await days_of(school, cast.colleague, "рограмм", DAYS) == []
    await cast.colleague.says(TITLE)
    cast.colleague.sees("При такой форме работы программа не обязательна.", "Составить программу")


async def test_a_pair_on_pause_is_left_in_peace(school: School) -> None:
    cast = school.cast
    await ordered(school)
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE pairing SET state = 'paused'")
    assert await days_of(school, cast.colleague, "рограмм", DAYS) == []


async def test_a_returned_programme_is_told_of_to_both_once(school: School) -> None:
    cast = school.cast
    await sent(school)
    await looks(school)
    await cast.coordinator.presses("Вернуть")
    await cast.coordinator.says("добавьте разбор урока")
    days = DAYS[:8]
    assert await days_of(school, cast.colleague, "Координатор просит изменить программу", days) == ["10.09"]
    assert cast.teacher.heard.count("Координатор просит изменить программу: «добавьте разбор урока».") == 1
    await cast.teacher.presses("Программа: Соколова А. И.")
    cast.teacher.sees("Состояние: черновик.")


async def test_an_approved_programme_is_told_of_to_both_once_in_the_days_one_message(school: School) -> None:
    cast = school.cast
    await approved(school)
    assert await days_of(school, cast.colleague, "Программа утверждена, версия 1.", DAYS[:9]) == ["10.09"]
    assert cast.teacher.heard.count("Программа утверждена, версия 1.") == 1
    await cast.teacher.presses("Программа: Соколова А. И.")
    cast.teacher.sees("Состояние: утверждена, версия 1.")


async def test_a_later_approval_is_told_of_again_and_a_longer_term_is_not(school: School) -> None:
    cast = school.cast
    await approved(school)
    await rings(cast, 9, 10)
    await looks(school)
    await cast.coordinator.presses("Продлить")
    await cast.coordinator.says("30.06.2027")
    assert await days_of(school, cast.teacher, "Программа утверждена", DAYS[1:3]) == []
    await cast.teacher.says(TITLE)
    await cast.teacher.presses("Изменить программу")
    await cast.teacher.presses("Отправить координатору")
    await looks(school)
    await cast.coordinator.presses("Утвердить")
    assert await days_of(school, cast.teacher, "Программа утверждена, версия 3.", DAYS[3:9]) == ["14.09"]


async def test_what_is_changed_again_before_it_was_told_is_no_news(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    await mentor.says(TITLE)
    await mentor.presses("Изменить программу")
    assert await days_of(school, cast.teacher, "Программа утверждена", DAYS[:9]) == []


async def test_whoever_stopped_the_bot_hears_of_no_approval(school: School) -> None:
    cast = school.cast
    await approved(school)
    await cast.teacher.says("стоп")
    assert await days_of(school, cast.teacher, "Программа утверждена", DAYS[:5]) == []
    assert "Программа утверждена, версия 1." in cast.colleague.heard


async def test_on_mondays_a_mentor_hears_what_is_due_and_ticks_it_there(school: School) -> None:
    """On 9 September the first meeting was due; on Monday the 14th nobody has marked it."""
    cast = school.cast
    await approved(school)
    mondays = await days_of(school, cast.colleague, "По программе на этой неделе", DAYS[:6])
    assert mondays == ["14.09"]
    cast.colleague.sees("9 сентября (срок прошёл): Установочная встреча")
    await cast.colleague.presses("Сделано: Установочная встреча", times=2)
    cast.colleague.sees("Сделано 1 из 7.")
    cast.teacher.was_never_told("По программе на этой неделе")


async def test_a_week_without_anything_due_is_silent(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    await mentor.says(TITLE)
    await mentor.presses("Сделано: Установочная встреча")
    assert await days_of(school, mentor, "По программе на этой неделе", DAYS[:13]) == ["21.09"]
    cast.colleague.sees("23 сентября: Посещение урока наставника")


async def test_in_the_holidays_nothing_is_said_and_the_week_begins_after_them(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    async with cast.bot.machine.database.write() as tx:
        await tx.run(
            """INSERT INTO school_break (school_id, school_year, starts_on, ends_on)
               VALUES (1, 2026, '2026-09-12', '2026-09-15')"""
        )
    assert await days_of(school, mentor, "По программе на этой неделе", DAYS[:9]) == ["16.09"]


async def test_of_four_messages_a_month_none_is_added_by_programmes(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    await days_of(school, mentor, "По программе", [date(2026, 10, 1) + timedelta(days=n) for n in range(31)])
    told = await cast.bot.fetch(
        int,
        """SELECT COUNT(*) FROM outbox o JOIN person p ON p.id = o.person_id
           WHERE p.full_name LIKE 'Рябинин%' AND o.kind = 'digest' AND o.state = 'sent'
             AND o.ended_at >= '2026-10-01'""",
    )
    assert told == [4]
