"""getUpdates: confirming, repeating, waiting, and one poller at a time."""

import asyncio
from typing import Any

import pytest

from sandbox.world import ApiError, User, World
from tests.sandbox.conftest import TOKEN, BotSide, StillClock


def ids(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


@pytest.fixture
def said(world: World, vera: User) -> list[int]:
    for text in "абвг":
        world.say(vera.id, text)
    return ids(world.pending_updates)


async def test_unconfirmed_updates_come_again(bot: BotSide, said: list[int]) -> None:
    assert ids(await bot.updates()) == said
    assert ids(await bot.updates()) == said
    assert ids(await bot.updates(offset=said[2])) == said[2:]
    assert ids(await bot.updates()) == said[2:]


async def test_a_limit_cuts_and_a_wrong_one_is_ignored(bot: BotSide, said: list[int]) -> None:
    assert ids(await bot.updates(limit=2)) == said[:2]
    assert ids(await bot.updates(limit=0)) == said


async def test_a_negative_offset_keeps_the_last_ones(bot: BotSide, said: list[int]) -> None:
    assert ids(await bot.updates(offset=-2)) == said[-2:]
    assert ids(await bot.updates()) == said[-2:]


async def test_an_offset_from_the_future_is_ignored(bot: BotSide, said: list[int]) -> None:
    assert ids(await bot.updates(offset=said[-1] + 1000)) == said


async def test_numbers_may_jump_back_after_a_quiet_week(bot: BotSide, world: World, vera: User) -> None:
    last = (await bot.updates())[-1]["update_id"]
    assert await bot.updates(offset=last + 1) == []
    world.next_update_id = 7
    world.say(vera.id, "снова здесь")
    assert ids(await bot.updates(offset=last + 1)) == [7]


async def test_numbers_do_not_jump_back_over_waiting_updates(world: World, said: list[int]) -> None:
    with pytest.raises(ValueError, match="still waiting"):
        world.next_update_id = said[0]


async def test_updates_are_kept_for_a_day(bot: BotSide, said: list[int], clock: StillClock) -> None:
    clock.pass_(hours=25)
    assert said
    assert await bot.updates() == []


async def test_allowed_updates_stay_until_changed(bot: BotSide, world: World, vera: User) -> None:
    await bot.updates(allowed_updates=["message"])
    world.block(vera.id)
    assert len(await bot.updates()) == 1
    await bot.updates(allowed_updates="[]")
    world.unblock(vera.id)
    assert len(await bot.updates()) == 2


async def test_a_poll_waits_for_an_update(bot: BotSide, world: World, vera: User) -> None:
    last = ids(await bot.updates())[-1]
    poll = asyncio.create_task(bot("getUpdates", offset=last + 1, timeout=30))
    await asyncio.sleep(0)
    world.say(vera.id, "я")
    assert (await poll)[0]["message"]["text"] == "я"


async def test_a_poll_ends_empty_after_its_timeout(bot: BotSide) -> None:
    async with asyncio.timeout(3):
        assert await bot("getUpdates", timeout=1) == []


async def test_the_second_poller_ends_the_first(bot: BotSide, world: World, vera: User) -> None:
    last = ids(await bot.updates())[-1]
    first = asyncio.create_task(bot("getUpdates", offset=last + 1, timeout=30))
    await asyncio.sleep(0)
    second = asyncio.create_task(bot("getUpdates", offset=last + 1, timeout=30))
    with pytest.raises(ApiError) as caught:
        await first
    assert caught.value.code == 409
    assert caught.value.description == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    world.say(vera.id, "я")
    assert len(await second) == 1


async def test_a_webhook_excludes_polling(bot: BotSide) -> None:
    poll = asyncio.create_task(bot("getUpdates", timeout=30))
    await asyncio.sleep(0)
    await bot("setWebhook", url="https://example.com/hook", secret_token="a-B_1")  # noqa: S106
    with pytest.raises(ApiError, match="409 Conflict: terminated by setWebhook request"):
        await poll
    assert await bot.refusal("getUpdates") == (
        "409 Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    assert (await bot("getWebhookInfo"))["url"] == "https://example.com/hook"
    await bot("deleteWebhook")
    assert await bot.updates() == []


async def test_a_webhook_secret_has_plain_characters(bot: BotSide) -> None:
    refusal = await bot.refusal("setWebhook", url="https://example.com", secret_token="я")  # noqa: S106
    assert refusal == "400 Bad Request: secret token contains unallowed characters"


async def test_a_restless_poller_is_slowed_down(clock: StillClock) -> None:
    world = World(clock, patient=True)
    world.add_bot(TOKEN)
    user = world.add_user("Вера")
    for _ in range(3):
        world.say(user.id, "я")
    bot = BotSide(world)
    assert len(await bot.updates(offset=5)) == 3
    assert len(await bot.updates(offset=5)) == 1


async def test_unknown_tokens_and_methods(bot: BotSide, world: World) -> None:
    assert await bot.refusal("dance") == "404 Not Found: method not found"
    assert (await bot("GETME"))["username"] == "nastavnik_demo_bot"
    with pytest.raises(ApiError, match="401 Unauthorized"):
        await world.call("1:other", "getMe", {})


async def test_a_second_conflict_within_three_seconds_is_told_three_seconds_later(clock: StillClock) -> None:
    """The one who is interrupted waits, not the one who interrupts: with two bots both hear of it every few seconds."""
    world = World(clock, patient=True)
    world.add_bot(TOKEN)
    bot = BotSide(world)
    loop = asyncio.get_running_loop()
    polls = []
    for _ in range(3):
        polls.append(asyncio.create_task(bot("getUpdates", timeout=1)))
        await asyncio.sleep(0.01)
    began = loop.time()
    for poll, seconds in zip(polls, (0, 3), strict=False):
        with pytest.raises(ApiError, match="terminated by other getUpdates"):
            await poll
        assert seconds - 0.2 < loop.time() - began < seconds + 1
    assert await polls[2] == []
