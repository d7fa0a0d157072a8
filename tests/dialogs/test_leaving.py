"""«Больше не работает в школе»: told with numbers, out of everything at once, erased after the year, the way back."""

from datetime import UTC, date, datetime

import pytest

from handlers.presses import Act, Deed, Go, Spot, pack
from mentoring import leaving
from mentoring.access import actor
from mentoring.leaving import Leaving, kept_until
from storage.vocabulary import Role
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.pairing import MENTEE, MENTOR, agreed, published
from tests.dialogs.programming import approved, ordered, rings
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_approvals import deputy_of
from tests.dialogs.test_erasures import everything
from tests.dialogs.test_two_schools import second
from tests.papers.workbooks import workbook

__all__ = ["second"]  # a fixture

GOODBYE = "Доступ к боту закрыт"


async def leaves(school: School, surname: str) -> Person:
    """By the coordinator's word, who has the card on the screen."""
    coordinator = school.cast.coordinator
    await coordinator.says(surname)
    await coordinator.presses("Больше не работает в школе")
    await coordinator.presses("Да, больше не работает")
    return coordinator


async def id_of(school: School, name: str) -> int:
    (found,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=name)
    return found


async def hidden(school: School) -> list[str]:
    return await school.cast.bot.fetch(
        str, "SELECT full_name || ' ' || erase_by FROM person WHERE erase_by IS NOT NULL ORDER BY id"
    )


async def test_what_will_happen_is_told_with_numbers_before_it_does(school: School) -> None:
    coordinator = school.cast.coordinator
    await ordered(school)
    await coordinator.says("Рябинин")
    await coordinator.presses("Больше не работает в школе")
    coordinator.sees(
        "Рябинин И. О. больше не работает в школе?",
        "завершатся пары: 1, нужен приказ: 1",
        "закроется доступ к боту",
        "хранится для отчёта до 31.08.2027",
    )
    coordinator.does_not_see("предложения", "очереди", "роль")
    await coordinator.presses("Назад")
    coordinator.sees("Telegram: подключён")
    assert await hidden(school) == []


async def test_the_pair_ends_needs_an_order_and_the_other_waits_again(school: School) -> None:
    cast = school.cast
    await ordered(school)
    coordinator = await leaves(school, "Рябинин")
    coordinator.sees("Больше не работает в школе, данные хранятся до 31.08.2027", "Записано")
    coordinator.does_not_see("Согласие отозвано")
    assert await cast.bot.fetch(str, "SELECT end_reason FROM pairing") == ["left"]
    await coordinator.says("/pairs")
    coordinator.sees("Без пары ждут: 1.")
    await coordinator.says("Рябинин")
    coordinator.sees("никого не нашлось")
    await coordinator.presses_data(pack(Go(Spot.PAIR_ORDERS)))
    await coordinator.presses("О прекращении (1)")
    coordinator.sees("Рябинин И. О. → Соколова А. И.")


async def test_the_programme_of_somebody_who_left_is_still_read_with_their_name(school: School) -> None:
    await approved(school)
    coordinator = await leaves(school, "Рябинин")
    await coordinator.presses_data(pack(Go(Spot.MY_PROGRAMME, 1)))
    coordinator.sees("Рябинин И. О. → Соколова А. И.", "Состояние: закрыта")
    await coordinator.presses("Программа в Word")
    assert coordinator.files["Персонализированная программа.docx"]


async def test_an_offer_goes_back_and_the_place_in_the_queue_is_left_for_good(school: School) -> None:
    cast = school.cast
    await published(school)
    await cast.coordinator.says("Соколова")
    await cast.coordinator.presses("Больше не работает в школе")
    cast.coordinator.sees("отзовутся предложения: 1")
    cast.coordinator.does_not_see("завершатся пары")
    await cast.coordinator.presses("Да, больше не работает")
    assert await cast.bot.fetch(str, "SELECT state || COALESCE(end_reason, '') FROM pairing") == ["endednot_agreed"]
    assert await cast.bot.fetch(str, "SELECT DISTINCT state FROM offer") == ["called_back"]
    await cast.coordinator.presses("Вернулся(-ась) в школу")
    await cast.coordinator.says("/pairs")
    cast.coordinator.does_not_see("Без пары ждут: 1")
    assert await cast.bot.fetch(str, "SELECT reason FROM queue_exit") == ["Не работает в школе"]


async def test_who_waits_for_a_mentor_is_told_to_leave_the_queue(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, MENTEE)
    await cast.coordinator.says("Соколова")
    await cast.coordinator.presses("Больше не работает в школе")
    cast.coordinator.sees("уйдёт из очереди «Без пары»")


