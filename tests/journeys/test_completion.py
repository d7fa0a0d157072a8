"""J10, «ending well»: from a programme's last weeks to the next school year, one story, plainly and with crashes.

What goes wrong stands where it would: a mentor gives notice (a), a mentee leaves the school in March (d), an author
takes a card back that is printed (e), nothing proves an activity (f), the coordinator is ill (g), a consent is not
renewed (h), a dispute keeps what the term would take (i). In `tests/dialogs` stay the employer's cancelling (b:
`test_pair_ends`), copies older than a withdrawal (j: `test_restores`), and every number of the report against its query
(`test_year_report`).
"""

from io import BytesIO
from zipfile import ZipFile

import pytest

from storage.vocabulary import Role
from tests.cast import Cast, Person
from tests.conftest import School
from tests.dialogs.answered import handed_in
from tests.dialogs.gathering import ANNA, IGOR, OLGA, at
from tests.dialogs.practising import (
    NAMELESS,
    STAYS,
    TITLE,
    accepts,
    collects,
    opens_card,
    opens_desk,
    opens_library,
    opens_own,
    sends,
)
from tests.dialogs.programming import rings
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_promised_practices import SAID
from tests.dialogs.test_year_report import opens as opens_year
from tests.dialogs.test_year_turn import renews, september
from tests.journeys import last_events, last_weeks

pytestmark = [pytest.mark.slow, pytest.mark.long]

OTHER = "Разговор у окна"


async def person(school: School, name: str) -> int:
    (found,) = await school.cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=name)
    return found


async def a_promised_practice_becomes_a_card(school: School) -> None:
    """The words of the survey stand in the card by a press; a question comes back, and an answer to it."""
    cast = school.cast
    mentor, coordinator = cast.colleague, cast.coordinator
    await at(cast, 5, 14, 15)
    await handed_in(
        school, await person(school, IGOR), "mon_end_mentor", {**SAID, "practice_text": "Меняемся тетрадями."}
    )
    await opens_library(mentor)
    await mentor.presses("Мои карточки")
    await mentor.presses("Взять текст из анкеты", times=2)
    await mentor.says(TITLE)
    await mentor.presses("☐ Урок и методика")
    await mentor.presses("Готово (1)")
    for words in ("Всем", "Мало времени", "Стало легче"):
        await mentor.says(words)
    await mentor.presses("Пропустить")
    await mentor.presses("Да, с моим именем")
    await mentor.presses(STAYS)
    await mentor.presses("Отправить", times=2)
    await opens_desk(coordinator)
    await coordinator.presses(TITLE)
    await coordinator.presses("Вернуть с вопросом", times=2)
    await coordinator.says("Сколько минут?")
    await opens_own(mentor)
    await mentor.presses("Поправить")
    await mentor.presses("Результат")
    await mentor.says("Пять минут вместо двадцати")
    await mentor.presses("Отправить координатору", times=2)
    await accepts(school)


async def another_one_comes_without_its_authors_name(school: School) -> None:
    await sends(school.cast.newcomer, OTHER, publish=NAMELESS)
    await accepts(school, OTHER)


async def e_an_author_takes_the_card_back_after_it_was_printed(school: School) -> None:
    """Who has a copy is known, the next one is without the card, and the coordinator hears of it once."""
    cast = school.cast
    mentor, coordinator = cast.colleague, cast.coordinator
    await at(cast, 5, 26, 15)
    text = words_of(await collects(school) or b"")
    assert "Автор: Рябинин И. О." in text
    assert OLGA.split()[0] not in text
    assert f"Просто и работает\n– {TITLE} (Рябинин И. О.)\n– {OTHER}" in text
    await opens_card(cast.teacher)
    cast.teacher.sees("Автор: Рябинин И. О.")
    await at(cast, 6, 1, 15)
    await opens_own(mentor)
    await mentor.presses("Кто видит карточку")
    mentor.sees("Уже выданы сборники с ней", "26.05.2027, в нём 2 карточки")
    await mentor.presses("Не показывать", times=2)
    mentor.sees("карточку видят только автор и координатор")
    await at(cast, 6, 1, 16)
    coordinator.sees("больше не разрешает показывать её так, как она стоит в выданных сборниках")
    await coordinator.presses("Сборник")
    coordinator.sees("26.05.2027: 2 карточки, больше нельзя показывать так: 1", "без имени 1")
    text = words_of(await collects(school) or b"")
    assert TITLE not in text
    assert f"Просто и работает\n– {OTHER}" in text
    await opens_library(cast.teacher)
    cast.teacher.sees("Внутри: 1 карточка")


