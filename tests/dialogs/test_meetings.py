"""«Встреча была»: two taps of one, one tap of the other; and whatever may go wrong with it."""

from datetime import date, timedelta

from handlers.presses import Act, Deed, Go, Spot, pack
from storage.vocabulary.pairs import PairState
from tests.conftest import School
from tests.dialogs.meeting import kept, moves, notes, ordered, rings, state_of
from tests.dialogs.pairing import agreed


async def test_a_meeting_is_noted_in_two_taps_and_confirmed_in_one(school: School) -> None:
    cast = school.cast
    await agreed(school)
    mentor, mentee = cast.colleague, cast.teacher
    await mentor.says("/menu")
    await mentor.presses("Моя пара")
    mentor.sees("Вы сопровождаете: Соколова А. И.", "Встреч пока не отмечено")
    await mentor.presses("Встреча была")
    await mentor.presses("Сегодня")
    await mentor.presses("Урок и методика")
    mentor.sees("Записано: 9 сентября, разговор: урок и методика.", "Подходит ли вам эта пара?")
    await mentee.says("Моя пара")
    mentee.sees("Вас сопровождает: Рябинин И. О.", "Это отметка коллеги. Всё верно?")
    await mentee.presses("Подтверждаю")
    mentee.sees("встреча подтверждена")
    await mentor.says("Моя пара")
    mentor.sees("Второй участник подтвердил отметку")


async def test_the_area_of_the_request_comes_first(school: School) -> None:
    await ordered(school)
    mentor = school.cast.colleague
    await mentor.says("Моя пара")
    await mentor.presses("Встреча была")
    await mentor.presses("Сегодня")
    assert mentor.buttons[0] == "Урок и методика"


async def test_the_first_meeting_begins_the_work(school: School) -> None:
    pairing_id = await ordered(school)
    await notes(school.cast.colleague)
    assert await state_of(school.cast, pairing_id) == "active"


async def test_without_an_order_a_meeting_is_noted_and_the_pair_stays_agreed(school: School) -> None:
    await agreed(school)
    await notes(school.cast.teacher)
    assert len(await kept(school.cast)) == 1
    assert await state_of(school.cast, 1) == "agreed"


async def test_how_they_met_another_topic_and_what_comes_next_are_added(school: School) -> None:
    await ordered(school)
    mentor = school.cast.colleague
    await notes(mentor)
    await mentor.presses("Как встречались")
    await mentor.presses("Онлайн")
    await mentor.presses("Ещё тема")
    await mentor.presses("Ещё темы")
    await mentor.presses("Документы и нормативная база")
    await mentor.presses("Что дальше")
    await mentor.says("Посмотреть урок <в четверг>")
    mentor.sees("онлайн: урок и методика, документы и нормативная база", "Что дальше: Посмотреть урок")
    await school.cast.teacher.says("Моя пара")
    school.cast.teacher.sees("Что дальше: Посмотреть урок")


async def test_what_comes_next_may_be_left_unsaid(school: School) -> None:
    await ordered(school)
    mentor = school.cast.colleague
    await notes(mentor)
    await mentor.presses("Что дальше")
    await mentor.says("отмена")
    assert (await kept(school.cast))[0].next_step == ""


async def test_a_double_tap_is_one_meeting(school: School) -> None:
    await ordered(school)
    mentor = school.cast.colleague
    await mentor.says("Моя пара")
    await mentor.presses("Встреча была", times=2)
    await mentor.presses("Сегодня", times=2)
    await mentor.presses("Урок и методика", times=2)
    assert len(await kept(school.cast)) == 1
    mentor.sees("Записано: 9 сентября")


async def test_the_same_day_twice_is_said_to_be_there(school: School) -> None:
    await ordered(school)
    await notes(school.cast.colleague)
    await notes(school.cast.colleague, topic="Содержание предмета")
    school.cast.colleague.sees("Эта встреча уже записана", "урок и методика")
    assert len(await kept(school.cast)) == 1


async def test_when_both_note_the_same_meeting_the_second_is_asked_to_confirm(school: School) -> None:
    await ordered(school)
    await notes(school.cast.colleague)
    await notes(school.cast.teacher, topic="Содержание предмета")
    school.cast.teacher.sees("Отметка коллеги: 9 сентября", "Всё верно?")
    assert len(await kept(school.cast)) == 1
    assert (await kept(school.cast))[0].answer == ""


async def test_it_was_otherwise_is_told_to_the_author(school: School) -> None:
    await ordered(school)
    await notes(school.cast.colleague)
    await school.cast.teacher.says("Моя пара")
    await school.cast.teacher.presses("Было иначе", times=2)
    await school.cast.colleague.says("Моя пара")
    school.cast.colleague.sees("отметил, что было иначе")


async def test_silence_confirms_nothing(school: School) -> None:
    await ordered(school)
    await notes(school.cast.colleague)
    await rings(school.cast, 10, 15)
    assert (await kept(school.cast))[0].answer == ""


async def test_nobody_confirms_their_own_note(school: School) -> None:
    await ordered(school)
    await notes(school.cast.colleague)
    await school.cast.colleague.presses_data(pack(Act(Deed.NOTE_CONFIRM, 1)))
    assert (await kept(school.cast))[0].answer == ""


