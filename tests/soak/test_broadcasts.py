"""T8 to T11: an announcement while Telegram asks to wait, refuses chats, loses answers; its pace and its kills."""

import asyncio
import random
import signal
import sqlite3
from contextlib import closing
from math import ceil, inf
from pathlib import Path

import pytest

from storage.vocabulary import NoticePolicy
from tests.bench.broadcast import kills, pace
from tests.bench.broadcast.coordinator import AFTERNOON, EVENING, speaking_day
from tests.bench.broadcast.telegram import MOST_A_SECOND
from tests.bench.figures import at_most, p99
from tests.kill.lives import Nursery
from tests.soak.fair import fair
from tests.soak.measuring import Measured
from tests.soak.refusing import LOST, Refusal, refusal

FAST = 100  # messages a second, where the pace is no subject
BLOCKED = refusal(403, "Forbidden: bot was blocked by the user")
UNKNOWN = refusal(400, "Bad Request: chat not found")
TROUBLE = refusal(500, "Internal Server Error")


@pytest.mark.soak
async def test_429_stops_the_announcement_until_its_deadline_and_no_reply(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    """T8."""
    async with fair(nursery, tmp_path, 300, 20, most=MOST_A_SECOND) as told:
        loop, telegram, bulk = asyncio.get_running_loop(), told.telegram, frozenset(told.teachers)
        deadline, refused = 0.0, []

        def too_many(chat_id: int) -> Refusal | None:
            now = loop.time()
            if chat_id not in bulk or now >= deadline:
                return None
            refused.append(now)
            return refusal(429, "Too Many Requests: retry later", retry_after=ceil(deadline - now))

        telegram.instead = too_many
        await told.begins(speaking_day(AFTERNOON), rate=20)
        await told.talk.warms_up(told.others, within=60)
        await told.announces()
        talking = asyncio.create_task(told.talk.goes_on(told.others, a_second=4, seconds=50))
        await told.until(lambda: sum(told.heard()) >= 100)
        deadline = loop.time() + 30
        await told.until(lambda: all(told.heard()))
        await talking
        await told.talk.is_answered(within=10)
    early = [at for at in refused if at > refused[0] + 1.0]
    measured(
        at_most("refused", len(refused), 20, "requests", note="30 s, 100 of 300 had it"),
        at_most("asked again before the deadline", len(early), 0, "requests"),
        at_most("missing or doubled", sum(times != 1 for times in told.heard()), 0, "people"),
        at_most("replies meanwhile, p99", p99(told.talk.waits), 0.5, "s", note=told.talk.note),
        at_most("replies lost", told.talk.lost, 0, ""),
    )


@pytest.mark.slow
async def test_chats_that_refuse_are_asked_once_and_who_returns_hears_what_is_new(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    """T9: a tenth has blocked the bot, a twentieth is not there."""
    async with fair(nursery, tmp_path, 100, 1, most=inf) as told:
        bad = {user: BLOCKED if place % 3 else UNKNOWN for place, user in enumerate(told.teachers[:15])}
        told.telegram.instead = bad.get
        await told.begins(speaking_day(AFTERNOON), rate=FAST)
        for times in (1, 2):
            await told.announces()
            await told.until(lambda: all(count >= times for count in told.heard()[15:]))  # noqa: B023
            await told.until(lambda: told.is_said("announcement"))
        asked = [len(told.telegram.asked[user]) for user in bad]
        returned = told.teachers[1]
        del bad[returned]
        told.telegram.say(returned, "/start")
        await told.until(lambda: told.telegram.texts[returned])
        greeted = len(told.telegram.texts[returned])
        await told.announces()
        await told.until(lambda: len(told.telegram.texts[returned]) > greeted)
        await told.until(lambda: told.is_said("announcement"))
        news = len(told.telegram.texts[returned]) - greeted
    measured(
        at_most("requests to a chat that refuses", max(asked), 1, "", note=f"{len(asked)} chats"),
        at_most("heard again by the one that returned", abs(news - 1), 0, "messages too many or few"),
        at_most("the others: missing or doubled", sum(count != 3 for count in told.heard()[15:]), 0, "people"),
    )


@pytest.mark.soak
async def test_announcement_keeps_the_pace_and_holds_up_no_reply(tmp_path: Path, measured: Measured) -> None:
    """T10: the stand-in refuses a second message in a chat within a second."""
    played = await pace.play(tmp_path)
    measured(
        at_most("fullest second", played.telegram.fullest, 28, "messages and edits"),
        at_most("refused with 429", played.telegram.refused, 0, ""),
        at_most("1,000 people in", played.seconds, 70, "s"),
        at_most("missing or doubled", played.wrong, 0, "people"),
        at_most("replies meanwhile, p99", p99(played.waits), 0.3, "s", note=f"{len(played.waits)}"),
    )


@pytest.mark.soak
@pytest.mark.parametrize("policy", NoticePolicy)
async def test_announcement_amid_8_kills(tmp_path: Path, measured: Measured, policy: NoticePolicy) -> None:
    """T10: what may be missing is what was on its way at a kill."""
    heard = await kills.killed(tmp_path, policy)
    missing, doubled = kills.missing(heard), kills.doubled(heard)
    if policy is NoticePolicy.ONCE:
        measured(
            at_most("`once`: doubled", doubled, 0, "messages"),
            at_most("`once`: nobody knows", missing, 3 * kills.KILLS, "messages", note=f"{kills.KILLS} kills"),
        )
    else:
        measured(at_most("`atleast`: missing", missing, 0, "people", note=f"{doubled} twice"))


@pytest.mark.soak
@pytest.mark.parametrize("policy", NoticePolicy)
async def test_answers_that_are_lost_double_nothing_or_leave_nobody_out(
    nursery: Nursery, tmp_path: Path, measured: Measured, policy: NoticePolicy
) -> None:
    """T11: a twentieth of the answers is lost, a twentieth is a 500."""
    async with fair(nursery, tmp_path, 300, 1, most=inf) as told:
        evening = speaking_day(EVENING)
        await told.begins(evening, rate=FAST)
        await told.announces()
        await told.bot.end(signal.SIGTERM)
        told.telegram.messages.clear()
        with closing(sqlite3.connect(tmp_path / "nastavnik.db")) as database, database:
            database.execute("UPDATE outbox SET policy = ? WHERE kind = 'announcement'", [policy])
        bulk = frozenset(told.teachers)
        told.telegram.instead = lambda chat_id: _chance() if chat_id in bulk else None
        await told.begins(speaking_day(AFTERNOON, since=evening), rate=FAST)
        await told.until(lambda: sum(map(bool, told.heard())) > 200 and told.is_said("announcement"))
        fates, heard = told.fates("announcement"), told.heard()
    doubled, missing = sum(count > 1 for count in heard), heard.count(0)
    known = sum(number for fate, number in fates.items() if fate.split()[0] in {"sent", "failed", "unknown"})
    one = at_most("`once`: doubled", doubled, 0, "people", note=f"{missing} missing")
    other = at_most("`atleast`: missing", missing, 0, "people", note=f"{doubled} twice")
    measured(
        one if policy is NoticePolicy.ONCE else other,
        at_most("without an end", sum(fates.values()) - known, 0, "messages", note=f"{fates}"),
    )


def _chance() -> Refusal | None:
    return random.choices([LOST, TROUBLE, None], [5, 5, 90])[0]
