"""A material on its way to a chat: by Telegram's id of it while Telegram knows that, else its bytes."""

import logging

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendDocument
from aiogram.types import FSInputFile, InputFile, Message

from bot import calls
from bot.faults import place_of
from bot.material_store import MaterialStore
from handlers.effects import Screen, SendMaterial
from handlers.texts import shelf as words
from mentoring.materials import bytes_kept
from storage.database import Database

log = logging.getLogger(__name__)

# In Telegram's words: the id is another bot's, is too old, or is none.
UNKNOWN_ID = ("file identifier", "file_id", "FILE_REFERENCE", "file reference")


class MaterialPost:
    """The id is a cache of this bot's own sending: another name or another bot's id is never sent on."""

    def __init__(self, bot: Bot, database: Database, store: MaterialStore) -> None:
        self._bot = bot
        self._database = database
        self._store = store

    async def send(self, chat_id: int, of: SendMaterial) -> None:
        """Raises aiogram's errors. A file that is not there is told to the person, and to the log."""
        if await self._sent_by_id(chat_id, of):
            return
        path = self._store.path(of.digest)
        if not of.digest or not path.is_file():
            log.error("the file of material %d is missing", of.material_id)
            await self._bot(calls.send(chat_id, Screen(words.file_is_lost())))
            return
        message = await self._send(chat_id, of, FSInputFile(path, filename=of.name))
        if message.document is not None:
            await self._remember(of.material_id, message.document.file_id)

    async def _sent_by_id(self, chat_id: int, of: SendMaterial) -> bool:
        async with self._database.read() as tx:
            file_id = await bytes_kept.known_id(tx, of.material_id, self._bot.id) or of.file_id
        if not file_id:
            return False
        try:
            await self._send(chat_id, of, file_id)
        except TelegramBadRequest as error:
            if not any(each in error.message for each in UNKNOWN_ID):
                raise
            return False
        return True

    async def _send(self, chat_id: int, of: SendMaterial, document: InputFile | str) -> Message:
        return await self._bot(
            SendDocument(chat_id=chat_id, document=document, caption=of.caption or None, parse_mode="HTML")
        )

    async def _remember(self, material_id: int, file_id: str) -> None:
        """The file has arrived: its fate must not hang on this."""
        try:
            async with self._database.write() as tx:
                await bytes_kept.note_id(tx, material_id, self._bot.id, file_id)
        except Exception as error:
            log.warning("Telegram's id of material %d was not noted: %s", material_id, place_of(error))
