"""What people of pairs sign: prefilled for each, many in one file, by the school's own template; who may have which."""

from io import BytesIO

from docx import Document

from handlers.presses import Act, Deed, pack
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.meeting import ends
from tests.dialogs.pairing import MENTEE, MENTOR, PAIR, agreed
from tests.dialogs.test_approvals import deputy_of
from tests.dialogs.test_document_templates import with_words
from tests.dialogs.test_pair_orders import MENTEES, MENTORS, signs, to_order, words_of
from tests.dialogs.test_results import makes_strict
from tests.dialogs.test_two_schools import Second, second
from tests.scenes import scene

__all__ = ["second"]  # a fixture

REFUSAL = "Заявление об отказе.docx"
BUTTON = "Заявление об отказе (Word)"


@scene
async def ordered(school: School) -> None:
    await agreed(school)
    await to_order(school)
    await school.cast.coordinator.presses("☐ Рябинин И. О.")
    await signs(school)


async def to_papers(person: Person) -> None:
    await person.says("/pairs")
    await person.presses("Бумаги пар")


@scene
async def wants_to_leave(school: School) -> Person:
    mentor = school.cast.colleague
    await mentor.says("Моя пара")
    await mentor.presses("Прекратить наставничество")
    return mentor


async def takes_template(school: School, title: str, name: str, words: str, instead: str) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("документы")
    await coordinator.presses("Бумаги пар и событий")
    await coordinator.presses(title)
    await coordinator.presses("Свой шаблон")
    await coordinator.presses("Скачать наш")
    ours = coordinator.files[f"Шаблон. {name}"]
    await coordinator.sends_file("Наш.docx", with_words(ours, words, instead=instead))
    coordinator.sees("Метки верны")
    await coordinator.presses("Принять")


async def test_whose_consent_is_in_gets_no_second_sheet(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await to_papers(coordinator)
    await coordinator.presses("☐ Рябинин И. О.")
    await coordinator.presses("Согласие получено")
    await coordinator.presses("Бумаги пар")
    await coordinator.presses("Распечатать согласия", times=2)
    assert list(coordinator.files) == [MENTEES]
    text = words_of(coordinator.files[MENTEES])
    assert f"Наставник: {MENTOR}, " in text
    assert "с 09.09.2026 по 31.05.2027" in text


async def test_the_schools_own_template_is_filled_for_each(school: School) -> None:
    coordinator = school.cast.coordinator
    await takes_template(school, "Согласие наставника на работу", MENTORS, "СОГЛАСЕН", "СОГЛАСИЕ")
    await agreed(school)
    await to_papers(coordinator)
    await coordinator.presses("Распечатать согласия")
    assert "СОГЛАСЕН" in words_of(coordinator.files[MENTORS])
    assert "СОГЛАСИЕ" in words_of(coordinator.files[MENTEES])


async def test_a_mentor_who_leaves_gets_the_application_with_the_day(school: School) -> None:
    await ordered(school)
    mentor = await wants_to_leave(school)
    await mentor.presses(BUTTON)
    mentor.sees("Заявление придёт отдельным сообщением", "Не заполнено: ", "с какой даты")
    assert "Прекращаю эту работу с __________;" in words_of(mentor.files[REFUSAL])
    await wants_to_leave(school)
    await mentor.presses("Прекратить наставничество")
    mentor.sees("Последний день: 14.09.2026", "Отозвать")
    await mentor.presses(BUTTON)
    text = words_of(mentor.files[REFUSAL])
    assert "Прекращаю эту работу с 15.09.2026;" in text
    assert f"в отношении коллеги: {MENTEE}, " in text
    assert "приказ о закреплении от 09.09.2026 № 47-о" in text
    assert "причин" not in text


async def test_both_who_lead_print_it_for_a_mentor_who_does_not_write_to_the_bot(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await to_papers(cast.coordinator)
    await cast.coordinator.presses("☐ Рябинин И. О.")
    await cast.coordinator.presses(BUTTON)
    deputy = await deputy_of(school)
    await (await wants_to_leave(school)).presses("Прекратить наставничество")
    await deputy.says("/pairs")
    await deputy.presses(PAIR)
    await deputy.presses("Заявление об отказе: Рябинин И. О.")
    for person, since in ((cast.coordinator, "__________"), (deputy, "15.09.2026")):
        assert f"Прекращаю эту работу с {since};" in words_of(person.files[REFUSAL])


async def test_a_mentee_an_outsider_and_another_school_get_no_application(school: School, second: Second) -> None:
    cast = school.cast
    await ordered(school)
    (mentor,) = await cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=MENTOR)
    await cast.outsider.says("/start")
    for person in (cast.teacher, cast.deputy, cast.outsider):
        await person.presses_data(pack(Act(Deed.LEAVE_PAPER, 1)))
        await person.presses_data(pack(Act(Deed.PAIR_REFUSAL, 1, str(mentor))))
        await person.presses_data(pack(Act(Deed.PAIR_CONSENTS)))
        assert not person.files
    await cast.coordinator.presses_data(pack(Act(Deed.PAIR_REFUSAL, 1, "x")))
    await cast.coordinator.presses_data(pack(Act(Deed.PAIR_REFUSAL, 10**9, str(mentor))))
    assert REFUSAL not in cast.coordinator.files


async def test_no_sheet_but_ones_own_is_handed_over_whoever_has_ordered_it(school: School) -> None:
    cast = school.cast
    await ordered(school)
    (mentor,) = await cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=MENTOR)
    (mentee,) = await cast.bot.fetch(int, "SELECT id FROM person WHERE full_name = :name", name=MENTEE)
    for person, task in (
        (cast.colleague, f'{{"kind": "consent_mentee_join", "about": "1-{mentee}"}}'),
        (cast.teacher, f'{{"kind": "refusal_mentor", "about": "1-{mentor}"}}'),
    ):
        async with cast.bot.machine.database.write() as tx:
            await tx.run(
                """INSERT INTO job (school_id, person_id, chat_id, kind, task, state, created_at)
                   VALUES (1, :person, :chat, 'sheets', :task, 'due', '2026-09-09T09:00:00.000000Z')""",
                person=mentor if person is cast.colleague else mentee,
                chat=person.user_id,
                task=task,
            )
        await cast.bot.tick()
        await person.waits()
        assert not person.files
    assert await cast.bot.fetch(str, "SELECT act FROM journal WHERE act = 'export.sheets'") == []


