"""Who may have a document: coordinators any, people of a pair what is about their pair while they are in it."""

from mentoring import pairs
from mentoring.access import Member
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

OF_PAIR = frozenset({DocumentKind.PROGRAMME, DocumentKind.PROGRAMME_REPORT})


async def may_have(tx: Tx, member: Member, kind: DocumentKind, about: str) -> bool:
    """Asked when it is ordered, and once more when it is handed over. Of the member's own school only."""
    if member.coordinates:
        return True
    if kind in OF_PAIR:
        return await pairs.own_one(tx, member, int(about)) is not None
    return kind is DocumentKind.OBSERVATION_SHEET and bool(await pairs.own(tx, member))
