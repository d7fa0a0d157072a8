"""A mentor proposes a material; the coordinator takes it, or thanks and does not."""

from datetime import datetime

from mentoring.access import Member
from mentoring.materials.looking import in_programme
from mentoring.notices import Notice, tell, tell_news
from storage import journal, materials
from storage.materials import Material, Proposal
from storage.tx import Tx
from storage.vocabulary.pairs import MaterialState

MOST_WAITING = 5  # of one author: a coordinator reads each of them


async def may_propose(tx: Tx, member: Member) -> bool:
    """Whoever is a mentor, or has said that they are ready to be one."""
    return in_programme(member) and (await materials.circles(tx, member.person_id)).mentor


async def may_propose_more(tx: Tx, member: Member) -> bool:
    return await may_propose(tx, member) and len(await own_proposals(tx, member)) < MOST_WAITING


async def own_proposals(tx: Tx, member: Member) -> tuple[Material, ...]:
    """Those that are not answered."""
    return tuple(each for each in await materials.own_open(tx, member.person_id) if each.school_id == member.school_id)


async def own_answered(tx: Tx, member: Member, material_id: int) -> Material | None:
    """What one has proposed and a coordinator has answered; None of what was removed since."""
    found = await materials.get(tx, material_id, member.school_id)
    answered = found is not None and found.state in (MaterialState.KEPT, MaterialState.DECLINED)
    return found if found is not None and answered and found.author_id == member.person_id else None


async def submit(tx: Tx, member: Member, material_id: int, now: datetime) -> bool:
    """To the coordinator; False when it is no draft of one's own any more."""
    found = await materials.get(tx, material_id, member.school_id)
    if found is None or found.author_id != member.person_id or not await may_propose(tx, member):
        return False
    if not await materials.move(tx, material_id, MaterialState.DRAFT, MaterialState.PROPOSED):
        return False
    await tell_news(tx, member.school_id, now, by=member.person_id)
    return True


async def waiting(tx: Tx, member: Member) -> tuple[Proposal, ...]:
    return tuple(await materials.proposed(tx, member.school_id))


async def count_waiting(tx: Tx, school_id: int) -> int:
    return len(await materials.proposed(tx, school_id))


async def is_proposed(tx: Tx, member: Member, material_id: int) -> bool:
    """Does it wait for a coordinator's word?"""
    found = await materials.get(tx, material_id, member.school_id)
    return found is not None and found.state is MaterialState.PROPOSED


async def answer(tx: Tx, member: Member, material_id: int, now: datetime, *, take: bool) -> Material | None:
    """A coordinator's word, told to the author; None when it waits no more."""
    found = await materials.get(tx, material_id, member.school_id)
    new = MaterialState.KEPT if take else MaterialState.DECLINED
    if found is None or not await materials.move(tx, material_id, MaterialState.PROPOSED, new):
        return None
    await journal.note(tx, f"material.{new}", school_id=member.school_id, actor_id=member.person_id, now=now)
    if found.author_id is not None:
        await tell(
            tx,
            Notice.MATERIAL_ANSWER,
            found.author_id,
            key=f"{Notice.MATERIAL_ANSWER}:{material_id}",
            due_at=now,
            now=now,
            about={"material": material_id},
        )
    return found
