"""The lives of one bot, one after another: born in the nursery, ended by a signal."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import IO

CHECKOUT = Path(__file__).resolve().parents[2]
FOREIGN = (
    *("BOT_", "TELEGRAM_", "DATABASE_", "WEBHOOK_", "HTTP_", "OPERATOR_", "CLOCK_", "SEND_", "DATA_", "LOG_"),
    *("BACKUP_", "STANDBY"),
)
END_SECONDS = 30

Nursery = subprocess.Popen[str]


class Lives:
    """At most one bot lives at a time."""

    def __init__(self, nursery: Nursery, folder: Path, settings: Mapping[str, str]) -> None:
        self._in, self._out = _pipes(nursery)
        self.folder = folder
        self.settings = dict(settings)
        self.pid = 0
        self._is_being_born = False
        self._line: asyncio.Future[str] | None = None

    @property
    def log(self) -> Path:
        return self.folder / "bot.log"

    @property
    def last_line(self) -> str:
        return self.log.read_text("utf-8").splitlines()[-1]

    async def begin(self) -> None:
        birth = {"folder": str(self.folder), "settings": self.settings}
        print(json.dumps(birth), file=self._in, flush=True)
        self._is_being_born = True
        self.pid = await self._number()
        self._is_being_born = False

    async def freezes(self) -> None:
        """It does nothing any more, not even die."""
        os.kill(self.pid, signal.SIGSTOP)
        async with asyncio.timeout(END_SECONDS):
            while not all(_is_stopped(task) for task in Path(f"/proc/{self.pid}/task").iterdir()):
                await asyncio.sleep(0.001)

    def moves_to(self, folder: Path, settings: Mapping[str, str]) -> None:
        """The next life."""
        self.folder = folder
        self.settings |= settings

    async def end(self, number: signal.Signals) -> int:
        """The exit code, negative for a signal."""
        with suppress(ProcessLookupError):  # nobody has waited for its end before
            os.kill(self.pid, number)
        return await self.ended()

    async def is_put_away(self) -> None:
        """Whatever it was in the middle of: the nursery waits for its end."""
        if self._is_being_born:
            self.pid = await self._number()
        if self.pid:
            await self.end(signal.SIGKILL)

    async def ended(self) -> int:
        """Its exit code, once it has ended by itself."""
        async with asyncio.timeout(END_SECONDS):
            code = await self._number()
        self.pid = 0
        return code

    async def _number(self) -> int:
        # A line that somebody gave up waiting for is still to come, and whoever asks next gets it.
        self._line = self._line or asyncio.ensure_future(asyncio.to_thread(self._out.readline))
        line = await asyncio.shield(self._line)
        self._line = None
        assert line, "the nursery has ended"
        return int(line)


@asynccontextmanager
async def lives(nursery: Nursery, folder: Path, settings: Mapping[str, str]) -> AsyncIterator[Lives]:
    bot = Lives(nursery, folder, settings)
    try:
        yield bot
    finally:
        await bot.is_put_away()
        said = bot.log.read_text("utf-8") if bot.log.exists() else "it has never lived"
        print(said[-3000:])  # pytest shows it when the test fails


@contextmanager
def open_nursery(*launched_by: str) -> Iterator[Nursery]:
    """The program that launches it, if any, binds its lives too."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    with subprocess.Popen(
        [*launched_by, sys.executable, "-m", "tests.kill.nursery"],
        env={**inherited, "PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as nursery:
        yield nursery


def _is_stopped(task: Path) -> bool:
    return (task / "stat").read_text().rpartition(")")[2].split()[0] == "T"


def _pipes(nursery: Nursery) -> tuple[IO[str], IO[str]]:
    if nursery.stdin is None or nursery.stdout is None:
        raise RuntimeError("a nursery is spoken to through its pipes")
    return nursery.stdin, nursery.stdout
