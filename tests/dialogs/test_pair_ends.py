"""How a pair stops: on pause, by a notice of three working days, for a reason of the closed list, by who leaves."""

import pytest

from mentoring import form_candidates
from mentoring.access import actor
from storage.vocabulary.pairs import EndReason, PairState
from tests.conftest import School
from tests.dialogs.answered import asks
from tests.dialogs.pairing import MENTEE, MENTOR, PAIR, agreed
from tests.dialogs.ringing import at
from tests.scenes import scene


@scene
async def opened(school: School) -> None:
    await school.cast.coordinator.says("/pairs")
    await school.cast.coordinator.presses(PAIR)


async def ended(school: School) -> list[str]:
    return await school.cast.bot.fetch(str, "SELECT COALESCE(end_reason, '-') FROM pairing ORDER BY id")


async def test_the_schools_own_cancelling_gives_the_mentor_three_working_days(school: School) -> None:
    cast = school.cast
    await agreed(school)  # on Wednesday, 9 September
    await opened(school)
    await cast.coordinator.presses("Отменить поручение")
    cast.coordinator.sees("последний день работы будет 14.09.2026")
    await cast.coordinator.presses("Отменить поручение")
    cast.coordinator.sees("Записано: пара работает до 14.09.2026 включительно.")
    await at(cast, 14, 15)
    assert await ended(school) == ["-"]
    await at(cast, 15, 15)
    assert await ended(school) == [EndReason.EMPLOYER]
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees("Без пары ждут: 1.")


async def test_the_cancelling_is_taken_back_until_its_day(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await opened(school)
    await cast.coordinator.presses("Отменить поручение")
    await cast.coordinator.presses("Отменить поручение")
    await cast.coordinator.presses("Отозвать уведомление")
    cast.coordinator.sees("пара работает дальше")
    await at(cast, 15, 15)
    assert await ended(school) == ["-"]


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("Срок истёк", EndReason.TERM),
        ("Взаимное решение", EndReason.MUTUAL),
        ("Желание наставляемого", EndReason.MENTEE),
        ("Перевод", EndReason.TRANSFER),
        ("Увольнение", EndReason.LEFT),
    ],
)
async def test_a_pair_ends_for_a_reason_of_the_closed_list(school: School, label: str, reason: EndReason) -> None:
    await agreed(school)
    await opened(school)
    await school.cast.coordinator.presses("Завершить пару")
    await school.cast.coordinator.presses(label)
    assert await ended(school) == [reason]


async def test_an_interrupted_mentee_waits_with_a_bonus_that_is_seen(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await opened(school)
    await cast.coordinator.presses("Завершить пару")
    await cast.coordinator.presses("Увольнение")
    await cast.coordinator.presses("Подобрать снова: Соколова А. И.")
    await cast.coordinator.presses("Рябинин И. О.")
    cast.coordinator.sees("прежняя пара прервалась не по вине наставляемого: 2")


async def test_an_agreed_pair_cannot_be_paused_and_an_ended_one_cannot_be_ended_again(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await opened(school)
    assert "Поставить на паузу" not in cast.coordinator.buttons
    card = cast.coordinator.screen
    await cast.coordinator.presses_data("a:prp:1:")
    cast.coordinator.sees("Это уже не нужно")
    for _ in range(2):
        await cast.coordinator.presses_old(card, "Завершить пару")
        if "Взаимное решение" in cast.coordinator.buttons:
            await cast.coordinator.presses("Взаимное решение")
    cast.coordinator.sees("с парой что-то изменилось")
    assert await ended(school) == [EndReason.MUTUAL]


async def test_withdrawn_consent_ends_the_pair_and_brings_the_other_back(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await cast.colleague.says("мои данные")
    await cast.colleague.presses("Отозвать согласие")
    await cast.colleague.presses("Отозвать согласие")
    assert await ended(school) == [EndReason.CONSENT]
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees("Без пары ждут: 1.")
    cast.coordinator.does_not_see("Рябинин")


async def test_an_erased_person_leaves_a_pair_without_a_name_and_without_reasons(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await cast.colleague.says("мои данные")
    await cast.colleague.presses("Отозвать согласие")
    await cast.colleague.presses("Отозвать согласие")
    await cast.coordinator.says("/today")
    await cast.coordinator.presses("Уничтожить данные")
    await cast.coordinator.presses("Рябинин")
    await cast.coordinator.presses("Уничтожить")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Завершённые")
    cast.coordinator.sees("данные удалены → Соколова А. И.: отозвано согласие на данные")
    assert await cast.bot.fetch(str, "SELECT terms FROM pairing") == ["[]"]


async def test_the_history_of_a_pair_is_kept_by_its_states(school: School) -> None:
    await agreed(school)
    moved = await school.cast.bot.fetch(str, "SELECT state FROM pairing_move ORDER BY id")
    assert moved == [PairState.PROPOSED, PairState.AGREED]


async def asked_in_monitoring(school: School, form_key: str) -> list[str]:
    bot = school.cast.bot
    async with bot.machine.database.read() as tx:
        member = (await actor(tx, school.cast.coordinator.user_id)).member
        assert member is not None
        return [each.full_name for each in (await form_candidates.page(tx, member, form_key, 0)).lines]


async def test_the_surveys_of_the_monitoring_ask_those_in_pairs_once_there_are_pairs(school: School) -> None:
    cast = school.cast
    await asks(school, cast.newcomer, "Берёзова Ольга Петровна", areas=("docs",))
    assert await asked_in_monitoring(school, "mon_start_mentee") == ["Берёзова Ольга Петровна"]
    await agreed(school, waiting=2)
    assert await asked_in_monitoring(school, "mon_start_mentee") == [MENTEE]
    assert await asked_in_monitoring(school, "mon_start_mentor") == [MENTOR]
