"""Buttons: limits, wrong ones, and how a person presses them."""

import json
from collections.abc import Mapping

import pytest

from sandbox.world import Impossible, ReplyKeyboard, User, World
from tests.sandbox.conftest import BotSide


def inline(*buttons: Mapping[str, object]) -> dict[str, object]:
    return {"inline_keyboard": [[button] for button in buttons]}


@pytest.mark.parametrize(
    ("markup", "refusal"),
    [
        (inline({"text": "Да", "callback_data": "я" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"text": "Да", "callback_data": ""}), "BUTTON_DATA_INVALID"),
        (
            inline({"text": "Да"}),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (inline({"text": " ", "callback_data": "x"}), "inline keyboard button text must be non-empty"),
        (
            inline({"text": "Да", "url": "нет адреса"}),
            "inline keyboard button URL 'нет адреса' is invalid: Wrong HTTP URL",
        ),
        (inline(*[{"text": "Да", "callback_data": "x"}] * 101), "reply markup is too long"),
        (inline(*[{"text": "Да" * 60, "callback_data": "x"}] * 60), "reply markup is too long"),
        ([], "object expected as reply markup"),
        ("{", "can't parse reply keyboard markup JSON object"),
    ],
)
async def test_a_wrong_keyboard_is_refused(bot: BotSide, vera: User, markup: object, refusal: str) -> None:
    answer = await bot.refusal("sendMessage", chat_id=vera.id, text="?", reply_markup=markup)
    assert answer == f"400 Bad Request: {refusal}"


async def test_64_bytes_of_data_pass_as_json_text_too(bot: BotSide, vera: User, world: World) -> None:
    markup = json.dumps(inline({"text": "Да", "callback_data": "я" * 32}))
    await bot("sendMessage", chat_id=vera.id, text="?", reply_markup=markup)
    assert world.chat(vera.id).messages[-1].buttons[0].data == "я" * 32


async def test_a_reply_keyboard_appears_and_goes(bot: BotSide, vera: User, world: World) -> None:
    keyboard = {"keyboard": [["Да", {"text": "Нет"}]]}
    await bot("sendMessage", chat_id=vera.id, text="?", reply_markup=keyboard)
    assert world.chat(vera.id).keyboard == ReplyKeyboard((("Да", "Нет"),))
    world.press_reply(vera.id, "Да")
    assert world.chat(vera.id).messages[-1].text == "Да"
    await bot("sendMessage", chat_id=vera.id, text="!", reply_markup={"remove_keyboard": True})
    assert world.chat(vera.id).keyboard is None


async def test_a_contact_cannot_be_asked_for_in_a_group(bot: BotSide, vera: User, world: World) -> None:
    group = world.add_to_group(vera.id, "Учительская")
    markup = {"keyboard": [[{"text": "Телефон", "request_contact": True}]]}
    refusal = await bot.refusal("sendMessage", chat_id=group, text="?", reply_markup=markup)
    assert refusal == "400 Bad Request: phone number can be requested in private chats only"


async def test_a_button_is_found_by_label_or_by_its_beginning(bot: BotSide, vera: User, world: World) -> None:
    markup = inline(
        {"text": "Готово (2)", "callback_data": "done"},
        {"text": "Назад", "callback_data": "back"},
        {"text": "Назад в меню", "callback_data": "menu"},
        {"text": "Сайт", "url": "https://example.com"},
    )
    sent = await bot("sendMessage", chat_id=vera.id, text="?", reply_markup=markup)
    world.press(vera.id, sent["message_id"], "Готово")
    world.press(vera.id, sent["message_id"], "Назад")
    for wrong in ("На", "Далее", "Сайт"):
        with pytest.raises(Impossible):
            world.press(vera.id, sent["message_id"], wrong)
    assert [press.data for press in world.spinners(vera.id)] == ["done", "back"]
