"""«Отчёт за год»: with names for the coordinator, without for the director; every number is one of the database's."""

from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from openpyxl import load_workbook

from mentoring.year_end import gathering
from storage.vocabulary import Role
from tests.cast import Cast, Person
from tests.conftest import School
from tests.dialogs.meeting import notes, ordered, rings
from tests.dialogs.pairing import MENTEE, MENTOR
from tests.dialogs.planning import confirms_dates
from tests.dialogs.requesting import hands_in
from tests.dialogs.test_document_templates import with_words
from tests.dialogs.test_pair_orders import words_of
from tests.scenes import scene

WAITING = "Берёзова Ольга Петровна"
NAMELESS = "Отчёт 2026-2027, без имён.docx"


async def opens(coordinator: Person) -> None:
    await coordinator.says("/roadmap")
    await coordinator.presses("Итоги года")


@scene
async def worked(school: School) -> None:
    """A pair in an order that has met once, and somebody who waits."""
    cast = school.cast
    await ordered(school)
    await hands_in(school, cast.newcomer, WAITING)
    await rings(cast, 9, 10)
    await notes(cast.colleague)


async def sheet(person: Person, name: str, title: str) -> dict[str, object]:
    book = load_workbook(BytesIO(person.files[name]))
    return {str(row[0]): row[-1] for row in book[title].iter_rows(min_row=2, values_only=True)}


async def test_the_report_is_found_among_documents_and_by_its_name(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("отчёт")
    coordinator.sees("Итоги года, 2026/2027", "Отчёт с фамилиями")
    await coordinator.says("документы")
    await coordinator.presses("Итоги года")
    coordinator.sees("Итоги года, 2026/2027", "Отчёт с фамилиями")


async def test_the_report_comes_as_word_with_names(school: School) -> None:
    coordinator = school.cast.coordinator
    await worked(school)
    await opens(coordinator)
    coordinator.sees("Итоги года, 2026/2027", "Ещё нет: выводов, плана на следующий год.")
    await coordinator.presses("Отчёт с фамилиями")
    await coordinator.presses("Да, сделать файл")
    text = words_of(coordinator.files["Отчёт 2026-2027.docx"])
    for each in (MENTEE, MENTOR, WAITING, "не подтверждено", "Отмечено встреч: 1."):
        assert each in text
    assert "None" not in text
    assert await school.cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'export%'") == [
        "export.year_report"
    ]


