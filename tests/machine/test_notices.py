"""What the bot says on its own: claimed one by one, at the pace, never before a 429's deadline, known after a crash."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest

from sandbox.world import Fault, FaultKind
from storage.vocabulary import NoticePolicy
from tests.machine.moody import Mood, Moody
from tests.machine.post import Post, screen
from tests.machine.timing import cancelled

AT_LEAST_ONCE = NoticePolicy.AT_LEAST_ONCE


async def plan_for(post: Post, people: int, text: str = "news") -> None:
    await post.people(range(1, people + 1))
    async with post.database.write() as tx:
        for number in range(1, people + 1):
            await post.plan_in(tx, number, f"{text} {number}")


async def test_broadcast_keeps_the_pace_and_reaches_everyone_once(post: Post) -> None:
    """T10 with half its people: at most 28 sends in any second, replies among them; twenty a second are reached."""
    await plan_for(post, 500)
    began = post.time.seconds
    for number in range(500):
        if number % 17 == 0:
            await post.replies(1 + number % 7, screen(f"answer {number}", keep=True))
        await post.time.until(post.sender.send_due())
    await post.work()
    assert post.time.seconds - began <= 35
    sent = post.calls("sendMessage")
    moments = [call.at for call in sent]
    second = timedelta(seconds=1)
    assert max(sum(at <= each < at + second for each in moments[i : i + 40]) for i, at in enumerate(moments)) <= 28
    assert Counter((await post.fates()).values()) == {"sent": 500}
    assert len(sent) == 500 + 30


async def test_one_persons_notices_are_a_second_apart(post: Post) -> None:
    await post.person(1)
    for number in range(3):
        await post.plan(1, f"notice {number}")
    await post.work()
    first, second, third = (call.at for call in post.calls("sendMessage"))
    assert second - first >= timedelta(seconds=0.95)
    assert third - second >= timedelta(seconds=0.95)


async def test_429_stops_all_bulk_until_its_deadline_while_replies_go_on(post: Post) -> None:
    """T8: nobody is lost or told twice; refused is only what was in flight."""
    await plan_for(post, 300)
    for _ in range(100):
        await post.time.until(post.sender.send_due())
    await post.time.quiet()
    refusal = Fault(kind=FaultKind.REFUSE, code=429, description="Too Many", parameters={"retry_after": 30})
    post.world.faults.add(refusal)
    await post.time.until(post.sender.send_due())
    await post.time.quiet()
    refused_at = post.time.seconds
    await post.replies(7, screen("answer", keep=True))
    await post.time.quiet()
    assert post.texts(7)[-1] == "answer"
    assert post.time.seconds - refused_at < 0.5
    await post.work()
    after = [call.at for call in post.calls("sendMessage") if call.chat_id != 7][101:]
    assert min(after) >= post.calls("sendMessage", "429")[0].at + timedelta(seconds=30)
    assert len(post.calls("sendMessage", "429")) == 1
    assert Counter((await post.fates()).values()) == {"sent": 300}
    assert len(post.calls("sendMessage", "ok")) == 301


async def test_all_that_was_in_flight_at_a_429_waits_and_goes_at_the_pace_again(post: Post) -> None:
    await plan_for(post, 20)
    for number in range(1, 5):
        refusal = {"code": 429, "description": "Too Many", "parameters": {"retry_after": 30}}
        post.world.faults.add(Fault(kind=FaultKind.HANG, chat_id=number, seconds=0.05))
        post.world.faults.add(Fault(kind=FaultKind.REFUSE, chat_id=number, **refusal))  # type: ignore[arg-type]
    await post.work()
    assert len(post.calls("sendMessage", "429")) <= 8
    moments = sorted(call.at for call in post.calls("sendMessage", "ok"))
    for first, fifth in zip(moments, moments[6:], strict=False):
        assert fifth - first >= timedelta(seconds=0.08)  # never all at once after the deadline
    assert Counter((await post.fates()).values()) == {"sent": 20}


async def test_at_most_eight_notices_are_in_flight(post: Post) -> None:
    await plan_for(post, 12)
    post.world.faults.add(Fault(kind=FaultKind.HANG, seconds=60, times=8))
    running = asyncio.create_task(post.sender.run())
    for _ in range(20):
        await post.time.pass_(1)
    assert Counter((await post.fates()).values()) == {"sending": 8, "due": 4}
    await cancelled(running)


async def test_stale_and_unwanted_notices_are_dropped_with_the_reason(post: Post) -> None:
    await post.person(1)
    await post.plan(1, "stale", expires_at=post.time.now() - timedelta(seconds=1))
    await post.plan(1, "unwanted")
    await post.work()
    assert await post.fates() == {"stale": "dropped stale", "unwanted": "dropped cancelled"}
    assert not post.calls("sendMessage")


async def test_notice_that_cannot_be_drawn_stops_no_other(post: Post) -> None:
    await post.person(1)
    await post.plan(1, "broken: Иванова Анна")
    await post.plan(1, "fine")
    await post.work()
    fates = await post.fates()
    assert fates["fine"] == "sent"
    assert fates["broken: Иванова Анна"].startswith("failed LookupError at post.py:")
    assert "Иванова" not in "".join(post.alarms) + "".join(fates.values())


async def test_notice_taken_back_while_it_waits_for_its_turn_is_not_said(post: Post) -> None:
    await post.person(1)
    await post.plan(1, "first")
    await post.plan(1, "taken back")
    await post.time.until(post.sender.send_due())
    waiting = asyncio.ensure_future(post.sender.send_due())
    await post.time.quiet()
    async with post.database.write() as tx:
        await tx.run("UPDATE outbox SET state = 'dropped', reason = 'erased' WHERE key = 'taken back'")
    await post.time.until(waiting)
    await post.work()
    assert post.texts(1) == ["first"]
    assert (await post.fates())["taken back"] == "dropped erased"


async def test_crash_in_flight_leaves_once_unknown_and_sends_at_least_once_again(post: Post) -> None:
    await post.person(1)
    await post.person(2)
    post.world.faults.add(Fault(kind=FaultKind.HANG, seconds=30, times=2))
    await post.plan(1, "survey")
    await post.plan(2, "reply to a question", AT_LEAST_ONCE)
    for _ in range(2):
        await post.time.until(post.sender.send_due())
    await post.crash()
    await post.work()
    assert await post.fates() == {"survey": "unknown crash", "reply to a question": "sent"}
    assert post.texts(1) == []
    assert post.texts(2) == ["reply to a question"]


async def test_replies_of_before_the_crash_come_before_newer_ones(post: Post) -> None:
    await post.person(1)
    post.world.faults.add(Fault(kind=FaultKind.HANG, seconds=30))
    for number in range(3):
        await post.replies(1, screen(f"before {number}", keep=True))
    await post.crash()
    await post.replies(1, screen("after", keep=True))
    await post.work()
    assert post.texts(1) == ["before 0", "before 1", "before 2", "after"]


async def test_replies_of_before_the_crash_do_not_wait_behind_bulk(post: Post) -> None:
    await plan_for(post, 200)
    post.world.faults.add(Fault(kind=FaultKind.HANG, seconds=30))
    await post.replies(1, screen("before", keep=True))
    await post.crash()
    await post.time.quiet()
    assert post.texts(1) == ["before"]


async def test_reply_that_cannot_be_read_after_an_update_stops_no_start(post: Post) -> None:
    await post.person(1)
    await post.replies(1, screen("one", keep=True))
    await post.sender.abandon()
    async with post.database.write() as tx:
        await tx.run('UPDATE outbox SET body = \'{"is": "Dance", "edits": null}\'')
    post.sender = post.new_sender()
    await post.sender.recover()
    await post.work()
    assert (await post.fates())["reply:1:0"].startswith("failed KeyError at envelopes.py:")
    assert len(post.alarms) == 1


@pytest.mark.parametrize("mood", [Mood.BUSY, Mood.FULL])
async def test_fate_that_could_not_be_stored_is_stored_later(post: Post, moody: Moody, mood: Mood) -> None:
    await post.person(1)
    await post.plan(1, "survey")
    await post.time.until(post.sender.send_due())
    await post.time.quiet()
    moody.is_in(mood, times=3)
    flushing = post.sender._endings
    for _ in range(3):
        with pytest.raises(Exception, match="Refused"):
            await flushing.flush()
    await flushing.flush()
    assert await post.fates() == {"survey": "sent"}


async def test_fates_ride_along_with_a_lanes_commit_and_survive_its_failure(post: Post, moody: Moody) -> None:
    await post.person(1)
    await post.replies(1, screen("answer"))
    await post.time.quiet()
    moody.is_in(Mood.FULL, times=1)
    with pytest.raises(Exception, match="Refused"):
        async with post.sender.storing() as store, post.database.write() as tx:
            await store(tx)
    assert (await post.fates()) != {}
    async with post.sender.storing() as store, post.database.write() as tx:
        await store(tx)
    assert await post.fates() == {}