async def test_their_account_opens_nothing_and_one_kind_message_says_so(school: School) -> None:
    cast = school.cast
    await agreed(school)  # at two in the afternoon
    token = (await school.invites(await id_of(school, MENTOR))).token
    await leaves(school, "Рябинин")
    await cast.bot.tick()
    assert cast.colleague.heard.count(GOODBYE) == 1
    cast.colleague.sees("Школа № 12", "Спасибо за участие", "до 31.08.2027", "к координатору (Орлова В. П.)")
    await cast.colleague.says("Моя пара")
    cast.colleague.sees("только по приглашению")
    await cast.colleague.starts(token)
    cast.colleague.sees("Ссылка или код не подходят")
    known = "SELECT COUNT(*) FROM account WHERE external_id = :id"
    assert await cast.bot.fetch(int, known, id=cast.colleague.user_id) == [0]
    await rings(cast, 9, 21)
    assert cast.colleague.heard.count(GOODBYE) == 1


async def test_at_night_the_last_message_waits_for_the_morning(school: School) -> None:
    cast = school.cast
    await agreed(school)
    cast.bot.clock.to(datetime(2026, 9, 9, 20, 0, tzinfo=UTC))  # eleven in Moscow
    await leaves(school, "Рябинин")
    await cast.bot.tick()
    cast.colleague.was_never_told(GOODBYE)
    cast.bot.clock.to(datetime(2026, 9, 10, 5, 30, tzinfo=UTC))
    await cast.bot.tick()
    assert GOODBYE in cast.colleague.heard


