"""Lanes: one person's updates in order, many people's in one commit, and whoever raises stops nobody else."""

import asyncio
import json

import pytest

from bot.lanes import FILE_WEIGHT, FLOOD, GROUP, weight_of
from storage.database import StorageTrouble
from storage.inbox import InboxRow
from storage.tx import Tx
from tests.machine.moody import Mood, Moody
from tests.machine.timing import NOON
from tests.machine.traffic import Traffic


async def test_lane_keeps_its_order_and_lanes_take_turns(traffic: Traffic) -> None:
    await traffic.comes("1 a", "1 b", "1 c", "2 a", "2 b", "3 a")
    await traffic.works()
    assert traffic.ran == ["1 a", "2 a", "3 a", "1 b", "2 b", "1 c"]
    assert await traffic.effects() == traffic.ran
    assert {row.state for row in await traffic.inbox()} == {"done"}


async def test_what_people_wrote_is_emptied_when_it_is_done(traffic: Traffic) -> None:
    await traffic.comes("1 a")
    await traffic.works()
    assert [row.body for row in await traffic.inbox()] == [None]


async def test_one_commit_serves_a_group_of_lanes(traffic: Traffic, moody: Moody) -> None:
    await traffic.comes(*(f"{lane} hello" for lane in range(1, GROUP + 9)))
    before = moody.commits
    await traffic.works()
    assert moody.commits - before == 2
    assert len(await traffic.effects()) == GROUP + 8


async def test_nothing_leaves_before_the_commit(traffic: Traffic) -> None:
    await traffic.comes("1 a", "2 b", "1 c")
    await traffic.works()
    assert traffic.mailbox.during_transaction == [False] * 3


async def test_commit_that_fails_lets_nothing_leave_and_counts_as_no_try(traffic: Traffic, moody: Moody) -> None:
    await traffic.comes("1 a", "2 b")
    moody.is_in(Mood.FULL)
    work = asyncio.create_task(traffic.lanes.work())
    await traffic.time.quiet()
    assert traffic.mailbox.left == []
    moody.mood = None
    await traffic.time.until(work)
    await traffic.works()
    assert await traffic.effects() == ["1 a", "2 b"]
    assert [row.tries for row in await traffic.inbox()] == [0, 0]
    assert (traffic.said(1), traffic.said(2)) == (["heard 1 a"], ["heard 2 b"])


async def test_busy_database_counts_as_no_try_however_long_it_is_busy(traffic: Traffic, moody: Moody) -> None:
    await traffic.comes("1 a", "1 b")
    moody.is_in(Mood.BUSY, times=9)
    await traffic.works()
    assert await traffic.effects() == ["1 a", "1 b"]
    assert [row.tries for row in await traffic.inbox()] == [0, 0]
    assert traffic.time.slept == [1.0] * 9
    assert traffic.parked == []


async def test_trouble_inside_a_unit_counts_as_no_try(traffic: Traffic) -> None:
    troubles = iter([StorageTrouble("disk"), StorageTrouble("disk"), None])

    async def full(_row: InboxRow, _tx: Tx) -> None:
        if trouble := next(troubles):
            raise trouble

    traffic.deeds["1 a"] = full
    await traffic.comes("1 a", "2 b")
    await traffic.works()
    assert sorted(await traffic.effects()) == ["1 a", "2 b"]
    assert [row.tries for row in await traffic.inbox()] == [0, 0]


async def test_trouble_while_a_failure_is_noted_counts_as_no_try(traffic: Traffic, moody: Moody) -> None:
    async def fail(_row: InboxRow, _tx: Tx) -> None:
        moody.is_in(Mood.BUSY, times=1)
        raise LookupError

    traffic.deeds["1 a"] = fail
    await traffic.comes("1 a")
    for _ in range(4):
        await traffic.time.until(traffic.lanes.work())
    assert [row.tries for row in await traffic.inbox()] == [0]
    assert traffic.parked == []


async def test_commit_that_came_through_unheard_is_not_done_twice(traffic: Traffic, moody: Moody) -> None:
    """PostgreSQL may lose the connection between the commit and its answer."""
    await traffic.comes("1 a", "2 b")
    moody.is_in(Mood.SILENT, times=1)
    await traffic.works()
    assert await traffic.effects() == ["1 a", "2 b"]
    assert (traffic.said(1), traffic.said(2)) == (["heard 1 a"], ["heard 2 b"])
    assert not traffic.lanes._doubtful


async def test_arrivals_of_a_failed_commit_come_again_under_the_same_numbers(traffic: Traffic, moody: Moody) -> None:
    """The rollback gives the numbers back: whoever gets them next must not be taken for handled."""
    batch = [traffic.arrival(text) for text in ("1 a", "2 b")]
    moody.is_in(Mood.FULL, times=1)
    with pytest.raises(StorageTrouble):
        await traffic.lanes.receive(batch)
    await traffic.lanes.receive(batch)
    await traffic.works()
    assert await traffic.effects() == ["1 a", "2 b"]


