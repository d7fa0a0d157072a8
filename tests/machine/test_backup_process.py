"""Backup and restore as an operator does them: commands beside a running bot, then a fresh start from the copy."""

import asyncio
import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench import processes, stand_in
from tests.bench.seeding import fill

pytestmark = pytest.mark.slow
NIGHT_SECONDS = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The bot's own; the key and the copy lie beside it."""
    made = tmp_path / "bot"
    made.mkdir()
    return made


async def command(folder: Path, settings: Mapping[str, str], *arguments: str) -> tuple[int, str]:
    """Exit code and everything that was printed."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(processes.FOREIGN)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(processes.CHECKOUT), **settings},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    printed, _ = await process.communicate()
    return process.returncode or 0, printed.decode()


def names(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "nastavnik.db")) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM school ORDER BY id")]


async def nightly_copy(folder: Path) -> Path:
    async with asyncio.timeout(NIGHT_SECONDS):
        while not (found := list((folder / "backups").glob("nightly-*.db.age"))):
            await asyncio.sleep(0.2)
    return found[0]


async def test_a_key_a_night_a_command_and_two_restores(folder: Path, tmp_path: Path) -> None:
    key, other, asked_for = tmp_path / "backup.key", tmp_path / "other.key", tmp_path / "asked-for.db.age"
    await fill(folder, 30)
    async with stand_in.serving() as telegram:
        bare = processes.our_settings(telegram, folder)
        for path in (key, other):
            assert (await command(folder, bare, "backup-key", str(path)))[0] == 0
        settings = {**bare, "BACKUP_KEY_FILE": str(key)}
        async with processes.ours(telegram, folder, settings):
            of_the_night = await nightly_copy(folder)
            code, said = await command(folder, settings, "school", "add", "Новая школа")
            assert code == 0, said
            assert await command(folder, settings, "backup", str(asked_for)) == (0, "")
            code, said = await command(folder, settings, "restore", str(of_the_night))
            assert (code != 0, "already works on nastavnik.db" in said) == (True, True), said
            code, said = await command(folder, settings, "check")
            assert "backups: last nightly copy 20" in said
            assert ", 1 kept\n" in said
        wrong = {**bare, "BACKUP_KEY_FILE": str(other)}
        code, said = await command(folder, wrong, "restore", str(of_the_night))
        assert (code, said.count("\n"), "encrypted with another key" in said) == (1, 1, True), said
        assert names(folder) == ["Школа № 1", "Новая школа"]
        code, said = await command(folder, settings, "restore", str(of_the_night))
        assert (code, "is kept as nastavnik.before-restore.db" in said) == (0, True), said
        assert names(folder) == ["Школа № 1"]
        assert (await command(folder, settings, "restore", str(asked_for)))[0] == 0
        assert names(folder) == ["Школа № 1", "Новая школа"]
        async with processes.ours(telegram, folder, settings):
            code, said = await command(folder, settings, "check")
            assert "updates: 0 to be handled, 0 given up" in said


async def test_a_key_inside_of_the_data_folder_stops_the_start_with_one_line(folder: Path) -> None:
    await fill(folder, 2)
    inside = folder / "backup.key"
    inside.touch(mode=0o600)
    async with stand_in.serving() as telegram:
        settings = {**processes.our_settings(telegram, folder), "BACKUP_KEY_FILE": str(inside)}
        code, said = await command(folder, settings)
        assert (code, said.count("\n"), "lies inside of DATA_DIR" in said) == (1, 1, True), said
