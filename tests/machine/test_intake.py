"""Updates are committed before Telegram is told; whatever it answers, nothing is lost and nothing counts twice."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import DeleteWebhook, TelegramMethod

from bot.intake import CannotPoll, GetRawUpdates, Intake, kept, lane_of
from sandbox.session import WorldSession
from sandbox.world import World
from storage.database import StorageTrouble
from tests.machine.moody import Mood, Moody
from tests.machine.post import TOKEN
from tests.machine.timing import cancelled
from tests.machine.traffic import Traffic

Batch = list[dict[str, Any]]
METHOD = GetRawUpdates()


class Script(BaseSession):
    """Answers getUpdates line by line, whatever the offset is; waits for ever after the last line."""

    def __init__(self, *lines: Batch | Exception) -> None:
        super().__init__()
        self.lines = list(lines)
        self.offsets: list[int | None] = []
        self.cleared: list[bool | None] = []  # whether each deleteWebhook was to drop what waits

    async def close(self) -> None:
        """Nothing is open."""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:
        if isinstance(method, DeleteWebhook):
            self.cleared += [method.drop_pending_updates]
            return True
        assert isinstance(method, GetRawUpdates)
        self.offsets.append(method.offset)
        if not self.lines:
            await asyncio.Event().wait()
        line = self.lines.pop(0)
        if isinstance(line, Exception):
            raise line
        return line

    async def stream_content(self, *_args: Any, **_kwargs: Any) -> AsyncGenerator[bytes, None]:
        yield b""


def message(update_id: int, lane: int = 7) -> dict[str, Any]:
    return {"update_id": update_id, "message": {"from": {"id": lane}, "text": f"{update_id}"}}


def intake_over(traffic: Traffic, session: Script) -> Intake:
    traffic.deeds.clear()
    return Intake(Bot(TOKEN, session=session), traffic.lanes, traffic.time.sleep)


async def polls(traffic: Traffic, *lines: Batch | Exception) -> Script:
    """The whole script, line by line, with every pause it asks for."""
    session = Script(*lines)
    running = asyncio.create_task(intake_over(traffic, session).run())
    while session.lines and not running.done():
        await traffic.time.pass_(0.5)
    if running.done():
        running.result()
    await traffic.time.pass_(60)
    running.cancel()
    return session


async def ids(traffic: Traffic) -> list[int]:
    async with traffic.database.read() as tx:
        return await tx.all(int, "SELECT update_id FROM inbox ORDER BY seq")


async def test_same_batch_three_times_is_kept_once(traffic: Traffic) -> None:
    batch = [message(11), message(12)]
    session = await polls(traffic, batch, batch, batch)
    assert await ids(traffic) == [11, 12]
    assert session.offsets == [None, 13, 13, 13]


async def test_same_batch_after_a_restart_is_kept_once(traffic: Traffic) -> None:
    batch = [message(11), message(12)]
    await polls(traffic, batch)
    await traffic.works()
    session = await polls(traffic, batch, [message(13)])
    assert session.offsets == [None, 13, 14]
    assert await ids(traffic) == [11, 12, 13]


async def test_numbers_that_begin_again_lower_are_taken_and_confirmed_as_they_are(traffic: Traffic) -> None:
    session = await polls(traffic, [message(900_000_001)], [message(17)], [message(18)])
    assert await ids(traffic) == [900_000_001, 17, 18]
    assert session.offsets == [None, 900_000_002, 18, 19]


@pytest.mark.parametrize("mood", [Mood.BUSY, Mood.FULL, Mood.SILENT])
async def test_database_that_refuses_confirms_nothing(traffic: Traffic, moody: Moody, mood: Mood) -> None:
    batch = [message(11), message(12)]
    session = Script(batch, batch, batch)
    intake = intake_over(traffic, session)
    moody.is_in(mood, times=2)
    for _ in range(2):
        with pytest.raises(StorageTrouble):
            await intake.poll()
    await intake.poll()
    assert session.offsets == [None, None, None]
    assert await ids(traffic) == [11, 12]
    await traffic.works()
    assert {row.state for row in await traffic.inbox()} == {"done"}


async def test_full_disk_only_makes_the_poller_wait(traffic: Traffic, moody: Moody) -> None:
    moody.is_in(Mood.FULL, times=3)
    batch = [message(11)]
    session = await polls(traffic, batch, batch, batch, batch)
    assert session.offsets == [None, None, None, None, 12]
    assert await ids(traffic) == [11]


async def test_operator_hears_once_of_a_database_that_refuses_however_often_it_does(
    traffic: Traffic, moody: Moody
) -> None:
    alarms: list[str] = []
    intake = Intake(Bot(TOKEN, session=Script()), traffic.lanes, traffic.time.sleep, alarm=alarms.append)
    for number in (1, 2):
        moody.is_in(Mood.FULL, times=2)
        for _ in range(2):
            with pytest.raises(StorageTrouble):
                await intake.receive([message(11)])
        await intake.receive([message(11)])
        assert len(alarms) == number


REFUSALS = {
    "500": TelegramServerError(METHOD, "Internal Server Error"),
    "html": ClientDecodeError("Failed to decode object", ValueError("<html>"), "<html>"),
    "reset": TelegramNetworkError(METHOD, "ClientOSError: [Errno 104] Connection reset by peer"),
    "time-out": TelegramNetworkError(METHOD, "Request timeout error"),
    "proxy": ConnectionRefusedError("a proxy's own library"),
    "charset": UnicodeDecodeError("utf-8", b"\xff", 0, 1, "a gateway's page"),
}


@pytest.mark.parametrize("trouble", REFUSALS.values(), ids=REFUSALS)
async def test_trouble_on_the_way_is_waited_out(traffic: Traffic, trouble: Exception) -> None:
    session = await polls(traffic, [message(11)], *[trouble] * 20, [message(12)])
    assert await ids(traffic) == [11, 12]
    assert session.offsets == [None, *[12] * 21, 13]
    pauses = [pause for pause in traffic.time.slept if pause not in (0.5, 60)]
    assert pauses == [1.0, 2.0, 4.0, *[5.0] * 17]


async def test_429_is_waited_out_as_long_as_it_says(traffic: Traffic) -> None:
    await polls(traffic, TelegramRetryAfter(METHOD, "Too Many Requests", 33), [message(11)])
    assert 33.5 in traffic.time.slept
    assert await ids(traffic) == [11]


@pytest.mark.parametrize("dead", [TelegramUnauthorizedError(METHOD, "x"), TelegramNotFound(METHOD, "x")])
async def test_dead_token_ends_the_poller_at_once_with_one_clear_line(traffic: Traffic, dead: Exception) -> None:
    with pytest.raises(CannotPoll, match=r"does not accept the token \(401\): check BOT_TOKEN"):
        await polls(traffic, [message(11)], dead)
    assert traffic.time.seconds < 2


def conflicts(number: int, words: str = "Conflict: terminated by other getUpdates request") -> list[Exception]:
    return [TelegramConflictError(METHOD, words)] * number


async def test_predecessor_that_is_just_ending_is_waited_for(traffic: Traffic) -> None:
    session = await polls(traffic, *conflicts(8), [message(11)])
    assert session.lines == []
    assert await ids(traffic) == [11]


async def test_second_poller_ends_this_one_within_ten_seconds(traffic: Traffic) -> None:
    with pytest.raises(CannotPoll, match=r"another process polls with this token \(409\)"):
        await polls(traffic, *conflicts(60))
    assert 8 < traffic.time.seconds < 10


async def test_second_poller_is_found_out_although_some_polls_get_through(traffic: Traffic) -> None:
    lines: list[Batch | Exception] = []
    for number in range(30):
        lines += [*conflicts(1), [message(100 + number)]]
    with pytest.raises(CannotPoll, match="409"):
        await polls(traffic, *lines)


async def test_second_poller_is_found_out_although_each_waits_a_whole_poll(traffic: Traffic) -> None:
    whole_poll = TelegramRetryAfter(METHOD, "stands for an empty poll", 25)
    with pytest.raises(CannotPoll, match="409"):
        await polls(traffic, *[line for _ in range(6) for line in (*conflicts(1), whole_poll)])
    assert traffic.time.seconds < 40


@pytest.mark.slow
async def test_of_two_bots_with_one_token_one_ends_and_the_other_goes_on(traffic: Traffic) -> None:
    """Against the server's own manners, in real time: seconds between the conflicts, not tenths of them."""
    world = World(traffic.time.now, patient=True)
    world.add_bot(TOKEN)
    bots = [asyncio.create_task(Intake(Bot(TOKEN, session=WorldSession(world)), traffic.lanes).run()) for _ in range(2)]
    ended, going = await asyncio.wait(bots, timeout=40, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.sleep(6)
    assert [type(task.exception()) for task in ended] == [CannotPoll]
    assert [task.done() for task in going] == [False]
    for task in going:
        await cancelled(task)


async def test_conflicts_far_apart_end_nothing(traffic: Traffic) -> None:
    pause = TelegramRetryAfter(METHOD, "later", 45)
    session = await polls(traffic, *[line for _ in range(6) for line in (*conflicts(1), pause)], [message(11)])
    assert session.lines == []


async def test_webhook_of_before_is_deleted_once_and_nothing_that_waits_is_dropped(traffic: Traffic) -> None:
    session = await polls(traffic, [message(11)], *conflicts(2), [message(12)])
    assert session.cleared == [False]
    assert await ids(traffic) == [11, 12]


async def test_webhook_that_somebody_sets_later_is_told(traffic: Traffic) -> None:
    with pytest.raises(CannotPoll, match="another process has set a webhook"):
        await polls(traffic, *conflicts(60, "Conflict: can't use getUpdates method while webhook is active"))


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        ({"message": {"from": {"id": 7}, "chat": {"id": 9}}}, 7),
        ({"message": {"chat": {"id": -9}}}, -9),
        ({"edited_message": {"from": {"id": 7}}}, 7),
        ({"callback_query": {"from": {"id": 7}}}, 7),
        ({"my_chat_member": {"from": {"id": 7}, "chat": {"id": -9}}}, 7),
        ({"poll": {"id": "5"}}, 0),
        ({"message": "text"}, 0),
        ({"message": {"from": "text"}}, 0),
        ({"message": {"from": {"id": "seven"}}}, 0),
        ({}, 0),
    ],
)
def test_lane_of_an_update_is_its_person(update: dict[str, Any], lane: int) -> None:
    assert lane_of({"update_id": 1, **update}) == lane


