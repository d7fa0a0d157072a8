"""What leaves: in order inside a chat, once or at least once as its policy says, whatever Telegram answers."""

import asyncio
from datetime import timedelta

from handlers.effects import LeaveChat, Screen
from sandbox.world import Fault, FaultKind
from storage.vocabulary import NoticePolicy
from tests.machine.moody import Mood, Moody
from tests.machine.post import Post, screen

AT_LEAST_ONCE = NoticePolicy.AT_LEAST_ONCE
HOUR = timedelta(hours=1)


def refuse(code: int, words: str, **more: object) -> Fault:
    return Fault(kind=FaultKind.REFUSE, code=code, description=words, **more)  # type: ignore[arg-type]


async def test_replies_of_one_chat_keep_their_order_and_hold_up_no_other(post: Post) -> None:
    slow, quick = await post.person(1), await post.person(2)
    post.world.faults.add(Fault(kind=FaultKind.HANG, chat_id=slow, seconds=0.15))
    for number in range(3):
        await post.replies(slow, screen(f"slow {number}", keep=True))
    await post.replies(quick, screen("quick"))
    await asyncio.sleep(0.05)
    assert post.texts(quick) == ["quick"]
    assert post.texts(slow) == []
    await post.work()
    assert post.texts(slow) == ["slow 0", "slow 1", "slow 2"]


async def test_press_is_answered_before_its_screen_is_there(post: Post) -> None:
    person = await post.person(1)
    post.world.faults.add(Fault(kind=FaultKind.HANG, method="sendMessage", seconds=0.1))
    await post.replies(person, Screen("ready", toast="Записано"), press=post.world.press_data(person, 1, "x"))
    await asyncio.sleep(0.03)
    assert [toast.text for toast in post.world.toasts(person)] == ["Записано"]
    assert post.texts(person) == []
    await post.work()


async def test_press_that_is_too_old_to_be_answered_still_gets_its_screen(post: Post) -> None:
    person = await post.person(1)
    await post.replies(person, screen("ready"), press="77")
    await post.work()
    assert post.texts(person) == ["ready"]
    assert post.calls("answerCallbackQuery", "400")


async def test_screen_to_edit_that_is_gone_comes_as_a_new_message(post: Post) -> None:
    person = await post.person(1)
    await post.replies(person, screen("first"))
    await post.work()
    (message,) = post.messages(person)
    post.world.delete(person, message.id)
    await post.replies(person, screen("second", fresh=False), edits=message.id)
    await post.work()
    assert post.texts(person) == ["second"]
    assert await post.fates() == {}


async def test_edit_that_changes_nothing_is_done_and_is_the_screen(post: Post) -> None:
    person = await post.person(1)
    await post.replies(person, screen("same"))
    await post.work()
    (message,) = post.messages(person)
    post.sender = post.new_sender()
    await post.replies(person, screen("same", fresh=False), edits=message.id)
    await post.replies(person, screen("next"))
    await post.work()
    assert await post.fates() == {}
    assert [bool(each.buttons) for each in post.messages(person)] == [False, True]


async def test_broken_markup_is_said_once_more_plainly_and_the_operator_hears_of_it(post: Post) -> None:
    person = await post.person(1)
    await post.replies(person, screen("<b>Отчёт <i>5 &lt; 7</b>"))
    await post.work()
    assert post.texts(person) == ["Отчёт 5 < 7"]
    assert len(post.calls("sendMessage")) == 2
    assert post.alarms == ["a screen's markup was refused by Telegram"]


async def test_screen_before_loses_its_buttons(post: Post) -> None:
    person = await post.person(1)
    for text in ("first", "second"):
        await post.replies(person, screen(text))
    await post.work()
    assert [bool(each.buttons) for each in post.messages(person)] == [False, True]


async def test_screen_arrived_although_the_one_before_keeps_its_buttons(post: Post) -> None:
    person = await post.person(1)
    await post.replies(person, screen("first"))
    post.world.faults.add(refuse(429, "Too Many Requests", method="editMessageReplyMarkup"))
    await post.replies(person, screen("second"))
    await post.work()
    assert await post.fates() == {}
    assert post.alarms == []


async def test_blocked_chat_costs_one_request_and_its_notices_are_dropped(post: Post) -> None:
    gone, here = await post.person(1), await post.person(2)
    post.world.block(gone)
    for number in range(3):
        await post.plan(gone, f"gone {number}")
    await post.plan(here, "here")
    await post.work()
    assert len([call for call in post.calls("sendMessage") if call.chat_id == gone]) == 1
    assert await post.fates() == {
        "gone 0": "failed 403",
        "gone 1": "dropped blocked",
        "gone 2": "dropped blocked",
        "here": "sent",
    }
    assert not await post.reachable(gone)
    assert await post.reachable(here)
    assert post.alarms == []


async def test_notices_already_claimed_for_a_blocked_chat_are_not_tried(post: Post) -> None:
    gone = await post.person(1)
    post.world.faults.add(Fault(kind=FaultKind.HANG, chat_id=gone, seconds=0.05))
    for number in range(3):
        await post.plan(gone, f"gone {number}")
    await post.replies(gone, screen("answer"))
    for _ in range(3):
        await post.time.until(post.sender.send_due())
    post.world.block(gone)
    await post.work()
    sent = [call.outcome for call in post.calls("sendMessage")]
    assert [outcome[:3] for outcome in sent] == ["403"]
    assert set((await post.fates()).values()) == {"failed 403", "dropped blocked"}


