"""T15 and T16: somebody else holds the database, the disk is full, the folder is read-only."""

import sqlite3
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bench.figures import Figure, at_most
from tests.kill.lives import Nursery, lives, open_nursery
from tests.soak import alive
from tests.soak.disks import MB, as_mere_owner, read_only, small_disk
from tests.soak.measuring import Measured
from tests.soak.town import Town, town, town_settings

PEOPLE, A_SECOND = 40, 20
HELD_SECONDS, CAUGHT_UP_SECONDS = 10, 5
DISK_MB, FULL_SECONDS, RESUMES_SECONDS = 16, 10, 30


@pytest.mark.soak
async def test_database_that_an_outsider_holds_loses_nothing(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    """T15."""
    async with town(nursery, tmp_path, PEOPLE) as told:
        await told.begins()
        with closing(sqlite3.connect(tmp_path / "nastavnik.db", isolation_level=None)) as outsider:
            outsider.execute("BEGIN EXCLUSIVE")
            await told.talk.goes_on(told.teachers, a_second=A_SECOND, seconds=HELD_SECONDS)
            held_up = told.talk.unanswered
            outsider.execute("COMMIT")
        caught_up = await told.talk.is_answered(within=60)
        await told.until(lambda: not told.world.pending_updates)
    assert held_up > 0.8 * A_SECOND * HELD_SECONDS
    measured(
        at_most("caught up after", caught_up, CAUGHT_UP_SECONDS, "s", note=f"{held_up} updates waited"),
        at_most("lost or doubled", told.talk.lost + told.talk.doubled, 0, ""),
        at_most("errors shown to people", told.apologies, 0, ""),
        at_most("alarms", len(told.alarms), 1, ""),
    )


@pytest.mark.soak
async def test_full_disk_confirms_nothing_and_loses_nothing(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    """T16."""
    with ExitStack() as mounted:
        try:
            disk = mounted.enter_context(small_disk(tmp_path / "disk", DISK_MB))
        except PermissionError as refusal:
            pytest.skip(f"this user may not mount a disk to fill: {refusal}")
        async with town(nursery, disk.folder, PEOPLE) as told:
            await told.begins()
            disk.fill(but=MB)
            await told.talk.goes_on(told.teachers, a_second=A_SECOND, seconds=2)
            disk.fill()
            await told.talk.goes_on(told.teachers, a_second=A_SECOND, seconds=FULL_SECONDS)
            refused = Refused.look(told)
            disk.free()
            figures = await _resumes(told, refused)
    measured(*figures)


@pytest.mark.soak
async def test_files_that_take_nothing_any_more_confirm_nothing_and_lose_nothing(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    """T16: read-only from one moment to the next, while the bot has them open."""
    async with town(nursery, tmp_path, PEOPLE) as told:
        await told.begins()
        with read_only(told.bot.pid):
            await told.talk.goes_on(told.teachers, a_second=A_SECOND, seconds=FULL_SECONDS)
            refused = Refused.look(told)
        figures = await _resumes(told, refused)
    measured(*figures)


@pytest.mark.soak
async def test_folder_that_is_read_only_stops_the_start_with_one_line(
    nursery: Nursery, tmp_path: Path, measured: Measured
) -> None:
    """T16: and nothing was confirmed."""
    async with town(nursery, tmp_path / "data", PEOPLE) as told:
        for user in told.teachers:
            told.talk.says(user)
        home = tmp_path / "home"
        home.mkdir()
        told.folder.chmod(0o500)
        try:
            with open_nursery(*as_mere_owner()) as bound:
                async with lives(bound, home, town_settings(told.world, told.folder)) as bot:
                    await bot.begin()
                    assert await bot.ended() == 1
        finally:
            told.folder.chmod(0o700)
        said = bot.log.read_text("utf-8").splitlines()
        assert said == [f"nastavnik: {told.folder} cannot be written by this user: the bot keeps nothing there"]
        held = len(told.world.pending_updates)
        await told.bot.begin()
        await told.talk.is_answered(within=60)
    measured(
        at_most("confirmed by a start that failed", PEOPLE - held, 0, "updates"),
        at_most("lost or doubled", told.talk.lost + told.talk.doubled, 0, ""),
    )


@dataclass(frozen=True, slots=True)
class Refused:
    """What there was while nothing could be written: updates that Telegram held, confirmed ones, alarms."""

    held: int
    confirmed: int
    kept: int
    alarms: int

    @classmethod
    def look(cls, told: Town) -> "Refused":
        held = len(told.world.pending_updates)
        return cls(held, told.world.issued - held, alive.rows(told.folder, "inbox"), len(told.alarms))


async def _resumes(told: Town, refused: Refused) -> list[Figure]:
    """It can be written again, and the bot is to end."""
    resumed = await told.talk.is_answered(within=60)
    await told.until(lambda: not told.world.pending_updates)
    damaged = await told.rows("pragma_integrity_check WHERE integrity_check <> 'ok'")
    lost = max(0, refused.confirmed - refused.kept)
    return [
        at_most("confirmed and not kept", lost, 0, "updates", note=f"{refused.confirmed} confirmed"),
        Figure("held by Telegram meanwhile", f"{refused.held} updates", "> 0", refused.held > 0),
        Figure("alarms meanwhile", str(refused.alarms), "> 0", refused.alarms > 0),
        at_most("resumed after", resumed, RESUMES_SECONDS, "s", note=f"{refused.held} updates waited"),
        at_most("lost or doubled", told.talk.lost + told.talk.doubled, 0, ""),
        at_most("errors shown to people", told.apologies, 0, ""),
        at_most("damaged", damaged, 0, ""),
    ]
