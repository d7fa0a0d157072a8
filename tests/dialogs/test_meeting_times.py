"""«Найти время», «Перенесли»: lessons are marked once, one chooses, the other agrees with one tap."""

import pytest

from handlers.presses import Act, Deed, pack
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.meeting import begins, ends, notes, opens, ordered, rings

MEETINGS = "SELECT day || ' ' || lesson || ' ' || state FROM meeting ORDER BY id"


async def marks(person: Person, *lessons: str) -> None:
    """The same lessons of Monday and Thursday."""
    await opens(person)
    await person.presses(next(each for each in person.buttons if "свободные уроки" in each))
    for weekday in range(5):
        for lesson in lessons if weekday in (0, 3) else ():
            await person.presses(f"☐ {lesson}")
        await person.presses("Следующий день" if weekday < 4 else "Готово")


async def meetings(school: School) -> list[str]:
    return await school.cast.bot.fetch(str, MEETINGS)


async def test_without_marks_it_says_so_and_offers_to_mark_and_time_after_lessons(school: School) -> None:
    await ordered(school)
    mentor = school.cast.colleague
    await opens(mentor)
    mentor.sees("Отметьте один раз", "пока отметили не все: Соколова А. И.", "Отметить свободные уроки", "после уроков")


async def test_both_mark_once_one_chooses_and_the_other_agrees(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await marks(cast.colleague, "3-й урок", "4-й урок")
    cast.colleague.sees("Свободные уроки пока отметили не все")
    await marks(cast.teacher, "3-й урок")
    cast.teacher.sees("чт, 10 сентября, 3-й урок", "пн, 14 сентября, 3-й урок", "пн, 21 сентября, 3-й урок")
    await cast.teacher.presses("пн, 14 сентября, 3-й урок", times=2)
    cast.teacher.sees("Записано: пн, 14 сентября, 3-й урок", "Ждём ответа")
    await rings(cast, 9, 10)
    cast.colleague.sees("Вам предлагают встретиться пн, 14 сентября, 3-й урок: Соколова А. И.")
    await cast.colleague.presses("Ответить о встрече")
    await cast.colleague.presses("Да, подходит", times=2)
    cast.colleague.sees("Следующая встреча: пн, 14 сентября, 3-й урок")
    assert await meetings(school) == ["2026-09-14 3 agreed"]
    await rings(cast, 9, 11)  # a lesson is over before the bot speaks: the working day before
    for person in (cast.colleague, cast.teacher):
        person.sees("Встреча пн, 14 сентября, 3-й урок")
    await rings(cast, 9, 14)
    for person in (cast.colleague, cast.teacher):
        assert person.heard.count("• Встреча пн") + person.heard.count("Встреча пн, 14 сентября, 3-й урок: ") <= 1
    await notes(cast.colleague)
    assert await meetings(school) == ["2026-09-14 3 held"]


async def test_what_does_not_suit_is_not_offered_again(school: School) -> None:
    cast = school.cast
    await ordered(school)
    for person in (cast.colleague, cast.teacher):
        await marks(person, "3-й урок")
    await cast.teacher.presses("чт, 10 сентября, 3-й урок")
    await cast.colleague.says("Моя пара")
    await cast.colleague.presses("Ответить о встрече")
    await cast.colleague.presses("Не подходит")
    cast.colleague.sees("этого времени больше не предлагаем", "пн, 14 сентября, 3-й урок")
    cast.colleague.does_not_see("чт, 10 сентября")
    assert await meetings(school) == ["2026-09-10 3 dropped"]


async def test_further_times_follow_by_three(school: School) -> None:
    await ordered(school)
    mentor = school.cast.colleague
    await opens(mentor)
    first = mentor.buttons[:3]
    await mentor.presses("Другое время")
    assert not set(first) & set(mentor.buttons[:3])


async def test_with_a_colleague_without_telegram_the_time_is_agreed_on_in_person(school: School) -> None:
    cast = school.cast
    (mentee,) = await school.lists("Соколова Анна Ильинична")
    mentor = await school.brings_in(cast.colleague, "Рябинин Игорь Олегович")
    await begins(school, (mentor,), (mentee,))
    await opens(cast.colleague)
    await cast.colleague.presses(cast.colleague.buttons[0], times=2)
    cast.colleague.sees("У коллеги нет бота", "Следующая встреча")
    assert [each.split()[2] for each in await meetings(school)] == ["agreed"]
    await notes(cast.colleague)
    cast.colleague.sees("Записано: 8 сентября")
    await rings(cast, 9, 9)


async def test_nobody_agrees_with_themselves(school: School) -> None:
    await ordered(school)
    mentor = school.cast.colleague
    await opens(mentor)
    await mentor.presses(mentor.buttons[0])
    mentor.does_not_see("Ответить о встрече")
    await mentor.presses_data(pack(Act(Deed.MEETING_AGREE, 1)))
    assert (await meetings(school))[0].endswith("chosen")


@pytest.mark.parametrize("slot", ["20260909.3", "20260912.0", "20261009.0", "20260910.11", "20260910.", "x.1", ""])
async def test_a_time_that_was_not_offered_is_not_taken(school: School, slot: str) -> None:
    pairing_id = await ordered(school)
    mentor = school.cast.colleague
    await opens(mentor)
    await mentor.presses_data(pack(Act(Deed.MEETING_CHOOSE, pairing_id, slot)))
    mentor.sees("уже занято или прошло")
    assert await meetings(school) == []


async def test_moved_by_word_is_seen_by_both_and_reminded_of_on_its_day(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await cast.teacher.says("Моя пара")
    await cast.teacher.presses("Перенесли")
    await cast.teacher.presses("вт, 15 сентября", times=2)
    cast.teacher.sees("Записано: встреча вт, 15 сентября")
    await cast.colleague.says("Моя пара")
    cast.colleague.sees("Следующая встреча: вт, 15 сентября.")
    await rings(cast, 9, 15)
    cast.colleague.sees("Встреча вт, 15 сентября: Соколова А. И.")
    assert await meetings(school) == ["2026-09-15 -1 agreed"]
    await rings(cast, 9, 16)
    await cast.colleague.says("Моя пара")
    cast.colleague.sees("Была назначена встреча вт, 15 сентября. Она состоялась?")
    await cast.colleague.presses("Перенесли")
    await cast.colleague.presses("чт, 17 сентября")
    assert await meetings(school) == ["2026-09-15 -1 moved", "2026-09-17 -1 agreed"]


async def test_an_old_question_about_a_time_that_was_moved_is_answered_kindly(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await opens(cast.colleague)
    await cast.colleague.presses(cast.colleague.buttons[0])
    await cast.teacher.says("Моя пара")
    await cast.teacher.presses("Ответить о встрече")
    old = cast.teacher.screen
    await cast.colleague.says("Моя пара")
    await cast.colleague.presses("Перенесли")
    await cast.colleague.presses("вт, 15 сентября")
    await cast.teacher.presses_old(old, "Да, подходит")
    cast.teacher.sees("Отвечать уже не нужно", "Следующая встреча: вт, 15 сентября")


async def test_a_tick_is_set_and_taken_back(school: School) -> None:
    pairing_id = await ordered(school)
    mentor = school.cast.colleague
    await opens(mentor)
    await mentor.presses("Отметить свободные уроки")
    old = mentor.screen
    await mentor.presses_old(old, "☐ 2-й урок")
    await mentor.presses_old(old, "☐ 2-й урок")
    mentor.sees("Понедельник", "☑ 2-й урок")
    await mentor.presses("☑ 2-й урок")
    mentor.sees("☐ 2-й урок")
    for forged in ("9.3.0", "1.44.0", "..", "x"):
        await mentor.presses_data(pack(Act(Deed.FREE_LESSON, pairing_id, forged)))
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM free_lesson") == [0]


async def test_what_is_taken_in_another_pair_is_not_offered_until_that_pair_is_over(school: School) -> None:
    """The mentor meets somebody else then."""
    cast = school.cast
    first = await ordered(school)
    mentor, mentee = await cast.bot.fetch(int, "SELECT person_id FROM pairing_member ORDER BY side DESC")
    other = await school.brings_in(cast.newcomer, "Берёзова Ольга Петровна")
    assert mentor != mentee
    await begins(school, (mentor,), (other,))
    await opens(cast.teacher)
    taken = cast.teacher.buttons[0]
    await cast.teacher.presses(taken)
    await opens(cast.newcomer)
    assert taken not in cast.newcomer.buttons
    await ends(school, first)
    await opens(cast.newcomer)
    assert taken in cast.newcomer.buttons
