"""«Моя пара»: seen by those who are in it now; leaving it, asking for another, saying quietly whether it suits."""

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack
from mentoring import pair_ends
from mentoring.access import actor
from storage.vocabulary.pairs import Fit
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.meeting import begins, ends, kept, notes, opens, ordered, state_of
from tests.dialogs.pairing import agreed
from tests.dialogs.programming import approved
from tests.dialogs.ringing import at

OLGA = "Берёзова Ольга Петровна"
FITS = "SELECT person_id || ' ' || fit FROM fit_answer ORDER BY person_id"


async def test_an_old_button_of_an_ended_pair_says_so_and_notes_nothing(school: School) -> None:
    pairing_id = await ordered(school)
    mentor = school.cast.colleague
    await mentor.says("Моя пара")
    old = mentor.screen
    await ends(school, pairing_id)
    for label in ("Встреча была", "Перенесли", "Найти время", "Прекратить наставничество"):
        await mentor.presses_old(old, label)
        mentor.sees("Этой пары у вас сейчас нет")
    await mentor.presses_data(pack(Act(Deed.NOTE, pairing_id, "20260909.method")))
    assert await kept(school.cast) == []
    mentor.does_not_see("Соколова")


async def test_whoever_has_left_sees_the_pair_no_more(school: School) -> None:
    cast = school.cast
    first = await school.brings_in(cast.teacher, "Соколова Анна Ильинична")
    second = await school.brings_in(cast.newcomer, OLGA)
    third = await school.brings_in(cast.colleague, "Рябинин Игорь Олегович")
    pairing_id = await begins(school, (third,), (first, second))
    await cast.newcomer.says("Моя пара")
    cast.newcomer.sees("Вас сопровождает: Рябинин И. О.", "Вы занимаетесь в группе")
    async with cast.bot.machine.database.write() as tx:
        member = (await actor(tx, cast.coordinator.user_id)).member
        assert member is not None
        assert await pair_ends.take_out(tx, member, pairing_id, second, cast.bot.clock.now())
    await cast.newcomer.presses("Встреча была")
    cast.newcomer.sees("Этой пары у вас сейчас нет")
    cast.newcomer.does_not_see("Рябинин")


async def test_a_mentee_of_a_group_sees_nothing_of_what_the_others_say(school: School) -> None:
    cast = school.cast
    first = await school.brings_in(cast.teacher, "Соколова Анна Ильинична")
    second = await school.brings_in(cast.newcomer, OLGA)
    mentor = await school.brings_in(cast.colleague, "Рябинин Игорь Олегович")
    pairing_id = await begins(school, (mentor,), (first, second))
    await notes(cast.teacher)
    await cast.teacher.presses("Не подходит")
    await cast.newcomer.says("Моя пара")
    cast.newcomer.sees("Встреч пока не отмечено")
    cast.newcomer.does_not_see("Соколова", "методика")
    await cast.newcomer.presses_data(pack(Go(Spot.NOTE, 1)))
    cast.newcomer.does_not_see("методика")
    await notes(cast.newcomer)  # the same day: their own meeting
    assert len(await kept(cast)) == 2
    await cast.colleague.says("Моя пара")
    cast.colleague.sees("Это отметка коллеги")
    assert await state_of(cast, pairing_id) == "active"


async def test_of_two_mentors_each_sees_the_pair_and_one_note_is_enough(school: School) -> None:
    cast = school.cast
    mentee = await school.brings_in(cast.teacher, "Соколова Анна Ильинична")
    one = await school.brings_in(cast.newcomer, OLGA)
    other = await school.brings_in(cast.colleague, "Рябинин Игорь Олегович")
    await begins(school, (one, other), (mentee,))
    await notes(cast.newcomer)
    await cast.colleague.says("Моя пара")
    cast.colleague.sees("Наставники: Берёзова О. П., Рябинин И. О.", "Последняя встреча: 8 сентября")
    await cast.teacher.says("Моя пара")
    cast.teacher.sees("Вас сопровождает: Берёзова О. П., Рябинин И. О.")


async def test_of_several_pairs_a_list_comes_first(school: School) -> None:
    cast = school.cast
    first = await school.brings_in(cast.teacher, "Соколова Анна Ильинична")
    second = await school.brings_in(cast.newcomer, OLGA)
    mentor = await school.brings_in(cast.colleague, "Рябинин Игорь Олегович")
    await begins(school, (mentor,), (first,))
    await begins(school, (mentor,), (second,))
    await cast.colleague.says("/menu")
    await cast.colleague.presses("Моя пара")
    cast.colleague.sees("Выберите пару")
    await cast.colleague.presses("Берёзова О. П.")
    cast.colleague.sees("Вы сопровождаете: Берёзова О. П.", "Мои пары")


