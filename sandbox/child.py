"""The bot as a child process: started, watched, killed on demand; its output goes to our log."""

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

log = logging.getLogger("sandbox.bot")

STOP_SECONDS = 10
INVITE_SECONDS = 60


class BotState(StrEnum):
    """What the page's dot shows."""

    STOPPED = "stopped"
    STARTING = "starting"
    RESTARTING = "restarting"  # asked to, and still ending
    RUNNING = "running"
    CRASHED = "crashed"


class BotProcess:
    """One bot at a time. `environment` is asked at every start, because the clock moves."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        environment: Callable[[], Mapping[str, str]],
        changed: Callable[[], None],
    ) -> None:
        self.command = tuple(command)
        self.folder = folder
        self.environment = environment
        self.changed = changed
        self.state = BotState.STOPPED
        self.lines: deque[str] = deque(maxlen=200)
        self._process: asyncio.subprocess.Process | None = None
        self._watcher: asyncio.Task[None] | None = None
        self._wanted = False

    async def start(self) -> None:
        """Start the bot; it counts as running when it asks for updates."""
        self._wanted = True
        self._become(BotState.STARTING)
        self._process = await self._spawn()
        self._watcher = asyncio.create_task(self._watch(self._process))

    def heard(self) -> None:
        """The bot asked for updates."""
        if self.state is BotState.STARTING:
            self._become(BotState.RUNNING)

    async def kill(self) -> None:
        """SIGKILL: the bot has no time for anything."""
        self._wanted = False
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
        await self._ended()

    async def stop(self) -> None:
        """SIGTERM, and SIGKILL when it does not help."""
        self._wanted = False
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            self._process.terminate()
        try:
            async with asyncio.timeout(STOP_SECONDS):
                await self._process.wait()
        except TimeoutError:
            await self.kill()
        await self._ended()

    async def restart(self) -> None:
        """Stop politely and start again, with the clock of now."""
        self.promise_restart()
        await self.stop()
        await self.start()

    def promise_restart(self) -> None:
        """Shown at once: ending politely takes seconds."""
        if self._process is not None:
            self._become(BotState.RESTARTING)

    async def invite(self) -> str:
        """Ask the bot's command line for the first coordinator's link; its payload, or nothing."""
        self._become(BotState.STARTING)
        self._say("the first coordinator's code and link, as `python -m bot invite` prints them:")
        process = await self._spawn("invite", "--role", "coordinator")
        try:
            async with asyncio.timeout(INVITE_SECONDS):
                output, _ = await process.communicate()
        except TimeoutError:
            process.kill()
            await process.wait()
            return ""
        for line in output.decode(errors="replace").splitlines():
            self._say(line)
            if "?start=" in line:
                return line.partition("?start=")[2].strip()
        return ""

    async def _spawn(self, *arguments: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self.command,
            *arguments,
            cwd=self.folder,
            env=dict(self.environment()),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )

    async def _watch(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None  # noqa: S101 - we asked for a pipe
        async for line in process.stdout:
            self._say(line.decode(errors="replace").rstrip())
        code = await process.wait()
        if self._wanted and process is self._process:
            self._say(f"the bot ended by itself with code {code}")
            self._become(BotState.CRASHED)

    async def _ended(self) -> None:
        if self._watcher is not None:
            await self._watcher
        self._process = self._watcher = None
        self._become(BotState.STOPPED)

    def _say(self, line: str) -> None:
        self.lines.append(line)
        log.info("bot | %s", line)

    def _become(self, state: BotState) -> None:
        self.state = state
        self.changed()
