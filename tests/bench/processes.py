"""The bots as real processes: started, looked at through /proc, and always ended."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from tests.bench.stand_in import TOKEN, StandIn

CHECKOUT = Path(__file__).resolve().parents[2]
START_SECONDS = 120
STOP_SECONDS = 15
FOREIGN = (
    *("BOT_", "TELEGRAM_", "DATABASE_", "WEBHOOK_", "HTTP_", "OPERATOR_", "CLOCK_", "SEND_", "DATA_", "LOG_"),
    "BACKUP_",
)

Process = asyncio.subprocess.Process


@asynccontextmanager
async def ours(telegram: StandIn, folder: Path, settings: Mapping[str, str] = {}) -> AsyncIterator[Process]:
    """`python -m bot` over the database of the folder, ready when it asks for updates."""
    async with _running(telegram, folder, "bot", {**our_settings(telegram, folder), **settings}) as process:
        yield process


@asynccontextmanager
async def bare(telegram: StandIn, folder: Path) -> AsyncIterator[Process]:
    """The bot to compare with: aiogram as it comes, states in memory."""
    settings = {"BENCH_TOKEN": TOKEN, "BENCH_API": telegram.address}
    async with _running(telegram, folder, "tests.bench.bare_bot", settings) as process:
        yield process


def our_settings(telegram: StandIn, folder: Path) -> Mapping[str, str]:
    return {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE": telegram.address,
        "DATABASE_URL": f"sqlite:///{folder / 'nastavnik.db'}",
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "WARNING",
        "SEND_RATE": "1000",
    }


async def start(module: str, folder: Path, settings: Mapping[str, str]) -> Process:
    """Away from the checkout, whose `.env` is for another bot."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, cwd=folder, env={**inherited, "PYTHONPATH": str(CHECKOUT), **settings}
    )


async def end(process: Process) -> None:
    """SIGTERM, and SIGKILL when it does not help."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()


def resident_mb(pid: int) -> float:
    """Memory of a process and of its children."""
    status = Path(f"/proc/{pid}/status").read_text()
    own = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) / 1024
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own + sum(resident_mb(int(child)) for child in children)


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def _running(telegram: StandIn, folder: Path, module: str, settings: Mapping[str, str]) -> AsyncIterator[Process]:
    telegram.polled.clear()
    process = await start(module, folder, settings)
    try:
        async with asyncio.timeout(START_SECONDS):
            await telegram.polled.wait()
        yield process
    finally:
        await end(process)
