"""What a pair has decided to do next: the one line of a meeting that may be typed."""

from mentoring.access import Member
from storage import contact_notes, pairs
from storage.tx import Tx

FORM = "meeting_next"
LONGEST = 200


async def keep(tx: Tx, member: Member, note_id: int, text: str) -> int:
    """Its author's own, while they are in the pair: the note's id, 0 when there is nothing to write to."""
    note = await contact_notes.get(tx, note_id, member.school_id)
    if note is None or note.author_id != member.person_id:
        return 0
    if not await pairs.is_member(tx, note.pairing_id, member.person_id):
        return 0
    return note_id if await contact_notes.set_next_step(tx, note_id, text[:LONGEST]) else 0
