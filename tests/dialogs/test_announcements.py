"""«Написать»: to whom, how it will look, who gets it and when, nobody gets it twice."""

from datetime import UTC, datetime

import pytest

from mentoring import notices
from mentoring.notices import Notice
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.announcing import HEAD, TEXT, announces, drafts, heard
from tests.dialogs.offering import offers
from tests.dialogs.planning import confirms_dates
from tests.dialogs.requesting import FACTS, hands_in
from tests.dialogs.ringing import at
from tests.scenes import scene

ANNA, IGOR, OLGA = "Соколова Анна Ильинична", "Рябинин Игорь Олегович", "Берёзова Ольга Петровна"
ANNOUNCED = "SELECT COUNT(*) FROM outbox WHERE kind = 'announcement'"
IN_THE_WINDOW = datetime(2026, 9, 8, 12, 0, tzinfo=UTC)


@scene
async def with_deputy(school: School) -> Person:
    (person_id,) = await school.lists("Лугов Павел Сергеевич", role=Role.DEPUTY)
    await school.cast.deputy.starts((await school.invites(person_id)).token)
    await school.lets_in(person_id, school.cast.deputy)
    await school.cast.deputy.presses("Понятно")
    return school.cast.deputy


async def test_the_menu_leads_to_the_choice_of_whom_to_write_to_with_counts(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await offers(school, cast.colleague, IGOR)
    await with_deputy(school)
    await school.lists(OLGA)
    await cast.coordinator.says("меню")
    await cast.coordinator.presses("Написать")
    cast.coordinator.sees("Кому?", "без вашего подтверждения ничего не уйдёт")
    assert cast.coordinator.buttons == [
        "Всем (4)",
        "Педагогам без запроса (2)",
        "Наставляемым (1)",
        "Наставникам (1)",
        "Координаторам (1)",
        "Меню",
    ]


@pytest.mark.parametrize("typed", ["/write", "Написать"])
async def test_it_opens_by_word_too_and_says_when_there_is_nobody(school: School, typed: str) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says(typed)
    coordinator.sees("Писать пока некому", "Всем (0)")
    await coordinator.presses("Наставникам (0)")
    coordinator.sees("«Наставникам»: таких людей, кроме вас, пока нет", "Координаторам (0)")


async def test_the_preview_is_the_message_itself_with_who_gets_it_and_when(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await drafts(cast.coordinator)
    cast.coordinator.sees(HEAD, TEXT, "Кому: всем. Получат сегодня в 14:00: 1 человек", "Отправить 1 человеку")
    cast.coordinator.does_not_see("лично")
    assert await cast.bot.fetch(int, ANNOUNCED) == [0]
    await cast.coordinator.presses("Отправить 1 человеку")
    cast.coordinator.sees("сообщение придёт сегодня в 14:00, его получат: 1 человек")
    assert heard(cast.teacher) == 0
    await at(cast, 8, 14)
    assert heard(cast.teacher, f"{HEAD}\n\n{TEXT}") == 1
    assert cast.teacher.messages[-1].buttons[0].label == "Прочитал(а)"


async def test_inside_the_window_it_goes_at_once_and_in_the_evening_on_the_next_working_day(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    cast.bot.clock.to(IN_THE_WINDOW)
    await drafts(cast.coordinator)
    cast.coordinator.sees("Получат сейчас: 1 человек")
    await cast.coordinator.presses("Отправить")
    assert heard(cast.teacher) == 1
    cast.bot.clock.to(datetime(2026, 9, 11, 16, 0, tzinfo=UTC))  # Friday, seven in the evening
    await drafts(cast.coordinator, text="Второе")
    cast.coordinator.sees("Получат 14 сентября в 14:00: 1 человек")


async def test_whom_no_message_reaches_is_listed_with_the_reason_to_be_told_in_person(school: School) -> None:
    cast = school.cast
    await school.lists(*(f"{letter}ров Иван Иванович" for letter in "БВГДЕЖЗ"))
    await school.brings_in(cast.teacher, ANNA)
    await school.brings_in(cast.colleague, IGOR)
    await school.brings_in(cast.newcomer, OLGA)
    await cast.teacher.says("стоп")
    cast.bot.world.block(cast.colleague.user_id)
    await cast.newcomer.presses("Не беспокоить до")
    await cast.newcomer.says("20.09.2026")
    await drafts(cast.coordinator)
    cast.coordinator.sees(
        "не придёт никому", "Сказать лично: 10 человек, бот им написать не может (не в боте: 7", "просят не писать: 1"
    )
    cast.coordinator.sees("просят пока не беспокоить: 1", "бот остановлен: 1")
    assert "Отправить" not in " ".join(cast.coordinator.buttons)
    await cast.coordinator.presses("Кому сказать лично (10)")
    cast.coordinator.sees("Берёзова О. П.: просят пока не беспокоить", "Страница 1 из 2")
    await cast.coordinator.presses("Ещё")
    cast.coordinator.sees("Соколова А. И.: просят не писать", "Страница 2 из 2")
    await cast.coordinator.presses("К сообщению")
    cast.coordinator.sees("Так сообщение увидят")


async def test_whose_pause_is_over_by_the_day_of_sending_gets_it_then(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await cast.teacher.presses("Не беспокоить до")
    await cast.teacher.says("14.09.2026")
    cast.bot.clock.to(datetime(2026, 9, 11, 12, 0, tzinfo=UTC))  # Friday, inside the window
    await drafts(cast.coordinator)
    cast.coordinator.sees("не придёт никому", "просят пока не беспокоить: 1")
    cast.bot.clock.to(datetime(2026, 9, 11, 16, 0, tzinfo=UTC))  # after it
    await announces(cast.coordinator)
    await at(cast, 14, 14)
    assert heard(cast.teacher) == 1


async def test_each_audience_hears_what_was_written_to_it_and_nobody_else(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, ANNA)
    await offers(school, cast.colleague, IGOR)
    deputy = await with_deputy(school)
    cast.bot.clock.to(IN_THE_WINDOW)
    for to in ("Педагогам без запроса", "Наставляемым", "Наставникам", "Координаторам"):
        await announces(cast.coordinator, to, f"Это {to}")
    told = {
        person.name: [m.text.rsplit("Это ", 1)[1] for m in person.messages if HEAD in m.text]
        for person in (cast.teacher, cast.colleague, deputy)
    }
    assert told == {
        cast.teacher.name: ["Наставляемым"],
        cast.colleague.name: ["Педагогам без запроса", "Наставникам"],
        deputy.name: ["Координаторам"],
    }
    assert heard(cast.coordinator, f"{HEAD}\n\nЭто Координаторам") == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [("Мой телефон 8 912 345-67-89", "номер"), ("я" * 1001, "1000"), ("...", "слов")],
)
async def test_what_cannot_be_sent_is_asked_again(school: School, text: str, told: str) -> None:
    coordinator = school.cast.coordinator
    await school.lists(ANNA)
    await drafts(coordinator, text=text)
    coordinator.sees(told, "Отменить")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM announcement") == [0]


async def test_the_text_is_changed_before_sending_and_an_old_preview_sends_nothing(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    cast.bot.clock.to(IN_THE_WINDOW)
    await drafts(cast.coordinator, text="Педсовет в три")
    old = cast.coordinator.screen
    await cast.coordinator.presses("Изменить текст")
    await cast.coordinator.presses("Отменить")
    cast.coordinator.sees("Педсовет в три", "Отправить 1 человеку")
    await cast.coordinator.presses("Изменить текст")
    await cast.coordinator.says("Педсовет в четыре")
    await cast.coordinator.presses_old(old, "Отправить")
    cast.coordinator.sees("Такого сообщения нет")
    assert heard(cast.teacher) == 0
    await cast.coordinator.presses("К выбору, кому написать")


async def test_cancelled_nothing_is_sent_and_nothing_is_kept(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    await drafts(cast.coordinator)
    await cast.coordinator.presses("Отменить", times=2)
    cast.coordinator.sees("Такого сообщения нет")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM announcement") == [0]
    await at(cast, 8, 15)
    assert heard(cast.teacher) == 0


async def test_one_confirmation_never_sends_twice(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, ANNA)
    cast.bot.clock.to(IN_THE_WINDOW)
    await drafts(cast.coordinator)
    old = cast.coordinator.screen
    await cast.coordinator.presses("Отправить", times=3)
    cast.coordinator.sees("уже отправлено, второй раз оно не уйдёт")
    await cast.coordinator.presses_old(old, "Отправить")
    assert heard(cast.teacher) == 1
    assert await cast.bot.fetch(int, "SELECT count FROM journal WHERE act = 'announcement.send'") == [1]


async def test_a_reminder_waits_for_the_day_after_and_an_announcement_does_not(school: School) -> None:
    cast = school.cast
    person_id = await school.brings_in(cast.teacher, ANNA, **FACTS)
    await confirms_dates(cast.coordinator)
    cast.bot.clock.to(datetime(2026, 9, 10, 11, 5, tzinfo=UTC))
    await announces(cast.coordinator)
    assert heard(cast.teacher) == 1
    await at(cast, 10, 15)  # a reminder of the request was due
    assert heard(cast.teacher, "Координатор собирает запросы") == 0
    await at(cast, 11, 15)
    assert heard(cast.teacher, "Координатор собирает запросы") == 1
    async with cast.bot.machine.database.write() as tx:
        now = cast.bot.clock.now()
        await notices.tell(tx, Notice.NUDGE, person_id, key="nudge:1", due_at=now, now=now)
    await announces(cast.coordinator, text="Ещё одно")
    assert heard(cast.teacher, "Ещё одно") == 1
