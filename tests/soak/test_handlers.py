"""T20: what it costs to ask every handler, in the process of the dispatcher itself."""

from statistics import median
from time import process_time

import pytest
from aiogram.types import Update

from mentoring.access import actor
from tests.bench.figures import at_most
from tests.bot_under_test import dispatcher
from tests.conftest import School
from tests.soak.measuring import Measured

UPDATES, MOST_MS = 1_000, 3.0


@pytest.mark.soak
async def test_the_last_handler_is_reached_soon(school: School, measured: Measured) -> None:
    """A sticker, which no filter wants: the very last handler takes it. Processor's time: nothing is waited for."""
    bot, teacher = school.cast.bot, school.cast.teacher
    await school.brings_in(teacher, "Соколова Анна Ильинична")
    bot.world.send_sticker(teacher.user_id)
    update = Update.model_validate(bot.world.pending_updates[-1], context={"bot": bot.machine.bot})
    seconds: list[float] = []
    async with bot.machine.database.write() as tx:
        now = bot.clock.now()
        who = await actor(tx, teacher.user_id)
        for _ in range(UPDATES):
            began = process_time()
            effects = await dispatcher().feed_update(bot.machine.bot, update, tx=tx, now=now, actor=who)
            seconds.append(process_time() - began)
            assert effects
    note = f"{UPDATES:,} updates, the slowest {max(seconds) * 1000:.3g}"
    measured(at_most("the last handler, p50", median(seconds) * 1000, MOST_MS, "ms", note=note))
