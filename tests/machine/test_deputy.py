"""Two who work the same lanes: nothing twice, each chat in order, and what is difficult stays with who leads."""

import asyncio
from datetime import timedelta

import pytest

from bot.deputy import PATIENCE, Deputy, heads
from bot.envelopes import Outgoing
from bot.lanes import FLOOD
from storage import outbox
from storage.inbox import InboxRow
from storage.tx import Tx
from tests.machine.moody import Mood, Moody
from tests.machine.timing import NOON, cancelled
from tests.machine.traffic import Traffic

LEFT = 777
MOMENT = PATIENCE.total_seconds() * 1.5


class Presses:
    """Answers none of them, and remembers."""

    def __init__(self) -> None:
        self.answered: list[int] = []

    def answer_press(self, item: Outgoing, _now: object) -> None:
        if item.press is not None:
            self.answered.append(item.chat_id)


@pytest.fixture
def presses() -> Presses:
    return Presses()


@pytest.fixture
def deputy(traffic: Traffic, presses: Presses) -> Deputy:
    traffic.database.shared = True
    return Deputy(traffic.database, presses, traffic.time, unit=traffic.unit)  # type: ignore[arg-type]  # the one thing


async def test_it_takes_what_has_waited_the_oldest_of_each_lane(traffic: Traffic, deputy: Deputy) -> None:
    await traffic.comes("1 a", "1 b", "2 a")
    assert await deputy.work() == 0
    await traffic.time.pass_(MOMENT)
    await traffic.comes("3 a")
    assert (await deputy.work(), await deputy.work(), await deputy.work()) == (2, 1, 0)
    assert traffic.ran == ["1 a", "2 a", "1 b"]
    await traffic.works()
    assert traffic.ran == await traffic.effects() == ["1 a", "2 a", "1 b", "3 a"]
    assert {row.state for row in await traffic.inbox()} == {"done"}


async def test_its_answers_are_the_leaders_to_say_and_presses_are_answered(
    traffic: Traffic, deputy: Deputy, presses: Presses
) -> None:
    await traffic.comes("1 a", "2 press")
    await traffic.time.pass_(MOMENT)
    await deputy.work()
    assert presses.answered == [2]
    assert await due(traffic) == [1]
    await traffic.works()
    assert traffic.mailbox.left == []


async def test_an_answer_stands_behind_those_that_wait_in_its_chat(traffic: Traffic, deputy: Deputy) -> None:
    await traffic.comes("1 a", "1 b", "1 press", "2 a")
    await traffic.time.pass_(MOMENT)
    assert await deputy.work() == 2
    await traffic.works()
    assert [item.row for item in traffic.mailbox.left] == [None]
    assert traffic.said(1) == ["heard 1 press"]
    assert await due(traffic) == [1, 2, 1]


async def test_what_fails_is_left_to_who_leads_with_all_its_tries(traffic: Traffic, deputy: Deputy) -> None:
    async def fail(_row: InboxRow, _tx: Tx) -> None:
        raise LookupError

    traffic.deeds["1 a"] = fail
    await traffic.comes("1 a", "1 b", "2 a")
    await traffic.time.pass_(MOMENT)
    assert (await deputy.work(), await deputy.work()) == (0, 0)
    assert [row.tries for row in await traffic.inbox()] == [0, 0, 0]
    del traffic.deeds["1 a"]
    await traffic.works()
    assert await traffic.effects() == ["1 a", "2 a", "1 b"]


async def test_a_commit_that_came_through_unheard_is_not_said_twice(
    traffic: Traffic, deputy: Deputy, moody: Moody
) -> None:
    await traffic.comes("1 a", "2 press")
    moody.is_in(Mood.SILENT, times=1)
    await traffic.works()
    await traffic.time.pass_(MOMENT)
    assert await deputy.work() == 0
    assert (traffic.said(1), traffic.said(2)) == (["heard 1 a"], ["heard 2 press"])


async def test_what_the_deputy_did_after_a_commit_that_failed_is_said_by_the_table_alone(
    traffic: Traffic, deputy: Deputy, moody: Moody
) -> None:
    await traffic.comes("1 a")
    moody.is_in(Mood.FULL, times=1)
    work = asyncio.create_task(traffic.lanes.work())
    await traffic.time.quiet()
    async with traffic.database.write() as tx:
        await tx.run("UPDATE inbox SET received_at = :long_ago", long_ago=NOON - timedelta(minutes=1))
    assert await deputy.work() == 1
    await traffic.time.until(work)
    await traffic.works()
    assert await traffic.effects() == ["1 a"]
    assert traffic.mailbox.left == []
    assert await due(traffic) == [1]


async def test_nothing_is_done_while_the_schema_is_another(traffic: Traffic, deputy: Deputy) -> None:
    await traffic.comes("1 a")
    await traffic.time.pass_(MOMENT)
    async with traffic.database.write() as tx:
        await tx.run("INSERT INTO schema_version (version, applied_at) VALUES (9999, :now)", now=NOON)
    assert await deputy.work() == 0
    assert traffic.ran == []


async def test_it_runs_until_it_is_cancelled_and_looks_again_after_trouble(
    traffic: Traffic, deputy: Deputy, moody: Moody, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    await traffic.comes("1 a")
    await traffic.time.pass_(MOMENT)
    moody.is_in(Mood.BUSY, times=1)
    running = asyncio.create_task(deputy.run())
    async with asyncio.timeout(10):
        while deputy.handled == 0:
            await asyncio.sleep(0.01)
    await cancelled(running)
    assert await traffic.effects() == ["1 a"]
    assert "beside the leader 1 updates were handled here" in caplog.text


@pytest.mark.parametrize(
    ("lane", "taken"),
    [
        ([{}], True),
        ([{"received_at": NOON}], False),
        ([{"tries": 1}], False),
        ([{}, {"tries": 1}], False),
        ([{}] * (FLOOD - 1), True),
        ([{}] * FLOOD, False),
        ([{"seq": LEFT}], False),
    ],
)
def test_a_lane_is_left_alone_when_it_is_young_in_trouble_or_flooded(
    lane: list[dict[str, object]], taken: bool
) -> None:
    rows = [made(5, **{"seq": number, **each}) for number, each in enumerate(lane)]
    other = made(6, seq=1000)
    assert heads([*rows, other], NOON, {LEFT}) == ([rows[0]] if taken else []) + [other]


def made(lane: int, **but: object) -> InboxRow:
    fields = {"kind": "update", "body": "{}", "tries": 0, "received_at": NOON - timedelta(minutes=1)}
    return InboxRow(**{**fields, "lane": lane, **but})  # type: ignore[arg-type]


async def due(traffic: Traffic) -> list[int]:
    """The chats of what waits to be said, in the order in which it will be."""
    async with traffic.database.read() as tx:
        return [row.chat_id for row in await outbox.due(tx, traffic.time.now(), 50)]
