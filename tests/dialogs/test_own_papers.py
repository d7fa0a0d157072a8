"""«Моё портфолио» and the form that takes a consent back: each takes only their own, without the coordinator."""

from mentoring import documents
from mentoring.access import actor
from storage.vocabulary.documents import DocumentKind
from storage.vocabulary.practices import Publish
from tests.conftest import School
from tests.dialogs.honouring import met, person
from tests.dialogs.meeting import begins, ends
from tests.dialogs.pairing import MENTEE, MENTOR
from tests.dialogs.programming import approved
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_results import makes_strict
from tests.papers.pairs import head_of

PORTFOLIO, FORM = "Портфолио наставника.docx", "Заявление об отзыве согласия.docx"
OTHER = "Лугов Павел Ильич"


async def done_much(school: School) -> None:
    """Beside a meeting: a lesson visited, an event with a talk, a practice, and what is not to be told."""
    bot, mentor = school.cast.bot, await person(school, MENTOR)
    async with bot.machine.database.write() as tx:
        for statement in MORE:
            await tx.run(statement, school=school.id, mentor=mentor, now=bot.clock.now())
        for title, publish in (("Пять минут после урока", Publish.NAMED), ("Без имени", Publish.NAMELESS)):
            await tx.run(CARD, school=school.id, mentor=mentor, title=title, publish=publish, now=bot.clock.now())


CARD = """INSERT INTO practice_card (school_id, school_year, author_id, state, title, areas, useful_to, problem, done,
                                    result, publish, title_words, words, sent_at)
          VALUES (:school, 2026, :mentor, 'accepted', :title, '["method"]', '', '', '', '', :publish, '', '', :now)"""
MORE = (
    """INSERT INTO contact_note (pairing_id, author_id, held_on, how, noted_at)
       VALUES (1, :mentor, '2026-09-10', 'visit_mentee', :now)""",
    """INSERT INTO contact_note (pairing_id, author_id, held_on, how, noted_at, answer)
       VALUES (1, :mentor, '2026-09-10', 'visit_mentor', :now, 'otherwise')""",
    """INSERT INTO contact_note (pairing_id, author_id, held_on, how, noted_at, taken_back_at)
       VALUES (1, :mentor, '2026-09-10', 'online', :now, :now)""",
    """INSERT INTO gathering (school_id, school_year, kind, state, day, starts, place, calls, made_by, made_at,
                              invited_at)
       VALUES (:school, 2026, 'round_table', 'invited', '2026-09-09', '15:00', 'зал', 1, :mentor, :now, :now)""",
    """INSERT INTO gathering_person (gathering_id, person_id, attended, talk, talk_state)
       VALUES (1, :mentor, 1, 'Первый урок вдвоём', 'accepted')""",
)


async def test_a_mentor_takes_it_in_one_tap_and_it_tells_what_the_registry_knows(school: School) -> None:
    await met(school)
    await done_much(school)
    mentor = school.cast.colleague
    await mentor.says("Моя пара")
    await mentor.presses("Моё портфолио")
    mentor.sees("Портфолио придёт отдельным сообщением", "Имён коллег нет.")
    text = words_of(mentor.files[PORTFOLIO])
    for each in (
        MENTOR,
        "Наставляемых: 1.",
        "Отмечено встреч: 2, из них посещений уроков: 1.",
        "Персонализированных программ утверждено: 0, завершено: 0.",
        "один на один\n1\nс 09.09.2026 по настоящее время\n№ 47-о от 09.09.2026\nне утверждена",
        "встреча, разговор\n1\n10.09.2026",
        "посещение урока наставляемого\n1\n10.09.2026",
        "09.09.2026\nКруглый стол\nвыступление «Первый урок вдвоём»",
        "2026/2027\nПять минут после урока",
        "09.09.2026\n47-о\nо закреплении наставнических пар (групп)",
    ):
        assert each in text
    for each in (MENTEE.split()[0], "Без имени", "онлайн", "посещение урока наставника", "None"):
        assert each not in text
    assert head_of(mentor.files[PORTFOLIO]) == [""]


async def test_a_finished_programme_and_the_pair_that_is_over_are_told_from_my_data(school: School) -> None:
    await approved(school)
    await ends(school, 1)
    mentor = school.cast.colleague
    await mentor.says("Мои данные")
    await mentor.presses("Моё портфолио")
    text = words_of(mentor.files[PORTFOLIO])
    assert "Персонализированных программ утверждено: 1, завершено: 1." in text
    assert "по 09.09.2026\n№ 47-о от 09.09.2026\nзавершена" in text


async def test_it_stands_in_my_mentoring_of_whoever_has_worked(school: School) -> None:
    await met(school)
    await school.cast.colleague.says("Моё наставничество")
    await school.cast.colleague.presses("Моё портфолио")
    assert MENTOR in words_of(school.cast.colleague.files[PORTFOLIO])


