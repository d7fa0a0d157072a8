"""The operator's desk: schools and invitations from the shell, also while the bot runs."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot import backup
from bot.clock import Clock
from bot.instance import AlreadyRunning, only_instance
from bot.settings import Settings
from bot.wiring import http_session
from mentoring import files, installation, invitations, schools
from mentoring.rules.tokens import shown_code
from storage.database import Database, open_database
from storage.migrations import known, migrate, version
from storage.tx import Tx
from storage.vocabulary import Role

NO_NAME = (
    "nastavnik: the bot's name is not known yet, so the link does not work; the code does. "
    "With BOT_TOKEN set, or after the bot's first start, a new invitation has a working link.\n"
)


class Refused(Exception):
    """The command cannot be done; the message says what to do."""


async def add_school(settings: Settings, name: str) -> None:
    """Prints the new school's id."""
    async with _database(settings) as database, database.write() as tx:
        school_id = await schools.add(tx, name, Clock(settings.clock_start).now())
    print(school_id)


async def invite(settings: Settings, role: Role, *, school_id: int | None, full_name: str, at_once: bool) -> None:
    """Prints a code on the first line and a link on the second."""
    async with _database(settings) as database:
        username = await _username(settings)
        async with database.write() as tx:
            now = Clock(settings.clock_start).now()
            if username:
                await installation.note_username(tx, username, now)
            chosen = await _school(tx, role, school_id)
            secret = await invitations.invite_role(
                tx, role, school_id=chosen, full_name=full_name, now=now, at_once=at_once
            )
            link = await files.link(tx, secret.token)
            known = await installation.username(tx)
    if not known:
        sys.stderr.write(NO_NAME)
    print(shown_code(secret.code))
    print(link)


async def _school(tx: Tx, role: Role, school_id: int | None) -> int | None:
    """The school that is meant; None makes the first one when its coordinator comes in."""
    known = await installation.schools(tx)
    if school_id is not None:
        if school_id not in {each.id for each in known}:
            raise Refused(f"there is no school {school_id}")
        return school_id
    if len(known) > 1:
        listed = ", ".join(f"{each.id}: {each.short_name or 'no name yet'}" for each in known)
        raise Refused(f"there are several schools, choose one with --school ({listed})")
    if not known and role is not Role.COORDINATOR:
        raise Refused("there is no school yet: invite its coordinator first")
    return known[0].id if known else None


async def _username(settings: Settings) -> str:
    """Asked of Telegram when it can be; the link needs it, the code does not."""
    if settings.bot_token is None:
        return ""
    bot = Bot(settings.bot_token.get_secret_value(), session=http_session(settings))
    try:
        return (await bot.get_me(request_timeout=10)).username or ""
    except AiogramError:
        return ""
    finally:
        await bot.session.close()


@asynccontextmanager
async def _database(settings: Settings) -> AsyncIterator[Database]:
    database = await open_database(settings.database_url)
    try:
        await _bring_up_to_date(settings, database)
        yield database
    finally:
        await database.close()


async def _bring_up_to_date(settings: Settings, database: Database) -> None:
    """As at a start: a database of an older schema is copied first, and no bot of that schema may be running on it."""
    now = Clock(settings.clock_start).now()
    found = await version(database)
    if found == 0 or found >= known()[-1].version:
        await migrate(database, now=now)
        return
    try:
        async with only_instance(settings.database_url):
            await backup.before_migration(settings, database, now)
            await migrate(database, now=now)
    except AlreadyRunning as error:
        raise Refused("an older bot works on this database: stop it, or use the command of its version") from error
