"""Waits cost no try, hold up nobody else, and leave nothing in doubt: only a request in flight holds its chat."""

from collections import Counter
from datetime import timedelta

import pytest

from sandbox.world import Fault, FaultKind
from storage.vocabulary import NoticePolicy
from tests.machine.post import Post, screen

AT_LEAST_ONCE = NoticePolicy.AT_LEAST_ONCE
URGENT = 0


def no_connection(times: int | None = None) -> Fault:
    return Fault(kind=FaultKind.NOT_ARRIVED, times=times)


def later(seconds: int, times: int | None = 1) -> Fault:
    parameters = {"retry_after": seconds}
    return Fault(kind=FaultKind.REFUSE, code=429, description="Too Many", parameters=parameters, times=times)


def broken(times: int) -> Fault:
    return Fault(kind=FaultKind.REFUSE, code=500, description="Internal Server Error", times=times)


WAITS = {"no connection": no_connection(), "429": later(60, None)}


@pytest.mark.parametrize("wait", [no_connection(20), later(3, 20)], ids=["no connection", "429"])
@pytest.mark.parametrize("what", ["reply", "notice"])
async def test_long_wait_leaves_all_tries_for_the_trouble_after_it(post: Post, wait: Fault, what: str) -> None:
    person = await post.person(1)
    post.world.faults.add(wait)
    post.world.faults.add(broken(5))
    if what == "reply":
        await post.replies(person, screen("in the end"))
    else:
        await post.plan(person, "in the end")
    await post.work()
    assert post.texts(person) == ["in the end"]
    assert post.alarms == []


async def test_tries_of_a_notice_are_counted_from_wait_to_wait(post: Post) -> None:
    person = await post.person(1)
    for _ in range(6):
        post.world.faults.add(no_connection(2))
        post.world.faults.add(broken(1))
    await post.plan(person, "never")
    await post.work()
    assert await post.fates() == {"never": "failed 5xx"}
    assert len(post.calls("sendMessage", "500")) == 6


async def test_pauses_of_an_outage_grow_however_many_notices_wait(post: Post) -> None:
    await post.people(range(1, 31))
    for number in range(1, 31):
        await post.plan(number, f"news {number}")
    post.world.faults.add(no_connection())
    began = post.time.seconds
    for _ in range(7):
        await post.time.until(post.sender.send_due())
        await post.time.quiet()
        await post.sender._endings.flush()
    assert post.time.seconds - began > 0.8 * (1 + 2 + 4 + 8 + 16 + 32)
    post.world.faults.clear()
    await post.work()
    assert Counter((await post.fates()).values()) == {"sent": 30}


@pytest.mark.parametrize("wait", WAITS.values(), ids=WAITS)
async def test_once_notice_that_only_waits_at_a_crash_is_said_after_it(post: Post, wait: Fault) -> None:
    person = await post.person(1)
    post.world.faults.add(wait)
    await post.plan(person, "survey")
    await post.time.until(post.sender.send_due())
    await post.time.quiet()
    await post.sender._endings.flush()
    post.world.faults.clear()
    await post.crash()
    await post.work()
    assert await post.fates() == {"survey": "sent"}
    assert post.texts(person) == ["survey"]


async def test_notice_behind_a_reply_that_waits_is_not_in_doubt_after_a_crash(post: Post) -> None:
    person = await post.person(1)
    post.world.faults.add(later(60))
    await post.replies(person, screen("answer", keep=True))
    await post.plan(person, "survey")
    await post.time.until(post.sender.send_due())
    await post.crash()
    await post.work()
    assert post.texts(person) == ["answer", "survey"]


@pytest.mark.parametrize("wait", WAITS.values(), ids=WAITS)
async def test_reply_does_not_wait_behind_a_notice_that_waits(post: Post, wait: Fault) -> None:
    person = await post.person(1)
    post.world.faults.add(wait)
    await post.plan(person, "survey")
    await post.time.until(post.sender.send_due())
    await post.time.quiet()
    post.world.faults.clear()
    await post.replies(person, screen("answer", keep=True))
    await post.time.quiet()
    assert post.texts(person) == ["answer"]
    await post.work()
    assert post.texts(person) == ["answer", "survey"]


async def test_answer_to_a_question_goes_before_bulk_and_while_all_bulk_waits(post: Post) -> None:
    await post.people(range(1, 101))
    for number in range(1, 100):
        await post.plan(number, f"news {number}")
    post.world.faults.add(later(600))
    await post.time.until(post.sender.send_due())
    await post.time.quiet()
    refused_at = post.time.seconds
    await post.plan(100, "the coordinator's answer", AT_LEAST_ONCE, priority=URGENT)
    await post.plan(1, "let in", AT_LEAST_ONCE, priority=URGENT)
    for _ in range(2):
        await post.time.until(post.sender.send_due())
        await post.time.quiet()
    assert (post.texts(100), post.texts(1)) == (["the coordinator's answer"], ["let in"])
    assert post.time.seconds - refused_at < 1


async def test_429_on_an_answer_stops_no_bulk(post: Post) -> None:
    for number in (1, 2):
        await post.person(number)
    post.world.faults.add(later(60))
    await post.plan(1, "let in", AT_LEAST_ONCE, priority=URGENT)
    await post.time.until(post.sender.send_due())
    await post.time.quiet()
    await post.plan(2, "news")
    await post.time.until(post.sender.send_due())
    await post.time.quiet()
    assert post.texts(2) == ["news"]
    await post.work()
    assert post.texts(1) == ["let in"]


async def test_many_notices_to_one_chat_hold_up_no_other(post: Post) -> None:
    await post.people(range(1, 60))
    for number in range(60):
        await post.plan(1, f"much {number}")
    for number in range(2, 60):
        await post.plan(number, f"news {number}")
    await post.work()
    moments = {chat: [call.at for call in post.calls("sendMessage") if call.chat_id == chat] for chat in range(1, 60)}
    others = [moments[chat][0] for chat in range(2, 60)]
    assert max(others) - moments[1][0] < timedelta(seconds=15)  # twenty a second; one a second would be a minute
    apart = [after - before for before, after in zip(moments[1], moments[1][1:], strict=False)]
    assert min(apart) >= timedelta(seconds=0.95)
