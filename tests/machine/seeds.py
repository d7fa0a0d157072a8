"""People straight into the database: consented members whose facts are known, ready for the request's questions."""

from collections.abc import Sequence
from datetime import datetime

from handlers.command_menu import mark_of
from handlers.texts.commands import EVERYONE
from mentoring import consent, people, schools
from mentoring.access import Member, actor, remember_commands
from mentoring.rules.staff_list import StaffEntry
from sandbox.world import World
from storage import accounts
from storage import people as rows
from storage.database import Database
from storage.tx import Tx
from storage.vocabulary import PersonState, Role

COORDINATOR = 900


async def sow(database: Database, world: World, user_ids: Sequence[int], now: datetime) -> None:
    """A school, its coordinator, and a teacher for each user id; all of them have started the bot and have its menu."""
    for user_id in (COORDINATOR, *user_ids):
        world.add_user("Имя", f"Фамилия{user_id}", user_id=user_id)
        world.chat(user_id).started = True
    async with database.write() as tx:
        school_id = await schools.add(tx, "Школа № 12", now)
        coordinator = await _coordinator(tx, school_id, now)
        await schools.set_up(tx, school_id, name="Школа № 12", city="Москва", by=coordinator.person_id, now=now)
        for user_id in user_ids:
            await _teacher(tx, coordinator, user_id, now)
            await remember_commands(tx, user_id, mark_of(EVERYONE))


async def _coordinator(tx: Tx, school_id: int, now: datetime) -> Member:
    person_id = await rows.add(
        tx,
        school_id=school_id,
        account_id=await accounts.ensure(tx, COORDINATOR, now),
        full_name="Орлова Вера Павловна",
        search_name="орлова вера павловна",
        sort_name="орлова вера павловна",
        state=PersonState.ACTIVE,
        now=now,
    )
    await rows.grant(tx, person_id, Role.COORDINATOR, by=None, now=now)
    member = await _member(tx, COORDINATOR)
    await people.acknowledge_notice(tx, member, now)
    return member


async def _teacher(tx: Tx, coordinator: Member, user_id: int, now: datetime) -> None:
    entry = StaffEntry(
        row=0,
        full_name=f"Учитель{user_id} Анна Ильинична",
        position="",
        subjects=("physics",),
        levels=("ooo",),
        experience="y4",
        role=Role.TEACHER,
    )
    person_id = await people.enlist(tx, coordinator, entry, now)
    await rows.bind(tx, person_id, await accounts.ensure(tx, user_id, now))
    await consent.give(tx, await _member(tx, user_id), now)
    await consent.allow_contact(tx, await _member(tx, user_id), now, shown="")


async def _member(tx: Tx, user_id: int) -> Member:
    member = (await actor(tx, user_id)).member
    if member is None:
        raise LookupError("the seed did not grow")
    return member