async def g_the_coordinator_is_ill_and_the_deputy_reports(school: School) -> Person:
    """With the same rights. What nothing proves is said not to be confirmed (f)."""
    cast = school.cast
    (deputy_id,) = await school.lists("Лугов Павел Ильич", role=Role.DEPUTY)
    deputy = cast.deputy
    await deputy.starts((await school.invites(deputy_id)).token)
    await school.lets_in(deputy_id, deputy)
    await deputy.presses("Понятно")
    await at(cast, 6, 8, 12)
    await opens_year(deputy)
    for label in ("Отчёт с фамилиями", "Да, сделать файл"):
        await deputy.presses(label)
    named = words_of(deputy.files["Отчёт 2026-2027.docx"])
    await opens_year(deputy)
    await deputy.presses("Отчёт без имён")
    nameless = words_of(deputy.files["Отчёт 2026-2027, без имён.docx"])
    for each in ("не подтверждено", "Отмечено встреч: 3.", "школьная конференция"):
        assert each in named, each
        assert each in nameless, each
    for name in (ANNA, IGOR, OLGA):
        assert name in named
        assert name.split()[0] not in nameless
    return deputy


async def the_folder_is_made(deputy: Person) -> None:
    await opens_year(deputy)
    await deputy.presses("Папка проверки")
    await deputy.presses("Да, сделать файл")
    with ZipFile(BytesIO(deputy.files["Папка проверки 2026-2027.zip"])) as archive:
        names = archive.namelist()
        cards = words_of(archive.read(next(name for name in names if name.endswith("Копилка практик.docx"))))
        held = {name.rpartition("/")[2] for name in archive.namelist()}
    assert {
        "Приказ № 47-о от 09.09.2026 о закреплении пар, копия.docx",
        "Персонализированная программа 1.docx",
        "Протокол мероприятия № 7 от 24.05.2027.docx",
        "Свидетельство наставника (всем).docx",
        "Кто был на мероприятиях.xlsx",
    } <= held
    assert OTHER in cards
    assert TITLE not in cards


async def the_year_turns(school: School, deputy: Person) -> None:
    """One pair goes on; pressed twice, and again on the old screen, it is one new year."""
    cast = school.cast
    await opens_year(deputy)
    await deputy.presses("Новый учебный год")
    await deputy.presses("Какие пары продолжат")
    await deputy.presses(f"☐ {last_weeks.PAIR}")
    await opens_year(deputy)
    await deputy.presses("Новый учебный год")
    old = deputy.screen
    await deputy.presses("Начать 2027/2028", times=2)
    await deputy.presses_old(old, "Начать 2027/2028")
    assert await cast.bot.fetch(str, "SELECT state FROM pairing ORDER BY id") == ["ended"] * 3 + ["agreed"]


async def h_each_says_whether_it_still_holds(school: School) -> None:
    """Anna consents anew and confirms, Olga does not and is in no bank; of a second press nothing comes."""
    cast = school.cast
    await september(cast)
    await renews(cast.teacher)
    await cast.teacher.presses("Подтвердить запрос")
    await cast.teacher.presses("Всё по-прежнему", times=2)
    runs = "SELECT COUNT(*) FROM form_run WHERE form_key = 'needs' AND carried = '' AND state = 'submitted'"
    assert await cast.bot.fetch(int, runs) == [1]
    await cast.coordinator.says("/bank")
    cast.coordinator.sees("Соколова")
    cast.coordinator.does_not_see("Берёзова")


