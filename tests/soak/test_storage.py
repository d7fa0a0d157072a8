"""T15 and T16: somebody else holds the database, the disk is full, the folder is read-only."""

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.bench.figures import Figure, at_most
from tests.kill.lives import Nursery, lives, open_nursery
from tests.soak.disks import MB, as_mere_owner, small_disk
from tests.soak.measuring import Measured
from tests.soak.town import town, town_settings

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
            held = len(told.world.pending_updates)
            confirmed, kept = told.world.issued - held, _kept(disk.folder)
            disk.free()
            resumed = await told.talk.is_answered(within=60)
            await told.until(lambda: not told.world.pending_updates)
            await told.until(lambda: told.alarms)
            integrity = await told.rows("pragma_integrity_check WHERE integrity_check <> 'ok'")
    measured(
        at_most("confirmed and not kept", max(0, confirmed - kept), 0, "updates", note=f"{confirmed} confirmed"),
        Figure("held by Telegram while full", f"{held} updates", "> 0", held > 0),
        at_most("resumed after", resumed, RESUMES_SECONDS, "s", note=f"{held} updates waited"),
        at_most("lost or doubled", told.talk.lost + told.talk.doubled, 0, ""),
        at_most("errors shown to people", told.apologies, 0, ""),
        at_most("damaged", integrity, 0, ""),
    )


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


def _kept(folder: Path) -> int:
    """How many updates the database of a living bot holds, done or not."""
    with closing(sqlite3.connect(f"file:{folder / 'nastavnik.db'}?mode=ro", uri=True)) as database:
        (kept,) = database.execute("SELECT COUNT(*) FROM inbox").fetchone()
    return int(kept)
