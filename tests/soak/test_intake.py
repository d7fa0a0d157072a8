"""T4 to T6: what Telegram hands over twice, numbers that begin again lower, an update that nobody can handle."""

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sandbox.world import UploadedFile
from sandbox.world.model import Json
from tests.bench.figures import at_most, p99
from tests.kill.lives import Nursery
from tests.kill.telegram import Telegram
from tests.soak.measuring import Measured
from tests.soak.town import Town, town

OTHERS = 20


class Forgetful(Telegram):
    """So many times more it hands out everything that it has, whatever the bot has confirmed."""

    def __init__(self) -> None:
        super().__init__()
        self.forgets = 0
        self.again = 0  # updates that were handed out before
        self._known: set[int] = set()

    async def call(
        self, token: str, method: str, params: Mapping[str, object], files: Mapping[str, UploadedFile] | None = None
    ) -> Any:
        if method != "getUpdates":
            return await super().call(token, method, params, files)
        forgets = bool(self.forgets)
        result = await super().call(token, method, {**params, "offset": "0"} if forgets else params, files)
        numbers = {each["update_id"] for each in result}
        if forgets and numbers:
            self.forgets -= 1
            self.again += len(numbers & self._known)
        self._known |= numbers
        return result


@pytest.mark.slow
async def test_batch_that_comes_again_has_one_effect(nursery: Nursery, tmp_path: Path, measured: Measured) -> None:
    """T4: a server that forgets what was confirmed."""
    world = Forgetful()
    async with town(nursery, tmp_path, OTHERS, server=world) as told:
        await told.begins()
        world.forgets = 3
        for user in told.teachers:
            told.talk.says(user)
        await told.talk.is_answered(within=10)
        await told.until(lambda: not told.world.pending_updates)
        told.talk.says(told.teachers[0])  # comes after all that was given again
        await told.talk.is_answered(within=10)
    assert world.again >= OTHERS
    measured(at_most("answers too many", told.talk.doubled, 0, "", note=f"{told.talk.said.total()} updates"))
    measured(at_most("lost", told.talk.lost, 0, "updates"))


@pytest.mark.slow
async def test_numbers_that_begin_again_lower_are_taken(nursery: Nursery, tmp_path: Path, measured: Measured) -> None:
    """T5: as after a week in which nobody spoke."""
    async with town(nursery, tmp_path, OTHERS) as told:
        await told.begins()
        await told.until(lambda: not told.world.pending_updates)
        told.world.next_update_id = 7
        for _ in range(2):
            for user in told.teachers:
                told.talk.says(user)
            seconds = await told.talk.is_answered(within=20)
            measured(at_most("handled in", seconds, 5, "s", note=f"{OTHERS} updates"))
        await told.until(lambda: not told.world.pending_updates)
    measured(at_most("lost or repeated", told.talk.lost + told.talk.doubled, 0, "updates"))


@pytest.mark.soak
async def test_update_that_nobody_can_handle_holds_up_nobody_else(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    """T6."""
    async with town(nursery, tmp_path, OTHERS + 1) as told:
        await told.begins()
        poor, *others = told.teachers
        told.world.state.updates.push("message", _broken(told, poor))
        told.talk.said[poor] += 1  # the apology is the answer
        await told.talk.goes_on(others, a_second=20, seconds=15)
        await told.until(lambda: told.apologies, within=60)
        told.talk.says(poor)
        measured(at_most("that person's next message, answered in", await told.talk.is_answered(within=10), 5, "s"))
        await told.until(lambda: told.alarms)
    measured(at_most("p99 of 20 others", p99(told.talk.waits), 0.3, "s", note=told.talk.note))
    measured(at_most("lost or doubled", told.talk.lost + told.talk.doubled, 0, "answers"))
    measured(at_most("alarms", len(told.alarms), 1, ""))


def _broken(told: Town, user: int) -> Json:
    """A message with one part that is not what it should be."""
    odd = {"message_id": "seven", "date": [], "entities": {"bold": True}, "reply_to_message": "that one"}
    part = random.choice(sorted(odd))
    print(f"broken: {part}")
    whole = {"message_id": 5, "date": 1788858000, "from": {"id": user, "is_bot": False, "first_name": "Анна"}}
    chat = {"id": user, "type": "private", "first_name": "Анна"}
    return {**whole, "chat": chat, "text": "Здравствуйте", part: odd[part]}