async def test_one_that_raises_stops_no_other_and_leaves_nothing_behind(traffic: Traffic) -> None:
    async def fail(_row: InboxRow, _tx: Tx) -> None:
        raise LookupError

    traffic.deeds["2 bad"] = fail
    await traffic.comes("1 a", "2 bad", "2 after", "3 c")
    await traffic.works()
    assert await traffic.effects() == ["1 a", "3 c"]
    assert traffic.said(2) == []
    for lane in (1, 3):
        await traffic.comes(f"{lane} again")
    await traffic.works()
    assert traffic.said(1) == ["heard 1 a", "heard 1 again"]


async def test_restart_takes_open_rows_in_their_order_and_done_ones_never(traffic: Traffic) -> None:
    await traffic.comes("1 a", "1 b", "2 a")
    await traffic.time.until(traffic.lanes.work())
    traffic.lanes = traffic.new_lanes()
    await traffic.lanes.receive([])
    await traffic.works()
    assert await traffic.effects() == ["1 a", "2 a", "1 b"]


async def test_flood_is_answered_once_and_the_newest_are_closed_unread(traffic: Traffic) -> None:
    await traffic.comes(*(f"7 {number}" for number in range(FLOOD + 30)), "8 hello")
    await traffic.works()
    assert traffic.said(7) == [*(f"heard 7 {number}" for number in range(FLOOD)), "too fast"]
    assert traffic.said(8) == ["heard 8 hello"]
    assert {row.state for row in await traffic.inbox()} == {"done"}
    await traffic.comes("7 later")
    await traffic.works()
    assert traffic.said(7)[-1] == "heard 7 later"


async def test_long_texts_fill_the_measure_sooner(traffic: Traffic) -> None:
    await traffic.comes(*(f"7 {number} {'я' * 4000}" for number in range(FLOOD)))
    await traffic.works()
    assert len(traffic.said(7)) == 8  # of three each, then "too fast"
    await traffic.comes(*(f"7 {number}" for number in range(FLOOD)))
    await traffic.works()
    assert traffic.said(7)[8:] == [f"heard 7 {number}" for number in range(FLOOD)]


@pytest.mark.parametrize(
    ("message", "weight"),
    [
        ({"text": "да"}, 1),
        ({"text": '"file_id"'}, 1),
        ({"text": "я" * 4096}, 3),
        ({"document": {"file_id": "1"}}, FILE_WEIGHT),
    ],
)
def test_files_and_long_texts_count_more(message: object, weight: int) -> None:
    assert weight_of(InboxRow(1, "update", 7, json.dumps({"message": message}), 0, NOON)) == weight


async def test_every_press_of_a_flood_is_answered(traffic: Traffic) -> None:
    await traffic.comes(*(f"7 press {number}" for number in range(FLOOD + 5)))
    await traffic.works()
    assert len([item for item in traffic.mailbox.left if item.press]) == FLOOD + 5


async def test_flood_of_one_does_not_slow_the_others_down(traffic: Traffic) -> None:
    await traffic.comes(*(f"7 {number}" for number in range(200)))
    await traffic.comes("8 hello")
    await traffic.time.until(traffic.lanes.work())
    assert traffic.said(8) == ["heard 8 hello"]


async def test_stop_finishes_the_group_and_takes_no_other(traffic: Traffic) -> None:
    entered, leave = asyncio.Event(), asyncio.Event()

    async def linger(_row: InboxRow, _tx: Tx) -> None:
        entered.set()
        await leave.wait()

    traffic.deeds["1 a"] = linger
    await traffic.comes("1 a", "1 b")
    running = asyncio.create_task(traffic.lanes.run())
    await entered.wait()
    stopping = asyncio.create_task(traffic.lanes.finish_group())
    await asyncio.sleep(0)
    assert not stopping.done()
    leave.set()
    await stopping
    assert await traffic.effects() == ["1 a"]
    assert [row.state for row in await traffic.inbox()] == ["done", "new"]
    running.cancel()


async def test_stop_does_not_wait_for_a_database_that_refuses(traffic: Traffic, moody: Moody) -> None:
    await traffic.comes(*(f"{lane} a" for lane in range(1, 30)))
    moody.is_in(Mood.BUSY)
    running = asyncio.create_task(traffic.lanes.run())
    await traffic.time.quiet()
    await traffic.time.until(traffic.lanes.finish_group())
    assert len(traffic.time.slept) <= 2
    running.cancel()


async def test_nothing_is_remembered_of_people_who_were_served(traffic: Traffic) -> None:
    await traffic.comes(*(f"{lane} {number}" for lane in range(1, 60) for number in range(25)))
    await traffic.works()
    lanes = traffic.lanes
    assert lanes.idle
    for rest in (
        lanes._queues,
        lanes._ready,
        lanes._flooding,
        lanes._told,
        lanes._weights,
        lanes._doubtful,
        lanes._later,
    ):
        assert not rest
