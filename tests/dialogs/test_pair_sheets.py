"""A pair's report, made of what is known without an answer to a survey, and the blank for a visit to a lesson."""

import json

import pytest

from handlers.presses import Act, Deed, pack
from mentoring import forms, questionnaires
from mentoring.documents.programme_report import SCALES
from storage import runs
from storage.vocabulary import RunState, Source
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.meeting import notes
from tests.dialogs.pairing import MENTEE, MENTOR
from tests.dialogs.programming import FIRST, TITLE, approved, looks, sent
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_programmes_passed_on import ended
from tests.dialogs.test_results import makes_strict
from tests.dialogs.test_two_schools import second
from tests.papers.pairs import head_of
from tests.scenes import scene

__all__ = ["second"]  # a fixture

REPORT, SHEET = "Отчёт о программе.docx", "Лист наблюдения урока.docx"
MAKE, BLANK = "Отчёт о программе (Word)", "Лист наблюдения урока"
ANSWER = "Маркер чужого ответа"
JOBS = "SELECT COUNT(*) FROM job WHERE kind = 'document'"


async def answers(school: School, name: str, form_key: str, **said: object) -> None:
    """What only a coordinator may read."""
    bot = school.cast.bot
    (person_id,) = await bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=name)
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        digest = await questionnaires.keep(tx, forms.load().get(form_key))
        run_id = await runs.add(
            tx, school_id=school.id, person_id=person_id, entered_by=person_id, form_key=form_key, form_version=1,
            digest=digest, place="q", about={}, parent_id=None, consent_id=None, source=Source.TAP, now=now,
        )  # fmt: skip
        for question, value in said.items():
            written = json.dumps(value, ensure_ascii=False)
            await runs.put(tx, run_id=run_id, question=question, value=written, source=Source.TAP, now=now)
        await runs.end(tx, run_id, old=RunState.OPEN, new=RunState.SUBMITTED, now=now)


@scene
async def worked(school: School) -> Person:
    """Approved, the first step done, one meeting noted; the mentor has the programme on the screen."""
    mentor = await approved(school)
    await notes(mentor)
    await mentor.says(TITLE)
    await mentor.presses(f"Сделано: {FIRST}")
    return mentor


async def test_a_report_says_what_is_done_and_asks_nothing(school: School) -> None:
    mentor = await worked(school)
    await mentor.presses(MAKE)
    mentor.sees("Отчёт придёт отдельным сообщением", "Ответы на анкеты в него не входят", "Не заполнено: ")
    mentor.sees("ответы на анкеты бот не показывает, впишите сами", "вывод пары", "рекомендация")
    paper = mentor.files[REPORT]
    text = words_of(paper)
    assert head_of(paper) == [""]
    assert "Наставник: Рябинин И. О." in text
    assert "Наставляемый: Соколова А. И." in text
    assert "Приказ о закреплении: от 09.09.2026 № 47-о" in text
    assert "Срок: с 09.09.2026 по 31.05.2027" in text
    assert "На 09.09.2026 выполнено 1 из 7 мероприятий (14 %)." in text
    assert f"1\n{FIRST}: ожидания, правила общения, план\n09.09.2026\n09.09.2026" in text
    assert "Отмечено встреч: 1, с 09.09.2026 по 09.09.2026." in text
    assert "Разговор\n1" in text
    assert "Куратор __________ / В. П. Орлова" in text
    assert "{" not in text
    assert "None" not in text
    assert MENTOR not in text
    assert MENTEE not in text


async def test_no_answer_to_a_survey_ever_stands_in_it(school: School) -> None:
    mentor = await worked(school)
    await answers(school, MENTEE, "mon_start_mentee", s_lesson=3, goal=ANSWER, worry=ANSWER)
    await answers(school, MENTEE, "mon_end_mentee", s_lesson=9, goal_done=10, lacked=ANSWER, next="alone")
    await answers(school, MENTOR, "mon_end_mentor", result="part", why_part=ANSWER, valuable=ANSWER)
    await looks(school)
    for person in (mentor, school.cast.coordinator):
        await person.presses(MAKE)
        text = words_of(person.files[REPORT])
        assert ANSWER not in text
        assert "Ответы на анкеты видит только координатор" in text
        for scale in SCALES:
            assert f"{scale}\n__________\n__________" in text
        assert "Программа выполнена (полностью, частично, нет): __________" in text


async def test_a_pair_that_has_not_met_has_a_report_too(school: School) -> None:
    mentor = await approved(school)
    await mentor.says(TITLE)
    await mentor.presses(MAKE)
    text = words_of(mentor.files[REPORT])
    assert "Отмечено встреч: 0.\n" in text
    assert "выполнено 0 из 7 мероприятий (0 %)" in text
    assert "Вид\n" not in text


