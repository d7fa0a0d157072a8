"""Jobs on their way through the worker: gather in a transaction, work outside, come back as an inbox row."""

import asyncio
import dataclasses
import json
import logging
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.clock import Clock
from bot.exports import Exports
from bot.faults import place_of
from bot.lanes import Lanes
from bot.material_store import MaterialStore
from bot.worker import TooHeavy, Worker, call
from mentoring.jobs import LOOKING, Gather, Task
from storage import jobs
from storage.database import Database, StorageTrouble
from storage.inbox import Arrival
from storage.jobs import Job

log = logging.getLogger(__name__)

TRIES = 3
TICK_SECONDS = 0.3


class Jobs:
    """One job at a time; a crash at any point does it again, and its result is delivered once."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        lanes: Lanes,
        worker: Worker,
        clock: Clock,
        *,
        kinds: Mapping[str, Gather],
        exports: Exports,
        materials: MaterialStore,
    ) -> None:
        self._bot = bot
        self._database = database
        self._lanes = lanes
        self._worker = worker
        self._clock = clock
        self._kinds = kinds
        self._exports = exports
        self._materials = materials
        self._handed_over: set[int] = set()

    async def run(self) -> None:
        while True:
            try:
                if not await self.work():
                    await asyncio.sleep(TICK_SECONDS)
            except StorageTrouble:
                await asyncio.sleep(1.0)
            except Exception as error:
                log.error("the jobs' loop stumbled: %s", place_of(error))
                await asyncio.sleep(1.0)

    async def work(self) -> bool:
        """Do one job; False when none is due."""
        async with self._database.read() as tx:
            due = await jobs.due(tx, 50)
        self._handed_over &= {job.id for job in due}
        waiting = [job for job in due if job.id not in self._handed_over]
        if not waiting:
            return False
        job = waiting[0]
        result = await self._result(job)
        if result is not None:
            body = json.dumps({"job": job.id, "work": job.kind, **result}, ensure_ascii=False)
            await self._lanes.receive([Arrival(self._bot.id, job.id, "job", job.chat_id, body)])
            self._handed_over.add(job.id)
        return True

    async def _result(self, job: Job) -> dict[str, Any] | None:
        try:
            return await self._do(job)
        except StorageTrouble:
            raise  # not the job's fault: no try is counted
        except Exception as error:
            return await self._failed(job, error)

    async def _do(self, job: Job) -> dict[str, Any]:
        transaction = self._database.read if job.kind in LOOKING else self._database.write
        async with transaction() as tx:
            task = await self._kinds[job.kind](tx, job, self._clock.now())
        arguments, content = task.arguments, b""
        if "file_id" in job.task:
            content = await self._download(str(job.task["file_id"]), task.largest)
            arguments = (content, *arguments)
        result = await self._worker.run(call, task.function, arguments)
        delivered = self._delivered(job, task, result)
        if task.keeps and result.refusal is None:  # on the disk before its row is written
            delivered["value"]["digest"] = await self._materials.put(content)
        return delivered

    async def _download(self, file_id: str, largest: int) -> bytes:
        """The handler has looked at the size that was declared; the file itself is looked at here."""
        file = await self._bot.get_file(file_id)
        if (file.file_size or 0) > largest:
            raise TooHeavy("file")
        read = await self._bot.download(file, destination=BytesIO())
        content = read.read() if read else b""
        if len(content) > largest:
            raise TooHeavy("file")
        return content

    def _delivered(self, job: Job, task: Task, result: Any) -> dict[str, Any]:
        if not task.file_name:
            return {"kind": "value", "type": type(result).__name__, "value": dataclasses.asdict(result)}
        if isinstance(result, tuple):
            return self._several(job, task, result)
        path = self._exports.put(job.id, result, Path(task.file_name).suffix)
        return {"kind": "file", "path": path, "name": task.file_name, "caption": task.caption}

    def _several(self, job: Job, task: Task, contents: tuple[bytes, ...]) -> dict[str, Any]:
        """A file a page."""
        suffix = Path(task.file_name).suffix
        paths = [self._exports.put(job.id, each, suffix) for each in contents]
        return {"kind": "files", "paths": paths, "name": task.file_name, "caption": task.caption}

    async def _failed(self, job: Job, error: Exception) -> dict[str, Any] | None:
        """Again a little later, or for good after three tries: then the person is told."""
        log.error("job %d (%s) failed, try %d: %s", job.id, job.kind, job.tries + 1, place_of(error))
        for_good = job.tries + 1 >= TRIES or isinstance(error, TooHeavy)
        async with self._database.write() as tx:
            await jobs.failed(tx, job.id, error=place_of(error), for_good=False, now=self._clock.now())
        if not for_good:
            await asyncio.sleep(1.0 if isinstance(error, AiogramError) else 0.1)
            return None
        return {"kind": "failed"}
