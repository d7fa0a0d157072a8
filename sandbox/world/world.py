"""The world: both sides of the local Telegram over one memory."""

from collections.abc import Callable, Mapping
from typing import Any

from sandbox.world.errors import ApiError, WireFault
from sandbox.world.faults import DOWNLOAD, Fault, Faults
from sandbox.world.groups import Groups
from sandbox.world.methods import METHODS, SPELLING
from sandbox.world.methods.commands import commands_in
from sandbox.world.model import Call, Change, Chat, Json, Message, Now, Press, Toast, UploadedFile, User
from sandbox.world.pace import Pace
from sandbox.world.params import Params
from sandbox.world.people import People
from sandbox.world.state import BotAccount, State


class World(People, Groups):
    """A Telegram in memory: no network, no sleeping, the clock is given.

    With a `pace` it answers 429 to a bot that writes too fast; `patient` turns on the real server's brakes
    against restless pollers, which wait real seconds.
    """

    def __init__(self, now: Now, *, pace: Pace | None = None, patient: bool = False) -> None:
        self.state = State(now, pace=pace, patient=patient)

    def add_bot(self, token: str, username: str = "nastavnik_demo_bot", name: str = "Наставник") -> int:
        """Register the bot; its id is the number before the colon. A second token replaces the first."""
        bot_id = int(token.partition(":")[0])
        if self.state.account is not None and self.state.account.id != bot_id:
            raise ValueError("one world has one bot")
        self.state.account = BotAccount(bot_id, token, username, name)
        return bot_id

    def add_user(self, first_name: str, last_name: str = "", *, user_id: int | None = None) -> User:
        """A person with an account, who has not met the bot yet."""
        user = User(user_id or next(self.state.user_ids), first_name, last_name)
        self.state.users[user.id] = user
        self.state.chats[user.id] = Chat(user.id, user.name, user)
        return user

    def chat(self, chat_id: int) -> Chat:
        """A person's chat with the bot, or a group."""
        return self.state.chats[chat_id]

    def toasts(self, user_id: int) -> list[Toast]:
        """What the person was told over the screen in answer to presses, oldest first."""
        return list(self.state.toasts.get(user_id, ()))

    def spinners(self, user_id: int) -> list[Press]:
        """Presses that nobody answered."""
        return [press for press in self.state.open_presses.values() if press.user_id == user_id]

    def history(self, chat_id: int) -> list[Message]:
        """Every version of every message that was ever shown, in the order of showing."""
        return list(self.state.chats[chat_id].versions)

    def commands(self, user_id: int) -> list[Json]:
        """The command menu in a person's chat."""
        return commands_in(self.state, user_id)

    @property
    def bot(self) -> BotAccount:
        """The bot's account: username, description, commands."""
        return self.state.bot

    @property
    def log(self) -> list[Call]:
        """Every API call so far."""
        return self.state.log

    @property
    def faults(self) -> Faults:
        """Where troubles are ordered."""
        return self.state.faults

    @property
    def pending_updates(self) -> list[Json]:
        """Updates that the bot has not confirmed."""
        return self.state.updates.pending

    @property
    def next_update_id(self) -> int:
        """The number of the next update."""
        return self.state.updates.next_id

    @next_update_id.setter
    def next_update_id(self, number: int) -> None:
        self.state.updates.next_id = number

    def watch(self, listener: Callable[[Change], None]) -> None:
        """Be told of every change on the screens."""
        self.state.listeners.append(listener)

    async def download(self, token: str, path: str) -> bytes:
        """The bytes behind a getFile path; raises `ApiError`, or a `WireFault` that was ordered."""
        self.state.by_token(token)
        fault = self.state.faults.take(DOWNLOAD, None)
        if fault is not None:
            await fault.before()
        content = self.state.files.download(path, self.state.now())
        if fault is not None:
            fault.after()
        return content

    async def call(
        self,
        token: str,
        method: str,
        params: Mapping[str, object],
        files: Mapping[str, UploadedFile] | None = None,
    ) -> Any:
        """One Bot API call; raises `ApiError`, or a `WireFault` that was ordered."""
        self.state.by_token(token)
        name = SPELLING.get(method.lower())
        if name is None:
            raise ApiError(404, "Not Found: method not found")
        request = Params(params, files or {})
        fault = self.state.faults.take(name, request.chat_id())
        try:
            result = await self._answer(name, request, fault)
        except ApiError as refusal:
            self._note(name, request, str(refusal))
            raise
        except WireFault as trouble:
            self._note(name, request, type(trouble).__name__)
            raise
        self._note(name, request, "ok")
        return result

    async def _answer(self, name: str, request: Params, fault: Fault | None) -> object:
        if fault is not None:
            await fault.before()
        if name == "getUpdates":
            result: object = await self.state.updates.get(request)
        else:
            result = METHODS[name](self.state, request)
        if fault is not None:
            fault.after()
        return result

    def _note(self, name: str, request: Params, outcome: str) -> None:
        call = Call(name, request.chat_id(), request.values, self.state.now(), outcome)
        self.state.log.append(call)
