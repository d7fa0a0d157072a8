"""The mentor questionnaire is changed in Excel while teachers answer it; then the bank and the results."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.async_api import Page, expect

from sandbox.house import House
from tests.browser.conftest import PHONE, TALL
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
    sends_file,
    sends_the_sample_staff_list,
    sets_up_the_school,
    turns_to,
)
from tests.browser.phones import Phone
from tests.spreadsheet import QUESTIONS, Edit, breaks, edited, inserts, noted

pytestmark = pytest.mark.browser

COORDINATOR, TAMARA, OLEG = "Вера Орлова", "Тамара Ключевская", "Олег Берёзкин"
TITLE = "Анкета возможного наставника"
FILE = f"{TITLE}, версия 1.xlsx"
OPEN_LESSON = "Готовы ли вы показать коллегам открытый урок?"
OPTIONS = "Да, в этом году\nДа, но позже\nПока нет"
WILLING = "ready = «Да, на несколько месяцев или год»"
# Who answers on a telephone of their own: user, what suits, how many, the open lesson, how ready.
ON_PHONES = {
    "Громова": (7_001_007, "☐ Группа коллег", "Двух", "Да, но позже", "8"),
    "Рябинин": (7_001_006, "☐ Дистанционно", "Одного", "Пока нет", "6"),
    "Соколков": (7_001_008, "☐ Один на один", "Одного", "Да, в этом году", "8"),
}
JOINS = ("Согласен(на)", "Да, можно напоминать", "Анкета наставника", "Начать", "Да, на несколько месяцев", "Всё верно")
FIRST_HALF = ("☐ Высшая", "Готово (1)", "☐ Урок и методика", "Готово (1)", "Да, для коллег")
SECOND_HALF = ("Готово (1)", "Двух", "☐ После уроков", "Готово (1)")


async def test_a_questionnaire_is_changed_in_excel_while_teachers_answer_it(
    page: Page, house: House, pictures: Path
) -> None:
    await sets_up_the_school(page)
    await sends_the_sample_staff_list(page)
    await adds_everybody(page)
    await begins_and_pauses(page)
    changed = await sends_mistakes_and_mends_them(page, pictures)
    await looks_and_tries(page, changed, pictures)
    await publishes(page)
    await the_bot_is_killed_and_started(page)
    await finishes_what_was_begun(page)
    await answers_the_new_version(page, pictures)
    await others_answer(page, house)
    await reads_the_bank(page, pictures)
    await reads_the_results(page, house, pictures)


async def begins_and_pauses(page: Page) -> None:
    """Tamara stops in the middle of version 1."""
    await opens_as(page, await orders_a_link(page, "Ключевская"), TAMARA)
    await press_all(page, *JOINS, *FIRST_HALF, "☐ Один на один")
    await press(page, "Продолжить позже")
    await expect(last(page)).to_contain_text("Черновик сохранён")
    await turns_to(page, COORDINATOR)


async def sends_mistakes_and_mends_them(page: Page, pictures: Path) -> bytes:
    """The file with the new question, as the bot takes it; before that it had three mistakes."""
    await say(page, "/forms")
    await press(page, TITLE)
    await expect(last(page)).to_contain_text("В процессе: 1")
    await press(page, "Скачать Excel для правки")
    content = await downloads(page, FILE)
    slips = (breaks("s_ready", "вид", "картинка"), breaks("training", "показывать если", "redy = «Да»"))
    await sends_file(page, "Анкета.xlsx", edited(content, QUESTIONS, asks_about_a_lesson(""), *slips))
    await expect(log(page)).to_contain_text("3 места нужно поправить")
    marked = await downloads(page, "Анкета с пометками.xlsx")
    assert noted(marked, QUESTIONS) == {("варианты", ""), ("вид", "картинка"), ("показывать если", "redy = «Да»")}
    await picture(page, pictures / "form-mistakes.png")
    return edited(content, QUESTIONS, asks_about_a_lesson(OPTIONS))


def asks_about_a_lesson(options: str) -> Edit:
    return inserts(
        "time", вопрос=OPEN_LESSON, вид="один вариант", варианты=options, обязательный="да", показывать_если=WILLING
    )


async def looks_and_tries(page: Page, changed: bytes, pictures: Path) -> None:
    await sends_file(page, "Анкета.xlsx", changed)
    await expect(last(page)).to_contain_text("Файл прочитан, ошибок нет")
    await expect(last(page)).to_contain_text(f"новый вопрос: «{OPEN_LESSON}»")
    await picture(page, pictures / "form-draft.png")
    await press(page, "Посмотреть вопросы")
    await expect(last(page)).to_contain_text("Просмотр, вопрос 1 из 20")
    await press(page, "К черновику")
    await press(page, "Попробовать на себе")
    await press(page, "Начать")
    await expect(last(page)).to_contain_text("1 из 13")
    await expect(last(page)).to_contain_text("ТЕСТ. Ответы никуда не попадут")
    await picture(page, pictures / "form-trial.png", PHONE)
    await press(page, "Закончить пробу")
    await expect(last(page)).to_contain_text("ТЕСТ закончен")


async def publishes(page: Page) -> None:
    await press(page, "К черновику")
    await press(page, "Опубликовать")
    await expect(last(page)).to_contain_text("Что изменилось?")
    await say(page, "Спрашиваем про открытый урок")
    await expect(last(page)).to_contain_text("Опубликовано")


async def the_bot_is_killed_and_started(page: Page) -> None:
    await page.get_by_role("button", name="Убить бота").click()
    await expect(page.get_by_text("Бот остановлен", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Перезапустить процесс").click()
    await expect(page.get_by_text("Бот работает", exact=True)).to_be_visible()


async def finishes_what_was_begun(page: Page) -> None:
    await turns_to(page, TAMARA)
    await press_all(page, "Продолжить", *SECOND_HALF, "9", "Пропустить")
    await expect(last(page)).to_contain_text("Проверьте ответы")
    await expect(log(page)).not_to_contain_text(OPEN_LESSON)
    await press(page, "Отправить")
    await expect(last(page)).to_contain_text("Отправлено 08.09.2026")


async def answers_the_new_version(page: Page, pictures: Path) -> None:
    await turns_to(page, COORDINATOR)
    await opens_as(page, await orders_a_link(page, "Берёзкин"), OLEG)
    await press_all(page, *JOINS, *FIRST_HALF, "☐ Один на один", "Готово (1)", "Трёх")
    await expect(last(page)).to_contain_text(OPEN_LESSON)
    await picture(page, pictures / "mentor-question.png", PHONE)
    await press_all(page, "Да, в этом году", "☐ После уроков", "Готово (1)", "7", "Пропустить", "Отправить")
    await expect(last(page)).to_contain_text("Отправлено 08.09.2026")
    await press_all(page, "Меню", "Моё наставничество")
    await expect(last(page)).to_contain_text("Сделать паузу")
    await picture(page, pictures / "my-mentoring.png", PHONE)
    await turns_to(page, COORDINATOR)


async def others_answer(page: Page, house: House) -> None:
    """Three more, each in a way of their own: results have something to show."""
    for surname, (user_id, suits, capacity, lesson, mark) in ON_PHONES.items():
        phone = Phone(house, user_id)
        await phone.opens(await orders_a_link(page, surname))
        await phone.presses(*JOINS, *FIRST_HALF, suits, "Готово (1)", capacity, lesson)
        await phone.presses("☐ После уроков", "Готово (1)", mark, "Пропустить", "Отправить", "Меню")


async def reads_the_bank(page: Page, pictures: Path) -> None:
    await say(page, "/mentors")
    await expect(last(page)).to_contain_text("Готовы: 5")
    for name in ("Ключевская Т. И.", "Берёзкин О. Ф."):
        await expect(last(page)).to_contain_text(name)
    await picture(page, pictures / "mentor-bank.png", TALL)
    await press(page, "Скачать Excel")
    await press(page, "Да, сделать файл")
    book = opened(await downloads(page, "Банк наставников 08.09.2026.xlsx"))
    assert {"Ключевская Тамара Игнатьевна", "Берёзкин Олег Фёдорович"} <= cells(book, "Наставники")
    answered = cells(book, "Ответы")
    assert {"1", "2", OPEN_LESSON, "Ключевская Тамара Игнатьевна", "Берёзкин Олег Фёдорович"} <= answered


async def reads_the_results(page: Page, house: House, pictures: Path) -> None:
    await say(page, "/forms")
    await press(page, TITLE)
    await press(page, "Результаты")
    await expect(last(page)).to_contain_text("Версия 2. Ответов: 4.")
    await turns_to_the_new_question(page)
    await picture(page, pictures / "results.png", TALL)
    await press(page, "Картинкой")
    chart = page.locator(".message .picture img")
    await expect(chart).to_be_visible()
    await expect(log(page)).to_contain_text("Версия 2. Ответов: 4. На 08.09.2026.")
    await picture(page, pictures / "results-in-chat.png", TALL)
    source = await chart.get_attribute("src")
    drawn = await page.request.get(f"{house.address}{source}")
    (pictures / "results-chart.png").write_bytes(await drawn.body())
    await press(page, "К результатам")
    await press(page, "Скачать Excel")
    book = opened(await downloads(page, "Результаты"))
    assert "Ключевская Тамара Игнатьевна" in cells(book, "Ответы, версия 1")
    assert {"Берёзкин Олег Фёдорович", OPEN_LESSON, "Да, в этом году"} <= cells(book, "Ответы, версия 2")


async def turns_to_the_new_question(page: Page) -> None:
    for number in range(2, 9):
        if OPEN_LESSON in await last(page).inner_text():
            return
        await press(page, "Ещё")
        await expect(last(page)).to_contain_text(f"Страница {number} из")
    pytest.fail("the new question is on no page")


async def press_all(page: Page, *labels: str) -> None:
    for label in labels:
        await press(page, label)


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def cells(book: Workbook, title: str) -> set[str]:
    return {str(cell) for row in book[title].iter_rows(values_only=True) for cell in row}
