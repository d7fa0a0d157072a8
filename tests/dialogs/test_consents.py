"""Consent: given, declined, taken back; each decision is one row of the ledger."""

from datetime import UTC, datetime

import pytest

from handlers.texts import arrivals
from mentoring.rules.consent_text import text_hash
from storage import consents
from storage.vocabulary import ConsentDecision, ConsentKind, Source
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_approvals import deputy_of, waits
from tests.dialogs.test_erasures import everything
from tests.dialogs.test_invites import opens
from tests.scenes import scene

ANNA = "Соколова Анна Ильинична"
LEDGER = "SELECT kind || ' ' || decision FROM consent ORDER BY id"


@scene
async def came(school: School) -> Person:
    """Before the first answer."""
    teacher = school.cast.teacher
    (person_id,) = await school.lists(ANNA)
    await teacher.starts((await school.invites(person_id)).token)
    return teacher


async def gave_to_an_older_text(school: School, person_id: int) -> None:
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        await consents.record(
            tx,
            person_id=person_id,
            kind=ConsentKind.DATA,
            decision=ConsentDecision.GIVEN,
            source=Source.TAP,
            text_version=0,
            text_hash="",
            recorded_by=None,
            now=bot.clock.now(),
        )


@pytest.mark.parametrize(("label", "decision"), [("Согласен(на)", "given"), ("Не согласен(на)", "declined")])
async def test_a_double_press_is_one_decision(school: School, label: str, decision: str) -> None:
    teacher = await came(school)
    await teacher.presses(label, times=2)
    assert await school.cast.bot.fetch(str, LEDGER) == [f"data {decision}"]


async def test_old_button_not_to_agree_takes_given_consent_back_after_a_warning(school: School) -> None:
    teacher = await came(school)
    screen = teacher.screen
    await teacher.presses("Согласен(на)")
    await teacher.presses("Да, можно напоминать")
    await teacher.presses_old(screen, "Не согласен(на)")
    teacher.sees("Отозвать согласие на обработку данных?", "скроет ваши ответы")
    teacher.was_never_told("Мы ничего не сохранили")
    await teacher.presses("Отозвать согласие")
    teacher.sees("Согласие отозвано 08.09.2026")
    assert (await school.cast.bot.fetch(str, LEDGER))[-1] == "data withdrawn"


async def test_declining_a_new_text_takes_the_answers_out_of_the_bank(school: School) -> None:
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await gave_to_an_older_text(school, await hands_in(school, teacher, ANNA))
    await teacher.says("/menu")
    teacher.sees("Текст согласия обновился")
    await teacher.presses("Не согласен(на)")
    teacher.sees("Отозвать согласие на обработку данных?")
    await teacher.presses("Отозвать согласие")
    await coordinator.says("/bank")
    coordinator.does_not_see("Соколова")


async def test_consent_to_an_older_text_can_be_taken_back_in_own_data(school: School) -> None:
    teacher = school.cast.teacher
    await gave_to_an_older_text(school, await hands_in(school, teacher, ANNA))
    await teacher.says("мои данные")
    teacher.sees("дано на прежний текст", "Отозвать согласие")


async def test_who_withdrew_and_declines_then_has_decided_nothing_new(school: School) -> None:
    teacher = await came(school)
    screen = teacher.screen
    await teacher.presses("Согласен(на)")
    await teacher.presses("Да, можно напоминать")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await teacher.presses(label)
    await teacher.presses_old(screen, "Не согласен(на)")
    teacher.sees("Без согласия бот ни о чём не спрашивает")
    assert (await school.cast.bot.fetch(str, LEDGER))[-1] == "data withdrawn"


async def test_who_never_gave_consent_has_nothing_to_take_back(school: School) -> None:
    teacher = await came(school)
    await teacher.presses_data("a:wd:0:")
    teacher.sees("Согласен(на)")
    assert await school.cast.bot.fetch(str, LEDGER) == []


async def test_the_only_coordinator_is_warned_before_leaving_the_school_alone(school: School) -> None:
    coordinator = school.cast.coordinator
    for label in ("Для меня как педагога", "Согласен(на)", "Нет, напишу сам(а)"):
        await coordinator.presses(label)
    await coordinator.says("мои данные")
    await coordinator.presses("Отозвать согласие")
    coordinator.sees("единственный координатор", "пригласить заместителя")
    await deputy_of(school)
    await coordinator.presses("Назад")
    await coordinator.presses("Отозвать согласие")
    coordinator.does_not_see("единственный координатор")


async def test_a_name_is_neither_asked_nor_kept_before_consent(school: School) -> None:
    newcomer = school.cast.newcomer
    link, _ = await opens(school)
    await newcomer.starts(link)
    await newcomer.says("мои данные")
    newcomer.does_not_see("Исправить имя")
    await newcomer.presses_data("g:name:0:0")
    newcomer.sees("Согласен(на)")
    await newcomer.says("Берёзова Ольга Львовна")
    assert "Берёзова" not in await everything(school)


