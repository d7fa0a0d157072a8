"""One effect carried out against the Bot API; errors are the sender's to judge."""

import asyncio
import logging
from collections import OrderedDict
from datetime import datetime, timedelta
from pathlib import Path

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import BotCommand, BotCommandScopeChat, FSInputFile

from bot import calls
from bot.envelopes import REPLY, Outgoing, Press, decode, toast_of
from bot.faults import place_of
from bot.material_post import MaterialPost
from bot.material_store import MaterialStore
from handlers.effects import DeleteMessage, LeaveChat, Screen, SendFile, SendMaterial, SetCommands, Toast
from handlers.texts import common
from storage import screens
from storage.database import Database
from storage.outbox import OutboxRow
from storage.screens import Shown

log = logging.getLogger(__name__)

REMEMBERED_CHATS = 2000
PRESS_LIVES = timedelta(seconds=15)  # an answer to an older one only costs a request
TOO_OLD = "message can't be deleted"  # in Telegram's words


class Delivery:
    """Screens, files and the rest for one bot; remembers which message is each chat's current screen."""

    def __init__(self, bot: Bot, database: Database, data_dir: Path, materials: MaterialStore) -> None:
        self._bot = bot
        self._database = database
        self._data_dir = data_dir
        self._materials = MaterialPost(bot, database, materials)
        self._shown: OrderedDict[int, Shown] = OrderedDict()
        self.presses: set[asyncio.Task[None]] = set()

    def answer_press(self, item: Outgoing, now: datetime) -> None:
        """At once and beside everything else: a spinner is the first thing that a person sees."""
        if item.press is None or now - item.press.came_at > PRESS_LIVES:
            return
        task = asyncio.create_task(self._answer(item.press, toast_of(item.effect)))
        self.presses.add(task)
        task.add_done_callback(self.presses.discard)

    async def carry_out(self, item: Outgoing) -> int | None:
        """The id of the chat's current screen or of a file that passes, else None. Raises aiogram's errors."""
        match item.effect:
            case Screen() as screen:
                return await self._screen(item, screen)
            case SendFile() as file:
                message_id = await self._file(item.chat_id, file)
                return message_id if file.passes else None
            case SendMaterial() as material:
                await self._materials.send(item.chat_id, material)
            case LeaveChat(chat_id):
                await self._bot.leave_chat(chat_id)
            case SetCommands(commands):
                await self._bot.set_my_commands(
                    [BotCommand(command=name, description=about) for name, about in commands],
                    scope=BotCommandScopeChat(chat_id=item.chat_id),
                )
            case DeleteMessage(message_id):
                await self._delete(item.chat_id, message_id)
            case Toast():
                pass
        return None

    def drop_file(self, row: OutboxRow) -> None:
        """The row's fate is stored: nobody will send its file again."""
        if row.kind == REPLY and f'"{SendFile.__name__}"' in row.body:
            effect, _ = decode(row.body)
            if isinstance(effect, SendFile):
                (self._data_dir / effect.path).unlink(missing_ok=True)

    async def finish_presses(self) -> None:
        while self.presses:
            await asyncio.gather(*self.presses)

    async def _answer(self, press: Press, toast: str) -> None:
        try:
            await self._bot(calls.AnswerPress(callback_query_id=press.query_id, text=toast[:200] or None))
        except Exception as error:
            # Too old or unheard: the screen itself says what happened.
            log.debug("a press was not answered: %s", place_of(error))

    async def _screen(self, item: Outgoing, screen: Screen) -> int | None:
        if item.edits is not None:
            await self._bot(calls.edit(item.chat_id, item.edits, screen))
            if screen.keep:
                return None
            await self._put_away_other(item.chat_id, item.edits)
            self._remember(item.chat_id, Shown(item.edits, screen.passes))
            return item.edits
        message_id = int((await self._bot(calls.send(item.chat_id, screen)))["message_id"])
        if screen.keep or not screen.buttons:
            return None
        await self._put_away_other(item.chat_id, message_id)
        self._remember(item.chat_id, Shown(message_id, screen.passes))
        return message_id

    async def _put_away_other(self, chat_id: int, current: int) -> None:
        """The screen before this one loses its buttons: two live screens in one chat mislead. Some go altogether."""
        try:
            old = self._shown.get(chat_id)
            if old is None:
                async with self._database.read() as tx:
                    old = await screens.shown_message(tx, chat_id)
            if old is None or old.message_id == current:
                return
            if old.passes:
                await self._take_away(chat_id, old.message_id)
            else:
                await self._bot(calls.StripButtons(chat_id=chat_id, message_id=old.message_id))
        except Exception as error:
            # Gone or bare already. The screen itself has arrived: its fate must not hang on this.
            log.debug("an old screen kept its buttons: %s", place_of(error))

    async def _delete(self, chat_id: int, message_id: int) -> None:
        """What a person wrote more than two days ago only they can delete: it was promised that it goes."""
        try:
            await self._bot(calls.DeleteMessage(chat_id=chat_id, message_id=message_id))
        except TelegramBadRequest as error:
            if TOO_OLD not in error.message:
                raise
            await self._bot(calls.send(chat_id, Screen(common.DELETE_YOURSELF)))

    async def _take_away(self, chat_id: int, message_id: int) -> None:
        """What is older than two days cannot be deleted any more, but emptied."""
        try:
            await self._bot(calls.DeleteMessage(chat_id=chat_id, message_id=message_id))
        except TelegramBadRequest:
            await self._bot(calls.edit(chat_id, message_id, Screen(common.TAKEN_AWAY)))

    def _remember(self, chat_id: int, shown: Shown) -> None:
        self._shown[chat_id] = shown
        self._shown.move_to_end(chat_id)
        if len(self._shown) > REMEMBERED_CHATS:
            self._shown.popitem(last=False)

    async def _file(self, chat_id: int, file: SendFile) -> int:
        source = FSInputFile(self._data_dir / file.path, filename=file.name)
        caption = file.caption or None
        if file.photo:
            photo = SendPhoto(chat_id=chat_id, photo=source, caption=caption, parse_mode="HTML")
            return (await self._bot(photo)).message_id
        document = SendDocument(chat_id=chat_id, document=source, caption=caption, parse_mode="HTML")
        return (await self._bot(document)).message_id