async def test_the_next_step_of_an_approved_programme_stands_on_the_pair(school: School) -> None:
    mentor = await approved(school)
    await mentor.says("Моя пара")
    mentor.sees("Следующий шаг программы: Установочная встреча", "Моя программа")
    await school.cast.teacher.says("Моя пара")
    school.cast.teacher.sees("Следующий шаг программы: Установочная встреча")


async def test_a_mentor_gives_notice_and_takes_it_back_until_the_last_day(school: School) -> None:
    pairing_id = await ordered(school)
    mentor = school.cast.colleague
    await mentor.says("Моя пара")
    await mentor.presses("Прекратить наставничество")
    mentor.sees("Последний день работы будет 14.09.2026", "Причину называть не нужно")
    await mentor.presses("Прекратить наставничество", times=2)
    mentor.sees("последний день: 14.09.2026", "Отозвать")
    school.cast.teacher.was_never_told("прекращ")
    await mentor.presses("Отозвать", times=2)
    mentor.sees("Прекратить наставничество")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM pairing WHERE leaves_on IS NOT NULL") == [0]
    assert await state_of(school.cast, pairing_id) == "ordered"


async def test_a_mentee_cannot_give_notice_for_the_mentor(school: School) -> None:
    pairing_id = await ordered(school)
    await school.cast.teacher.says("Моя пара")
    await school.cast.teacher.presses_data(pack(Act(Deed.LEAVE_PAIR, pairing_id)))
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM pairing WHERE leaves_on IS NOT NULL") == [0]


async def test_the_wish_for_another_mentor_is_heard_by_the_coordinator_alone(school: School) -> None:
    pairing_id = await ordered(school)
    cast = school.cast
    await cast.teacher.says("Моя пара")
    await cast.teacher.presses("Хочу другого наставника")
    cast.teacher.sees("нынешнему наставнику бот ничего не скажет")
    await cast.teacher.presses("Хочу другого наставника", times=2)
    cast.teacher.sees("координатор увидит вашу просьбу")
    await cast.colleague.says("Моя пара")
    cast.colleague.was_never_told("Не подходит", "другого", "сомнева")
    await cast.coordinator.says("/today")
    cast.coordinator.sees("Сомневаются, подходит ли пара: 1 человек")
    await cast.coordinator.presses("К каким парам присмотреться (1)")
    cast.coordinator.sees("Соколова А. И. отвечает «Не подходит»")
    await cast.coordinator.presses("Рябинин И. О. → Соколова А. И.")
    await cast.coordinator.presses("Подобрать другого")
    cast.coordinator.sees("вернутся в очередь")
    await cast.coordinator.presses("Подобрать другого")
    cast.coordinator.sees("Пара завершена", "Подобрать снова: Соколова А. И.")
    assert await state_of(cast, pairing_id) == "ended"
    cast.colleague.was_never_told("заверш", "другого")
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees("Без пары ждут: 1")


async def test_a_mentor_does_not_ask_for_another_mentor(school: School) -> None:
    pairing_id = await ordered(school)
    await school.cast.colleague.says("Моя пара")
    school.cast.colleague.does_not_see("Хочу другого")
    await school.cast.colleague.presses_data(pack(Act(Deed.OTHER_MENTOR, pairing_id)))
    assert await school.cast.bot.fetch(str, FITS) == []


async def test_does_it_suit_is_asked_only_after_a_meeting_and_the_last_word_counts(school: School) -> None:
    pairing_id = await ordered(school)
    mentor, fits = school.cast.colleague, school.cast.bot.fetch
    await mentor.says("Моя пара")
    await mentor.presses_data(pack(Act(Deed.FIT, pairing_id, Fit.BAD)))
    assert await fits(str, FITS) == []
    await notes(mentor)
    done = mentor.screen
    await mentor.presses("Пока не понятно", times=2)
    mentor.does_not_see("Подходит ли пара")
    await mentor.presses_old(done, "Подходит")
    assert [each.split()[1] for each in await fits(str, FITS)] == ["good"]
    await school.cast.coordinator.says("/today")
    school.cast.coordinator.does_not_see("Сомневаются")


