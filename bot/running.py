"""`python -m bot`: from the settings to a running machine, and to a clean stop."""

import asyncio
import gc
import logging
import os
import signal
import sys
import threading
from asyncio import AbstractEventLoop
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import BotCommand

from bot import backup, sealing
from bot.clock import Clock
from bot.desk import Refused
from bot.faults import place_of
from bot.instance import AlreadyRunning, only_instance
from bot.intake import CannotPoll
from bot.log import hush
from bot.machine import Machine
from bot.server import CannotListen
from bot.settings import Settings
from bot.standby import Turn, turn_to_lead
from bot.wiring import build, help_out
from handlers.texts import commands, operator
from mentoring import calendars, forms, installation
from mentoring.rules.tokens import shown_code
from storage.database import Database, open_database, sqlite_path
from storage.migrations import NewerSchema, migrate

log = logging.getLogger(__name__)

SECRETS = ("BOT_TOKEN", "DATABASE_URL", "WEBHOOK_SECRET", "TELEGRAM_PROXY", "BACKUP_KEY_FILE")
INTRODUCTION_SECONDS = 10
END_SECONDS = 9.0  # from the signal to the end, whatever hangs; whoever started us kills after ten


def loop_factory() -> Callable[[], AbstractEventLoop] | None:
    """uvloop where there is one."""
    if sys.platform == "win32":
        return None
    import uvloop  # noqa: PLC0415  not on Windows

    return uvloop.new_event_loop


async def run(settings: Settings) -> None:
    """Until SIGTERM or SIGINT. Whatever else ends it comes out as one clear line."""
    if settings.bot_token is None:
        raise Refused("BOT_TOKEN is not set; without a token start the sandbox: python -m sandbox")
    forget_secrets()
    hush()
    asyncio.get_running_loop().set_exception_handler(log_place)
    forms.load()
    refuse_open_database(settings)
    refuse_closed_folder(settings)
    try:
        if settings.standby is None:
            async with only_instance(settings.database_url):
                await _lead(settings)
        else:
            await _lead_in_turn(settings)
    except (AlreadyRunning, CannotListen, CannotPoll, NewerSchema, Refused, sealing.Refused):
        raise
    except Exception as error:
        # Not its text, and no traceback: they show what people wrote.
        raise Refused(f"ended by an error: {place_of(error)}") from None


def forget_secrets() -> None:
    """The worker process inherits the environment and needs none of them."""
    for name in SECRETS:
        os.environ.pop(name, None)


def refuse_open_database(settings: Settings) -> None:
    """A file that everybody on this machine may read is no place for people's answers."""
    path = sqlite_path(settings.database_url)
    for file in (path.with_name(path.name + tail) for tail in ("", "-wal", "-shm")) if path else ():
        mode = file.stat().st_mode & 0o777 if file.exists() else 0
        if mode & 0o007:
            raise Refused(f"{file.name} may be read by everybody on this machine ({mode:04o}): chmod 600 {file}")


def refuse_closed_folder(settings: Settings) -> None:
    """Where the database cannot be written, nothing that people say could be kept."""
    path = sqlite_path(settings.database_url)
    for place in (path.parent, path) if path else ():
        if place.exists() and not os.access(place, os.W_OK):
            raise Refused(f"{place} cannot be written by this user: the bot keeps nothing there")


async def _lead_in_turn(settings: Settings) -> None:
    from storage.postgres import AdvisoryLock  # noqa: PLC0415  psycopg is an optional extra

    stop = _stop_signal()
    lock = AdvisoryLock(settings.database_url)
    async with turn_to_lead(lock, stop, deposed=_end_deposed, helps=partial(help_out, settings)) as turn:
        if turn is not Turn.STOPPED:
            await _lead(settings, stop, took_over=turn is Turn.TAKEN_OVER)


def _end_deposed() -> None:
    """Who leads now goes by the tables: every further step of ours could only be a second one."""
    log.error("the lock on the database was lost and another may lead now: ending; started again, this one stands by")
    leave(1)


