"""What the bot says on its own while a story is told and its screens are looked at: each kind of notice once."""

import sqlite3
from contextlib import closing

from mentoring.notices import Notice
from sandbox.world.model import Change
from tests.bot_under_test import BotUnderTest
from tests.screens.walk import Seen

_READERS = {"coordinator": "Координатор", "deputy": "Координатор", "psychologist": "Психолог"}
_ON_ITS_WAY = """SELECT kind, (SELECT MIN(role) FROM role WHERE person_id = outbox.person_id)
                 FROM outbox WHERE state = 'sending' AND chat_id = ?"""


class Ear:
    """A message that comes while a notice is on its way to that chat is the notice."""

    def __init__(self, bot: BotUnderTest) -> None:
        self.heard: dict[Notice, Seen] = {}
        self._bot = bot
        bot.world.watch(self._hears)

    def _hears(self, change: Change) -> None:
        message = change.message
        if message is None or not message.from_bot or message.edited is not None:
            return
        with closing(sqlite3.connect(self._bot.database_file)) as database:
            sending = database.execute(_ON_ITS_WAY, [change.chat_id]).fetchall()
        for kind, role in sending:
            if kind in set(Notice):
                self.heard.setdefault(Notice(kind), Seen(Notice(kind), message, _READERS.get(role, "Педагог")))
