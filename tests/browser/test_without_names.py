"""A small school asks without names, by hand and eye in the sandbox: three answer, the chats keep nothing."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.async_api import Page, expect

from tests.browser.pages import (
    adds_everybody,
    downloads,
    last,
    log,
    opens_as,
    orders_a_link,
    picture,
    press,
    say,
    sends_the_sample_staff_list,
    sets_up_the_school,
    turns_to,
)

pytestmark = pytest.mark.browser

TEACHERS = {"Синицына": "Алёна Синицына", "Рябинин": "Максим Рябинин", "Громова": "Лидия Громова"}
MEETING = "Как прошла встреча?"


async def test_three_answer_without_names_and_the_coordinator_reads_them_together(page: Page, pictures: Path) -> None:
    await sets_up_the_school(page)
    await sends_the_sample_staff_list(page)
    await adds_everybody(page)
    for surname, who in TEACHERS.items():
        await turns_to(page, "Вера Орлова")
        await joins(page, surname, who)
    await opens_the_round(page)
    await page.get_by_role("button", name="следующий рабочий день").click()
    for number, who in enumerate(TEACHERS.values()):
        await turns_to(page, who)
        await answers(page, f"Приём {number}")
    await closes_and_reads(page, pictures)


async def joins(page: Page, surname: str, who: str) -> None:
    await opens_as(page, await orders_a_link(page, surname), who)
    await expect(last(page)).to_contain_text("согласие на обработку данных")
    for label in ("Согласен(на)", "Да, можно напоминать"):
        await press(page, label)
    await expect(last(page)).to_contain_text("Что от вас нужно")


async def opens_the_round(page: Page) -> None:
    await turns_to(page, "Вера Орлова")
    await say(page, "/forms")
    for label in (MEETING, "Попросить ответить"):
        await press(page, label)
    await ticks(page)
    for label in ("Дальше (3)", "Ответы без имён"):
        await press(page, label)
    await expect(last(page)).to_contain_text("Не увидит никто: кто что ответил")
    await press(page, "Пригласить, показать от 3 ответов")
    await expect(last(page)).to_contain_text("Готово")


async def ticks(page: Page) -> None:
    """By the alphabet, page after page."""
    turned = 1
    for ticked, surname in enumerate(sorted(TEACHERS), 1):
        await expect(last(page)).to_contain_text(f"Страница {turned} из 3")
        while not await page.get_by_role("button").filter(has_text=f"☐ {surname}").count():
            turned += 1
            await press(page, "Ещё")
            await expect(last(page)).to_contain_text(f"Страница {turned} из 3")
        await press(page, f"☐ {surname}")
        await expect(last(page)).to_contain_text(f"отмечено: {ticked}")


async def answers(page: Page, words: str) -> None:
    await expect(last(page)).to_contain_text("кто что ответил, не увидит никто")
    for label in ("Ответить", "Начать", "9", "8", "Возможно"):
        await press(page, label)
    await expect(last(page)).to_contain_text("Что именно возьмёте в работу?")
    await say(page, words)
    await expect(last(page)).to_contain_text("Что улучшить")
    for label in ("Пропустить", "Отправить"):
        await press(page, label)
    await expect(last(page)).to_contain_text("Ответы приняты без вашего имени")
    await expect(log(page)).not_to_contain_text(words)


async def closes_and_reads(page: Page, pictures: Path) -> None:
    await turns_to(page, "Вера Орлова")
    await say(page, "/forms")
    await press(page, MEETING)
    await expect(last(page)).to_contain_text("ответили 3 из 3")
    for _ in range(2):
        await press(page, "Закрыть анкету")
    await press(page, "Результаты без имён")
    await expect(last(page)).to_contain_text("9 — 3 (100 %)")
    await press(page, "Ответы словами (3)")
    await expect(last(page)).to_contain_text("• Приём 2")
    await picture(page, pictures / "without-names.png")
    for label in ("К результатам", "Скачать Excel"):
        await press(page, label)
    book = load_workbook(BytesIO(await downloads(page, ".xlsx")))
    said = " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    assert all(f"Приём {number}" in said for number in range(3))
    assert not any(surname in said for surname in TEACHERS)
