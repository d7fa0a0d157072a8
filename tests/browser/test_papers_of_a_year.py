"""A coordinator's year by its papers: from eight agreed pairs to the report, typing only what a person must decide."""

import asyncio
import re

import pytest

from sandbox.house import House
from tests.browser.coordinators import OPEN, Coordinator, comes, heads_of, words_of
from tests.browser.phones import Phone
from tests.browser.year_events import CARDS, a_conference_is_held, a_session_is_held, practices_are_collected
from tests.browser.year_people import FULL_NAMES, PAIRS, SURNAMES, agree, come_in, sets_up

pytestmark = pytest.mark.browser

VERA = 7_001_001
ORDER = "Приказ о парах.docx"
TYPED = [
    *("МБОУ «Школа № 12»", "Казань"),
    *("41-о", "01.09.2026", "специалист по кадрам"),
    *("47-о", "08.09.2026"),
    *("10.09.2026", "15:30", "кабинет 12"),
    *("Орлову В. П. о том, чем наставник помогает", "Составить памятку", "25.09.2026", "1"),
    *("26.03.2027", "15:00", "актовый зал"),
    *("Авторов докладов", "Включить доклады в копилку", "2"),
    *("Все, кто просил наставника, работали в паре.", "Провести вторую конференцию осенью."),
]


async def test_a_coordinator_gets_every_paper_of_a_year(house: House) -> None:
    house.world.state.pace = None  # nobody here waits as long as people do between two presses
    vera = Coordinator(house, VERA)
    await sets_up(vera)
    phones = await come_in(vera)
    await agree(vera, phones)
    await the_cases_are_checked(vera)
    await consents_are_signed(vera)
    await the_order_is_signed(vera)
    await programmes_are_approved(vera, phones)
    await a_session_is_held(vera, phones)
    await a_conference_is_held(vera, phones)
    await practices_are_collected(vera, phones)
    await the_year_is_reported(vera)
    assert vera.typed == TYPED


async def the_cases_are_checked(vera: Coordinator) -> None:
    """Each name is looked at once; the bot has guessed all of them right."""
    await vera.goes("Пары", "Бумаги пар", "Проверить падежи")
    await vera.presses(vera.labels()[0])
    while "Верно" in vera.labels():
        await vera.turns("Верно")
    vera.sees("Все падежи проверены")


async def consents_are_signed(vera: Coordinator) -> None:
    """Printed with the names in their cases, signed by hand, and marked."""
    await vera.goes("Пары", "Бумаги пар")
    mentees = words_of(await vera.gets("Распечатать согласия", "Согласия наставляемых.docx"))
    mentors = words_of(vera.files("Согласия наставников.docx")[-1])
    assert "от Ключевской Тамары Игнатьевны" in mentors
    assert "в отношении Синицыной Алёны Романовны, " in mentors
    assert "от Мироновой-Белых Евы Станиславовны" in mentees
    for _ in SURNAMES:
        await vera.goes("Пары", "Бумаги пар")
        await vera.presses(vera.labels(OPEN)[0], "Согласие получено")


async def the_order_is_signed(vera: Coordinator) -> None:
    """A draft of all eight first; what the school's register gives makes it an order."""
    await vera.goes("Документы", "Приказ об утверждении Положения", "Номер и дата")
    await vera.types("41-о", "01.09.2026")
    await vera.goes("Настройки", "Для документов", "Кто оформляет доп. соглашения")
    await vera.types("специалист по кадрам")
    await vera.goes("Пары", "Приказы о парах", "О закреплении пар (8)")
    vera.sees("В приказе: 8 из 8.")
    draft = await vera.gets("Скачать проект (Word)", ORDER)
    assert set(heads_of(draft).split()) == {"Проект"}
    assert "№ ______" in words_of(draft)
    await vera.presses("Внести номер и дату")
    await vera.types("47-о", "08.09.2026")
    vera.sees("Записано: в приказе 8 пар.")
    await vera.presses("Открыть подписанный приказ")
    order = await vera.gets("Собрать (Word)", ORDER)
    assert heads_of(order) == ""
    text = words_of(order)
    assert "08.09.2026\tКазань\t№ 47-о" in text
    assert "А. Б. Вершинин" in text
    assert [surname for surname in SURNAMES if FULL_NAMES[surname] not in text] == []


async def programmes_are_approved(vera: Coordinator, phones: dict[str, Phone]) -> None:
    """Written by the mentors out of the requests, approved one after another, each got in Word."""
    await asyncio.gather(*(writes_a_programme(phones[two.mentor]) for two in PAIRS))
    for number, two in enumerate(PAIRS):
        await vera.goes("Сегодня", f"Программы (утвердить: {len(PAIRS) - number})", two.mentor, "Утвердить")
        programme = words_of(await vera.gets("Программа в Word", "Персонализированная программа.docx"))
        for each in (two.mentor, two.mentee, two.area, "К 31.05.2027", "от 08.09.2026 № 47-о"):
            assert each in programme
        assert re.search(r"Направления: [^\n]+\n4\. Цель\n", programme)  # what the areas say is not said twice
        assert programme.count("Установочная встреча") == 1


async def writes_a_programme(mentor: Phone) -> None:
    await mentor.says("Моя программа")
    await mentor.presses("Составить программу", "Отправить координатору")


async def the_year_is_reported(vera: Coordinator) -> None:
    await comes(vera.house, 2027, 6, 8)
    await vera.goes("Документы", "Итоги года", "Написать выводы")
    await vera.types("Все, кто просил наставника, работали в паре.")
    await vera.goes("Документы", "Итоги года", "Написать план")
    await vera.types("Провести вторую конференцию осенью.")
    await vera.goes("Документы", "Итоги года", "Отчёт с фамилиями (Word)")
    report = words_of(await vera.gets("Да, сделать файл", "Отчёт 2026-2027.docx"))
    for each in (*(FULL_NAMES[surname] for surname in SURNAMES), *CARDS.values(), *vera.typed[-2:], "№ 47-о"):
        assert each in report
