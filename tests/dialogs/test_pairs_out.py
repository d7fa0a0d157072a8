"""«Скачать Excel» and «Схема пар»: who works with whom, how far each pair is, who has nobody."""

from io import BytesIO

from openpyxl import load_workbook

from sandbox.world import Message
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.offering import offers
from tests.dialogs.pairing import MENTEE, MENTOR, agreed
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_brought_pairs import OF_THREE, OF_TWO, PEOPLE, sends
from tests.dialogs.test_by_hand import LUGOVA


def pictures(person: Person) -> list[Message]:
    return [message for message in person.messages if message.media is not None and "photo" in message.media]


async def test_the_workbook_tells_of_pairs_and_of_those_who_wait(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await hands_in(school, cast.newcomer, LUGOVA)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Скачать Excel")
    assert "Таблица придёт отдельным сообщением" in cast.coordinator.heard
    book = load_workbook(BytesIO(cast.coordinator.files["Пары 09.09.2026.xlsx"]))
    pair = [cell.value or "" for cell in book["Пары"][2]]
    assert pair[1:5] == [MENTOR, MENTEE, "Один на один", "ждёт приказа"]
    assert pair[7] == "0 из 2"
    assert [cell.value for cell in book["Без пары"][2]][:3] == [LUGOVA, "0", "урок и методика"]
    counts = {row[0]: row[1] for row in book["Сводка"].iter_rows(values_only=True) if row[0]}
    assert (counts["Пары и группы: согласны, нужен приказ"], counts["Без пары ждут"]) == ("1", "1")


async def test_what_was_offered_meanwhile_stands_beside_and_the_psychologist_never(school: School) -> None:
    cast = school.cast
    await agreed(school)
    person_id = await hands_in(school, cast.newcomer, LUGOVA)
    async with cast.bot.machine.database.write() as tx:
        for kind in ("consultation", "psychologist"):
            await tx.run(
                """INSERT INTO support_note (school_id, person_id, kind, state, offered_on, changed_at)
                   VALUES (:school, :person, :kind, 'offered', '2026-09-09', '2026-09-09T09:00:00.000000Z')""",
                school=school.id,
                person=person_id,
                kind=kind,
            )
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Скачать Excel")
    sheet = load_workbook(BytesIO(cast.coordinator.files["Пары 09.09.2026.xlsx"]))["Без пары"]
    assert [cell.value for cell in sheet[2]] == [
        LUGOVA,
        "0",
        "урок и методика",
        "консультация: предложено 09.09.2026",
    ]


async def test_meetings_and_the_programme_stand_beside_the_pair(school: School) -> None:
    cast = school.cast
    await agreed(school)
    async with cast.bot.machine.database.write() as tx:
        for statement in MET:
            await tx.run(statement)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Скачать Excel")
    sheet = load_workbook(BytesIO(cast.coordinator.files["Пары 09.09.2026.xlsx"]))["Пары"]
    assert [cell.value for cell in sheet[2]][8:] == ["утверждена", "1", "08.09.2026", "Посетить урок"]


# One meeting that was and one that was taken back; one step that is done and two that are not.
MET = (
    """INSERT INTO contact_note (pairing_id, author_id, held_on, how, noted_at, taken_back_at)
       SELECT 1, person_id, CASE side WHEN 'mentor' THEN '2026-09-08' ELSE '2026-09-09' END, 'talk',
              '2026-09-09T09:00:00.000000Z', CASE side WHEN 'mentor' THEN NULL ELSE '2026-09-09T09:00:00.000000Z' END
       FROM pairing_member""",
    """INSERT INTO programme (pairing_id, state, version, content, starts_on, ends_on, changed_by, changed_at)
       SELECT id, 'approved', 1, '{}', '2026-09-09', '2027-05-31', made_by, made_at FROM pairing""",
    """INSERT INTO programme_step (pairing_id, place, area, activity, done_on)
       VALUES (1, 1, 'method', 'Разобрать план', '2026-09-09'), (1, 2, 'method', 'Посетить урок', NULL),
              (1, 3, 'method', 'Открытый урок', NULL)""",
)


async def test_what_was_given_out_can_be_read_back(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists(*PEOPLE)
    await sends(school, OF_TWO, OF_THREE)
    await coordinator.presses("Добавить (2)")
    await coordinator.presses("К парам")
    await coordinator.presses("Скачать Excel")
    await coordinator.sends_file("Пары.xlsx", coordinator.files["Пары 08.09.2026.xlsx"])
    coordinator.sees("Прочитано: 2 пары. Добавим: 0.", "Пропустим: 2.")


async def test_the_picture_comes_with_the_same_in_words_and_without_names(school: School) -> None:
    cast = school.cast
    await agreed(school)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Схема пар")
    (shown,) = pictures(cast.coordinator)
    assert shown.text == "Наставнические пары на 09.09.2026. Пар: 1. По состоянию: ждёт приказа 1."
    assert await cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export.%'") == ["export.pairs_chart"]


async def test_a_large_school_gets_every_page(school: School) -> None:
    coordinator = school.cast.coordinator
    names = [f"{surname} {first} Ильинична" for surname in ("Лугова", "Орлова", "Заречная") for first in FIRST]
    await school.lists(*names)
    half = len(names) // 2
    rows = [
        (mentor, mentee, "Один на один", "45-к", "31.08.2026", "01.09.2026", "31.05.2027")
        for mentor, mentee in zip(names[:half], names[half:], strict=False)
    ]
    await sends(school, *rows)
    await coordinator.presses(f"Добавить ({half})")
    await coordinator.presses("К парам")
    await coordinator.presses("Схема пар")
    pages = pictures(coordinator)
    assert len(pages) > 1
    assert [bool(page.text) for page in pages] == [True, *[False] * (len(pages) - 1)]


FIRST = (
    *("Алла", "Анна", "Вера", "Галина", "Дарья", "Жанна", "Зоя", "Инна", "Ирина", "Кира", "Лидия", "Майя", "Мария"),
    *("Нина", "Ольга", "Полина", "Раиса", "Софья", "Тамара", "Ульяна", "Фаина", "Элла", "Юлия", "Яна"),
)


async def test_in_a_strict_school_both_stay_on_the_server(school: School) -> None:
    cast = school.cast
    await agreed(school)
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET privacy = 'strict'")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Скачать Excel")
    cast.coordinator.sees("папке exports")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Схема пар")
    cast.coordinator.sees("папке exports")
    assert not cast.coordinator.files
    assert not pictures(cast.coordinator)


async def test_an_empty_school_is_not_offered_a_picture_of_nothing(school: School) -> None:
    coordinator = school.cast.coordinator
    await offers(school, school.cast.colleague, MENTOR)
    await coordinator.says("/pairs")
    coordinator.does_not_see("Схема пар", "Скачать Excel")
