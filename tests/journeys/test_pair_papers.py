"""From a pair that has agreed to its papers: consents, the order by a school's own template, the programme, changes."""

from tests.conftest import School
from tests.dialogs.offering import offers
from tests.dialogs.pairing import MENTEE, MENTOR, PAIR, agreed
from tests.dialogs.programming import TITLE, looks
from tests.dialogs.ringing import at
from tests.dialogs.test_document_templates import with_words
from tests.dialogs.test_pair_orders import signs, to_order, words_of
from tests.dialogs.test_results import makes_strict
from tests.dialogs.test_second_mentors import SECOND, asks
from tests.dialogs.test_signed_orders import AGREEMENTS, CHANGES, FILE, again
from tests.papers.pairs import head_of

PROGRAMME = "Персонализированная программа.docx"


async def has_a_template_of_its_own(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("документы")
    for label in ("Бумаги пар и событий", "Приказ о закреплении пар", "Свой шаблон", "Скачать наш"):
        await coordinator.presses(label)
    ours = coordinator.files["Шаблон. Приказ о парах.docx"]
    await coordinator.sends_file("Наш приказ.docx", with_words(ours, "ПОСТАНОВЛЯЮ:"))
    await coordinator.presses("Принять", times=2)


async def takes_in_the_consents(school: School) -> None:
    coordinator = school.cast.coordinator
    for name in ("☐ Рябинин И. О.", "☐ Соколова А. И."):
        await coordinator.says("/pairs")
        for label in ("Бумаги пар", name):
            await coordinator.presses(label)
        await coordinator.presses("Согласие получено", times=2)


async def orders(school: School) -> None:
    """What is missing is named beside the draft and filled in; the register's number makes it an order."""
    coordinator = school.cast.coordinator
    await to_order(school)
    coordinator.sees("В приказе: 1 из 1.")
    await coordinator.presses("Скачать проект (Word)", times=2)
    coordinator.sees("Не заполнено: ", "руководитель: инициалы и фамилия")
    assert "___" in words_of(coordinator.files[FILE])
    await coordinator.says("/settings")
    await coordinator.presses("Директор")
    await coordinator.says("Долгоруковская-Щёголева Ёлена Ильинична")
    await to_order(school)
    await signs(school)
    coordinator.sees("Записано: в приказе 1 пара.")
    await again(coordinator)
    first = words_of(coordinator.files[FILE])
    assert "ПОСТАНОВЛЯЮ:" in first
    assert "Ё. И. Долгоруковская-Щёголева" in first
    assert first.count(MENTOR) >= 1 <= first.count(MENTEE)
    assert not any(left in first for left in ("None", "{{", "{%", "Проект"))
    await again(coordinator)
    assert words_of(coordinator.files[FILE]) == first
    assert set(head_of(coordinator.files[FILE])) == {"Копия"}


async def plans(school: School) -> None:
    """Out of the request and the questionnaire; the mentor changes a step by buttons, the coordinator approves."""
    mentor, coordinator = school.cast.colleague, school.cast.coordinator
    await mentor.says(TITLE)
    await mentor.presses("Составить программу", times=2)
    await mentor.presses("Мероприятия (7)")
    await mentor.presses("3. Совместное планирование")
    await mentor.presses("На неделю позже", times=2)
    await mentor.presses("К программе")
    await mentor.presses("Отправить координатору", times=2)
    await looks(school)
    await coordinator.presses("Утвердить", times=2)
    await mentor.says(TITLE)
    await mentor.presses("Программа в Word")
    text = words_of(mentor.files[PROGRAMME])
    assert "Рябинин И. О." in text
    assert "09.09.2026" in text


async def changes_by_an_order_of_its_own(school: School) -> None:
    """Another mentor comes: no silent rewrite, and no number twice."""
    cast = school.cast
    await offers(school, cast.newcomer, SECOND)
    await asks(school)
    await at(cast, 10, 14)
    await cast.newcomer.presses("Посмотреть предложение")
    await cast.newcomer.presses("Принять", times=2)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Приказы о парах")
    await cast.coordinator.presses("Об изменениях (1)")
    await signs(school)
    cast.coordinator.sees("уже")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Приказы о парах")
    await cast.coordinator.presses("Об изменениях (1)")
    await signs(school, "48-о", "10.09.2026")
    await again(cast.coordinator, "№ 48-о от 10.09.2026: об изменениях")
    assert SECOND in words_of(cast.coordinator.files[CHANGES])
    await again(cast.coordinator)
    assert SECOND not in words_of(cast.coordinator.files[FILE])


async def test_an_agreed_pair_gets_its_papers_and_a_change_an_order_of_its_own(journey_school: School) -> None:
    school, coordinator = journey_school, journey_school.cast.coordinator
    await agreed(school)
    await has_a_template_of_its_own(school)
    await takes_in_the_consents(school)
    await orders(school)
    await coordinator.says("/pairs")
    await coordinator.presses("Приказы о парах")
    await coordinator.presses("Список для доп. соглашений")
    assert MENTOR in words_of(coordinator.files[AGREEMENTS])
    await coordinator.says("/pairs")
    coordinator.sees(f"{PAIR}: в приказе, работа не начата")
    await plans(school)
    await changes_by_an_order_of_its_own(school)
    await makes_strict(school)
    sent = sum(message.document is not None for message in coordinator.messages)
    await again(coordinator)
    coordinator.sees("в папке exports на сервере")
    assert sum(message.document is not None for message in coordinator.messages) == sent
