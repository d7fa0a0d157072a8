"""Editing and deleting."""

from typing import Any

import pytest

from sandbox.world import UploadedFile, User, World
from tests.sandbox.conftest import BotSide, StillClock

NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
KEYS = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}


@pytest.fixture
async def screen(bot: BotSide, vera: User) -> Any:
    return (await bot("sendMessage", chat_id=vera.id, text="Вопрос", reply_markup=KEYS))["message_id"]


@pytest.fixture
async def paper(bot: BotSide, vera: User) -> Any:
    files = {"document": UploadedFile("приказ.docx", b"...")}
    return (await bot("sendDocument", files, chat_id=vera.id, caption="Приказ"))["message_id"]


async def test_an_edit_without_a_keyboard_removes_the_buttons(
    bot: BotSide, vera: User, world: World, screen: int
) -> None:
    await bot("editMessageText", chat_id=vera.id, message_id=screen, text="Вопрос")
    message = world.chat(vera.id).messages[-1]
    assert (message.text, message.keyboard) == ("Вопрос", ())
    assert message.edited is not None
    old, new = world.history(vera.id)[1:]
    assert ([button.label for button in old.buttons], new) == (["Да"], message)


async def test_nothing_new_is_not_an_edit(bot: BotSide, vera: User, screen: int) -> None:
    edit: dict[str, Any] = {"chat_id": vera.id, "message_id": screen, "reply_markup": KEYS}
    assert await bot.refusal("editMessageText", text=" Вопрос ", **edit) == NOT_MODIFIED
    assert await bot.refusal("editMessageReplyMarkup", **edit) == NOT_MODIFIED


async def test_what_cannot_be_edited(bot: BotSide, vera: User, world: World, screen: int) -> None:
    keyboard = {"keyboard": [["Да"]]}
    with_keyboard = await bot("sendMessage", chat_id=vera.id, text="?", reply_markup=keyboard)
    own = world.say(vera.id, "сама")
    for number in (own.id, with_keyboard["message_id"]):
        refusal = await bot.refusal("editMessageText", chat_id=vera.id, message_id=number, text="!")
        assert refusal == "400 Bad Request: message can't be edited"
    world.delete(vera.id, screen)
    refusal = await bot.refusal("editMessageText", chat_id=vera.id, message_id=screen, text="!")
    assert refusal == "400 Bad Request: message to edit not found"


async def test_a_file_has_a_caption_and_a_text_has_none(bot: BotSide, vera: User, screen: int, paper: int) -> None:
    refusal = await bot.refusal("editMessageText", chat_id=vera.id, message_id=paper, text="!")
    assert refusal == "400 Bad Request: there is no text in the message to edit"
    refusal = await bot.refusal("editMessageCaption", chat_id=vera.id, message_id=screen, caption="!")
    assert refusal == "400 Bad Request: there is no caption in the message to edit"
    edited = await bot("editMessageCaption", chat_id=vera.id, message_id=paper, caption="Копия")
    assert edited["caption"] == "Копия"


async def test_an_edit_takes_inline_buttons_only(bot: BotSide, vera: User, screen: int) -> None:
    markup = {"keyboard": [["Да"]]}
    refusal = await bot.refusal("editMessageText", chat_id=vera.id, message_id=screen, text="!", reply_markup=markup)
    assert refusal == "400 Bad Request: inline keyboard expected"


async def test_a_message_is_deleted_once_and_within_two_days(
    bot: BotSide, vera: User, world: World, screen: int, paper: int, clock: StillClock
) -> None:
    assert await bot("deleteMessage", chat_id=vera.id, message_id=screen)
    assert [message.id for message in world.chat(vera.id).visible if message.id == screen] == []
    refusal = await bot.refusal("deleteMessage", chat_id=vera.id, message_id=screen)
    assert refusal == "400 Bad Request: message to delete not found"
    clock.pass_(hours=49)
    refusal = await bot.refusal("deleteMessage", chat_id=vera.id, message_id=paper)
    assert refusal == "400 Bad Request: message can't be deleted"


async def test_a_person_edits_an_own_message(bot: BotSide, vera: User, world: World) -> None:
    said = world.say(vera.id, "физикa")
    world.edit_own(vera.id, said.id, "физика")
    update = (await bot.updates(offset=-1))[0]
    assert update["edited_message"]["text"] == "физика"


async def test_a_reply_needs_its_origin(bot: BotSide, vera: User) -> None:
    reply = {"message_id": 9999}
    refusal = await bot.refusal("sendMessage", chat_id=vera.id, text="!", reply_parameters=reply)
    assert refusal == "400 Bad Request: message to be replied not found"
    reply["allow_sending_without_reply"] = True
    assert await bot("sendMessage", chat_id=vera.id, text="!", reply_parameters=reply)