async def test_group_that_put_the_bot_out_says_nothing_about_the_person(post: Post) -> None:
    person = await post.person(1)
    group = post.world.add_to_group(person, "Учительская")
    post.world.remove_from_group(person, group)
    await post.replies(person, LeaveChat(group))
    await post.work()
    assert await post.reachable(person)
    assert await post.fates() == {}


async def test_429_on_a_reply_closes_its_chat_only_and_costs_no_try(post: Post) -> None:
    hushed, other = await post.person(1), await post.person(2)
    for _ in range(7):
        post.world.faults.add(refuse(429, "Too Many Requests", chat_id=hushed, parameters={"retry_after": 9}))
    await post.replies(hushed, screen("one", keep=True))
    await post.replies(hushed, screen("two", keep=True))
    await post.replies(other, screen("other"))
    await post.time.quiet()
    assert post.texts(other) == ["other"]
    await post.work()
    assert post.texts(hushed) == ["one", "two"]
    assert post.time.slept == [9.5] * 7
    assert post.alarms == []


async def test_wait_of_hours_is_told_to_the_operator(post: Post) -> None:
    person = await post.person(1)
    post.world.faults.add(refuse(429, "Too Many Requests", parameters={"retry_after": 10072}))
    await post.replies(person, screen("late"))
    await post.work()
    assert post.texts(person) == ["late"]
    assert post.alarms == ["Telegram asks to wait 10072 s"]


async def test_lost_answer_leaves_a_once_notice_unknown_and_repeats_the_other(post: Post) -> None:
    once, least = await post.person(1), await post.person(2)
    for chat in (once, least):
        post.world.faults.add(Fault(kind=FaultKind.LOST_ANSWER, chat_id=chat))
    await post.plan(once, "survey")
    await post.plan(least, "reply to a question", AT_LEAST_ONCE)
    await post.work()
    assert post.texts(once) == ["survey"]
    assert post.texts(least) == ["reply to a question"] * 2
    assert await post.fates() == {"survey": "unknown no answer", "reply to a question": "sent"}


async def test_answer_lost_six_times_ends_a_reply_with_an_alarm(post: Post) -> None:
    person = await post.person(1)
    post.world.faults.add(Fault(kind=FaultKind.HTML, code=502, chat_id=person, times=None))
    await post.replies(person, screen("never"))
    await post.replies(person, screen("the next one"))
    await post.time.quiet()
    while len(post.calls("sendMessage")) < 6:
        await post.time.pass_(0.5)  # in small steps: the next one is not to use up its own tries meanwhile
    post.world.faults.clear()
    await post.time.pass_(90)  # the next one may have met the fault already
    await post.work()
    assert post.texts(person) == ["the next one"]
    assert post.alarms == ["a message could not be sent: reply, no answer"]


async def test_server_trouble_is_tried_six_times(post: Post) -> None:
    person = await post.person(1)
    post.world.faults.add(refuse(500, "Internal Server Error", times=5))
    await post.plan(person, "in the end")
    post.world.faults.add(refuse(502, "Bad Gateway", chat_id=2, times=6))
    await post.plan(await post.person(2), "never")
    await post.work()
    assert await post.fates() == {"in the end": "sent", "never": "failed 5xx"}


async def test_two_hours_without_a_network_lose_no_reply_and_no_order(post: Post) -> None:
    person = await post.person(1)
    post.world.faults.add(Fault(kind=FaultKind.NOT_ARRIVED, times=None))
    for number in range(3):
        await post.replies(person, screen(f"answer {number}", keep=True))
    await post.plan(person, "old news", expires_at=post.time.now() + HOUR)
    await post.plan(person, "survey")
    await post.time.pass_(7200)
    assert post.texts(person) == []
    post.world.faults.clear()
    await post.work()
    assert post.texts(person) == ["answer 0", "answer 1", "answer 2", "survey"]
    assert await post.fates() == {"old news": "dropped stale", "survey": "sent"}
    assert post.alarms == []


async def test_dead_token_ends_sending_and_leaves_every_row_due(post: Post) -> None:
    person = await post.person(1)
    post.world.faults.add(refuse(401, "Unauthorized", times=None))
    await post.plan(person, "survey")
    await post.replies(person, screen("answer"))
    await post.replies(person, screen("another"))
    await post.time.until(post.sender.send_due())
    await post.time.until(post.sender.token_died.wait())
    await post.time.until(post.sender.stop(1))
    assert len(post.calls("sendMessage")) == 1
    assert set((await post.fates()).values()) == {"due"}


async def test_refused_message_does_not_close_its_chat(post: Post) -> None:
    person = await post.person(1)
    (item,) = await post.replies(person, screen("x" * 5000))
    await post.replies(person, screen("fine"))
    await post.work()
    assert post.texts(person) == ["fine"]
    assert item.row is not None
    assert await post.fates() == {item.row.key: "failed 400"}
    assert post.alarms == ["a message could not be sent: reply, 400"]


async def test_storage_trouble_after_a_block_leaves_the_chat_open(post: Post, moody: Moody) -> None:
    """The block is not noted, and what the person does next is answered."""
    person = await post.person(1)
    post.world.block(person)
    await post.replies(person, screen("unheard"))
    moody.is_in(Mood.BUSY)
    await post.time.quiet()
    moody.mood = None
    post.world.start(person)
    await post.replies(person, screen("welcome back"))
    await post.work()
    assert post.texts(person) == ["welcome back"]


async def test_nothing_is_remembered_of_a_chat_that_was_served(post: Post) -> None:
    for number in range(1, 40):
        await post.replies(await post.person(number), screen("hello"))
    await post.plan(1, "news")
    await post.work()
    sender = post.sender
    assert not sender._chats
    assert not sender._open
    assert not sender._attempts.begun
    assert not sender._attempts.resting
    assert not sender._tasks