async def test_a_name_is_not_kept_after_withdrawal(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, ANNA)
    await teacher.presses("Мои данные")
    await teacher.presses("Исправить имя")
    await teacher.says("/menu")
    for label in ("Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await teacher.presses(label)
    await teacher.presses_data("g:name:0:0")
    await teacher.says("Петрова Инна Львовна")
    assert "Петрова" not in await everything(school)


async def test_who_waits_corrects_their_name_and_goes_on_waiting(school: School) -> None:
    newcomer = school.cast.newcomer
    await waits(school, newcomer, "Берёзова Ольга")
    await newcomer.presses("Мои данные")
    await newcomer.presses("Исправить имя")
    await newcomer.says("Берёзова Ольга Львовна")
    newcomer.sees("Координатор увидит вашу просьбу")
    newcomer.does_not_see("Заполнить запрос")


async def test_consent_is_taken_back_on_paper_for_who_is_not_in_the_messenger(school: School) -> None:
    bot, coordinator = school.cast.bot, school.cast.coordinator
    (person_id,) = await school.lists(ANNA)
    await coordinator.says("Соколова")
    coordinator.does_not_see("Отозвано на бумаге")
    await coordinator.presses("Внести с бумаги")
    await coordinator.presses("Да, бланк подписан")
    await coordinator.says("/menu")
    await coordinator.says("Соколова")
    await coordinator.presses("Отозвано на бумаге")
    coordinator.sees("Письменное заявление об отзыве", "на 25-й день это произойдёт само")
    await coordinator.presses("Да, заявление у меня", times=2)
    coordinator.sees("Согласие отозвано, данные скрыты")
    recorded = "SELECT decision || ' ' || source || ' ' || recorded_by FROM consent WHERE person_id = :id ORDER BY id"
    (own,) = await bot.fetch(int, "SELECT person_id FROM role WHERE role = 'coordinator'")
    assert await bot.fetch(str, recorded, id=person_id) == [f"given paper {own}", f"withdrawn paper {own}"]
    assert await bot.fetch(str, "SELECT erase_by FROM person WHERE id = :id", id=person_id) == ["2026-10-03"]


async def test_consent_taken_back_on_paper_silences_a_chat_that_is_not_disconnected_and_tells_the_deputy(
    school: School,
) -> None:
    teacher, coordinator = school.cast.teacher, school.cast.coordinator
    await hands_in(school, teacher, ANNA)
    deputy = await deputy_of(school)
    await coordinator.says("Соколова")
    await coordinator.presses("Отозвано на бумаге")
    await coordinator.presses("Да, заявление у меня")
    deputy.sees("Соколова А. И.", "согласие на обработку данных отозвано")
    coordinator.does_not_see("согласие на обработку данных отозвано")
    await teacher.says("/menu")
    teacher.sees("Без согласия бот ни о чём не спрашивает")


async def test_another_schools_person_is_not_withdrawn_on_paper(school: School) -> None:
    await school.cast.coordinator.presses_data("a:pwdr:999:")
    school.cast.coordinator.sees("нет в списке школы")


async def test_leave_to_be_written_to_keeps_the_words_that_were_on_the_screen(school: School) -> None:
    bot, teacher = school.cast.bot, school.cast.teacher
    await school.brings_in(teacher, ANNA)
    await teacher.presses("Мои данные")
    teacher.sees("«Не писать мне первым» и «Отозвать согласие» — разные вещи.")
    await teacher.presses("Не писать мне первым")
    await teacher.presses("Мои данные")
    teacher.does_not_see("Не писать мне первым", "разные вещи")
    await teacher.presses("Разрешить писать первым")
    teacher.sees("Можно ли боту писать вам первым?")
    await teacher.presses("Да, можно напоминать")
    await teacher.says("стоп")
    asked, nothing = text_hash(arrivals.contact()), text_hash("")
    kept = "SELECT decision || ' ' || source || ' ' || text_hash FROM consent WHERE kind = 'contact' ORDER BY id"
    assert await bot.fetch(str, kept) == [
        f"given tap {asked}",
        f"withdrawn tap {nothing}",
        f"given tap {asked}",
        f"withdrawn typed {nothing}",
    ]


async def test_consent_whose_term_is_over_is_asked_for_anew_until_a_day_to_come(school: School) -> None:
    bot, teacher, coordinator = school.cast.bot, school.cast.teacher, school.cast.coordinator
    await hands_in(school, teacher, ANNA)
    bot.clock.to(datetime(2027, 8, 31, 20, tzinfo=UTC))
    await bot.tick()
    await teacher.says("мои данные")
    teacher.sees("Согласие на обработку данных: дано")
    bot.clock.to(datetime(2027, 9, 1, 9, tzinfo=UTC))
    for _ in range(2):
        await bot.tick()
    await coordinator.says("Соколова")
    coordinator.sees("Согласие на данные: срок закончился")
    await teacher.says("/menu")
    teacher.sees("Срок прежнего согласия закончился", "до 31 августа 2028 года")
    await teacher.presses("Согласен(на)")
    await bot.tick()
    await teacher.says("мои данные")
    teacher.sees("Согласие на обработку данных: дано.")
    kept = "SELECT decision || ' ' || COALESCE(valid_until, '') FROM consent WHERE kind = 'data' ORDER BY id"
    assert await bot.fetch(str, kept) == ["given 2027-08-31", "lapsed ", "given 2028-08-31"]


async def test_consent_whose_term_is_over_can_still_be_taken_back(school: School) -> None:
    bot, teacher = school.cast.bot, school.cast.teacher
    person_id = await hands_in(school, teacher, ANNA)
    bot.clock.to(datetime(2027, 9, 1, 9, tzinfo=UTC))
    await bot.tick()
    await teacher.says("/menu")
    await teacher.presses("Не согласен(на)")
    await teacher.presses("Отозвать согласие")
    assert await bot.fetch(str, "SELECT erase_by FROM person WHERE id = :id", id=person_id) == ["2027-09-26"]
