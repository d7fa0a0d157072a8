"""The programme in Word: for the coordinator and for the pair's people, and in a strict school in the folder alone."""

from io import BytesIO

import pytest
from docx import Document

from mentoring.documents.printing import DRAFT
from tests.conftest import School
from tests.dialogs.pairing import MENTEE, MENTOR
from tests.dialogs.programming import TITLE, approved, looks, sent
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_programmes_passed_on import ended
from tests.dialogs.test_results import makes_strict

FILE = "Персонализированная программа.docx"


def _is_draft(content: bytes) -> bool:
    document = Document(BytesIO(content))
    told = [paragraph.text for section in document.sections for paragraph in section.header.paragraphs]
    return any(DRAFT in text for text in [*told, *(paragraph.text for paragraph in document.paragraphs)])


async def test_a_draft_says_that_it_is_one_and_names_are_short(school: School) -> None:
    mentor = await sent(school)
    await mentor.presses("Программа в Word")
    text = words_of(mentor.files[FILE])
    assert _is_draft(mentor.files[FILE])
    assert "Рябинин И. О." in text
    assert "Соколова А. И." in text
    assert MENTOR not in text
    assert MENTEE not in text
    assert "от 09.09.2026 № 47-о" in text
    assert "категория: первая" in text
    assert "None" not in text


async def test_the_mentee_and_the_coordinator_get_the_approved_one_with_marks_and_versions(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    await mentor.says(TITLE)
    await mentor.presses("Сделано: Установочная встреча")
    await looks(school)
    await cast.coordinator.presses("Продлить")
    await cast.coordinator.says("30.06.2027")
    await cast.coordinator.presses("Программа в Word")
    await cast.teacher.says(TITLE)
    await cast.teacher.presses("Программа в Word")
    for person in (cast.coordinator, cast.teacher):
        text = words_of(person.files[FILE])
        assert "выполнено 09.09.2026" in text
        assert "Программа продлена: по 30.06.2027 вместо 31.05.2027" in text
        assert "с 09.09.2026 по 30.06.2027" in text


async def test_an_approved_one_that_lacks_something_is_a_draft_all_the_same(school: School) -> None:
    cast = school.cast
    mentor = await approved(school)
    await mentor.says(TITLE)
    await mentor.presses("Программа в Word")
    mentor.sees("Не заполнено: ", "руководитель: инициалы и фамилия")
    assert _is_draft(mentor.files[FILE])
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET director = 'Озёров Павел Ильич'")
        await tx.run("UPDATE person SET position = 'учитель'")
    await mentor.says(TITLE)
    await mentor.presses("Программа в Word")
    assert not _is_draft(mentor.files[FILE])
    assert "Директор\n__________ / П. И. Озёров" in words_of(mentor.files[FILE])


async def test_in_a_strict_school_a_member_is_sent_to_the_coordinator(school: School) -> None:
    cast = school.cast
    mentor = await sent(school)
    await makes_strict(school)
    await mentor.says(TITLE)
    await mentor.presses("Программа в Word")
    mentor.sees("такие файлы не присылают в чат")
    mentor.does_not_see("exports")
    assert FILE not in mentor.files
    await looks(school)
    await cast.coordinator.presses("Программа в Word")
    cast.coordinator.sees("в папке exports на сервере")
    assert FILE not in cast.coordinator.files


async def test_whoever_has_left_the_pair_before_the_file_was_made_does_not_get_it(school: School) -> None:
    cast = school.cast
    mentor = await sent(school)
    async with cast.bot.machine.database.write() as tx:
        await tx.run(
            """INSERT INTO job (school_id, person_id, chat_id, kind, task, state, created_at)
               SELECT p.school_id, p.id, 202, 'document', '{"about": "1", "kind": "programme"}', 'due',
                      '2026-09-09T09:00:00.000000Z'
               FROM person p WHERE p.full_name = :name""",
            name=MENTOR,
        )
        await tx.run("UPDATE pairing_member SET left_at = '2026-09-09T09:00:00.000000Z' WHERE side = 'mentor'")
    await cast.bot.tick()
    await mentor.waits()
    assert FILE not in mentor.files


async def test_who_took_the_file_is_noted(school: School) -> None:
    mentor = await sent(school)
    await mentor.presses("Программа в Word")
    acts = await school.cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export%'")
    assert acts == ["export.programme"]


async def test_somebody_elses_file_is_not_ordered_by_a_forged_press(school: School) -> None:
    cast = school.cast
    await sent(school)
    await school.brings_in(cast.newcomer, "Берёзова Ольга Петровна")
    await cast.newcomer.presses_data("a:pgd:1:")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM job WHERE kind = 'document'") == [0]


@pytest.mark.parametrize("changed", [False, True], ids=["as approved", "changed since"])
async def test_of_an_ended_pair_only_what_was_never_approved_is_a_draft(school: School, *, changed: bool) -> None:
    cast = school.cast
    mentor = await approved(school)
    if changed:
        await mentor.says(TITLE)
        for label in ("Изменить программу", "Запрос, цель, задачи", "Изменить: цель"):
            await mentor.presses(label)
        await mentor.says("Совсем другая цель")
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET director = 'Озёров Павел Ильич'")  # nothing stands blank
        await tx.run("UPDATE person SET position = 'учитель'")
    await ended(school)
    await cast.coordinator.presses("Программа")
    await cast.coordinator.presses("Программа в Word")
    assert _is_draft(cast.coordinator.files[FILE]) is changed
