"""What a pair is reminded of and when it is left alone; what the coordinator sees of silence."""

from datetime import date, timedelta

import pytest

from handlers.presses import Act, Deed, pack
from mentoring import school_days
from mentoring.access import actor
from mentoring.rules.calendar import Break
from storage.vocabulary.pairs import Fit, PairState
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.meeting import moves, notes, ordered, rings

FIRST = "Пора встретиться первый раз"
AGAIN = "Месяц без отметок"


async def passes(school: School, since: date, until: date) -> None:
    """Each day at five past three."""
    day = since
    while day <= until:
        await rings(school.cast, day.month, day.day, year=day.year)
        day += timedelta(days=1)


def heard(person: Person, text: str) -> int:
    """How often; also what another screen has taken the place of."""
    return person.heard.count(text)


async def test_the_first_meeting_is_reminded_of_twice_and_then_shown_to_the_coordinator(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await passes(school, date(2026, 9, 10), date(2026, 9, 17))
    assert heard(cast.colleague, FIRST) == 0
    await rings(cast, 9, 18)
    assert heard(cast.colleague, FIRST) == 1
    await passes(school, date(2026, 9, 19), date(2026, 9, 24))
    assert heard(cast.colleague, FIRST) == 2
    assert heard(cast.teacher, FIRST) == 0
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Первой встречи ещё не было, срок прошёл, пар: 1")


async def test_whoever_has_met_hears_nothing_of_a_first_meeting(school: School) -> None:
    await ordered(school)
    await notes(school.cast.colleague)
    await passes(school, date(2026, 9, 10), date(2026, 9, 28))
    assert heard(school.cast.colleague, FIRST) + heard(school.cast.colleague, AGAIN) == 0


async def test_a_meeting_that_is_to_be_needs_no_reminder_to_meet(school: School) -> None:
    await ordered(school)
    await rings(school.cast, 9, 17)
    await school.cast.colleague.says("Моя пара")
    await school.cast.colleague.presses("Перенесли")
    await school.cast.colleague.presses("вт, 22 сентября")
    await passes(school, date(2026, 9, 18), date(2026, 9, 21))
    assert heard(school.cast.colleague, FIRST) == 0


async def test_the_reminder_leads_to_the_note(school: School) -> None:
    await ordered(school)
    await rings(school.cast, 9, 18)
    mentor = school.cast.colleague
    for label in ("Встреча была", "Сегодня", "Урок и методика"):
        await mentor.presses(label)
    mentor.sees("Записано: 18 сентября")


async def test_the_other_one_is_asked_quietly_the_same_or_the_next_day(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await notes(cast.colleague)
    await rings(cast, 9, 10)
    cast.teacher.sees("Первая встреча прошла. Подходит ли вам эта пара?")
    await cast.teacher.presses("Подходит ли пара")
    await cast.teacher.presses("Не подходит")
    await passes(school, date(2026, 9, 11), date(2026, 9, 18))
    assert heard(cast.teacher, "Первая встреча прошла") <= 1
    cast.colleague.was_never_told("Не подходит вам", "сомнева")
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Сомневаются, подходит ли пара: 1 человек")


async def test_nobody_is_asked_while_the_note_may_still_be_taken_back(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await rings(cast, 9, 10)
    await notes(cast.colleague)
    await cast.bot.tick()
    assert heard(cast.teacher, "Первая встреча прошла") == 0
    cast.bot.clock.to(cast.bot.clock.now() + timedelta(minutes=11))
    await cast.bot.tick()
    assert heard(cast.teacher, "Первая встреча прошла") == 1


async def test_a_doubt_is_news_to_the_coordinator_and_a_yes_is_none(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await rings(cast, 9, 10)
    await notes(cast.colleague)
    before = heard(cast.coordinator, "Сомневаются")
    await cast.colleague.presses("Подходит")
    await rings(cast, 9, 11)
    assert heard(cast.coordinator, "Сомневаются") == before
    await cast.teacher.presses_data(pack(Act(Deed.FIT, 1, Fit.UNSURE)))
    await rings(cast, 9, 11, 17)
    assert heard(cast.coordinator, "Сомневаются, подходит ли пара: 1 человек") == 1


async def test_a_note_that_was_taken_back_asks_nobody(school: School) -> None:
    await ordered(school)
    await notes(school.cast.colleague)
    await school.cast.colleague.presses("Отменить")
    await passes(school, date(2026, 9, 10), date(2026, 9, 11))
    school.cast.teacher.was_never_told("Первая встреча прошла")


async def test_a_month_without_a_note_is_one_nudge_and_not_more(school: School) -> None:
    await ordered(school)
    await notes(school.cast.colleague)
    await passes(school, date(2026, 9, 10), date(2026, 10, 8))
    assert heard(school.cast.colleague, AGAIN) == 0
    await passes(school, date(2026, 10, 9), date(2026, 11, 6))
    assert heard(school.cast.colleague, AGAIN) == 1
    assert heard(school.cast.teacher, AGAIN) == 0
    await passes(school, date(2026, 11, 7), date(2026, 11, 10))
    assert heard(school.cast.colleague, AGAIN) == 2


async def test_a_pair_that_meets_is_never_nudged(school: School) -> None:
    await ordered(school)
    for month, day in ((9, 9), (9, 30), (10, 21), (11, 11)):
        await rings(school.cast, month, day)
        await notes(school.cast.colleague)
    assert heard(school.cast.colleague, AGAIN) == 0


@pytest.mark.parametrize("why", ["pair", "person"])
async def test_nothing_is_said_of_a_pair_on_pause_or_to_whoever_is(school: School, why: str) -> None:
    pairing_id = await ordered(school)
    mentor = school.cast.colleague
    if why == "pair":
        await moves(school, pairing_id, PairState.PAUSED)
    else:
        await mentor.says("не беспокоить до")
        await mentor.says("20.11.2026")
    await passes(school, date(2026, 9, 10), date(2026, 9, 25))
    assert heard(mentor, FIRST) == 0


async def test_whoever_has_stopped_the_messages_hears_nothing(school: School) -> None:
    await ordered(school)
    await school.cast.colleague.says("/stop")
    await passes(school, date(2026, 9, 10), date(2026, 9, 25))
    assert heard(school.cast.colleague, FIRST) == 0


async def test_in_holidays_nothing_is_said_and_no_day_of_silence_counts(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await notes(cast.colleague)
    async with cast.bot.machine.database.write() as tx:
        member = (await actor(tx, cast.coordinator.user_id)).member
        assert member is not None
        holidays = Break(date(2026, 10, 1), date(2026, 10, 16))
        await school_days.put(tx, member, holidays, cast.bot.clock.now(), instead=0)
    await passes(school, date(2026, 9, 29), date(2026, 10, 16))
    assert heard(cast.colleague, AGAIN) == 0
    await cast.coordinator.says("/today")
    cast.coordinator.does_not_see("Давно нет отметок")


async def test_a_pair_is_silent_after_twenty_one_school_days_for_the_coordinator_alone(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await notes(cast.colleague)
    await cast.colleague.presses("Подходит")
    await rings(cast, 10, 7)
    await cast.coordinator.says("/today")
    cast.coordinator.does_not_see("Давно нет отметок")
    await rings(cast, 10, 8)
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Давно нет отметок о встречах, пар: 1")
    await cast.coordinator.presses("К каким парам присмотреться (1)")
    cast.coordinator.sees("Рябинин И. О. → Соколова А. И.: 21 учебный день без встреч, последняя 9 сентября")
    await cast.coordinator.presses("Рябинин И. О. → Соколова А. И.")
    cast.coordinator.sees("Без встреч: 21 учебный день")
    for person in (cast.colleague, cast.teacher):
        person.was_never_told("без встреч", "молчит", "Давно")


async def test_a_mentor_hears_at_most_four_messages_a_month(school: School) -> None:
    cast = school.cast
    await ordered(school)
    for day in range(10, 31):
        await rings(cast, 9, day)
        if date(2026, 9, day).weekday() < 5:
            await cast.teacher.says("Моя пара")
            await cast.teacher.presses("Найти время")
            await cast.teacher.presses(cast.teacher.buttons[0])
    told = await cast.bot.fetch(
        int,
        """SELECT COUNT(*) FROM outbox WHERE kind = 'digest' AND state = 'sent' AND key LIKE 'digest:%:202609%'
           AND person_id = (SELECT id FROM person WHERE full_name LIKE 'Рябинин%')""",
    )
    assert told == [4]
