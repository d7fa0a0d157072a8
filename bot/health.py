"""`python -m bot check`: is the bot alive, what waits, what comes next; reads only, also while the bot runs."""

from datetime import datetime

from bot import nightly, sealing
from bot.backup import folder_of
from bot.clock import Clock
from bot.desk import Refused
from bot.material_store import MaterialStore
from bot.settings import Settings
from bot.watchdog import PLANNER_LATE, way_out
from mentoring import backups, watch
from storage import health
from storage.chain import Checked
from storage.database import open_database, sqlite_path
from storage.health import Queues
from storage.migrations import known, version


async def check(settings: Settings) -> bool:
    """Prints a few lines; False when somebody should look.

    The planner is late, an update was given up, a file of a material is not where it should be, the last nightly
    copy is older than two days, or a school has nobody who coordinates it.
    """
    path = sqlite_path(settings.database_url)
    if path is not None and not path.exists():
        raise Refused(f"there is no database {path.name}")
    database = await open_database(settings.database_url)
    now = Clock(settings.clock_start).now()
    try:
        found = await version(database)
        if found != known()[-1].version:
            raise Refused(f"the database has schema {found}, this program wants {known()[-1].version}: start the bot")
        async with database.read() as tx:
            planned = await watch.last_planned(tx)
            queues = await health.queues(tx)
            alone = await watch.schools_alone(tx)
            days = await health.next_days(tx, now.date())
            journal = await watch.journal(tx)
            copies_late = await backups.is_late(tx, now)
        files, missing = await MaterialStore(settings.data_dir).missing(database)
    finally:
        await database.close()
    is_late = planned is None or now - planned > PLANNER_LATE
    print(f"last plan: {_moment(planned)}{', late' if is_late else ''}")
    for line in _lines(queues):
        print(line)
    print(f"backups: {_backups(settings, is_sqlite=path is not None)}{', late' if copies_late else ''}")
    print(f"journal: {journal.acts} acts, {_proof(journal)}")
    print(f"files of materials: {files} kept, {missing} missing")
    for each in days:
        print(f"school {each.school_id}: next confirmed day {each.due_on or 'none'}")
    if alone:
        print(f"no coordinator can be reached: {way_out(alone)}")
    well = not (is_late or queues.dead or missing or alone or copies_late)
    return well and journal.broken_at is None


def _proof(of: Checked) -> str:
    match of.broken_at:
        case None:
            return "whole"
        case 0:
            return "BROKEN: acts are missing at its end"
        case act_id:
            return f"BROKEN at act {act_id}: it was changed, or one before it was taken out or put in"


def _backups(settings: Settings, *, is_sqlite: bool) -> str:
    if not is_sqlite:
        return "PostgreSQL: made by pg_dump, which is not seen from here"
    kept = nightly.copies(folder_of(settings))
    seen = f"last nightly copy {_moment(nightly.newest(folder_of(settings)))}, {len(kept)} kept"
    return seen if sealing.keys(settings) else f"{seen}; {nightly.NO_KEY}"


def _lines(of: Queues) -> list[str]:
    return [
        f"updates: {of.new} to be handled, {of.dead} given up",
        f"messages: {of.due} due, {of.sending} in flight, {of.unknown} of unknown fate",
        f"next due: {_moment(of.next_due)}",
        f"jobs: {of.jobs} due",
        f"questionnaires without names: {of.rounds} open, left out of backups",
    ]


def _moment(of: datetime | None) -> str:
    return f"{of:%Y-%m-%d %H:%M:%S} UTC" if of else "none"