async def test_a_doubt_that_was_looked_at_is_no_news_and_stays_on_the_card(school: School) -> None:
    await ordered(school)
    cast = school.cast
    await notes(cast.colleague)
    await cast.colleague.presses("Пока не понятно")
    await cast.coordinator.says("/today")
    await cast.coordinator.presses("К каким парам присмотреться (1)")
    await cast.coordinator.presses("Понятно")
    cast.coordinator.sees("Сейчас таких пар нет")
    await cast.coordinator.presses("К парам")
    await cast.coordinator.presses("Рябинин И. О. → Соколова А. И.")
    cast.coordinator.sees("Рябинин И. О. отвечает «Пока не понятно»", "Встреч отмечено: 1, последняя 9 сентября")


async def test_without_consent_nothing_of_the_pair_is_shown(school: School) -> None:
    await agreed(school)
    mentee = school.cast.teacher
    await mentee.says("Моя пара")
    old = mentee.screen
    await mentee.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await mentee.presses(label)
    await mentee.presses_old(old, "Встреча была")
    mentee.does_not_see("Рябинин", "Когда встречались")
    assert await kept(school.cast) == []


async def test_a_teacher_without_a_pair_is_told_so(school: School) -> None:
    await school.brings_in(school.cast.teacher, "Соколова Анна Ильинична")
    await school.cast.teacher.says("Моя пара")
    school.cast.teacher.sees("Этой пары у вас сейчас нет")


async def erases(school: School, person: Person, name: str) -> None:
    """By their own withdrawal and the coordinator's press."""
    await person.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await person.presses(label)
    await school.cast.coordinator.says("/today")
    for label in ("Уничтожить данные", name, "Уничтожить"):
        await school.cast.coordinator.presses(label)


@pytest.mark.parametrize("whose", ["author", "other"])
async def test_an_erased_member_leaves_no_line_and_no_answer(school: School, whose: str) -> None:
    """A line that the other has typed may name them."""
    await ordered(school)
    cast, mentor = school.cast, school.cast.colleague
    await notes(mentor)
    await mentor.presses("Что дальше")
    await mentor.says("слово-маркер")
    await mentor.presses("Не подходит")
    await opens(cast.teacher)
    await cast.teacher.presses("Отметить свободные уроки")
    await cast.teacher.presses("☐ 1-й урок")
    if whose == "author":
        await erases(school, mentor, "Рябинин И. О.")
        assert await cast.bot.fetch(str, FITS) == []
    else:
        await erases(school, cast.teacher, "Соколова А. И.")
        assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM free_lesson") == [0]
    (note,) = await kept(cast)
    assert note.next_step == ""


async def wants_apart(school: School) -> int:
    """The mentor gives notice until Monday, the mentee wants another one at once; the coordinator sees both."""
    pairing_id, cast = await ordered(school), school.cast
    await cast.colleague.says("Моя пара")
    for _ in range(2):  # asked, and sure
        await cast.colleague.presses("Прекратить наставничество")
    await cast.teacher.says("Моя пара")
    for _ in range(2):
        await cast.teacher.presses("Хочу другого наставника")
    await cast.coordinator.says("/today")
    await cast.coordinator.presses("К каким парам присмотреться (1)")
    cast.coordinator.sees("Соколова А. И. отвечает «Не подходит»")
    await cast.coordinator.presses("Рябинин И. О. → Соколова А. И.")
    cast.coordinator.sees("Наставник уходит, последний день: 14.09.2026")
    return pairing_id


async def test_of_two_days_that_the_sides_want_the_coordinator_may_take_the_earlier(school: School) -> None:
    pairing_id = await wants_apart(school)
    await school.cast.coordinator.presses("Завершить пару")
    await school.cast.coordinator.presses("Взаимное решение")
    for day in (9, 15):
        await at(school.cast, day, 15)
        assert await how_it_ended(school, pairing_id) == ["ended mutual 2026-09-09"]


async def test_of_two_days_that_the_sides_want_the_coordinator_may_leave_the_later(school: School) -> None:
    pairing_id = await wants_apart(school)
    await at(school.cast, 14, 15)
    assert await how_it_ended(school, pairing_id) == ["ordered - -"]
    await at(school.cast, 15, 15)
    assert await how_it_ended(school, pairing_id) == ["ended mentor 2026-09-14"]


async def how_it_ended(school: School, pairing_id: int) -> list[str]:
    return await school.cast.bot.fetch(
        str,
        """SELECT state || ' ' || COALESCE(end_reason, '-') || ' ' || COALESCE(ended_on, '-') FROM pairing
           WHERE id = :id""",
        id=pairing_id,
    )