async def i_a_dispute_keeps_what_the_term_would_take(school: School) -> None:
    """Retention is over on 31 August; a reason is asked, and what could have gone before stays."""
    cast, coordinator = school.cast, school.cast.coordinator
    await rings(cast, 9, 1, year=2027)
    await coordinator.presses("Данные 2026/2027")
    coordinator.sees("Срок хранения вышел 31.08.2027")
    old = coordinator.screen
    await coordinator.presses("Есть спор", times=2)
    await coordinator.says("Идёт проверка учредителя")
    coordinator.sees("Записано", "Идёт проверка учредителя")
    await coordinator.presses_old(old, "Оставить только цифры")
    coordinator.sees("Сейчас этого сделать нельзя")


async def test_a_year_ends_well_and_the_next_one_begins(journey_school: School) -> None:
    school, cast = journey_school, journey_school.cast
    nina = await last_weeks.a_year_was(school)
    await last_weeks.d_a_mentee_leaves_the_school(school)
    await last_weeks.a_a_mentor_gives_notice(school, nina)
    await last_events.a_conference_is_called(school)
    await last_events.it_moves_a_day(school)
    await last_events.it_is_held(school)
    await a_promised_practice_becomes_a_card(school)
    await another_one_comes_without_its_authors_name(school)
    await last_weeks.a_programme_is_carried_out(school)
    await last_weeks.mentors_are_thanked(school)
    await last_events.a_round_table_is_cancelled_and_another_one_is_called(school)
    await last_events.nominations_are_read_and_something_is_decided(school, OTHER)
    await last_events.the_task_is_done(school)
    await e_an_author_takes_the_card_back_after_it_was_printed(school)
    deputy = await g_the_coordinator_is_ill_and_the_deputy_reports(school)
    await the_folder_is_made(deputy)
    await the_year_turns(school, deputy)
    await h_each_says_whether_it_still_holds(school)
    await i_a_dispute_keeps_what_the_term_would_take(school)
    await check_the_end(cast)


async def check_the_end(cast: Cast) -> None:
    """Everything happened once; no pair is over without a day, none is at work without an order."""
    assert await last_events.proofs(cast) == [
        "a6_conference 2027-05-13  школьная конференция, участников: 4, гостей: 2",
        "a6_round_table 2027-05-24 7 круглый стол, участников: 1",
    ]
    for said in ("Приглашение: Школьная конференция", "Изменение: Школьная конференция", "Отменено: Круглый стол"):
        assert [person.heard.count(said) for person in (cast.teacher, cast.colleague, cast.newcomer)] == [1, 1, 1]
    assert cast.coordinator.heard.count("больше не разрешает показывать") == 1
    rows = "SELECT state || publish || stays FROM practice_card ORDER BY id"
    assert await cast.bot.fetch(str, rows) == ["acceptednever0", "acceptednameless0"]
    copies = "SELECT cards FROM practice_collection WHERE issued_at IS NOT NULL ORDER BY id"
    assert await cast.bot.fetch(int, copies) == [2, 1, 1]  # the folder is one too
    assert await last_weeks.ends(cast) == ["1 term 2027-05-31", "2 mentor 2027-04-22", "3 left 2027-03-16"]
    unordered = "SELECT id FROM pairing WHERE state IN ('ordered', 'active', 'paused') AND order_id IS NULL"
    assert await cast.bot.fetch(int, unordered) == []
    assert await cast.bot.fetch(int, "SELECT school_year FROM closed_year") == [2026]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM pairing_member WHERE pairing_id < 4") == [6]
    by_deputy = """SELECT act FROM journal j JOIN person p ON p.id = j.actor_id AND p.full_name LIKE 'Лугов %'
                   WHERE act LIKE 'export.%' OR act LIKE 'year.%' ORDER BY j.id"""
    acts = ["export.year_report", "export.check_folder", "year.turned"]  # what has no names is nothing to watch
    assert await cast.bot.fetch(str, by_deputy) == acts
