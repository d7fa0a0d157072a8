"""«Документы»: what the order on the regulation lacks, made in Word, its number and date, the roadmap's evidence."""

from datetime import UTC, datetime

from mentoring import erasure
from tests.conftest import School
from tests.dialogs.planning import confirms_dates
from tests.dialogs.test_pair_orders import words_of
from tests.dialogs.test_results import makes_strict
from tests.papers.pairs import head_of

FILE = "Приказ о Положении.docx"
LABEL = "Приказ об утверждении Положения"
SITE = "Лугов Павел Ильич"
ANSWERS = ("01.09.2026", "1", "28.08.2026", SITE, "15.09.2026")
PASSED_OVER = 5  # the union's opinion, the order before, who controls


async def opens(school: School, label: str = LABEL) -> None:
    await school.cast.coordinator.says("документы")
    await school.cast.coordinator.presses(label)


async def fills(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens(school)
    await coordinator.presses("Заполнить недостающее")
    for said in ANSWERS:
        await coordinator.says(said)
    for _ in range(PASSED_OVER):
        await coordinator.presses("Пропустить")


async def signs(school: School, number: str = "57", day: str = "07.09.2026") -> None:
    coordinator = school.cast.coordinator
    await coordinator.says(number)
    await coordinator.says(day)


async def test_what_is_missing_is_named_with_the_way_to_it(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/menu")
    await coordinator.presses("Документы")
    coordinator.sees("Этап 1: Приказ об утверждении Положения")
    await coordinator.presses(LABEL)
    coordinator.sees(
        "Номера пока нет", "Не заполнено: ", "дата протокола педсовета", "руководитель", "региональный акт"
    )
    coordinator.sees("Заполнить недостающее", "Директор", "Региональный акт", "Дорожная карта")
    await coordinator.presses("Региональный акт")
    coordinator.sees("Если его нет, напишите «нет».")
    await coordinator.says("нет")
    await coordinator.presses("Документы")
    await coordinator.presses(LABEL)
    coordinator.does_not_see("региональный акт")


async def test_only_what_nobody_knows_is_asked_and_the_paper_says_it(school: School) -> None:
    coordinator = school.cast.coordinator
    await fills(school)
    coordinator.sees("Записано.", "Собрать (Word)")
    coordinator.does_not_see("Заполнить недостающее", "протокола педсовета")
    await coordinator.presses("Собрать (Word)")
    text = words_of(coordinator.files[FILE])
    assert "Утвердить «Положение о системе наставничества педагогических работников»" in text
    assert "(протокол от 28.08.2026 № 1)" in text
    assert f"Ответственный: {SITE}." in text
    assert "утратившим силу" not in text
    assert "{" not in text
    assert "None" not in text
    coordinator.sees("Не заполнено: ", "номер документа")


async def test_an_answer_is_changed_by_itself(school: School) -> None:
    coordinator = school.cast.coordinator
    await fills(school)
    await coordinator.presses("Данные документа")
    coordinator.sees("Номер протокола педсовета: 1", "Номер отменяемого приказа: нет")
    await coordinator.presses("Номер отменяемого приказа")
    await coordinator.says("12-о")
    await coordinator.presses("Дата отменяемого приказа")
    await coordinator.says("01.09.2025")
    coordinator.sees("Дата отменяемого приказа: 01.09.2025")
    await coordinator.presses("К документу")
    await coordinator.presses("Собрать (Word)")
    assert "Признать утратившим силу приказ от 01.09.2025 № 12-о." in words_of(coordinator.files[FILE])


async def test_the_number_and_date_prove_the_activity_of_the_roadmap(school: School) -> None:
    coordinator = school.cast.coordinator
    await fills(school)
    await coordinator.presses("Номер и дата")
    await signs(school)
    coordinator.sees("Номер и дата записаны. В дорожной карте это дело отмечено сделанным.", "Номер 57 от 07.09.2026.")
    await coordinator.presses("Собрать (Word)")
    text = words_of(coordinator.files[FILE])
    assert "07.09.2026\tМосква\t№ 57" in text
    await coordinator.says("/roadmap")
    await coordinator.presses("1. Подготовка")
    await coordinator.presses("1. Приказ")
    coordinator.sees("№ 57 от 07.09.2026")


async def test_a_number_typed_wrongly_is_corrected_and_its_evidence_too(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens(school)
    await coordinator.presses("Номер и дата")
    await signs(school)
    await coordinator.presses("Исправить номер и дату")
    await signs(school, "75")
    coordinator.sees("Номер 75 от 07.09.2026.")
    await coordinator.says("/roadmap")
    await coordinator.presses("1. Подготовка")
    await coordinator.presses("1. Приказ")
    coordinator.sees("№ 75 от 07.09.2026")
    coordinator.does_not_see("№ 57")


async def test_a_day_to_come_and_the_number_of_another_order_are_refused_kindly(school: School) -> None:
    coordinator = school.cast.coordinator
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run(
            """INSERT INTO pair_order (school_id, school_year, kind, number, dated_on, made_by, made_at, signed_at)
               VALUES (:school, 2026, 'assign', '57', '2026-09-07', 1, :now, :now)""",
            school=school.id,
            now=datetime(2026, 9, 7, 9, tzinfo=UTC),
        )
    await opens(school)
    await coordinator.presses("Номер и дата")
    await coordinator.says("57")
    await coordinator.says("20.09.2026")
    coordinator.does_not_see("записаны")
    await coordinator.says("07.09.2026")
    coordinator.sees("Документ с таким номером и датой уже внесён.", "Номера пока нет")


async def test_made_twice_it_is_a_copy_and_what_was_signed_is_not_rewritten(school: School) -> None:
    coordinator = school.cast.coordinator
    await fills(school)
    await coordinator.presses("Номер и дата")
    await signs(school)
    await coordinator.presses("Собрать (Word)")
    first = words_of(coordinator.files[FILE])
    await opens(school, f"{LABEL}: № 57")
    await coordinator.presses("Собрать (Word)")
    coordinator.sees("придёт с пометкой «Копия»")
    assert words_of(coordinator.files[FILE]) == first
    await coordinator.says("/settings")
    await coordinator.presses("Город")
    await coordinator.says("Самара")
    await opens(school, f"{LABEL}: № 57")
    coordinator.sees("сейчас документ вышел бы другим", "Номер 57 от 07.09.2026.")
    await coordinator.presses("Собрать (Word)")
    coordinator.sees("Придёт новый проект без номера.")
    assert "Самара\t№ ______" in words_of(coordinator.files[FILE])


async def test_marks_stand_on_the_pages(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens(school)
    for heads in (["Проект"] * 4, ["Проект. Копия"] * 4):
        await coordinator.presses("Собрать (Word)")
        assert head_of(coordinator.files[FILE]) == heads
        await opens(school, f"{LABEL}: проект")


async def test_pressed_twice_before_it_came_it_is_made_once(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens(school)
    await coordinator.presses("Собрать (Word)", times=2)
    assert head_of(coordinator.files[FILE]) == ["Проект"] * 4


async def test_the_roadmap_is_its_second_annex_with_what_is_confirmed(school: School) -> None:
    coordinator = school.cast.coordinator
    await confirms_dates(coordinator)
    await opens(school)
    coordinator.does_not_see("дорожная карта: этапы")
    await coordinator.presses("Собрать (Word)")
    text = words_of(coordinator.files[FILE])
    assert "Этап 2." in text
    assert "до 15.09.2026" in text


async def test_in_a_strict_school_it_goes_into_the_folder(school: School) -> None:
    coordinator = school.cast.coordinator
    await makes_strict(school)
    await opens(school)
    await coordinator.presses("Собрать (Word)")
    coordinator.sees("exports")
    assert FILE not in coordinator.files


async def test_a_teacher_reaches_none_of_it(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, "Соколова Анна Ильинична")
    await teacher.says("документы")
    await teacher.presses_data("g:doc:0:0:order_regulation")
    await teacher.presses_data("a:docm:0:order_regulation")
    teacher.does_not_see("Собрать (Word)", "Приказ")
    assert FILE not in teacher.files


async def test_a_forged_kind_shows_the_list(school: School) -> None:
    coordinator = school.cast.coordinator
    for data in ("g:doc:0:0:none", "g:docd:0:0:none", "g:doct:0:0:", "a:docm:0:none", "a:docf:0:x", "a:docc:99:x"):
        await coordinator.presses_data(data)
        coordinator.sees("Бот собирает бумаги в Word.")


async def test_a_form_that_is_given_up_leads_back_to_the_document(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens(school)
    await coordinator.presses("Номер и дата")
    await coordinator.presses("Отменить")
    coordinator.sees("Номера пока нет", "Собрать (Word)")


async def test_who_is_erased_is_named_by_no_document_to_come(school: School) -> None:
    coordinator, bot = school.cast.coordinator, school.cast.bot
    (person_id,) = await school.lists(SITE)
    await fills(school)
    async with bot.machine.database.write() as tx:
        assert await erasure.erase(tx, person_id, by=None, now=bot.clock.now())
    await opens(school)
    coordinator.sees("кто размещает документы на сайте")
    await coordinator.presses("Собрать (Word)")
    assert SITE not in words_of(coordinator.files[FILE])


async def test_what_papers_say_of_the_school_stands_in_the_settings(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/settings")
    await coordinator.presses("Для документов")
    coordinator.sees("Должность директора: Директор", "Региональный акт: не указано")
    await coordinator.presses("Основания документов")
    await coordinator.says("устав школы; " + "закон " * 50)
    await coordinator.presses("Для документов")
    coordinator.sees("Основания документов: устав школы;")
    await opens(school)
    await coordinator.presses("Собрать (Word)")
    assert "на основании: устав школы; закон" in words_of(coordinator.files[FILE])
