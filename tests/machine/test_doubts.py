"""What nobody knows of is told to the operator, and settled by whoever speaks afterwards."""

from datetime import timedelta

import pytest

from sandbox.world import Fault, FaultKind
from tests.machine.post import Post, screen


class Undo(Exception):
    """What ends a transaction without its effects."""


async def crashed(post: Post, person: int, key: str) -> None:
    post.world.faults.add(Fault(kind=FaultKind.HANG, chat_id=person, seconds=60))
    await post.plan(person, key)
    await post.time.until(post.sender.send_due())
    await post.crash()


async def speaks(post: Post, person: int, minutes: float, *, failing: bool = False) -> None:
    async with post.database.write() as tx:
        await post.sender.doubts.heard(tx, person, post.time.now() + timedelta(minutes=minutes))
        if failing:
            raise Undo


async def test_operator_hears_at_a_start_how_many_messages_are_in_doubt(post: Post) -> None:
    await crashed(post, await post.person(1), "survey")
    assert post.alarms == ["messages of the last week of which nobody knows whether they arrived: 1"]


async def test_nobody_hears_of_doubts_when_there_are_none(post: Post) -> None:
    await post.plan(await post.person(1), "survey")
    await post.work()
    await post.crash()
    assert post.alarms == []


async def test_whoever_speaks_after_it_has_seen_it(post: Post) -> None:
    for person in (1, 2):
        await post.person(person)
        await crashed(post, person, f"survey {person}")
    await speaks(post, 1, +2)
    assert await post.fates() == {"survey 1": "sent heard", "survey 2": "unknown crash"}


async def test_what_was_said_before_it_settles_nothing(post: Post) -> None:
    await crashed(post, await post.person(1), "survey")
    await speaks(post, 1, -2)
    assert await post.fates() == {"survey": "unknown crash"}


async def test_doubt_of_a_running_bot_is_settled_too_and_then_forgotten(post: Post) -> None:
    post.world.faults.add(Fault(kind=FaultKind.LOST_ANSWER, chat_id=await post.person(1)))
    await post.plan(1, "survey")
    await post.work()
    assert await post.fates() == {"survey": "unknown no answer"}
    for _ in range(2):
        await speaks(post, 1, +2)
    assert await post.fates() == {"survey": "sent heard"}
    assert not post.sender.doubts._since


async def test_word_whose_transaction_failed_settles_it_when_it_comes_again(post: Post) -> None:
    await crashed(post, await post.person(1), "survey")
    with pytest.raises(Undo):
        await speaks(post, 1, +2, failing=True)
    await speaks(post, 1, +2)
    assert await post.fates() == {"survey": "sent heard"}


async def test_press_of_long_ago_is_not_answered_and_gets_its_screen(post: Post) -> None:
    person = await post.person(1)
    for seconds in (14, 16):
        await post.replies(person, screen(f"{seconds}", keep=True), press="77", seconds_ago=seconds)
        await post.work()
    assert post.texts(person) == ["14", "16"]
    assert len(post.calls("answerCallbackQuery")) == 1
