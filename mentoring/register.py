"""Withdrawals and erasures outlive the database: an older copy of it must not bring anybody back."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from mentoring import consent, erasure
from storage import journal, machine, people
from storage.tx import Tx
from storage.vocabulary import PersonState

INSTALLATION = "installation"
REWRITTEN = "rewritten"


class Act(StrEnum):
    """What is remembered, by its name in the journal."""

    WITHDRAWN = "consent.withdrawn"
    AGAIN = "consent.again"
    ERASED = "person.erase"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Ids and dates only. `since` tells a person from whoever was given the same id after a restore."""

    person_id: int
    since: datetime
    at: datetime
    act: Act


async def name_installation(tx: Tx, now: datetime) -> None:
    """A random name, made once: copies of this database have it, other databases have another."""
    if await installation(tx) is None:
        await machine.note(tx, INSTALLATION, secrets.token_hex(16), now)


async def installation(tx: Tx) -> str | None:
    return await machine.value(tx, INSTALLATION)


async def entries(tx: Tx) -> list[Entry]:
    """All that this database knows."""
    return [Entry(each.person_id, each.since, each.at, Act(each.act)) for each in await journal.privacy_acts(tx)]


async def newest(tx: Tx) -> int:
    """Grows with every act, and with every end of a round without names."""
    return await journal.newest_privacy_act(tx)


async def rewritten(tx: Tx) -> int:
    """The newest act after which the database was written anew."""
    return int(await machine.value(tx, REWRITTEN) or 0)


async def note_rewritten(tx: Tx, act: int, now: datetime) -> None:
    await machine.note(tx, REWRITTEN, str(act), now)


async def reapply(tx: Tx, remembered: Iterable[Entry], now: datetime) -> int:
    """Do again what this database has forgotten; done twice, it changes nothing. How many people it was."""
    whose = groupby(sorted(remembered), key=lambda entry: (entry.person_id, entry.since))
    return sum([await _reapply(tx, person_id, since, list(acts), now) for (person_id, since), acts in whose])


async def _reapply(tx: Tx, person_id: int, since: datetime, acts: list[Entry], now: datetime) -> bool:
    person = await people.get(tx, person_id)
    if person is None or person.created_at != since or person.state is PersonState.ERASED:
        return False
    if any(each.act is Act.ERASED for each in acts):
        return await erasure.erase(tx, person_id, by=None, now=now)
    last = acts[-1]
    return last.act is Act.WITHDRAWN and await consent.withdraw_again(tx, person, last.at, now)
