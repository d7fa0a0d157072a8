"""An update that cannot be handled: tried three times, then parked; the person is told, the operator too."""

from storage.inbox import InboxRow
from storage.tx import Tx
from tests.bot_under_test import BotUnderTest
from tests.cast import Cast
from tests.conftest import School
from tests.machine.traffic import Row, Traffic


async def fail(_row: InboxRow, _tx: Tx) -> None:
    raise LookupError("Иванова Анна")


async def test_tries_come_after_one_second_and_after_ten(traffic: Traffic) -> None:
    traffic.deeds["1 bad"] = fail
    await traffic.comes("1 bad")
    for pause in (1.0, 10.0):
        await traffic.works()
        assert traffic.time.slept[-1] == pause
        before = len(traffic.ran)
        await traffic.time.pass_(pause - 0.1)
        await traffic.works()
        assert len(traffic.ran) == before
        await traffic.time.pass_(0.1)
    await traffic.works()
    assert traffic.ran == ["1 bad"] * 3
    assert len(traffic.parked) == 1


async def test_parked_row_keeps_its_lane_open_and_its_error_says_where_not_what(traffic: Traffic) -> None:
    traffic.deeds["1 bad"] = fail
    await traffic.comes("1 bad", "1 good", "2 other")
    await traffic.works()
    assert traffic.said(2) == ["heard 2 other"]
    for _ in range(2):
        await traffic.time.pass_(10.1)
        await traffic.works()
    bad, good, _ = await traffic.inbox()
    assert (bad.state, bad.tries, good.state) == ("dead", 3, "done")
    assert traffic.said(1) == ["sorry", "heard 1 good"]
    assert await traffic.effects() == ["2 other", "1 good"]
    assert bad.error.startswith("LookupError at test_dead_rows.py:")
    assert [bad.error] == traffic.parked


async def test_handler_that_recovers_is_not_parked(traffic: Traffic) -> None:
    traffic.deeds["1 bad"] = fail
    await traffic.comes("1 bad")
    await traffic.works()
    del traffic.deeds["1 bad"]
    await traffic.time.pass_(1.1)
    await traffic.works()
    assert traffic.said(1) == ["heard 1 bad"]
    assert traffic.parked == []


async def test_tries_of_before_a_restart_count(traffic: Traffic) -> None:
    traffic.deeds["1 bad"] = fail
    await traffic.comes("1 bad")
    for _ in range(3):
        traffic.lanes = traffic.new_lanes()
        await traffic.lanes.receive([])
        await traffic.works()
    assert len(traffic.parked) == 1


BROKEN = {"message_id": "seven", "from": {"id": 201}, "chat": {"id": 201}, "text": "Соколова"}


async def dies(bot: BotUnderTest) -> Row:
    """The broken update's row after all its tries."""
    for _ in range(30):
        await bot.settle()
        found = await bot.fetch(Row, "SELECT seq, lane, state, tries, error, body FROM inbox WHERE state = 'dead'")
        if found:
            await bot.settle()
            return found[0]
    raise AssertionError("it was never parked")


async def test_unreadable_update_ends_in_an_apology_and_the_next_message_works(
    school: School, bot: BotUnderTest, cast: Cast
) -> None:
    await school.brings_in(cast.teacher, "Соколова Анна Ильинична")
    bot.world.state.updates.push("message", BROKEN)
    bot.forgives("update seq=", "ALARM: update seq=")
    row = await dies(bot)
    assert (row.state, row.tries, row.lane) == ("dead", 3, cast.teacher.user_id)
    assert row.error.startswith("ValidationError at unit.py:")
    cast.teacher.sees("не получилось обработать сообщение")
    assert bot.slept[:2] == [1.0, 10.0]
    await cast.teacher.says("/menu")
    cast.teacher.sees("Заполнить запрос")


async def test_unreadable_press_is_answered_too(school: School, bot: BotUnderTest, cast: Cast) -> None:
    await school.brings_in(cast.teacher, "Соколова Анна Ильинична")
    query_id = bot.world.press_data(cast.teacher.user_id, cast.teacher.screen.id, "g:menu:0:0")
    update = bot.world.pending_updates[-1]
    update["callback_query"]["message"]["chat"]["type"] = 7
    bot.forgives("update seq=", "ALARM: update seq=")
    await dies(bot)
    assert query_id not in {press.query_id for press in bot.world.spinners(cast.teacher.user_id)}
    cast.teacher.sees("не получилось обработать сообщение")


async def test_update_of_a_kind_that_nobody_asked_for_is_closed_quietly(bot: BotUnderTest) -> None:
    for kind, body in (("poll", {"id": "1"}), ("message_reaction", {"x": 1}), ("something_new", {"from": "text"})):
        bot.world.state.updates.allow([kind])
        bot.world.state.updates.push(kind, body)
    bot.world.state.updates.push("something_new", {"from": {"id": "seven"}})
    await bot.settle()
    rows = await bot.fetch(Row, "SELECT seq, lane, state, tries, error, body FROM inbox")
    assert {row.lane for row in rows} == {0}
    assert {(row.state, row.tries) for row in rows} == {("done", 0)}
    assert not bot.world.log or {call.outcome for call in bot.world.log if call.method == "sendMessage"} == set()