async def _lead(settings: Settings, stop: asyncio.Event | None = None, *, took_over: bool = False) -> None:
    """`stop` when signals are listened to already."""
    database = await open_database(settings.database_url, sole=True, in_turns=settings.standby is not None)
    try:
        await _run(settings, database, stop, took_over=took_over)
    finally:
        await database.close()


async def _run(settings: Settings, database: Database, stop: asyncio.Event | None, *, took_over: bool) -> None:
    clock = Clock(settings.clock_start)
    calendars.days_off(clock.now().year)
    await backup.before_migration(settings, database, clock.now())
    for name in await migrate(database, now=clock.now()):
        log.info("schema: %s", name)
    await _acknowledge(settings, database, clock)
    stop = stop or _stop_signal()
    machine = build(settings, database, clock=clock)
    if took_over:
        machine.alarms.raise_alarm("the nastavnik that led before has ended, this one leads now")
    gc.freeze()  # what is loaded by now stays: the collector need not look at it again and again
    introducing = asyncio.create_task(_introduce(machine))
    try:
        if not took_over:  # else the name is known from before, and people are waiting
            await _give_time(introducing, stop)
        await _offer_first_code(machine)
        await machine.run(stop)
    finally:
        introducing.cancel()
        await asyncio.gather(introducing, return_exceptions=True)
        await machine.close()


def _stop_signal() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def on_signal() -> None:
        if not stop.is_set():
            # A thread: what hangs may be the loop itself.
            deadline = threading.Timer(END_SECONDS, _leave_late)
            deadline.daemon = True
            deadline.start()
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, on_signal)
    return stop


def _leave_late() -> None:
    """The tables are as exact as after a kill: nothing is lost by not waiting longer."""
    log.warning("the end took too long; what was not put away is found in the tables at the next start")
    leave()


def leave(code: int = 0) -> NoReturn:
    """At once: after a clean stop the interpreter would take another second to put its modules away."""
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


async def _acknowledge(settings: Settings, database: Database, clock: Clock) -> None:
    """The operator's notice, once, before the first run against Telegram itself."""
    if settings.on_loopback:
        return
    async with database.write() as tx:
        if await installation.notice_accepted(tx):
            return
    if settings.accept_notice != "yes":
        if not sys.stdin.isatty():
            raise Refused(operator.without_terminal())
        print(operator.notice())
        answer = await asyncio.to_thread(input, operator.question())
        if answer.strip().casefold() not in operator.YES:
            raise Refused(operator.declined())
    async with database.write() as tx:
        await installation.accept_notice(tx, clock.now())


async def _introduce(machine: Machine) -> None:
    """Name, commands and description, as soon as Telegram is in reach. A dead token is the poller's to tell."""
    pause = 1.0
    while True:
        try:
            me = await machine.bot.get_me(request_timeout=INTRODUCTION_SECONDS)
            async with machine.database.write() as tx:
                await installation.note_username(tx, me.username or "", machine.clock.now())
            await machine.bot.set_my_commands(
                [BotCommand(command=name, description=about) for name, about in commands.EVERYONE]
            )
            await machine.bot.set_my_description(commands.DESCRIPTION)
            await machine.bot.set_my_short_description(commands.SHORT_DESCRIPTION)
        except (TelegramUnauthorizedError, TelegramNotFound):
            return
        except Exception as error:
            log.warning("Telegram is out of reach now (%s); polling goes on trying", place_of(error))
            await asyncio.sleep(pause)
            pause = min(pause * 2, 60.0)
        else:
            return


async def _give_time(introducing: asyncio.Task[None], stop: asyncio.Event) -> None:
    """The first links want the bot's name; nobody waits for long for it."""
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({introducing, stopping}, timeout=INTRODUCTION_SECONDS / 2, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()


def log_place(_loop: AbstractEventLoop, context: dict[str, Any]) -> None:
    """asyncio's own handler prints the error's text."""
    error = context.get("exception")
    log.error("unheard of: %s", place_of(error) if isinstance(error, BaseException) else "no exception")


async def _offer_first_code(machine: Machine) -> None:
    async with machine.database.write() as tx:
        secret = await installation.first_invitation(tx, machine.clock.now())
    if secret is not None:
        log.warning("no school yet; the first coordinator's one-time code: %s", shown_code(secret.code))
