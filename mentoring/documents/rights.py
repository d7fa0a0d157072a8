"""Who may have a document: coordinators any, people of a pair what is about it while they are in it, each their own."""

from mentoring import pairs
from mentoring.access import Member
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

OF_PAIR = frozenset({DocumentKind.PROGRAMME, DocumentKind.PROGRAMME_REPORT})
OF_PERSON = frozenset({DocumentKind.PORTFOLIO_MENTOR, DocumentKind.WITHDRAWAL_PD})


async def may_have(tx: Tx, member: Member, kind: DocumentKind, about: str) -> bool:
    """Asked when it is ordered, and once more when it is handed over. Of the member's own school only."""
    if member.coordinates:
        return True
    if kind in OF_PAIR:
        return await pairs.own_one(tx, member, int(about)) is not None
    if kind in OF_PERSON:
        return about == str(member.person_id) and (member.consented or kind is DocumentKind.WITHDRAWAL_PD)
    return kind is DocumentKind.OBSERVATION_SHEET and bool(await pairs.own(tx, member))