def test_of_the_screen_under_a_press_only_its_place_is_kept() -> None:
    place = {"message_id": 4, "date": 5, "chat": {"id": 7, "type": "private"}}
    message = {**place, "text": "Меню", "reply_markup": {"inline_keyboard": [[{"text": "Мой запрос"}]]}}
    press = {"id": "1", "from": {"id": 7}, "data": "g:menu:0:0"}
    came: dict[str, Any] = {"update_id": 1, "callback_query": {**press, "message": message}}
    assert kept(came) == {"update_id": 1, "callback_query": {**press, "message": place}}
    assert came["callback_query"]["message"] is message


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 1, "message": {"message_id": 4, "text": "Соколова"}},
        {"update_id": 1, "callback_query": {"id": "1", "from": {"id": 7}, "inline_message_id": "5"}},
        {"update_id": 1, "callback_query": "not a press"},
        {"update_id": 1, "callback_query": {"id": "1", "message": None}},
    ],
)
def test_everything_else_is_kept_as_it_came(update: dict[str, Any]) -> None:
    assert kept(update) == update


@pytest.mark.parametrize(
    "part",
    [
        {"message": {"message_id": 2**63, "from": {"id": 7}}},
        {"edited_message": {"message_id": -(2**63) - 1}},
        {"callback_query": {"id": "1", "from": {"id": 2**63}}},
        {"message": {"message_id": 4, "entities": [{"offset": 0, "length": 2**64}]}},
    ],
)
def test_nothing_is_kept_of_an_update_with_a_number_that_no_database_keeps(part: dict[str, Any]) -> None:
    assert kept({"update_id": 1, **part}) == {"update_id": 1}


def test_the_largest_numbers_of_both_signs_are_kept() -> None:
    update = {"update_id": 1, "message": {"message_id": 2**63 - 1, "chat": {"id": -(2**63)}}}
    assert kept(update) == update
