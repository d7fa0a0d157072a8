"""T12 and T38: three days away, or two hours without Telegram: what is old is not said, the rest is said once."""

import asyncio
import signal
from datetime import datetime, timedelta
from datetime import time as clock
from math import inf
from pathlib import Path

import pytest

from storage.database import open_database
from tests.bench.broadcast.coordinator import AFTERNOON, speaking_day
from tests.bench.broadcast.telegram import MOST_A_SECOND
from tests.bench.figures import at_most, p99
from tests.bench.time.planning import confirm
from tests.kill.lives import Nursery
from tests.soak.fair import Fair, fair
from tests.soak.measuring import Measured

PEOPLE = 200
SENDERS, EACH = 10, ("/menu", "/help", "/help", "/menu", "/help")
QUIET_SECONDS = 4
HALF_PAST_FOUR, HALF_PAST_NINE = clock(16, 30), clock(21, 30)


@pytest.mark.soak
async def test_after_three_days_everybody_hears_one_thing_and_nothing_old(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    """T12: 200 reminders are planned and cannot go; the bot is back three days later, first in the evening."""
    async with fair(nursery, tmp_path, PEOPLE, 20, most=MOST_A_SECOND) as told:
        database = await open_database(f"sqlite:///{tmp_path / 'nastavnik.db'}")
        day = await confirm(database)
        async with database.write() as tx:
            await tx.run("DELETE FROM activity WHERE school_id <> :id", id=told.school.id)
        await database.close()
        await _plans_in_the_dark(told, day)
        planned = told.fates("digest")
        await told.begins(speaking_day(HALF_PAST_NINE, days=3, since=day), rate=20)
        await asyncio.sleep(QUIET_SECONDS)
        at_night = sum(told.heard())
        await told.bot.end(signal.SIGTERM)
        await told.begins(speaking_day(AFTERNOON, days=4, since=day), rate=20)
        await told.talk.warms_up(told.others, within=60)
        talking = asyncio.create_task(told.talk.goes_on(told.others, a_second=4, seconds=12))
        await told.until(lambda: all(told.heard()))
        await talking
        await told.talk.is_answered(within=10)
        fates, heard = told.fates("digest"), told.heard()
    old = sum(number for fate, number in fates.items() if fate.startswith("dropped"))
    measured(
        at_most("not planned on the day", max(0, PEOPLE - planned.get("due", 0)), 0, "people", note=f"{planned}"),
        at_most("said at 21:30", at_night, 0, "messages"),
        at_most("people who heard more or less than one", sum(count != 1 for count in heard), 0, ""),
        at_most("old ones that are not listed as dropped", max(0, PEOPLE - old), 0, "", note=f"{fates}"),
        at_most("fullest second", told.telegram.fullest, 28, "messages"),
        at_most("refused with 429", told.telegram.refused, 0, ""),
        at_most("replies meanwhile, p99", p99(told.talk.waits), 0.3, "s", note=told.talk.note),
    )


@pytest.mark.soak
async def test_replies_of_two_hours_ago_come_in_their_order(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    """T38: fifty updates were taken, and none could be answered."""
    async with fair(nursery, tmp_path, 2, SENDERS + 1, most=inf) as told:
        noon = speaking_day(AFTERNOON)
        told.telegram.chat_seconds = 0.0
        await told.begins(noon, rate=20)
        *senders, undisturbed = told.others
        for words in EACH:
            told.talk.says(undisturbed, words)
            await told.talk.is_answered(within=10)
        await told.until(lambda: not told.fates("reply"))  # the bot too knows that the last one has arrived
        told.telegram.darkens = True
        for words in EACH:
            for user in senders:
                told.talk.says(user, words)
        await told.until(lambda: told.fates("reply").get("sending") == len(senders) * len(EACH))
        assert await told.bot.end(signal.SIGTERM) == 0
        early = sum(told.talk.heard[user] for user in senders)
        await told.telegram.comes_back()
        await told.begins(noon + timedelta(hours=2), rate=20)
        seconds = await told.talk.is_answered(within=120)
        texts = told.telegram.texts
        odd = [user for user in senders if texts[user] != texts[undisturbed]]
    measured(
        at_most("answered before", early, 0, ""),
        at_most("lost or doubled", told.talk.lost + told.talk.doubled, 0, "replies", note=f"in {seconds:.1f} s"),
        at_most("chats out of order", len(odd), 0, ""),
    )


@pytest.mark.soak
async def test_announcement_of_two_hours_ago_is_not_said_in_the_evening_but_the_next_day(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    """T38: its day is over by then."""
    async with fair(nursery, tmp_path, 50, 1, most=MOST_A_SECOND) as told:
        begun = speaking_day(HALF_PAST_FOUR)
        bulk = frozenset(told.teachers)
        await told.begins(begun, rate=20)
        told.telegram.darkens_for = bulk
        await told.announces()
        await told.until(lambda: told.telegram.is_dark)
        await told.bot.end(signal.SIGTERM)
        waiting = told.fates("announcement")
        await told.telegram.comes_back()
        await told.begins(begun + timedelta(hours=2), rate=20)
        await asyncio.sleep(QUIET_SECONDS)
        late = sum(told.heard())
        await told.bot.end(signal.SIGTERM)
        await told.begins(speaking_day(AFTERNOON, since=begun), rate=20)
        await told.until(lambda: any(told.heard()) and told.is_said("announcement"))
        fates, heard = told.fates("announcement"), told.heard()
    print(fates)
    measured(
        at_most("said after its day", late, 0, "messages", note=f"{waiting}"),
        at_most("doubled", sum(count > 1 for count in heard), 0, "people"),
        at_most("missing", heard.count(0), 8, "people", note=f"those on their way when Telegram went; {fates}"),
        at_most("fullest second", told.telegram.fullest, 28, "messages"),
    )


async def _plans_in_the_dark(told: Fair, day: datetime) -> None:
    await told.begins(day, rate=20)
    told.telegram.goes_dark()
    await told.until(lambda: sum(told.fates("digest").values()) >= PEOPLE)
    await told.bot.end(signal.SIGTERM)
    await told.telegram.comes_back()
