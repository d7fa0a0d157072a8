"""Where the bot may write: strangers, blocks, groups; the pace."""

from datetime import timedelta

import pytest

from sandbox.world import Impossible, Pace, Rates, User, World
from tests.sandbox.conftest import TOKEN, BotSide, StillClock


async def test_a_stranger_cannot_be_written_to(bot: BotSide, stranger: User) -> None:
    for chat_id in (stranger.id, 1, "@somebody"):
        refusal = await bot.refusal("sendMessage", chat_id=chat_id, text="!")
        assert refusal == "400 Bad Request: chat not found"
    assert await bot.refusal("sendMessage", text="!") == "400 Bad Request: chat_id is empty"


async def test_a_block_is_told_and_refuses_messages(bot: BotSide, vera: User, world: World) -> None:
    world.block(vera.id)
    moved = (await bot.updates(offset=-1))[0]["my_chat_member"]
    assert (moved["old_chat_member"]["status"], moved["new_chat_member"]["status"]) == ("member", "kicked")
    refusal = await bot.refusal("sendMessage", chat_id=vera.id, text="!")
    assert refusal == "403 Forbidden: bot was blocked by the user"
    with pytest.raises(Impossible):
        world.say(vera.id, "?")
    world.start(vera.id)
    kinds = [next(iter(update.keys() - {"update_id"})) for update in await bot.updates()]
    assert kinds[-2:] == ["my_chat_member", "message"]


async def test_a_deleted_account_is_refused_in_other_words(bot: BotSide, vera: User, world: World) -> None:
    world.deactivate(vera.id)
    refusal = await bot.refusal("sendMessage", chat_id=vera.id, text="!")
    assert refusal == "403 Forbidden: user is deactivated"


async def test_in_a_group_the_bot_hears_little(bot: BotSide, vera: User, world: World) -> None:
    group = world.add_to_group(vera.id, "Учительская")
    for text in (
        "всем привет",
        "/start@other_bot",
        "/start@nastavnik_demo_bot",
        "спасибо, @nastavnik_demo_bot",
    ):
        world.say_in_group(group, vera.id, text)
    heard = [update["message"]["text"] for update in await bot.updates() if "message" in update]
    assert heard[1:] == ["/start@nastavnik_demo_bot", "спасибо, @nastavnik_demo_bot"]


async def test_a_bot_that_left_or_was_thrown_out_cannot_write(bot: BotSide, vera: User, world: World) -> None:
    left, thrown = world.add_to_group(vera.id, "А"), world.add_to_group(vera.id, "Б")
    await bot("leaveChat", chat_id=left)
    world.remove_from_group(vera.id, thrown)
    assert (
        await bot.refusal("sendMessage", chat_id=left, text="!")
        == "403 Forbidden: bot is not a member of the group chat"
    )
    assert (
        await bot.refusal("sendMessage", chat_id=thrown, text="!")
        == "403 Forbidden: bot was kicked from the group chat"
    )
    refusal = await bot.refusal("leaveChat", chat_id=vera.id)
    assert refusal == "400 Bad Request: chat member status can't be changed in private chats"


@pytest.mark.parametrize(
    ("payload", "text"),
    [
        ("", "/start"),
        ("slip_42-A", "/start slip_42-A"),
        ("a" * 64, "/start " + "a" * 64),
        ("a" * 65, "/start"),
        ("код", "/start"),
        ("a b", "/start"),
    ],
)
async def test_a_deep_link_keeps_only_a_good_payload(
    bot: BotSide, stranger: User, world: World, payload: str, text: str
) -> None:
    world.start(stranger.id, payload)
    message = (await bot.updates())[0]["message"]
    assert message["text"] == text
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_too_fast_is_429_and_waiting_helps(clock: StillClock) -> None:
    world = World(clock, pace=Pace(Rates(chat_burst=2, total=3)))
    world.add_bot(TOKEN)
    people = [world.add_user("Имя") for _ in range(3)]
    for person in people:
        world.start(person.id)
    bot = BotSide(world)
    for _ in range(2):
        await bot("sendMessage", chat_id=people[0].id, text="!")
    refusal = await bot.refusal("sendMessage", chat_id=people[0].id, text="!")
    assert refusal == "429 Too Many Requests: retry after 1"
    await bot("sendMessage", chat_id=people[1].id, text="!")
    assert (await bot.refusal("sendMessage", chat_id=people[2].id, text="!")).startswith("429")
    clock.moment += timedelta(seconds=1)
    assert await bot("sendMessage", chat_id=people[0].id, text="!")


async def test_an_unknown_chat_action_is_refused(bot: BotSide, vera: User) -> None:
    assert await bot("sendChatAction", chat_id=vera.id, action="upload_document")
    refusal = await bot.refusal("sendChatAction", chat_id=vera.id, action="think")
    assert refusal == "400 Bad Request: wrong parameter action in request"
