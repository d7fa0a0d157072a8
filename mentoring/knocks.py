"""«Попросить координатора впустить»: whoever guessed three times is not locked out, but waits for approval.

Only somebody who did type wrong codes may knock, and of several schools none is named to them: they name it.
"""

from datetime import datetime
from enum import Enum, auto

from mentoring import entrance
from mentoring.access import Actor
from mentoring.rules.school_names import is_named
from storage import invites, schools
from storage.tx import Tx
from storage.vocabulary import PersonState

GUESSES_AN_HOUR = 10  # of codes and names together: a list of schools is not to be guessed together


class Knock(Enum):
    """What came of it."""

    WAITING = auto()
    WHICH_SCHOOL = auto()
    NO_SUCH_SCHOOL = auto()
    SEVERAL_SCHOOLS = auto()  # of that name: the city tells them apart
    TOO_MANY = auto()
    NO_REASON = auto()  # nobody who typed wrong codes this hour


async def knock(tx: Tx, actor: Actor, now: datetime) -> Knock:
    """At the only school of the installation at once; else the school is to be named."""
    if not await entrance.has_guessed_enough(tx, actor, now):
        return Knock.NO_REASON
    found = [school for school in await schools.all_schools(tx) if school.set_up_at is not None]
    if len(found) != 1 or actor.members:
        return Knock.WHICH_SCHOOL
    await entrance.newcomer(tx, actor, found[0].id, PersonState.WAITING, now, knocked=True)
    return Knock.WAITING


async def knock_at(tx: Tx, actor: Actor, named: str, now: datetime) -> Knock:
    """At the school that was named by its full or short name, its city, or both."""
    guesses = await invites.count_wrong_codes(tx, actor.external_id, now - entrance.AN_HOUR)
    if guesses < entrance.WRONG_CODES_AN_HOUR:
        return Knock.NO_REASON
    if guesses >= GUESSES_AN_HOUR:
        return Knock.TOO_MANY
    found = [
        school
        for school in await schools.all_schools(tx)
        if school.set_up_at is not None and is_named(named, school.name, school.short_name, school.city)
    ]
    if len(found) == 1:
        await entrance.newcomer(tx, actor, found[0].id, PersonState.WAITING, now, knocked=True)
        return Knock.WAITING
    await invites.note_wrong_code(tx, actor.external_id, now)
    return Knock.SEVERAL_SCHOOLS if found else Knock.NO_SUCH_SCHOOL
