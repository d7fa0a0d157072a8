"""The one place where the machine is put together."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer

from bot import guard
from bot.alarms import Alarms
from bot.bulk import Rendered
from bot.clock import Clock
from bot.delivery import Delivery
from bot.deputy import Deputy
from bot.doubts import Doubts
from bot.exports import Exports
from bot.intake import Intake
from bot.jobs import Jobs
from bot.keeper import Keeper
from bot.lanes import Lanes
from bot.machine import Machine
from bot.material_fetching import MaterialFetching
from bot.material_store import MaterialStore
from bot.metrics import Metrics
from bot.nightly import Nightly
from bot.sender import Sender
from bot.server import Server
from bot.session import PlainSession
from bot.settings import Settings
from bot.unit import Units
from bot.vitals import Vitals
from bot.watchdog import Watchdog
from bot.webhook import Webhook
from bot.worker import Worker
from handlers import notices, root
from mentoring import files, reach
from scheduler.clockwork import PLAN_SECONDS, Clockwork
from scheduler.ticks import Ticks
from storage.database import Database, open_database
from storage.outbox import OutboxRow
from storage.tx import Tx

log = logging.getLogger(__name__)


def build(
    settings: Settings,
    database: Database,
    *,
    session: BaseSession | None = None,
    clock: Clock | None = None,
    worker: Worker | None = None,
    dispatcher: Dispatcher | None = None,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    plan_seconds: float = PLAN_SECONDS,
) -> Machine:
    """A machine over an open, migrated database. Tests give their own session, clock, worker, sleep and dispatcher."""
    if settings.bot_token is None:
        raise ValueError("BOT_TOKEN is not set")
    clock = clock or Clock(settings.clock_start)
    bot = Bot(settings.bot_token.get_secret_value(), session=session or http_session(settings))
    guard.install(bot.session)
    metrics = Metrics()
    alarms = Alarms(bot, settings.operator_chat, metrics.alarmed)

    async def render(tx: Tx, row: OutboxRow) -> Rendered:
        return await notices.render(tx, row, clock.now())

    async def unreachable(tx: Tx, external_id: int) -> None:
        await reach.lost(tx, external_id, clock.now())

    exports, materials = Exports(database, settings.data_dir), MaterialStore(settings.data_dir)
    sender = Sender(
        Delivery(bot, database, settings.data_dir, materials),
        database,
        clock,
        rate=settings.send_rate,
        render=render,
        unreachable=unreachable,
        alarm=alarms.raise_alarm,
        sleep=sleep,
    )
    sender.sent = metrics.sent
    units = Units(dispatcher or root.dispatcher(), bot, clock, sender.doubts, alarms.raise_alarm)
    lanes = Lanes(
        database,
        sender,
        clock,
        unit=units.handle,
        flood=units.flood,
        dead=units.dead,
        sleep=sleep,
        handled=metrics.handled,
    )
    worker = worker or Worker()
    ticks = Ticks(database.write, clock.now, alarms.raise_alarm)
    keeper = Keeper(database, clock, exports, materials, settings.data_dir)
    nightly = Nightly(settings, database, clock, alarms.raise_alarm)
    fetching = MaterialFetching(bot, database, materials, worker)

    intake = Intake(bot, lanes, sleep, received=metrics.received, alarm=alarms.raise_alarm)
    webhook = _webhook(settings, bot, intake, alarms, metrics)
    vitals = Vitals(database, clock, intake, sender, metrics, by_webhook=webhook is not None)

    async def housekeep() -> None:
        await ticks.housekeep()
        await keeper.housekeep()
        await fetching.fetch()
        await nightly.look()

    return Machine(
        bot=bot,
        database=database,
        clock=clock,
        intake=intake,
        lanes=lanes,
        sender=sender,
        jobs=Jobs(bot, database, lanes, worker, clock, kinds=files.KINDS, exports=exports, materials=materials),
        keeper=keeper,
        nightly=nightly,
        ticks=ticks,
        clockwork=Clockwork(ticks.plan, housekeep, plan_seconds=plan_seconds),
        alarms=alarms,
        watchdog=Watchdog(database, clock, intake, alarms.raise_alarm),
        worker=worker,
        webhook=webhook,
        vitals=vitals,
        server=Server(settings.http_host, settings.port, vitals, webhook) if settings.port else None,
    )


async def help_out(settings: Settings) -> None:
    """The deputy's work, as long as another leads."""
    if settings.bot_token is None:
        raise ValueError("BOT_TOKEN is not set")
    clock = Clock(settings.clock_start)
    bot = Bot(settings.bot_token.get_secret_value(), session=http_session(settings))
    guard.install(bot.session)
    database = await open_database(settings.database_url, in_turns=True)
    try:
        delivery = Delivery(bot, database, settings.data_dir, MaterialStore(settings.data_dir))
        units = Units(root.dispatcher(), bot, clock, Doubts(), log.error)
        await Deputy(database, delivery, clock, unit=units.handle).run()
    finally:
        await bot.session.close()
        await database.close()


def _webhook(settings: Settings, bot: Bot, intake: Intake, alarms: Alarms, metrics: Metrics) -> Webhook | None:
    url, secret = settings.webhook_url, settings.webhook_secret
    if url is None or secret is None:
        return None
    return Webhook(bot, intake, url, secret.get_secret_value(), alarm=alarms.raise_alarm, delivered=metrics.delivered)


def http_session(settings: Settings) -> PlainSession:
    """Telegram itself, or the base address that was given."""
    api = TelegramAPIServer.from_base(settings.telegram_api_base) if settings.telegram_api_base else None
    proxy = settings.telegram_proxy
    return PlainSession(api=api, proxy=proxy) if api else PlainSession(proxy=proxy)
