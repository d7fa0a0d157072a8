"""A coordinator brings pairs in, publishes a proposal; two colleagues say yes; the network as a picture."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.async_api import Page, expect

from sandbox.house import House
from tests.browser.conftest import TALL
from tests.browser.pages import (
    adds_everybody,
    last,
    log,
    orders_a_link,
    picture,
    press,
    say,
    sends_file,
    sends_the_sample_staff_list,
    sets_up_the_school,
    turns_to,
)
from tests.browser.phones import Phone

pytestmark = pytest.mark.browser

MENTEE, MENTOR = ("Синицына", 7_001_005, "Алёна Синицына"), ("Ключевская", 7_001_003, "Тамара Ключевская")
ASKS = (
    *("Заполнить запрос", "Начать", "Всё верно", "Да, на несколько месяцев или год", "☐ Урок и методика", "Готово"),
    *("☐ После уроков", "Готово", "Пока нет", "Отправить"),
)
HELPS = (
    *("Анкета наставника", "Начать", "Да, на несколько месяцев или год", "Всё верно", "☐ Высшая", "Готово"),
    *("☐ Урок и методика", "Готово", "Да, для коллег", "☐ Один на один", "Готово", "Двух", "☐ После уроков", "Готово"),
    *("8", "Пропустить", "Отправить"),
)
AT_WORK = (
    ("Лесная Зоя Кирилловна", "Полянская Рита Денисовна"),
    ("Мельников Степан Егорович", "Озеров Пётр Никитич; Снегирёв Антон Юрьевич"),
    ("Дубравина Ольга Тимофеевна", "Калинина Яна Эдуардовна"),
    ("Журавлёва Инна Марковна", "Громова Лидия Семёновна"),
)


async def test_pairs_are_brought_proposed_agreed_on_and_drawn(page: Page, house: House, pictures: Path) -> None:
    await sets_up_the_school(page)
    await sends_the_sample_staff_list(page)
    await adds_everybody(page)
    for (surname, user_id, _), answers in ((MENTEE, ASKS), (MENTOR, HELPS)):
        phone = Phone(house, user_id)
        await phone.opens(await orders_a_link(page, surname))
        await phone.presses("Согласен(на)", "Да, можно напоминать", *answers)
    await brings_pairs_in(page)
    await proposes(page, pictures)
    await both_say_yes(page)
    await sees_them_all(page, house, pictures)


async def brings_pairs_in(page: Page) -> None:
    await sends_file(page, "Наши пары.xlsx", sheet())
    await expect(log(page)).to_contain_text("4")
    await press(page, "Добавить")


def sheet() -> bytes:
    """As a school that begins in the middle of the year would send it."""
    book = Workbook()
    table = book.active
    assert table is not None
    table.append(("Наставник", "Наставляемый", "Форма", "№ приказа", "Дата приказа", "Начало", "Окончание"))
    for mentor, mentees in AT_WORK:
        form = "в группе" if ";" in mentees else "один на один"
        table.append((mentor, mentees, form, "12-о", date(2026, 9, 1), date(2026, 9, 2), date(2027, 5, 31)))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


async def proposes(page: Page, pictures: Path) -> None:
    await say(page, "/pairs")
    await press(page, "Подобрать (1)")
    await expect(log(page)).to_contain_text("Черновик подбора")
    await press(page, "Ключевская Т. И. → Синицына А. Р.")
    # Not the last message, here and below: news may have come under it meanwhile.
    await expect(log(page)).to_contain_text("урок и методика: 3")
    await press(page, "К черновику")
    await expect(log(page)).not_to_contain_text("урок и методика: 3")
    await expect(log(page)).to_contain_text("Пар: 1")
    await picture(page, pictures / "pair-draft.png", TALL, top=last(page))
    await press(page, "Опубликовать (1)")
    await expect(log(page)).to_contain_text("Опубликовать черновик")
    await press(page, "Опубликовать (1)")
    await expect(log(page)).to_contain_text("Опубликовано: 1 пара")


async def both_say_yes(page: Page) -> None:
    for _, _, who in (MENTOR, MENTEE):
        await turns_to(page, who)
        await say(page, "предложение о паре")
        await expect(last(page)).to_contain_text("Ответ нужен до")
        await press(page, "Принять")
        await expect(last(page)).to_contain_text("Спасибо")


async def sees_them_all(page: Page, house: House, pictures: Path) -> None:
    await turns_to(page, "Вера Орлова")
    await say(page, "/pairs")
    await expect(last(page)).to_contain_text("согласны, нужен приказ")
    await picture(page, pictures / "pairs.png", TALL, top=last(page))
    await press(page, "Схема пар")
    chart = page.locator(".message .picture img")
    await expect(chart).to_be_visible()
    address = await chart.get_attribute("src")
    drawn = await page.request.get(f"{house.address}{address}")
    (pictures / "pairs-chart.png").write_bytes(await drawn.body())