async def test_what_the_coordinator_writes_stands_in_it(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens(coordinator)
    await coordinator.presses("Написать выводы")
    await coordinator.says("Пары работали весь год")
    coordinator.sees("Записано", "Ещё нет: плана на следующий год.", "Изменить выводы")
    await coordinator.presses("Написать план")
    await coordinator.says("Сессия до 15 сентября")
    coordinator.sees("Выводы и план написаны.")
    await coordinator.presses("Отчёт без имён")
    text = words_of(coordinator.files["Отчёт 2026-2027, без имён.docx"])
    assert "Пары работали весь год" in text
    assert "Сессия до 15 сентября" in text
    acts = await school.cast.bot.fetch(str, "SELECT act FROM journal WHERE act LIKE 'year.%' ORDER BY id")
    assert acts == ["year.conclusions", "year.plan"]


async def director(school: School) -> Person:
    person = school.cast.outsider
    (director_id,) = await school.lists("Лугов Павел Андреевич", role=Role.DIRECTOR)
    await person.starts((await school.invites(director_id)).token)
    await school.lets_in(director_id, person)
    return person


async def test_a_director_reads_it_without_names_and_gets_nothing_else(school: School) -> None:
    await worked(school)
    person = await director(school)
    await person.says("/today")
    await person.presses("Отчёт за год")
    assert not [label for label in person.buttons if "фамилиями" in label or "Написать" in label]
    await person.presses("Отчёт без имён")
    text = words_of(person.files["Отчёт 2026-2027, без имён.docx"])
    for name in (MENTEE, MENTOR, WAITING):
        assert name.split()[0] not in text
    before = dict(person.files)
    await person.says("/today")
    await person.presses("Отчёт за год")
    await person.presses_data("a:yef:0:0")
    await person.presses_data("a:yew:0:0")
    assert person.files.keys() == before.keys()


async def takes_ours(coordinator: Person, title: str) -> bytes:
    """Through the list of papers that are made elsewhere."""
    await coordinator.says("/menu")
    await coordinator.presses("Документы")
    await coordinator.presses("Бумаги пар и событий")
    await coordinator.presses(title)
    coordinator.sees("Где собрать: «Дорожная карта» → «Итоги года».", "Итоги года")
    await coordinator.presses("Свой шаблон")
    await coordinator.presses("Скачать наш")
    return coordinator.files[f"Шаблон. {title.replace(' с фамилиями', '').replace(' без', ', без')}.docx"]


async def test_a_school_s_own_template_is_used_for_the_director_too_and_given_up(school: School) -> None:
    coordinator = school.cast.coordinator
    await worked(school)
    ours = await takes_ours(coordinator, "Отчёт за год без имён")
    await coordinator.sends_file("Наш отчёт.docx", with_words(ours, "ИТОГИ НАСТАВНИЧЕСТВА", instead="ОТЧЁТ"))
    coordinator.sees("Метки верны, документ собирается.")
    await coordinator.presses("Принять")
    coordinator.sees("ваш шаблон, версия 1")
    person = await director(school)
    await person.says("/today")
    await person.presses("Отчёт за год")
    await person.presses("Отчёт без имён")
    own = Document(BytesIO(person.files[NAMELESS]))
    assert "ИТОГИ НАСТАВНИЧЕСТВА" in [each.text for each in own.paragraphs]
    assert len(own.inline_shapes) == 1  # nobody has answered the end's survey: there is the year's chart alone
    await coordinator.presses("Вернуть наш")
    await coordinator.presses("Да, вернуть наш")
    await opens(coordinator)
    await coordinator.presses("Отчёт без имён")
    assert "ОТЧЁТ" in words_of(coordinator.files[NAMELESS])


async def test_a_template_that_names_people_or_moves_a_chart_is_told_where(school: School) -> None:
    coordinator = school.cast.coordinator
    ours = await takes_ours(coordinator, "Отчёт за год без имён")
    wrong = with_words(ours, "Отчёт {{ диаграмма_года }} составил {{ куратор.подпись }}", instead="ОТЧЁТ")
    await coordinator.sends_file("Наш отчёт.docx", wrong)
    coordinator.sees(
        "{{ диаграмма_года }}: это картинка: её метка стоит одна в абзаце",
        "{{ куратор.подпись }}: такой метки нет.",
        "Абзац: «Отчёт {{ диаграмма_года }} составил {{ куратор.подпись }}»",
    )
    coordinator.does_not_see("Принять")


async def test_the_one_with_names_has_a_template_of_its_own(school: School) -> None:
    coordinator = school.cast.coordinator
    await worked(school)
    ours = await takes_ours(coordinator, "Отчёт за год с фамилиями")
    await coordinator.sends_file("Наш отчёт.docx", with_words(ours, "ИТОГИ НАСТАВНИЧЕСТВА", instead="ОТЧЁТ"))
    await coordinator.presses("Принять")
    await opens(coordinator)
    await coordinator.presses("Отчёт с фамилиями")
    await coordinator.presses("Да, сделать файл")
    coordinator.sees("Отчёт с фамилиями: не пересылайте его в общие чаты. Не заполнено: ")
    text = words_of(coordinator.files["Отчёт 2026-2027.docx"])
    for each in ("ИТОГИ НАСТАВНИЧЕСТВА", MENTEE, MENTOR, WAITING):
        assert each in text
    await opens(coordinator)
    await coordinator.presses("Отчёт без имён")
    assert "ОТЧЁТ" in words_of(coordinator.files[NAMELESS])


async def test_a_teacher_gets_nothing_of_it(school: School) -> None:
    await worked(school)
    teacher = school.cast.teacher
    before = len(await school.cast.bot.fetch(int, "SELECT id FROM job"))
    for data in ("g:ye:0:0", "a:yef:1:0", "a:yew:0:0"):
        await teacher.presses_data(data)
    assert len(await school.cast.bot.fetch(int, "SELECT id FROM job")) == before
    teacher.was_never_told("Итоги года")


async def test_in_a_strict_school_only_what_has_no_names_comes_into_the_chat(school: School) -> None:
    cast = school.cast
    await worked(school)
    async with cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET privacy = 'strict'")
    await opens(cast.coordinator)
    await cast.coordinator.presses("Таблицы с фамилиями")
    await cast.coordinator.presses("Да, сделать файл")
    cast.coordinator.sees("папке exports")
    await opens(cast.coordinator)
    await cast.coordinator.presses("Таблицы без имён")
    assert list(cast.coordinator.files) == ["Отчёт 2026-2027, без имён.xlsx"]


async def test_the_picture_comes_with_its_words(school: School) -> None:
    coordinator = school.cast.coordinator
    await worked(school)
    await opens(coordinator)
    await coordinator.presses("Картинка")
    (shown,) = [message for message in coordinator.messages if message.media is not None and "photo" in message.media]
    assert shown.text.startswith("Итоги: 2026/2027 учебный год. Дорожная карта:")


async def rows(cast: Cast, sql: str) -> int:
    return (await cast.bot.fetch(int, sql))[0]


async def test_every_number_of_people_is_one_of_the_database(school: School) -> None:
    cast = school.cast
    await worked(school)
    await confirms_dates(cast.coordinator)
    await opens(cast.coordinator)
    await cast.coordinator.presses("Таблицы с фамилиями")
    await cast.coordinator.presses("Да, сделать файл")
    name = "Отчёт 2026-2027.xlsx"
    wanted = """SELECT COUNT(*) FROM answer a JOIN form_run f ON f.id = a.run_id AND f.state = 'submitted'
                WHERE a.question = 'want_mentor' AND a.value IN ('"year"', '"short"')"""
    assert await sheet(cast.coordinator, name, "Люди") == {
        "Сотрудников в списке": await rows(cast, "SELECT COUNT(*) FROM person WHERE state <> 'waiting'"),
        "Запрос заполнили": await rows(
            cast, "SELECT COUNT(*) FROM form_run WHERE form_key = 'needs' AND state = 'submitted'"
        ),
        "Из них просили наставника": await rows(cast, wanted),
        "Из них в паре (есть или была в этом году)": await rows(
            cast,
            f"""{wanted} AND f.person_id IN (SELECT m.person_id FROM pairing_member m
                JOIN pairing g ON g.id = m.pairing_id WHERE m.side = 'mentee' AND g.state = 'active')""",
        ),
        "Без пары, поиск продолжается": await rows(
            cast,
            f"{wanted} AND f.person_id NOT IN (SELECT person_id FROM pairing_member WHERE side = 'mentee')",
        ),
        "Поиск остановлен по желанию наставляемого": await rows(cast, "SELECT COUNT(*) FROM queue_exit"),
        "Поиск остановлен по решению куратора": 0,
        "Готовы быть наставниками": await rows(
            cast, "SELECT COUNT(*) FROM form_run WHERE form_key = 'mentor_profile' AND state = 'submitted'"
        ),
        "Всего мест у наставников": 2,
    }
    values = await sheet(cast.coordinator, name, "Показатели")
    assert values["Охват запросов"] == "1 из 2 (50 %)"
    assert values["Регулярность встреч"] == "1 из 1 (100 %)"
    papers = await rows(cast, "SELECT COUNT(*) FROM paper WHERE state = 'received'")
    people = await rows(cast, "SELECT COUNT(*) FROM person WHERE state IN ('invited', 'active')")
    assert values["Согласия на обработку данных получены"] == f"{papers} из {people} (0 %)"
    assert values["Согласия участников пар получены"] == "0 из 2 (0 %)"
    meetings = await sheet(cast.coordinator, name, "Встречи")
    assert meetings == {"разговор": await rows(cast, "SELECT COUNT(*) FROM contact_note")}


async def test_numbers_of_programmes_and_papers_follow_their_rows(school: School) -> None:
    """Naively, from the rows themselves: done, due, approved, signed, taken back, not agreed."""
    cast = school.cast
    await worked(school)
    async with cast.bot.machine.database.write() as tx:
        for statement in MORE:
            await tx.run(statement, school=school.id)
        report = await gathering.gather(tx, school.id, datetime(2026, 10, 20, 12, tzinfo=UTC))
    values = {each.measure.value: (each.top, each.of) for each in report.indicators}
    assert values["programmes"] == (1, 1)
    assert values["plan"] == (1, 2)
    assert values["pair_consents"] == (1, 2)
    assert len(report.pairs) == 1
    assert report.pairs[0].meetings == 1
    assert sum(many for _, counts in report.meetings for _, many in counts) == 1
    assert report.offered == (("консультация, состоялось", 1),)


MORE = (
    """INSERT INTO programme (pairing_id, state, version, content, starts_on, ends_on, changed_by, changed_at)
       SELECT id, 'approved', 1, '{}', '2026-09-09', '2027-05-31', made_by, made_at FROM pairing
       WHERE school_id = :school""",
    """INSERT INTO programme_step (pairing_id, place, area, activity, due_on, done_on)
       SELECT p.id, 1, 'method', 'Разобрать план', '2026-10-01', '2026-10-02' FROM pairing p WHERE school_id = :school
       UNION ALL SELECT p.id, 2, 'method', 'Урок', '2026-10-20', NULL FROM pairing p WHERE school_id = :school
       UNION ALL SELECT p.id, 3, 'method', 'Другой', '2026-10-21', NULL FROM pairing p WHERE school_id = :school""",
    """INSERT INTO pair_paper (pairing_id, person_id, kind, state, received_on, changed_at)
       SELECT m.pairing_id, m.person_id, 'consent', 'received', '2026-09-10', '2026-09-10T09:00:00.000000Z'
       FROM pairing_member m JOIN pairing g ON g.id = m.pairing_id WHERE m.side = 'mentor' AND g.school_id = :school""",
    """INSERT INTO contact_note (pairing_id, author_id, held_on, how, noted_at, taken_back_at)
       SELECT pairing_id, author_id, held_on, how, noted_at, noted_at FROM contact_note WHERE pairing_id IN
       (SELECT id FROM pairing WHERE school_id = :school)""",
    """INSERT INTO pairing (school_id, school_year, kind, format, state, origin, made_by, made_at, state_at, ended_on,
                            end_reason)
       SELECT school_id, school_year, kind, format, 'ended', origin, made_by, made_at, state_at, '2026-09-20',
              'not_agreed' FROM pairing WHERE school_id = :school""",
    """INSERT INTO support_note (school_id, person_id, kind, state, offered_on, held_on, changed_at)
       SELECT school_id, id, 'consultation', 'held', '2026-10-01', '2026-10-02', created_at FROM person
       WHERE full_name = 'Берёзова Ольга Петровна' AND school_id = :school
       UNION ALL SELECT school_id, id, 'group', 'offered', '2026-06-01', NULL, created_at FROM person
       WHERE full_name = 'Берёзова Ольга Петровна' AND school_id = :school
       UNION ALL SELECT school_id, id, 'psychologist', 'held', '2026-10-01', '2026-10-02', created_at FROM person
       WHERE full_name = 'Берёзова Ольга Петровна' AND school_id = :school""",
)
