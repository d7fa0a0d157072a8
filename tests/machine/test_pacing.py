"""How fast bulk may go: tables for the rules, random traffic for the promise."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pacing import BulkPace, Pace, Watch

RATE = 20.0


def test_burst_goes_at_once_and_the_rest_at_the_rate() -> None:
    pace = Pace(RATE, burst=4)
    waits = []
    for _ in range(7):
        waits.append(round(pace.wait(100.0), 3))
        pace.take(100.0)
    assert waits == [0, 0, 0, 0, 0.05, 0.1, 0.15]


def test_quiet_time_saves_no_more_than_the_burst() -> None:
    pace = Pace(RATE, burst=4)
    for _ in range(4):
        pace.take(0.0)
    assert pace.wait(3600.0) == 0
    for _ in range(4):
        pace.take(3600.0)
    assert pace.wait(3600.0) == pytest.approx(0.05)


def test_one_chat_hears_one_notice_a_second() -> None:
    pace = BulkPace(RATE)
    pace.bulk_went(7, 10.0)
    assert pace.wait(7, 10.0) == 1.0
    assert pace.wait(7, 10.4) == pytest.approx(0.6)
    assert pace.wait(8, 10.0) == 0


def test_replies_take_their_share_of_the_token() -> None:
    pace = BulkPace(RATE)
    for _ in range(24):
        pace.reply_went(5.0)
    assert pace.wait(1, 5.0) == pytest.approx(21 * 0.05)


def test_refusal_closes_all_bulk_until_its_deadline() -> None:
    pace = BulkPace(RATE)
    pace.refused(30.5, 100.0)
    assert pace.closed(100.0)
    assert pace.closed(130.4)
    assert pace.wait(1, 100.0) == pytest.approx(30.5)
    assert not pace.closed(130.6)
    assert pace.wait(1, 130.6) == 0


def test_longest_deadline_holds() -> None:
    pace = BulkPace(RATE)
    pace.refused(30.0, 100.0)
    pace.refused(3.0, 101.0)
    assert pace.wait(1, 101.0) == pytest.approx(29.0)


def gap(pace: BulkPace, now: float) -> float:
    """Seconds between two notices when there are plenty."""
    for chat in range(8):
        pace.bulk_went(chat, now)
    before = pace.wait(99, now)
    pace.bulk_went(98, now)
    return round(pace.wait(99, now) - before, 4)


def test_second_refusal_in_ten_minutes_halves_the_rate_for_ten() -> None:
    pace = BulkPace(RATE)
    pace.refused(3.0, 100.0)
    assert gap(pace, 110.0) == 0.05
    pace.refused(3.0, 400.0)
    assert gap(pace, 410.0) == 0.1
    assert gap(pace, 1001.0) == 0.05


def test_refusals_eleven_minutes_apart_change_no_rate() -> None:
    pace = BulkPace(RATE)
    pace.refused(3.0, 100.0)
    pace.refused(3.0, 760.0)
    assert gap(pace, 770.0) == 0.05


def test_what_was_in_flight_is_refused_together_and_counts_once() -> None:
    pace = BulkPace(RATE)
    for number in range(8):
        pace.refused(30.0, 100.0 + number / 100)
    assert gap(pace, 140.0) == 0.05


def test_only_chats_of_the_last_second_are_remembered() -> None:
    pace = BulkPace(RATE)
    for number in range(5000):
        pace.bulk_went(number, number / 20)
    assert len(pace._chats) <= 1001


@given(
    steps=st.lists(
        st.tuples(st.floats(0, 0.3), st.sampled_from(["bulk", "bulk", "bulk", "reply"]), st.integers(1, 6)),
        min_size=20,
        max_size=150,
    ),
    rate=st.sampled_from([5.0, 20.0, 100.0]),
)
def test_in_no_second_goes_more_than_rate_and_burst(steps: list[tuple[float, str, int]], rate: float) -> None:
    """Whoever asks before going: in no second more than rate plus burst, in no chat twice a second."""
    pace = BulkPace(rate)
    now = 1000.0
    went: list[tuple[float, int]] = []
    for pause, what, chat in steps:
        now += pause
        if what == "reply":
            pace.reply_went(now)
            continue
        now += pace.wait(chat, now)
        pace.bulk_went(chat, now)
        went.append((now, chat))
    for at, chat in went:
        second = [each for each in went if at <= each[0] < at + 1 - 1e-6]
        assert len(second) <= rate + 4
        assert sum(each[1] == chat for each in second) == 1


async def test_given_sleep_moves_the_watch_as_far_as_it_was_told() -> None:
    watch = Watch(lambda _seconds: asyncio.sleep(0))
    before = watch.now()
    await watch.sleep(30)
    assert watch.now() - before == pytest.approx(30, abs=0.1)


async def test_sleeps_side_by_side_are_not_added() -> None:
    watch = Watch(lambda _seconds: asyncio.sleep(0))
    before = watch.now()
    await asyncio.gather(watch.sleep(30), watch.sleep(30))
    assert watch.now() - before == pytest.approx(30, abs=0.1)