async def test_whoever_stopped_the_bot_hears_nothing_more(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await cast.colleague.says("стоп")
    await leaves(school, "Рябинин")
    await cast.bot.tick()
    cast.colleague.was_never_told(GOODBYE)


async def test_pressed_twice_it_happens_once(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await cast.coordinator.says("Рябинин")
    await cast.coordinator.presses("Больше не работает в школе")
    await cast.coordinator.presses("Да, больше не работает", times=2)
    cast.coordinator.sees("данные хранятся до 31.08.2027")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM journal WHERE act = 'person.left'") == [1]


async def test_whoever_comes_back_is_listed_and_invited_anew_and_has_nothing_else(school: School) -> None:
    cast = school.cast
    await ordered(school)
    coordinator = await leaves(school, "Рябинин")
    await coordinator.says("/people")
    await coordinator.presses("Ушли из школы (1)")
    coordinator.sees("Ушли из школы: 1 человек", "Рябинин И. О. · до 31.08.2027")
    coordinator.does_not_see("Отозвали согласие")
    await coordinator.presses("Рябинин И. О.")
    card = coordinator.screen
    await coordinator.presses("Вернулся(-ась) в школу")
    coordinator.sees("Снова в списке", "Telegram: приглашение не использовано", "Согласие на данные: дано")
    await coordinator.presses_old(card, "Вернулся(-ась) в школу")
    coordinator.sees("не отмечен как ушедший")
    await cast.colleague.starts((await school.invites(await id_of(school, MENTOR))).token)
    await cast.colleague.says("Моя пара")
    cast.colleague.does_not_see("Соколова")
    assert await cast.bot.fetch(str, "SELECT state FROM pairing") == ["ended"]
    assert await hidden(school) == []


async def test_today_is_silent_about_them_until_the_day_is_near_and_then_they_are_erased(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, MENTEE)
    coordinator = await leaves(school, "Соколова")
    await coordinator.says("/today")
    coordinator.does_not_see("Уничтожить данные", "уничтож")
    await rings(cast, 8, 5, 2027)
    await coordinator.says("/today")
    coordinator.does_not_see("уничтож")
    await rings(cast, 8, 6, 2027)
    await coordinator.says("/today")
    coordinator.sees("Ушли из школы, данные скоро уничтожатся: 1 человек", "Уничтожить данные (1)")
    await rings(cast, 8, 30, 2027)
    assert MENTEE in await everything(school)
    await rings(cast, 8, 31, 2027)
    assert "Соколова" not in await everything(school)


async def test_the_data_can_be_erased_at_once(school: School) -> None:
    cast = school.cast
    await hands_in(school, cast.teacher, MENTEE, position="учитель-маркер")
    coordinator = await leaves(school, "Соколова")
    await coordinator.presses("Уничтожить данные сразу")
    coordinator.sees("Само это произойдёт 31.08.2027")
    await coordinator.presses("Уничтожить данные")
    coordinator.sees("Данные уничтожены")
    after = await everything(school)
    for trace in ("Соколова", "маркер", f"{cast.teacher.user_id}|"):
        assert trace not in after


async def test_with_a_withdrawal_beside_it_each_is_told_apart(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await cast.colleague.says("мои данные")
    for _ in range(2):
        await cast.colleague.presses("Отозвать согласие")
    await leaves(school, "Соколова")
    await cast.coordinator.says("/today")
    cast.coordinator.sees("нужно уничтожить данные: 1 человек")
    await cast.coordinator.presses("Уничтожить данные (1)")
    cast.coordinator.sees("Отозвали согласие: 1 человек. Ушли из школы: 1 человек.")
    await cast.coordinator.presses_data(pack(Act(Deed.PERSON_BACK, await id_of(school, MENTOR))))
    cast.coordinator.sees("не отмечен как ушедший", "Согласие отозвано")
    await cast.coordinator.presses_data(pack(Act(Deed.PERSON_LEAVES, await id_of(school, MENTOR))))
    cast.coordinator.sees("Отметить уход нельзя")
    assert len(await hidden(school)) == 2


async def test_a_deputy_loses_the_rights_and_nobody_does_it_to_themselves(school: School) -> None:
    cast = school.cast
    await deputy_of(school)
    await cast.coordinator.says("Лугов")
    await cast.coordinator.presses("Больше не работает в школе")
    cast.coordinator.sees("снимется роль: заместитель координатора")
    await cast.coordinator.presses("Да, больше не работает")
    roles = "SELECT r.role FROM role r JOIN person p ON p.id = r.person_id WHERE p.full_name LIKE 'Лугов%'"
    assert await cast.bot.fetch(str, roles) == ["teacher"]
    await cast.deputy.says("/people")
    cast.deputy.does_not_see("Прислать список")
    own = await id_of(school, "Орлова Вера Павловна")
    await cast.coordinator.says("Орлова")
    assert "Больше не работает в школе" not in cast.coordinator.buttons
    for press in (Go(Spot.PERSON_LEAVES, own), Act(Deed.PERSON_LEAVES, own)):
        await cast.coordinator.presses_data(pack(press))
        cast.coordinator.sees("Отметить уход нельзя", "это вы")


async def test_the_only_coordinator_in_reach_is_not_taken_away(school: School) -> None:
    """Whoever presses may have blocked the bot since: then nobody but the deputy can be reached."""
    bot = school.cast.bot
    await deputy_of(school)
    deputy = await id_of(school, "Лугов Павел Андреевич")
    async with bot.machine.database.write() as tx:
        member = (await actor(tx, school.cast.coordinator.user_id)).member
        assert member is not None
        await tx.run("UPDATE account SET reachable = 0 WHERE external_id = :id", id=school.cast.coordinator.user_id)
        assert await leaving.leave(tx, member, deputy, "", bot.clock.now()) is Leaving.LAST
    assert await hidden(school) == []
    school.cast.deputy.was_never_told(GOODBYE)


@pytest.mark.parametrize("who", ["teacher", "colleague", "director", "stranger"])
async def test_nobody_else_sends_anybody_away_or_brings_them_back(school: School, who: str) -> None:
    cast = school.cast
    await agreed(school)
    person = {"teacher": cast.teacher, "colleague": cast.colleague, "stranger": cast.outsider}.get(who, cast.deputy)
    await cast.outsider.says("/start")
    if who == "director":
        (director,) = await school.lists("Озёрная Инна Игоревна", role=Role.DIRECTOR)
        await person.starts((await school.invites(director)).token)
        await school.lets_in(director, person)
    other = await id_of(school, MENTOR if who != "colleague" else MENTEE)
    await _tries(person, other)
    assert await hidden(school) == []
    (gone,) = await school.lists("Берёзова Ольга Львовна")
    await leaves(school, "Берёзова")
    await _tries(person, gone)
    assert await hidden(school) == ["Берёзова Ольга Львовна 2027-08-31"]


async def test_a_coordinator_of_another_school_sends_nobody_away(school: School, second: object) -> None:
    await agreed(school)
    person_id = await id_of(school, MENTOR)
    await _tries(school.cast.deputy, person_id)  # coordinates school № 99
    school.cast.deputy.was_never_told("Рябинин")
    assert await hidden(school) == []
    await leaves(school, "Рябинин")
    await _tries(school.cast.deputy, person_id)
    assert await hidden(school) == [f"{MENTOR} 2027-08-31"]


async def _tries(person: Person, other: int) -> None:
    for press in (Go(Spot.PERSON_LEAVES, other), Act(Deed.PERSON_LEAVES, other), Act(Deed.PERSON_BACK, other)):
        await person.presses_data(pack(press))


async def test_a_list_that_names_them_again_neither_changes_nor_adds_them(school: School) -> None:
    await school.lists(MENTEE, "Лугова Мария Павловна")
    coordinator = await leaves(school, "Соколова")
    await coordinator.sends_file(
        "Штат.xlsx", workbook(["ФИО", "Должность"], [MENTEE, "завуч"], ["Лугова Мария Павловна", ""])
    )
    coordinator.sees("Отмечены как ушедшие: 1 строка", "Обновим: 1")
    coordinator.does_not_see("Отозвали согласие")
    await coordinator.presses("Обновить сведения (1)")
    assert await school.cast.bot.fetch(str, "SELECT position FROM person WHERE full_name = :name", name=MENTEE) == [""]


@pytest.mark.parametrize(
    ("left_on", "until"),
    [
        (date(2026, 9, 9), date(2027, 8, 31)),
        (date(2027, 6, 30), date(2027, 8, 31)),
        (date(2027, 8, 6), date(2027, 8, 31)),
        (date(2027, 8, 31), date(2027, 9, 25)),  # a slip of the finger is mended in 25 days
        (date(2027, 9, 1), date(2028, 8, 31)),
    ],
)
def test_data_are_kept_until_the_school_year_is_over(left_on: date, until: date) -> None:
    assert kept_until(left_on) == until
