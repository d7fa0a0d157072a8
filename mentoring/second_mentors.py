"""A further mentor of a pair: the pair works as it is until they have said yes."""

from datetime import datetime

from mentoring import calendars, pairs
from mentoring.access import Member
from mentoring.offers import ANSWERED_WITHIN
from mentoring.rules.pair_moves import TOGETHER
from storage import journal, people
from storage import offers as rows
from storage.tx import Tx
from storage.vocabulary.pairs import Side


async def ask(tx: Tx, member: Member, pairing_id: int, person_id: int, now: datetime) -> bool:
    """A further mentor of a pair that works as it is meanwhile; False when they are in it, or were asked before."""
    pair = await pairs.read(tx, member.school_id, pairing_id)
    person = await people.of_school(tx, person_id, member.school_id)
    if pair is None or pair.pairing.state not in TOGETHER or person is None or person.erase_by is not None:
        return False
    if pair.side_of(person_id) is not None:
        return False
    calendar = await calendars.of_school(tx, member.school_id, now)
    today = calendar.local_day(now)
    until = calendar.add_working_days(today, ANSWERED_WITHIN)
    asked = await rows.add(tx, pairing_id, person_id, Side.MENTOR, asked_on=today, answer_by=until)
    await journal.note(tx, "offer.second", school_id=member.school_id, actor_id=member.person_id, now=now)
    return bool(asked)


async def asked_about(tx: Tx, pairing_id: int) -> frozenset[int]:
    """Everybody who was ever asked about this pair: nobody is asked twice."""
    return frozenset(each.person_id for each in await rows.of_pair(tx, pairing_id))
