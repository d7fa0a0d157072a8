"""What became of a message to many: who has read it, what has not gone and may be stopped, whom it must not reach."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.conftest import School
from tests.dialogs.announcing import HEAD, TEXT, announces, drafts, heard, opens_report
from tests.dialogs.requesting import FACTS
from tests.dialogs.ringing import at
from tests.dialogs.test_announcements import ANNA, IGOR, IN_THE_WINDOW, OLGA
from tests.dialogs.test_two_schools import Second, goes_to, second, teaches_in_both
from tests.scenes import scene

__all__ = ["second"]  # a fixture

EVENING = datetime(2026, 9, 8, 15, 5, tzinfo=UTC)  # five minutes after the window has closed in Moscow


@scene
async def three_hear(school: School) -> None:
    """Inside the window."""
    cast = school.cast
    for person, name in ((cast.teacher, ANNA), (cast.colleague, IGOR), (cast.newcomer, OLGA)):
        await school.brings_in(person, name, **FACTS)
    cast.bot.clock.to(IN_THE_WINDOW)
    await announces(cast.coordinator)


async def test_who_has_read_it_is_counted_and_who_has_not_is_named(school: School) -> None:
    cast = school.cast
    await three_hear(school)
    await cast.teacher.presses("Прочитал(а)", times=2)
    assert cast.teacher.toast == "Отмечено"
    await opens_report(cast.coordinator)
    cast.coordinator.sees("8 сентября, всем", "Отправлено: 3 из 3", "Прочитали: 1", "Кто не прочитал (2)")
    cast.coordinator.does_not_see("Не доставлено", "Остановить")
    await cast.coordinator.presses("Кто не прочитал")
    cast.coordinator.sees("Кто не прочитал: 2 человека", "Берёзова О. П.: не отмечено", "Рябинин И. О.: не отмечено")
    cast.coordinator.does_not_see("Соколова")
    await cast.colleague.presses("Прочитал(а)")
    await cast.newcomer.presses("Прочитал(а)")
    await cast.coordinator.presses("К сообщению")
    cast.coordinator.sees("Прочитали: 3")
    cast.coordinator.does_not_see("Кто не прочитал")
    await cast.coordinator.presses_data("g:annu:1:0")
    cast.coordinator.sees("Прочитали все")


async def test_the_button_goes_the_words_stay_and_the_open_dialog_with_them(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA, **FACTS)
    await cast.teacher.presses("Заполнить запрос")
    await cast.teacher.presses("Начать")
    cast.bot.clock.to(IN_THE_WINDOW)
    await announces(cast.coordinator)
    await cast.teacher.presses("Прочитал(а)")
    (said,) = [message for message in cast.teacher.messages if HEAD in message.text]
    assert not said.buttons
    await cast.teacher.presses("Всё верно")
    cast.teacher.sees("Нужен ли вам наставник")
    assert sum(bool(message.buttons) for message in cast.teacher.messages) == 1


async def test_it_is_marked_weeks_later_too(school: School) -> None:
    cast = school.cast
    await three_hear(school)
    old = cast.teacher.screen
    await cast.teacher.says("меню")
    cast.bot.clock.move(days=40)
    await cast.bot.tick()
    await cast.teacher.presses_old(old, "Прочитал(а)")
    assert cast.teacher.toast == "Отмечено"
    assert await cast.bot.fetch(int, "SELECT SUM(read) FROM announcement_to") == [1]


async def test_what_waits_for_the_window_is_stopped_and_nobody_hears_it(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await announces(cast.coordinator)
    await opens_report(cast.coordinator)
    cast.coordinator.sees("Отправлено: 0 из 1", "Ещё не отправлено: 1")
    await cast.coordinator.presses("Остановить отправку")
    cast.coordinator.sees("Ушло: 0 из 1, не получат: 1 человек")
    await cast.coordinator.presses("Остановить отправку", times=2)
    cast.coordinator.sees("Отправлено: 0 из 1", "Отправка остановлена", "Не доставлено: 1")
    for day in (8, 9, 10):
        await at(cast, day, 15)
    assert heard(cast.teacher) == 0
    assert await cast.bot.fetch(int, "SELECT count FROM journal WHERE act = 'announcement.stop'") == [1]


async def test_in_the_middle_of_the_sending_it_says_how_many_had_gone(school: School) -> None:
    cast = school.cast
    await three_hear(school)
    async with cast.bot.machine.database.write() as tx:  # as if one had not gone yet
        await tx.run(
            """UPDATE outbox SET state = 'due', ended_at = NULL, due_at = '2026-09-08T13:00:00.000000Z'
               WHERE kind = 'announcement' AND person_id = (SELECT id FROM person WHERE full_name LIKE 'Соколова%')"""
        )
    await opens_report(cast.coordinator)
    await cast.coordinator.presses("Остановить отправку")
    cast.coordinator.sees("Ушло: 2 из 3, не получат: 1 человек")
    await cast.coordinator.presses("Остановить отправку")
    cast.coordinator.sees("Отправлено: 2 из 3", "Не доставлено: 1")
    await cast.coordinator.presses("Кто не прочитал (3)")
    cast.coordinator.sees("Соколова А. И.: не доставлено, скажите лично", "Рябинин И. О.: не отмечено")


async def test_what_did_not_fit_into_the_window_goes_on_the_next_day(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await announces(cast.coordinator)
    cast.bot.clock.to(EVENING)  # it was off, or busy with others
    await cast.bot.tick()
    assert heard(cast.teacher) == 0
    await opens_report(cast.coordinator)
    cast.coordinator.sees("Отправлено: 0 из 1", "Ещё не отправлено: 1", "Остановить отправку")
    await at(cast, 9, 10)
    assert heard(cast.teacher) == 0
    await at(cast, 9, 14)
    assert heard(cast.teacher) == 1
    await at(cast, 9, 15)
    await at(cast, 10, 15)
    assert heard(cast.teacher) == 1


async def test_after_three_days_it_is_no_news_and_is_not_sent(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await announces(cast.coordinator)
    cast.bot.clock.to(datetime(2026, 9, 11, 12, 0, tzinfo=UTC))  # the bot was off from Tuesday to Friday
    await cast.bot.tick()
    await cast.bot.tick()
    assert heard(cast.teacher) == 0
    await opens_report(cast.coordinator)
    cast.coordinator.sees("Отправлено: 0 из 1", "Не доставлено: 1")
    cast.coordinator.does_not_see("Остановить отправку")
    await cast.coordinator.presses_data("a:annx:1:")
    assert cast.coordinator.toast.startswith("Останавливать нечего")


async def test_who_stopped_paused_or_withdrew_meanwhile_hears_nothing(school: School) -> None:
    cast = school.cast
    for person, name in ((cast.teacher, ANNA), (cast.colleague, IGOR), (cast.newcomer, OLGA)):
        await school.brings_in(person, name)
    await announces(cast.coordinator)
    await cast.teacher.says("стоп")
    await cast.colleague.presses("Не беспокоить до")
    await cast.colleague.says("20.09.2026")
    await cast.newcomer.presses("Мои данные")
    await cast.newcomer.presses("Отозвать согласие")
    await cast.newcomer.presses("Отозвать согласие")
    for day in (8, 9):
        await at(cast, day, 15)
        await at(cast, day, 16)
    assert [heard(person) for person in (cast.teacher, cast.colleague, cast.newcomer)] == [0, 0, 0]
    await opens_report(cast.coordinator)
    cast.coordinator.sees("Отправлено: 0 из 2", "Не доставлено: 2")  # who withdrew is in no list


async def test_whoever_is_erased_leaves_no_row_and_drafts_go_with_them(school: School) -> None:
    cast = school.cast
    await three_hear(school)
    await drafts(cast.coordinator, text="Соколовой подготовить доклад")
    await cast.teacher.says("мои данные")
    await cast.teacher.presses("Отозвать согласие")
    await cast.teacher.presses("Отозвать согласие")
    await cast.coordinator.says("/today")
    await cast.coordinator.presses("Уничтожить данные")
    await cast.coordinator.presses("Соколова А. И.")
    await cast.coordinator.presses("Уничтожить данные")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM announcement_to") == [2]
    assert await cast.bot.fetch(str, "SELECT state FROM announcement") == ["sent"]
    await opens_report(cast.coordinator)
    cast.coordinator.sees("Отправлено: 2 из 2")


async def test_the_list_is_read_by_pages_the_last_one_first(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    cast.bot.clock.to(IN_THE_WINDOW)
    for number in range(1, 8):
        await announces(cast.coordinator, text=f"Новость номер {number}, длинная, чтобы в кнопку не вошла целиком")
    await cast.coordinator.says("/write")
    await cast.coordinator.presses("Отправленные (7)")
    assert cast.coordinator.buttons[0].startswith("08.09 · Новость номер 7")
    cast.coordinator.sees("Отправленные сообщения: 7", "Страница 1 из 2")
    await cast.coordinator.presses("Ещё")
    await cast.coordinator.presses("08.09 · Новость номер 1")
    cast.coordinator.sees("чтобы в кнопку не вошла целиком", "Отправлено: 1 из 1")


async def test_a_draft_is_kept_for_a_week_and_a_sent_one_for_a_school_year(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    cast.bot.clock.to(IN_THE_WINDOW)
    await announces(cast.coordinator)
    old = cast.teacher.screen
    await drafts(cast.coordinator, text="Не отправлено")
    kept = "SELECT text FROM announcement WHERE text = 'Не отправлено'"
    cast.bot.clock.move(days=6)
    await cast.bot.tick()
    assert await cast.bot.fetch(str, kept) != []
    cast.bot.clock.move(days=2)
    await cast.bot.tick()
    assert await cast.bot.fetch(str, kept) == []
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM announcement") == [1]
    cast.bot.clock.move(days=360)
    await cast.bot.tick()
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM announcement") == [0]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM announcement_to") == [0]
    await cast.teacher.presses_old(old, "Прочитал(а)")
    assert cast.teacher.toast != "Отмечено"


async def test_somebody_of_two_schools_marks_it_from_the_other_one_and_stays_there(
    school: School, second: Second
) -> None:
    cast = school.cast
    await teaches_in_both(school, second)
    cast.bot.clock.to(IN_THE_WINDOW)
    await announces(cast.coordinator)
    await goes_to(cast.teacher, "Школа № 99")
    await cast.teacher.presses("Прочитал(а)")
    assert cast.teacher.toast == "Отмечено"
    assert [message.text for message in cast.teacher.messages if HEAD in message.text] == [f"{HEAD}\n\n{TEXT}"]
    await cast.teacher.says("/menu")
    assert "Школа № 99" in cast.teacher.screen.text
    assert await cast.bot.fetch(int, "SELECT read FROM announcement_to") == [1]


@pytest.mark.parametrize("gone", ["left", "failed"])
async def test_what_did_not_arrive_is_counted_as_not_delivered(school: School, gone: str) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await announces(cast.coordinator)
    if gone == "left":
        cast.bot.world.block(cast.teacher.user_id)
    else:
        async with cast.bot.machine.database.write() as tx:
            await tx.run("UPDATE outbox SET state = 'failed', ended_at = due_at WHERE kind = 'announcement'")
    await at(cast, 8, 15)
    cast.bot.clock.move(seconds=timedelta(hours=1).total_seconds())
    await opens_report(cast.coordinator)
    cast.coordinator.sees("Отправлено: 0 из 1", "Не доставлено: 1")