async def test_a_day_before_the_pair_and_a_day_ahead_are_declined_kindly(school: School) -> None:
    pairing_id = await ordered(school)
    mentor = school.cast.colleague
    await mentor.says("Моя пара")
    for written, said in (("20260907", "пары ещё не было"), ("20260910", "ещё впереди"), ("20250910", "пары ещё")):
        await mentor.presses_data(pack(Act(Deed.NOTE, pairing_id, f"{written}.method")))
        mentor.sees(said, "Когда встречались?")
    assert await kept(school.cast) == []


async def test_what_is_older_than_two_weeks_goes_to_the_coordinator(school: School) -> None:
    pairing_id = await ordered(school)
    await rings(school.cast, 10, 15)
    await school.cast.colleague.says("Моя пара")
    await school.cast.colleague.presses_data(pack(Act(Deed.NOTE, pairing_id, "20260910.method")))
    school.cast.colleague.sees("больше двух недель")
    assert await kept(school.cast) == []


async def test_another_day_is_chosen_from_two_weeks(school: School) -> None:
    await ordered(school)
    await rings(school.cast, 9, 21)
    mentor = school.cast.colleague
    await mentor.says("Моя пара")
    await mentor.presses("Встреча была")
    assert "Вчера" not in mentor.buttons  # a Sunday
    await mentor.presses("Другой день")
    await mentor.presses("пт, 18 сентября")
    await mentor.presses("Урок и методика")
    assert (await kept(school.cast))[0].held_on == date(2026, 9, 18)


async def test_a_note_is_cancelled_within_ten_minutes_and_the_work_has_not_begun(school: School) -> None:
    pairing_id = await ordered(school)
    mentor = school.cast.colleague
    await notes(mentor)
    await mentor.presses("Отменить", times=2)
    mentor.sees("Встреч пока не отмечено")
    assert (await kept(school.cast))[0].taken_back_at is not None
    assert await state_of(school.cast, pairing_id) == "ordered"
    await notes(mentor)
    assert await state_of(school.cast, pairing_id) == "active"


async def test_after_ten_minutes_a_note_stays(school: School) -> None:
    await ordered(school)
    mentor = school.cast.colleague
    await notes(mentor)
    old = mentor.screen
    school.cast.bot.clock.to(school.cast.bot.clock.now() + timedelta(minutes=11))
    await mentor.presses_old(old, "Отменить")
    mentor.sees("в течение десяти минут")
    assert (await kept(school.cast))[0].taken_back_at is None


async def test_a_pair_on_pause_may_note_what_was_and_stays_on_pause(school: School) -> None:
    pairing_id = await ordered(school)
    await moves(school, pairing_id, PairState.PAUSED)
    await notes(school.cast.colleague)
    assert len(await kept(school.cast)) == 1
    assert await state_of(school.cast, pairing_id) == "paused"


async def test_a_forged_pair_of_others_shows_and_takes_nothing(school: School) -> None:
    pairing_id = await ordered(school)
    await notes(school.cast.colleague)
    stranger = school.cast.newcomer
    await school.brings_in(stranger, "Берёзова Ольга Петровна")
    presses = (
        *(Go(Spot.MY_PAIR, pairing_id), Go(Spot.MET_DAY, pairing_id), Go(Spot.NOTE, 1), Go(Spot.NOTE_HOW, 1)),
        *(Act(Deed.NOTE, pairing_id, "20260909.docs"), Act(Deed.NOTE_CONFIRM, 1), Act(Deed.NOTE_BACK, 1)),
        *(Act(Deed.NOTE_HOW, 1, "online"), Act(Deed.NOTE_TOPIC, 1, "docs"), Act(Deed.FIT, pairing_id, "bad")),
        *(Act(Deed.LEAVE_PAIR, pairing_id), Act(Deed.MEETING_MOVE, pairing_id, "20260910"), Act(Deed.NOTE_NEXT, 1)),
        *(Act(Deed.OTHER_MENTOR, pairing_id), Go(Spot.MEETING_TIME, pairing_id), Go(Spot.FIT, pairing_id)),
        Go(Spot.MET_TOPIC, pairing_id, argument="20260909"),
    )
    before = await kept(school.cast)
    for press in presses:
        await stranger.presses_data(pack(press))
        stranger.does_not_see("Рябинин", "Соколова", "методика")
    assert await kept(school.cast) == before
    for table in ("fit_answer", "meeting"):
        assert await school.cast.bot.fetch(int, f"SELECT COUNT(*) FROM {table}") == [0]


async def test_the_authors_note_is_changed_by_nobody_else(school: School) -> None:
    await ordered(school)
    await notes(school.cast.colleague)
    before = await kept(school.cast)
    await school.cast.teacher.says("Моя пара")
    for press in (Act(Deed.NOTE_HOW, 1, "online"), Act(Deed.NOTE_TOPIC, 1, "docs"), Act(Deed.NOTE_BACK, 1)):
        await school.cast.teacher.presses_data(pack(press))
    await school.cast.teacher.presses_data(pack(Act(Deed.NOTE_NEXT, 1)))
    await school.cast.teacher.says("Не моё дело")
    assert await kept(school.cast) == before
