"""An event is called, answered and held, a material is found, a practice becomes a card: what each of them sees."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from playwright.async_api import Page, expect

from sandbox.house import House
from tests.browser.conftest import PHONE, TALL
from tests.browser.pages import (
    adds_everybody,
    downloads,
    last,
    log,
    orders_a_link,
    picture,
    press,
    say,
    sends_the_sample_staff_list,
    sets_up_the_school,
    turns_to,
)
from tests.browser.phones import Phone

pytestmark = pytest.mark.browser

VERA = 7_001_001
ALYONA, MAXIM, LIDIA = ("Синицына", 7_001_005), ("Рябинин", 7_001_006), ("Громова", 7_001_007)
CARD = "Карточки для взаимопроверки"
MATERIAL = "Как начать урок за пять минут"


async def test_an_event_a_material_and_a_practice_card(page: Page, house: House, pictures: Path) -> None:
    await sets_up_the_school(page)
    await sends_the_sample_staff_list(page)
    await adds_everybody(page)
    phones = [Phone(house, user_id) for _, user_id in (ALYONA, MAXIM, LIDIA)]
    for phone, (surname, _) in zip(phones, (ALYONA, MAXIM, LIDIA), strict=True):
        await phone.opens(await orders_a_link(page, surname))
        await phone.presses("Согласен(на)", "Да, можно напоминать")
    await calls_an_event(page, house, phones, pictures)
    await finds_a_material(page, house, pictures)
    await writes_a_card(phones[1])
    await accepts_it(page, pictures)
    await writes_its_minutes(page, house)


async def calls_an_event(page: Page, house: House, phones: list[Phone], pictures: Path) -> None:
    vera = Phone(house, VERA)
    await vera.says("мероприятия")
    await vera.presses("Новое мероприятие", "Установочная сессия наставников")
    await vera.says("10.09.2026", "15:30", "Кабинет 12")
    await vera.presses("Все педагоги", "Пропустить")
    await press(page, "К приглашению")
    await expect(last(page)).to_contain_text("Приглашение получат сегодня в 14:00: 3 человека")
    await press(page, "Пригласить")
    await expect(last(page)).to_contain_text("Приглашения уйдут сегодня в 14:00")
    house.move_clock(datetime(2026, 9, 8, 14, 5, tzinfo=ZoneInfo("Europe/Moscow")))
    for phone, answer in zip(phones, ("Буду", "Буду", "Позже скажу"), strict=True):
        await phone.presses(answer)
    await say(page, "мероприятия")
    await press(page, "10.09")
    await expect(last(page)).to_contain_text("Будут: 2, не смогут: 0, скажут позже: 1")
    await picture(page, pictures / "event.png", TALL, top=last(page))


async def finds_a_material(page: Page, house: House, pictures: Path) -> None:
    vera = Phone(house, VERA)
    await vera.says("/menu")
    await vera.presses("Материалы", "Урок и методика", "Добавить ссылку")
    await vera.says("https://example.org/urok", MATERIAL)
    await turns_to(page, "Алёна Синицына")
    await say(page, "материалы")
    await press(page, "Найти по слову")
    await say(page, "урок")
    await expect(last(page)).to_contain_text(MATERIAL)
    await picture(page, pictures / "materials.png", PHONE)


async def writes_a_card(maxim: Phone) -> None:
    await maxim.says("копилка практик")
    await maxim.presses("Рассказать о практике", "Начать")
    await maxim.says(CARD)
    await maxim.presses("☐ Урок и методика", "Готово (1)")
    await maxim.says(
        "Учителям 5–6 классов",
        "На проверку тетрадей не хватало времени, а ошибки повторялись.",
        "Ученики проверяют друг друга по карточке с пятью вопросами, учитель смотрит только спорное.",
        "Проверяем за пять минут, ошибок вдвое меньше.",
    )
    await maxim.presses("Пропустить", "Да, с моим именем", "Оставить без имени", "Отправить")


async def accepts_it(page: Page, pictures: Path) -> None:
    await turns_to(page, "Вера Орлова")
    await say(page, "карточки практик")
    await press(page, CARD)
    await press(page, "Принять в копилку")
    await expect(last(page)).to_contain_text("Принято, автор узнает")
    await turns_to(page, "Алёна Синицына")
    await say(page, "копилка практик")
    await press(page, "Все карточки")
    await press(page, CARD)
    await expect(log(page)).to_contain_text("Автор: Рябинин М.")
    await picture(page, pictures / "practice-card.png", PHONE)


async def writes_its_minutes(page: Page, house: House) -> None:
    house.move_clock(datetime(2026, 9, 10, 17, 5, tzinfo=ZoneInfo("Europe/Moscow")))
    await turns_to(page, "Вера Орлова")
    await say(page, "мероприятия")
    await press(page, "10.09")
    for label in ("Отметить, кто был", "Отметить всех, кто обещал", "Протокол", "1. Роль и границы", "Решили"):
        await press(page, label)
    await expect(last(page)).to_contain_text("Что решили?")
    await say(page, "Составить памятку наставника")
    await expect(last(page)).to_contain_text("До какого числа")
    await say(page, "25.09.2026")
    for label in ("Рябинин", "К протоколу", "Собрать (Word)"):
        await press(page, label)
    minutes = Document(BytesIO(await downloads(page, "Протокол установочной сессии.docx")))
    assert "срок: до 25.09.2026" in "\n".join(each.text for each in minutes.paragraphs)