async def test_mentee_and_coordinator_have_it_and_never_as_a_copy(school: School) -> None:
    cast = school.cast
    await worked(school)
    await cast.teacher.says(TITLE)
    await looks(school)
    for person in (cast.teacher, cast.coordinator):
        await person.presses(MAKE)
        assert head_of(person.files[REPORT]) == [""]
    acts = await cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export%'")
    assert acts == ["export.programme_report"] * 2


async def test_there_is_none_before_the_approval(school: School) -> None:
    mentor = await sent(school)
    mentor.does_not_see(MAKE)
    await mentor.presses_data(pack(Act(Deed.PROGRAMME_REPORT, 1)))
    assert await school.cast.bot.fetch(int, JOBS) == [0]


async def test_of_an_ended_pair_only_the_coordinator_has_it(school: School) -> None:
    cast = school.cast
    mentor = await worked(school)
    old = mentor.screen
    await ended(school)
    await mentor.presses_old(old, MAKE)
    mentor.sees("Этой программы здесь больше нет")
    assert REPORT not in mentor.files
    await cast.coordinator.presses("Программа")
    await cast.coordinator.presses(MAKE)
    assert "Наставник: Рябинин И. О." in words_of(cast.coordinator.files[REPORT])


@pytest.mark.parametrize("kind", ["programme", "programme_report"])
async def test_whoever_has_left_the_pair_before_the_file_was_made_does_not_get_it(school: School, kind: str) -> None:
    cast = school.cast
    mentor = await worked(school)
    async with cast.bot.machine.database.write() as tx:
        await tx.run(
            """INSERT INTO job (school_id, person_id, chat_id, kind, task, state, created_at)
               SELECT p.school_id, p.id, 202, 'document', :task, 'due', '2026-09-09T09:00:00.000000Z'
               FROM person p WHERE p.full_name = :name""",
            name=MENTOR,
            task=json.dumps({"about": "1", "kind": kind}),
        )
        await tx.run("UPDATE pairing_member SET left_at = '2026-09-09T09:00:00.000000Z' WHERE side = 'mentor'")
    await cast.bot.tick()
    await mentor.waits()
    assert not mentor.files


@pytest.mark.parametrize("deed", [Deed.PROGRAMME_PAPER, Deed.PROGRAMME_REPORT, Deed.OBSERVATION_SHEET])
async def test_a_colleague_and_another_school_order_nothing_by_a_forged_press(
    school: School, second: object, deed: Deed
) -> None:
    cast = school.cast
    await worked(school)
    await school.brings_in(cast.newcomer, "Берёзова Ольга Петровна")
    for person in (cast.newcomer, cast.deputy):
        await person.presses_data(pack(Act(deed, 1)))
        person.was_never_told("Рябинин", "Соколова")
    assert await cast.bot.fetch(int, JOBS) == [0]


@pytest.mark.parametrize("side", ["colleague", "teacher"])
async def test_whoever_is_in_a_pair_has_the_blank_for_a_lesson(school: School, side: str) -> None:
    await approved(school)
    person: Person = getattr(school.cast, side)
    await person.says("Моя пара")
    await person.presses(BLANK)
    person.sees("Документ придёт отдельным сообщением")
    text = words_of(person.files[SHEET])
    assert head_of(person.files[SHEET]) == [""]
    assert "2026/2027 учебный год" in text
    assert "Один шаг к улучшению" in text
    for name in ("Рябинин", "Соколова", "Школа № 12"):
        assert name not in text


async def test_nobody_is_named_in_the_blank_so_a_strict_school_sends_it_too(school: School) -> None:
    mentor = await approved(school)
    await makes_strict(school)
    await mentor.says("Моя пара")
    await mentor.presses(BLANK)
    assert SHEET in mentor.files
    await mentor.says(TITLE)
    await mentor.presses(MAKE)
    mentor.sees("такие файлы не присылают в чат")
    assert REPORT not in mentor.files
    assert await school.cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export%'") == [
        "export.programme_report"
    ]


async def test_after_the_pair_has_ended_there_is_no_blank(school: School) -> None:
    mentor = await approved(school)
    await mentor.says("Моя пара")
    old = mentor.screen
    await ended(school)
    await mentor.presses_old(old, BLANK)
    mentor.sees("Этой пары у вас сейчас нет")
    assert SHEET not in mentor.files


async def test_a_coordinator_has_it_among_the_documents_without_a_number(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("документы")
    await coordinator.presses(BLANK)
    coordinator.sees("Номер и дата этой бумаге не нужны.", "оценок в нём нет")
    assert "Номер и дата" not in coordinator.buttons
    await coordinator.presses("Собрать (Word)")
    assert head_of(coordinator.files[SHEET]) == [""]
    await coordinator.presses_data(pack(Act(Deed.DOCUMENT_SIGN, 0, "observation_sheet")))
    coordinator.sees("Бот собирает бумаги в Word.")
    await coordinator.says("документы")
    assert BLANK in coordinator.buttons
