"""Files are for their owner alone, whatever umask the program was started with; a database that is not is refused."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.desk import Refused
from bot.running import refuse_open_database
from bot.settings import Settings
from handlers.texts import bank
from sandbox.world import Fault, FaultKind
from tests.kill.season import one_has_answered
from tests.machine.child import Child, child
from tests.machine.seeds import COORDINATOR

ANNA = 201
LATER = Fault(
    kind=FaultKind.REFUSE,
    code=429,
    description="Too Many Requests",
    parameters={"retry_after": 300},
    method="sendDocument",
    times=None,
)


@pytest.fixture
def careless() -> Iterator[None]:
    """Whoever starts us lets everybody read."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
async def bot(tmp_path: Path, careless: None) -> AsyncIterator[Child]:
    async with child(tmp_path, ANNA) as made:
        yield made


def rights(folder: Path) -> dict[str, str]:
    """Of everything that was made there, but 0700 of folders and 0600 of files."""
    found = {path: path.stat().st_mode & 0o777 for path in folder.rglob("*")}
    return {
        str(path.relative_to(folder)): f"{mode:04o}"
        for path, mode in found.items()
        if mode != (0o700 if path.is_dir() else 0o600)
    }


@pytest.mark.slow
async def test_start_backup_and_export_make_files_for_their_owner_alone(bot: Child) -> None:
    async def during() -> None:
        await bot.has_called("deleteWebhook")
        bot.world.faults.add(LATER)  # so the file waits to be sent
        bot.world.say(COORDINATOR, "/bank")
        chat = bot.world.chat(COORDINATOR)
        await bot.until(lambda: chat.visible[-1].buttons)
        bot.world.press(COORDINATOR, chat.visible[-1].id, bank.BOOK)
        await bot.until(lambda: any(each.label.startswith("Да, сделать файл") for each in chat.visible[-1].buttons))
        yes = next(each.label for each in chat.visible[-1].buttons if each.label.startswith("Да, сделать файл"))
        bot.world.press(COORDINATOR, chat.visible[-1].id, yes)
        data = bot.folder / "data"
        await bot.until(lambda: list((data / "exports").glob("*.xlsx")))
        assert await bot.command("backup", str(bot.folder / "data" / "copy.db")) == 0, bot.lines
        assert {"bot.db", "bot.db-wal", "bot.db-shm", "bot.lock", "copy.db"} <= {each.name for each in data.iterdir()}
        assert rights(bot.folder) == {}

    await one_has_answered(bot.settings["DATABASE_URL"], person_id=2)
    assert await bot.run(during) == 0, bot.lines
    assert rights(bot.folder) == {}


@pytest.mark.slow
async def test_bot_does_not_start_on_a_database_that_everybody_may_read(bot: Child) -> None:
    database = bot.folder / "data" / "bot.db"
    database.chmod(0o644)
    assert await bot.run() == 1
    assert bot.lines == [
        f"nastavnik: bot.db may be read by everybody on this machine (0644): chmod 600 {database}",
    ]
    assert bot.world.log == []


@pytest.mark.parametrize("tail", ["", "-wal", "-shm"])
@pytest.mark.parametrize(("mode", "fits"), [(0o600, True), (0o640, True), (0o644, False), (0o602, False)])
def test_whatever_of_the_database_others_may_read_is_refused(tmp_path: Path, tail: str, mode: int, fits: bool) -> None:
    file = tmp_path / f"bot.db{tail}"
    file.touch()
    file.chmod(mode)
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path / 'bot.db'}")  # type: ignore[call-arg]
    if fits:
        refuse_open_database(settings)
    else:
        with pytest.raises(Refused, match=f"{file.name} may be read by everybody"):
            refuse_open_database(settings)