async def test_what_the_last_year_keeps_is_told_too(school: School) -> None:
    await met(school)
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET school_year = 2027")
    mentor = school.cast.colleague
    await mentor.says("Моё портфолио")
    assert "2026/2027" in words_of(mentor.files[PORTFOLIO])


async def test_a_mentee_has_none_and_is_told_why(school: School) -> None:
    await met(school)
    mentee = school.cast.teacher
    await mentee.says("Моя пара")
    assert "Моё портфолио" not in mentee.buttons
    await mentee.says("Мои данные")
    assert "Моё портфолио" not in mentee.buttons
    await mentee.says("Моё портфолио")
    mentee.sees("собирать пока не из чего")
    assert not mentee.files


async def test_nobody_takes_anothers_whatever_the_button_says(school: School) -> None:
    await met(school)
    mentor, other = await person(school, MENTOR), school.cast.newcomer
    await hands_in(school, other, OTHER)
    mentee = await person(school, MENTEE)
    await begins(school, (await person(school, OTHER),), (mentee,))
    for somebody in (school.cast.teacher, school.cast.coordinator, other):
        for argument in ("", str(mentor), f"portfolio_mentor.{mentor}"):
            await somebody.presses_data(f"a:ptf:{mentor}:{argument}")
            await somebody.presses_data(f"a:docm:{mentor}:portfolio_mentor")
            await somebody.presses_data(f"a:hnm:{mentor}:portfolio_mentor.2026")
        assert all(MENTOR.split()[0] not in words_of(each) for each in somebody.files.values())
    assert OTHER in words_of(other.files[PORTFOLIO])
    assert PORTFOLIO not in school.cast.coordinator.files


async def test_a_finished_file_of_somebody_else_is_handed_to_nobody(school: School) -> None:
    await met(school)
    bot, teacher = school.cast.bot, school.cast.teacher
    async with bot.machine.database.write() as tx:
        member = (await actor(tx, teacher.user_id)).member
        assert member is not None
        for kind in (DocumentKind.PORTFOLIO_MENTOR, DocumentKind.WITHDRAWAL_PD, DocumentKind.CERTIFICATE_MENTOR):
            about = str(await person(school, MENTOR)) + (".2026" if kind is DocumentKind.CERTIFICATE_MENTOR else "")
            assert await documents.make(tx, member, teacher.user_id, kind, bot.clock.now(), about)
    await teacher.says("/menu")
    assert await bot.fetch(int, "SELECT COUNT(*) FROM job WHERE kind = 'document' AND state <> 'done'") == [0]
    assert not teacher.files


async def test_in_a_strict_school_it_waits_with_the_coordinator(school: School) -> None:
    await met(school)
    await makes_strict(school)
    mentor = school.cast.colleague
    await mentor.says("Моё портфолио")
    mentor.sees("В вашей школе такие файлы не присылают в чат")
    assert not mentor.files


async def test_the_form_that_takes_the_consent_back_has_ones_own_name_and_takes_nothing_back_itself(
    school: School,
) -> None:
    await met(school)
    teacher = school.cast.teacher
    await teacher.says("Мои данные")
    await teacher.presses("Бланк заявления об отзыве")
    teacher.sees("Согласие действует, пока вы не отдали", "Отозвать согласие")
    text = words_of(teacher.files[FORM])
    assert ", директор: " in text
    assert f"От кого: {MENTEE}" in text
    assert "отзываю согласие на обработку моих персональных данных, данное " in text
    assert "Заявление принято: «___»" in text
    assert head_of(teacher.files[FORM]) == [""]
    await teacher.says("Мои данные")
    teacher.sees("Согласие на обработку данных: дано.")


async def test_whoever_has_no_consent_has_no_such_form(school: School) -> None:
    outsider = school.cast.outsider
    await outsider.says("/start")
    await outsider.presses_data("a:wdff:1:")
    await outsider.presses_data("a:ptf:1:")
    assert not outsider.files


async def test_the_consent_to_publish_is_a_blank_sheet_of_the_coordinators(school: School) -> None:
    coordinator = school.cast.coordinator
    await met(school)
    await coordinator.says("документы")
    await coordinator.presses("Согласие на публикацию")
    coordinator.sees("По умолчанию ничего не разрешено", "Не заполнено: ", "ОГРН")
    coordinator.does_not_see("Номера пока нет", "Проект")
    assert "Номер и дата" not in coordinator.buttons
    await coordinator.presses("Собрать (Word)")
    text = words_of(coordinator.files["Согласие на публикацию.docx"])
    assert "Строка, в которой ничего не отмечено, означает отказ." in text
    assert "☑" not in text
    assert MENTEE.split()[0] not in text
    assert head_of(coordinator.files["Согласие на публикацию.docx"]) == [""]
    await school.cast.teacher.presses_data("a:docm:0:consent_publication")
    assert "Согласие на публикацию.docx" not in school.cast.teacher.files
