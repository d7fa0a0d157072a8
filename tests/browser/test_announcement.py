"""A coordinator writes to everybody: who gets it and when is read before anything is sent."""

from pathlib import Path

import pytest
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
    sends_the_sample_staff_list,
    sets_up_the_school,
)
from tests.browser.phones import Phone

pytestmark = pytest.mark.browser

TEXT = "В четверг в 15:00 педсовет в актовом зале.\nТема: как работают пары наставников."
ON_PHONES = {"Громова": 7_001_007, "Рябинин": 7_001_006, "Соколков": 7_001_008}


async def test_a_message_to_everybody_is_looked_at_and_sent(page: Page, house: House, pictures: Path) -> None:
    await sets_up_the_school(page)
    await sends_the_sample_staff_list(page)
    await adds_everybody(page)
    for surname, user_id in ON_PHONES.items():
        phone = Phone(house, user_id)
        await phone.opens(await orders_a_link(page, surname))
        await phone.presses("Согласен(на)", "Да, можно напоминать")
    await say(page, "/write")
    await press(page, "Всем")
    await say(page, TEXT)
    await expect(log(page)).to_contain_text("Сообщение от координатора школы")
    await expect(last(page)).to_contain_text("3 человека")
    await picture(page, pictures / "announcement.png", TALL)
    await press(page, "Отправить 3 людям")
    await expect(last(page)).to_contain_text("сообщение придёт сегодня в 14:00, его получат: 3 человека")
