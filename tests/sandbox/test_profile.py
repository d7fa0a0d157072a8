"""The command menu and what the bot says of itself."""

import pytest

from sandbox.world import User, World
from tests.sandbox.conftest import BotSide

MENU = [{"command": "menu", "description": "Меню"}]
HELP = [{"command": "help", "description": "Помощь"}]


async def test_a_chats_own_menu_wins(bot: BotSide, world: World, vera: User, stranger: User) -> None:
    await bot("setMyCommands", commands=MENU)
    await bot("setMyCommands", commands=HELP, scope={"type": "chat", "chat_id": vera.id})
    assert world.commands(vera.id) == HELP
    assert world.commands(stranger.id) == MENU
    assert await bot("getMyCommands", scope={"type": "chat", "chat_id": vera.id}) == HELP
    await bot("deleteMyCommands", scope={"type": "chat", "chat_id": vera.id})
    assert world.commands(vera.id) == MENU


@pytest.mark.parametrize(
    ("command", "description", "refusal"),
    [
        ("Menu", "Меню", "BOT_COMMAND_INVALID"),
        ("меню", "Меню", "BOT_COMMAND_INVALID"),
        ("", "Меню", "BOT_COMMAND_INVALID"),
        ("m" * 33, "Меню", "command length must not exceed 32"),
        ("menu", " ", "command description must be non-empty"),
        ("menu", "я" * 257, "command description length must not exceed 256"),
    ],
)
async def test_a_wrong_command_is_refused(bot: BotSide, command: str, description: str, refusal: str) -> None:
    given = [{"command": command, "description": description}]
    assert await bot.refusal("setMyCommands", commands=given) == f"400 Bad Request: {refusal}"


async def test_a_menu_of_an_unknown_chat_is_refused(bot: BotSide, stranger: User) -> None:
    scope = {"type": "chat", "chat_id": stranger.id}
    refusal = await bot.refusal("setMyCommands", commands=MENU, scope=scope)
    assert refusal == "400 Bad Request: chat not found"


async def test_descriptions_are_kept_by_language(bot: BotSide, world: World) -> None:
    await bot("setMyDescription", description="Bot")
    await bot("setMyDescription", description="Бот", language_code="ru")
    assert world.bot.word("description") == "Бот"
    assert await bot("getMyDescription", language_code="de") == {"description": "Bot"}
    refusal = await bot.refusal("setMyShortDescription", short_description="я" * 121)
    assert refusal == "400 Bad Request: bot short description is too long"
