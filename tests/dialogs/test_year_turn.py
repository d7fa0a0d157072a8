"""«Новый учебный год»: two years after each other, nothing of the old one in the new one's lists, done once."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from storage import year_end as report_rows
from storage.vocabulary import Role
from tests.cast import Cast, Person
from tests.conftest import School
from tests.dialogs.meeting import notes, ordered, rings
from tests.dialogs.pairing import MENTEE, MENTOR
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_year_report import WAITING, opens
from tests.scenes import scene

PAIR = "Рябинин И. О. → Соколова А. И."


@scene
async def a_year(school: School) -> int:
    """A pair in a signed order that has met once, and somebody who waits; it is June."""
    cast = school.cast
    pairing_id = await ordered(school)
    async with cast.bot.machine.database.write() as tx:
        await tx.run(
            """INSERT INTO pair_order (school_id, school_year, kind, number, dated_on, made_by, made_at, signed_at)
               SELECT school_id, 2026, 'assign', '41', '2026-09-09', made_by, made_at, made_at FROM pairing
               WHERE id = :pair""",
            pair=pairing_id,
        )
        await tx.run("UPDATE pairing SET order_id = 1, starts_on = '2026-09-09', ends_on = '2027-05-31'")
        await tx.run("INSERT INTO pair_order_line (order_id, pairing_id) VALUES (1, :pair)", pair=pairing_id)
    await hands_in(school, cast.newcomer, WAITING)
    await rings(cast, 9, 10)
    await notes(cast.colleague)
    summer(cast)
    return pairing_id


def summer(cast: Cast) -> None:
    cast.bot.clock.to(datetime(2027, 6, 8, 9, tzinfo=UTC))


async def looks(coordinator: Person) -> None:
    await opens(coordinator)
    await coordinator.presses("Новый учебный год")


async def turns(coordinator: Person) -> None:
    await looks(coordinator)
    await coordinator.presses("Начать 2027/2028")


async def renews(person: Person) -> None:
    """The consent of the year before is over."""
    await person.says("/menu")
    await person.presses("Согласен(на)")


async def september(cast: Cast) -> None:
    """Consents have lapsed at the end of August and are asked for anew."""
    cast.bot.clock.to(datetime(2027, 9, 1, 6, tzinfo=UTC))
    await cast.bot.machine.ticks.housekeep()


async def number(cast: Cast, sql: str) -> int:
    return (await cast.bot.fetch(int, sql))[0]


async def test_before_the_middle_of_may_nothing_can_be_begun(school: School) -> None:
    coordinator = school.cast.coordinator
    await looks(coordinator)
    coordinator.sees("Закрыть 2026/2027 можно с 15.05.2027")
    assert not [label for label in coordinator.buttons if label.startswith("Начать")]
    await coordinator.presses_data("a:yet:1:")
    assert await number(school.cast, "SELECT COUNT(*) FROM closed_year") == 0


async def test_the_preview_has_the_numbers(school: School) -> None:
    await a_year(school)
    coordinator = school.cast.coordinator
    await looks(coordinator)
    coordinator.sees(
        "Новый учебный год: 2027/2028",
        "завершатся по сроку 1, продолжат 0",
        "В очереди останутся: 1.",
        "Запросы (2) и анкеты наставников (1)",
    )


async def test_the_year_is_turned_once_however_often_it_is_pressed(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await looks(cast.coordinator)
    old = cast.coordinator.screen
    await cast.coordinator.presses("Начать 2027/2028")
    cast.coordinator.sees("Начат 2027/2028 учебный год. Завершено пар: 1, продолжат: 0, в очереди: 1.")
    await cast.coordinator.presses_old(old, "Начать 2027/2028")
    cast.coordinator.sees("или новый год уже начат", "Закрыть 2027/2028 можно с 15.05.2028")
    assert await number(cast, "SELECT school_year FROM school") == 2027
    assert await cast.bot.fetch(int, "SELECT school_year FROM closed_year") == [2026]
    assert await number(cast, "SELECT COUNT(*) FROM pairing") == 1
    assert await number(cast, "SELECT COUNT(*) FROM journal WHERE act = 'year.turned'") == 1


async def test_numbers_that_have_changed_meanwhile_are_shown_again(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await looks(cast.coordinator)
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE pairing SET state = 'ended', ended_on = '2027-06-01', end_reason = 'mutual'")
    await cast.coordinator.presses("Начать 2027/2028")
    cast.coordinator.sees("Данные изменились", "завершатся по сроку 0")
    assert await number(cast, "SELECT COUNT(*) FROM closed_year") == 0


async def test_a_pair_ends_by_its_term_and_stands_in_an_order_of_ends(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await turns(cast.coordinator)
    rows = await cast.bot.fetch(str, "SELECT state || ' ' || end_reason || ' ' || ended_on FROM pairing")
    assert rows == ["ended term 2027-05-31"]
    await cast.coordinator.presses("Приказы о парах")
    await cast.coordinator.presses("О прекращении")
    cast.coordinator.sees(PAIR)
    await cast.coordinator.presses("Скачать проект (Word)")
    assert MENTEE in words_of(cast.coordinator.files["Приказ о прекращении.docx"])


async def test_a_pair_that_goes_on_begins_anew_and_waits_for_a_new_order(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await looks(cast.coordinator)
    await cast.coordinator.presses("Какие пары продолжат")
    await cast.coordinator.presses(f"☐ {PAIR}")
    cast.coordinator.sees(f"☑ {PAIR}")
    await turns(cast.coordinator)
    cast.coordinator.sees("Завершено пар: 0, продолжат: 1")
    rows = await cast.bot.fetch(str, "SELECT CAST(school_year AS TEXT) || ' ' || state FROM pairing ORDER BY id")
    assert rows == ["2026 ended", "2027 agreed"]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM pairing_member GROUP BY pairing_id") == [2, 2]
    await cast.coordinator.presses("Приказы о парах")
    await cast.coordinator.presses("О закреплении пар")
    cast.coordinator.sees(f"☐ {PAIR}", "В приказе: 0 из 1.")


async def test_last_years_rows_are_in_no_list_of_the_new_year(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await turns(cast.coordinator)
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees("Пар пока нет", "Без пары ждут: 1.")
    cast.coordinator.does_not_see(PAIR)
    await september(cast)
    await cast.coordinator.says("/mentors")
    cast.coordinator.does_not_see("Рябинин")
    await cast.coordinator.says("/bank")
    cast.coordinator.does_not_see("Соколова")
    await cast.coordinator.says("/roadmap")
    cast.coordinator.sees("Дорожная карта, 2027/2028")
    cast.coordinator.does_not_see("готово 1", "просрочено")
    await opens(cast.coordinator)
    await cast.coordinator.presses("Картинка")
    shown = cast.coordinator.messages[-1].text
    assert "Дорожная карта: выполнено 0 из" in shown
    assert "Регулярность" not in shown


async def test_the_report_of_the_closed_year_says_what_it_said_before(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Таблицы с фамилиями")
    await cast.coordinator.presses("Да, сделать файл")
    before = cast.coordinator.files["Отчёт 2026-2027.xlsx"]
    await turns(cast.coordinator)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Итоги 2026/2027")
    cast.coordinator.sees("Год закрыт, данные людей хранятся до 31.08.2027.")
    await cast.coordinator.presses("Таблицы с фамилиями")
    await cast.coordinator.presses("Да, сделать файл")
    after = cast.coordinator.files["Отчёт 2026-2027.xlsx"]
    assert people(after) == people(before)
    assert roadmap(after) == roadmap(before)


def people(content: bytes) -> list[tuple[object, ...]]:
    return list(book(content)["Люди"].iter_rows(values_only=True))


def roadmap(content: bytes) -> list[tuple[object, ...]]:
    return [row[:2] + row[3:4] for row in book(content)["Дорожная карта"].iter_rows(values_only=True)]


def book(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


async def test_whoever_confirms_is_in_the_bank_again_with_their_days_of_waiting(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await turns(cast.coordinator)
    await september(cast)
    before = await cast.bot.fetch(
        str, "SELECT submitted_at FROM form_run WHERE form_key = 'needs' AND carried = 'queue'"
    )
    await renews(cast.newcomer)
    await cast.newcomer.presses("Подтвердить запрос")
    cast.newcomer.sees("В прошлом учебном году вы заполнили запрос. Это ещё верно?", "Не участвую")
    await cast.newcomer.presses("Всё по-прежнему")
    cast.newcomer.sees("в новом году всё по-прежнему")
    after = "SELECT submitted_at FROM form_run WHERE form_key = 'needs' AND carried = '' ORDER BY id"
    assert await cast.bot.fetch(str, after) == before
    await cast.coordinator.says("/bank")
    cast.coordinator.sees("Берёзова")


async def test_confirmed_twice_there_is_one_run_of_the_year(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await turns(cast.coordinator)
    await september(cast)
    await renews(cast.colleague)
    await cast.colleague.presses("Подтвердить анкету наставника")
    old = cast.colleague.screen
    await cast.colleague.presses("Всё по-прежнему")
    await cast.colleague.presses_old(old, "Всё по-прежнему")
    cast.colleague.sees("вы уже ответили")
    await cast.colleague.presses_old(old, "Изменить")
    runs = "SELECT COUNT(*) FROM form_run WHERE form_key = 'mentor_profile' AND carried = ''"
    assert await number(cast, runs) == 1
    await cast.coordinator.says("/mentors")
    cast.coordinator.sees("Рябинин")


async def test_whoever_changes_begins_with_the_old_answers_and_the_old_ones_stay(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await turns(cast.coordinator)
    await september(cast)
    await renews(cast.colleague)
    await cast.colleague.presses("Подтвердить анкету наставника")
    await cast.colleague.presses("Изменить")
    cast.colleague.sees("Отправить")
    await cast.colleague.presses("Отправить")
    both = """SELECT COUNT(*) FROM answer a JOIN form_run f ON f.id = a.run_id WHERE f.form_key = 'mentor_profile'
              GROUP BY f.id"""
    first, second = await cast.bot.fetch(int, both)
    assert first == second
    await cast.coordinator.says("/mentors")
    cast.coordinator.sees("Рябинин")


async def test_whoever_does_not_take_part_is_in_no_bank_and_may_come_back(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await turns(cast.coordinator)
    await september(cast)
    await renews(cast.newcomer)
    await cast.newcomer.presses("Подтвердить запрос")
    await cast.newcomer.presses("Не участвую")
    cast.newcomer.sees("в этом году не участвуете")
    await cast.coordinator.says("/pairs")
    cast.coordinator.does_not_see("Без пары (1)")
    await opens(cast.coordinator)
    await cast.coordinator.presses("Кто подтвердил участие")
    cast.coordinator.sees("Запросы: ждём ответа 1, не участвуют 1.")
    await cast.coordinator.presses("Запросы")
    await cast.coordinator.presses("Соколова")
    cast.coordinator.sees("Урок и методика")
    await cast.newcomer.says("мой запрос")
    cast.newcomer.sees("Начать")


async def test_an_old_button_of_last_years_answers_changes_nothing(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await cast.teacher.says("мой запрос")
    old = next(message for message in reversed(cast.teacher.messages) if message.buttons)
    label = next(button.label for button in old.buttons if button.label.startswith("Изменить"))
    answers = "SELECT COUNT(*) FROM answer"
    before = await number(cast, answers)
    await turns(cast.coordinator)
    await cast.teacher.presses_old(old, label)
    assert await number(cast, answers) == before
    assert await number(cast, "SELECT COUNT(*) FROM form_run WHERE carried = '' AND form_key = 'needs'") == 0


async def test_nobody_is_asked_in_summer_and_everybody_from_september_on(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await turns(cast.coordinator)
    said = len(cast.teacher.messages)
    for month, day in ((6, 10), (7, 15), (8, 25)):
        await rings(cast, month, day, year=2027)
    assert len(cast.teacher.messages) == said
    await september(cast)
    await renews(cast.teacher)
    await rings(cast, 9, 2, year=2027)
    cast.teacher.sees("В прошлом году вы заполнили запрос", "Подтвердить запрос")


async def test_h_without_a_new_consent_nobody_is_in_the_new_bank(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await turns(cast.coordinator)
    await september(cast)
    await cast.coordinator.says("/pairs")
    assert not [label for label in cast.coordinator.buttons if label.startswith("Подобрать")]
    await cast.newcomer.presses_data("a:ycs:3:needs")
    assert await number(cast, "SELECT COUNT(*) FROM form_run WHERE carried = '' AND form_key = 'needs'") == 0
    assert await number(cast, "SELECT COUNT(*) FROM paper WHERE state = 'received'") == 0


async def test_g_a_deputy_does_it_and_the_journal_says_who(school: School) -> None:
    cast = school.cast
    await a_year(school)
    (deputy_id,) = await school.lists("Лугов Павел Ильич", role=Role.DEPUTY)
    await cast.deputy.starts((await school.invites(deputy_id)).token)
    await school.lets_in(deputy_id, cast.deputy)
    await cast.deputy.says("/menu")
    if "Понятно" in cast.deputy.buttons:
        await cast.deputy.presses("Понятно")
    await turns(cast.deputy)
    cast.deputy.sees("Начат 2027/2028")
    assert await cast.bot.fetch(int, "SELECT actor_id FROM journal WHERE act = 'year.turned'") == [deputy_id]


async def test_the_roadmap_comes_a_year_later_and_unconfirmed(school: School) -> None:
    cast = school.cast
    await a_year(school)
    async with cast.bot.machine.database.write() as tx:
        await tx.run(
            """INSERT INTO activity (school_id, school_year, key, due_on, confirmed_by, confirmed_at)
               VALUES (:school, 2026, 'a4_materials', '2026-11-05', 1, '2026-09-08T09:00:00.000000Z')""",
            school=school.id,
        )
    await turns(cast.coordinator)
    cast.bot.clock.to(datetime(2027, 9, 1, 6, tzinfo=UTC))
    await cast.coordinator.says("/roadmap")
    await cast.coordinator.presses("4.")
    cast.coordinator.sees("до 5 ноября (не подтверждено)")


@pytest.mark.parametrize("press", ["Хранить ещё год", "Есть спор"])
async def test_i_data_are_kept_longer_only_with_a_reason(school: School, press: str) -> None:
    cast = school.cast
    await a_year(school)
    await turns(cast.coordinator)
    await september(cast)
    await rings(cast, 9, 1, year=2027)
    await cast.coordinator.presses("Данные 2026/2027")
    cast.coordinator.sees("Срок хранения вышел 31.08.2027", "Оставить только цифры")
    old = cast.coordinator.screen
    await cast.coordinator.presses(press)
    await cast.coordinator.says("Идёт проверка учредителя")
    cast.coordinator.sees("Записано", "Идёт проверка учредителя")
    await cast.coordinator.presses_old(old, "Оставить только цифры")
    cast.coordinator.sees("Сейчас этого сделать нельзя")
    assert await number(cast, "SELECT COUNT(*) FROM pairing_member") == 2


async def test_of_an_archived_year_only_numbers_stay(school: School) -> None:
    cast = school.cast
    await a_year(school)
    await turns(cast.coordinator)
    await september(cast)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Итоги 2026/2027")
    await cast.coordinator.presses("Данные 2026/2027")
    await cast.coordinator.presses("Оставить только цифры")
    cast.coordinator.sees("исчезнут, пар: 1")
    await cast.coordinator.presses("Да, оставить только цифры")
    cast.coordinator.sees("сведений о людях за этот год больше нет")
    assert await number(cast, "SELECT COUNT(*) FROM pairing WHERE order_id IS NOT NULL") == 1
    for table in ("pairing_member", "contact_note", "offer"):
        assert await number(cast, f"SELECT COUNT(*) FROM {table}") == 0
    locked = "SELECT COUNT(*) FROM answer a JOIN form_run f ON f.id = a.run_id WHERE f.carried IN ('asked', 'out')"
    assert await number(cast, locked) == 0
    async with cast.bot.machine.database.read() as tx:
        assert (await report_rows.requests(tx, school.id, 2027)).wanted == 1
    acts = await cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'year.%' ORDER BY id")
    assert acts == ["year.turned", "year.archived"]
    await opens(cast.coordinator)
    assert "Итоги 2026/2027" not in cast.coordinator.buttons


async def test_another_schools_ids_give_nothing(school: School) -> None:
    cast = school.cast
    pairing_id = await a_year(school)
    await cast.teacher.presses_data(f"a:yeg:{pairing_id}:0")
    await cast.teacher.presses_data("a:yet:1:")
    assert await number(cast, "SELECT COUNT(*) FROM pair_goes_on") == 0
    assert await number(cast, "SELECT COUNT(*) FROM closed_year") == 0
    assert MENTOR.split()[0] not in cast.outsider.heard
