"""J8: a mentor's year, told plainly and with a crash around every update: reminders that help, silence otherwise."""

from tests.cast import Person
from tests.conftest import School
from tests.dialogs.gathering import SESSION, at, invites, makes, opens
from tests.dialogs.meeting import notes, rings
from tests.dialogs.programming import ordered

FIRST, AGAIN, FIT = "Пора встретиться первый раз", "Месяц без отметок", "Первая встреча прошла"


def heard(person: Person, text: str) -> int:
    """How often; also what another screen has taken the place of."""
    return person.heard.count(text)


async def test_a_mentor_is_invited_to_a_session_is_marked_there_and_meets_in_two_taps(journey_school: School) -> None:
    school, cast = journey_school, journey_school.cast
    mentor, coordinator = cast.colleague, cast.coordinator
    await ordered(school)
    await makes(coordinator, SESSION, "17.09.2026")
    await invites(coordinator)
    await at(cast, 9, 10, 14)
    mentor.sees("Установочная сессия наставников", "17 сентября")
    await mentor.presses("Буду", times=2)
    await at(cast, 9, 17, 17)
    await opens(coordinator, "17.09")
    await coordinator.presses("Отметить, кто был")
    await coordinator.presses("Отметить всех, кто обещал", times=2)
    for day in (18, 21):
        await rings(cast, 9, day)
    assert heard(mentor, FIRST) == 1
    await mentor.presses("Встреча была", times=2)
    await mentor.presses("Сегодня")
    await mentor.presses("Урок и методика", times=2)
    assert await cast.bot.fetch(str, "SELECT words FROM evidence WHERE kind = 'event'") == [
        "установочная сессия наставников, участников: 1"
    ]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM contact_note") == [1]


async def test_a_pair_meets_is_asked_once_whether_it_suits_and_is_left_alone_while_it_meets(
    journey_school: School,
) -> None:
    school, cast = journey_school, journey_school.cast
    mentor, mentee = cast.colleague, cast.teacher
    await ordered(school)
    for day in (15, 16, 17, 18, 21):
        await rings(cast, 9, day)
    assert heard(mentor, FIRST) == 1
    await mentor.presses("Встреча была", times=2)
    await mentor.presses("Сегодня")
    await mentor.presses("Урок и методика", times=2)
    await mentor.presses("Подходит", times=2)
    await rings(cast, 9, 22)
    assert heard(mentee, FIT) == 1
    await mentee.presses("Подходит ли пара")
    await mentee.presses("Пока не понятно", times=2)
    await mentee.presses("Подтверждаю")
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Сомневаются, подходит ли пара: 1 человек")
    for month, day in ((9, 23), (9, 30), (10, 6)):
        await rings(cast, month, day)
    await notes(mentee)
    for month, day in ((10, 21), (10, 22), (11, 3)):
        await rings(cast, month, day)
    assert heard(mentor, AGAIN) == 0
    await rings(cast, 11, 5)
    assert heard(mentor, AGAIN) == 1
    for day in (6, 9, 20):
        await rings(cast, 11, day)
    assert (heard(mentor, FIRST), heard(mentor, AGAIN), heard(mentee, FIT), heard(mentee, AGAIN)) == (1, 1, 1, 0)
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Давно нет отметок о встречах, пар: 1")
    for person in (mentor, mentee):
        person.was_never_told("без встреч", "Давно")


async def test_a_pair_finds_time_moves_the_meeting_and_the_mentor_leaves_in_peace(journey_school: School) -> None:
    school, cast = journey_school, journey_school.cast
    mentor, mentee = cast.colleague, cast.teacher
    await ordered(school)
    await mentor.says("Моя пара")
    await mentor.presses("Найти время")
    await mentor.presses(mentor.buttons[0], times=2)
    await rings(cast, 9, 10)
    await mentee.presses("Ответить о встрече")
    await mentee.presses("Не подходит")
    await mentee.presses(mentee.buttons[0], times=2)
    await rings(cast, 9, 11)
    await mentor.presses("Ответить о встрече")
    await mentor.presses("Да, подходит", times=2)
    await mentor.presses("Перенесли")
    await mentor.presses("чт, 17 сентября", times=2)
    for day in (14, 15, 16, 17):
        await rings(cast, 9, day)
    assert heard(mentor, "Встреча чт, 17 сентября") == heard(mentee, "Встреча чт, 17 сентября") == 1
    await notes(mentee)
    await mentor.says("Моя пара")
    await mentor.presses("Подтверждаю", times=2)
    await mentor.presses("Прекратить наставничество")
    await mentor.presses("Прекратить наставничество", times=2)
    for day in (18, 21, 22, 23):
        await rings(cast, 9, day)
    await mentor.says("Моя пара")
    mentor.sees("Этой пары у вас сейчас нет")
    mentee.was_never_told("прекращ")
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees("Без пары ждут: 1")
