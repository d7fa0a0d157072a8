"""Files of the time before their bytes were kept: Telegram has them as long as the bot's token lives."""

import logging
from io import BytesIO
from pathlib import PurePath

from aiogram import Bot

from bot.faults import place_of
from bot.material_store import MaterialStore
from bot.worker import Worker, call
from mentoring.materials import LARGEST, LOOK, bytes_kept
from mentoring.materials.bytes_kept import Unread
from mentoring.rules.materials import Looked
from storage.database import Database

log = logging.getLogger(__name__)


class MaterialFetching:
    """One after another, at each housekeeping; what cannot be fetched is sent by its id as before."""

    def __init__(self, bot: Bot, database: Database, store: MaterialStore, worker: Worker) -> None:
        self._bot = bot
        self._database = database
        self._store = store
        self._worker = worker

    async def fetch(self) -> int:
        """How many have come."""
        async with self._database.read() as tx:
            unread = await bytes_kept.unread(tx)
        return sum([await self._fetched(each) for each in unread])

    async def _fetched(self, of: Unread) -> bool:
        try:
            file = await self._bot.get_file(of.address)
            if (file.file_size or 0) > LARGEST:
                return False
            read = await self._bot.download(file, destination=BytesIO())
            content = read.read() if read else b""
            name = f"{of.title}{PurePath(file.file_path or '').suffix}"
            looked: Looked = await self._worker.run(call, LOOK, (content, name))
            if looked.refusal is not None:
                return False
            digest = await self._store.put(content)
            async with self._database.write() as tx:
                await bytes_kept.set_bytes(tx, of.id, digest=digest, file_name=looked.name, size=looked.size)
        except Exception as error:
            log.warning("the file of material %d was not fetched: %s", of.id, place_of(error))
            return False
        return True