async def test_an_ended_pair_needs_no_sheet(school: School) -> None:
    cast = school.cast
    await ordered(school)
    mentor = await wants_to_leave(school)
    old = mentor.screen
    await to_papers(cast.coordinator)
    await cast.coordinator.presses("☐ Рябинин И. О.")
    card = cast.coordinator.screen
    await ends(school, 1)
    await mentor.presses_old(old, BUTTON)
    mentor.sees("Этой пары у вас сейчас нет")
    await cast.coordinator.presses_old(card, BUTTON)
    assert not mentor.files
    assert REFUSAL not in cast.coordinator.files
    await cast.coordinator.presses_data(pack(Act(Deed.PAIR_CONSENTS)))
    cast.coordinator.sees("Печатать нечего")


async def test_a_mentor_from_outside_has_a_contract_and_no_application(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await to_papers(cast.coordinator)
    await cast.coordinator.presses("☐ Рябинин И. О.")
    await cast.coordinator.presses("Внешний наставник")
    cast.coordinator.does_not_see(BUTTON)
    mentor = await wants_to_leave(school)
    await mentor.presses(BUTTON)
    mentor.sees("Для внешнего наставника такого заявления нет")
    assert not mentor.files


async def test_in_a_strict_school_the_mentor_asks_the_coordinator_for_it(school: School) -> None:
    await ordered(school)
    await makes_strict(school)
    mentor = await wants_to_leave(school)
    await mentor.presses(BUTTON)
    mentor.sees("такие файлы не присылают в чат")
    mentor.does_not_see("exports")
    assert not mentor.files


async def test_sheets_are_no_drafts_and_no_copies(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    for _ in range(2):
        await to_papers(coordinator)
        await coordinator.presses("Распечатать согласия")
        document = Document(BytesIO(coordinator.files[MENTORS]))
        assert [section.header.paragraphs[0].text for section in document.sections] == [""]


async def test_consents_to_data_of_mentors_and_of_the_others_come_apart(school: School) -> None:
    coordinator = school.cast.coordinator
    await takes_template(
        school,
        "Согласие на данные: наставник",
        "Согласия на данные, наставники.docx",
        "СОГЛАСИЕ НАСТАВНИКА НА ОБРАБОТКУ ДАННЫХ",
        "СОГЛАСИЕ НА ОБРАБОТКУ ПЕРСОНАЛЬНЫХ ДАННЫХ УЧАСТНИКА ПРОГРАММЫ НАСТАВНИЧЕСТВА",
    )
    await agreed(school)
    await coordinator.says("/papers")
    await coordinator.presses("Распечатать бланки")
    mentors = words_of(coordinator.files["Согласия на данные, наставники.docx"])
    others = words_of(coordinator.files["Согласия на данные.docx"])
    assert mentors.startswith("СОГЛАСИЕ НАСТАВНИКА НА ОБРАБОТКУ ДАННЫХ")
    assert f"Я, {MENTOR}," in mentors
    assert MENTEE not in mentors
    assert f"Я, {MENTEE}," in others
    assert MENTOR not in others
    coordinator.sees("Не заполнено: адрес школы")
