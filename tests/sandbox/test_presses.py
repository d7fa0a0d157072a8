"""Presses and their answers."""

from typing import Any

import pytest

from sandbox.world import Toast, User, World
from tests.sandbox.conftest import BotSide, StillClock

TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def screen(bot: BotSide, vera: User) -> Any:
    markup = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
    return await bot("sendMessage", chat_id=vera.id, text="Вопрос", reply_markup=markup)


async def test_a_press_carries_the_screen_as_it_stands(bot: BotSide, vera: User, world: World, screen: Any) -> None:
    world.press(vera.id, screen["message_id"], "Да")
    query = (await bot.updates(offset=-1))[0]["callback_query"]
    assert query["data"] == "yes"
    assert query["message"]["text"] == "Вопрос"
    assert query["from"]["id"] == vera.id


async def test_an_answer_stops_the_spinner_and_shows_a_toast(
    bot: BotSide, vera: User, world: World, screen: Any
) -> None:
    (query_id,) = world.press(vera.id, screen["message_id"], "Да")
    assert len(world.spinners(vera.id)) == 1
    await bot("answerCallbackQuery", callback_query_id=query_id, text="Принято", show_alert="true")
    assert world.spinners(vera.id) == []
    assert world.toasts(vera.id) == [Toast("Принято", alert=True, query_id=query_id)]


async def test_a_press_is_answered_once(bot: BotSide, vera: User, world: World, screen: Any) -> None:
    (query_id,) = world.press(vera.id, screen["message_id"], "Да")
    await bot("answerCallbackQuery", callback_query_id=query_id)
    assert await bot.refusal("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD


async def test_a_press_is_answered_within_a_minute(
    bot: BotSide, vera: User, world: World, screen: Any, clock: StillClock
) -> None:
    (query_id,) = world.press(vera.id, screen["message_id"], "Да")
    clock.pass_(seconds=61)
    assert await bot.refusal("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD


async def test_an_unknown_press_cannot_be_answered(bot: BotSide) -> None:
    assert await bot.refusal("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_a_toast_has_200_characters(bot: BotSide, vera: User, world: World, screen: Any) -> None:
    (query_id,) = world.press(vera.id, screen["message_id"], "Да")
    refusal = await bot.refusal("answerCallbackQuery", callback_query_id=query_id, text="я" * 201)
    assert refusal == "400 Bad Request: MESSAGE_TOO_LONG"


async def test_two_quick_taps_are_two_presses(bot: BotSide, vera: User, world: World, screen: Any) -> None:
    first, second = world.press(vera.id, screen["message_id"], "Да", times=2)
    world.press_arrives_again(first)
    found = [update["callback_query"]["id"] for update in (await bot.updates())[1:]]
    assert found == [first, second, first]


async def test_a_button_of_a_screen_that_is_gone_can_be_pressed(
    bot: BotSide, vera: User, world: World, screen: Any
) -> None:
    world.delete(vera.id, screen["message_id"])
    world.press_data(vera.id, screen["message_id"], "forged")
    query = (await bot.updates(offset=-1))[0]["callback_query"]
    assert (query["data"], query["message"]["date"]) == ("forged", 0)
