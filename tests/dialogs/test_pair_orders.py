"""From agreed pairs to the order: consents on paper, the draft in Word, the number that makes it one."""

from io import BytesIO

from docx import Document

from tests.conftest import School
from tests.dialogs.pairing import MENTEE, MENTOR, PAIR, agreed
from tests.dialogs.ringing import at
from tests.scenes import scene

MENTORS, MENTEES = "Согласия наставников.docx", "Согласия наставляемых.docx"


def words_of(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@scene
async def to_order(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    await coordinator.presses("Приказы о парах")
    await coordinator.presses("О закреплении пар")


@scene
async def signs(school: School, number: str = "47-о", day: str = "09.09.2026") -> None:
    coordinator = school.cast.coordinator
    await coordinator.presses("Внести номер и дату")
    await coordinator.says(number)
    await coordinator.says(day)


async def test_a_pair_without_consents_is_left_out_until_the_coordinator_takes_it_in(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await to_order(school)
    coordinator.sees(f"☐ {PAIR}: нет согласия (Рябинин И. О., Соколова А. И.)", "В приказе: 0 из 1.")
    await coordinator.presses("Скачать проект (Word)")
    coordinator.sees("В приказе пока нет ни одной пары")
    await coordinator.presses("☐ Рябинин И. О.")
    coordinator.sees(f"☑ {PAIR}", "В приказ включены пары без письменных согласий: 1.")


async def test_whose_consents_are_in_stands_in_the_order_by_itself(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    for name in ("☐ Рябинин И. О.", "☐ Соколова А. И."):
        await coordinator.says("/pairs")
        await coordinator.presses("Бумаги пар")
        await coordinator.presses(name)
        await coordinator.presses("Согласие получено")
    await to_order(school)
    await coordinator.presses("Скачать проект (Word)")
    coordinator.sees("В приказе: 1 из 1.")
    text = words_of(coordinator.files["Приказ о парах.docx"])
    assert MENTEE in text
    assert MENTOR in text
    assert "09.09.2026" in text
    assert "None" not in text


async def test_the_number_and_the_date_make_it_an_order(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await to_order(school)
    await coordinator.presses("☐ Рябинин И. О.")
    await signs(school)
    coordinator.sees("Записано: в приказе 1 пара.")
    await coordinator.presses("Открыть подписанный приказ")
    coordinator.sees("Номер 47-о от 09.09.2026.", "Собрать (Word)")
    await coordinator.says("/pairs")
    coordinator.sees(f"{PAIR}: в приказе, работа не начата")


async def test_a_number_that_was_given_and_a_day_to_come_are_refused_kindly(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await to_order(school)
    await coordinator.presses("☐ Рябинин И. О.")
    await coordinator.presses("Внести номер и дату")
    await coordinator.says("47-о")
    await coordinator.says("20.09.2026")
    coordinator.does_not_see("Записано: в приказе", "Открыть подписанный приказ")
    await coordinator.says("/pairs")
    coordinator.sees("согласны, нужен приказ")


async def test_consents_are_printed_for_both(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await coordinator.says("/pairs")
    await coordinator.presses("Бумаги пар")
    await coordinator.presses("Распечатать согласия")
    mentors, mentees = (words_of(coordinator.files[name]) for name in (MENTORS, MENTEES))
    assert "ст. 351.8" in mentors
    assert f"От кого: {MENTOR}" in mentors
    assert f"От кого: {MENTEE}" in mentees
    assert [text.count("СОГЛАСИЕ") for text in (mentors, mentees)] == [1, 1]
    coordinator.sees("подписанные бланки в чат не присылают", "Не заполнено: ")
    await coordinator.presses("Бумаги пар")
    coordinator.sees("бланк распечатан")


async def test_a_mentor_from_outside_signs_no_paper_of_the_labour_code(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await coordinator.says("/pairs")
    await coordinator.presses("Бумаги пар")
    await coordinator.presses("☐ Рябинин И. О.")
    await coordinator.presses("Внешний наставник")
    coordinator.sees("обратитесь к юристу")
    await coordinator.presses("Бумаги пар")
    await coordinator.presses("Распечатать согласия")
    coordinator.sees("Бланки согласий (1)", "Внешним наставникам бланк не печатается: нужен договор")
    assert MENTORS not in coordinator.files
    assert "ст. 351.8" not in words_of(coordinator.files[MENTEES])


async def test_the_order_of_ending_names_the_reason_of_the_closed_list(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await to_order(school)
    await coordinator.presses("☐ Рябинин И. О.")
    await signs(school)
    await coordinator.says("/pairs")
    await coordinator.presses(PAIR)
    await coordinator.presses("Завершить пару")
    await coordinator.presses("Взаимное решение")
    coordinator.sees("Пара завершена.")
    await coordinator.says("/pairs")
    await coordinator.presses("Приказы о парах")
    await coordinator.presses("О прекращении (1)")
    await coordinator.presses("Скачать проект (Word)")
    assert "взаимное решение" in words_of(coordinator.files["Приказ о прекращении.docx"])


async def test_a_pair_that_ended_before_the_signature_is_not_ordered(school: School) -> None:
    coordinator = school.cast.coordinator
    await agreed(school)
    await to_order(school)
    await coordinator.presses("☐ Рябинин И. О.")
    await coordinator.presses("Внести номер и дату")
    await coordinator.says("47-о")
    await at(school.cast, 9, 15)
    await coordinator.says("/pairs")
    await coordinator.presses(PAIR)
    await coordinator.presses("Завершить пару")
    await coordinator.presses("Взаимное решение")
    await to_order(school)
    coordinator.sees("Сейчас нет пар, которые согласны и ждут приказа.")
