"""The worker process: limits of memory and time, replaced when it breaks, no token, gone when its bot is gone."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot import running
from bot.settings import Settings
from bot.worker import MEMORY_BYTES, TooHeavy, Worker, call

CHECKOUT = Path(__file__).resolve().parent.parent.parent


class Tried:
    """A worker and short words for what it is asked."""

    def __init__(self) -> None:
        self.worker = Worker(task_seconds=8.0, idle_seconds=60.0)

    async def does(self, function: str, *arguments: object) -> Any:
        return await self.worker.run(call, f"tests.machine.hostile:{function}", arguments)


@pytest.fixture
async def tried() -> AsyncIterator[Tried]:
    made = Tried()
    yield made
    made.worker.close()


async def test_work_is_done_in_another_process_with_its_limit(tried: Tried) -> None:
    assert await tried.does("add", 2, 3) == 5
    assert await tried.does("own_pid") != os.getpid()
    assert await tried.does("memory_limit") == MEMORY_BYTES


async def test_child_loads_neither_the_bot_nor_its_libraries(tried: Tried) -> None:
    loaded = await tried.does("loaded")
    assert "bot" in loaded
    assert loaded.isdisjoint({"aiogram", "aiohttp", "aiosqlite", "apscheduler", "pydantic", "handlers", "storage"})


async def test_too_much_memory_is_refused_and_the_next_task_works(tried: Tried) -> None:
    with pytest.raises(TooHeavy, match="MemoryError"):
        await tried.does("eat", 2048)
    assert await tried.does("add", 2, 3) == 5


@pytest.mark.parametrize("death", ["kill_itself", "exit_quietly"])
async def test_task_that_kills_its_process_is_too_heavy_and_the_next_one_works(tried: Tried, death: str) -> None:
    with pytest.raises(TooHeavy, match="BrokenProcessPool"):
        await tried.does(death)
    assert await tried.does("add", 2, 3) == 5


async def test_task_without_an_end_is_ended_by_its_time(tried: Tried) -> None:
    pid = await tried.does("own_pid")
    tried.worker._task_seconds = 0.2
    with pytest.raises(TooHeavy, match="TimeoutError"):
        await tried.does("never_end")
    assert not alive(pid)


async def test_trouble_of_the_work_itself_comes_back_as_it_is(tried: Tried) -> None:
    with pytest.raises(ValueError, match="own trouble"):
        await tried.does("raise_value_error")


async def test_what_a_library_says_of_a_file_goes_nowhere(tried: Tried, capfd: pytest.CaptureFixture[str]) -> None:
    assert await tried.does("quote", "Примерова") == "Примерова"
    assert capfd.readouterr() == ("", "")


async def test_long_unused_process_is_ended_and_started_again(tried: Tried) -> None:
    tried.worker._idle_seconds = 0.05
    pid = await tried.does("own_pid")
    await asyncio.sleep(0.3)
    assert not alive(pid)
    assert await tried.does("add", 2, 3) == 5


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """As an operator gives them; `running` takes them out of the environment of its process."""
    given = {name: f"secret of {name}" for name in running.SECRETS}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return given


async def test_child_has_no_secret_in_its_environment(
    tried: Tried, secrets: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'no' / 'such.db'}")
    monkeypatch.delenv("TELEGRAM_PROXY")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    settings = Settings(_env_file=None)  # type: ignore[call-arg]  # of pydantic-settings, not a field
    running.forget_secrets()
    assert settings.bot_token is not None
    environment = await tried.does("environment")
    assert environment["DATA_DIR"] == str(tmp_path)
    assert set(environment).isdisjoint(secrets)
    assert not [name for name, value in environment.items() if "secret of" in value]


PARENT = """
import asyncio, time
from bot.worker import Worker, call

async def main():
    worker = Worker()
    print(await worker.run(call, "tests.machine.hostile:own_pid", ()), flush=True)
    await asyncio.sleep(60)

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_killed_bot_leaves_no_worker_behind(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    parent = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, cwd=CHECKOUT, env={**os.environ, "PYTHONPATH": "."}
    )
    assert parent.stdout is not None
    with parent.stdout:
        worker = int(parent.stdout.readline())
    assert alive(worker)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    for _ in range(100):
        if not alive(worker):
            break
        time.sleep(0.02)
    assert not alive(worker)


def alive(pid: int) -> bool:
    """Not gone, and no corpse that waits for whoever buries it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
